"""The diary from the command line: list, add, stats, delete, undo, path."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.kinds import Number, Whole
from stretchcoach.cli.shared import FlaggedGroup, json_flag, print_json, tell_beside
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.diary import Diary


class EntryWord(click.ParamType):  # type: ignore[type-arg]
    """One of the words that a field of an entry knows, or what people say for it, as in a list that is taken in."""

    name = "word"

    def __init__(self, field: str) -> None:
        self.field = field

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> str:
        from stretchcoach.diary.exchange.cells import OPTIONS, word
        from stretchcoach.diary.exchange.freehand import sure

        known = OPTIONS[self.field]
        found = (sure(str(value)) if self.field == "woke" else None) or word(self.field, str(value))
        if found not in known:
            near = did_you_mean(str(value).replace("-", "_").replace(" ", "_"), known, 0.7)
            hint = near or cli_refusals.known_are(", ".join(known))
            self.fail(cli_refusals.word_not_known(value, hint), parameter, context)
        return found


class Score(Number):
    """A whole number from 0 to 10, or what people say for one: ``7/10``, ``seven``, and of pain ``severe``."""

    def __init__(self, field: str) -> None:
        super().__init__(0, 10)
        self.field = field

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        from stretchcoach.diary.exchange.freehand import WORDED_SCALES, pain

        try:
            number = super().convert(value, parameter, context)
        except click.BadParameter:
            said = pain(str(value), words=self.field in WORDED_SCALES)
            if said is None or said > self.most:
                raise
            return said
        if number % 1:
            self.fail(cli_refusals.not_whole(value, int(self.least), int(self.most)), parameter, context)
        return int(number)


class Length(Number):
    """A length of time in the unit of its field, or with a unit of its own: ``90 s``, ``1:30``."""

    def __init__(self, field: str, most: float) -> None:
        super().__init__(0, most)
        self.field = field

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        from stretchcoach.diary.exchange.cells import LENGTHS
        from stretchcoach.diary.exchange.freehand import length_in

        seconds = length_in(str(value))
        return super().convert(value if seconds is None else seconds / LENGTHS[self.field], parameter, context)


class When(click.ParamType):  # type: ignore[type-arg]
    """A date, or a date and a time, as ISO 8601 writes it; without an offset it is local time."""

    name = "date"

    def __init__(self, alone: bool = False) -> None:
        """``alone``: a date stays one, for the hour is not known; else it is where that day begins."""
        self.alone = alone

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> str:
        from stretchcoach.diary.entries import YEARS, point, stamp
        from stretchcoach.program.moments import DateError, moment
        from stretchcoach.words.diary_imports import TWO_DAYS

        try:
            found = moment(str(value), datetime.now().astimezone())
        except DateError as error:
            if str(error) == TWO_DAYS:
                self.fail(cli_refusals.two_days(value), parameter, context)
            if re.match(r"[2-9]\d{3}-", str(value)) and int(str(value)[:4]) >= YEARS.stop:
                self.fail(cli_refusals.in_the_future(value), parameter, context)
            self.fail(cli_refusals.no_date(value), parameter, context)
        return found if self.alone else stamp(point(found).astimezone())


@contextmanager
def opened(writing: bool = False) -> Iterator["Diary"]:
    """The diary of this user; what is wrong with it is told, and a command that cannot do its work ends with 1."""
    from stretchcoach.diary import Diary, DiaryError
    from stretchcoach.machine.folders import folders

    diary = Diary.open(folders().diary, patience=5)
    try:
        if not diary.readable or (writing and not diary.kept):
            raise click.ClickException(" ".join(diary.notices))
        yield diary
    except DiaryError as error:
        raise click.ClickException(str(error)) from error
    finally:
        if diary.kept or (diary.readable and not writing):
            for notice in diary.notices:
                tell_beside(notice)
        diary.close()


@click.group(cls=FlaggedGroup, epilog="stretchcoach diary list --since 2026-11-01\nstretchcoach diary stats")
def diary() -> None:
    """Your cramps, written down by the sessions: list, add, count, delete."""


@diary.command("list", epilog="stretchcoach diary list --side left --limit 5\nstretchcoach diary list --json")
@click.option("--limit", type=Whole(1), metavar="N", default=20, help=cli_options.LATEST)
@click.option("--side", type=EntryWord("side"), metavar="WORD", help=cli_options.ONE_LEG)
@click.option("--since", type=When(), metavar="DATE", help=cli_options.FROM_THAT_DAY_LIKE)
@click.option("--text", metavar="WORD", help=cli_options.CONTAINING)
@click.option("--removed", is_flag=True, help=cli_options.REMOVED)
@json_flag
def list_entries(
    limit: int, side: str | None, since: str | None, text: str | None, removed: bool, as_json: bool
) -> None:
    """List cramps, the latest first."""
    import msgspec

    with opened() as diary_file:
        found = diary_file.episodes(since, None, side, text, removed, limit)
        briefs = [] if as_json else [diary_file.brief(each.id) for each in found]
    if as_json:
        print_json(msgspec.to_builtins(found))
        return
    if not found:
        tell_beside(cli_lines.NOTHING_TO_LIST)
    from stretchcoach.cli.diary_figures import line

    for each, brief in zip(found, briefs, strict=True):
        click.echo(line(each, brief))


@diary.command(epilog="stretchcoach diary add --began 2026-11-24T03:12 --side left --minutes 4 --severity 7")
@click.option(
    "--began", type=When(alone=True), metavar="TIME",
    help=cli_options.BEGAN,
)  # fmt: skip
@click.option("--minutes", type=Length("minutes", 1440), metavar="N", help=cli_options.LASTED)
@click.option("--side", type=EntryWord("side"), metavar="WORD", help=cli_options.WHICH_LEG)
@click.option("--place", type=EntryWord("place"), metavar="WORD", help=cli_options.WHERE)
@click.option("--severity", type=Score("severity"), metavar="N", help=cli_options.WORST_PAIN)
@click.option("--pain-after", type=Score("pain_after"), metavar="N", help=cli_options.PAIN_AFTERWARDS)
@click.option("--sleep", type=Score("sleep"), metavar="N", help=cli_options.DISTURBED_SLEEP)
@click.option("--woke", type=EntryWord("woke"), metavar="WORD", help=cli_options.WOKE)
@click.option("--doing", type=EntryWord("doing"), metavar="WORD", help=cli_options.DOING)
@click.option("--posture", type=EntryWord("posture"), metavar="WORD", help=cli_options.POSTURE)
@click.option("--relieved-by", type=EntryWord("relieved_by"), metavar="WORD", help=cli_options.RELIEVED_BY)
@click.option("--relieved-after", type=Length("relieved_after", 86400), metavar="N", help=cli_options.RELIEVED_AFTER)
@click.option("--note", metavar="TEXT", default="", help=cli_options.NOTE)
@json_flag
def add(began: str | None, as_json: bool, **fields: Any) -> None:
    """Write down a cramp that no session wrote; what you leave out stays open."""
    import msgspec

    from stretchcoach.cli.diary_figures import line
    from stretchcoach.diary.entries import Episode, point, stamp

    fields["note"] = fields["note"].strip()
    now = datetime.now().astimezone()
    if began and point(began) > now:
        raise click.UsageError(cli_refusals.in_the_future(began))
    entry = Episode(began=began or stamp(now), closed="added", **fields)
    with opened(writing=True) as diary_file:
        diary_file.add(entry)
        brief = diary_file.brief(entry.id)
    if as_json:
        print_json(msgspec.to_builtins(entry))
        return
    click.echo(line(entry, brief))
    tell_beside(cli_lines.written_down(brief))


@diary.command(epilog="stretchcoach diary stats --since 2026-10-01")
@click.option("--since", type=When(), metavar="DATE", help=cli_options.FROM_THAT_DAY)
@json_flag
def stats(since: str | None, as_json: bool) -> None:
    """Count: cramps a week, by hour, side and trigger, minutes to relief, nights, routines done."""
    from stretchcoach.cli.diary_figures import figure_lines
    from stretchcoach.diary.file.counting import tally
    from stretchcoach.diary.stats import summary

    with opened() as diary_file:
        told = summary(tally(diary_file, since), datetime.now().date())
    if as_json:
        print_json(told)
        return
    for text in figure_lines(told):
        click.echo(text)


@diary.command(epilog="stretchcoach diary delete 3f2a9c1e\nstretchcoach diary delete --all")
@click.argument("key", metavar="ID", required=False)
@click.option("--all", "everything", is_flag=True, help=cli_options.EVERYTHING)
@click.option("--forever", is_flag=True, help=cli_options.FOREVER)
@click.option("--yes", is_flag=True, help=cli_options.DO_NOT_ASK)
def delete(key: str | None, everything: bool, forever: bool, yes: bool) -> None:
    """Delete an entry, or all of them.

    One that was deleted by its ID can be brought back with 'undo', unless you gave --forever. --all is for good.
    """
    if everything == bool(key):
        raise click.UsageError(cli_refusals.ONE_ENTRY_OR_ALL)
    with opened(writing=True) as diary_file:
        if everything:
            _delete_all(diary_file, yes)
            return
        whole = _whole(diary_file, key or "")
        brief = diary_file.brief(whole)
        if forever:
            diary_file.purge(whole)
            tell_beside(cli_lines.gone_for_good(brief))
            if copies := diary_file.copies():
                tell_beside(cli_lines.older_copies(", ".join(copy.name for copy in copies)))
        elif diary_file.remove(whole, datetime.now().astimezone().isoformat(timespec="seconds")):
            tell_beside(cli_lines.deleted(brief))
        else:
            diary_file.purge(whole)
            tell_beside(cli_lines.remainder_gone(brief))


def _delete_all(diary_file: "Diary", yes: bool) -> None:
    from stretchcoach.program.clearing import clear_diary, told_of_you

    if not yes:
        if sys.stdin is None or not sys.stdin.isatty():
            raise click.UsageError(cli_refusals.NOBODY_TO_ASK)
        click.confirm(cli_lines.DELETE_THE_WHOLE_DIARY, abort=True, err=True)
    tell_beside(clear_diary(diary_file))
    if told_of_you():
        tell_beside(cli_lines.STILL_TOLD)


@diary.command(epilog="stretchcoach diary undo 3f2a9c1e")
@click.argument("key", metavar="ID")
def undo(key: str) -> None:
    """Bring back an entry that was deleted."""
    with opened(writing=True) as diary_file:
        whole = _whole(diary_file, key)
        diary_file.restore(whole)
        brief = diary_file.brief(whole)
    tell_beside(cli_lines.in_the_diary(brief))


@diary.command()
def path() -> None:
    """Print where the diary is, or would be."""
    from stretchcoach.machine.folders import folders

    places = folders()
    if places.notice:
        tell_beside(places.notice)
    click.echo(places.diary)


def _whole(diary_file: "Diary", beginning: str) -> str:
    """The one id that begins so."""
    found = diary_file.ids(beginning.lower())
    if not found:
        raise click.UsageError(cli_refusals.no_entry(beginning))
    if len(found) > 1:
        raise click.UsageError(cli_refusals.several_entries(len(found), beginning))
    return found[0]


diary.later("stretchcoach.cli.diary_handover", "export", "report", "effect")
diary.later("stretchcoach.cli.diary_import", "import")
COMMANDS: tuple[click.Command, ...] = (diary,)
