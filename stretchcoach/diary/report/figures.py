"""Figures over a stretch of days, for the doctor's table: what was not said is not counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import fmean, median

from msgspec import Struct

from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun, Said, moment, point, timed
from stretchcoach.diary.report import phrasing, terms
from stretchcoach.words.report_lines import (
    BY_NIGHT_AND_BY_DAY,
    MOSTLY_NIGHTS_AND_DAYS,
    NO_CRAMPS_RECORDED,
    too_few,
)
from stretchcoach.words.wording import counted

MOST = 2 / 3
"""From this share on it is *mostly*."""
ENOUGH = 3
"""Cramps below which there is no pattern."""


class TimeSpan(Struct, frozen=True):
    """A stretch of time, and how many of its days the diary covers."""

    since: datetime
    until: datetime
    days: float
    """Days since the diary begins, or of the whole stretch."""

    def holds(self, text: str) -> bool:
        """Whether a moment is in it."""
        return self.since < point(text) <= self.until

    @property
    def whole(self) -> bool:
        """Whether the diary goes back far enough."""
        return self.days >= (self.until - self.since).days


class Figures(Struct, frozen=True):
    """One column of the table."""

    cramps: int
    a_week: float
    worst: int | None
    mean: float | None
    rated: int
    """Cramps for which pain was said."""
    minutes: float | None
    """All together; None where no length is known."""
    timed: int
    longest: float | None
    """Minutes of the longest."""
    disturbed: int
    """Nights in which a cramp woke, or sleep was disturbed."""
    stretched: int
    """Nights, or days, with a routine of stretches."""


def last_days(now: datetime, days: float, first: datetime | None) -> TimeSpan:
    covered = (now - first).total_seconds() / 86_400 if first else 0.0
    return TimeSpan(now - timedelta(days), now, min(days, covered))


def beginning(*moments: Iterable[str]) -> datetime | None:
    """When the diary begins."""
    return min((point(text) for group in moments for text in group), default=None)


def figures(episodes: Iterable[Episode], runs: Iterable[RoutineRun], over: TimeSpan) -> Figures:
    """The figures of a stretch of time."""
    cramps = [each for each in episodes if over.holds(each.began)]
    pains = [each.severity for each in cramps if each.severity is not None]
    lengths = [each.minutes for each in cramps if each.minutes is not None]
    return Figures(
        cramps=len(cramps),
        a_week=len(cramps) / max(over.days / 7, 1),
        worst=max(pains, default=None),
        mean=fmean(pains) if pains else None,
        rated=len(pains),
        minutes=sum(lengths) if lengths else None,
        timed=len(lengths),
        longest=max(lengths, default=None),
        disturbed=len({night_of(each.began) for each in cramps if each.woke == "yes" or each.sleep}),
        stretched=len({night_of(each.began) for each in runs if each.finished and over.holds(each.began)}),
    )


def night_of(text: str) -> date:
    """The day on which a night ends; a night lasts from noon to noon, as the clock on the wall stood.

    Where the hour is not known, it is the night that is written down under that day.
    """
    return (datetime.fromisoformat(text) + timedelta(hours=12)).date()


def part_of_day(episode: Episode) -> str | None:
    """``nights`` for a cramp between ten and six, or out of sleep; else ``days``; None where the hour is not known."""
    if episode.woke == "yes":
        return "nights"
    if not timed(episode.began):
        return None
    hour = datetime.fromisoformat(episode.began).hour
    return "nights" if hour >= 22 or hour < 6 else "days"


def mostly(values: Sequence[str | None]) -> str:
    """The value that most of those that are known have; may be empty."""
    told = [value for value in values if value and value != "not_sure"]
    if len(told) < ENOUGH or len(told) < len(values) / 2:
        return ""
    value, times = Counter(told).most_common(1)[0]
    return value if times / len(told) >= MOST else ""


def pattern(cramps: Sequence[Episode], over: TimeSpan) -> str:
    """What most of them have in common, in one sentence."""
    count = len(cramps)
    if not count:
        return NO_CRAMPS_RECORDED
    if count < ENOUGH:
        return too_few(counted(count, "cramp"))
    told = {part_of_day(each) for each in cramps}
    when = mostly([part_of_day(each) for each in cramps]) or ("nights and days" if told >= {"nights", "days"} else "")
    side = {"left": "left ", "right": "right ", "both": "both "}.get(mostly([each.side for each in cramps]), "")
    place = mostly([each.place for each in cramps])
    where = f", {side}{(place or 'leg') + ('s' if side == 'both ' else '')}" if side or place else ""
    where = where.replace("foots", "feet").replace("calfs", "calves")
    if not when:
        return f"{phrasing.capital(pace(count, over))}{where and f', mostly{where[1:]}'}."
    return f"Mostly {when}{where}, {pace(count, over)}.".replace(MOSTLY_NIGHTS_AND_DAYS, BY_NIGHT_AND_BY_DAY)


def pace(count: int, over: TimeSpan) -> str:
    """How often, in words; in a diary of less than a week just the count."""
    if over.days < 7:
        return f"{count} in {max(round(over.days), 1)} days" if over.days >= 1.5 else f"{count} in a day"
    rate = count / (over.days / 7)
    return (
        f"about {round(rate)} a week" if rate >= 1.5 else "about one a week" if rate >= 0.75 else "less than one a week"
    )


def triggers(cramps: Iterable[Episode]) -> list[tuple[str, int]]:
    """What was ticked as going before, the most frequent first."""
    table = terms.report_words().triggers
    heap: Counter[str] = Counter()
    for each in cramps:
        told = {**each.answers}
        told |= {"activity": each.doing} if each.doing else {}
        told |= {"posture_kind": each.posture} if each.posture else {}
        ticked = (table.get(f"{key}.{value}", "") for key, said in told.items() for value in options_said(said))
        heap.update({words for words in ticked if words})
    return sorted(heap.items(), key=lambda pair: (-pair[1], pair[0]))


def options_said(said: Said) -> list[str]:
    """The options that were said."""
    if isinstance(said, bool):
        return ["yes" if said else "no"]
    return said if isinstance(said, list) else [said] if isinstance(said, str) else []


def what_relieved(cramps: Iterable[Episode]) -> list[tuple[str, int, float | None]]:
    """What relieved it: how often, and after how many seconds in the middle."""
    heap: dict[str, list[float | None]] = {}
    for each in cramps:
        if each.relieved_by and each.relieved_by not in ("none", "not_sure"):
            heap.setdefault(each.relieved_by, []).append(each.relieved_after)
    table = terms.report_words().relief
    found = [(table.get(name, phrasing.spaced(name)), len(after), _middle(after)) for name, after in heap.items()]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _middle(after: Iterable[float | None]) -> float | None:
    told = [seconds for seconds in after if seconds is not None]
    return median(told) if told else None


def latest(key: str, episodes: Iterable[Episode], changes: Iterable[ProfileChange]) -> tuple[str, Said] | None:
    """When a thing about the person was said last, and how; None where it was never asked."""
    told: list[tuple[str, Said]] = [(each.at, each.value) for each in changes if each.key == key]
    told += [(each.began, each.answers[key]) for each in episodes if key in each.answers]
    return max(told, key=lambda pair: moment(pair[0]), default=None)
