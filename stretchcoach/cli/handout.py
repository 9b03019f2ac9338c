"""Taking routines in: a handout in plain lines, a routine file, or the line that somebody shared in a chat."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from shutil import get_terminal_size
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.shared import FlaggedCommand, json_flag, print_json, print_line, tell_beside
from stretchcoach.core.routine import POSITIONS
from stretchcoach.words import cli_lines, cli_options, cli_refusals, handout_doubts
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.cli.intake import Intake
    from stretchcoach.handout import Handout, Read
    from stretchcoach.library import Problem

MOST_BYTES = 256 * 1024
ENDINGS = (".json", ".tmd", ".feeel")
"""Of files that come from other programs, with records and settings beside the exercises."""
MOST_TOLD = 300
"""Letters of a line, or of a question about it, in the list of what was understood."""
MOST_QUOTED = 160
"""Letters of a line above its question."""
MOST_WIDE = 100
TRIES = 2
"""How often a line is asked about."""
LEAVE_OUT = "-"
NOTE = "note"
"""The answer that a line is no exercise."""


@click.command("import", cls=FlaggedCommand, epilog="stretchcoach import physio.txt\nstretchcoach import - --name knee")
@click.argument("source", metavar="FILE|-|LINE")
@click.option("--name", metavar="NAME", default="", help=cli_options.ROUTINE_NAME)
@click.option("--title", metavar="TEXT", default="", help=cli_options.ROUTINE_TITLE)
@click.option("--position", type=OneOf(POSITIONS), default=None, help=cli_options.MOST_OF_IT)
@click.option("--dry-run", is_flag=True, help=cli_options.LOOK_AT_LINES)
@click.option("--replace", is_flag=True, help=cli_options.REPLACE_ROUTINE)
@json_flag
@click.pass_context
def take(context: click.Context, /, source: str, **options: Any) -> None:
    """Make a routine from an exercise sheet, or take in one that was shared.

    A sheet is plain text, a line or a few for each exercise: "Calf stretch
    3 x 30 sec each leg". For every line it says what it understood, and asks
    about the rest; where nobody can answer, the rest stays in the file as a
    remark and the exit code is 1. A routine file, or the line of 'share
    --line', is taken as it is. Files of Just Another Workout Timer, TimeR
    Machine, OpenHIIT, Feeel and wger (JSON) become routines, and whatever of
    them has no place here is listed.
    """
    from stretchcoach.cli import neighbours
    from stretchcoach.cli.intake import Intake
    from stretchcoach.library import own
    from stretchcoach.machine.files import UnreadableError
    from stretchcoach.writing.whole import is_json

    how = Intake(**options)
    try:
        if packed := neighbours.archived(source):
            neighbours.take(context, packed, how)
            return
        text = source if own.holds_line(source) else _text(source)
        if own.holds_line(text):
            name, file = own.unpacked(text)
            _whole(context, file, how.named(name))
        elif is_json(text):
            neighbours.take(context, [text], how)
        elif source.lower().endswith(".toml"):
            _whole(context, text, how.named(Path(source).stem))
        else:
            from stretchcoach.writing.pasted_sheet import MOST_LINES

            if text.count("\n") > MOST_LINES:
                raise UnreadableError(cli_refusals.too_many_lines(MOST_LINES))
            _sheet(context, source, text, how)
    except UnreadableError as error:
        about = cli_refusals.THE_LINE if own.holds_line(source) else cli_refusals.STDIN if source == "-" else source
        raise click.UsageError(error.about(about)) from error


def _text(source: str) -> str:
    from stretchcoach.machine import files
    from stretchcoach.machine.file_kinds import kind_of

    data = _standard_input() if source == "-" else _data(source)
    if kind := kind_of(data):
        raise files.UnreadableError(f"is {kind}{cli_refusals.NO_SHEET}")
    return files.decoded(data)


def _standard_input() -> bytes:
    from stretchcoach.machine import files

    stream = getattr(sys.stdin, "buffer", None)
    data: bytes = stream.read(MOST_BYTES + 1) if stream else sys.stdin.read(MOST_BYTES + 1).encode()
    if len(data) > MOST_BYTES:
        raise files.UnreadableError(cli_refusals.TOO_LARGE_A_SHEET)
    return data


def _data(source: str) -> bytes:
    from stretchcoach.machine import files

    theirs = source.lower().endswith(ENDINGS)
    try:
        return files.read_bytes(source, files.MOST if theirs else MOST_BYTES)
    except FileNotFoundError:
        raise files.UnreadableError(files.missing(source)) from None


def _whole(context: click.Context, text: str, how: "Intake") -> None:
    """Take in a routine file as it is."""
    from stretchcoach.handout.routine_text import name_for_file
    from stretchcoach.library import own

    name = name_for_file([how.name])
    path = place(name, how.over)
    problems = own.mistakes_in(text, path)
    if not problems and not how.dry_run:
        write(path, text)
    if how.as_json:
        print_json({"file": None if problems or how.dry_run else str(path), "routine": name, "lines": [], "asked": 0})
    refuse(context, problems, how.as_json)
    tell_beside(came_in(name, path, how.dry_run))


def _sheet(context: click.Context, source: str, text: str, how: "Intake") -> None:
    """Make a routine of a sheet."""
    from stretchcoach.handout import read, spread
    from stretchcoach.handout.routine_text import name_for_file, text_of
    from stretchcoach.library import own

    text = spread(text)
    handout = read(text)
    if not (how.dry_run or how.as_json) and source != "-" and sys.stdin.isatty():
        handout = _answered(text, handout)
    stem = "" if source == "-" else Path(source).stem
    title = how.title or handout.title or own.title_of(how.name or stem) or cli_lines.MY_EXERCISES
    name = name_for_file([how.name, stem, handout.title])
    if not how.as_json:
        _tell(handout)
    path = place(name, how.over)
    file = text_of(handout, title, how.position or "")
    problems = own.mistakes_in(file, path) if file else []
    written = bool(file) and not problems and not how.dry_run
    if written:
        write(path, file)
    if how.as_json:
        print_json(_contract(handout, name, title, str(path) if written else None))
    for problem in problems:
        tell_beside(str(problem))
    _end(handout, file, str(path), name, written, how.dry_run)
    context.exit(2 if problems or not file else 1 if handout.asked else 0)


def _answered(text: str, handout: "Handout") -> "Handout":
    """The handout once everything was asked that could be."""
    from stretchcoach.handout import read
    from stretchcoach.handout.together import asked_with, shared

    answers: dict[int, str] = {}
    asked: Counter[int] = Counter()
    while open_ := [each for each in handout.asked if asked[each.number] < TRIES]:
        same = asked_with(open_[0], open_)
        told = shared(_ask(same), same)
        for number, said in told.items():
            asked[number] += 1 if said else TRIES
        answers |= {number: NOTE if said.lower() == "n" else said for number, said in told.items() if said}
        handout = read(text, answers)
    return handout


def _ask(same: "Sequence[Read]") -> str:
    from stretchcoach.handout.together import put

    read = same[0]
    for each in same:
        _wrapped(cli_lines.sheet_line(each.number, shorten(each.text, MOST_QUOTED, placeholder=" ...")), "")
    _wrapped(put(same), "  ")
    _wrapped(handout_doubts.WHAT_TO_ANSWER if read.guess else cli_lines.HOW_MUCH, "  ")
    answer: str = click.prompt(" ", default=read.guess, show_default=bool(read.guess), err=True)
    return "" if answer.strip() == LEAVE_OUT else answer.strip()


def _wrapped(text: str, indent: str) -> None:
    """In whole words, as wide as the terminal is."""
    width = min(get_terminal_size().columns, MOST_WIDE)
    tell_beside(click.wrap_text(text, width, initial_indent=indent, subsequent_indent="  "))


def _tell(handout: "Handout") -> None:
    width = len(str(max((each.number for each in handout.reads), default=0)))
    for each in handout.reads:
        said = f"? {_cut(each.text)}: {_cut(each.question)}" if each.question else f"  {each.told}"
        print_line(f"{each.number:>{width}} {said}")


def _cut(text: str) -> str:
    """What can be read at a glance: a line may be a whole file."""
    return text if len(text) <= MOST_TOLD else f"{text[:MOST_TOLD]} ..."


def _end(handout: "Handout", file: str, path: str, name: str, written: bool, dry_run: bool) -> None:
    understood = len(handout.reads) - len(handout.asked)
    told = cli_lines.lines_understood(counted(understood, "line"), len(handout.asked))
    if not file:
        told += cli_lines.NO_EXERCISE
    elif written:
        told += cli_lines.written_and_starts(path, quote(name))
    elif not dry_run:
        told += cli_lines.NOTHING_WRITTEN
    tell_beside(told)


def _contract(handout: "Handout", name: str, title: str, file: str | None) -> dict[str, Any]:
    from msgspec import to_builtins

    lines = [{**to_builtins(each), "line": each.number} for each in handout.reads]
    for line in lines:
        del line["number"]
    return {"file": file, "routine": name, "title": title, "lines": lines, "asked": len(handout.asked)}


def place(name: str, over: bool) -> Path:
    """Where a routine of that name goes; one that is there is not written over."""
    from stretchcoach import library
    from stretchcoach.library import own
    from stretchcoach.machine.folders import folders

    path = own.file_of(folders().routines, name)
    shipped = (library.shipped_folder() / path.name).exists()
    if not over and (os.path.lexists(path) or shipped):
        what = cli_refusals.SHIPPED_ROUTINE if shipped and not os.path.lexists(path) else cli_refusals.OWN_ROUTINE
        raise click.UsageError(cli_refusals.name_taken(what, name))
    return path


def refuse(context: click.Context, problems: "Sequence[Problem]", as_json: bool) -> None:
    """Tell what is wrong with a routine, and take nothing in, if anything is."""
    for problem in problems:
        (tell_beside if as_json else print_line)(str(problem))
    if problems:
        tell_beside(cli_refusals.nothing_taken_in(counted(len(problems), "error")))
        context.exit(2)


def came_in(name: str, path: Path, dry_run: bool) -> str:
    """Where a routine is now, or that it was only looked at."""
    return cli_lines.would_come_in(name) if dry_run else cli_lines.taken_in(path, quote(name))


def write(path: Path, text: str) -> None:
    """Write a routine into the user's folder."""
    from stretchcoach.machine import private

    private.replace(path, text.encode())


COMMANDS: tuple[click.Command, ...] = (take,)
