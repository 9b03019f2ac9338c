"""A table as a grid of cells under headings, out of a CSV file of whatever kind."""

import csv
import io
from collections.abc import Sequence

from msgspec import Struct

from stretchcoach.diary.exchange.cells import inward
from stretchcoach.diary.exchange.columns import NOTE, bare_heading, matched
from stretchcoach.diary.exchange.exporting import ANSWER, fixed_columns
from stretchcoach.diary.exchange.json_entries import MistakeError
from stretchcoach.words import diary_imports

LARGEST_CELL = 10_000_000
DELIMITERS = ",;\t|"
TOP = 15
"""Rows at the top, among which the headings are."""


class Grid(Struct, frozen=True):
    """Rows under their headings, each with its line; blank ones left out."""

    heads: list[str]
    rows: list[tuple[int, list[str]]]
    line: int = 1
    """The line of the headings."""
    above: tuple[str, ...] = ()
    """What stood above them."""
    foreign: bool = False
    """Whether it cannot be a table of ours, whatever its headings."""


def table_of(text: str) -> Grid:
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
        raise MistakeError(reader.line_num + skipped, "", diary_imports.not_csv(error)) from None
    if not lines:
        raise MistakeError(1, "", diary_imports.NOTHING_IN_IT)
    top = headings([cells for _, cells in lines[:TOP]])
    above = tuple(", ".join(cell.strip() for cell in cells if cell.strip()) for _, cells in lines[:top])
    return Grid([plainly(head) for head in lines[top][1]], lines[top + 1 :], lines[top][0], above)


def headings(rows: Sequence[Sequence[str]]) -> int:
    """Which of the first rows names the columns; titles may stand above it."""
    known = [_known(cells) for cells in rows]
    best = max(range(len(rows)), key=lambda place: (known[place], -place))
    return best if known[best] > max(1, known[0]) or not known[0] else 0


def _known(cells: Sequence[str]) -> int:
    """How many cells are headings that mean something; none, if the date of a cramp is not among them."""
    names = [own(cell) for cell in cells if cell.strip()]
    columns = matched(cells)
    if "kind" not in names and all(each.field != "began" for each in columns):
        return 0
    return max(sum(name in fixed_columns() for name in names), sum(not each.extra for each in columns))


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
    top = [line for line in text.split("\n", 2 * TOP)[: 2 * TOP] if line.strip()][:TOP]
    known = set(fixed_columns())
    best = max(
        DELIMITERS, key=lambda each: (max((_fits(line, each, known) for line in top), default=(0, 0)),
                                      -DELIMITERS.index(each)),
    )  # fmt: skip
    return best, 0


def _fits(head: str, delimiter: str, known: set[str]) -> tuple[int, int]:
    """How well a line of headings falls into parts: those that mean something, and all."""
    try:
        cells = next(csv.reader([head], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    told = sum(bare_heading(cell)[0] in known or each.field != NOTE for cell in cells for each in matched([cell]))
    return told, len(cells)


def own(head: str) -> str:
    """The name of a column of ours, whatever became of its capitals; an answer's is as it is."""
    if head.casefold().startswith(ANSWER):
        return ANSWER + head[len(ANSWER) :]
    return head.strip().casefold().replace(" ", "_")
