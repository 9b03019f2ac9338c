"""Home, help, settings, about and the palette."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from msgspec.structs import replace
from textual.events import Key, Paste
from textual.widgets import Input, OptionList, Static
from tui_fake import HOLD, RELIEF, ROUTINES, FakeProgram, app

from stretchcoach.core.commands import TABLE
from stretchcoach.core.fitting import shortest
from stretchcoach.core.key_presses import TOGETHER
from stretchcoach.core.messages import Command, Notice, Side
from stretchcoach.core.plan import CueLevel, Style
from stretchcoach.core.routine import Group, Stretch
from stretchcoach.library import Shelf
from stretchcoach.profile.values import KEYS, OPTIONS, Profile
from stretchcoach.program.evening import Evening
from stretchcoach.program.jobs import CrampJob, RoutineJob
from stretchcoach.program.paperwork import Paperwork
from stretchcoach.program.program import EMPTY
from stretchcoach.settings import ListenSettings, Settings
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.forms.profile import FACTS
from stretchcoach.tui.forms.settings import FIELDS
from stretchcoach.tui.routine_card import card, dose, in_one_line
from stretchcoach.tui.routine_list import AGAIN
from stretchcoach.tui.screens.about import AboutScreen
from stretchcoach.tui.screens.help import GROUPS, HelpScreen
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.screens.session import SessionScreen
from stretchcoach.tui.screens.settings import SettingsScreen
from stretchcoach.tui.widgets.base import Big, Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.meter import WIDTH
from stretchcoach.tui.widgets.setting_rows import SettingRow
from stretchcoach.tui.widgets.shelf import RoutineRows
from stretchcoach.words import screens


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))


def titles(it: StretchCoach) -> list[str]:
    options = it.screen.query_one(OptionList)
    prompts = [options.get_option_at_index(index) for index in range(options.option_count)]
    return [option.id for option in prompts if option.id]


def card_text(it: StretchCoach) -> str:
    """What the card says, whichever way it is wrapped."""
    return " ".join(str(it.screen.query_one("#card", Static).content).split())


def filters(it: StretchCoach) -> dict[str, str]:
    return {key: label for key, label, _ in it.screen.query_one("#filters", KeyBar).items}


def line(it: StretchCoach, selector: str) -> str:
    return it.screen.query_one(selector, Line).text


# --- home ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "rehearse"), [("c", False), ("r", True)])
async def test_one_key_starts_the_cramp_or_its_rehearsal(key: str, rehearse: bool) -> None:
    program = FakeProgram()
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert program.jobs == [CrampJob(rehearse=rehearse)]
        assert isinstance(pilot.app.screen, SessionScreen) and program.runner.started


async def test_a_key_that_comes_before_the_first_screen_is_there_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types the name of the program in pain presses c before it is drawn."""

    async def on_load(self: StretchCoach) -> None:
        for key in early:
            self.post_message(Key(key, key))

    monkeypatch.setattr(StretchCoach, "on_load", on_load, raising=False)
    early, program = "cd", FakeProgram()
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert program.jobs == [CrampJob()]
        assert isinstance(pilot.app.screen, SessionScreen) and not program.runner.sent
    early, program = "x", FakeProgram(RELIEF)
    async with app(program, CrampJob()).run_test(size=(80, 24)) as pilot:
        await pilot.pause(2 * TOGETHER)
        assert program.runner.sent == [Command.STOP]


async def test_the_question_of_the_morning_takes_one_key_and_is_then_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "stretchcoach.tui.screens.home.LATER", 3600.0
    )  # the look back is the one below, not a second one between the keys
    program = FakeProgram()
    program.on_tonight = Evening("", "Your trial, week 3 of 12: neither tonight.", date(2026, 11, 26))
    async with app(program).run_test(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        screen.look_back()
        shown = screen.query_one("#troubles", Line).text
        assert "how many cramps last night? Press 0 to 9." in shown and shown.endswith("neither tonight.")
        await pilot.press("2", "3")
        assert program.nights == [(date(2026, 11, 26), 2)]
        assert "Noted for last night: 2." in screen.query_one("#troubles", Line).text
        assert "Press 0 to 9" not in screen.query_one("#troubles", Line).text


async def test_what_a_trial_says_is_one_key_away_once_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    program = FakeProgram()
    program.on_tonight = Evening(line="Your trial is over: t tells what it says.", news=True)
    monkeypatch.setattr(Paperwork, "trial", lambda _: ["a " * 200, "aa " * 200, *["Night"] * 30, "For you alone."])
    async with app(program).run_test(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        screen.look_back()
        assert "is over" in screen.query_one("#troubles", Line).text
        await pilot.press("t")
        await pilot.pause(0.3)
        told = pilot.app.screen.query_one("#lines", Line).text.splitlines()
        assert told[0].startswith("a a") and told[-1] == "For you alone."
        assert max(map(len, told)) <= pilot.app.screen.query_one("#lines").size.width, "the scroll bar takes some"
        await pilot.press("escape")
        assert pilot.app.screen is screen and not program.jobs


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10), (160, 50)])
async def test_the_cramp_button_is_first_largest_and_clickable(size: tuple[int, int]) -> None:
    program = FakeProgram()
    async with app(program).run_test(size=size) as pilot:
        await pilot.pause()
        box = pilot.app.screen.query_one("#cramp-box")
        assert box.region.y == 0 and box.region.width == size[0] and box.region.height >= 3
        await pilot.click("#cramp-words")
        await pilot.pause()
        assert program.jobs == [CrampJob()]


async def test_the_list_is_filtered_by_sport_position_and_minutes() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert titles(it) == [routine.id for routine in ROUTINES]
        await pilot.press("m")
        assert filters(it)["m"] == "Time: 3 min"
        assert titles(it) == [routine.id for routine in ROUTINES], "each can be fitted into three minutes"
        await pilot.press("m", "m", "m", "m", "m")
        assert filters(it)["m"] == "Time: any"
        await pilot.press("p", "p", "p")
        assert filters(it)["p"] == "Where: chair"
        assert titles(it) == ["desk_break"]
        await pilot.press("f", "f")
        assert filters(it)["f"] == "For: night"
        assert titles(it) == []
        assert "No routines match" in card_text(it)
        await pilot.click("#filters", offset=(len(" f  For: night") + 3, 0))
        assert filters(it)["p"] == "Where: standing"
        assert titles(it) == ["bedtime"]


async def test_the_card_tells_what_the_routine_holds_and_enter_starts_it() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        shown = card_text(it)
        for part in (
            "Warm-up for running", "4 steps", "with wall", "Wall calf stretch",
            "hold 15 s · each side · 2 sets · rest 5 s",
            "(may be left out)", "2 times over", "! After a calf strain", "Moderate:", "BEHM16: Behm 2016",
        ):  # fmt: skip
            assert part in shown, part
        await pilot.press("enter")
        await pilot.pause()
        assert program.jobs == [RoutineJob(ROUTINES[1])]


async def test_the_settings_pace_and_cues_go_into_the_job() -> None:
    program = FakeProgram()
    coach = type(program.settings.coach)(pace=2.0, cues=CueLevel.NAMES)
    program.settings = Settings(coach=coach)
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert program.jobs == [RoutineJob(ROUTINES[1], pace=2.0, cues=CueLevel.NAMES)]


async def test_the_card_fits_the_routine_to_the_minutes_there_are() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "left", "minus", "s", "u")
        await pilot.pause()
        shown = card_text(it)
        assert "cues short" in shown and "left first" in shown and "pace 0.75" in shown
        await pilot.press("enter")
        await pilot.pause()
    (job,) = program.jobs
    assert isinstance(job, RoutineJob) and job.minutes is not None
    assert (job.pace, job.cues, job.side) == (0.75, "short", Side.LEFT)
    assert program.plan(job).seconds <= job.minutes * 60


async def test_the_card_never_asks_for_less_than_the_shortest() -> None:
    program = FakeProgram()
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", *["left"] * 20, "enter")
        await pilot.pause()
    (job,) = program.jobs
    assert isinstance(job, RoutineJob) and job.minutes is not None
    assert shortest(ROUTINES[1], Style()) <= job.minutes * 60 < shortest(ROUTINES[1], Style()) + 60


async def test_the_minutes_of_the_filter_are_those_of_the_session() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        assert "warmup_run" in titles(it), "what can be fitted is found"
        await pilot.press("down", "enter")
        await pilot.pause()
    (job,) = program.jobs
    assert isinstance(job, RoutineJob) and job.routine is ROUTINES[1] and job.minutes == 3


async def test_what_was_done_last_is_on_top_and_done_again_in_the_same_way() -> None:
    program = FakeProgram()
    program.last = (RoutineJob(ROUTINES[2], pace=1.5, cues=CueLevel.SHORT),)
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "As last time: pace 1.5, cues short." in card_text(it)
        await pilot.press("enter")
        await pilot.pause()
    assert program.jobs == [program.last[0]]


async def test_a_favourite_comes_first() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "k")
        await pilot.pause()
        assert titles(it)[0] == ROUTINES[2].id
        await pilot.press("k")
        await pilot.pause()
        assert titles(it)[0] == ROUTINES[0].id


async def test_typing_finds_a_routine() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"runn")
        await pilot.pause()
        assert titles(it) == [ROUTINES[1].id]
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert [job.routine for job in program.jobs if isinstance(job, RoutineJob)] == [ROUTINES[1]]


async def test_what_was_done_last_is_on_top_as_soon_as_one_is_home_again() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "question_mark")
        program.last = (RoutineJob(ROUTINES[1]),)
        await pilot.press("escape")
        await pilot.pause()
        assert titles(it)[0] == AGAIN
        await pilot.press("question_mark")
        program.last = ()
        await pilot.press("escape")
        await pilot.pause()
        assert AGAIN not in titles(it)


async def test_escape_leaves_the_search_before_it_leaves_the_program() -> None:
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)) as pilot:
        everything = titles(it)
        for leaving in (("escape",), ("enter", "escape")):
            await pilot.press("slash", *"runn")
            await pilot.pause()
            assert titles(it) == [ROUTINES[1].id]
            await pilot.press(*leaving)
            await pilot.pause()
            assert titles(it) == everything and not it.screen.query_one("#search").has_class("open")
        assert it.is_running and not it._exit


async def test_escape_at_home_leaves_on_the_second_wish_and_not_when_it_is_hammered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr("stretchcoach.tui.screens.home.monotonic", lambda: now)
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)) as pilot:
        for step in (0.0, 0.1, 0.2, 0.4, 6.0):
            now += step
            await pilot.press("escape")
            await pilot.pause()
            assert it.is_running and not it._exit
        assert [note.message for note in it._notifications] == [screens.ONCE_MORE] * 2
        now += 1.0
        await pilot.press("escape")
        await pilot.pause()
    assert it.return_code == 0


async def test_the_cramp_in_the_list_is_the_cramp() -> None:
    program = FakeProgram()
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert program.jobs == [CrampJob()]


async def test_broken_routine_files_and_notices_are_told_plainly() -> None:
    program = FakeProgram(notices=("No home folder [here].",))

    class Problem(SimpleNamespace):
        def __str__(self) -> str:
            return f"mine.toml:{self.at}: hold: must be more than 0"

    program.problems = tuple(Problem(at=at, warning=at == 9) for at in (3, 5, 7, 9))
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = line(it, "#troubles").splitlines()
    assert shown == [
        "No home folder [here].", "mine.toml:3: hold: must be more than 0", "mine.toml:5: hold: must be more than 0",
        "and 1 more: stretchcoach validate",
    ]  # fmt: skip


async def test_an_empty_shelf_still_has_the_cramp(monkeypatch: pytest.MonkeyPatch) -> None:
    program = FakeProgram()
    empty = replace(program.shelf(), routines={})
    monkeypatch.setattr(program, "shelf", lambda: empty)
    async with app(program).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "c")
        await pilot.pause()
        assert program.jobs == [CrampJob()]


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+q", 130)])
async def test_home_is_left_by_a_key(key: str, code: int) -> None:
    it = app()
    async with it.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not it.is_running or it._exit
    assert it.return_code == code


def test_the_summary_counts_and_pluralises() -> None:
    assert in_one_line(ROUTINES[0], 180) == "3 min · 1 step · bed · nothing needed"
    assert in_one_line(ROUTINES[1], 480) == "8 min · 4 steps · standing · with wall"


def test_the_card_tells_the_hold_in_each_repetition() -> None:
    assert dose(Stretch("N", "S", reps=10, hold=5, sets=2)) == "10 × 5 s hold, 70 s · 2 sets"


def test_a_group_that_comes_again_is_not_written_out_twice() -> None:
    calves = (Stretch("Raises", "S", reps=5), Stretch("Wall", "S", hold=20))
    steps = (
        Group(1, calves, 0.0, "Calves"),
        Group(2, calves, 0.0, "Calves", again=True),
        Stretch("March", "S", move=9),
    )
    lines = [line.text.strip() for line in card(replace(ROUTINES[0], steps=steps), 60, {})]
    places = [
        lines.index(line) for line in ("Calves:", "1  Raises", "2  Wall", "Calves again, 2 times over", "5  March")
    ]
    assert places == sorted(places) and lines.count("1  Raises") == 1


def test_every_stretch_of_the_card_has_a_dose() -> None:
    for routine in ROUTINES:
        for step in routine.steps:
            for stretch in step.stretches if isinstance(step, Group) else (step,):
                assert dose(stretch) in "\n".join(each.text for each in card(routine, 60, {}))


# --- the other screens ---------------------------------------------------------------------------------------


def test_help_has_every_command_once() -> None:
    listed = [command for _, commands in GROUPS for command in commands]
    assert sorted(listed, key=list(Command).index) == list(Command)


async def test_help_tells_keys_and_words_and_is_left_by_escape() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(it.screen, HelpScreen)
        text = "\n".join(str(entry.content) for entry in it.screen.query(".page-meaning").results(Static))
        for entry in TABLE.values():
            assert entry.help in text and ", ".join(entry.phrases) in text
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(it.screen, HomeScreen)


async def test_about_says_what_it_is_not() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(it.screen, AboutScreen)
        text = " ".join(each.text for each in it.screen.query(Line))
        assert "not a medical device" in text and "not been reviewed by a clinician" in text
        assert "GPL-3.0-or-later" in text
        assert "RAMP *" in text and "https://www.nhs.uk/conditions/leg-cramps/" in text


def test_every_setting_is_on_the_screen() -> None:
    there = {(field.section, field.key) for fields in FIELDS.values() for field in fields}
    sections = {name: getattr(Settings(), name) for name in Settings.__struct_fields__}
    assert there == {(name, key) for name, section in sections.items() for key in section.__struct_fields__}


def test_every_value_offered_is_a_valid_setting() -> None:
    import msgspec

    for fields in FIELDS.values():
        for field in fields:
            assert field.description.endswith(".")
            for value in field.values:
                msgspec.convert(msgspec.to_builtins(field.put(Settings(), value)), Settings)
            if field.values and not isinstance(field.values[0], str):
                assert field.get(Settings()) in field.values


async def test_a_setting_is_changed_by_arrows_or_click_kept_and_seen() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert isinstance(it.screen, SettingsScreen)
        await pilot.press("right")
        assert program.settings.voice.speech is False
        await pilot.press("down", "down", "left")
        await pilot.pause()
        assert program.settings.voice.volume == 75
        await pilot.click("#voice-rate")
        await pilot.pause()
        assert program.settings.voice.rate == 170
        assert "170" in str(it.screen.query_one("#voice-rate", SettingRow).content)
        assert line(it, "#meaning") == "Words a minute."
        assert line(it, "#kept").endswith("config.toml")


async def test_the_theme_changes_at_once() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 50)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        it.screen.query_one("#screen-theme").focus()
        await pilot.press("right", "right")
        assert program.settings.screen.theme == "contrast" and it.theme == "contrast"


async def test_a_text_is_typed_and_kept_with_enter_and_letters_do_not_leave() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 50)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        it.screen.query_one("#coach-emergency_number", Input).focus()
        await pilot.press(*"1q2", "enter")
        await pilot.pause()
        assert program.settings.coach.emergency_number == "1q2"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(it.screen, HomeScreen)


async def test_settings_that_cannot_be_kept_say_so() -> None:
    program = FakeProgram()
    program.trouble = "The settings could not be saved in /x: read-only file system."
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "right")
        await pilot.pause()
        assert line(it, "#kept") == program.trouble
        assert program.settings.voice.speech is False, "it holds for now"


async def test_settings_open_over_a_session_and_leave_it_running() -> None:
    program = FakeProgram(HOLD)
    it = app(program, CrampJob())
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(it.screen, SettingsScreen)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(it.screen, SessionScreen)
        assert not program.runner.closed and program.runner.sent == []


# --- about you -----------------------------------------------------------------------------------------------


def test_every_fact_and_every_option_is_on_the_screen_and_can_be_told() -> None:
    assert {fact.key for fact in FACTS} == set(KEYS)
    assert {(fact.key, fact.option) for fact in FACTS if fact.option} == {
        (key, option) for key, options in OPTIONS.items() for option in options
    }
    for fact in FACTS:
        assert fact.description.endswith(".")
        for value in fact.values:
            assert fact.get(fact.put(Profile(), value, date(2026, 11, 24))) == value


def meds(program: FakeProgram) -> object:
    return program.profile.meds


async def test_facts_are_told_by_arrows_and_kept_at_once() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        it.screen.query_one("#about-age").focus()
        await pilot.press("right", "right")
        await pilot.pause()
        assert program.profile == Profile(age=30)
        assert "18 to 49" in str(it.screen.query_one("#about-age", SettingRow).content)
        assert line(it, "#meaning") == "Your age in years."
        assert line(it, "#kept").endswith("profile.toml")
        await pilot.press("down", "right", "down")
        await pilot.pause()
        assert program.profile.pregnancy == "no" and program.profile.pregnancy_said
        assert not it.screen.query_one("#about-meds-sugar").display
        await pilot.press("right")
        await pilot.pause()
        assert meds(program) == ()
        await pilot.press("down", "down", "right")
        await pilot.pause()
        assert meds(program) == ("cholesterol",)
        assert "1 of these" in str(it.screen.query_one("#about-meds", SettingRow).content)
        await pilot.press("up", "up", "right")
        await pilot.pause()
        assert meds(program) is None
        assert not it.screen.query_one("#about-meds-sugar").display


async def test_all_of_it_is_forgotten_at_the_second_enter() -> None:
    program = FakeProgram()
    program.profile = Profile(age=58, meds=("sugar",))
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert "50 to 60" in str(it.screen.query_one("#about-age", SettingRow).content)
        it.screen.query_one("#forget").focus()
        await pilot.press("enter", "up", "down", "enter")
        await pilot.pause()
        assert program.profile == Profile(age=58, meds=("sugar",))
        await pilot.press("enter")
        await pilot.pause()
        assert program.profile == Profile()
        assert line(it, "#kept") == "Everything has been deleted."
        assert "ask me" in str(it.screen.query_one("#about-age", SettingRow).content)


async def test_a_fact_that_cannot_be_kept_says_so() -> None:
    program = FakeProgram()
    program.trouble = "The profile could not be saved in /x: read-only file system."
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        it.screen.query_one("#about-smoker").focus()
        await pilot.press("right", "up")
        await pilot.pause()
        assert line(it, "#kept") == program.trouble
        assert program.profile.smoker == "yes", "it holds for now"


# --- the palette ---------------------------------------------------------------------------------------------


async def test_the_palette_has_every_routine_and_every_command() -> None:
    program = FakeProgram(HOLD)
    it = app(program, CrampJob())
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        entries = {entry.title: entry for entry in it.get_system_commands(it.screen)}
        assert {entry.label for entry in TABLE.values()} <= set(entries)
        assert {f"Start: {routine.title}" for routine in ROUTINES} <= set(entries)
        entries["Say again"].callback()
        assert program.runner.sent == [Command.AGAIN]
        assert entries["Gone"].help.startswith("Not now.")
        before = program.runner
        entries["Start: Desk break"].callback()
        await pilot.pause()
        assert program.jobs[-1] == RoutineJob(ROUTINES[2])
        assert before.closed and program.runner.started and len(it.screen_stack) == 2


async def test_the_palette_opens_and_its_cursor_does_not_blink() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert not it.screen.query_one(Input).cursor_blink


async def test_the_level_of_the_microphone_is_shown_while_listening_is_on() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 50)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert program.ears == [], "the microphone is opened only when listening is on"
        it.screen.query_one("#listen-on").focus()
        await pilot.press("right")
        await pilot.pause()
        assert program.settings.listen.on
        (ears,) = program.ears
        assert ears.tell
        ears.tell(-30.0, True)
        await pilot.pause()
        assert "-30 dB  a voice or a noise" in line(it, "#meter")
        assert line(it, "#meter").count("█") == WIDTH // 2
        await pilot.press("right")
        await pilot.pause()
        assert ears.closed
        assert line(it, "#meter") == ""


async def test_the_microphone_is_closed_when_the_settings_are_left() -> None:
    program = FakeProgram()
    program.settings = Settings(listen=ListenSettings(on=True))
    it = app(program)
    async with it.run_test(size=(80, 50)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        (ears,) = program.ears
        ears.post(Notice("No microphone was found. Keys still work."))
        await pilot.pause()
        assert line(it, "#meter").startswith("No microphone")
        await pilot.press("escape")
        await pilot.pause()
        assert ears.closed


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_no_row_of_the_list_is_cut_inside_a_word_and_the_button_is_large(size: tuple[int, int]) -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        options = it.screen.query_one("#routines", OptionList)
        titles = [routine.title for routine in ROUTINES]
        for option in (options.get_option_at_index(index) for index in range(options.option_count)):
            told = str(option.prompt)
            assert len(told) <= options.scrollable_content_region.width, told
            kept = told.partition("min  ")[2].removesuffix("…")
            assert option.disabled or any(f"{title} ".startswith(f"{kept} ") for title in titles), told
        assert set("".join(it.screen.query_one("#cramp-words", Big).lines())) <= set(" ▀▄█")


async def test_the_first_picture_does_not_wait_for_the_routines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stretchcoach.tui.screens.home.LATER", 1.5)  # a busy machine puts a screen up in less

    class Slow(FakeProgram):
        reads: ClassVar[list[str]] = []

        def shelf(self) -> Shelf:
            self.reads.append("all")
            return super().shelf()

        @property
        def shelf_so_far(self) -> Shelf:
            return super().shelf() if self.reads else EMPTY

    program = Slow()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        rows = it.screen.query_one(RoutineRows)
        assert not program.reads and rows.option_count == 0 and filters(it)
        while not program.reads:
            await pilot.pause(0.1)
        await pilot.pause()
        assert {each.id for each in rows.routines} == {each.id for each in ROUTINES}
        await pilot.press("f", "f")
        chosen = filters(it)
        assert isinstance(it.screen, HomeScreen)
        it.screen.on_screen_resume()
        assert filters(it) == chosen, "what was chosen stays chosen"


async def test_what_fails_once_somebody_has_left_is_no_fault() -> None:
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)):
        it.exit(return_code=130)
        it._handle_exception(LookupError("a widget that was still being mounted"))
    assert it.fault is None and it.return_code == 130
    other = app(FakeProgram())
    with pytest.raises(LookupError):
        async with other.run_test(size=(80, 24)):
            other._handle_exception(LookupError("a widget that is there"))
    assert other.return_code == 1


async def test_letters_that_came_at_once_are_no_keys_and_that_is_told_but_not_over_a_session() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        it.post_message(Paste("cramp"))
        await pilot.pause()
        assert isinstance(it.screen, HomeScreen)
        assert [each.message for each in it._notifications] == [screens.NOT_TAKEN_AS_KEYS]
        it.clear_notifications()
        await pilot.press("slash")
        it.post_message(Paste("calf"))
        await pilot.pause()
        assert it.screen.query_one("#search", Input).value == "calf" and not list(it._notifications)
        await pilot.press("escape", "c")
        it.post_message(Paste("gone"))
        await pilot.pause()
        assert isinstance(it.screen, SessionScreen) and not list(it._notifications)


async def test_a_search_that_finds_nothing_says_how_to_end_it() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"zzz")
        await pilot.pause()
        assert titles(it) == [] and "Press Esc" in card_text(it)
        await pilot.press("escape")
        await pilot.pause()
        assert titles(it) == [routine.id for routine in ROUTINES]


async def test_what_is_typed_right_after_the_slash_is_searched_for() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        for key, character in (("slash", "/"), ("r", "r"), ("u", "u")):
            it.post_message(Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert it.screen.query_one("#search", Input).value == "ru"
    assert not program.jobs


async def test_what_was_done_last_starts_though_its_memory_was_deleted_meanwhile() -> None:
    """Another window has deleted the diary; the row is still there."""
    program, it = with_last(RoutineJob(ROUTINES[2], pace=1.5))
    async with it.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        program.last = ()
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert program.jobs == [RoutineJob(ROUTINES[2], pace=1.5)]


async def test_a_routine_from_a_file_of_its_own_is_offered_again() -> None:
    own = replace(ROUTINES[1], id="knee", title="Knee")
    program, it = with_last(RoutineJob(own, file="/somewhere/knee.toml"))
    async with it.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert titles(it)[0] == AGAIN
        await pilot.press("slash", *"zz", "escape", "p")
        assert AGAIN not in titles(it), "it is searched and filtered like others"
        await pilot.press("p", "p", "p", "p")
        assert titles(it)[0] == AGAIN
        await pilot.press("enter")
        await pilot.pause()
        assert program.jobs == list(program.last)


def with_last(job: RoutineJob) -> tuple[FakeProgram, StretchCoach]:
    program = FakeProgram()
    program.last = (job,)
    return program, app(program)


@pytest.mark.parametrize(("typed", "begun"), [("rehearse", [CrampJob(rehearse=True)]), ("zzzz", [])])
async def test_enter_in_the_palette_starts_what_was_searched_for_and_not_what_stood_there(
    typed: str, begun: list[CrampJob]
) -> None:
    """Somebody types fast: the list still shows the commands from before the search, the cramp first."""
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.5)
        box = it.screen.query_one(Input)
        box.value = typed
        await box.action_submit()
        for _ in range(100 if begun else 10):
            if not program.jobs:
                await pilot.pause(0.1)
        assert program.jobs == begun
