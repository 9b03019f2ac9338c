"""The diary as the front ends see it: leaf by leaf, month by month, and from any thread."""

import random
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from stretchcoach import library
from stretchcoach.diary import Diary, DiaryError, Episode, RoutineRun
from stretchcoach.machine.folders import Folders, below
from stretchcoach.program import put_off, state
from stretchcoach.program.browser import DayCounts, DiaryBrowser, EntryFilter

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[DiaryBrowser]:
    made = DiaryBrowser(tmp_path / "diary.db", {"bedtime": "Before bed"}, library.knowledge(), lambda: NOW)
    yield made
    made.close()


def test_leaves_of_both_kinds_make_one_list_and_nothing_is_told_twice(browser: DiaryBrowser) -> None:
    luck = random.Random(4)
    for number in range(120):
        began = (NOW - timedelta(hours=luck.randint(0, 60))).isoformat()
        kept = Episode(began=began) if number % 3 else RoutineRun(began=began, routine="bedtime")
        browser.save(kept)
    whole = browser.page(EntryFilter(), 0, 500)
    assert [each.began for each in whole] == sorted((each.began for each in whole), reverse=True)
    parts = [each for start in range(0, 130, 7) for each in browser.page(EntryFilter(), start, 7)]
    assert parts == whole and len({each.id for each in whole}) == 120


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EntryFilter(), {"a", "b", "run"}),
        (EntryFilter("cramps"), {"a", "b"}),
        (EntryFilter("routines"), {"run"}),
        (EntryFilter(side="left"), {"a"}),
        (EntryFilter("routines", side="left"), set()),
        (EntryFilter(text="toes up"), {"a"}),
        (EntryFilter(text="BED"), {"b", "run"}),
        (EntryFilter(text="100%"), {"b"}),
        (EntryFilter("routines", text="100%"), set()),
        (EntryFilter(text="'; DROP TABLE run"), set()),
    ],
)
def test_what_is_wanted_is_found(browser: DiaryBrowser, wanted: EntryFilter, found: set[str]) -> None:
    browser.save(Episode(id="a", began="2026-11-24T03:00:00+01:00", side="left", relieved_by="toes_up"))
    browser.save(Episode(id="b", began="2026-11-23T03:00:00+01:00", side="right", note="100% sure it was the bed"))
    browser.save(RoutineRun(id="run", began="2026-11-22T21:00:00+01:00", routine="bedtime"))
    browser.save(Episode(id="gone", began="2026-11-21T03:00:00+01:00", side="left", relieved_by="toes_up", note="bed"))
    browser.remove("gone")
    assert {each.id for each in browser.page(wanted, 0, 50)} == found


def test_a_month_holds_its_own_days_whatever_the_time_zone(browser: DiaryBrowser) -> None:
    for began in ("2026-11-01T00:05:00+14:00", "2026-11-30T23:55:00-11:00", "2026-11-30T03:00:00+01:00",
                  "2026-10-31T23:59:00-05:00", "2026-12-01T00:00:00+14:00"):  # fmt: skip
        browser.save(Episode(began=began))
    browser.save(RoutineRun(began="2026-11-30T21:00:00+01:00", routine="bedtime"))
    browser.save(Episode(id="gone", began="2026-11-05T03:00:00+01:00"))
    browser.remove("gone")
    assert browser.month(date(2026, 11, 1)) == {1: DayCounts(1, 0), 30: DayCounts(2, 1)}


def test_lines_are_sentences(browser: DiaryBrowser) -> None:
    browser.save(Episode(began="2026-11-24T03:12:00+01:00", side="both", place="calf", minutes=4.0, severity=7))
    browser.save(RoutineRun(began="2026-11-22T21:00:00+01:00", routine="bedtime", seconds=45))
    assert browser.lines(10) == [
        "Tuesday 24 November 2026, 03:12, cramp: both calves, 4 min, pain 7.",
        "Sunday 22 November 2026, 21:00, routine: 45 s, not finished, Before bed.",
    ]


def test_any_thread_is_told_of_a_file_that_a_newer_program_wrote(tmp_path: Path) -> None:
    Diary.open(tmp_path / "diary.db").close()
    file = tmp_path / "diary.db"
    with_newer = Diary.open(file)
    with_newer.rows("PRAGMA user_version = 99")
    with_newer.close()
    browser = DiaryBrowser(file, {}, library.knowledge())
    told: list[str] = []

    def look() -> None:
        with pytest.raises(DiaryError) as refused:
            browser.page(EntryFilter(), 0, 9)
        told.append(str(refused.value))

    for thread in [threading.Thread(target=look) for _ in range(2)]:
        thread.start()
        thread.join()
    assert len(told) == 2 and all("a newer stretchcoach" in each for each in told)
    browser.close()


def test_what_the_diary_cannot_do_is_a_sentence(browser: DiaryBrowser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Diary, entry: object) -> None:
        raise DiaryError("The disk is full, so this could not be written into the diary.")

    monkeypatch.setattr(Diary, "add", full)
    with pytest.raises(DiaryError, match="disk is full"):
        browser.save(Episode(began=NOW.isoformat()))


def test_so_is_what_another_program_wrote_into_it(browser: DiaryBrowser) -> None:
    browser.save(Episode(began="2026-11-24T03:12:00+01:00"))
    with sqlite3.connect(browser._path) as other:
        other.execute("UPDATE episode SET answers = 'no JSON'")
    other.close()
    (left,) = browser.page(EntryFilter(), 0, 9)
    assert isinstance(left, Episode) and left.answers == {}
    assert "answers 'no JSON'" in browser.notice() and browser.notice() == ""


# --- questions that were put off -----------------------------------------------------------------------------


def days_ago(days: float) -> str:
    return (datetime.now().astimezone() - timedelta(days)).isoformat(timespec="seconds")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return below(tmp_path)


def test_nothing_waits_where_there_is_no_diary_and_none_is_made(places: Folders) -> None:
    assert put_off.waiting(places) is None and not places.diary.exists()


@pytest.mark.parametrize(("days", "waits"), [(1, True), (8, False)])
def test_an_entry_with_open_questions_waits_a_week(places: Folders, days: float, waits: bool) -> None:
    diary = Diary.open(places.diary)
    answers: dict[str, str | float | bool | list[str] | None] = {"injury": "none", "meds": ["iron_drip"], "urine": None}
    diary.add(Episode(began=days_ago(days), pending=True, answers=answers))
    diary.close()
    found = put_off.waiting(places)
    assert found == ({"injury": "none", "meds": frozenset({"iron_drip"})} if waits else None)


def test_what_was_kept_beside_the_diary_comes_first(places: Folders) -> None:
    state.put_off(places.state, {"injury": "none"})
    assert put_off.waiting(places) == {"injury": "none"}


def test_this_week_begins_on_monday_and_counts_what_was_done_to_its_end(browser: DiaryBrowser) -> None:
    for began, routine, finished in (
        ("2026-11-23T00:10:00+00:00", "bedtime", True),
        ("2026-11-24T08:00:00+00:00", "bedtime", True),
        ("2026-11-24T08:30:00+00:00", "bedtime", False),
        ("2026-11-24T08:40:00+00:00", "other", True),
        ("2026-11-22T23:50:00+00:00", "bedtime", True),
    ):
        browser.save(RoutineRun(began=began, routine=routine, finished=finished))
    assert browser.this_week("bedtime") == 2 and browser.this_week("never") == 0


def test_a_diary_that_cannot_be_read_is_no_empty_one_and_is_looked_for_again(tmp_path: Path) -> None:
    place = tmp_path / "diary.db"
    place.mkdir()
    browser = DiaryBrowser(place, {}, library.knowledge(), lambda: NOW)
    for work in (lambda: browser.page(EntryFilter(), 0, 5), browser.figures, browser.notice):
        with pytest.raises(DiaryError, match="is a folder, where the diary should be"):
            work()
    place.rmdir()
    browser.save(Episode(id="a", began="2026-11-24T03:00:00+01:00"))
    assert len(browser.page(EntryFilter(), 0, 5)) == 1
    browser.close()
