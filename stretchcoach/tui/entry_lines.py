"""Entries of the diary as lines of a list and as a page to read."""

from collections.abc import Iterator
from datetime import datetime

from stretchcoach.core.messages import Level
from stretchcoach.diary import entry_text as told
from stretchcoach.diary.entries import Episode, RoutineRun, timed
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.tui.routine_card import CardLine, LineStyle
from stretchcoach.tui.words import LEVELS, in_parts
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens

CRAMP, ROUTINE = "●", "◇"
"""What a line is about, told apart without colour."""
ROOMY = 70
"""Letters from which on a line tells its kind in a word as well."""
CLOSED = {
    "finished": pages.THE_SESSION_WAS_FINISHED,
    "stopped": pages.THE_SESSION_WAS_LEFT_EARLY,
    "interrupted": pages.THE_PROGRAM_WAS_CUT_SHORT,
    "added": pages.WRITTEN_DOWN_BY_HAND,
}
FIELDS = (
    ("place", pages.WHERE), ("minutes", pages.HOW_LONG), ("severity", pages.PAIN_AT_ITS_WORST),
    ("pain_after", pages.PAIN_AFTER), ("sleep", pages.SLEEP_DISTURBED), ("woke", pages.WOKE_YOU),
    ("doing", pages.WHILE), ("posture", pages.POSITION), ("relieved_by", pages.RELIEVED_BY),
    ("relieved_after", pages.LET_GO_AFTER),
)  # fmt: skip


def heading(began: str) -> str:
    """``November 2026``."""
    return f"{datetime.fromisoformat(began):%B %Y}"


def short_date(began: str) -> str:
    """``Tue 24  03:12``, by the clock on the wall at the time; a gap where the hour is not known."""
    moment = datetime.fromisoformat(began)
    return f"{moment:%a} {moment.day:>2}  {format(moment, '%H:%M') if timed(began) else '':5}"


def line(entry: Episode | RoutineRun, browser: DiaryBrowser, width: int = 1000) -> str:
    """An entry in the list; where it is narrow, what was less telling is left out."""
    if isinstance(entry, Episode):
        shape, word, parts = CRAMP, "cramp  ", told.cramp_line(entry)
    else:
        shape, word, parts = ROUTINE, "routine", told.run_line(entry, browser.title(entry))
    head = f"{short_date(entry.began)}  {shape} {word}  " if width >= ROOMY else f"{short_date(entry.began)}  {shape} "
    return head + in_parts(parts, width - len(head))


def entry_page(entry: Episode | RoutineRun, browser: DiaryBrowser) -> Iterator[CardLine]:
    """All of an entry."""
    if isinstance(entry, RoutineRun):
        yield CardLine(f"{ROUTINE} {browser.title(entry)}", LineStyle.TITLE)
        yield CardLine(told.long_date(entry.began), LineStyle.MUTED)
        yield _field(pages.LASTED, told.lasting(entry.seconds))
        yield _field(pages.STRETCHES, str(entry.steps))
        yield _field(pages.DONE, pages.TO_THE_END if entry.finished else pages.NOT_FINISHED)
        return
    yield CardLine(f"{CRAMP} Cramp, {told.where_it_was(entry) or 'side not said'}", LineStyle.TITLE)
    yield CardLine(f"{told.long_date(entry.began)} · {CLOSED.get(entry.closed, entry.closed)}", LineStyle.MUTED)
    if entry.pending:
        yield CardLine(pages.QUESTIONS_PUT_OFF)
    yield CardLine(pages.WHAT_HAPPENED, LineStyle.HEADING)
    for name, label in FIELDS:
        yield _field(label, field_words(name, getattr(entry, name)))
    if entry.note:
        yield _field(pages.NOTE, entry.note)
    yield from _judged(entry, browser)
    if said := browser.said(entry):
        yield CardLine(pages.WHAT_WAS_ASKED, LineStyle.HEADING)
        for question, answer in said:
            yield CardLine(f"{question}  → {answer}", indent=2)


def _judged(entry: Episode, browser: DiaryBrowser) -> Iterator[CardLine]:
    if entry.level and entry.level in Level.__members__:
        shape, name = LEVELS[Level[entry.level]]
        yield CardLine(pages.HOW_URGENT_IT_IS, LineStyle.HEADING)
        yield CardLine(f"{shape} {name}")
        yield from (CardLine(reason, indent=2) for reason in browser.because(entry))
    if entry.causes:
        yield CardLine(screens.MAY_HAVE_PLAYED_A_PART, LineStyle.HEADING)
        yield from (CardLine(cause, indent=2) for cause in browser.causes(entry))


def _field(label: str, value: str) -> CardLine:
    return CardLine(f"{label:<18}{value}")


def field_words(name: str, value: str | float | None) -> str:
    """A field's value in words."""
    if value is None or value == "":
        return pages.NOT_SAID
    if name == "minutes":
        return told.lasting(60 * float(value))
    if name == "relieved_after":
        return told.lasting(float(value))
    if name in ("severity", "pain_after", "sleep"):
        score = int(value)
        return f"{score} of 10  {'■' * score}{'·' * (10 - score)}"
    return told.spaced(str(value))
