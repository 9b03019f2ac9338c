"""The plain fields of a cramp that can be filled in by hand."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from stretchcoach.diary.entries import RELIEVERS, SIDES, Episode, point, stamp, timed
from stretchcoach.diary.words import spaced
from stretchcoach.tui.fields import Listed, Value

SHAPE = "%Y-%m-%d %H:%M"
DAY = "%Y-%m-%d"
MOST_MINUTES = 1440.0
SCORES = ("", *map(str, range(11)))


@dataclass(frozen=True, slots=True)
class Blank(Listed):
    """One field; the empty text stands for what is not said."""

    key: str
    label: str
    description: str
    values: tuple[Value, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A name for its widget."""
        return f"blank-{self.key}"

    def get(self, entry: Episode) -> str:
        """Its value as a text."""
        value = getattr(entry, self.key)
        if self.key == "began":
            return datetime.fromisoformat(entry.began).strftime(SHAPE if timed(entry.began) else DAY)
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    def put(self, entry: Episode, text: str, now: datetime) -> Episode:
        """The entry with another value of it; ``ValueError`` says what is wrong with the text."""
        if text == self.get(entry):
            return entry
        value: str | float | int | None = text or None
        if self.key == "began":
            value = _began(text, now)
        elif self.key == "minutes" and text:
            value = _minutes(text)
        elif self.key == "note":
            value = text
        elif self.values == SCORES and text:
            value = int(text)
        return msgspec.structs.replace(entry, **{self.key: value})


def _began(text: str, now: datetime) -> str:
    alone = timed(text) is False
    try:
        when = datetime.strptime(text, DAY if alone else SHAPE)
        if point(when.isoformat()) > now:
            raise LookupError
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("Write the time like 2026-11-24 03:12, or 2026-11-24 if the hour is not known.") from error
    except LookupError:
        raise ValueError("That time is in the future.") from None
    return str(when.date()) if alone else stamp(when)


def _minutes(text: str) -> float:
    try:
        minutes = float(text.replace(",", "."))
    except ValueError as error:
        raise ValueError("Minutes are a number, like 4 or 2.5.") from error
    if not 0 <= minutes <= MOST_MINUTES:
        raise ValueError("Minutes are a number from 0 to 1440.")
    return minutes


def _words(key: str, label: str, description: str, words: tuple[str, ...]) -> Blank:
    return Blank(key, label, description, ("", *words), ("not said", *map(spaced, words)))


def _score(key: str, label: str, description: str) -> Blank:
    return Blank(key, label, description, SCORES, ("not said", *SCORES[1:]))


BLANKS: tuple[Blank, ...] = (
    Blank("began", "When it began", "Day and time, like 2026-11-24 03:12."),
    Blank("minutes", "Minutes", "How many minutes it lasted."),
    _words("side", "Side", "Which leg.", SIDES),
    _score("severity", "Pain at its worst", "0 is none, 10 the worst you can think of."),
    _score("pain_after", "Pain after", "0 is none, 10 the worst you can think of."),
    _score("sleep", "Sleep disturbed", "0 is not at all, 10 could not be worse."),
    _words("relieved_by", "Relieved by", "What eased it.", RELIEVERS),
    Blank("note", "Note", "Anything else, in your own words."),
)
"""In the order of the screen."""
