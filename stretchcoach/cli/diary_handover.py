"""The diary handed on: export, report for the doctor, what changed with a routine."""

from codecs import BOM_UTF8
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from stretchcoach.cli.diary import When, diary, opened
from stretchcoach.cli.kinds import Whole
from stretchcoach.cli.output import FILE, STDOUT, write_file
from stretchcoach.cli.routines import find, open_shelf
from stretchcoach.cli.shared import json_flag, print_json
from stretchcoach.words import cli_options, cli_refusals


@diary.command(epilog="stretchcoach diary export --csv --out diary.csv\nstretchcoach diary export --fhir")
@click.option("--csv", is_flag=True, help=cli_options.CSV)
@click.option("--json", is_flag=True, help=cli_options.JSON_EXPORT)
@click.option("--fhir", is_flag=True, help=cli_options.FHIR)
@click.option("--out", type=FILE, metavar="FILE", help=cli_options.NOT_TO_STDOUT)
@click.option("--deleted", is_flag=True, help=cli_options.WITH_DELETED)
def export(out: Path | None, deleted: bool, **forms: bool) -> None:
    """Export the whole diary, as JSON by default."""
    from stretchcoach.program.documents import export_pieces

    form, *others = [name for name, wanted in forms.items() if wanted] or ["json"]
    if others:
        raise click.UsageError(cli_refusals.ONE_FORM)
    with opened() as diary_file:
        data = export_pieces(diary_file, form, deleted)
        if form == "csv" and out not in (None, STDOUT):
            data = chain([BOM_UTF8], data)
        write_file(out or STDOUT, data)


@diary.command(epilog=cli_options.REPORT_EXAMPLES)
@click.option("--html", type=FILE, metavar="FILE", help=cli_options.HTML)
@click.option("--pdf", type=FILE, metavar="FILE", help=cli_options.PDF)
@click.option(
    "--weeks",
    type=Whole(1, 520),
    nargs=2,
    default=(2, 6),
    metavar="N N",
    help=cli_options.WEEKS,
)
@click.option("--dates", is_flag=True, help=cli_options.DATES)
@click.option("--notes", is_flag=True, help=cli_options.NOTES)
@click.option("--exercises", is_flag=True, help=cli_options.EXERCISES)
@click.option("--name", default="", metavar="TEXT", help=cli_options.NAME_ON_PAGE)
@json_flag
def report(
    html: Path | None,
    pdf: Path | None,
    weeks: tuple[int, int],
    dates: bool,
    notes: bool,
    exercises: bool,
    name: str,
    as_json: bool,
) -> None:
    """One page for the doctor, as text, PDF or HTML.

    The last weeks, what went before, what helped, safety answers, and what was
    not asked. Without a FILE it is printed as text.
    """
    from msgspec import to_builtins

    from stretchcoach.diary.report import pdf_page
    from stretchcoach.diary.report.html_page import report_page
    from stretchcoach.diary.report.report import MOST, as_text
    from stretchcoach.machine.folders import folders
    from stretchcoach.program.documents import report_of
    from stretchcoach.program.practised import practised
    from stretchcoach.programme.trial import load

    now = datetime.now().astimezone()
    with opened() as diary_file:
        shelf = open_shelf()
        made = report_of(diary_file, shelf, now, weeks, name, dates, notes, load(folders().data))
        done = practised(diary_file, shelf, now, max(weeks)) if exercises else ()
    if pdf:
        write_file(pdf, pdf_page.pdf(made, now, done))
    if html:
        write_file(html, report_page(made(pdf_page.lines_that_fit(made, now)), done).encode())
    if as_json:
        print_json(to_builtins(made(MOST)))
    elif not (pdf or html):
        click.echo(as_text(made(MOST)))


@diary.command(epilog="stretchcoach diary effect\nstretchcoach diary effect calf_flex_daily --since 2026-09-01")
@click.argument("routine", required=False)
@click.option("--since", type=When(), metavar="DATE", help=cli_options.TAKEN_UP)
@json_flag
def effect(routine: str | None, since: str | None, as_json: bool) -> None:
    """Compare the cramps before and after a routine.

    Cramps a week, their ratio, and what chance leaves open. The bedtime stretch, if no routine is named.
    """
    from stretchcoach.program.documents import compared, effect_lines
    from stretchcoach.programme.effect import as_dict
    from stretchcoach.programme.six_weeks import ROUTINE

    chosen = find(routine or ROUTINE)
    now = datetime.now().astimezone()
    begin = datetime.fromisoformat(since) if since else None
    if begin and begin > now:
        raise click.UsageError(cli_refusals.in_the_future(since))
    with opened() as diary_file:
        found = compared(diary_file, chosen.id, now, begin)
    if found is None:
        raise click.UsageError(cli_refusals.not_run_yet(chosen.id))
    if as_json:
        print_json(as_dict(found))
        return
    for line in effect_lines(found, chosen.title):
        click.echo(line)


COMMANDS: tuple[click.Command, ...] = (export, report, effect)
