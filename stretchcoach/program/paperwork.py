"""What the front ends do with the diary: the doctor's page, exports, files taken in, before and after a routine,
the six weeks at bedtime, and reminders.

The methods of ``Paperwork`` may be called from any thread; each raises ``DiaryError`` with a sentence for the user.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.diary import Diary, DiaryError
from stretchcoach.machine.files import UnreadableError, read_bytes
from stretchcoach.program import state
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.program.clearing import clear_diary, told_of_you
from stretchcoach.program.documents import (
    LARGEST,
    SHOWN,
    WEEKS,
    compared,
    effect_lines,
    export_pieces,
    reminder,
    report_of,
    taken_lines,
)
from stretchcoach.program.saving import ThereError, save, suggested, system_says, typed_path
from stretchcoach.words import program_lines
from stretchcoach.words.routine import careful
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.diary.exchange.importing import FileContents
    from stretchcoach.diary.exchange.merging import Merged
    from stretchcoach.diary.report.report import Report
    from stretchcoach.library import Shelf
    from stretchcoach.programme.six_weeks import Programme

__all__ = ["DiaryError", "ImportPreview", "Paperwork", "ThereError", "suggested"]
DAYS = 42
FIRST = 3
"""Entries of a list kept elsewhere that are shown as they were understood."""
BEGIN = "stretchcoach run {}"
"""How tonight's routine is begun from the command line."""


class ImportPreview(Struct, frozen=True):
    """What a file would bring."""

    lines: tuple[str, ...]
    usable: bool
    """Whether anything can be taken in, as things stand."""
    bad: int = 0
    """Rows with a mistake, which can be left out."""
    found: "FileContents | None" = None


class Paperwork:
    """All of it, for one diary."""

    def __init__(
        self,
        browser: DiaryBrowser,
        shelf: "Callable[[], Shelf]",
        data: Path,
        cleared: Callable[[], None] = lambda: None,
    ) -> None:
        """``data``: the folder that the programme lies in; ``cleared`` is told when the diary was deleted."""
        self.now = browser.now
        self.browser = browser
        self._shelf = shelf
        self._data = data
        self._cleared = cleared

    def delete_all(self) -> tuple[str, ...]:
        """Delete the whole diary, for good; what is told of it."""
        told = self.browser.do(clear_diary)
        self._cleared()
        return (told, program_lines.KEPT_IN_THE_SETTINGS) if told_of_you() else (told,)

    # The doctor's page

    def report(
        self,
        dates: bool = False,
        notes: bool = False,
        weeks: Sequence[int] = WEEKS,
        name: str = "",
        width: int = 80,
        told: bool = False,
    ) -> str:
        """The page as text; ``told``: in sentences, for whoever hears it."""
        from stretchcoach.diary.report.report import MOST, as_text

        return as_text(self._page(dates, notes, weeks, name)(MOST), width, told)

    def save_report(
        self,
        file: str,
        form: str,
        dates: bool = False,
        notes: bool = False,
        weeks: Sequence[int] = WEEKS,
        name: str = "",
        exercises: bool = False,
        over: bool = False,
    ) -> str:
        """Write it as ``pdf``, ``html`` or ``txt``; where it is.

        ``exercises``: with one more page, the routines done with their figures; the text has none.
        """
        from stretchcoach.diary.report import html_page, pdf_page
        from stretchcoach.diary.report.report import MOST, as_text
        from stretchcoach.program.practised import practised

        made, now, shelf = self._page(dates, notes, weeks, name), self.now(), self._shelf()
        done = self.browser.do(lambda diary: practised(diary, shelf, now, max(weeks))) if exercises else ()
        if form == "pdf":
            return save(file, lambda: [pdf_page.pdf(made, now, done)], over)
        if form == "html":
            return save(
                file, lambda: [html_page.report_page(made(pdf_page.lines_that_fit(made, now)), done).encode()], over
            )
        return save(file, lambda: [as_text(made(MOST)).encode()], over)

    def _page(self, dates: bool, notes: bool, weeks: Sequence[int], name: str) -> "Callable[[int], Report]":
        from stretchcoach.programme import trial

        shelf, now, there = self._shelf(), self.now(), trial.load(self._data)
        return self.browser.do(lambda diary: report_of(diary, shelf, now, weeks, name, dates, notes, there))

    def trial(self) -> list[str]:
        """How a trial stands, and what it says once it is over; nothing where there is none."""
        found = self.browser.trial(self._data)
        return found.lines() if found else []

    # Handing out, taking in

    def save_export(self, file: str, form: str, over: bool = False) -> str:
        """Write the whole diary as ``csv``, ``json`` or ``fhir``; where it is."""

        def made(diary: Diary) -> Iterator[bytes]:
            if form == "csv":
                yield BOM_UTF8
            yield from export_pieces(diary, form)

        return self.browser.do(lambda diary: save(file, lambda: made(diary), over))

    def look(self, file: str, replace: bool = False, skip_bad: bool = False, dates: str = "") -> ImportPreview:
        """What taking in a file would do; ``dates``: whether ``day`` or ``month`` comes first in them."""
        from stretchcoach.diary.entry_text import in_one_line
        from stretchcoach.diary.exchange.importing import entries_of_file
        from stretchcoach.words.diary_imports import TWO_DAYS

        path = typed_path(file)
        try:
            data = read_bytes(path, LARGEST)
        except FileNotFoundError:
            raise DiaryError(program_lines.no_file(path)) from None
        except UnreadableError as error:
            raise DiaryError(error.about(path)) from error
        found = entries_of_file(data, path.name, self.now(), dates)
        refused = bool(found.problems) and (found.broken or not skip_bad)
        lines = [str(each).replace(TWO_DAYS, program_lines.TWO_DAYS) for each in found.problems[:SHOWN]]
        if len(found.problems) > SHOWN:
            lines.append(program_lines.and_more_mistakes(counted(len(found.problems) - SHOWN, "more mistake")))
        lines += [*found.look, *(in_one_line(each) for each in found.entries.episodes[:FIRST] if found.look)]
        if refused:
            lines.append(program_lines.nothing_in_for(counted(len(found.problems), "mistake")))
        else:
            lines += taken_lines(self._merged(found, replace), True)
        return ImportPreview(tuple(lines), not refused, 0 if found.broken else found.bad, found)

    def take(self, look: ImportPreview, replace: bool = False) -> str:
        """Take in what was looked at; how much it was."""
        found = look.found
        if found is None or not look.usable:
            raise DiaryError(program_lines.NOTHING_IN)

        def work(diary: Diary) -> "Merged":
            from stretchcoach.diary.exchange.merging import merged

            plan = merged(diary, found.entries, replace)
            diary.add_all(plan.write)
            return plan

        return taken_lines(self.browser.do(work), False)[-1]

    def _merged(self, found: "FileContents", replace: bool) -> "Merged":
        from stretchcoach.diary.exchange.merging import merged

        return self.browser.do(lambda diary: merged(diary, found.entries, replace))

    # Before and after, the six weeks, reminders

    def routines(self) -> list[Routine]:
        """Those that can be looked back on or done every night: the kinds for prevention, the bedtime stretch first."""
        from stretchcoach.programme.six_weeks import ROUTINE

        kinds = [each for each in self._shelf().pick() if each.purpose == "prevention"]
        return sorted(kinds, key=lambda each: each.id != ROUTINE)

    def find(self, name: str) -> Routine | None:
        """The routine of that id or title."""
        return self._shelf().find(name)

    def effect(self, routine: Routine, since: str = "") -> list[str]:
        """Cramps before and after a routine, in plain lines."""
        begin = self._begin(since) if since else None
        now = self.now()
        found = self.browser.do(lambda diary: compared(diary, routine.id, now, begin))
        if found is None:
            return [program_lines.not_done_yet(routine.title)]
        return effect_lines(found, routine.title)

    def day(self, text: str) -> str:
        """A day that was typed, if it is one; it may be empty."""
        return text.strip() if not text.strip() or self._begin(text) else ""

    def _begin(self, text: str) -> datetime:
        from stretchcoach.diary.entries import point
        from stretchcoach.program.moments import DateError, moment

        try:
            begin = point(moment(text, self.now())).astimezone()
        except DateError as error:
            raise DiaryError(program_lines.WRITE_THE_DAY) from error
        if begin > self.now():
            raise DiaryError(program_lines.DAY_IN_THE_FUTURE)
        return begin

    def programme(self, begin: str = BEGIN) -> list[str]:
        """How the six weeks stand, in plain lines; ``begin``: how tonight's is begun."""
        from stretchcoach.programme import six_weeks

        told, there = self._programme()
        if there is None:
            return [*told, program_lines.SIX_WEEKS_NOT_STARTED]
        how = self.browser.standing(there)
        return [*told, *six_weeks.status_lines(how, self._title(there.routine), begin)]

    @property
    def runs(self) -> bool:
        """Whether a programme goes on."""
        from stretchcoach.programme import six_weeks

        there = six_weeks.load(self._data)
        return there is not None and six_weeks.running(there, self.now())

    def evening(self) -> Routine | None:
        """The routine of the programme that goes on, if it is on the shelf."""
        from stretchcoach.programme import six_weeks

        there = six_weeks.load(self._data)
        return self._shelf().routines.get(there.routine) if there else None

    def start(self, routine: Routine, begin: str = BEGIN) -> list[str]:
        """Begin the six weeks today; how they stand, and what to be careful of."""
        from stretchcoach.programme import six_weeks
        from stretchcoach.programme.trial import in_the_way

        told, _ = self._programme()
        if self.runs:
            raise DiaryError(program_lines.SIX_WEEKS_RUN)
        if compared := in_the_way(self._data, self.now()):
            raise DiaryError(compared)
        with system_says():
            six_weeks.save(
                self._data, six_weeks.Programme(routine=routine.id, began=self.now().isoformat(timespec="seconds"))
            )
        return [*told, *self.programme(begin), *map(careful, routine.cautions)]

    def stop(self) -> list[str]:
        """End them; what was written down stays."""
        from msgspec.structs import replace

        from stretchcoach.programme import six_weeks

        there = six_weeks.load(self._data)
        if there is None or not self.runs:
            raise DiaryError(program_lines.SIX_WEEKS_NOT_RUNNING)
        with system_says():
            six_weeks.save(self._data, replace(there, stopped=self.now().isoformat(timespec="seconds")))
        return self.programme()

    def hour(self, text: str) -> str:
        """A time of day that was typed, if it is one."""
        from stretchcoach.diary.exchange.dates import DateError, time_of_day

        try:
            return f"{time_of_day(text):%H:%M}"
        except DateError:
            raise DiaryError(program_lines.WRITE_THE_TIME_OF_DAY) from None

    def days(self, text: str) -> int:
        """A number of days that was typed, if it is one."""
        typed = text.strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 4 and 1 <= int(typed) <= 366):
            raise DiaryError(program_lines.WRITE_DAYS)
        return int(typed)

    def reminder(self, form: str, at: str, days: int = DAYS) -> str:
        """A reminder of the evening's routine as text."""
        from stretchcoach.programme.six_weeks import ROUTINE

        hour = datetime.strptime(self.hour(at), "%H:%M").time()
        evening = self.evening()
        return reminder(form, evening.id if evening else ROUTINE, hour, days, self.now())

    def save_reminder(self, file: str, form: str, at: str, days: int = DAYS, over: bool = False) -> str:
        """Write it; where it is."""
        return save(file, lambda: [self.reminder(form, at, days).encode()], over)

    def _programme(self) -> "tuple[list[str], Programme | None]":
        """What was wrong with its file, and what it says."""
        from stretchcoach.programme import six_weeks

        fault = state.programme_fault(self._data)
        return [visible(fault)] if fault else [], six_weeks.load(self._data)

    def _title(self, routine: str) -> str:
        found = self._shelf().find(routine)
        return found.title if found else routine
