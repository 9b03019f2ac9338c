"""The whole program, as a user starts it: ``python -m bench.app``.

Launch of ``stretchcoach cramp`` in a real terminal to its first sample, first paint beside ``import textual`` alone,
beeps under the running screen with four busy threads, CPU and memory of both processes in a hold, and an hour in
virtual time.  Sound goes to a private null sink; everything is measured in one run.
"""

import argparse
import os
import pty
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from soundlab import RATE, Lab, Recording, lab

from bench.sound import (
    ALONE,
    NEEDED,
    _settle_in,
    _wait_for_silence,
    beep_errors,
    beep_in,
    lacking,
    row,
    sound_after,
    spread,
)
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Event, Say, SpeechEnded, Tick
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.plan import Style
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.core.routine import Routine, Stretch
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.core.unfold import build
from stretchcoach.machine import clock

PROGRAM = [sys.executable, "-m", "stretchcoach"]
PAINTED = b"\xe2\x96\x88"
"""A block of the large letters: the screen has been drawn."""


class Terminal:
    """The program in a terminal of 80 by 24."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.begun = clock.now()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**env, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"})
        self.painted: float | None = None
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        seen = b""
        try:
            while piece := os.read(self._fd, 65536):
                seen = (seen + piece)[-200_000:]
                if self.painted is None and PAINTED in seen:
                    self.painted = clock.now()
        except OSError:
            return

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def end(self) -> None:
        """Ctrl-C, and wait for it to be gone."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        self._reader.join(2)
        os.close(self._fd)


def launches(room: Lab, recording: Recording, runs: int, command: list[str], before: Callable[[], None]) -> list[float]:
    """Seconds from starting ``command`` in a terminal to the first sample, again and again."""
    heard = []
    for _ in range(runs):
        before()
        terminal = Terminal(command, room.full_env)
        time.sleep(1.5)
        terminal.end()
        _wait_for_silence(recording)
        seconds = sound_after(recording, terminal.begun)
        if seconds is not None:
            heard.append(seconds)
    return heard


def bench_launch(room: Lab, runs: int, home: Path, alone: bool) -> None:
    """Launch of the real program to the first sample."""
    command = [*PROGRAM, "cramp"]

    def forget() -> None:
        shutil.rmtree(home / "cache", ignore_errors=True)

    with room.recording() as recording:
        launches(room, recording, 2, command, lambda: None)
        cached = launches(room, recording, runs, command, lambda: None)
        row("launch of `stretchcoach cramp` to first sample: cached", spread(cached), f"{len(cached)} runs")
        fresh = launches(room, recording, runs, command, forget)
        row("... with no cache", spread(fresh), f"{len(fresh)} runs")
        if alone:
            return
        say = [sys.executable, "-c", "import pyttsx3 as p; e = p.init(); e.say('Leg straight.'); e.runAndWait()"]
        stock = launches(room, recording, runs, say, lambda: None)
        row("... pyttsx3 say()", spread(stock), f"{len(stock)} runs")
        pipe = ["sh", "-c", "espeak-ng --stdout 'Leg straight.' | paplay"]
        shell = launches(room, recording, runs, pipe, lambda: None)
        row("... espeak-ng | paplay", spread(shell), f"{len(shell)} runs")


def bench_paint(room: Lab, runs: int) -> None:
    """First paint of the home screen and of a cramp, beside importing Textual alone."""
    for name, command in (("home", PROGRAM), ("cramp", [*PROGRAM, "cramp"])):
        painted = []
        for _ in range(runs):
            terminal = Terminal(command, room.full_env)
            time.sleep(1.8)
            terminal.end()
            if terminal.painted:
                painted.append(terminal.painted - terminal.begun)
        row(f"launch to first paint: {name}", spread(painted) if painted else "none")
    for name, code in (
        ("import textual.app, textual.widgets", "import textual.app, textual.widgets"),
        ("pass", "pass"),
    ):
        bare = []
        for _ in range(runs):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            bare.append(time.perf_counter() - begun)
        row(f"... python -c {name!r}", spread(bare))


def bench_beats(room: Lab, home: Path, minutes: float) -> None:
    """A beep each second: how exact in a long movement whose figure moves, beside four busy threads; a hold's cost."""
    seconds = int(60 * minutes)
    for busy, length in ((True, seconds), (False, 60)):
        file = _step(home, "move" if busy else "hold", length)
        with room.recording() as recording:
            head = [sys.executable, "-m", "bench.app", "--burn"] if busy else PROGRAM
            terminal = Terminal([*head, "run", str(file), "--cues", "beeps"], room.full_env)
            _wait_for_a_beep(recording)
            before, at = _cost(terminal.pid), time.monotonic()
            time.sleep(seconds if busy else 20)
            after, gone = _cost(terminal.pid), time.monotonic() - at
            if busy:
                _beeps(recording, seconds - 6)
            else:
                row("CPU in a hold: program, audio process", _share(before, after, gone))
                row("resident memory: program, audio process, sum", _memory(terminal.pid))
            terminal.end()


def _step(home: Path, kind: str, seconds: int) -> Path:
    """A routine of one step that beeps each second."""
    file = home / "bench.toml"
    cues = ", ".join(f'{{ at = {second}, sound = "count" }}' for second in range(1, seconds - 4))
    file.write_text(
        'format = 1\ntitle = "Bench"\npurpose = "break"\nposition = "chair"\n[[steps]]\n'
        f'name = "Rock"\nsay = "Rock."\npose = "ankle-rock"\n{kind} = {seconds}\ncues = [{cues}]\n'
    )
    return file


def _wait_for_a_beep(recording: Recording, at_most: float = 120.0) -> None:
    """Four busy threads in the program itself keep it from beginning for as long as half a minute."""
    due = time.monotonic() + at_most
    while time.monotonic() < due:
        time.sleep(0.5)
        if beep_in(recording.samples[-RATE:], "count") is not None:
            return


def _beeps(recording: Recording, count: int) -> None:
    first = _first_beep(recording)
    errors, lost = beep_errors(recording, "count", [first + second for second in range(count)])
    worst, middle = max(map(abs, errors)) * 1000, statistics.median(map(abs, errors)) * 1000
    what = f"beep error under the screen, 4 busy threads, {count} beeps"
    row(what, f"{worst:.2f} ms", f"median {middle:.2f} ms, {lost} lost")


def _first_beep(recording: Recording) -> float:
    """When the first beep of the second-by-second run sounded: a beep at which the next twenty follow each second.

    The step itself begins with a tone of another pitch, which is none of them.
    """
    from soundlab import stretches

    samples = recording.samples
    begins = [begin for begin, _ in stretches(samples, gap=0.3)]
    around = [(begin, samples[max(0, begin - RATE // 20) : begin + RATE // 2]) for begin in begins]
    starts = [recording.time_of(begin) for begin, sound in around if beep_in(sound, "count") is not None]
    for start in starts:
        near = [min(abs(start + n - other) for other in starts) for n in range(1, 21)]
        if max(near) < 0.05:
            return start
    raise SystemExit("no run of beeps was found")


def _family(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, listed)]


def _cost(pid: int) -> list[float]:
    costs = []
    for member in _family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        costs.append((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))
    return costs


def _share(before: list[float], after: list[float], seconds: float) -> str:
    return ", ".join(f"{100 * (b - a) / seconds:.1f} %" for a, b in zip(before, after, strict=True))


def _memory(pid: int) -> str:
    page = os.sysconf("SC_PAGE_SIZE") / 1e6
    sizes = [int(Path(f"/proc/{member}/statm").read_text().split()[1]) * page for member in _family(pid)]
    return ", ".join(f"{size:.0f} MB" for size in [*sizes, sum(sizes)])


def bench_hour() -> None:
    """An hour's session in virtual time, every tick, line and beep of it."""
    stretches = tuple(Stretch(f"Stretch {n}", "Lean in.", hold=30, sets=2, rest=10) for n in range(36))
    plan = build(Routine("hour", "An hour", "prevention", stretches), Style())
    mouth = Mouth()
    coach = Coach(RoutinePlayer(plan, mouth), mouth)
    begun, now, ends, events = time.perf_counter(), 0.0, None, 0
    while (deadline := coach.deadline) is not None or ends:
        event: Event = Tick()
        if ends and (deadline is None or ends[0] <= deadline):
            now, event, ends = ends[0], SpeechEnded(ends[1]), None
        elif deadline is not None:
            now = max(now, deadline)
        for effect in coach.send(event, now):
            if isinstance(effect, Say):
                ends = (now + speech_seconds(effect.text), effect.utterance)
        events += 1
    took = time.perf_counter() - begun
    row("a session in virtual time", f"{1000 * took:.0f} ms", f"{now / 60:.0f} minutes, {events} events")


def burn_and_run(args: list[str]) -> int:
    """The program with four threads that never rest."""
    from stretchcoach.__main__ import early_sound
    from stretchcoach.cli import main as run

    voice, ears = early_sound(args)
    for _ in range(4):
        threading.Thread(target=_burn, daemon=True).start()
    return run(args, voice, ears)


def _burn() -> None:
    while True:
        sum(range(2000))
        select.select([], [], [], 0)


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--burn"]:
        sys.exit(burn_and_run(sys.argv[2:]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="length of the beep run")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--alone", action="store_true", help="nothing beside ours")
    wished = parser.parse_args()
    if gone := lacking(ALONE if wished.alone or not wished.runs else NEEDED):
        parser.exit(1, f"not installed: {', '.join(gone)}\n")
    with tempfile.TemporaryDirectory() as folder, lab(Path(folder) / "run") as room:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ["STRETCHCOACH_HOME"] = str(home)
        _settle_in(room)
        row("", "median / p95")
        bench_hour()
        if wished.runs:
            bench_launch(room, wished.runs, home, wished.alone)
            bench_paint(room, wished.runs)
        if wished.minutes:
            bench_beats(room, home, wished.minutes)


if __name__ == "__main__":
    main()
