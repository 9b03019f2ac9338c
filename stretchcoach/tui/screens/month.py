"""A month at a glance: how many cramps each day had, and how many routines."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from stretchcoach.book import Book, Marks
from stretchcoach.tui.entries import CRAMP, ROUTINE
from stretchcoach.tui.screens.page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WIDTH = 8
"""Letters a day: seven of them fit into 60 columns."""
FIRST = date(1970, 1, 1)


class MonthScreen(DiaryPage):
    """The month, moved on with the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Earlier"),
        Binding("right", "move(1)", "Later"),
        Binding("up", "move(-12)", "A year earlier"),
        Binding("down", "move(12)", "A year later"),
        Binding("t", "today", "Today"),
        Binding("escape,q,c", "app.pop_screen", "Back"),
    ]

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.today = book.now().date()
        self.first = self.today.replace(day=1)

    def compose(self) -> ComposeResult:
        """The name of the month, the days, and what the marks mean."""
        yield Line(id="month", classes="page-title")
        yield Static(id="days", markup=False)
        yield Line(id="sum")
        yield Line(id="told", optional=True)
        yield KeyBar(
            ("left", "Earlier", True), ("right", "Later", True), ("up", "A year earlier", True),
            ("down", "A year later", True), ("t", "Today", True), ("escape", "Back", True),
        )  # fmt: skip

    def on_mount(self) -> None:
        self._fill()

    def action_move(self, months: int) -> None:
        year, month = divmod(self.first.year * 12 + self.first.month - 1 + months, 12)
        self.first = min(max(date(year, month + 1, 1), FIRST), self.today.replace(day=1))
        self._fill()

    def action_today(self) -> None:
        self.first = self.today.replace(day=1)
        self._fill()

    def _fill(self) -> None:
        first = self.first
        self.query_one("#month", Line).show(f"{first:%B %Y}")
        self.look(lambda: self.book.month(first), self._draw)

    def _draw(self, marks: Mapping[int, Marks]) -> None:
        self.query_one("#days", Static).update(Content("\n").join(_rows(self.first, marks, self.today)))
        cramps = sum(each.cramps for each in marks.values())
        routines = sum(each.routines for each in marks.values())
        self.query_one("#sum", Line).show(
            f"{CRAMP} {_counted(cramps, 'cramp')} on {_counted(sum(each.cramps > 0 for each in marks.values()), 'day')}"
            f"   {ROUTINE} {_counted(routines, 'routine')}"
        )


def _rows(first: date, marks: Mapping[int, Marks], today: date) -> Iterator[Content]:
    """The header, and for each week its days, and below each what it holds."""
    yield Content.styled("".join(f"{day:<{WIDTH}}" for day in DAYS), "bold $mark")
    for week in calendar.monthcalendar(first.year, first.month):
        days = [_day(first, day, today) for day in week]
        yield Content("").join(days)
        yield Content.styled("".join(f"{_mark(marks.get(day, Marks())):<{WIDTH}}" for day in week), "bold $figure")


def _day(first: date, day: int, today: date) -> Content:
    """The number; today is in brackets."""
    if not day:
        return Content(" " * WIDTH)
    if first.replace(day=day) == today:
        return Content.styled(f"[{day}]".ljust(WIDTH), "bold $mark")
    return Content.styled(f"{day:<{WIDTH}}", "$muted")


def _mark(marks: Marks) -> str:
    """``●2 ◇1``."""
    pairs = ((CRAMP, marks.cramps), (ROUTINE, marks.routines))
    return " ".join(f"{shape}{times}" for shape, times in pairs if times)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
