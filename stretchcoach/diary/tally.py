"""Heaps straight from the file: a hundred thousand rows are counted without an entry being made."""

from stretchcoach.diary.entries import moment
from stretchcoach.diary.stats import Heaps, heaps
from stretchcoach.diary.store import Diary

COUNTED = """SELECT substr(began, 1, 13), side, doing, severity, relieved_after, causes, sleep, woke
    FROM episode WHERE removed IS NULL AND moment >= ?"""
KEPT = "SELECT substr(began, 1, 10) FROM run WHERE removed IS NULL AND finished AND moment >= ?"
BEFORE_ALL = -1e12


def tally(diary: Diary, since: str | None = None) -> Heaps:
    """What there is to count, from ``since`` on."""
    begin = moment(since) if since else BEFORE_ALL
    return heaps(diary.rows(COUNTED, [begin]), (day for (day,) in diary.rows(KEPT, [begin])))
