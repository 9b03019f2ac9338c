"""Checks raw TOML against a table of ``tables``, and finds every fault, where msgspec alone ends at the first."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import msgspec

from stretchcoach.library.lines import Path
from stretchcoach.library.tables import DURATION, Table

_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the value at ``path``."""

    path: Path
    message: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a table: its good values, the bad ones as None, and every fault."""

    values: dict[str, Any]
    faults: list[Fault]


def check(raw: object, table: type[Table], path: Path = ()) -> Checked:
    """Check ``raw`` against ``table``."""
    if not isinstance(raw, dict):
        return Checked({}, [Fault(path, f"must be a table with keys of its own, not {_shown(raw)}")])
    fields = {field.name: field for field in msgspec.structs.fields(table)}
    values: dict[str, Any] = {}
    faults = [
        Fault((*path, key), f"is no key of a {table.__name__.lower()}{guess(key, fields)}")
        for key in raw
        if key not in fields
    ]
    for name, field in fields.items():
        if name in raw:
            values[name], found = _value(raw[name], field.type, (*path, name))
            faults += found
        elif field.required:
            faults.append(Fault((*path, name), "is missing"))
    return Checked(values, faults)


def guess(word: str, known: Iterable[str]) -> str:
    """`` (did you mean ...?)``, or nothing where nothing is near."""
    names = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), names, n=1)
    return f" (did you mean {names[near[0]]}?)" if near else ""


def _value(raw: object, kind: Any, path: Path) -> tuple[Any, list[Fault]]:
    parts = list(_parts(kind))
    extra = {key: value for part in parts for key, value in _extra(part).items()}
    tables = extra.get("tables") or tuple(part for part in parts if _is_table(part))
    if tables or any(get_origin(part) is tuple for part in parts):
        return _array(raw, tables, parts, path)
    if "duration" in extra and isinstance(raw, str):
        raw = seconds(raw)
    try:
        return msgspec.convert(raw, kind), []
    except msgspec.ValidationError:
        return None, [Fault(path, _complaint(raw, parts, extra))]


def _array(raw: object, tables: tuple[type[Table], ...], parts: list[Any], path: Path) -> tuple[Any, list[Fault]]:
    if not isinstance(raw, list):
        return None, [Fault(path, f"must be a list in [ ], not {_shown(raw)}")]
    if not raw and any(isinstance(part, msgspec.Meta) and part.min_length for part in parts):
        return None, [Fault(path, "is empty")]
    values, faults = [], []
    item = next((get_args(part)[0] for part in parts if get_origin(part) is tuple), Any)
    for index, element in enumerate(raw):
        at = (*path, index)
        if tables:
            checked = check(element, _likeliest(element, tables), at)
            value, found = checked.values, checked.faults
        else:
            value, found = _value(element, item, at)
        values.append(value)
        faults += found
    return tuple(values), faults


def _likeliest(raw: object, tables: tuple[type[Table], ...]) -> type[Table]:
    """The table that shares most keys with what is written."""
    keys = set(raw) if isinstance(raw, dict) else set()
    return max(tables, key=lambda table: len(keys & set(table.__struct_fields__)))


def seconds(text: str) -> float | str:
    """``1m30s`` as 90.0; any other text as it is."""
    if not text or not re.match(DURATION, text):
        return text
    total = sum(float(size) * _UNITS[unit] for size, unit in re.findall(r"([\d.]+)([hms])", text))
    return -total if text.startswith("-") else total


def _complaint(raw: object, parts: list[Any], extra: dict[str, Any]) -> str:
    choices = [str(choice) for part in parts for choice in _choices(part)]
    if choices:
        hint = guess(raw, choices) if isinstance(raw, str) else ""
        listed = choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
        return f"must be {listed}, not {_shown(raw)}{hint}"
    return f"must be {extra['want']}, not {_shown(raw)}"


def _choices(part: Any) -> tuple[Any, ...]:
    if isinstance(part, type) and issubclass(part, Enum):
        return tuple(member.value for member in part)
    return get_args(part) if get_origin(part) is Literal else ()


def _parts(kind: Any) -> Iterator[Any]:
    """A type, what it is made of, and what is noted on it; a tuple's elements are looked at one by one later."""
    yield kind
    if get_origin(kind) is tuple and not _is_table(get_args(kind)[0]):
        return
    for part in (*get_args(kind), *getattr(kind, "__metadata__", ())):
        yield from _parts(part)


def _extra(part: Any) -> dict[str, Any]:
    return (part.extra or {}) if isinstance(part, msgspec.Meta) else {}


def _is_table(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Table)


def _shown(raw: object) -> str:
    if isinstance(raw, dict):
        return "a table"
    if isinstance(raw, list):
        return "a list"
    if isinstance(raw, bool):
        return str(raw).lower()
    text = f'"{raw}"' if isinstance(raw, str) else str(raw)
    return text if len(text) <= 40 else f"{text[:36]}..."
