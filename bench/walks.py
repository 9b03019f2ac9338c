"""From the command line to what a person came for, in keys and seconds: ``python -m bench.walks``.

The program runs in a terminal of 80 by 24 without sound; each key is pressed as soon as what it waits for is on the
screen, so the seconds are the program's own, and a person's reading comes on top.  ``--program`` measures another one.
"""

import argparse
import os
import pty
import re
import select
import struct
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROGRAM = f"{sys.executable} -m stretchcoach"
SILENT = {"PULSE_SERVER": "unix:/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent", "ALSA_CONFIG_PATH": "/dev/null"}
PATIENCE = 90.0
TAKEN_IN = 0.3
"""Seconds between what is seen and the next key; the program lets two keys at once pass as a slip."""
OWN = """format = 1
title = "Physio, Tuesday"
purpose = "prevention"
position = "standing"

[[steps]]
name = "Wall calf stretch"
say = "Hands on the wall. Heel down. Lean in."
side = "each"
hold = 30
"""
_CONTROL = re.compile(r"\x1b\][^\x07]*\x07|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.")


@dataclass(frozen=True)
class Walk:
    """What somebody wants, and the way there: what is to be seen, and the keys that are pressed then."""

    name: str
    command: str
    steps: tuple[tuple[str, str], ...]
    since: int = 0
    """The step from whose keys the seconds count; 0: from the launch."""

    @property
    def keys(self) -> int:
        """How many are pressed."""
        return sum(len(keys) for _, keys in self.steps[self.since :])


HOME, HOLD, ENTER = "A cramp now|▀▀▀", "Hold · 30", "\r"
WALKS = (
    Walk("a cramp, from the command line, to the first hold", "cramp", ((HOLD, ""),)),
    Walk("a cramp, from the app, to the first hold", "", ((HOME, "c"), (HOLD, ""))),
    Walk(
        "from gone to asleep", "cramp",
        ((HOLD, ""), ("", "g"), ("Tomorrow", "t"), ("Home", ENTER), ("Start", "q")), 1,
    ),
    Walk("a warm-up before running, fitted into six minutes", "",
         ((HOME, f"/runn{ENTER}mm{ENTER}"), ("Brisk walk", ""))),
    Walk("the doctor's page as PDF", "",
         ((HOME, "d"), ("Doctor's page", "r"), ("Save PDF", "p"), ("Enter saves", ENTER), ("Saved", ""))),
    Walk("a routine of one's own", "", ((HOME, f"/phy{ENTER}{ENTER}"), ("Wall calf stretch", ""))),
)  # fmt: skip


class Terminal:
    """A program in a terminal; what it has written since the last key, without the colours."""

    def __init__(self, command: list[str], home: Path) -> None:
        self.begun = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            env = {**os.environ, **SILENT, "STRETCHCOACH_HOME": str(home), "TERM": "xterm-256color"}
            os.execvpe(command[0], command, {**env, "COLUMNS": "80", "LINES": "24"})
        _resize(self._fd)
        self._seen = ""

    def wait(self, shape: str) -> bool:
        """Until it is to be seen; False where it does not come, or the program has ended."""
        end = time.monotonic() + PATIENCE
        while not re.search(shape, _CONTROL.sub("", self._seen)):
            if not (time.monotonic() < end and self._read()):
                return False
        return True

    def press(self, key: str) -> None:
        """Press one key; what was seen before does not count any more."""
        time.sleep(TAKEN_IN)
        self._seen = ""
        os.write(self._fd, key.encode())

    def _read(self) -> bool:
        if not select.select([self._fd], [], [], 1.0)[0]:
            return True
        try:
            self._seen += os.read(self._fd, 65536).decode(errors="replace")
        except OSError:
            return False
        return True

    def end(self) -> None:
        """Leave it, however far it has come."""
        try:
            os.write(self._fd, b"\x03")
            while self._read():
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def _resize(descriptor: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))


def walked(walk: Walk, program: str) -> float | None:
    """Seconds that it took; None where it led nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "data" / "routines").mkdir(parents=True)
        (home / "data" / "routines" / "physio.toml").write_text(OWN, encoding="utf-8")
        terminal = Terminal([*program.split(), *walk.command.split()], home)
        begun = terminal.begun
        try:
            for place, (shape, keys) in enumerate(walk.steps):
                if not terminal.wait(shape):
                    return None
                if place == walk.since and place:
                    begun = time.monotonic()
                for key in keys:
                    terminal.press(key)
            return time.monotonic() - begun
        finally:
            terminal.end()


def main() -> None:
    """Walk them all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=PROGRAM, help="how the program is started")
    program = parser.parse_args().program
    print(f"{'what':52} {'keys':>4}  seconds")
    for walk in WALKS:
        seconds = walked(walk, program)
        print(f"{walk.name:52} {walk.keys:>4}  {'did not get there' if seconds is None else f'{seconds:.1f}'}")


if __name__ == "__main__":
    main()
