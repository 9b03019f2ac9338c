"""Files of other exercise timers on the command line: taken in as routines, and handed out."""

from typing import TYPE_CHECKING

import click

from stretchcoach.cli.shared import print_json, print_line, tell_beside
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_lines, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.cli.intake import Intake
    from stretchcoach.library import Problem
    from stretchcoach.neighbours import Taken

APPS = ("jawt", "timer-machine", "openhiit", "feeel", "wger")


def archived(source: str) -> list[str]:
    """The files in a ZIP; none where it is something else."""
    from stretchcoach.machine import files
    from stretchcoach.neighbours import archive

    if not source.lower().endswith((".zip", ".feeel")):
        return []
    try:
        data = files.read_bytes(source)
    except FileNotFoundError:
        return []
    return archive.members(data) if data.startswith(archive.MARK) else []


def take(context: click.Context, texts: list[str], how: "Intake") -> None:
    """Make a routine of each workout in the file, or of none if one cannot be used."""
    from stretchcoach.cli.handout import came_in, place, refuse, write
    from stretchcoach.cli.routine_cards import card
    from stretchcoach.library import parse
    from stretchcoach.neighbours import taken

    read = [taken(text) for text in texts]
    format_, found = read[0][0], tuple(each for _, several in read for each in several)
    if how.name and len(found) > 1:
        found = (_wanted(found, how.name),)
    files = {}
    problems: list[Problem] = []
    for each, own in zip(found, _names(found, how.name), strict=True):
        path, file = place(own, how.over), _file(each, format_.app, how.title, how.position)
        routine, faults = parse(file, str(path))
        problems += [fault for fault in faults if not fault.warning]
        files[own] = (path, file, each, routine)
    written = not problems and not how.dry_run
    for path, file, *_ in files.values():
        if written:
            write(path, file)
    told = [
        {
            "file": str(path) if written else None,
            "routine": own,
            "title": how.title or each.title,
            "lines": [],
            "asked": 0,
            "from": format_.app,
            "lost": list(each.lost),
        }
        for own, (path, _, each, _) in files.items()
    ]
    if how.as_json:
        print_json(told[0] if len(told) == 1 else {**told[0], "all": told})
    refuse(context, problems, how.as_json)
    for own, (path, _, each, routine) in files.items():
        for line in card(routine) if routine and not how.as_json else ():
            print_line(line)
        tell_beside(cli_lines.from_titled(format_.app, each.title) if each.title else cli_lines.from_app(format_.app))
        for line in each.lost:
            tell_beside(f"  {line}")
        tell_beside(came_in(own, path, how.dry_run))


def _wanted(found: "tuple[Taken, ...]", name: str) -> "Taken":
    """The workout that is asked for by its title."""
    plain = {each.title.casefold(): each for each in found}
    if name.casefold() not in plain:
        titles = ", ".join(each.title for each in found[:10])
        raise click.UsageError(
            cli_refusals.no_such_workout(
                len(found), name, titles, did_you_mean(name, [each.title.lower() for each in found])
            )
        )
    return plain[name.casefold()]


def _names(found: "tuple[Taken, ...]", name: str) -> list[str]:
    """A name for each routine; those with the same title are numbered."""
    from stretchcoach.handout.routine_text import name_for_file

    names: list[str] = []
    for each in found:
        first = name_for_file([name, each.title, "workout"])
        own, number = first, 2
        while own in names:
            own, number = f"{first}_{number}", number + 1
        names.append(own)
    return names


def _file(each: "Taken", app: str, title: str, position: str | None) -> str:
    from stretchcoach.handout.routine_text import text_of_steps

    head = (cli_lines.made_of(app), *each.lost)
    return text_of_steps(title or each.title, each.steps, cli_lines.from_app(app), position or "", head)


def handed_out(name: str, app: str) -> str:
    """The file of a routine for an app; what it cannot say is told."""
    from stretchcoach.cli.routines import find
    from stretchcoach.machine.files import UnreadableError
    from stretchcoach.neighbours import FORMATS

    routine = find(name)
    try:
        text, lost = FORMATS[app].handed_out(routine)
    except UnreadableError as error:
        raise click.UsageError(error.about(name)) from error
    for line in lost:
        tell_beside(line)
    return text + "\n"
