"""What is made of the diary, from the screen: the doctor's page, files out and in, the six weeks, a reminder."""

import stat
from pathlib import Path

import pytest
from test_tui_diary import line, on, pressed, settled, text
from textual.pilot import Pilot
from textual.widgets import Input, OptionList
from tui_fake import NOW, ROUTINES, FakeProgram, app

from stretchcoach.program.browser import EntryFilter
from stretchcoach.program.paperwork import ImportPreview
from stretchcoach.program.program import Program
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.offers import OFFERS
from stretchcoach.tui.screens.diary import DiaryScreen
from stretchcoach.tui.screens.doctors_page import DoctorsPage
from stretchcoach.tui.screens.effect import EffectScreen
from stretchcoach.tui.screens.hand_over import HandOverScreen
from stretchcoach.tui.screens.prompt import PromptScreen
from stretchcoach.tui.screens.reminder import ReminderScreen
from stretchcoach.tui.screens.session import SessionScreen
from stretchcoach.tui.screens.six_weeks import SixWeeksScreen
from stretchcoach.tui.screens.take_in import TakeInScreen

LIST = "date,side,severity\n2026-04-05 03:12,left,7\n2026-05-06 02:00,right,3\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which new files go into."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def offered(pilot: Pilot[None], name: str) -> None:
    """Open one of the list."""
    await pressed(pilot, "d", "o")
    assert on(here_of(pilot), HandOverScreen)
    pilot.app.screen.query_one(OptionList).highlighted = [each.name for each in OFFERS].index(name)
    await pressed(pilot, "enter")


def here_of(pilot: Pilot[None]) -> StretchCoach:
    assert isinstance(pilot.app, StretchCoach)
    return pilot.app


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type over what stands there, and Enter."""
    pilot.app.screen.query_one(Input).value = words
    await pressed(pilot, "enter")


def counted(program: FakeProgram) -> int:
    return len(program.browser().page(EntryFilter(), 0, 500))


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (60, 20)])
async def test_the_doctors_page_is_looked_at_and_saved_within_four_keys(here: Path, size: tuple[int, int]) -> None:
    it = app()
    async with it.run_test(size=size) as pilot:
        await pressed(pilot, "d", "r")
        assert on(it, DoctorsPage) and "Calf cramp diary" in text(it) and "Cramps a week" in text(it)
        await pressed(pilot, "p", "enter")
        assert on(it, DoctorsPage)
        file = here / "calf-cramps-2026-11-24.pdf"
        assert line(it, "#told") == f"Saved: {file}"
        assert file.read_bytes().startswith(b"%PDF-") and stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_dates_notes_weeks_and_a_name_are_a_key_each(here: Path) -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "r")
        assert "After [the] long walk." not in text(it) and "22 October" not in text(it)
        await pressed(pilot, "d")
        assert "22 October" in text(it) and "After [the] long walk." not in text(it)
        await pressed(pilot, "n", "w", "m")
        await typed(pilot, "A. [Person]")
        shown = " ".join(text(it).split())
        assert (
            "After [the] long walk." in shown and "Last 4 weeks" in shown and "Calf cramp diary: A. [Person]" in shown
        )
        await pressed(pilot, "h")
        await typed(pilot, "page.html")
        told = (here / "page.html").read_text()
        assert "After [the] long walk." in told and "A. [Person]" in told and "Last 12 weeks" in told
        await pressed(pilot, "t", "enter")
        assert (here / "calf-cramps-2026-11-24.txt").read_text().startswith("Calf cramp diary: A. [Person]\n")
        assert 'class="exercises"' not in told and "Exercises: no" in line(it, "#meaning")
        await pressed(pilot, "x")
        assert "Exercises: a page in the file" in line(it, "#meaning")
        await pressed(pilot, "h")
        await typed(pilot, "more.html")
        assert 'class="exercises"' in (here / "more.html").read_text()


async def test_a_file_that_is_there_is_replaced_only_after_a_yes(here: Path) -> None:
    it = app()
    (here / "mine.pdf").write_text("mine")
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "r", "p")
        await typed(pilot, "mine.pdf")
        assert on(it, PromptScreen) and line(it, "#told").endswith("is there already. Replace it?")
        await pressed(pilot, "enter", "space", "n")
        assert (here / "mine.pdf").read_text() == "mine" and it.screen.query_one(Input).value == "mine.pdf"
        await pressed(pilot, "enter", "escape")
        assert on(it, DoctorsPage) and (here / "mine.pdf").read_text() == "mine"
        await pressed(pilot, "p")
        await typed(pilot, "mine.pdf")
        await pressed(pilot, "y")
        assert on(it, DoctorsPage) and (here / "mine.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Type the name of a file."),
        (".", "is a folder; add a name."),
        ("no/such/place.pdf", "There is no folder"),
        ("x" * 300, "file name too long"),
        ("~nobody-of-that-name/x", "There is no such user"),
    ],
)
async def test_what_cannot_be_written_is_told_and_what_was_typed_stays(here: Path, name: str, told: str) -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "r", "p")
        await typed(pilot, name)
        assert on(it, PromptScreen) and told in line(it, "#told")
        assert it.screen.query_one(Input).value == name and not list(here.iterdir())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Export for a spreadsheet", b"\xef\xbb\xbfkind,"),
        ("Export everything", b"{"),
        ("Export for a doctor's software", b"{"),
    ],
)
async def test_exports_are_saved_for_their_owner_alone(here: Path, name: str, begins: bytes) -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, name)
        await pressed(pilot, "enter")
        assert on(it, HandOverScreen) and line(it, "#told").startswith("Saved: ")
        (file,) = here.iterdir()
        assert file.read_bytes().startswith(begins) and stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_file_is_looked_at_before_it_is_taken_in(here: Path) -> None:
    program = FakeProgram()
    it = app(program)
    (here / "list.csv").write_text(LIST)
    before = counted(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Import a file")
        await typed(pilot, "missing.csv")
        assert on(it, PromptScreen) and "There is no file" in line(it, "#told")
        await typed(pilot, "list.csv")
        assert on(it, TakeInScreen) and "Would be imported: 2 new, 0 already there." in text(it)
        assert counted(program) == before
        await pressed(pilot, "y", "y")
        assert "Imported: 2 new" in text(it) and counted(program) == before + 2


async def test_mistakes_keep_all_of_it_out_until_they_are_left_out(here: Path) -> None:
    program = FakeProgram()
    it = app(program)
    (here / "list.csv").write_text(f"{LIST}03/04/2026,left,1\n2026-07-08,sideways,1\n")
    before = counted(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Import a file")
        await typed(pilot, "list.csv")
        assert "list.csv:4" in text(it) and "Nothing can be imported: 2 mistakes." in text(it)
        await pressed(pilot, "y", "o")
        assert counted(program) == before and "Nothing can be imported: 1 mistake." in text(it)
        await pressed(pilot, "b", "y")
        assert "Imported: 3 new" in text(it) and counted(program) == before + 3


async def test_what_both_have_stays_as_the_diary_has_it_unless_one_says_so(here: Path) -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Export everything")
        await typed(pilot, "all.json")
        file = here / "all.json"
        file.write_text(file.read_text().replace("After [the] long walk.", "Another note."))
        pilot.app.screen.query_one(OptionList).highlighted = [each.name for each in OFFERS].index("Import a file")
        await pressed(pilot, "enter")
        await typed(pilot, "all.json")
        assert "1 of them left as the diary has them" in text(it)
        await pressed(pilot, "r")
        assert "1 of them replaced" in text(it)
        await pressed(pilot, "y")
        assert any(getattr(each, "note", "") == "Another note." for each in program.browser().page(EntryFilter(), 0, 9))


async def test_before_and_after_a_routine() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Before and after a routine")
        assert on(it, EffectScreen) and "since 26 September 2026" in text(it) and "bedtime," not in text(it)
        await pressed(pilot, "s")
        await typed(pilot, "tomorrow")
        assert line(it, "#told") == "Write the day like 2026-11-24."
        await typed(pilot, "2027-01-01")
        assert line(it, "#told") == "That day is in the future."
        await typed(pilot, "2026-10-20")
        assert on(it, EffectScreen) and "since 20 October 2026" in text(it)


async def test_the_six_weeks_are_started_gone_on_with_and_ended_after_a_yes() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Six weeks at bedtime")
        assert on(it, SixWeeksScreen) and "n't been started" in text(it)
        await pressed(pilot, "t", "x", "y")
        assert "n't been started" in text(it) and not program.jobs
        await pressed(pilot, "s")
        assert "day 1 of 42" in text(it) and "press t" in text(it)
        await pressed(pilot, "x", "n")
        assert "day 1 of 42" in text(it)
        await pressed(pilot, "x", "y")
        await settled(pilot)
        assert "stopped on day 1" in text(it)
        await pressed(pilot, "s", "t")
        assert on(it, SessionScreen) and program.jobs == [it.routine_job(ROUTINES[3])]


async def test_what_was_worked_out_before_is_not_shown_over_what_came_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Six weeks at bedtime")
        page, waiting = it.screen, []
        assert isinstance(page, SixWeeksScreen)
        monkeypatch.setattr(page, "look", lambda *looking: waiting.append(looking[1]))
        page.refill()
        page.show(["Third"])
        waiting.pop()(["Second"])
        assert "Third" in text(it) and "Second" not in text(it)
        page.refill()
        page.refill()
        early, late = waiting
        early(["Fourth"])
        late(["Fifth"])
        assert "Fifth" in text(it)


async def test_a_reminder_is_saved_as_a_calendar_file(here: Path) -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Reminder")
        await pressed(pilot, "h")
        await typed(pilot, "half past nine")
        assert line(it, "#told") == "Write the time like 21:30."
        await typed(pilot, "22:15")
        await pressed(pilot, "d")
        await typed(pilot, "1000")
        assert "1 to 366" in line(it, "#told")
        await typed(pilot, "14")
        await pressed(pilot, "s", "enter")
        assert on(it, ReminderScreen)
        told = (here / "bedtime-stretch.ics").read_text()
        assert "DTSTART:20261124T221500" in told and "COUNT=14" in told
        await pressed(pilot, "f", "f")
        assert "15 22 * * *" in text(it)


async def test_the_palette_has_all_of_it_and_a_session_none() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        home = it.screen
        for offer in OFFERS:
            commands = {each.title: each.callback for each in it.get_system_commands(it.screen)}
            commands[offer.name]()
            await settled(pilot)
            assert it.screen.query(Input) or "A moment" not in text(it)
            await pressed(pilot, "escape")
            assert it.screen is home
        await pressed(pilot, "c")
        assert on(it, SessionScreen)
        assert not {each.name for each in OFFERS} & {each.title for each in it.get_system_commands(it.screen)}


async def test_a_diary_that_fails_is_one_line_on_each_of_these_screens() -> None:
    program = FakeProgram()
    it = app(program)
    trouble = "The disk is full, so this could not be written into the diary."
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d")
        program.browser().trouble = trouble
        await pressed(pilot, "r")
        assert on(it, DoctorsPage) and line(it, "#told") == trouble
        await pressed(pilot, "escape")
        assert on(it, DiaryScreen)


def test_the_desk_makes_them_of_its_own_diary() -> None:
    papers = Program(speech=False, beeps=False).paperwork()
    assert papers.programme()[0] == "The six weeks haven't been started."
    assert "Calf cramp diary" in papers.report() and ImportPreview((), True) == ImportPreview((), True)
    assert papers.routines()[0].id == "bedtime_calf_hamstring" and papers.now().tzinfo and NOW.tzinfo


async def test_the_whole_diary_is_deleted_once_the_word_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await offered(pilot, "Delete the whole diary")
        for words in ("", "yes", "delete it"):
            await typed(pilot, words)
            assert on(it, PromptScreen) and line(it, "#told").startswith("Nothing was deleted.")
        assert counted(program)
        await typed(pilot, " Delete ")
        assert on(it, HandOverScreen) and "gone for good" in line(it, "#told")
        assert not counted(program)
        await pressed(pilot, "escape")
        assert isinstance(it.screen, DiaryScreen) and not it.screen.held
