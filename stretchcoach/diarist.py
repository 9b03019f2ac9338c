"""The desk's side of the diary: it takes the facts of a session at once and writes them when nobody waits for it.

Opening a file takes longer than a cramp leaves time for, so facts are gathered until the first second is over; after
that each is written as soon as the loop is free, behind the voice.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.core.messages import Log

if TYPE_CHECKING:
    from stretchcoach.diary import Keeper, Unfinished

CUT_SHORT = "An earlier session was cut short. What was recorded has been saved in the diary."


class Diarist:
    """Hands the facts of one run of the program to a ``Keeper``."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        """``tell``: where a sentence about what does not work goes."""
        self._path = path
        self._tell = tell
        self._waiting: list[tuple[Log, datetime]] = []
        self._keeper: Keeper | None = None
        self._follows_up = False
        self._found: Unfinished | None = None
        self._goes_on = False

    def take(self, fact: Log) -> None:
        """A fact of the session that runs; call it on the loop's thread."""
        self._waiting.append((fact, datetime.now().astimezone()))
        if self._keeper is not None:
            asyncio.get_running_loop().call_soon(self.write)

    def follow_up(self) -> None:
        """What comes now answers the questions that were put off."""
        self._follows_up = True

    def open(self) -> "Keeper":
        """The keeper; asked first, before anything is written, it can still tell of an interrupted session."""
        if self._keeper is None:
            from stretchcoach.diary import Diary, Keeper

            self._keeper = Keeper(Diary.open(self._path))
            for notice in self._keeper.notices:
                self._tell(notice)
        return self._keeper

    def unfinished(self) -> "Unfinished | None":
        """The latest session whose program died, until something is done about it."""
        if self._keeper is None and self._path.is_file():
            self._found = self.open().interrupted()
        return self._found

    def close_unfinished(self) -> str:
        """Write down what is known of it, as cut short; what could not be done, or nothing."""
        found, self._found = self._found, None
        if found is None:
            return ""
        keeper = self.open()
        told = len(keeper.notices)
        keeper.close(found)
        return " ".join(keeper.notices[told:])

    def forget(self) -> None:
        """The diary was deleted, and with it what was unfinished."""
        self._found, self._goes_on = None, False

    def go_on(self) -> None:
        """The session that begins next goes on with the unfinished one, in the same entry."""
        self._goes_on = self._found is not None

    def write(self) -> None:
        """Write down what has been taken; the first time, also what an earlier run left behind."""
        if not self._waiting:
            return
        fresh = self._keeper is None
        keeper = self.open()
        if fresh:
            self._found = keeper.interrupted()
        if self._found and not self._goes_on:
            self.close_unfinished()
            self._tell(CUT_SHORT)
        if self._follows_up:
            self._follows_up = False
            keeper.follow_up()
        waiting, self._waiting = self._waiting, []
        for fact, wall in waiting:
            if not self._went_on(keeper, fact, wall):
                self._told(keeper.take(fact, wall))

    def _went_on(self, keeper: "Keeper", fact: Log, wall: datetime) -> bool:
        """Whether this is the beginning of a session that is no new one; a routine does not count the time between."""
        found = self._found
        if not (self._goes_on and found):
            return False
        self._goes_on, self._found = False, None
        away = wall if found.tale[0].kind == "cramp" else datetime.fromisoformat(found.last)
        keeper.resume(found, fact.at, away)
        return fact.kind == found.tale[0].kind

    def leave(self, now: float) -> None:
        """The session is over, with or without a word."""
        self.write()
        if self._keeper is not None:
            self._told(self._keeper.leave(now, datetime.now().astimezone()))

    def abandon(self) -> None:
        """The session is cut short: what has been told is kept, and its end left open."""
        self.write()
        if self._keeper is not None:
            self._keeper.abandon()

    def close(self, now: float) -> None:
        """The program ends."""
        self.leave(now)
        if self._keeper is not None:
            self._keeper.diary.close()
            self._keeper = None

    def _told(self, text: str) -> None:
        if text:
            self._tell(text)
