"""Cramps before and after a routine was taken up."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.program.paperwork import Paperwork
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item
from stretchcoach.words import diary_pages as pages


class EffectScreen(TextPage):
    """The comparison, for one routine after the other."""

    TITLE_OF_PAGE = pages.BEFORE_AND_AFTER_A_ROUTINE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", pages.ANOTHER_ROUTINE),
        Binding("right", "other(1)", pages.ANOTHER_ROUTINE),
        Binding("s", "since", pages.SINCE),
    ]

    def __init__(self, paperwork: Paperwork) -> None:
        super().__init__(paperwork)
        self.routines = paperwork.routines()
        self.place = 0
        self.begun = ""

    def choices(self) -> str:
        title = self.routines[self.place].title if self.routines else "no routine"
        return f"Routine: {title}   Since: {self.begun or 'its first time'}"

    def keys(self) -> tuple[Item, ...]:
        several = len(self.routines) > 1
        return (
            ("left", "Routine", several), ("right", "Routine", several), ("s", "Since", bool(self.routines)),
            ("escape", "Back", True),
        )  # fmt: skip

    def lines(self) -> Sequence[str]:
        if not self.routines:
            return (pages.NO_DAILY_ROUTINE,)
        return self.wrapped(self.paperwork.effect(self.routines[self.place], self.begun))

    def action_other(self, by: int) -> None:
        if self.routines:
            self.place = (self.place + by) % len(self.routines)
            self.refill()

    def action_since(self) -> None:
        def done(text: str) -> None:
            self.begun = text
            self.refill()

        meaning = pages.SINCE_NOTE
        self.prompt("Since when?", meaning, self.begun, lambda text, _: self.paperwork.day(text), done)
