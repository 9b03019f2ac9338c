"""A list of flat objects in JSON, as other programs write it: a table whose headings are the keys."""

import json
from collections.abc import Iterator
from typing import Any

from stretchcoach.diary.exchange.columns import matched
from stretchcoach.diary.exchange.grid import Grid
from stretchcoach.diary.exchange.json_entries import DECODER, SPACE, MistakeError, elements, line_at, pairs
from stretchcoach.words import diary_imports

OURS = frozenset({"id", "began", "closed", "answers"})
"""Keys that an entry of ours has."""
Objects = Iterator[tuple[int, Any]]
"""Each with its line."""


def flat(text: str) -> Grid | int | None:
    """The table; or where the list begins, if its entries are of ours; None where it is neither."""
    try:
        whole = DECODER.decode(text)
    except json.JSONDecodeError as error:
        return _table(_one_a_line(text)) if error.msg == "Extra data" and text.lstrip().startswith("{") else None
    except (ValueError, RecursionError):
        return None
    begin = _skipped(text)
    if isinstance(whole, dict):
        if "resourceType" in whole:
            raise MistakeError(1, "", diary_imports.FHIR)
        if "format" in whole or "version" in whole:
            return None
        lists = [key for key, each in whole.items() if isinstance(each, list) and each and isinstance(each[0], dict)]
        if len(lists) != 1:
            dated = any(each.field == "began" for each in matched(list(whole)))
            return _table(iter([(line_at(text, begin), whole)])) if dated else None
        begin, whole = dict(pairs(text, begin))[lists[0]], whole[lists[0]]
    if not whole:
        return None
    ours = isinstance(whole[0], dict) and whole[0].keys() >= OURS
    return begin if ours else _table(_listed(text, begin))


def _skipped(text: str) -> int:
    match = SPACE.match(text)
    return match.end() if match else 0


def _listed(text: str, begin: int) -> Objects:
    line, place = 1, 0
    for start, value in elements(text, begin):
        line, place = line + text.count("\n", place, start), start
        yield line, value


def _one_a_line(text: str) -> Objects:
    for line, each in enumerate(text.split("\n"), 1):
        if each.strip():
            try:
                yield line, DECODER.decode(each)
            except (ValueError, RecursionError) as error:
                raise MistakeError(line, "", diary_imports.not_json(error)) from None


def _table(objects: Objects) -> Grid:
    heads: dict[str, int] = {}
    rows: list[tuple[int, list[str]]] = []
    for line, each in objects:
        if not isinstance(each, dict):
            raise MistakeError(line, "", diary_imports.NOT_AN_ENTRY)
        for key in each:
            heads.setdefault(key, len(heads))
        rows.append((line, [_cell(each.get(key)) for key in heads]))
    return Grid(list(heads), rows, foreign=True)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return ", ".join(map(_cell, value))
    return json.dumps(value, ensure_ascii=False)
