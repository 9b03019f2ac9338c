"""What can be made of the diary, as it is offered in a list of its own and in the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from stretchcoach.core.routine import Routine
from stretchcoach.program.paperwork import DiaryError, Paperwork, suggested

if TYPE_CHECKING:
    from textual.screen import Screen

Told = Callable[[str], None]
SURE = "delete"
DELETING = f"All entries, for good: nothing brings them back. Type {SURE} and Enter."


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list."""

    name: str
    note: str
    open: Callable[["At"], None]


@dataclass(frozen=True, slots=True)
class At:
    """Where it is opened: in which app, for which diary, and who says what came of it."""

    app: App[None]
    paperwork: Paperwork
    begin: Callable[[Routine], None]
    tell: Told

    def push(self, screen: "Screen[None]") -> None:
        self.app.push_screen(screen)


def doctors_page(at: At) -> None:
    """The page for the doctor."""
    from stretchcoach.tui.screens.doctors_page import DoctorsPage

    at.push(DoctorsPage(at.paperwork))


def export(form: str, what: str, at: At) -> None:
    """The whole diary as a file."""
    from stretchcoach.tui.screens.prompt import PromptScreen
    from stretchcoach.tui.screens.text_page import SAVING

    name = suggested(f"cramp-diary-{at.paperwork.now():%Y-%m-%d}.{'csv' if form == 'csv' else 'json'}")

    def take(text: str, over: bool) -> str:
        return at.paperwork.save_export(text, form, over)

    at.push(
        PromptScreen(at.paperwork.browser, f"Export {what}", SAVING, str(name), take, lambda p: at.tell(f"Saved: {p}"))
    )


def take_in(at: At) -> None:
    """A file into the diary."""
    from stretchcoach.tui.screens.prompt import PromptScreen
    from stretchcoach.tui.screens.take_in import TakeInScreen

    def take(text: str, _: bool) -> str:
        at.paperwork.look(text)
        return text

    meaning = "Type where it is: a file of Export, or a list kept elsewhere (CSV with a date). You see it first."
    at.push(
        PromptScreen(
            at.paperwork.browser,
            "Import a file",
            meaning,
            "",
            take,
            lambda file: at.push(TakeInScreen(at.paperwork, file)),
        )
    )


def effect(at: At) -> None:
    """Before and after a routine."""
    from stretchcoach.tui.screens.effect import EffectScreen

    at.push(EffectScreen(at.paperwork))


def six_weeks(at: At) -> None:
    from stretchcoach.tui.screens.six_weeks import SixWeeksScreen

    at.push(SixWeeksScreen(at.paperwork, at.begin))


def remind(at: At) -> None:
    from stretchcoach.tui.screens.reminder import ReminderScreen

    at.push(ReminderScreen(at.paperwork))


def delete_all(at: At) -> None:
    """The whole diary, once the word was typed."""
    from stretchcoach.tui.screens.prompt import PromptScreen

    def take(text: str, _: bool) -> tuple[str, ...]:
        if text.strip().casefold() != SURE:
            raise DiaryError(f"Nothing was deleted. Type {SURE} and Enter, or leave with Esc.")
        return at.paperwork.delete_all()

    def done(told: tuple[str, ...]) -> None:
        at.tell(" ".join(told))

    at.push(PromptScreen(at.paperwork.browser, "Delete the whole diary", DELETING, "", take, done))


OFFERS = (
    Offer("Doctor's page", "Look at it, save it as PDF or HTML.", doctors_page),
    Offer("Export for a spreadsheet", "All of the diary, as CSV.", partial(export, "csv", "for a spreadsheet (CSV)")),
    Offer(
        "Export everything", "All of the diary as it is kept, as JSON.", partial(export, "json", "everything (JSON)")
    ),
    Offer("Export for a doctor's software", "A FHIR bundle, without notes.", partial(export, "fhir", "as FHIR")),
    Offer("Import a file", "An export, or a list kept elsewhere.", take_in),
    Offer("Before and after a routine", "Whether the cramps became fewer.", effect),
    Offer("Six weeks at bedtime", "A stretch every evening.", six_weeks),
    Offer("Reminder", "A file for your calendar, every evening.", remind),
    Offer("Delete the whole diary", "For good. You are asked first.", delete_all),
)
"""In the order of the list."""
