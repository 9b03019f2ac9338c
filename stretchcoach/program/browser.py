"""The diary as the front ends read and edit it, on its own connection, so that no session waits for a long query.

Every method may be called from any thread, one at a time; each raises ``DiaryError`` with a sentence for the user.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import msgspec

from stretchcoach.core.knowledge import Knowledge
from stretchcoach.diary import Diary, DiaryError, Episode, RoutineRun
from stretchcoach.diary.entries import Said, point, stamp
from stretchcoach.diary.entry_text import in_one_line, spaced
from stretchcoach.diary.file.counting import tally
from stretchcoach.diary.file.search import DayCounts, EntryFilter, Page, entries_page, month
from stretchcoach.diary.report.because import because
from stretchcoach.diary.stats import summary
from stretchcoach.words import program_lines

if TYPE_CHECKING:
    from stretchcoach.programme.six_weeks import Programme, Status
    from stretchcoach.programme.standing import Standing

__all__ = ["DayCounts", "DiaryBrowser", "DiaryError", "EntryFilter", "Page"]
T = TypeVar("T")
LATEST = 10
"""Entries that plain mode tells."""
WEEKFUL = 200
"""Entries that are looked at for a week's routines."""


def wall_clock() -> datetime:
    """The time of day, with its offset."""
    return datetime.now().astimezone()


def _readable(path: Path) -> Diary:
    """The diary there, but never an empty one in the place of one that cannot be read."""
    diary = Diary.open(path)
    if not diary.readable:
        diary.close()
        raise DiaryError(" ".join(diary.notices))
    return diary


class DiaryBrowser:
    """The diary, and the words for what is in it."""

    def __init__(
        self, path: Path, titles: Mapping[str, str], knowledge: Knowledge, now: Callable[[], datetime] = wall_clock
    ) -> None:
        """``titles``: of the routines, by id; the file is opened when it is first looked into."""
        self.now = now
        self._path = path
        self._titles = titles
        self._knowledge = knowledge
        self._lock = Lock()
        self._diary: Diary | None = None

    def do(self, work: Callable[[Diary], T]) -> T:
        """Do ``work`` with the diary, once nobody else does."""
        with self._lock:
            self._diary = self._diary or _readable(self._path)
            try:
                return work(self._diary)
            except (ValueError, TypeError, LookupError, msgspec.MsgspecError) as error:
                raise DiaryError(program_lines.UNREADABLE_DIARY) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            diary, self._diary = self._diary, None
            if diary:
                diary.close()

    # --- reading -------------------------------------------------------------------------------------------

    def page(self, wanted: EntryFilter, start: int, count: int) -> Page:
        """Entries from the ``start``-th on, newest first."""
        return self.do(lambda diary: entries_page(diary, wanted, start, count))

    def month(self, first: date) -> dict[int, DayCounts]:
        """The days of that month that hold something."""
        return self.do(lambda diary: month(diary, first))

    def figures(self) -> dict[str, object]:
        """What it all adds up to; None where there is not enough."""
        return self.do(lambda diary: summary(tally(diary), self.now().date()))

    def tonight(self, folder: Path) -> tuple[str, str] | None:
        """The routine of a programme that runs, and a line about it; None once tonight's is done, or none runs."""
        from stretchcoach.programme import six_weeks

        there = six_weeks.load(folder)
        if there is None or not six_weeks.running(there, self.now()):
            return None
        how = self.standing(there)
        if how.tonight:
            return None
        title = self._named(there.routine)
        looked = f" {how.review}" if how.review and how.day - 1 in six_weeks.REVIEWS else ""
        return there.routine, program_lines.day_of(title, how.day, how.days, looked)

    def trial(self, folder: Path) -> "Standing | None":
        """How a trial stands that runs, or was over not long ago; None where there is none."""
        from stretchcoach.diary.file.excerpts import for_trial
        from stretchcoach.programme import trial
        from stretchcoach.programme.standing import Standing

        there, now = trial.load(folder), self.now()
        if there is None or not trial.lately(there, now):
            return None
        return Standing(there, self.do(lambda diary: for_trial(diary, there.began, now)), now)

    def standing(self, there: "Programme") -> "Status":
        """How a programme stands now."""
        from stretchcoach.diary.file.excerpts import for_effect
        from stretchcoach.programme import six_weeks
        from stretchcoach.programme.effect import REACH

        begin, now = point(there.began), self.now()
        entries = self.do(lambda diary: for_effect(diary, there.routine, REACH, now, begin))
        return six_weeks.status(there, entries, now, self._named(there.routine))

    def this_week(self, routine: str) -> int:
        """How often this routine was done to its end since Monday."""
        today = self.now().date()
        monday = (today - timedelta(days=today.weekday())).isoformat()
        entries = self.page(EntryFilter("routines"), 0, WEEKFUL)
        runs = (each for each in entries if isinstance(each, RoutineRun) and each.began[:10] >= monday)
        return sum(each.routine == routine and each.finished for each in runs)

    def notice(self) -> str:
        """What came of opening it; told once."""

        def work(diary: Diary) -> str:
            told = " ".join(diary.notices)
            diary.notices.clear()
            return told

        return self.do(work)

    def lines(self, count: int) -> list[str]:
        """The latest entries, a sentence each."""
        return [
            in_one_line(each, "" if isinstance(each, Episode) else self.title(each))
            for each in self.page(EntryFilter(), 0, count)
        ]

    # --- writing -------------------------------------------------------------------------------------------

    def save(self, entry: Episode | RoutineRun) -> None:
        """Write an entry, in place of the one with its id."""
        self.do(lambda diary: diary.add(entry))

    def remove(self, key: str) -> None:
        """Take an entry out, so that ``restore`` can bring it back."""
        self.do(lambda diary: diary.remove(key, stamp(self.now())))

    def restore(self, key: str) -> None:
        """Bring back what was taken out."""
        self.do(lambda diary: diary.restore(key))

    # --- words ---------------------------------------------------------------------------------------------

    def title(self, run: RoutineRun) -> str:
        """What a routine is called."""
        return self._named(run.routine)

    def _named(self, routine: str) -> str:
        return self._titles.get(routine) or spaced(routine)

    def said(self, entry: Episode) -> list[tuple[str, str]]:
        """Each question that was asked, and what was answered, in their own words."""
        return [(self._question(key), self._answer(key, value)) for key, value in entry.answers.items()]

    def causes(self, entry: Episode) -> list[str]:
        """What may have played a part, by name."""
        return [self.cause(key) for key in entry.causes]

    def cause(self, key: str) -> str:
        """What a cause is called."""
        return next((cause.name for cause in self._knowledge.causes if cause.id == key), spaced(key))

    def because(self, entry: Episode) -> tuple[str, ...]:
        """Why the level is what it is, in the words of the questions."""
        return because(self._knowledge, entry)

    def _question(self, key: str) -> str:
        name, _, part = key.partition(".")
        item = self._knowledge.by_key.get(name)
        if item is None:
            return spaced(key)
        return next((each.ask for each in item.parts if each.name == part), item.ask)

    def _answer(self, key: str, value: Said) -> str:
        if isinstance(value, list):
            return ", ".join(spaced(each) for each in value) or "none"
        if value is None or value == "":
            return program_lines.LEFT_OPEN
        item = self._knowledge.by_key.get(key.partition(".")[0])
        labels = {choice.value: choice.label for choice in item.choices} if item and "." not in key else {}
        label = labels.get(str(value), "").replace("[", "").replace("]", "")
        if isinstance(value, bool):
            return "yes" if value else "no"
        return label[:1].lower() + label[1:] or (f"{value:g}" if isinstance(value, float) else spaced(str(value)))


def latest_lines(browser: DiaryBrowser) -> list[str]:
    """The latest entries, a sentence each, or why they cannot be read."""
    try:
        lines = browser.lines(LATEST)
        notice = browser.notice()
    except DiaryError as error:
        return [str(error)]
    return [*([f"Notice: {notice}"] if notice else []), *lines]
