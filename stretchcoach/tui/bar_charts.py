"""What the diary adds up to, as bars of text with the figure beside each."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.diary.entry_text import lasting, spaced
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens
from stretchcoach.words.report_lines import CRAMPS_A_WEEK
from stretchcoach.words.wording import counted

WEEKS = 8
THIS_WEEK = "this week"
SPAN = 3
"""Hours in one bar of the day."""
MOST = 6
"""Triggers that are shown."""
LABEL = 19
"""Letters of a label, so that the bars of most charts begin below each other; longer ones have more."""
DAYS = 7
Bars = tuple[tuple[str, float], ...]


class Chart(Struct, frozen=True):
    """One thing that was counted; without ``bars`` there is not enough for it."""

    title: str
    bars: Bars = ()
    note: str = ""
    called: Callable[[float], str] | None = None
    """How a value is written; as a bare figure, if nothing is said."""
    full: float = 0
    """What a full line stands for; 0: the largest value."""

    @property
    def heading(self) -> str:
        """What is counted, and what a full line stands for."""
        return f"{self.title} · {pages.full_line(self._figure(self._most))}" if self.bars else self.title

    @property
    def _most(self) -> float:
        return self.full or max((value for _, value in self.bars), default=0) or 1

    def _figure(self, value: float) -> str:
        return self.called(value) if self.called else f"{value:g}"

    def lines(self, width: int) -> Iterator[str]:
        """A bar a line, in a line as long as the width allows."""
        if not self.bars:
            yield pages.NOT_ENOUGH_YET
        figures = [self._figure(value) for _, value in self.bars]
        wide = min(max(LABEL, *(len(label) for label, _ in self.bars), 0), max(LABEL, width * 9 // 20))
        wider = max(map(len, figures), default=0)
        room = max(4, width - wide - 2 - wider)
        for (label, value), figure in zip(self.bars, figures, strict=True):
            yield f"{_cut(label, wide):<{wide}} {bar(value / self._most, room):─<{room}} {figure:>{wider}}"
        if self.note:
            yield self.note


def bar(fraction: float, width: int) -> str:
    """A bar to half a letter; what is not nothing can be seen."""
    halves = max(round(fraction * width * 2), int(fraction > 0))
    return "━" * (halves // 2) + "╸" * (halves % 2)


def _cut(label: str, width: int) -> str:
    return label if len(label) <= width else f"{label[: width - 1]}…"


def charts(figures: Mapping[str, object], cause: Callable[[str], str], streaks: bool) -> tuple[Chart, ...]:
    """All of them, in the order of the screen, those that count the same cramps on one scale; ``cause``: its name."""
    hours = _hours(cast("list[int] | None", figures["by_hour"]))
    side = _words("Side", figures["by_side"], spaced)
    doing = _words("While", figures["by_doing"], spaced)
    causes = _words(screens.MAY_HAVE_PLAYED_A_PART, figures["by_cause"], cause)
    most = max((value for each in (hours, side, doing, causes) for _, value in each.bars), default=0)
    hours, side, doing, causes = (replace(each, full=most) for each in (hours, side, doing, causes))
    relief = _relief(cast("dict[str, float] | None", figures["minutes_to_relief"]))
    return (_weeks(CRAMPS_A_WEEK, figures["weekly"]), hours, side, relief, doing, causes, _kept(figures, streaks))


def _weeks(title: str, counts: object, note: str = "") -> Chart:
    weeks = list(cast("dict[str, int]", counts or {}).items())[-WEEKS:]
    days = [*(_day(week) for week, _ in weeks[:-1]), THIS_WEEK]
    return Chart(title, tuple((day, times) for day, (_, times) in zip(days, weeks, strict=False)), note)


def _day(text: str) -> str:
    monday = date.fromisoformat(text)
    return f"from {monday.day:>2} {monday:%b}"


def _hours(counts: list[int] | None) -> Chart:
    if counts is None:
        return Chart(pages.TIME_OF_DAY)
    parts = ((f"{hour:>2} to {hour + SPAN:>2} o'clock", sum(counts[hour : hour + SPAN])) for hour in range(0, 24, SPAN))
    return Chart(pages.TIME_OF_DAY, tuple(parts))


def _words(title: str, counts: object, called: Callable[[str], str]) -> Chart:
    found = list(cast("dict[str, int]", counts or {}).items())
    rest = sum(times for _, times in found[MOST:])
    bars = [(called(word), times) for word, times in found[:MOST]]
    return Chart(title, tuple([*bars, ("all others", rest)] if rest else bars))


def _relief(found: dict[str, float] | None) -> Chart:
    if found is None:
        return Chart(pages.TIME_TO_RELIEF)
    parts = (("1 in 4 within", "quarter"), ("half within", "median"), ("3 in 4 within", "three_quarters"))
    bars = tuple((label, found[key] * 60) for label, key in parts)
    return Chart(pages.TIME_TO_RELIEF, bars, called=lasting)


def _kept(figures: Mapping[str, object], streaks: bool) -> Chart:
    weeks = cast(int, figures["streak"])
    told = pages.in_a_row(counted(weeks, "week")) if weeks else ""
    chart = _weeks(pages.DAYS_WITH_A_ROUTINE, figures["days_kept"], told if streaks else "")
    return replace(chart, full=DAYS)
