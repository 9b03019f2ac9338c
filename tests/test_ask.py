"""``ask`` on the command line: what a sheet gives is a contract, and what cannot be read is named."""

import io
import json
from pathlib import Path

import pytest

from stretchcoach.cli import main

Shown = pytest.CaptureFixture[str]
KEYS = ["level", "rules", "causes", "stretch_allowed", "massage_allowed", "advice", "because"]
KEYS += ["next_question", "next"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))


@pytest.fixture
def judged(tmp_path: Path, capsys: Shown):  # type: ignore[no-untyped-def]
    def run(value: object, *more: str) -> tuple[int, str, str]:
        file = tmp_path / "sheet.json"
        file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        code = main(["ask", "--answers", str(file), *more])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def test_a_sheet_gives_one_value_with_the_keys_of_the_contract(judged) -> None:  # type: ignore[no-untyped-def]
    code, out, err = judged({"meds": ["water_tablet"], "med_new": True, "age": None}, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert list(told) == KEYS
    assert told["level"] == "ROUTINE" and "MEDICINE" in told["rules"]
    assert told["causes"][0] == {
        "id": "med_diuretic",
        "name": "Water tablets (diuretics)",
        "because": ["meds", "med_new"],
        "evidence": "A",
    }
    assert told["stretch_allowed"] is True and told["massage_allowed"] is False
    assert told["advice"][0].startswith("Some questions weren't answered") and told["next_question"] == "list_now"


def test_a_list_gives_a_list_and_an_emergency_has_no_next_question(judged) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = judged([{"rf_chest": True}, {}, {"rf_chest": "not_sure"}], "--json")
    told = json.loads(out)
    assert code == 0 and [one["level"] for one in told] == ["EMERGENCY", "SELF_CARE", "EMERGENCY"]
    assert [one["next_question"] for one in told] == [None, "list_now", None]
    assert [one["stretch_allowed"] for one in told] == [False, True, False]
    assert json.loads(judged([], "--json")[1]) == []


def test_a_number_may_be_sent_as_the_choice_that_was_offered(judged) -> None:  # type: ignore[no-untyped-def]
    as_text = judged({"age": "72", "freq_week": "4", "duration_min": "15"}, "--json")
    assert as_text[0] == 0 and as_text == judged({"age": 72, "freq_week": 4, "duration_min": 15}, "--json")
    assert judged({"age": "9" * 400}, "--json")[0] == 2


def test_without_json_it_is_told_in_words(judged) -> None:  # type: ignore[no-untyped-def]
    code, out, err = judged({"activity": "exercising", "exercise_24h": "harder"})
    assert (code, err) == (0, "")
    assert out.startswith("Look after it at home. I can't say more until those questions are answered.")
    assert "Hard exercise or a tired muscle (evidence A)" in out and "stretchcoach run warmup_general_6min" in out
    assert "Chest pain, trouble breathing, or coughing up blood" in out and "rf_chest" not in out


def test_standard_input_is_a_sheet_too(capsys: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"urine": "cola"}'), encoding="utf-8"))
    assert main(["ask", "--answers", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"] == ["R11"]


@pytest.mark.parametrize(("sheet", "words"), [
    ({"mds": []}, ["Sheet 1", "'mds'", "'meds'"]),
    ({"activity": "exercise"}, ["Sheet 1", "'activity'", "'exercising'"]),
    ({"conditions": ["kidny"]}, ["'conditions'", "'kidney'"]),
    ({"age": "forty"}, ["'age'", "a number"]),
    ({"age": True}, ["'age'", "a number"]),
    ({"age": -1}, ["'age'", "a number"]),
    ({"meds": "sugar"}, ["'meds'", "a list"]),
    ({"meds": [3]}, ["'meds'", "3"]),
    ({"rf_chest": 1}, ["'rf_chest'", "true or false"]),
    ({"rf_chest": "maybe"}, ["'rf_chest'", "'maybe'"]),
    ({"injury": True}, ["'injury'", "knock_fall"]),
    ({"side": ["left"]}, ["'side'", "text"]),
    ([{}, {"nihgt": True}], ["Sheet 2", "'nihgt'", "'night'"]),
    ([{}, 3], ["Sheet 2", "object"]),
    ("yes", ["is not JSON"]),
    ("[1, ", ["is not JSON"]),
    ('{"age": NaN}', ["'age'", "a number"]),
    ("[" * 100_000, ["is not JSON"]),
])  # fmt: skip
def test_what_cannot_be_read_is_named_and_nothing_is_judged(judged, sheet, words) -> None:  # type: ignore[no-untyped-def]
    code, out, err = judged(sheet, "--json")
    assert (code, out) == (2, "")
    assert all(word in err for word in words), err
    assert all(len(line) < 250 for line in err.splitlines())


def test_every_fault_of_every_sheet_has_a_line(judged) -> None:  # type: ignore[no-untyped-def]
    code, _, err = judged([{"mds": 1, "age": "x"}, {"meds": ["a", "b"]}])
    assert code == 2 and len(err.splitlines()) == 4


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path, capsys: Shown) -> None:
    assert main(["ask", "--answers", str(tmp_path / "none.json")]) == 2
    assert "does not exist" in capsys.readouterr().err
    (tmp_path / "binary").write_bytes(b"\xff\xd8\x00\x81")
    assert main(["ask", "--answers", str(tmp_path / "binary")]) == 2
    assert "UTF-8" in capsys.readouterr().err
