"""The safety screen: what is asked, and what answers mean; promises kept over generated answer sheets."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import KNOWN, REASSURING, SCREEN

from stretchcoach.core.facts import facts
from stretchcoach.core.flags import raised
from stretchcoach.core.messages import Level, Outcome
from stretchcoach.core.next_question import next_item
from stretchcoach.core.triage import HelpWords, judge
from stretchcoach.library import sources
from stretchcoach.words.questions import LINES, UNKNOWN, WATCH

WORDS = HelpWords()
ROWS = {mark.key: mark for item in SCREEN for mark in item.marks if mark.short}
SIGNS = {key: KNOWN.by_key[key] for key in ROWS} | {item.key: item for item in SCREEN if not item.marks}
"""What the screen asks: the rows of its lists, and their finer questions."""
WELL = {key: mark.calm for key, mark in ROWS.items()}
CALM = WELL | {item.key: REASSURING[item.key] for item in SCREEN if not item.marks}
VALUES = {key: [*dict.fromkeys([*(c.value for c in item.choices), "not_sure"])] for key, item in SIGNS.items()}
EXTRA = {"stretch_effect": ("much_worse",), "lasted": ("over_ten_minutes",), "returned": ("third_in_an_hour",)}
"""What the protocol itself knows, beside the questions."""
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
        for key in dict.fromkeys(mark.key for mark in item.marks) or [item.key]:
            answers[key] = replies.get(key, CALM[key])
        assert len(asked) <= len(SCREEN)
    return answers, asked


# --- the questions -------------------------------------------------------------------------------------------


def test_the_screen_is_six_short_lists_and_their_finer_questions() -> None:
    firsts = [item.key for item in SCREEN if not item.only_if]
    assert firsts == ["list_now", "list_leg", "list_start", "list_feel", "list_body", "list_ill"]
    assert all(len([mark for mark in item.marks if mark.short]) <= 7 for item in SCREEN)
    named = " ".join(mark.label for item in SCREEN for mark in item.marks if mark.short).lower()
    for word in ("jaw", "wound", "peeing", "speech", "one weak side", "bleeding", "breathing", "swollen", "numb"):
        assert word in named, word


# --- the rules -----------------------------------------------------------------------------------------------


def test_every_flag_looks_only_at_questions_and_answers_that_exist() -> None:
    for flag in KNOWN.flags:
        for condition in (one for line in (*flag.when, *(line for way in flag.unless for line in way)) for one in line):
            item = KNOWN.by_key[condition.key]
            if item.kind == "number":
                assert all(re.fullmatch(r"(<|<=|>|>=)\d+", value) for value in condition.values), flag.id
            else:
                offered = {*item.options, *(choice.value for choice in item.choices)}
                assert set(condition.values) <= {*offered, "not_sure", "unknown", "unasked", "none", "any"}, flag.id


def test_every_flag_has_sources_that_exist() -> None:
    for flag in KNOWN.flags:
        assert flag.sources and set(flag.sources) <= sources().keys(), flag.id


@pytest.mark.parametrize(("answers", "level", "rule"), [
    ({"rf_chest": "yes"}, Level.EMERGENCY, "R1"),
    ({"rf_chest": "not_sure"}, Level.EMERGENCY, "R1"),
    ({"rf_faint_confused": "not_sure"}, Level.EMERGENCY, "R2"),
    ({"one_sided": "yes"}, Level.EMERGENCY, "ONE_SIDED"),
    ({"foot_drop": "yes", "widespread": "not_sure"}, Level.EMERGENCY, "ONE_SIDED"),
    ({"bleeding": "not_sure"}, Level.EMERGENCY, "BLEEDING"),
    ({"toxin_or_wound.wound": "not_sure", "near_faint": "yes", "blood_thinner": "yes"}, Level.EMERGENCY, "BLEEDING"),
    ({"swelling": "one_leg"}, Level.SAME_DAY, "R3"),
    ({"swelling": "not_sure"}, Level.SAME_DAY, "R3"),
    ({"hot_colour": "yes"}, Level.SAME_DAY, "R3"),
    ({"hard_sore_vein": "yes"}, Level.SAME_DAY, "R3"),
    ({"constant_pain": "yes", "clot_risk.stay": "yes"}, Level.SAME_DAY, "R3"),
    ({"constant_pain": "not_sure", "pregnancy": "not_sure"}, Level.SAME_DAY, "R3"),
    ({"hard_to_tell": "yes"}, Level.SELF_CARE, "RECHECK"),
    ({"hard_to_tell": "yes", "leg_compared": "not_sure"}, Level.SAME_DAY, "R3"),
    ({"hard_to_tell": "yes", "leg_compared": "no"}, Level.SELF_CARE, ""),
    ({"cold_pale": "yes", "cold_since": "hours_days"}, Level.SAME_DAY, "R5"),
    ({"cold_pale": "yes", "cold_since": "hours_days", "numb_weak": "yes"}, Level.EMERGENCY, "R5"),
    ({"cold_pale": "yes", "cold_since": "hours_days", "constant_pain": "yes"}, Level.EMERGENCY, "R5"),
    ({"stretch_effect": "much_worse", "tight_hard": "yes", "constant_pain": "yes"}, Level.EMERGENCY, "R6"),
    ({"tight_hard": "yes", "constant_pain": "yes", "swelling": "one_leg"}, Level.EMERGENCY, "R6"),
    ({"tight_hard": "yes"}, Level.SAME_DAY, "R6"),
    ({"crushed": "yes"}, Level.SAME_DAY, "CRUSHED"),
    ({"crushed": "yes", "numb_weak": "yes"}, Level.EMERGENCY, "CRUSHED"),
    ({"pain_beyond": "yes"}, Level.SAME_DAY, "DEEP"),
    ({"pain_beyond": "yes", "fever": "yes"}, Level.EMERGENCY, "DEEP"),
    ({"purple_spots": "yes"}, Level.SAME_DAY, "SPOTS"),
    ({"purple_spots": "yes", "fever": "yes"}, Level.EMERGENCY, "SPOTS"),
    ({"injury": "pop_snap", "can_tiptoe": "no"}, Level.SAME_DAY, "R7"),
    ({"strain": "yes", "can_tiptoe": "not_sure"}, Level.SAME_DAY, "R7"),
    ({"walk4_now": "no"}, Level.SAME_DAY, "R8"),
    ({"injury": "knock_fall", "can_walk4": "no"}, Level.SAME_DAY, "R8"),
    ({"deformity": "yes"}, Level.EMERGENCY, "R9"),
    ({"saddle_bladder.numb": "not_sure"}, Level.EMERGENCY, "R10"),
    ({"both_legs_weak": "yes", "both_legs_how": "no_strength"}, Level.EMERGENCY, "R10"),
    ({"both_legs_weak": "yes", "both_legs_how": "no_strength", "weak_since": "months_or_more"}, Level.SAME_DAY, "R10"),
    ({"urine": "cola"}, Level.EMERGENCY, "R11"),
    ({"urine": "not_sure", "urine_seen": "no"}, Level.SELF_CARE, ""),
    ({"urine": "dark_yellow", "constant_pain": "yes", "effort_1_2_days": "yes"}, Level.SAME_DAY, "R11"),
    ({"heat_ill": "unwell_under_30", "cooled_30": "yes"}, Level.EMERGENCY, "R12"),
    ({"heat_ill": "unwell_under_30", "cooled_30": "no"}, Level.SELF_CARE, "R13"),
    ({"urine": "hardly_any", "keep_fluids": "no"}, Level.EMERGENCY, "R15"),
    ({"urine": "hardly_any", "keep_fluids": "yes"}, Level.SAME_DAY, "R15"),
    ({"vomit_diarrhoea": "some", "keep_fluids": "no"}, Level.SAME_DAY, "R15"),
    ({"vomit_diarrhoea": "heavy", "keep_fluids": "yes"}, Level.SELF_CARE, ""),
    ({"tingle_hands.lock": "yes"}, Level.EMERGENCY, "R16"),
    ({"tingle_hands.lock": "not_sure", "tingle_hands.tingle": "no", "rf_palpitations": "no"}, Level.SAME_DAY, "R16"),
    ({"widespread": "not_sure"}, Level.SAME_DAY, "R17"),
    ({"widespread": "yes", "widespread_since": "months_or_more"}, Level.ROUTINE, "WIDESPREAD_LONG"),
    ({"fever": "yes"}, Level.SAME_DAY, "R18"),
    ({"jaw_stiff": "not_sure"}, Level.EMERGENCY, "R19"),
    ({"lasted": "over_ten_minutes"}, Level.SAME_DAY, "R21"),
    ({"lasted": "not_sure", "duration_min": "5"}, Level.SELF_CARE, ""),
    ({"stretch_hurts": "yes"}, Level.SAME_DAY, "R29"),
    ({"swelling": "both_legs"}, Level.ROUTINE, "R30"),
    ({"returned": "third_in_an_hour"}, Level.ROUTINE, "RETURN"),
    ({"bone_spot": "yes"}, Level.ROUTINE, "BONE"),
    ({"growing": "yes"}, Level.ROUTINE, "GROWING"),
])  # fmt: skip
def test_the_rows_of_the_red_flag_table(answers: dict[str, str], level: Level, rule: str) -> None:
    outcome = told({**WELL, **answers})
    assert (outcome.level, not rule or rule in outcome.rules) == (level, True)
    if level >= Level.SAME_DAY:
        assert outcome.because and outcome.because == outcome.advice[: len(outcome.because)]


def test_all_well_is_an_ordinary_cramp_and_may_be_rubbed() -> None:
    outcome = told(WELL)
    assert outcome.level is Level.SELF_CARE and outcome.rules == ()
    assert outcome.stretch_allowed and outcome.massage_allowed
    assert outcome.line == LINES[Level.SELF_CARE] and WATCH in outcome.advice


def test_nothing_answered_is_no_all_clear() -> None:
    for answers in ({}, dict.fromkeys(WELL, "")):
        outcome = told(answers)
        assert outcome.line == UNKNOWN and not outcome.massage_allowed
        assert "don't rub the leg" in " ".join(outcome.advice)


@pytest.mark.parametrize("key", ["injury", "swelling", "hot_colour", "jaw_stiff"])
def test_no_rubbing_unless_the_clot_and_injury_questions_were_answered_no(key: str) -> None:
    for value in [value for value in VALUES[key] if value != CALM[key]] + [""]:
        assert not told({**WELL, key: value}).massage_allowed
    assert not told({other: value for other, value in WELL.items() if other != key}).massage_allowed


@pytest.mark.parametrize("value", ["knock_fall", "pop_snap", "not_sure"])
def test_an_injured_leg_is_not_stretched(value: str) -> None:
    outcome = told({**WELL, "injury": value})
    assert not outcome.stretch_allowed and outcome.level >= Level.SELF_CARE


@pytest.mark.parametrize("level", Level)
def test_the_level_has_one_fixed_line_with_the_words_of_the_country(level: Level) -> None:
    british = HelpWords("999", "call 111", "GP")
    answers = {
        Level.SELF_CARE: {},
        Level.ROUTINE: {"returned": "third_in_an_hour"},
        Level.SAME_DAY: {"fever": "yes"},
        Level.EMERGENCY: {"rf_chest": "yes"},
    }[level]
    line = judge(KNOWN, {**WELL, **answers}, british).line
    assert "{" not in line and "}" not in line
    assert ("999" in line) is (level >= Level.SAME_DAY)
    assert ("call 111" in line) is (level is Level.SAME_DAY)
    assert ("GP" in line) is (level is Level.ROUTINE)


# --- the interview -------------------------------------------------------------------------------------------


def test_a_healthy_interview_asks_six_lists_and_no_more() -> None:
    assert interview({})[1] == ["list_now", "list_leg", "list_start", "list_feel", "list_body", "list_ill"]


@given(st.fixed_dictionaries({key: st.sampled_from([*values, ""]) for key, values in VALUES.items()}), st.data())
def test_every_interview_ends(replies: dict[str, str], data: st.DataObject) -> None:
    known = {key: values[0] for key, values in EXTRA.items() if data.draw(st.booleans(), key)}
    answers, asked = interview(replies, **known)
    assert next_item(KNOWN, answers) is None
    single = [key for key in asked if not KNOWN.by_key[key].marks]
    assert len(single) == len(set(single))


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
    if outcome.level is Level.EMERGENCY:
        assert not outcome.stretch_allowed


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(SIGNS)), st.data())
def test_one_more_flag_never_lowers_anything(answers: dict[str, str], key: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from([value for value in VALUES[key] if value != CALM[key]]))
    assert at_least_as_careful(told({**answers, key: value}), told({**answers, key: CALM[key]}))


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(EXTRA)))
def test_what_the_protocol_saw_never_lowers_anything(answers: dict[str, str], key: str) -> None:
    without = {other: value for other, value in answers.items() if other != key}
    assert at_least_as_careful(told({**without, key: EXTRA[key][0]}), told(without))


@settings(max_examples=150)
@given(SHEETS, st.sampled_from(list(SIGNS)))
def test_leaving_out_is_never_more_reassuring_than_no(answers: dict[str, str], key: str) -> None:
    calm = told({**answers, key: CALM[key]})
    assert at_least_as_careful(told({**answers, key: ""}), calm)
    assert at_least_as_careful(told({**answers, key: "not_sure"}), calm)
    assert at_least_as_careful(told({other: value for other, value in answers.items() if other != key}), calm)


@settings(max_examples=150)
@given(SHEETS)
def test_rubbing_is_never_allowed_where_the_leg_changed_or_was_hurt(answers: dict[str, str]) -> None:
    if told(answers).massage_allowed:
        assert (answers.get("injury"), answers.get("swelling"), answers.get("hot_colour")) == ("none", "none", "no")
        assert answers.get("hard_to_tell") in (None, "", "no") or answers.get("leg_compared") == "no"


@settings(max_examples=150)
@given(SHEETS)
def test_below_emergency_the_person_is_told_what_to_watch_for(answers: dict[str, str]) -> None:
    outcome = told(answers)
    changed = answers.get("swelling") == "one_leg" or answers.get("hot_colour") == "yes"
    assert (WATCH in outcome.advice) is (outcome.level < Level.EMERGENCY and not changed)
    assert set(outcome.sources) <= sources().keys()
