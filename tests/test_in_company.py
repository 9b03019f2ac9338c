"""A sign in company, and a row left open beside a known risk: what is weaker, or told elsewhere, still counts."""

import random

import pytest
from parts import KNOWN
from patients import KEYS, WELL, patient, sit, told, values

from stretchcoach.core.knowledge import NOT_SURE
from stretchcoach.core.messages import Level

PEOPLE = 2
"""Generated patients of whom a picture is so as well, beside somebody who is well but for it."""
OPEN = ""
NOW, TODAY, BOOK, HOME = Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE, Level.SELF_CARE
Picture = tuple[str, Level, str]
"""What it is about, the level, and what is so: ``key`` yes, ``key?`` not sure, ``key-`` left open, ``key=value``."""
PICTURES: tuple[Picture, ...] = (
    ("a clot, and nearly fainted", NOW, "near_faint swelling=one_leg"),
    ("a clot by its vein, and nearly fainted", NOW, "near_faint? hard_sore_vein"),
    ("pain and a journey, and nearly fainted", NOW, "near_faint constant_pain clot_risk.journey"),
    ("sore after a birth, and nearly fainted", NOW, "near_faint pain_stays_now pregnancy=postpartum_6w"),
    ("breathless after a birth", NOW, "breath_lately pregnancy=postpartum_6w"),
    ("breathless with a hormone medicine", NOW, "breath_lately meds.hormone_or_bone"),
    ("heart and nearly fainted", NOW, "rf_palpitations near_faint"),
    ("heart and breath", NOW, "rf_palpitations breath_lately?"),
    ("heart and tired legs", NOW, "rf_palpitations both_legs_weak both_legs_how=tired"),
    ("heart and hardly any pee", NOW, "rf_palpitations urine=hardly_any"),
    ("back, old, nearly fainted", NOW, "near_faint back_pain age=72"),
    ("tummy, old, nearly fainted", NOW, "near_faint? widespread age=57"),
    ("back, age open, nearly fainted", NOW, "near_faint back_pain age-"),
    ("dialysis missed, nearly fainted", NOW, "conditions.kidney dialysis=missed near_faint"),
    ("dialysis missed, breathless", NOW, "conditions.kidney dialysis=missed breath_lately"),
    ("infected leg, nearly fainted", NOW, "fever hot_colour near_faint"),
    ("infected wound, breathless", NOW, "fever toxin_or_wound.wound breath_lately"),
    ("diabetes, vomiting, breathless", NOW, "conditions.diabetes vomit_diarrhoea=some breath_lately"),
    ("sugar medicine, vomiting, nearly fainted", NOW, "meds.sugar vomit_diarrhoea=some near_faint"),
    ("poison, heart", NOW, "toxin_or_wound.toxin rf_palpitations"),
    ("poison, nearly fainted", NOW, "toxin_or_wound.toxin near_faint?"),
    ("numb and painful, heart known, colour open", NOW, "numb_weak constant_pain conditions.heart cold_pale-"),
    ("newly cold, arteries known", NOW, "cold_pale conditions.arteries"),
    ("crushed and swollen", NOW, "crushed swelling=one_leg"),
    ("crushed and beyond what is seen", NOW, "crushed pain_beyond"),
    ("crushed, stretching hurts", NOW, "crushed stretch_hurts"),
    ("hard and painful on a thinner", NOW, "tight_hard constant_pain blood_thinner"),
    ("a cast lately, numb and painful", NOW, "clot_risk.plaster numb_weak constant_pain"),
    ("back, foot that fails, hardly any pee", NOW, "back_pain foot_drop urine=hardly_any"),
    ("tired legs, tingling, breathless", NOW, "both_legs_weak both_legs_how=tired tingle_hands.tingle breath_lately"),
    ("a pop, and the heel left open", TODAY, "injury=pop_snap can_tiptoe-"),
    ("back, and the seat left open", TODAY, "back_pain saddle_bladder.numb- saddle_bladder.bladder-"),
    ("back and cancer", TODAY, "back_pain clot_risk.cancer"),
    ("back and two tired legs", TODAY, "back_pain both_legs_weak both_legs_how=tired"),
    ("two tired legs that cannot rise", TODAY, "both_legs_weak both_legs_how=tired tiptoe_now=no"),
    ("statin and two tired legs", TODAY, "meds.cholesterol both_legs_weak both_legs_how=tired"),
    ("statin and pain in both", TODAY, "meds.cholesterol constant_pain both_cramped"),
    ("statin with another, and pain", TODAY, "meds.cholesterol constant_pain med_interact"),
    ("pregnant, both legs newly swollen", TODAY, "pregnancy=pregnant swelling=both_legs"),
    (
        "pregnant, both swollen, birth list open",
        TODAY,
        "pregnancy=postpartum_6w swelling=both_legs preeclampsia.head- preeclampsia.face- swelling_since-",
    ),
    ("arteries and pain that stays", TODAY, "conditions.arteries constant_pain"),
    ("pulled on a thinner, pain stays", TODAY, "strain blood_thinner constant_pain"),
    (
        "sick after sport, drinking left open",
        TODAY,
        "vomit_diarrhoea=some activity=just_after_exercise overdrank- overdrank_unwell-",
    ),
    ("sick, and drinks left open", TODAY, "vomit_diarrhoea=some keep_fluids-"),
    ("both legs swollen after an operation", TODAY, "swelling=both_legs clot_risk.stay"),
    ("hard to tell, not looked at again, a clot before", TODAY, "hard_to_tell leg_compared- clot_risk.clot"),
    ("weak after losing much", TODAY, "vomit_diarrhoea=some vomit_much weak_or_sore_between"),
    ("kidneys, a water tablet, weak", TODAY, "conditions.kidney meds.water_tablet weak_or_sore_between"),
    ("kidneys, weak, dialysis left open", TODAY, "conditions.kidney weak_or_sore_between dialysis-"),
    ("sore after hard effort, pee left open", BOOK, "weak_or_sore_between effort_1_2_days urine-"),
    ("risk of a clot, pain left open", BOOK, "clot_risk.journey constant_pain- pain_stays_now-"),
)
CALM: tuple[Picture, ...] = (
    (
        "pregnant, swollen in the evening",
        BOOK,
        "pregnancy=pregnant swelling=both_legs both_swell_explained swelling_since=weeks",
    ),
    ("pregnant, swollen for weeks", BOOK, "pregnancy=pregnant swelling=both_legs swelling_since=weeks"),
    ("a foot that has dropped for years", BOOK, "foot_drop numb_since=months_or_more"),
    ("backache", HOME, "back_pain"),
    ("sore after hard effort", HOME, "weak_or_sore_between effort_1_2_days"),
    ("tired legs after hard effort", HOME, "both_legs_weak both_legs_how=tired effort_1_2_days"),
    ("a journey, and nothing stays", HOME, "clot_risk.journey"),
    (
        "both swollen after a journey, down by morning",
        HOME,
        "swelling=both_legs both_swell_explained clot_risk.journey",
    ),
    ("hard to tell, not looked at again, no risk", HOME, "hard_to_tell leg_compared-"),
    ("a pop, and the heel lifts", BOOK, "injury=pop_snap"),
    (
        "a statin, and pain in both after hard effort",
        HOME,
        "meds.cholesterol constant_pain both_cramped effort_1_2_days",
    ),
    (
        "a statin, and tired legs after hard effort",
        HOME,
        "meds.cholesterol both_legs_weak both_legs_how=tired effort_1_2_days",
    ),
    ("a bug that is nearly over", HOME, "vomit_diarrhoea=some"),
    ("hot, cooled down and well", HOME, "heat_ill=unwell_under_30"),
    ("a statin and one cramp", HOME, "meds.cholesterol"),
    ("dialysis, none missed, sore", BOOK, "conditions.kidney dialysis=on_schedule weak_or_sore_between"),
    ("nearly fainted, young, backache", TODAY, "near_faint back_pain"),
)


def facts(picture: str) -> dict[str, str]:
    """What is so in a picture."""
    found = {}
    for one in picture.split():
        key, _, value = one.partition("=")
        found[key.rstrip("?-")] = value or {"?": NOT_SURE, "-": OPEN}.get(key[-1], "yes")
    return found


@pytest.mark.parametrize(("level", "picture"), [one[1:] for one in PICTURES], ids=[one[0] for one in PICTURES])
def test_a_sign_in_company_is_seen_whoever_has_it(level: Level, picture: str) -> None:
    so = facts(picture)
    outcome, _, _ = sit(WELL | so)
    assert outcome.level >= level and (not outcome.massage_allowed or level < TODAY), outcome.rules
    for number in range(PEOPLE):
        one = patient(random.Random(number))
        for key, value in (WELL | so).items():
            if key in so or key.endswith("_since"):
                told(one, key, value)
        assert sit(one)[0].level >= min(level, TODAY), number


@pytest.mark.parametrize(("level", "picture"), [one[1:] for one in CALM], ids=[one[0] for one in CALM])
def test_what_explains_itself_is_not_made_more_of(level: Level, picture: str) -> None:
    assert sit(WELL | facts(picture))[0].level is level


def test_every_fact_used_here_is_one_that_the_talk_asks_for() -> None:
    marks = [mark for item in KNOWN.items for mark in item.marks]
    for _, _, picture in (*PICTURES, *CALM):
        for key, value in facts(picture).items():
            assert key in KEYS
            assert value in {OPEN, NOT_SURE, "yes", *values(key), *(mark.value for mark in marks if mark.key == key)}
