"""The whole diary as CSV or JSON, in a form that ``importing`` takes back without a loss.

JSON: three lists, an entry a line.  CSV: one table, the kind of entry in the first column, one column for every answer.
In CSV an empty cell is a field that says nothing; ``cells`` tells how the others are written.  Both come piece by
piece, so that the length of a diary costs no memory.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from msgspec import Struct

from stretchcoach.core.visible import hidden, json_visible
from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun, moment
from stretchcoach.diary.exchange.cells import NUMBERS, cell, writer_of
from stretchcoach.diary.file.queries import OLDEST

if TYPE_CHECKING:
    from stretchcoach.diary.file.store import Diary

FORMAT = "stretchcoach-diary"
VERSION = 1
ANSWER = "answer:"
KINDS: dict[str, type[msgspec.Struct]] = {"cramp": Episode, "routine": RoutineRun, "profile": ProfileChange}
LISTS: dict[str, type[msgspec.Struct]] = {"episodes": Episode, "runs": RoutineRun, "changes": ProfileChange}
THERE = "removed IS NULL"
WORDS = ("side", "place", "woke", "doing", "posture", "relieved_by")
"""The fields of a cramp that hold a word."""
NOTHING = object()
"""Equal to no value."""
PIECE = 500
"""Rows that are written at once."""


class EntrySource(Protocol):
    """What can be gone through, as often as is needed: all that a diary holds, oldest first."""

    @property
    def file(self) -> "Diary | None":
        """The diary it comes from, where another process can read it too."""

    @property
    def episodes(self) -> Iterable[Episode]: ...
    def sheets(self, deleted: bool) -> Iterable[Mapping[str, Any]]:
        """The answers of every cramp, in any order; two that are alike may come once."""

    def words(self, deleted: bool) -> Iterable[Mapping[str, str]]:
        """Every word that stands in a field of a cramp, with its field."""

    @property
    def runs(self) -> Iterable[RoutineRun]: ...
    @property
    def changes(self) -> Iterable[ProfileChange]: ...


class Entries(Struct, frozen=True):
    """All that a diary holds, or a file brings."""

    episodes: tuple[Episode, ...] = ()
    runs: tuple[RoutineRun, ...] = ()
    changes: tuple[ProfileChange, ...] = ()

    @property
    def file(self) -> None:
        """It is in memory."""

    def sheets(self, deleted: bool) -> Iterator[Mapping[str, Any]]:
        """The answers of every cramp."""
        return (each.answers for each in self.episodes if deleted or each.removed is None)

    def words(self, deleted: bool) -> Iterator[Mapping[str, str]]:
        """The words in the fields of every cramp."""
        for each in self.episodes:
            if deleted or each.removed is None:
                yield {name: value for name in WORDS if (value := getattr(each, name)) is not None}

    def __len__(self) -> int:
        return len(self.episodes) + len(self.runs) + len(self.changes)


class Streamed(Struct, frozen=True):
    """The entries of a diary, read again at each iteration."""

    diary: "Diary"
    deleted: bool = False
    """With what was deleted and can be brought back."""

    @property
    def _where(self) -> str:
        return "1" if self.deleted else THERE

    @property
    def file(self) -> "Diary | None":
        """The diary; what could not be opened for good may be in memory, where no other process sees it."""
        return self.diary if self.diary.kept else None

    @property
    def episodes(self) -> Iterator[Episode]:
        return self.diary.each(Episode, self._where, order=OLDEST)

    def sheets(self, deleted: bool) -> Iterator[Mapping[str, Any]]:
        """The answers of every cramp, without making entries of them."""
        return self.diary.sheets(self._where if deleted else THERE)

    def words(self, deleted: bool) -> Iterator[Mapping[str, str]]:
        """The words in the fields of the cramps, those that stand together once."""
        where = self._where if deleted else THERE
        for row in self.diary.rows(f"SELECT DISTINCT {', '.join(WORDS)} FROM episode WHERE {where}"):
            yield {name: word for name, word in zip(WORDS, row, strict=True) if isinstance(word, str)}

    @property
    def runs(self) -> Iterator[RoutineRun]:
        return self.diary.each(RoutineRun, self._where, order=OLDEST)

    @property
    def changes(self) -> Iterator[ProfileChange]:
        """Changes of the profile."""
        return self.diary.each(ProfileChange, order=OLDEST)


def to_json(entries: EntrySource) -> str:
    """The diary as one JSON value."""
    return "".join(json_pieces(entries))


def json_pieces(entries: EntrySource) -> Iterator[str]:
    """The same, piece by piece."""
    encode, spaced = msgspec.json.Encoder().encode, msgspec.json.format
    yield f'{{"format": "{FORMAT}", "version": {VERSION}'
    groups: tuple[Iterable[msgspec.Struct], ...] = (entries.episodes, entries.runs, entries.changes)
    for name, group in zip(LISTS, groups, strict=True):
        between = f',\n"{name}": [\n'
        lines = map(encode, group)
        while piece := list(islice(lines, PIECE)):
            text = b",\n".join([spaced(line, indent=0) for line in piece]).decode()
            yield between + (text if text.isascii() and "\x7f" not in text else json_visible(text))
            between = ",\n"
        yield f',\n"{name}": []' if between[2:] else "\n]"
    yield "}\n"


def to_csv(entries: EntrySource) -> str:
    """The diary as one table."""
    return "".join(csv_pieces(entries))


def csv_pieces(entries: EntrySource) -> Iterator[str]:
    """The same, piece by piece; the diary is gone through twice, for every answer has a column."""
    keys: set[str] = set()
    for sheet in entries.sheets(True):
        keys.update(sheet)
    columns = fixed_columns() + [ANSWER + key for key in sorted(keys)]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([head if not hidden(head) else cell("note", head) for head in columns])
    groups: tuple[Iterable[msgspec.Struct], ...] = (entries.episodes, entries.runs, entries.changes)
    for kind, group in zip(KINDS, groups, strict=True):
        plan = plan_of(KINDS[kind], columns)
        lines = (row(kind, entry, plan, len(columns)) for entry in group)
        while piece := list(islice(lines, PIECE)):
            writer.writerows(piece)
            yield target.getvalue()
            target.seek(0)
            target.truncate()
    yield target.getvalue()


Plan = tuple[tuple[object, Mapping[str, int] | int, Callable[[Any], str] | None], ...]
"""Of each field: what is not worth telling of it, its column or those of its parts, and how it is written."""


def row(kind: str, entry: msgspec.Struct, plan: Plan, width: int) -> list[object]:
    """The cells of one entry; what is at its default is left out, and numbers are left to the writer of the table."""
    cells: list[object] = [""] * width
    cells[0] = kind
    for (default, place, written), value in zip(plan, msgspec.structs.astuple(entry), strict=True):
        if value is None or value == default:
            continue
        if isinstance(place, int):
            cells[place] = written(value) if written else value
        elif written:
            for key, answer in value.items():
                cells[place[key]] = written(answer)
    return cells


def plan_of(kind: type[msgspec.Struct], columns: Sequence[str]) -> Plan:
    """How the entries of a kind are written; every answer has a column."""
    answers = {name.removeprefix(ANSWER): place for place, name in enumerate(columns) if name.startswith(ANSWER)}
    return tuple(
        (
            NOTHING if field.required else field.default,
            answers if field.name == "answers" else columns.index(field.name),
            None if field.name in NUMBERS else writer_of("" if field.name == "answers" else field.name),
        )
        for field in msgspec.structs.fields(kind)
    )


def fixed_columns() -> list[str]:
    """Every column but those of the answers."""
    fields = (field.name for kind in KINDS.values() for field in msgspec.structs.fields(kind))
    return ["kind", *dict.fromkeys(name for name in fields if name != "answers")]


def gather(episodes: Iterable[Episode], runs: Iterable[RoutineRun], changes: Sequence[ProfileChange]) -> Entries:
    """All entries, oldest first, so that the same diary gives the same file."""
    return Entries(
        tuple(sorted(episodes, key=lambda entry: (moment(entry.began), entry.id))),
        tuple(sorted(runs, key=lambda entry: (moment(entry.began), entry.id))),
        tuple(sorted(changes, key=lambda entry: (moment(entry.at), entry.id))),
    )
