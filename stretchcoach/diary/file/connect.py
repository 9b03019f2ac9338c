"""Opens the file whatever state it is in: new, old, damaged, or not writable.

It never fails: where nothing can be kept, a diary in memory stands in, and a notice says so.
"""

import os
import sqlite3
import stat
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from stretchcoach.diary.file.faults import OddFileError, TornError, fault_line, is_torn
from stretchcoach.diary.file.migrations import STEPS, steps_taken, unused, upgrade
from stretchcoach.machine import private
from stretchcoach.words import diary_notices

PATIENCE = 0.5
"""Seconds to wait for another program that is writing; a session must not stand still longer."""
BETWEEN_TRIES = 0.005
"""Seconds until a lock for which SQLite does not wait by itself is asked for again."""


class Opened(NamedTuple):
    """A connection, and the result of opening it."""

    connection: sqlite3.Connection
    kept: bool
    """Whether what is written lasts."""
    notices: tuple[str, ...] = ()
    readable: bool = True
    """Whether what the file holds can be read; an empty diary in memory stands in for it where not."""


def connected(path: Path, now: datetime, patience: float = PATIENCE, check: bool = False) -> Opened:
    """The diary at ``path``, made, mended or stood in for; ``check``: every page is looked at."""
    try:
        if odd := _odd(path):
            raise OddFileError(odd)
        return _written(path, now, patience, check)
    except OddFileError as error:
        return memory(f"{fault_line(error, path)} {diary_notices.NOTHING_IS_WRITTEN}")
    except (OSError, sqlite3.Error, ValueError) as error:
        if is_torn(error):
            return _begun_anew(path, now, patience)
        return _stand_in(path, fault_line(error, path), patience)


def _written(path: Path, now: datetime, patience: float, check: bool = False) -> Opened:
    _private(path)
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        if steps_taken(connection) > len(STEPS):
            connection.close()
            return _stand_in(path, diary_notices.NEWER, patience)
        _readable_while_written(connection, patience)
        # A night's battery may run out: FULL costs one fsync for each fact, and there are a few of those a minute.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        copy = upgrade(connection, path, now)
        connection.execute("SELECT count(*) FROM journal")
        if check and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise TornError("damaged")
        told = (diary_notices.brought_up_to_date(copy.name),) if copy else ()
        return Opened(connection, True, told)
    except BaseException:
        connection.close()
        raise


def _readable_while_written(connection: sqlite3.Connection, patience: float) -> None:
    """Turn on the write-ahead log; SQLite does not wait here as it does for a lock, so two programs would clash."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                raise
        time.sleep(BETWEEN_TRIES)


def _odd(path: Path) -> str:
    """What it is, if it is no file; to open that could last for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return ""
    if stat.S_ISREG(mode):
        return ""
    return (
        diary_notices.A_FOLDER
        if stat.S_ISDIR(mode)
        else diary_notices.A_PIPE
        if stat.S_ISFIFO(mode)
        else diary_notices.NO_FILE
    )


def _private(path: Path) -> None:
    """Make the file before SQLite does, so that nobody else can ever read it."""
    private.folder(path.parent)
    private.make_empty(path)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _begun_anew(path: Path, now: datetime, patience: float) -> Opened:
    """Set a damaged file aside, never to be overwritten, and begin a new one, unless another program just did."""
    try:
        with suppress(sqlite3.DatabaseError):
            return _written(path, now, patience, check=True)
        aside = set_aside(path, now)
        fresh = _written(path, now, patience)
    except (OSError, sqlite3.Error) as error:
        return _stand_in(path, fault_line(error, path), patience)
    told = diary_notices.was_damaged(aside.name)
    return fresh._replace(notices=(told, *fresh.notices))


def set_aside(path: Path, now: datetime) -> Path:
    """Rename the file, and what SQLite keeps beside it, to a name that is free."""
    aside = unused(path.with_name(f"{path.stem}.corrupt-{now:%Y%m%dT%H%M%S}{path.suffix}"))
    path.rename(aside)
    for tail in ("-wal", "-shm"):
        beside = Path(f"{path}{tail}")
        if beside.exists():
            beside.rename(Path(f"{aside}{tail}"))
    return aside


def _stand_in(path: Path, why: str, patience: float) -> Opened:
    """The file read-only if it can be read at all, else an empty diary in memory."""
    for how in ("mode=ro", "immutable=1"):
        try:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?{how}",
                uri=True,
                timeout=patience,
                isolation_level=None,
                check_same_thread=False,
            )
        except sqlite3.Error:
            continue
        try:
            connection.execute("SELECT count(*) FROM journal")
            if steps_taken(connection) == len(STEPS):
                return Opened(connection, False, (f"{why} {diary_notices.READ_ONLY}",))
        except sqlite3.Error:
            pass
        connection.close()
    return memory(f"{why} {diary_notices.NOTHING_IS_WRITTEN}")


def memory(notice: str) -> Opened:
    """A diary that lasts as long as the program."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    upgrade(connection, Path(":memory:"), datetime.now())
    return Opened(connection, False, (notice,), readable=False)
