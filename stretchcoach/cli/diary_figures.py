"""Entries and figures of the diary as lines of text."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stretchcoach.diary import Episode

from stretchcoach.diary.report.phrasing import lasting
from stretchcoach.words import cli_lines, diary_pages, report_lines

TITLES = {
    "cramps": report_lines.CRAMPS,
    "weekly": report_lines.CRAMPS_A_WEEK,
    "by_hour": cli_lines.BY_THE_HOUR,
    "by_side": cli_lines.BY_SIDE,
    "by_doing": diary_pages.WHILE,
    "by_cause": cli_lines.POSSIBLE_CAUSES,
    "minutes_to_relief": diary_pages.TIME_TO_RELIEF,
    "severity_mean": cli_lines.MEAN_PAIN,
    "severity_worst": cli_lines.HIGHEST_PAIN,
    "nights_disturbed": cli_lines.NIGHTS_DISTURBED,
    "days_kept": diary_pages.DAYS_WITH_A_ROUTINE,
    "streak": cli_lines.WEEKS_IN_A_ROW,
}
WEEKS = 8
"""Weeks that are shown; JSON has them all."""


def line(entry: "Episode", brief: str) -> str:
    """A cramp in one line, after as much of its id as is needed: what is not known is left out."""
    from stretchcoach.diary.entry_text import cramp_line

    began = entry.began[:16].replace("T", " ")
    return "  ".join([brief, f"{began:16}", ", ".join(cramp_line(entry))]).rstrip()


def figure_lines(told: Mapping[str, Any]) -> Iterator[str]:
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
        return cli_lines.NOT_ENOUGH_YET
    if name == "by_hour":
        return ", ".join(f"{hour}h {times}" for hour, times in enumerate(value) if times)
    if name in ("weekly", "days_kept"):
        return ", ".join(f"{_day(week)}: {times}" for week, times in list(value.items())[-WEEKS:])
    if name == "minutes_to_relief":
        median, quarter, most = (lasting(60 * value[key]) for key in ("median", "quarter", "three_quarters"))
        return cli_lines.mostly_between(median, quarter, most)
    if isinstance(value, dict):
        return ", ".join(f"{word} {times}" for word, times in value.items()).replace("_", " ")
    return f"{value:g}"
