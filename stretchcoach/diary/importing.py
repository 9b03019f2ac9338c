"""A file of ``exporting`` back into entries: all of it, or a list of what is wrong with it."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from stretchcoach.core.messages import Level
from stretchcoach.diary.entries import PLACES, SIDES, WOKE, Episode, ProfileChange, RoutineRun
from stretchcoach.diary.exporting import Entries
from stretchcoach.diary.sheets import MistakeError, Row, csv_rows, json_rows, near

TIMES = ("began", "at", "removed")
SCALES = ("severity", "pain_after", "sleep")
LENGTHS = ("minutes", "relieved_after", "seconds", "steps")
OPTIONS = {
    "level": [level.name for level in Level],
    "side": list(SIDES),
    "place": list(PLACES),
    "woke": list(WOKE),
}
WANTED = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    tuple[str, ...]: "a list of texts",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file."""

    file: str
    line: int
    key: str
    """Key or column."""
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (f"{self.file}:{self.line}", self.key, self.message)))


def read(file: Path) -> tuple[Entries, list[Problem]]:
    """The entries of a file on disk."""
    data = file.read_bytes()
    try:
        return parse(data.decode(), str(file))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Entries(), [Problem(str(file), line, "", "is not UTF-8; save it as that")]


def parse(text: str, file: str) -> tuple[Entries, list[Problem]]:
    """The entries of a file, and its mistakes; with a single mistake there are no entries."""
    text = text.removeprefix("\ufeff")
    found: list[msgspec.Struct] = []
    wrong: list[MistakeError] = []
    seen: dict[str, Row] = {}
    try:
        for row in json_rows(text) if text.lstrip().startswith(("{", "[")) else csv_rows(text):
            mistakes = check(row)
            wrong += mistakes
            if not mistakes:
                found.append(msgspec.convert(row.values, row.kind))
            other = seen.setdefault(str(row.values.get("id")), row)
            if other is not row:
                wrong.append(MistakeError(row.line_of("id"), "id", f"is the same as in line {other.line_of('id')}"))
    except MistakeError as mistake:
        wrong.append(mistake)
    problems = [Problem(file, each.line, each.key, each.message) for each in wrong]
    return (Entries() if problems else sorted_out(found)), problems


def sorted_out(found: Iterable[msgspec.Struct]) -> Entries:
    """The entries by kind."""
    every = tuple(found)
    return Entries(
        tuple(entry for entry in every if isinstance(entry, Episode)),
        tuple(entry for entry in every if isinstance(entry, RoutineRun)),
        tuple(entry for entry in every if isinstance(entry, ProfileChange)),
    )


@functools.cache
def shape(kind: type[msgspec.Struct]) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of the keys of an entry, and the keys that must be there."""
    needed = {each.name for each in msgspec.structs.fields(kind) if each.required}
    return get_type_hints(kind), frozenset(needed | {"id"})


def check(row: Row) -> list[MistakeError]:
    """What is wrong with one entry, key by key."""
    types, needed = shape(row.kind)
    wrong = [
        MistakeError(row.line_of(key), key, f"unknown{near(key, list(types))}")
        for key in row.values
        if key not in types
    ]
    wrong += [MistakeError(row.line_of(key), key, "is missing") for key in types if key in needed - row.values.keys()]
    for key, value in row.values.items():
        message = fault(key, value, types[key]) if key in types else ""
        wrong += [MistakeError(row.line_of(key), key, message)] if message else []
    return wrong


def fault(name: str, raw: Any, kind: Any) -> str:
    """What is wrong with one value; may be empty."""
    try:
        value = msgspec.convert(raw, kind)
    except (msgspec.ValidationError, OverflowError):
        bare = next((each for each in WANTED if kind in (each, each | None)), None)
        wanted = WANTED[bare] if bare else "a text, a number, true, false or a list of texts"
        return f"{shown(raw)} is not {wanted}"
    return "" if value is None else limit(name, value)


def limit(name: str, value: Any) -> str:
    """What a value of the right kind may not be; may be empty."""
    if name in OPTIONS and value not in OPTIONS[name]:
        return f"{shown(value)} is none of {', '.join(OPTIONS[name])}{near(str(value), OPTIONS[name])}"
    for broken, message in (
        (name in TIMES and not is_moment(value), "is not a time such as 2026-11-24T03:12:05+01:00"),
        (name in SCALES and not 0 <= value <= 10, "is not from 0 to 10"),
        (name in LENGTHS and value < 0, "is less than nothing"),
    ):
        if broken:
            return f"{shown(value)} {message}"
    return ""


def is_moment(text: str) -> bool:
    """Whether a text is a time with its offset."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def shown(raw: object) -> str:
    """A value, short enough for a line."""
    text = repr(raw)
    return text if len(text) <= 40 else f"{text[:37]}..."
