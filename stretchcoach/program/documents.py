"""What is made of the diary, the same for the command line and both front ends: exports, the doctor's page,
before and after a routine, a reminder, and what taking in a file comes to in words.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from stretchcoach.diary import Diary
from stretchcoach.words import program_lines, programme_lines

if TYPE_CHECKING:
    from stretchcoach.diary.exchange.merging import Merged
    from stretchcoach.diary.report.report import Report
    from stretchcoach.library import Shelf
    from stretchcoach.programme.effect import Effect
    from stretchcoach.programme.trial import Trial

LARGEST = 1 << 30
"""Bytes of a file that is taken in; a million entries are half of that."""
SHOWN = 10
"""Most lines of one kind that are shown of a file."""
BREATHING = "bedtime_breathing"
"""Done in the evening as the stretches are, and no stretch."""
WEEKS = (2, 6)
"""The columns of the doctor's page."""


def export_pieces(diary: Diary, form: str, deleted: bool = False) -> Iterable[bytes]:
    """The whole diary as ``csv``, ``json`` or ``fhir``, piece by piece."""
    from stretchcoach.diary.exchange.exporting import Streamed, csv_pieces, json_pieces

    entries = Streamed(diary, deleted and form != "fhir")
    if form == "fhir":
        from stretchcoach.diary.exchange import fhir

        return fhir.pieces(entries)
    return (text.encode() for text in (csv_pieces if form == "csv" else json_pieces)(entries))


def report_of(
    diary: Diary,
    shelf: "Shelf",
    now: datetime,
    weeks: Sequence[int] = WEEKS,
    name: str = "",
    dates: bool = False,
    notes: bool = False,
    trial: "Trial | None" = None,
) -> "Callable[[int], Report]":
    """The doctor's page, made for how many lines a list may have; with what a trial that is over came to."""
    from stretchcoach.diary.file.excerpts import for_report
    from stretchcoach.diary.report.report import make_report

    entries = for_report(diary, now, max(weeks))
    other = frozenset(each.id for each in shelf.pick() if each.purpose != "prevention") | {BREATHING}
    told = _trial_lines(diary, trial, now) if trial else ()
    return lambda most: make_report(entries, now, weeks, name, other, most, dates, notes, told)


def _trial_lines(diary: Diary, trial: "Trial", now: datetime) -> tuple[str, ...]:
    from stretchcoach.diary.file.excerpts import for_trial
    from stretchcoach.programme.standing import Standing

    return Standing(trial, for_trial(diary, trial.began, now), now).for_doctor()


def compared(diary: Diary, routine: str, now: datetime, since: datetime | None) -> "Effect | None":
    """Cramps before and after a routine; None where it was never run and no day is given."""
    from stretchcoach.diary.file.excerpts import for_effect
    from stretchcoach.programme.effect import REACH, effect

    return effect(for_effect(diary, routine, REACH, now, since), routine, now, since)


def effect_lines(found: "Effect", title: str) -> list[str]:
    """That in plain lines, with a bar a week."""
    from stretchcoach.programme import effect

    caveat, evidence = programme_lines.COMES_AND_GOES, programme_lines.TRIALS
    return [effect.sentence(found, title), "", *effect.chart(found, title), "", caveat, evidence]


def reminder(form: str, routine: str, at: time, days: int, now: datetime) -> str:
    """A ``calendar`` file, a ``systemd`` timer or a ``cron`` line, from today on, or tomorrow if that hour is past."""
    from stretchcoach.programme import reminders

    first = now.date() + timedelta(days=now.time() >= at)
    if form == "calendar":
        return reminders.calendar(routine, first, at, days, now, reminders.zone_here())
    return (reminders.systemd if form == "systemd" else reminders.cron)(routine, first, at, days)


def taken_lines(plan: "Merged", only_look: bool, skipped: str = "") -> list[str]:
    """What taking in a file came to, or would come to."""
    lines = plan.differences[:SHOWN]
    if len(plan.differences) > SHOWN:
        lines.append(program_lines.more_differ(len(plan.differences) - SHOWN))
    if plan.first:
        lines.append(program_lines.from_day_to_day(plan.first[:10], plan.last[:10]))
    parts = [program_lines.so_many_new(plan.new), program_lines.so_many_there(plan.same + plan.replaced + plan.kept)]
    if plan.replaced:
        parts.append(program_lines.replaced(plan.replaced))
    if plan.kept:
        parts.append(program_lines.left_as_they_are(plan.kept, skipped))
    return [*lines, f"{program_lines.WOULD_BE_TAKEN_IN if only_look else program_lines.TAKEN_IN}: {', '.join(parts)}."]
