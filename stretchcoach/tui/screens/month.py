"""A month at a glance: how many cramps each day had, and how many routines; each day can be opened."""

import calendar
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
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
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens
from stretchcoach.words.wording import counted

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEAST, MOST = 8, 16
"""Letters a day: seven of the least fit into 60 columns."""
ROOMY = 30
"""Rows from which on there is a gap between weeks."""
FIRST = date(1970, 1, 1)


class MonthScreen(DiaryPage):
    """The arrows choose a day, Enter opens it; whole months are turned like pages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", pages.A_DAY_EARLIER),
        Binding("right", "step(1)", pages.A_DAY_LATER),
        Binding("up", "step(-7)", pages.A_WEEK_EARLIER),
        Binding("down", "step(7)", pages.A_WEEK_LATER),
        Binding("enter", "open", pages.OPEN_THE_DAY),
        Binding("pageup,p", "move(-1)", pages.THE_MONTH_BEFORE),
        Binding("pagedown,n", "move(1)", pages.THE_MONTH_AFTER),
        Binding("y", "move(-12)", pages.A_YEAR_EARLIER),
        Binding("t", "today", pages.TODAY),
        Binding("escape,q,c", "app.pop_screen", screens.BACK),
    ]

    def __init__(self, browser: DiaryBrowser, open_day: Callable[[str], None]) -> None:
        """``open_day`` shows the entries of a day, told as ``2026-11-24``."""
        super().__init__(browser)
        self._open_day = open_day
        self.today = browser.now().date()
        self.chosen = self.today
        self.marks: Mapping[int, DayCounts] = {}

    def compose(self) -> ComposeResult:
        """The name of the month, the days, and what the marks mean."""
        yield Line(id="month", classes="page-title")
        yield Static(id="days", markup=False)
        yield Line(id="sum")
        yield Line(id="told", optional=True)
        yield KeyBar(
            ("enter", pages.OPEN_THE_DAY, True), ("left", "Day", True), ("right", "Day", True), ("up", "Week", True),
            ("down", "Week", True), ("escape", "Back", True), ("p", "Month before", True), ("n", "Month after", True),
            ("y", "Year before", True), ("t", "Today", True),
        )  # fmt: skip

    @property
    def first(self) -> date:
        """The first day of the month that is shown."""
        return self.chosen.replace(day=1)

    def action_move(self, months: int) -> None:
        year, month = divmod(self.chosen.year * 12 + self.chosen.month - 1 + months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self._choose(date(year, month + 1, min(self.chosen.day, last)))

    def action_step(self, days: int) -> None:
        self._choose(self.chosen + timedelta(days))

    def action_today(self) -> None:
        self._choose(self.today)

    def action_open(self) -> None:
        self._open_day(self.chosen.isoformat())

    def on_screen_resume(self) -> None:
        """An entry of the day may have been changed or deleted."""
        self._fill()

    def _choose(self, day: date) -> None:
        before, self.chosen = self.first, min(max(day, FIRST), self.today)
        if self.first == before:
            self._draw(self.marks)
        else:
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
        width = min(MOST, max(LEAST, self.measure // 7))
        rows = list(_rows(self.chosen, marks, self.today, width, self.size.height >= ROOMY))
        days.update(Content("\n").join(rows))
        cramps = sum(each.cramps for each in marks.values())
        routines = sum(each.routines for each in marks.values())
        self.query_one("#sum", Line).show(
            f"{CRAMP} {counted(cramps, 'cramp')} on {counted(sum(each.cramps > 0 for each in marks.values()), 'day')}"
            f"   {ROUTINE} {counted(routines, 'routine')}"
        )


def _rows(chosen: date, marks: Mapping[int, DayCounts], today: date, width: int, gap: bool) -> Iterator[Content]:
    """The header, and for each week its days, and below each what it holds."""
    yield Content.styled("".join(f"{day:<{width}}" for day in DAYS), "bold $mark")
    for week in calendar.monthcalendar(chosen.year, chosen.month):
        if gap:
            yield Content("")
        yield Content("").join(_day(chosen, day, today, width) for day in week)
        yield Content.styled("".join(f"{_mark(marks.get(day, DayCounts())):<{width}}" for day in week), "bold $figure")


def _day(chosen: date, day: int, today: date, width: int) -> Content:
    """The number; today is in brackets, and the chosen day behind a mark."""
    if not day:
        return Content(" " * width)
    told = f"[{day}]" if chosen.replace(day=day) == today else str(day)
    if day == chosen.day:
        return Content.styled(f"▶{told} ", "bold $lit-ink on $lit") + Content(" " * (width - len(told) - 2))
    return Content.styled(told.ljust(width), "bold $mark" if told.startswith("[") else "$muted")


def _mark(marks: DayCounts) -> str:
    """``●2 ◇1``."""
    pairs = ((CRAMP, marks.cramps), (ROUTINE, marks.routines))
    return " ".join(f"{shape}{times}" for shape, times in pairs if times)
