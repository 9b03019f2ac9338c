"""Ways to write a number that look like another one: none of them becomes more, or one side less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Sides, Stretch
from stretchcoach.handout import read


@given(
    st.integers(0, 4),
    st.integers(0, 59),
    st.sampled_from(
        ["each side", "per side", "/side", " / side", "each", "ea", "on each leg", "each leg", "both sides"]
    ),
    st.sampled_from(["Quad stretch {}", "Quad stretch - {}", "Quad stretch: {}", "Quad stretch ({})"]),
)
def test_minutes_and_seconds_before_a_side_are_a_length(minutes: int, seconds: int, side: str, form: str) -> None:
    """``1:30 per side`` is a minute and a half, and never thirty repetitions; or it is asked about."""
    gap = "" if side.startswith(("/", " ")) else " "
    handout = read(form.format(f"{minutes}:{seconds:02}{gap}{side}"))
    for each in handout.steps:
        step = each.step
        assert isinstance(step, Stretch) and step.reps is None and step.hold == minutes * 60 + seconds
        assert step.side is Sides.EACH
    assert handout.steps or handout.asked


ASKED = [
    "Heel raises 3 x 14/12/9",
    "Heel raises 3 x 14/12",
    "Plank 3 x 25/35/45 s",
    "Side plank 3x25s/s",
    "Dead bug 3x9/s",
    "Hamstring stretch 4 x 25 sec (2 each leg)",
]


@pytest.mark.parametrize("text", ASKED)
def test_a_number_that_may_be_of_something_else_is_asked(text: str) -> None:
    handout = read(text)
    assert handout.asked and not handout.steps


def test_sides_by_a_slash_are_read() -> None:
    [each] = read("Lunges 3 x 9/leg").steps
    assert isinstance(each.step, Stretch) and (each.step.sets, each.step.reps) == (3, 9)
    assert each.step.side is Sides.EACH


BOTH = "wrists hands hips knees shoulders thumbs arms legs ankles feet sides".split()
SIDED = [
    *(f"both {part}" for part in BOTH),
    *(f"each {part.removesuffix('s')}" for part in BOTH if part != "feet"),
    *("R&L", "left and right", "on the left and right", "other side", "then the other leg", "both", "either side"),
    *("cw/ccw", "e/s", "l/r", "each position", "both ways", "ea", "bilaterally", "one side at a time"),
]


@given(
    st.sampled_from(SIDED),
    st.sampled_from(
        [
            "Quad stretch: hold 25 sec, 4 reps, {}, twice a day",
            "Quad stretch 4 x 25 sec, {}",
            "Quad stretch - 4 x 25 sec ({})",
            "Quad stretch\nBend a knee. Hold for 25 seconds. Repeat 4 times. {}.",
        ]
    ),
)
def test_no_words_of_sides_are_lost(words: str, form: str) -> None:
    """What stands alone and tells of sides, or of more ways than one, is read or asked."""
    handout = read(form.format(words[:1].upper() + words[1:] if "\n" in form else words))
    for each in handout.steps:
        step = each.step
        assert isinstance(step, Stretch)
        assert step.side is not Sides.NONE or step.sets == 8, (words, step)
    assert handout.steps or handout.asked


@pytest.mark.parametrize(
    "text", ["Quad stretch 25 sec, 4 stretches", "Quad stretch\nHold for 25 seconds. 4 stretches."]
)
def test_a_number_of_stretches_is_not_lost(text: str) -> None:
    assert read(text).asked


def test_a_length_before_up_or_down_is_no_pace() -> None:
    lines = ["1:00 each side wall pigeon: stay close", "1:00 down dog: push the heels", "1:00 up dog: push the feet"]
    handout = read("\n".join(lines))
    steps = [each.step for each in handout.steps]
    assert len(handout.asked) + len(steps) == 3, handout.reads
    assert all(isinstance(step, Stretch) and step.hold == 60 for step in steps)


def test_a_line_that_begins_with_how_much_is_not_swallowed() -> None:
    handout = read("45 s plank: keep the back flat\n3-1-3 tempo squats: sit back and rise")
    assert not handout.steps or len(handout.asked) + len(handout.steps) == 2, handout.reads


@pytest.mark.parametrize(
    "text", ["Bridge: 14 reps, hold 6 seconds each", "Bridge\n- 14 repetitions\n- Hold 6 seconds each"]
)
def test_each_hold_is_no_side_without_asking(text: str) -> None:
    handout = read(text)
    assert not handout.steps and "each side" in handout.asked[0].question
    [each] = read("Bridge: 14 reps each side, hold 6 seconds").steps
    assert isinstance(each.step, Stretch) and each.step.side is Sides.EACH


@pytest.mark.parametrize("people", ["runners with bunions", "swimmers", "older cyclists", "rowers"])
def test_for_whom_it_is_says_nothing_of_how_it_moves(people: str) -> None:
    handout = read(f"Toe exercise for {people}\nKeep the toe in this position.\n3 x 14 secs")
    assert all(each.step.hold == 14 for each in handout.steps if isinstance(each.step, Stretch)), handout.steps
    assert handout.steps or handout.asked
