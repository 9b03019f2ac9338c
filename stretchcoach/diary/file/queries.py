"""What is looked up in the diary; rows come a few at a time, so that the length of a diary costs no memory."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

import msgspec

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, Record, RoutineRun, moment
from stretchcoach.diary.file.rows import BRIEF, TABLES, UNREADABLE, columns, entry_of_row
from stretchcoach.words import diary_notices

T = TypeVar("T")
R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (Episode, RoutineRun, ProfileChange)
REMOVABLE = (TABLES[Episode], TABLES[RoutineRun])
BATCH = 500
BACKSLASH = r"'\'"
SEARCHED = ("began", "side", "place", "doing", "posture", "relieved_by", "answers", "level", "rules", "causes", "note")
NEWEST, OLDEST = "moment DESC, rowid DESC", "moment, id"
LAST = "\U0010ffff"
"""Comes after every letter."""
NAMED = 5
"""Damaged entries that are reported one by one."""


def containing(text: str, names: Sequence[str] = SEARCHED) -> tuple[str, list[str]]:
    """The condition that ``text`` stands in one of these columns, and the values in it.

    A space stands for any letter, so that *toes up* finds ``toes_up``.
    """
    like = "%{}%".format(re.sub(r"([%\\])", r"\\\1", text.strip()).replace(" ", "_"))
    return f"({' OR '.join(f'{name} LIKE ? ESCAPE {BACKSLASH}' for name in names)})", [like] * len(names)


class Queries:
    """The half of a diary that looks things up."""

    _connection: sqlite3.Connection
    notices: list[str]
    _odd: set[str]
    """Entries that were reported as damaged."""

    def _run(self, work: Callable[[], T]) -> T:
        raise NotImplementedError

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
        where, values = between(since, until, removed)
        if side:
            where, values = f"{where} AND side = ?", [*values, side]
        if text:
            said, words = containing(text)
            where, values = f"{where} AND {said}", [*values, *words]
        return list(islice(self.each(Episode, where, values), limit))

    def runs(
        self, since: str | None = None, until: str | None = None, removed: bool = False, limit: int | None = None
    ) -> list[RoutineRun]:
        """Routines done, newest first."""
        return list(islice(self.each(RoutineRun, *between(since, until, removed)), limit))

    def changes(self) -> list[ProfileChange]:
        """Changes of the profile, newest first."""
        return list(self.each(ProfileChange))

    def get(self, key: str) -> Entry | None:
        """The entry with this id, deleted or not."""
        found: Iterator[Any] = (entry for kind in KINDS for entry in self.each(kind, "id = ?", [key]))
        return next(found, None)

    def ids(self, beginning: str) -> list[str]:
        """The ids that begin so, of cramps, routines and sessions left over; one that is just that is meant."""
        tables = (*REMOVABLE, "journal")
        found: set[str] = set()
        for start in {beginning, beginning.lower()}:
            select = " UNION ".join(f"SELECT id FROM {table} WHERE id >= ? AND id < ?" for table in tables)
            found |= {key for (key,) in self.rows(select, [start, start + LAST] * len(tables))}
        return [beginning] if beginning in found else sorted(found)

    def brief(self, key: str) -> str:
        """As much of an id as tells it from all others, and eight letters at least."""
        return next((key[:n] for n in range(BRIEF, len(key)) if len(self.ids(key[:n])) < 2), key)

    def pending(self) -> Episode | None:
        """The latest cramp with questions put off."""
        return next(self.each(Episode, "pending AND removed IS NULL"), None)

    def jotted(self) -> list[tuple[str, str]]:
        """The journals that no finished entry took the place of."""
        return self.rows("SELECT id, told FROM journal")

    def rows(self, select: str, values: list[Any] | None = None) -> list[Any]:
        """Plain rows, for whoever counts rather than reads."""
        return self._run(lambda: self._forgiving(lambda: self._connection.execute(select, values or []).fetchall()))

    def each(
        self, kind: type[R], where: str = "1", values: list[Any] | None = None, order: str = NEWEST
    ) -> Iterator[R]:
        """Entries one by one; those that cannot be read are reported in ``notices``."""
        select = f"SELECT {columns(kind)} FROM {TABLES[kind]} WHERE {where} ORDER BY {order}"
        for row in self._streamed(select, values or []):
            entry = entry_of_row(kind, row, self.odd)
            if entry is not None:
                yield entry

    def sheets(self, where: str = "1") -> Iterator[Mapping[str, Any]]:
        """The answers of every cramp, in any order; what is no sheet of answers is left out."""

        @lru_cache(1024)
        def read(text: Any) -> Mapping[str, Any]:
            try:
                found = msgspec.json.decode(text)
            except UNREADABLE:
                found = {}
            return found if isinstance(found, dict) else {}

        last: Any = None
        for (text,) in self._streamed(f"SELECT answers FROM episode WHERE {where}", []):
            if text != last:
                last = text
                yield read(text)

    def _streamed(self, select: str, values: list[Any]) -> Iterator[Any]:
        cursor: sqlite3.Cursor | None = None
        done = 0

        def batch() -> list[Any]:
            nonlocal cursor
            if cursor is None:
                cursor = self._connection.execute(f"{select} LIMIT -1 OFFSET {done}", values)
            try:
                return cursor.fetchmany(BATCH)
            except sqlite3.Error:
                cursor = None
                raise

        while found := self._run(lambda: self._forgiving(batch)):
            done += len(found)
            yield from found

    def _forgiving(self, work: Callable[[], T]) -> T:
        """Do it; where a text is none, again with a sign in place of each byte that is no letter."""
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not re.match("Could not decode", str(error)):
                raise
        self._connection.text_factory = lambda data: data.decode("utf-8", "replace")
        return work()

    def odd(self, key: str, what: str) -> None:
        """Tell of a damaged entry, once."""
        if key in self._odd:
            return
        self._odd.add(key)
        if len(self._odd) <= NAMED + 1:
            self.notices.append(what if len(self._odd) <= NAMED else diary_notices.MORE_UNREADABLE)


def between(since: str | None, until: str | None, removed: bool) -> tuple[str, list[Any]]:
    """A condition, and its values."""
    where, values = f"removed IS {'NOT ' if removed else ''}NULL", []
    for text, condition in ((since, "moment >= ?"), (until, "moment < ?")):
        if text:
            where += f" AND {condition}"
            values.append(moment(text))
    return where, values
