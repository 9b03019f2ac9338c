"""Because you said: the answers that led to an urgent result, in the words in which they were asked."""

from collections.abc import Iterator

from stretchcoach.core.facts import Facts, holds
from stretchcoach.core.flags import warns
from stretchcoach.core.knowledge import NOT_SURE, Condition, Flag, Knowledge
from stretchcoach.words.questions import SAID, UNSURE

MOST = 4
"""Answers that are named at most."""


def reasons(knowledge: Knowledge, known: Facts, flags: list[Flag]) -> tuple[str, ...]:
    """One sentence for what was said, one for what one was not sure of."""
    sure: dict[str, None] = {}
    unsure: dict[str, None] = {}
    for flag in flags:
        for line in flag.when:
            for one in line:
                if holds(one, known):
                    sure.update(dict.fromkeys(_statements(knowledge, known, one)))
                elif holds(one, known, warns(flag)):
                    unsure.update(dict.fromkeys(_statements(knowledge, known, one)))
    found = [(SAID, list(sure)[:MOST]), (UNSURE, list(unsure)[: MOST - min(MOST, len(sure))])]
    return tuple(text.format("; ".join(each)) for text, each in found if each)


def _statements(knowledge: Knowledge, known: Facts, one: Condition) -> Iterator[str]:
    """What was asked, as a statement: the row of a list, or the question's own."""
    item = knowledge.by_key[one.key]
    value = known.get(one.key)
    if item.parts and not isinstance(value, float | int):
        rows = [(part, f"{item.key}.{part.name}") for part in item.parts]
        told = [
            knowledge.labels.get(f"{key}=yes", part.ask.rstrip("?"))
            for part, key in rows
            if known.get(key) in ("yes", NOT_SURE) or (isinstance(value, frozenset) and value & set(part.options))
        ]
        if told:
            yield from map(_lower, told)
            return
    labels = [
        label for key, label in knowledge.labels.items() if key.partition("=")[0] == one.key and _same(key, value, one)
    ]
    yield from map(_lower, labels or [item.said or item.ask.rstrip("?")])


def _same(row: str, value: object, one: Condition) -> bool:
    """Whether this row is the one that was ticked; of a number, the range that counts."""
    wanted = row.partition("=")[2]
    return wanted == value or (value == NOT_SURE and wanted in one.values) or isinstance(value, float)


def _lower(text: str) -> str:
    """A statement inside a sentence."""
    return text[0].lower() + text[1:]
