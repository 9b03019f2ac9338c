"""From a file to a Routine, or to the list of everything that is wrong with it; nothing is ever raised."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stretchcoach.core.routine import Cue, Group, Routine, Stretch
from stretchcoach.library import lines, rules, tables
from stretchcoach.library.check import Fault, check
from stretchcoach.library.knowledge import sources

MOST_BYTES = 256 * 1024
"""A routine file is a few kilobytes; what is larger is something else."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file, and where."""

    file: str
    line: int
    key: str
    """The key it is about; ``file`` or ``toml`` where it is about the whole."""
    message: str
    warning: bool = False
    """The routine can be used all the same."""

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}: {self.key}: {kind}{self.message}"


class _UnreadableError(Exception):
    """Carries the one Problem of a file that holds no TOML at all."""

    def __init__(self, message: str, line: int = 1, key: str = "file") -> None:
        super().__init__(message)
        self.message, self.line, self.key = message, line, key

    def problem(self, file: str) -> Problem:
        return Problem(file, self.line, self.key, self.message)


def read(path: Path) -> tuple[Routine | None, list[Problem]]:
    """Read a routine file: the routine, unless there are errors, and every problem in the order of lines."""
    try:
        text = _text(path)
    except _UnreadableError as bad:
        return None, [bad.problem(str(path))]
    return parse(text, str(path))


def parse(text: str, name: str) -> tuple[Routine | None, list[Problem]]:
    """The same for a text; ``name`` stands in the problems, and its stem is the routine's id."""
    try:
        raw = _parsed(text)
    except _UnreadableError as bad:
        return None, [bad.problem(name)]
    return _judged(raw, text, name)


def _judged(raw: dict[str, Any], text: str, name: str) -> tuple[Routine | None, list[Problem]]:
    checked = check(raw, tables.Routine)
    faults = [*checked.faults, *_stretch_faults(checked.values.get("steps") or ())]
    routine = None
    if not faults:
        routine = _routine(checked.values, Path(name).stem)
        faults += rules.routine_faults(routine, checked.values.get("minutes"), sources().keys())
        if any(not fault.warning for fault in faults):
            routine = None
    return routine, _problems(faults, text, name)


def _problems(faults: list[Fault], text: str, file: str) -> list[Problem]:
    if not faults:
        return []
    places = lines.lines_of(text)
    found = [_problem(fault, file, lines.nearest(places, fault.path)) for fault in faults]
    return sorted(found, key=lambda problem: problem.line)


def _problem(fault: Fault, file: str, line: int) -> Problem:
    key = next((step for step in reversed(fault.path) if isinstance(step, str)), "file")
    return Problem(file, line, _printable(key), _printable(fault.message), fault.warning)


def _printable(text: str) -> str:
    """``text`` without line ends and escape sequences, which would disturb a list of problems on a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _stretch_faults(steps: tuple[dict[str, Any], ...]) -> Iterator[Fault]:
    for index, step in enumerate(steps):
        if step and "stretches" not in step and "repeat" not in step:
            yield from rules.stretch_faults(step, ("steps", index))
        for inner, stretch in enumerate(step.get("stretches") or ()):
            yield from rules.stretch_faults(stretch, ("steps", index, "stretches", inner))


def _routine(values: dict[str, Any], name: str) -> Routine:
    kept = {key: value for key, value in values.items() if key != "format"}
    steps = tuple(_group(step) if "stretches" in step else _stretch(step) for step in values["steps"])
    routine = Routine(**{**kept, "id": name, "steps": steps})
    return routine if routine.minutes else replace(routine, minutes=rules.reckoned_minutes(routine))


def _group(values: dict[str, Any]) -> Group:
    return Group(**{**values, "stretches": tuple(map(_stretch, values["stretches"]))})


def _stretch(values: dict[str, Any]) -> Stretch:
    cues = (Cue(**{**cue, "sound": cue["sound"].value} if "sound" in cue else cue) for cue in values.get("cues", ()))
    return Stretch(**{**values, "cues": tuple(cues)})


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _UnreadableError("is nested too deeply", key="toml") from None
    except tomllib.TOMLDecodeError as error:
        message, line = _place(str(error), text)
        raise _UnreadableError(message, line, "toml") from None
    except ValueError:  # https://github.com/python/cpython/issues/95778: integers of thousands of digits
        raise _UnreadableError("holds a number that is far too long", key="toml") from None


def _place(message: str, text: str) -> tuple[str, int]:
    """What ``tomllib`` complains of, and the line that it names at the end of its message."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if place is None:
        return _printable(message), 1
    return _printable(message[: place.start()]), int(place[1]) if place[1] else text.count("\n") + 1


def _text(path: Path) -> str:
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _UnreadableError("is not UTF-8 text; save it as UTF-8", line) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _UnreadableError("is a folder, not a routine file")
        if not path.exists():
            raise _UnreadableError("does not exist")
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise _UnreadableError(f"is no routine file: not a plain file of at most {MOST_BYTES // 1024} KB")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise _UnreadableError(f"cannot be read: {reason}") from None
