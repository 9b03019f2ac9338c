"""The entries of a diary as FHIR resources in JSON.

A long diary says the same few things many times over.  What is alike is encoded once and kept; only ids, times and
numbers are put in anew, and every text that stands in it came out of the encoder.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec

from stretchcoach.core.visible import json_visible
from stretchcoach.diary.entries import Episode, RoutineRun, timed
from stretchcoach.diary.exchange.fhir_questionnaire import Kinds, asked_in, concept, instant, item, maker, url
from stretchcoach.diary.report import terms
from stretchcoach.words import fhir_texts

UCUM = "http://unitsofmeasure.org"
SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
Named = tuple[str, str]
"""The id of a resource, and the JSON of its entry in the bundle."""
Piece = tuple[bytes, bytes]
"""The ids of several, each after a line break, and their JSON with commas between."""
PARTS = 4096
"""Texts of a kind that are kept."""
MEASURES = (
    ("minutes", fhir_texts.HOW_LONG, "duration", "min"),
    ("relieved_after", fhir_texts.RELIEVED_AFTER, "relieved_after", "s"),
    ("sleep", fhir_texts.SLEEP_DISTURBANCE, "sleep", "{score}"),
)
"""The numbers of a cramp: field, text, code, unit."""


def encoded(value: object) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def entry(found: Mapping[str, Any]) -> Named:
    """A resource of which there is but one."""
    return found["id"], f'{{"fullUrl":"urn:uuid:{found["id"]}","resource":{encoded(found)}}}'


def put_together(some: Sequence[Named]) -> Piece:
    """Several resources as one piece."""
    text = ",\n".join([text for _, text in some])
    ids = "".join([f"\n{key}" for key, _ in some])
    return ids.encode(), (text if text.isascii() and "\x7f" not in text else json_visible(text)).encode()


class ResourceWriter:
    """Writes resources; what many of them have alike, it encodes once."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._item: Callable[[str, Any], str] = lru_cache(PARTS, typed=True)(self._encode_item)
        self._order = lru_cache(PARTS)(self._sorted)
        self._place = lru_cache(PARTS)(_place)
        self._worded = lru_cache(PARTS)(_worded)
        self._level = lru_cache(PARTS)(_level)
        self._routine = lru_cache(PARTS)(_routine)
        self._run_id = maker("run")
        self._ids = tuple(map(maker, ("response", "cramp", "worst", "after", "level")))
        self._measures = tuple((name, *_measure(text, code, unit)) for name, text, code, unit in MEASURES)
        self._worst = _observed(concept(fhir_texts.PAIN_AT_ITS_WORST, "pain"))
        self._after = _observed(concept(fhir_texts.PAIN_AFTERWARDS, "pain"))
        self._sheet = f'"questionnaire":{encoded(asked_in())},"status":'

    def piece(self, cramps: Sequence[Episode]) -> Piece:
        """The resources of several cramps."""
        return put_together([each for cramp in cramps for each in self.of_episode(cramp)])

    def of_episode(self, episode: Episode) -> list[Named]:
        """One cramp: its answers, the cramp itself, pain, and the level."""
        began, key, severity, pain_after = instant(episode.began), episode.id, episode.severity, episode.pain_after
        response, cramp, worst, after, level = self._ids
        sheet, name = response(key), cramp(key)
        status = "in-progress" if episode.pending else "completed"
        end = _end(episode, began)
        found = [
            (sheet, self._responses(sheet, began, status, terms.answers_said(episode))),
            (name, self._cramp(name, episode, began, end)),
        ]
        if severity is not None:
            found.append(_scored(worst(key), self._worst, began, severity))
        if pain_after is not None:
            found.append(_scored(after(key), self._after, end or began, pain_after))
        if episode.level is not None:
            name = level(key)
            head, tail = self._level(episode.level, episode.rules)
            text = f'{_head("Observation", name)}{head}"effectiveDateTime":"{began}",{tail[0]}{sheet}{tail[1]}}}}}'
            found.append((name, text))
        return found

    def of_profile(self, at: str, profile: Mapping[str, Any]) -> Named:
        """What is known about the person, as it was said last."""
        name = maker("profile")(at)
        return name, self._responses(name, instant(at), "completed", profile)

    def of_run(self, run: RoutineRun) -> Named:
        """A routine that was run; an observation, for a procedure would need a patient."""
        name = self._run_id(run.id)
        code = self._routine(run.routine)
        value = encoded(_quantity(round(run.seconds / 60, 2), "min"))
        return (
            name,
            f'{_head("Observation", name)}{code}"effectiveDateTime":"{instant(run.began)}","valueQuantity":{value}}}}}',
        )

    def _responses(self, name: str, at: str, status: str, sheet: Mapping[str, Any]) -> str:
        """A sheet of answers; one that was left open has its question and no answer."""
        items = ",".join(
            [
                self._encode_item(key, value) if type(value := sheet[key]) is list else self._item(key, value)
                for key in self._order(tuple(sheet))
            ]
        )
        end = f',"item":[{items}]}}}}' if items else "}}"
        return f'{_head("QuestionnaireResponse", name)}{self._sheet}"{status}","authored":"{at}"{end}'

    def _sorted(self, keys: tuple[str, ...]) -> list[str]:
        return sorted(self._kinds.keys() & keys)

    def _encode_item(self, key: str, value: Any) -> str:
        return encoded(item(key, value, self._kinds[key][0]))

    def _cramp(self, name: str, episode: Episode, began: str, end: str) -> str:
        """The cramp: when, where, for how long, and what relieved it."""
        parts = [
            f"{before}{value!r}{after}"
            for field, before, after in self._measures
            if (value := getattr(episode, field)) is not None
        ]
        if words := self._worded(episode.relieved_by, episode.doing, episode.posture):
            parts.append(words)
        code, site = self._place(episode.place, episode.side)
        until = f',"end":"{end}"' if end and episode.minutes is not None else ""
        component = f',"component":[{",".join(parts)}]' if parts else ""
        return f'{_head("Observation", name)}{code}"effectivePeriod":{{"start":"{began}"{until}}}{site}{component}}}}}'


def _head(kind: str, name: str) -> str:
    """How the entry of a resource begins; two brackets end it."""
    return f'{{"fullUrl":"urn:uuid:{name}","resource":{{"resourceType":"{kind}","id":"{name}",'


def _scored(name: str, observed: str, at: str, score: int) -> Named:
    """A score that was given."""
    return name, f'{_head("Observation", name)}{observed}"effectiveDateTime":"{at}","valueInteger":{score:d}}}}}'


def _observed(code: Any) -> str:
    """How it goes on: what was observed."""
    return encoded({"status": "final", "category": [{"coding": [SURVEY]}], "code": code})[1:-1] + ","


def _routine(routine: str) -> str:
    return _observed(concept(fhir_texts.routine(routine).strip(), code="routine"))


def _place(place: str | None, side: str | None) -> Named:
    """What was observed, and where."""
    part = place if place in ("foot", "thigh") else "calf"
    code = concept(fhir_texts.CRAMP_IN_THE_LOWER_LEG, "cramp") if part == "calf" else concept(fhir_texts.cramp_in(part))
    site = encoded(concept(f"{side} {part}", side)) if side in ("left", "right", "both") else ""
    return _observed(code), f',"bodySite":{site}' if site else ""


def _measure(text: str, code: str, unit: str) -> Named:
    """What stands before a number, and after it."""
    whole = encoded({"code": concept(text, code=code), "valueQuantity": _quantity(0, unit)})
    before, sign, after = whole.partition('"value":')
    return before + sign, after[1:]


def _quantity(value: Any, unit: str) -> dict[str, Any]:
    """A number with its unit."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def _worded(relieved_by: str | None, doing: str | None, posture: str | None) -> str:
    """What was said in words, as components."""
    parts = (
        (fhir_texts.RELIEVED_BY, "relieved_by", relieved_by),
        (fhir_texts.DOING, "doing", doing),
        (fhir_texts.POSITION, "posture", posture),
    )
    return encoded(
        [
            {"code": concept(text, code=code), "valueCodeableConcept": {"text": word}}
            for text, code, word in parts
            if word and word.strip()
        ]
    )[1:-1]


def _level(level: str, rules: tuple[str, ...]) -> tuple[str, Named]:
    """What the safety questions called for, with the rules that said so; the id of the answers goes between."""
    called = {
        "valueCodeableConcept": {"coding": [{"system": url("levels"), "code": level}]},
        "note": [{"text": fhir_texts.OWN_RECORD}],
    }
    rest = {
        "component": [
            {"code": concept(fhir_texts.RULE, code="rule"), "valueString": each} for each in rules if each.strip()
        ]
    }
    tail = f",{encoded(rest)[1:-1]}" if rest["component"] else ""
    before = f'{encoded(called)[1:-1]},"derivedFrom":[{{"reference":"urn:uuid:'
    return _observed(concept(fhir_texts.HELP_CALLED_FOR, code="level")), (before, f'"}}]{tail}')


def _end(episode: Episode, began: str) -> str:
    """When it was over, as far as that is known; empty where the hour is not."""
    if not timed(began):
        return ""
    if not episode.minutes:
        return began
    return (datetime.fromisoformat(episode.began) + timedelta(minutes=episode.minutes)).isoformat(timespec="seconds")
