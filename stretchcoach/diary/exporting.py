"""The whole diary as CSV or JSON, in a form that ``importing`` takes back without a loss.

JSON: three lists, an entry a line.  CSV: one table, the kind of entry in the first column, one column for every answer.
In CSV an empty cell is a field that says nothing, numbers and lists stand as in JSON, and a text that a spreadsheet
or a reader could take for something else has an apostrophe before it.
"""

import csv
import functools
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun

FORMAT = "stretchcoach-diary"
VERSION = 1
ANSWER = "answer:"
KINDS: dict[str, type[msgspec.Struct]] = {"cramp": Episode, "routine": RoutineRun, "profile": ProfileChange}
LISTS: dict[str, type[msgspec.Struct]] = {"episodes": Episode, "runs": RoutineRun, "changes": ProfileChange}
FORMULA = "=+-@\t\r'"
"""A text that begins with one of these is a formula to a spreadsheet, or begins with our own mark."""


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a diary holds, or a file brings."""

    episodes: tuple[Episode, ...] = ()
    runs: tuple[RoutineRun, ...] = ()
    changes: tuple[ProfileChange, ...] = ()

    def __len__(self) -> int:
        return len(self.episodes) + len(self.runs) + len(self.changes)


def to_json(entries: Entries) -> str:
    """The diary as one JSON value."""
    parts = [f'{{"format": "{FORMAT}", "version": {VERSION}']
    for name in LISTS:
        lines = ",\n".join(
            json.dumps(msgspec.to_builtins(entry), ensure_ascii=False) for entry in getattr(entries, name)
        )
        parts.append(f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []')
    return ",\n".join(parts) + "}\n"


def to_csv(entries: Entries) -> str:
    """The diary as one table."""
    keys = sorted({key for episode in entries.episodes for key in episode.answers})
    columns = fixed_columns() + [ANSWER + key for key in keys]
    target = io.StringIO()
    writer = csv.DictWriter(target, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for kind, group in zip(KINDS, (entries.episodes, entries.runs, entries.changes), strict=True):
        writer.writerows({"kind": kind, **row(entry)} for entry in group)
    return target.getvalue()


def fixed_columns() -> list[str]:
    """Every column but those of the answers."""
    fields = (field.name for kind in KINDS.values() for field in msgspec.structs.fields(kind))
    return ["kind", *dict.fromkeys(name for name in fields if name != "answers")]


def row(entry: msgspec.Struct) -> dict[str, str]:
    """The cells of one entry; what is at its default is left out."""
    cells: dict[str, str] = {}
    texts = texts_of(type(entry))
    for field in fields_of(type(entry)):
        value = getattr(entry, field.name)
        if field.name == "answers":
            cells |= {ANSWER + key: any_cell(answer) for key, answer in value.items()}
        elif field.required or value != field.default:
            cells[field.name] = text_cell(value) if field.name in texts else any_cell(value)
    return cells


@functools.cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a kind of entry."""
    return msgspec.structs.fields(kind)


@functools.cache
def texts_of(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The fields that hold text and nothing else."""
    return frozenset(field.name for field in fields_of(kind) if field.type in (str, str | None))


def text_cell(text: str) -> str:
    """A text, marked where a spreadsheet would compute it or a reader would miss it."""
    return f"'{text}" if not text or text[0] in FORMULA else text


def any_cell(value: object) -> str:
    """A value of a column that takes several kinds: text as it is, everything else as JSON."""
    if isinstance(value, str):
        return f"'{value}" if is_json(value) else text_cell(value)
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def is_json(text: str) -> bool:
    """Whether a text would be read as something else than text."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def gather(episodes: Iterable[Episode], runs: Iterable[RoutineRun], changes: Sequence[ProfileChange]) -> Entries:
    """All entries, oldest first, so that the same diary gives the same file."""
    return Entries(
        tuple(sorted(episodes, key=lambda entry: (entry.began, entry.id))),
        tuple(sorted(runs, key=lambda entry: (entry.began, entry.id))),
        tuple(sorted(changes, key=lambda entry: (entry.at, entry.id))),
    )
