"""Where the keys, the steps and the remarks of a routine file stand, so that a change touches nothing else.

The text has been read as TOML already, so this look at it may trust it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from stretchcoach.library.toml_lines import TOKEN, key_spelled

STEPS, INNER = ("steps",), ("steps", "stretches")
_DEEPER, _SHALLOWER = {"[": 1, "{": 1}, {"]": 1, "}": 1}


class Span(NamedTuple):
    """A piece of a text, from its first letter to behind its last."""

    start: int
    end: int


class Statement(Struct, frozen=True):
    """A header, or a key with its value; not the remark behind it."""

    start: int
    end: int
    name: tuple[str, ...]
    header: bool = False
    value: int = 0
    """Where the value begins."""
    elements: tuple[Span, ...] = ()
    """Those of the value, if it is a list in brackets."""


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def statements(text: str) -> tuple[Statement, ...]:
    """All of them, in order."""
    return tuple(_statement(tokens) for tokens in _sentences(text))


def _sentences(text: str) -> Iterator[list[_Token]]:
    """The tokens of each statement; a line end inside brackets does not end one."""
    depth = 0
    found: list[_Token] = []
    for match in TOKEN.finditer(text):
        if match.lastgroup == "blank":
            continue
        token = match.group()
        if token == "\n" and not depth:
            if found:
                yield found
            found = []
            continue
        if match.lastgroup == "mark":
            depth += _DEEPER.get(token, 0) - _SHALLOWER.get(token, 0)
        if token != "\n" or found:
            found.append(_Token(token, match.start(), match.end()))
    if found:
        yield found


def _statement(tokens: list[_Token]) -> Statement:
    start, end = tokens[0].start, tokens[-1].end
    if tokens[0].text == "[":
        name = tuple(key_spelled(each.text) for each in tokens if each.text not in ("[", "]", "."))
        return Statement(start, end, name, header=True)
    equals = next(place for place, each in enumerate(tokens) if each.text == "=")
    name = tuple(key_spelled(each.text) for each in tokens[:equals] if each.text != ".")
    value = tokens[equals + 1 :]
    elements = tuple(_elements(value[1:-1])) if value[0].text == "[" else ()
    return Statement(start, end, name, False, value[0].start, elements)


def _elements(tokens: list[_Token]) -> Iterator[Span]:
    depth = 0
    found: list[_Token] = []
    for token in tokens:
        if token.text == "," and not depth:
            if found:
                yield Span(found[0].start, found[-1].end)
            found = []
        elif token.text != "\n":
            depth += _DEEPER.get(token.text, 0) - _SHALLOWER.get(token.text, 0)
            found.append(token)
    if found:
        yield Span(found[0].start, found[-1].end)


def blocks(text: str, head: tuple[str, ...]) -> tuple[Span, ...]:
    """The tables under the header ``head``, each with the remarks that stand right above it.

    What is set off by a blank line belongs to none of them.
    """
    spans: list[Span] = []
    open_: tuple[int, int] | None = None
    floor = 0
    for each in statements(text):
        begins = each.header and each.name == head
        if open_ and each.header and (begins or each.name[: len(head)] != head):
            spans.append(Span(open_[0], line_end(text, open_[1])))
            open_ = None
        if begins:
            open_ = (_above(text, each.start, floor), each.end)
        elif open_:
            open_ = (open_[0], each.end)
        floor = line_end(text, each.end)
    if open_:
        spans.append(Span(open_[0], line_end(text, open_[1])))
    return tuple(_with_tail(text, spans))


def _with_tail(text: str, spans: list[Span]) -> Iterator[Span]:
    """Remarks right below a table belong to it, unless they lead on to the next one."""
    for number, span in enumerate(spans):
        last = spans[number + 1].start if number + 1 < len(spans) else len(text)
        end = span.end
        while end < last and _remark(text, end):
            end = line_end(text, end)
        yield Span(span.start, end)


def _above(text: str, start: int, floor: int) -> int:
    """Where the remarks that stand right above a line begin."""
    start = line_start(text, start)
    while start > floor and _remark(text, before := line_start(text, start - 1)) and before >= floor:
        start = before
    return start


def _remark(text: str, start: int) -> bool:
    return re.match(r"[ \t]*#", text[start : line_end(text, start)]) is not None


def line_start(text: str, at: int) -> int:
    """Where the line around ``at`` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line around ``at`` ends, behind its line end."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
