"""The talk, sat through by generated patients: what is dangerous is found, whatever order it is told in."""

import random
import statistics
from collections import defaultdict

import pytest
from parts import KNOWN
from patients import EXPLAINS, KEYS, WELL, careful, fits, patient, replies, sit, told, values

from stretchcoach.core.facts import facts
from stretchcoach.core.flags import raised
from stretchcoach.core.knowledge import NOT_SURE, Answers, Flag, Value
from stretchcoach.core.messages import Level
from stretchcoach.core.next_question import QuestionOrder, next_item
from stretchcoach.core.triage import HelpWords, judge

PAIRS = 300
"""Patients who sit the talk twice, in each of the two tests."""
HABITS = {"OFTEN", "SLEEP", "ALCOHOL", "FOR_OTHER"}
"""Habits, which only a sure answer raises; none of them is red, and none bars anything."""
MANNER = {"duration_min", "freq_week", "often", "sleep_hurt", "drinks_week", "alcohol_daily", "for_other"}
"""What these hang on, and a length by the clock: `lasted` is the sign."""


def test_habits_are_no_signs() -> None:
    sure = [flag for flag in KNOWN.flags if flag.sure]
    habits = [flag for flag in sure if flag.id in HABITS]
    assert {flag.id for flag in habits} == HABITS
    assert [one.key for flag in sure if flag not in habits for line in flag.when for one in line] == ["duration_min"]
    assert all(flag.level <= Level.ROUTINE and not (flag.bars_massage or flag.bars_stretch) for flag in habits)


def pairs(seed: int, unsure: bool) -> list[tuple[dict[str, str], dict[str, str], str]]:
    """A patient, the same one who reports more or is less sure, and what it is about."""
    found = []
    for number in range(PAIRS):
        chance = random.Random(seed + number)
        one = patient(chance)
        mine = [key for key in KEYS if one[key] != WELL[key]] or list(KEYS)
        keys = mine if chance.random() < 0.8 else list(KEYS)
        if unsure:
            key = chance.choice([key for key in keys if key not in MANNER and one[key] != NOT_SURE] or ["rf_chest"])
            other = dict(one)
            told(other, key, NOT_SURE)
        else:
            key = chance.choice([key for key in keys if key not in EXPLAINS] or ["rf_chest"])
            one[key] = WELL[key]
            other = dict(one)
            told(other, key, chance.choice([value for value in values(key) if value != WELL[key]]))
        found.append((one, other, key))
    return found


@pytest.mark.parametrize(("unsure", "seed"), [(False, 10_000), (True, 20_000)])
def test_who_reports_more_or_is_less_sure_is_never_reassured_by_the_talk(unsure: bool, seed: int) -> None:
    for one, other, key in pairs(seed, unsure):
        before, after = sit(one)[0], sit(other)[0]
        assert after.level >= before.level, (key, one[key], other[key], before.rules, after.rules)
        assert before.massage_allowed or not after.massage_allowed, (key, before.rules, after.rules)


@pytest.mark.parametrize("key", KEYS)
def test_every_question_can_be_reached_on_a_fresh_profile(key: str) -> None:
    chance = random.Random(7)
    for attempt in range(90):
        one = patient(chance) if attempt > 9 else dict(WELL)
        ways = [way for flag in KNOWN.flags for way in flag.unless if any(c.key == key for line in way for c in line)]
        for line in chance.choice(ways) if ways and attempt % 2 else ():
            fits(one, line[0].key, line[0].values[0], chance)
        open_ = [key]
        while open_:
            name = open_.pop()
            lists = [item for item in KNOWN.items if any(mark.key == name for mark in item.marks)]
            for line in [KNOWN.by_key[name.partition(".")[0]].only_if, *(item.only_if for item in lists)]:
                if line:
                    gate = chance.choice(line)
                    fits(one, gate.key, chance.choice(gate.values), chance)
                    open_.append(gate.key)
        if key in sit(one)[2]:
            return
    raise AssertionError(f"{key} is never asked")


def sheets(flag: Flag) -> list[dict[str, Value]]:
    """Answers that raise a flag: the first condition of each line that can be answered so, then each other one."""
    first = [line[0] for line in flag.when]
    ways = [first]
    for at, line in enumerate(flag.when):
        ways += [[*first[:at], one, *first[at + 1 :]] for one in line[1:]]
    found: list[dict[str, Value]] = []
    for way in ways:
        answers: dict[str, Value] = {}
        for one in way:
            item = KNOWN.by_key[one.key]
            value = one.values[0]
            if item.kind == "number":
                answers[one.key] = float(value.lstrip("<>=")) + (1 if value[:2] == ">=" or value[0] == ">" else -1)
            elif item.kind == "multi":
                some = item.options[0] if value == "any" else value
                answers[one.key] = frozenset() if value == "none" else frozenset({some})
            else:
                answers[one.key] = value
        found.append(answers)
    return found


@pytest.mark.parametrize("flag", KNOWN.flags, ids=lambda flag: f"{flag.id}_{flag.level.name}")
def test_not_sure_is_never_more_reassuring_than_a_red_flag_alone_or_in_company(flag: Flag) -> None:
    if flag.sure:
        return
    for answers in sheets(flag):
        if not all(value not in ("unknown", "unasked") for value in answers.values()):
            continue
        sure = judge(KNOWN, answers, HelpWords())
        assert flag.id in sure.rules or flag.unless
        for key in answers:
            unsure = judge(KNOWN, {**answers, key: NOT_SURE}, HelpWords())
            mine = max((f.level for f in [flag] if flag.id in sure.rules), default=Level.SELF_CARE)
            assert unsure.level >= min(mine, sure.level), (key, answers, sure.rules, unsure.rules)
            assert not unsure.massage_allowed


def test_an_emergency_ends_the_asking_at_once_and_help_today_asks_only_what_could_raise_it() -> None:
    for number in range(120):
        one = patient(random.Random(40_000 + number))
        answers: dict[str, Value] = {}
        while (item := next_item(KNOWN, answers, KNOWN.interview)) is not None:
            look = QuestionOrder(KNOWN, answers, KNOWN.interview)
            settled = [flag.level for flag in raised(KNOWN, look.known) if not look.pending(flag)]
            assert Level.EMERGENCY not in settled
            if Level.SAME_DAY in settled:
                urgent = [flag for flag in raised(KNOWN, look.known) if flag.level is Level.EMERGENCY]
                could = look.raising().union(*map(look.pending, urgent))
                assert {mark.key for mark in item.marks} <= could if item.marks else item.key in could
            answers |= replies(one, item)


def test_none_of_these_is_a_no_to_what_was_named_and_to_nothing_else() -> None:
    for item in KNOWN.items:
        if item.kind == "list":
            known = facts(KNOWN, {item.key: "none"})
            named = {mark.key for mark in item.marks} | {mark.key.partition(".")[0] for mark in item.marks}
            assert {key for key in known if key != "overdrank_unwell"} <= named, item.key


def test_in_whatever_order_it_is_told_the_same_facts_give_the_same_result() -> None:
    for number in range(60):
        chance = random.Random(50_000 + number)
        one = patient(chance)
        outcome, _, answers = sit(one)
        shuffled = list(answers.items())
        chance.shuffle(shuffled)
        assert judge(KNOWN, dict(shuffled), HelpWords()) == outcome


def test_what_the_profile_knows_is_not_asked_and_counts() -> None:
    known: Answers = {"meds": frozenset({"sugar"}), "conditions": frozenset[str](), "pregnancy": "no"}
    outcome, asked, answers = sit(WELL, known)
    assert "list_meds" in asked and not [key for key in answers if key.startswith(("meds.", "conditions."))]
    assert "list_sugar" in asked and outcome.level is Level.SELF_CARE


def test_urgent_results_come_after_few_questions_and_calm_ones_after_sixteen() -> None:
    counts: dict[Level, list[int]] = defaultdict(list)
    for number in range(200):
        outcome, asked, _ = sit(patient(random.Random(30_000 + number)))
        counts[outcome.level].append(len(asked))
    assert len(sit(WELL)[1]) <= 16
    assert statistics.median(counts[Level.EMERGENCY]) <= 6
    assert statistics.median(counts[Level.SAME_DAY]) <= 12
    assert statistics.median(counts[Level.SELF_CARE]) <= 17
    assert max(max(each) for each in counts.values()) <= 24


def test_more_care_is_counted_in_the_order_of_the_levels() -> None:
    ill = sit({**WELL, "rf_chest": "yes"})[0]
    assert careful(ill) > careful(sit(WELL)[0]) and ill.level is Level.EMERGENCY


ARTICLE = {
    "low_minerals": {"poor_intake": "yes"},
    "varicose_veins": {"veins": "yes", "activity": "sudden_move"},
    "energy_depletion": {"skipped_meals": "yes"},
    "injury": {"old_injury": "yes"},
    "exercise_fatigue": {"effort_1_2_days": "yes"},
    "pregnancy": {"pregnancy": "pregnant", "activity": "lying", "posture_long": "yes", "posture_kind": "back"},
    "prolonged_posture": {"activity": "sitting", "posture_long": "yes"},
    "dehydration": {"vomit_diarrhoea": "some"},
    "alcohol": {"alcohol_daily": "more", "night": "yes"},
    "thyroid": {"cold_tired": "yes"},
    "pad_claudication": {"walk_pain": "stops_on_standing"},
    "age_idiopathic": {"night": "yes", "age": "72"},
}
"""Causes that people have, each with the answers that tell it."""


@pytest.mark.parametrize("cause", ARTICLE)
def test_a_cause_comes_out_of_the_talk_first_or_second(cause: str) -> None:
    outcome, asked, _ = sit({**WELL, **ARTICLE[cause]})
    assert cause in [each.id for each in outcome.causes[:2]] and len(asked) <= 24
