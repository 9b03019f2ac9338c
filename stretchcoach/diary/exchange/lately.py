"""A moment as it is told soon after: ``yesterday 3:12``, ``last night at 23:30``, ``3am``."""

import re
from datetime import datetime, timedelta

from stretchcoach.diary.entries import point, stamp
from stretchcoach.diary.exchange.dates import DateError, joined

DAYS = {"today": 0, "yesterday": 1}
NIGHT = re.compile(r"(?:last |this |to)night\b,?")


def lately(text: str, now: datetime) -> str:
    """The ISO 8601 text of it; empty where the text names no day by where it lies from today, and no hour alone."""
    said = " ".join(text.casefold().split())
    if said == "now":
        return stamp(now)
    today = now.date()
    first, _, rest = said.partition(" ")
    try:
        if first.rstrip(",") in DAYS:
            return joined(today - timedelta(days=DAYS[first.rstrip(",")]), rest)
        if night := NIGHT.match(said):
            hour = said[night.end() :].strip()
            return _before(hour, now) if hour else ""
        return _before(said, now) if said else ""
    except DateError:
        return ""


def _before(hour: str, now: datetime) -> str:
    """The last time that it was that hour."""
    found = joined(now.date(), hour)
    return found if point(found) <= now else joined(now.date() - timedelta(days=1), hour)
