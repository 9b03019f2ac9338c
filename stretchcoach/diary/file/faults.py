"""What can go wrong with a file, each in one plain sentence."""

import errno
import os
import sqlite3
from pathlib import Path

from stretchcoach.words import diary_notices

TORN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Primary result codes of a file whose content is damaged."""


SYSTEM = {
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
}
NO_ROOM = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_SHMSIZE)
"""What SQLite says where a file may not grow."""


class DiaryError(Exception):
    """The diary could not do it; the text is for the user."""


class TornError(sqlite3.DatabaseError):
    """A check found damage that a glance does not show."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class OddFileError(OSError):
    """What lies in the place of the diary is no file."""


def is_torn(error: Exception) -> bool:
    """Whether the file is damaged, as against full, locked or out of reach."""
    return isinstance(error, sqlite3.Error) and _code(error) in TORN


def fault_line(error: Exception, path: Path) -> str:
    """Why the diary could not be read or written."""
    if isinstance(error, OddFileError):
        return diary_notices.where_it_should_be(path, error)
    code = _code(error)
    if code == sqlite3.SQLITE_FULL or getattr(error, "sqlite_errorcode", 0) in NO_ROOM:
        return diary_notices.DISK_FULL
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return diary_notices.ANOTHER_WRITES
    why = error.strerror if isinstance(error, OSError) else None
    what = diary_notices.not_usable((why or str(error)).lower())
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        what = _closed(error, path)
    elif code in TORN:
        what = diary_notices.IS_DAMAGED
    return diary_notices.the_diary(path, what)


def _closed(error: Exception, path: Path) -> str:
    """What it is that may not be written: the disk, the file or its folder."""
    if (isinstance(error, OSError) and error.errno == errno.EROFS) or _on_a_read_only_disk(path):
        return diary_notices.DISK_READ_ONLY
    if path.exists() and _may(path, os.R_OK):
        if not _may(path, os.W_OK):
            return diary_notices.FILE_READ_ONLY
        if not _may(path.parent, os.W_OK):
            return diary_notices.FOLDER_READ_ONLY
    return diary_notices.NO_PERMISSION


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def _on_a_read_only_disk(path: Path) -> bool:
    there = next((each for each in (path, *path.parents) if each.exists()), path)
    try:
        return bool(os.statvfs(there).f_flag & os.ST_RDONLY)
    except (AttributeError, OSError):  # Windows has no statvfs
        return False


def _code(error: Exception) -> int:
    """SQLite's primary result code, also for what the system says; extended codes carry more in the higher bits."""
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0, 0)
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
