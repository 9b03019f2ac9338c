"""What can be made of the diary, as it is offered in a list of its own and in the palette."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.app import App, SystemCommand

from stretchcoach.core.routine import Routine
from stretchcoach.program.paperwork import DiaryError, Paperwork, suggested
from stretchcoach.words import diary_pages as pages

if TYPE_CHECKING:
    from textual.screen import Screen

Told = Callable[[str], None]
SURE = "delete"
DELETING = pages.deleting(SURE)


class Offer(Struct, frozen=True):
    """One line of the list."""

    name: str
    note: str
    open: Callable[["At"], None]


class At(Struct, frozen=True):
    """Where it is opened: in which app, for which diary, and who reports the result."""

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
    from stretchcoach.words.screens import ONLY_YOU

    name = suggested(f"cramp-diary-{at.paperwork.now():%Y-%m-%d}.{'csv' if form == 'csv' else 'json'}")

    def take(text: str, over: bool) -> str:
        return at.paperwork.save_export(text, form, over)

    at.push(
        PromptScreen(
            at.paperwork.browser, pages.export(what), ONLY_YOU, str(name), take, lambda p: at.tell(pages.saved(p))
        )
    )


def take_in(at: At) -> None:
    """A file into the diary."""
    from stretchcoach.tui.screens.prompt import PromptScreen
    from stretchcoach.tui.screens.take_in import TakeInScreen

    def take(text: str, _: bool) -> str:
        at.paperwork.look(text)
        return text

    meaning = pages.TYPE_THE_FILE
    at.push(
        PromptScreen(
            at.paperwork.browser,
            pages.IMPORT_A_FILE,
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
            raise DiaryError(pages.nothing_deleted(SURE))
        return at.paperwork.delete_all()

    def done(told: tuple[str, ...]) -> None:
        at.tell(" ".join(told))

    at.push(PromptScreen(at.paperwork.browser, pages.DELETE_THE_WHOLE_DIARY, DELETING, "", take, done))


OFFERS = (
    Offer(pages.DOCTORS_PAGE, pages.DOCTORS_PAGE_NOTE, doctors_page),
    Offer(pages.EXPORT_FOR_A_SPREADSHEET, pages.SPREADSHEET_NOTE, partial(export, "csv", pages.FOR_A_SPREADSHEET)),
    Offer(pages.EXPORT_EVERYTHING, pages.EVERYTHING_NOTE, partial(export, "json", pages.EVERYTHING_JSON)),
    Offer(pages.EXPORT_FOR_A_DOCTORS_SOFTWARE, pages.SOFTWARE_NOTE, partial(export, "fhir", pages.AS_FHIR)),
    Offer(pages.IMPORT_A_FILE, pages.IMPORT_NOTE, take_in),
    Offer(pages.BEFORE_AND_AFTER_A_ROUTINE, pages.EFFECT_NOTE, effect),
    Offer(pages.SIX_WEEKS_AT_BEDTIME, pages.SIX_WEEKS_NOTE, six_weeks),
    Offer(pages.REMINDER, pages.REMINDER_NOTE, remind),
    Offer(pages.DELETE_THE_WHOLE_DIARY, pages.DELETE_NOTE, delete_all),
)
"""In the order of the list."""


def commands(papers: Callable[[], At]) -> Iterator[SystemCommand]:
    """The same for the palette; the diary is opened once one of them is chosen."""

    def opened(offer: Offer) -> None:
        offer.open(papers())

    return (SystemCommand(each.name, each.note, partial(opened, each)) for each in OFFERS)
