"""A month at a glance: how many cramps each day had, and how many routines."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from stretchcoach.program.browser import DayCounts, DiaryBrowser
from stretchcoach.tui.entry_lines import CRAMP, ROUTINE
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEAST, MOST = 8, 16
"""Letters a day: seven of the least fit into 60 columns."""
ROOMY = 30
"""Rows from which on there is a gap between weeks."""
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

    def __init__(self, browser: DiaryBrowser) -> None:
        super().__init__(browser)
        self.today = browser.now().date()
        self.first = self.today.replace(day=1)
        self.marks: Mapping[int, DayCounts] = {}

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
        self.look(lambda: self.browser.month(first), self._draw)

    def on_resize(self) -> None:
        self._draw(self.marks)

    def _draw(self, marks: Mapping[int, DayCounts]) -> None:
        self.marks = marks
        days = self.query_one("#days", Static)
        width = min(MOST, max(LEAST, (self.size.width - 4) // 7))
        rows = list(_rows(self.first, marks, self.today, width, self.size.height >= ROOMY))
        days.update(Content("\n").join(rows))
        cramps = sum(each.cramps for each in marks.values())
        routines = sum(each.routines for each in marks.values())
        self.query_one("#sum", Line).show(
            f"{CRAMP} {_counted(cramps, 'cramp')} on {_counted(sum(each.cramps > 0 for each in marks.values()), 'day')}"
            f"   {ROUTINE} {_counted(routines, 'routine')}"
        )


def _rows(first: date, marks: Mapping[int, DayCounts], today: date, width: int, gap: bool) -> Iterator[Content]:
    """The header, and for each week its days, and below each what it holds."""
    yield Content.styled("".join(f"{day:<{width}}" for day in DAYS), "bold $mark")
    for week in calendar.monthcalendar(first.year, first.month):
        if gap:
            yield Content("")
        yield Content("").join(_day(first, day, today, width) for day in week)
        yield Content.styled("".join(f"{_mark(marks.get(day, DayCounts())):<{width}}" for day in week), "bold $figure")


def _day(first: date, day: int, today: date, width: int) -> Content:
    """The number; today is in brackets."""
    if not day:
        return Content(" " * width)
    if first.replace(day=day) == today:
        return Content.styled(f"[{day}]".ljust(width), "bold $mark")
    return Content.styled(f"{day:<{width}}", "$muted")


def _mark(marks: DayCounts) -> str:
    """``●2 ◇1``."""
    pairs = ((CRAMP, marks.cramps), (ROUTINE, marks.routines))
    return " ".join(f"{shape}{times}" for shape, times in pairs if times)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
