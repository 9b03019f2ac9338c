"""Why a cramp was given its level, by what was answered; the names of rules stay inside."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import asdict

from stretchcoach.core.facts import holds
from stretchcoach.core.knowledge import NOT_SURE, YES, Condition, Flag, Knowledge, Value
from stretchcoach.core.triage import HelpWords
from stretchcoach.diary.entries import Episode, Said
from stretchcoach.diary.report import terms
from stretchcoach.words.questions import SAID, UNSURE

MOST = 6
"""Answers that are named at most."""
LASTED = "the cramp lasted more than ten minutes"


def because(knowledge: Knowledge, entry: Episode) -> tuple[str, ...]:
    """The reasons as sentences; where the answers tell none, the advice that was given, if there was any."""
    said, unsure = given_answers(knowledge, entry)
    found = [form.format("; ".join(each)) for form, each in ((SAID, said), (UNSURE, unsure)) if each]
    words = asdict(HelpWords())
    shared = Counter(flag.id for flag in knowledge.flags)
    sole = [flag for flag in _flags(knowledge, entry) if shared[flag.id] == 1 and flag.advice]
    return tuple(found or [flag.advice.format(**words) for flag in sole])


def given_answers(knowledge: Knowledge, entry: Episode) -> tuple[list[str], list[str]]:
    """What was said that led to the level, and what one was not sure of; each at most once."""
    answers = {key: value for key, said in entry.answers.items() if (value := _value(said)) not in (None, "")}
    if entry.minutes is not None:
        answers.setdefault("duration_min", entry.minutes)
    said: dict[str, None] = {}
    unsure: dict[str, None] = {}
    for flag in _flags(knowledge, entry):
        for one in (each for line in flag.when for each in line):
            for key, value in _answered(one, answers):
                if value == NOT_SURE and not flag.sure:
                    unsure[terms.report_words().safety_of(key)] = None
                elif text := _statement(knowledge, key, value):
                    said[text] = None
    return list(said)[:MOST], list(unsure)[:MOST]


def _flags(knowledge: Knowledge, entry: Episode) -> list[Flag]:
    """Those that gave the level, where the entry still has words for them."""
    return [flag for flag in knowledge.flags if flag.id in entry.rules and flag.level.name == entry.level]


def _answered(one: Condition, answers: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    """The answers that fulfil a condition, or leave it open: to its question, or to a part of that."""
    for key, value in answers.items():
        if key == one.key:
            if value == NOT_SURE or holds(one, {key: value}):
                yield from ((key, each) for each in (sorted(value) if isinstance(value, frozenset) else [value]))
        elif key.partition(".")[0] == one.key and value in (YES, NOT_SURE):
            yield key, value


def _statement(knowledge: Knowledge, key: str, value: Value) -> str:
    """An answer in words: the row of the list that was ticked, or the question as a thing; empty where it has none."""
    if key == "duration_min":
        return LASTED
    if label := knowledge.labels.get(f"{key}={value}"):
        return label[0].lower() + label[1:]
    words = terms.report_words()
    if key.partition(".")[0] not in words.safety:
        return ""
    thing = words.safety_of(key)
    return thing if value == YES else f"{thing}: {words.answer(value if isinstance(value, float) else str(value))}"


def _value(said: Said) -> Value | None:
    if isinstance(said, bool):
        return YES if said else "no"
    return frozenset(map(str, said)) if isinstance(said, list) else said
