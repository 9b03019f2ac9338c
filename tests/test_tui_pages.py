"""Pages are set alike: one column, one left edge, keys at the foot, and what belongs together stands together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_tui_diary import items, pressed
from textual.pilot import Pilot
from tui_fake import HOLD, NOW, FakeBrowser, FakeProgram, app, session

from stretchcoach.core.messages import Side
from stretchcoach.library import shipped_folder
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.bar_charts import charts
from stretchcoach.tui.offers import OFFERS
from stretchcoach.tui.screens.page_screen import MEASURE
from stretchcoach.tui.widgets.base import Big, Line
from stretchcoach.tui.widgets.figure import Figure
from stretchcoach.tui.widgets.keybar import Item, KeyBar, flowed
from stretchcoach.tui.widgets.setting_rows import SettingRow

SIZES = [(80, 24), (120, 40), (160, 50)]
COLUMNS = {
    "help": ("question_mark",), "settings": ("comma",), "about": ("a",), "writing menu": ("n",), "diary": ("d",),
    "entry": ("d", "enter"), "mended": ("d", "enter", "e"), "doctor's page": ("d", "r"), "handing over": ("d", "o"),
    **{each.name: ("d", "o", *["down"] * at, "enter") for at, each in enumerate(OFFERS)},
}  # fmt: skip
BROAD = {"charts": ("d", "g"), "writing": ("n", "enter"), "step": ("n", "enter", "enter")}


def rows(it: StretchCoach) -> list[str]:
    return ["".join(segment.text for segment in strip) for strip in it.screen._compositor.render_strips()]


def begins(row: str) -> int:
    return len(row) - len(row.lstrip())


async def writing_a_cool_down(it: StretchCoach, pilot: Pilot[None]) -> None:
    await pilot.pause()
    text = (shipped_folder() / "cooldown_calf.toml").read_text(encoding="utf-8")
    it.push_screen(it._writer(it.program.own_routines().made(text)))
    await pressed(pilot, "down")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("keys", [*COLUMNS.values(), *BROAD.values()], ids=[*COLUMNS, *BROAD])
async def test_a_page_has_one_left_edge_and_its_keys_on_the_last_rows(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    it = app()
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pressed(pilot, *keys)
        drawn = [row for row in rows(it) if row.strip()]
        bar = list(it.screen.query(KeyBar))[-1]
        left, right = bar.region.x, bar.region.right
        assert bar.region.bottom == size[1] and rows(it)[-1].strip()
        assert [item for row in bar.rows() for item in row] == list(bar.items), "no key is left out"
        assert begins(drawn[0]) == left, "the title stands above the keys"
        assert min(map(begins, drawn)) == left, drawn
        assert max(len(row.rstrip(" ▁▂▃▄▅▆▇█")) for row in drawn) <= right + 1
        if keys in COLUMNS.values():
            assert right - left == min(MEASURE, size[0] - 4)
        assert abs(left - (size[0] - right)) <= 1, "in the middle"


async def test_what_a_row_means_and_how_it_is_done_stand_by_the_rows_on_a_large_screen() -> None:
    it = app()
    async with it.run_test(size=(160, 50)) as pilot:
        await writing_a_cool_down(it, pilot)
        options, figure = it.screen.query_one("#choices"), it.screen.query_one(Figure)
        assert options.size.width <= MEASURE and figure.display
        assert figure.region.y == options.region.y and figure.region.height <= 28
        await pressed(pilot, "enter")
        last, meaning = list(it.screen.query(SettingRow))[-1], it.screen.query_one("#meaning", Line)
        form, figure = it.screen.query_one("#form"), it.screen.query_one(Figure)
        assert form.size.width <= MEASURE and figure.region.y == form.region.y
        assert meaning.text and 0 < meaning.region.y - last.region.bottom <= 8


async def test_no_measure_is_cut_inside_one_of_its_parts() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await writing_a_cool_down(it, pilot)
        drawn = [row[:54].rstrip() for row in rows(it) if re.match(r" +[2-5]  ", row)]
        assert len(drawn) == 4 and all(re.search(r"  hold \d+ s( · each side)?( …)?$", row) for row in drawn), drawn


async def test_the_filters_stand_above_what_they_filter_and_the_key_beside_what_it_begins() -> None:
    for size in SIZES:
        it = app()
        async with it.run_test(size=size) as pilot:
            await pilot.pause(0.2)
            assert it.screen.query_one("#shelf").region.y - it.screen.query_one("#filters").region.bottom == 1
            words, key = it.screen.query_one("#cramp-words", Big), it.screen.query_one("#cramp", Big)
            assert words.region.y == key.region.y and words.region.height == key.region.height
            assert key.text == "C" and len(key.lines()) == len(words.lines()) >= 3


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (240, 70)], ids=str)
async def test_the_large_key_of_a_cramp_is_whole_and_touches_nothing(size: tuple[int, int]) -> None:
    it = app()
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        words, key = it.screen.query_one("#cramp-words", Big), it.screen.query_one("#cramp", Big)
        for each in (words, key):
            inner, outer = each.content_region, each.region
            drawn = max(map(len, each.lines()))
            assert set("".join(each.lines())) <= set(" ▀▄█") and drawn <= inner.width
            assert min(inner.x - outer.x, outer.right - inner.right) + (inner.width - drawn) // 2 >= 1


async def test_a_line_of_the_card_goes_on_below_its_own_words() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pressed(pilot, "down")
        card = [row[42:].rstrip(" █▄▁▂▃▅▆▇") for row in rows(it)]
        at = next(number for number, row in enumerate(card) if row.startswith("! After a calf strain"))
        assert card[at + 1].startswith("  "), card


async def test_keys_that_would_do_nothing_are_dim() -> None:
    program = FakeProgram()
    program.held_browser = FakeBrowser([])
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d")
        assert [key for key, (_, live) in items(it, "#diary-keys").items() if not live] == ["enter", "x", "u"]
    for size, live in (((80, 24), True), ((160, 50), False)):
        it = app()
        async with it.run_test(size=size) as pilot:
            await pressed(pilot, "d")
            assert [key for key, (_, live) in items(it, "#diary-keys").items() if not live] == ["u"]
            await pressed(pilot, "x")
            assert items(it, "#diary-keys")["u"][1]
            await pressed(pilot, "enter", "escape", "g")
            assert {(key, live) for key, _, live in it.screen.query_one(KeyBar).items} == {
                ("up", live), ("down", live), ("escape", True),
            }  # fmt: skip


def test_the_charts_that_count_the_same_cramps_have_one_scale_and_tell_it() -> None:
    browser = FakeBrowser()
    made = {each.title: each for each in charts(browser.figures(), str, True)}
    same = [made[title] for title in ("Time of day", "Side", "While", "May have played a part")]
    most = max(value for each in same for _, value in each.bars)
    assert {each.full for each in same} == {most} and all(f"a full line is {most:g}" in each.heading for each in same)
    assert "a full line is 7" in made["Days with a routine"].heading
    for each in (each for each in made.values() if each.bars):
        lines = list(each.lines(72))[: len(each.bars)]
        assert {len(row) for row in lines} == {72}, "the figures end below one another"
        assert {re.search("[━╸─]", row).start() for row in lines} == {20}, lines  # type: ignore[union-attr]
    assert str(NOW.year) not in "".join(made)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_countdown_touches_neither_side(size: tuple[int, int]) -> None:
    from msgspec.structs import replace

    it = session(replace(HOLD, pose="heel-raise", side=Side.BOTH))
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        middle = it.screen.query_one("#middle").region
        assert middle.right < it.screen.query_one("#side-right").region.x
        assert it.screen.query_one("#side-left").region.right < middle.x
        assert it.screen.query_one("#arena").region.bottom < it.screen.query_one("#next").region.y


ITEM = st.tuples(st.sampled_from(["a", "space", "ctrl+s"]), st.text("abc ", min_size=1, max_size=12), st.just(True))


@given(st.lists(ITEM, min_size=1, max_size=16).map(tuple), st.integers(24, 160), st.integers(1, 4))
def test_keys_flow_in_order_into_as_few_rows_as_they_need(items: tuple[Item, ...], width: int, height: int) -> None:
    found = flowed(items, width, height)
    there = [item for row in found for item in row]
    assert there == list(items[: len(there)]) and 1 <= len(found) <= height
    assert len(there) == len(items) or len(found) == height
    used = [sum(len(flat) for flat in _caps(row)) + 2 * (len(row) - 1) for row in found]
    assert max(used) <= width
    assert len(found) == len(flowed(items, width, 99)) or len(there) < len(items)


def test_a_key_as_long_as_its_row_is_alone_in_it_and_the_others_follow() -> None:
    items = (("enter", "Home", True), ("r", "Start the suggested stretches", True), ("s", "Sources", True))
    assert flowed(items, 38, 3) == [[each] for each in items]


def _caps(row: list[Item]) -> list[str]:
    from stretchcoach.tui.words import key_cap

    return [f" {key_cap(key)}  {label}" for key, label, _ in row]
