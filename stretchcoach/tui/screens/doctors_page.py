"""The page for the doctor: looked at before it is saved."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.program.paperwork import Paperwork
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item
from stretchcoach.words import diary_pages as pages

WEEKS = ((2, 6), (4, 12), (8, 26), (12, 52))
"""The two columns that can be chosen."""
FORMS = {"pdf": pages.AS_PDF, "html": "a page for a browser", "txt": "plain text"}


class DoctorsPage(TextPage):
    """The text of it; saved as PDF, HTML or text."""

    TITLE_OF_PAGE = pages.THE_DOCTORS_PAGE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "save('pdf')", pages.SAVE_PDF),
        Binding("h", "save('html')", pages.SAVE_HTML),
        Binding("t", "save('txt')", pages.SAVE_TEXT),
        Binding("d", "turn('dates')", pages.DATES),
        Binding("n", "turn('notes')", pages.NOTES),
        Binding("x", "turn('exercises')", pages.EXERCISES),
        Binding("w", "weeks", pages.WEEKS),
        Binding("m", "name", pages.NAME),
    ]

    def __init__(self, paperwork: Paperwork) -> None:
        super().__init__(paperwork)
        self.dates = self.notes = self.exercises = False
        self.weeks = WEEKS[0]
        self.named = ""

    def choices(self) -> str:
        said = {True: "yes", False: "no"}
        weeks = " and ".join(map(str, self.weeks))
        told = pages.weeks_dates_notes(weeks, said[self.dates or self.notes], said[self.notes])
        told = f"{told}   Exercises: {'a page in the file' if self.exercises else 'no'}"
        return f"{told}   Name: {self.named or 'none'}"

    def keys(self) -> tuple[Item, ...]:
        return (
            ("p", "Save PDF", True), ("h", "Save HTML", True), ("t", "Save text", True), ("d", "Dates", True),
            ("n", "Notes", True), ("x", "Exercises", True), ("w", "Weeks", True), ("m", "Name", True),
            ("escape", "Back", True),
        )  # fmt: skip

    def lines(self) -> Sequence[str]:
        return self.paperwork.report(self.dates, self.notes, self.weeks, self.named, self.width).splitlines()

    def action_turn(self, which: str) -> None:
        setattr(self, which, not getattr(self, which))
        self.refill()

    def action_weeks(self) -> None:
        self.weeks = WEEKS[(WEEKS.index(self.weeks) + 1) % len(WEEKS)]
        self.refill()

    def action_name(self) -> None:
        def done(name: str) -> None:
            self.named = name
            self.refill()

        meaning = pages.NAME_NOTE
        self.prompt(pages.A_NAME_FOR_THE_PAGE, meaning, self.named, lambda text, _: text.strip(), done)

    def action_save(self, form: str) -> None:
        how = partial(
            self.paperwork.save_report,
            form=form, dates=self.dates, notes=self.notes, weeks=self.weeks, name=self.named,
            exercises=self.exercises,
        )  # fmt: skip
        name = f"calf-cramps-{self.paperwork.now():%Y-%m-%d}.{form}"
        self.save_as(pages.doctors_page_as(FORMS[form]), name, lambda text, over: how(text, over=over))
