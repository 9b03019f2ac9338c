"""Changes to the text of one table: a key set or taken out, an element of a list; remarks stay where they are."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stretchcoach.writing.layout import Span, Statement, line_end, line_start, statements

_COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")


class TableKeys(NamedTuple):
    """The keys of one table, and where a first key of it would stand."""

    keys: tuple[Statement, ...]
    start: int


def table_at(text: str, span: Span) -> TableKeys:
    """The table that begins in ``span``: its header, if it has one, and the keys before the next header."""
    inside = [each for each in statements(text) if span.start <= each.start < span.end]
    headed = bool(inside) and inside[0].header
    start = line_end(text, inside[0].end) if headed else span.start
    keys: list[Statement] = []
    for each in inside[1:] if headed else inside:
        if each.header:
            break
        keys.append(each)
    return TableKeys(tuple(keys), start)


def line_break(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def with_key(text: str, table: TableKeys, key: str, value: str, order: Sequence[str]) -> str:
    """The text with another value of a key; a new key stands behind those that come before it in ``order``."""
    if found := key_in(table, key):
        return text[: found.value] + value + text[found.end :]
    before = order[: order.index(key)]
    after = [each for each in table.keys if each.name[0] in before]
    place = line_end(text, after[-1].end) if after else table.start
    end = line_break(text)
    lead = "" if not place or text[place - 1] == "\n" else end
    return f"{text[:place]}{lead}{key} = {value}{end}{text[place:]}"


def without_key(text: str, found: Statement) -> str:
    """The text without a key; a remark behind its value stays, on a line of its own."""
    start, end = line_start(text, found.start), line_end(text, found.end)
    inside = re.findall(r"^[ \t]*(#[^\r\n]*)", text[found.start : found.end], re.MULTILINE)
    behind = text[found.end : end].strip()
    kept = "".join(f"{remark}{line_break(text)}" for remark in (*inside, behind) if remark.startswith("#"))
    return text[:start] + kept + text[end:]


def with_other_value(text: str, found: Statement, key: str, value: str) -> str:
    """The text with another key and value in the place of one."""
    return f"{text[: found.start]}{key} = {value}{text[found.end :]}"


def with_element(text: str, found: Statement, value: str) -> str:
    """The text with one more element at the end of a list."""
    if not found.elements:
        return f"{text[: found.end - 1]}{value}{text[found.end - 1 :]}"
    last = found.elements[-1]
    comma = _comma(text, last.end)
    lead = text[line_start(text, last.start) : last.start]
    place = line_end(text, comma or last.end)
    if lead.strip():
        return f"{text[: last.end]}, {value}{text[last.end :]}"
    if place >= found.end:  # the bracket stands on the same line
        return f"{text[: last.end]},{line_break(text)}{lead}{value}{text[last.end :]}"
    new = f"{lead}{value}{',' if comma else ''}{line_break(text)}"
    return f"{text[: last.end]}{'' if comma else ','}{text[last.end : place]}{new}{text[place:]}"


def without_element(text: str, found: Statement, index: int) -> str:
    """The text without one element of a list of several."""
    here = found.elements[index]
    if index + 1 == len(found.elements):
        before = found.elements[index - 1].end
        gap = text[before : here.start]
        kept = "" if "#" not in gap else gap.replace(",", "", 1).rstrip(" \t")
        return text[:before] + kept + text[here.end :].lstrip(" \t")
    comma = _comma(text, here.end)
    line = line_start(text, here.start)
    remark = text[here.end : comma - 1].strip()
    if not text[line : here.start].strip() and not remark and not text[comma : line_end(text, comma)].strip():
        return text[:line] + text[line_end(text, comma) :]
    kept = f"{remark}{line_break(text)}" if remark else ""
    return text[: here.start] + kept + text[comma:].lstrip(" ")


def _comma(text: str, at: int) -> int:
    """Behind the comma that follows the element which ends at ``at``; 0: none does."""
    found = _COMMA.match(text, at)
    return found.end() if found else 0


def key_in(table: TableKeys, key: str) -> Statement | None:
    """The key of a table, if it is there."""
    return next((each for each in table.keys if each.name[0] == key), None)


def reheaded(core: str, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """The headers of a piece, all of which begin with ``old``, under ``new``."""
    for each in reversed([each for each in statements(core) if each.header and each.name[: len(old)] == old]):
        core = f"{core[: each.start]}[[{'.'.join((*new, *each.name[len(old) :]))}]]{core[each.end :]}"
    return core


def swapped(text: str, first: Span, second: Span) -> str:
    """The text with two pieces in each other's place; what is between them stays."""
    one, other = (_ended(text[span.start : span.end], text) for span in (first, second))
    return text[: first.start] + other + text[first.end : second.start] + one + text[second.end :]


def inserted(text: str, at: int, core: str) -> str:
    """The text with a piece more at the start of a line, set off by a blank line from what is above and below."""
    end = line_break(text)
    above, below = text[:at], text[at:]
    if above and not above.endswith("\n"):
        above += end
    lead = "" if not above.strip() or above.endswith(end * 2) else end
    tail = end if below.strip() and not below.startswith(end) else ""
    return f"{above}{lead}{_ended(core, text)}{tail}{below}"


def taken_out(text: str, span: Span) -> str:
    """The text without a piece, and without one of the blank lines around it."""
    above, below = text[: span.start], text[span.end :]
    end = line_break(text)
    if below.startswith(end) and (above.endswith(end * 2) or not above):
        below = below.removeprefix(end)
    elif not below and above.endswith(end * 2):
        above = above.removesuffix(end)
    return above + below


def _ended(core: str, text: str) -> str:
    return core if core.endswith("\n") else core + line_break(text)
