"""What a person did not say never reassures: rows left open, and signs that are told in a weaker or another way."""

import random
from collections.abc import Iterator

import pytest
from parts import KNOWN
from patients import KEYS, MARKS, WELL, patient, sit, told, values

from stretchcoach.core.facts import facts
from stretchcoach.core.knowledge import NOT_SURE
from stretchcoach.core.messages import Level
from stretchcoach.words.questions import LINES, MIDWIFE

PEOPLE = 16
CALM_LINES = {LINES[Level.SELF_CARE], LINES[Level.ROUTINE].format(gp_word="doctor"), MIDWIFE}
ROWS = [mark for key in KNOWN.safety_check for mark in KNOWN.by_key[key].marks]
CLOT = (("swelling", "one_leg"), ("hot_colour", "yes"), ("hard_sore_vein", "yes"), ("constant_pain", "yes"),
        ("clot_risk.stay", "yes"), ("clot_risk.hormones", NOT_SURE))  # fmt: skip
PRESSED = (("pain_beyond", "yes"), ("foot_drop", "yes"), ("foot_drop", NOT_SURE), ("numb_weak", "yes"))
HARMLESS = {
    "night": ("yes", "no"),
    "activity": ("lying", "sitting", "just_after_exercise", "other"),
    "exercise_24h": ("usual", "harder", "none"),
    "effort_1_2_days": ("yes", "no"),
    "posture_long": ("yes", "no", NOT_SURE),
    "both_cramped": ("yes", "no"),
    "sweat_heavy": ("yes", "no"),
    "new_shoes_floor": ("yes", "no"),
    "skipped_meals": ("yes", "no"),
    "old_injury": ("yes", "no"),
    "age": ("35", "57", "72"),
}
"""Facts of a cramp by night or after sport, and nothing else."""


def people(seed: int, *so: tuple[str, str]) -> Iterator[dict[str, str]]:
    """Generated patients of whom these things are so as well."""
    for number in range(PEOPLE):
        one = patient(random.Random(seed + number))
        for key, value in so:
            told(one, key, value)
        yield one


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_of_the_screen_left_open_is_no_leave_to_rub_and_no_all_clear(row: object) -> None:
    key = getattr(row, "key", "")
    for one in [dict(WELL), *people(1_000)]:
        outcome, _, answers = sit(one | {key: ""})
        if answers.get(key, "none") == "":
            assert not outcome.massage_allowed
            if MARKS[key].short and key not in facts(KNOWN, answers):
                assert outcome.line not in CALM_LINES


@pytest.mark.parametrize("sure", ["yes", NOT_SURE])
def test_newly_short_of_breath_is_seen_today_and_with_a_sign_of_a_clot_at_once(sure: str) -> None:
    for one in people(2_000, ("breath_lately", sure)):
        assert sit(one)[0].level >= Level.SAME_DAY
    for sign in CLOT:
        for one in people(3_000, ("breath_lately", sure), sign):
            assert sit(one)[0].level is Level.EMERGENCY, sign


@pytest.mark.parametrize("sure", ["yes", NOT_SURE])
def test_fever_in_the_months_of_cancer_treatment_is_an_emergency(sure: str) -> None:
    for so in ((("fever", sure), ("clot_risk.cancer", "yes")), (("fever", "yes"), ("clot_risk.cancer", sure))):
        for one in people(4_000, *so):
            assert sit(one)[0].level is Level.EMERGENCY


@pytest.mark.parametrize("sign", PRESSED)
def test_pressure_in_the_leg_needs_no_calf_that_is_hard(sign: tuple[str, str]) -> None:
    hard = ("tight_hard", "no"), ("stretch_hurts", "yes"), ("constant_pain", "yes"), ("numb_since", "hours_days")
    for one in people(5_000, *hard, sign):
        assert sit(one)[0].level is Level.EMERGENCY


@pytest.mark.parametrize("sure", ["yes", NOT_SURE])
def test_with_narrowed_arteries_a_numb_painful_foot_need_not_be_the_colder_one(sure: str) -> None:
    so = ("cold_pale", "no"), ("numb_weak", sure), ("numb_since", "hours_days"), ("constant_pain", "yes")
    for one in people(6_000, *so, ("conditions.arteries", "yes")):
        assert sit(one)[0].level is Level.EMERGENCY


def test_harmless_cramps_stay_harmless() -> None:
    chance = random.Random(7_000)
    for _ in range(4 * PEOPLE):
        one = WELL | {key: chance.choice(offered) for key, offered in HARMLESS.items()}
        outcome, _, _ = sit(one)
        assert outcome.level is Level.SELF_CARE and outcome.massage_allowed, outcome.rules


def test_every_fact_used_here_is_one_that_the_talk_asks_for() -> None:
    used = dict([*CLOT, *PRESSED]) | {key: offered[0] for key, offered in HARMLESS.items()}
    assert {"breath_lately", "clot_risk.cancer", "conditions.arteries", *used} <= set(KEYS)
    assert all(value == NOT_SURE or value in (*values(key), "yes") for key, value in used.items())
