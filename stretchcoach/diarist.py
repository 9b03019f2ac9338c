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
    from stretchcoach.diary import Keeper

CUT_SHORT = "An earlier session was cut short; it is in the diary as far as it came."


class Diarist:
    """Hands the facts of one run of the program to a ``Keeper``."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        """``tell``: where a sentence about what does not work goes."""
        self._path = path
        self._tell = tell
        self._waiting: list[tuple[Log, datetime]] = []
        self._keeper: Keeper | None = None
        self._follows_up = False

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

    def write(self) -> None:
        """Write down what has been taken; the first time, also what an earlier run left behind."""
        if not self._waiting:
            return
        fresh = self._keeper is None
        keeper = self.open()
        if fresh and (found := keeper.interrupted()):
            keeper.close(found)
            self._tell(CUT_SHORT)
        if self._follows_up:
            self._follows_up = False
            keeper.follow_up()
        waiting, self._waiting = self._waiting, []
        for fact, wall in waiting:
            self._told(keeper.take(fact, wall))

    def leave(self, now: float) -> None:
        """The session is over, with or without a word."""
        self.write()
        if self._keeper is not None:
            self._told(self._keeper.leave(now, datetime.now().astimezone()))

    def close(self, now: float) -> None:
        """The program ends."""
        self.leave(now)
        if self._keeper is not None:
            self._keeper.diary.close()
            self._keeper = None

    def _told(self, text: str) -> None:
        if text:
            self._tell(text)
