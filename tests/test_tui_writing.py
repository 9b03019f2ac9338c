"""Writing a routine on the screen: steps and fields, the total, the voice, and nothing lost on any way out."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from test_writing import MINE
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea
from tui_fake import FakeProgram, app, worked

from stretchcoach.core.routine import Group, Stretch
from stretchcoach.figure.names import names
from stretchcoach.library import parse, read, shipped_folder
from stretchcoach.program.jobs import for_routine
from stretchcoach.program.own_routines import Manuscript, OwnRoutines
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens import page_screen
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.screens.paste import PasteScreen
from stretchcoach.tui.screens.writing import WritingScreen
from stretchcoach.tui.screens.writing_menu import WritingMenu
from stretchcoach.tui.screens.writing_step import FieldError, StepScreen
from stretchcoach.tui.widgets.base import Line, still_there
from stretchcoach.tui.widgets.figure import Figure
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.setting_rows import SettingRow
from stretchcoach.words.wording import clock
from stretchcoach.writing.draft import draft_from
from stretchcoach.writing.toml_values import RefusedError

Compare = Callable[..., bool]
SIZES = [(60, 20), (80, 24), (160, 50)]
SHEET = (
    "Knee sheet\r\n1. Calf\tstretch against wall 3\u00a0x 30 sec each leg\r\n2. Heel raises 400 reps\r\n"
    "3. Bridge 10 reps\x1b[31m\r\n"
)


def running(program: FakeProgram | None = None) -> StretchCoach:
    return app(program or FakeProgram())


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def writing(pilot: Pilot[None], text: str = "") -> WritingScreen:
    """The screen with a new routine, or with this one."""
    it = pilot.app
    assert isinstance(it, StretchCoach)
    await pilot.pause()
    own = it.program.own_routines()
    it.push_screen(it._writer(own.made(text) if text else own.begin()))
    await pilot.pause()
    assert isinstance(it.screen, WritingScreen)
    return it.screen


def shown(it: StretchCoach) -> Screen[object]:
    """The screen on top; a function, so that the type checker does not think that it stays the same."""
    return it.screen


def line(pilot: Pilot[None], which: str) -> str:
    return pilot.app.screen.query_one(which, Line).text


def keys(pilot: Pilot[None]) -> dict[str, bool]:
    return {label: live for _, label, live in pilot.app.screen.query_one(KeyBar).items}


# --- the list ------------------------------------------------------------------------------------------------


async def test_home_leads_to_all_ways_of_writing() -> None:
    it = running()
    async with it.run_test() as pilot:
        await pilot.pause()
        for at, screen in enumerate((WritingScreen, PasteScreen)):
            await pressed(pilot, "n")
            assert isinstance(shown(it), WritingMenu)
            it.screen.query_one(OptionList).highlighted = at
            await pressed(pilot, "enter")
            assert isinstance(shown(it), screen)
            await pressed(pilot, "escape", *(("d",) if screen is WritingScreen else ()))
            assert isinstance(shown(it), HomeScreen)
        offered = {each.title for each in it.get_system_commands(it.screen)}
        assert {"Write a routine", "Paste an exercise sheet", "Edit: Desk break"} <= offered


async def test_steps_are_added_ordered_doubled_and_taken_out_and_it_is_undone() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot, MINE)

        def names() -> list[str]:
            return ["group" if isinstance(each, Group) else each.name for each in screen.draft.routine.steps]

        assert names() == ["Calf", "group", "Sit"]
        await pressed(pilot, "d", "plus", "a", "x")
        assert names() == ["Calf", "group", "Calf", "Sit"] and "z brings it back" in line(pilot, "#told")
        await pressed(pilot, "z", "z", "z", "z")
        assert screen.draft.text == MINE and not keys(pilot)["Undo"]
        await pressed(pilot, "minus")
        assert line(pilot, "#told") == "It is the first of the routine already."
        await pressed(pilot, "g")
        assert names() == ["group", "group", "Sit"] and keys(pilot)["Out of the group"]
        await pressed(pilot, "g")
        assert names() == ["Calf", "group", "Sit"]


async def test_the_total_is_that_of_the_plan_and_follows_every_change() -> None:
    program = FakeProgram()
    it = running(program)
    async with it.run_test() as pilot:
        screen = await writing(pilot, MINE)

        def total() -> str:
            return clock(program.plan(for_routine(screen.draft.routine, program.settings.coach)).seconds)

        before = total()
        assert line(pilot, "#meaning").startswith(f"{before} in all · 4 steps · not saved yet")
        await pressed(pilot, "d")
        assert total() != before and line(pilot, "#meaning").startswith(f"{total()} in all · 5 steps")


async def test_any_line_is_heard_at_once() -> None:
    program = FakeProgram()
    it = running(program)
    async with it.run_test() as pilot:
        await writing(pilot, MINE)
        await pressed(pilot, "h")
        await pressed(pilot, "enter", "down")
        it.screen.query_one("#write-say-0", Input).value = "Lean in, and breathe."
        await pressed(pilot, "f3")
        it.screen.query_one("#write-cues-0", Input).focus()
        await pressed(pilot, "f3")
        assert program.heard.said == ["Calf. Lean in.", "Lean in, and breathe.", "Breathe out."]
        await pressed(pilot, "escape", "escape", "d")
        assert program.heard.closed


# --- the form ------------------------------------------------------------------------------------------------


async def test_what_cannot_be_is_said_at_its_field_and_is_never_in_the_draft() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot, MINE)
        await pressed(pilot, "enter")
        box = it.screen.query_one("#write-hold-0", Input)
        box.focus()
        box.value = "abc"
        await pressed(pilot, "down")
        fault = it.screen.query_one("#write-hold-0-fault", FieldError)
        assert fault.text.startswith("Hold must be seconds above 0") and screen.draft.text == MINE
        await pressed(pilot, "escape")
        assert isinstance(shown(it), StepScreen) and it.focused is box and "Escape again" in line(pilot, "#told")
        box.value = "40"
        await pressed(pilot, "enter")
        assert not fault.text and "hold = 40" in screen.draft.text
        await pressed(pilot, "escape")
        assert it.screen is screen and "40 s" in str(screen.query_one(OptionList).get_option_at_index(1).prompt)


async def test_the_form_follows_the_measure_and_the_lists_grow() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot)
        await pressed(pilot, "enter")
        it.screen.query_one("#write-measure").focus()
        await pressed(pilot, "right", "right")
        await pilot.pause()
        assert "reps = 10" in screen.draft.text and it.screen.query("#write-tempo-0")
        assert it.focused is not None and it.focused.id == "write-measure"
        it.screen.query_one("#write-cues-0", Input).focus()
        await pressed(pilot, *"5 Up", "enter")
        assert it.screen.query("#write-cues-1") and 'say = "Up"' in screen.draft.text
        it.screen.query_one("#write-pose-0").focus()
        await pressed(pilot, "right")
        assert "pose = " in screen.draft.text and it.screen.query_one(Figure).display
        await pressed(pilot, "escape")
        assert parse(screen.draft.text, screen.draft.routine.id)[0] == screen.draft.routine


async def test_the_rows_fit_beside_the_figure_of_the_step() -> None:
    it = running()
    async with it.run_test(size=(80, 24)) as pilot:
        await writing(pilot, (shipped_folder() / "cooldown_calf.toml").read_text(encoding="utf-8"))
        rows, figure = it.screen.query_one(OptionList), it.screen.query_one(Figure)
        for key, shown in (("down", True), ("home", False)):
            await pressed(pilot, key)
            await worked(it)
            assert figure.display == shown
            room = rows.scrollable_content_region.width - 2
            drawn = [str(rows.get_option_at_index(number).prompt) for number in range(rows.option_count)]
            assert max(map(len, drawn)) == room and not [row for row in drawn if row.endswith("  …")]


@pytest.mark.parametrize("size", SIZES)
async def test_a_figure_is_chosen_by_a_name_that_can_be_read(size: tuple[int, int]) -> None:
    it = running()
    async with it.run_test(size=size) as pilot:
        screen = await writing(pilot)
        await pressed(pilot, "enter")
        row = it.screen.query_one("#write-pose-0", SettingRow)
        row.focus()
        for name in sorted(names(), key=len)[-3:]:
            row.post_message(SettingRow.Changed(row.field, name))
            await worked(it)
            await pilot.pause()
            assert f'pose = "{name}"' in screen.draft.text
            assert f"‹ {name} ›" in "".join(segment.text for segment in row.render_line(0))


async def test_a_list_is_typed_one_value_after_the_other() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot)
        await pressed(pilot, "enter")
        it.screen.query_one("#write-cues-0", Input).focus()
        await pressed(pilot, *"5 Up", "enter", *"10 Down", "enter", *"Gently", "enter")
        step = screen.draft.step((0,))
        assert isinstance(step, Stretch)
        assert [(cue.at, cue.say) for cue in step.cues] == [(5, "Up"), (10, "Down")]
        assert it.focused is not None and it.focused.id == "write-cues-2", "what cannot be is mended where it stands"
        assert it.screen.query_one("#write-cues-2-fault", FieldError).text


async def test_the_head_of_the_routine_is_a_form_too() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot)
        await pressed(pilot, "up", "enter")
        it.screen.query_one("#write-title-0", Input).value = "Physio, [Tuesday]"
        await pressed(pilot, "down", "right", "escape")
        assert screen.draft.routine.title == "Physio, [Tuesday]" and screen.draft.routine.purpose == "break"
        assert line(pilot, "#writing-title") == "Write: Physio, [Tuesday]"


# --- ways out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "kept"), [("s", True), ("d", False), ("g", None), ("escape", None)])
async def test_escape_throws_nothing_away_without_asking(key: str, kept: bool | None) -> None:
    program = FakeProgram()
    it = running(program)
    async with it.run_test() as pilot:
        screen = await writing(pilot)
        await pressed(pilot, "a", "escape")
        assert it.screen is screen and "Save your changes?" in line(pilot, "#told")
        assert set(keys(pilot)) == {"Save", "Discard", "Go on"}
        await pressed(pilot, "z", "a", key)
        assert (it.screen is screen) == (kept is None)
        assert program.folder is not None and bool(list(program.folder.iterdir())) == bool(kept)
        if kept is None:
            assert len(screen.draft.routine.steps) == 2 and keys(pilot)["Add"]


async def test_what_is_saved_is_a_file_that_the_program_finds() -> None:
    program = FakeProgram()
    it = running(program)
    async with it.run_test() as pilot:
        await writing(pilot, MINE)
        await pressed(pilot, "ctrl+s")
        assert program.folder is not None
        file = program.folder / "knee_left.toml"
        assert file.read_bytes() == MINE.encode() and line(pilot, "#told") == f"Saved in {file}."
        assert read(file)[0] is not None and not keys(pilot)["Save"]
        await pressed(pilot, "x", "ctrl+s", "escape")
        assert isinstance(it.screen, HomeScreen) and b"Calf stretch" not in file.read_bytes()


async def test_what_is_being_written_when_the_program_ends_is_there_the_next_time() -> None:
    program = FakeProgram()
    it = running(program)
    async with it.run_test() as pilot:
        await writing(pilot)
        await pressed(pilot, "a", "a", "ctrl+c")
    it = running(program)
    async with it.run_test() as pilot:
        await pilot.pause()
        await pressed(pilot, "n")
        assert "Go on with: My routine" in str(it.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pressed(pilot, "enter")
        screen = shown(it)
        assert isinstance(screen, WritingScreen) and len(screen.draft.routine.steps) == 3 and screen.desk.changed
        await pressed(pilot, "ctrl+s")
        assert program.folder and [each.name for each in program.folder.iterdir()] == ["my_routine.toml"]
        await pressed(pilot, "a", "escape", "d")
        assert [each.name for each in program.folder.iterdir()] == ["my_routine.toml"]


# --- files ---------------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> OwnRoutines:
    return OwnRoutines(tmp_path / "routines", lambda: None)


def test_a_file_that_somebody_else_changed_is_not_written_over(own: OwnRoutines, tmp_path: Path) -> None:
    first = own.keep(own.made(MINE), draft_from(MINE, ""))
    assert first.path is not None
    first.path.write_text("mine", encoding="utf-8")
    changed, _ = first.draft.double((0,))
    second = own.keep(first, changed)
    assert second.path == first.path.with_name("knee_left_2.toml") and first.path.read_text(encoding="utf-8") == "mine"
    assert own.keep(second, changed).path == second.path


def test_a_file_that_is_not_changed_is_not_touched_and_keeps_its_mark(own: OwnRoutines, tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    file = folder / "mine.toml"
    data = b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode()
    file.write_bytes(data)
    stamp = file.stat().st_mtime_ns
    routine, _ = read(file)
    assert routine is not None
    it = own.open(routine)
    it = own.keep(it, it.draft)
    assert file.read_bytes() == data and file.stat().st_mtime_ns == stamp
    own.keep(it, it.draft.double((0,))[0])
    assert file.read_bytes().startswith(data[:40])


def test_a_shipped_routine_becomes_a_copy_only_when_it_is_saved(own: OwnRoutines, tmp_path: Path) -> None:
    routine, _ = read(shipped_folder() / "break_90s.toml")
    assert routine is not None
    it = own.open(routine)
    assert not (tmp_path / "routines").exists() and it.kept == ""
    own.keep(it, it.draft)
    assert (tmp_path / "routines/break_90s.toml").read_bytes() == (shipped_folder() / "break_90s.toml").read_bytes()


def test_what_an_editor_left_beside_the_file_is_nobodys_to_delete(own: OwnRoutines) -> None:
    it = own.keep(own.made(MINE), draft_from(MINE, ""))
    assert it.path is not None
    bad = it.path.with_name(it.path.name + ".bad")
    bad.write_text("half a line", encoding="utf-8")
    changed = it.draft.double((0,))[0]
    own.set_aside(it, changed)
    own.keep(it, changed)
    assert bad.read_text(encoding="utf-8") == "half a line" and list(own.left()) == ["knee_left_2"]
    routine, _ = read(it.path)
    assert routine is not None and not own.open(routine).left
    bad.write_text(MINE, encoding="utf-8")
    assert own.open(routine).draft.text == MINE and own.open(routine).left


def test_what_cannot_be_saved_is_said(own: OwnRoutines, tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("in the way", encoding="utf-8")
    with pytest.raises(RefusedError, match="could not be saved"):
        own.keep(Manuscript(draft_from(MINE, "")), draft_from(MINE, ""))


# --- a sheet -------------------------------------------------------------------------------------------------


async def pasted(pilot: Pilot[None], text: str) -> PasteScreen:
    it = pilot.app
    assert isinstance(it, StretchCoach)
    await pilot.pause()
    it.action_paste_sheet()
    await pilot.pause()
    screen = it.screen
    assert isinstance(screen, PasteScreen)
    screen.query_one(TextArea).post_message(Paste(text))
    await pilot.pause()
    await read_through(pilot)
    return screen


async def test_a_sheet_in_the_box_survives_the_end_of_the_program_and_is_gone_once_it_is_left() -> None:
    program = FakeProgram()
    for end in (False, True):
        it = running(program)
        async with it.run_test() as pilot:
            if end:
                it.action_paste_sheet()
                await pilot.pause()
                assert it.screen.query_one(TextArea).text == "Bridge 9 reps\n"
                await pilot.press("escape", "y")
                await pilot.pause()
            else:
                await pasted(pilot, "Bridge 9 reps\n")
        assert (program.kept_sheet().read() == "") is end
        if not end:
            assert program.kept_sheet().path.stat().st_mode & 0o777 == 0o600


async def read_through(pilot: Pilot[None]) -> None:
    """Without the pause after the last letter."""
    screen = pilot.app.screen
    assert isinstance(screen, PasteScreen)
    await pilot.pause()
    screen._begin(screen._turn)
    for _ in range(5000):
        if screen.sheet.text == screen.query_one(TextArea).text:
            break
        await pilot.pause()
    await pilot.pause()


async def test_a_pasted_sheet_tells_each_line_asks_and_becomes_a_routine() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, SHEET)
        assert "\x1b" not in screen.query_one(TextArea).text and "\t" not in screen.query_one(TextArea).text
        rows = screen.query_one("#choices", OptionList)
        assert "3 sets of 30 s hold, each side" in str(rows.get_option("at2").prompt)
        assert "?" in str(rows.get_option("at3").prompt) and line(pilot, "#meaning").endswith("to ask about.")
        await pressed(pilot, "ctrl+s")
        assert "Line 3" in line(pilot, "#told") and it.screen is screen, "what is asked comes first"
        await pressed(pilot, *"well", "enter")
        assert line(pilot, "#told").startswith("That does not answer it.")
        await pressed(pilot, *"10 reps", "enter")
        while screen.sheet.asked:
            await pressed(pilot, "n", "enter")
        await pressed(pilot, "ctrl+s")
        written = shown(it)
        assert isinstance(written, WritingScreen)
        assert "# 2: 1. Calf stretch against wall 3 x 30 sec each leg" in written.draft.text
        names = [step.name for step in written.draft.routine.steps if hasattr(step, "name")]
        assert names[:2] == ["Calf stretch against wall", "Heel raises"]


async def test_an_answer_goes_to_every_line_that_asks_the_same_and_may_give_a_name() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, "1. Bridge\n2. Bird dog\n3. Clamshell\n4. Squat x 9\n")
        await pressed(pilot, "f4")
        assert "The same is asked of lines 2 and 3" in line(pilot, "#told")
        await pressed(pilot, *"Hip lift: 9 reps", "enter")
        assert "The same is asked of line 3, and the answer is for both." in line(pilot, "#told")
        await pressed(pilot, *"7 reps", "enter")
        assert not screen.sheet.asked
        names = [each.step.name for each in screen.sheet.handout.steps if isinstance(each.step, Stretch)]
        assert names == ["Hip lift", "Bird dog", "Clamshell", "Squat"]


@pytest.mark.parametrize(
    ("text", "told", "title"),
    [
        (
            '{"title": "Hip day", "sets": [{"repetitions": 1, "exercises": [{"name": "Plank", "duration": 30}]}]}',
            "From Just Another Workout Timer: Hip day.",
            "Hip day",
        ),
        (MINE, "A routine file, whole.", 'title = "Knee [left]"'),
    ],
    ids=["another timer", "a routine"],
)
async def test_a_file_of_another_timer_or_a_routine_is_taken_as_it_is(text: str, told: str, title: str) -> None:
    it = running()
    async with it.run_test() as pilot:
        await pasted(pilot, text)
        assert line(pilot, "#meaning").startswith(told)
        await pressed(pilot, "ctrl+s")
        written = shown(it)
        assert isinstance(written, WritingScreen) and title in written.draft.text


async def test_a_file_that_nobody_knows_is_refused_in_a_sentence() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, '{"weather": "fine"}')
        assert line(pilot, "#meaning").startswith("What was pasted")
        await pressed(pilot, "ctrl+s")
        assert it.screen is screen


async def test_what_is_left_out_stays_as_a_remark() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, "Calf stretch 30 seconds\nHeel raises 400 reps\n")
        assert screen.sheet.asked
        while screen.sheet.asked:
            await pressed(pilot, "f4", "enter")
        await pressed(pilot, "ctrl+s")
        written = shown(it)
        assert isinstance(written, WritingScreen) and "# ASK 2: Heel raises 400 reps" in written.draft.text


async def test_an_answer_holds_as_long_as_its_line() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, "Calf stretch 30 seconds\nHeel raises 400 reps\n")
        await pressed(pilot, "f4", *"10 reps", "enter")
        assert not screen.sheet.asked
        box = screen.query_one(TextArea)
        box.text = box.text + "Bridge 8 reps\n"
        await read_through(pilot)
        assert not screen.sheet.asked and len(screen.sheet.handout.steps) == 3
        box.text = "Calf stretch 30 seconds\nToe raises 400 reps\n"
        await read_through(pilot)
        assert [each.number for each in screen.sheet.asked] == [2]


async def test_a_routine_wanted_while_the_last_answer_is_on_the_way_is_made_once_it_is_there() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, "Calf stretch 30 seconds\nHeel raises 400 reps\n")
        await pressed(pilot, "f4")
        screen.query_one("#typed", Input).value = "40 reps"
        screen.action_go_on()
        assert screen.query_one("#typed", Input).value == "40 reps"
        await pressed(pilot, "enter")
        assert isinstance(it.screen, WritingScreen)


async def test_a_sheet_is_not_thrown_away_without_asking_and_two_thousand_lines_are_read() -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = await pasted(pilot, "Calf stretch 30 seconds\n" * 2000)
        assert len(screen.sheet.handout.steps) == 2000 and not screen.sheet.trouble
        await pressed(pilot, "escape")
        assert it.screen is screen and "Leave the sheet?" in line(pilot, "#told")
        await pressed(pilot, "g")
        assert it.screen is screen
        await pressed(pilot, "ctrl+s")
        assert it.screen is screen and "look at seconds" in line(pilot, "#told")
        screen.query_one(TextArea).text = "Calf stretch 30 seconds\n" * 2002
        await read_through(pilot)
        assert "at most 2,000 lines" in line(pilot, "#meaning")
        await pressed(pilot, "escape", "y")
        assert isinstance(it.screen, HomeScreen)


# --- pictures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dark", ["", "1"])
async def test_every_key_is_in_the_footer_at_every_size(
    size: tuple[int, int], dark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if dark:
        monkeypatch.setenv("NO_COLOR", dark)
    it = running()
    async with it.run_test(size=size) as pilot:
        await writing(pilot, MINE)
        for opening in ((), ("enter",), ("escape", "escape", "d", "n", "down", "enter")):
            await pressed(pilot, *opening)
            bar = it.screen.query_one(KeyBar)
            assert [item for row in bar.rows() for item in row] == list(bar.items), it.screen


@pytest.mark.parametrize("name", ["list", "step", "sheet"])
def test_pictures(snap_compare: Compare, name: str) -> None:
    async def before(pilot: Pilot[None]) -> None:
        if name == "sheet":
            await pasted(pilot, SHEET)
            await pressed(pilot, "f4")
            return
        await writing(pilot, (shipped_folder() / "warmup_run.toml").read_text(encoding="utf-8"))
        await pressed(pilot, "down", "down")
        if name == "step":
            await pressed(pilot, "enter", "down", "down", "down", "down", "down", *"abc", "enter")
        await pilot.pause()

    it = running()
    it.animation_level = "none"
    size = (160, 50) if name == "list" else (80, 24)
    assert snap_compare(it, terminal_size=size, run_before=before)


async def test_what_ends_after_its_screen_was_left_or_with_the_program_writes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    it = running()
    async with it.run_test() as pilot:
        screen = Screen[None]()
        assert not still_there(screen)
        await it.push_screen(screen)
        await it.push_screen(Screen[None]())
        assert still_there(screen), "below another one"
        it.pop_screen()
        left = it.pop_screen()
        assert not still_there(screen), "before its widgets are taken away"
        await left
        await pilot.pause()
        assert still_there(it.screen)
        with monkeypatch.context() as ending:
            ending.setattr(StretchCoach, "is_running", False)
            assert not still_there(it.screen)


# --- the machine dies ------------------------------------------------------------------------------------------


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_screen, "SAFE_WITHIN", 0.05)


async def lies(own: OwnRoutines, wanted: Callable[[], bool]) -> bool:
    for _ in range(40):
        if wanted():
            return True
        await asyncio.sleep(0.05)
    return False


@pytest.mark.usefixtures("at_once")
async def test_a_change_is_on_the_disk_before_it_is_saved_and_gone_once_it_is() -> None:
    """Whoever is killed, or has no more power, has lost seconds of writing."""
    it = running()
    async with it.run_test() as pilot:
        screen = await writing(pilot, MINE)
        await pressed(pilot, "d")
        own = it.program.own_routines()
        assert await lies(own, lambda: bool(own.left()))
        ((_, left),) = own.left().items()
        assert left.draft.text == screen.draft.text
        await pressed(pilot, "d")
        assert await lies(own, lambda: [each.draft.text for each in own.left().values()] == [screen.draft.text])
        await pressed(pilot, "ctrl+s")
        assert await lies(own, lambda: not own.left())
        await pressed(pilot, "x")
        assert await lies(own, lambda: bool(own.left()))
        await pressed(pilot, "z")
        assert await lies(own, lambda: not own.left()), "what was undone leaves nothing"


@pytest.mark.usefixtures("at_once")
async def test_a_change_that_is_thrown_away_leaves_nothing_on_the_disk() -> None:
    it = running()
    async with it.run_test() as pilot:
        await writing(pilot, MINE)
        await pressed(pilot, "d")
        own = it.program.own_routines()
        assert await lies(own, lambda: bool(own.left()))
        await pressed(pilot, "escape", "d")
        assert not own.left() and isinstance(shown(it), HomeScreen)


@pytest.mark.usefixtures("at_once")
async def test_a_pasted_sheet_is_on_the_disk_while_it_is_asked_about() -> None:
    it = running()
    async with it.run_test() as pilot:
        await pasted(pilot, SHEET)
        assert await lies(it.program.own_routines(), lambda: "Knee sheet" in it.program.kept_sheet().read())
