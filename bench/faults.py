"""Everything that can go wrong, at random and from a seed: ``python -m bench.faults [--seed 1] [--long]``.

A minute by default, about an hour with ``--long``.  Counted are: events in any order into the coach, files that were
torn or forged (``bench.file_faults``), programs killed in mid-session, audio processes killed or stopped, machines with
little memory or no room on the disk, and terminals that go (``bench.terminal_faults``).  A fault is a traceback, a
session that ends by itself, a diary that cannot be read, an entry that is lost, a voice that is not replaced in time.
"""

import argparse
import os
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from bench import heed_signals, terminal_faults
from bench.file_faults import campaign
from stretchcoach import library
from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import (
    Answer,
    Barge,
    Command,
    Event,
    Heard,
    Microphone,
    MicState,
    Notice,
    SpeechEnded,
    Stray,
    Tick,
)
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.relief import Relief
from stretchcoach.core.vocabulary import WORDS
from stretchcoach.diary import Diary
from stretchcoach.machine.folders import below
from stretchcoach.words.sound_notices import RESTARTED

PROGRAM = (sys.executable, "-m", "stretchcoach")
REPLACED_WITHIN = 3.0
ENDED_WITHIN = 30.0


@dataclass
class Count:
    """How many were tried, and what went wrong."""

    tried: int = 0
    faults: list[str] = field(default_factory=list)


def events(luck: random.Random, sequences: int) -> Count:
    """Forty events in any order into a cramp, in a virtual time that jumps and now and then stands still."""
    count = Count()
    wisdom = library.knowledge()
    for number in range(sequences):
        mouth = Mouth(160)
        coach, now = Coach(Relief(mouth, wisdom, None, listening=luck.random() < 0.5), mouth), 0.0
        try:
            for _ in range(40):
                now += luck.choice((0.0, 0.01, 0.5, 5.0, 30.0, 700.0))
                coach.send(_event(luck, now), now)
                coach.view(now)
        except Exception as error:
            count.faults.append(f"sequence {number}: {error!r}")
        count.tried += 1
    return count


def _event(luck: random.Random, now: float) -> Event:
    kinds: tuple[Callable[[], Event], ...] = (
        Tick,
        lambda: luck.choice(list(Command)),
        lambda: Answer(luck.choice(("yes", "no", "not_sure", "3", "", "nonsense"))),
        lambda: Heard(luck.choice(WORDS).phrase, now - 0.5, now - 0.1, luck.random() < 0.5),
        lambda: Barge(luck.random() < 0.5),
        lambda: Microphone(luck.choice(list(MicState))),
        lambda: SpeechEnded(luck.randrange(40)),
        lambda: Notice("Something.", luck.choice((None, True, False))),
        lambda: Stray(luck.random() < 0.5),
    )
    return luck.choice(kinds)()


def files(luck: random.Random, rounds: int) -> Count:
    """Torn, mistyped and forged files."""
    counts, faults = campaign(luck.randrange(1 << 30), rounds)
    return Count(sum(sum(found.values()) for found in counts.values()), list(faults))


def kills(luck: random.Random, tries: int, home: Path) -> Count:
    """The program killed at any moment of a cramp: the diary opens, holds what it held, and knows of the session."""
    count, places = Count(), below(home)
    known = 0
    for number in range(tries):
        with _started(home, "cramp", "--plain", "--no-voice") as program:
            time.sleep(luck.uniform(0.2, 4.0))
            program.send_signal(luck.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)))
            told = _ended(program)
        diary = Diary.open(places.diary)
        held = len(diary.episodes()) + len(diary.jotted())
        kept = diary.kept
        diary.close()
        if b"Traceback" in told or not kept or held < known:
            count.faults.append(f"kill {number}: {held} after {known}, {told[-2000:]!r}")
        known = held
        count.tried += 1
    return count


def _ended(program: "subprocess.Popen[bytes]") -> bytes:
    """What it told on its way out; if something of it does not end, what that is and where it waits."""
    try:
        return program.communicate(timeout=ENDED_WITHIN)[1]
    except subprocess.TimeoutExpired:
        look = ("ps", "-eLo", "pid,ppid,stat,etimes,wchan:32,args", "--sort", "pid")
        every = subprocess.run(look, check=False, capture_output=True, text=True).stdout.splitlines()
        program.kill()
        return "\n".join(["Traceback: it did not end", *(line for line in every if "stretchcoach" in line)]).encode()


def sound(luck: random.Random, tries: int) -> Count:
    """The audio process killed or stopped: told within three seconds, and another in its place."""
    count = Count()
    for number in range(tries):
        heard: SimpleQueue[Event] = SimpleQueue()
        voice = Voice.start(SoundOptions(device="no such device"))
        voice.listen(heard.put)
        voice.ask("status", 10)
        time.sleep(luck.uniform(0.0, 0.5))
        os.kill(voice.pid, luck.choice((signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV)))
        if not _told(heard, REPLACED_WITHIN) or voice.ask("status", 10) is None:
            count.faults.append(f"sound {number}: not replaced")
        voice.close(0)
        count.tried += 1
    return count


def _told(heard: "SimpleQueue[Event]", patience: float) -> bool:
    end = time.monotonic() + patience
    while (left := end - time.monotonic()) > 0:
        try:
            if heard.get(timeout=left) == Notice(RESTARTED):
                return True
        except Empty:
            break
    return False


def poor(luck: random.Random, tries: int, home: Path) -> Count:
    """A whole cramp with little memory, with no room on the disk for another byte, or with few files to open."""
    limits = ("ulimit -v 600000", "ulimit -f 0; trap '' XFSZ", "ulimit -n 40")
    count = Count()
    for number in range(tries):
        limit = limits[number % len(limits)]
        command = shlex.join((*PROGRAM, "cramp", "--plain", "--speed", "1000", *luck.choice(((), ("--no-voice",)))))
        done = subprocess.run(
            ["sh", "-c", f"{limit}; exec {command}"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=_env(home),
            timeout=120,
            check=False,
        )
        if b"Traceback" in done.stderr or done.returncode != 0:
            count.faults.append(f"{limit}: {done.returncode}, {done.stderr[-200:]!r}")
        count.tried += 1
    return count


def terminals(luck: random.Random, tries: int, deep: bool) -> Count:
    """Bytes from nowhere, terminals that go, Ctrl-C at any moment; ``deep``: something raises inside the screen too."""
    runs = [
        terminal_faults.bytes_from_nowhere(1000 * tries, luck),
        terminal_faults.ends(2 * tries, luck),
        terminal_faults.interrupts(2 * tries, luck),
    ]
    if deep:
        runs.append(terminal_faults.faults(luck, tries))
    return Count(sum(each.tries for each in runs), [fault for each in runs for fault in each.faults])


def _env(home: Path) -> dict[str, str]:
    return {**os.environ, "STRETCHCOACH_HOME": str(home), "TERM": "dumb"}


def _started(home: Path, *args: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen([*PROGRAM, *args], stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, env=_env(home))


def main() -> int:
    """Run it and print the counts; 1 if anything went wrong."""
    heed_signals()
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long", action="store_true", help="sixty times as many of each: about an hour")
    how = parser.parse_args()
    luck, often = random.Random(how.seed), 60 if how.long else 1
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        parts: tuple[tuple[str, Callable[[], Count]], ...] = (
            ("sequences of 40 events", partial(events, luck, 600 * often)),
            ("files", partial(files, luck, 100 * often)),
            ("programs killed", partial(kills, luck, 3 * often, home / "killed")),
            ("audio processes killed or stopped", partial(sound, luck, 3 * often)),
            ("poor machines", partial(poor, luck, 3 * often, home / "poor")),
            ("terminals", partial(terminals, luck, often, how.long)),
        )
        for name, run in parts:
            begun = time.monotonic()
            count = run()
            print(
                f"{name:34} {count.tried:7} {len(count.faults):4} faults {time.monotonic() - begun:7.1f} s", flush=True
            )
            for fault in count.faults[:20]:
                print(f"  {fault}")
            failed += len(count.faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
