"""The course of the weeks for the doctor: a count a week, the trend in words, the long ones, and each cramp by date."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from stretchcoach.diary.entries import Episode, point, timed
from stretchcoach.diary.entry_text import where_it_was
from stretchcoach.diary.report.figures import ENOUGH, TimeSpan
from stretchcoach.diary.report.phrasing import capital, day, lasting
from stretchcoach.words.report_lines import STEADY_OVER_THESE_WEEKS, and_earlier, from_to

LONG = 10.0
"""Minutes from which a cramp is a reason to be seen.  Source: NHS-LC."""
RECENT = 2
"""Weeks that are held against those before them."""
LEAST = 4
"""Weeks that the diary must cover for a trend."""
CHANGED = 0.6
"""A rate below this part of the other is a change; less is ups and downs."""


def weekly(cramps: Sequence[Episode], over: TimeSpan) -> tuple[tuple[str, int], ...]:
    """The first day of each week, counted back from now, and how many cramps it holds; the oldest first."""
    weeks = int(min((over.until - over.since).days, max(over.days, 1)) + 6) // 7
    counts = [0] * weeks
    for each in cramps:
        back = int((over.until - point(each.began)) / timedelta(weeks=1))
        if 0 <= back < weeks:
            counts[back] += 1
    starts = [over.until - timedelta(weeks=back + 1) + timedelta(days=1) for back in range(weeks)]
    return tuple((f"{start.day} {start:%b}", count) for start, count in zip(starts, counts, strict=True))[::-1]


def trend(weeks: Sequence[tuple[str, int]], covered: float) -> str:
    """Whether the last two weeks had more or fewer than those before; empty where there is too little to say."""
    if covered < 7 * LEAST or len(weeks) < LEAST or sum(count for _, count in weeks) < ENOUGH:
        return ""
    counts = [count for _, count in weeks]
    before = sum(counts[:-RECENT]) / len(counts[:-RECENT])
    now = sum(counts[-RECENT:]) / RECENT
    if max(before, now) < 0.75 or min(before, now) > CHANGED * max(before, now):
        return STEADY_OVER_THESE_WEEKS if max(before, now) else ""
    return from_to("Falling" if now < before else "Rising", _rate(before), _rate(now))


def _rate(value: float) -> str:
    return f"{value:.0f}" if value >= 1.5 or not value else f"{value:.1f}".removesuffix(".0")


def longest(cramps: Sequence[Episode]) -> str:
    """How long the longest was; *not recorded* where no length is known."""
    lengths = [each.minutes for each in cramps if each.minutes is not None]
    return lasting(60 * max(lengths)) if lengths else "not recorded"


def long_ones(cramps: Sequence[Episode], most: int) -> tuple[str, ...]:
    """Every cramp of more than ten minutes, the latest first."""
    found = [each for each in cramps if each.minutes is not None and each.minutes > LONG]
    lines = [f"{day_and_hour(each)}: {lasting(60 * (each.minutes or 0))}" for each in reversed(found)]
    more = len(lines) - most
    return (*lines[:most], *([f"and {more} more"] if more > 0 else []))


def each_cramp(cramps: Sequence[Episode], most: int, notes: bool) -> tuple[str, ...]:
    """One line a cramp, the latest first: when, where, how bad, how long, and its note if wanted."""
    lines = [_line(each, notes) for each in reversed(cramps)]
    more = len(lines) - most
    return (*lines[:most], *([and_earlier(more)] if more > 0 else []))


def _line(each: Episode, notes: bool) -> str:
    pain = "" if each.severity is None else f"pain {each.severity}"
    length = "" if each.minutes is None else lasting(60 * each.minutes)
    told = ", ".join(filter(None, (day_and_hour(each), where_it_was(each), pain, length)))
    return f"{told}. {capital(each.note)}" if notes and each.note else told


def day_and_hour(each: Episode) -> str:
    """The day, and the hour where it is known."""
    moment = datetime.fromisoformat(each.began)
    return f"{day(moment)}, {moment:%H:%M}" if timed(each.began) else day(moment)
