"""Entries as rows, and back; the columns have the names of the fields."""

import sqlite3
from typing import Any

import msgspec

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, Record, RoutineRun, moment

TABLES: dict[type[Record], str] = {Episode: "episode", RoutineRun: "run", ProfileChange: "change"}
AS_JSON = frozenset({"answers", "rules", "causes", "value"})
AS_BOOL = frozenset({"pending", "finished"})


def written(entry: Entry) -> tuple[str, list[object]]:
    """The statement that keeps an entry, in place of one with the same id, and its values."""
    names = entry.__struct_fields__
    values: list[object] = [_cell(name, getattr(entry, name)) for name in names]
    values.append(moment(entry.at if isinstance(entry, ProfileChange) else entry.began))
    holes = ", ".join("?" * len(values))
    return f"INSERT OR REPLACE INTO {TABLES[type(entry)]} ({', '.join(names)}, moment) VALUES ({holes})", values


def _cell(name: str, value: Any) -> object:
    if name in AS_JSON:
        return msgspec.json.encode(value).decode()
    return value


def columns(kind: type[Record]) -> str:
    """The columns to be selected for ``read``."""
    return ", ".join(kind.__struct_fields__)


def read(kind: type[Record], row: sqlite3.Row | tuple[Any, ...]) -> Any:
    """The entry of a row."""
    values = dict(zip(kind.__struct_fields__, row, strict=True))
    for name in AS_JSON & values.keys():
        values[name] = msgspec.json.decode(values[name])
        if name in ("rules", "causes"):
            values[name] = tuple(values[name])
    for name in AS_BOOL & values.keys():
        values[name] = bool(values[name])
    return kind(**values)
