"""Lists as people keep them: words for pain, lengths of time, legs; what is taken for what is told, nothing guessed."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from diaries import NOW
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.diary.exchange.freehand import length_in, pain, sure
from stretchcoach.diary.exchange.importing import FileContents, entries_of_file, taken
from stretchcoach.diary.exchange.legs import leg_named


def rows(found: FileContents) -> list[tuple[object, ...]]:
    assert not found.problems, [str(each) for each in found.problems]
    return [(e.began, e.side, e.place, e.severity, e.minutes, e.woke) for e in found.entries.episodes]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("mild", 2), ("Moderate", 5), ("SEVERE ", 8), ("very bad", 9), ("very mild", 1), ("stark", 8),
        ("sehr stark", 9), ("mittel", 5), ("unbearable", 10), ("no pain", 0), ("mild to moderate", 5),
        ("moderate/severe", 8), ("seven", 7), ("seven out of ten", 7), ("7 out of 10", 7), ("7 /10", 7),
        ("7 von 10", 7), ("zehn", 10), ("7-8", 8), ("7–8/10", 8), ("~7", 7), ("ca. 6", 6), ("7.5", 8), ("70 %", 7),
        ("+++", 8), ("+", 2), ("severe pain", 8), ("11", 11),
    ],
)  # fmt: skip
def test_pain_in_words_is_a_number(raw: str, value: int) -> None:
    assert pain(raw) == value


@pytest.mark.parametrize(
    "raw", ["much", "not bad", "3/5", "-3", "bad day", "very", "moderate very", "10.4", "7 days", "", "-", "mild?"]
)
def test_pain_that_cannot_be_told_is_left_alone(raw: str) -> None:
    assert pain(raw) is None


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        ("2:30", 150), ("0:02:30", 150), ("2m30s", 150), ("2 min 30 sec", 150), ("2m 30", 150), ("2'30\"", 150),
        ("90 s", 90), ("90s", 90), ("90 sec.", 90), ("1 h", 3600), ("1h20", 4800), ("1.5 hours", 5400), ("1,5 h", 5400),
        ("1½ min", 90), ("half a minute", 30), ("a minute", 60), ("two minutes", 120), ("2-3 min", 150),
        ("2 to 4 minutes", 180), ("about 2 min", 120), ("~90 s", 90), ("5 Minuten", 300), ("1 Stunde", 3600),
        ("1 minute and 30 seconds", 90),
    ],
)  # fmt: skip
def test_a_length_of_time_with_its_unit(raw: str, seconds: float) -> None:
    assert length_in(raw) == seconds


@pytest.mark.parametrize("raw", ["4", "4.5", "a few minutes", "<1 min", "2:75", "2 apples", "s", "", "1 s 2 h", "::"])
def test_what_is_no_length_of_time_is_left_alone(raw: str) -> None:
    assert length_in(raw) is None


@pytest.mark.parametrize(
    ("raw", "side", "place"),
    [
        ("L", "left", None), ("R", "right", None), ("lt calf", "left", "calf"), ("left leg", "left", None),
        ("beide", "both", None), ("Rt.", "right", None), ("linke Wade", "left", "calf"), ("L + R", "both", None),
        ("l/r", "both", None), ("left and right", "both", None), ("both calves", "both", "calf"),
        ("right foot", "right", "foot"), ("Calf (left)", "left", "calf"), ("bilateral", "both", None),
        ("rechtes Bein", "right", None), ("my left lower leg", "left", None), ("gauche", "left", None),
        ("left hamstring", "left", "thigh"), ("LHS", "left", None), ("Wade", None, "calf"),
    ],
)  # fmt: skip
def test_a_leg_as_people_name_it(raw: str, side: str | None, place: str | None) -> None:
    assert leg_named(raw) == (side, place)


@pytest.mark.parametrize("raw", ["lefft", "not left", "left knee", "", "leg", "calf and foot", "more left"])
def test_a_leg_that_cannot_be_told_is_left_alone(raw: str) -> None:
    assert leg_named(raw) is None


@pytest.mark.parametrize(
    ("raw", "word"),
    [("Yep", "yes"), ("✓", "yes"), ("sí", "yes"), ("T", "yes"), ("nope", "no"), ("✗", "no"), ("F", "no"),
     ("maybe", "not_sure"), ("vielleicht", "not_sure"), ("don't remember", "not_sure"), ("1.0", "yes")],
)  # fmt: skip
def test_yes_and_no_in_more_words(raw: str, word: str) -> None:
    assert sure(raw) == word


@given(st.text(max_size=20) | st.from_regex(r"[0-9a-z:.,'/+~½ -]{0,15}", fullmatch=True))
def test_no_cell_brings_it_down(raw: str) -> None:
    for said in (pain(raw), length_in(raw)):
        assert said is None or said >= 0
    leg_named(raw)
    sure(raw)


KEPT = (
    "My cramps, 2026\nA. Person; kept by hand\n\n#,Date,Leg,How bad,How long,Woke me up\n"
    "#12,25/03/2026,lt calf,moderate,2:30,yep\n#13,26/03/2026,R,7/10,90 s,nope\n"
    "#14,27/03/2026,both legs,very bad,1 h,-\n"
)


def test_a_list_kept_by_hand_comes_in_and_all_that_was_understood_is_told() -> None:
    found = taken(KEPT, "x", NOW)
    assert rows(found) == [
        ("2026-03-25", "left", "calf", 5, 2.5, "yes"),
        ("2026-03-26", "right", None, 7, 1.5, "no"),
        ("2026-03-27", "both", None, 9, 60.0, None),
    ]
    told = "\n".join(found.look)
    for part in (
        "2 lines above the headings are left out: 'My cramps, 2026'",
        "The day comes first in the dates, as in 25/03/2026",
        "'How bad': 'moderate' is 5, '7/10' is 7, 'very bad' is 9 (pain from 0 to 10)",
        "'How long': '2:30' is 2.5, '90 s' is 1.5, '1 h' is 60",
        "'Leg': 'lt calf' is left, calf; 'R' is right; 'both legs' is both",
        "'-' is nothing",
        "'yep' is yes",
    ):
        assert part in told, told
    assert taken(KEPT, "y", NOW).entries == found.entries


def test_running_numbers_of_two_lists_are_not_the_same_entries() -> None:
    ids = [taken(f"id,date\n#1,{day}\n", "x", NOW).entries.episodes[0].id for day in ("2026-01-02", "2025-01-02")]
    assert ids[0] != ids[1]
    kept = "0123456789abcdef0123456789abcdef"
    assert taken(f"id,date\n{kept},2026-01-02\n", "x", NOW).entries.episodes[0].id == kept
    again = taken("id,date,side\n#1,2026-01-02,left\n", "x", NOW).entries.episodes[0]
    assert again.id == ids[0]


@pytest.mark.parametrize(
    ("head", "cell", "minutes"),
    [("Duration (s)", "90", 1.5), ("Duration (s)", "2 min", 2.0), ("seconds", "90", 1.5), ("duration_sec", "30", 0.5),
     ("Dauer (h:mm)", "0:05", 5.0), ("Duration (mm:ss)", "2:30", 2.5), ("hours", "1,5", 90.0),
     ("Dur. (sec)", "90", 1.5)],
)  # fmt: skip
def test_the_unit_of_a_heading_is_for_numbers_without_one(head: str, cell: str, minutes: float) -> None:
    assert rows(taken(f"date;side;{head}\n2026-01-02;left;{cell}\n", "x", NOW))[0][4] == minutes


def test_a_scale_that_a_heading_names_is_made_ten() -> None:
    found = taken("date,side,Pain (0-5)\n2026-01-02,left,4\n", "x", NOW)
    assert rows(found)[0][3] == 8 and "times 2" in "\n".join(found.look)
    assert rows(taken("date,side,VAS (0-100)\n2026-01-02,left,64\n", "x", NOW))[0][3] == 6
    assert rows(taken("date,side,Pain (0-10)\n2026-01-02,left,4\n", "x", NOW))[0][3] == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My list\n\ndate,side,pain\n2026-01-02,left,bad day\n", "x:4: pain: 'bad day'"),
        ("date,side,how long\n2026-01-02,left,a while\n", "x:2: how long: 'a while'"),
        ("date,leg\n2026-01-02,left knee\n", "x:2: leg: 'left knee' is none of left, right, both, not_sure"),
        ("date,pain (0-5)\n2026-01-02,6\n", "x:2: pain (0-5): 6 is not from 0 to 5"),
        ('[{"date": "2026-01-02", "side": "left"},\n {"date": "soon"}]', "x:2: date: 'soon' is not a date"),
        ('[{"date": "2026-01-02"}, 7]', "x:1: holds something that is not an entry"),
        ('[{"side": "left"}]', "x:1: no column is a date"),
    ],
)
def test_a_bad_cell_still_names_its_row_and_column_and_nothing_comes_in(text: str, told: str) -> None:
    found = taken(text, "x", NOW)
    assert str(found.problems[0]).startswith(told), str(found.problems[0])


FLAT = [{"date": "25.03.2026", "time": "3:12", "leg": "L", "severity": "severe", "lasted": "2m30s", "woke": True,
         "tags": ["hot", "run"]}, {"date": "2026-03-26", "leg": None, "severity": 7}]  # fmt: skip


@pytest.mark.parametrize(
    "text", [json.dumps(FLAT, indent=1), json.dumps({"cramps": FLAT}), "\n".join(map(json.dumps, FLAT))]
)
def test_a_flat_list_in_json_is_a_table_too(text: str) -> None:
    found = taken(text, "x", NOW)
    first, second = rows(found)
    assert str(first[0]).startswith("2026-03-25T03:12") and first[1:] == ("left", None, 8, 2.5, "yes")
    assert second == ("2026-03-26", None, None, 7, None, None)
    assert found.entries.episodes[0].note == "tags: hot, run"
    assert "'lasted' is taken for minutes" in found.look


def test_what_diary_list_prints_as_json_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    assert main(["diary", "add", "--began", "2026-01-20", "--side", "left", "--severity", "7"]) == 0
    capsys.readouterr()
    assert main(["diary", "list", "--json"]) == 0
    text = capsys.readouterr().out
    found = taken(text, "x")
    assert not found.problems and found.entries.episodes[0].id == json.loads(text)[0]["id"] and not found.look


def packed(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet" if name == "mimetype" else "<a/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (packed("mimetype", "content.xml"), "ods"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xls"),
        (packed("Index/Document.iwa"), "packed"),
        (b"%PDF-1.7\n", "PDF"),
    ],
    ids=["xlsx", "ods", "xls", "numbers", "pdf"],
)
def test_a_spreadsheet_is_told_to_be_saved_as_csv(data: bytes, kind: str) -> None:
    found = entries_of_file(data, "x", NOW)
    (problem,) = found.problems
    assert kind in problem.message and "save it as CSV" in problem.message and found.broken


def test_the_dry_run_shows_the_first_entries_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    file = tmp_path / "kept.csv"
    file.write_text(KEPT)
    assert main(["diary", "import", str(file), "--dry-run"]) == 0
    told = capsys.readouterr().err
    assert "'moderate' is 5" in told and "Wednesday 25 March 2026, cramp: left calf, 2 min 30 s, pain 5." in told
