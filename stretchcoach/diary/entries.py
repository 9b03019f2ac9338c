"""What the diary holds: a cramp, a routine that was done, a change of the profile.

Times are ISO 8601 texts with offset; where only the day is known, ``began`` is the date alone, and the hour
stays out of all that is counted.  ``None`` is not asked or not known; ``not_sure`` is an answer like any other.
"""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import uuid4

import msgspec

from stretchcoach.words import diary_imports

SIDES = ("left", "right", "both", "not_sure")
PLACES = ("calf", "foot", "thigh", "not_sure")
WOKE = ("yes", "no", "not_sure")
ACTIVITIES = (
    "exercising", "just_after_exercise", "sitting", "lying", "standing", "walking", "sudden_move", "other", "not_sure",
)  # fmt: skip
POSTURES = ("none", "sitting", "crossed_legs", "standing", "back", "front", "side", "toes_down", "not_sure")
RELIEVERS = ("toes_up", "towel", "wall", "standing", "rest", "massage", "other", "none", "not_sure")
CLOSED = ("finished", "stopped", "interrupted", "added")

YEARS = range(1900, 2200)
DAY, WEEK = 86_400, 7 * 86_400
Score = Annotated[int, msgspec.Meta(ge=0, le=10)]
Minutes = Annotated[float, msgspec.Meta(ge=0, le=DAY // 60)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=DAY)]
Length = Annotated[float, msgspec.Meta(ge=0, le=WEEK)]
"""Seconds of a routine, pauses among them."""
Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Said = str | float | bool | list[str] | None


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every kind of entry has in common: an id of its own."""

    id: str = msgspec.field(default_factory=lambda: uuid4().hex)


class Episode(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cramp."""

    began: str
    minutes: Minutes | None = None
    """How long it cramped, returns within the session counted together."""
    side: str | None = None
    place: str | None = None
    severity: Score | None = None
    """Pain at its worst."""
    pain_after: Score | None = None
    sleep: Score | None = None
    """How much it disturbed sleep."""
    woke: str | None = None
    doing: str | None = None
    """What was being done, in the options of the question ``activity``."""
    posture: str | None = None
    relieved_by: str | None = None
    relieved_after: Seconds | None = None
    """Seconds until it let go."""
    answers: dict[str, Said] = {}
    """By question, as said; None: asked, and left open."""
    level: str | None = None
    rules: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    pending: bool = False
    """Questions were put off, to be asked at the next start."""
    closed: str = "finished"
    """``finished``, ``stopped``, ``interrupted`` (the program died) or ``added`` (by hand)."""
    note: str = ""
    removed: str | None = None
    """When it was deleted; that can be undone until it is purged."""


class RoutineRun(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A routine that was done, or begun."""

    began: str
    routine: str
    seconds: Length = 0.0
    finished: bool = False
    steps: Count = 0
    removed: str | None = None


class ProfileChange(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something about the person became known, or changed."""

    at: str
    key: str
    value: str | float | list[str] | None = None


Entry = Episode | RoutineRun | ProfileChange


def timed(text: str) -> bool:
    """Whether the hour is known, and not only the day."""
    return len(text) > len("2026-11-24")


def point(text: str) -> datetime:
    """The moment of an ISO 8601 text, comparable with every other; a date alone is where that day begins.

    One without an offset is in the local time zone.
    """
    when = datetime.fromisoformat(text)
    if when.year not in YEARS:
        raise ValueError(diary_imports.year_not_right(when.year))
    return when if when.tzinfo else here(when)


def moment(text: str) -> float:
    """The same, as seconds since 1970."""
    return point(text).timestamp()


def stamp(wall: datetime) -> str:
    """The ISO 8601 text of a moment, to the second, with its offset."""
    return (wall if wall.tzinfo else here(wall)).isoformat(timespec="seconds")


def here(wall: datetime) -> datetime:
    """The moment at which a clock of here showed that; one that nobody has put forward yet in spring shows it, too."""
    found = wall.astimezone()
    skipped = wall - found.replace(tzinfo=None)
    return (found + skipped).astimezone() if skipped > timedelta() else found
