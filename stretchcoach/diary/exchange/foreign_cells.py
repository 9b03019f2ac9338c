"""The cells of a list kept elsewhere, into their rows; whatever was not plain is told, cell by cell."""

import re
from typing import Any
from uuid import uuid5

from msgspec import Struct, field

from stretchcoach.diary.entries import PLACES
from stretchcoach.diary.exchange.cells import LEGS, LENGTHS, NUMBERS, SCALES, inward, number_in
from stretchcoach.diary.exchange.columns import NOTE, Column
from stretchcoach.diary.exchange.fhir_questionnaire import HOUSE
from stretchcoach.diary.exchange.freehand import TEN, WORDED_SCALES, is_no_answer, length_in, pain, sure
from stretchcoach.diary.exchange.json_entries import MistakeError, RawEntry
from stretchcoach.diary.exchange.legs import leg_named
from stretchcoach.words import diary_imports

OURS = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""An id that the diary may have made; any other is the number of a row in a list of somebody's."""
THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}(?!\d)")
"""A number that English and German read differently."""
SHOWN = 8
"""Readings of a column that are told."""
KEPT = 200


class Interpreted(Struct, frozen=True):
    """What was made of cells that were not plain, by column."""

    readings: dict[str, dict[str, str]] = {}
    scores: set[str] = field(default_factory=set)
    """Columns with pain in words."""

    def add(self, head: str, raw: str, meaning: str) -> None:
        """A cell, and what it was taken for."""
        found = self.readings.setdefault(head, {})
        if len(found) < KEPT:
            found[raw.strip()] = meaning

    def lines(self) -> list[str]:
        """A line for each column."""
        told = []
        for head, readings in self.readings.items():
            parts = [diary_imports.means(raw, meaning) for raw, meaning in readings.items()]
            more = diary_imports.and_so_many_more(len(parts) - SHOWN) if len(parts) > SHOWN else ""
            sign = "; " if any("," in each for each in readings.values()) else ", "
            scale = diary_imports.PAIN_FROM_0 if head in self.scores else ""
            told.append(f"'{head}': {sign.join(parts[:SHOWN])}{more}{scale}")
        return told


def take_cell(row: RawEntry, column: Column, text: str, heard: Interpreted) -> None:
    """One cell of a list kept elsewhere; dates are none of these."""
    name, said = column.field, text.strip()
    if name == NOTE:
        note = f"{column.head}: {said}" if column.extra else inward(name, text)
        parts = (row.values.get(NOTE, ""), note) if column.extra else (note, row.values.get(NOTE, ""))
        row.values[NOTE] = "; ".join(filter(None, parts))
        return
    if is_no_answer(said, name in NUMBERS):
        heard.add(column.head, said, "nothing")
    elif name == "id":
        row.values[name] = said
    elif name in LEGS and (found := leg_named(said)):
        for each, word in zip(LEGS, found, strict=True):
            if word and (each == name or each not in row.values):
                row.values[each] = word
        if said.casefold() != found[LEGS.index(name)]:
            heard.add(column.head, said, ", ".join(filter(None, found)))
    elif name == "place" and inward(name, text) not in PLACES:
        row.values[NOTE] = "; ".join(filter(None, (row.values.get(NOTE, ""), f"{column.head}: {said}")))
    elif name in SCALES and column.most != TEN and _beyond(number_in(name, said), column.most):
        row.wrong.append(MistakeError(row.line_of(name), column.head, diary_imports.not_from_0(said, column.most)))
    elif name in LENGTHS and THOUSANDS.match(said):
        row.wrong.append(MistakeError(row.line_of(name), column.head, diary_imports.doubtful_comma(said)))
    else:
        row.values[name] = cell_value(column, text, heard)


def _beyond(said: Any, most: int) -> bool:
    return not isinstance(said, str) and not 0 <= said <= most


def cell_value(column: Column, text: str, heard: Interpreted) -> Any:
    """What a cell says, in the type of its field where it can be read as that."""
    name, said = column.field, text.strip()
    found: Any = None
    if name in SCALES:
        found = pain(said, column.most, name in WORDED_SCALES)
        if found is not None and not said[:1].isdigit() and said[:1] not in "~≈":
            heard.scores.add(column.head)
    elif name in LENGTHS:
        seconds = length_in(said, column.hours)
        if seconds is not None:
            found = seconds / LENGTHS[name]
        elif not isinstance(plain := number_in(name, said), str):
            return plain * column.factor
        elif (about := length_in(f"{said} s")) is not None:
            found = about * column.factor
    elif name == "woke":
        found = sure(said)
    if found is None:
        found = inward(name, text)
    told = f"{found:g}" if isinstance(found, float | int) else str(found).replace("_", " ")
    if found != text and said.casefold() not in (told, str(found)):
        heard.add(column.head, said, told)
    return found


def identify(row: RawEntry) -> None:
    """Give a row with a number in its list an id made of that and of its day, so that two lists do not meet."""
    said = str(row.values.get("id", ""))
    if said and not OURS.fullmatch(said):
        row.values["id"] = uuid5(HOUSE, f"{said}\n{str(row.values.get('began', ''))[:10]}").hex
