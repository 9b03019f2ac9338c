"""Exercise sheets in plain lines: each line is understood or asked about, and what comes of it can be played."""

import json
import re
from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.handout import Handout, read
from stretchcoach.handout.routine_text import name_for_file, text_of
from stretchcoach.handout.together import asked_with, put, shared
from stretchcoach.library import parse
from stretchcoach.library.own import mistakes_in

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def one(text: str) -> Stretch:
    """The only step of a sheet that leaves no question."""
    handout = read(text)
    assert not handout.asked, handout.asked
    (step,) = (each.step for each in handout.steps)
    assert isinstance(step, Stretch)
    return step


def measures(stretch: Stretch) -> str:
    """``3 x hold 30 each rest 20``."""
    kind = next(key for key in ("reps", "hold", "move") if getattr(stretch, key) is not None)
    side = "" if stretch.side is Sides.NONE else f" {stretch.side.value}"
    rest = f" rest {stretch.rest:g}" if stretch.rest else ""
    return f"{stretch.sets} x {kind} {getattr(stretch, kind):g}{side}{rest}"


LINES = [
    ("Calf stretch against wall 3 x 30 sec each leg", "Calf stretch against wall", "3 x hold 30 each"),
    ("10 heel raises, slow, x2", "Heel raises", "2 x reps 10"),
    ("Clamshell: hold 15s, 10 reps, both sides", "Clamshell", "10 x hold 15 each"),
    ("1. Bridge - 3 sets of 12", "Bridge", "3 x reps 12"),
    ("2) Side plank, 45 seconds, L/R", "Side plank", "1 x hold 45 each"),
    ("• Hamstring stretch 2 × 1½ mins", "Hamstring stretch", "2 x hold 90"),
    ("- Wadendehnung 3 x 0,5 min pro Seite", "Wadendehnung", "3 x hold 30 each"),
    ("Soleus stretch 2 x 1:15 left and right", "Soleus stretch", "2 x hold 75 each"),
    ("Wall sit 40s x 3, rest 20s between sets", "Wall sit", "3 x hold 40 rest 20"),
    ("Leg swings x12 each leg", "Leg swings", "1 x reps 12 each"),
    ("March on the spot, 2 minutes", "March on the spot", "1 x move 120"),
    ("Ankle pumps: twenty repetitions", "Ankle pumps", "1 x reps 20"),
    ("Quad stretch - 30s/side", "Quad stretch", "1 x hold 30 each"),
    ("Squats 12 reps x 3 sets", "Squats", "3 x reps 12"),
    ("| Pigeon pose | hips | 40 seconds per side |", "Pigeon pose", "1 x hold 40 each"),
    ("**Towel stretch** 20 sec hold x 4 right leg", "Towel stretch", "4 x hold 20 right"),
    ("3 Sätze à 15 Wiederholungen Fersenheben", "Fersenheben", "3 x reps 15"),
    ("Calf raises 2 sets of 15 reps, twice daily", "Calf raises", "2 x reps 15"),
    ("Tandem stand, hold for a minute", "Tandem stand", "1 x hold 60"),
    ("Soleus stretch, 50 secs to 2 mins a leg", "Soleus stretch", "1 x hold 50 each"),
    ("Lunges 4 lots of 6 e/l", "Lunges", "4 x reps 6 each"),
    ("Step-ups 4 sets, 9 reps, 2 mins between sets", "Step-ups", "4 x reps 9 rest 120"),
    ("Figure-4 stretch 35 s a side", "Figure-4 stretch", "1 x hold 35 each"),
    ("Side bend: 7 times to the right and then 7 times to the left", "Side bend", "1 x reps 7 each"),
    ("Bridge. Target reps: 14", "Bridge", "1 x reps 14"),
    ("Knee twist 7 R 7 L", "Knee twist", "1 x reps 7 each"),
    ("Step-downs 3 seconds down, 2 x 7", "Step-downs", "2 x reps 7"),
    ("Do 16 toe taps", "Do 16 toe taps", "1 x reps 16"),
    ("Band walk 9 left, 9 right", "Band walk", "1 x reps 9 each"),
    ("Calf stretch 2 x 35 s hold, 3 x day", "Calf stretch", "2 x hold 35"),
    ("Tandem stand 2 x 25 seconds, swap", "Tandem stand", "2 x hold 25 each"),
    ("Couch stretch x25″", "Couch stretch", "1 x hold 25"),
    ("9 hip swings, left and right side", "Hip swings", "1 x reps 9 each"),
    ("Calf stretch: hold 25 s, then do this stretch on the other leg", "Calf stretch", "1 x hold 25 each"),
]


@pytest.mark.parametrize(("line", "name", "measured"), LINES)
def test_a_line_with_all_of_an_exercise(line: str, name: str, measured: str) -> None:
    step = one(line)
    assert (step.name, measures(step)) == (name, measured)


BLOCKS = [
    ("Heel stand\nStand tall by a rail.\nLift the toes.\nRepeat 8 times.", "1 x reps 8"),
    ("Towel pull\n- Sit on the bed.\n- Pull the towel.\n- Hold for 25 seconds\n- Repeat 4 times", "4 x hold 25"),
    ("Quad pull\n1. Stand up.\n2. Pull the heel up.\n3. Hold 20 seconds. Repeat on the other leg.", "1 x hold 20 each"),
    ("BALANCE\nSets: 3\nHold: 15 sec\nRest: 30 sec", "3 x hold 15 rest 30"),
    ("Ankle turns\nTurn the ankle. Do 6 in each direction.", "2 x reps 6"),
    ("Wall lean\nLean in until you feel a stretch, and hold it for thirty\nseconds on each side.", "1 x hold 30 each"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measured"), BLOCKS)
def test_an_exercise_on_several_lines(text: str, measured: str) -> None:
    assert measures(one(text)) == measured


ASKED = [
    ("- Bird dog\n- Bridge x 10", 1, "How long is it held"),
    ("Side bend 15m", 1, "'15m'"),
    ("Seated twist 30 sec", 1, "Is it held still"),
    ("Calf stretch: hold 20 s. Then bend the knee, hold 15 s.", 1, "more than one length"),
    ("Press-ups: as many as you can", 1, "The sheet gives no number"),
    ("Step-ups 3 x 10-8-6", 1, "not clear what"),
    ("hold 20 seconds", 1, "Which exercise is this for"),
    ("Heel drops x 3 daily", 1, "'x 3 daily'"),
    ("Ball squeeze 500 times", 1, "more than 200"),
    ("Neck stretch 20 seconds each", 1, "is it done on each side"),
    ("Bridges x12 x3", 1, "'x12 x3'"),
    ("Squats 8 reps. Rest, then another 3 sets", 1, "another 3 sets"),
    ("Heel drops 2 x 9 straight, then 2 x 9 bent", 1, "more than one count"),
    ("Bridge 9 reps, rest 40 s, 9 reps", 1, "more than one count"),
    ("Hip hitch 4/8 both legs", 1, "How long is it held"),
    ("Toe taps 3 x 15 metres", 1, "How long is it held"),
    ("Child's pose 20 s. Repeat once more.", 1, "repeat once more"),
    ("Step-ups 8 left then 6 right", 1, "not clear what"),
    ("Bridge 2 x 9, then hold the last one for 12 seconds", 1, "hold the last one"),
    ("Bridge 2 x 9\nPush up and down, 90 seconds\nSquat 2 x 8", 1, "line 2 belong to one exercise"),
    ("Bridge 2 x 9\nFoot taps, 9 front, 9 back\nSquat 2 x 8", 2, "How long is it held"),
    ("Bridge 9 reps or 8 reps", 1, "more than one"),
    ("Plank 25 s or as you like", 1, "also says 'or as you like'"),
    ("Neck nod 2 x 8 until tired", 1, "until"),
    ("Toe press 3 x 8 bilat", 1, "bilat"),
    ("Side walk 20 ft x 4", 1, "20 ft"),
    ("Heel slides, hip lifts and toe taps x 9 each", 1, "several exercises"),
    ("Hip turns, roll in one direction for 9 reps, and then switch", 1, "that may change it"),
    ("Quad pull\nHold 20 seconds.\nThen switch thumbs.", 1, "then switch thumbs"),
    ("The pull in the calf is held for 20 seconds.", 1, "Is this an exercise"),
    ("Bridge\nLift. Hold for 20 seconds. Repeat as advised.", 1, "How many times is it repeated"),
    ("Turn the head to the left and hold 15 s. Come back, and turn it to the right.", 1, "each side"),
    ("Leg cross\nCross over. Repeat 5 times. Do two sets with the front knee bent.", 1, "more than one count"),
    ("Bridge 2 x 9\nToe lifts\nSquat 2 x 8", 2, "How long is it held"),
    ("Do 3 rounds of this with the other leg\nBridge x 9", 1, "that may change it"),
    ("Heel raise\n8", 1, "not clear what '8'"),
]


@pytest.mark.parametrize(("text", "line", "question"), ASKED)
def test_what_is_not_certain_is_asked_on_its_line(text: str, line: int, question: str) -> None:
    (asked,) = read(text).asked
    assert asked.number == line and question in asked.question


@pytest.mark.parametrize(
    "line",
    [
        "If it gets easy, do 20 instead.",
        "Stop if the pain is more than 4/10.",
        "You should feel a pull in the calf after 10 seconds.",
        "Progress to 3 sets of 15 after two weeks.",
    ],
)
def test_numbers_of_a_note_measure_nothing(line: str) -> None:
    step = one(f"Heel drops 2 x 8\n{line}")
    assert measures(step) == "2 x reps 8" and step.caution


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1Knee bend\n2 sets of 8 reps\nBlue band\n- Bend.\n4Wall lean\n20 sec hold", ["Knee bend", "Wall lean"]),
        ("Hold each stretch for 20 seconds.\n- Quads - pull the heel up.\n- Calf - lean in.", ["Quads", "Calf"]),
        ("Stretch #1, Long sit\nReach. Hold 20 s.\nStretch #2, Wide sit\nReach. Hold 30 s.", ["Long sit", "Wide sit"]),
        ("A1 - Squat x 10\nA2 - Press-ups x 8", ["Squat", "Press-ups"]),
        ("6 stretches for the evening\nCalf stretch 20 s\nGroin stretch 20 s", ["Calf stretch", "Groin stretch"]),
    ],
)  # fmt: skip
def test_two_exercises_never_become_one(text: str, names: list[str]) -> None:
    handout = read(text)
    assert not handout.asked
    assert [each.step.name for each in handout.steps if isinstance(each.step, Stretch)] == names


def test_a_few_words_over_a_measure_of_their_own_are_no_step_of_the_exercise_above() -> None:
    cues = ["- Bend the knee.", "- Breathe out.", "- Keep your back straight."]
    lines = ["- Clamshell", "Action: Lift the knee.", "Hold: 9 seconds", "", "- Kettle", "12 times", *cues]
    handout = read("\n".join(lines))
    assert 5 in {each.number for each in handout.asked} and not handout.steps


def test_a_name_that_may_be_none_is_asked_about_and_a_key_takes_it() -> None:
    text = "The kettle\n\n- Tummy in.\n- Repeat 5x\n\nThe postman\n\n- Chin up.\n- Repeat 6x"
    handout = read(text)
    assert [(each.number, each.guess) for each in handout.asked] == [(1, "5 reps"), (6, "6 reps")]
    taken = read(text, {each.number: each.guess for each in handout.asked})
    assert not taken.asked and [each.step.name for each in taken.steps] == ["The kettle", "The postman"]


@pytest.mark.parametrize(
    "text",
    [
        "Neck turn\nTurn the head to the left and hold for 15 seconds.\nTurn it to the right and hold for 15 seconds.",
        "Arm sweep: sweep to the left four times and then five to the right",
        "Belly breathing\nBreathe in.\nRepeat 5 times.\nBreathe out for longer.\nRepeat 8 times.",
        "Side lift\nLift the leg 9 more times.",
    ],
)
def test_a_dose_that_may_be_half_of_it_is_asked_about(text: str) -> None:
    handout = read(text)
    assert handout.asked and not handout.steps


@pytest.mark.parametrize(
    ("text", "line", "guess"),
    [
        ("Kettle\nTummy in.\nHold 20 s.", 1, "20 s hold"),
        ("Heel raises 2 x 9\nYou should do 12 on the stair.", 1, "2 sets of 9 reps"),
        ("Toe turns\nRoll the toe 9 times. Stop and reverse the direction.", 1, "9 reps, each side"),
        ("Calf stretch 25 s hold. Do not leave out the other leg.", 1, "25 s hold, each side"),
        ("Arm raises 9 reps both arms", 1, "9 reps, each side"),
        ("Hip turns 3 sets, 20 s", 1, "3 x 20 s hold"),
        ("Do 3 sets of all exercises.\n1. Squat x 9\n2. Bridge x 8", 2, "9 reps"),
        ("Calf stretch\nLean in.\nHold 20 s.\nSit on the edge of the bed and lift one foot.", 4, "part of it"),
        ("Heel walk\nWalk on the heels 9 times. Walk on the toes 9 times.", 1, ""),
        ("1. Sit tall and nod. Hold 9 s.\n2. Lift the chin. Hold 9 s. Repeat these exercises 8 times.", 1, "9 s hold"),
        ("Finger stretch\nMake a fist.\nHold each of these positions for 9 s.", 1, "9 s hold"),
        ("Neck bend\nLean over. Repeat on the other side.\nMain stretch: 25 seconds", 3, "25 s hold"),
    ],
)  # fmt: skip
def test_each_reason_not_to_be_certain_is_asked_with_the_best_guess(text: str, line: int, guess: str) -> None:
    asked = {each.number: each for each in read(text).asked}
    assert asked[line].guess == guess and not [each for each in read(text).steps if each.line == line]
    assert not guess or line not in {each.number for each in read(text, {line: guess}).asked}


def test_which_of_two_numbers_counts_is_never_settled_by_a_single_key() -> None:
    for text in ("Heel walk\nWalk on the heels 9 times. Walk on the toes 8 times.", "Calf stretch 30 s. Hold 45 s."):
        assert read(text).asked and not read(text).asked[0].guess


ASIDES = [
    ", or longer if you like", ", minimum", " or more", ", or as instructed",
    ", keeping the heel down as you go deeper",
    ", even if only one side is sore", ", but you can stay for as long as you like",
]  # fmt: skip
"""What is said beside a measure and leaves it as it is."""
CHANGES = [
    ", or 9 on a bad day", ", or until it burns", ", adding one each week", ", every other time twice",
]  # fmt: skip


@pytest.mark.parametrize("aside", ASIDES)
def test_words_that_leave_a_measure_as_it_is_ask_nothing(aside: str) -> None:
    for dose in ("Hold for 25 seconds", "Repeat 7 times"):
        step = one(f"Calf stretch\nLean in. {dose}{aside}.")
        assert measures(step) == measures(one(f"Calf stretch\nLean in. {dose}."))


@pytest.mark.parametrize("change", CHANGES)
def test_words_that_may_change_a_measure_are_never_passed_over(change: str) -> None:
    handout = read(f"Heel raise\nLift the heel. Repeat 7 times{change}.")
    assert handout.asked or measures(one(f"Heel raise\nLift the heel. Repeat 7 times{change}.")) != "1 x reps 7"


@pytest.mark.parametrize("unit", ["seconds", "minutes", "times"])
def test_from_between_two_numbers_the_lower_is_taken(unit: str) -> None:
    said = f"Repeat between 3 and 7 {unit}" if unit == "times" else f"Hold for between 3 and 7 {unit}"
    (kept,) = read(f"Calf stretch\nLean in. {said}.").reads[:1]
    low = {"seconds": "3 s hold", "minutes": "180 s hold", "times": "3 repetitions"}[unit]
    assert low in kept.told and "the lower one is taken" in kept.told


@pytest.mark.parametrize(
    "words",
    ["Exercises 3 and 4 follow in the next phase.", "Stand with 1 leg behind you.", "Place 25 marbles on the floor.",
     "Rest the top 1/3rd of the foot on the step.", "Bend the knee as much as you can."],
)  # fmt: skip
def test_numbers_of_things_are_no_measure(words: str) -> None:
    assert measures(one(f"Heel raise\n{words} Lift the heel. Repeat 7 times.")) == "1 x reps 7"


def test_a_short_hold_is_held_as_often_as_is_said_of_every_exercise() -> None:
    text = "Do each exercise 9 times.\nQuad sets\nTighten the thigh. Hold for {} seconds.\nBridge\nLift the hips."
    (first, _) = (each.step for each in read(text.format(4)).steps)
    assert isinstance(first, Stretch) and (first.reps, first.hold) == (9, 4)
    assert [each.number for each in read(text.format(40)).asked] == [2], "a long hold may be the only one"


def test_each_of_a_numbered_list_with_a_measure_is_an_exercise() -> None:
    said = ["To loosen the calf, put both hands on the wall. Hold 25 seconds.", "Now bend the knee a little. Hold 9 s."]
    handout = read("\n\n".join(f"{number}. {text}" for number, text in enumerate(said, 1)))
    assert not handout.asked and [each.line for each in handout.steps] == [1, 3]


def test_a_number_twice_with_a_plus_is_asked_once_and_means_each_side() -> None:
    text = "\n".join(f"{name} 3 x {reps}+{reps}" for name, reps in (("Clamshell", 9), ("Leg swings", 8), ("Lunges", 7)))
    asked = read(text).asked
    assert len(asked) == 3 and asked_with(asked[0], asked) == asked
    handout = read(text, shared(asked[0].guess, asked))
    done = [measures(each.step) for each in handout.steps if isinstance(each.step, Stretch)]
    assert done == [f"3 x reps {reps} each" for reps in (9, 8, 7)]
    assert not handout.asked


def test_an_answer_goes_to_all_that_ask_the_same_and_says_so() -> None:
    asked = read("1. Bridge\n2. Bird dog\n3. Clamshell\n4. Squat x 9\n").asked
    assert asked_with(asked[1], asked) == (asked[1], asked[0], asked[2])
    assert "lines 2 and 3" in put(asked_with(asked[0], asked))
    assert shared("12 reps", asked) == {1: "12 reps", 2: "12 reps", 3: "12 reps"}
    assert shared("this: 12 reps", asked) == {1: "12 reps"} and shared("Hip lift: 12 reps", asked) == {
        1: "Hip lift: 12 reps"
    }


def test_what_is_not_the_same_question_is_asked_by_itself() -> None:
    asked = read("Bridge 500 times\nPlank 25 s or as you like\nSide bend 15m\n- Bird dog\n").asked
    assert [len(asked_with(each, asked)) for each in asked] == [1] * len(asked)


@pytest.mark.parametrize(
    ("answer", "name", "measured"),
    [
        ("Hip lift: 12 reps each side", "Hip lift", "1 x reps 12 each"),
        ("Hip lift:", "Hip lift", "2 x reps 9"),
        ("Hold: 20 s", "The kettle", "1 x hold 20"),
        ("1:30 hold", "The kettle", "1 x hold 90"),
        ("each side: 8 reps", "The kettle", "1 x reps 8 each"),
        ("yes", "The kettle", "2 x reps 9"),
    ],
)
def test_an_answer_may_give_another_name(answer: str, name: str, measured: str) -> None:
    (step,) = (each.step for each in read("The kettle 2 x 9\nTummy in.", {1: answer}).steps)
    assert isinstance(step, Stretch) and (step.name, measures(step)) == (name, measured)


def test_a_row_of_a_table_takes_the_words_of_its_columns() -> None:
    handout = read("| # | Exercise | Sets | Reps | Hold (sec) |\n|--|--|--|--|--|\n| 1 | Bridge | 2 | 9 | 4 |")
    (step,) = (each.step for each in handout.steps)
    assert isinstance(step, Stretch) and not handout.asked
    assert (step.name, step.sets, step.reps, step.hold) == ("Bridge", 2, 9, 4)


def test_the_lower_end_of_a_range_is_taken_and_told() -> None:
    handout = read("Knee bends 8-12 reps")
    assert "8 repetitions" in handout.reads[0].told and "the lower one is taken" in handout.reads[0].told


def test_a_short_hold_is_counted_with_its_repetition_and_told() -> None:
    step = one("Bridge: hold 5 seconds, 8 times")
    assert (step.reps, step.hold, step.tempo) == (8, 5, 2)
    assert "each held 5 s" in read("Bridge: hold 5 seconds, 8 times").reads[0].told


@pytest.mark.parametrize(
    ("line", "sets", "reps", "hold"),
    [
        ("Heel raises: hold 5s, 10 reps", 1, 10, 5),
        ("Heel raises 10 reps, 5 sec hold", 1, 10, 5),
        ("Heel raises 2 x 10, hold 3 seconds", 2, 10, 3),
        ("Heel raises 10 x 5 second holds", 1, 10, 5),
        ("Heel raises: 10 × 5 s hold each leg", 1, 10, 5),
    ],
)
def test_a_sheet_s_repetitions_with_a_hold_play_as_such(line: str, sets: int, reps: int, hold: float) -> None:
    routine, problems = parse(text_of(read(line), "T"), "x.toml")
    assert routine is not None and not problems
    (step,) = routine.steps
    assert isinstance(step, Stretch) and (step.sets, step.reps, step.hold) == (sets, reps, hold)


def test_a_pause_in_a_repetition_is_no_rest_and_a_comma_ends_a_count() -> None:
    paused = one("Bridge 2 x 9 (3 sec pause at the top)")
    counted = one("Press the knee down, hold for a count of 6, repeat 9 times.")
    each = read("Bridge 2 x 9\nLeg lifts: 2 sets of 6, hold each for 4 secs").steps[1].step
    assert isinstance(each, Stretch) and (each.sets, each.reps, each.hold) == (2, 6, 4)
    lowered = one("Heel drop over 3 seconds, 9 reps")
    assert (lowered.name, lowered.reps, lowered.tempo, lowered.hold) == ("Heel drop", 9, 3, None)
    assert (paused.hold, paused.rest, counted.hold, counted.reps) == (3, 0, 6, 9)


def test_a_line_with_half_a_measure_becomes_an_exercise_once_it_is_answered() -> None:
    assert measures(read("Hip hitch 4/8 both legs", {1: "2 sets of 8"}).steps[0].step) == "2 x reps 8"  # type: ignore[arg-type]
    assert not read("Hip hitch 4/8 both legs", {1: "note"}).asked


def test_a_last_line_that_heads_nothing_is_asked_about() -> None:
    text = "Bridge 2 x 9\n\nWall sit until it shakes"
    assert [each.number for each in read(text).asked] == [3]
    assert [each.line for each in read(text, {3: "20 s hold"}).steps] == [1, 3]
    assert not read(text, {3: "note"}).asked


def test_rests_rounds_and_a_dose_for_the_whole_list() -> None:
    handout = read(
        "Hold each stretch for 25 seconds\n1. Calf\n2. Quads\nrest 1 min\n3. Groin\nRepeat the circuit 2 times"
    )
    assert not handout.asked
    (group,) = (each.step for each in handout.steps)
    assert isinstance(group, Group) and group.repeat == 2
    assert [(each.name, each.hold, each.move) for each in group.stretches] == [
        ("Calf", 25, None),
        ("Quads", 25, None),
        ("Rest", None, 60),
        ("Groin", 25, None),
    ]


def test_title_purpose_how_often_and_notes_are_kept() -> None:
    handout = read("Warm-up before hockey\n\nSkip 1 minute\nTwice daily\nStop if you feel dizzy.")
    routine, problems = parse(text_of(handout, handout.title), "x.toml")
    assert routine is not None and not problems
    assert routine.title == "Warm-up before hockey" and routine.purpose == "warm-up"
    assert "Twice daily" in routine.evidence and "dizzy" in routine.steps[0].caution  # type: ignore[union-attr]


def test_an_answer_takes_the_place_of_what_was_not_understood() -> None:
    text = "- Bird dog\n- Bridge x 10\n- Seated twist 30 sec"
    handout = read(text, {1: "8 reps each side", 3: "hold"})
    assert not handout.asked
    assert [measures(each.step) for each in handout.steps if isinstance(each.step, Stretch)] == [
        "1 x reps 8 each",
        "1 x reps 10",
        "1 x hold 30",
    ]
    assert not read(text, {1: "note", 3: "move"}).asked


FRAGMENTS = st.sampled_from(
    """3 x 17 sec; 2 sets of 13; hold 7 seconds; 11 reps; each leg; or 19 times; until 23 seconds are over; 29 days
    every 29 minutes; then 31 more; progress to 37; rest 41 s; both sides; on the left; do not hold for 43 s; 2-14 times
    per side; 4 times a day; switch; x 5; for the last 47; 10 m apart; with 3 kg; then swap; after 53 breaths; at 8 am
    in the 2nd week; 9/10; (61)""".replace("\n", ";").split(";")
).map(str.strip)
JOINS = st.sampled_from([" ", ", ", ". ", " - ", "\n", "; ", " ("])
NAMES = st.sampled_from(
    ["Calf stretch", "Bridge:", "1. Plank", "- Heel raises", "Lean in", "Walk", "Hip turns and kicks"]
)
DOSES = st.tuples(NAMES, st.lists(st.tuples(JOINS, FRAGMENTS), min_size=1, max_size=5)).map(
    lambda parts: parts[0] + "".join(join + text for join, text in parts[1])
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(DOSES, min_size=1, max_size=2).map("\n".join))
def test_every_number_is_in_a_step_told_or_asked_about(text: str) -> None:
    handout = read(text)
    if handout.asked:
        return
    steps = [each.step for each in handout.steps]
    inner = [one for step in steps for one in (step.stretches if isinstance(step, Group) else [step])]
    values = {
        value for one in inner for value in (one.sets, one.reps, one.hold, one.move, one.rest, one.tempo) if value
    } | {step.repeat for step in steps if isinstance(step, Group)}
    words = [*(each.told for each in handout.reads), handout.title, *handout.often, *handout.notes]
    words += [word for one in inner for word in (one.name, one.say, one.how, one.short, one.caution)]
    for number in re.findall(r"\d+", re.sub(r"^[(#]?\d+(?:[.)]|\b)", "", text, flags=re.MULTILINE)):
        assert float(number) in values or any(number in word for word in words), (number, text, handout)


WORDS = st.sampled_from(
    "calf stretch hold 3 x 30 sec s min each leg side both 10 reps rest 1 2-4 - • 1. 2) : , . repeat times sets daily "
    "twice slow the wall stand lean Bridge Plank If Stop # | 90° 5m 1:30 ½ left right other switch circuit rounds "
    "every exercises \" ' × … ( ) one five zehn Sekunden Wiederholungen pro Seite as many count of for".split()
)
LINE = st.lists(WORDS, max_size=12).map(" ".join)
SHEETS = st.one_of(st.text(max_size=300), st.lists(LINE, max_size=12).map("\n".join))


def accounted(text: str, handout: Handout) -> None:
    """Every line that is not blank is told of once, and has either an understanding or a question."""
    full = [number for number, line in enumerate(text.splitlines(), 1) if printable(line)]
    assert [each.number for each in handout.reads] == full
    for each in handout.reads:
        assert bool(each.told) is not bool(each.question)


def printable(line: str) -> bool:
    return bool("".join(letter if letter.isprintable() else " " for letter in line).strip())


@settings(max_examples=300, deadline=None)
@given(SHEETS, st.dictionaries(st.integers(1, 8), LINE, max_size=4))
def test_any_text_gives_a_valid_routine_or_none(text: str, answers: dict[int, str]) -> None:
    handout = read(text, answers)
    accounted(text, handout)
    file = text_of(handout, handout.title)
    assert bool(file) is bool(handout.steps)
    if file:
        told = [problem for problem in mistakes_in(file, Path("x.toml")) if "come to" not in problem.message]
        assert not told, (told, file)
    assert name_for_file([text]).isascii()


@pytest.mark.parametrize("letters", ["9", "3 x ", "10-", "(3 ", "1. ", "a ", "hold ", "left and right ", "½", "|", "'"])
def test_no_line_keeps_anybody_waiting(letters: str) -> None:
    import time

    line = (letters * 1500)[:1500]
    begun = time.process_time()
    read(f"{line}\n{line}")
    assert time.process_time() - begun < 2


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_sheet_becomes_a_routine_that_plays(home: Path, tmp_path: Path, capsys: Shown) -> None:
    sheet = tmp_path / "Knee sheet.txt"
    sheet.write_text("Calf stretch 3 x 30 sec each leg\nBridge x 10\n", encoding="utf-8")
    assert main(["import", str(sheet)]) == 0
    shown = capsys.readouterr()
    assert "3 sets of 30 s hold, each side" in shown.out and "2 lines understood, 0 to ask about" in shown.err
    assert main(["validate", str(home / "data/routines/knee_sheet.toml")]) == 0
    assert main(["plan", "knee_sheet"]) == 0


def test_what_is_open_is_a_remark_and_the_exit_code_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    stdin(monkeypatch, "- Bridge x 10\n- Bird dog\n  Reach far.\n")
    assert main(["import", "-", "--name", "mine", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["asked"] == 1 and [line["line"] for line in told["lines"]] == [1, 2, 3]
    file = (home / "data/routines/mine.toml").read_text(encoding="utf-8")
    assert "# ASK 2: - Bird dog" in file and "Reach far." in file


def test_a_routine_is_never_written_over_unasked(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    for name in ("mine", "warmup_run"):
        stdin(monkeypatch, "Bridge x 10")
        assert main(["import", "-", "--name", name]) == (0 if name == "mine" else 2)
        stdin(monkeypatch, "Plank 30 s")
        assert main(["import", "-", "--name", name]) == 2
        assert "--replace" in capsys.readouterr().err
    assert "Bridge" in (home / "data/routines/mine.toml").read_text(encoding="utf-8")
    stdin(monkeypatch, "Plank 30 s")
    assert main(["import", "-", "--name", "mine", "--replace"]) == 0
    assert "Plank" in (home / "data/routines/mine.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "\n\n", "Dear Ms Hill,\n", "\x00", "\ufeff", "- Bird dog"])
def test_without_an_exercise_nothing_is_written(
    text: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    stdin(monkeypatch, text)
    assert main(["import", "-"]) == 2
    assert not (home / "data/routines").exists() and "Traceback" not in capsys.readouterr().err


def test_a_look_writes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "Bridge x 10")
    assert main(["import", "-", "--dry-run"]) == 0
    assert not (home / "data/routines").exists()


def test_on_a_terminal_it_asks(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("- Bridge x 10\n- Bird dog\n- Hydration\n", encoding="utf-8")
    said = iter(["8 each side", "n"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(said))
    assert main(["import", str(sheet)]) == 0
    file = (home / "data/routines/sheet.toml").read_text(encoding="utf-8")
    assert "reps = 8" in file and "ASK" not in file


def test_a_line_that_is_a_whole_file_is_not_printed_back(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("Calf stretch 3 x 30 sec\n" + "a" * 100_000 + "\n")
    main(["import", str(sheet), "--dry-run"])
    shown = capsys.readouterr()
    assert len(shown.out) < 2_000 and "Calf stretch" in shown.out and "..." in shown.out
