"""Tables as people keep them: spreadsheets, older lists, and dates in every shape; nothing guessed, nothing lost."""

import csv
import io
import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from diaries import NOW, diaries
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.diary import Diary, Episode
from stretchcoach.diary.exchange.cells import OPTIONS, cell, inward
from stretchcoach.diary.exchange.dates import DateError, at_midnight, order_of, when
from stretchcoach.diary.exchange.exporting import Entries, to_csv
from stretchcoach.diary.exchange.importing import FileContents, entries_of_file, entries_of_text, taken
from stretchcoach.machine.folders import folders

Shown = pytest.CaptureFixture[str]
OURS = "kind,id,began,side,severity,minutes\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path


def local(text: str) -> str:
    return datetime.fromisoformat(text).astimezone().isoformat(timespec="seconds")


def only(found: FileContents) -> Episode:
    assert not found.problems
    (entry,) = found.entries.episodes
    return entry


# --- dates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("2026-11-20 3.12", "2026-11-20T03:12:00"),
        ("2026-11-20 3am", "2026-11-20T03:00:00"),
        ("2026-11-20, at 3:12 pm", "2026-11-20T15:12:00"),
        ("2026-3-5", "2026-03-05"),
        ("20.11.2026", "2026-11-20"),
        ("5.3.26", "2026-03-05"),
        ("20/11/2026", "2026-11-20"),
        ("11/20/2026", "2026-11-20"),
        ("04/04/2026", "2026-04-04"),
        ("Fri, 20 Nov 2026", "2026-11-20"),
        ("20. März 2026", "2026-03-20"),
        ("Nov 20th, 2026", "2026-11-20"),
        ("46346", "2026-11-20"),
        ("46346.1333333333", "2026-11-20T03:12:00"),
        ("2026-11-20 03:12", "2026-11-20T03:12:00"),
        ("2026-11-20T03:12:05", "2026-11-20T03:12:05"),
        ("20.11.2026 3:12", "2026-11-20T03:12:00"),
        ("20.11.2026, 03.12 Uhr", "2026-11-20T03:12:00"),
        ("20 Nov 2026 at 3.12", "2026-11-20T03:12:00"),
        ("20 November 2026, about 3:12 am", "2026-11-20T03:12:00"),
        ("11/20/2026 3:12 PM", "2026-11-20T15:12:00"),
        ("11/20/2026 12:05 am", "2026-11-20T00:05:00"),
        ("20 November 2026 3 am", "2026-11-20T03:00:00"),
        ("2026-11-20T03:12:05Z", "2026-11-20T03:12:05+00:00"),
        ("20/11/2026 03:12Z", "2026-11-20T03:12:00+00:00"),
    ],
)
def test_a_date_as_people_write_it(text: str, iso: str) -> None:
    assert when(f" {text} ") == (local(iso) if "T" in iso else iso)


def test_a_time_with_its_offset_stays_as_it_is() -> None:
    for text in ("2026-11-20T03:12:05+05:30", "2026-11-20T03:12:05.000123-12:00"):
        assert when(text) == text


@pytest.mark.parametrize(
    "text",
    ["31.02.2026", "2026-13-01", "32/01/2026", "13/13/2026", "20.11.2026 25:00", "20.11.2026 13:00 pm", "yesterday",
     "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1899-12-31", "7", "99999", "20.11.2026 7"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        when(text)


@given(st.text(max_size=30) | st.from_regex(r"\d{1,5}[-./: ]\d{1,2}[-./: T]\d{1,4}( \d{1,2}:\d\d)?", fullmatch=True))
def test_any_text_is_a_time_or_a_date_error(text: str) -> None:
    try:
        found = when(text)
    except DateError:
        return
    assert when(found) == found


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.sampled_from(["day", "month"]))
def test_a_day_with_slashes_is_read_one_way_or_asked_about(day: date, order: str) -> None:
    text = f"{day:%d/%m/%Y}" if order == "day" else f"{day:%m/%d/%Y}"
    assert when(text, order) == str(day)
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(DateError, match="--date-order"):
            when(text)
    else:
        assert when(text) == str(day)


def test_the_other_dates_of_a_column_tell_the_order() -> None:
    assert order_of(["03/04/2026", "25/04/2026"]) == "day"
    assert order_of(["03/04/2026", "04/25/2026"]) == "month"
    assert order_of(["03/04/2026"]) == order_of(["25/04/2026", "04/25/2026"]) == ""
    found = taken("date,side\n03/04/2026,left\n25/04/2026,left\n", "x")
    assert [each.began for each in found.entries.episodes] == ["2026-04-03", "2026-04-25"]
    found = taken("date,side\n03/04/2026,left\n", "x")
    assert "x:2: date: '03/04/2026' can be two days" in str(found.problems[0])
    assert only(taken("date,side\n03/04/2026,left\n", "x", order="month")).began == "2026-03-04"


def test_midnight_all_the_way_down_is_a_column_of_dates() -> None:
    assert at_midnight(["2026-11-20 00:00:00", "20.11.2026 0:00", "11/20/2026 12:00 AM"])
    assert not at_midnight([]) and not at_midnight(["2026-11-20 00:00:00", "2026-11-21 03:12:00"])
    found = taken("date,side\n2026-11-20 00:00:00,left\n2026-11-21 00:00:00,right\n", "x")
    assert [each.began for each in found.entries.episodes] == ["2026-11-20", "2026-11-21"]


# --- cells -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("side", "Left ", "left"), ("side", "LEFT LEG", "left"), ("side", "R", "right"), ("side", "Links", "left"),
        ("side", "?", "not_sure"), ("side", "Not sure", "not_sure"), ("woke", "TRUE", "yes"), ("woke", "0", "no"),
        ("severity", "7.0", 7), ("severity", "7,0", 7), ("severity", "007", 7), ("severity", "7/10", 7),
        ("severity", "7.5", 7.5), ("minutes", "4,5", 4.5), ("minutes", "4 min", 4.0), ("minutes", "90 s", 1.5),
        ("finished", "WAHR", True), ("pending", "no", False), ("finished", "1", True),
        ("finished", "perhaps", "perhaps"),
        ("", "TRUE", True), ("", "2,5", 2.5), ("", "true", True), ("", "7", 7), ("", "maybe", "maybe"),
        ("doing", "Sudden move", "sudden_move"), ("doing", "gardening", "gardening"),
        ("level", "self care", "SELF_CARE"),
        ("note", "'=1+1", "=1+1"), ("note", "7,0", "7,0"),
    ],
)  # fmt: skip
def test_a_cell_as_a_spreadsheet_leaves_it(name: str, raw: str, value: object) -> None:
    assert inward(name, raw) == value


@given(st.sampled_from(["", "note", "routine", "value", *OPTIONS]), st.text(max_size=80))
def test_no_text_is_changed_by_going_out_and_coming_in(name: str, text: str) -> None:
    made = cell(name, text)
    assert inward(name, made) == text
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r")) and "\x1b" not in made and "\x9b" not in made


SHOUTING = {"true": "TRUE", "false": "FALSE"}


@settings(deadline=None)
@given(diaries, st.sampled_from(",;\t|"), st.booleans(), st.randoms(use_true_random=False))
def test_a_table_that_went_through_a_spreadsheet_comes_back(
    entries: Entries, delimiter: str, mark: bool, luck: object
) -> None:
    rows = list(csv.reader(io.StringIO(to_csv(entries), newline="")))
    order = list(range(len(rows[0])))
    luck.shuffle(order)  # type: ignore[attr-defined]
    moved = [[SHOUTING.get(row[place], row[place]) for place in order] + ["", ""] for row in rows]
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows([*moved, [""] * len(order)])
    text = (f"sep={delimiter}\r\n" if mark else "") + target.getvalue()
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        found = entries_of_file(data, "x")
        assert (found.entries, found.problems) == (entries, [])


# --- the whole -------------------------------------------------------------------------------------------------


def test_utc_becomes_local_and_an_offset_stays() -> None:
    found = taken(f"{OURS}cramp,1,2026-11-20T23:30:00Z,Left,7.0,4\ncramp,2,2026-11-20T03:12:00+05:00,left,7,4\n", "x")
    assert [each.began for each in found.entries.episodes] == [
        local("2026-11-20T23:30:00+00:00"),
        "2026-11-20T03:12:00+05:00",
    ]


OLD = (
    "\ufeffDatum;Uhrzeit;Bein;Stärke;Dauer (s);Wetter;Notiz;;\r\n03.11.2026;3:12;Links;7;90;Regen;tief;;\r\n"
    ";;;;;;;;\r\n4.11.2026;;rechts;7,0;;;;;\r\n"
)


def test_an_older_list_comes_in_by_its_headings() -> None:
    found = entries_of_file(OLD.encode("utf-8"), "x")
    first, second = found.entries.episodes
    assert (first.began, first.side, first.severity, first.minutes) == (local("2026-11-03T03:12:00"), "left", 7, 1.5)
    assert first.note in ("tief; Wetter: Regen", "Wetter: Regen; tief") and first.closed == "added"
    assert (second.began, second.side, second.severity, second.minutes) == ("2026-11-04", "right", 7, None)
    assert "'Wetter' is taken for the note, with its heading" in found.look
    windows = entries_of_file(OLD.removeprefix("\ufeff").encode("cp1252"), "x")
    assert windows.entries == found.entries and "Windows" in windows.look[0]


def test_ids_are_made_from_what_the_row_says_and_two_alike_stay_two() -> None:
    text = "date,side\n2026-11-20,left\n2026-11-20,left\n2026-11-21,left\n"
    found = [each.id for each in taken(text, "x").entries.episodes]
    assert len(set(found)) == 3 and found == [each.id for each in taken(text, "y").entries.episodes]
    assert set(found) == {
        each.id for each in taken(text.replace("date,side", "Day;Leg").replace(",", ";"), "x").entries.episodes
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("date,side,severity\n2026-11-20,left,much\n", "x:2: severity: 'much' is not a whole number"),
        ("Datum,Stärke\n2026-11-20,11\n", "x:2: Stärke: 11 is not from 0 to 10"),
        ("date,severty\n2026-11-20,7\n", "x:1: column 2: 'severty' is unknown; did you mean severity?"),
        ("side,severity\nleft,7\n", "x:1: no column is a date"),
        ("date,side\n2026-11-20,left,7\n", "x:2: column 3: has no name"),
        ("date,side\n,left\n", "x:2: date: is missing"),
        ("sep=;\ndate;side\n2026-11-20;lefft\n", "x:3: side: 'lefft' is none of left, right, both, not_sure"),
        (f"{OURS}cramp,1,2026-11-20,left,7,1e12\n", "x:2: minutes: 1000000000000.0 is more than 1440"),
        (f"{OURS}cramp,%,2026-11-20,left,7,4\n", "x:2: id: '%' is no id"),
        (f"{OURS}cramp,1,2199-11-20,left,7,4\n", "x:2: began: '2199-11-20' is in the future"),
        (f"{OURS}cramp,1,0001-01-01T00:00:00+14:00,left,7,4\n", "x:2: began: '0001-01-01T00:00:00+14:00' is not"),
        (f"{OURS}cramp,1,2026-11-20,left,{'9' * 300},4\n", "x:2: severity: "),
        (f"{OURS}cramp,1,2026-11-20,left,7,NaN\n", "x:2: minutes: 'NaN' is not a number"),
        (f"{OURS}cramp,1,2026-11-20,left,7,1e999\n", "x:2: minutes: inf"),
    ],
)  # fmt: skip
def test_a_bad_row_names_its_row_and_its_column(text: str, told: str) -> None:
    found = taken(text, "x", NOW)
    assert str(found.problems[0]).startswith(told) and not found.entries


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('"minutes": 1e12', "minutes: 1000000000000.0 is more than 1440"),
        ('"minutes": 1e999', "minutes: inf holds"),
        ('"note": "pain \\ud83d"', "note: 'pain \\ud83d' holds half a letter"),
        ('"answers": {"\\ud83d": 1}', "answers: {'\\ud83d': 1} holds half a letter"),
        ('"answers": {"x": ' + "9" * 400 + "}", "answers: "),
        ('"side": "left", "side": "right"', "not JSON: the key 'side' is there twice"),
        ('"severity": true', "severity: True is not a whole number"),
        ('"answers": ' + "[" * 2000 + "]" * 2000, ""),
    ],
)
def test_one_absurd_value_in_json_is_named(more: str, told: str) -> None:
    text = '{"format": "stretchcoach-diary", "version": 1, "episodes": [{"id": "a", "began": "2026-11-20", %s}]}'
    entries, problems = entries_of_text(text % more, "x", NOW)
    assert entries == Entries() and told in str(problems[0])


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_brings_it_down(data: bytes) -> None:
    assert isinstance(entries_of_file(data, "x", NOW), FileContents)


# --- the command -----------------------------------------------------------------------------------------------


def listed(capsys: Shown) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["diary", "list", "--json", "--limit", "99"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_a_look_first_writes_nothing_and_twice_adds_nothing(home: Path, capsys: Shown) -> None:
    file = home / "old.csv"
    file.write_text(OLD, encoding="utf-8")
    assert main(["diary", "import", str(file), "--dry-run"]) == 0
    told = capsys.readouterr().err
    assert "'Bein' is taken for side" in told and "Would be imported: 2 new" in told
    assert listed(capsys) == []
    assert main(["diary", "import", str(file)]) == 0
    before = listed(capsys)
    assert len(before) == 2
    assert main(["diary", "import", str(file)]) == 0
    assert "0 new, 2 already there" in capsys.readouterr().err
    assert listed(capsys) == before


@pytest.mark.parametrize("option", ["--date-order", "--dates"])
def test_the_order_of_day_and_month_can_be_told(home: Path, capsys: Shown, option: str) -> None:
    file = home / "us.csv"
    file.write_text("date,side\n03/04/2026,left\n")
    assert main(["diary", "import", str(file)]) == 2
    assert "--date-order month" in capsys.readouterr().out
    assert main(["diary", "import", str(file), option, "month"]) == 0
    assert listed(capsys)[0]["began"] == "2026-03-04"
    assert main(["diary", "import", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "--date-order" in shown and "--dates" not in shown


def test_bad_rows_stay_out_only_if_told(home: Path, capsys: Shown) -> None:
    file = home / "some.csv"
    file.write_text("date,side,severity\n2026-01-20,left,7\n2026-01-21,left,much\n")
    assert main(["diary", "import", str(file)]) == 2
    shown = capsys.readouterr()
    assert shown.out == f"{file}:3: severity: 'much' is not a whole number\n" and "--skip-bad" in shown.err
    assert listed(capsys) == []
    assert main(["diary", "import", str(file), "--skip-bad"]) == 0
    assert len(listed(capsys)) == 1


def test_an_older_backup_says_what_it_would_change_and_changes_it_only_if_told(home: Path, capsys: Shown) -> None:
    assert main(["diary", "add", "--began", "2026-01-20T03:12", "--side", "left"]) == 0
    capsys.readouterr()
    backup = home / "backup.json"
    assert main(["diary", "export", "--out", str(backup)]) == 0
    diary = Diary.open(folders().diary)
    (entry,) = diary.episodes()
    newer = Episode(id=entry.id, began=entry.began, side="right", note="mended")
    diary.add(newer)
    diary.close()
    assert main(["diary", "import", str(backup)]) == 0
    told = capsys.readouterr().err
    assert "side right, in the file left" in told and "note mended, in the file nothing" in told and "--replace" in told
    assert listed(capsys)[0]["note"] == "mended"
    assert main(["diary", "import", str(backup), "--replace"]) == 0
    assert listed(capsys)[0]["side"] == "left"
    assert main(["diary", "import", str(home), "--dry-run"]) == 2


@settings(deadline=None)
@given(st.lists(st.integers(0, 400), min_size=11, max_size=30))
def test_bare_dates_have_no_hour_anywhere(days: list[int]) -> None:
    from stretchcoach.diary import stats
    from stretchcoach.diary.exchange import fhir
    from stretchcoach.diary.report.report import as_text, make_report

    text = "date,side,severity\n" + "".join(f"{NOW.date() - timedelta(n)},left,7\n" for n in days)
    entries = taken(text, "x", NOW).entries
    assert len(entries) == len(days)
    assert stats.by_hour(stats.from_entries(entries.episodes)) is None
    told = as_text(make_report(entries, NOW))
    assert "night and" not in told and "ostly nights" not in told and "ostly days" not in told and "00:00" not in told
    made = json.dumps(fhir.bundle(entries))
    assert "T00:00" not in made and f'"effectivePeriod": {{"start": "{entries.episodes[0].began}"}}' in made


@pytest.mark.parametrize(
    ("head", "cell", "field", "value"),
    [
        ("What I was doing", "asleep", "doing", "lying"),
        ("What were you doing?", "running", "doing", "exercising"),
        ("Which leg was it", "L", "side", "left"),
        ("How bad was it", "7", "severity", 7),
        ("Activity", "sleeping", "doing", "lying"),
        ("Where", "calf", "place", "calf"),
    ],
)
def test_a_heading_may_be_a_question(head: str, cell: str, field: str, value: object) -> None:
    assert getattr(only(entries_of_file(f"date,{head}\n2026-11-20,{cell}\n".encode(), "x.csv", NOW)), field) == value


def test_a_place_that_is_no_part_of_the_leg_goes_into_the_note() -> None:
    entry = only(entries_of_file(b"date,where\n2026-11-20,in bed\n", "x.csv", NOW))
    assert entry.place is None and entry.note == "where: in bed"


def test_an_hour_that_does_not_exist_is_what_is_told() -> None:
    (problem,) = entries_of_file(b"date,time\n21.11.2026,25:00\n", "x.csv", NOW).problems
    assert "25:00" in str(problem)


def test_a_list_may_come_from_the_standard_input(home: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"date,leg\n2026-11-20,left\n")))
    assert main(["diary", "import", "-"]) == 0
    assert "1 new" in capsys.readouterr().err


# --- what other countries, and other programs, write ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("5-Nov-26", "2026-11-05"),
        ("5 Nov 26", "2026-11-05"),
        ("05/Nov/2026", "2026-11-05"),
        ("Nov 5, 26", "2026-11-05"),
        ("5 de noviembre de 2026", "2026-11-05"),
        ("6 août 2026", "2026-08-06"),
        ("5 décembre 2025", "2025-12-05"),
        ("3 maart 2026", "2026-03-03"),
    ],
)
def test_months_of_other_languages_and_short_years_are_read(text: str, iso: str) -> None:
    assert when(text) == iso


@pytest.mark.parametrize("text", ["5 marraskuu 2026", "1 jui 2026", "5 Nov 03:10", "2 decades 2026"])
def test_a_word_that_only_begins_like_a_month_is_none(text: str) -> None:
    with pytest.raises(DateError):
        when(text)


@pytest.mark.parametrize("text", ["{:02}-11-05", "{:02}-11-17", "{:02}/11/05"])
def test_a_short_year_that_may_stand_first_is_asked_about(text: str) -> None:
    with pytest.raises(DateError, match="four digits"):
        when(text.format(date.today().year % 100), "day")


@pytest.mark.parametrize("row", ["2026-11-05,03:10-03:15", "2026-11-05 03:10-03:15,", "5 Nov 2026 03:10 - 03:15,"])
def test_a_span_of_time_is_no_distance_from_utc(row: str) -> None:
    found = taken(f"Date,Time,Leg\n{row},L\n", "list.csv")
    assert not found.entries.episodes
    assert "03:15" in str(found.problems[0])


@pytest.mark.parametrize(
    ("table", "began"),
    [
        ("Date,Time,AM/PM\n2026-11-05,3:10,PM\n", "2026-11-05T15:10"),
        ("Date,AM/PM\n2026-11-05 3:10,PM\n", "2026-11-05T15:10"),
        ("Date,Start,End\n2026-11-05,03:10,03:14\n", "2026-11-05T03:10"),
        ("Start,Date\n03:10,2026-11-05\n", "2026-11-05T03:10"),
        ("Date,Start\n2026-11-05,2026-11-05 03:10\n", "2026-11-05T03:10"),
        ("Date,Time\n2026-11-05 00:00:00,03:10\n2026-11-05 00:00:00,03:10\n", "2026-11-05T03:10"),
        ("fecha;hora;pierna\n05/11/2026;3:10;izquierda\n17/11/2026;2:05;\n", "2026-11-05T03:10"),
    ],
)
def test_the_hour_that_stands_elsewhere_belongs_to_its_day(table: str, began: str) -> None:
    found = taken(table, "list.csv")
    assert not found.problems
    assert found.entries.episodes[0].began.startswith(began)


@pytest.mark.parametrize(
    "table",
    [
        "Date,Time\n2026-11-05 04:00,03:10\n",
        "Date,Start\n2026-11-05,2026-11-06 03:10\n",
        "Date,Time,AM/PM\n2026-11-05,15:10,maybe\n",
    ],
)
def test_two_hours_that_disagree_are_named(table: str) -> None:
    found = taken(table, "list.csv")
    assert not found.entries.episodes
    assert found.problems


def test_an_order_that_a_row_cannot_have_is_named() -> None:
    found = taken("Date,Leg\n25/11/2026,L\n03/04/2026,R\n", "list.csv", order="month")
    assert [str(each) for each in found.problems] == [
        "list.csv:2: Date: '25/11/2026' cannot be read with the month first, as --date-order has it"
    ]


def test_a_comma_before_three_digits_of_a_length_is_asked_about() -> None:
    found = taken('Date,Duration (s)\n2026-11-05,"1,000"\n2026-11-06,"0,5"\n', "list.csv")
    assert "thousands" in str(found.problems[0])
    assert len(found.problems) == 1


def test_what_is_not_left_is_not_asked_to_be_left() -> None:
    assert "did you mean" not in str(taken("Date,Leg\n2026-11-05,not left\n", "list.csv").problems[0])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\0\0\0\x18ftypheic", "a picture"),
        (b"BEGIN:VCALENDAR\r\n", "a calendar"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a web page"),
        (b'<?xml version="1.0"?><HealthData/>', "an XML file"),
        (b'{"resourceType": "Bundle"}', "FHIR"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_kind(data: bytes, kind: str) -> None:
    found = entries_of_file(data, "list")
    assert found.broken
    assert kind in str(found.problems[0])


def test_a_copy_of_the_diary_is_told_where_it_belongs() -> None:
    assert "diary path" in str(entries_of_file(b"SQLite format 3\0rest", "copy.db").problems[0])


@pytest.mark.parametrize(
    ("cell", "minutes"), [("10-15", 12.5), ("~5", 5.0), ("about 5", 5.0), ("2 to 4", 3.0), ("7", 7.0)]
)
def test_a_length_that_is_not_exact_needs_no_unit_beside_its_heading(cell: str, minutes: float) -> None:
    assert only(taken(f"Date,Minutes\n2026-11-05,{cell}\n", "list.csv")).minutes == minutes


def test_a_column_with_the_zone_of_the_times_is_not_put_away_in_the_note() -> None:
    found = taken("Date,Time,Time zone\n2026-11-05,03:10,PST\n", "list.csv")
    assert not found.entries.episodes
    assert "Time zone" in str(found.problems[0])
    assert only(taken("Date,Time,Time zone\n2026-11-05,03:10,\n", "list.csv")).began[11:16] == "03:10"


@pytest.mark.parametrize("mark", ["\u200e", "'", "\ufeff", "\u200b"])
def test_what_a_spreadsheet_puts_before_a_date_is_not_part_of_it(mark: str) -> None:
    found = taken(f"Date,Leg\n{mark}05/11/2026,L\n{mark}17/11/2026,R\n", "list.csv")
    assert [each.began for each in found.entries.episodes] == ["2026-11-05", "2026-11-17"]


@pytest.mark.parametrize(
    "table",
    [
        "data;hora;perna;dor\n05.11.2026;03:10;esquerda;6\n",
        "datum;tid;ben;smärta\n2026-11-05;03:10;vänster;6\n",
        "dato;ben;smerte\n5.11.2026 kl. 03.10;venstre;6\n",
    ],
)
def test_lists_of_other_languages_keep_their_hour_side_and_pain(table: str) -> None:
    found = only(taken(table, "list.csv"))
    assert (found.began[:16], found.side, found.severity) == ("2026-11-05T03:10", "left", 6)


def test_a_short_heading_of_another_language_is_no_slip_but_a_longer_slip_is_named() -> None:
    assert only(taken("Date,Mid\n2026-11-05,x\n", "list.csv")).note == "Mid: x"
    assert "did you mean severity" in str(taken("Date,Severty\n2026-11-05,7\n", "list.csv").problems[0])
