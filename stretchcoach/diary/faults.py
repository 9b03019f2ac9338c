"""What can go wrong with a file, each in one plain sentence."""

import errno
import sqlite3
from pathlib import Path

TORN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Primary result codes of a file whose content is damaged."""


SYSTEM = {
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.ENOSPC: sqlite3.SQLITE_FULL,
}


class DiaryError(Exception):
    """The diary could not do it; the text is for the user."""


class TornError(sqlite3.DatabaseError):
    """A check found damage that a glance does not show."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def is_torn(error: Exception) -> bool:
    """Whether the file is damaged, as against full, locked or out of reach."""
    return isinstance(error, sqlite3.Error) and _code(error) in TORN


def sentence(error: Exception, path: Path) -> str:
    """Why the diary could not be read or written."""
    match _code(error):
        case sqlite3.SQLITE_FULL:
            return "The disk is full, so this could not be written into the diary."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "Another program is writing into the diary just now."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return f"The diary {path} cannot be written: no permission."
        case code if code in TORN:
            return f"The diary {path} is damaged."
        case _:
            why = error.strerror if isinstance(error, OSError) else None
            return f"The diary {path} cannot be used: {(why or str(error)).lower()}."


def _code(error: Exception) -> int:
    """SQLite's primary result code, also for what the system says; extended codes carry more in the higher bits."""
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0, 0)
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
