"""The plain fields of a cramp that can be filled in by hand."""

import re
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from stretchcoach.diary.entries import (
    ACTIVITIES,
    PLACES,
    POSTURES,
    RELIEVERS,
    SIDES,
    WOKE,
    Episode,
    point,
    timed,
)
from stretchcoach.diary.entry_text import spaced
from stretchcoach.program.moments import DateError, moment
from stretchcoach.tui.forms.settings import Listed, Value
from stretchcoach.words import diary_pages as pages

SHAPE = "%Y-%m-%d %H:%M"
DAY = "%Y-%m-%d"
MOST_MINUTES = 1440
LENGTHS = {"minutes": 60, "relieved_after": 1}
"""The lengths of time, and how many seconds one of each is; they are typed in minutes."""
NUMBER = r"(\d+(?:[.,]\d+)?)"
LENGTH = re.compile(rf"{NUMBER}|(?:{NUMBER} ?(?:m|min|minutes?))? ?(?:(\d+) ?(?:s|sec|seconds?))?", re.ASCII)
WRONG = pages.write_minutes(MOST_MINUTES)
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
        return replace(entry, **{self.key: value})


def _began(text: str, now: datetime) -> str:
    try:
        found = moment(text, now)
    except DateError as error:
        raise ValueError(pages.WRITE_THE_TIME) from error
    if point(found) > now:
        raise ValueError(pages.IN_THE_FUTURE)
    return found


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
    return Blank(key, label, description, ("", *words), (pages.NOT_SAID, *map(spaced, words)))


def _score(key: str, label: str, description: str) -> Blank:
    return Blank(key, label, description, SCORES, (pages.NOT_SAID, *SCORES[1:]))


BLANKS: tuple[Blank, ...] = (
    Blank("began", pages.WHEN_IT_BEGAN, pages.DAY_AND_TIME),
    _words("side", pages.SIDE, pages.WHICH_LEG, SIDES),
    _score("severity", pages.PAIN_AT_ITS_WORST, pages.worst(pages.TYPE_A_SCORE)),
    Blank("minutes", pages.HOW_LONG_IT_LASTED, pages.IN_MINUTES),
    _words("place", pages.WHERE, pages.WHERE_IT_CRAMPED, PLACES),
    _words("woke", pages.WOKE_YOU, pages.WOKE_NOTE, WOKE),
    _words("doing", pages.WHILE, pages.DOING_NOTE, ACTIVITIES),
    _words("posture", pages.POSITION, pages.POSTURE_NOTE, POSTURES),
    _words("relieved_by", pages.RELIEVED_BY, pages.WHAT_EASED_IT, RELIEVERS),
    Blank("relieved_after", pages.LET_GO_AFTER, pages.IN_MINUTES),
    _score("pain_after", pages.PAIN_AFTER, pages.worst(pages.TYPE_A_SCORE)),
    _score("sleep", pages.SLEEP_DISTURBED, pages.not_at_all(pages.TYPE_A_SCORE)),
    Blank("note", pages.NOTE, pages.OWN_WORDS),
)
"""In the order of the screen: what tells most comes first."""
