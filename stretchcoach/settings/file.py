"""The settings file: read forgivingly, written without losing a word of the user's own."""

import contextlib
import os
import re
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from stretchcoach.settings.values import Settings

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file, and where."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (f"{self.file}:{self.line}", self.key, self.message) if part)


def load(path: Path) -> tuple[Settings, list[Problem]]:
    """What the file says; every value that cannot be used is the default, and a problem tells why."""
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:
        return Settings(), [unreadable(path, error)]
    problems: list[Problem] = []

    def note(section: str, key: str, message: str) -> None:
        name = f"{section}.{key}" if key else section
        problems.append(Problem(str(path), line_of(text, section, key), name, message))

    kinds = _kinds(Settings)
    sections: dict[str, Any] = {}
    for name, table in tables.items():
        if name not in kinds:
            note(name, "", f"unknown section{nearest(name, kinds)}")
        elif not isinstance(table, dict):
            note(name, "", f"must be a section, begun by a line [{name}]")
        else:
            good, bad = _sorted(_kinds(kinds[name]), table)
            sections[name] = kinds[name](**good)
            for key, message in bad.items():
                note(name, key, message)
    return Settings(**sections), problems


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


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """The problem of a file that cannot be read at all."""
    if isinstance(error, tomllib.TOMLDecodeError):
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        message = str(error)[: place.start()] if place else str(error).removesuffix(" (at end of document)")
        return Problem(str(path), int(place[1]) if place else 1, "", f"not valid TOML: {message.lower()}")
    if isinstance(error, OSError):
        return Problem(str(path), 1, "", f"cannot be read: {(error.strerror or str(error)).lower()}")
    return Problem(str(path), 1, "", "is not a text file in UTF-8")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint for a mistyped word, or nothing."""
    close = get_close_matches(word.lower(), list(known), 1, 0.6)
    return f" (did you mean {close[0]}?)" if close else ""


def line_of(text: str, section: str, key: str) -> int:
    """The line on which a key of a section stands; the section's own line without a key, 1 if it has none."""
    current, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        name = re.match(r"\s*[\"']?([\w-]+)[\"']?(?:\s*\.\s*[\"']?([\w-]+)[\"']?)?\s*=", line)
        if header:
            current = header[1]
            found = number if current == section and found == 1 else found
        elif name and section in (current, name[1]):
            if key in (name[1] if current else "", name[2]):
                return number
            found = number if not current and found == 1 else found
    return found


def _kinds(struct: Any) -> dict[str, Any]:
    return get_type_hints(struct, include_extras=True)


def _sorted(kinds: Mapping[str, Any], table: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values that can be used, and what is wrong with the others."""
    good: dict[str, Any] = {}
    bad: dict[str, str] = {}
    for key, value in table.items():
        if key not in kinds:
            bad[key] = f"unknown key{nearest(key, kinds)}"
            continue
        try:
            good[key] = msgspec.convert(value, kinds[key])
        except msgspec.ValidationError:
            bad[key] = _complaint(value, kinds[key])
    return good, bad


def _complaint(value: object, kind: Any) -> str:
    """What would have been right, in words."""
    wanted = msgspec.inspect.type_info(kind)
    hint = ""
    if isinstance(wanted, msgspec.inspect.Metadata):
        wanted = wanted.type
    match wanted:
        case msgspec.inspect.LiteralType():
            right = "one of " + ", ".join(f'"{each}"' for each in wanted.values)
            hint = nearest(value, map(str, wanted.values)) if isinstance(value, str) else ""
        case msgspec.inspect.IntType():
            right = f"a whole number from {wanted.ge} to {wanted.le}"
        case msgspec.inspect.FloatType():
            right = f"a number from {wanted.ge:g} to {wanted.le:g}"
        case msgspec.inspect.BoolType():
            right = "true or false"
        case _:
            right = 'a text in quotes ("...")'
    shown = (
        f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else value
    )
    return f"must be {right}, not {shown}{hint}"


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
