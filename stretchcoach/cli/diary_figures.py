"""Entries and figures of the diary as lines of text."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stretchcoach.diary import Episode

from stretchcoach.diary.report.phrasing import lasting

NOT_YET = "not enough yet"
TITLES = {
    "cramps": "Cramps",
    "weekly": "Cramps a week",
    "by_hour": "By the hour",
    "by_side": "By side",
    "by_doing": "While",
    "by_cause": "Possible causes",
    "minutes_to_relief": "Time to relief",
    "severity_mean": "Pain at its worst, mean",
    "severity_worst": "Pain at its worst, highest",
    "nights_disturbed": "Nights disturbed in 28 days",
    "days_kept": "Days with a routine",
    "streak": "Weeks in a row",
}
WEEKS = 8
"""Weeks that are shown; JSON has them all."""


def line(entry: "Episode", brief: str) -> str:
    """A cramp in one line, after as much of its id as is needed: what is not known is left out."""
    from stretchcoach.diary.entry_text import cramp

    began = entry.began[:16].replace("T", " ")
    return "  ".join([brief, f"{began:16}", ", ".join(cramp(entry))]).rstrip()


def figures(told: Mapping[str, Any]) -> Iterator[str]:
    """A line for every figure."""
    width = max(map(len, TITLES.values()))
    for name, title in TITLES.items():
        yield f"{title:{width}}  {_figure(name, told[name])}"


def _day(text: str) -> str:
    """``16 Nov``."""
    when = date.fromisoformat(text)
    return f"{when.day} {when:%b}"


def _figure(name: str, value: Any) -> str:
    if value is None:
        return NOT_YET
    if name == "by_hour":
        return ", ".join(f"{hour}h {times}" for hour, times in enumerate(value) if times)
    if name in ("weekly", "days_kept"):
        return ", ".join(f"{_day(week)}: {times}" for week, times in list(value.items())[-WEEKS:])
    if name == "minutes_to_relief":
        median, quarter, most = (lasting(60 * value[key]) for key in ("median", "quarter", "three_quarters"))
        return f"{median}, mostly {quarter} to {most}"
    if isinstance(value, dict):
        return ", ".join(f"{word} {times}" for word, times in value.items()).replace("_", " ")
    return f"{value:g}"
