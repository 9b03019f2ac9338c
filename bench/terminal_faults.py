"""Terminals that go, signals, and faults inside the screen: ``python -m bench.terminal_faults [--tries N] [--seed S]``.

Each try starts the program in a terminal of its own, ends it in one of the ways a night can end it, at a moment left
to chance, and looks what is left: processes after two seconds, the terminal, the exit code, what the diary says.
"""

import argparse
import fcntl
import os
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import stretchcoach
from bench import heed_signals

PROGRAM = (sys.executable, "-m", "stretchcoach")
CRAMP = ("cramp", "left", "--no-voice")
OURS = str(Path(stretchcoach.__file__).parent).encode()
AT_MOST = 2.0
"""Seconds after which no process may be left."""
MAIN = """
import sys
from stretchcoach.__main__ import main
sys.argv[0] = "stretchcoach"
sys.exit(main())
"""
SPOTS = {
    "compose": "from stretchcoach.tui.screens.session import SessionScreen as it; name = 'compose'",
    "repaint": "from stretchcoach.tui.screens.session import SessionScreen as it; name = 'repaint'",
    "a key": "from stretchcoach.tui.screens.session import SessionScreen as it; name = 'press'",
    "a picture": "from stretchcoach.tui.widgets.base import Big as it; name = 'render_line'",
    "the coach": "from stretchcoach.core.coach import Coach as it; name = 'send'",
    "reading": "from stretchcoach.tui.terminal.parser import TerminalParser as it; name = 'feed'",
    "the start": "from stretchcoach.tui.app import StretchCoach as it; name = 'on_mount'",
    "the driver": "from stretchcoach.tui.terminal.driver import TerminalDriver as it; name = 'start_application_mode'",
}
"""Where something can go wrong that nobody thought of."""
OFTEN = ("repaint", "a picture", "the coach")
"""Those that are called again and again by themselves."""
FAULT = """
count, good = 0, getattr(it, name)
def bad(self, *args, **how):
    global count
    count += 1
    if count > {after}:
        secret = "LOCALS"
        raise RuntimeError("bang\\nboom \\x1b[31m")
    return good(self, *args, **how)
setattr(it, name, bad)
"""


class Terminal:
    """The program in a terminal of its own, at the head of a session of its own."""

    def __init__(self, *command: str, **more: str) -> None:
        self.home = tempfile.mkdtemp(prefix="terminal-")
        self.mark = f"{os.getpid()}-{time.monotonic_ns()}"
        environment = {**os.environ, "STRETCHCOACH_HOME": self.home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self.master, slave = pty.openpty()
        self.slave = slave
        termios.tcsetwinsize(slave, (24, 80))
        self.before = termios.tcgetattr(slave)
        self.shown = b""

        def own() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "STRETCHCOACH_MARK": self.mark, **more},
            preexec_fn=own,  # noqa: PLW1509  # nothing else can give it the terminal
        )

    def read(self, seconds: float, until: bytes = b"") -> bool:
        """Read for so long, or until this is shown; whether it was."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not (until and until in self.shown):
            if select.select([self.master], [], [], min(left, 0.1))[0]:
                try:
                    self.shown += os.read(self.master, 65536)
                except OSError:
                    break
        return until in self.shown

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def ended(self, seconds: float = 20.0) -> int | None:
        """The exit code, once it has ended."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.02)
        self.read(0.1)
        return self.process.returncode

    def whole(self) -> bool:
        """Whether the terminal is as it was."""
        shown = self.shown
        screen = shown.rfind(b"\x1b[?1049h") <= shown.rfind(b"\x1b[?1049l")
        return screen and termios.tcgetattr(self.slave) == self.before

    def hang_up(self) -> None:
        for descriptor in (self.master, self.slave):
            os.close(descriptor)
        self.master = self.slave = -1

    def left(self) -> list[int]:
        """The processes that are still there."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                mine = self.mark.encode() in (place / "environ").read_bytes()
                if mine and (place / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                    found.append(int(place.name))
            except OSError:
                continue
        return found

    def seconds_until_gone(self, most: float) -> float:
        start = time.monotonic()
        while self.left() and time.monotonic() - start < most:
            if self.master >= 0:
                self.read(0.02)
            time.sleep(0.02)
            self.process.poll()
        return time.monotonic() - start

    def close(self) -> None:
        for number in self.left():
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        if self.master >= 0:
            self.hang_up()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def offered(home: str) -> bool:
    """Whether the diary still has a session that can be gone on with."""
    from stretchcoach.diary import Diary, Journal

    return any(Journal(Diary.open(file)).interrupted() is not None for file in Path(home).rglob("diary.db"))


def _inner(shell: Terminal) -> int:
    """The wrapper inside the shell that has the terminal."""
    children = Path(f"/proc/{shell.process.pid}/task/{shell.process.pid}/children").read_text().split()
    return int(children[0]) if children else shell.process.pid


def _kill(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(terminal.process.pid, number)


ENDS: dict[str, tuple[str, Callable[[Terminal], None]]] = {
    "terminal closed": ("", Terminal.hang_up),
    "SIGHUP": ("", _kill(signal.SIGHUP)),
    "SIGTERM": ("", _kill(signal.SIGTERM)),
    "SIGHUP to the shell": ("{}; true", _kill(signal.SIGHUP)),
    "SIGTERM to the shell": ("{}; true", _kill(signal.SIGTERM)),
    "SIGHUP to a wrapper": ("sh -c '{}; true'; sleep 0.1", lambda it: os.kill(_inner(it), signal.SIGHUP)),
}


@dataclass(slots=True)
class Count:
    """What came of many tries."""

    tries: int = 0
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    unborn: int = 0
    """Ctrl-C came while the interpreter itself was starting, before any line of ours."""

    def note(self, fault: str) -> None:
        if fault:
            self.faults.append(fault)

    def __str__(self) -> str:
        early = f", {self.unborn} before our first line" if self.unborn else ""
        return f"{self.tries} tries, {len(self.faults)} faults, the slowest {self.slowest:.2f} s{early}"


def ends(tries: int, luck: random.Random) -> Count:
    """A cramp that is cut off; half of them at any moment at all, half after the session has begun."""
    count = Count()
    for number in range(tries):
        name, (wrapper, end) = list(ENDS.items())[number % len(ENDS)]
        command = [*PROGRAM, *CRAMP, *luck.choice(([], [], ["--plain"]))]
        plain = "--plain" in command
        whole = ["sh", "-c", wrapper.replace("{}", " ".join(command))] if wrapper else command
        terminal = Terminal(*whole)
        begun = luck.random() < 0.5
        if begun:
            begun = terminal.read(20, b"Coach: " if plain else "▀".encode())
        terminal.read(luck.uniform(0.0, 2.5))
        end(terminal)
        took = terminal.seconds_until_gone(5)
        count.tries += 1
        count.slowest = max(count.slowest, took)
        where = f"{name}{', lines' * plain}: "
        count.note(f"{where}a process is left" if took > AT_MOST else "")
        count.note(f"{where}not offered again" if begun and not offered(terminal.home) else "")
        count.note(f"{where}traceback" if b"Traceback" in terminal.shown else "")
        terminal.close()
    return count


def interrupts(tries: int, luck: random.Random, earliest: float = 0.05) -> Count:
    """Ctrl-C at any moment from the launch on."""
    count = Count()
    commands = [CRAMP, ("list",), ("ask",), ("--no-voice",), ("hear",), (*CRAMP, "--plain")]
    for number in range(tries):
        command = commands[number % len(commands)]
        terminal = Terminal(*PROGRAM, *command)
        wait = earliest + luck.random() ** 2 * 3.0
        terminal.read(wait)
        if terminal.process.poll() is None:
            terminal.type(b"\x03")
        code = terminal.ended()
        done = command == ("list",) and code == 0
        count.tries += 1
        if code != 130 and b"KeyboardInterrupt" in terminal.shown and OURS not in terminal.shown:
            count.unborn += 1
            terminal.close()
            continue
        where = f"{' '.join(command) or 'home'} after {wait:.3f} s: "
        count.note("" if code == 130 or done else f"{where}code {code}")
        count.note("" if terminal.whole() else f"{where}the terminal is not as it was")
        count.note(f"{where}traceback" if b"Traceback" in terminal.shown else "")
        count.slowest = max(count.slowest, took := terminal.seconds_until_gone(5))
        count.note(f"{where}a process is left" if took > AT_MOST else "")
        terminal.close()
    return count


def broken(spot: str, after: int, *, plain: bool = False) -> tuple[Terminal, int | None]:
    """A cramp in which something raises at ``spot``, and how it ended."""
    code = "\n".join((SPOTS[spot], FAULT.replace("{after}", str(after)), MAIN))
    terminal = Terminal(sys.executable, "-c", code, *CRAMP, *(["--plain"] if plain else []))
    if terminal.read(20, b"Something went wrong" if plain else "▀".encode()) and spot in ("a key", "reading"):
        terminal.type(b" ")
    return terminal, terminal.ended()


def faults(luck: random.Random, rounds: int = 1) -> Count:
    """Something raises inside the screen, at every spot."""
    count = Count()
    for spot in [*SPOTS] * rounds:
        terminal, code = broken(spot, luck.randrange(4) if spot in OFTEN else 0)
        count.tries += 1
        told = terminal.shown.rpartition(b"Something went wrong")[2]
        count.note("" if code == 1 else f"{spot}: code {code}")
        count.note("" if terminal.whole() else f"{spot}: the terminal is not as it was")
        count.note("" if told.count(b"\n") == 1 else f"{spot}: not one sentence")
        count.note(f"{spot}: traceback" if b"Traceback" in terminal.shown or b"LOCALS" in terminal.shown else "")
        terminal.close()
    return count


def bytes_from_nowhere(tries: int, luck: random.Random) -> Count:
    """Whatever a terminal may send, cut anywhere: nothing raises, and a key pressed later is that key."""
    from textual.events import Key

    from stretchcoach.tui.terminal.parser import TerminalParser

    count = Count()
    alphabet = [b"\x1b", b"[", b"]", b"P", b"<", b"?", b";", b":", b"200~", b"201~", b"\\", b"\x07", b"\x9b", b"\x9c",
                b"NaN", b"1e308", b"u", b"M", b"99999999999", b"$", b"\xff", "ч".encode(), b"O", b"\x18"]  # fmt: skip
    for _ in range(tries):
        parser, now, sent = TerminalParser(), 0.0, list[bytes]()
        for _ in range(luck.randrange(1, 12)):
            sent.append(luck.choice(alphabet) if luck.random() < 0.7 else luck.randbytes(luck.randrange(1, 9)))
        count.tries += 1
        try:
            for piece in sent:
                parser.feed(piece, now)
                now += luck.choice((0.0, 0.02, 0.3))
                parser.expire(now)
            parser.expire(now + 5)
            keys = [each.key for each in parser.feed(b"x", now + 6) if isinstance(each, Key)]
            count.note("" if keys == ["x"] else f"{sent}: {keys}")
        except Exception as error:
            count.note(f"{sent}: {error!r}")
    return count


def main() -> None:
    """Print the counts; the exit code tells whether there was a fault."""
    heed_signals()
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tries", type=int, default=20, help="of terminals that go, and of Ctrl-C")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    luck = random.Random(told.seed)
    counts: Counter[str] = Counter()
    campaigns: tuple[tuple[str, Callable[[], Count]], ...] = (
        ("bytes", lambda: bytes_from_nowhere(1000 * told.tries, luck)),
        ("faults inside", lambda: faults(luck, max(1, told.tries // 20))),
        ("Ctrl-C", lambda: interrupts(told.tries, luck)),
        ("terminals that go", lambda: ends(told.tries, luck)),
    )
    for name, run in campaigns:
        count = run()
        counts[name] = len(count.faults)
        print(f"{name}: {count}", flush=True)
        for fault in count.faults:
            print(f"  {fault}", flush=True)
    sys.exit(1 if counts.total() else 0)


if __name__ == "__main__":
    main()
