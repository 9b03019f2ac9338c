"""Counters filled straight from the file: a million rows are counted without making an entry of any.

SQLite hands every column over as one JSON array, which takes half the time of as many rows; a slice of the diary at a
time, which keeps them small.  A cell that cannot be right counts as one that says nothing.
"""

import msgspec

from stretchcoach.diary.entries import moment
from stretchcoach.diary.file.store import Diary
from stretchcoach.diary.stats import Counts, counts

WHOLE = f"typeof(began) = 'text' AND began GLOB '{'[0-9]' * 4}-{'[0-9]' * 2}-{'[0-9]' * 2}*'"
DAY, HOUR = "substr(began, 1, 10)", "substr(began, 12, 2)"
COLUMNS = (
    DAY,
    HOUR,
    "CASE typeof(side) WHEN 'text' THEN side END",
    "CASE typeof(doing) WHEN 'text' THEN doing END",
    "CASE WHEN severity BETWEEN 0 AND 10 THEN severity END",
    "CASE WHEN relieved_after BETWEEN 0 AND 86400 THEN CAST(relieved_after * 10 AS INTEGER) END",
    "CASE typeof(causes) WHEN 'text' THEN causes END",
    f"CASE WHEN sleep BETWEEN 1 AND 10 OR woke = 'yes' THEN {DAY} || ({HOUR} >= '12') END",
)
"""In the order of ``stats.Row``."""
SLICE = 100_000
COUNTED = f"""SELECT {", ".join(f"json_group_array({column})" for column in COLUMNS)}, max(row)
    FROM (SELECT *, rowid AS row FROM episode WHERE removed IS NULL AND {WHOLE} AND moment >= ? AND rowid > ?
    ORDER BY rowid LIMIT {SLICE})"""
KEPT = f"""SELECT {DAY}, count(*) FROM run WHERE removed IS NULL AND finished AND {WHOLE} AND moment >= ? GROUP BY 1"""
BEFORE_ALL = -1e12


def tally(diary: Diary, since: str | None = None) -> Counts:
    """What there is to count, from ``since`` on."""
    begin = moment(since) if since else BEFORE_ALL
    last: int | None = -1
    kept = (day for day, times in diary.rows(KEPT, [begin]) for _ in range(times))
    found = counts([], kept)
    while last is not None:
        ((*arrays, last),) = diary.rows(COUNTED, [begin, last])
        more = counts([msgspec.json.decode(array) for array in arrays])
        for heap in Counts.__struct_fields__:
            getattr(found, heap).update(getattr(more, heap))
    return found
