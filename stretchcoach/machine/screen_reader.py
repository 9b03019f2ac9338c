"""Whether a screen reader runs on this machine, as far as can be told in a few milliseconds; asked in plain mode alone.

One at the other end of an ssh connection cannot be seen from here.
"""

import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINUX = {"orca": "Orca", "brltty": "BRLTTY", "espeakup": "Speakup", "speechd-up": "Speakup", "fenrir": "Fenrir"}
SPI_GETSCREENREADER = 0x46
PATIENCE = 0.3
"""Seconds for which macOS may take to answer."""


def in_use(system: str = sys.platform, processes: Path = Path("/proc")) -> str:
    """Its name; empty where none runs, or none can be seen."""
    asked: dict[str, Callable[[], str]] = {"darwin": _voiceover, "win32": _windows}
    try:
        return asked[system]() if system in asked else _linux(processes)
    except Exception:  # not knowing must never keep anybody from the coach
        return ""


def _linux(processes: Path) -> str:
    return next((LINUX[name] for name in _names(processes) if name in LINUX), "")


def _names(processes: Path) -> "Iterator[str]":
    """What each process calls itself; Orca is a script of Python, which may go by its interpreter's name."""
    for process in processes.iterdir():
        if not process.name.isdecimal():
            continue
        try:
            name = (process / "comm").read_text("utf-8", "replace").strip()
            yield name
            if name.startswith("python"):
                script = (process / "cmdline").read_text("utf-8", "replace").split("\0")[1:2]
                yield from (Path(each).name for each in script)
        except OSError:
            continue  # it has ended meanwhile, or is not ours to look at


def _voiceover() -> str:
    import subprocess

    command = ["/usr/bin/pgrep", "-x", "VoiceOver"]
    found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    return "VoiceOver" if found.stdout.strip() else ""


def _windows() -> str:
    import ctypes

    on = ctypes.c_int(0)
    asked = vars(ctypes)["windll"].user32.SystemParametersInfoW(SPI_GETSCREENREADER, 0, ctypes.byref(on), 0)
    from stretchcoach.words.machine_notices import SCREEN_READER

    return SCREEN_READER if asked and on.value else ""
