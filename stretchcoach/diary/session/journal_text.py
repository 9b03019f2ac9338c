"""The journal as text: the facts of a session with their times, in a form that has a version.

The first form (a list; each fact a kind and loose pairs) is still read.  A kind that is not known is kept as a bare
``Fact``: its second still counts.  A field that makes no sense is left at its default, and nothing else is lost.
"""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from stretchcoach.core.messages import Fact
from stretchcoach.core.record import KINDS, NAMES, CrampBegan, RoutineBegan
from stretchcoach.diary.entries import point, timed

VERSION = 2
BEGINS = (CrampBegan, RoutineBegan)
TYPES = {kind: get_type_hints(kind) for kind in (Fact, *NAMES)}


class JournalFact(Struct, frozen=True):
    """A fact of the session: its ``at`` is seconds since that began, ``wall`` the time of day."""

    wall: str
    fact: Fact

    @property
    def at(self) -> float:
        """Seconds since the session began."""
        return self.fact.at


class _Written(msgspec.Struct, frozen=True):
    at: float
    wall: str
    kind: str
    facts: dict[str, Any] = {}


class _Journal(msgspec.Struct, frozen=True):
    journal: int
    """The version of its form."""
    facts: list[_Written]


def encode(tale: list[JournalFact]) -> str:
    """A tale as text for the journal."""
    return msgspec.json.encode(_Journal(VERSION, [_written(told) for told in tale])).decode()


def is_journal(text: str) -> bool:
    """Whether a text is a journal, of either form, and not the entry that one came to."""
    return text.startswith(("[", '{"journal":'))


def decode(text: str) -> list[JournalFact]:
    """The tale of a journal, as far as it can be read; empty if the text is no tale."""
    try:
        found = msgspec.json.decode(text, type=_Journal | list[_Written])
    except (msgspec.MsgspecError, TypeError, ValueError):
        return []
    told = found.facts if isinstance(found, _Journal) else found
    whole = [_read(each) for each in takewhile(lambda each: _is_time(each.wall), told)]
    return whole if whole and isinstance(whole[0].fact, BEGINS) else []


def fact(kind: str, at: float, pairs: Mapping[str, Any]) -> Fact:
    """The fact of that kind; what is missing, or makes no sense, stays at its default."""
    made = KINDS.get(kind, Fact)
    known = {name: _value(value, TYPES[made][name]) for name, value in pairs.items() if name in TYPES[made]}
    return made(**{"at": at} | {name: value for name, value in known.items() if value is not msgspec.UNSET})


def _value(value: Any, kind: Any) -> Any:
    if isinstance(value, str) and kind in (tuple[str, ...], tuple[str, ...] | None):
        return tuple(value.split())  # as the first form had it
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return msgspec.UNSET


def _written(told: JournalFact) -> _Written:
    pairs = {name: value for name, value in asdict(told.fact).items() if name != "at"}
    return _Written(told.at, told.wall, NAMES.get(type(told.fact), "other"), pairs)


def _read(each: _Written) -> JournalFact:
    return JournalFact(each.wall, fact(each.kind, each.at, each.facts))


def relative(told: Fact, began: float) -> Fact:
    """The same fact, in seconds since the session began."""
    return replace(told, at=round(told.at - began, 3))


def _is_time(wall: str) -> bool:
    try:
        return timed(wall) and bool(point(wall))
    except (ValueError, OverflowError, OSError):
        return False
