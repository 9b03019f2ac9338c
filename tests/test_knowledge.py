"""The knowledge files: complete, sourced, kind in every text, and no gap between what is asked and what is weighed."""

import datetime
import re
from collections.abc import Iterator

import pytest
from parts import KNOWN, SHIPPED
from test_lines import command_words

from stretchcoach.core.knowledge import Cause, Condition, Flag, Item, breaths
from stretchcoach.core.messages import Command
from stretchcoach.library import knowledge, sources
from stretchcoach.library.answer_sheets import problems
from stretchcoach.library.source_list import KNOWLEDGE
from stretchcoach.words.questions import HELPS, LEAVE, LINES, MIDWIFE, NO_TRIGGER, UNKNOWN, WATCH

ITEMS, CAUSES, FLAGS = KNOWN.items, KNOWN.causes, KNOWN.flags
SIDES = {Command.LEFT, Command.RIGHT, Command.BOTH}
NAMES = """exercise_fatigue prolonged_posture low_minerals pregnancy dehydration med_glucose med_statin varicose_veins
injury energy_depletion med_diuretic med_laba med_other kidney_dialysis liver thyroid neuropathy_diabetes
pad_claudication spinal_stenosis alcohol age_idiopathic rls_mimic mnd_neuro smoke_bmi_cvd heat_salt_loss
chronic_compartment footwear_surface toxin_infection""".split()
YES_NO_KEYS = """
rf_chest rf_faint_confused rf_palpitations can_walk4 can_tiptoe deformity both_swell_explained hot_colour
constant_pain hard_sore_vein cold_pale numb_weak tight_hard cast_tight saddle_bladder both_legs_weak fever
red_spreading jaw_stiff widespread overdrank_unwell keep_fluids preeclampsia shaky_sweaty diabetic_sick
foot_sore_rest_pain quinine_bleed progressive_weak posture_long sweat_heavy poor_intake med_new
weak_or_sore_between veins heavy_evening old_injury skipped_meals effort_cramps_lifelong feet_numb_long
lean_eases smoker night urge_move cold_tired tight_each_run new_shoes_floor sleep_hurt
""".split()
NUMBER_KEYS = "duration_min age preg_weeks cups_today drinks_week freq_week pain_start pain_now".split()
CHOICE_KEYS = {
    "injury": "none knock_fall pop_snap",
    "swelling": "none one_leg both_legs",
    "stretch_effect": "eases same much_worse not_tried",
    "urine": "normal dark_yellow cola hardly_any",
    "toxin_or_wound": "none dirty_wound toxin",
    "tingle_hands": "none tingle hands_lock",
    "heat_ill": "none unwell_under_30 not_better_30",
    "vomit_diarrhoea": "none some heavy",
    "pregnancy": "no pregnant postpartum_6w not_applicable",
    "activity": "exercising just_after_exercise sitting lying standing walking sudden_move other",
    "exercise_24h": "none usual harder",
    "warmed_up": "yes no na",
    "posture_kind": "none sitting crossed_legs standing back front side toes_down",
    "walk_pain": "no stops_on_standing needs_sitting",
    "side": "left right both",
}
SEVERAL_KEYS = {
    "clot_risk": "surgery_or_hospital bed_3d plaster long_journey cancer hormones previous_clot",
    "meds": "sugar cholesterol water_tablet long_inhaler iron_drip hormone_or_bone quinine other_old other_new",
    "conditions": "diabetes kidney liver thyroid nerve back arteries heart",
}


def conditions() -> Iterator[tuple[str, Condition]]:
    """Every condition of the files, and where it stands."""
    yield from ((item.key, one) for item in ITEMS for one in item.only_if)
    yield from (
        (flag.id, one)
        for flag in FLAGS
        for line in (*flag.when, *(line for way in flag.unless for line in way))
        for one in line
    )
    yield from ((cause.id, one) for cause in CAUSES for weight in cause.weights for line in weight.when for one in line)
    yield from (("rub", one) for line in KNOWN.rub for one in line)


def texts() -> Iterator[str]:
    """Everything that may be said or shown."""
    for item in ITEMS:
        yield from (item.ask, item.why, *(part.ask for part in item.parts), *(choice.label for choice in item.choices))
        yield from (mark.label for mark in item.marks)
    for cause in CAUSES:
        yield from (cause.name, cause.why, *cause.moves, *cause.helps)
    yield from (text for flag in FLAGS for text in (flag.advice, flag.aid) if text)
    yield from (*LINES.values(), UNKNOWN, WATCH, NO_TRIGGER, *HELPS, LEAVE, MIDWIFE)


def spoken() -> Iterator[str]:
    """What the coach may say while a microphone listens."""
    for item in ITEMS:
        yield from (item.ask, item.why, *(part.ask for part in item.parts), *breaths(item))
    for cause in CAUSES:
        yield from (cause.why, *cause.moves, *cause.helps)
    yield from (text for flag in FLAGS for text in (flag.advice, flag.aid) if text)
    yield from (NO_TRIGGER, *HELPS)


# --- completeness --------------------------------------------------------------------------------------------


def test_every_entry_is_sourced_and_dated() -> None:
    entries: list[Item | Flag | Cause] = [*ITEMS, *FLAGS, *CAUSES]
    for entry in entries:
        assert entry.sources and set(entry.sources) <= sources().keys(), entry
        assert datetime.date(2026, 11, 1) <= datetime.date.fromisoformat(entry.reviewed) <= datetime.date.today()


@pytest.mark.parametrize("name", ["questions", "flags", "causes"])
def test_every_file_says_that_no_clinician_has_reviewed_it(name: str) -> None:
    head = (KNOWLEDGE / f"{name}.toml").read_text(encoding="utf-8")[:500]
    assert "No clinician has reviewed this file yet" in head


def test_reading_twice_reads_once() -> None:
    assert knowledge() is knowledge()


def test_all_causes_are_there_and_all_claims_of_the_article_are_covered() -> None:
    assert [cause.id for cause in CAUSES] == NAMES
    assert {claim for cause in CAUSES for claim in cause.claims} == {f"S{number}" for number in range(1, 21)}


def test_all_rows_of_the_red_flag_table_are_there() -> None:
    assert {f"R{number}" for number in range(1, 31)} <= {flag.id for flag in FLAGS}


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.id)
def test_a_cause_explains_itself_and_helps(cause: Cause) -> None:
    assert cause.evidence in "ABC" and cause.why.endswith(".") and cause.helps
    assert all(line.endswith(".") for line in (*cause.moves, *cause.helps))
    assert not cause.routine or cause.routine in SHIPPED
    said = " ".join((cause.name, cause.why, *cause.moves, *cause.helps)).lower()
    assert cause.never and not [phrase for phrase in cause.never if re.search(rf"\b{phrase.lower()}\b", said)]
    assert all(weight.points for weight in cause.weights)
    assert max(weight.points for weight in cause.weights) <= 3


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause.evidence == "C"], ids=lambda cause: cause.id)
def test_a_weak_link_is_worded_weakly(cause: Cause) -> None:
    weak = r"\b(may|can|possible|not proven|not shown|told|practical form)\b"
    assert re.search(weak, cause.why), cause.why


def test_everything_weighed_is_asked_and_can_be_answered() -> None:
    for where, condition in conditions():
        item = KNOWN.by_key[condition.key]
        assert condition.values, where
        for value in condition.values:
            if item.kind == "number":
                assert re.fullmatch(r"(<|<=|>|>=)\d+", value), (where, value)
            else:
                offered = {*item.options, *(choice.value for choice in item.choices)}
                assert value in {
                    *offered,
                    "not_sure",
                    "unknown",
                    "unasked",
                    *(("any", "none") if item.kind == "multi" else ()),
                }


def test_what_one_question_tells_of_another_is_an_answer_to_it() -> None:
    for item in ITEMS:
        assert set(item.told_by) <= KNOWN.by_key.keys()
        for answer, tells in item.implies:
            assert answer in {choice.value for choice in item.choices}, item.key
            for key, value in tells:
                other = KNOWN.by_key[key]
                if other.kind == "number":
                    assert float(str(value)) >= 0
                else:
                    assert value == frozenset() if other.kind == "multi" else value in {*other.options, "not_sure"}, key


OLDER = {"leg_changed", "cold_numb", "other_signs", "ill", "meds_any", "conditions_any", "stretch_effect"}
"""What sheets of before may answer; a person is asked for the same by the rows of a list, each sign by its name."""
SEEN = {"opening_flag", "returned", "side", "pain_start", "pain_now", "freq_week", "drinks_week"}
"""Told by the cramp itself, by the diary, or by a row that says as much."""


def asked_keys(order: tuple[str, ...]) -> set[str]:
    """Every key of an order, the rows of its lists too."""
    items = [KNOWN.by_key[key] for key in KNOWN.keys(order)]
    return {key for item in items for key in ([mark.key for mark in item.marks] or [item.key])}


def test_both_orders_name_questions_and_every_question_can_be_asked() -> None:
    assert set(KNOWN.safety_check) <= set(KNOWN.interview) <= KNOWN.by_key.keys()
    assert len(set(KNOWN.interview)) == len(KNOWN.interview)
    asked = {key.partition(".")[0] for key in asked_keys(KNOWN.interview)}
    lists = {item.key for item in ITEMS if item.kind == "list"}
    assert {item.key for item in ITEMS} - asked - lists == OLDER | SEEN
    assert lists == {key for key in KNOWN.interview if KNOWN.by_key[key].kind == "list"}


@pytest.mark.parametrize("item", [item for item in ITEMS if item.kind == "list"], ids=lambda item: item.key)
def test_a_list_names_each_sign_and_none_of_these_is_a_no_to_what_it_names(item: Item) -> None:
    assert 3 <= len(item.marks) <= 9 and not item.parts
    assert len({mark.label for mark in item.marks}) == len({mark.id for mark in item.marks}) == len(item.marks)
    for mark in item.marks:
        asked = KNOWN.by_key[mark.key]
        offered = {choice.value for choice in asked.choices} | set(asked.options)
        assert {mark.value, mark.calm} <= offered and mark.value != mark.calm, mark
        assert len(re.findall(r"[\w']+", mark.label)) <= 13 and mark.label[-1] not in ".?;"
    for key in item.also:
        assert key in OLDER | SEEN | {"duration_min"}


# --- questions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_a_question_is_fit_for_the_ear(item: Item) -> None:
    assert item.why.endswith(".") and item.why[0].isupper()
    for ask in (item.ask, *(part.ask for part in item.parts)):
        assert 0 < len(re.findall(r"[\w']+", ask)) <= 15, ask
        assert ask.endswith("?") and ask[0].isupper() and not re.search(r"\d", ask)
        assert not {"yes", "no"} & set(re.findall(r"[\w']+", ask.lower())), ask


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_choices_can_be_told_apart(item: Item) -> None:
    keys = [choice.key for choice in item.choices]
    values = [choice.value for choice in item.choices]
    assert len(set(keys)) == len(keys) and all(len(key) == 1 and key == key.lower() for key in keys)
    assert len(set(values)) == len(values)
    if item.key != "returned":
        assert "not_sure" in values
    if item.kind == "number":
        assert all(float(value) >= 0 for value in values if value != "not_sure")
    elif item.kind == "choice":
        assert set(values) - {"not_sure"} <= set(item.options) or item.key in ("injury", "urine", "ill")


@pytest.mark.parametrize("line", sorted({*spoken()}))
def test_nothing_spoken_holds_a_word_the_microphone_listens_for(line: str) -> None:
    assert not command_words(line, set(Command) - SIDES)
    assert not re.search(r"\d", line) and line == line.strip() and line[-1] in ".?"


def test_every_answer_of_the_published_question_list_is_accepted() -> None:
    calm = problems(KNOWN, {key: value for key in YES_NO_KEYS for value in [True]})
    assert calm == [] and problems(KNOWN, dict.fromkeys(YES_NO_KEYS, False)) == []
    assert problems(KNOWN, dict.fromkeys(NUMBER_KEYS, 3)) == []
    for key, options in CHOICE_KEYS.items():
        assert [problems(KNOWN, {key: option}) for option in options.split()] == [[] for _ in options.split()]
    for key, options in SEVERAL_KEYS.items():
        assert problems(KNOWN, {key: options.split()}) == [] == problems(KNOWN, {key: []})
    every = [*YES_NO_KEYS, *NUMBER_KEYS, *CHOICE_KEYS, *SEVERAL_KEYS]
    assert len(every) == 73
    assert problems(KNOWN, dict.fromkeys(every, "not_sure")) == [] == problems(KNOWN, dict.fromkeys(every))


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", sorted({*texts()}))
def test_no_text_diagnoses_promises_blames_doses_or_touches_a_medicine(text: str) -> None:
    lower = text.lower()
    assert not re.search(r"\byou (have|have got|may have|might have|probably have|suffer)\b", lower)
    assert not re.search(r"\b(diagnos\w+|thrombosis|dvt|embolism|compartment syndrome|rhabdo\w*|tetanus)\b", lower)
    assert not re.search(
        r"\b(stop|skip|halve|swap|pause)\b (taking |all )?(your |the )?(medicine|tablet|pill|dose)", lower
    )
    assert not re.search(r"\btake (a |some |more )?(magnesium|potassium|calcium|quinine|salt)", lower)
    assert not re.search(r"\b(mg|milligrams?|doses?|paracetamol|ibuprofen)\b", lower)
    assert not re.search(r"\b(cures?|guarantee\w*|promise\w*|never again|will go away|it is nothing)\b", lower)
    assert not re.search(r"\b(your (own )?fault|should have|careless|lazy|blame)\b", lower)
    assert not re.search(r"\bred\b", lower.replace("redder, darker or purple", "")), "say redder, darker or purple"


def test_the_fixed_lines_on_medicines_pregnancy_and_supplements_are_said() -> None:
    everything = " ".join(texts())
    for line in ("keep taking yours as prescribed", "Tell your midwife", "magnesium made little or no difference"):
        assert line in everything
    for cause in CAUSES:
        if cause.id.startswith("med_"):
            assert "as prescribed" in " ".join(cause.helps), cause.id
