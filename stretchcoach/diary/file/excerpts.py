"""What of a long diary is needed for one look, so that a million entries need not be read for the last six weeks.

Whatever is worked out from the choice comes to the same as from the whole.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from stretchcoach.diary.entries import Episode, ProfileChange, Record, RoutineRun, point
from stretchcoach.diary.exchange.exporting import Entries, gather
from stretchcoach.diary.file.store import Diary
from stretchcoach.diary.report import terms

R = TypeVar("R", bound=Record)
THERE = "removed IS NULL"
FIRST = "moment, rowid"
TRIAL_BEFORE = 4
"""Weeks before a trial that are counted."""


def for_report(diary: Diary, now: datetime, weeks: int) -> Entries:
    """The last ``weeks``, how far the diary goes back, and what was said last about the person."""
    since = [(now - timedelta(weeks=weeks, days=2)).timestamp()]
    keys = [key for key, heading in terms.report_words().profile.items() if isinstance(heading, str)]
    said = _last_said(diary, [name for key in keys for name in (key, f"{key}_any")])
    return gather(
        _unlike([*diary.each(Episode, f"{THERE} AND moment >= ?", since), *_first(diary, Episode), *said]),
        _unlike([*diary.each(RoutineRun, f"{THERE} AND moment >= ?", since), *_first(diary, RoutineRun)]),
        diary.changes(),
    )


def for_effect(diary: Diary, routine: str, reach: int, now: datetime, since: datetime | None = None) -> Entries:
    """The ``reach`` weeks before and after a routine was taken up, and how far the diary goes back."""
    ran = diary.each(RoutineRun, f"{THERE} AND routine = ? AND moment <= ?", [routine, now.timestamp()], FIRST)
    first = next(ran, None)
    begin = since or (point(first.began) if first else None)
    if begin is None:
        return Entries()
    edges = [(begin + timedelta(weeks=side * reach, days=2 * side)).timestamp() for side in (-1, 1)]
    cramps = diary.each(Episode, f"{THERE} AND moment BETWEEN ? AND ?", edges)
    runs = diary.each(RoutineRun, f"{THERE} AND routine = ?", [routine])
    return gather(
        _unlike([*cramps, *_first(diary, Episode)]),
        _unlike([*runs, *_first(diary, RoutineRun)]),
        list(_first(diary, ProfileChange)),
    )


def for_trial(diary: Diary, began: date, now: datetime) -> Entries:
    """All since a trial began, and the weeks before it that tell how often there were cramps."""
    since = min(datetime.combine(began, time(), now.tzinfo), now) - timedelta(weeks=TRIAL_BEFORE)
    where, values = f"{THERE} AND moment >= ?", [since.timestamp()]
    return gather(list(diary.each(Episode, where, values)), list(diary.each(RoutineRun, where, values)), ())


def _first(diary: Diary, kind: type[R]) -> list[R]:
    where = "1" if kind is ProfileChange else THERE
    found = next(diary.each(kind, where, order=FIRST), None)
    return [found] if found else []


def _last_said(diary: Diary, keys: list[str]) -> list[Episode]:
    """For each question the latest cramp with an answer to it; one pass tells where to look."""
    latest = ", ".join("max(CASE WHEN instr(answers, ?) THEN moment END)" for _ in keys)
    (moments,) = diary.rows(f"SELECT {latest} FROM episode WHERE {THERE}", [f'"{key}"' for key in keys])
    found = []
    for key, moment in zip(keys, moments, strict=True):
        where = f"{THERE} AND moment <= ? AND instr(answers, ?)"
        cramps = diary.each(Episode, where, [moment, f'"{key}"']) if moment is not None else iter(())
        found += _first_with(key, cramps)
    return found


def _first_with(key: str, cramps: Iterator[Episode]) -> list[Episode]:
    found = next((each for each in cramps if key in each.answers), None)
    return [found] if found else []


def _unlike(entries: list[R]) -> list[R]:
    return list({each.id: each for each in entries}.values())
