"""The diary as a FHIR R4 Bundle: the questions, the answers of every cramp, and what was measured.

There is no Patient in it, no identifier, and no note in the person's own words.  Ids are made from those of the
entries, and nothing depends on when or where it is made: the same diary gives the same bundle.
"""

import json
from collections.abc import Iterator
from itertools import chain, islice

from stretchcoach.core.messages import Level
from stretchcoach.diary.entries import moment
from stretchcoach.diary.exchange.exporting import PIECE, EntrySource
from stretchcoach.diary.exchange.fhir_questionnaire import SEED, Resource, item_kinds, made, questionnaire, url, uuid_of
from stretchcoach.diary.exchange.fhir_resources import Piece, ResourceWriter, entry, put_together
from stretchcoach.diary.exchange.fhir_workers import cramps_written
from stretchcoach.diary.report import phrasing
from stretchcoach.words import fhir_texts


def bundle(entries: EntrySource) -> Resource:
    """The whole diary; entries that were deleted stay out."""
    read: Resource = json.loads(b"".join(pieces(entries)))
    return read


def pieces(entries: EntrySource) -> Iterator[bytes]:
    """The same as JSON, a resource a line; its id comes last, for it is made of all the others."""
    name = SEED.copy()
    name.update(b"bundle")
    between = b'{"resourceType":"Bundle","type":"collection","entry":[\n'
    for ids, text in resources(entries):
        name.update(ids)
        yield between
        yield text
        between = b",\n"
    yield b'\n],"id":"%b"}\n' % uuid_of(name.hexdigest()).encode()


def resources(entries: EntrySource) -> Iterator[Piece]:
    """All that the bundle holds; the diary is gone through twice, for the questions come first."""
    latest = sorted(entries.changes, key=lambda each: moment(each.at))
    profile = {each.key: each.value for each in latest}
    kinds = item_kinds(chain(entries.sheets(False), entries.words(False), [profile]))
    yield put_together([entry(levels()), entry(questionnaire(kinds))])
    yield from cramps_written(entries, kinds)
    writer = ResourceWriter(kinds)
    last = [writer.of_profile(latest[-1].at, profile)] if latest else []
    rest = chain(last, (writer.of_run(run) for run in entries.runs if run.removed is None))
    while some := list(islice(rest, PIECE)):
        yield put_together(some)


def levels() -> Resource:
    """Our own four words for how much help is needed."""
    return {
        "resourceType": "CodeSystem",
        "id": made("levels"),
        "url": url("levels"),
        "name": "StretchcoachLevel",
        "title": fhir_texts.HOW_MUCH_HELP,
        "status": "active",
        "content": "complete",
        "description": fhir_texts.OWN_RECORD,
        "concept": [{"code": level.name, "display": phrasing.spaced(level.name.lower())} for level in sorted(Level)],
    }
