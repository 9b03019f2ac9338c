"""The plain front end: what changes becomes a line, what is typed becomes a command."""

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from parts import session

from stretchcoach import library, plain
from stretchcoach.cli import main
from stretchcoach.cli.sessions import typed as typed_line
from stretchcoach.core import script
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
from stretchcoach.core.routine import Stretch
from stretchcoach.diary import DiaryError
from stretchcoach.machine import screen_reader
from stretchcoach.plain import home
from stretchcoach.plain.home import Home
from stretchcoach.plain.narrate import fresh, narrate, phase_line
from stretchcoach.plain.session import PlainSession
from stretchcoach.plain.stdio import LONGEST, NARROWEST, StandardInput, StandardOutput
from stretchcoach.plain.typed import explained, is_command, sayable, typed_meaning
from stretchcoach.program.jobs import CrampJob, RoutineJob, job_for
from stretchcoach.program.paperwork import Paperwork
from stretchcoach.program.program import Program
from stretchcoach.program.runner import Runner
from stretchcoach.settings import Settings
from stretchcoach.words.cramp import HEARD
from stretchcoach.words.first_lines import SAFETY
from stretchcoach.words.plain_lines import PROMPT, TO_TYPE
from stretchcoach.words.routine import READY, SLEPT
from stretchcoach.words.wording import number

NUMBERS = {number(value) for value in range(1, 100)}


def test_the_hold_in_each_repetition_is_told_once() -> None:
    before = Scene("", kind=Kind.REPS, reps=10, rep_hold=5, captions=("Four.",))
    assert list(narrate(before, replace(before, captions=("Four.", "Hold.", "Five.", "Hold.")))) == ["Coach: Five."]


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
            Scene("", kind=Kind.REPS, side=Side.LEFT, reps=10, seconds=70, rep_hold=5),
            "Repetitions, left leg, 10 times, holding 5 seconds each time.",
        ),
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
        (Scene("", kind=Kind.MOVE, name="Arm swings", seconds=20), "Move: Arm swings, 20 seconds."),
        (
            Scene("", kind=Kind.MOVE, name="Here with you", relief=True, side=Side.LEFT, seconds=6),
            "Here with you, left leg, 6 seconds.",
        ),
    ],
)
def test_a_phase_in_words(scene: Scene, line: str) -> None:
    assert phase_line(scene) == line


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


@pytest.mark.parametrize("spoken_at_once", [True, False])
def test_whom_to_call_comes_before_what_to_do_until_then(spoken_at_once: bool) -> None:
    line = "Stop stretching. Call 112 now."
    outcome = Outcome(Level.EMERGENCY, line=line, advice=("Because you said: chest pain.", "Sit up and rest."))
    said = (line,) if spoken_at_once else ()
    told = "\n".join(narrate(Scene(""), Scene("", outcome=outcome, captions=said)))
    assert told.index("Emergency now") < told.index("Call 112") < told.index("Because") < told.index("Sit up")


@pytest.mark.parametrize(
    ("phrase", "command"),
    [(phrase, command) for command, entry in TABLE.items() for phrase in entry.phrases],
)
def test_every_phrase_can_be_typed(phrase: str, command: Command) -> None:
    assert typed_meaning(f"  {phrase.upper()}! ", EVERYTHING) is command


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
    assert typed_meaning(typed, EVERYTHING) is command


def test_later_puts_the_questions_off_and_is_no_slip_where_there_are_none() -> None:
    assert typed_meaning("Later", EVERYTHING) is Command.LATER
    assert typed_meaning("later", Scene("", allowed=frozenset({Command.FASTER}))) is None
    assert is_command("later")


def test_a_command_that_means_nothing_now_is_none() -> None:
    assert typed_meaning("gone", Scene("", allowed=frozenset({Command.PAUSE}))) is None
    assert typed_meaning("banana", EVERYTHING) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", "yes"), ("Y", "yes"), ("no.", "no"), ("n", "no"), ("u", "not sure"), ("NOT SURE", "not sure")],
)
def test_while_a_question_is_open_its_answers_come_first(typed: str, value: str) -> None:
    scene = replace(EVERYTHING, question=YES_NO)
    assert typed_meaning(typed, scene) == Answer(value)
    assert typed_meaning("stop", scene) is Command.STOP


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
        ("1 and 2?", Ticks(("a",), ("b",))), ("one and three", Ticks(("a", "c"))), ("the 2nd one", Ticks(("b",))),
        ("First, third?", Ticks(("a",), ("c",))), ("not 2", None), ("2 maybe", None), ("-1", None),
        ("13", None), ("4", None), ("1 x", None), ("0", Answer("none")), ("none", Answer("none")),
        ("yes", Answer("yes")), ("u", Answer("not_sure")), ("stop", Command.STOP), ("", None), ("?", Command.HOW),
        (">", Command.NEXT), ("<", Command.BACK), ("h", None), ("p", None), ("b", None),
    ],
)  # fmt: skip
def test_a_list_is_answered_with_its_numbers(typed: str, meant: object) -> None:
    assert typed_meaning(typed, replace(EVERYTHING, relief=True, question=SIGNS)) == meant


SHELF = library.shelf([library.shipped_folder()])


@example("000000001" + "0" * 6000)
@given(st.text() | st.from_regex(r"[-+]?\d{1,5}([.,:/ ]\d+)?") | st.integers(4300, 9000).map(lambda n: "9" * n))
def test_no_line_is_too_odd_to_be_read(line: str) -> None:
    typed_meaning(line, replace(EVERYTHING, relief=True, question=SIGNS))
    typed_meaning(line, replace(EVERYTHING, question=replace(SIGNS, kind=Asked.CHOICE)))
    home.chosen(line.strip(), SHELF, Settings().coach)
    for read in (Paperwork.days, Paperwork.hour):
        with contextlib.suppress(DiaryError):
            read(cast(Paperwork, None), line)


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
    assert len(list(explained(scene))) == 4


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
        self.now = replace(self.now, **changes)
        if self.on_change:
            self.on_change()

    def scene(self) -> Scene:
        return self.now

    @property
    def told(self) -> bool:
        return self.over

    def close(self) -> None:
        pass


async def play(stage: Stage, typed: str) -> bool:
    """A session with these lines for its input, which then ends; whether there is more to read."""
    reader, writer = os.pipe()
    os.write(writer, typed.encode())
    os.close(writer)
    lines = StandardInput(reader)
    lines.start()
    try:
        return await asyncio.wait_for(PlainSession(stage, lines, StandardOutput()).play(), 10)
    finally:
        os.close(reader)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@example("Sitting on the bed, left leg stretched out on it, toes up, leaning forward gently.", 60)
@example("Sitting on the bed, left leg stretched out on it, toes up, leaning forward gently.", 0)
@given(st.lists(st.text("abc-,.", min_size=1, max_size=30), min_size=1, max_size=40).map(" ".join), st.integers(0, 90))
def test_a_terminal_gets_whole_words_and_a_pipe_whole_lines(text: str, width: int) -> None:
    import pty
    import termios
    import tty

    front, back = pty.openpty()
    tty.setraw(back)
    termios.tcsetwinsize(back, (24, width))
    reader, writer = os.pipe()
    for end, start in ((back, front), (writer, reader)):
        with os.fdopen(end, "w") as out, pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            StandardOutput().line(text)
            lines = os.read(start, 4096).decode().splitlines()
        assert " ".join(lines).split() == text.split()
        if end == writer or width < NARROWEST:
            assert len(lines) == 1
        else:
            assert all(len(line) <= width or " " not in line for line in lines)
            assert all(len(f"{line} {behind.split()[0]}") > width for line, behind in pairwise(lines))
    os.close(front)
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
    assert shown[2].startswith("I don't know 'banana'. You can type: ")


async def test_a_word_that_means_nothing_now_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage(Scene("", allowed=frozenset({Command.STOP})))
    await play(stage, "gone\nyes\nstop")
    assert stage.sent == [Command.STOP]
    assert capsys.readouterr().out.count("That doesn't do anything just now. You can type: stop, quit.") == 2


@pytest.mark.parametrize("typed", ["say again", "back"])
async def test_what_was_printed_already_is_printed_once_more_where_it_is_asked_for(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asking = replace(EVERYTHING, relief=True, talk=True, captions=("Any chest pain?",), question=YES_NO)
    await play(Stage(asking), f"{typed}\nstop\n")
    assert capsys.readouterr().out.count("Any chest pain?\n") == 2
    await play(Stage(replace(EVERYTHING, captions=("Lean in.",))), f"{typed}\nstop\n")
    assert capsys.readouterr().out.count("Coach: Lean in.") == 2
    await play(Stage(asking), "pause\nstop\n")
    assert capsys.readouterr().out.count("Any chest pain?\n") == 1


async def test_quit_leaves_at_once_and_sends_nothing() -> None:
    stage = Stage(EVERYTHING)
    assert await play(stage, "quit\nstop\n") is True
    assert stage.sent == []


class Stopping(Stage):
    """A routine that ends at *stop* and goes on at *resume*."""

    def send(self, event: Event) -> None:
        self.sent.append(event)
        stopped = event is Command.STOP
        self.over = stopped
        allowed = frozenset({Command.RESUME}) if stopped else EVERYTHING.allowed
        self.show(stopped=stopped, done=stopped, kind=Kind.DONE if stopped else Kind.HOLD, allowed=allowed)


@pytest.mark.parametrize("typed", ["g", "go on", "Carry on please", "p"])
async def test_a_routine_that_was_stopped_can_be_carried_on(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stopping(replace(EVERYTHING, steps=11, step=2))
    assert await play(stage, f"stop\n{typed}\npause\nstop\n\n") is True
    assert stage.sent == [Command.STOP, Command.RESUME, Command.PAUSE, Command.STOP]
    shown = capsys.readouterr().out
    assert shown.count("step 2 of 11.\nType g and Enter to carry on from there") == 2


async def test_after_a_stop_the_end_of_input_is_the_end() -> None:
    stage = Stopping(EVERYTHING)
    assert await play(stage, "stop\n") is False
    assert stage.sent == [Command.STOP]


async def test_what_is_typed_after_a_stop_and_is_for_the_list_is_not_lost() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"stop\nagain\n5\n")
    os.close(writer)
    lines = StandardInput(reader)
    lines.start()
    assert await PlainSession(Stopping(EVERYTHING), lines, StandardOutput()).play() is True
    assert [await lines.line() for _ in range(3)] == ["again", "5", None]
    os.close(reader)


@pytest.mark.parametrize("question", [YES_NO, SIGNS], ids=["one", "list"])
def test_help_at_a_question_tells_of_the_question(question: Question) -> None:
    told = list(explained(replace(EVERYTHING, question=question)))
    assert told[0].startswith("Type ") and not [line for line in told if "following stretch" in line]
    assert any(line.startswith("skip") and "question" in line for line in told)
    assert any(line.startswith("why") for line in told) and any(line.startswith("back") for line in told)
    assert {typed_meaning(word, replace(EVERYTHING, question=question)) for word in ("skip", "why", "back")} == {
        Command.NEXT, Command.HOW, Command.BACK,
    }  # fmt: skip


async def test_help_is_printed_and_not_said_as_well() -> None:
    stage = Stage(Scene("", allowed=frozenset({Command.STOP, Command.HELP})))
    await play(stage, "help\nstop\n")
    assert stage.sent == [Command.STOP]


async def test_without_a_voice_the_session_is_over_once_all_of_it_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    program = Program(speech=False, beeps=False)
    lines = StandardInput()
    for line in ("x", "stop"):
        lines._lines.put_nowait(line)
    await asyncio.wait_for(PlainSession(program.start(CrampJob()), lines, StandardOutput()).play(), 10)
    program.close(0)
    printed = capsys.readouterr().out
    assert printed.endswith("The session is over.\n") and "Get help today." in printed


async def test_after_the_last_advice_an_end_of_input_is_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage(Scene("", relief=True, kind=Kind.OPEN, outcome=Outcome(Level.SAME_DAY, line="Be seen today.")))
    assert await play(stage, "") is False
    assert capsys.readouterr().out.splitlines()[-1] == "There is no more input, so this session ends here."


def at_home(
    told: list[str], *typed: str, command: home.Typed = home.ignore_line, entries: tuple[str, ...] = ()
) -> Home:
    """The list with these lines for its input, which then ends."""
    coming = iter([*typed, None])
    lines = cast(StandardInput, SimpleNamespace(line=lambda: asyncio.sleep(0, next(coming))))
    out = cast(StandardOutput, SimpleNamespace(closed=False, line=told.append))
    program = Program(speech=False, beeps=False)
    place = SimpleNamespace(
        shelf=program.shelf,
        reread=program.reread,
        settings=program.settings,
        diary_lines=lambda: entries,
        last_routines=program.last_routines,
    )
    return Home(cast(Program, place), lines, out, command)


async def test_a_line_without_end_takes_no_memory_and_the_next_one_is_read() -> None:
    reader, writer = os.pipe()
    lines = StandardInput(reader)
    lines.start()

    def write() -> None:
        for _ in range(300):
            os.write(writer, b"stop " * 800)
        os.write(writer, b"\nquit\n")
        os.close(writer)

    await asyncio.to_thread(write)
    long, then = await lines.line(), await lines.line()
    assert long is not None and len(long) <= LONGEST and long.startswith("stop stop")
    assert (then, await lines.line()) == ("quit", None)
    os.close(reader)


async def test_the_list_offers_the_diary_and_its_lines() -> None:
    told: list[str] = []
    entry = "Tuesday 24 November 2026, 03:12, cramp: left calf."
    first = next(iter(Program(speech=False, beeps=False).shelf().routines.values()))
    assert await at_home(told, "4", "5", entries=(entry,)).choose() == job_for(first, Settings().coach)
    assert "4. diary: the latest entries." in told and told[-1] == entry
    assert any(each.startswith("more: the doctor's page") for each in told)
    await at_home(told, "diary").choose()
    assert told[-1] == "The diary is empty."


async def test_the_menu_is_short_and_told_once_and_the_rest_when_it_is_asked_for() -> None:
    told: list[str] = []
    it = at_home(told, "2", "", "menu", "ask", "more", "routines", "quit")
    assert await it.choose() == CrampJob(rehearse=True)
    menu = len(told)
    assert menu <= 8, "short enough to be heard to its end"
    await it.choose()
    assert told[menu : menu + 2] == [PROMPT, PROMPT], "after an end, and for an empty line"
    assert told[menu + 2 :] == told[:menu]
    await it.choose()
    rest = told[2 * menu + 2 :]
    assert rest[0] == PROMPT and any(each.startswith("papers: ") for each in rest)
    titles = [each.title for each in Program(speech=False, beeps=False).shelf().routines.values()]
    assert all(any(title in each for each in rest) for title in titles)


async def test_an_unknown_line_is_told_so_with_the_nearest_word() -> None:
    told: list[str] = []
    await at_home(told, "reporrt", "warmup_rum", "xyzzy").choose()
    assert told[-3:] == [
        "I don't know 'reporrt'. Did you mean report? Type menu for everything.",
        "I don't know 'warmup_rum'. Did you mean warmup_run? Type menu for everything.",
        "I don't know 'xyzzy'. Type menu for everything.",
    ]


async def test_a_routine_that_was_begun_a_moment_ago_is_in_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    told: list[str] = []
    await at_home(told, "list", "new physio", "list", "physio", command=typed_line).choose()
    before, after = told[: len(told) // 2], told[len(told) // 2 :]
    assert "run physio" in capsys.readouterr().err
    assert [sum("physio: Physio" in line for line in lines) for lines in (before, after)] == [0, 1]


async def test_other_lines_are_commands_with_their_capitals() -> None:
    told: list[str] = []
    asked: list[str] = []

    def command(line: str) -> CrampJob | bool:
        asked.append(line)
        return CrampJob() if line.startswith("run") else True

    assert await at_home(told, "validate My.toml", "run warmup_run --minutes 9", command=command).choose() == CrampJob()
    assert asked == ["validate My.toml", "run warmup_run --minutes 9"] and "know" not in told[-1]


def test_a_line_of_plain_mode_can_be_a_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    job = typed_line("run warmup_run --pace 1.5")
    assert isinstance(job, RoutineJob) and job.routine.id == "warmup_run" and job.pace == 1.5
    assert typed_line("show warmup_run") is True and "Warm-up before running" in capsys.readouterr().out
    assert typed_line("settings path") is True and "config.toml" in capsys.readouterr().out
    assert typed_line("stats") is True and typed_line("show xyzzy") is True
    assert typed_line("diary delete --all") is True, "nothing may wait for an answer"
    assert not typed_line("hear") and not typed_line("banana") and not typed_line("'")


def test_a_notice_is_told_once() -> None:
    scenes = [Scene("", notice=text) for text in ("", "No sound.", "No sound. No mic.", "No mic.", "No mic. Dark.", "")]
    told = [line for old, new in pairwise(scenes) for line in narrate(old, new)]
    assert told == ["Notice: No sound.", "Notice: No mic.", "Notice: Dark."]


def test_of_repetitions_each_fifth_is_printed() -> None:
    run = session(Stretch("Heel raises", "Lift your heels.", reps=15))
    seen, told = Scene(""), list[str]()
    while not run.coach.done:
        run.run(run.now + 0.5)
        told += narrate(seen, run.scene())
        seen = run.scene()
    counted = [line for line in told if line.removeprefix("Coach: ").rstrip(".").lower() in NUMBERS]
    assert len([line for line in told if line.startswith("Repetitions")]) == 1
    assert 0 < len(counted) <= 3, counted


def test_no_line_asks_for_a_key_where_lines_are_typed() -> None:
    spoken = {*script.lines_ahead(), *script.lines_ahead(rehearse=True), *HEARD, SLEPT, READY}
    for line in spoken:
        assert "Press" not in TO_TYPE.get(line, line).replace("Press Enter", "").replace("Press your foot", ""), line


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
    program = Program(speech=False, beeps=False)
    assert home.chosen(typed, program.shelf(), program.settings.coach) == CrampJob(side)


@pytest.mark.parametrize("typed", ["tomorrow", "t", "Ask me tomorrow", "in the morning"])
def test_the_rest_can_be_left_for_the_morning(typed: str) -> None:
    assert (
        typed_meaning(typed, Scene("", relief=True, allowed=frozenset({Command.LATER, Command.STOP}))) is Command.LATER
    )


def test_when_the_reader_of_a_pipe_goes_the_session_ends(tmp_path: Path) -> None:
    """``stretchcoach run ... | head -1``, with a terminal's worth of input still to come."""
    command = [sys.executable, "-m", "stretchcoach", "run", "warmup_run", "--plain", "--no-voice"]
    with subprocess.Popen(
        command,
        env={**os.environ, "STRETCHCOACH_HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline().startswith(b"Coach: Warm-up before running.")
        process.stdout.close()
        gone = time.monotonic()
        assert process.wait(20) == 0
        assert time.monotonic() - gone < 8, "two looks, and what a busy machine takes to leave"
        assert process.stderr.read() == b""


def test_whoever_asked_is_told_that_a_screen_reader_has_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[bool, list[str]]] = []

    def run(program: Program, *_: object) -> int:
        told.append((program._sound().speech, program.notices[-1:]))
        return 0

    monkeypatch.setattr(screen_reader, "in_use", lambda: "Orca")
    monkeypatch.setattr(plain, "run_plain", run)
    assert not any(main(args) for args in (["--plain"], ["--plain", "--voice"], ["--plain", "--beeps"]))
    line = "Orca is running, so the coach does not speak. Start with --voice to hear it."
    assert told[0] == (False, [line])
    assert told[1][0] and told[1][1] != [line] and not told[2][0] and told[2][1] != [line]
