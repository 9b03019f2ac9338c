"""The diary with 100,000 entries: ``python -m bench.diary``.

Statistics, the latest page and a search, beside the naive way in the same run: every entry read and counted in Python.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from stretchcoach.diary import stats
from stretchcoach.diary.entries import ACTIVITIES, Entry, Episode, RoutineRun
from stretchcoach.diary.store import Diary
from stretchcoach.diary.tally import tally

TODAY = date(2026, 11, 24)
PAGE = 50


def cramps(count: int) -> list[Entry]:
    """``count`` entries over ten years: nine cramps, then a routine."""
    luck = random.Random(5)
    start = datetime(2016, 11, 24, 3, 12, tzinfo=UTC)
    made: list[Entry] = []
    for number in range(count):
        began = (start + timedelta(minutes=number * 5_256_000 / count)).isoformat(timespec="seconds")
        if number % 10 == 9:
            made.append(RoutineRun(began=began, routine="bedtime_calm", seconds=300, finished=True, steps=6))
            continue
        made.append(
            Episode(
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
        )
    return made


def naive(diary: Diary) -> dict[str, object]:
    """Every row read, made an entry, and counted."""
    return stats.summary(stats.from_entries(diary.episodes(), diary.runs()), TODAY)


def timed(work: Callable[[], object], times: int) -> str:
    """Median, and the worst in brackets."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - began))
    return f"{statistics.median(took):7.1f} ({max(took):.1f}) ms"


def main() -> None:
    """Measure, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        diary = Diary.open(path)
        diary.add_all(cramps(given.entries))
        assert stats.summary(tally(diary), TODAY) == naive(diary)
        print(f"{given.entries} entries, {path.stat().st_size / 1e6:.0f} MB")
        rows: tuple[tuple[str, Callable[[], object]], ...] = (
            ("statistics", lambda: stats.summary(tally(diary), TODAY)),
            ("  the naive way", lambda: naive(diary)),
            (f"the latest {PAGE}", lambda: diary.episodes(limit=PAGE)),
            (f"the latest {PAGE}, left", lambda: diary.episodes(side="left", limit=PAGE)),
            (f"the latest {PAGE} with a word that none has", lambda: diary.episodes(text="zebra", limit=PAGE)),
            ("  the naive way: all read, then cut", lambda: diary.episodes()[:PAGE]),
            ("one entry more", lambda: diary.add(Episode(began="2026-11-24T03:12:05+01:00"))),
            ("opening", lambda: Diary.open(path).close()),
        )
        for name, work in rows:
            print(f"{name:45} {timed(work, given.times)}")
        diary.close()


if __name__ == "__main__":
    main()
