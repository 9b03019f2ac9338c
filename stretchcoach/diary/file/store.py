"""The diary on disk: one SQLite file, every entry committed at once, readable while another program writes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

from stretchcoach.diary.entries import Entry
from stretchcoach.diary.file.connect import PATIENCE, connected
from stretchcoach.diary.file.faults import DiaryError, fault_line, is_torn
from stretchcoach.diary.file.queries import REMOVABLE, Queries
from stretchcoach.diary.file.rows import TABLES, insertion
from stretchcoach.diary.session import unwritten
from stretchcoach.words import diary_notices

T = TypeVar("T")
LEFT_OVERS = ("version*", "corrupt-*")
"""Files that may lie beside the diary: copies from before an upgrade, and damaged ones."""


class Diary(Queries):
    """The file; opening it never fails, everything else raises ``DiaryError`` with a sentence for the user."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self.notices: list[str] = []
        """What came of opening the file, and of what is damaged in it, to be told once."""
        self._odd: set[str] = set()
        self.kept = True
        """Whether what is written lasts."""
        self.readable = True
        """Whether what the file holds can be read."""
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
        statement = insertion(entry)
        self._run(lambda: self._connection.execute(*statement))

    def add_all(self, entries: list[Entry]) -> None:
        """Keep all of them, or none."""

        def work() -> None:
            with self._transaction():
                for entry in entries:
                    self._connection.execute(*insertion(entry))

        self._run(work)

    def finish(self, entry: Entry) -> None:
        """Keep the entry of a session, and drop its journal, in one."""

        def work() -> None:
            with self._transaction():
                self._connection.execute(*insertion(entry))
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
                    self._connection.execute(f"DELETE FROM {name} WHERE id = ?", (key,))
                    for name in (*TABLES.values(), "journal")
                ]
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return sum(cursor.rowcount for cursor in gone)

        return self._run(work) > 0

    def purge_all(self) -> int:
        """Really delete everything, copies and damaged files too; how many entries there were."""

        def work() -> int:
            with self._transaction():
                gone = [self._connection.execute(f"DELETE FROM {name}") for name in TABLES.values()]
                self._connection.execute("DELETE FROM journal")
            self._connection.execute("VACUUM")
            (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise DiaryError(diary_notices.ANOTHER_READS)
            for file in (*self.copies(), *unwritten.files(self.path)):
                file.unlink()
            return sum(cursor.rowcount for cursor in gone)

        return self._run(work)

    def copies(self) -> list[Path]:
        """The files beside this one that hold entries: copies from before an upgrade, and damaged ones."""
        names = (f"{self.path.stem}.{pattern}{self.path.suffix}*" for pattern in LEFT_OVERS)
        return sorted(file for name in names for file in self.path.parent.glob(name))

    # --- the file ------------------------------------------------------------------------------------------

    def _open(self, check: bool = False) -> None:
        self._connection, self.kept, notices, self.readable = connected(
            self.path, datetime.now(), self._patience, check
        )
        self.notices += notices
        if self.kept and unwritten.files(self.path):
            self.notices += unwritten.take_in(self)

    def _run(self, work: Callable[[], T]) -> T:
        """Do it; a file that turns out to be damaged is set aside, and it is done with a new one."""
        try:
            return work()
        except (sqlite3.Error, OSError) as error:
            if not is_torn(error):
                raise DiaryError(fault_line(error, self.path)) from error
        self._connection.close()
        self._open(check=True)
        try:
            return work()
        except (sqlite3.Error, OSError) as error:
            raise DiaryError(fault_line(error, self.path)) from error

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
