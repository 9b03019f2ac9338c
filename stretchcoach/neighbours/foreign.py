"""Values of a foreign file, checked against what its app writes; what is wrong is one sentence with key and line."""

import re
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from stretchcoach.core.visible import visible
from stretchcoach.machine.files import UnreadableError
from stretchcoach.machine.nearest import closest
from stretchcoach.neighbours.json_lines import Path, line_of
from stretchcoach.words import timer_files

T = TypeVar("T")
LONGEST = 3600
Seconds = Annotated[float, Meta(ge=1, le=LONGEST)]
"""How long the exercises of a workout may take."""
Pause = Annotated[float, Meta(ge=0, le=LONGEST)]
Times = Annotated[int, Meta(ge=1, le=1000)]
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_KINDS = {
    "int": timer_files.A_WHOLE_NUMBER,
    "float": timer_files.A_NUMBER,
    "str": timer_files.A_TEXT,
    "array": timer_files.A_LIST,
    "object": timer_files.A_TABLE,
    "null": "empty",
    "bool": timer_files.TRUE_OR_FALSE,
}


class ForeignTable(msgspec.Struct, frozen=True, rename=None):
    """A table of a foreign file; keys that are not needed here are passed over."""


def checked(value: object, of: type[T], text: str, at: Path = ()) -> T:
    """``value``, which stands at ``at`` in ``text``, as what it should be; else an ``UnreadableError``."""
    try:
        return msgspec.convert(value, of)
    except msgspec.ValidationError as error:
        said, _, place = str(error).partition(" - at `$")
        inner = tuple(int(number) if number.isdigit() else key for key, number in _STEP.findall(place.rstrip("`")))
        raise wrong(_told(said, _value(value, inner)), text, (*at, *inner)) from None


def wrong(message: str, text: str, at: Path) -> UnreadableError:
    """What is wrong with the value at a path."""
    key = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at).lstrip(".") or "file"
    return UnreadableError(visible(f"{key}: {message}"), line_of(text, at), key)


def _value(value: Any, path: Path) -> Any:
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def _told(said: str, value: object) -> str:
    """The complaint of the library in words that help."""
    if missing := re.match(r"Object missing required field `(.+)`", said):
        near = closest(missing[1], map(str, value or ()))  # type: ignore[call-overload]
        meant = timer_files.is_meant(near[:40]) if near else ""
        return timer_files.lacks(missing[1], meant)
    if kinds := re.match(r"Expected `(.+)`, got `(\w+)`", said):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in kinds[1].split(" | ") if kind != "null")
        return timer_files.other_kind(wanted, _KINDS.get(kinds[2], kinds[2]))
    if limit := re.match(r"Expected `\w+` ([<>]=?) (\S+)", said):
        side = timer_files.AT_LEAST if limit[1].startswith(">") else timer_files.AT_MOST
        return timer_files.outside_limits(side, float(limit[2]), _number(value))
    if "length >= 1" in said:
        return timer_files.IS_EMPTY
    return f"cannot be read: {said[0].lower()}{said[1:]}".replace("`", "'")


def _number(value: object) -> str:
    text = str(value)
    return text if len(text) <= 30 else timer_files.A_HUGE_NUMBER
