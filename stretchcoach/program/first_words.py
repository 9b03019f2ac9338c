"""What must be known before the first word: how the voice is set, and which line comes first.

Reads the settings without the machinery that checks them; a value that is no good here is the usual one until
the settings have been read in full, a moment later.
"""

from stretchcoach.audio.options import AUTO, NIGHT_VOLUME, SoundOptions, by_night, engine_for
from stretchcoach.machine.files import read_text
from stretchcoach.machine.folders import folders
from stretchcoach.program import state
from stretchcoach.program.night import is_night
from stretchcoach.words.first_lines import ACTION, AGAIN_HERE, PRACTICE, RETURN_WITHIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, TypeVar

    from stretchcoach.ears.options import EarOptions

    T = TypeVar("T", bool, int, str)


def what_to_say(night: bool, rehearse: bool, listen: bool | None) -> "tuple[SoundOptions, str, EarOptions | None]":
    """The voice's options, the first line to speak, and how to listen, if anybody is to.

    ``listen``: what the command line says; None: the settings decide.
    """
    places = folders()
    tables = _tables(places.settings)
    voice, screen = tables.get("voice", {}), tables.get("screen", {})
    usual = SoundOptions()
    night = night or is_night(_value(screen, "theme", "auto"))
    name = _value(voice, "voice", usual.voice)
    by_day = SoundOptions(
        speech=_value(voice, "speech", True),
        beeps=_value(voice, "beeps", True),
        volume=_value(voice, "volume", usual.volume),
        rate=_value(voice, "rate", usual.rate),
        voice=name,
        engine=engine_for(_value(voice, "engine", AUTO), name),
        device=_value(voice, "device", usual.device),
        cache=str(places.phrases),
    )
    options = by_night(by_day, _value(voice, "night_volume", NIGHT_VOLUME)) if night else by_day
    ears = _ears(tables.get("listen", {}), listen, places.learnt)
    if rehearse:
        return options, PRACTICE, ears
    returned = any(age <= RETURN_WITHIN for age in state.releases(places.state))
    return options, AGAIN_HERE if returned else ACTION, ears


def _ears(table: "Any", listen: bool | None, learnt: "Path") -> "EarOptions | None":
    if not (_value(table, "on", False) if listen is None else listen):
        return None
    from stretchcoach.ears.options import EarOptions

    usual = EarOptions()
    return EarOptions(
        device=_value(table, "device", usual.device),
        engine=_value(table, "engine", usual.engine),
        headphones=_value(table, "headphones", usual.headphones),
        learnt=str(learnt) if learnt.exists() else "",
    )


DOTS = 1000
"""Dots that no settings file has; over a key of thousands of parts ``tomllib`` takes minutes, and a cramp waits."""


def _tables(file: "Path") -> "dict[str, Any]":
    if not file.is_file():
        return {}
    import tomllib

    try:
        text = read_text(file)
        return {} if text.count(".") > DOTS else tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        return {}


def _value(table: "Any", key: str, usual: "T") -> "T":
    value = table.get(key, usual) if isinstance(table, dict) else usual
    return value if type(value) is type(usual) else usual
