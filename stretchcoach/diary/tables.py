"""Entries of a table as they stand in it: our own CSV, what a spreadsheet made of it, or a list kept elsewhere."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from stretchcoach.diary.cells import inward
from stretchcoach.diary.dates import DateError, at_midnight, order_of, when
from stretchcoach.diary.entries import Episode
from stretchcoach.diary.exporting import ANSWER, KINDS, fixed_columns
from stretchcoach.diary.lists import NOTE, TIME, Column, bare, look, matched
from stretchcoach.diary.sheets import TIMES, MistakeError, Row, near

LARGEST_CELL = 10_000_000
DELIMITERS = ",;\t|"
OWN = frozenset(
    {"routine", "seconds", "finished", "steps", "at", "key", "value", "removed", "rules", "causes", "closed"}
)
"""Columns that only a table of our own has."""
NO_DATE = "no column is a date; name one 'date' or 'began'"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings, each with its line; blank ones left out."""

    heads: list[str]
    rows: list[tuple[int, list[str]]]
    line: int = 1
    """The line of the headings."""


def table_of(text: str) -> Table:
    """The table that a CSV file is."""
    csv.field_size_limit(LARGEST_CELL)
    delimiter, skipped = separator(text)
    body = text.split("\n", skipped)[-1] if skipped else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    line = 1 + skipped
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((line, cells))
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise MistakeError(reader.line_num + skipped, "", f"not CSV: {error}") from None
    if not lines:
        raise MistakeError(1, "", "there is nothing in it")
    return Table([plainly(head) for head in lines[0][1]], lines[1:], lines[0][0])


def plainly(head: str) -> str:
    """A heading; one with letters that steer a terminal was written as JSON."""
    return str(inward(NOTE, head)) if head.startswith('"') else head


def separator(text: str) -> tuple[str, int]:
    """What stands between cells, and how many lines say only that."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    if first.lower() == "sep=" and text[:5].endswith("\t"):
        return "\t", 1
    head = next((line for line in text.splitlines() if line.strip()), "")
    known = set(fixed_columns())
    best = max(DELIMITERS, key=lambda each: (_fits(head, each, known), -DELIMITERS.index(each)))
    return best, 0


def _fits(head: str, delimiter: str, known: set[str]) -> tuple[int, int]:
    """How well a line of headings falls into parts: those that mean something, and all."""
    try:
        cells = next(csv.reader([head], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    told = sum(bare(cell)[0] in known or each.field != NOTE for cell in cells for each in matched([cell]))
    return told, len(cells)


def table_rows(table: Table, order: str = "") -> tuple[Iterator[Row], list[str]]:
    """The entries of a table, and what was made of its columns where it is not our own.

    ``order``: which number comes first in a date like 03/04/2026, ``day`` or ``month``; empty: what the column tells.
    """
    names = [own(head) for head in table.heads]
    ours = "kind" in names or bool(OWN & set(names)) or any(name.startswith(ANSWER) for name in names)
    if ours:
        check_columns(table, names)
        columns = [Column(place, head, own(head)) for place, head in enumerate(table.heads) if head.strip()]
        return rows_of(table, columns, order, True), []
    columns = matched(table.heads)
    if all(each.field != "began" for each in columns):
        raise MistakeError(table.line, "", NO_DATE)
    for each in columns:
        if each.extra and (hint := near(bare(each.head)[0], fixed_columns(), 0.8)):
            raise MistakeError(table.line, f"column {each.place + 1}", f"'{each.head}' is unknown{hint}")
    return rows_of(table, columns, order, False), look(columns)


def own(head: str) -> str:
    """The name of a column of ours, whatever became of its capitals; an answer's is as it is."""
    if head.casefold().startswith(ANSWER):
        return ANSWER + head[len(ANSWER) :]
    return head.strip().casefold().replace(" ", "_")


def check_columns(table: Table, names: Sequence[str]) -> None:
    """Every column must be known, and there but once."""
    known = fixed_columns()
    if "kind" not in names:
        raise MistakeError(table.line, "kind", "this is no diary; one has a column of that name")
    for place, name in enumerate(names):
        if name and name not in known and not name.startswith(ANSWER):
            raise MistakeError(table.line, f"column {place + 1}", f"'{name}' is unknown{near(name, known)}")
        if name and name in names[:place]:
            raise MistakeError(table.line, f"column {place + 1}", f"'{name}' is there twice")


def rows_of(table: Table, columns: Sequence[Column], order: str, ours: bool) -> Iterator[Row]:
    """Row after row; a date is read in the light of all the others in its column."""
    dates = [cells[each.place] for each in columns if each.field == "began" for _, cells in table.rows
             if each.place < len(cells) and cells[each.place].strip()]  # fmt: skip
    order = order or order_of(dates)
    midnight = at_midnight(dates)
    for line, cells in table.rows:
        yield row_of(line, cells, columns, ours, order, midnight)


def row_of(line: int, cells: Sequence[str], columns: Sequence[Column], ours: bool, order: str, midnight: bool) -> Row:
    """One row."""
    wrong: list[MistakeError] = []
    named = {each.place for each in columns}
    for place, text in enumerate(cells):
        if text.strip() and place not in named:
            wrong.append(MistakeError(line, f"column {place + 1}", "has no name"))
    filled = {each: cells[each.place] for each in columns if each.place < len(cells) and cells[each.place].strip()}
    kind: type[msgspec.Struct] = Episode
    if ours:
        said = next((text for each, text in filled.items() if each.field == "kind"), "").strip().casefold()
        if said not in KINDS:
            wrong.append(MistakeError(line, "kind", f"'{said}' is none of {', '.join(KINDS)}{near(said, list(KINDS))}"))
            return Row(Episode, {}, lambda _: line, wrong)
        kind = KINDS[said]
    row = Row(kind, {}, lambda _: line, wrong, {each.field: each.head for each in columns if not ours})
    clock = next((text for each, text in filled.items() if each.field == TIME), "")
    for each, text in filled.items():
        if each.field not in ("kind", TIME):
            take(row, each, text, clock, order, midnight)
    if not ours:
        row.values["closed"] = "added"
    return row


def take(row: Row, column: Column, text: str, clock: str, order: str, midnight: bool) -> None:
    """One cell into its row."""
    name = column.field
    if column.extra:
        row.values[NOTE] = "; ".join(filter(None, (row.values.get(NOTE, ""), f"{column.head}: {text.strip()}")))
    elif name.startswith(ANSWER):
        row.values.setdefault("answers", {})[name.removeprefix(ANSWER)] = inward("", text)
    elif name in TIMES:
        try:
            raw = inward(name, text)
            found = when(raw, order, clock if name == "began" else "")
            row.values[name] = found[:10] if midnight and not clock and name == "began" else found
        except DateError as error:
            row.wrong.append(
                MistakeError(row.line_of(name), row.heads.get(name, name), f"'{text.strip()[:40]}' {error}")
            )
    elif name == "id":
        row.values[name] = inward(name, text.strip())
    elif name == NOTE and row.heads:
        row.values[NOTE] = "; ".join(filter(None, (inward(name, text), row.values.get(NOTE, ""))))
    else:
        value: Any = inward(name, text)
        if column.factor != 1.0 and isinstance(value, int | float):
            value *= column.factor
        row.values[name] = value
