"""The user's own routines: begin one, change one, hand one on."""

import os
import sys
from pathlib import Path
from shlex import quote

import click

from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.neighbours import APPS, handed_out
from stretchcoach.cli.output import FILE, STDOUT
from stretchcoach.cli.shared import FlaggedCommand, print_line, tell_beside
from stretchcoach.cli.shell import routines
from stretchcoach.words import cli_lines, cli_options, cli_refusals
from stretchcoach.words.wording import counted

CHAT = 4000
"""Letters that fit into a message of every common chat."""


@click.command(cls=FlaggedCommand, epilog="stretchcoach new physio\nstretchcoach new physio --edit")
@click.argument("name")
@click.option("--edit", "at_once", is_flag=True, help=cli_options.EDIT_AT_ONCE)
@click.pass_context
def new(context: click.Context, name: str, at_once: bool) -> None:
    """Start a routine of your own: a file in which every key is explained."""
    from stretchcoach import library
    from stretchcoach.library import own
    from stretchcoach.machine import private

    path = _own(name)
    if os.path.lexists(path):
        raise click.UsageError(cli_refusals.routine_there(path, quote(path.stem)))
    if (library.shipped_folder() / path.name).exists():
        raise click.UsageError(cli_refusals.ships_already(path.stem))
    private.replace(path, own.skeleton(path.stem).encode())
    print_line(str(path))
    if at_once:
        context.exit(_edited(path))
    tell_beside(cli_lines.opens_and_plays(quote(path.stem)))


@click.command(cls=FlaggedCommand, epilog="stretchcoach edit physio")
@click.argument("name", shell_complete=routines)
@click.pass_context
def edit(context: click.Context, name: str) -> None:
    """Change a routine in your editor ($VISUAL or $EDITOR), and check it.

    A version with a mistake does not replace the good one: it is kept beside
    it, and the next 'edit' carries on with it. A routine that comes with the
    program becomes a copy of your own.
    """
    from stretchcoach import library
    from stretchcoach.cli.routines import find
    from stretchcoach.machine import private

    path = _own(name)
    if not path.exists() and not _bad(path).exists():
        routine = find(name)
        path = _own(routine.id)
        if not path.exists() and not _bad(path).exists():
            private.replace(path, (library.shipped_folder() / path.name).read_bytes())
            tell_beside(cli_lines.copied(path))
    context.exit(_edited(path))


@click.command(
    cls=FlaggedCommand, epilog="stretchcoach share physio --line\nstretchcoach share physio --as jawt --out physio.json"
)
@click.argument("name", shell_complete=routines)
@click.option("--line", is_flag=True, help=cli_options.ONE_LINE)
@click.option("--as", "app", type=OneOf(APPS), help=cli_options.ANOTHER_TIMER)
@click.option("--out", type=FILE, help=cli_options.FILE_TO_WRITE)
def share(name: str, line: bool, app: str | None, out: Path | None) -> None:
    """Hand a routine on: its file, one line that fits into a chat, or the file of another program.

    jawt is Just Another Workout Timer, timer-machine TimeR Machine; feeel and
    wger know nothing but the exercises of their own lists.
    """
    if line and app:
        raise click.UsageError(cli_refusals.LINE_OR_FILE)
    text = handed_out(name, app) if app else _own_text(name, line)
    if out is None or out == STDOUT:
        click.echo(text, nl=False)
        return
    _hand_out(text, out)


def _own_text(name: str, line: bool) -> str:
    from stretchcoach.library import own
    from stretchcoach.machine import files
    from stretchcoach.machine.files import UnreadableError

    path = _source(name)
    try:
        text = files.read_text(path)
    except UnreadableError as error:
        raise click.UsageError(error.about(path)) from error
    except FileNotFoundError as error:
        raise click.UsageError(cli_refusals.unreadable(path)) from error
    if line:
        text = own.packed(path.stem, text) + "\n"
        if len(text) > CHAT:
            tell_beside(cli_lines.long_line(len(text), CHAT))
    return text


def _hand_out(text: str, out: Path) -> None:
    from stretchcoach.program.saving import SHARED, write

    if os.path.lexists(out):
        raise click.UsageError(cli_refusals.there_already(out))
    write(out, text.encode(), SHARED)
    tell_beside(cli_lines.written_to(out))


def _source(name: str) -> Path:
    """The file of a routine, by name or by path."""
    from stretchcoach import library
    from stretchcoach.cli.routines import find

    routine = find(name)
    if name.endswith(".toml") or os.sep in name:
        return Path(name)
    mine = _own(routine.id)
    return mine if mine.exists() else library.shipped_folder() / mine.name


def _own(name: str) -> Path:
    """The file of one of the user's own routines."""
    from stretchcoach.library import own
    from stretchcoach.machine.folders import folders

    try:
        return own.file_of(folders().routines, name)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _bad(path: Path) -> Path:
    from stretchcoach.library import own

    return own.draft_of(path)


def _edited(path: Path) -> int:
    """Let the user edit a copy until it is right, or they have had enough; the exit code."""
    from stretchcoach.library import own
    from stretchcoach.machine import private

    draft = _bad(path)
    if not draft.exists():
        private.replace(draft, path.read_bytes())
    else:
        tell_beside(cli_lines.goes_on_with(draft))
    while True:
        _open(draft, path)
        text = draft.read_bytes()
        problems = own.mistakes_in(_words(text), path) if _words(text) else []
        if not text.strip():
            draft.unlink()
            tell_beside(cli_refusals.left_empty(path.name))
            return 1 if path.exists() else 2
        if not problems and _words(text):
            private.replace(path, text)
            draft.unlink()
            tell_beside(cli_lines.is_right(path))
            return 0
        for problem in problems:
            print_line(str(problem))
        tell_beside(cli_refusals.not_right(counted(len(problems) or 1, "mistake"), path.name, draft))
        if not sys.stdin.isatty() or not click.confirm(cli_lines.OPEN_AGAIN, default=True, err=True):
            return 2


def _words(data: bytes) -> str:
    from stretchcoach.machine.files import UnreadableError, decoded

    try:
        return decoded(data)
    except UnreadableError as error:
        tell_beside(error.about(cli_refusals.THE_TEXT))
        return ""


def _open(draft: Path, path: Path) -> None:
    """Let the editor have the draft; one that fails leaves nothing behind but a changed text."""
    try:
        click.edit(filename=str(draft))
    except click.ClickException as error:
        kept = cli_refusals.text_kept(draft)
        if path.exists() and draft.read_bytes() == path.read_bytes():
            draft.unlink()
            kept = ""
        raise click.UsageError(cli_refusals.editor_failed(error.message.partition(":")[0], kept)) from error


COMMANDS: tuple[click.Command, ...] = (new, edit, share)
