"""The diary handed on: export, report for the doctor, what changed with a routine."""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from stretchcoach.cli.diary import When, diary, opened
from stretchcoach.cli.routines import find, open_shelf
from stretchcoach.cli.shared import json_flag, narrate, print_json

FILE = click.Path(dir_okay=False, path_type=Path)


def keep(file: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file that is asked for by name, and say so."""
    from stretchcoach.program.saving import write

    write(file, data)
    narrate(f"Written: {file}")


@diary.command(epilog="stretchcoach diary export --csv --out diary.csv\nstretchcoach diary export --fhir")
@click.option("--csv", "form", flag_value="csv", help="A table for spreadsheets; 'import' takes it back.")
@click.option("--json", "form", flag_value="json", help="Everything, as it is kept; 'import' takes it back.")
@click.option("--fhir", "form", flag_value="fhir", help="A FHIR R4 bundle for a doctor's software, without notes.")
@click.option("--out", type=FILE, metavar="FILE", help="Write it there, not to stdout.")
@click.option("--deleted", is_flag=True, help="With what was deleted and can be brought back (not in FHIR).")
def export(form: str | None, out: Path | None, deleted: bool) -> None:
    """Export the whole diary, as JSON by default."""
    from stretchcoach.program.documents import export_pieces

    with opened() as diary_file:
        data = export_pieces(diary_file, form or "json", deleted)
        if form == "csv" and out:
            data = chain([BOM_UTF8], data)
        if out is None:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(data)
            sys.stdout.buffer.flush()
        else:
            keep(out, data)


@diary.command(epilog="stretchcoach diary report\nstretchcoach diary report --pdf cramps.pdf --name 'A. Person'")
@click.option("--html", type=FILE, metavar="FILE", help="Write it as a page for a browser.")
@click.option("--pdf", type=FILE, metavar="FILE", help="Write it as PDF, A4, one page.")
@click.option(
    "--weeks",
    type=click.IntRange(1, 520),
    nargs=2,
    default=(2, 6),
    metavar="N N",
    help="The columns; 2 6 if not given.",
)
@click.option("--dates", is_flag=True, help="With a line for each cramp.")
@click.option("--notes", is_flag=True, help="With a line for each cramp and what you noted.")
@click.option("--exercises", is_flag=True, help="In the files, one more page: the routines done, with figures.")
@click.option("--name", default="", metavar="TEXT", help="The name to show on it; none by default.")
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
    from dataclasses import asdict

    from stretchcoach.diary.report import pdf_page
    from stretchcoach.diary.report.html_page import page
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
        keep(pdf, pdf_page.pdf(made, now, done))
    if html:
        keep(html, page(made(pdf_page.lines_that_fit(made, now)), done).encode())
    if as_json:
        print_json(asdict(made(MOST)))
    elif not (pdf or html):
        click.echo(as_text(made(MOST)))


@diary.command(epilog="stretchcoach diary effect\nstretchcoach diary effect calf_flex_daily --since 2026-09-01")
@click.argument("routine", required=False)
@click.option("--since", type=When(), metavar="DATE", help="When you took it up; its first run if not given.")
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
        raise click.UsageError(f"{since} is in the future.")
    with opened() as diary_file:
        found = compared(diary_file, chosen.id, now, begin)
    if found is None:
        raise click.UsageError(f"'{chosen.id}' was not run yet; --since DATE tells when it was taken up elsewhere.")
    if as_json:
        print_json(as_dict(found))
        return
    for line in effect_lines(found, chosen.title):
        click.echo(line)
