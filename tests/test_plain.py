"""The plain front end: what changes becomes a line, what is typed becomes a command."""

import asyncio
import os
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import (
    Answer,
    Asked,
    Choice,
    Command,
    Event,
    Kind,
    Level,
    Outcome,
    Question,
    Row,
    Scene,
    Side,
    Stray,
    Ticks,
)
from stretchcoach.core.opening import SAFETY
from stretchcoach.desk import Desk
from stretchcoach.jobs import CrampJob, chosen
from stretchcoach.plain import home
from stretchcoach.plain.home import choose
from stretchcoach.plain.lines import Input, Output
from stretchcoach.plain.narrate import fresh, narrate, phase
from stretchcoach.plain.session import PlainSession
from stretchcoach.plain.words import explained, sayable, understand
from stretchcoach.runner import Runner
from stretchcoach.settings import Settings

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
        (Scene("", kind=Kind.OPEN, side=Side.LEFT), "Hold until it eases, left leg."),
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
    assert list(narrate(new, replace(new, done=True, clock=744, steps=11))) == ["Done in 12:24, 11 stretches."]
    stopped = replace(new, done=True, stopped=True, clock=42, step=2, steps=11)
    assert list(narrate(replace(new, step=2), stopped)) == ["Stopped after 0:42, step 2 of 11."]
    assert list(narrate(new, replace(new, done=True, relief=True))) == ["The session is over."]


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
        "Get help today. Please be seen today.",
        "Advice: Keep the leg still.",
    ]


@pytest.mark.parametrize(
    ("phrase", "command"),
    [(phrase, command) for command, entry in TABLE.items() for phrase in entry.phrases],
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


SIGNS = Question(
    "signs",
    "Which of these do you have?",
    (Choice("none", "None of these", "0"), Choice("yes", "Yes", "y"), Choice("not_sure", "Not sure", "u")),
    kind=Asked.LIST,
    rows=(Row("a", "A swollen leg"), Row("b", "A hot leg"), Row("c", "A dark foot")),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 3", Ticks(("a", "c"))), ("1,3", Ticks(("a", "c"))), ("2", Ticks(("b",))),
        ("1 and 2?", Ticks(("a",), ("b",))),
        ("13", None), ("4", None), ("1 x", None), ("0", Answer("none")), ("none", Answer("none")),
        ("yes", Answer("yes")), ("u", Answer("not_sure")), ("stop", Command.STOP), ("", None), ("?", Command.HOW),
        (">", Command.NEXT), ("<", Command.BACK), ("h", None), ("p", None), ("b", None),
    ],
)  # fmt: skip
def test_a_list_is_answered_with_its_numbers(typed: str, meant: object) -> None:
    assert understand(typed, replace(EVERYTHING, relief=True, question=SIGNS)) == meant


def test_a_list_is_printed_with_its_numbers() -> None:
    lines = list(narrate(Scene(""), Scene("", kind=Kind.ASK, question=SIGNS)))
    assert lines[:4] == ["Question: Which of these do you have?", "1. A swollen leg", "2. A hot leg", "3. A dark foot"]
    assert "0: none of these" in lines[4]


async def test_a_letter_that_means_nothing_in_a_cramp_is_handed_on() -> None:
    stage = Stage(Scene("", relief=True, allowed=frozenset({Command.STOP})))
    await play(stage, "ч\n\nbanana\nstop\n")
    assert stage.sent == [Stray(letter=True), Stray(), Command.STOP]


def test_lines_that_name_a_key_are_true_where_a_line_is_typed() -> None:
    (line,) = narrate(Scene(""), Scene("", captions=(SAFETY,)))
    assert line == "Coach: Chest pain, breathless or injured? Type x and Enter."


def test_an_open_safety_question_never_reads_as_an_all_clear() -> None:
    outcome = Outcome(Level.SELF_CARE, line="I can't tell more.", unfinished=True)
    line = next(narrate(Scene(""), Scene("", outcome=outcome)))
    assert line.startswith("Not finished: some safety questions are open.")


def test_what_can_be_typed_is_told() -> None:
    scene = Scene("", allowed=frozenset({Command.STOP, Command.GONE}), question=YES_NO)
    assert sayable(scene) == "You can type: yes, no, not sure, gone, stop, quit."
    assert len(list(explained(scene))) == 3


# --- a session in lines, over a runner that plays prepared scenes ------------------------------------------


class Stage(Runner):
    """Shows a scene and notes what it is sent."""

    def __init__(self, scene: Scene) -> None:
        self.now = scene
        self.sent: list[Event] = []
        self.on_change = None
        self.over = False

    def start(self) -> None:
        self.show()

    def send(self, event: Event) -> None:
        self.sent.append(event)
        self.over = event is Command.STOP
        self.show()

    def show(self, **changes: object) -> None:
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        if self.on_change:
            self.on_change()

    def scene(self) -> Scene:
        return self.now

    @property
    def done(self) -> bool:
        return self.over

    def close(self) -> None:
        pass


async def play(stage: Stage, typed: str) -> bool:
    """A session with these lines for its input, which then ends; whether there is more to read."""
    reader, writer = os.pipe()
    os.write(writer, typed.encode())
    os.close(writer)
    lines = Input(reader)
    lines.start()
    try:
        return await asyncio.wait_for(PlainSession(stage, lines, Output(), True).play(), 10)
    finally:
        os.close(reader)


async def test_lines_are_sent_in_order_and_unknown_ones_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage(replace(EVERYTHING, relief=True, captions=("Leg straight.",)))
    assert await play(stage, "same\nbanana\n\nw\r\nstop\nworse\n") is True
    assert stage.sent == [Command.SAME, Command.NEXT, Command.WORSE, Command.STOP]
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == [
        "Coach: Leg straight.",
        "Type gone, same, worse, stop or help, and Enter. Typing nothing is fine too.",
    ]
    assert shown[2].startswith("'banana' is not a word I know. You can type: ")


async def test_a_word_that_means_nothing_now_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage(Scene("", allowed=frozenset({Command.STOP})))
    await play(stage, "gone\nyes\nstop")
    assert stage.sent == [Command.STOP]
    assert capsys.readouterr().out.count("That means nothing just now. You can type: stop, quit.") == 2


async def test_quit_leaves_at_once_and_sends_nothing() -> None:
    stage = Stage(EVERYTHING)
    assert await play(stage, "quit\nstop\n") is True
    assert stage.sent == []


async def test_help_explains_every_command_that_means_something() -> None:
    stage = Stage(Scene("", allowed=frozenset({Command.STOP, Command.HELP})))
    await play(stage, "help\nstop\n")
    assert stage.sent == [Command.HELP, Command.STOP]


async def test_after_the_last_advice_an_end_of_input_is_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage(Scene("", relief=True, kind=Kind.OPEN, outcome=Outcome(Level.SAME_DAY, line="Be seen today.")))
    assert await play(stage, "") is False
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing more can be typed, so the lines end here."


async def test_the_list_offers_the_diary_and_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["4", "diary", "5", None])
    told: list[str] = []
    lines = cast(Input, SimpleNamespace(line=lambda: asyncio.sleep(0, next(typed))))
    out = cast(Output, SimpleNamespace(closed=False, line=told.append))
    shelf = Desk(speech=False, beeps=False).shelf()
    first = next(iter(shelf.routines.values()))
    entries = iter([["Tuesday 24 November 2026, 03:12, cramp: left calf."], []])
    usual = Settings().coach
    job = await choose(shelf, lines, out, lambda: next(entries), usual)
    assert job == chosen(first, usual) and "4. diary: the latest entries." in told
    assert any(each.startswith("papers: ") for each in told)
    assert told[-2:] == ["Tuesday 24 November 2026, 03:12, cramp: left calf.", "The diary is empty."]


@pytest.mark.parametrize(
    ("typed", "side"),
    [
        ("1", Side.NONE),
        ("CRAMP", Side.NONE),
        ("cramps please", Side.NONE),
        ("c l", Side.LEFT),
        ("cramp rigth", Side.RIGHT),
    ],
)
def test_whatever_begins_with_cramp_is_the_cramp_in_the_list_as_well(typed: str, side: Side) -> None:
    desk = Desk(speech=False, beeps=False)
    assert home.chosen(typed, desk.shelf(), desk.settings.coach) == CrampJob(side)


@pytest.mark.parametrize("typed", ["tomorrow", "t", "Ask me tomorrow", "in the morning"])
def test_the_rest_can_be_left_for_the_morning(typed: str) -> None:
    assert understand(typed, Scene("", relief=True, allowed=frozenset({Command.LATER, Command.STOP}))) is Command.LATER
