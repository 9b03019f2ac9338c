"""A file that is damaged, locked, full, or none at all: what can be read is there, and what was told is not lost."""

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from diaries import cramp, diaries, ran
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.core.messages import Fact
from stretchcoach.core.record import CrampBegan, Released
from stretchcoach.diary import Diary, DiaryError, Episode, Journal, ProfileChange, RoutineRun, stats
from stretchcoach.diary.exchange import fhir
from stretchcoach.diary.exchange.exporting import Entries, Streamed, gather, to_csv, to_json
from stretchcoach.diary.file.counting import tally
from stretchcoach.diary.file.excerpts import for_effect, for_report
from stretchcoach.diary.file.queries import NAMED
from stretchcoach.diary.file.search import EntryFilter, entries_page
from stretchcoach.diary.report.report import make_report
from stretchcoach.diary.session import journal_text, unwritten
from stretchcoach.machine.folders import folders
from stretchcoach.programme.effect import REACH, effect
from stretchcoach.words.diary_notices import DISK_FULL, IS_WRITTEN_NOW, KEPT_BESIDE, MORE_UNREADABLE

Shown = pytest.CaptureFixture[str]
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 3, 12, 5, tzinfo=UTC)
ODD = st.sampled_from(
    ["zzz", "", b"\xff\x00", b"{", -1, 10**12, 1e308, float("inf"), "{{{", "null", "[1, [2]]", '{"a": {}}',
     "9999-12-31", "0001-01-01T00:00:00+14:00", "2026-02-31", "\ud7ff\x1b[2J", None]
)  # fmt: skip
NEEDED = {"id", "answers", "rules", "causes", "closed", "note", "pending", "began"}


def told(kind: str, at: float, **facts: str | float | bool | None) -> Fact:
    return journal_text.fact(kind, at, facts)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


def spoil(path: Path, column: str, value: Any, table: str = "episode") -> None:
    """Write a value past the program into the row ``bad``."""
    with sqlite3.connect(path) as other:
        if isinstance(value, bytes) and column == "note":
            other.execute(f"UPDATE {table} SET note = CAST(? AS TEXT) WHERE id = 'bad'", (value,))
        else:
            other.execute(f"UPDATE {table} SET {column} = ? WHERE id = 'bad'", (value,))
    other.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(Episode.__struct_fields__[1:]), ODD)
def test_one_damaged_cell_spoils_one_entry_and_is_named(tmp_path: Path, column: str, value: Any) -> None:
    path = tmp_path / "diary.db"
    diary = Diary.open(path)
    diary.purge_all()
    kept = [cramp(day, side="left", severity=7) for day in (3, 2, 1)]
    diary.add_all([*kept, Episode(id="bad", began="2026-11-20T03:00:00+00:00", side="right"), ran(1)])
    diary.close()
    if value is None and column in NEEDED:
        value = "zzz"
    spoil(path, column, value)
    diary = Diary.open(path)
    there = [each for each in diary.episodes() if each.id != "bad"]
    there += [each for each in diary.episodes(removed=True) if each.id != "bad"]
    assert there == kept[::-1]
    assert {each.id for each in entries_page(diary, EntryFilter(), 0, 9)} >= {each.id for each in kept}
    entries = Streamed(diary, True)
    for text in (to_json(entries), to_csv(entries), b"".join(fhir.pieces(entries)).decode()):
        assert kept[0].began in text
    assert stats.summary(tally(diary), NOW.date())["cramps"] in (3, 4)
    make_report(for_report(diary, NOW, 6), NOW)
    if not any(each.id == "bad" for each in (*diary.episodes(), *diary.episodes(removed=True))):
        assert any("bad" in notice and "left out" in notice for notice in diary.notices)
    diary.close()


def test_damage_is_told_of_by_name_a_few_times(path: Path) -> None:
    diary = Diary.open(path)
    diary.add_all([Episode(id=f"b{number}", began="2026-11-20") for number in range(20)])
    diary.close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE episode SET began = 'zzz'")
    other.close()
    diary = Diary.open(path)
    assert diary.episodes() == [] == diary.episodes()
    assert len(diary.notices) == NAMED + 1 and diary.notices[-1] == MORE_UNREADABLE
    assert diary.notices[0].endswith("cannot be read and is left out: began is 'zzz'.")
    diary.close()


def test_a_damaged_entry_can_be_taken_out_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    diary = Diary.open(folders().diary)
    diary.add(Episode(id="bad", began="2026-11-20"))
    diary.jot("left-over", '[{"at": 1, "wall": "nonsense", "kind": "cramp"}]')
    diary.close()
    spoil(folders().diary, "began", "zzz")
    assert main(["diary", "list"]) == 0
    assert "Entry bad cannot be read" in capsys.readouterr().err
    assert main(["diary", "delete", "bad"]) == main(["diary", "delete", "left-ov"]) == 0
    diary = Diary.open(folders().diary)
    assert diary.episodes() == [] and diary.notices == [] and diary.jotted() == []
    diary.close()


@pytest.mark.parametrize(
    "text",
    ["not json", '[{"at":1,"wall":"nonsense","kind":"cramp","facts":{}}]',
     '[{"at":1,"wall":"0001-01-01","kind":"cramp"}]',
     '[{"at":1,"wall":"2026-11-25T10:00:00+00:00","kind":"cramp"},{"at":2,"wall":"2026-11-25T10:00:00Z","kind":"worse",'
     '"facts":{"times":"many"}}]',
     '[{"at":1,"wall":"2026-11-25T10:00:00+00:00","kind":"routine","facts":{"routine":5,"pace":"x"}}]', "[[1]]"],
)  # fmt: skip
def test_a_journal_that_cannot_be_read_keeps_nothing_from_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    from stretchcoach.program.program import Program

    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    diary = Diary.open(folders().diary)
    diary.jot("k", text)
    diary.close()
    program = Program(speech=False, beeps=False)
    program.cut_short()
    program.close_cut_short()


def test_a_journal_with_one_bad_time_is_read_up_to_it(path: Path) -> None:
    diary = Diary.open(path)
    diary.jot("k", '[{"at":0,"wall":"2026-11-25T10:00:00+00:00","kind":"cramp","facts":{"side":"left"}},'
              '{"at":9,"wall":"nonsense","kind":"released"}]')  # fmt: skip
    found = Journal(diary).interrupted()
    assert found and isinstance(found.entry, Episode) and found.entry.side == "left" and len(found.tale) == 1
    diary.close()


# --- where nothing can be written ------------------------------------------------------------------------------

CRAMP = (
    told("cramp", 0.0, side="left"),
    told("released", 60.0, position="lying"),
    told("end", 90.0, level=None, rules=""),
)


def play(keeper: Journal, facts: tuple[Fact, ...] = CRAMP) -> None:
    for each in facts:
        keeper.take(each, NIGHT + timedelta(seconds=each.at))


@pytest.mark.parametrize(
    ("how", "before"), [("BEGIN IMMEDIATE", True), ("BEGIN IMMEDIATE", False), ("BEGIN EXCLUSIVE", True)]
)
def test_a_cramp_in_a_locked_diary_is_kept_beside_it_and_taken_in(path: Path, how: str, before: bool) -> None:
    Diary.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    if how == "BEGIN EXCLUSIVE":
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
    if before:
        other.execute(how)
        other.execute("INSERT INTO journal VALUES ('x', '[]')")
    diary = Diary.open(path, patience=0)
    if not before:
        other.execute(how)
        other.execute("INSERT INTO journal VALUES ('x', '[]')")
    keeper = Journal(diary)
    play(keeper)
    assert KEPT_BESIDE in keeper.notices
    (file,) = unwritten.files(path)
    assert file.stat().st_mode & 0o077 == 0
    diary.close()
    other.execute("ROLLBACK")
    other.close()
    diary = Diary.open(path)
    (entry,) = diary.episodes()
    assert (entry.side, entry.minutes, entry.closed) == ("left", 1.0, "finished")
    assert diary.notices == [IS_WRITTEN_NOW] and unwritten.files(path) == []
    diary.close()


def test_a_session_cut_short_while_the_diary_was_locked_can_be_gone_on_with(path: Path) -> None:
    diary = Diary.open(path, patience=0)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        keeper = Journal(diary)
        play(keeper, CRAMP[:2])
        other.execute("ROLLBACK")
    other.close()
    assert keeper._presence
    keeper._presence.leave()
    diary.close()
    diary = Diary.open(path)
    found = Journal(diary).interrupted()
    assert found and [type(each.fact) for each in found.tale] == [CrampBegan, Released] and not unwritten.files(path)
    diary.close()


def test_what_is_kept_beside_goes_with_everything_else(path: Path) -> None:
    diary = Diary.open(path)
    assert unwritten.keep(path, Episode(id="a", began="2026-11-20"))
    diary.purge_all()
    assert not unwritten.files(path)
    diary.close()


def test_what_found_no_room_beside_the_diary_leaves_nothing_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert not unwritten.keep(path, Episode(id="a", began="2026-11-20")) and not list(path.parent.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX")
def test_a_disk_that_is_full_says_so(path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from stretchcoach.diary import Diary, Episode, DiaryError\n"
        "diary = Diary.open(Path(sys.argv[1]))\n"
        "diary.add(Episode(began='2026-11-20', note='first'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try:\n"
        "    for number in range(200): diary.add(Episode(began='2026-11-20', note='x' * 5000))\n"
        "except DiaryError as error: print(error)"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == DISK_FULL
    diary = Diary.open(path)
    assert diary.episodes()[-1].note == "first" and diary.rows("PRAGMA integrity_check") == [("ok",)]
    diary.close()


@pytest.mark.skipif(os.name != "posix", reason="a pipe of POSIX")
@pytest.mark.parametrize("what", ["pipe", "folder"])
def test_what_is_no_file_is_one_sentence_and_no_hang(path: Path, what: str) -> None:
    os.mkfifo(path) if what == "pipe" else path.mkdir()
    diary = Diary.open(path)
    assert not diary.kept and f"{path} is a {what}, where the diary should be." in diary.notices[0]
    assert diary.episodes() == []
    diary.close()


# --- how long it may be ----------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diaries)
def test_what_is_chosen_of_a_long_diary_says_the_same_as_all_of_it(tmp_path: Path, entries: Entries) -> None:
    diary = Diary.open(tmp_path / "diary.db")
    diary.purge_all()
    every: list[Any] = [*entries.episodes, *entries.runs, *entries.changes]
    diary.add_all([*every, cramp(2), cramp(50, answers={"meds": ["sugar"]}), ran(60), ran(3)])
    whole = gather(diary.episodes(), diary.runs(), diary.changes())
    assert make_report(for_report(diary, NOW, 6), NOW) == make_report(whole, NOW)
    name = "bedtime_calf_hamstring"
    assert effect(for_effect(diary, name, REACH, NOW), name, NOW) == effect(whole, name, NOW)
    begin = NOW - timedelta(days=30)
    assert effect(for_effect(diary, name, REACH, NOW, begin), name, NOW, begin) == effect(whole, name, NOW, begin)
    streamed = Streamed(diary)
    assert to_json(streamed) == to_json(whole) and to_csv(streamed) == to_csv(whole)
    assert [*fhir.pieces(streamed)] == [*fhir.pieces(whole)]
    diary.close()


def test_two_offsets_in_one_night_stand_in_the_order_of_the_moment(path: Path) -> None:
    diary = Diary.open(path)
    diary.add_all(
        [
            Episode(id="first", began="2026-10-25T02:50:00+02:00"),
            Episode(id="second", began="2026-10-25T02:10:00+01:00"),
            ProfileChange(id="c1", at="2026-10-25T02:50:00+02:00", key="pregnant", value="yes"),
            ProfileChange(id="c2", at="2026-10-25T02:10:00+01:00", key="pregnant", value="no"),
        ]
    )
    assert [each.id for each in diary.episodes()] == ["second", "first"]
    for entries in (Streamed(diary), gather(diary.episodes(), diary.runs(), diary.changes())):
        assert [each.id for each in entries.episodes] == ["first", "second"]
        profile = [each["resource"] for each in fhir.bundle(entries)["entry"]][-1]
        said = next(each["answer"] for each in profile["item"] if each["linkId"] == "pregnant")
        assert said[0]["valueCoding"]["code"] == "no"
        assert profile["authored"] == "2026-10-25T02:10:00+01:00"
    diary.close()


def test_times_kept_as_utc_by_an_older_version_tell_the_local_hour(path: Path) -> None:
    diary = Diary.open(path)
    diary.add(RoutineRun(id="bad", began="2026-11-01T23:30:00Z", routine="x"))
    diary.rows("PRAGMA user_version = 2")
    diary.close()
    diary = Diary.open(path)
    (run,) = diary.runs()
    local = datetime.fromisoformat("2026-11-01T23:30:00+00:00").astimezone()
    assert run.began == local.isoformat(timespec="seconds")
    diary.close()


def test_an_entry_is_told_by_no_more_of_its_id_than_is_needed(path: Path) -> None:
    diary = Diary.open(path)
    twins = ["a" * 12 + "1" * 20, "a" * 12 + "2" * 20, "B7"]
    diary.add_all([Episode(id=each, began="2026-11-20") for each in twins])
    assert [diary.brief(each) for each in twins] == ["a" * 12 + "1", "a" * 12 + "2", "B7"]
    assert diary.ids("b7") == [] and diary.ids("B7") == ["B7"] and len(diary.ids("aaaa")) == 2
    with pytest.raises(DiaryError):
        diary.rows("nonsense")
    diary.close()
