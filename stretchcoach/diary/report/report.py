"""One page for the doctor, as values: a table, a sentence, a few short lists, and what was not asked."""

import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct

from stretchcoach.diary.entries import Episode, point
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.report import terms
from stretchcoach.diary.report.course import each_cramp, long_ones, trend, weekly
from stretchcoach.diary.report.figures import (
    Figures,
    TimeSpan,
    beginning,
    figures,
    last_days,
    latest,
    pattern,
    triggers,
    what_relieved,
)
from stretchcoach.diary.report.phrasing import capital, day, lasting
from stretchcoach.diary.report.safety import began, not_asked, safety
from stretchcoach.words.report_lines import (
    AS_REPORTED,
    CALF_CRAMP_DIARY,
    CRAMPING_ALL_TOGETHER,
    CRAMPS,
    CRAMPS_A_WEEK,
    EACH_CRAMP,
    LAST_WEEK,
    LONGER_THAN_TEN_MINUTES,
    LONGEST_CRAMP,
    MEAN_PAIN_0_TO_10,
    NIGHTS_WITH_DISTURBED_SLEEP,
    NIGHTS_WITH_STRETCHING_DONE,
    NO_CRAMPS_IN_THIS_PERIOD,
    NOT_ASKED,
    NOT_RECORDED,
    NOTHING_WAS_RECORDED,
    OWN_RECORD,
    POSSIBLE_TRIGGERS,
    SAFETY_ANSWERS,
    TRIAL,
    WHAT_HELPED,
    WORST_PAIN_0_TO_10,
    begins,
    empty,
    last_weeks,
    prepared,
)
from stretchcoach.words.wording import counted

DATES = 100
"""Cramps that are listed one by one at most."""
MOST = 6
"""Lines that a list may have."""
NEEDED = ("meds", "conditions")
"""What a doctor would look for first."""


class Section(Struct, frozen=True):
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


class Report(Struct, frozen=True):
    """The page."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    pattern: str
    trend: str
    """Falling, rising or steady; empty where it is too early to say."""
    weeks: tuple[tuple[str, int], ...]
    """The first day of each week and its cramps, the oldest first."""
    sections: tuple[Section, ...]
    footer: str


def make_report(
    entries: Entries,
    now: datetime,
    weeks: Sequence[int] = (2, 6),
    name: str = "",
    other: frozenset[str] = frozenset(),
    most: int = MOST,
    dates: bool = False,
    notes: bool = False,
    trial: tuple[str, ...] = (),
) -> Report:
    """The page; ``other``: routines that are no stretches of the kind that is done every night.

    ``trial``: what a trial on oneself came to, in lines.  ``dates``: a line for each cramp; ``notes``: with what was
    noted, in the person's own words.
    """
    episodes = sorted((each for each in entries.episodes if each.removed is None), key=began)
    runs = [each for each in entries.runs if each.removed is None and each.routine not in other]
    first = beginning(
        (each.began for each in episodes), (each.began for each in entries.runs), (each.at for each in entries.changes)
    )
    spans = [last_days(now, 7 * each, first) for each in weeks]
    columns = [figures(episodes, runs, each) for each in spans]
    over = max(spans, key=lambda each: each.until - each.since)
    cramps = [each for each in episodes if over.holds(each.began)]
    long = long_ones(cramps, most)
    weeks_ = weekly(cramps, over)
    listed_ = each_cramp(cramps, DATES, notes) if dates or notes else ()
    sections = (
        *([Section(LONGER_THAN_TEN_MINUTES, long)] if long else []),
        Section(POSSIBLE_TRIGGERS, with_counts(triggers(cramps), len(cramps), max(most, 4) + 2)),
        Section(WHAT_HELPED, relief(cramps, max(most, 4))),
        *([Section(TRIAL, trial)] if trial else []),
        Section(AS_REPORTED, known_facts(entries)),
        Section(SAFETY_ANSWERS, safety(cramps, most)),
        Section(NOT_ASKED, (not_asked(cramps),)),
        *([Section(EACH_CRAMP, listed_)] if listed_ else []),
    )
    return Report(
        title=CALF_CRAMP_DIARY + (f": {name}" if name else ""),
        subtitle=subtitle(now, first, over),
        columns=("", *(last_weeks(each) if each != 1 else LAST_WEEK for each in weeks)),
        rows=value_rows(columns, spans),
        pattern=pattern(cramps, over),
        trend=trend(weeks_, over.days),
        weeks=weeks_,
        sections=sections,
        footer=OWN_RECORD,
    )


def subtitle(now: datetime, first: datetime | None, over: TimeSpan) -> str:
    """When it was made, and how far back the diary goes."""
    made = prepared(day(now), now.year)
    if first is None:
        return empty(made)
    short = "" if over.whole else f", so the longest column covers only {counted(max(round(over.days), 1), 'day')}"
    return begins(made, day(first), first.year, short)


def value_rows(columns: Sequence[Figures], spans: Sequence[TimeSpan]) -> tuple[tuple[str, ...], ...]:
    """The rows of the table."""
    each: tuple[tuple[str, Callable[[Figures], str]], ...] = (
        (CRAMPS, lambda one: str(one.cramps)),
        (WORST_PAIN_0_TO_10, lambda one: NOT_RECORDED if one.worst is None else str(one.worst)),
        (MEAN_PAIN_0_TO_10, lambda one: with_basis(one.mean, one.rated, one.cramps)),
        (CRAMPING_ALL_TOGETHER, _together),
        (LONGEST_CRAMP, lambda one: NOT_RECORDED if one.longest is None else lasting(60 * one.longest)),
        (NIGHTS_WITH_DISTURBED_SLEEP, lambda one: str(one.disturbed)),
        (NIGHTS_WITH_STRETCHING_DONE, lambda one: str(one.stretched)),
    )
    rows = [(name, *(text(column) for column in columns)) for name, text in each]
    rates = (f"{one.a_week:.1f}" if over.days >= 7 else "too early" for one, over in zip(columns, spans, strict=True))
    return (rows[0], (CRAMPS_A_WEEK, *rates), *rows[1:])


def _together(one: Figures) -> str:
    """How long all of them lasted, with how many it rests on where that is not all."""
    if one.minutes is None:
        return NOT_RECORDED
    text = lasting(60 * one.minutes)
    return text if one.timed == one.cramps else f"{text} ({one.timed} of {one.cramps})"


def with_basis(value: float | None, told: int, of: int) -> str:
    """A figure, with how many it rests on where that is not all."""
    if value is None:
        return NOT_RECORDED
    text = f"{value:.1f}" if value < 10 else f"{value:.0f}"
    return text if told == of else f"{text} ({told} of {of})"


def with_counts(counts: Sequence[tuple[str, int]], of: int, most: int) -> tuple[str, ...]:
    """Things with how often they were said, in one line."""
    if not counts:
        return (NOTHING_WAS_RECORDED if of else NO_CRAMPS_IN_THIS_PERIOD,)
    told = ", ".join(f"{name} ({times})" for name, times in counts[:most])
    return (f"Of {counted(of, 'cramp')}: {told}.",)


def relief(cramps: Sequence[Episode], most: int) -> tuple[str, ...]:
    """What relieved it, in one line."""
    found = [
        f"{name} ({times}{'' if after is None else f', after about {lasting(after)}'})"
        for name, times, after in what_relieved(cramps)
    ]
    return (f"{capital(', '.join(found[:most]))}.",) if found else (NOTHING_WAS_RECORDED,)


def known_facts(entries: Entries) -> tuple[str, ...]:
    """Medicine classes and conditions, as they were said last, or that they were not asked."""
    words = terms.report_words()
    cramps = [each for each in entries.episodes if each.removed is None]
    lines, missing = [], []
    for key, heading in words.profile.items():
        if not isinstance(heading, str):
            continue
        said = latest(key, cramps, entries.changes) or latest(f"{key}_any", cramps, entries.changes)
        if said is not None:
            lines.append(f"{heading}: {words.answer(said[1])} (said {day(point(said[0]))}).")
        elif key in NEEDED:
            missing.append(heading.lower())
    return (*lines, *([f"Not asked: {', '.join(missing)}."] if missing else []))


def _told(row: Sequence[str]) -> str:
    """A row of the table as a line, for a window that is too narrow for columns."""
    return f"{row[0] or 'Of each'}: {' | '.join(row[1:])}"


def _heard(row: Sequence[str], columns: Sequence[str]) -> str:
    """A row of the table as a sentence, each figure behind its own column."""
    cells = (f"{column.lower()} {cell}" for column, cell in zip(columns[1:], row[1:], strict=True))
    return f"{row[0]}: {', '.join(cells)}."


def as_text(report: Report, width: int = 80, told: bool = False) -> str:
    """The page as text; ``told``: its table in sentences, for whoever hears it."""
    lines = [report.title, "=" * len(report.title), *textwrap.wrap(report.subtitle, width), ""]
    first = max(len(row[0]) for row in report.rows)
    every = (report.columns, *report.rows)
    widths = [max(len(row[place]) for row in every) for place in range(1, len(report.columns))]
    fits = not told and first + sum(wide + 2 for wide in widths) <= width
    for row in report.rows if told else every:
        cells = (f"  {cell:>{wide}}" for cell, wide in zip(row[1:], widths, strict=True))
        if told:
            lines.append(_heard(row, report.columns))
        else:
            lines += [f"{row[0]:{first}}{''.join(cells)}"] if fits else textwrap.wrap(_told(row), width)
    lines += ["", *textwrap.wrap(report.pattern, width), *([report.trend] if report.trend else [])]
    if any(count for _, count in report.weeks):
        bars = (f"  {start:>6}  {'█' * min(count, 40)} {count}" for start, count in report.weeks)
        lines += ["", CRAMPS_A_WEEK, *bars]
    for section in report.sections:
        lines += ["", section.heading]
        for line in section.lines:
            lines += textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")
    return "\n".join([*lines, "", *textwrap.wrap(report.footer, width)])
