"""Cramps a week before and after a routine was taken up: two counts, their ratio, and what may be said of it.

The ratio of two Poisson rates, given their sum, is a binomial share; its exact (Clopper-Pearson) interval is where
the regularised incomplete beta function takes the values 0.025 and 0.975.  mpmath has that function; its series do
not converge for thousands, where the logarithm of the ratio is as good as normal.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from math import exp, sqrt
from statistics import NormalDist

from msgspec import Struct

from stretchcoach.diary.entries import ProfileChange, RoutineRun, point
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.report.phrasing import day
from stretchcoach.words import programme_lines
from stretchcoach.words.wording import counted

WEEK = 7 * 86_400.0
ERROR = 0.025
"""The part on each side of an interval."""
REACH = 12
"""Weeks on either side that are compared at most, so that the season differs less."""
LEAST_WEEKS = 2
"""The published cramp logs were kept for two weeks.  Source: SEBO19."""
LEAST_CRAMPS = 8
"""Fewer on both sides together say nothing."""
WIDEST = 8
"""An interval whose upper end is more than this many times its lower end says nothing."""
MANY = 800
"""Cramps above which the interval is that of the logarithm."""


class Verdict(StrEnum):
    """What may be said."""

    EARLY = "too early to tell"
    UNCLEAR = "no clear difference"
    FEWER = "fewer"
    MORE = "more"


class Period(Struct, frozen=True):
    """One side of the day on which it was taken up."""

    cramps: int
    weeks: float

    @property
    def rate(self) -> float:
        """Cramps a week."""
        return self.cramps / self.weeks if self.weeks > 0 else 0.0


class Effect(Struct, frozen=True):
    """Before and after."""

    routine: str
    since: datetime
    before: Period
    after: Period
    nights: int
    """Nights with the routine since."""
    ratio: float | None
    low: float | None
    high: float | None
    """None: without a bound."""
    verdict: Verdict
    why: str = ""
    """Why it is too early; else empty."""
    weekly: tuple[tuple[datetime, int, bool], ...] = ()
    """Beginning of each week, its cramps, and whether it lies after."""


def effect(entries: Entries, routine: str, now: datetime, since: datetime | None = None) -> Effect | None:
    """The comparison; None where the routine was never run and no day is given."""
    cramps = sorted(point(each.began) for each in entries.episodes if each.removed is None)
    done = sorted(
        point(each.began)
        for each in entries.runs
        if each.removed is None and each.routine == routine and point(each.began) <= now
    )
    begin = since or next(iter(done), None)
    if begin is None:
        return None
    opened = min([*cramps, *(point(each) for each in others(entries)), begin])
    start = max(opened, begin - timedelta(weeks=REACH))
    end = max(min(now, begin + timedelta(weeks=REACH)), begin)
    before = Period(sum(start < each < begin for each in cramps), (begin - start).total_seconds() / WEEK)
    after = Period(sum(begin <= each <= end for each in cramps), (end - begin).total_seconds() / WEEK)
    low, high = interval(before, after)
    why = too_early(before, after, low, high)
    ratio = after.rate / before.rate if before.cramps and after.weeks else None
    nights = len({(each + timedelta(hours=12)).date() for each in done if each >= begin})
    return Effect(
        routine, begin, before, after, nights, ratio, low, high,
        Verdict.EARLY if why else verdict(low, high), why, tuple(by_week(cramps, start, begin, end)),
    )  # fmt: skip


def others(entries: Entries) -> Iterable[str]:
    """When anything but a cramp was written down: the diary was there then."""
    kept: tuple[RoutineRun | ProfileChange, ...] = (*entries.runs, *entries.changes)
    return (each.at if isinstance(each, ProfileChange) else each.began for each in kept)


def interval(before: Period, after: Period, error: float = ERROR) -> tuple[float | None, float | None]:
    """The exact interval of the ratio of the rates, after to before, 95 % where nothing else is said.

    ``error``: the part on each side of it.  None: without a bound.
    """
    total = before.cramps + after.cramps
    if not total or before.weeks <= 0 or after.weeks <= 0:
        return None, None
    scale = before.weeks / after.weeks
    if total > MANY and before.cramps and after.cramps:
        return normal_interval(before, after, error)
    low = beta_quantile(after.cramps, total, error) if after.cramps else 0.0
    high = beta_quantile(after.cramps + 1, total, 1 - error) if before.cramps else None
    return odds(low) * scale, None if high is None else odds(high) * scale


@lru_cache(4096)
def beta_quantile(count: int, total: int, level: float) -> float:
    """The share at which the beta distribution of ``count`` and ``total - count + 1`` reaches ``level``."""
    from mpmath import betainc, findroot

    def above(x: float) -> float:
        return float(betainc(count, total - count + 1, 0, x, regularized=True)) - level

    return float(findroot(above, (1e-12, 1 - 1e-12), solver="bisect", tol=1e-20, maxsteps=200))


def normal_interval(before: Period, after: Period, error: float = ERROR) -> tuple[float, float]:
    """The same interval for large counts."""
    reach = NormalDist().inv_cdf(1 - error) * sqrt(1 / before.cramps + 1 / after.cramps)
    return after.rate / before.rate * exp(-reach), after.rate / before.rate * exp(reach)


def odds(of: float) -> float:
    """A share as one to the rest."""
    return of / (1 - of)


def too_early(before: Period, after: Period, low: float | None, high: float | None) -> str:
    """Why nothing can be said yet; may be empty."""
    for name, side in (("before", before), ("since", after)):
        if side.weeks < LEAST_WEEKS:
            days = counted(int(side.weeks * 7), "day")
            return programme_lines.covers_only(days, name)
    if before.cramps + after.cramps < LEAST_CRAMPS:
        return programme_lines.only_both_sides(counted(before.cramps + after.cramps, "cramp"))
    wide = low is None or high is None or (low > 0 and high / low > WIDEST) or (low == 0 and high >= 1)
    if wide and (low is None or low <= 1) and (high is None or high >= 1):
        return programme_lines.TOO_FEW
    return ""


def verdict(low: float | None, high: float | None) -> Verdict:
    """What the interval says."""
    if high is not None and high < 1:
        return Verdict.FEWER
    return Verdict.MORE if low is not None and low > 1 else Verdict.UNCLEAR


def by_week(
    cramps: list[datetime], start: datetime, begin: datetime, end: datetime
) -> Iterable[tuple[datetime, int, bool]]:
    """Cramps week by week, counted from the day on which it was taken up, backwards and forwards."""
    week = timedelta(weeks=1)
    first = begin
    while first > start:
        first -= week
    while first < end:
        found = sum(first <= each < first + week and start < each <= end for each in cramps)
        yield first, found, first >= begin
        first += week


def sentence(found: Effect, title: str) -> str:
    """The one honest sentence."""
    when = f"{day(found.since)} {found.since.year}"
    if found.verdict is Verdict.EARLY:
        return programme_lines.too_early_to_tell(title, when, found.why)
    rates = programme_lines.rates(found.before.rate, found.after.rate)
    high = programme_lines.NO_UPPER_LIMIT if found.high is None else f"{found.high:.2f}"
    bounds = programme_lines.ratio_between(found.ratio or 0, found.low or 0, high)
    if found.ratio is None:
        bounds = programme_lines.NO_RATIO_AS_NONE_BEFORE
    told = {
        Verdict.FEWER: programme_lines.FEWER_THAN_BEFORE,
        Verdict.MORE: programme_lines.MORE_THAN_BEFORE,
    }.get(found.verdict, programme_lines.CHANCE_ALONE)
    return programme_lines.before_and_since(title, when, rates, bounds, told)


def as_dict(found: Effect) -> dict[str, object]:
    """The comparison as plain values."""
    sides = {
        name: {"cramps": side.cramps, "weeks": round(side.weeks, 2), "a_week": round(side.rate, 2)}
        for name, side in (("before", found.before), ("after", found.after))
    }
    return {
        "routine": found.routine,
        "since": found.since.isoformat(timespec="seconds"),
        **sides,
        "nights": found.nights,
        "ratio": found.ratio,
        "interval": [found.low, found.high],
        "verdict": found.verdict.value,
        "why": found.why,
        "weekly": [
            {"week": first.date().isoformat(), "cramps": count, "after": after} for first, count, after in found.weekly
        ],
        "caveats": programme_lines.COMES_AND_GOES,
        "evidence": programme_lines.TRIALS,
    }


def chart(found: Effect, title: str, width: int = 40) -> list[str]:
    """A bar a week, with a line where the routine was taken up."""
    most = max((count for _, count, _ in found.weekly), default=0)
    scale = min(1.0, width / most) if most else 1.0
    lines, was = [], False
    for first, count, after in found.weekly:
        if after and not was:
            lines.append(programme_lines.chart_title(title, day(found.since)))
        was = after
        lines.append(f"week of {first.day:2} {first:%b}  {'#' * round(count * scale):{width}} {count}".rstrip())
    return lines
