"""The FHIR bundle: valid to a library that knows the standard, always the same, and without a name."""

import json
import os
import re
from collections.abc import Generator
from typing import Any

import pytest
from diaries import cramp, diaries, ran
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from msgspec.structs import replace

from stretchcoach.diary.entries import Episode, ProfileChange
from stretchcoach.diary.exchange import fhir, fhir_workers
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.exchange.fhir_questionnaire import Kinds, item_kinds
from stretchcoach.diary.exchange.fhir_resources import ResourceWriter
from stretchcoach.diary.report import terms

ENTRIES = Entries(
    (
        cramp(
            9, minutes=4.5, side="left", place="calf", severity=8, pain_after=2, sleep=6, woke="yes",
            relieved_by="toes_up", relieved_after=40.0, level="SAME_DAY", rules=("R3",), note="Dr Who, 12 High Street",
            answers={"rf_chest": "no", "injury": "none", "leg_changed": "not_sure", "urine": None,
                     "cups_today": "not_sure", "meds": ["sugar", "water_tablet"], "old_key": True},
        ),
        cramp(3, place="foot"),
        cramp(2, removed="2026-11-23T00:00:00+01:00", note="gone"),
        cramp(1, answers={"cups_today": 3.0}),
    ),
    (ran(2),),
    (ProfileChange(id="a" * 32, at="2026-11-01T10:00:00+01:00", key="conditions", value=["diabetes"]),),
)  # fmt: skip


def resources(kind: str, entries: Entries = ENTRIES) -> list[dict[str, Any]]:
    every = [each["resource"] for each in fhir.bundle(entries)["entry"]]
    return [each for each in every if each["resourceType"] == kind]


def test_a_library_that_knows_the_standard_takes_it() -> None:
    made = fhir.bundle(ENTRIES)
    read = Bundle.model_validate_json(json.dumps(made))
    assert len(read.entry or ()) == len(made["entry"]) == 13


@settings(max_examples=40, deadline=None)
@given(diaries)
def test_whatever_the_diary_holds(entries: Entries) -> None:
    Bundle.model_validate_json(json.dumps(fhir.bundle(entries)))


def test_every_answer_has_its_question_and_its_option() -> None:
    (sheet,) = resources("Questionnaire")
    asked = {item["linkId"]: item for item in sheet["item"]}
    assert {when["question"] for item in sheet["item"] for when in item.get("enableWhen", [])} <= asked.keys()
    assert terms.questions().keys() <= asked.keys()
    for response in resources("QuestionnaireResponse"):
        for item in response.get("item", []):
            question = asked[item["linkId"]]
            assert question.get("repeats") or len(item.get("answer", [])) <= 1
            for answer in item.get("answer", []):
                if "valueCoding" in answer:
                    options = [option["valueCoding"]["code"] for option in question["answerOption"]]
                    assert answer["valueCoding"]["code"] in options
                else:
                    assert question["type"] == "decimal"


def test_answers_stay_as_they_were_said() -> None:
    first = next(each for each in resources("QuestionnaireResponse") if each["authored"] == "2026-11-15T09:00:00+01:00")
    said = {item["linkId"]: item.get("answer") for item in first["item"]}
    assert said["leg_changed"][0]["valueCoding"]["code"] == "not_sure"
    assert said["urine"] is None
    assert "valueDecimal" not in said["cups_today"][0]
    assert [each["valueCoding"]["code"] for each in said["meds"]] == ["sugar", "water_tablet"]
    assert said["old_key"][0]["valueCoding"]["code"] == "yes"


def test_pain_cramp_and_level() -> None:
    found = {each["code"]["text"]: each for each in reversed(resources("Observation"))}
    pain = found["Pain at its worst, 0 to 10"]
    assert pain["code"]["coding"][0]["code"] == "72514-3" and pain["valueInteger"] == 8
    leg = next(each for each in resources("Observation") if each["code"]["text"] == "Cramp in the lower leg")
    assert leg["code"]["coding"][0]["code"] == "449918009"
    assert leg["bodySite"]["text"] == "left calf" and leg["bodySite"]["coding"][0]["code"] == "7771000"
    assert leg["effectivePeriod"] == {"start": "2026-11-15T09:00:00+01:00", "end": "2026-11-15T09:04:30+01:00"}
    assert leg["component"][0]["valueQuantity"]["value"] == 4.5
    assert "coding" not in found["Cramp in the foot"]["code"]
    level = found["How much help the safety questions call for"]
    assert level["valueCodeableConcept"]["coding"][0]["code"] == "SAME_DAY"
    assert "not a diagnosis" in level["note"][0]["text"]
    assert [each["valueString"] for each in level["component"]] == ["R3"]


def test_it_names_nobody_and_is_always_the_same() -> None:
    text = json.dumps(fhir.bundle(ENTRIES))
    assert text == json.dumps(fhir.bundle(ENTRIES))
    assert not re.search(r"Who|gone|identifier|subject|Patient|author\b", text)
    ids = [each["fullUrl"] for each in fhir.bundle(ENTRIES)["entry"]]
    assert len(set(ids)) == len(ids)


def test_it_works_without_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "codes", dict)
    assert not re.search("snomed.info|72514", json.dumps(fhir.bundle(ENTRIES)))
    Bundle.model_validate_json(json.dumps(fhir.bundle(ENTRIES)))


def test_a_delete_sign_and_quotes_in_what_was_said_stay_json() -> None:
    said = 'a "b" \\ \x7f \x1b ü'
    made = b"".join(fhir.pieces(Entries((cramp(1, doing=said, answers={said: said}, level="ROUTINE", rules=(said,)),))))
    assert not re.search("[\x7f\x1b]", made.decode()) and made.decode().count("\\u007f") > 1
    texts = [each["valueString"] for each in json.loads(made)["entry"][-1]["resource"]["component"]]
    assert texts == [said]


def test_answers_that_are_equal_but_not_alike_stay_apart() -> None:
    entries = Entries(tuple(cramp(n, answers={"x": value}) for n, value in ((3, True), (2, 1.0), (1, "yes"))))
    said = [each["item"][0]["answer"] for each in resources("QuestionnaireResponse", entries)]
    assert [each[0]["valueCoding"]["code"] for each in said] == ["yes", "1", "yes"]


# --- long diaries, by several processes --------------------------------------------------------------------------


def long_diary(count: int) -> tuple[list[Episode], Kinds]:
    many = [
        replace(cramp(number % 300 + 1, severity=number % 11, side="left"), id=f"{number:032x}")
        for number in range(count)
    ]
    return many, item_kinds(each.answers for each in ENTRIES.episodes)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[fhir_workers.Worker]:
    """Pieces of three cramps, two cores, and every process that is started."""
    started: list[fhir_workers.Worker] = []
    begin = fhir_workers.Worker.__init__

    def counted(worker: fhir_workers.Worker, kinds: Kinds) -> None:
        begin(worker, kinds)
        started.append(worker)

    monkeypatch.setattr(fhir_workers, "CRAMPS", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(fhir_workers.Worker, "__init__", counted)
    return started


def test_several_processes_write_what_one_would(small: list[fhir_workers.Worker]) -> None:
    many, kinds = long_diary(100)
    many += [replace(each, id=f"{number:030x}ff") for number, each in enumerate(ENTRIES.episodes)]
    writer = ResourceWriter(kinds)
    alone = [writer.piece(many[at : at + 3]) for at in range(0, len(many), 3)]
    assert list(fhir_workers.written(many, kinds, 2)) == alone
    assert len(small) == 2
    assert list(fhir_workers.written(many[:6], kinds, 2)) == alone[:2] and len(small) == 2, "a short diary needs none"


@pytest.mark.parametrize("dead", [{0}, {1}, {0, 1}])
@pytest.mark.parametrize("at", [3, 4, 9, 30])
def test_what_a_process_leaves_undone_is_done_here(small: list[fhir_workers.Worker], dead: set[int], at: int) -> None:
    many, kinds = long_diary(100)
    writer = ResourceWriter(kinds)
    made = []
    for number, piece in enumerate(fhir_workers.written(many, kinds, 2)):
        made.append(piece)
        if number == at:
            for which in dead:
                small[which]._popen.kill()
    assert made == [writer.piece(many[begin : begin + 3]) for begin in range(0, len(many), 3)]


def test_no_process_is_left_when_nobody_wants_the_rest(small: list[fhir_workers.Worker]) -> None:
    many, kinds = long_diary(60)
    every = fhir_workers.written(many, kinds, 1)
    assert isinstance(every, Generator)
    for _ in range(5):
        next(every)
    every.close()
    assert [worker._popen.poll() is None for worker in small] == [False, False]


def test_one_core_writes_alone(small: list[fhir_workers.Worker], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    many, kinds = long_diary(30)
    assert len(list(fhir_workers.written(many, kinds, 1))) == 10 and not small
