"""Commands that speak: the app itself, cramp and run."""

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.shared import Command, Group, options
from stretchcoach.cli.shelf import fitted, job, planned

if TYPE_CHECKING:
    from stretchcoach.jobs import Job


@click.group(
    cls=Group,
    invoke_without_command=True,
    epilog="stretchcoach\nstretchcoach cramp left\nstretchcoach run warmup_run --minutes 6\nstretchcoach --plain list",
)
@click.pass_context
def app(context: click.Context) -> int | None:
    """A calm voice that guides you through a calf cramp, and through warm-ups on better days.

    Without a command it opens the app; c is for a cramp.
    """
    return None if context.invoked_subcommand else play(context, None)


@app.command(cls=Command, epilog="stretchcoach cramp\nstretchcoach cramp left\nstretchcoach cramp --rehearse")
@click.argument("side", required=False, type=click.Choice(["left", "right", "both"], case_sensitive=False))
@click.option("--rehearse", is_flag=True, help="Practise before you need it, to learn the words.")
@click.pass_context
def cramp(context: click.Context, side: str | None, rehearse: bool) -> int:
    """Talks you through a calf cramp, starting at once.

    You don't have to say which side.
    """
    from stretchcoach.core.messages import Side
    from stretchcoach.jobs import CrampJob

    return play(context, CrampJob(Side(side) if side else Side.NONE, rehearse))


@app.command(cls=Command, epilog="stretchcoach run warmup_run --minutes 6\nstretchcoach run my-own.toml --pace 1.5")
@click.argument("name", metavar="NAME|FILE.toml")
@fitted
@click.pass_context
def run(context: click.Context, /, name: str, **how: Any) -> int:
    """Talks you through a routine: give its name, or your own file."""
    wanted = job(name, **how)
    if wanted.minutes is not None:
        from stretchcoach.desk import Desk

        planned(Desk(speech=False, beeps=False), wanted)
    return play(context, wanted)


@app.command(cls=Command, epilog="stretchcoach again")
@click.pass_context
def again(context: click.Context) -> int:
    """The routine you did last, in the same way."""
    from stretchcoach.desk import Desk

    lately = Desk(speech=False, beeps=False).lately()
    if not lately:
        raise click.UsageError("No routine was done yet. 'stretchcoach list' shows them all.")
    return play(context, lately[0])


def play(context: click.Context, job: "Job | None") -> int:
    """Open the app on a job, or at home: a screen where there is one, lines everywhere else."""
    chosen = options(context)
    from stretchcoach.desk import Desk

    parts = context.meta["voice"], context.meta["ears"]
    desk = Desk(chosen.speech, chosen.sound, chosen.night or None, chosen.speed, chosen.listen, *parts)
    code = 0
    try:
        if chosen.plain or not has_screen():
            from stretchcoach.plain import run_plain

            _loaded()
            code = run_plain(desk, job, chosen.sound)
        else:
            from stretchcoach.tui.app import StretchCoach

            _loaded()
            screen = StretchCoach(desk, job)
            screen.run()
            if screen.fault:
                raise screen.fault
            code = screen.return_code or 0
    except Exception:
        desk.close(0, cut_short=True)
        raise
    finally:
        desk.close(0 if code else 5)
    return code


def _loaded() -> None:
    """The program is there; from now on memory is tidied as usual, leaving out what was loaded."""
    gc.freeze()
    gc.enable()


def has_screen() -> bool:
    """Whether a screen can be drawn, and keys can be read."""
    streams = (sys.stdin, sys.stdout)
    return os.environ.get("TERM") != "dumb" and all(stream is not None and stream.isatty() for stream in streams)
