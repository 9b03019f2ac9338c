"""The command line: stdout carries data, stderr what is told beside it."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from stretchcoach.cli.sessions import app
from stretchcoach.cli.shell import VARIABLE, complete
from stretchcoach.core.visible import visible
from stretchcoach.machine import streams, zone
from stretchcoach.machine.files import UnreadableError
from stretchcoach.program import spelling
from stretchcoach.words import cli_refusals

if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice
    from stretchcoach.ears.client import Ears
    from stretchcoach.program.jobs import Job

WHERE = {
    "routines": ("list", "show", "plan", "validate", "schema"),
    "handout": ("import",),
    "own": ("new", "edit", "share"),
    "recording": ("export-audio", "export-page"),
    "ask": ("ask",),
    "hear": ("hear",),
    "listen": ("listen",),
    "diary": ("diary",),
    "programme": ("programme", "remind"),
    "profile": ("profile",),
    "upkeep": ("doctor", "config"),
    "voices": ("voices",),
    "shell": ("completion", "man", "uninstall"),
}
"""The commands beside those that speak, by module."""
for module, names in WHERE.items():
    app.later(f"{__name__}.{module}", *names)

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def main(
    argv: Sequence[str] | None = None,
    voice: "Voice | None" = None,
    ears: "Ears | None" = None,
    start: "Callable[[Job], None] | None" = None,
) -> int:
    """Run one command line and return the exit code; ``voice`` and ``ears`` may be at work already.

    ``start`` is handed the session that the line asks for, instead of its being played here.
    """
    streams.harden()
    if asked := os.environ.get(VARIABLE):
        with suppress(KeyError, ValueError):  # what a shell would never ask
            return complete(asked)
        return MISUSED
    try:
        with streams.watched():
            return _guarded(lambda: _run(argv, voice, ears, start))
    finally:
        if ears is not None:
            ears.close()
        if voice is not None:
            voice.close(0)


def _run(
    argv: Sequence[str] | None,
    voice: "Voice | None",
    ears: "Ears | None",
    start: "Callable[[Job], None] | None",
) -> int:
    if not zone.settle():
        click.echo(cli_refusals.NO_ZONE, err=True)
    args, left_out = spelling.mended(list(sys.argv[1:] if argv is None else argv))
    for line in left_out:
        click.echo(line, err=True)
    with app.make_context("stretchcoach", args, obj={}) as context:
        context.meta["voice"], context.meta["ears"], context.meta["start"] = voice, ears, start
        result = app.invoke(context)
    return result if isinstance(result, int) else 0


def _guarded(run: Callable[[], int]) -> int:
    """``run``, with every way it can end turned into an exit code and one plain line."""
    try:
        code = run()
        sys.stdout.flush()
        return code
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        vars(error)["message"] = visible(error.message)
        error.show(sys.stderr)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        streams.abandon_stdout()
        return 0
    except Exception as error:
        if os.environ.get("STRETCHCOACH_DEBUG"):
            raise
        return _report(error)


def _report(error: Exception) -> int:
    """One line instead of a traceback."""
    if isinstance(error, UnreadableError):
        return _told(error.about(cli_refusals.THE_FILE))
    text = cli_refusals.went_wrong(type(error).__name__, error)
    if isinstance(error, OSError):
        from stretchcoach.program.saving import told

        text = told(error)
        if not text:
            text = f"{cli_refusals.THE_OUTPUT}: {(error.strerror or str(error)).lower()}."
            streams.abandon_stdout()
    return _told(text)


def _told(text: str) -> int:
    with suppress(OSError, ValueError):
        click.echo(visible(text), file=sys.stderr)
    return FAILED
