"""What stands below a list may measure all of it: no exercise of the list is read as if nothing stood there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.handout import Handout, read

NAMES = ("Quad stretch", "Calf stretch", "Glute stretch", "Chest stretch", "Hamstring stretch")


def stretches(handout: Handout) -> list[Stretch]:
    steps = [each.step for each in handout.steps]
    return [step for step in steps if isinstance(step, Stretch)]


def asked(handout: Handout) -> list[int]:
    return [each.number for each in handout.asked]


BELOW = ["x4", "4 sets each!", "Repeat 4 times.", "2-4 sets", "Repeat 4 times. Well done!", "4 x"]


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("mark", ["", "- ", "1. "])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_count_below_a_list_is_asked_of_all_of_it(below: str, mark: str, gap: str) -> None:
    names = ["Squats - 14 reps", "Bridge - 14 reps", "Plank - 25 sec"]
    handout = read(
        "\n".join(f"{mark}{each}".replace("1.", f"{place}.") for place, each in enumerate(names, 1)) + f"\n{gap}{below}"
    )
    assert {1, 2} <= set(asked(handout)), handout.asked
    assert all(each.question.endswith("say how much this is?") for each in handout.asked[:2])


def test_the_foot_of_a_list_is_above_the_heading_of_the_next_one() -> None:
    text = "Strength:\nBridge - 14 reps\nPlank - 25 sec\n4 sets each!\n\nCool down:\nQuad stretch - 25 sec"
    handout = read(text)
    assert 2 in asked(handout) and [step.sets for step in stretches(handout)] == [4, 1]


HEADS = [
    "Core (4 sets)",
    "Do the following 4 times:",
    "4x:",
    "Upper body - 4 sets:",
    "Lower body - 4 sets:",
    "Repeat x4 -",
]


@pytest.mark.parametrize("head", HEADS)
def test_sets_above_a_list_are_asked_of_all_of_it(head: str) -> None:
    handout = read(f"Quad stretch - 25 sec\n\n{head}\n- Bridge - 14 reps\n- Plank - 25 sec")
    assert {4, 5} <= set(asked(handout)), handout.reads


@pytest.mark.parametrize("head", ["4 rounds:", "Complete 4 circuits of:", "## Strength: 4 rounds"])
def test_rounds_above_a_list_on_the_first_line_are_of_it(head: str) -> None:
    [each] = read(f"{head}\n- Bridge - 14 reps\n- Plank - 25 sec").steps
    assert isinstance(each.step, Group) and each.step.repeat == 4


@pytest.mark.parametrize("below", ["Turn over and repeat", "Repeat on the other side.\n- Plank 25 sec"])
def test_who_is_told_to_turn_over_is_asked_about_sides(below: str) -> None:
    handout = read(f"- Clams 14 reps\n- Leg lifts 14 reps\n- Hip circles 14 reps\n{below}")
    assert {1, 2} <= set(asked(handout))
    assert all(each.guess == "14 reps, each side" for each in handout.asked[:2])


def test_a_footnote_is_for_what_has_its_star() -> None:
    handout = read("Quad stretch* 25 sec\nCalf stretch* 25 sec\nChild's pose 25 sec\n\n* = each side")
    assert not handout.steps and asked(handout) == [1, 2, 3]


@pytest.mark.parametrize("below", ["both sides", "Do each side.", "each leg", "Repeat on the other side"])
def test_sides_below_a_list_are_asked_of_all_of_it(below: str) -> None:
    handout = read(f"- Quad stretch 25 sec\n- Calf stretch 25 sec\n- Glute stretch 25 sec\n\n{below}")
    assert {1, 2} <= set(asked(handout)), handout.asked
    assert {each.guess for each in handout.asked[:2]} == {"25 s hold, each side"}


@given(
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True),
    st.sampled_from(["", "- ", "* "]),
    st.integers(25, 55),
    st.integers(2, 6),
)
def test_no_list_loses_what_stands_at_its_foot(names: list[str], mark: str, held: int, sets: int) -> None:
    """Each exercise either is asked about or has the sets; what is offered has them."""
    handout = read("\n".join(f"{mark}{name} - {held} seconds" for name in names) + f"\n\nRepeat {sets} times")
    assert all(step.sets == sets for step in stretches(handout))
    assert all(each.guess == f"{sets} x {held} s hold" for each in handout.asked)
    assert len(stretches(handout)) + len(handout.asked) == len(names)


def test_what_each_exercise_of_a_list_has_below_it_is_its_own() -> None:
    handout = read("Squats - 14 reps\n4 sets\nBridge - 14 reps\n4 sets\nHeel raises - 14 reps\n3 sets")
    assert [step.sets for step in stretches(handout)] == [4, 4, 3] and not handout.asked


def test_enter_gives_each_what_stands_at_the_foot() -> None:
    text = "- Squats - 14 reps\n- Bridge - 14 reps\n- Heel raises - 14 reps\n\nRepeat 4 times"
    handout = read(text, {each.number: each.guess for each in read(text).asked})
    assert [(step.reps, step.sets) for step in stretches(handout)] == [(14, 4)] * 3 and not handout.asked


@pytest.mark.parametrize("below", ["Repeat each movement 7 times.", "Tips:\nBreathe.\nRepeat each position 7 times."])
def test_a_count_of_each_movement_below_the_last_is_asked_of_those_above(below: str) -> None:
    text = "".join(
        f"{place}. {name}\nLift your arms.\nHold: Stay there for 6 seconds.\n"
        for place, name in enumerate(NAMES[:3], 1)
    )
    handout = read(text + below)
    assert not handout.steps and {1, 4} <= set(asked(handout)), handout.steps


def test_a_count_of_each_below_two_is_asked_of_the_first() -> None:
    handout = read("Quad stretch\nHold 25 seconds\nCalf stretch\nHold 25 seconds\nRepeat 4 times each")
    assert 1 in asked(handout)


@pytest.mark.parametrize("foot", ["Do three sets.", "Repeat 4 times."])
def test_a_count_set_off_below_paragraphs_is_asked_of_those_above(foot: str) -> None:
    text = "".join(
        f"{place}. {name}\nClasp your hands behind you and hold for 25 seconds.\n"
        for place, name in enumerate(NAMES[:3], 1)
    )
    handout = read(f"{text}\n{foot}")
    assert [step.name for step in stretches(handout)] in ([], [NAMES[2]]), handout.steps
    assert {1, 3} <= set(asked(handout))


@pytest.mark.parametrize(
    "rounds",
    [
        "Rest for 25 seconds and repeat for a total of 4 rounds",
        "4 rounds",
        "x 4 rounds",
        "Repeat for 4 rounds",
    ],
)
def test_rounds_right_below_a_list_are_of_that_list(rounds: str) -> None:
    handout = read(f"1. Squats - 14 reps\n2. Bridge - 14 reps\n{rounds}\n\n- Plank - 25 sec")
    inner, last = (each.step for each in handout.steps)
    assert isinstance(inner, Group) and inner.repeat == 4 and len(inner.stretches) == 2, handout.steps
    assert isinstance(last, Stretch) and last.name == "Plank"


def test_rounds_above_a_list_are_of_what_follows() -> None:
    handout = read("- Plank - 25 sec\n\n4 rounds:\n- Squats - 14 reps\n- Bridge - 14 reps")
    first, inner = (each.step for each in handout.steps)
    assert isinstance(first, Stretch) and isinstance(inner, Group) and inner.repeat == 4


def test_rounds_between_two_lists_without_a_gap_are_asked() -> None:
    text = ["Squats - 14 reps", "Bridge - 14 reps", "4 rounds", "Plank - 25 sec", "Heel raises - 14 reps"]
    handout = read("\n".join(text))
    [question] = handout.asked
    assert question.number == 3
    above, below = (read("\n".join(text), {3: said}) for said in (question.guess, "the ones below"))
    assert [isinstance(each.step, Group) for each in above.steps] == [True, False, False]
    assert [isinstance(each.step, Group) for each in below.steps] == [False, False, True]


def test_rounds_below_a_list_that_is_asked_about_are_not_of_the_next_one() -> None:
    handout = read("Squats 14\nBridge 14\n4 rounds\n\nPlank 25 sec")
    assert not any(isinstance(each.step, Group) for each in handout.steps) and 3 in asked(handout)


@pytest.mark.parametrize(
    "name",
    ["Cat-Cow stretch", "Cat cow", "Cat and camel stretch", "Arm circle stretch", "Neck rolls stretch"],
)
def test_what_only_moves_is_no_hold_though_it_is_called_a_stretch(name: str) -> None:
    [step] = stretches(read(f"{name} - 25 seconds"))
    assert step.move == 25 and step.hold is None and step.side is Sides.NONE


@pytest.mark.parametrize(
    "name",
    [
        "Walking quad stretch",
        "Rolling calf stretch",
        "Swinging hamstring stretch",
        "Ankle rocking stretch",
        "Pigeon rocks stretch",
        "Cat stretch",
    ],
)
def test_a_stretch_that_goes_is_asked_about(name: str) -> None:
    handout = read(f"{name} - 25 seconds")
    assert not handout.steps and "held still" in handout.asked[0].question
    assert stretches(read(f"{name}: hold for 25 seconds"))[0].hold == 25


def test_a_story_with_a_bare_count_is_no_note() -> None:
    end = "Keep the elbow in. Start off with 14 of these, and then work your way up to 25."
    first = f"The first exercises will be with a band. The first one will be for the shoulder. {end}"
    handout = read(f"{first}\nThe next exercise will be for turning out. Now you go the opposite way. {end}")
    assert asked(handout) == [1, 2], handout.reads
