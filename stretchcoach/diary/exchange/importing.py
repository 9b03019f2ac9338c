"""A file of ``exporting``, or a list kept elsewhere, into entries, with all that is wrong with it by line and column.

The limits are those of an entry written down by hand.  A row without an id is given one that is made from what it
says, so the same list taken in twice adds nothing.
"""

import functools
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, get_type_hints
from uuid import uuid5

import msgspec
from msgspec import Struct, field

from stretchcoach.core.visible import visible
from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun, point
from stretchcoach.diary.exchange.cells import OPTIONS, SCALES
from stretchcoach.diary.exchange.csv_entries import table_rows
from stretchcoach.diary.exchange.dates import OURS
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.exchange.fhir_questionnaire import HOUSE
from stretchcoach.diary.exchange.flat_json import flat
from stretchcoach.diary.exchange.grid import Grid, table_of
from stretchcoach.diary.exchange.json_entries import (
    STRICT,
    TIMES,
    MistakeError,
    RawEntry,
    entries_from,
    json_rows,
    near,
)
from stretchcoach.diary.file.rows import brief
from stretchcoach.machine.file_kinds import kind_of
from stretchcoach.machine.files import DEEPEST
from stretchcoach.words import diary_imports
from stretchcoach.words.file_kinds import A_DATABASE

MOST = {"minutes": 1440, "relieved_after": 86_400, "seconds": 604_800, "steps": 100_000}
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
AHEAD = timedelta(days=1)
"""How far ahead of this clock another may have run."""
WANTED = {
    str: diary_imports.A_TEXT,
    int: diary_imports.A_WHOLE_NUMBER,
    float: diary_imports.A_NUMBER,
    bool: diary_imports.TRUE_OR_FALSE,
    tuple[str, ...]: diary_imports.A_LIST_OF_TEXTS,
}


class ImportProblem(Struct, frozen=True):
    """One mistake in a file."""

    file: str
    line: int
    key: str
    """Key or column."""
    message: str

    def __str__(self) -> str:
        return visible(": ".join(filter(None, (f"{self.file}:{self.line}", self.key, self.message))))


class FileContents(Struct, frozen=True):
    """What a file brings."""

    entries: Entries = field(default_factory=Entries)
    """Those of its rows that nothing is wrong with."""
    problems: list[ImportProblem] = []
    look: list[str] = []
    """What was made of the columns of a list kept elsewhere, a line each."""
    bad: int = 0
    """Rows with a mistake."""
    broken: bool = False
    """Whether the rest of the file could not be read."""


def entries_of_file(data: bytes, file: str, now: datetime | None = None, order: str = "") -> FileContents:
    """The entries of a file that holds these bytes."""
    kind = kind_of(data)
    text, told = (None, not_a_list(kind)) if kind else text_of(data)
    if text is None:
        return FileContents(problems=[ImportProblem(file, 1, "", told)], broken=True)
    found = taken(text, file, now, order)
    return FileContents(
        found.entries, found.problems, [*([told] if told else []), *found.look], found.bad, found.broken
    )


def not_a_list(kind: str) -> str:
    """What to do with a file of that kind."""
    return diary_imports.A_COPY if kind == A_DATABASE else diary_imports.save_as_csv(kind)


def text_of(data: bytes) -> tuple[str | None, str]:
    """The text of a file, and what is to be said of it; None where it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        if "\0" not in text and data.lstrip()[:1] not in (b"{", b"["):
            return text, diary_imports.WINDOWS_LETTERS
        return None, diary_imports.NOT_UTF_8
    if text[1:2] == "\0":
        return data.decode("utf-16-le", "replace"), ""
    return text, ""


def entries_of_text(text: str, file: str, now: datetime | None = None) -> tuple[Entries, list[ImportProblem]]:
    """The entries of a file, and its mistakes; with a single mistake there are no entries."""
    found = taken(text, file, now)
    return (Entries() if found.problems else found.entries), found.problems


def taken(text: str, file: str, now: datetime | None = None, order: str = "") -> FileContents:
    """What a text brings; ``now``: what comes later is in the future; ``order``: of day and month in its dates."""
    text = text.removeprefix("\ufeff")
    found: list[msgspec.Struct] = []
    wrong: list[MistakeError] = []
    told: list[str] = []
    bad, broken = 0, False
    try:
        rows, told = rows_in(text, order)
        for row in with_ids(rows):
            mistakes = [*row.wrong, *entry_faults(row, now)]
            if not mistakes:
                found.append(msgspec.convert(row.values, row.kind))
            wrong += mistakes
            bad += bool(mistakes)
    except MistakeError as mistake:
        wrong.append(mistake)
        broken = True
    problems = [ImportProblem(file, each.line, each.key, each.message) for each in wrong]
    return FileContents(sorted_out(found), problems, told, bad, broken)


def rows_in(text: str, order: str) -> tuple[Iterator[RawEntry], list[str]]:
    """The rows of a text, and what is made of its columns; that is whole once all rows are there."""
    if not text.lstrip().startswith(("{", "[")):
        return table_rows(table_of(text), order)
    found = flat(text)
    if isinstance(found, Grid):
        return table_rows(found, order)
    return json_rows(text) if found is None else entries_from(text, "episodes", found), []


def with_ids(rows: Iterable[RawEntry]) -> Iterator[RawEntry]:
    """The rows with an id each, all different."""
    seen: dict[str, RawEntry] = {}
    alike: Counter[str] = Counter()
    for row in rows:
        if "id" not in row.values:
            said = {name: value[:19] if name == "began" else value for name, value in row.values.items()}
            text = json.dumps([row.kind.__name__, said], sort_keys=True, default=str)
            alike[text] += 1
            row.values["id"] = uuid5(HOUSE, f"{text}\n{alike[text]}").hex
            row.values.setdefault("closed", "added") if row.kind is Episode else None
        other = seen.setdefault(str(row.values["id"]), row)
        if other is not row:
            message = diary_imports.same_as_line(other.line_of("id"))
            row.wrong.append(MistakeError(row.line_of("id"), "id", message))
        yield row


def sorted_out(found: Iterable[msgspec.Struct]) -> Entries:
    """The entries by kind."""
    every = tuple(found)
    return Entries(
        tuple(entry for entry in every if isinstance(entry, Episode)),
        tuple(entry for entry in every if isinstance(entry, RoutineRun)),
        tuple(entry for entry in every if isinstance(entry, ProfileChange)),
    )


@functools.cache
def shape(kind: type[msgspec.Struct]) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of the keys of an entry, and the keys that must be there."""
    needed = {each.name for each in msgspec.structs.fields(kind) if each.required}
    return get_type_hints(kind), frozenset(needed)


def entry_faults(row: RawEntry, now: datetime | None) -> list[MistakeError]:
    """What is wrong with one entry, key by key, in the words of the file."""
    types, needed = shape(row.kind)
    known = {each.key for each in row.wrong}

    def mistake(key: str, message: str) -> MistakeError:
        return MistakeError(row.line_of(key), row.heads.get(key, key), message)

    wrong = [mistake(key, f"unknown{near(key, list(types))}") for key in row.values if key not in types]
    if "kind" not in known:
        absent = [key for key in types if key in needed - row.values.keys()]
        wrong += [mistake(key, diary_imports.IS_MISSING) for key in absent if row.heads.get(key, key) not in known]
    for key, value in row.values.items():
        told = row.heads.get(key, key) in known
        if key in types and not told and (message := fault(key, value, types[key], now)):
            wrong.append(mistake(key, message))
    return wrong


def fault(name: str, raw: Any, kind: Any, now: datetime | None = None) -> str:
    """What is wrong with one value; may be empty."""
    if not keepable(raw):
        return diary_imports.half_a_letter(brief(raw))
    try:
        value = msgspec.convert(raw, kind)
    except (msgspec.ValidationError, OverflowError):
        bare = next((each for each in WANTED if kind in (each, each | None)), None)
        wanted = WANTED[bare] if bare else diary_imports.ANY_VALUE
        return diary_imports.not_wanted(brief(raw), wanted)
    return "" if value is None else limit(name, value, now)


def keepable(raw: Any, depth: int = 0) -> bool:
    """Whether a value can be kept: whole letters, numbers with an end, and no nest without one."""
    if depth > DEEPEST:
        return False
    if isinstance(raw, str):
        return raw.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in raw)
    if isinstance(raw, float):
        return math.isfinite(raw)
    if isinstance(raw, dict):
        return all(keepable(key) and keepable(value, depth + 1) for key, value in raw.items())
    return all(keepable(each, depth + 1) for each in raw) if isinstance(raw, list) else True


def limit(name: str, value: Any, now: datetime | None) -> str:
    """What a value of the right kind may not be; may be empty."""
    if name in STRICT and value not in OPTIONS[name]:
        hint = near(str(value), list(OPTIONS[name])) if len(str(value).split()) == 1 else ""
        return diary_imports.none_of(brief(value), ", ".join(OPTIONS[name]), hint)
    if name in TIMES:
        return untimely(value, now)
    for broken, message in (
        (name == "id" and not ID.fullmatch(str(value)), diary_imports.NO_ID),
        (name in SCALES and not 0 <= value <= 10, diary_imports.NOT_FROM_0_TO_10),
        (name in MOST and value < 0, diary_imports.LESS_THAN_NOTHING),
        (name in MOST and value > MOST.get(name, 0), diary_imports.is_more_than(MOST.get(name))),
    ):
        if broken:
            return f"{brief(value)} {message}"
    return ""


def untimely(text: str, now: datetime | None) -> str:
    """What is wrong with a time; may be empty."""
    if not OURS.fullmatch(text):
        return diary_imports.not_a_time(brief(text))
    if now and point(text) > now + AHEAD:
        return diary_imports.value_in_the_future(brief(text))
    return ""
