"""Every question of the talk as it is drawn: large, whole, and answered without scrolling."""

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot
from tui_fake import ASKING, FakeRunner, press, session

from stretchcoach.core.asking import Asking
from stretchcoach.core.key_presses import keyed
from stretchcoach.core.knowledge import Item
from stretchcoach.core.messages import Answer, Asked, Command, Question
from stretchcoach.core.triage import HelpWords
from stretchcoach.library import knowledge
from stretchcoach.tui.screens.session import SessionScreen
from stretchcoach.tui.session_keys import keys_for
from stretchcoach.tui.widgets.base import Big, KeyButton, Line
from stretchcoach.tui.widgets.blocks import Size
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.question import QuestionView, TickRow

LETTERS = {(60, 20): {Size.NARROW, Size.PLAIN}, (80, 24): {Size.SMALL}, (160, 50): {Size.MEDIUM, Size.SMALL}}
"""The sizes of type that are allowed on each screen."""
PLAIN = {
    "list_feel", "list_recent", "pain_beyond", "both_swell_explained", "heat_ill", "med_interact", "cups_today",
}  # fmt: skip
"""What is too long for large letters on the smallest screen: bold there, and whole."""


def short(item: Item) -> Item:
    """The list as it is after a cramp."""
    return replace(item, marks=tuple(mark for mark in item.marks if mark.short))


def asked() -> list[Item]:
    """All that a person may be asked: both orders, each list in both forms, and each row of a list by itself."""
    known = knowledge()
    listed = [known.by_key[key] for key in known.keys(known.interview)]
    after = [known.by_key[key] for key in known.keys(known.safety_check)]
    rows = [known.by_key[mark.key] for item in listed for mark in item.marks]
    unique = {(item.key, len(item.marks)): item for item in [*listed, *after, *map(short, after), *rows]}
    return [item for item in unique.values() if item.marks or item.kind != "list"]


def put(item: Item) -> Question:
    """The question as the coach puts it, where it may be put off too: the most that has to find room."""
    asking = Asking(knowledge(), HelpWords())
    asking.item = item
    question = keyed(asking.question(calm=True))
    assert question is not None
    return replace(question, number=12, about=23)


def opened(it: App[None]) -> tuple[SessionScreen, FakeRunner]:
    """The session that is open, and what it shows."""
    screen = it.screen_stack[-1]
    assert isinstance(screen, SessionScreen) and isinstance(screen.runner, FakeRunner)
    return screen, screen.runner


async def put_up(pilot: Pilot[None], question: Question) -> QuestionView:
    """Put a question on the screen and wait until it is drawn."""
    screen, runner = opened(pilot.app)
    runner.changed(replace(ASKING, question=question, talk=True, name="Question 12 of about 23"))
    view = screen.query_one(QuestionView)
    while view.question != question:
        await pilot.pause()
    await pilot.pause()
    return view


@pytest.mark.parametrize("size", LETTERS, ids=str)
async def test_every_question_is_large_and_whole_with_all_its_rows_and_answers(size: tuple[int, int]) -> None:
    items = asked()
    assert len(items) > 100 and sum(bool(item.marks) for item in items) > 20
    if size == (160, 50):  # what is whole on 80 by 24 has room here: the lists, and a few of the others
        items = [item for number, item in enumerate(items) if item.marks or number % 5 == 0]
    it = session(ASKING)
    plain = set()
    async with it.run_test(size=size) as pilot:
        screen, _ = opened(it)
        for item in items:
            question = put(item)
            view, big = await put_up(pilot, question), screen.query_one("#question", Big)
            assert big.largest in LETTERS[size], item.ask
            if big.largest is Size.PLAIN:
                plain.add(item.key)
            else:
                assert "█" in "".join(big.lines()), item.ask
            assert view.max_scroll_y == 0
            strips = screen._compositor.render_strips()
            shown = " ".join(" ".join(strip.text for strip in strips).split())
            for label in (*(row.label for row in question.rows), *(choice.label for choice in question.choices)):
                assert all(word in shown for word in label.split()), (item.ask, label)
            assert "12 of about 23" in shown
            assert {"Stop", "Quit"} <= {label for row in screen.query_one(KeyBar).rows() for _, label, on in row if on}
    assert plain <= PLAIN


@pytest.mark.parametrize("size", LETTERS, ids=str)
async def test_why_a_list_is_asked_is_shown_when_somebody_asks(size: tuple[int, int]) -> None:
    it = session(ASKING)
    async with it.run_test(size=size) as pilot:
        screen, _ = opened(it)
        for number, item in enumerate(each for each in asked() if each.marks):
            question = put(item)
            view, why = await put_up(pilot, question), screen.query_one("#why", Line)
            if number:  # a key that is hammered counts once
                view.explain()
            else:
                await press(pilot, "question_mark")
            await pilot.pause()
            shown = " ".join(str(why.render()).split())
            assert shown == f"Why: {item.why}" and why.display and why.region.bottom <= screen.region.bottom
            drawn = [row for row in view.query(TickRow) if row.text and row.region.height]
            assert len(drawn) == len(item.marks)
            left, widest = drawn[0].content_region.x - view.region.x, max(len(row.text) for row in drawn)
            assert left == max(0, (view.region.width - widest) // 2), "the list stands in the middle"
            assert len({row.content_region.x for row in drawn}) == 1
            view.explain()
            await pilot.pause()
            assert "Why" not in str(why.render())


@pytest.mark.parametrize("size", [(50, 15), (40, 12), (30, 10)], ids=str)
async def test_on_a_screen_too_small_for_a_list_no_row_is_denied_unseen(size: tuple[int, int]) -> None:
    it = session(ASKING)
    async with it.run_test(size=size) as pilot:
        screen, runner = opened(it)
        paged = 0
        for item in [each for each in asked() if len(each.marks) > 6][::3]:
            question = put(item)
            view, told = await put_up(pilot, question), screen.query_one("#why", Line)
            seen: list[str] = []
            runner.sent.clear()
            while not runner.sent:
                drawn = [row for row in view.query(TickRow) if row.text and row.region.height]
                assert drawn and all(row.region.bottom <= view.region.bottom for row in drawn)
                seen += [row.text for row in drawn]
                if view.has_class("paged"):
                    assert f"{len(seen)} of {len(item.marks)}" in str(told.render()) and told.region.height
                    assert told.region.y < view.region.bottom
                    paged += 1
                else:
                    assert all(key.region.bottom <= view.region.bottom for key in view.query(KeyButton))
                screen.press("0")
                await pilot.pause()
            assert len(seen) == len(item.marks) and runner.sent == [Answer("none")]
        assert paged


@pytest.mark.parametrize("kind", [Asked.LIST, Asked.CHOICE])
def test_why_stands_before_a_pause_in_the_bar_of_a_question(kind: Asked) -> None:
    allowed = frozenset({Command.NEXT, Command.BACK, Command.HOW, Command.PAUSE, Command.STOP, Command.AGAIN})
    assert ASKING.question is not None
    scene = replace(ASKING, allowed=allowed, question=replace(ASKING.question, kind=kind))
    labels = [label for _, label, _ in keys_for(scene)]
    assert labels.index("Skip") < labels.index("Back") < labels.index("Why?") < labels.index("Pause")
    assert ("Done" in labels) is (kind is Asked.LIST)
