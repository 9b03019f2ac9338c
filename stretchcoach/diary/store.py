"""The diary on disk: one SQLite file, every entry committed at once, readable while another program writes."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, Record, RoutineRun, moment
from stretchcoach.diary.faults import DiaryError, is_torn, sentence
from stretchcoach.diary.opening import PATIENCE, opened
from stretchcoach.diary.rows import TABLES, columns, read, written

T = TypeVar("T")
KINDS: tuple[type[Record], ...] = (Episode, RoutineRun, ProfileChange)
REMOVABLE = (TABLES[Episode], TABLES[RoutineRun])
LEFT_OVERS = ("version*", "corrupt-*")
"""What may lie beside the file: copies from before an upgrade, and torn ones."""


class Diary:
    """The file; opening it never fails, everything else raises ``DiaryError`` with a sentence for the user."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self.notices: list[str] = []
        """What came of opening the file, to be told once."""
        self.kept = True
        """Whether what is written lasts."""
        self._open()

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Self:
        """The diary at ``path``; ``patience``: seconds to wait for another program that is writing."""
        return cls(path, patience)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- writing -------------------------------------------------------------------------------------------

    def add(self, entry: Entry) -> None:
        """Keep an entry, for good when this returns; one with the same id is replaced."""
        statement = written(entry)
        self._run(lambda: self._connection.execute(*statement))

    def add_all(self, entries: list[Entry]) -> None:
        """Keep all of them, or none."""

        def work() -> None:
            with self._transaction():
                for entry in entries:
                    self._connection.execute(*written(entry))

        self._run(work)

    def finish(self, entry: Entry) -> None:
        """Keep the entry of a session, and drop its journal, in one."""

        def work() -> None:
            with self._transaction():
                self._connection.execute(*written(entry))
                self._connection.execute("DELETE FROM journal WHERE id = ?", (entry.id,))

        self._run(work)

    def jot(self, key: str, told: str) -> None:
        """What a running session has told so far."""
        self._run(lambda: self._connection.execute("INSERT OR REPLACE INTO journal VALUES (?, ?)", (key, told)))

    def drop(self, key: str) -> None:
        """Forget the journal of a session."""
        self._run(lambda: self._connection.execute("DELETE FROM journal WHERE id = ?", (key,)))

    def remove(self, key: str, at: str) -> bool:
        """Mark an entry as deleted; whether there was one."""
        return self._mark(key, at)

    def restore(self, key: str) -> bool:
        """Undo a deletion; whether there was one."""
        return self._mark(key, None)

    def _mark(self, key: str, at: str | None) -> bool:
        def work() -> int:
            marks = (f"UPDATE {table} SET removed = ? WHERE id = ?" for table in REMOVABLE)
            with self._transaction():
                return sum(self._connection.execute(mark, (at, key)).rowcount for mark in marks)

        return self._run(work) > 0

    def purge(self, key: str) -> bool:
        """Really delete one entry; whether there was one."""

        def work() -> int:
            with self._transaction():
                gone = [
                    self._connection.execute(f"DELETE FROM {name} WHERE id = ?", (key,)) for name in TABLES.values()
                ]
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return sum(cursor.rowcount for cursor in gone)

        return self._run(work) > 0

    def purge_all(self) -> int:
        """Really delete everything, copies and torn files too; how many entries there were."""

        def work() -> int:
            with self._transaction():
                gone = [self._connection.execute(f"DELETE FROM {name}") for name in TABLES.values()]
                self._connection.execute("DELETE FROM journal")
            self._connection.execute("VACUUM")
            (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise DiaryError("All entries are deleted, but another program is reading the file; do it again later.")
            for file in self.copies():
                file.unlink()
            return sum(cursor.rowcount for cursor in gone)

        return self._run(work)

    def copies(self) -> list[Path]:
        """The files beside this one that hold entries: copies from before an upgrade, and torn files."""
        names = (f"{self.path.stem}.{pattern}{self.path.suffix}*" for pattern in LEFT_OVERS)
        return sorted(file for name in names for file in self.path.parent.glob(name))

    # --- reading -------------------------------------------------------------------------------------------

    def episodes(
        self,
        since: str | None = None,
        until: str | None = None,
        side: str | None = None,
        text: str | None = None,
        removed: bool = False,
        limit: int | None = None,
    ) -> list[Episode]:
        """Cramps, newest first: from ``since`` on, before ``until``, with ``text`` in their words.

        ``removed``: those that were deleted, instead.
        """
        where, values = _between(since, until, removed)
        if side:
            where, values = f"{where} AND side = ?", [*values, side]
        if text:
            like = "%{}%".format(re.sub(r"([%_\\])", r"\\\1", text))
            where += f" AND ({' OR '.join(f'{name} LIKE ? ESCAPE {BACKSLASH}' for name in SEARCHED)})"
            values += [like] * len(SEARCHED)
        return self._all(Episode, where, values, limit)

    def runs(
        self, since: str | None = None, until: str | None = None, removed: bool = False, limit: int | None = None
    ) -> list[RoutineRun]:
        """Routines done, newest first."""
        return self._all(RoutineRun, *_between(since, until, removed), limit)

    def changes(self) -> list[ProfileChange]:
        """Changes of the profile, newest first."""
        return self._all(ProfileChange, "1", [])

    def get(self, key: str) -> Entry | None:
        """The entry with this id, deleted or not."""
        return next((found for kind in KINDS for found in self._all(kind, "id = ?", [key])), None)

    def ids(self, beginning: str) -> list[str]:
        """The ids that begin so, of all cramps and routines."""
        like = f"substr(id, 1, {len(beginning)}) = ?"
        select = " UNION ".join(f"SELECT id FROM {table} WHERE {like}" for table in REMOVABLE)
        return [key for (key,) in self.rows(select, [beginning] * len(REMOVABLE))]

    def pending(self) -> Episode | None:
        """The latest cramp with questions put off."""
        return next(iter(self._all(Episode, "pending AND removed IS NULL", [], 1)), None)

    def jotted(self) -> list[tuple[str, str]]:
        """The journals that no finished entry took the place of."""
        return self.rows("SELECT id, told FROM journal")

    def rows(self, select: str, values: list[Any] | None = None) -> list[Any]:
        """Plain rows, for whoever counts rather than reads."""
        return self._run(lambda: self._connection.execute(select, values or []).fetchall())

    def _all(self, kind: type[Record], where: str, values: list[Any], limit: int | None = None) -> list[Any]:
        select = f"SELECT {columns(kind)} FROM {TABLES[kind]} WHERE {where} ORDER BY moment DESC, rowid DESC LIMIT ?"
        rows = self.rows(select, [*values, -1 if limit is None else limit])
        return [read(kind, row) for row in rows]

    # --- the file ------------------------------------------------------------------------------------------

    def _open(self, check: bool = False) -> None:
        self._connection, self.kept, notices = opened(self.path, datetime.now(), self._patience, check)
        self.notices += notices

    def _run(self, work: Callable[[], T]) -> T:
        """Do it; a file that turns out to be torn is set aside, and it is done with a new one."""
        try:
            return work()
        except (sqlite3.Error, OSError) as error:
            if not is_torn(error):
                raise DiaryError(sentence(error, self.path)) from error
        self._connection.close()
        self._open(check=True)
        try:
            return work()
        except (sqlite3.Error, OSError) as error:
            raise DiaryError(sentence(error, self.path)) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


BACKSLASH = r"'\'"
SEARCHED = ("began", "side", "place", "doing", "posture", "relieved_by", "answers", "level", "rules", "causes", "note")


def _between(since: str | None, until: str | None, removed: bool) -> tuple[str, list[Any]]:
    where, values = f"removed IS {'NOT ' if removed else ''}NULL", []
    for text, condition in ((since, "moment >= ?"), (until, "moment < ?")):
        if text:
            where += f" AND {condition}"
            values.append(moment(text))
    return where, values
