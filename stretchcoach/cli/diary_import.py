"""Taking a file into the diary: an export, or a list kept elsewhere; a look at it first, and nothing newer lost."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stretchcoach.cli.diary import diary, opened
from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.shared import json_flag, print_json, tell_beside
from stretchcoach.words import cli_lines, cli_options, cli_refusals
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.diary.exchange.importing import FileContents

ORDER = OneOf(["day", "month"])
FIRST = 3
"""Entries that a look shows in words."""


@diary.command(
    "import",
    epilog="stretchcoach diary import diary.csv\nstretchcoach diary import my-list.csv --dry-run",
)
@click.argument("file", metavar="FILE|-", type=click.Path(allow_dash=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help=cli_options.LOOK_AT_COLUMNS)
@click.option("--replace", is_flag=True, help=cli_options.TAKE_THEIRS)
@click.option("--skip-bad", is_flag=True, help=cli_options.SKIP_BAD)
@click.option("--date-order", type=ORDER, metavar="WORD", help=cli_options.DATE_ORDER)
@click.option("--dates", type=ORDER, hidden=True, help=cli_options.SAME_AS_DATE_ORDER)
@json_flag
@click.pass_context
def import_entries(
    context: click.Context,
    file: Path,
    dry_run: bool,
    replace: bool,
    skip_bad: bool,
    date_order: str | None,
    dates: str | None,
    as_json: bool,
) -> None:
    """Import a file of 'export', or a list kept elsewhere (a table with a date, side, pain...).

    All of it comes in, or nothing, unless you give --skip-bad. An entry that
    the diary already has stays as it is, unless you give --replace. Importing
    the same file twice adds nothing.
    """
    from msgspec.structs import asdict

    from stretchcoach.diary.exchange.importing import entries_of_file

    found = entries_of_file(_bytes(file), str(file), datetime.now().astimezone(), date_order or dates or "")
    told: dict[str, object] = {"new": 0, "replaced": 0}
    refused = bool(found.problems) and (found.broken or not skip_bad)
    if not as_json:
        _tell_look(found, skip_bad)
        if dry_run and found.look:
            _tell_first(found)
    if not refused:
        told = _taken(found, dry_run, replace, as_json)
    if as_json:
        print_json(
            {
                **told,
                "skipped": found.bad if skip_bad else 0,
                "problems": [asdict(each) for each in found.problems],
                "look": found.look,
            }
        )
    if refused:
        tell_beside(cli_refusals.nothing_taken_in(counted(len(found.problems), "error")))
        if not found.broken and len(found.entries):
            tell_beside(cli_refusals.skip_bad_takes(len(found.entries)))
        context.exit(2)


def _bytes(file: Path) -> bytes:
    """What is in the file, or comes from the standard input."""
    from stretchcoach.machine.files import UnreadableError, missing, read_bytes
    from stretchcoach.program.documents import LARGEST

    if str(file) != "-":
        try:
            return read_bytes(file, LARGEST)
        except UnreadableError as error:
            raise click.UsageError(error.about(file)) from error
        except FileNotFoundError:
            raise click.UsageError(cli_refusals.no_such_file(file, missing(file))) from None
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise click.UsageError(f"{cli_refusals.STDIN} {cli_refusals.too_large(LARGEST >> 20)}.")
    return data


def _tell_look(found: "FileContents", skip_bad: bool) -> None:
    for problem in found.problems:
        click.echo(str(problem))
    for line in found.look:
        tell_beside(line)
    if found.bad and skip_bad and not found.broken:
        tell_beside(cli_lines.rows_left_out(counted(found.bad, "row")))


def _tell_first(found: "FileContents") -> None:
    from stretchcoach.diary.entry_text import in_one_line

    for entry in found.entries.episodes[:FIRST]:
        tell_beside(in_one_line(entry))


def _taken(found: "FileContents", dry_run: bool, replace: bool, as_json: bool) -> dict[str, object]:
    """Write the entries, or look what that would do; the counts."""
    from stretchcoach.diary.exchange.merging import merged
    from stretchcoach.program.documents import taken_lines

    with opened(writing=not dry_run) as diary_file:
        plan = merged(diary_file, found.entries, replace)
        if not dry_run:
            diary_file.add_all(plan.write)
    if not as_json:
        for line in taken_lines(plan, dry_run, cli_lines.REPLACE_TAKES):
            tell_beside(line)
    return {"new": plan.new, "replaced": plan.replaced, "kept": plan.kept, "same": plan.same}


COMMANDS: tuple[click.Command, ...] = (import_entries,)
