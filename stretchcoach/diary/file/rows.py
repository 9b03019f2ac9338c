"""Entries as rows, and back; the columns have the names of the fields.

A file can be damaged in one place.  A cell that cannot be right is left out of its entry, an entry without its time is
left out of the diary, and either is told of by name; everything else is there.
"""

import functools
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, get_type_hints

import msgspec

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, Record, RoutineRun, moment, point
from stretchcoach.words import diary_notices

TABLES: dict[type[Record], str] = {Episode: "episode", RoutineRun: "run", ProfileChange: "change"}
AS_JSON = frozenset({"answers", "rules", "causes", "value"})
FEW = frozenset({"rules", "causes"})
AS_BOOL = frozenset({"pending", "finished"})
UNREADABLE = (ValueError, TypeError, OverflowError, OSError, RecursionError, msgspec.MsgspecError)
BRIEF = 8
"""Letters of an id that are shown to a person."""


def insertion(entry: Entry) -> tuple[str, list[object]]:
    """The statement that keeps an entry, in place of one with the same id, and its values."""
    names = entry.__struct_fields__
    values: list[object] = [_cell(name, getattr(entry, name)) for name in names]
    values.append(moment(time_of(entry)))
    holes = ", ".join("?" * len(values))
    return f"INSERT OR REPLACE INTO {TABLES[type(entry)]} ({', '.join(names)}, moment) VALUES ({holes})", values


def time_of(entry: Entry) -> str:
    """When it was, as a text."""
    return entry.at if isinstance(entry, ProfileChange) else entry.began


def _cell(name: str, value: Any) -> object:
    if name in AS_JSON:
        return msgspec.json.encode(value).decode()
    return value


def columns(kind: type[Record]) -> str:
    """The columns to be selected for ``read``."""
    return ", ".join(kind.__struct_fields__)


def entry_of_row(kind: type[Record], row: sqlite3.Row | Sequence[Any], tell: Callable[[str, str], object]) -> Any:
    """The entry of a row, or None; ``tell`` is handed its id, and what is wrong with it, if anything is."""
    names, odd = _layout(kind)
    cells = list(row)
    try:
        for place, decode in odd:
            cells[place] = decode(cells[place])
        entry = msgspec.convert(dict(zip(names, cells, strict=True)), kind)
        point(time_of(entry))  # type: ignore[arg-type]
    except UNREADABLE:
        return _mended(kind, dict(zip(names, row, strict=True)), tell)
    return entry


@functools.cache
def _layout(kind: type[Record]) -> tuple[tuple[str, ...], tuple[tuple[int, Callable[[Any], Any]], ...]]:
    """The fields, and how those are read that a row holds in another form."""
    names = kind.__struct_fields__
    how: dict[str, Callable[[Any], Any]] = {
        **dict.fromkeys(AS_BOOL, bool),
        **dict.fromkeys(AS_JSON, msgspec.json.decode),
        **dict.fromkeys(FEW, _short),
    }
    return names, tuple((place, how[name]) for place, name in enumerate(names) if name in how)


@functools.lru_cache(1024)
def _short(cell: str) -> Any:
    """A list that many rows have alike; nobody changes it, for it is copied into each entry."""
    return msgspec.json.decode(cell)


def _value(name: str, cell: Any) -> Any:
    if name in AS_JSON:
        return msgspec.json.decode(cell)
    return bool(cell) if name in AS_BOOL else cell


def _mended(kind: type[Record], cells: dict[str, Any], tell: Callable[[str, str], object]) -> Any:
    """What can be read of a row that is damaged; None where its time or its name cannot."""
    key = str(cells["id"])
    needed = {field.name for field in msgspec.structs.fields(kind) if field.required} | {"id"}
    values: dict[str, Any] = {}
    odd: list[str] = []
    for name, cell in cells.items():
        try:
            values[name] = msgspec.convert(_value(name, cell), _types(kind)[name])
            if name in ("began", "at"):
                point(cell)
        except UNREADABLE:
            if name in needed:
                tell(key, diary_notices.entry_unreadable(key[:BRIEF], name, brief(cell)))
                return None
            odd.append(f"{name} {brief(cell)}")
    tell(key, diary_notices.something_odd(key[:BRIEF], ", ".join(odd)))
    return kind(**values)


@functools.cache
def _types(kind: type[Record]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def brief(raw: object) -> str:
    """A value, short enough for a line."""
    text = repr(raw)
    return text if len(text) <= 40 else f"{text[:37]}..."
