"""How a sheet is laid out: tables with tabs, several exercises on a line, numbers that stand alone, ways to go."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Group, Sides, Stretch, Until
from stretchcoach.handout import Handout, read, spread
from stretchcoach.handout.routine_text import text_of
from stretchcoach.library.own import mistakes_in
from stretchcoach.writing.pasted_sheet import cleaned

NONE, EACH = Sides.NONE, Sides.EACH


def named(handout: Handout) -> dict[str, tuple[int | None, float | None, int, Sides]]:
    steps = [each.step for each in handout.steps if isinstance(each.step, Stretch)]
    return {step.name: (step.reps, step.hold or step.move, step.sets, step.side) for step in steps}


READ = [
    ("Exercise\tReps\tSets\nHeel raises\t9 each leg\t2\nSide lunges, slow\t7\t3",
     {"Heel raises": (9, None, 2, EACH), "Side lunges slow": (7, None, 3, NONE)}),
    ("Exercise\tReps/Time\tRepetitions\nHigh knees\t25 secs\t2\nSquats\t14\t1",
     {"High knees": (None, 25, 2, NONE), "Squats": (14, None, 1, NONE)}),
    ("#\tHabit\tHow\n1\tDoorway stretch\t2x35s\n1\tChin tuck\tx9 reps, hold 4s",
     {"Doorway stretch": (None, 35, 2, NONE), "Chin tuck": (9, 4, 1, NONE)}),
    ("Mon\tPigeon pose\tMobility\t2 x 50 sec / side\nMon\tCat-cow\tMobility\t2 x 9 slow reps",
     {"Pigeon pose": (None, 50, 2, EACH), "Cat-cow": (9, None, 2, NONE)}),
    ("25 secs jog, 35 secs walking lunges, 45 secs squat jump",
     {"Jog": (None, 25, 1, NONE), "Walking lunges": (None, 35, 1, NONE), "Squat jump": (None, 45, 1, NONE)}),
    ("- squats 3x9, heel raises 2x14, leg swings x 8 each leg",
     {"Squats": (9, None, 3, NONE), "Heel raises": (14, None, 2, NONE), "Leg swings": (8, None, 1, EACH)}),
    ("1\n\nFist stretch\n\nMake a fist. Hold 4 seconds.\n\n2\n\nWrist stretch\n\nBend the wrist. Hold 6 seconds.",
     {"Fist stretch": (None, 4, 1, NONE), "Wrist stretch": (None, 6, 1, NONE)}),
    ("Exercise 1 - Calf stretch\nStand up. Hold 25 seconds. Exercise 2 - Quad stretch\nBend a knee. Hold 35 seconds.",
     {"Calf stretch": (None, 25, 1, NONE), "Quad stretch": (None, 35, 1, NONE)}),
    ("1. Belt stretch\n\nStep 1. Sit with a towel Step 2. Pull the arm up Step 3. Hold 4 seconds Step 4. 9 repetitions",
     {"Belt stretch": (9, 4, 1, NONE)}),
    ("Soleus stretch\nBend the back knee.\n2 holds of 35 seconds, each leg", {"Soleus stretch": (None, 35, 2, EACH)}),
    ("Chair stand\n- Sit down.\n- Stand up.\nReps: 9-12 reps, 2-3 sets.", {"Chair stand": (9, None, 2, NONE)}),
    ("Buttock squeeze\nSqueeze your buttocks and hold for 4 seconds. Repeat 9 times every hour that you are awake.",
     {"Buttock squeeze": (9, 4, 1, NONE)}),
    ("HIPS\nStand up. Turn the hips. Repeat the action in the opposite direction. Do this 3 times in each direction.",
     {"HIPS": (3, None, 2, NONE)}),
    ("Hip stretch\n- Kneel with one knee on the floor and the other foot in front\n- 3 sets and hold for 25 seconds",
     {"Hip stretch": (None, 25, 3, NONE)}),
    ("1. Leg drop\n\nBend at the hip. Repeat 9-12 times per leg. Rest and perform another 2 sets.",
     {"Leg drop": (9, None, 3, EACH)}),
    ("Gluteal squeeze\n\nTeaching point:\n\n- Lie down\n- Squeeze your buttocks\n- 3 sets and hold for 25 seconds",
     {"Gluteal squeeze": (None, 25, 3, NONE)}),
    ("- Arm swings: Lean on a table. Let your arm swing. Repeat 14 times.\n  Arm Swing\n"
     "- Shrugs: Lift your shoulders. Repeat 9 times.\n  Shoulder Shrugs\n- Punches: Lift your arms. Repeat 8 times.",
     {"Arm swings": (14, None, 1, NONE), "Shrugs": (9, None, 1, NONE), "Punches": (8, None, 1, NONE)}),
    ("90/90 Hip Stretch - 45 s each side\nHip rotation 90/90 - 9 reps",
     {"90/90 Hip Stretch": (None, 45, 1, EACH), "Hip rotation 90/90": (9, None, 1, NONE)}),
    ("Wall sit :35\nPlank 2 x :25", {"Wall sit": (None, 35, 1, NONE), "Plank": (None, 25, 2, NONE)}),
    ("Static quads\nFrequency\tTwice a day\nRepetitions\t9\n\n1.\nLie down.\n\n2.\nPush the knee down. Hold 4 s.",
     {"Static quads": (9, 4, 1, NONE)}),
    ("Leg extension\n- Straighten one leg at a time.\nReps: 9-12 reps per leg, 2 sets.",
     {"Leg extension": (9, None, 2, EACH)}),
    ("lateral shuffle 25 sec each direction\nstanding hip circles 7 each side",
     {"Lateral shuffle": (None, 25, 2, NONE), "Standing hip circles": (7, None, 1, EACH)}),
    ("high knee march 14 steps\nbutt kick march 16 steps",
     {"High knee march": (14, None, 1, NONE), "Butt kick march": (16, None, 1, NONE)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "steps"), READ)
def test_a_layout_is_read_as_it_is_meant(
    text: str, steps: dict[str, tuple[int | None, float | None, int, Sides]]
) -> None:
    handout = read(cleaned(text))
    assert named(handout) == steps and not handout.asked, handout.asked
    assert named(read(spread(text))) == steps


RUN_TOGETHER = (
    "Falls can be prevented. Leg Lift – Side (strengthens hips) Stand up straight. Move a leg to the side."
    " Repeat 9 times on each side. Standing Calf Raises (strengthens the backs of the lower legs) Stand up straight and"
    " rise up on your toes. Repeat 14 times. Chair Rise (strengthens thighs) Sit at the front of a chair."
    " Stand up slowly. Repeat 8 times."
)


def test_names_before_instructions_in_one_paragraph_get_lines_of_their_own() -> None:
    handout = read(spread(RUN_TOGETHER))
    assert [reps for reps, *_ in named(handout).values()] == [9, 14, 8] and not handout.asked, handout.asked
    assert len(spread(RUN_TOGETHER).split("\n")) == 7


@pytest.mark.parametrize(
    "text", ["We did well. Hip Stretch Club Stand is open.", "Sit up. Stand Tall and bend. Lean in."]
)
def test_other_capital_letters_break_no_line(text: str) -> None:
    assert spread(text) == text


def test_a_circuit_that_is_repeated_so_many_more_times_is_done_once_more_than_that() -> None:
    handout = read("Plank: 25 seconds\nSide plank: 35 seconds each side\nRepeat the circuit two more times!")
    (group,) = (each.step for each in handout.steps)
    assert isinstance(group, Group) and group.repeat == 3 and len(group.stretches) == 2 and not handout.asked


ASKED = [
    ("1. Hamstring stretch. Reach for your toes. Repeat 9 times. Slowly. 2 min.", "120 seconds, or 9 times"),
    ("Physio exercises for my left knee: wall sits 3 x 45 seconds, step-downs. Twice daily for six weeks.", "knee"),
    ("Thigh stretch\nPull your heel up. Hold for 25 seconds, relax and do it again.", "do it again"),
    ("Chair squat\nSit down and stand up. Aim for 9 repetitions. Rest and repeat.", "'rest and repeat'"),
    ("1\tThoracic rotation\tx9 each side\n1\tNeck rotation\tx8 each side", "not clear what '1'"),
    ("1 Thoracic rotation x9 each side", "How many times"),
    ("Ankle drill: x9 reps + 25s hold each side", "that may change it"),
    ("1. Heel walks\n- Walk 20-30 steps, toes up.\n- Rest and repeat 2-3 times.", "what '20-30 steps'"),
    ("Heel walks. Lift your toes. Walk 20-30 steps, toes up. Rest and repeat 2-3 times.", "what '20-30 steps'"),
    ("Walking lunge (20 yrds):\nStep forward into a lunge. Hold for 4 seconds.", "Does line 2 belong to it"),
    ("Walking lunges: 20 metres, hold for 4 seconds", "more than one length"),
    ("Jog 14m", "not clear what '14m'"),
    ("Shuttle\n- Sprint forward 10 yards\n- Shuffle left 5 yards, touch", "How long is it held"),
    ("Calf stretch: hold 25 s and rest for 20 seconds then repeat", "How many times"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question"), ASKED)
def test_what_a_layout_leaves_open_is_asked(text: str, question: str) -> None:
    handout = read(cleaned(text))
    assert not handout.steps and question in handout.asked[0].question, handout


WAYS = [
    ("Walking lunges 2 x 20 m", "20 metres", 2, NONE),
    ("Heel walks 15 yards, each leg", "15 yards", 1, EACH),
    ("1. A-skips: 25m x 3", "25 metres", 3, NONE),
    ("Jog 300 metres", "300 metres", 1, NONE),
    ("200m walk", "200 metres", 1, NONE),
    ("Shuffles\n20-30 metres", "20-30 metres", 1, NONE),
]


@pytest.mark.parametrize(("text", "far", "sets", "side"), WAYS)
def test_a_way_to_go_lasts_until_the_person_is_there(text: str, far: str, sets: int, side: Sides) -> None:
    handout = read(text)
    (step,) = (each.step for each in handout.steps)
    assert isinstance(step, Stretch) and not handout.asked
    assert step.until is Until.READY and (step.sets, step.side) == (sets, side) and far in step.say
    assert (step.hold, step.move, step.reps) == (None, None, None)
    assert not mistakes_in(text_of(handout, "T"), "x.toml")  # type: ignore[arg-type]


@pytest.mark.parametrize("said", ["Stand 2 metres from the wall.", "Use a band 2 metres long.", "Lie 3 yards off."])
def test_a_distance_that_is_none_to_go_measures_nothing(said: str) -> None:
    assert named(read(f"Row\n{said} Pull the elbow back 9 times.")) == {"Row": (9, None, 1, NONE)}


CELLS = st.text(alphabet="ab1•. |", max_size=5)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3).map("\t".join), max_size=5).map("\n".join))
def test_a_table_with_tabs_keeps_every_word_and_line(text: str) -> None:
    done = spread(text)
    assert re.sub(r"[\s|]", "", done) == re.sub(r"[\s|]", "", text) and spread(done) == done


@pytest.mark.parametrize("text", ["1.\tBridge x 9\n2.\tClam x 9", "•\tBridge\n•\tClam", "\tBridge x 9\n\tClam x 9"])
def test_the_tab_of_a_list_makes_no_table(text: str) -> None:
    assert spread(text) == text


@pytest.mark.parametrize(
    "text",
    ["Plank 30 s, 3 reps", "Bridge 2x9, hold 4 s", "Sit, stand 9x, lie", "3 x 30 s, rest 40 s", "As exercise 2 was"],
)
def test_a_measure_with_a_comma_makes_no_list(text: str) -> None:
    assert spread(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "After a walk, hold each stretch for 25 seconds;\nrepeat once on each leg.\n\n1. Quad stretch\nStand up.",
        "12 min: ankle rocks x14 a side, hip flexor stretch 45 s,\nneck turns x9 each side",
        "This one is for the front of the hips. Do each one 2\nportion of the stretch for 2 minutes on each leg.",
    ],
)
def test_the_rest_of_a_torn_line_is_no_exercise_of_its_own(text: str) -> None:
    handout = read(text)
    assert not any(each.step.name[:4] in ("Neck", "Port", "Repe") for each in handout.steps), handout.steps
    assert all(each.step.side is Sides.EACH for each in handout.steps if isinstance(each.step, Stretch))


def test_rounds_below_a_title_are_of_what_follows() -> None:
    text = "Balance programme\nAll you need is a chair. Repeat the circuit twice through.\n"
    handout = read(f"{text}Heel raises (14 reps)\nHold on to the chair and rise.\nKnee lifts (9 reps)\nLift one knee.")
    assert all(isinstance(each.step, Group) for each in handout.steps) or handout.asked
