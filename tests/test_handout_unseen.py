"""Kinds of lines by which unseen sheets were read wrongly: they are asked about, or read as they are meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Group, Sides, Stretch, Until
from stretchcoach.handout import Handout, read, spread
from stretchcoach.handout.together import asked_with
from stretchcoach.writing.pasted_sheet import cleaned

ASKED = [
    ("Knee sway\nSwaying there and back is one repetition.\nKeep the knees shut.", "How long is it held"),
    ("Heel slides 9 x 3 each side", "9 sets of 3, or 3 sets of 9"),
    ("Heel slides x9-12 x3", "not clear what"),
    ("Child's pose: stay for 6 slow breaths. Repeat 4 times.", "How many seconds is"),
    ("Quad stretch 40' x 3", "Is it really"),
    ("Quad stretch. Stand with your right knee bent. Hold for 35 seconds. Now the left.", "on each side"),
    ("Side raise\nLie on your left side, lift the top leg. Repeat 9 times. Roll over and repeat.", "on each side"),
    ("Prone curl: bend the knee, hold 4 s - 9x - other leg", "on each side"),
    ("Hip lift\nLie down and lift the hips 7 times. Then straighten one knee, hold it 4 seconds.", "more than one"),
    ("Heel slides and knee bends 14 reps", "several exercises"),
    ("Plank 50/40/30 seconds", "not clear what"),
    ("Bridge <25 s hold", "that may change it"),
    ("Glute bridges 2 min", "held still, or is it a movement"),
    ("Cooldown stretches (6 min)", "an exercise"),
    ("Lie down. Lift the knee. Repeat 9 times. Then stand and lift the heel. Repeat 9 times.", "more than one count"),
    ("Calf stretch\nHold for 25 seconds. Repeat 2-4 times\n3 sets in a row", "belong to it"),
    ("Adductor stretch\n1. Stand wide.\n2. Bend a knee.\n\n"
     "Hams and outer band (standing) (leave it if you have a bad back)\n\n"
     "1. Stand with your feet crossed.\n2. Hang there for 25 seconds.", "Does this line belong to"),
    ("Dead bug\nLower your left leg and your right arm. Return, switch legs, and repeat. Do 14 reps.", "on each side"),
    ("Calf stretch\n\nRepetition: 4 times to the left then 4 times to the right\n\nHints and tips:\n\n"
     "Keep your head resting in contact with the floor\n\n1 Lie on your back with a knee bent.\n\n"
     "2 Once the knee is up, straighten it.Hold this position for 35 seconds.", "change it"),
    ("Hold each stretch for 35 seconds\nPerform each stretch twice\n\nArm stretch\nReach for the ceiling.",
     "More than one"),
    ("1. Sit and reach out with both hands. Don't bounce, and breathe as you hold for 7 seconds. Repeat 4 times.\n"
     "2. Don't bounce, and reach up as you hold for 7 seconds. Repeat 4 times.", "change it"),
    ("Touch your thumb with a finger, and hold each pose for 25 seconds.\n\n- Calf stretch for later", "an exercise"),
    ("Hold each stretch for 25 seconds.\nBack and chest openers\nClasp your hands behind your back. Lift your chest.\n"
     "Reach both arms forward. Round your upper back.", "an exercise"),
    ("1. Shoulder roll\n\nRaise your shoulders and move them forwards. Then move them backwards. Repeat each 7 times.",
     "How long"),
    ("The exercises below were made for 12-9-6 reps.\nBridge\nLift the hips. Hold 4 s.", "how many times"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question"), ASKED)
def test_what_may_be_meant_otherwise_is_asked(text: str, question: str) -> None:
    handout = read(text)
    assert question in handout.asked[0].question and not handout.steps, handout.asked


def named(handout: Handout) -> dict[str, tuple[int | None, float | None, int, Sides]]:
    steps = [each.step for each in handout.steps if isinstance(each.step, Stretch)]
    return {step.name: (step.reps, step.hold or step.move, step.sets, step.side) for step in steps}


NONE, EACH = Sides.NONE, Sides.EACH
READ = [
    ("### Pallof press\n**How to:**\n1. Band at the chest\n2. Press out\n3. 9-12 reps each side",
     {"Pallof press": (9, None, 1, EACH)}),
    ("## Hip flexor stretch\n1. One knee down\n2. Squeeze the buttock, tuck the pelvis\n3. Hold 50 seconds each side",
     {"Hip flexor stretch": (None, 50, 1, EACH)}),
    ("### Wall slide\n**Common mistakes**:\n- Arched back\n- Calf raised 3 cm\n\n**Reps**: 9",
     {"Wall slide": (9, None, 1, NONE)}),
    ("1. Heel slide\n\nHeel slide\n\nSlide the heel. Do 9 reps.\n\n2. Bridge\n\nBridge\n\nLift the hips. Do 7 reps.",
     {"Heel slide": (9, None, 1, NONE), "Bridge": (7, None, 1, NONE)}),
    ("Pendulum\nLean on a table and let the arm swing.\nRepeat this 18 times to complete 1 full set.",
     {"Pendulum": (18, None, 1, NONE)}),
    ("1. Clam\nLift the top knee.\n2. Heel taps\nTap the heel down.\nStart with 6 reps for each exercise.",
     {"Clam": (6, None, 1, NONE), "Heel taps": (6, None, 1, NONE)}),
    ("| Exercise | Sets | Hold |\n|---|---|---|\n| Calf stretch (R) | 2 | 35s |\n| Quad stretch (L) | 1 | 25s |",
     {"Calf stretch": (None, 35, 2, Sides.RIGHT), "Quad stretch": (None, 25, 1, Sides.LEFT)}),
    ("- Calf stretch (bent knee): 2 x 25 s\n- Calf stretch (straight knee): 2 x 35 s",
     {"Calf stretch (bent knee)": (None, 25, 2, NONE), "Calf stretch (straight knee)": (None, 35, 2, NONE)}),
    ("Towel stretch\n• Hold both ends for 35 seconds and then do the same on the other side.",
     {"Towel stretch": (None, 35, 1, EACH)}),
    ("Hip pull\nRepetitions 2 to 4\nDays per week 3 to 5\nStep-by-step directions\n• Sit.\n• Hold 35 seconds.",
     {"Hip pull": (None, 35, 2, NONE)}),
    ("1. While lying down, pull the toes up and hold for 25 seconds.\n"
     "2. Lean on a wall, hands flat, and hold for 35 seconds.",
     {"Pull the toes up and hold for 25": (None, 25, 1, NONE), "Lean on a wall": (None, 35, 1, NONE)}),
    ("Bird dog\nExtend one arm and the opposite leg at the same time. Repeat for 2 minutes and do 4 sets.",
     {"Bird dog": (None, 120, 4, NONE)}),
    ("Left side plank 25 s\n\nRight side plank 35 s",
     {"Left side plank": (None, 25, 1, Sides.LEFT), "Right side plank": (None, 35, 1, Sides.RIGHT)}),
    ("Calf stretch\nLean on a wall. Hold for 40 seconds to a minute.", {"Calf stretch": (None, 40, 1, NONE)}),
    ("Tree pose: Hold this pose for 25 seconds while inhaling for 3 seconds and exhaling for 4 seconds.",
     {"Tree pose": (None, 25, 1, NONE)}),
    ("Wrist pull\n• Pull the hand down.\n• Hold for 35 seconds\n• Release and repeat three more times",
     {"Wrist pull": (None, 35, 4, NONE)}),
    ("Stretch: your calves\n• Step back.\n• Hold for 35 s and then swap legs.\nStretch: your quads\n• Lift the heel.\n"
     "• Hold for 25 s and then swap legs.", {"Your calves": (None, 35, 1, EACH), "Your quads": (None, 25, 1, EACH)}),
    ("Instructions for doing the tailor stretch:\n• Sit down.\n• Hold the position for 35 seconds.",
     {"Tailor stretch": (None, 35, 1, NONE)}),
    ("1. Leg lift for quadriceps strengthening\nLift the straight leg off the floor. Do it 9 times "
     "before switching legs and following the same steps.",
     {"Leg lift for quadriceps strengthening": (9, None, 1, EACH)}),
    ("Warm Up\n\n1. Shoulder shrugs\n\n  1. Stand tall\n\n  2. Lift your shoulders\n\n  3. Repeat 9 times\n\n"
     "2. Trunk turns\n\n  1. Hands on your hips\n\n  2. Turn as far as you can\n\n  3. Repeat 7 times each side",
     {"Shoulder shrugs": (9, None, 1, NONE), "Trunk turns": (7, None, 1, EACH)}),
    ("## 08. Finger pull\n\n* hold for 35s\n\n## 09. Toe pull\n\n* hold for 25s",
     {"Finger pull": (None, 35, 1, NONE), "Toe pull": (None, 25, 1, NONE)}),
    ("The first exercise is called Zottman Leans. Simply lean on a wall and hold it for 35 sec. Repeat 4 times.",
     {"Zottman Leans": (None, 35, 4, NONE)}),
    ("Toe spread\nSpread your toes, hold for 5 seconds.\nRepeat this exercise in 4 sets of 9 repetitions each day.",
     {"Toe spread": (9, 5, 4, NONE)}),
    ("1. Bottom ¼ squats x 2 minutes. Go down a little.\n2. Push ups x 1 minute. Bend your elbows.",
     {"Bottom 0.25 squats": (None, 120, 1, NONE), "Push ups": (None, 60, 1, NONE)}),
    ("Toe pull with band\nWrap a band around both big toes. When fully extended, hold for 5 seconds.\nRepeat 14 times.",
     {"Toe pull with band": (14, 5, 1, NONE)}),
    ("Spinal twist\nTurn to the right. Hold for 25 seconds and repeat in the opposite direction.",
     {"Spinal twist": (None, 25, 2, NONE)}),
    ("Biceps stretch\n• Raise your arms up and hold until you feel a stretch in your biceps.\n• Hold for 25 seconds",
     {"Biceps stretch": (None, 25, 1, NONE)}),
    ("Quad stretch\nHold 25 s on each leg.\nTel: 0161 496 0123. Leaflet no 207. Reviewed May 2021.",
     {"Quad stretch": (None, 25, 1, EACH)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "steps"), READ)
def test_what_is_meant_beyond_doubt_is_read(
    text: str, steps: dict[str, tuple[int | None, float | None, int, Sides]]
) -> None:
    handout = read(text)
    assert named(handout) == steps and not handout.asked, handout.asked


def test_one_of_a_list_is_never_what_is_said_of_all() -> None:
    handout = read(
        "- Side planks (25 seconds)\n- T, Y and W (9 repetitions for each position)\n- Bridges (14 repetitions)"
    )
    assert [each.number for each in handout.asked] == [2] and len(handout.steps) == 2


def test_the_dose_of_one_exercise_is_not_taken_for_others() -> None:
    handout = read(
        "### Wrist rocks\n- Palms down\n- **Reps**: 9 each position\n\n### Deep squat\n- Heels down\n- Chest tall"
    )
    assert not handout.steps and handout.asked


def test_what_is_said_of_all_in_the_middle_of_a_sheet_is_asked_about_beyond_a_heading() -> None:
    handout = read("1. Bridge x 9\n2. Clam\nRepeat each exercise 14 times.\n\nPart two:\n1. Toe taps\n2. Heel raises")
    assert {each.line for each in handout.steps} == {1} and {6, 7} <= {each.number for each in handout.asked}


def test_of_a_line_that_tells_of_all_only_what_is_said_of_all_counts() -> None:
    handout = read("Ask whether to do it for both legs. Repeat each exercise 9 times.\n1. Bridge\n2. Heel slides")
    assert {(each[0], each[3]) for each in named(handout).values()} == {(9, NONE)}
    unclear = read("Repeat each exercise 9 times twice a day (2 sets).\n1. Bridge\n2. Heel slides")
    assert unclear.asked and not unclear.steps


def test_from_which_line_a_measure_comes_is_told() -> None:
    handout = read("Hold each stretch for 35 seconds.\n1. Calf stretch\n2. Quad stretch 25 s")
    told = {each.number: each.told for each in handout.reads}
    assert "as line 1 says" in told[2] and "says" not in told[3]


def test_an_exercise_in_a_line_that_tells_of_all_is_not_lost() -> None:
    handout = read(
        "Hold each stretch for 35 seconds. Left: Stand on a step and lower the heel.\n1. Quad stretch\n2. Calf stretch"
    )
    assert [each.number for each in handout.asked][:1] == [1]


def test_a_heading_with_a_measure_is_taken_for_the_names_right_below_it_and_offered_to_the_rest() -> None:
    handout = read(
        "Evening exercises: 2 sets of 9\n- Donkey kicks\n- Fire hydrants\n- Bridges\n- Zottman thing\n- Whirly thing"
    )
    assert named(handout) == dict.fromkeys(("Donkey kicks", "Fire hydrants", "Bridges"), (9, None, 2, NONE))
    assert "as line 1 says" in {each.number: each.told for each in handout.reads}[2]
    assert [each.number for each in handout.asked] == [5, 6]
    assert {each.guess for each in handout.asked} == {"2 sets of 9 reps"}
    assert len(asked_with(handout.asked[0], handout.asked)) == 2


def test_paragraphs_without_names_that_each_say_how_much_are_exercises_of_their_own() -> None:
    handout = read(
        "Start by standing with your feet apart. Bend your knees a little. Repeat 9 times.\n\n"
        "Lie on your back with a knee bent. Slide the heel away from you. Repeat 8 times.\n\n"
        "Sit on a chair with your back straight. Straighten one knee. Repeat 7 times."
    )
    assert [reps for reps, *_ in named(handout).values()] == [9, 8, 7] and not handout.asked


def test_a_refrain_of_instruction_and_count_is_an_exercise_each_time() -> None:
    handout = read(
        "Press your ankle down against a cushion.\nHold for 7 seconds.\nRepeat 9 times.\n"
        "Press your ankle outwards against a cushion.\nHold for 7 seconds.\nRepeat 8 times."
    )
    assert list(named(handout).values()) == [(9, 7, 1, NONE), (8, 7, 1, NONE)] and not handout.asked
    steps = read("Bend the knee.\nHold for 5 seconds.\nStraighten the knee.\nRepeat 9 times.")
    assert len(steps.steps) + len(steps.asked) == 1


def test_an_odd_name_in_a_list_of_exercises_is_one_unless_it_tells_of_a_load_or_has_no_measure() -> None:
    head = "- Calf raises: 12 reps\n- Lunges: 9 reps\n"
    assert "Zottman thing" in named(read(head + "- Zottman thing: 8 reps"))
    assert read(head + "- 50% working weight: 8 reps").asked
    assert read("- Zottman thing: 8 reps").asked


def test_a_list_below_what_is_said_of_all_is_one_exercise_a_line() -> None:
    handout = read(
        "Hold all stretches for 35 seconds.\n"
        "1. Hip stretch. Kneel and push the hips forward.\n2. Thigh stretch. Stand and pull the heel up."
    )
    assert named(handout) == {
        "Hip stretch": (None, 35, 1, NONE),
        "Thigh stretch": (None, 35, 1, NONE),
    }


def test_a_blank_for_a_number_is_asked_though_another_line_measures_all() -> None:
    handout = read(
        "Repeat each exercise 9 times.\nKnee stretch\nLie on your back. Work up to a ____ minute stretch.\n"
        "Heel slides\nSlide your heel towards you."
    )
    assert named(handout) == {"Heel slides": (9, None, 1, NONE)} and 2 in {each.number for each in handout.asked}


def test_steps_from_one_on_with_the_measure_at_the_end_are_one_exercise_if_none_takes_up_a_position() -> None:
    lines = "1. Lie face down with your palms on the floor.\n2. {}\n3. Look down, hold for 15 seconds, then lower."
    assert [hold for _, hold, *_ in named(read(lines.format("Lift your chest."))).values()] == [15]
    assert not read(lines.format("Sit on a chair and lift your chest.")).steps


def test_a_count_line_with_rounds_below_an_exercise_is_its_own() -> None:
    handout = read(
        "1. Supported squat\n  - Bend your knees and sit back.\n"
        "Perform this exercise up to 9 times, rest for 1 minute. Repeat routine 2 to 3 times\n"
        "2. Heel raise\n  - Lift your heels.\n"
        "Perform this exercise up to 8 times, rest for 1 minute. Repeat routine 2 to 3 times"
    )
    assert list(named(handout).values()) == [(9, None, 2, NONE), (8, None, 2, NONE)]


def test_a_left_side_that_is_said_to_be_done_on_both_is_asked() -> None:
    assert read("Left side plank: 25 s hold, each side").asked


def test_part_numbers_footnotes_and_days_do_not_cast_doubt() -> None:
    said = "Set 2\n\nThigh stretch4\n- Stand up and pull the heel up.\n- Hold for 35 seconds.\n"
    handout = read(said + "- Repeat twice a day (once in the morning and once before bed)")
    assert [hold for _, hold, *_ in named(handout).values()] == [35]


def test_a_rest_under_a_heading_is_no_step() -> None:
    handout = read("Notes on training\n- 3-5 min rest\n\nPlan\n- Bridge x 9\n- rest 40 s\n- Plank 30 s")
    assert [each.line for each in handout.steps] == [5, 6, 7] and handout.asked


def test_exercises_run_together_get_a_line_each() -> None:
    text = "Try these daily.1. Lie down and lift the hips 9 times.2. Sit and lift a knee 7 times. 3. Stand on one leg."
    assert spread(text).split("\n") == [
        "Try these daily.",
        "1. Lie down and lift the hips 9 times.",
        "2. Sit and lift a knee 7 times.",
        "3. Stand on one leg.",
    ]
    assert spread("• Calf stretch 30 s • Quad stretch 20 s • Bridge x 9").count("\n") == 2


@pytest.mark.parametrize(
    "text", ["Do 3. Rest. Then 4. More.", "See fig. 2. Lift it.", "1. Bridge x 9\n2. Clam x 9\n3. Plank 30 s"]
)
def test_other_numbers_break_no_line(text: str) -> None:
    assert spread(text) == text


@given(st.text(alphabet="123.) A•b\n-", max_size=80))
def test_spreading_loses_no_letter_and_is_done_once(text: str) -> None:
    done = spread(text)
    assert re.sub(r"\s", "", done) == re.sub(r"\s", "", text) and spread(done) == done


def test_an_exercise_told_like_a_story_is_not_taken_for_what_is_said_of_all() -> None:
    handout = read(
        "Next I stretch my arms and bend one elbow. Hold each pose for 25 seconds.\n\n- Calf stretch\n- Quad pull"
    )
    assert handout.asked[0].number == 1 and "Is this an exercise?" in handout.asked[0].question


def test_a_name_that_nobody_knows_in_a_list_of_one_form_is_no_part_of_the_line_above() -> None:
    handout = read("Plank 55 s\n\nCrunches 9 times\n\nBicycle 25 seconds\n\nPenguins 8 times\n\nCalf raises 14 times")
    assert {"Plank", "Crunches", "Bicycle", "Penguins", "Calf raises"} >= set(named(handout)) >= {"Plank", "Bicycle"}


def test_a_number_that_a_page_has_doubled_is_one() -> None:
    text = "1. 1. Sit down and lift one knee. Repeat 9 times.\n\n2. 2. Hold on to the sink and lift a heel 7 times."
    assert cleaned(text).startswith("1. Sit") and len(read(cleaned(text)).steps) == 2


def test_more_ways_than_two_are_asked() -> None:
    handout = read("1. Side lunges 9 reps\n2. Splits- Right, left, and middle split. Hold each for 25 seconds.")
    assert [each.number for each in handout.asked] == [2]


def test_rounds_under_a_heading_are_those_of_its_list_and_of_nothing_below() -> None:
    handout = read("Fire sequence: 3 rounds of:\n\n- 9 crunches\n- 14 burpees\n\nHip stretch: 35 s hold")
    inner = [len(each.step.stretches) for each in handout.steps if isinstance(each.step, Group)]
    assert inner == [2] and named(handout) == {"Hip stretch": (None, 35, 1, NONE)}


def test_alternate_lunges_whose_feet_are_switched_are_asked() -> None:
    assert [
        each.number
        for each in read(
            "1. Push ups x 9\n2. Alternate lunges x 2 minutes. Bend both knees, then push "
            "off your front leg and switch feet."
        ).asked
    ] == [2]


def test_a_way_behind_over_is_one() -> None:
    steps = read("- Light skips over 20 metres - x2\n- High knees over 30 metres - x4 (walk back)").steps
    assert [(each.step.name, each.step.sets, each.step.until) for each in steps if isinstance(each.step, Stretch)] == [
        ("Light skips", 2, Until.READY),
        ("High knees", 4, Until.READY),
    ]


def test_what_is_said_of_each_stretch_is_no_exercise_itself() -> None:
    rules = (
        "Rules\n- After a run, hold each stretch for 25 seconds.\n- Ease into each stretch; don't bounce or force it\n"
    )
    handout = read(rules + "Routine\n- Lying hamstring stretch\n- Groin stretch\n- Standing quadriceps stretch")
    assert not any(name.startswith("Ease") for name in named(handout))


def test_sit_ups_and_what_is_repeated_for_a_minute_move() -> None:
    text = "35 seconds sit ups\n\nBird dog: Extend an arm and the opposite leg, hold briefly. Repeat for 2 minutes."
    assert [each.step.move for each in read(text).steps if isinstance(each.step, Stretch)] == [35, 120]
