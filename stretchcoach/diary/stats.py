"""What the entries add up to; every figure is None while there is not enough for it.

The entries are first put on heaps, one for each thing that is counted (``Heaps``), and every figure is a pure
function of those: the heaps of a hundred thousand rows are made by counting, not by making entries.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import TypeVar

from stretchcoach.diary.entries import Episode, RoutineRun

T = TypeVar("T")
FEW, SOME, MANY = 3, 5, 10
"""Cramps below which a mean, a pattern, and a pattern by the hour would say nothing."""
SPAN = 14
"""Days that a diary must reach back before weeks are compared; the published logs took two weeks.  Source: SEBO19."""
KEPT = 3
"""Days in a week on which a routine was done, for the week to count."""
Row = tuple[str, str | None, str | None, int | None, float | None, tuple[str, ...] | str, int | None, str | None]
"""Hour of the beginning (``2026-11-24T03``), side, doing, severity, relieved_after, causes, sleep, woke."""


@dataclass(frozen=True, slots=True)
class Heaps:
    """How often each value occurs."""

    hours: Counter[str] = field(default_factory=Counter)
    """By date and hour, as the clock on the wall stood."""
    sides: Counter[str] = field(default_factory=Counter)
    doing: Counter[str] = field(default_factory=Counter)
    severities: Counter[int] = field(default_factory=Counter)
    relief: Counter[float] = field(default_factory=Counter)
    """By seconds."""
    causes: Counter[str] = field(default_factory=Counter)
    disturbed: Counter[str] = field(default_factory=Counter)
    """As ``hours``, of the cramps that woke somebody or disturbed the sleep."""
    kept: Counter[str] = field(default_factory=Counter)
    """Routines done to their end, by date."""


def row(episode: Episode) -> Row:
    """What of a cramp is counted."""
    each = episode
    return (
        each.began[:13], each.side, each.doing, each.severity, each.relieved_after, each.causes, each.sleep, each.woke
    )  # fmt: skip


def heaps(rows: Iterable[Row], kept: Iterable[str] = ()) -> Heaps:
    """Rows put on heaps; ``kept``: the dates of routines that were done to their end."""
    listed = list(rows)
    if not listed:
        return Heaps(kept=Counter(kept))
    hours, sides, doing, severities, relief, causes, sleep, woke = zip(*listed, strict=True)
    named: Counter[str] = Counter()
    for names, times in Counter(causes).items():
        for name in names if isinstance(names, tuple) else json.loads(names):
            named[name] += times
    disturbed = (hour for hour, score, up in zip(hours, sleep, woke, strict=True) if score or up == "yes")
    return Heaps(
        Counter(hours),
        _known(sides),
        _known(doing),
        _known(severities),
        _known(relief),
        named,
        Counter(disturbed),
        Counter(kept),
    )


def from_entries(episodes: Iterable[Episode], runs: Iterable[RoutineRun] = ()) -> Heaps:
    """The same from entries."""
    return heaps(map(row, episodes), (run.began[:10] for run in runs if run.finished))


def _known(values: Iterable[T | None]) -> Counter[T]:
    return Counter(value for value in values if value is not None)


# --- cramps ----------------------------------------------------------------------------------------------------


def cramps(found: Heaps) -> int:
    """How many."""
    return found.hours.total()


def weekly(found: Heaps, today: date, weeks: int | None = None) -> dict[str, int] | None:
    """Cramps by the Monday of their week, weeks without any included; the last ``weeks`` of them."""
    days = _days(found.hours)
    first = min([*days, *_dates(found.kept)], default=today)
    if not days or (today - first).days < SPAN:
        return None
    counts: Counter[date] = Counter()
    for day, times in days.items():
        counts[monday(day)] += times
    every = list(_mondays(first, today))
    return {week.isoformat(): counts[week] for week in (every if weeks is None else every[-weeks:])}


def by_hour(found: Heaps) -> list[int] | None:
    """Cramps for each of the 24 hours."""
    counts = [0] * 24
    for hour, times in found.hours.items():
        counts[int(hour[11:13])] += times
    return counts if sum(counts) >= MANY else None


def by_side(found: Heaps) -> dict[str, int] | None:
    """Cramps by side."""
    return _pattern(found.sides)


def by_doing(found: Heaps) -> dict[str, int] | None:
    """Cramps by what was being done."""
    return _pattern(found.doing)


def by_cause(found: Heaps) -> dict[str, int] | None:
    """Cramps by what may have played a part; one can have several."""
    return _pattern(found.causes) if cramps(found) >= SOME else None


def minutes_to_relief(found: Heaps) -> dict[str, float] | None:
    """Median, and the quarter that let go sooner or later than most."""
    seconds = sorted(found.relief.elements())
    if len(seconds) < FEW:
        return None
    last = len(seconds) - 1
    parts = (("quarter", 0.25), ("median", 0.5), ("three_quarters", 0.75))
    return {name: round(seconds[round(part * last)] / 60, 2) for name, part in parts}


def mean_severity(found: Heaps) -> float | None:
    """The mean of the pain at its worst."""
    scores = list(found.severities.elements())
    return round(fmean(scores), 1) if len(scores) >= FEW else None


def worst_severity(found: Heaps) -> int | None:
    """The worst pain."""
    return max(found.severities, default=None)


def nights_disturbed(found: Heaps, today: date, days: int = 28) -> int | None:
    """Nights of the last ``days`` in which a cramp woke somebody or disturbed the sleep; a night ends at noon."""
    if not cramps(found):
        return None
    first = today - timedelta(days)
    nights = {_night(hour) for hour in found.disturbed if hour >= first.isoformat()}
    return sum(first < night <= today for night in nights)


# --- routines --------------------------------------------------------------------------------------------------


def days_kept(found: Heaps, today: date, weeks: int = 8) -> dict[str, int] | None:
    """Days with a routine by the Monday of their week."""
    days = _dates(found.kept)
    if not days:
        return None
    counts = Counter(monday(day) for day in days)
    every = list(_mondays(min(days), today))[-weeks:]
    return {week.isoformat(): counts[week] for week in every}


def streak(found: Heaps, today: date) -> int:
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


def summary(found: Heaps, today: date) -> dict[str, object]:
    """Every figure by its name."""
    return {
        "cramps": cramps(found),
        "weekly": weekly(found, today),
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


def _days(hours: Mapping[str, int]) -> Counter[date]:
    texts: Counter[str] = Counter()
    for hour, times in hours.items():
        texts[hour[:10]] += times
    return Counter({date.fromisoformat(text): times for text, times in texts.items()})


def _dates(texts: Iterable[str]) -> set[date]:
    return {date.fromisoformat(text) for text in texts}


def _night(hour: str) -> date:
    """The day on which the night ended, for an hour like ``2026-11-24T03``."""
    day = date.fromisoformat(hour[:10])
    return day + timedelta(1) if int(hour[11:13]) >= 12 else day


def monday(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(day.weekday())


def _mondays(first: date, last: date) -> Iterable[date]:
    """Every Monday from the week of ``first`` to that of ``last``."""
    weeks = (monday(last) - monday(first)).days // 7 + 1
    return (monday(first) + timedelta(7 * week) for week in range(weeks))
