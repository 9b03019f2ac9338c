"""What the talk does with whole people: stories sat through question by question, as told and otherwise.

The stories stand for kinds; ``python -m bench.triage`` prints all figures.
"""

from pathlib import Path
from statistics import median

import pytest

from bench.patients import Sat, Story, played_down, read, sit, told_before, unsure, unsure_once
from bench.talk import acceptable, lost, newly, under, wrong_rub, wrong_stretch
from stretchcoach.core.messages import Level

STORIES = Path(__file__).parent / "data" / "stories.json"
MOST = {Level.EMERGENCY: 4, Level.SAME_DAY: 12, Level.ROUTINE: 24, Level.SELF_CARE: 24}
"""Questions in the median; a list to tick is one."""


@pytest.fixture(scope="module")
def stories() -> tuple[list[Story], list[Story]]:
    return read(STORIES)


@pytest.fixture(scope="module")
def told(stories: tuple[list[Story], list[Story]]) -> list[Sat]:
    return sit(stories[0])


@pytest.fixture(scope="module")
def varied(stories: tuple[list[Story], list[Story]]) -> list[Sat]:
    return sit(stories[1])


def low(sats: list[Sat]) -> list[str]:
    """Red flags that end below SAME_DAY."""
    return [sat.story.what for sat in sats if sat.story.danger and sat.level < Level.SAME_DAY]


def test_as_told_no_danger_is_missed_and_nearly_all_levels_are_accepted(told: list[Sat]) -> None:
    assert low(told) == []
    assert [sat.story.id for sat in told if under(sat) or wrong_rub(sat) or wrong_stretch(sat)] == []
    assert sum(map(acceptable, told)) >= 0.92 * len(told)


def test_with_one_other_honest_answer_no_danger_is_missed(varied: list[Sat]) -> None:
    assert low(varied) == []
    assert [sat.story.what for sat in varied if wrong_rub(sat) or wrong_stretch(sat)] == []
    assert sum(map(acceptable, varied)) >= 0.9 * len(varied)


def test_a_right_cause_is_among_the_first_two_for_most_who_have_one(told: list[Sat]) -> None:
    mild = [sat for sat in told if sat.story.causes and sat.level < Level.SAME_DAY]
    assert sum(bool({*sat.causes[:2]} & {*sat.story.causes}) for sat in mild) >= 0.8 * len(mild)


def test_what_is_urgent_is_told_early(told: list[Sat]) -> None:
    for level, most in MOST.items():
        assert median(len(sat.asked) for sat in told if sat.story.expected is level) <= most


def test_one_answer_less_sure_is_never_more_reassuring(told: list[Sat]) -> None:
    pairs = unsure_once([sat for sat in told if sat.story.danger][::2])
    after = list(zip([sat for sat, _ in pairs], sit([story for _, story in pairs]), strict=True))
    assert lost(after)[0] == 0
    assert [other.story.what for sat, other in after if newly(sat, other)] == []


def test_somebody_who_is_sure_of_nothing_is_never_sent_home(told: list[Sat]) -> None:
    assert [sat.story.id for sat in sit([unsure(one) for one in told]) if sat.level < Level.SAME_DAY] == []


def test_what_was_told_before_in_any_order_changes_nothing(told: list[Sat]) -> None:
    again = sit([sat.story for sat in told], [told_before(sat, 1) for sat in told])
    assert [(one.level, two.level) for one, two in zip(told, again, strict=True) if one.level is not two.level] == []


def test_a_relative_who_plays_it_down_does_not_hide_the_danger(told: list[Sat]) -> None:
    assert low(sit([played_down(sat.story) for sat in told if sat.story.danger])) == []
