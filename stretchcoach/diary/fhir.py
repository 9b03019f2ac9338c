"""The diary as a FHIR R4 Bundle: the questions, the answers of every cramp, and what was measured.

There is no Patient in it, no identifier, and no note in the person's own words.  Ids are made from those of the
entries, and nothing depends on when or where it is made: the same diary gives the same bundle.
"""

import functools
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import msgspec

from stretchcoach.core.messages import Level
from stretchcoach.core.visible import json_visible
from stretchcoach.diary import known
from stretchcoach.diary.entries import Episode, RoutineRun, moment, timed
from stretchcoach.diary.exporting import Source
from stretchcoach.diary.survey import (
    SEED,
    Kinds,
    Resource,
    concept,
    instant,
    item_kinds,
    items,
    made,
    questionnaire,
    responses,
    url,
    uuid_of,
)

UCUM = "http://unitsofmeasure.org"
SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
NO_DIAGNOSIS = "The person's own record and an automatic reading of the answers; not a diagnosis."


def bundle(entries: Source) -> Resource:
    """The whole diary; entries that were deleted stay out."""
    found = list(resources(entries))
    return {
        "resourceType": "Bundle",
        "id": made("bundle", *(each["id"] for each in found)),
        "type": "collection",
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in found],
    }


def pieces(entries: Source) -> Iterator[bytes]:
    """The same as JSON, a resource a line; its id comes last, for it is made of all the others."""
    name = SEED.copy()
    name.update(b"bundle")
    encode = msgspec.json.Encoder().encode
    between = b'{"resourceType":"Bundle","type":"collection","entry":[\n'
    for each in resources(entries):
        key = each["id"].encode()
        name.update(b"\n" + key)
        text = encode(each)
        if not text.isascii():
            text = json_visible(text.decode()).encode()
        yield b'%b{"fullUrl":"urn:uuid:%b","resource":%b}' % (between, key, text)
        between = b",\n"
    yield b'\n],"id":"%b"}\n' % uuid_of(name.hexdigest()).encode()


def resources(entries: Source) -> Iterator[Resource]:
    """All that the bundle holds, one by one; the diary is gone through twice, for the questions come first."""
    latest = sorted(entries.changes, key=lambda each: moment(each.at))
    profile = {each.key: each.value for each in latest}
    kinds = item_kinds(chain(entries.sheets(False), entries.words(False), [profile]))
    yield levels()
    yield questionnaire(kinds)
    for episode in entries.episodes:
        if episode.removed is None:
            yield from of_episode(episode, kinds)
    if latest:
        yield of_profile(latest[-1].at, profile, kinds)
    for run in entries.runs:
        if run.removed is None:
            yield of_run(run)


def levels() -> Resource:
    """Our own four words for how much help is needed."""
    return {
        "resourceType": "CodeSystem",
        "id": made("levels"),
        "url": url("levels"),
        "name": "StretchcoachLevel",
        "title": "How much help the safety questions of stretchcoach call for",
        "status": "active",
        "content": "complete",
        "description": NO_DIAGNOSIS,
        "concept": [{"code": level.name, "display": known.spaced(level.name.lower())} for level in sorted(Level)],
    }


def of_episode(episode: Episode, kinds: Kinds) -> list[Resource]:
    """One cramp: its answers, the cramp itself, pain, and the level."""
    response = made("response", episode.id)
    found = [
        responses(response, episode.began, "in-progress" if episode.pending else "completed",
                  items(known.answers(episode), kinds)),
        cramp(episode),
    ]  # fmt: skip
    if episode.severity is not None:
        found.append(pain(made("worst", episode.id), "Pain at its worst, 0 to 10", episode.began, episode.severity))
    if episode.pain_after is not None:
        at = ended(episode) or episode.began
        found.append(pain(made("after", episode.id), "Pain afterwards, 0 to 10", at, episode.pain_after))
    if episode.level is not None:
        found.append(level_of(episode, episode.level, response))
    return found


def pain(name: str, text: str, at: str, score: int) -> Resource:
    """How strong the pain was."""
    return observation(name, concept(text, "pain"), effectiveDateTime=at, valueInteger=score)


def observation(name: str, code: Resource, **more: Any) -> Resource:
    """Something observed."""
    if "effectiveDateTime" in more:
        more["effectiveDateTime"] = instant(more["effectiveDateTime"])
    return {
        "resourceType": "Observation",
        "id": name,
        "status": "final",
        "category": [{"coding": [SURVEY]}],
        "code": code,
        **more,
    }


def cramp(episode: Episode) -> Resource:
    """The cramp: when, where, for how long, and what relieved it."""
    place = episode.place if episode.place in ("foot", "thigh") else "calf"
    side = {"left": "left ", "right": "right ", "both": "both "}.get(episode.side or "", "")
    code = concept("Cramp in the lower leg", "cramp") if place == "calf" else concept(f"Cramp in the {place}")
    period = {"start": instant(episode.began)}
    if episode.minutes is not None and (end := ended(episode)):
        period["end"] = instant(end)
    more: Resource = {"effectivePeriod": period}
    if side:
        more["bodySite"] = concept(f"{side}{place}", side.strip())
    component = [
        {"code": concept(text, code=code), "valueQuantity": quantity(value, unit)}
        for text, code, value, unit in (
            ("How long", "duration", episode.minutes, "min"),
            ("Relieved after", "relieved_after", episode.relieved_after, "s"),
            ("Sleep disturbance, 0 to 10", "sleep", episode.sleep, "{score}"),
        )
        if value is not None
    ]
    component += worded(episode.relieved_by, episode.doing, episode.posture)
    return observation(made("cramp", episode.id), code, **more, **({"component": component} if component else {}))


@functools.lru_cache(1024)
def worded(relieved_by: str | None, doing: str | None, posture: str | None) -> tuple[Resource, ...]:
    """What was said in words, as components."""
    parts = (
        ("Relieved by", "relieved_by", relieved_by),
        ("What was being done", "doing", doing),
        ("Position", "posture", posture),
    )
    return tuple(
        {"code": concept(text, code=code), "valueCodeableConcept": {"text": word}}
        for text, code, word in parts
        if word and word.strip()
    )


def quantity(value: float | str, unit: str) -> Resource:
    """A number with its unit."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def level_of(episode: Episode, level: str, response: str) -> Resource:
    """What the safety questions called for, with the rules that said so."""
    found = observation(
        made("level", episode.id),
        concept("How much help the safety questions call for", code="level"),
        effectiveDateTime=episode.began,
        valueCodeableConcept={"coding": [{"system": url("levels"), "code": level}]},
        note=[{"text": NO_DIAGNOSIS}],
        derivedFrom=[{"reference": f"urn:uuid:{response}"}],
    )
    if rules := ruled(episode.rules):
        found["component"] = rules
    return found


@functools.lru_cache(1024)
def ruled(rules: tuple[str, ...]) -> list[Resource]:
    """The rules that said so, as components."""
    return [{"code": concept("Rule", code="rule"), "valueString": each} for each in rules if each.strip()]


def of_profile(latest: str, profile: Resource, kinds: Kinds) -> Resource:
    """What is known about the person, as it was said last."""
    return responses(made("profile", latest), latest, "completed", items(profile, kinds))


def of_run(run: RoutineRun) -> Resource:
    """A routine that was run; an observation, for a procedure would need a patient."""
    return observation(
        made("run", run.id),
        concept(f"Stretch routine {run.routine}".strip(), code="routine"),
        effectiveDateTime=run.began,
        valueQuantity=quantity(round(run.seconds / 60, 2), "min"),
    )


def ended(episode: Episode) -> str:
    """When it was over, as far as that is known; empty where the hour is not."""
    return _ended(episode.began, episode.minutes or 0) if timed(episode.began) else ""


@functools.lru_cache(16)
def _ended(began: str, minutes: float) -> str:
    return (datetime.fromisoformat(began) + timedelta(minutes=minutes)).isoformat()
