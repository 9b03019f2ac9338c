"""The diary on the screen: list, entry, mending, calendar, charts, and what an earlier day left open."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static
from tui_fake import FULL, NOW, ROUTINES, FakeBrowser, FakeProgram, app, worked

from stretchcoach.diary import Episode
from stretchcoach.program.browser import EntryFilter, Page
from stretchcoach.program.cut_short import CutShort
from stretchcoach.program.evening import Evening
from stretchcoach.program.jobs import CrampJob, RoutineJob
from stretchcoach.settings import CoachSettings, Settings
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.bar_charts import bar, charts
from stretchcoach.tui.forms.cramp import BLANKS, WRONG
from stretchcoach.tui.screens.charts import ChartsScreen
from stretchcoach.tui.screens.diary import LEAF, NOTHING, DiaryScreen
from stretchcoach.tui.screens.edit import EditScreen
from stretchcoach.tui.screens.entry import EntryScreen
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.screens.month import MonthScreen
from stretchcoach.tui.screens.session import SessionScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.setting_rows import SettingRow
from stretchcoach.tui.words import SENTENCE, in_parts, offered, shortened
from stretchcoach.words.diary_pages import NO_ENTRIES_MATCH, NOT_ENOUGH_YET
from stretchcoach.words.screens import CUT_SHORT_SAVED, QUESTIONS_WAIT, UNSAVED

CUT = CutShort("Warm-up for running", "2026-11-24T08:14:00+01:00", RoutineJob(ROUTINES[1], begin=4))


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await worked(pilot.app)
    await pilot.pause()


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def listed(it: StretchCoach) -> list[str]:
    options = it.screen.query_one("#entries", OptionList)
    return [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]


def line(it: StretchCoach, selector: str) -> str:
    return it.screen.query_one(selector, Line).text


def items(it: StretchCoach, selector: str) -> dict[str, tuple[str, bool]]:
    """What a bar of keys says of each, and whether it means something."""
    return {key: (label, live) for key, label, live in it.screen.query_one(selector, KeyBar).items}


def text(it: StretchCoach) -> str:
    return "\n".join(each.text for each in it.screen.query(Line))


def on(it: StretchCoach, kind: type[object]) -> bool:
    return type(it.screen) is kind


def held(it: StretchCoach) -> Page:
    assert isinstance(it.screen, DiaryScreen)
    return it.screen.held


def small() -> FakeProgram:
    program = FakeProgram()
    program.held_browser = FakeBrowser([FULL, Episode(id="bare", began="2026-11-22T23:40:00+01:00", side="right")])
    return program


# --- the list ------------------------------------------------------------------------------------------------


async def test_d_opens_the_list_newest_first_under_its_months() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d")
        assert on(it, DiaryScreen)
        shown = listed(it)
        assert shown[0] == "November 2026" and "October 2026" in shown
        assert shown[1].startswith("Tue 24  03:12  ● cramp    left calf · get help today · 4 min 18 s · pain 7…")
        assert shown[2].startswith("Mon 23  21:45  ◇ routine  4 min 10 s · Calf and hamstring before bed…")
        assert len(held(it)) == 56
        await pressed(pilot, "escape")
        assert on(it, HomeScreen)


async def test_it_is_filtered_by_side_kind_and_word() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "s")
        assert items(it, "#filters")["s"][0] == "Side: left" and all(
            "● cramp    left" in each for each in listed(it)[1:5]
        )
        await pressed(pilot, "s", "s", "s", "s", "k", "k")
        assert items(it, "#filters")["k"][0] == "Kind: routines" and not any("●" in each for each in listed(it))
        await pressed(pilot, "k", "slash", *"long walk")
        assert [each for each in listed(it) if "●" in each or "◇" in each] == listed(it)[1:2]
        await pressed(pilot, "enter")
        assert items(it, "#filters")["slash"][0] == "Word: long walk"
        await pressed(pilot, "slash", *"zz", "enter")
        assert listed(it) == [NO_ENTRIES_MATCH]
        await pressed(pilot, "slash", "escape")
        assert on(it, DiaryScreen), "the first Escape leaves the word alone"


async def test_an_empty_diary_says_so_and_no_key_breaks_it() -> None:
    program = FakeProgram()
    program.held_browser = FakeBrowser([])
    it = app(program)
    async with it.run_test(size=(60, 20)) as pilot:
        await pressed(pilot, "d", "enter", "x", "u", "down")
        assert listed(it) == [*NOTHING]
        await pressed(pilot, "g")
        assert text(it).count(NOT_ENOUGH_YET) == 7


async def test_a_long_diary_is_read_leaf_by_leaf(monkeypatch: pytest.MonkeyPatch) -> None:
    program = FakeProgram()
    program.held_browser = FakeBrowser(
        [Episode(began=(NOW - timedelta(hours=each)).isoformat()) for each in range(1000)]
    )
    asked: list[tuple[int, int]] = []
    leaf = FakeBrowser.page

    def counted(self: FakeBrowser, wanted: EntryFilter, start: int, count: int) -> Page:
        asked.append((start, count))
        return leaf(self, wanted, start, count)

    monkeypatch.setattr(FakeBrowser, "page", counted)
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d")
        assert asked == [(0, LEAF)]
        await pressed(pilot, "end")
        assert asked == [(0, LEAF), (LEAF, LEAF)]
        await pressed(pilot, "end")
        assert len(held(it)) == 3 * LEAF
        assert [each.began for each in held(it)] == sorted((e.began for e in held(it)), reverse=True)


async def test_delete_and_undo() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "x")
        assert len(listed(it)) == 2 and "Press u to undo" in line(it, "#told")
        await pressed(pilot, "x", "u", "u")
        assert len(listed(it)) == 3 and line(it, "#told") == "It is back."
        await pressed(pilot, "u")
        assert line(it, "#told") == "There's nothing to undo."


async def test_a_diary_that_fails_is_one_plain_line() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d")
        program.browser().trouble = "The disk is full, so this could not be written into the diary."
        await pressed(pilot, "x")
        assert line(it, "#told") == program.browser().trouble
        for key, screen in (("c", MonthScreen), ("g", ChartsScreen)):
            await pressed(pilot, key)
            assert on(it, screen) and line(it, "#told") == program.browser().trouble
            await pressed(pilot, "escape")
        await pressed(pilot, "n", "ctrl+s")
        assert on(it, EditScreen) and line(it, "#told") == program.browser().trouble


# --- one entry -----------------------------------------------------------------------------------------------


async def test_an_entry_tells_all_that_was_said() -> None:
    it = app(small())
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "enter")
        assert on(it, EntryScreen)
        shown = text(it)
        for part in (
            "● Cramp, left calf", "Tuesday 24 November 2026, 03:12", "7 of 10  ■■■■■■■···", "toes down", "1 min 35 s",
            "After [the] long walk.", "▲ Get help today", "Because you said: one leg is swollen",
            "A long spell in one position",
            "Any chest pain, trouble breathing, or coughing up blood?  → no", "→ not sure", "→ left open",
            "questions were put off",
        ):  # fmt: skip
            assert part in shown, part
        assert "R3" not in shown and "{" not in shown, "reasons in words, not the names of rules"
        await pressed(pilot, "x")
        assert on(it, DiaryScreen) and len(listed(it)) == 2
        await pressed(pilot, "u")
        assert len(listed(it)) == 3


async def test_a_routine_is_read_and_deleted_but_not_mended() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "down", "enter", "e")
        assert on(it, EntryScreen) and "◇ Calf and hamstring" in text(it)
        assert "only deleted" in line(it, "#told")


async def test_plain_fields_are_mended_and_kept_at_once_when_asked() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "enter", "e", "right", "down", "left")
        it.screen.query_one("#blank-minutes", Input).value = "2,5"
        await pressed(pilot, "ctrl+s")
        assert on(it, EntryScreen) and "● Cramp, right calf" in text(it) and "6 of 10" in text(it)
        (kept, _) = program.browser().page(EntryFilter(), 0, 9)
        assert isinstance(kept, Episode) and (kept.minutes, kept.severity, kept.side) == (2.5, 6, "right")
        assert kept.answers == FULL.answers and kept.began == FULL.began and kept.closed == "finished"
        await pressed(pilot, "e", "right", "escape", "d", "escape")
        assert "right calf" in listed(it)[1], "nothing was kept"


async def test_every_field_can_be_edited_and_digits_set_numbers() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "n", "right", "down", "7", "down", *"4:30", "down")
        for _ in ("place", "woke", "doing", "posture", "relieved_by"):
            await pressed(pilot, "right", "down")
        await pressed(pilot, *"90 s", "down", "1", "0", "down", "3", "4", "down", *"salt", "ctrl+s")
        assert on(it, DiaryScreen)
        (kept, *_) = program.browser().page(EntryFilter(), 0, 1)
        assert isinstance(kept, Episode)
        told = (kept.side, kept.severity, kept.minutes, kept.place, kept.woke, kept.doing, kept.posture)
        assert told == ("left", 7, 4.5, "calf", "yes", "exercising", "none")
        assert (kept.relieved_by, kept.relieved_after, kept.pain_after, kept.sleep) == ("toes_up", 90, 10, 4)
        assert kept.note == "salt" and kept.closed == "added"


async def test_escape_asks_before_anything_is_lost() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "enter", "e", "s", "d", "g", "escape")
        assert on(it, EntryScreen), "nothing was changed, so nothing is asked"
        await pressed(pilot, "e", "down", "9", "escape")
        assert on(it, EditScreen) and "s saves them, d discards them" in line(it, "#told")
        await pressed(pilot, "g", "8", "escape", "escape", "down", "down", *" 5", "escape")
        assert on(it, EditScreen) and "s saves them" in line(it, "#told")
        await pressed(pilot, "g")
        assert it.focused is it.screen.query_one("#blank-place") or line(it, "#told") == ""
        await pressed(pilot, "escape", "s")
        assert on(it, EntryScreen) and "8 of 10" in text(it)
        await pressed(pilot, "e", "down", "backspace", "escape", "d")
        assert on(it, EntryScreen) and "8 of 10" in text(it)
        await pressed(pilot, "e", "down", "down", "x", "escape")
        assert line(it, "#told") == UNSAVED
        await pressed(pilot, "s")
        assert on(it, EditScreen) and line(it, "#told") == WRONG, "what cannot be taken is told, and stays to be mended"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("4", 4), ("2,5", 2.5), ("4:30", 4.5), ("90 s", 1.5), ("4 min", 4), ("1 min 30 s", 1.5), ("0", 0), ("12m", 12)],
)
def test_a_length_is_typed_as_people_write_it(words: str, minutes: float) -> None:
    (blank,) = (each for each in BLANKS if each.key == "minutes")
    entry = blank.put(FULL, words, NOW)
    assert entry.minutes == minutes and blank.put(entry, blank.get(entry), NOW) is entry


async def test_a_cramp_is_added_by_hand_and_a_wrong_text_is_told() -> None:
    program = small()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "n", "down", "down", *"four", "enter")
        assert line(it, "#told") == WRONG
        await pressed(pilot, "ctrl+s")
        assert on(it, EditScreen), "nothing wrong is kept"
        it.screen.query_one("#blank-minutes", Input).value = "4"
        it.screen.query_one("#blank-began", Input).value = "2026-11-23 02:05"
        it.screen.query_one("#keep").focus()
        await pressed(pilot, "enter")
        assert on(it, DiaryScreen)
        assert "Mon 23  02:05  ● cramp    4 min" in listed(it)


@pytest.mark.parametrize(
    ("key", "words", "wrong"),
    [
        ("began", "some day", "Write the time"),
        ("began", "2026-11-25 00:00", "in the future"),
        ("minutes", "-1", "from 0 to 1440"),
        ("minutes", "nan", "from 0 to 1440"),
        ("minutes", "4:75", "from 0 to 1440"),
        ("minutes", "1441", "from 0 to 1440"),
        ("relieved_after", "9" * 400, "from 0 to 1440"),
    ],
)
def test_what_cannot_be_taken_is_told(key: str, words: str, wrong: str) -> None:
    (blank,) = (each for each in BLANKS if each.key == key)
    with pytest.raises(ValueError, match=wrong):
        blank.put(FULL, words, NOW)


def test_every_value_offered_is_a_valid_entry() -> None:
    import msgspec

    for blank in BLANKS:
        assert blank.put(FULL, blank.get(FULL), NOW) is FULL
        for value in blank.values:
            entry = blank.put(FULL, str(value), NOW)
            assert msgspec.convert(msgspec.to_builtins(entry), Episode) == entry and blank.get(entry) == value


# --- month and charts ----------------------------------------------------------------------------------------


async def test_the_month_marks_its_days_and_turns_like_a_page() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "c")
        shown = str(it.screen.query_one("#days", Static).content)
        assert shown.startswith("Mon") and "▶[24]" in shown and "●1 ◇1" in shown
        assert line(it, "#month") == "November 2026" and line(it, "#sum").startswith("● 9 cramps on 9 days")
        await pressed(pilot, "p")
        assert line(it, "#month") == "October 2026" and "▶24" in str(it.screen.query_one("#days", Static).content)
        await pressed(pilot, "y")
        assert line(it, "#month") == "October 2025" and line(it, "#sum").startswith("● 0 cramps on 0 days")
        await pressed(pilot, "t", "n", "n")
        assert line(it, "#month") == "November 2026", "nothing is to be seen of what has not come"
        await pressed(pilot, "p", "t", "escape")
        assert on(it, DiaryScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_day_of_the_calendar_is_opened_with_the_arrows_and_enter(size: tuple[int, int]) -> None:
    it = app()
    async with it.run_test(size=size) as pilot:
        await pressed(pilot, "d", "c", "up", "left", "left", "right")
        assert "▶16" in str(it.screen.query_one("#days", Static).content)
        await pressed(pilot, "down", "down", "left", "enter")
        assert line(it, ".page-title") == "Diary, Monday 23 November 2026"
        assert len(held(it)) == 1 and held(it)[0].began.startswith("2026-11-23")
        await pressed(pilot, "enter")
        assert on(it, EntryScreen)
        await pressed(pilot, "escape", "escape")
        assert on(it, MonthScreen) and line(it, "#month") == "November 2026"
        await pressed(pilot, *["left"] * 23)
        assert line(it, "#month") == "October 2026" and "▶31" in str(it.screen.query_one("#days", Static).content)


async def test_a_day_without_entries_says_so_and_each_entry_stands_on_its_day() -> None:
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "c")
        marked = it.screen.marks if isinstance(it.screen, MonthScreen) else {}
        for day in (24, 23, 22, 21, 20, 19):
            await pressed(pilot, "enter")
            there = marked.get(day)
            assert len(held(it)) == (there.cramps + there.routines if there else 0)
            assert held(it) or "Nothing was saved on that day." in listed(it)
            await pressed(pilot, "c", "left")


async def test_the_charts_tell_figures_beside_the_bars_and_the_weeks_kept() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(160, 50)) as pilot:
        await pressed(pilot, "d", "g")
        shown = text(it)
        assert (
            "26 cramps" in shown
            and re.search(r"from 19 Oct +━+ +3\n", shown)
            and re.search(r"this week +━+╸?─+ 1", shown)
        )
        assert "weeks in a row. One missed week doesn't break it." in shown and "Hard exercise" in shown
        relief = shown.partition("Time to relief · a full line is 2 min\n")[2].splitlines()[:3]
        assert all(re.search(r" \d+ min( \d+ s)?$| \d+ s$", each) for each in relief), relief
        for box in it.screen.query(".bars").results(Line):
            assert box.size.height == len(box.text.splitlines())
        await pressed(pilot, "escape")
        program.settings = Settings(coach=CoachSettings(streaks=False))
        await pressed(pilot, "g")
        assert "in a row" not in text(it) and "Days with a routine · a full line is 7\n" in text(it)


def test_too_little_is_not_drawn() -> None:
    program = small()
    for chart in charts(program.browser().figures(), str, True):
        assert list(chart.lines(40)) == [NOT_ENOUGH_YET], chart.title


@pytest.mark.parametrize(("fraction", "drawn"), [(0, ""), (0.001, "╸"), (0.5, "━━╸"), (1, "━━━━━")])
def test_a_bar_to_half_a_letter(fraction: float, drawn: str) -> None:
    assert bar(fraction, 5) == drawn


# --- what an earlier day left open ---------------------------------------------------------------------------


async def test_a_session_cut_short_is_gone_on_with_by_one_key() -> None:
    program = FakeProgram()
    program.cut = CUT
    program.waiting = True
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        assert line(it, "#troubles").splitlines()[0].endswith("g to carry on, e to end it.")
        assert QUESTIONS_WAIT in line(it, "#troubles")
        await pressed(pilot, "g")
        assert on(it, SessionScreen) and program.done == ["go on"] and program.jobs == [CUT.job]


async def test_or_it_is_ended_by_another_and_then_both_keys_mean_nothing() -> None:
    program = FakeProgram()
    program.cut = CUT
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pressed(pilot, "e")
        assert line(it, "#troubles") == CUT_SHORT_SAVED and program.done == ["close"]
        await pressed(pilot, "e", "g")
        assert program.done == ["close"] and not program.jobs


def test_one_that_is_too_long_ago_can_only_be_ended() -> None:
    told = offered(CutShort("The cramp", "2026-11-22T23:40:00+01:00", None), NOW)
    assert told == "The cramp, cut short Sun 22 Nov 23:40: e to end it."
    assert "today" in offered(CutShort("The cramp", "2026-11-24T09:20:00+01:00", CrampJob()), NOW)
    assert NOW.date() == date(2026, 11, 24)


async def test_tonights_stretch_of_a_programme_is_offered_and_begun_by_one_key() -> None:
    program = small()
    program.on_tonight = Evening("warmup_run", "Warm-up for running, day 3 of 42.")
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        assert "day 3 of 42. Press t to begin." in line(it, "#troubles")
        await pressed(pilot, "t")
        assert program.jobs == [it.routine_job(ROUTINES[1])]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_a_line_of_the_list_is_cut_between_words_and_tells_first_what_was_not_finished(
    size: tuple[int, int],
) -> None:
    it = app()
    async with it.run_test(size=size) as pilot:
        await pressed(pilot, "d")
        shown = it.screen.query_one("#entries", OptionList)
        rows = ["".join(part.text for part in shown.render_line(y)) for y in range(1, 12)]
        for row, option in zip(rows, listed(it)[1:], strict=False):
            assert row.rstrip("▅ ▂▇").strip() == option.strip(), "the screen cuts nothing more"
        assert any("not finished" in row for row in rows)


@given(st.text("ab ·", min_size=1, max_size=60), st.integers(2, 40))
def test_what_is_cut_is_cut_between_words(text: str, width: int) -> None:
    cut = shortened(text, width)
    assert len(cut) <= width or cut == text
    kept = cut.removesuffix("…")
    assert text.startswith(kept)
    if cut != text and " " in text[:width].strip(" ·"):
        assert text[len(kept)] in " ·" or " " not in kept


PARTS = st.lists(st.sampled_from(["left calf", "4 min 18 s", "pain 7", "by toes up", "a longer note " * 3]), max_size=6)


@given(PARTS, st.integers(14, 90))
def test_a_measure_in_a_line_is_whole_or_left_out(parts: list[str], width: int) -> None:
    cut = in_parts(parts, width)
    assert len(cut) <= width
    if cut != " · ".join(parts):
        *before, last = cut.removesuffix("…").rstrip().split(" · ")
        assert before == parts[: len(before)] and cut.endswith("…")
        assert last == parts[len(before)] or len(parts[len(before)]) >= SENTENCE


async def test_a_word_is_chosen_by_its_first_letter_and_a_time_is_typed_as_it_is_told() -> None:
    program = small()
    before = {each.id for each in program.browser().page(EntryFilter(), 0, 99)}
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "n", "r", "backspace", "l")
        assert it.screen.query_one("#blank-side", SettingRow).value == "left"
        it.screen.query_one("#blank-doing").focus()
        await pressed(pilot, "s", "s", "s")
        assert it.screen.query_one("#blank-doing", SettingRow).value == "sudden_move"
        it.screen.query_one("#blank-began", Input).value = "yesterday 3:12"
        await pressed(pilot, "ctrl+s")
        assert not on(it, EditScreen)
    (added,) = (each for each in program.browser().page(EntryFilter(), 0, 99) if each.id not in before)
    assert isinstance(added, Episode) and (added.side, added.doing) == ("left", "sudden_move")
    assert added.began[11:16] == "03:12"
