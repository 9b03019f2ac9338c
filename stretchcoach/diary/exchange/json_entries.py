"""Entries of a JSON file as they stand in it, each with its line."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from stretchcoach.diary.exchange.cells import constant, word
from stretchcoach.diary.exchange.dates import DateError, when
from stretchcoach.diary.exchange.exporting import FORMAT, LISTS, VERSION
from stretchcoach.machine.nearest import closest
from stretchcoach.words import diary_imports

STRICT = frozenset({"side", "place", "woke", "level"})
"""The fields that take no other word than those they know."""
TIMES = ("began", "at", "removed")
SPACE = re.compile(r"[ \t\r\n]*")


class MistakeError(Exception):
    """A mistake that leaves nothing to go on with."""

    def __init__(self, line: int, key: str, message: str) -> None:
        super().__init__(message)
        self.line, self.key, self.message = line, key, message


class RawEntry(Struct, frozen=True):
    """One entry, unchecked."""

    kind: type[msgspec.Struct]
    values: dict[str, Any]
    line_of: Callable[[str], int]
    """The line of a key, or of the entry itself for one that is not there; counted only when it is asked for."""
    wrong: list[MistakeError] = []
    """What was found while it was read."""
    heads: dict[str, str] = {}
    """What a field is called in the file, where that differs."""


def near(word: str, known: list[str], least: float = 0.5) -> str:
    """The nearest known name, as a question; or nothing."""
    close = closest(word, known, least)
    return diary_imports.is_it(close) if close else ""


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these keys; each may be there but once."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(diary_imports.key_there_twice(key[:40]))
        made[key] = value
    return made


DECODER = json.JSONDecoder(parse_constant=constant, object_pairs_hook=once)


def json_rows(text: str) -> Iterator[RawEntry]:
    """The entries of a JSON file."""
    try:
        whole = DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise MistakeError(error.lineno, diary_imports.column(error.colno), diary_imports.not_json(error.msg)) from None
    except (ValueError, RecursionError) as error:
        raise MistakeError(1, "", diary_imports.not_json(error)) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise MistakeError(1, "format", diary_imports.no_diary_format(FORMAT))
    if whole.get("version") != VERSION:
        raise MistakeError(1, "version", diary_imports.unknown_version(whole.get("version"), VERSION))
    for key, begin in pairs(text, SPACE.match(text, 0).end()):  # type: ignore[union-attr]
        if key in LISTS:
            yield from entries_from(text, key, begin)
        elif key not in ("format", "version"):
            raise MistakeError(line_at(text, begin), key, f"unknown{near(key, list(LISTS))}")


def entries_from(text: str, key: str, begin: int) -> Iterator[RawEntry]:
    """The entries of one list, which begins at ``begin``."""
    if text[begin] != "[":
        raise MistakeError(line_at(text, begin), key, diary_imports.NOT_A_LIST)
    for start, value in elements(text, begin):
        if not isinstance(value, dict):
            raise MistakeError(line_at(text, start), key, diary_imports.NOT_AN_ENTRY)
        yield in_diary_terms(RawEntry(LISTS[key], value, partial(line_of_key, text, start)))


def in_diary_terms(row: RawEntry) -> RawEntry:
    """The same with times and words as the diary writes them."""
    for name, value in row.values.items():
        if not isinstance(value, str):
            continue
        if name in STRICT:
            row.values[name] = word(name, value)
        elif name in TIMES:
            try:
                row.values[name] = when(value)
            except DateError as error:
                row.wrong.append(MistakeError(row.line_of(name), name, f"{value[:40]!r} {error}"))
    return row


def line_of_key(text: str, start: int, key: str) -> int:
    """The line of a key of the object at ``start``."""
    return line_at(text, dict(pairs(text, start)).get(key, start))


def line_at(text: str, place: int) -> int:
    """The number of the line of a place."""
    return text.count("\n", 0, place) + 1


def skip(text: str, place: int, over: str = "") -> int:
    """The next place after white space, and after one sign if that is there."""
    end = SPACE.match(text, place).end()  # type: ignore[union-attr]
    return SPACE.match(text, end + 1).end() if over and text[end] == over else end  # type: ignore[union-attr]


def pairs(text: str, begin: int) -> Iterator[tuple[str, int]]:
    """The keys of the object at ``begin``, each with the place of its value; the text is known to be JSON."""
    place = skip(text, begin + 1)
    while text[place] != "}":
        key, place = DECODER.raw_decode(text, place)
        place = skip(text, place, ":")
        yield key, place
        place = skip(text, DECODER.raw_decode(text, place)[1], ",")


def elements(text: str, begin: int) -> Iterator[tuple[int, Any]]:
    """The values of the list at ``begin``, each with its place; the text is known to be JSON."""
    place = skip(text, begin + 1)
    while text[place] != "]":
        value, end = DECODER.raw_decode(text, place)
        yield place, value
        place = skip(text, end, ",")
