"""The plain front end: what changes becomes a line, what is typed becomes a command."""

from dataclasses import replace

import pytest

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Answer, Choice, Command, Kind, Level, Outcome, Question, Scene, Side
from stretchcoach.plain.narrate import fresh, narrate, phase
from stretchcoach.plain.words import explained, sayable, understand

EVERYTHING = Scene("Warm-up", allowed=frozenset(Command))
YES_NO = Question(
    "rf_chest",
    "Any chest pain?",
    (Choice("yes", "Yes", "y"), Choice("no", "No", "n"), Choice("not sure", "Not sure", "u")),
)


@pytest.mark.parametrize(
    ("scene", "line"),
    [
        (Scene("", kind=Kind.HOLD, side=Side.LEFT, seconds=30), "Hold, left leg, 30 seconds."),
        (Scene("", kind=Kind.HOLD, seconds=1), "Hold, 1 second."),
        (
            Scene("", kind=Kind.REPS, side=Side.RIGHT, reps=10, seconds=20, set=2, sets=3),
            "Repetitions, right leg, 10 times, set 2 of 3.",
        ),
        (
            Scene("", kind=Kind.PREPARE, name="Wall calf stretch", side=Side.BOTH, seconds=5, step=1, steps=4),
            "Get ready: Wall calf stretch, both legs, 5 seconds, stretch 1 of 4.",
        ),
        (Scene("", kind=Kind.SWITCH, side=Side.RIGHT, seconds=5), "Change sides, right leg, 5 seconds."),
        (Scene("", kind=Kind.OPEN, side=Side.LEFT), "Hold until it lets go, left leg."),
        (Scene("", kind=Kind.PREPARE, relief=True, step=2, steps=3), "Get ready, round 2 of 3."),
    ],
)
def test_a_phase_in_words(scene: Scene, line: str) -> None:
    assert phase(scene) == line


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        ((), ("a",), ("a",)),
        (("a",), ("a",), ()),
        (("a",), ("a", "a"), ("a",)),
        (("a", "b", "c"), ("b", "c", "d"), ("d",)),
        (("a", "b", "c"), ("d", "e", "f"), ("d", "e", "f")),
        (("a", "b", "b"), ("b", "b", "b"), ("b",)),
    ],
)
def test_every_caption_is_printed_once(old: tuple[str, ...], new: tuple[str, ...], added: tuple[str, ...]) -> None:
    assert fresh(old, new) == added


def test_nothing_new_is_no_line() -> None:
    scene = Scene("", kind=Kind.HOLD, seconds=30, left=30, captions=("Hold.",))
    assert list(narrate(scene, replace(scene, left=12, clock=18))) == []


def test_events_become_lines_in_order() -> None:
    old = Scene("", kind=Kind.PREPARE, name="Wall", captions=("Ready.",))
    new = replace(old, kind=Kind.HOLD, seconds=30, captions=("Ready.", "Hold it."), notice="No sound.")
    assert list(narrate(old, new)) == ["Notice: No sound.", "Hold, 30 seconds.", "Coach: Hold it."]
    assert next(narrate(new, replace(new, paused=True))).startswith("Paused.")
    assert list(narrate(new, replace(new, done=True))) == ["The session is over."]


def test_a_question_tells_how_to_answer() -> None:
    scene = Scene("", kind=Kind.ASK, question=YES_NO)
    assert list(narrate(Scene(""), scene)) == [
        "Question: Any chest pain?",
        "Answer yes (y), no (n) or not sure (u).",
    ]
    spoken = replace(scene, captions=("Any chest pain?",))
    assert list(narrate(Scene(""), spoken)) == [
        "Coach: Any chest pain?",
        "Answer yes (y), no (n) or not sure (u).",
    ]


def test_the_outcome_begins_with_its_level() -> None:
    outcome = Outcome(Level.SAME_DAY, line="Please be seen today.", advice=("Keep the leg still.",))
    assert list(narrate(Scene(""), Scene("", outcome=outcome))) == [
        "SAME_DAY. Please be seen today.",
        "Advice: Keep the leg still.",
    ]


@pytest.mark.parametrize(
    ("phrase", "command"), [(phrase, command) for command, entry in TABLE.items() for phrase in entry.phrases]
)
def test_every_phrase_can_be_typed(phrase: str, command: Command) -> None:
    assert understand(f"  {phrase.upper()}! ", EVERYTHING) is command


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("", Command.NEXT),
        (" ", Command.PAUSE),
        ("p", Command.PAUSE),
        ("n", Command.NEXT),
        ("+", Command.LONGER),
        ("-", Command.SHORTER),
        (",", Command.SLOWER),
        (".", Command.FASTER),
        ("x", Command.STOP),
        ("?", Command.HELP),
    ],
)
def test_keys_can_be_typed(typed: str, command: Command) -> None:
    assert understand(typed, EVERYTHING) is command


def test_a_command_that_means_nothing_now_is_none() -> None:
    assert understand("gone", Scene("", allowed=frozenset({Command.PAUSE}))) is None
    assert understand("banana", EVERYTHING) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", "yes"), ("Y", "yes"), ("no.", "no"), ("n", "no"), ("u", "not sure"), ("NOT SURE", "not sure")],
)
def test_while_a_question_is_open_its_answers_come_first(typed: str, value: str) -> None:
    scene = replace(EVERYTHING, question=YES_NO)
    assert understand(typed, scene) == Answer(value)
    assert understand("stop", scene) is Command.STOP


def test_what_can_be_typed_is_told() -> None:
    scene = Scene("", allowed=frozenset({Command.STOP, Command.GONE}), question=YES_NO)
    assert sayable(scene) == "You can type: yes, no, not sure, gone, stop, quit."
    assert len(list(explained(scene))) == 3
