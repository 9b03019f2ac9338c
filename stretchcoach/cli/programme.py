"""The six weeks of the bedtime stretch, and reminders that other programs keep."""

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.diary import opened
from stretchcoach.cli.kinds import Whole
from stretchcoach.cli.output import FILE, write_file
from stretchcoach.cli.routines import find, open_shelf
from stretchcoach.cli.shared import FlaggedCommand, FlaggedGroup, json_flag, print_json, tell_beside
from stretchcoach.cli.trial import trial
from stretchcoach.words import cli_lines, cli_options, cli_refusals
from stretchcoach.words.routine import careful

if TYPE_CHECKING:
    from stretchcoach.programme.six_weeks import Programme


class Clock(click.ParamType):  # type: ignore[type-arg]
    """A time of day."""

    name = "time"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> time:
        if isinstance(value, time):
            return value
        from stretchcoach.diary.exchange.dates import DateError, time_of_day

        try:
            return time_of_day(str(value))
        except DateError:
            self.fail(cli_refusals.no_time_of_day(value), parameter, context)


@click.group(cls=FlaggedGroup, epilog="stretchcoach programme bedtime start\nstretchcoach programme trial start")
def programme() -> None:
    """Programmes over weeks: the bedtime stretch, or a trial of what helps you."""


programme.add_command(trial)


@programme.group(cls=FlaggedGroup, epilog="stretchcoach programme bedtime start --routine bedtime_seated")
def bedtime() -> None:
    """Six weeks of a stretch at bedtime, with a look back after two weeks and after six."""


@bedtime.command(epilog="stretchcoach programme bedtime start\nstretchcoach remind --ics bedtime.ics")
@click.option("--routine", metavar="NAME", help=cli_options.ANOTHER_ROUTINE)
def start(routine: str | None) -> None:
    """Begin the six weeks today."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.programme import six_weeks as keeping
    from stretchcoach.programme.trial import in_the_way

    chosen = find(routine or keeping.ROUTINE)
    there = _there()
    now = datetime.now().astimezone()
    if there and keeping.running(there, now):
        since = there.began[:10]
        raise click.UsageError(cli_refusals.running_since(since))
    if compared := in_the_way(folders().data, now):
        raise click.UsageError(compared)
    keeping.save(folders().data, keeping.Programme(routine=chosen.id, began=now.isoformat(timespec="seconds")))
    _tell(False)
    for caution in chosen.cautions:
        click.echo(careful(caution))
    tell_beside(cli_lines.MAKE_A_REMINDER)


@bedtime.command(epilog="stretchcoach programme bedtime status --json")
@json_flag
def status(as_json: bool) -> None:
    """Tell the day, tonight's routine, and at two and six weeks what the diary says."""
    _tell(as_json)


@bedtime.command()
def stop() -> None:
    """End it; what was written down stays."""
    from msgspec.structs import replace

    from stretchcoach.machine.folders import folders
    from stretchcoach.programme import six_weeks as keeping

    there = _there()
    now = datetime.now().astimezone()
    if there is None or not keeping.running(there, now):
        raise click.UsageError(cli_refusals.NOT_RUNNING)
    keeping.save(folders().data, replace(there, stopped=now.isoformat(timespec="seconds")))
    _tell(False)


def _there() -> "Programme | None":
    """The programme that was begun last; what was wrong with its file is told."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.program import state
    from stretchcoach.programme.six_weeks import load

    if fault := state.programme_fault(folders().data):
        tell_beside(fault)
    return load(folders().data)


def _tell(as_json: bool) -> None:
    from msgspec import to_builtins

    from stretchcoach.diary.entries import point
    from stretchcoach.diary.file.excerpts import for_effect
    from stretchcoach.programme import six_weeks as keeping
    from stretchcoach.programme.effect import REACH

    there = _there()
    if there is None:
        if as_json:
            print_json(None)
        tell_beside(cli_lines.NOT_STARTED)
        return
    title, now = _title(there.routine), datetime.now().astimezone()
    with opened() as diary_file:
        how = keeping.status(there, for_effect(diary_file, there.routine, REACH, now, point(there.began)), now, title)
    if as_json:
        print_json(to_builtins(how))
        return
    for line in keeping.status_lines(how, title):
        click.echo(line)


def _title(routine: str) -> str:
    found = open_shelf().find(routine)
    return found.title if found else routine


@click.command(
    cls=FlaggedCommand, epilog="stretchcoach remind --at 22:00 --ics bedtime.ics\nstretchcoach remind --cron"
)
@click.option("--at", type=Clock(), default="21:30", metavar="HH:MM", help=cli_options.REMIND_AT)
@click.option("--days", type=Whole(1, 366), default=42, metavar="N", help=cli_options.HOW_MANY_DAYS)
@click.option("--ics", type=FILE, metavar="FILE", help=cli_options.CALENDAR_FILE)
@click.option("--systemd", is_flag=True, help=cli_options.SYSTEMD)
@click.option("--cron", is_flag=True, help=cli_options.CRON)
def remind(at: time, days: int, ics: Path | None, systemd: bool, cron: bool) -> None:
    """Make a reminder of the bedtime stretch that your calendar keeps; stretchcoach itself need not keep running."""
    from stretchcoach.program.documents import reminder
    from stretchcoach.programme import six_weeks as keeping

    if systemd + cron + (ics is not None) > 1:
        raise click.UsageError(cli_refusals.ONE_REMINDER)
    there = _there()
    known = there is not None and there.routine in open_shelf().routines
    routine = there.routine if there and known else keeping.ROUTINE
    form = "systemd" if systemd else "cron" if cron else "calendar"
    data = reminder(form, routine, at, days, datetime.now().astimezone()).encode()
    if ics:
        write_file(ics, data)
    else:
        click.echo(data, nl=False)


COMMANDS: tuple[click.Command, ...] = (programme, remind)
