"""Stories, captions and long pages: kinds of sheets that are read as anybody would, and what next to them is asked."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.handout import Handout, read
from stretchcoach.writing.pasted_sheet import cleaned

Dose = tuple[float | None, float | None, int | None, int, Sides]


def doses(handout: Handout) -> dict[str, Dose]:
    """Hold, movement, repetitions, sets and sides of each step."""
    steps = [each.step for each in handout.steps]
    inner = [one for step in steps for one in (step.stretches if isinstance(step, Group) else (step,))]
    return {each.name: (each.hold, each.move, each.reps, each.sets, each.side) for each in inner}


def test_a_line_of_many_words_is_read_at_once() -> None:
    began = time.process_time()
    read("| Pull-apart | Tube/loop | Rear delts, rhomboids | Middle back, upper back | 3x15-20 |")
    assert time.process_time() - began < 1


READ: list[tuple[str, Dose]] = [
    (
        "Quad lift\n\nREPS: 9SETS: 3HOLD: 4DAILY: 1WEEKLY: 5\n\nSetup\n\nSit tall on a chair.",
        (4, None, 9, 3, Sides.NONE),
    ),
    (
        "Standing Calf Stretch\n\nTo do the stretch correctly:\n\n- Stand facing a wall.\n"
        "- Put one leg behind you and hold for 35 seconds.\n- Repeat on the opposite side.",
        (35, None, None, 1, Sides.EACH),
    ),
    ("Toe circles\n9 times clockwise, 9 times anticlockwise.", (None, None, 9, 2, Sides.NONE)),
    (
        "IT Band: Standing Stretch\n- Cross one leg behind the other.\n"
        "- Slowly push your hips to one side.\n- Hold for 25 seconds. Switch sides.",
        (25, None, None, 1, Sides.EACH),
    ),
    (
        "Heel Raises\n\nHeel raises ankle sprain\n\nRaise your heels slowly. Repeat 3 sets of 9 repetitions.",
        (None, None, 9, 3, Sides.NONE),
    ),
    (
        "Another good stretch is the calf stretch. Stand facing a wall and put one leg behind you. "
        "Hold for 35 seconds and repeat 3 times on each leg.",
        (35, None, None, 3, Sides.EACH),
    ),
    (
        "Hamstring stretch\nPlace your heel on a chair and bend forward. Hold for 25 seconds, then relax. "
        "Do it once more, then repeat with the other leg.",
        (25, None, None, 2, Sides.EACH),
    ),
    (
        "Knee sway\nMove your knee from side to side while your foot stays flat on the floor.\n2 to 3 min.",
        (None, 120, None, 1, Sides.NONE),
    ),
    (
        "5. Lying Foot on Knee Stretch\n\nLying on your back, bend both knees. Pull one thigh towards you. "
        "Hold 1 minute and then repeat on the other side.",
        (60, None, None, 1, Sides.EACH),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dose"), READ)
def test_what_anybody_reads_one_way_is_understood(text: str, dose: Dose) -> None:
    handout = read(cleaned(text))
    (made,) = doses(handout).values()
    if dose[0] and dose[2] and dose[0] != made[0]:
        raise AssertionError(made)
    assert made[:3] == dose[:3] and made[4] is dose[4], made
    assert [made[3], *(each.step.repeat for each in handout.steps if isinstance(each.step, Group))].count(dose[3]) > 0


ASKED = [
    "Leg swings. Lateral leg swings and front leg swings - x 9 each",
    "Walking lunge for 15 metres, walking lateral lunge (alternating each side)",
    "Toe / heel rises\n9 reps each x 3 sets.",
    "Toe circles\n9 times clockwise, 7 times anticlockwise.",
    "Foam roll\nRoll your calf. When it hurts hold that pressure for 45 seconds. Repeat 9 times.",
    "Jog 45m\nWalk 20m\nCycle 30m",
    "1. Jog 45m\n2. Skip backwards 45m and jog 45m\n3. Walk 45m",
]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_what_can_be_read_two_ways_is_asked(text: str) -> None:
    handout = read(cleaned(text))
    assert handout.asked
    assert not [each for each in doses(handout).values() if each[2] == 9 or each[4] is Sides.EACH]
    assert "and" not in " ".join(doses(handout))


def test_a_bare_list_takes_what_is_said_of_all() -> None:
    handout = read(
        "Each stretch can be held for 35 seconds and repeated 2-3 times on each leg.\n\n"
        "Hamstring stretch\n\nQuad stretch"
    )
    assert set(doses(handout).values()) == {(35, None, None, 2, Sides.EACH)} and len(handout.steps) == 2
    told = read("Each stretch can be held for 35 seconds.\n\nHamstring stretch\n\nAbout us\n\nQuad stretch")
    assert not told.steps


def test_metres_are_no_minutes_on_a_sheet_of_drills() -> None:
    handout = read("1. Skipping 60m\n2. Bounding 60m\n3. High knees 60m")
    assert [each.step.until is not None for each in handout.steps if isinstance(each.step, Stretch)] == [True] * 3


@given(st.integers(2, 9), st.sampled_from(["daily", "a day", "per week", "times each day"]))
def test_how_often_a_day_never_becomes_a_count(often: int, when: str) -> None:
    times = f"{often} {when}" if when.startswith("times") else f"{often} times {when}"
    text = f"Another good stretch is the calf stretch. Stand facing a wall. Hold for 35 seconds. Repeat {times}."
    for made in doses(read(text)).values():
        assert made[2] is None and made[3] == 1, made
    glued = read(cleaned(f"Quad lift\n\nREPS: 11SETS: 3DAILY: {often}WEEKLY: {often}\n\nSit tall and lift your leg."))
    for made in doses(glued).values():
        assert made[2:4] == (11, 3), made


@given(st.integers(2, 40), st.integers(2, 40))
def test_each_way_counts_only_where_both_are_the_same(first: int, second: int) -> None:
    handout = read(f"Toe circles\n{first} times clockwise, {second} times anticlockwise.")
    assert bool(handout.steps) is (first == second)


@given(st.sampled_from(["if it hurts", "when it hurts", "if you are tired"]), st.integers(12, 90))
def test_a_condition_is_never_the_measure(when: str, seconds: int) -> None:
    handout = read(
        f"Calf raise\nStand tall and lift your heels. {when.capitalize()}, hold for {seconds} seconds."
        "\nRepeat 11 times."
    )
    assert all(made[0] is None for made in doses(handout).values()) and not handout.steps


@given(st.integers(15, 400))
def test_a_short_m_alone_is_asked(far: int) -> None:
    handout = read(f"Jog {far}m\nPlank 30 s")
    assert [each.step.name for each in handout.steps if isinstance(each.step, Stretch)] == ["Plank"] or far >= 100
