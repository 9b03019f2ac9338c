"""Small JSON files that one run leaves for the next: when cramps let go, which routines are known, what was put off.

A cramp that comes back within minutes is taken up where it matters; a routine heard before is not explained at length
again; what was told once on this machine is not told again; questions that were put off are asked another day.  Small
files in the state folder; one that cannot be read or written costs no more than what it remembers.  The entry point
reads the first one before anything heavy is loaded.
"""

import time
from contextlib import suppress

from stretchcoach.machine.files import UnreadableError, json_value, read_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from stretchcoach.core.knowledge import Value

HOUR = 3600.0
MOST = 64 * 1024
"""Bytes of one of these files."""
LATELY = 10
"""How many routines are remembered as used."""
FRESH = 7 * 24 * HOUR
"""What was put off longer ago is not asked any more."""


def releases(folder: "Path") -> tuple[float, ...]:
    """How many seconds ago cramps let go in the last hour, the longest ago first."""
    ages = (time.time() - moment for moment in _read(folder / "releases.json") if isinstance(moment, int | float))
    return tuple(sorted((age for age in ages if 0 <= age <= HOUR), reverse=True))


def note_release(folder: "Path") -> None:
    """Note that a cramp has just let go."""
    now = time.time()
    _write(folder / "releases.json", [*(now - age for age in releases(folder)), now])


def finished_routines(folder: "Path") -> frozenset[str]:
    """The routines that were done to their end at least once."""
    return frozenset(name for name in _read(folder / "known.json") if isinstance(name, str))


def note_finished(folder: "Path", routine: str) -> None:
    """Note that a routine was done to its end."""
    names = finished_routines(folder)
    if routine not in names:
        _write(folder / "known.json", sorted({*names, routine}))


def was_told(folder: "Path", what: str) -> bool:
    """Whether ``what`` was told on this machine."""
    return what in _read(folder / "told.json")


def first_time(folder: "Path", what: str) -> bool:
    """Whether ``what`` was never told on this machine; from now on it was."""
    told = _read(folder / "told.json")
    if what not in told:
        _write(folder / "told.json", sorted({*told, what}))
    return what not in told


def note_begun(folder: "Path", how: "Mapping[str, object]") -> None:
    """Note the routine that was begun last, and how: ``routine``, ``pace``, ``minutes``, ``side``, ``cues``, ``file``.

    Two files of one name are two routines; most routines are in no file of their own.
    """
    earlier = [each for each in last_begun(folder) if _which(each) != _which(how)]
    _write(folder / "used.json", [dict(how), *earlier][:LATELY])


def last_begun(folder: "Path") -> "list[dict[str, Any]]":
    """The routines that were begun, each as it was the last time, the latest first."""
    return _read(folder / "used.json")


def _which(how: "Mapping[str, object]") -> object:
    return how.get("file") or (how["routine"],)


def favourites(folder: "Path") -> frozenset[str]:
    """The routines that are shown first."""
    return frozenset(_read(folder / "favourites.json"))


def toggle_favourite(folder: "Path", routine: str) -> None:
    """Make a routine a favourite, or no favourite any more."""
    _write(folder / "favourites.json", sorted(favourites(folder) ^ {routine}))


def put_off(folder: "Path", answers: "Mapping[str, Value]") -> None:
    """Keep what was answered before the rest was put off."""
    kept = {key: sorted(value) if isinstance(value, frozenset) else value for key, value in answers.items()}
    _write(folder / "waiting.json", [time.time(), kept])


def put_off_answers(folder: "Path") -> "dict[str, Value] | None":
    """What was answered of the questions that were put off; None where none wait."""
    match _read(folder / "waiting.json"):
        case [int() | float() as when, dict() as kept] if 0 <= time.time() - when <= FRESH:
            return {key: _answer(value) for key, value in kept.items()}
    return None


def clear_put_off(folder: "Path") -> None:
    """Nothing waits any more."""
    with suppress(OSError):
        (folder / "waiting.json").unlink(missing_ok=True)


def faults(folder: "Path") -> list[str]:
    """What is wrong with these files, a sentence each; the bad ones are put aside, and what they held is not known."""
    return list(filter(None, (_fault(folder / name, sound) for name, sound in SOUND.items())))


def programme_fault(folder: "Path") -> str:
    """The same for the six weeks at bedtime, which lie in the data folder; may be empty."""
    from stretchcoach.programme import SIX_WEEKS_FILE

    return _fault(folder / SIX_WEEKS_FILE, _six_weeks)


def trial_fault(folder: "Path") -> str:
    """The same for a trial on oneself."""
    from stretchcoach.programme import TRIAL_FILE, trial

    return _fault(folder / TRIAL_FILE, lambda value: trial.trial_from(value) is not None)


def _fault(file: "Path", sound: "Callable[[object], bool]") -> str:
    from stretchcoach.words import program_lines  # not before the first word, which needs none of them

    try:
        fault = "" if sound(_value(file)) else program_lines.NOT_OURS
    except UnreadableError as error:
        fault = error.message
    except OSError:
        return ""
    return f"{file} {fault}; {_put_aside(file)}." if fault else ""


def put_aside_as(file: "Path") -> "Path":
    """Where a broken one of these files is kept."""
    return file.with_suffix(".bad")


def _put_aside(file: "Path") -> str:
    """Out of the way, and not lost; what was done, in words."""
    from stretchcoach.words import program_lines

    kept = put_aside_as(file)
    try:
        file.replace(kept)
    except OSError:
        return program_lines.LEFT_ALONE
    return program_lines.kept_as(kept.name)


def _answers(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(each, str | int | float) or _texts(each) for each in value.values()
    )


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _moment(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _waits(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and _moment(value[0]) and _answers(value[1])


def _six_weeks(value: object) -> bool:
    return (
        isinstance(value, dict)
        and {"began"} <= value.keys() <= {"name", "routine", "began", "stopped"}
        and all(isinstance(each, str) for key, each in value.items() if key != "stopped" or each is not None)
        and all(map(_point, filter(None, (value["began"] or "?", value.get("stopped")))))
    )


def _point(text: str) -> bool:
    from datetime import datetime

    try:
        return 1900 <= datetime.fromisoformat(text).year < 2200
    except ValueError:
        return False


def _job(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() - {"file"} == {"routine", "pace", "minutes", "side", "cues"}
        and all(isinstance(value.get(key, ""), str) for key in ("routine", "side", "cues", "file"))
        and _moment(value["pace"])
        and (value["minutes"] is None or _moment(value["minutes"]))
    )


SOUND: "dict[str, Callable[[object], bool]]" = {
    "releases.json": lambda value: isinstance(value, list) and all(map(_moment, value)),
    "known.json": _texts,
    "waiting.json": _waits,
    "told.json": _texts,
    "used.json": lambda value: isinstance(value, list) and all(map(_job, value)),
    "favourites.json": _texts,
}
"""The files, and what each may hold."""


def _answer(value: object) -> "Value":
    if isinstance(value, list):
        return frozenset(map(str, value))
    return value if isinstance(value, str | float) else str(value)


def _read(file: "Path") -> "list[Any]":
    if not file.is_file():
        return []
    try:
        kept = _value(file)
    except (OSError, UnreadableError):
        return []
    return kept if isinstance(kept, list) and SOUND[file.name](kept) else []


def _value(file: "Path") -> object:
    return json_value(read_text(file, MOST))


def _write(file: "Path", kept: "Sequence[object]") -> None:
    import json

    from stretchcoach.machine import private

    with suppress(OSError):
        private.replace(file, json.dumps(kept).encode())
