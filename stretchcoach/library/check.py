"""Checks raw TOML against a table of ``tables``, and finds every fault, where msgspec alone ends at the first."""

import functools
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec import Struct

from stretchcoach.core.visible import hidden
from stretchcoach.library.tables import DURATION, MEASURES, UNLESS, Group, Routine, Stretch, Table
from stretchcoach.library.toml_lines import Path
from stretchcoach.machine.nearest import guess
from stretchcoach.words import library_faults
from stretchcoach.words.wording import listed

_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0}
_FOLDED = re.compile(r"\s*[\t\r\n]\s*")
_MEANT: dict[type[Table], dict[str, str]] = {
    Stretch: {
        **dict.fromkeys(("title", "exercise", "heading"), "name"),
        **dict.fromkeys(("text", "instruction", "instructions", "description", "speak", "spoken"), "say"),
        **dict.fromkeys(("seconds", "duration", "time", "length", "secs"), "hold"),
        **dict.fromkeys(("repetitions", "times", "count"), "reps"),
        **dict.fromkeys(("rounds", "repeats", "series"), "sets"),
        **dict.fromkeys(("pause", "break", "recovery"), "rest"),
        **dict.fromkeys(("leg", "legs"), "side"),
        "notes": "how",
    },
    Group: {
        **dict.fromkeys(("rounds", "times", "sets", "reps", "laps", "repeats", "circuits", "count"), "repeat"),
        **dict.fromkeys(("steps", "exercises", "stretch", "step"), "stretches"),
        **dict.fromkeys(("pause", "break", "recovery"), "rest"),
        **dict.fromkeys(("name", "title", "use", "again", "called", "same"), "group"),
    },
    Routine: {
        **dict.fromkeys(("name", "heading"), "title"),
        **dict.fromkeys(("stretches", "stretch", "step", "exercises", "groups", "group"), "steps"),
        **dict.fromkeys(("type", "kind", "category"), "purpose"),
        **dict.fromkeys(("duration", "time", "length"), "minutes"),
        **dict.fromkeys(("equipment", "needs", "tools"), "props"),
        **dict.fromkeys(("warnings", "caution"), "cautions"),
    },
}
"""What people write, and what it is called here."""
_MARKS_OF_A_GROUP = {"group", "repeat", "stretches", "rounds", "laps", "circuits", "steps", "exercises"}
_WRITTEN = {"steps": "[[steps]]", "stretches": "[[steps.stretches]]"}
_INSTEAD = {"both": library_faults.EACH_OR_NONE, "alternating": "alternate"}
"""Values that people write, and a word on what to write instead."""


class Fault(Struct, frozen=True):
    """What is wrong with the value at ``path``."""

    path: Path
    message: str
    warning: bool = False


class Expected(Struct, frozen=True):
    """What a type asks of a value, taken apart once."""

    of: Any
    tables: tuple[type[Table], ...] = ()
    """A list of any of these."""
    item: "Expected | None" = None
    """A list of values of this kind."""
    filled: bool = False
    """The list must not be empty."""
    duration: bool = False
    lines: bool = False
    """A text that may be written on several lines; they become one."""
    choices: tuple[str, ...] = ()
    want: str = ""


class Checked(Struct, frozen=True):
    """What came of a table: its good values, the bad ones as None, and every fault."""

    values: dict[str, Any]
    faults: list[Fault]


def check(raw: object, table: type[Table], path: Path = ()) -> Checked:
    """Check ``raw`` against ``table``."""
    if not isinstance(raw, dict):
        return Checked({}, [Fault(path, library_faults.not_a_table(_shown(raw)))])
    kinds, required = kinds_of(table)
    unless, keys = UNLESS.get(table, ("", ()))
    required = required if unless in raw else (*required, *keys)
    values: dict[str, Any] = {}
    faults = [Fault((*path, key), _stray(key, table, kinds)) for key in raw if key not in kinds]
    meant = {_MEANT.get(table, {}).get(key) for key in raw}
    faults += [
        Fault((*path, key), library_faults.IS_MISSING) for key in required if key not in raw and key not in meant
    ]
    for key, kind in kinds.items():
        if key in raw:
            values[key], found = _value(raw[key], kind, (*path, key))
            faults += found
    return Checked(values, faults)


def _stray(key: str, table: type[Table], known: Iterable[str]) -> str:
    meant = _MEANT.get(table, {}).get(key.lower())
    if meant:
        return library_faults.other_key(table.__name__.lower(), _WRITTEN.get(meant, meant))
    if issubclass(table, (Stretch, Group)) and key in kinds_of(Routine)[0]:
        return library_faults.TOP_OF_THE_FILE
    return library_faults.no_key(table.__name__.lower(), guess(key, known))


def as_seconds(text: str) -> float | str:
    """``1m30s`` as 90.0; any other text as it is."""
    if not text or not re.match(DURATION, text):
        return text
    total = sum(float(size) * _UNITS[unit] for size, unit in re.findall(r"([\d.]+)([hms])", text))
    return -total if text.startswith("-") else total


def _value(raw: object, kind: Expected, path: Path) -> tuple[Any, list[Fault]]:
    if kind.tables or kind.item:
        return _list(raw, kind, path)
    value = as_seconds(raw) if kind.duration and isinstance(raw, str) else raw
    if isinstance(value, str) and not kind.choices:
        if odd := hidden(value, kind.lines):
            return None, [Fault(path, library_faults.invisible_letter(odd))]
        value = _FOLDED.sub(" ", value).strip() if kind.lines and _FOLDED.search(value) else value
    try:
        return msgspec.convert(value, kind.of), []
    except msgspec.ValidationError:
        return None, [Fault(path, _complaint(raw, kind))]


def _list(raw: object, kind: Expected, path: Path) -> tuple[Any, list[Fault]]:
    if not isinstance(raw, list):
        return None, [Fault(path, _unlisted(raw, kind, path))]
    if kind.filled and not raw:
        return None, [Fault(path, library_faults.IS_EMPTY)]
    values, faults = [], []
    for index, element in enumerate(raw):
        if kind.item:
            value, found = _value(element, kind.item, (*path, index))
        else:
            checked = check(element, _likeliest(element, kind.tables), (*path, index))
            value, found = checked.values, checked.faults
        values.append(value)
        faults += found
    return tuple(values), faults


def _likeliest(raw: object, tables: tuple[type[Table], ...]) -> type[Table]:
    """The table that shares most keys with what is written."""
    keys = set(raw) if isinstance(raw, dict) else set()
    if Group in tables and keys & _MARKS_OF_A_GROUP and not keys & {"say", *MEASURES}:
        return Group
    return max(tables, key=lambda table: len(keys & set(table.__struct_fields__)))


def _unlisted(raw: object, kind: Expected, path: Path) -> str:
    """What is wrong with something that should be a list."""
    name = {1: f"[[{path[-1]}]]", 3: f"[[steps.{path[-1]}]]"}.get(len(path), "") if kind.tables else ""
    if name and isinstance(raw, dict):
        return library_faults.two_brackets(name)
    return library_faults.not_a_list(_shown(raw))


def _complaint(raw: object, kind: Expected) -> str:
    if not kind.choices:
        return library_faults.must_be(kind.want, _shown(raw))
    one_of = listed(kind.choices, "or")
    hint = guess(raw, kind.choices) if isinstance(raw, str) else ""
    if isinstance(raw, str) and raw.lower() in _INSTEAD and "each" in kind.choices:
        hint = f" ({_INSTEAD[raw.lower()]})"
    return library_faults.must_be_one_of(one_of, _shown(raw), hint)


@functools.cache
def kinds_of(table: type[Table]) -> tuple[dict[str, Expected], tuple[str, ...]]:
    """The keys of a table with their kinds, and those that must be there."""
    fields = msgspec.structs.fields(table)
    return {f.name: _kind(f.type) for f in fields}, tuple(f.name for f in fields if f.required)


def _kind(type_: Any) -> Expected:
    parts = list(_parts(type_))
    notes = [part for part in parts if isinstance(part, msgspec.Meta)]
    extra = {key: value for note in notes for key, value in (note.extra or {}).items()}
    item = next((get_args(part)[0] for part in parts if get_origin(part) is tuple), None)
    tables = extra.get("tables", (item,) if _is_table(item) else ())
    return Expected(
        type_,
        tables,
        None if tables or item is None else _kind(item),
        filled=any(note.min_length for note in notes) and item is not None,
        duration="duration" in extra,
        lines="lines" in extra,
        choices=tuple(str(choice) for part in parts for choice in _choices(part)),
        want=extra.get("want", ""),
    )


def _parts(type_: Any) -> Iterator[Any]:
    """A type, the members of its unions, and what is noted on them; not what a tuple holds."""
    yield type_
    if get_origin(type_) is not tuple:
        for part in (*get_args(type_), *getattr(type_, "__metadata__", ())):
            yield from _parts(part)


def _choices(part: Any) -> tuple[Any, ...]:
    if isinstance(part, type) and issubclass(part, Enum):
        return tuple(member.value for member in part if isinstance(member.value, str))
    return get_args(part) if get_origin(part) is Literal else ()


def _is_table(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Table)


def _shown(raw: object) -> str:
    if isinstance(raw, dict):
        return library_faults.A_TABLE
    if isinstance(raw, list):
        return library_faults.A_LIST
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, int) and abs(raw) >= 10**30:
        return library_faults.A_HUGE_NUMBER
    text = f'"{raw}"' if isinstance(raw, str) else str(raw)
    return text if len(text) <= 40 else f"{text[:36]}..."
