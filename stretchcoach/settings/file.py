"""The settings file: read forgivingly, written without losing a word of the user's own."""

import contextlib
import os
import re
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stretchcoach.library.check import Fault, check, guess
from stretchcoach.library.lines import lines_of, nearest
from stretchcoach.library.reading import Problem
from stretchcoach.library.tables import Table
from stretchcoach.settings.values import CoachSettings, ListenSettings, ScreenSettings, Settings, VoiceSettings

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

SECTIONS: dict[str, type[Table]] = {
    "voice": VoiceSettings,
    "listen": ListenSettings,
    "coach": CoachSettings,
    "screen": ScreenSettings,
}


def load(path: Path) -> tuple[Settings, list[Problem]]:
    """What the file says; every value that cannot be used is the default, and a problem tells why."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:
        return Settings(), [_unreadable(path, error)]
    sections: dict[str, Any] = {}
    faults = [_unknown((name,), "section", SECTIONS) for name in tables if name not in SECTIONS]
    for name in SECTIONS.keys() & tables.keys():
        sections[name], found = _section(name, tables[name])
        faults += found
    places = lines_of(text)
    problems = [
        Problem(str(path), nearest(places, fault.path), ".".join(map(str, fault.path)), fault.message)
        for fault in faults
    ]
    return Settings(**sections), sorted(problems, key=lambda problem: problem.line)


def save(path: Path, settings: Settings) -> str:
    """Write what differs from the file into it; an empty string, or why it could not be kept."""
    try:
        document = _document(path)
        now, _ = load(path)
        for section in settings.__struct_fields__:
            old, new = getattr(now, section), getattr(settings, section)
            for key in new.__struct_fields__:
                if getattr(old, key) != getattr(new, key):
                    document.setdefault(section, {})[key] = getattr(new, key)
        _replace(path.resolve(), document.as_string())
    except OSError as error:
        return f"The settings could not be kept in {path}: {(error.strerror or str(error)).lower()}."
    except (ValueError, TypeError, RuntimeError):
        return f"The settings could not be kept: {path} has a mistake; see stretchcoach config validate."
    return ""


def _section(name: str, table: object) -> tuple[Table, list[Fault]]:
    """The section's good values, the default for every other, and what is wrong with those."""
    kind = SECTIONS[name]
    checked = check(table, kind, (name,))
    bad = {fault.path for fault in checked.faults}
    good = {key: value for key, value in checked.values.items() if (name, key) not in bad}
    known = kind.__struct_fields__
    faults = [
        _unknown(fault.path, f"setting of [{name}]", known) if fault.path[1:] and fault.path[1] not in known else fault
        for fault in checked.faults
    ]
    return kind(**good), faults


def _unknown(path: tuple[str | int, ...], what: str, known: Iterable[str]) -> Fault:
    return Fault(path, f"is no {what}{guess(str(path[-1]), known)}")


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """The problem of a file that cannot be read at all."""
    if isinstance(error, tomllib.TOMLDecodeError):
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        message = str(error)[: place.start()] if place else str(error).removesuffix(" (at end of document)")
        return Problem(str(path), int(place[1]) if place else 1, "toml", f"not valid TOML: {message.lower()}")
    if isinstance(error, OSError):
        return Problem(str(path), 1, "file", f"cannot be read: {(error.strerror or str(error)).lower()}")
    return Problem(str(path), 1, "file", "is not a text file in UTF-8")


def _document(path: Path) -> "TOMLDocument":
    import tomlkit

    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()


def _replace(path: Path, text: str) -> None:
    """Put ``text`` in the place of the file at once, or leave the file as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
