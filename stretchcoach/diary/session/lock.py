"""Whether the program that runs a session is still alive: a lock that the system lets go of when it dies.

A process number can be used again and a time stamp can be wrong; a lock held by SQLite on a file of its own is
neither, and works the same on every system.
"""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from stretchcoach.machine import private

OLD = 3600
"""Seconds after which a lock that nobody holds is no longer one that is being made."""
TAIL = "-journal"
"""What SQLite adds to the name of a file for what it keeps beside it."""


class SessionLock:
    """The lock of one session, held from ``claim`` to ``leave`` or to the end of the process."""

    def __init__(self, diary: Path, key: str) -> None:
        self._file = diary.with_name(f"{diary.stem}.running-{key}")
        self._connection: sqlite3.Connection | None = None

    def claim(self) -> bool:
        """Hold it; False if another holds it already.  Where no lock can be made there is nobody to keep out."""
        with suppress(OSError):
            private.make_empty(self._file)
        try:
            connection = sqlite3.connect(self._file, timeout=0, isolation_level=None, check_same_thread=False)
        except sqlite3.Error:
            return True
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            connection.close()
            return error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY
        self._connection = connection
        return True

    def leave(self) -> None:
        """Let go, and clear away."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError):
                self._file.unlink()
            connection.close()


def sweep(diary: Path) -> None:
    """Clear away the locks of programs that were killed before they had told anything."""
    old = datetime.now().timestamp() - OLD
    for file in diary.parent.glob(f"{diary.stem}.running-*"):
        with suppress(OSError):
            if file.name.endswith(TAIL) or file.stat().st_mtime > old:
                continue
            lock = SessionLock(diary, file.name.rpartition("running-")[2])
            if lock.claim():
                lock.leave()
                file.with_name(file.name + TAIL).unlink(missing_ok=True)
