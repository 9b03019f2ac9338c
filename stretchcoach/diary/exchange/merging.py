"""A file beside the diary: what is new, what is the same, and where the two differ.

An entry does not know when it was changed, so what the diary has is taken for the newer.
"""

import msgspec
from msgspec import Struct

from stretchcoach.diary.entries import Entry
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.file.rows import BRIEF, time_of
from stretchcoach.diary.file.store import Diary
from stretchcoach.words import diary_imports


class Merged(Struct):
    """What taking a file in comes to."""

    write: list[Entry] = []
    new: int = 0
    same: int = 0
    replaced: int = 0
    kept: int = 0
    """Those that differ, and stay as the diary has them."""
    differences: list[str] = []
    first: str = ""
    last: str = ""
    """From when to when the new ones are."""


def merged(diary: Diary, entries: Entries, replace: bool) -> Merged:
    """What would be written, and what that would change."""
    found = Merged()
    every: list[Entry] = [*entries.episodes, *entries.runs, *entries.changes]
    for entry in every:
        there = diary.get(entry.id)
        if there is None:
            found.new += 1
            found.first = min(found.first or time_of(entry), time_of(entry))
            found.last = max(found.last, time_of(entry))
        elif there == entry:
            found.same += 1
            continue
        else:
            found.differences.append(changed_fields(there, entry))
            found.replaced += replace
            found.kept += not replace
        if there is None or replace:
            found.write.append(entry)
    return found


def changed_fields(there: Entry, entry: Entry) -> str:
    """What the file would change in an entry."""
    head = f"{entry.id[:BRIEF]}, {time_of(there)[:16].replace('T', ' ')}"
    if type(there) is not type(entry):
        return diary_imports.another_kind(head)
    changes = [
        diary_imports.differs(field.name, _shown(getattr(there, field.name)), _shown(getattr(entry, field.name)))
        for field in msgspec.structs.fields(type(entry))
        if getattr(there, field.name) != getattr(entry, field.name)
    ]
    return f"{head}: {'; '.join(changes)}."


def _shown(value: object) -> str:
    text = "nothing" if value in (None, "", {}, (), []) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
