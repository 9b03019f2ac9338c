"""The home of the plain front end: a numbered list, the cramp first, and a line to choose by."""

import asyncio
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Routine
from stretchcoach.jobs import AskJob, CrampJob, Job, Usual
from stretchcoach.jobs import chosen as job_for
from stretchcoach.plain.lines import Input, Output
from stretchcoach.plain.words import QUIT
from stretchcoach.spelling import mended

if TYPE_CHECKING:
    from stretchcoach.library import Shelf

DIARY = ("4", "d", "diary")
PAPERS = frozenset(("papers", "report", "export", "import", "effect", "bedtime", "remind"))
"""First words of what is made of the diary."""
FIRST = 5
"""Number of the first routine."""
SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH}


async def choose(
    shelf: "Shelf",
    lines: Input,
    out: Output,
    diary: Callable[[], Sequence[str]],
    usual: Usual,
    papers: Callable[[str], Sequence[str] | None] = lambda _: None,
) -> Job | None:
    """What the person wants to do; None: leave.  ``diary``: its latest entries, a line each.

    ``papers`` answers what is typed about what is made of the diary.
    """
    routines = list(shelf.routines.values())
    _list(routines, out)
    while not out.closed and (typed := await lines.line()) is not None:
        words = typed.strip().lower()
        if words in QUIT:
            return None
        if words in DIARY:
            for line in diary() or ["The diary is empty."]:
                out.line(line)
            continue
        told = await asyncio.to_thread(papers, typed) if words.partition(" ")[0] in PAPERS else None
        if told is not None:
            for line in told:
                out.line(line)
            continue
        job = chosen(words, shelf, usual)
        if job is not None:
            return job
        if words in ("", "list", "help", "?"):
            _list(routines, out)
        else:
            near = shelf.near(words, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            out.line(f"'{words[:40]}' is not on the list.{hint} Type a number, a name, cramp or quit.")
    return None


def chosen(words: str, shelf: "Shelf", usual: Usual) -> Job | None:
    """``cramp left``, ``3`` or the name of a routine."""
    meant, _ = mended(re.sub(r"^1\b", "cramp", words).split())
    if "cramp" in meant:
        return CrampJob(SIDES.get(meant[-1], Side.NONE), "--rehearse" in meant)
    if words in ("2", "rehearse", "rehearsal"):
        return CrampJob(rehearse=True)
    if words in ("3", "ask", "questions"):
        return AskJob()
    routines = list(shelf.routines.values())
    if words.isdecimal():
        number = int(words) - FIRST
        return job_for(routines[number], usual) if 0 <= number < len(routines) else None
    routine = shelf.find(words) if words else None
    return job_for(routine, usual) if routine else None


def _list(routines: list[Routine], out: Output) -> None:
    out.line("What would you like? Type a number or a name, and Enter.")
    out.line("1. cramp: a calf cramp now. Say the side if you like: cramp left.")
    out.line("2. rehearse: try that by day.")
    out.line("3. ask: what may have caused a cramp.")
    out.line("4. diary: the latest entries.")
    out.line("papers: the doctor's page, export and import, before and after, the six weeks, a reminder.")
    for number, routine in enumerate(routines, FIRST):
        out.line(f"{number}. {routine.id}: {routine.title}, {routine.minutes:g} minutes, {routine.position}.")
    out.line("Type quit to leave.")
