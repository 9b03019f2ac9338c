"""The session screen: what it shows of a Scene, and which keys reach the coach."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widget import Widget
from tui_fake import (
    ASKING,
    CRAMPING,
    ENDED,
    HOLD,
    HOME_CARE,
    MARCH,
    OPEN,
    PAUSED,
    RELIEF,
    REPS,
    RESULT,
    ROUTINES,
    TODAY,
    WAIT,
    WHERE,
    FakeProgram,
    FakeRunner,
    app,
    press,
    session,
)

from stretchcoach.core import script
from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import (
    Answer,
    Asked,
    Choice,
    Command,
    Event,
    Hush,
    Kind,
    Level,
    MicState,
    Notice,
    Outcome,
    Question,
    Row,
    Scene,
    Side,
    Stray,
    Ticks,
)
from stretchcoach.core.phase import Phase
from stretchcoach.core.positions import VARIANTS
from stretchcoach.program.jobs import CrampJob, RoutineJob
from stretchcoach.settings.values import COUNTRIES
from stretchcoach.tui import words
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.screens.session import WORD, SessionScreen
from stretchcoach.tui.widgets.base import Big, KeyButton, Line
from stretchcoach.tui.widgets.blocks import text_lines
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.session_body import Body
from stretchcoach.tui.widgets.stage import SidePane
from stretchcoach.words import screens
from stretchcoach.words.first_lines import SAFETY
from stretchcoach.words.screens import MICROPHONE, READY
from stretchcoach.words.wording import headline

UNFINISHED = replace(HOME_CARE, outcome=Outcome(Level.SELF_CARE, line="I can't tell more.", unfinished=True))


def text(it: StretchCoach, selector: str) -> str:
    widget = it.screen.query_one(selector)
    assert isinstance(widget, Line | Big)
    return widget.text


def seen(it: StretchCoach) -> str:
    """Everything that is on the screen, as text."""
    return "\n".join("".join(part.text for part in strip) for strip in it.screen._compositor.render_strips())


def runner(it: StretchCoach) -> FakeRunner:
    found = it.screen_stack[-1]
    assert isinstance(found, SessionScreen) and isinstance(found.runner, FakeRunner)
    return found.runner


async def sent_by(scene: Scene, *keys: str, apart: float = 2.0) -> list[Event]:
    it = session(scene)
    async with it.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys, apart=apart)
        return runner(it).sent


# --- what is shown -------------------------------------------------------------------------------------------


async def test_a_hold_shows_name_count_step_set_side_and_what_comes() -> None:
    it = session(HOLD)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert runner(it).started
        assert text(it, "#count") == "27"
        assert text(it, "#name") == "Wall calf stretch"
        assert text(it, "#steps") == "Step 3 of 10"
        assert text(it, "#counts") == "set 1 of 2"
        assert text(it, "#clock") == "7:01 left"
        assert text(it, "#next") == "Next: the right leg"
        assert text(it, "#caption").endswith(HOLD.caption)
        assert [pane.lit for pane in it.screen.query(SidePane)] == [True, False]
        left, right = it.screen.query(SidePane)
        assert left.region.right <= 40 <= right.region.x


@pytest.mark.parametrize(
    ("scene", "phase", "figure"),
    [
        (PAUSED, "PAUSED", "27"), (OPEN, "Hold until it lets go", "1:13"), (MARCH, "Keep moving", "1:38"),
        (WAIT, "Waiting for you", READY), (REPS, "Repetitions", "4"),
    ],
)  # fmt: skip
async def test_every_state_is_told_in_a_word(scene: Scene, phase: str, figure: str) -> None:
    it = session(scene)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text(it, "#phase") == phase
        assert text(it, "#count") == figure
        assert it.screen.has_class("paused") is scene.paused


async def test_both_sides_are_lit_and_no_side_leaves_the_room_to_the_count() -> None:
    it = session(REPS)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [pane.lit for pane in it.screen.query(SidePane)] == [True, True]
        assert text(it, "#counts") == "set 1 of 2 · repetition 4 of 10"
        narrow = it.screen.query_one("#count").size.width
        runner(it).changed(MARCH)
        await pilot.pause()
        assert it.screen.query_one("#count").size.width > narrow
        assert not any(pane.display for pane in it.screen.query(SidePane))


async def test_the_countdown_fills_a_large_screen() -> None:
    it = session(HOLD)
    async with it.run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        count = it.screen.query_one("#count", Big)
        assert len(count.lines()) >= 18
        assert len(it.screen.query_one("#large-name", Big).lines()) >= 3


async def test_a_cramp_shows_one_instruction_its_length_the_clock_and_the_round() -> None:
    it = session(RELIEF)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text(it, "#do") == RELIEF.instruction
        assert len(it.screen.query_one("#do", Big).lines()) > 4, "in large letters"
        assert text(it, "#relief-phase") == "Hold · 30 seconds"
        assert text(it, "#relief-count") == "25"
        assert text(it, "#steps") == "Round 1 of 3"
        assert text(it, "#clock") == "0:42"
        labels = [button.label for button in it.screen.query("#answers KeyButton").results(KeyButton)]
        assert labels == ["Gone", "Same", "Worse", "Stop"]


async def test_a_notice_is_shown_and_goes_and_brackets_are_only_text() -> None:
    it = session(replace(HOLD, notice="No [sound]: see [/] doctor", name="[b]Calf[/b] [left]", caption="[red]x"))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "No [sound]: see [/] doctor" in seen(it)
        assert "[b]Calf[/b] [left]" in seen(it)
        assert "[red]x" in seen(it)
        runner(it).changed(HOLD)
        await pilot.pause()
        assert not it.screen.query_one("#notice").display


async def test_nothing_is_painted_once_the_program_ends() -> None:
    """Its widgets close from the innermost on, and the session may only just have begun."""
    it = session(HOLD)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = it.screen
        assert isinstance(screen, SessionScreen)
        it._running = False
        await screen.query_one("#middle").remove()
        screen.repaint()


async def test_nothing_is_painted_again_while_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    it = session(HOLD)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted: list[object] = []
        for kind in (Line, Big, KeyButton, KeyBar):
            monkeypatch.setattr(kind, "refresh", lambda self, *_, **__: painted.append(self))
        assert isinstance(it.screen, SessionScreen)
        it.screen.repaint()
        assert painted == []
        runner(it).shown = replace(HOLD, left=25.9)
        it.screen.repaint()
        assert [getattr(widget, "id", "") for widget in painted] == ["count"]


# --- keys ----------------------------------------------------------------------------------------------------


async def test_each_key_of_the_table_sends_its_command() -> None:
    commands = [each for each in Command if each in HOLD.allowed]
    assert await sent_by(HOLD, *(TABLE[command].keys[0] for command in commands)) == commands


async def test_space_resumes_where_the_session_is_paused() -> None:
    assert await sent_by(PAUSED, "space") == [Command.RESUME]


async def test_enter_goes_on_from_a_wait() -> None:
    assert await sent_by(WAIT, "enter") in ([Command.NEXT], [Command.READY])


async def test_q_and_escape_stop_first_and_leave_when_stopping_means_nothing() -> None:
    assert await sent_by(HOLD, "q", "escape") == [Command.STOP, Command.STOP]
    it = session(replace(HOLD, allowed=frozenset()))
    async with it.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(it.screen, HomeScreen)


async def test_in_a_cramp_a_key_without_a_meaning_is_told_as_such_and_does_nothing_by_itself() -> None:
    stray = [Stray(), Stray(letter=True), Stray(letter=True), Stray()]
    assert await sent_by(RELIEF, "7", "z", "ч", "space") == stray
    assert await sent_by(RELIEF, "f5", "ctrl+t") == []
    assert await sent_by(RELIEF, "q") == [Stray(letter=True)], "q must not begin the questions"
    assert await sent_by(HOLD, "7", "z") == []


async def test_capitals_and_full_width_letters_are_the_same_keys() -> None:
    assert await sent_by(RELIEF, "X", "G", "W", "ｘ") == [Command.STOP, Command.GONE, Command.WORSE, Command.STOP]
    assert await sent_by(ASKING, "Y", "N") == [Answer("yes"), Answer("no")]


async def test_keys_that_come_together_are_no_decision_and_a_hammered_one_counts_once() -> None:
    assert await sent_by(RELIEF, "g", "x", "w", apart=0.03) == []
    assert await sent_by(RELIEF, *"gggggg", apart=0.2) == [Command.GONE]
    assert await sent_by(RELIEF, "w", "w", apart=1.2) == [Command.WORSE]
    assert await sent_by(RELIEF, "w", "w", apart=2.0) == [Command.WORSE] * 2
    assert await sent_by(ASKING, "n", "n", apart=0.9) == [Answer("no")] * 2
    assert await sent_by(ASKING, "n", "n", "n", apart=0.3) == [Answer("no")]


async def test_the_open_question_takes_its_keys_before_the_commands() -> None:
    assert await sent_by(ASKING, "n", "y", "u") == [Answer("no"), Answer("yes"), Answer("not sure")]
    assert await sent_by(ASKING, "p", "space", "z") == [Command.PAUSE]
    commands = [Command.NEXT, Command.HOW, Command.STOP, Command.STOP]
    assert await sent_by(ASKING, "right", "question_mark", "x", "escape") == commands
    assert await sent_by(ASKING, "h", "b", "p", "s", "enter") == [], "no letter that names a command elsewhere"


async def test_in_a_cramp_the_space_bar_only_wakes_from_a_pause() -> None:
    assert await sent_by(RELIEF, "space", "p") == [Stray(), Command.PAUSE]
    asleep = replace(RELIEF, paused=True, allowed=RELIEF.allowed - {Command.PAUSE} | {Command.RESUME})
    assert await sent_by(asleep, "space") == [Command.RESUME]


async def test_a_key_of_a_question_may_be_any_sign() -> None:
    odd = replace(ASKING, question=Question("k", "?", (Choice("a", "A", "+"), Choice("b", "B", "question_mark"))))
    assert await sent_by(odd, "+", "?") == [Answer("a"), Answer("b")]


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_a_key_that_leaves_at_once_is_silent_at_once_and_leaves_with_130(key: str) -> None:
    program = FakeProgram(HOLD)
    it = app(program, CrampJob())
    async with it.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert program.closed == [0]
    assert it.return_code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")
def test_a_terminal_that_goes_without_a_word_ends_the_app(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "STRETCHCOACH_HOME": str(tmp_path), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "stretchcoach", "--no-voice", "cramp"]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    ) as child:
        os.close(theirs)
        while "▀".encode() not in os.read(ours, 65536):
            pass
        os.close(ours)
        try:
            assert child.wait(20) == 128 + signal.SIGHUP
        finally:
            child.kill()


# --- mouse ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_the_answers_can_be_clicked(size: tuple[int, int]) -> None:
    it = session(RELIEF)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        for name in ("gone", "same", "worse", "stop"):
            await pilot.click(f"#answer-{name}")
        await pilot.pause()
        assert runner(it).sent == [Command.GONE, Command.SAME, Command.WORSE, Command.STOP]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_the_choices_of_a_question_can_be_clicked_and_are_used_again(size: tuple[int, int]) -> None:
    it = session(WHERE)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await click_choice(pilot, "In water")
        runner(it).changed(ASKING)
        await pilot.pause()
        await click_choice(pilot, "Not sure")
        assert runner(it).sent == [Answer("in water"), Answer("not sure")]
        labels = [b.label for b in it.screen.query("#choices KeyButton").results(KeyButton) if b.display]
        assert labels == ["Yes", "No", "Not sure"]


async def click_choice(pilot: Pilot[None], label: str) -> None:
    (button,) = [
        each for each in pilot.app.screen.query("#choices KeyButton").results(KeyButton) if each.label == label
    ]
    assert await pilot.click(button)
    await pilot.pause()


async def test_the_keys_in_the_footer_can_be_clicked_and_are_dim_when_they_mean_nothing() -> None:
    it = session(replace(HOLD, allowed=frozenset({Command.PAUSE, Command.STOP})))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = it.screen.query_one(KeyBar)
        live = {label for _, label, on in bar.items if on}
        assert live == {"Pause", "Stop", "Quit"}
        assert {"Next", "Longer"} <= {label for _, label, on in bar.items if not on}
        await pilot.click(KeyBar, offset=(2, 0))
        await pilot.pause()
        assert runner(it).sent == [Command.PAUSE]


# --- questions and outcomes ----------------------------------------------------------------------------------


async def test_a_question_is_drawn_in_the_same_screen_with_its_reason() -> None:
    it = session(RELIEF)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = it.screen
        runner(it).changed(ASKING)
        await pilot.pause()
        assert it.screen is before
        assert it.screen.query_one(Body).current == "ask"
        assert text(it, "#question") == "Is one leg or calf more swollen than the other?"
        assert text(it, "#why") == "Why: A swollen leg should be looked at before it is rubbed."
        assert not it.screen.query_one("#answers").display


@pytest.mark.parametrize(
    ("level", "line"),
    [
        (Level.EMERGENCY, "■ EMERGENCY NOW"), (Level.SAME_DAY, "▲ GET HELP TODAY"),
        (Level.ROUTINE, "● BOOK AN APPOINTMENT"), (Level.SELF_CARE, "○ LOOK AFTER IT AT HOME"),
    ],
)  # fmt: skip
async def test_the_level_comes_first_in_word_and_shape(level: Level, line: str) -> None:
    it = session(replace(TODAY, outcome=Outcome(level, line="The line.", advice=("One.", "Two."), sources=("S",))))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text(it, "#level") == line
        large = it.screen.query_one("#end", Big)
        assert f"{large.text.upper()}" in line and large.region.bottom <= it.screen.query_one("#verdict-line").region.y
        shown = seen(it)
        assert line not in shown, "it stands in large letters already"
        assert shown.index("The line.") < shown.index("• One.") < shown.index("Sources: S")


@pytest.mark.parametrize(
    ("scene", "size"),
    [
        (TODAY, (60, 20)), (TODAY, (80, 24)), (TODAY, (160, 50)), (TODAY, (60, 15)),
        (HOME_CARE, (60, 15)), (RESULT, (60, 20)), (UNFINISHED, (80, 24)),
    ],
)  # fmt: skip
async def test_the_level_is_told_once_however_small_the_window(scene: Scene, size: tuple[int, int]) -> None:
    assert scene.outcome is not None
    it = session(scene)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        large, line = it.screen.query_one("#end", Big), it.screen.query_one("#level", Line)
        shown = [large.display and large.region.height > 0, line.display and line.region.height > 0]
        more = headline(scene.outcome) != words.result_headline(scene.outcome)[1]
        assert sum(shown) == 1 or (more and all(shown)), shown
        urgent = scene.outcome.level >= Level.SAME_DAY
        assert all(each.has_class("urgent") == urgent for each in (large, line))


async def test_a_line_of_the_outcome_is_not_shown_twice() -> None:
    assert TODAY.outcome is not None
    it = session(replace(TODAY, caption=TODAY.outcome.line))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert seen(it).count("Stop stretching") == 1
        runner(it).changed(TODAY)
        await pilot.pause()
        assert TODAY.caption in seen(it)


async def test_after_care_goes_on_below_the_level() -> None:
    it = session(replace(HOME_CARE, done=False, kind=Kind.MOVE, instruction="Rub gently.", allowed=CRAMPING))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text(it, "#band") == "○ LOOK AFTER IT AT HOME"
        assert text(it, "#do") == "Rub gently."


async def test_help_today_stands_above_a_cramp_that_goes_on() -> None:
    it = session(replace(TODAY, done=False, kind=Kind.OPEN, up=12.0, allowed=CRAMPING))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text(it, "#band").startswith("▲ GET HELP TODAY\nStop stretching")
        await press(pilot, "g")
        assert runner(it).sent == [Command.GONE]


async def test_long_advice_can_be_scrolled() -> None:
    outcome = Outcome(Level.SAME_DAY, line="Line.", advice=tuple(f"Advice number {n}." for n in range(40)))
    it = session(replace(TODAY, outcome=outcome))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "number 39" not in seen(it)
        await pilot.press(*["pagedown"] * 8)
        await pilot.pause()
        assert "number 39" in seen(it)
        assert runner(it).sent == []


@pytest.mark.parametrize("key", ["enter", "q", "escape"])
async def test_a_finished_session_goes_home(key: str) -> None:
    it = session(ENDED)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        finished = runner(it)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(it.screen, HomeScreen)
        assert finished.closed and finished.performed == [], "the farewell is heard out"


async def test_leaving_in_the_middle_is_silent_at_once() -> None:
    program = FakeProgram(HOLD)
    it = app(program, CrampJob())
    async with it.run_test() as pilot:
        await pilot.pause()
        first = program.runner
        it.begin(CrampJob())
        await pilot.pause()
        assert first.performed == [Hush()] and first.closed
        assert not program.runner.closed and program.runner.started


# --- sizes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scenes", [(HOLD, PAUSED, WAIT, ENDED), (RELIEF, ASKING, WHERE, TODAY)])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_all_of_it_is_on_the_screen(scenes: tuple[Scene, ...], size: tuple[int, int]) -> None:
    it = session(scenes[0])
    async with it.run_test(size=size) as pilot:
        for scene in scenes:
            runner(it).changed(scene)
            await pilot.pause()
            await pilot.pause()
            outside = [each for each in parts(it) if not it.screen.region.contains_region(each.region)]
            assert not outside, scene.kind


def parts(it: StretchCoach) -> list[Widget]:
    """What is drawn, but for what scrolls."""
    kinds = Line | Big | KeyButton | KeyBar
    drawn = [each for each in it.screen.walk_children() if isinstance(each, kinds) and each.visible]
    boxes = [each for each in drawn if all(above.display for above in each.ancestors_with_self)]
    assert len(boxes) > 5
    return [each for each in boxes if each.id not in ("verdict-line", "advice", "sources")]


@pytest.mark.parametrize("size", [(40, 10), (30, 8), (50, 30), (120, 14)])
async def test_too_small_a_window_says_so_and_goes_on(size: tuple[int, int]) -> None:
    it = session(HOLD)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        shown = seen(it)
        assert "Window needs to be 60x20." in shown
        assert "Hands on the wall." in shown
        assert it.screen.query_one("#count", Big).lines()
        assert "LEFT" in shown
        await pilot.press("space")
        assert runner(it).sent == [Command.PAUSE]


@pytest.mark.parametrize("size", [(30, 10), (24, 8), (40, 10), (34, 12), (59, 19)])
@pytest.mark.parametrize("instruction", ["Hold: toes up, knee straight", " ".join([HOLD.instruction] * 3)])
async def test_an_instruction_in_a_small_window_is_whole_or_marked_as_cut(
    size: tuple[int, int], instruction: str
) -> None:
    it = session(replace(RELIEF, instruction=instruction, aside=SAFETY))
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        do, count = it.screen.query_one("#do", Big), it.screen.query_one("#relief-count", Big)
        rows = do.lines()
        assert 0 < len(rows) <= do.size.height
        assert " ".join(rows) == instruction or rows[-1].endswith("…") or text_lines(instruction, *do.size) == rows
        assert it.screen.region.contains_region(count.region) and count.container_size.height >= count.size.height
        assert count.lines() and len(count.lines()) <= count.container_size.height


async def test_resizing_is_safe_in_every_state() -> None:
    it = session(HOLD)
    async with it.run_test(size=(80, 24)) as pilot:
        for scene in (HOLD, RELIEF, ASKING, TODAY, replace(PAUSED, side=Side.NONE)):
            runner(it).changed(scene)
            for size in ((60, 20), (40, 10), (1, 1), (160, 50)):
                await pilot.resize_terminal(*size)
        await pilot.pause()
        assert it.size == (160, 50)
        assert text(it, "#count") == "27"


async def test_a_question_can_be_read_and_answered_in_a_tiny_window() -> None:
    it = session(ASKING)
    async with it.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "more swollen" in seen(it) and "sure" in seen(it)
        await click_choice(pilot, "Not sure")
        assert runner(it).sent == [Answer("not sure")]


@pytest.mark.parametrize("state", MicState)
@pytest.mark.parametrize("scene", [HOLD, RELIEF, ASKING], ids=["routine", "cramp", "question"])
async def test_the_state_of_the_microphone_is_always_there_in_words(scene: Scene, state: MicState) -> None:
    it = session(replace(scene, microphone=state))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert MICROPHONE[state] in seen(it)


async def test_m_turns_the_microphone_off_or_on_and_is_no_any_key() -> None:
    program = FakeProgram(RELIEF)
    it = app(program, CrampJob())
    async with it.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert program.muted == 1
        assert program.runner.sent == []


# --- the result of the follow-up talk ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (240, 60)])
@pytest.mark.parametrize("scene", [RESULT, TODAY], ids=["result", "today"])
async def test_advice_stands_in_the_middle_and_no_line_is_too_long_to_read(scene: Scene, size: tuple[int, int]) -> None:
    it = session(scene)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        column = it.screen.query_one("#advice-column").region
        assert 60 <= column.width <= 100
        assert abs((size[0] - column.right) - column.x) <= 1


async def test_the_result_shows_the_level_first_then_what_may_have_played_a_part_and_how_sure_that_is() -> None:
    it = session(RESULT)
    async with it.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        page = seen(it)
        places = [page.index(text) for text in (
            "LOOK AFTER IT AT HOME", "Hard exercise, a tired muscle (well supported)", "→ Please don't exercise today.",
            "Little calcium, potassium or magnesium (possible, not proven)", "Sources: NHS-LC, RAMP",
        )]  # fmt: skip
        assert places == sorted(places)
        assert "lasted" not in page, "the clock of a cramp has no place here"


async def test_one_key_starts_the_routine_that_fits() -> None:
    it = session(RESULT)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert it.program.jobs[-1] == it.routine_job(ROUTINES[1])  # type: ignore[attr-defined]
        assert len([screen for screen in it.screen_stack if isinstance(screen, SessionScreen)]) == 1


async def test_where_nothing_may_be_stretched_no_routine_is_offered() -> None:
    assert RESULT.outcome is not None
    it = session(replace(RESULT, outcome=replace(RESULT.outcome, stretch_allowed=False)))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert len(it.program.jobs) == 1  # type: ignore[attr-defined]
        assert "Start the suggested stretches" not in seen(it)


async def test_s_tells_what_the_sources_are_and_takes_it_back() -> None:
    it = session(RESULT)
    async with it.run_test(size=(80, 40)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "NHS-LC: NHS: Leg cramps, https://www.nhs.uk/conditions/leg-cramps/" in seen(it)
        await pilot.press("s")
        await pilot.pause()
        assert "https://www.nhs.uk" not in seen(it)


async def test_in_the_talk_the_keys_are_called_what_they_do_there() -> None:
    it = session(replace(ASKING, talk=True, allowed=CRAMPING | {Command.BACK}))
    async with it.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "Skip" in seen(it) and "Why?" in seen(it)
        await press(pilot, "question_mark")
        assert runner(it).sent[-1] is Command.HOW


# --- lists and size ------------------------------------------------------------------------------------------

SIGNS = replace(
    ASKING,
    talk=True,
    question=Question(
        "signs",
        "Which of these does the leg have?",
        (Choice("none", "None of these", "0"), Choice("yes", "Yes", "y"), Choice("not_sure", "Not sure", "u")),
        "They may mean more than a cramp.",
        Asked.LIST,
        (
            *(Row(f"r{n}", f"Sign number {n}, told in a few words") for n in range(1, 8)),
            Row("one", "One leg swollen", "swelling"),
            Row("both", "Both legs swollen", "swelling"),
        ),
        3,
        12,
    ),
)


async def test_a_list_is_ticked_with_numbers_and_answered_with_enter() -> None:
    assert await sent_by(SIGNS, "1", "3", "enter") == [Ticks(("r1", "r3"))]
    assert await sent_by(SIGNS, "1", "2", "2", "1", "1", "enter") == [Ticks((), ("r2",))], "yes, not sure, not so"
    assert await sent_by(SIGNS, "8", "9", "enter") == [Ticks(("both",))], "one leg or both"
    assert await sent_by(SIGNS, "enter") == [], "nothing ticked is no answer"
    assert await sent_by(SIGNS, "0") == await sent_by(SIGNS, "n") == [Answer("none")]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_whole_list_is_on_the_screen_with_how_far_it_is_and_can_be_clicked(size: tuple[int, int]) -> None:
    it = session(SIGNS)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = seen(it)
        assert "3 of about 12" in shown and "Stop" in shown and "Done" in shown
        for row in SIGNS.question.rows if SIGNS.question else ():
            assert row.label in shown
        await pilot.click("#tick-2")
        await pilot.pause()
        assert "2 [x] Sign number 2" in seen(it)
        await click_choice(pilot, "None of these")
        assert runner(it).sent == [Answer("none")]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("scene", [RELIEF, ASKING, SIGNS, HOLD], ids=["cramp", "question", "list", "routine"])
async def test_stop_and_quit_are_always_in_the_footer(scene: Scene, size: tuple[int, int]) -> None:
    it = session(scene)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        shown = {label for row in it.screen.query_one(KeyBar).rows() for _, label, on in row if on}
        assert {"Stop", "Quit"} <= shown


async def test_a_click_on_skip_skips() -> None:
    it = session(replace(ASKING, allowed=CRAMPING | {Command.BACK, Command.NEXT}))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = it.screen.query_one(KeyBar)
        assert bar.items[0][1] == "Skip"
        await pilot.click(KeyBar, offset=(2, 0))
        await pilot.pause()
        assert runner(it).sent == [Command.NEXT]


# --- after the end -------------------------------------------------------------------------------------------


async def test_a_stopped_routine_says_where_and_g_carries_on() -> None:
    it = session(replace(ENDED, stopped=True, clock=42, allowed=frozenset({Command.RESUME})))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Stopped after 0:42, step 3 of 10." in seen(it) and "Carry on" in seen(it)
        await pilot.press("g")
        assert runner(it).sent == [Command.RESUME]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
@pytest.mark.parametrize("stopped", [False, True])
async def test_a_routine_can_be_done_again_from_its_end(size: tuple[int, int], stopped: bool) -> None:
    program = FakeProgram(replace(ENDED, stopped=stopped))
    job = RoutineJob(ROUTINES[1], minutes=6.0, begin=3)
    it = app(program, job)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        assert {"Again", "Home"} <= {label for row in it.screen.query_one(KeyBar).rows() for _, label, _ in row}
        await pilot.press("a")
        await pilot.pause()
        assert program.jobs == [job, replace(job, begin=0)] and len(it.screen_stack) == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_when_to_break_off_stands_above_the_stretch(size: tuple[int, int]) -> None:
    it = session(replace(HOLD, aside="Hold something firm. Stop if: sharp pain, a knot in the calf."))
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        shown = " ".join(seen(it).split())
        assert "Stop if: sharp pain" in shown and "a knot in the calf." in shown
        assert it.screen.query_one("#count", Big).lines()


async def test_from_a_result_the_left_arrow_goes_back() -> None:
    it = session(replace(TODAY, allowed=frozenset({Command.BACK})))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Back" in seen(it)
        await pilot.press("left")
        assert runner(it).sent == [Command.BACK]


async def test_a_result_with_a_safety_question_open_is_not_finished() -> None:
    assert HOME_CARE.outcome is not None
    it = session(replace(HOME_CARE, outcome=replace(HOME_CARE.outcome, unfinished=True)))
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "NOT FINISHED: some safety questions are open" in seen(it)
        assert "LOOK AFTER IT" not in seen(it)


async def test_a_cramp_that_is_back_after_the_end_is_one_key_away() -> None:
    it = session(HOME_CARE)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        await pilot.pause()
        assert it.program.jobs == [CrampJob(), CrampJob()]  # type: ignore[attr-defined]
        assert isinstance(it.screen, SessionScreen)


# --- small -----------------------------------------------------------------------------------------------------


def instructions() -> list[Scene]:
    """A scene for each instruction that a cramp can show: with its question mark, its number, what stands above it."""
    timed = [phase for phase in Phase if phase not in script.SPOKEN_OF_THEIR_OWN]
    said = {
        (script.stage(phase, number, place, cycle).instruction, phase)
        for phase in timed
        for number in (1, 2)
        for place in VARIANTS
        for cycle in (0, 1)
        if phase is not Phase.TEACH
    }
    scenes = [replace(RELIEF, instruction=text, name=phase.value, left=24.2) for text, phase in sorted(said, key=str)]
    scenes.append(replace(RELIEF, instruction=script.first_hold().instruction, aside=SAFETY, caption=SAFETY))
    for country, call in COUNTRIES.items():
        number = call.emergency_number
        scenes.append(replace(RELIEF, instruction=script.alarm(number).instruction, left=6.0, kind=Kind.TALK))
        ten = script.ten(call.same_day_service, call.call_today).instruction
        aside = script.ten_aside(number, not country)
        scenes.append(
            replace(RELIEF, instruction=ten, aside=aside, kind=Kind.OPEN, left=None, up=9.0, seconds=0, clock=609,
                    outcome=replace(TODAY.outcome or Outcome(Level.SAME_DAY)))
        )  # fmt: skip
    return scenes


@pytest.mark.parametrize("pose", ["", "lying-toes-up"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_every_instruction_of_a_cramp_is_large_at_every_size(size: tuple[int, int], pose: str) -> None:
    """The alarm and the ten-minute line first of all; Stop, Quit and Help stay in the footer."""
    it = session(RELIEF)
    async with it.run_test(size=size) as pilot:
        for scene in instructions():
            if pose and scene.kind is not Kind.HOLD:  # nothing is drawn where nothing is stretched
                continue
            runner(it).changed(replace(scene, pose=pose))
            await pilot.pause()
            await pilot.pause()
            big = it.screen.query_one("#do", Big)
            assert big.text == scene.instruction and set("".join(big.lines())) <= set(" ▀▄█"), scene.instruction
            assert {"Stop", "Quit", "Help"} <= {
                label for row in it.screen.query_one(KeyBar).rows() for _, label, _ in row
            }
            shown = " ".join(seen(it).split())
            assert scene.aside in shown and it.screen.query_one("#answers").region.bottom <= size[1]


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_a_result_is_told_in_large_letters_at_every_size(level: Level, size: tuple[int, int]) -> None:
    it = session(replace(TODAY, outcome=Outcome(level, line="A line.", advice=("Advice that is so long " * 5,))))
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert set("".join(it.screen.query_one("#end", Big).lines())) == set(" ▀▄█")
        large = it.screen.query_one("#verdict-large", Big)
        assert "A line." in seen(it) or (large.display and large.text == "A line." and len(large.lines()) == 3)
        assert "• Advice" in seen(it)


async def test_a_line_that_goes_on_stands_below_its_own_first_word() -> None:
    question = SIGNS.question
    assert question is not None
    rows = (Row("r", "A sign that has so many words that they do not fit into one line of it"), *question.rows[1:])
    it = session(replace(SIGNS, question=replace(question, rows=rows)))
    async with it.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.pause()
        lines = seen(it).split("\n")
        first = next(number for number, line in enumerate(lines) if "A sign that" in line)
        assert lines[first].index("A sign") == len(lines[first + 1]) - len(lines[first + 1].lstrip())


def test_the_hold_in_a_repetition_is_told_and_counted_down_in_words() -> None:
    going = Scene("", kind=Kind.REPS, rep=2, reps=10, rep_hold=5.0, seconds=70, left=60)
    assert words.phase(going) == "Repetitions" and words.figure(going) == "2"
    assert words.turn_counts(going) == "repetition 2 of 10 · hold 5 s each"
    assert words.phase(replace(going, rep_hold_left=2.4)) == "Hold 3"


async def test_a_cramp_is_not_put_aside_and_fg_that_follows_is_not_gone() -> None:
    """Who believes to be in a shell types ``fg``; its g must not end the stretch."""
    program = FakeProgram(RELIEF)
    async with app(program, CrampJob()).run_test() as pilot:
        await press(pilot, "ctrl+z", "f", "g", "enter", "b", "g", "x", apart=0.9)
        sent = program.runner.sent
        assert Notice(screens.NOT_PUT_ASIDE) in sent
        assert Command.GONE not in sent and Command.STOP in sent, "stop counts at once"
    async with app(program, CrampJob()).run_test() as pilot:
        await press(pilot, "ctrl+z", "g", apart=WORD + 1)
        assert Command.GONE in program.runner.sent, "one that stands alone is meant"
