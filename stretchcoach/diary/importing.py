"""A file of ``exporting`` back into entries: all of it, or a list of what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from stretchcoach.core.messages import Level
from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun
from stretchcoach.diary.exporting import Entries
from stretchcoach.diary.rows import Row, Wrong, csv_rows, json_rows, near

TIMES = ("began", "at", "removed")
SCALES = ("severity", "pain_after", "sleep")
LENGTHS = ("minutes", "relieved_after", "seconds", "steps")
OPTIONS = {
    "level": [level.name for level in Level],
    "side": ["left", "right", "both", "none", "not_sure"],
    "place": ["calf", "foot", "thigh", "not_sure"],
    "woke": ["yes", "no", "not_sure"],
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


def parse(text: str, file: str) -> tuple[Entries, list[Problem]]:
    """The entries of a file, and its mistakes; with a single mistake there are no entries."""
    text = text.removeprefix("\ufeff")
    found: list[msgspec.Struct] = []
    wrong: list[Wrong] = []
    seen: dict[str, int] = {}
    try:
        for row in json_rows(text) if text.lstrip().startswith(("{", "[")) else csv_rows(text):
            mistakes = check(row)
            wrong += mistakes
            if not mistakes:
                found.append(msgspec.convert(row.values, row.kind))
            if row.values.get("id") in seen:
                wrong.append(Wrong(row.line_of("id"), "id", f"is the same as in line {seen[row.values['id']]}"))
            seen.setdefault(str(row.values.get("id")), row.line)
    except Wrong as mistake:
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


def check(row: Row) -> list[Wrong]:
    """What is wrong with one entry, key by key."""
    fields = {each.name: each for each in msgspec.structs.fields(row.kind)}
    wrong = [
        Wrong(row.line_of(key), key, f"unknown{near(key, list(fields))}") for key in row.values if key not in fields
    ]
    for name, each in fields.items():
        if name in row.values:
            message = fault(each, row.values[name])
            wrong += [Wrong(row.line_of(name), name, message)] if message else []
        elif each.required:
            wrong.append(Wrong(row.line, name, "is missing"))
    return wrong


def fault(each: msgspec.structs.FieldInfo, raw: Any) -> str:
    """What is wrong with one value; may be empty."""
    try:
        value = msgspec.convert(raw, each.type)
    except (msgspec.ValidationError, OverflowError):
        bare = next((kind for kind in WANTED if each.type in (kind, kind | None)), None)
        wanted = WANTED[bare] if bare else "a text, a number, true, false or a list of texts"
        return f"{shown(raw)} is not {wanted}"
    if value is None:
        return ""
    if each.name in TIMES and not is_moment(value):
        return f"{shown(raw)} is not a time such as 2026-11-24T03:12:05+01:00"
    if each.name in SCALES and not 0 <= value <= 10:
        return f"{shown(raw)} is not from 0 to 10"
    if each.name in LENGTHS and value < 0:
        return f"{shown(raw)} is less than nothing"
    if each.name in OPTIONS and value not in OPTIONS[each.name]:
        known = OPTIONS[each.name]
        return f"{shown(raw)} is none of {', '.join(known)}{near(str(raw), known)}"
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
