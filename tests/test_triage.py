"""The safety screen: what is asked, and what answers mean; promises kept over generated answer sheets."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import KNOWN, REASSURING, SCREEN

from stretchcoach.core.facts import facts
from stretchcoach.core.knowledge import Item
from stretchcoach.core.messages import Level, Outcome
from stretchcoach.core.triage import LINES, UNKNOWN, WATCH, HelpWords, due, judge, next_item, raised
from stretchcoach.library import sources

ITEMS = SCREEN
WORDS = HelpWords()
BY_KEY = {item.key: item for item in ITEMS}
EXTRA = {"stretch_effect": ("much_worse",), "lasted": ("over_ten_minutes",), "returned": ("third_in_an_hour",)}
"""What the protocol itself knows, beside the questions."""
WELL = {key: REASSURING[key] for key in BY_KEY if not BY_KEY[key].only_if}
VALUES = {item.key: [choice.value for choice in item.choices] for item in ITEMS}
SHEETS = st.fixed_dictionaries(
    {},
    optional={key: st.sampled_from([*values, ""]) for key, values in VALUES.items()}
    | {key: st.sampled_from(values) for key, values in EXTRA.items()},
)
"""Any answers at all, consistent or not; an empty one was asked and not answered."""


def told(answers: Mapping[str, str]) -> Outcome:
    return judge(KNOWN, answers, WORDS)


def careful(outcome: Outcome) -> tuple[int, bool, bool]:
    """The larger, the less is allowed."""
    return outcome.level, not outcome.stretch_allowed, not outcome.massage_allowed


def at_least_as_careful(one: Outcome, other: Outcome) -> bool:
    return all(mine >= theirs for mine, theirs in zip(careful(one), careful(other), strict=True))


def interview(replies: Mapping[str, str], **known: str) -> tuple[dict[str, str], list[str]]:
    """Ask until nothing is asked any more."""
    answers, asked = dict(known), []
    while item := next_item(KNOWN, answers):
        asked.append(item.key)
        answers[item.key] = replies.get(item.key, REASSURING[item.key])
        assert len(asked) <= len(ITEMS)
    return answers, asked


# --- the questions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_a_question_is_short_sourced_and_explained(item: Item) -> None:
    assert 0 < len(re.findall(r"[\w']+", item.ask)) <= 15
    assert item.ask.endswith("?") and item.why.endswith(".")
    assert item.sources and set(item.sources) <= sources().keys()
    assert not re.search(r"\d", item.ask + item.why)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_choices_have_keys_of_their_own_and_offer_not_sure(item: Item) -> None:
    keys = [choice.key for choice in item.choices]
    assert len(set(keys)) == len(keys) and all(len(key) == 1 and key.islower() for key in keys)
    assert "t" not in keys, "t is the key of: ask me tomorrow"
    values = [choice.value for choice in item.choices]
    assert len(set(values)) == len(values)
    assert {"not_sure", REASSURING[item.key]} <= set(values)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_a_question_depends_only_on_what_is_asked_before_it(item: Item) -> None:
    before = [other.key for other in ITEMS[: ITEMS.index(item)]]
    for condition in item.only_if:
        key = condition.key
        assert key in before or key in EXTRA or key == "vomit_diarrhoea", "that one is told by another, not asked"
        known = VALUES.get(key, EXTRA.get(key, KNOWN.by_key[key].options))
        assert set(condition.values) <= set(known)


def test_keys_are_unique_and_each_has_its_reassuring_answer() -> None:
    assert len(BY_KEY) == len(ITEMS) == len(REASSURING)


def test_the_order_is_that_of_the_published_script() -> None:
    firsts = [item.key for item in ITEMS if not item.only_if]
    assert firsts == ["rf_chest", "rf_faint_confused", "injury", "leg_changed", "cold_numb", "urine", "ill"]
    assert [choice.value for choice in BY_KEY["rf_chest"].choices] == ["yes", "no", "not_sure"]


# --- the rules -----------------------------------------------------------------------------------------------


def test_every_flag_looks_only_at_questions_and_answers_that_exist() -> None:
    for flag in KNOWN.flags:
        for condition in (one for line in (*flag.when, *flag.unless) for one in line):
            item = KNOWN.by_key[condition.key]
            if item.kind == "number":
                assert all(re.fullmatch(r"(<|<=|>|>=)\d+", value) for value in condition.values), flag.id
            else:
                offered = {*item.options, *(choice.value for choice in item.choices)}
                assert set(condition.values) <= {*offered, "not_sure", "unknown", "none", "any"}, flag.id


def test_every_flag_has_sources_that_exist() -> None:
    for flag in KNOWN.flags:
        assert flag.sources and set(flag.sources) <= sources().keys(), flag.id


@pytest.mark.parametrize(
    ("answers", "level", "rule"),
    [
        ({"rf_chest": "yes"}, Level.EMERGENCY, "R1"),
        ({"rf_chest": "not_sure"}, Level.EMERGENCY, "R1"),
        ({"rf_faint_confused": "yes"}, Level.EMERGENCY, "R2"),
        ({"rf_faint_confused": "not_sure"}, Level.EMERGENCY, "R2"),
        ({"leg_changed": "yes", "swelling": "one_leg"}, Level.SAME_DAY, "R3"),
        ({"leg_changed": "yes", "hot_colour": "yes"}, Level.SAME_DAY, "R3"),
        ({"leg_changed": "yes"}, Level.SAME_DAY, "R3"),
        ({"leg_changed": "not_sure", "leg_compared": "yes"}, Level.SAME_DAY, "R3"),
        ({"leg_changed": "not_sure", "leg_compared": "not_sure", "clot_risk": "any"}, Level.SAME_DAY, "R3"),
        ({"leg_changed": "not_sure", "leg_compared": "not_sure", "clot_risk": "none"}, Level.SELF_CARE, "RECHECK"),
        (
            {
                "leg_changed": "yes",
                "swelling": "none",
                "hot_colour": "no",
                "clot_risk": "any",
                "constant_pain": "yes",
            },
            Level.SAME_DAY,
            "R3",
        ),
        ({"cold_numb": "yes"}, Level.SAME_DAY, "R5"),
        ({"cold_numb": "not_sure"}, Level.SAME_DAY, "R5"),
        ({"cold_numb": "yes", "cold_pale": "yes", "numb_weak": "no"}, Level.SAME_DAY, "R5"),
        ({"cold_numb": "yes", "cold_pale": "yes", "numb_weak": "yes"}, Level.EMERGENCY, "R5"),
        ({"cold_numb": "yes", "cold_pale": "yes", "constant_pain": "yes"}, Level.EMERGENCY, "R5"),
        (
            {"stretch_effect": "much_worse", "tight_hard": "yes", "constant_pain": "yes"},
            Level.EMERGENCY,
            "R6",
        ),
        ({"injury": "pop_snap", "can_tiptoe": "no"}, Level.SAME_DAY, "R7"),
        ({"injury": "knock_fall", "can_walk4": "no"}, Level.SAME_DAY, "R8"),
        ({"injury": "knock_fall", "deformity": "yes"}, Level.EMERGENCY, "R9"),
        ({"injury": "knock_fall", "cold_numb": "yes", "numb_weak": "yes"}, Level.EMERGENCY, "R9"),
        ({"urine": "cola"}, Level.EMERGENCY, "R11"),
        ({"ill": "heat", "cooled_30": "yes"}, Level.EMERGENCY, "R12"),
        ({"ill": "heat", "cooled_30": "no"}, Level.SELF_CARE, "R13"),
        ({"urine": "hardly_any", "keep_fluids": "no"}, Level.EMERGENCY, "R15"),
        ({"urine": "hardly_any", "keep_fluids": "yes"}, Level.SAME_DAY, "R15"),
        ({"ill": "vomiting", "keep_fluids": "no"}, Level.SAME_DAY, "R15"),
        ({"ill": "fever"}, Level.SAME_DAY, "R18"),
        ({"lasted": "over_ten_minutes"}, Level.SAME_DAY, "R21"),
        ({"cold_numb": "yes", "cold_pale": "no", "numb_weak": "yes"}, Level.SAME_DAY, "R27"),
        ({"stretch_effect": "much_worse"}, Level.SAME_DAY, "R29"),
        ({"leg_changed": "yes", "swelling": "both_legs", "hot_colour": "no"}, Level.ROUTINE, "R30"),
        ({"returned": "third_in_an_hour"}, Level.ROUTINE, "RETURN"),
    ],
)
def test_the_rows_of_the_red_flag_table(answers: dict[str, str], level: Level, rule: str) -> None:
    outcome = told({**WELL, **answers})
    assert (outcome.level, rule in outcome.rules) == (level, True)
    assert outcome.line.startswith(LINES[level][:20])


def test_all_well_is_an_ordinary_cramp_and_may_be_rubbed() -> None:
    outcome = told(WELL)
    assert outcome.level is Level.SELF_CARE and outcome.rules == ()
    assert outcome.stretch_allowed and outcome.massage_allowed
    assert outcome.line == LINES[Level.SELF_CARE] and outcome.advice == (WATCH,)


def test_nothing_answered_is_no_all_clear() -> None:
    for answers in ({}, dict.fromkeys(WELL, "")):
        outcome = told(answers)
        assert outcome.line == UNKNOWN and not outcome.massage_allowed
        assert "leave rubbing out" in " ".join(outcome.advice)


@pytest.mark.parametrize("key", ["injury", "leg_changed"])
def test_no_rubbing_unless_the_clot_and_injury_questions_were_answered_no(key: str) -> None:
    for value in [value for value in VALUES[key] if value != REASSURING[key]] + [""]:
        assert not told({**WELL, key: value}).massage_allowed
    assert not told({other: value for other, value in WELL.items() if other != key}).massage_allowed


@pytest.mark.parametrize("value", ["knock_fall", "pop_snap", "not_sure"])
def test_an_injured_leg_is_not_stretched(value: str) -> None:
    outcome = told({**WELL, "injury": value})
    assert not outcome.stretch_allowed and outcome.level >= Level.ROUTINE


@pytest.mark.parametrize("level", Level)
def test_the_level_has_one_fixed_line_with_the_words_of_the_country(level: Level) -> None:
    british = HelpWords("999", "call 111", "GP")
    answers = {
        Level.SELF_CARE: {},
        Level.ROUTINE: {"returned": "third_in_an_hour"},
        Level.SAME_DAY: {"ill": "fever"},
        Level.EMERGENCY: {"rf_chest": "yes"},
    }[level]
    line = judge(KNOWN, {**WELL, **answers}, british).line
    assert "{" not in line and "}" not in line
    assert ("999" in line) is (level >= Level.SAME_DAY)
    assert ("call 111" in line) is (level is Level.SAME_DAY)
    assert ("GP" in line) is (level is Level.ROUTINE)


# --- the interview -------------------------------------------------------------------------------------------


def test_a_healthy_interview_asks_the_seven_questions_and_no_more() -> None:
    assert interview({})[1] == list(WELL)


@given(st.fixed_dictionaries({key: st.sampled_from(values) for key, values in VALUES.items()}), st.data())
def test_every_interview_ends_and_stops_at_the_first_emergency(replies: dict[str, str], data: st.DataObject) -> None:
    known = {key: values[0] for key, values in EXTRA.items() if data.draw(st.booleans(), key)}
    answers, asked = interview(replies, **known)
    assert len(set(asked)) == len(asked)
    assert all(due(BY_KEY[key], facts(KNOWN, answers)) for key in asked)
    before = {key: value for key, value in answers.items() if key != asked[-1]} if asked else {}
    assert told(before).level < Level.EMERGENCY
    if told(answers).level < Level.EMERGENCY:
        assert [item.key for item in ITEMS if due(item, facts(KNOWN, answers))] == asked


@given(st.sets(st.sampled_from(list(BY_KEY))))
def test_an_interview_in_which_nobody_answers_ends_too(silent: set[str]) -> None:
    answers, _ = interview(dict.fromkeys(silent, ""))
    assert next_item(KNOWN, answers) is None


# --- the promises --------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(SHEETS)
def test_a_raised_flag_always_wins(answers: dict[str, str]) -> None:
    outcome = told(answers)
    fired = raised(KNOWN, facts(KNOWN, answers))
    assert outcome.level == max((rule.level for rule in fired), default=Level.SELF_CARE)
    assert set(outcome.rules) == {rule.id for rule in fired}
    for key in ("rf_chest", "rf_faint_confused"):
        assert told({**answers, key: "yes"}).level is Level.EMERGENCY
    urgent = {flag.id for flag in fired if flag.level >= Level.SAME_DAY}
    if urgent:
        assert not outcome.massage_allowed
    if urgent - {"R15", "R21"}:
        assert not outcome.stretch_allowed
    if outcome.level is Level.EMERGENCY:
        assert not outcome.stretch_allowed


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(BY_KEY)), st.data())
def test_one_more_flag_never_lowers_anything(answers: dict[str, str], key: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from([value for value in VALUES[key] if value != REASSURING[key]]))
    assert at_least_as_careful(told({**answers, key: value}), told({**answers, key: REASSURING[key]}))


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(EXTRA)))
def test_what_the_protocol_saw_never_lowers_anything(answers: dict[str, str], key: str) -> None:
    without = {other: value for other, value in answers.items() if other != key}
    assert at_least_as_careful(told({**without, key: EXTRA[key][0]}), told(without))


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(BY_KEY)))
def test_leaving_out_is_never_more_reassuring_than_no(answers: dict[str, str], key: str) -> None:
    calm = told({**answers, key: REASSURING[key]})
    assert at_least_as_careful(told({**answers, key: ""}), calm)
    assert at_least_as_careful(told({**answers, key: "not_sure"}), calm)
    assert at_least_as_careful(told({other: value for other, value in answers.items() if other != key}), calm)


@settings(max_examples=150)
@given(SHEETS)
def test_rubbing_is_never_allowed_where_the_leg_changed_or_was_hurt(answers: dict[str, str]) -> None:
    if told(answers).massage_allowed:
        assert answers.get("injury") == "none"
        assert "no" in (answers.get("leg_changed"), answers.get("leg_compared"))
        assert answers.get("leg_changed") != "yes" and answers.get("leg_compared") not in ("yes", "not_sure")


@settings(max_examples=150)
@given(SHEETS)
def test_below_emergency_the_person_is_told_what_to_watch_for(answers: dict[str, str]) -> None:
    outcome = told(answers)
    assert (WATCH in outcome.advice) is (outcome.level < Level.EMERGENCY)
    assert set(outcome.sources) <= sources().keys()


# --- words ---------------------------------------------------------------------------------------------------

TEXTS = [
    *(text for item in ITEMS for text in (item.ask, item.why, *(choice.label for choice in item.choices))),
    *(flag.advice for flag in KNOWN.flags),
    *LINES.values(),
    UNKNOWN,
    WATCH,
]


@pytest.mark.parametrize("text", filter(None, TEXTS))
def test_no_text_gives_a_diagnosis_a_dose_or_touches_a_medicine(text: str) -> None:
    lower = text.lower()
    assert not re.search(r"\byou (have|have got|may have|might have|probably have|suffer)\b", lower)
    assert not re.search(r"\b(diagnos\w+|thrombosis|dvt|embolism|compartment syndrome|rhabdo\w*|tetanus)\b", lower)
    assert not re.search(r"\bstop (taking )?(your )?(medicine|tablet|pill|statin|medication)", lower)
    assert not re.search(r"\b\d|\b(mg|milligrams?|dose|tablets?|paracetamol|ibuprofen|quinine|magnesium)\b", lower)
    assert not re.search(r"\bred\b", lower.replace("redder, darker or purple", "")), "say redder, darker or purple"
