"""The home of the plain front end: a numbered list, the cramp first, and a line to choose by."""

import asyncio
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from stretchcoach.core.messages import Side
from stretchcoach.machine.nearest import closest
from stretchcoach.plain.stdio import StandardInput, StandardOutput
from stretchcoach.plain.typed import QUIT
from stretchcoach.program.jobs import AskJob, CrampJob, Job, Usual, job_for
from stretchcoach.program.spelling import mended
from stretchcoach.words.plain_lines import (
    DIARY_EMPTY,
    MENU_LINES,
    MORE,
    MORE_LINE,
    NONE_DONE,
    PROMPT,
    meant_word,
    not_known,
    routines_line,
)
from stretchcoach.words.wording import about

if TYPE_CHECKING:
    from stretchcoach.library import Shelf
    from stretchcoach.program.program import Program

DIARY = ("4", "d", "diary")
PAPERS = frozenset(("papers", "report", "export", "import", "effect", "bedtime", "remind", "delete"))
"""First words of what is made of the diary."""
MENU = ("menu", "help", "?")
ROUTINES = ("routines", "routine", "list")
FIRST = 5
"""Number of the first routine."""
SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH}
KNOWN = (
    "cramp", "rehearse", "ask", "diary", "again", "menu", "more", "routines", "quit", "show", "run", "stats", "add",
    "settings", "profile",
    "programme", "voices", "doctor", "help", *sorted(PAPERS),
)  # fmt: skip
Typed = Callable[[str], Job | bool]
"""A line as a command line: the session it starts, or whether there is such a command."""


def ignore_line(_: str) -> bool:
    """No line is a command."""
    return False


class Home:
    """The list, told once; after that a short line asks what is next."""

    def __init__(
        self,
        program: "Program",
        lines: StandardInput,
        out: StandardOutput,
        command: Typed = ignore_line,
        paperwork: Callable[[str], Sequence[str] | None] = lambda _: None,
    ) -> None:
        """``paperwork`` answers what is typed about what is made of the diary."""
        self._program = program
        self._lines = lines
        self._out = out
        self._command = command
        self._papers = paperwork
        self._told = False

    async def choose(self) -> Job | None:
        """What the person wants to do; None: leave."""
        if self._told:
            self._out.line(PROMPT)
        else:
            self._menu()
        while not self._out.closed and (typed := await self._lines.line()) is not None:
            words = " ".join(typed.lower().split())
            if words in QUIT:
                return None
            told = await asyncio.to_thread(self._papers, typed) if words.partition(" ")[0] in PAPERS else None
            for line in told or ():
                self._out.line(line)
            job = self._meant(typed.strip(), words) if told is None else None
            if job is not None:
                return job
        return None

    def _meant(self, typed: str, words: str) -> Job | None:
        """The session that a line starts; all else that it asks for is done."""
        shelf = self._program.shelf()
        if not words:
            self._out.line(PROMPT)
        elif words in MENU:
            self._menu()
        elif words in ROUTINES:
            self._list()
        elif words == "more":
            self._tell(MORE)
        elif words in DIARY:
            for line in self._program.diary_lines() or [DIARY_EMPTY]:
                self._out.line(line)
        elif job := chosen(words, shelf, self._program.settings.coach):
            return job
        elif words in ("again", "a"):
            lately = self._program.last_routines()
            if lately:
                return lately[0]
            self._out.line(NONE_DONE)
        else:
            done = self._command(typed)
            self._program.reread()  # a command may have begun, changed or taken in a routine
            if not isinstance(done, bool):
                return done
            if not done:
                self._out.line(not_known(typed[:40], _near(words, shelf)))
        return None

    def _menu(self) -> None:
        """Short enough to be heard to its end."""
        self._told = True
        count = len(self._program.shelf().routines)
        numbers = f"{FIRST} to {FIRST + count - 1}" if count > 1 else f"{FIRST}"
        self._tell(MENU_LINES)
        if count:
            self._tell((routines_line(numbers),))
        self._tell((MORE_LINE,))

    def _list(self) -> None:
        for number, routine in enumerate(self._program.shelf().routines.values(), FIRST):
            told = f"{routine.title}, {about(routine.minutes * 60)}, {routine.position}."
            self._out.line(f"{number}. {routine.id}: {told}")

    def _tell(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._out.line(line)


def _near(words: str, shelf: "Shelf") -> str:
    near = closest(words.split(maxsplit=1)[0], KNOWN, 0.7) or next(iter(shelf.near(words, 1)), "")
    return meant_word(near) if near else ""


def chosen(words: str, shelf: "Shelf", usual: Usual) -> Job | None:
    """``cramp left``, ``3`` or the name of a routine."""
    if exact := shelf.routines.get(words):  # before words are mended: cramp_aftercare is no slip for cramp
        return job_for(exact, usual)
    meant, _ = mended(re.sub(r"^1\b", "cramp", words).split())
    if "cramp" in meant:
        return CrampJob(SIDES.get(meant[-1], Side.NONE), "--rehearse" in meant)
    if words in ("2", "rehearse", "rehearsal"):
        return CrampJob(rehearse=True)
    if words in ("3", "ask", "questions"):
        return AskJob()
    routines = list(shelf.routines.values())
    if words.isdecimal():
        number = int(words[:9]) - FIRST
        return job_for(routines[number], usual) if 0 <= number < len(routines) else None
    routine = shelf.clear(words) if words else None
    return job_for(routine, usual) if routine else None
