"""The six weeks of a stretch at bedtime: begun, looked back on, ended."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.core.routine import Routine
from stretchcoach.program.paperwork import Paperwork
from stretchcoach.tui.screens.reminder import ReminderScreen
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item, KeyBar
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import questions, screens

BEGIN = "press t."
WHAT = (
    pages.FOR_SIX_WEEKS,
    pages.LOOKS_BACK,
    pages.PRESS_S_TO_START,
)


class SixWeeksScreen(TextPage):
    """How they stand, and the keys for what can be done."""

    TITLE_OF_PAGE = pages.SIX_WEEKS_AT_BEDTIME
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", pages.ANOTHER_ROUTINE),
        Binding("right", "other(1)", pages.ANOTHER_ROUTINE),
        Binding("s", "start", pages.START_TODAY),
        Binding("t", "tonight", screens.TONIGHTS_STRETCH),
        Binding("x", "stop", pages.END_THEM),
        Binding("y", "sure(True)", questions.YES),
        Binding("n", "sure(False)", questions.NO),
        Binding("m", "remind", pages.A_REMINDER),
    ]

    def __init__(self, paperwork: Paperwork, begin: Callable[[Routine], None]) -> None:
        """``begin`` starts a routine."""
        super().__init__(paperwork)
        self.routines = paperwork.routines()
        self.place = 0
        self.running = self.asking = False
        self._launch = begin

    def choices(self) -> str:
        if self.running or not self.routines:
            return ""
        return f"Routine: {self.routines[self.place].title}"

    def keys(self) -> tuple[Item, ...]:
        if self.asking:
            return (("y", pages.YES_END_THEM, True), ("n", pages.NO_GO_ON, True))
        there = bool(self.routines)
        if self.running:
            return (
                ("t", "Tonight's stretch", True), ("x", "End them", True), ("m", "A reminder", True),
                ("escape", "Back", True),
            )  # fmt: skip
        return (
            ("s", "Start today", there), ("left", "Routine", there), ("right", "Routine", there),
            ("m", "A reminder", True), ("escape", "Back", True),
        )  # fmt: skip

    def lines(self) -> Sequence[str]:
        told = self.paperwork.programme(BEGIN)
        self.running = self.paperwork.runs
        return told if self.running else (*told, "", *WHAT)

    def action_other(self, by: int) -> None:
        if self.routines and not self.running:
            self.place = (self.place + by) % len(self.routines)
            self.refill()

    def action_start(self) -> None:
        if self.routines and not self.running:
            routine = self.routines[self.place]
            self.write(lambda: self.paperwork.start(routine, BEGIN), self._changed)

    def action_tonight(self) -> None:
        if self.running and (routine := self.paperwork.evening()):
            self._launch(routine)

    def action_stop(self) -> None:
        if self.running:
            self._ask(True)

    def action_sure(self, sure: bool) -> None:
        if self.asking:
            self._ask(False)
            if sure:
                self.write(self.paperwork.stop, self._changed)

    def _ask(self, asking: bool) -> None:
        self.asking = asking
        self.tell(pages.END_ASKED if asking else "")
        self.query_one(KeyBar).show(*self.keys())

    def _changed(self, told: Sequence[str]) -> None:
        self.running = self.paperwork.runs
        self.show(told)

    def action_remind(self) -> None:
        self.app.push_screen(ReminderScreen(self.paperwork))
