"""The diary with 100,000 entries, or ``--entries N``: ``python -m bench.diary``.

Statistics, the latest page, a search and the screens, beside the naive way in the same run: every entry read and
counted in Python.  Then each command that goes through the diary, in a process of its own with its peak of memory,
beside what the standard library does with the same file: a dump as SQL, and the table as CSV, cell for cell.
``--commands`` measures only these.
"""

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from stretchcoach.diary import stats
from stretchcoach.diary.entries import ACTIVITIES, Entry, Episode, RoutineRun
from stretchcoach.diary.file.counting import tally
from stretchcoach.diary.file.store import Diary
from stretchcoach.library import knowledge
from stretchcoach.machine.folders import folders
from stretchcoach.program.browser import DiaryBrowser, EntryFilter
from stretchcoach.program.program import Program
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens.diary import LEAF
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAGE = 50
SLICE = 10_000


def cramps(count: int) -> Iterator[Entry]:
    """``count`` entries over ten years: nine cramps, then a routine."""
    luck = random.Random(5)
    start = datetime(2016, 11, 24, 3, 12, tzinfo=UTC)
    for number in range(count):
        began = (start + timedelta(minutes=number * 5_256_000 / count)).isoformat(timespec="seconds")
        if number % 10 == 9:
            yield RoutineRun(began=began, routine="bedtime_calm", seconds=300, finished=True, steps=6)
            continue
        yield Episode(
            began=began,
            minutes=luck.uniform(0.5, 9),
            side=luck.choice(("left", "right", "both", None)),
            place="calf",
            severity=luck.randint(0, 10),
            sleep=luck.randint(0, 10),
            woke=luck.choice(("yes", "no", None)),
            doing=luck.choice(ACTIVITIES),
            relieved_by="toes_up",
            relieved_after=luck.randint(20, 540),
            answers={"rf_chest": "no", "injury": "none", "leg_changed": "no", "cold_numb": "no"},
            level="SELF_CARE",
            causes=tuple(luck.sample(("sweat", "posture", "medicine", "veins"), 2)),
        )


def fill(diary: Diary, count: int) -> None:
    """Write so many entries, a slice at a time."""
    entries = cramps(count)
    while some := list(islice(entries, SLICE)):
        diary.add_all(some)


DUMP = "import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): sys.stdout.write(line + chr(10))"
TABLE = """import csv, sqlite3, sys
out = csv.writer(sys.stdout)
out.writerows(sqlite3.connect(sys.argv[1]).execute('SELECT * FROM episode ORDER BY moment'))"""
COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("diary report", ("report",)),
    ("diary stats", ("stats",)),
    ("diary list", ("list",)),
    ("diary effect", ("effect", "bedtime_calf_hamstring", "--since", "2026-10-01")),
    ("diary export --csv", ("export", "--csv")),
    ("diary export --json", ("export", "--json")),
    ("diary export --fhir", ("export", "--fhir")),
)


def measured(command: Sequence[str]) -> str:
    """Wall time, time of the processor, peak of memory and what came out of a process, all of it thrown away."""
    code = (
        "import os, resource, subprocess, sys, time\n"
        "began = time.perf_counter()\n"
        "child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)\n"
        "size = 0\n"
        "while piece := child.stdout.read(1 << 20): size += len(piece)\n"
        "code, took = child.wait(), time.perf_counter() - began\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(code, took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size / 1e6)"
    )
    told = subprocess.run([sys.executable, "-c", code, *command], stdout=subprocess.PIPE, text=True, check=True).stdout
    code_of, took, busy, peak, size = map(float, told.split())
    assert code_of == 0, command
    return f"{took:7.1f} s ({busy:.1f} s busy), {peak:6.0f} MB of memory, {size:6.0f} MB out"


def commands(path: Path) -> None:
    """Every command that goes through the diary, and what the standard library does with the same file."""
    ours = [sys.executable, "-m", "stretchcoach", "diary"]
    for name, more in COMMANDS:
        print(f"{name:45} {measured([*ours, *more])}", flush=True)
    for name, code in (("  sqlite3's own dump", DUMP), ("  the table of cramps as CSV, csv and sqlite3", TABLE)):
        print(f"{name:45} {measured([sys.executable, '-c', code, str(path)])}", flush=True)


def naive(diary: Diary) -> dict[str, object]:
    """Every row read, made an entry, and counted."""
    return stats.summary(stats.from_entries(diary.episodes(), diary.runs()), TODAY)


def timed(work: Callable[[], object], times: int) -> str:
    """Median, and the worst in brackets."""
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - began))
    return told(took)


def told(took: list[float]) -> str:
    """Median, and the worst in brackets."""
    return f"{statistics.median(took):7.1f} ({max(took):.1f}) ms"


def leaves(book: DiaryBrowser) -> tuple[tuple[str, Callable[[], object]], ...]:
    """What the screens read."""
    return (
        (f"a leaf of {LEAF}, both kinds", lambda: book.page(EntryFilter(), 0, LEAF)),
        (f"a leaf of {LEAF}, a word that none has", lambda: book.page(EntryFilter(text="zebra"), 0, LEAF)),
        (f"a leaf of {LEAF}, the 50,000th", lambda: book.page(EntryFilter(), 50_000, LEAF)),
        ("a month", lambda: book.month(date(2026, 10, 1))),
    )


SCREENS: tuple[tuple[str, str, Callable[[StretchCoach], bool]], ...] = (
    (
        "the screen: d at home to the list",
        "",
        lambda app: app.screen.query_one("#entries", OptionList).option_count > 1,
    ),
    ("  c in the list to the calendar", "month", lambda app: bool(app.screen.query_one("#sum", Line).text)),
    ("  g in the list to the charts", "charts", lambda app: bool(app.screen.query(".chart"))),
)
"""What is measured, the action in the list, and when all of it is there."""


async def shown(action: str, there: Callable[[StretchCoach], bool], times: int) -> list[float]:
    """Milliseconds from the key to the screen with everything on it, in the app without a terminal."""
    app = StretchCoach(Program(speech=False, beeps=False))
    took = []
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(times):
            if action:
                app.action_diary()
                await drawn(pilot, SCREENS[0][2])
            began = time.perf_counter()
            if action:
                await app.screen.run_action(action)
            else:
                app.action_diary()
            await drawn(pilot, there)
            took.append(1000 * (time.perf_counter() - began))
            while not isinstance(app.screen, HomeScreen):
                app.pop_screen()
                await pilot.pause()
    return took


async def drawn(pilot: Pilot[None], there: Callable[[StretchCoach], bool]) -> None:
    """Wait until it is there, and the frame after that."""
    assert isinstance(pilot.app, StretchCoach)
    while not (pilot.app.screen.is_mounted and pilot.app.screen.query(KeyBar) and there(pilot.app)):
        await asyncio.sleep(0.001)
    await asyncio.sleep(0)


def main() -> None:
    """Measure, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--commands", action="store_true", help="only the commands, each in a process of its own")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STRETCHCOACH_HOME"] = folder
        path = folders().diary
        diary = Diary.open(path)
        fill(diary, given.entries)
        if given.commands:
            diary.close()
            print(f"{given.entries} entries, {path.stat().st_size / 1e6:.0f} MB")
            commands(path)
            return
        assert stats.summary(tally(diary), TODAY) == naive(diary)
        print(f"{given.entries} entries, {path.stat().st_size / 1e6:.0f} MB")
        rows: tuple[tuple[str, Callable[[], object]], ...] = (
            ("statistics", lambda: stats.summary(tally(diary), TODAY)),
            ("  the naive way", lambda: naive(diary)),
            (f"the latest {PAGE}", lambda: diary.episodes(limit=PAGE)),
            (f"the latest {PAGE}, left", lambda: diary.episodes(side="left", limit=PAGE)),
            (f"the latest {PAGE} with a word that none has", lambda: diary.episodes(text="zebra", limit=PAGE)),
            ("  the naive way: all read, then cut", lambda: diary.episodes()[:PAGE]),
            *leaves(DiaryBrowser(path, {}, knowledge(), lambda: NOON)),
            ("one entry more", lambda: diary.add(Episode(began="2026-11-24T03:12:05+01:00"))),
            ("opening", lambda: Diary.open(path).close()),
        )
        for name, work in rows:
            print(f"{name:45} {timed(work, given.times)}")
        for name, action, there in SCREENS:
            print(f"{name:45} {told(asyncio.run(shown(action, there, given.times)))}")
        diary.close()
        commands(path)


if __name__ == "__main__":
    main()
