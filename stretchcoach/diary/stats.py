"""What the entries add up to; every figure is None while there is not enough for it.

Entries are first reduced to counters (``Counts``), and every figure is a pure function of these: for a hundred
thousand rows the counters are filled from the file, without making an entry of any row.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import Any, TypeVar, cast

from msgspec import Struct, field

from stretchcoach.diary.entries import YEARS, Episode, RoutineRun

T = TypeVar("T")
FEW, SOME, MANY = 3, 5, 10
"""Cramps below which a mean, a pattern, and a pattern by the hour would say nothing."""
SPAN = 14
"""Days that a diary must reach back before weeks are compared; the published logs took two weeks.  Source: SEBO19."""
KEPT = 3
"""Days in a week on which a routine was done, for the week to count."""
NOON = "12"
HOURS = frozenset(f"{hour:02}" for hour in range(24))
Row = tuple[str, str, str | None, str | None, int | None, int | None, str, str | None]
"""Date, hour, side, doing, severity, tenths of a second to relief, causes as JSON, ``half`` of a disturbed night."""


class Counts(Struct, frozen=True):
    """How often each value occurs."""

    days: Counter[str] = field(default_factory=Counter)
    """By date, as the clock on the wall stood."""
    hours: Counter[str] = field(default_factory=Counter)
    """By the hour, 00 to 23, of those whose hour is known."""
    sides: Counter[str] = field(default_factory=Counter)
    doing: Counter[str] = field(default_factory=Counter)
    severities: Counter[int] = field(default_factory=Counter)
    relief: Counter[int] = field(default_factory=Counter)
    """By tenths of a second."""
    causes: Counter[str] = field(default_factory=Counter)
    disturbed: Counter[str] = field(default_factory=Counter)
    """By ``half``, of the cramps that woke somebody or disturbed the sleep."""
    kept: Counter[str] = field(default_factory=Counter)
    """Routines done to their end, by date."""


def counted_parts(episode: Episode) -> Row:
    """What of a cramp is counted."""
    day, hour = episode.began[:10], episode.began[11:13]
    half = f"{day}{int(hour >= NOON)}" if episode.sleep or episode.woke == "yes" else None
    relief = None if episode.relieved_after is None else int(episode.relieved_after * 10)
    return day, hour, episode.side, episode.doing, episode.severity, relief, json.dumps(episode.causes), half


def counts(columns: Sequence[Sequence[Any]], kept: Iterable[str] = ()) -> Counts:
    """Counts the rows by column; ``kept``: the dates of routines that were done to their end."""
    days, hours, sides, doing, severities, relief, causes, halves = columns or [()] * 8
    named: Counter[str] = Counter()
    for names, times in Counter(causes).items():
        for name in _named(names):
            named[name] += times
    return Counts(
        _dated(days),
        Counter({hour: times for hour, times in Counter(hours).items() if hour in HOURS}),
        _known(sides),
        _known(doing),
        _known(severities),
        _known(relief),
        named,
        _dated(_known(halves)),
        _dated(kept),
    )


def from_entries(episodes: Iterable[Episode], runs: Iterable[RoutineRun] = ()) -> Counts:
    """The same from entries."""
    return counts(
        list(zip(*map(counted_parts, episodes), strict=True)), (run.began[:10] for run in runs if run.finished)
    )


def _known(values: Iterable[T | None]) -> Counter[T]:
    counted = Counter(values)
    del counted[None]
    return cast("Counter[T]", counted)


def _dated(texts: Iterable[str]) -> Counter[str]:
    """Those that begin with a date; a file can be damaged."""
    return Counter({text: times for text, times in Counter(texts).items() if _is_date(text)})


def _is_date(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)[:10]).year in YEARS
    except ValueError:
        return False


def _named(names: str) -> list[str]:
    try:
        found = json.loads(names)
    except (ValueError, TypeError, RecursionError):
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


# --- cramps ----------------------------------------------------------------------------------------------------


def cramps(found: Counts) -> int:
    return found.days.total()


def by_week(found: Counts, today: date, weeks: int | None = None) -> dict[str, int] | None:
    """Cramps by the Monday of their week, weeks without any included; the last ``weeks`` of them."""
    days = _days(found.days)
    first = min([*days, *_dates(found.kept)], default=today)
    if not days or (today - first).days < SPAN:
        return None
    counts: Counter[date] = Counter()
    for day, times in days.items():
        counts[monday(day)] += times
    every = list(_mondays(first, today))
    return {week.isoformat(): counts[week] for week in (every if weeks is None else every[-weeks:])}


def by_hour(found: Counts) -> list[int] | None:
    """Cramps for each of the 24 hours."""
    counts = [0] * 24
    for hour, times in found.hours.items():
        counts[int(hour)] += times
    return counts if sum(counts) >= MANY else None


def by_side(found: Counts) -> dict[str, int] | None:
    return _pattern(found.sides)


def by_doing(found: Counts) -> dict[str, int] | None:
    """Cramps by what was being done."""
    return _pattern(found.doing)


def by_cause(found: Counts) -> dict[str, int] | None:
    """Cramps by what may have played a part; one can have several."""
    return _pattern(found.causes) if cramps(found) >= SOME else None


def minutes_to_relief(found: Counts) -> dict[str, float] | None:
    """Median, and the quarter that let go sooner or later than most."""
    tenths = sorted(found.relief.elements())
    if len(tenths) < FEW:
        return None
    last = len(tenths) - 1
    parts = (("quarter", 0.25), ("median", 0.5), ("three_quarters", 0.75))
    return {name: round(tenths[round(part * last)] / 600, 2) for name, part in parts}


def mean_severity(found: Counts) -> float | None:
    """The mean of the pain at its worst."""
    scores = list(found.severities.elements())
    return round(fmean(scores), 1) if len(scores) >= FEW else None


def worst_severity(found: Counts) -> int | None:
    return max(found.severities, default=None)


def nights_disturbed(found: Counts, today: date, days: int = 28) -> int | None:
    """Nights of the last ``days`` in which a cramp woke somebody or disturbed the sleep; a night ends at noon."""
    if not cramps(found):
        return None
    first = today - timedelta(days)
    nights = {_night(half) for half in found.disturbed if half >= first.isoformat()}
    return sum(first < night <= today for night in nights)


# --- routines --------------------------------------------------------------------------------------------------


def days_kept(found: Counts, today: date, weeks: int = 8) -> dict[str, int] | None:
    """Days with a routine by the Monday of their week."""
    days = _dates(found.kept)
    if not days:
        return None
    counts = Counter(monday(day) for day in days)
    every = list(_mondays(min(days), today))[-weeks:]
    return {week.isoformat(): counts[week] for week in every}


def streak(found: Counts, today: date) -> int:
    """Weeks kept in a row: three days make a week, one missed week breaks nothing, and this one can still be kept."""
    counts = Counter(monday(day) for day in _dates(found.kept))
    if not counts:
        return 0
    weeks = [counts[week] >= KEPT for week in _mondays(min(counts), today)]
    if not weeks[-1:] or not weeks[-1]:
        weeks = weeks[:-1]
    kept = 0
    for done, run in groupby(reversed(weeks)):
        length = len(list(run))
        if not done and length > 1:
            break
        kept += length if done else 0
    return kept


# --- all of it -------------------------------------------------------------------------------------------------


def summary(found: Counts, today: date) -> dict[str, object]:
    """Every figure by its name."""
    return {
        "cramps": cramps(found),
        "weekly": by_week(found, today),
        "by_hour": by_hour(found),
        "by_side": by_side(found),
        "by_doing": by_doing(found),
        "by_cause": by_cause(found),
        "minutes_to_relief": minutes_to_relief(found),
        "severity_mean": mean_severity(found),
        "severity_worst": worst_severity(found),
        "nights_disturbed": nights_disturbed(found, today),
        "days_kept": days_kept(found, today),
        "streak": streak(found, today),
    }


def _pattern(heap: Mapping[str, int]) -> dict[str, int] | None:
    """The heap, the highest first, if there is enough on it."""
    return dict(Counter(heap).most_common()) if sum(heap.values()) >= SOME else None


def _days(texts: Mapping[str, int]) -> Counter[date]:
    return Counter({date.fromisoformat(text): times for text, times in texts.items()})


def _dates(texts: Iterable[str]) -> set[date]:
    return {date.fromisoformat(text) for text in texts}


def _night(half: str) -> date:
    """The day on which the night ended, for ``2026-11-240`` (in the morning) or ``2026-11-241`` (after noon)."""
    return date.fromisoformat(half[:10]) + timedelta(int(half[10]))


def monday(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(day.weekday())


def _mondays(first: date, last: date) -> Iterable[date]:
    """Every Monday from the week of ``first`` to that of ``last``."""
    weeks = (monday(last) - monday(first)).days // 7 + 1
    return (monday(first) + timedelta(7 * week) for week in range(weeks))
