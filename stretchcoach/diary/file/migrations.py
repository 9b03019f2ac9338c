"""How the file grew: one step a version, each run once, in one transaction, after a copy was put beside it.

A step that was shipped is never changed; a new layout is a new step.  ``PRAGMA user_version`` counts them.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from stretchcoach.diary.entries import moment, stamp

EPISODES_1 = """CREATE TABLE episode (
    id TEXT PRIMARY KEY, began TEXT NOT NULL, minutes REAL, side TEXT, place TEXT, severity INTEGER,
    pain_after INTEGER, sleep INTEGER, woke TEXT, doing TEXT, posture TEXT, relieved_by TEXT, relieved_after REAL,
    answers TEXT NOT NULL, level TEXT, rules TEXT NOT NULL, closed TEXT NOT NULL, note TEXT NOT NULL
)"""
RUNS_1 = """CREATE TABLE run (
    id TEXT PRIMARY KEY, began TEXT NOT NULL, routine TEXT NOT NULL, seconds REAL NOT NULL, finished INTEGER NOT NULL,
    steps INTEGER NOT NULL
)"""
CHANGES_1 = "CREATE TABLE change (id TEXT PRIMARY KEY, at TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL)"
JOURNAL_1 = "CREATE TABLE journal (id TEXT PRIMARY KEY, told TEXT NOT NULL)"


def _first(connection: sqlite3.Connection) -> None:
    for table in (EPISODES_1, RUNS_1, CHANGES_1, JOURNAL_1):
        connection.execute(table)


def _second(connection: sqlite3.Connection) -> None:
    """Order by the true moment, whatever the time zone; deletion that can be undone; causes; questions put off."""
    connection.execute("ALTER TABLE episode ADD COLUMN causes TEXT NOT NULL DEFAULT '[]'")
    connection.execute("ALTER TABLE episode ADD COLUMN pending INTEGER NOT NULL DEFAULT 0")
    for table, column in (("episode", "began"), ("run", "began"), ("change", "at")):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN moment REAL NOT NULL DEFAULT 0")
        rows = connection.execute(f"SELECT id, {column} FROM {table}").fetchall()
        moments = [(_moment(began), key) for key, began in rows]
        connection.executemany(f"UPDATE {table} SET moment = ? WHERE id = ?", moments)
        if table != "change":
            connection.execute(f"ALTER TABLE {table} ADD COLUMN removed TEXT")
        connection.execute(f"CREATE INDEX {table}_moment ON {table} (moment)")
    connection.execute("CREATE INDEX episode_pending ON episode (moment) WHERE pending")


def _moment(text: object) -> float:
    """The moment of a time; a file can be damaged."""
    try:
        return moment(str(text))
    except (ValueError, OverflowError, OSError):
        return 0.0


def _third(connection: sqlite3.Connection) -> None:
    """Times that were taken in as UTC tell the local hour; from now on a date can stand without a time."""
    for table, column in (("episode", "began"), ("run", "began"), ("change", "at")):
        select = f"SELECT rowid, {column} FROM {table} WHERE {column} GLOB '*[Zz]' OR moment = 0"
        for row, text in connection.execute(select).fetchall():
            with suppress(ValueError, TypeError, OverflowError, OSError):
                local = stamp(datetime.fromisoformat(text).astimezone()) if text[-1] in "Zz" else text
                change = f"UPDATE {table} SET {column} = ?, moment = ? WHERE rowid = ?"
                connection.execute(change, (local, moment(local), row))


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _second, _third)


def steps_taken(connection: sqlite3.Connection) -> int:
    """How many steps this file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection, path: Path, day: datetime) -> Path | None:
    """Bring the file up to date; the copy of what it was before, if it held anything."""
    before = steps_taken(connection)
    if before >= len(STEPS):
        return None
    copy = _copied(connection, path, before, day) if before else None
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[steps_taken(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return copy


def _copied(connection: sqlite3.Connection, path: Path, before: int, day: datetime) -> Path:
    copy = unused(path.with_name(f"{path.stem}.version{before}-{day:%Y%m%dT%H%M%S}{path.suffix}"))
    copy.touch(mode=0o600)
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()
    return copy


def unused(path: Path) -> Path:
    """This name, or the next that no file has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
