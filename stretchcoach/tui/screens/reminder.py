"""A reminder of the bedtime stretch that another program keeps: a calendar, systemd or cron."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.program.paperwork import DAYS, Paperwork
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item
from stretchcoach.words import diary_pages as pages

FORMS = {
    "calendar": ("a file for your calendar", "bedtime-stretch.ics"),
    "systemd": ("a systemd timer", "bedtime-stretch.txt"),
    "cron": ("a line for crontab", "bedtime-stretch.cron"),
}


class ReminderScreen(TextPage):
    """When, how often and in which form; then it is saved."""

    TITLE_OF_PAGE = pages.REMINDER_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", pages.SAVE_IT),
        Binding("h", "hour", pages.HOUR),
        Binding("d", "days", pages.DAYS),
        Binding("f", "form", pages.FORM),
    ]

    def __init__(self, paperwork: Paperwork) -> None:
        super().__init__(paperwork)
        self.at, self.count, self.form = "21:30", DAYS, "calendar"

    def choices(self) -> str:
        return pages.every_day(self.at, self.count, FORMS[self.form][0])

    def keys(self) -> tuple[Item, ...]:
        return (
            ("s", "Save it", True), ("h", "Hour", True), ("d", "Days", True), ("f", "Form", True),
            ("escape", "Back", True),
        )  # fmt: skip

    def lines(self) -> Sequence[str]:
        if self.form == "calendar":
            return (pages.OPEN_WITH_CALENDAR,)
        return self.paperwork.reminder(self.form, self.at, self.count).splitlines()

    def action_form(self) -> None:
        forms = list(FORMS)
        self.form = forms[(forms.index(self.form) + 1) % len(forms)]
        self.refill()

    def action_hour(self) -> None:
        def done(text: str) -> None:
            self.at = text
            self.refill()

        meaning = pages.TIME_LIKE
        self.prompt(pages.AT_WHAT_TIME, meaning, self.at, lambda text, _: self.paperwork.hour(text), done)

    def action_days(self) -> None:
        def done(count: int) -> None:
            self.count = count
            self.refill()

        meaning = pages.DAYS_LIKE
        self.prompt(pages.FOR_HOW_MANY_DAYS, meaning, str(self.count), lambda text, _: self.paperwork.days(text), done)

    def action_save(self) -> None:
        what, name = FORMS[self.form]
        how = partial(self.paperwork.save_reminder, form=self.form, at=self.at, days=self.count)
        self.save_as(pages.reminder_as(what), name, lambda text, over: how(text, over=over))
