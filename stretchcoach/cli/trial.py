"""``programme trial``: stretch, breathing or neither in weeks drawn by lot, to learn what helps this person."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from stretchcoach.cli.diary import When, opened
from stretchcoach.cli.kinds import Whole
from stretchcoach.cli.shared import FlaggedGroup, json_flag, print_json, tell_beside
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.programme.standing import Standing
    from stretchcoach.programme.trial import Trial, TrialArm

START = "stretchcoach programme trial start"


@click.group(cls=FlaggedGroup, epilog=f"{START}\nstretchcoach programme trial night 0")
def trial() -> None:
    """Find out what helps you: weeks with and without, in random order."""


@trial.command(epilog=f"{START} --compare breathing,neither --weeks 2")
@click.option("--compare", default="stretch,neither", metavar="A,B", help=cli_options.COMPARE)
@click.option("--weeks", type=Whole(1, 2), default=1, metavar="N", help=cli_options.WEEKS_IN_A_BLOCK)
@click.option("--blocks", type=Whole(2, 30), metavar="N", help=cli_options.BLOCKS)
def start(compare: str, weeks: int, blocks: int | None) -> None:
    """Draw the order of the weeks and begin tonight."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.program import state
    from stretchcoach.programme import six_weeks
    from stretchcoach.programme import trial as keeping

    now = datetime.now().astimezone()
    there = _there()
    if there and keeping.running(there, now):
        raise click.UsageError(cli_refusals.TRIAL_RUNS)
    state.programme_fault(folders().data)
    bedtime = six_weeks.load(folders().data)
    if bedtime and six_weeks.running(bedtime, now):
        raise click.UsageError(cli_refusals.SIX_WEEKS_RUN)
    arms = [_arm(each) for each in compare.split(",")]
    try:
        drawn = keeping.draw(arms, blocks or keeping.BLOCKS.get(len(set(arms)), 12), weeks, now.date())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    keeping.save(folders().data, drawn)
    how = _standing(drawn)
    for line in (*how.opening(), *how.lines()):
        click.echo(line)


@trial.command(epilog="stretchcoach programme trial status --json")
@json_flag
def status(as_json: bool) -> None:
    """Show which week it is and what is on tonight; at the end, the result."""
    there = _there()
    if there is None:
        if as_json:
            print_json(None)
        tell_beside(cli_refusals.no_trial(START))
        return
    how = _standing(there)
    if as_json:
        print_json(how.as_dict())
        return
    for line in how.lines():
        click.echo(line)


@trial.command(epilog="stretchcoach programme trial night 0\nstretchcoach programme trial night 2 --date 2026-11-26")
@click.argument("cramps", type=Whole(0, 20))
@click.option("--date", "of", type=When(alone=True), metavar="DATE", help=cli_options.NIGHT_ENDED)
def night(cramps: int, of: str | None) -> None:
    """Say how many cramps there were last night; 0 counts as much as any other number."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.programme import trial as keeping

    there, now = _running(), datetime.now().astimezone()
    last = keeping.slept_through(now)
    if of is None and last != now.date():
        raise click.UsageError(f"{cli_refusals.night_not_over(now.date())} {cli_refusals.night_before(last)}")
    wanted = date.fromisoformat(of[:10]) if of else last
    if there.block(wanted) is None:
        raise click.UsageError(cli_refusals.no_such_night(wanted, there.began + timedelta(days=1), there.end))
    if wanted > last:
        raise click.UsageError(cli_refusals.night_not_over(wanted))
    keeping.save(folders().data, keeping.with_answer(there, wanted, cramps))
    tell_beside(cli_lines.night_noted(wanted, cramps))


@trial.command()
def resume() -> None:
    """Carry on after a break because the cramps got worse."""
    _changed(resumed=date.today())


@trial.command()
def stop() -> None:
    """End it early; what was noted stays."""
    _changed(stopped=date.today())


def _changed(**what: date) -> None:
    """Change the trial that runs, and tell how it stands then."""
    from msgspec.structs import replace

    from stretchcoach.machine.folders import folders
    from stretchcoach.programme.trial import save

    there = replace(_running(), **what)
    save(folders().data, there)
    for line in _standing(there).lines():
        click.echo(line)


def _arm(text: str) -> "TrialArm":
    from stretchcoach.programme.trial import TrialArm

    name = text.strip().lower()
    if name not in set(TrialArm):
        raise click.UsageError(cli_refusals.not_comparable(text.strip(), did_you_mean(name, [*TrialArm])))
    return TrialArm(name)


def _there() -> "Trial | None":
    """The trial that was begun last; what was wrong with its file is told."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.program import state
    from stretchcoach.programme.trial import load

    if fault := state.trial_fault(folders().data):
        tell_beside(fault)
    return load(folders().data)


def _running() -> "Trial":
    from stretchcoach.programme.trial import running

    there = _there()
    if there is None or not running(there, datetime.now().astimezone()):
        raise click.UsageError(cli_refusals.no_trial_running(START))
    return there


def _standing(there: "Trial") -> "Standing":
    from stretchcoach.diary.file.excerpts import for_trial
    from stretchcoach.programme.standing import Standing

    now = datetime.now().astimezone()
    with opened() as diary:
        return Standing(there, for_trial(diary, there.began, now), now)
