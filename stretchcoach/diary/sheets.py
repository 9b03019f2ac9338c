"""Entries of a file as they stand in it, each with its line: from JSON, and from CSV."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any, NoReturn

import msgspec

from stretchcoach.diary.exporting import ANSWER, FORMAT, KINDS, LISTS, VERSION, fixed_columns, texts_of

LARGEST_CELL = 10_000_000
SPACE = re.compile(r"[ \t\r\n]*")


class MistakeError(Exception):
    """A mistake that leaves nothing to go on with."""

    def __init__(self, line: int, key: str, message: str) -> None:
        super().__init__(message)
        self.line, self.key, self.message = line, key, message


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, unchecked."""

    kind: type[msgspec.Struct]
    values: dict[str, Any]
    line_of: Callable[[str], int]
    """The line of a key, or of the entry itself for one that is not there; counted only when it is asked for."""


def near(word: str, known: list[str]) -> str:
    """The nearest known name, as a question; or nothing."""
    close = get_close_matches(word, known, 1, 0.5)
    return f"; did you mean {close[0]}?" if close else ""


def constant(text: str) -> NoReturn:
    """JSON as Python writes it knows numbers that are none."""
    raise ValueError(f"{text} is no number")


DECODER = json.JSONDecoder(parse_constant=constant)


def json_rows(text: str) -> Iterator[Row]:
    """The entries of a JSON file."""
    try:
        whole = DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise MistakeError(error.lineno, f"column {error.colno}", f"not JSON: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise MistakeError(1, "", f"not JSON: {error}") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise MistakeError(1, "format", f'this is no diary; one says "format": "{FORMAT}"')
    if whole.get("version") != VERSION:
        raise MistakeError(1, "version", f"version {whole.get('version')} is not known here; {VERSION} is")
    for key, begin in pairs(text, SPACE.match(text, 0).end()):  # type: ignore[union-attr]
        if key in LISTS:
            yield from listed(text, key, begin)
        elif key not in ("format", "version"):
            raise MistakeError(line_at(text, begin), key, f"unknown{near(key, list(LISTS))}")


def listed(text: str, key: str, begin: int) -> Iterator[Row]:
    """The entries of one list, which begins at ``begin``."""
    if text[begin] != "[":
        raise MistakeError(line_at(text, begin), key, "is not a list")
    for start, value in elements(text, begin):
        if not isinstance(value, dict):
            raise MistakeError(line_at(text, start), key, "holds something that is not an entry")
        yield Row(LISTS[key], value, partial(line_of_key, text, start))


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


def csv_rows(text: str) -> Iterator[Row]:
    """The entries of a CSV file, with commas or, as some spreadsheets write it, semicolons."""
    csv.field_size_limit(LARGEST_CELL)
    delimiter = ";" if text.startswith(("kind;", '"kind";')) else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = next(reader, [])
        check_columns(columns)
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield csv_row(columns, cells, line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise MistakeError(reader.line_num, "", f"not CSV: {error}") from None


def check_columns(columns: list[str]) -> None:
    """Every column must be known, and there but once."""
    known = fixed_columns()
    if "kind" not in columns:
        raise MistakeError(1, "kind", "this is no diary; one has a column of that name")
    for place, name in enumerate(columns):
        if name not in known and not name.startswith(ANSWER):
            raise MistakeError(1, f"column {place + 1}", f"'{name}' is unknown{near(name, known)}")
        if name in columns[:place]:
            raise MistakeError(1, f"column {place + 1}", f"'{name}' is there twice")


def csv_row(columns: list[str], cells: list[str], line: int) -> Row:
    """One line of a table."""
    if len(cells) > len(columns):
        raise MistakeError(line, f"column {len(columns) + 1}", "has no name")
    filled = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
    named = filled.pop("kind", "")
    kind = KINDS.get(named)
    if kind is None:
        raise MistakeError(line, "kind", f"'{named}' is none of {', '.join(KINDS)}{near(named, list(KINDS))}")
    texts = texts_of(kind)
    values: dict[str, Any] = {}
    answers: dict[str, Any] = {}
    for name, cell in filled.items():
        if name.startswith(ANSWER):
            answers[name.removeprefix(ANSWER)] = any_value(cell)
        else:
            values[name] = unmarked(cell) if name in texts else any_value(cell)
    return Row(kind, values | ({"answers": answers} if answers else {}), lambda _: line)


def unmarked(cell: str) -> str:
    """A text without the mark that guarded it."""
    return cell.removeprefix("'")


def any_value(cell: str) -> Any:
    """What a cell of a column that takes several kinds says."""
    if cell.startswith("'"):
        return cell[1:]
    try:
        return DECODER.decode(cell)
    except (ValueError, RecursionError):
        return cell
