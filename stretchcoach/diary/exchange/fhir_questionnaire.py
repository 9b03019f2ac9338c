"""The questions of the FHIR bundle and the answers to them, with what all its resources are named by."""

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from hashlib import sha1
from typing import Any
from uuid import UUID

from stretchcoach.core.knowledge import Item
from stretchcoach.diary.entries import Said, timed
from stretchcoach.diary.report import phrasing, terms
from stretchcoach.words import fhir_texts

Resource = dict[str, Any]
Kinds = dict[str, tuple[str, list[str]]]
"""By question: its type, and its options."""
VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""The digit that tells a UUID of this kind, by the one in its place."""
HOUSE = UUID("5b0f3c1e-7a53-4d0e-9a64-1f6a5e7c2d10")
"""Names everything that is ours."""
SEED = sha1(HOUSE.bytes, usedforsecurity=False)
CODE = re.compile(r"[^\s]+(\s[^\s]+)*")
"""What FHIR takes for a code."""
UNKNOWN = {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "asked-unknown"}


def made(*parts: str) -> str:
    """An id that is always the same for the same parts: their UUID of version 5 in our house."""
    seed = SEED.copy()
    seed.update("\n".join(parts).encode())
    return uuid_of(seed.hexdigest())


def maker(kind: str) -> Callable[[str], str]:
    """The same for one kind of resource, quickly: makes an id of that of an entry."""
    seed = SEED.copy()
    seed.update(f"{kind}\n".encode())

    def of(key: str) -> str:
        each = seed.copy()
        each.update(key.encode())
        return uuid_of(each.hexdigest())

    return of


def uuid_of(digest: str) -> str:
    """The UUID of version 5 that a SHA-1 sum stands for."""
    variant = VARIANT[digest[16]]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


@functools.cache
def url(name: str) -> str:
    """The address of one of our own definitions: a name, not a place in the network."""
    return f"urn:uuid:{made(name)}"


def concept(text: str, *names: str, code: str = "") -> Resource:
    """A text with the codes that are known for it, or with one of our own."""
    return _concept(text, names, code, bool(terms.codes()))


@functools.lru_cache(1024)
def _concept(text: str, names: tuple[str, ...], code: str, coded: bool) -> Resource:
    table = terms.codes() if coded else {}
    coding = [{key: table[name][key] for key in ("system", "code", "display")} for name in names if name in table]
    coding += [{"system": url("terms"), "code": code, "display": text}] if code else []
    return {"text": text, **({"coding": coding} if coding else {})}


WHOLE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
"""A time as FHIR has it."""


def instant(text: str) -> str:
    """A time in the form of FHIR: seconds and offset are there, or it is a date alone."""
    if WHOLE.fullmatch(text):
        return text
    return text if not timed(text) else datetime.fromisoformat(text).isoformat(timespec="seconds")


def item_kinds(sheets: Iterable[Mapping[str, Any]]) -> Kinds:
    """Every question, the program's and those of older entries: its type, and its options."""
    kinds: dict[str, str] = {}
    options: dict[str, list[str]] = {}
    for item in terms.questions().values():
        offered = () if item.kind == "multi" else (each.value for each in item.choices)
        kinds[item.key] = "decimal" if item.kind == "number" else "choice"
        listed = dict.fromkeys((*item.options, *offered, "not_sure"))
        options[item.key] = [] if item.kind == "number" else list(listed)
    settled = {key: set(listed) for key, listed in options.items()}
    for sheet in sheets:
        for key, value in sheet.items():
            if type(value) is str and value in settled.get(key, ()):
                continue
            kinds[key] = _kind(kinds.get(key, ""), value)
            new = [each for each in coded(value) if CODE.fullmatch(each)]
            settled.setdefault(key, set()).update(new if kinds[key] == "choice" else ())
            options.setdefault(key, []).extend(each for each in new if each not in options[key])
    own = {item.key: len(item.options) for item in terms.questions().values()}
    return {
        key: (kind or "string", [*options[key][: own.get(key, 0)], *sorted(options[key][own.get(key, 0) :])])
        for key, kind in sorted(kinds.items())
        if key.strip()
    }


def _kind(kind: str, value: Said) -> str:
    """The type of a question that was of this one, once this was answered to it."""
    said = coded(value)
    if said and not (kind in ("", "decimal") and all(each == "not_sure" for each in said)):
        return "choice" if kind != "open-choice" and all(map(CODE.fullmatch, said)) else "open-choice"
    return kind or "decimal" if is_number(value) else kind


def is_number(value: Said) -> bool:
    """Whether a number was said."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def coded(value: Said) -> list[str]:
    """The options that an answer names; none for a number, or where it was left open."""
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    several = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return [each for each in several if each.strip()]


def questionnaire(kinds: Kinds) -> Resource:
    asked = terms.questions()
    items: list[Resource] = []
    for key, (kind, options) in kinds.items():
        labels = {choice.value: choice.label for choice in asked[key].choices} if key in asked else {}
        item: Resource = {"linkId": key, "text": asked[key].ask if key in asked else phrasing.spaced(key), "type": kind}
        if "choice" in kind:
            item["repeats"] = key not in asked or asked[key].kind == "multi"
            item["answerOption"] = [{"valueCoding": coding(each, labels.get(each, ""))} for each in options]
        item |= conditions(asked[key], kinds) if key in asked else {}
        items.append({name: part for name, part in item.items() if part != []})
    return {
        "resourceType": "Questionnaire",
        "id": made("questionnaire"),
        "url": url("questionnaire"),
        "version": "1",
        "status": "active",
        "title": fhir_texts.WHAT_IS_ASKED,
        "copyright": fhir_texts.LOINC,
        "item": items,
    }


def conditions(item: Item, kinds: Kinds) -> Resource:
    """When a question is asked; nothing where that cannot be said in options."""
    pairs = [(each.key, value) for each in item.only_if for value in each.values]
    if not all(kinds.get(key, ("", []))[0] == "choice" and value in kinds[key][1] for key, value in pairs) or not pairs:
        return {}
    when = [{"question": key, "operator": "=", "answerCoding": coding(value)} for key, value in pairs]
    return {"enableWhen": when, **({"enableBehavior": "any"} if len(when) > 1 else {})}


@functools.lru_cache(4096)
def coding(code: str, label: str = "") -> Resource:
    """An option as a code of our own."""
    return {"system": url("terms"), "code": code, "display": label or phrasing.spaced(code)}


def item(key: str, value: Said, kind: str) -> Resource:
    """An answer with its question; one that was left open has its question and no answer."""
    said = answer(value, kind)
    return {"linkId": key, **({"answer": said} if said else {})}


def answer(value: Said, kind: str) -> list[Resource]:
    """One answer in the type of its question."""
    if kind == "decimal":
        if value == "not_sure":
            return [{"_valueDecimal": {"extension": [UNKNOWN]}}]
        return [{"valueDecimal": value}] if is_number(value) else []
    said = [f"{value:g}"] if is_number(value) and isinstance(value, int | float) else coded(value)
    if kind == "string":
        return []
    return [{"valueCoding": coding(each)} if CODE.fullmatch(each) else {"valueString": each} for each in said]


@functools.cache
def asked_in() -> str:
    """The questions, as a sheet of answers names them."""
    return f"{url('questionnaire')}|1"
