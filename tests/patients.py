"""Patients who answer truthfully from a full set of facts, for tests that sit the talk again and again."""

import random
from collections.abc import Mapping, Sequence

from parts import KNOWN

from stretchcoach.core.facts import holds
from stretchcoach.core.knowledge import NOT_SURE, Answers, Condition, Item, Value
from stretchcoach.core.messages import Level, Outcome
from stretchcoach.core.next_question import next_item
from stretchcoach.core.triage import HelpWords, judge

WORDS = HelpWords()
MARKS = {mark.key: mark for item in KNOWN.items for mark in item.marks}
KEYS = tuple(
    dict.fromkeys(
        key
        for name in KNOWN.keys(KNOWN.interview)
        for key in ([mark.key for mark in KNOWN.by_key[name].marks] or [name])
    )
)
"""Every key that the talk may ask for, the rows of its lists one by one."""
WELL: dict[str, str] = (
    dict.fromkeys(KEYS, "no")
    | {key: mark.calm for key, mark in MARKS.items()}
    | {
        "duration_min": "1",
        "can_walk4": "yes",
        "can_tiptoe": "yes",
        "tiptoe_now": "yes",
        "keep_fluids": "yes",
        "sugar_helped": "yes",
        "dialysis": "none",
        "activity": "other",
        "exercise_24h": "usual",
        "posture_kind": "none",
        "warmed_up": "na",
        "preg_weeks": "24",
        "cups_today": "6",
        "both_legs_how": "no_strength",
        **dict.fromkeys(("cold_since", "swelling_since", "numb_since", "colour_since", "weak_since"), "hours_days"),
        "widespread_since": "hours_days",
    }
)
"""The facts of somebody who is well; of a finer question, what takes nothing back."""
DOUBTS = {"urine": "urine_seen", "lasted": "duration_min", "hard_to_tell": "leg_compared"}
"""Who is not sure of the one is not sure of the other: it asks for the same in another way."""
EXPLAINS = frozenset(
    "leg_compared both_swell_explained colour_bruise scant_usual pains_usual urge_move duration_min activity "
    "exercise_24h effort_1_2_days both_legs_how warmed_up posture_kind posture_long preg_weeks cups_today age "
    "cold_since swelling_since numb_since colour_since weak_since widespread_since skin_hot both_cramped "
    "for_other".split()
)
"""What does not say more, but otherwise: an explanation, a length of time, an age; no answer of these is *more*."""


TELLS = {
    (key, str(value)): [(item.key, answer)]
    for item in KNOWN.items
    if item.key in KEYS
    for answer, tells in item.implies
    for key, value in tells
}
"""Which answer to another question tells this one."""


def values(key: str) -> list[str]:
    """All answers to a question but *not sure*."""
    item = KNOWN.by_key[key]
    offered = [choice.value for choice in item.choices] + ([] if item.kind == "number" else list(item.options))
    return [value for value in dict.fromkeys(offered) if value != NOT_SURE]


def patient(chance: random.Random, changes: int = 6) -> dict[str, str]:
    """Somebody with the picture of a flag or two, or a part of it, and some other facts."""
    facts = dict(WELL)
    for flag in chance.sample(KNOWN.flags, chance.randrange(3)):
        for line in (*flag.when, *(chance.choice(flag.unless) if flag.unless and chance.random() < 0.5 else ())):
            if chance.random() < 0.9:
                one = chance.choice(line)
                fits(facts, one.key, chance.choice(one.values), chance)
    for key in chance.sample(KEYS, chance.randrange(changes + 1)):
        told(facts, key, NOT_SURE if chance.random() < 0.15 else chance.choice(values(key)))
    return facts


def fits(facts: dict[str, str], key: str, value: str, chance: random.Random) -> None:
    """Answer so that a condition holds; of a question in parts, by a part of it."""
    item = KNOWN.by_key[key]
    parts = [part for part in item.parts if value in (*part.options, "any")]
    if parts:
        told(facts, f"{key}.{chance.choice(parts).name}", "yes")
    elif key in facts and item.kind == "number":
        told(
            facts,
            key,
            chance.choice([each for each in values(key) if holds(Condition(key, (value,)), {key: float(each)})]),
        )
    elif key in facts and (value in values(key) or value == NOT_SURE):
        told(facts, key, value)
    elif key not in facts:
        for other, answer in TELLS.get((key, value), ()):
            told(facts, other, answer)


def told(facts: dict[str, str], key: str, value: str) -> None:
    """Change one fact, or how sure one is of it."""
    facts[key] = value
    if value == NOT_SURE and key in DOUBTS:
        facts[DOUBTS[key]] = NOT_SURE


def replies(facts: Mapping[str, str], item: Item) -> dict[str, Value]:
    """What this patient answers to a question, or to each row of a list."""
    return {key: facts[key] for key in dict.fromkeys(mark.key for mark in item.marks)} or {item.key: facts[item.key]}


def sit(
    facts: Mapping[str, str], known: Answers | None = None, order: Sequence[str] | None = None
) -> tuple[Outcome, list[str], dict[str, Value]]:
    """The whole talk: the outcome, what was asked, and what was answered."""
    answers: dict[str, Value] = dict(known or {})
    asked: list[str] = []
    while (item := next_item(KNOWN, answers, order or KNOWN.interview)) is not None:
        asked.append(item.key)
        answers |= replies(facts, item)
        assert len(asked) <= 60, asked
    return judge(KNOWN, answers, WORDS), asked, answers


def careful(outcome: Outcome) -> tuple[Level, bool, bool]:
    """The larger, the less is allowed."""
    return outcome.level, not outcome.stretch_allowed, not outcome.massage_allowed
