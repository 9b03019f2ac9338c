"""The six weeks of the bedtime stretch: when it was begun, what tonight holds, and what the diary says at two and six.

It offers and looks back; it promises nothing.  The dose is that of the trial: every evening for six weeks (HALL12).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from stretchcoach.diary.entries import point
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.report.figures import night_of
from stretchcoach.machine import private
from stretchcoach.machine.files import json_value, read_text
from stretchcoach.programme import SIX_WEEKS_FILE
from stretchcoach.programme.effect import effect, sentence
from stretchcoach.words import programme_lines
from stretchcoach.words.wording import counted

ROUTINE = "bedtime_calf_hamstring"
SEATED = "bedtime_seated"
DAYS = 42
REVIEWS = (14, 42)
MOST = 64 * 1024
"""Bytes of it."""


class Programme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One programme, as it lies in the data folder."""

    name: str = "bedtime"
    routine: str = ROUTINE
    began: str
    stopped: str | None = None


class Status(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    routine: str
    began: str
    day: int
    """1 on the first day."""
    days: int = DAYS
    done: int
    """Nights with the routine."""
    tonight: bool
    """Whether tonight's is done."""
    running: bool
    review: str = ""
    """What the diary says, at two and at six weeks; else empty."""
    next_review: int | None = None
    """Days until then."""


def load(folder: Path) -> Programme | None:
    """The programme that was begun last; None if there is none, or its file cannot be read."""
    try:
        there = msgspec.convert(json_value(read_text(folder / SIX_WEEKS_FILE, MOST)), Programme)
        return there if all(map(point, filter(None, (there.began or "?", there.stopped)))) else None
    except (OSError, ValueError, OverflowError):
        return None


def save(folder: Path, programme: Programme) -> None:
    """Keep it; a crash in between leaves what was there."""
    private.replace(folder / SIX_WEEKS_FILE, msgspec.json.encode(programme))


def running(programme: Programme, now: datetime) -> bool:
    """Whether it goes on."""
    return programme.stopped is None and now - point(programme.began) < timedelta(days=DAYS)


def status(programme: Programme, entries: Entries, now: datetime, title: str) -> Status:
    """How it stands at this moment."""
    began = point(programme.began)
    end = point(programme.stopped) if programme.stopped else now
    number = (end.astimezone(began.tzinfo).date() - began.date()).days + 1
    nights = {
        night_of(run.began)
        for run in entries.runs
        if run.removed is None and run.finished and run.routine == programme.routine and belongs(run.began, began, end)
    }
    coming = [each - number + 1 for each in REVIEWS if each >= number]
    due = [each for each in REVIEWS if number > each]
    return Status(
        name=programme.name,
        routine=programme.routine,
        began=programme.began,
        day=number,
        done=len(nights),
        tonight=night_of(now.isoformat()) in nights,
        running=programme.stopped is None and number <= DAYS,
        review=review(programme, entries, began, min(now, began + timedelta(days=due[-1])), title) if due else "",
        next_review=coming[0] if coming and programme.stopped is None else None,
    )


def belongs(text: str, began: datetime, end: datetime) -> bool:
    """Whether a run belongs to the programme."""
    return began <= point(text) <= end


def review(programme: Programme, entries: Entries, began: datetime, now: datetime, title: str) -> str:
    """What the diary says at two or six weeks."""
    found = effect(entries, programme.routine, now, began)
    return sentence(found, title) if found else ""


def status_lines(how: Status, title: str, begin: str = "stretchcoach run {}") -> Sequence[str]:
    """The status in plain lines; ``begin``: how tonight's is begun."""
    if how.running:
        lines = [programme_lines.six_weeks_day(title, how.day, how.days, counted(how.done, "night"))]
        lines.append(
            programme_lines.TONIGHTS_IS_DONE
            if how.tonight
            else programme_lines.tonight_if_you_like(begin.format(how.routine))
        )
    elif how.day > how.days:
        lines = [programme_lines.six_weeks_over(title, counted(how.done, "night"))]
    else:
        lines = [programme_lines.six_weeks_stopped(title, how.day, counted(how.done, "night"))]
    if how.review:
        lines += [how.review, programme_lines.COMES_AND_GOES]
    if how.running and how.next_review is not None:
        due = counted(how.next_review, "day")
        lines.append(programme_lines.will_review(due, programme_lines.TRIALS))
    return lines
