"""The plain fields of a cramp that can be filled in by hand."""

import re
from dataclasses import dataclass
from datetime import datetime

import msgspec

from stretchcoach.diary.entries import (
    ACTIVITIES,
    PLACES,
    POSTURES,
    RELIEVERS,
    SIDES,
    WOKE,
    Episode,
    point,
    stamp,
    timed,
)
from stretchcoach.diary.entry_text import spaced
from stretchcoach.tui.forms.settings import Listed, Value

SHAPE = "%Y-%m-%d %H:%M"
DAY = "%Y-%m-%d"
MOST_MINUTES = 1440
LENGTHS = {"minutes": 60, "relieved_after": 1}
"""The lengths of time, and how many seconds one of each is; they are typed in minutes."""
NUMBER = r"(\d+(?:[.,]\d+)?)"
LENGTH = re.compile(rf"{NUMBER}|(?:{NUMBER} ?(?:m|min|minutes?))? ?(?:(\d+) ?(?:s|sec|seconds?))?", re.ASCII)
WRONG = f"Write minutes from 0 to {MOST_MINUTES}, like 4, 2.5 or 4:30."
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

    @property
    def scored(self) -> bool:
        """Whether it is a number from 0 to 10."""
        return self.values == SCORES

    def get(self, entry: Episode) -> str:
        """Its value as a text."""
        value = getattr(entry, self.key)
        if self.key == "began":
            return datetime.fromisoformat(entry.began).strftime(SHAPE if timed(entry.began) else DAY)
        if self.key in LENGTHS and value is not None:
            minutes, seconds = divmod(round(LENGTHS[self.key] * value), 60)
            return f"{minutes}:{seconds:02}" if seconds else str(minutes)
        return "" if value is None else str(value)

    def put(self, entry: Episode, text: str, now: datetime) -> Episode:
        """The entry with another value of it; ``ValueError`` says what is wrong with the text."""
        if text == self.get(entry):
            return entry
        value: str | float | int | None = text or None
        if self.key == "began":
            value = _began(text, now)
        elif self.key in LENGTHS and text:
            value = _seconds(text) / LENGTHS[self.key]
        elif self.key == "note":
            value = text
        elif self.scored and text:
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


def _seconds(text: str) -> float:
    """``4``, ``2.5``, ``4:30``, ``4 min 30 s``, ``90 s``."""
    minutes, colon, seconds = text.partition(":")
    if colon and not (minutes.isdecimal() and seconds.isdecimal() and len(seconds) == 2 and int(seconds) < 60):
        raise ValueError(WRONG)
    found = LENGTH.fullmatch(f"{minutes} min {seconds} s" if colon else text.lower())
    if found is None:
        raise ValueError(WRONG)
    length = 60 * float((found[1] or found[2] or "0").replace(",", ".")) + float(found[3] or 0)
    if length > 60 * MOST_MINUTES:
        raise ValueError(WRONG)
    return length


def _words(key: str, label: str, description: str, words: tuple[str, ...]) -> Blank:
    return Blank(key, label, description, ("", *words), ("not said", *map(spaced, words)))


def _score(key: str, label: str, description: str) -> Blank:
    return Blank(key, label, description, SCORES, ("not said", *SCORES[1:]))


_TYPED = "Type a number from 0 to 10"
_LASTED = "In minutes, like 4, 2.5 or 4:30."
BLANKS: tuple[Blank, ...] = (
    Blank("began", "When it began", "Day and time, like 2026-11-24 03:12."),
    _words("side", "Side", "Which leg.", SIDES),
    _score("severity", "Pain at its worst", f"{_TYPED}: 10 is the worst you can think of."),
    Blank("minutes", "How long it lasted", _LASTED),
    _words("place", "Where", "Where it cramped.", PLACES),
    _words("woke", "Woke you", "Whether you were asleep, and it woke you.", WOKE),
    _words("doing", "While", "What you were doing just before.", ACTIVITIES),
    _words("posture", "Position", "How you had been sitting, standing or lying.", POSTURES),
    _words("relieved_by", "Relieved by", "What eased it.", RELIEVERS),
    Blank("relieved_after", "Let go after", _LASTED),
    _score("pain_after", "Pain after", f"{_TYPED}: 10 is the worst you can think of."),
    _score("sleep", "Sleep disturbed", f"{_TYPED}: 0 is not at all."),
    Blank("note", "Note", "Anything else, in your own words."),
)
"""In the order of the screen: what tells most comes first."""
