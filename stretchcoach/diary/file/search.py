"""The diary page by page: cramps and routines together, newest first, and how many each day of a month has."""

from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from stretchcoach.diary.entries import Episode, RoutineRun
from stretchcoach.diary.file.queries import containing
from stretchcoach.diary.file.rows import TABLES, columns, entry_of_row
from stretchcoach.diary.file.store import Diary

Page = list[Episode | RoutineRun]
DAYS = frozenset(f"{day:02}" for day in range(1, 32))


class EntryFilter(Struct, frozen=True):
    """Which entries are wanted; empty: all."""

    kind: str = ""
    """``cramps`` or ``routines``."""
    side: str = ""
    """Cramps of that side; routines have none."""
    text: str = ""
    day: str = ""
    """``2026-11-24``, by the clock on the wall."""


class DayCounts(Struct, frozen=True):
    """What one day holds."""

    cramps: int = 0
    routines: int = 0


def entries_page(diary: Diary, wanted: EntryFilter, start: int, count: int) -> Page:
    """``count`` entries from the ``start``-th on; only these are read, and more in place of those that cannot be."""
    found: Page = []
    while len(found) < count:
        asked = count - len(found)
        heads = _heads(diary, wanted, start, asked)
        found += _entries(diary, heads)
        start += asked
        if len(heads) < asked:
            break
    return found


def _heads(diary: Diary, wanted: EntryFilter, start: int, count: int) -> list[tuple[str, int]]:
    """The table and the number of each row that is wanted."""
    parts, values = [], []
    for kind, where, held in _parts(wanted):
        parts.append(f"SELECT '{TABLES[kind]}' AS kind, rowid AS row, moment FROM {TABLES[kind]} WHERE {where}")
        values += held
    if not parts:
        return []
    heads = f"{' UNION ALL '.join(parts)} ORDER BY moment DESC, row DESC LIMIT ? OFFSET ?"
    return [(kind, row) for kind, row, _ in diary.rows(heads, [*values, count, start])]


def _entries(diary: Diary, found: list[tuple[str, int]]) -> Page:
    entries: dict[tuple[str, int], Episode | RoutineRun] = {}
    for kind in (Episode, RoutineRun):
        table = TABLES[kind]
        numbers = ", ".join(str(row) for name, row in found if name == table)
        for row, *cells in diary.rows(f"SELECT rowid, {columns(kind)} FROM {table} WHERE rowid IN ({numbers})"):
            entry = entry_of_row(kind, cells, diary.odd)
            if entry is not None:
                entries[table, row] = entry
    return [entries[head] for head in found if head in entries]


def _parts(wanted: EntryFilter) -> list[tuple[type[Episode] | type[RoutineRun], str, list[Any]]]:
    """Each kind that is wanted, its condition, and the values in it."""
    parts: list[tuple[type[Episode] | type[RoutineRun], str, list[Any]]] = []
    if wanted.kind != "routines":
        where, values = "removed IS NULL", list[Any]()
        if wanted.side:
            where, values = f"{where} AND side = ?", [wanted.side]
        if wanted.text:
            said, words = containing(wanted.text)
            where, values = f"{where} AND {said}", [*values, *words]
        parts.append((Episode, where, values))
    if wanted.kind != "cramps" and not wanted.side:
        said, words = containing(wanted.text, ("routine",)) if wanted.text else ("1", [])
        parts.append((RoutineRun, f"removed IS NULL AND {said}", words))
    if wanted.day:
        day = datetime.fromisoformat(wanted.day).timestamp()
        near = [wanted.day, day - 2 * 86400, day + 3 * 86400]
        on_day = "substr(began, 1, 10) = ? AND moment BETWEEN ? AND ?"
        parts = [(kind, f"{where} AND {on_day}", [*values, *near]) for kind, where, values in parts]
    return parts


def month(diary: Diary, first: date) -> dict[int, DayCounts]:
    """The days of that month that hold something, as the clock on the wall stood."""
    after = (first.replace(day=1) + timedelta(31)).replace(day=1)
    edges = [datetime(each.year, each.month, each.day).timestamp() for each in (first, after)]
    values = [edges[0] - 2 * 86400, edges[1] + 2 * 86400, f"{first:%Y-%m}"]
    counts: dict[int, list[int]] = {}
    for place, table in enumerate((TABLES[Episode], TABLES[RoutineRun])):
        select = f"""SELECT substr(began, 9, 2), count(*) FROM {table}
            WHERE removed IS NULL AND moment BETWEEN ? AND ? AND substr(began, 1, 7) = ? GROUP BY 1"""
        for day, times in diary.rows(select, values):
            if day in DAYS:
                counts.setdefault(int(day), [0, 0])[place] = times
    return {day: DayCounts(*both) for day, both in counts.items()}
