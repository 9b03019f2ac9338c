"""The diary handed on: export, import, report for the doctor, what changed with a routine."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stretchcoach.cli.cards import count
from stretchcoach.cli.diary import When, diary, opened
from stretchcoach.cli.shared import json_flag, narrate, print_json
from stretchcoach.cli.shelf import find, open_shelf

if TYPE_CHECKING:
    from stretchcoach.diary import Diary, Entry
    from stretchcoach.diary.exporting import Entries

FILE = click.Path(dir_okay=False, path_type=Path)


def everything(book: "Diary", deleted: bool = False) -> "Entries":
    """All entries, oldest first."""
    from stretchcoach.diary.exporting import gather

    cramps = book.episodes() + (book.episodes(removed=True) if deleted else [])
    runs = book.runs() + (book.runs(removed=True) if deleted else [])
    return gather(cramps, runs, book.changes())


def keep(file: Path, data: bytes) -> None:
    """Write a file that only its owner can read, if it is new."""
    file.touch(mode=0o600)
    file.write_bytes(data)
    narrate(f"Written: {file}")


@diary.command(epilog="stretchcoach diary export --csv --out diary.csv\nstretchcoach diary export --fhir")
@click.option("--csv", "form", flag_value="csv", help="A table for spreadsheets; 'import' takes it back.")
@click.option("--json", "form", flag_value="json", help="Everything, as it is kept; 'import' takes it back.")
@click.option("--fhir", "form", flag_value="fhir", help="A FHIR R4 bundle for a doctor's software, without notes.")
@click.option("--out", type=FILE, metavar="FILE", help="Write it there, not to stdout.")
@click.option("--deleted", is_flag=True, help="With what was deleted and can be brought back (not in FHIR).")
def export(form: str | None, out: Path | None, deleted: bool) -> None:
    """Hand out the whole diary; JSON, if nothing is said."""
    from stretchcoach.diary.exporting import to_csv, to_json

    with opened() as book:
        entries = everything(book, deleted)
    if form == "fhir":
        import json

        from stretchcoach.diary.fhir import bundle

        text = json.dumps(bundle(entries), indent=1, ensure_ascii=False) + "\n"
    else:
        text = to_csv(entries) if form == "csv" else to_json(entries)
    if out is None:
        click.echo(text.encode(), nl=False)
    else:
        keep(out, text.encode("utf-8-sig" if form == "csv" else "utf-8"))


@diary.command("import", epilog="stretchcoach diary import diary.csv")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_flag
@click.pass_context
def import_entries(context: click.Context, file: Path, as_json: bool) -> None:
    """Take in a file of 'export': all of it, or nothing.

    CSV and JSON are taken. An entry that is there already is replaced by that of the file.
    """
    from dataclasses import asdict

    from stretchcoach.diary.importing import read

    entries, problems = read(file)
    if problems:
        if as_json:
            print_json({"new": 0, "replaced": 0, "problems": [asdict(each) for each in problems]})
        for problem in problems if not as_json else ():
            click.echo(str(problem))
        narrate(f"Nothing was taken in: {count(len(problems), 'error')}.")
        context.exit(2)
    every: list[Entry] = [*entries.episodes, *entries.runs, *entries.changes]
    with opened(writing=True) as book:
        replaced = sum(book.get(each.id) is not None for each in every)
        book.add_all(every)
    if as_json:
        print_json({"new": len(every) - replaced, "replaced": replaced, "problems": []})
    narrate(f"Taken in: {len(every) - replaced} new, {replaced} that were there already.")


@diary.command(epilog="stretchcoach diary report\nstretchcoach diary report --pdf cramps.pdf --name 'A. Person'")
@click.option("--html", type=FILE, metavar="FILE", help="Write it as a page for a browser.")
@click.option("--pdf", type=FILE, metavar="FILE", help="Write it as PDF, A4, one page.")
@click.option(
    "--weeks",
    type=click.IntRange(1, 520),
    nargs=2,
    default=(2, 6),
    metavar="N N",
    help="The columns; 2 6, if not said.",
)
@click.option("--name", default="", metavar="TEXT", help="A name to stand on it; none, if not said.")
@json_flag
def report(html: Path | None, pdf: Path | None, weeks: tuple[int, int], name: str, as_json: bool) -> None:
    """One page for the doctor, as text, PDF or HTML.

    The last weeks, what went before, what helped, safety answers, and what was
    not asked. Without a FILE it is printed as text.
    """
    from dataclasses import asdict

    from stretchcoach.diary import paper
    from stretchcoach.diary.page import page
    from stretchcoach.diary.report import MOST, Report, build, plain

    now = datetime.now().astimezone()
    with opened() as book:
        entries = everything(book)
    other = frozenset(each.id for each in open_shelf().pick() if each.purpose != "prevention")

    def made(most: int) -> Report:
        return build(entries, now, weeks, name, other, most)

    if pdf:
        keep(pdf, paper.pdf(made, now))
    if html:
        keep(html, page(made(paper.fitting(made, now))).encode())
    if as_json:
        print_json(asdict(made(MOST)))
    elif not (pdf or html):
        click.echo(plain(made(MOST)))


@diary.command(epilog="stretchcoach diary effect\nstretchcoach diary effect calf_flex_daily --since 2026-09-01")
@click.argument("routine", required=False)
@click.option("--since", type=When(), metavar="DATE", help="When it was taken up; its first run, if not said.")
@json_flag
def effect(routine: str | None, since: str | None, as_json: bool) -> None:
    """Compare the cramps before and after a routine.

    Cramps a week, their ratio, and what chance leaves open. The bedtime stretch, if no routine is named.
    """
    from stretchcoach.diary import effect as comparing
    from stretchcoach.diary.programme import ROUTINE

    chosen = find(routine or ROUTINE)
    now = datetime.now().astimezone()
    begin = datetime.fromisoformat(since) if since else None
    if begin and begin > now:
        raise click.UsageError(f"{since} has not come yet.")
    with opened() as book:
        found = comparing.effect(everything(book), chosen.id, now, begin)
    if found is None:
        raise click.UsageError(f"'{chosen.id}' was not run yet; --since DATE tells when it was taken up elsewhere.")
    if as_json:
        print_json(comparing.as_dict(found))
        return
    click.echo(comparing.sentence(found, chosen.title))
    for line in ("", *comparing.chart(found), ""):
        click.echo(line)
    click.echo(f"{comparing.CAVEATS}\n{comparing.EVIDENCE}")
