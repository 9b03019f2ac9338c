"""Checks what a session needs, and says of each thing what is wrong and how to mend it."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from stretchcoach.machine.folders import Folders
    from stretchcoach.settings import Settings

TEST_LINE = "This is your coach. If you can hear me, the voice works."
PATIENCE = 8.0
"""Seconds to wait for the sound."""
PACKAGES = ("textual", "miniaudio", "pyttsx3", "espeakng-loader", "wakepy")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: Literal["ok", "warn", "fail"]
    detail: str
    fix: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        return f"{self.state:4}  {self.name}: {self.detail}" + (f" {self.fix}" if self.fix else "")

    def as_dict(self) -> dict[str, str]:
        """For ``--json``."""
        return asdict(self)


def examine(aloud: bool, listen: Callable[[str], None] | None = None) -> list[Check]:
    """Look at everything; ``aloud`` speaks a short line, ``listen`` asks for the stop word and is told how it goes."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import load

    places = folders()
    settings, problems = load(places.settings)
    return [
        python(),
        *sound(settings, places, aloud),
        microphone(settings),
        recogniser(settings),
        *(stop_word(settings, listen) if listen else ()),
        *routines(places),
        *writable(places),
        Check("settings", "warn", str(problems[0]), "See: stretchcoach config validate.")
        if problems
        else Check("settings", "ok", str(places.settings)),
        awake(settings),
        terminal(),
    ]


def python() -> Check:
    """Versions, for a report."""
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return Check("python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}; {versions}")


def sound(settings: "Settings", places: "Folders", aloud: bool) -> Iterator[Check]:
    """Whether there is a voice, and a loudspeaker to hear it from; not ``aloud``, the test line has no volume."""
    from stretchcoach.audio.client import Voice
    from stretchcoach.program.sound_options import tried

    wished = settings.voice
    options = tried(wished, wished.volume if aloud else 0, str(places.phrases))
    voice = Voice.start(options, TEST_LINE)
    facts = voice.ask("status", PATIENCE)
    voice.close(PATIENCE if aloud and facts else 0)
    if facts is None:
        yield Check("sound", "fail", "the part that makes the sound does not answer.", "Captions and keys still work.")
        return
    yield _voice(facts, options.engine, wished.voice)
    yield _loudspeaker(facts)


def _voice(facts: dict[str, Any], engine: str, name: str) -> Check:
    speaks = facts["engine"]
    if not facts["voices"]:
        reason = "; ".join(facts["errors"]) or "it has no voice"
        return Check("voice", "fail", f"{speaks} cannot speak: {reason}.", "Install stretchcoach again.")
    if speaks != engine:
        fix = "Set voice.engine in the settings, or install stretchcoach again."
        why = f" ({'; '.join(facts['errors'])})" if facts["errors"] else ""
        return Check("voice", "warn", f"{engine} is not here, so {speaks} speaks{why}.", fix)
    if name and not any(name.lower() in each.lower() for each in facts["voices"]):
        return Check("voice", "warn", f"{speaks} has no voice '{name}'.", "Set voice.voice, or leave it empty.")
    return Check("voice", "ok", f"{speaks}, {name or 'its own choice'} of {len(facts['voices'])}")


def _loudspeaker(facts: dict[str, Any]) -> Check:
    if facts["backend"]:
        return Check("sound out", "ok", f"{facts['backend']}, device {facts['device']}")
    reason = "; ".join(facts["errors"]) or "no sound device opens"
    fix = "Plug in a loudspeaker or start the sound service; sessions go on with captions."
    return Check("sound out", "fail", f"{reason}.", fix)


def microphone(settings: "Settings") -> Check:
    """Whether there is a microphone; it is not opened."""
    from stretchcoach.ears.capture import devices

    backend, names = devices()
    wished = settings.listen.device
    use = "listening is on" if settings.listen.on else "listening is off"
    if not names:
        state: Literal["ok", "warn"] = "warn" if settings.listen.on else "ok"
        return Check("microphone", state, f"none found; {use}.", "Keys still work; plug one in to answer by voice.")
    if wished and not any(wished.casefold() in name.casefold() for name in names):
        there = ", ".join(names)
        return Check("microphone", "warn", f"none like '{wished}'; there are: {there}.", "Set listen.device.")
    return Check("microphone", "ok", f"{backend}, {wished or 'default'} of {len(names)}; {use}")


def recogniser(settings: "Settings") -> Check:
    """Who would understand what is said."""
    from stretchcoach.ears.availability import USUAL, standing
    from stretchcoach.ears.errors import RecogniserError

    wished = settings.listen.engine
    try:
        engine, why = standing(wished)
    except RecogniserError as fault:
        return Check("recogniser", "warn" if settings.listen.on else "ok", f"{fault}.", "The keys still work.")
    if engine == "sphinx":
        why = why or "sphinx was chosen; the recogniser of this program understands far better."
    if why:
        return Check("recogniser", "warn", why, "Install stretchcoach[listen], and set listen.engine.")
    name = "the program's own" if engine == USUAL else engine
    return Check("recogniser", "ok", f"{name}, works without a network")


def stop_word(settings: "Settings", tell: Callable[[str], None]) -> Iterator[Check]:
    """Three tries of the one word that must always work."""
    from stretchcoach.doctor.stop_word import TRIES, three_tries
    from stretchcoach.program.sound_options import ear_options

    tries, trouble = three_tries(ear_options(settings), tell)
    if trouble:
        yield Check("stop word", "fail", trouble, "Keys still work.")
        return
    right = sum(each.heard == "stop" for each in tries)
    detail = f"understood {right} of {TRIES}: {'; '.join(map(str, tries))}"
    if right == TRIES:
        yield Check("stop word", "ok", detail)
    else:
        yield Check(
            "stop word", "warn", f"{detail}.", "Come nearer, or turn the microphone up; the key x always stops."
        )


def routines(places: "Folders") -> Iterator[Check]:
    """Whether every routine file can be read."""
    from stretchcoach import library

    shelf = library.shelf([places.routines, library.shipped_folder()])
    errors = [problem for problem in shelf.problems if not problem.warning]
    if not shelf.routines:
        yield Check("routines", "fail", "none found.", "Install stretchcoach again.")
    elif errors:
        yield Check("routines", "warn", f"{len(shelf.routines)} ready, but {errors[0]}", "Fix or remove that file.")
    else:
        yield Check("routines", "ok", f"{len(shelf.routines)} ready; your own go into {places.routines}")


def writable(places: "Folders") -> Iterator[Check]:
    """Whether settings, own routines and rendered phrases can be kept."""
    from stretchcoach.machine.folders import obstacle

    if places.notice:
        yield Check("home folder", "warn", places.notice, "Set STRETCHCOACH_HOME to a folder that stays.")
    for name, folder in (("settings", places.config), ("data", places.data), ("cache", places.cache)):
        reason = obstacle(folder)
        if reason:
            fix = "Make room or give yourself the right to write there, or set STRETCHCOACH_HOME to another folder."
            yield Check(f"{name} folder", "fail", f"{folder}: {reason.lower()}.", fix)
        else:
            yield Check(f"{name} folder", "ok", str(folder))


def awake(settings: "Settings") -> Check:
    """Whether the screen can be kept from going dark."""
    from stretchcoach.machine.awake import can_stay_awake

    if not settings.screen.keep_awake:
        return Check("keep awake", "ok", "turned off in the settings")
    if can_stay_awake():
        return Check("keep awake", "ok", "the screen stays on during a session")
    return Check(
        "keep awake",
        "warn",
        "the screen may go dark during a session.",
        "The voice goes on; or set a longer time-out in the system settings.",
    )


def terminal() -> Check:
    """Size, colours and kind of the terminal."""
    if not sys.stdout.isatty():
        return Check("terminal", "ok", "not a terminal: sessions are lines of text")
    width, height = shutil.get_terminal_size()
    term = os.environ.get("TERM", "")
    detail = f"{width}x{height}, TERM={term or 'not set'}, {colours()}"
    if term == "dumb":
        return Check("terminal", "ok", f"{detail}: sessions are lines of text")
    if width < 60 or height < 20:
        return Check("terminal", "warn", f"{detail}.", "Make the window at least 60x20, or use --plain.")
    return Check("terminal", "ok", detail)


def colours() -> str:
    """How many colours the terminal says it has."""
    if "NO_COLOR" in os.environ:
        return "no colours (NO_COLOR)"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million colours"
    return "256 colours" if "256" in os.environ.get("TERM", "") else "16 colours"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"
