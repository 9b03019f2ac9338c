"""Cues that are tables of their own, ``[[steps.cues]]``: one changed, added or taken out; remarks stay."""

import re

from stretchcoach.writing import edits
from stretchcoach.writing.layout import Span, blocks

_PAIRS = re.compile(r"\{ at = (.*?), (say|sound) = (.*) \}", re.DOTALL)
"""A cue in braces."""
_ORDER = ("at", "say", "sound")


def tables_of(text: str, whole: Span, head: tuple[str, ...]) -> tuple[Span, ...]:
    """The tables under ``head`` in the piece of the text that is a step."""
    inside = blocks(text[whole.start : whole.end], head)
    return tuple(Span(whole.start + each.start, whole.start + each.end) for each in inside)


def with_cue(text: str, there: tuple[Span, ...], index: int, value: str, head: tuple[str, ...]) -> str:
    """The text with another cue: ``value`` is that of an inline table, and empty where it is taken out."""
    found = _PAIRS.fullmatch(value)
    if not found:
        return edits.taken_out(text, there[index])
    at, key, what = found.groups()
    if index == len(there):
        end = edits.line_break(text)
        return edits.inserted(text, there[-1].end, f"[[{'.'.join(head)}]]{end}at = {at}{end}{key} = {what}{end}")
    span = there[index]
    moved = edits.with_key(text, edits.table_at(text, span), "at", at, _ORDER)
    table = edits.table_at(moved, Span(span.start, span.end + len(moved) - len(text)))
    other = edits.key_in(table, "sound" if key == "say" else "say")
    return edits.with_other_value(moved, other, key, what) if other else edits.with_key(moved, table, key, what, _ORDER)
