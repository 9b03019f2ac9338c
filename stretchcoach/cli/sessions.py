"""Commands that speak: the app itself, cramp and run."""

import gc
import io
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.routines import fitted, fitting, job, planned
from stretchcoach.cli.shared import FlaggedCommand, FlaggedGroup, Options, options, tell_beside
from stretchcoach.cli.shell import routines
from stretchcoach.machine import streams
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.program.jobs import Job, RoutineJob
    from stretchcoach.program.trace import Trace


@click.group(
    cls=FlaggedGroup,
    invoke_without_command=True,
    epilog="stretchcoach\nstretchcoach cramp left\nstretchcoach run warmup_run --minutes 6\nstretchcoach --plain list",
)
@click.pass_context
def app(context: click.Context) -> int | None:
    """A calm voice that guides you through a calf cramp, and through warm-ups on better days.

    Without a command it opens the app; c is for a cramp.
    """
    return None if context.invoked_subcommand else play(context, None)


@app.command(cls=FlaggedCommand, epilog="stretchcoach cramp\nstretchcoach cramp left\nstretchcoach cramp --rehearse")
@click.argument("side", required=False, type=OneOf(["left", "right", "both"]))
@click.option("--rehearse", is_flag=True, help=cli_options.REHEARSE)
@click.pass_context
def cramp(context: click.Context, side: str | None, rehearse: bool) -> int:
    """Talk you through a calf cramp, starting at once.

    You don't have to say which side.
    """
    from stretchcoach.core.messages import Side
    from stretchcoach.program.jobs import CrampJob

    return play(context, CrampJob(Side(side) if side else Side.NONE, rehearse))


@app.command(
    cls=FlaggedCommand,
    epilog="stretchcoach run warmup_run --minutes 6\nstretchcoach run --for run --minutes 6\nstretchcoach run --last",
)
@click.argument("name", metavar="NAME|FILE.toml", required=False, shell_complete=routines)
@click.option("--for", "use", metavar="WORD", default="", help=cli_options.CHOOSE_FOR_ME)
@click.option("--last", is_flag=True, help=cli_options.LAST)
@fitted
@click.pass_context
def run(context: click.Context, /, name: str | None, use: str, last: bool, **how: Any) -> int:
    """Talk you through a routine: give its name, or your own file.

    Or say what it is for, and the one that fits starts at once.
    """
    if [bool(name), bool(use), last].count(True) != 1:
        raise click.UsageError(cli_refusals.ONE_OF_THESE)
    if last:
        return play(context, _last())
    from stretchcoach.program.jobs import CRAMP_ID, CrampJob

    wanted = job(name or fitting(use, how["minutes"]), **how)
    if wanted.routine.id == CRAMP_ID and not (how["minutes"] or how["pace"] or how["cues"]):
        return play(context, CrampJob(wanted.side))  # as where it is chosen from a list
    if wanted.minutes is not None:
        from stretchcoach.program.program import Program

        planned(Program(speech=False, beeps=False), wanted)
    return play(context, wanted)


@app.command(cls=FlaggedCommand, epilog="stretchcoach again")
@click.pass_context
def again(context: click.Context) -> int:
    """Run the routine you did last, in the same way."""
    return play(context, _last())


def _last() -> "RoutineJob":
    """The latest that is still there; that a later one is gone is told, for then it is not what was meant."""
    from stretchcoach.program.program import Program
    from stretchcoach.program.state import last_begun

    program = Program(speech=False, beeps=False)
    lately = program.last_routines()
    if not lately:
        raise click.UsageError(cli_refusals.NONE_DONE)
    latest = last_begun(program.places.state)[0]
    if (latest["routine"], latest.get("file", "")) != (lately[0].routine.id, lately[0].file):
        file = Path(latest.get("file") or program.places.routines / f"{latest['routine']}.toml")
        why = cli_refusals.has_mistakes(shlex.quote(str(file))) if file.exists() else cli_refusals.NOT_THERE
        tell_beside(cli_refusals.gone_so_earlier(latest.get("file") or latest["routine"], why, lately[0].routine.title))
    return lately[0]


def play(context: click.Context, job: "Job | None") -> int:
    """Open the app on a job, or at home: a screen where there is one, lines everywhere else."""
    if context.meta["start"] and job is not None:
        context.meta["start"](job)
        return 0
    chosen = options(context)
    from stretchcoach.program import jobs
    from stretchcoach.program.program import Program

    plain = chosen.plain or not streams.has_screen()
    reader = _reader(chosen) if plain else ""
    parts = context.meta["voice"], context.meta["ears"]
    speech = chosen.speech and not reader
    program = Program(speech, chosen.sound, chosen.night or None, chosen.speed, chosen.listen, *parts)
    if isinstance(job, jobs.RoutineJob):
        program.warm_up()  # beside the loading of the screen
    code = 0
    try:
        if chosen.trace:
            program.edges.trace = traced(chosen.trace)
        if plain:
            from stretchcoach.plain import run_plain

            _loaded()
            if reader:
                program.notices.append(cli_lines.reader_runs(reader))
            code = run_plain(program, job, typed)
        else:
            from stretchcoach.tui.app import StretchCoach

            _loaded()
            screen = StretchCoach(program, job)
            screen.run()
            if screen.fault:
                raise screen.fault
            code = screen.return_code or 0
    except Exception:
        program.close(0, cut_short=True)
        raise
    finally:
        program.close(0 if code else 5)
    if (trace := program.edges.trace) and trace.fault:
        tell_beside(cli_refusals.trace_cut_short(chosen.trace, trace.fault))
    return code


def traced(name: str) -> "Trace":
    """A new file for all that happens."""
    from stretchcoach.core.visible import visible
    from stretchcoach.program.trace import Trace

    try:
        return Trace(Path(name))
    except FileExistsError:
        raise click.UsageError(cli_refusals.trace_there(visible(name))) from None
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise click.UsageError(cli_refusals.cannot_be_written(visible(name), why)) from None


def _loaded() -> None:
    """The program is there; from now on memory is tidied as usual, leaving out what was loaded."""
    gc.freeze()
    gc.enable()


def _reader(chosen: Options) -> str:
    """The screen reader that would be talked over; nothing where nobody is, or it was asked for."""
    if chosen.voice is not None or not chosen.speech:
        return ""
    from stretchcoach.machine import screen_reader

    return screen_reader.in_use()


SHORT = {
    "stats": ["diary", "stats"],
    "add": ["diary", "add"],
    "settings": ["config", "show"],
}
"""What may be typed short in plain mode."""
OWN = frozenset({"cramp", "ask", "hear"})
"""Commands of the command line that plain mode has another way for, or none."""


def typed(line: str) -> "Job | bool":
    """A line of plain mode as a command line: what it starts, or whether there is such a command, which is done."""
    try:
        words = shlex.split(line)
    except ValueError:
        words = line.split()
    if not words:
        return False
    name = words[0].lower()
    words = ["config", *words[1:]] if name == "settings" and words[1:] else [*SHORT.get(name, [name]), *words[1:]]
    if words[0] in OWN or words[0] not in app.commands:
        return False
    from stretchcoach.cli import main

    started: list[Job] = []
    nobody, sys.stdin = sys.stdin, io.StringIO()  # the lines belong to plain mode: no command may wait for one
    try:
        main(words, start=started.append)
    finally:
        sys.stdin = nobody
    return started[0] if started else True
