"""Heaps straight from the file: a hundred thousand rows are counted without an entry being made.

SQLite hands every column over as one JSON array, which takes half the time of as many rows.
"""

import msgspec

from stretchcoach.diary.entries import moment
from stretchcoach.diary.stats import Heaps, heaps
from stretchcoach.diary.store import Diary

DAY, HOUR = "substr(began, 1, 10)", "substr(began, 12, 2)"
COLUMNS = (
    DAY,
    HOUR,
    "side",
    "doing",
    "severity",
    "CAST(relieved_after * 10 AS INTEGER)",
    "causes",
    f"CASE WHEN sleep > 0 OR woke = 'yes' THEN {DAY} || ({HOUR} >= '12') END",
)
"""In the order of ``stats.Row``."""
COUNTED = f"""SELECT {", ".join(f"json_group_array({column})" for column in COLUMNS)}
    FROM episode WHERE removed IS NULL AND moment >= ?"""
KEPT = f"SELECT {DAY} FROM run WHERE removed IS NULL AND finished AND moment >= ?"
BEFORE_ALL = -1e12


def tally(diary: Diary, since: str | None = None) -> Heaps:
    """What there is to count, from ``since`` on."""
    begin = moment(since) if since else BEFORE_ALL
    (arrays,) = diary.rows(COUNTED, [begin])
    columns = [msgspec.json.decode(array) for array in arrays]
    return heaps(columns, (day for (day,) in diary.rows(KEPT, [begin])))
