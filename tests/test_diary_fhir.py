"""The FHIR bundle: valid to a library that knows the standard, always the same, and without a name."""

import json
import os
import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from diaries import cramp, diaries, ran
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from msgspec.structs import replace

from stretchcoach.diary.entries import Entry, ProfileChange, RoutineRun
from stretchcoach.diary.exchange import fhir, fhir_workers
from stretchcoach.diary.exchange.exporting import Entries, Streamed, gather
from stretchcoach.diary.exchange.fhir_questionnaire import Kinds
from stretchcoach.diary.file.store import Diary
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


def long_diary(tmp_path: Path, count: int) -> Streamed:
    diary = Diary.open(tmp_path / "diary.db")
    sheets = [each.answers for each in ENTRIES.episodes]
    diary.add_all(
        [
            replace(
                cramp(number % 30 + 1, severity=number % 11, answers=sheets[number % 4]), id=f"{number * 7 % 997:032x}"
            )
            for number in range(count)
        ]
    )
    diary.add_all([ran(2), *ENTRIES.episodes])
    return Streamed(diary)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[fhir_workers.Worker]:
    """Pieces of three cramps, two cores, a diary that is long from the third piece on, and every process started."""
    started: list[fhir_workers.Worker] = []
    begin = fhir_workers.Worker.__init__

    def counted(worker: fhir_workers.Worker, path: Path, kinds: Kinds) -> None:
        begin(worker, path, kinds)
        started.append(worker)

    monkeypatch.setattr(fhir_workers, "CRAMPS", 3)
    monkeypatch.setattr(fhir_workers, "SHORT", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(fhir_workers.Worker, "__init__", counted)
    return started


def alone(entries: Streamed) -> list[bytes]:
    """What one process writes of it."""
    return [*fhir.pieces(gather(entries.episodes, entries.runs, [*entries.changes]))]


@pytest.mark.parametrize("count", [0, 3, 99])
def test_several_processes_write_what_one_would(tmp_path: Path, small: list[fhir_workers.Worker], count: int) -> None:
    entries = long_diary(tmp_path, count)
    assert [*fhir.pieces(entries)] == alone(entries)
    assert len(small) == (2 if count > 3 else 0), "a short diary needs none"


@pytest.mark.parametrize("dead", [{0}, {1}, {0, 1}])
@pytest.mark.parametrize("at", [3, 20])
def test_what_a_process_leaves_undone_is_done_here(
    tmp_path: Path, small: list[fhir_workers.Worker], dead: set[int], at: int
) -> None:
    entries = long_diary(tmp_path, 99)
    made = []
    for number, piece in enumerate(fhir.pieces(entries)):
        made.append(piece)
        if number == at:
            for which in dead:
                small[which]._popen.kill()
    assert made == alone(entries) and len(small) == 2


def test_what_a_process_finds_damaged_is_told_here(tmp_path: Path, small: list[fhir_workers.Worker]) -> None:
    entries = long_diary(tmp_path, 40)
    entries.diary.rows("UPDATE episode SET severity = 'much' WHERE id = ?", [f"{7:032x}"])
    entries.diary.rows("UPDATE episode SET began = 'then' WHERE id = ?", [f"{70:032x}"])
    made = [*fhir.pieces(entries)]
    told = sorted(entries.diary.notices)
    assert len(told) == 2 and "severity 'much'" in told[1] and "began is 'then'" in told[0]
    entries.diary.notices.clear()
    assert b"".join(made) == b"".join(alone(entries)) and not entries.diary.notices, "told once"


@pytest.mark.parametrize("kept", [(), (cramp(2, removed="2026-11-23T00:00:00+01:00"), ran(2))])
def test_a_diary_without_a_cramp_is_a_bundle_too(tmp_path: Path, kept: tuple[Entry, ...]) -> None:
    diary = Diary.open(tmp_path / "diary.db")
    diary.add_all([*kept])
    made = json.loads(b"".join(fhir.pieces(Streamed(diary))))
    assert len(made["entry"]) == 2 + any(isinstance(each, RoutineRun) for each in kept)


def test_a_cramp_without_an_id_is_told_of_by_one_process(tmp_path: Path, small: list[fhir_workers.Worker]) -> None:
    entries = long_diary(tmp_path, 40)
    entries.diary.rows("UPDATE episode SET id = NULL WHERE id = ?", [f"{7:032x}"])
    assert [*fhir.pieces(entries)] == alone(entries)
    assert not small and len(entries.diary.notices) == 1


def test_a_diary_that_is_in_memory_is_read_by_nobody_else(tmp_path: Path, small: list[fhir_workers.Worker]) -> None:
    (tmp_path / "file").write_text("no folder")
    diary = Diary.open(tmp_path / "file" / "diary.db")
    diary.add_all([replace(cramp(1), id=f"{number:032x}") for number in range(40)])
    assert len(json.loads(b"".join(fhir.pieces(Streamed(diary))))["entry"]) > 80 and not small


def test_no_process_is_left_when_nobody_wants_the_rest(tmp_path: Path, small: list[fhir_workers.Worker]) -> None:
    every = fhir.pieces(long_diary(tmp_path, 60))
    assert isinstance(every, Generator)
    for _ in range(8):
        next(every)
    every.close()
    assert [worker._popen.poll() is None for worker in small] == [False, False]


def test_one_core_writes_alone(
    tmp_path: Path, small: list[fhir_workers.Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    entries = long_diary(tmp_path, 30)
    assert [*fhir.pieces(entries)] == alone(entries) and not small
