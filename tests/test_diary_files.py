"""Export and import: a round trip loses nothing, a bad file changes nothing and is told where it is bad."""

import csv
import io
import json

import pytest
from diaries import cramp, diaries, ran
from hypothesis import given

from stretchcoach.diary.exchange.exporting import Entries, gather, to_csv, to_json
from stretchcoach.diary.exchange.importing import entries_of_text

SOME = Entries((cramp(3, side="left", severity=7), cramp(1, note="=HYPERLINK(1)\n2nd, line")), (ran(2),))


@given(diaries)
def test_json_loses_nothing(entries: Entries) -> None:
    assert entries_of_text(to_json(entries), "x") == (entries, [])


@given(diaries)
def test_csv_loses_nothing(entries: Entries) -> None:
    assert entries_of_text(to_csv(entries), "x") == (entries, [])


@given(diaries)
def test_no_cell_is_a_formula(entries: Entries) -> None:
    for row in list(csv.reader(io.StringIO(to_csv(entries), newline="")))[1:]:
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")) or cell.startswith("'"), cell
            assert not cell.startswith("-") or float(cell) <= 0


def test_the_same_diary_gives_the_same_file() -> None:
    entries = [cramp(3), cramp(1), cramp(2)]
    assert to_json(gather(entries, [ran(2)], [])) == to_json(gather(reversed(entries), [ran(2)], []))


def test_a_file_laid_out_by_someone_else_is_read_too() -> None:
    assert entries_of_text(json.dumps(json.loads(to_json(SOME)), indent=4), "x") == (SOME, [])
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=";").writerows(csv.reader(io.StringIO(to_csv(SOME), newline="")))
    assert entries_of_text("\ufeff" + table.getvalue(), "x") == (SOME, [])


def test_an_empty_diary() -> None:
    for text in (to_json(Entries()), to_csv(Entries())):
        assert entries_of_text(text, "x") == (Entries(), [])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"severity": 7', '"severty": 7'), ["x:3: severty: unknown; did you mean severity?"]),
        (('"severity": 7', '"severity": 11'), ["x:3: severity: 11 is not from 0 to 10"]),
        (('"severity": 7', '"severity": "much"'), ["x:3: severity: 'much' is not a whole number"]),
        (
            ('"side": "left"', '"side": "lefft"'),
            ["x:3: side: 'lefft' is none of left, right, both, not_sure; did you mean left?"],
        ),
        (('"minutes": null', '"minutes": NaN'), ["x:1: not JSON: NaN is no number"]),
        (('"runs"', '"run"'), ["x:6: run: unknown; did you mean runs?"]),
        (("stretchcoach-diary", "diary"), ['x:1: format: this is no diary; one says "format": "stretchcoach-diary"']),
        (('"version": 1', '"version": 2'), ["x:1: version: version 2 is not known here; 1 is"]),
        (('"finished": true', '"finished": "yes"'), ["x:7: finished: 'yes' is not true or false"]),
        (('"routine": "bedtime_calf_hamstring", ', ""), ["x:7: routine: is missing"]),
        (('"seconds": 170.0, ', '"seconds": -1, '), ["x:7: seconds: -1.0 is less than nothing"]),
        (
            ("T09:00:00+01:00", "T9 o'clock"),
            ['x:3: began: "2026-11-21T9 o\'clock" has a time that is not understood: 9'],
        ),
        (('"answers": {}', '"answers": {"a": {}}'), ["x:3: answers: {'a': {}} is not a text, a number,"]),
        (("[\n", "[[\n"), ["x:"]),
        (("}", ""), ["x:"]),
    ],
)
def test_a_mistake_in_json_is_told_with_its_line(change: tuple[str, str], told: list[str]) -> None:
    entries, problems = entries_of_text(to_json(SOME).replace(*change, 1), "x")
    assert entries == Entries()
    assert [str(each)[: len(start)] for each, start in zip(problems, told, strict=True)] == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((",severity,", ",severty,"), ["x:1: column 7: 'severty' is unknown; did you mean severity?"]),
        ((",side,", ",minutes,"), ["x:1: column 5: 'minutes' is there twice"]),
        ((",7,", ",seven,"), ["x:2: severity: 'seven' is not a whole number"]),
        (("\ncramp", "\ncrmp"), ["x:2: kind: 'crmp' is none of cramp, routine, profile; did you mean cramp?"]),
        (("\nroutine", "\nprofile"), ["x:5: began: unknown"]),
        (("kind,", "sort,"), ["x:1: kind: this is no diary; one has a column of that name"]),
        (("\ncramp,", '\n"cramp,'), ["x:3: not CSV: "]),
        ((f"{3000:032x}", f"{1000:032x}"), ["x:3: id: is the same as in line 2"]),
    ],
)
def test_a_mistake_in_csv_is_told_with_its_column(change: tuple[str, str], told: list[str]) -> None:
    entries, problems = entries_of_text(to_csv(SOME).replace(*change, 1), "x")
    assert entries == Entries()
    for each, start in zip(problems, told, strict=False):
        assert str(each).startswith(start)
    assert problems


@pytest.mark.parametrize("text", ["", "\n", "hello", "[]", "{}", "{", '"', "kind\n\0", "null"])
def test_what_is_no_diary_at_all(text: str) -> None:
    assert entries_of_text(text, "x")[0] == Entries()
    assert entries_of_text(text, "x")[1]
