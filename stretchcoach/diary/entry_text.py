"""Entries in words: one line for lists, for the command line and for plain mode."""

from datetime import datetime

from stretchcoach.diary.entries import Episode, RoutineRun, timed
from stretchcoach.diary.report.phrasing import lasting, spaced
from stretchcoach.words import diary_notices

__all__ = [
    "CLOSED", "LEVELS", "PLURALS", "cramp_line", "in_one_line", "lasting", "long_date", "run_line", "spaced",
    "where_it_was",
]  # fmt: skip
LEVELS = {"ROUTINE": diary_notices.BOOK, "SAME_DAY": diary_notices.TODAY, "EMERGENCY": "emergency"}
PLURALS = {"calf": "calves", "foot": "feet", "thigh": "thighs"}
CLOSED = {"stopped": "stopped", "interrupted": diary_notices.CUT_SHORT}


def where_it_was(entry: Episode) -> str:
    """``left calf``; what is not known is left out."""
    side = diary_notices.SIDE_NOT_SURE if entry.side == "not_sure" else entry.side
    place = None if entry.place == "not_sure" else entry.place
    if side == "both" and place:
        place = PLURALS.get(place, place)
    return " ".join(filter(None, (side, place)))


def cramp_line(entry: Episode) -> list[str]:
    """A cramp in a list, the most informative parts first."""
    parts = (
        where_it_was(entry),
        LEVELS.get(entry.level or "", ""),
        "" if entry.minutes is None else lasting(60 * entry.minutes),
        "" if entry.severity is None else diary_notices.pain_of(entry.severity),
        diary_notices.relieved_by(spaced(entry.relieved_by)) if entry.relieved_by else "",
        CLOSED.get(entry.closed, ""),
        diary_notices.QUESTIONS_OPEN if entry.pending else "",
        entry.note,
    )
    return [part for part in parts if part]


def run_line(entry: RoutineRun, title: str = "") -> list[str]:
    """A routine in a list."""
    return [
        lasting(entry.seconds),
        *([] if entry.finished else [diary_notices.NOT_FINISHED]),
        title or spaced(entry.routine),
    ]


def long_date(began: str) -> str:
    """``Tuesday 24 November 2026, 03:12``, by the clock on the wall; without an hour where none is known."""
    when = datetime.fromisoformat(began)
    return f"{when:%A} {when.day} {when:%B %Y}" + (f", {when:%H:%M}" if timed(began) else "")


def in_one_line(entry: Episode | RoutineRun, title: str = "") -> str:
    """An entry in one line, to be read aloud as well."""
    day = long_date(entry.began)
    if isinstance(entry, Episode):
        return f"{day}, cramp: {', '.join(cramp_line(entry)) or diary_notices.NOTHING_MORE}."
    return diary_notices.routine_on(day, ", ".join(run_line(entry, title)))
