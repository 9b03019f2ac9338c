"""From a file to a Routine, or to the list of everything that is wrong with it; nothing is ever raised."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from stretchcoach.core.routine import Cue, Group, Routine, Stretch
from stretchcoach.core.visible import visible
from stretchcoach.library import rules, tables, toml, toml_lines
from stretchcoach.library.check import Fault, check
from stretchcoach.library.problem import Problem
from stretchcoach.library.source_list import sources
from stretchcoach.machine import files
from stretchcoach.machine.files import UnreadableError

MOST_BYTES = 256 * 1024
"""A routine file is a few kilobytes; what is larger is something else."""


def read(path: Path, heard: bool = False) -> tuple[Routine | None, list[Problem]]:
    """Read a routine file: the routine, unless there are errors, and every problem in the order of lines.

    ``heard``: warn of spoken words that the microphone listens for, too.
    """
    try:
        text = _text(path)
    except UnreadableError as bad:
        return None, [_whole(bad, str(path))]
    return parse(text, str(path), heard)


def parse(text: str, name: str, heard: bool = False) -> tuple[Routine | None, list[Problem]]:
    """The same for a text; ``name`` stands in the problems, and its stem is the routine's id."""
    try:
        raw = toml.parsed(text)
    except UnreadableError as bad:
        return None, [_whole(bad, name)]
    return _judged(raw, text, name, heard)


def _judged(raw: dict[str, Any], text: str, name: str, heard: bool) -> tuple[Routine | None, list[Problem]]:
    checked = check(raw, tables.Routine)
    steps = checked.values.get("steps") or ()
    faults = [*checked.faults, *_stretch_faults(steps), *rules.group_faults(steps)]
    routine = None
    if not faults:
        routine, found = _made(checked.values, name, heard)
        faults += found
        if any(not fault.warning for fault in faults):
            routine = None
    return routine, _problems(faults, text, name)


def _made(values: dict[str, Any], name: str, heard: bool) -> tuple[Routine, list[Fault]]:
    """The routine of checked values, and what is wrong with it as a whole."""
    routine = _routine(values, Path(name).stem)
    if faults := list(rules.too_much(routine)):
        return routine, faults
    reckoned = rules.reckoned_minutes(routine)
    routine = routine if routine.minutes else replace(routine, minutes=reckoned)
    faults += rules.routine_faults(routine, values.get("minutes"), reckoned, sources().keys())
    return routine, [*faults, *(rules.heard_faults(routine) if heard else ())]


def _problems(faults: list[Fault], text: str, file: str) -> list[Problem]:
    if not faults:
        return []
    places = toml_lines.lines_of(text)
    found = [_problem(fault, file, toml_lines.nearest_line(places, fault.path)) for fault in faults]
    return sorted(found, key=lambda problem: problem.line)


def _problem(fault: Fault, file: str, line: int) -> Problem:
    key = next((step for step in reversed(fault.path) if isinstance(step, str)), "file")
    return Problem(file, line, visible(key) or '""', visible(fault.message), fault.warning)


def _stretch_faults(steps: tuple[dict[str, Any], ...]) -> Iterator[Fault]:
    for index, step in enumerate(steps):
        if step and not {"stretches", "repeat", "group"} & step.keys():
            yield from rules.stretch_faults(step, ("steps", index))
        for inner, stretch in enumerate(step.get("stretches") or ()):
            yield from rules.stretch_faults(stretch, ("steps", index, "stretches", inner))


def _routine(values: dict[str, Any], name: str) -> Routine:
    kept = {key: value for key, value in values.items() if key != "format"}
    named: dict[str, Group] = {}
    steps = tuple(
        _group(step, named) if "stretches" in step or "group" in step else _stretch(step) for step in values["steps"]
    )
    return Routine(**{**kept, "id": name, "steps": steps})


def _group(values: dict[str, Any], named: dict[str, Group]) -> Group:
    """A group, or one of those that are ``named`` once more."""
    name = values.get("group", "")
    own = {key: values[key] for key in ("repeat", "rest") if key in values}
    if "stretches" not in values:
        first = named[name]
        return replace(first, **own, stretches=tuple(map(replace, first.stretches)), again=True)
    stretches = tuple(map(_stretch, values["stretches"]))
    group = Group(own.pop("repeat", 1), stretches, **own, name=name)
    named.setdefault(name, group)
    return group


def _stretch(values: dict[str, Any]) -> Stretch:
    cues = (Cue(**{**cue, "sound": cue["sound"].value} if "sound" in cue else cue) for cue in values.get("cues", ()))
    return Stretch(**{**values, "cues": tuple(cues)})


def _text(path: Path) -> str:
    try:
        return files.read_text(path, MOST_BYTES)
    except FileNotFoundError:
        raise UnreadableError(files.missing(path)) from None


def _whole(bad: UnreadableError, file: str) -> Problem:
    """The one problem of a file that holds no TOML at all."""
    return Problem(file, max(1, bad.line), bad.key, bad.message)
