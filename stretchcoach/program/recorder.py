"""The program's side of the diary: it takes the facts of a session at once and writes them when nobody waits for it.

Opening a file takes longer than a cramp leaves time for, so facts are gathered until the first second is over; after
that each is written at once by a thread of its own, in order: a slow disk keeps no session waiting.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from stretchcoach.core.messages import Fact
from stretchcoach.core.record import CrampBegan
from stretchcoach.core.visible import visible
from stretchcoach.words import program_lines

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from stretchcoach.diary import Journal, Unfinished

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds that the end of a session waits for the disk; what is not written by then follows before the program ends."""


class Recorder:
    """Hands the facts of one run of the program to a ``Journal``."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        """``tell``: where a sentence about what does not work goes, from any thread."""
        self._path = path
        self._tell = tell
        self._waiting: deque[tuple[Fact, datetime]] = deque()
        self._thread: ThreadPoolExecutor | None = None
        self._journal: Journal | None = None
        self._follows_up = False
        self._found: Unfinished | None = None
        self._goes_on = False

    def take(self, fact: Fact) -> None:
        """A fact of the session that runs; call it on the loop's thread."""
        self._waiting.append((fact, datetime.now().astimezone()))
        if self._journal is not None:
            self.write()

    def follow_up(self) -> None:
        """What comes now answers the questions that were put off."""
        self._follows_up = True

    def forget(self) -> None:
        """The diary was deleted, and with it what was unfinished."""
        self._found, self._goes_on = None, False

    def go_on(self) -> None:
        """The session that begins next goes on with the unfinished one, in the same entry."""
        self._goes_on = self._found is not None

    def unfinished(self) -> "Unfinished | None":
        """The latest session whose program died, until something is done about it."""
        if self._journal is None and self._path.is_file():
            self._found = self._soon(lambda: self._open().interrupted()).result()
        return self._found

    def close_unfinished(self) -> str:
        """Write down what is known of it, as cut short; what could not be done, or nothing."""
        return self._soon(self._close_unfinished).result()

    def write(self) -> "Future[None]":
        """Begin to write down what has been taken; the first time, also what an earlier run left behind."""
        written = self._soon(self._write)
        written.add_done_callback(self._check)
        return written

    def leave(self, now: float) -> None:
        """The session is over, with or without a word; waits a moment for the disk."""
        with suppress(TimeoutError):
            self._soon(lambda: self._leave(now)).result(PATIENCE)

    def abandon(self) -> None:
        """The session is cut short: what has been told is kept, and its end left open."""
        self._soon(self._abandon).result()

    def close(self, now: float) -> None:
        """The program ends, as soon as everything is written."""
        if not self._waiting and self._journal is None:
            return
        self._soon(lambda: self._leave(now)).result()
        self._soon(self._shut).result()

    def _soon(self, work: "Callable[[], T]") -> "Future[T]":
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # loads what no first word should wait for

            self._thread = ThreadPoolExecutor(1, "diary")
        return self._thread.submit(work)

    # --- on the thread -------------------------------------------------------------------------------------

    def _open(self) -> "Journal":
        """The journal; asked first, before anything is written, it can still tell of an interrupted session."""
        if self._journal is None:
            from stretchcoach.diary import Diary, Journal

            journal = Journal(Diary.open(self._path))
            for notice in journal.notices:
                self._tell(notice)
            self._journal = journal
        return self._journal

    def _close_unfinished(self) -> str:
        found, self._found = self._found, None
        if found is None:
            return ""
        journal = self._open()
        told = len(journal.notices)
        journal.close(found)
        return " ".join(journal.notices[told:])

    def _write(self) -> None:
        if not self._waiting:
            return
        fresh = self._journal is None
        journal = self._open()
        if fresh:
            self._found = journal.interrupted()
        if self._found and not self._goes_on:
            self._close_unfinished()
            self._tell(program_lines.WAS_CUT_SHORT)
        if self._follows_up:
            self._follows_up = False
            journal.follow_up()
        while self._waiting:
            fact, wall = self._waiting.popleft()
            if not self._went_on(journal, fact, wall):
                self._told(journal.take(fact, wall))

    def _went_on(self, journal: "Journal", fact: Fact, wall: datetime) -> bool:
        """Whether this is the beginning of a session that is no new one; a routine does not count the time between."""
        found = self._found
        if not (self._goes_on and found):
            return False
        self._goes_on, self._found = False, None
        away = wall if isinstance(found.tale[0].fact, CrampBegan) else datetime.fromisoformat(found.last)
        journal.resume(found, fact.at, away)
        return type(fact) is type(found.tale[0].fact)

    def _leave(self, now: float) -> None:
        self._write()
        if self._journal is not None:
            self._told(self._journal.leave(now, datetime.now().astimezone()))

    def _abandon(self) -> None:
        self._write()
        if self._journal is not None:
            self._journal.abandon()

    def _shut(self) -> None:
        if self._journal is not None:
            self._journal.diary.close()
            self._journal = None

    def _check(self, written: "Future[None]") -> None:
        if error := written.exception():
            self._tell(program_lines.diary_not_written(visible(str(error))))

    def _told(self, text: str) -> None:
        if text:
            self._tell(text)
