"""Records a session while it runs: every fact into the journal, the finished entry at the end.

Nothing here raises.  What cannot be written stays in memory and is tried again with the next fact, and a sentence in
``notices`` says so, once.  A session whose program died is told of by ``interrupted``, to be resumed or closed.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from msgspec import Struct

from stretchcoach.core.messages import Fact
from stretchcoach.core.record import PracticeBegan, Reopened, WalkedAway
from stretchcoach.diary.entries import Episode, RoutineRun, moment, stamp
from stretchcoach.diary.file.faults import DiaryError
from stretchcoach.diary.file.rows import BRIEF, UNREADABLE
from stretchcoach.diary.file.store import Diary
from stretchcoach.diary.session import unwritten
from stretchcoach.diary.session.entry_builder import ENDS, entry_from, followed_up
from stretchcoach.diary.session.journal_text import BEGINS, JournalFact, decode, encode, relative
from stretchcoach.diary.session.lock import SessionLock, sweep
from stretchcoach.words import diary_notices

NOTHING = "[]"


class Unfinished(Struct, frozen=True):
    """A session whose program died."""

    key: str
    tale: tuple[JournalFact, ...]
    entry: Episode | RoutineRun
    """What it would be if it were closed now."""

    @property
    def last(self) -> str:
        """When the last fact was told."""
        return self.tale[-1].wall


class Journal:
    """The diary's side of one run of the program."""

    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.notices: list[str] = []
        """All that was to be told; ``take`` and ``leave`` return what is new in it."""
        self._key = ""
        self._tale: list[JournalFact] = []
        self._began = 0.0
        self._presence: SessionLock | None = None
        self._owed: list[Episode | RoutineRun] = []
        self._earlier: Episode | None = None
        self._ended: tuple[str, float, list[JournalFact]] | None = None
        """The session that has just come to its end: a result can be gone back from."""
        """The cramp whose questions are being asked now, and in ``_talk`` what was answered."""
        self._talk: list[JournalFact] = []
        self._beside: set[str] = set()
        """Entries that are kept beside the diary."""
        self._failing, self._fine = False, True
        self._hear_diary()

    @property
    def entry(self) -> Episode | RoutineRun | None:
        """The running session as an entry, as far as it has come."""
        return entry_from(self._key, self._tale) if self._tale else None

    def take(self, fact: Fact, wall: datetime) -> str:
        """Take one fact of the session; what is to be told, or nothing.  A practice is not written down."""
        told = len(self.notices)
        if isinstance(fact, (*BEGINS, PracticeBegan)):
            self._close("stopped")
            self._earlier = self._ended = None
        if isinstance(fact, BEGINS):
            self._begin(uuid4().hex, fact.at)
        if isinstance(fact, Reopened) and self._ended and not self._key:
            key, began, tale = self._ended
            self._begin(key, began)
            self._tale = tale
        if self._key:
            self._tale.append(JournalFact(stamp(wall), relative(fact, self._began)))
            if isinstance(fact, ENDS):
                self._ended = self._key, self._began, self._tale[:-1]
                self._close("finished")
            else:
                self._jot()
        elif self._earlier:
            self._talk.append(JournalFact(stamp(wall), relative(fact, fact.at)))
            entry = followed_up(self._earlier, self._talk)
            self._owed = [*(each for each in self._owed if each.id != entry.id), entry]
        self._settle()
        return " ".join(self.notices[told:])

    def follow_up(self) -> None:
        """What is answered now, outside any session, belongs to the latest cramp with questions put off."""
        found: list[Episode | None] = []
        self._do(lambda: found.append(self.diary.pending()))
        self._earlier, self._talk = found[0] if found else None, []

    def leave(self, now: float, wall: datetime) -> str:
        """The program ends, or the session was left without a word: what is there is written down."""
        told = len(self.notices)
        if self._tale:
            left = round(max(now - self._began, self._tale[-1].at), 3)
            self._tale.append(JournalFact(stamp(wall), WalkedAway(left)))
        self._close("stopped")
        self._settle()
        return " ".join(self.notices[told:])

    def abandon(self) -> None:
        """Let go of the running session as if the program had died: its journal stays, to be taken up again."""
        self._key, self._tale = "", []
        if self._presence:
            self._presence.leave()
            self._presence = None

    # --- sessions whose program died -----------------------------------------------------------------------

    def interrupted(self) -> Unfinished | None:
        """The latest session whose program died; older ones, which nobody will take up again, are closed."""
        found: list[Unfinished] = []
        self._do(lambda: found.extend(self._orphans()))
        found.sort(key=lambda each: moment(each.last), reverse=True)
        for old in found[1:]:
            self.close(old)
        return found[0] if found else None

    def _orphans(self) -> list[Unfinished]:
        orphans = []
        for key, text in self.diary.jotted():
            tale = decode(text)
            if not tale and text != NOTHING and self.diary.kept:
                self._tell(diary_notices.session_unreadable(key[:BRIEF]))
            presence = SessionLock(self.diary.path, key)
            if key == self._key or not tale or not presence.claim():
                continue
            try:
                if key in dict(self.diary.jotted()):
                    orphans.append(Unfinished(key, tuple(tale), entry_from(key, tale, "interrupted")))
            except UNREADABLE:
                self._tell(diary_notices.session_unreadable(key[:BRIEF]))
            presence.leave()
        sweep(self.diary.path)
        return orphans

    def resume(self, found: Unfinished, now: float, wall: datetime) -> None:
        """Go on with it: what comes next belongs to the same entry."""
        self._close("stopped")
        away = max(0.0, wall.timestamp() - moment(found.last))
        self._begin(found.key, now - found.tale[-1].at - away)
        self._tale = list(found.tale)

    def close(self, found: Unfinished) -> Episode | RoutineRun:
        """Write it down as it was when the program died: up to the last fact, and closed as interrupted."""
        self._owed.append(found.entry)
        self._pay()
        return found.entry

    # --- the running one -----------------------------------------------------------------------------------

    def _begin(self, key: str, began: float) -> None:
        self._key, self._tale, self._began = key, [], began
        self._presence = SessionLock(self.diary.path, key)
        self._presence.claim()

    def _close(self, closed: str) -> None:
        if self._tale:
            self._owed.append(entry_from(self._key, self._tale, closed))
            self._pay()
        self.abandon()

    def _jot(self) -> None:
        """Write down how far the session has come."""
        text = encode(self._tale)
        done = self._do(lambda: self.diary.jot(self._key, text)) and self.diary.kept
        if done and self._key in self._beside:
            self._take_back(self._key)
        elif not done and unwritten.jot(self.diary.path, self._key, text):
            self._beside.add(self._key)

    def _pay(self) -> None:
        """Write the entries that are finished and not yet written; those that cannot be are kept beside the diary."""
        while self._owed:
            entry = self._owed[0]
            done = self._do(lambda entry=entry: self.diary.finish(entry))  # type: ignore[misc]
            if not (done and self.diary.kept):
                self._keep_all_beside()
            if not done:
                return
            if self.diary.kept and entry.id in self._beside:
                self._take_back(entry.id)
            self._owed.pop(0)

    def _take_back(self, key: str) -> None:
        unwritten.drop(self.diary.path, key)
        self._beside.discard(key)

    def _keep_all_beside(self) -> None:
        kept = [self._keep_beside(each) for each in self._owed]
        if all(kept):
            self._tell(diary_notices.KEPT_BESIDE)

    def _keep_beside(self, entry: Episode | RoutineRun) -> bool:
        if unwritten.keep(self.diary.path, entry):
            self._beside.add(entry.id)
        return entry.id in self._beside

    def _do(self, work: Callable[[], Any]) -> bool:
        """Whether it could be done; if not, why is told."""
        try:
            work()
        except DiaryError as error:
            self._failing, self._fine = True, False
            if self.diary.kept:
                self._tell(str(error))
        else:
            self._fine = True
        self._hear_diary()
        return self._fine

    def _settle(self) -> None:
        """Try again what is owed; once all is written that could not be before, say so."""
        self._pay()
        if self._failing and self._fine and not self._owed:
            self._failing = False
            self._tell(diary_notices.WRITTEN_AGAIN)

    def _hear_diary(self) -> None:
        for notice in self.diary.notices:
            self._tell(notice)
        self.diary.notices.clear()

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)
