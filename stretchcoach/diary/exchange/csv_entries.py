"""Entries of a table as they stand in it: our own CSV, what a spreadsheet made of it, or a list kept elsewhere."""

import re
from collections.abc import Iterator, Sequence

from stretchcoach.diary.entries import Episode
from stretchcoach.diary.exchange import foreign_cells
from stretchcoach.diary.exchange.cells import inward
from stretchcoach.diary.exchange.columns import HALF, TIME, Column, bare_heading, look, matched
from stretchcoach.diary.exchange.dates import MIDNIGHT, DateError, at_midnight, example_of, order_of, when
from stretchcoach.diary.exchange.exporting import ANSWER, KINDS, fixed_columns
from stretchcoach.diary.exchange.foreign_cells import Interpreted
from stretchcoach.diary.exchange.freehand import is_no_answer
from stretchcoach.diary.exchange.grid import Grid, own
from stretchcoach.diary.exchange.json_entries import TIMES, MistakeError, RawEntry, near
from stretchcoach.words import diary_imports

OWN = frozenset(
    {"routine", "seconds", "finished", "steps", "at", "key", "value", "removed", "rules", "causes", "closed"}
)
"""Columns that only a table of our own has."""
UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
"""Letters without width, which come along from web pages and spreadsheets."""
ZONES = frozenset("time_zone timezone zone tz utc_offset offset zeitzone".split())
"""Headings of what would make another moment of a time."""
FEW = 3
"""So many of them make a table ours, though its kind is missing."""
SHORT = 4
"""Letters of a heading that may be a slip; of fewer, every other word is near to some name."""


def table_rows(table: Grid, order: str = "") -> tuple[Iterator[RawEntry], list[str]]:
    """The entries of a table, and what is made of its columns where it is not our own: whole once all rows are there.

    ``order``: which number comes first in a date like 03/04/2026, ``day`` or ``month``; empty: what the column tells.
    """
    names = [own(head) for head in table.heads]
    ours = "kind" in names or len(OWN & set(names)) >= FEW or any(name.startswith(ANSWER) for name in names)
    if ours and not table.foreign:
        check_columns(table, names)
        columns = [Column(place, head, own(head)) for place, head in enumerate(table.heads) if head.strip()]
        return rows_of(table, columns, order, None, []), []
    columns = matched(table.heads)
    if all(each.field != "began" for each in columns):
        raise MistakeError(table.line, "", diary_imports.NO_DATE_COLUMN)
    for each in columns:
        name = bare_heading(each.head)[0]
        if name in ZONES and any(cells[each.place].strip() for _, cells in table.rows if each.place < len(cells)):
            raise MistakeError(table.line, each.head, diary_imports.A_ZONE)
        guess = each.extra and name not in fixed_columns() and len(name) >= SHORT
        if guess and (hint := near(name, fixed_columns(), 0.8)):
            raise MistakeError(
                table.line, diary_imports.column(each.place + 1), diary_imports.unknown_column(each.head, hint)
            )
    told = [*titles(table.above), *look(columns)]
    return rows_of(table, columns, order, Interpreted(), told), told


def titles(above: Sequence[str]) -> list[str]:
    """What stood above the headings."""
    lines = diary_imports.ONE_LINE_ABOVE if len(above) == 1 else diary_imports.lines_above(len(above))
    shown = ", ".join(f"'{each[:60]}'" for each in above[:3])
    return [diary_imports.lines_left_out(lines, shown)] if above else []


def check_columns(table: Grid, names: Sequence[str]) -> None:
    """Every column must be known, and there but once."""
    known = fixed_columns()
    if "kind" not in names:
        raise MistakeError(table.line, "kind", diary_imports.NO_DIARY)
    for place, name in enumerate(names):
        if name and name not in known and not name.startswith(ANSWER):
            raise MistakeError(
                table.line, diary_imports.column(place + 1), diary_imports.unknown_column(name, near(name, known))
            )
        if name and name in names[:place]:
            raise MistakeError(table.line, diary_imports.column(place + 1), diary_imports.twice(name))


def rows_of(
    table: Grid, columns: Sequence[Column], order: str, heard: Interpreted | None, told: list[str]
) -> Iterator[RawEntry]:
    """Row after row; a date is read in the light of all the others in its column.

    ``heard``: for a list kept elsewhere, what its cells are taken for, told at the end.
    """
    dates = [bare(cells[each.place]) for each in columns if each.field == "began" for _, cells in table.rows
             if each.place < len(cells) and cells[each.place].strip()]  # fmt: skip
    order = order or order_of(dates)
    midnight = at_midnight(dates)
    if heard and (example := example_of(dates, order)):
        told.append(diary_imports.comes_first(order, example))
    for line, cells in table.rows:
        yield row_of(line, cells, columns, heard, order, midnight)
    told += heard.lines() if heard else []


def bare(text: str) -> str:
    """A cell of a date without what a spreadsheet puts before it: a mark of direction, or of text."""
    return UNSEEN.sub("", text).strip().removeprefix("'")


def row_of(
    line: int, cells: Sequence[str], columns: Sequence[Column], heard: Interpreted | None, order: str, midnight: bool
) -> RawEntry:
    named = {each.place for each in columns}
    wrong = [
        MistakeError(line, diary_imports.column(place + 1), diary_imports.HAS_NO_NAME)
        for place, text in enumerate(cells)
        if text.strip() and place not in named
    ]
    filled = {each: cells[each.place] for each in columns if each.place < len(cells) and cells[each.place].strip()}
    if heard:
        heads = {each.field: each.head for each in reversed(columns)}
        return foreign_row(RawEntry(Episode, {}, lambda _: line, wrong, heads), filled, heard, order, midnight)
    said = next((text for each, text in filled.items() if each.field == "kind"), "").strip().casefold()
    if said not in KINDS:
        wrong.append(
            MistakeError(line, "kind", diary_imports.none_of_kinds(said, ", ".join(KINDS), near(said, list(KINDS))))
        )
        return RawEntry(Episode, {}, lambda _: line, wrong)
    row = RawEntry(KINDS[said], {}, lambda _: line, wrong)
    for each, text in filled.items():
        if each.field.startswith(ANSWER):
            row.values.setdefault("answers", {})[each.field.removeprefix(ANSWER)] = inward("", text)
        elif each.field in TIMES:
            take_time(row, each, text, order, midnight)
        elif each.field != "kind":
            row.values[each.field] = inward(each.field, text.strip() if each.field == "id" else text)
    return row


def foreign_row(row: RawEntry, filled: dict[Column, str], heard: Interpreted, order: str, midnight: bool) -> RawEntry:
    """One row of a list kept elsewhere."""
    said = {each.field: text.strip() for each, text in filled.items() if not is_no_answer(text, each.field == TIME)}
    hour, half = said.get(TIME, ""), said.get(HALF, "")
    clock = f"{hour} {half}".strip() if hour else ""
    for each, text in filled.items():
        if each.field == "began":
            take_time(row, each, text if hour or not half else f"{text.strip()} {half}", order, midnight, clock)
        elif each.field not in (TIME, HALF):
            foreign_cells.take_cell(row, each, text, heard)
    foreign_cells.identify(row)
    row.values["closed"] = "added"
    return row


def moment_of(text: str, order: str, clock: str) -> str:
    """A day with the time beside it, which may itself tell that day once more."""
    try:
        whole = when(clock, order)
    except DateError:
        whole = ""
    if "T" not in whole:
        return when(text, order, clock)
    if when(text, order)[:10] != whole[:10]:
        raise DateError(diary_imports.ANOTHER_TIME)
    return whole


def take_time(row: RawEntry, column: Column, text: str, order: str, midnight: bool, clock: str = "") -> None:
    """A time, or a date, into its row."""
    name = column.field
    said = bare(text)
    try:
        found = moment_of(MIDNIGHT.sub("", said) if midnight and clock else said, order, clock)
        row.values[name] = found[:10] if midnight and not clock and name == "began" else found
    except DateError as error:
        key = row.heads.get(name, name)
        row.wrong.append(MistakeError(row.line_of(name), key, f"'{text.strip()[:40]}' {error}"))
