"""Routines from the command line: list, show, plan, validate, schema."""

import os
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from stretchcoach.cli.kinds import Number, OneOf
from stretchcoach.cli.output import FILE, write_file
from stretchcoach.cli.routine_cards import card, contract, list_entry
from stretchcoach.cli.shared import FlaggedCommand, json_flag, print_json, print_line, tell_beside
from stretchcoach.cli.shell import routines
from stretchcoach.core.plan import CueLevel
from stretchcoach.core.routine import POSITIONS
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_lines, cli_options, cli_refusals
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.core.plan import Plan
    from stretchcoach.core.routine import Routine
    from stretchcoach.library import Shelf
    from stretchcoach.program.jobs import RoutineJob
    from stretchcoach.program.program import Program


def fitted(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the flags that fit a routine to the person and the day."""
    for option in (
        click.option("--cues", type=OneOf([level.value for level in CueLevel]), help=cli_options.HOW_MUCH_IS_SAID),
        click.option("--side", type=OneOf(["left", "right"]), help=cli_options.FIRST_SIDE),
        click.option("--minutes", type=Number(1, 180), metavar="N", help=cli_options.MINUTES),
        click.option("--pace", type=Number(0.5, 10), metavar="N", help=cli_options.PACE),
    ):
        command = option(command)
    return command


def open_shelf() -> "Shelf":
    """All routines: the user's own come before the shipped ones."""
    from stretchcoach import library

    return library.shelf(_folders())


def _folders() -> list[Path]:
    from stretchcoach import library
    from stretchcoach.machine.folders import folders

    return [folders().routines.resolve(), library.shipped_folder()]


def find(name: str) -> "Routine":
    """The routine of that name, or in that file."""
    return _found(name)[0]


def _found(name: str) -> "tuple[Routine, Path | None]":
    """The same, with the file where it was named by one."""
    if name.endswith(".toml") or os.sep in name:
        return _from_file(name), Path(name)
    from stretchcoach.machine.folders import folders, misplaced

    shelf = open_shelf()
    routine = shelf.find(name)
    if routine is None and os.path.lexists(name):  # a name may hold what no path can
        return _from_file(name), Path(name)
    if routine is None:
        for problem in shelf.problems:
            if problem.file.endswith(f"{os.sep}{name}.toml"):
                tell_beside(str(problem))
        if stray := misplaced(folders()):
            tell_beside(stray)
        near = shelf.near(name, 1)
        hint = cli_refusals.did_you_mean_routine(near[0]) if near else cli_refusals.LIST_SHOWS
        raise click.UsageError(cli_refusals.no_such_routine(name, hint))
    return routine, None


def _from_file(path: str) -> "Routine":
    from stretchcoach import library
    from stretchcoach.machine.files import missing

    if not os.path.lexists(path):
        raise click.UsageError(cli_refusals.no_such_file(path, missing(path)))
    routine, problems = library.read(Path(path))
    text = all(problem.key != "file" for problem in problems)
    if routine is None and text and not path.endswith(".toml"):
        raise click.UsageError(cli_refusals.no_routine_file(path, quote(path)))
    for problem in problems:
        tell_beside(str(problem))
    if routine is None:
        raise click.UsageError(cli_refusals.file_not_usable(path))
    return routine


def job(name: str, pace: float | None, minutes: float | None, side: str | None, cues: str | None) -> "RoutineJob":
    """A routine as asked for; what was not said comes from the settings."""
    from stretchcoach.core.messages import Side
    from stretchcoach.machine.folders import folders
    from stretchcoach.program.jobs import for_routine
    from stretchcoach.settings import load

    coach = load(folders().settings)[0].coach
    chosen = Side(side) if side else Side.NONE
    routine, file = _found(name)
    level = CueLevel(cues) if cues else None
    wanted = for_routine(routine, coach, pace=pace, minutes=minutes, side=chosen, cues=level)
    return replace(wanted, file=str(file.resolve())) if file and file.parent.resolve() not in _folders() else wanted


def fitting(use: str, minutes: float | None) -> str:
    """The id of the routine for a use: the user's own first, a warm-up before others, the nearest to the minutes."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.program.state import favourites
    from stretchcoach.words.wording import duration

    shelf = open_shelf()
    found = shelf.pick(use, minutes=minutes)
    if not found:
        known = shelf.pick(use)
        why = cli_refusals.takes_longer(duration(60 * (minutes or 0))) if known else cli_refusals.is_for(use)
        hint = "" if known else _near_use(use, shelf)
        raise click.UsageError(f"{cli_refusals.EVERY_ROUTINE if known else cli_refusals.NO_ROUTINE} {why}.{hint}")
    liked = favourites(folders().state)
    first = min(
        found,
        key=lambda each: (
            each.id not in shelf.own,
            each.id not in liked,
            each.purpose != "warm-up",
            abs(each.minutes - (minutes or each.minutes)),
        ),
    )
    tell_beside(f"{first.title}.")
    return first.id


def _near_use(use: str, shelf: "Shelf") -> str:
    """The nearest of the words there are; all of them where none is near."""
    return did_you_mean(use, shelf.uses()) or cli_refusals.uses_are(", ".join(shelf.uses()))


def planned(program: "Program", routine: "RoutineJob") -> "Plan":
    """The plan of a job; minutes that it cannot be fitted into are wrong use."""
    from stretchcoach.core.fitting import CannotFitError

    try:
        return program.plan(routine)
    except CannotFitError as error:
        raise click.UsageError(str(error)) from None


@click.command("list", cls=FlaggedCommand, epilog="stretchcoach list --for run --minutes 6")
@click.option("--for", "use", metavar="WORD", default="", help=cli_options.USE)
@click.option("--position", metavar="WORD", default="", help=cli_options.POSITIONS)
@click.option("--minutes", type=Number(0, 1000), metavar="N", help=cli_options.FITTING_MINUTES)
@json_flag
def list_routines(use: str, position: str, minutes: float | None, as_json: bool) -> None:
    """List the routines; your own are marked."""
    from stretchcoach.machine.folders import folders, misplaced
    from stretchcoach.words.wording import minutes as minutes_of

    shelf = open_shelf()
    for problem in (*shelf.problems, *filter(None, [misplaced(folders())])):
        tell_beside(str(problem))
    if use and not shelf.pick(use=use):
        raise click.UsageError(cli_refusals.none_for(use, _near_use(use, shelf)))
    if position and position.lower() not in POSITIONS:
        raise click.UsageError(cli_refusals.no_position(position, ", ".join(POSITIONS)))
    routines = shelf.pick(use, position, minutes)
    if as_json:
        print_json([list_entry(routine, routine.id in shelf.own) for routine in routines])
        return
    if not routines:
        tell_beside(cli_lines.NONE_FITS)
    width = max((len(routine.id) for routine in routines), default=0)
    for each in routines:
        fits = cli_lines.fits_into(minutes) if minutes is not None and each.minutes > minutes else ""
        mine = " (yours)" if each.id in shelf.own else ""
        print_line(
            f"{each.id:{width}}  {minutes_of(each.minutes * 60):>3} min  {each.position:8}  {each.title}{mine}{fits}"
        )


@click.command(cls=FlaggedCommand, epilog="stretchcoach show warmup_run\nstretchcoach show warmup_run --html run.html")
@click.argument("name", shell_complete=routines)
@click.option("--html", type=FILE, metavar="FILE", help=cli_options.WITH_PICTURES)
@json_flag
def show(name: str, html: Path | None, as_json: bool) -> None:
    """Show one routine: what it holds, its cautions and its sources."""
    routine = find(name)
    if html:
        from stretchcoach.cli.routine_cards import pictured

        write_file(html, pictured(routine).encode(), shared=True)
        return
    if as_json:
        import msgspec

        print_json(msgspec.to_builtins(routine))
        return
    for line in card(routine):
        print_line(line)


@click.command(cls=FlaggedCommand, epilog="stretchcoach plan warmup_run --json --minutes 6")
@click.argument("name", shell_complete=routines)
@fitted
@json_flag
def plan(name: str, as_json: bool, **how: Any) -> None:
    """Unfold a routine into its steps and cues, without playing it."""
    from stretchcoach.program.program import Program

    unfolded = planned(Program(speech=False, beeps=False), job(name, **how))
    if unfolded.note:
        tell_beside(unfolded.note)
    if as_json:
        print_json(contract(unfolded))
        return
    for step in unfolded.steps:
        length = cli_lines.UNTIL_YOU_GO_ON if step.seconds is None else f"{step.seconds:.0f} s"
        side = "" if step.bout.side.value == "none" else f", {step.bout.side.value}"
        print_line(f"{step.index:3}  {step.kind.value:8} {step.name}{side}, {length}")


@click.command(cls=FlaggedCommand, epilog="stretchcoach validate my-routine.toml")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@json_flag
@click.pass_context
def validate(context: click.Context, files: tuple[str, ...], as_json: bool) -> None:
    """Check routine files; one line for every mistake."""
    from msgspec.structs import asdict

    from stretchcoach import library

    found = [problem for file in files for problem in library.read(Path(file), heard=True)[1]]
    if as_json:
        print_json([asdict(problem) for problem in found])
    else:
        for problem in found:
            print_line(str(problem))
    errors = sum(not problem.warning for problem in found)
    tell_beside(
        cli_lines.files_checked(
            counted(len(files), "file"), counted(errors, "error"), counted(len(found) - errors, "warning")
        )
    )
    context.exit(2 if errors else 0)


@click.command(cls=FlaggedCommand)
def schema() -> None:
    """Print the JSON Schema of a routine file."""
    from stretchcoach import library

    print_json(library.schema())


COMMANDS = (list_routines, show, plan, validate, schema)
