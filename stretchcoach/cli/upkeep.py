"""Commands that look after the program: doctor and config."""

import os
from typing import Any

import click

from stretchcoach.cli.shared import (
    FlaggedCommand,
    FlaggedGroup,
    json_flag,
    options,
    print_json,
    print_line,
    tell_beside,
)
from stretchcoach.words import cli_lines


@click.command(
    cls=FlaggedCommand, epilog="stretchcoach doctor\nstretchcoach doctor --listen\nstretchcoach doctor --json"
)
@json_flag
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check what a session needs: voice, sound, microphone, folders, screen.

    A line each: ok, warn or fail, what is wrong, and how to mend it. The exit code is 1 if something fails.
    With --listen it asks you for the stop word three times.
    """
    from stretchcoach.doctor.checks import examine

    chosen = options(context)
    checks = examine(chosen.speech and not as_json, tell_beside if chosen.listen else None)
    if as_json:
        print_json([check.as_dict() for check in checks])
    else:
        for check in checks:
            print_line(str(check))
    context.exit(1 if any(check.state == "fail" for check in checks) else 0)


@click.group(cls=FlaggedGroup, epilog="stretchcoach config path\nstretchcoach config validate")
def config() -> None:
    """Your settings: where they are and what they say."""


@config.command(cls=FlaggedCommand)
def path() -> None:
    """Print where the settings file is, or would be; on stderr, where your own routines go."""
    from stretchcoach.machine.folders import folders

    places = folders()
    if places.notice:
        tell_beside(places.notice)
    print_line(str(places.settings))
    tell_beside(cli_lines.own_routines(places.routines))


@config.command(cls=FlaggedCommand)
@json_flag
@click.pass_context
def show(context: click.Context, as_json: bool) -> None:
    """Print every setting as it counts now, in the form of the settings file."""
    import msgspec

    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import load

    settings, problems = load(folders().settings)
    for problem in problems:
        tell_beside(str(problem))
    values: dict[str, dict[str, Any]] = msgspec.to_builtins(settings)
    if as_json:
        print_json(values)
    else:
        import tomlkit

        click.echo(tomlkit.dumps(values).rstrip())
    context.exit(1 if any(problem.of_whole for problem in problems) else 0)


@config.command(cls=FlaggedCommand)
@click.argument("file", required=False, type=click.Path())
@json_flag
@click.pass_context
def validate(context: click.Context, file: str | None, as_json: bool) -> None:
    """Check the settings file; one line for every mistake."""
    from pathlib import Path

    from msgspec.structs import asdict

    from stretchcoach.library.problem import Problem
    from stretchcoach.machine.files import missing
    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import load

    place = Path(file) if file else folders().settings
    problems = load(place)[1]
    if file and not os.path.lexists(file):
        problems = [Problem(file, 1, "file", missing(file))]
    if as_json:
        print_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            print_line(str(problem))
    if not problems:
        tell_beside(cli_lines.is_right(place) if place.exists() else cli_lines.defaults_count(place))
    context.exit(2 if problems else 0)


@config.command(cls=FlaggedCommand)
def schema() -> None:
    """Print the JSON Schema of the settings file."""
    from stretchcoach.settings import schema as settings_schema

    print_json(settings_schema())


COMMANDS: tuple[click.Command, ...] = (doctor, config)
