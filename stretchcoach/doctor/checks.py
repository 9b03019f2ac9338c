"""Checks what a session needs, and says what is wrong with each thing and how to fix it."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct
from msgspec.structs import asdict

from stretchcoach.words import doctor_lines
from stretchcoach.words.ear_notices import KEYS

if TYPE_CHECKING:
    from stretchcoach.machine.folders import Folders
    from stretchcoach.settings import Settings

PATIENCE = 8.0
"""Seconds to wait for the sound."""
PACKAGES = ("textual", "miniaudio", "pyttsx3", "espeakng-loader", "wakepy")


class Check(Struct, frozen=True):
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
        Check("settings", "warn", str(problems[0]), doctor_lines.VALIDATE)
        if problems
        else Check("settings", "ok", str(places.settings)),
        awake(settings),
        terminal(),
    ]


def python() -> Check:
    """Versions, for a report."""
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return Check(
        "python",
        "ok",
        doctor_lines.python_on(platform.python_version(), platform.system(), platform.machine(), versions),
    )


def sound(settings: "Settings", places: "Folders", aloud: bool) -> Iterator[Check]:
    """Whether there is a voice, and a loudspeaker to hear it from; not ``aloud``, the test line has no volume."""
    from stretchcoach.audio.client import Voice
    from stretchcoach.program.sound_options import tried

    wished = settings.voice
    options = tried(wished, wished.volume if aloud else 0, str(places.phrases))
    voice = Voice.start(options, doctor_lines.THIS_IS_YOUR_COACH)
    facts = voice.ask("status", PATIENCE)
    voice.close(PATIENCE if aloud and facts else 0)
    if facts is None:
        yield Check("sound", "fail", doctor_lines.SOUND_SILENT, doctor_lines.CAPTIONS_AND_KEYS)
        return
    yield _voice(facts, options.engine, wished.voice)
    yield _loudspeaker(facts)


def _voice(facts: dict[str, Any], engine: str, name: str) -> Check:
    speaks = facts["engine"]
    if not facts["voices"]:
        reason = "; ".join(facts["errors"]) or doctor_lines.NO_VOICE
        return Check("voice", "fail", doctor_lines.cannot_speak(speaks, reason), doctor_lines.INSTALL_AGAIN)
    if speaks != engine:
        fix = doctor_lines.SET_ENGINE
        why = f" ({'; '.join(facts['errors'])})" if facts["errors"] else ""
        return Check("voice", "warn", doctor_lines.engine_missing(engine, speaks, why), fix)
    if name and not any(name.lower() in each.lower() for each in facts["voices"]):
        return Check("voice", "warn", doctor_lines.engine_lacks_voice(speaks, name), doctor_lines.SET_VOICE)
    return Check("voice", "ok", doctor_lines.voice_of(speaks, name or "default voice", len(facts["voices"])))


def _loudspeaker(facts: dict[str, Any]) -> Check:
    if facts["backend"]:
        return Check("sound out", "ok", doctor_lines.sound_through(facts["backend"], facts["device"]))
    reason = "; ".join(facts["errors"]) or doctor_lines.NO_DEVICE_OPENS
    fix = doctor_lines.PLUG_IN_A_LOUDSPEAKER
    return Check("sound out", "fail", f"{reason}.", fix)


def microphone(settings: "Settings") -> Check:
    """Whether there is a microphone; it is not opened."""
    from stretchcoach.ears.capture import devices

    backend, names = devices()
    wished = settings.listen.device
    use = doctor_lines.LISTENING_IS_ON if settings.listen.on else doctor_lines.LISTENING_IS_OFF
    if not names:
        state: Literal["ok", "warn"] = "warn" if settings.listen.on else "ok"
        return Check("microphone", state, doctor_lines.none_found(use), doctor_lines.PLUG_IN_A_MICROPHONE)
    if wished and not any(wished.casefold() in name.casefold() for name in names):
        there = ", ".join(names)
        return Check("microphone", "warn", doctor_lines.none_like(wished, there), doctor_lines.SET_DEVICE)
    return Check("microphone", "ok", f"{backend}, {wished or 'default'} of {len(names)}; {use}")


def recogniser(settings: "Settings") -> Check:
    """Who would understand what is said."""
    from stretchcoach.ears.availability import USUAL, standing
    from stretchcoach.ears.errors import RecogniserError

    wished = settings.listen.engine
    try:
        engine, why = standing(wished)
    except RecogniserError as fault:
        return Check("recogniser", "warn" if settings.listen.on else "ok", f"{fault}.", doctor_lines.KEYS_WORK)
    if engine == "sphinx":
        why = why or doctor_lines.SPHINX_CHOSEN
    if why:
        return Check("recogniser", "warn", why, doctor_lines.INSTALL_LISTEN)
    name = doctor_lines.THE_PROGRAMS_OWN if engine == USUAL else engine
    return Check("recogniser", "ok", doctor_lines.works_offline(name))


def stop_word(settings: "Settings", tell: Callable[[str], None]) -> Iterator[Check]:
    """Three tries of the one word that must always work."""
    from stretchcoach.doctor.stop_word import TRIES, three_tries
    from stretchcoach.program.sound_options import ear_options

    tries, trouble = three_tries(ear_options(settings), tell)
    if trouble:
        yield Check("stop word", "fail", trouble.removesuffix(KEYS).strip(), KEYS)
        return
    right = sum(each.heard == "stop" for each in tries)
    detail = doctor_lines.stops_understood(right, TRIES, "; ".join(map(str, tries)))
    if right == TRIES:
        yield Check("stop word", "ok", detail)
    else:
        yield Check("stop word", "warn", f"{detail}.", doctor_lines.COME_NEARER)


def routines(places: "Folders") -> Iterator[Check]:
    """Whether every routine file can be read."""
    from stretchcoach import library

    shelf = library.shelf([places.routines, library.shipped_folder()])
    errors = [problem for problem in shelf.problems if not problem.warning]
    if not shelf.routines:
        yield Check("routines", "fail", doctor_lines.NONE_FOUND, doctor_lines.INSTALL_AGAIN)
    elif errors:
        yield Check(
            "routines", "warn", doctor_lines.ready_but(len(shelf.routines), errors[0]), doctor_lines.FIX_THE_FILE
        )
    else:
        yield Check("routines", "ok", doctor_lines.ready(len(shelf.routines), places.routines))


def writable(places: "Folders") -> Iterator[Check]:
    """Whether settings, own routines and rendered phrases can be kept."""
    from stretchcoach.machine.folders import obstacle

    if places.notice:
        yield Check("home folder", "warn", places.notice, doctor_lines.SET_HOME)
    for name, folder in (("settings", places.config), ("data", places.data), ("cache", places.cache)):
        reason = obstacle(folder)
        if reason:
            fix = doctor_lines.MAKE_ROOM
            yield Check(f"{name} folder", "fail", f"{folder}: {reason.lower()}.", fix)
        else:
            yield Check(f"{name} folder", "ok", str(folder))


def awake(settings: "Settings") -> Check:
    """Whether the screen can be kept from going dark."""
    from stretchcoach.machine.awake import can_stay_awake

    if not settings.screen.keep_awake:
        return Check("keep awake", "ok", doctor_lines.TURNED_OFF)
    if can_stay_awake():
        return Check("keep awake", "ok", doctor_lines.SCREEN_STAYS_ON)
    return Check(
        "keep awake",
        "warn",
        doctor_lines.MAY_GO_DARK,
        doctor_lines.LONGER_TIME_OUT,
    )


def terminal() -> Check:
    """Size, colours and kind of the terminal."""
    if not sys.stdout.isatty():
        return Check("terminal", "ok", doctor_lines.NOT_A_TERMINAL)
    width, height = shutil.get_terminal_size()
    term = os.environ.get("TERM", "")
    detail = f"{width}x{height}, TERM={term or doctor_lines.NOT_SET}, {colours()}"
    if term == "dumb":
        return Check("terminal", "ok", doctor_lines.lines_of_text(detail))
    if width < 60 or height < 20:
        return Check("terminal", "warn", f"{detail}.", doctor_lines.WINDOW_SIZE)
    return Check("terminal", "ok", detail)


def colours() -> str:
    """How many colours the terminal says it has."""
    if "NO_COLOR" in os.environ:
        return doctor_lines.NO_COLOURS
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return doctor_lines.MILLIONS
    return doctor_lines.COLOURS_256 if "256" in os.environ.get("TERM", "") else doctor_lines.COLOURS_16


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"
