"""What a step says of how much is in what it became, or it is asked: nothing may be left over."""

import pytest

from stretchcoach.core.routine import Stretch
from stretchcoach.handout import read


@pytest.mark.parametrize(
    "sheet",
    [
        "Heel walks\nWalk forward 20-30 steps on your heels.\nRest and repeat 2-3 times.",
        "1. Calf raise\nRise onto your toes and lower again slowly. Do 10 reps.\n"
        "Don't hurry, and take 3 seconds on the way up.",
        "Quad stretch\nHold it for 20 seconds, then do it again.",
    ],
)
def test_a_number_that_became_nothing_is_asked_with_what_was_understood(sheet: str) -> None:
    found = read(sheet)
    assert not found.steps
    assert found.asked[0].guess


@pytest.mark.parametrize(
    "sheet",
    [
        "1. Dead bug\nLower your left leg while you reach your right arm back. Return to the start, switch legs, and "
        "repeat. Do 20 reps and 3 sets.",
        "Calf stretch\nStand at a wall. Bend one knee and switch feet as you go along. Hold for 30 seconds.",
    ],
)
def test_a_turn_in_the_middle_does_not_say_so_many_on_each_side(sheet: str) -> None:
    found = read(sheet)
    assert not found.steps
    assert "side" in found.asked[0].question and found.asked[0].guess


def test_sides_that_take_turns_for_a_length_leave_it_open_whether_it_is_held() -> None:
    found = read("Downward dog - calves, ankles\nGently raise and lower your heels. Alternate for about 30 seconds.")
    assert not found.steps
    assert "movement" in found.asked[0].question and found.asked[0].guess


def test_a_name_that_tells_of_a_side_which_the_step_has_not_is_asked() -> None:
    found = read("Alternate heel raises\n10 reps\n\nBridge\n10 reps")
    assert [each.step.name for each in found.steps if isinstance(each.step, Stretch)] == ["Bridge"]
    assert found.asked[0].guess.startswith("10 reps")


def test_a_measure_for_all_with_sides_among_other_things_is_asked_of_each() -> None:
    found = read("Hold each stretch for 30 seconds on each side. Breathe calmly.\n\nCalf stretch\nQuad stretch")
    assert not found.steps
    assert {each.guess for each in found.asked} == {"30 s hold, each side"}


@pytest.mark.parametrize(
    "sheet",
    [
        "Calf raises\n3 sets of 10 reps, twice a day. Rest 30 seconds between sets.",
        "Calf stretch\nStand 3 feet from the wall. Hold for 30 seconds. Repeat on the other side.",
        "Quad stretch\nHold for 20 seconds.\nOnce this is easy, go on to 40 seconds.",
        "Hold each stretch for 30 seconds.\n\nCalf stretch\nHamstring stretch\nQuad stretch",
        "Hold each stretch for 30 seconds on each side.\n\nCalf stretch\nHamstring stretch\nQuad stretch",
        "Ankle circles\n10 times in each direction.",
    ],
)
def test_what_is_whole_needs_no_question(sheet: str) -> None:
    found = read(sheet)
    assert found.steps
    assert not found.asked
