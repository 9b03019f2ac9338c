"""The diary's file: nothing is lost in a round trip, an upgrade, a fault, or beside another program."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.core.record import CrampBegan, CrampEnded
from stretchcoach.diary import Diary, DiaryError, Entry, Episode, Journal, ProfileChange, RoutineRun
from stretchcoach.diary.file.faults import fault_line
from stretchcoach.diary.file.migrations import STEPS
from stretchcoach.diary.file.search import EntryFilter, entries_page
from stretchcoach.words.diary_notices import (
    DISK_READ_ONLY,
    FILE_READ_ONLY,
    FOLDER_READ_ONLY,
    KEPT_BESIDE,
    NO_PERMISSION,
    NOTHING_IS_WRITTEN,
    READ_ONLY,
)

NIGHT = "2026-11-24T03:12:05+01:00"
NOW = datetime(2026, 11, 24, 2, 12, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "diary.db"


@pytest.fixture
def diary(path: Path) -> Iterator[Diary]:
    made = Diary.open(path)
    yield made
    made.close()


def cramp(began: str = NIGHT, **more: object) -> Episode:
    return msgspec.convert({"began": began, **more}, Episode)


# --- round trips -----------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FLOAT = st.floats(0, 1440)
SCORE = st.none() | st.integers(0, 10)
SAID = TEXT | FLOAT | st.booleans() | st.lists(TEXT, max_size=3) | st.none()
TIME = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.timezones()).map(
    lambda when: when.isoformat(timespec="seconds")
) | st.dates(date(1900, 1, 2), date(2199, 12, 30)).map(str)
WORD = st.none() | TEXT
EPISODES = st.builds(
    Episode,
    began=TIME,
    minutes=st.none() | FLOAT,
    side=WORD,
    place=WORD,
    severity=SCORE,
    pain_after=SCORE,
    sleep=SCORE,
    woke=WORD,
    doing=WORD,
    posture=WORD,
    relieved_by=WORD,
    relieved_after=st.none() | FLOAT,
    answers=st.dictionaries(TEXT, SAID, max_size=4),
    level=WORD,
    rules=st.lists(TEXT, max_size=3).map(tuple),
    causes=st.lists(TEXT, max_size=3).map(tuple),
    pending=st.booleans(),
    closed=TEXT,
    note=TEXT,
    removed=st.none() | TIME,
)
RUNS = st.builds(
    RoutineRun,
    began=TIME,
    routine=TEXT,
    seconds=FLOAT,
    finished=st.booleans(),
    steps=st.integers(0, 99),
    removed=st.none() | TIME,
)
CHANGES = st.builds(ProfileChange, at=TIME, key=TEXT, value=TEXT | FLOAT | st.lists(TEXT, max_size=3) | st.none())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=EPISODES | RUNS | CHANGES)
def test_an_entry_comes_back_as_it_was(diary: Diary, entry: Entry) -> None:
    diary.add(entry)
    assert diary.get(entry.id) == entry


def test_an_entry_with_the_same_id_takes_the_place_of_the_old_one(diary: Diary) -> None:
    first = cramp()
    diary.add(first)
    diary.add(msgspec.structs.replace(first, note="left out: the towel"))
    assert [each.note for each in diary.episodes()] == ["left out: the towel"]


def test_newest_first_by_the_true_moment_whatever_the_time_zone(diary: Diary) -> None:
    at_home, abroad, later = "2026-11-24T03:00:00+01:00", "2026-11-23T23:30:00-05:00", "2026-11-24T06:00:00+01:00"
    for began in (abroad, later, at_home):
        diary.add(cramp(began))
    assert [each.began for each in diary.episodes()] == [later, abroad, at_home]
    assert [each.began for each in diary.episodes(since=abroad, until=later)] == [abroad]
    assert [each.began for each in diary.episodes(limit=1)] == [later]


def test_filters(diary: Diary) -> None:
    diary.add(cramp(side="left", note="after 100% of the Hike_up"))
    diary.add(cramp(side="right", causes=["sweat"]))
    assert len(diary.episodes(side="left")) == 1
    assert len(diary.episodes(text="hike_UP")) == 1 == len(diary.episodes(text="100%"))
    assert len(diary.episodes(text="SWEAT")) == 1
    assert not diary.episodes(text="hike%") and not diary.episodes(side="left", text="sweat")


@pytest.mark.parametrize("text", ["toes up", "toes_up", " TOES up ", "toes-up", "up%", "left"])
def test_the_list_and_the_screen_find_the_same(diary: Diary, text: str) -> None:
    for side, by in (("left", "toes_up"), ("right", "towel")):
        diary.add(cramp(side=side, relieved_by=by))
    found = diary.episodes(text=text)
    assert found == entries_page(diary, EntryFilter(text=text), 0, 10)
    assert len(found) == (0 if text in ("toes-up", "up%") else 1)


def test_a_deletion_can_be_undone_until_it_is_purged(diary: Diary) -> None:
    entry, run = cramp(), RoutineRun(began=NIGHT, routine="bedtime_calm")
    diary.add_all([entry, run])
    assert diary.remove(entry.id, NIGHT) and diary.remove(run.id, NIGHT) and not diary.remove("nobody", NIGHT)
    assert not diary.episodes() and not diary.runs()
    assert [each.id for each in diary.episodes(removed=True)] == [entry.id]
    assert diary.restore(entry.id) and diary.episodes() == [entry]
    assert diary.purge(entry.id) and diary.get(entry.id) is None and not diary.purge(entry.id)


def test_questions_put_off_are_found_again(diary: Diary) -> None:
    diary.add(cramp("2026-11-22T03:00:00+01:00", pending=True))
    diary.add(cramp("2026-11-23T03:00:00+01:00", pending=True, note="this one"))
    diary.add(cramp("2026-11-24T03:00:00+01:00"))
    found = diary.pending()
    assert found is not None and found.note == "this one"


def test_purge_all_leaves_no_word_on_the_disk(diary: Diary, path: Path) -> None:
    diary.add_all([cramp(note=f"secret-word {number}") for number in range(200)])
    diary.add(ProfileChange(at=NIGHT, key="meds", value="secret-word"))
    diary.jot("running", "secret-word")
    for copy in ("diary.version1-20261124T031205.db", "diary.corrupt-20261124T031205.db", "diary.corrupt-x.db-wal"):
        path.with_name(copy).write_text("secret-word")
    path.with_name("notes.txt").write_text("somebody else's")
    assert diary.purge_all() == 201
    assert not diary.episodes() and not diary.changes() and not diary.jotted()
    assert not any(b"secret-word" in file.read_bytes() for file in path.parent.iterdir())
    assert path.with_name("notes.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
def test_nobody_else_may_read_it(diary: Diary, path: Path) -> None:
    diary.add(cramp())
    files = list(path.parent.iterdir())
    assert len(files) > 1 and all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


# --- upgrades --------------------------------------------------------------------------------------------------


def old_file(path: Path, steps: int) -> None:
    """A diary as the program of that version left it, with one cramp in it."""
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path, isolation_level=None)
    for step in STEPS[:steps]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {steps}")
    connection.execute(
        "INSERT INTO episode (id, began, side, severity, answers, rules, closed, note)"
        " VALUES ('old', ?, 'left', 7, '{\"a\": null}', '[\"R1\"]', 'finished', 'kept')",
        (NIGHT,),
    )
    connection.execute(
        "INSERT INTO run (id, began, routine, seconds, finished, steps) VALUES ('r', ?, 'x', 9, 1, 2)", (NIGHT,)
    )
    connection.close()


@pytest.mark.parametrize("steps", range(1, len(STEPS)))
def test_a_diary_of_every_earlier_version_is_brought_up_to_date(path: Path, steps: int) -> None:
    old_file(path, steps)
    diary = Diary.open(path)
    entry = Episode(id="old", began=NIGHT, side="left", severity=7, answers={"a": None}, rules=("R1",), note="kept")
    run = RoutineRun(id="r", began=NIGHT, routine="x", seconds=9, finished=True, steps=2)
    assert diary.episodes(since=NIGHT) == [entry] and diary.runs(since=NIGHT) == [run]
    (copy,) = path.parent.glob(f"diary.version{steps}-*.db")
    assert copy.name in diary.notices[0] and stat.S_IMODE(copy.stat().st_mode) == 0o600
    diary.close()
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (steps,)
    assert kept.execute("SELECT note FROM episode").fetchall() == [("kept",)]
    kept.close()


def test_an_upgrade_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old_file(path, 1)
    second = STEPS[1]

    def half(connection: sqlite3.Connection) -> None:
        second(connection)
        if connection.execute("SELECT count(*) FROM episode").fetchone() != (0,):
            connection.execute("nonsense")

    monkeypatch.setattr("stretchcoach.diary.file.migrations.STEPS", (STEPS[0], half))
    diary = Diary.open(path)
    assert not diary.kept and "cannot be used" in diary.notices[0]
    diary.close()
    monkeypatch.undo()
    diary = Diary.open(path)
    assert diary.kept and [each.note for each in diary.episodes()] == ["kept"]
    diary.close()


def test_a_newer_diary_is_left_alone(path: Path) -> None:
    Diary.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    diary = Diary.open(path)
    assert not diary.kept and "newer" in diary.notices[0]
    diary.add(cramp())
    diary.close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM episode").fetchone() == (0,)
    connection.close()


# --- faults ----------------------------------------------------------------------------------------------------


def test_a_file_that_is_no_diary_is_set_aside_whole(path: Path) -> None:
    path.parent.mkdir()
    junk = b"this was a diary once" * 500
    for _ in range(2):
        path.write_bytes(junk)
        diary = Diary.open(path)
        diary.add(cramp())
        assert diary.kept and "a new one was begun" in diary.notices[0]
        diary.close()
    aside = list(path.parent.glob("diary.corrupt-*.db"))
    assert len(aside) == 2 and all(file.read_bytes() == junk for file in aside)


@pytest.mark.parametrize("pages", [slice(8, None), slice(40, 41), slice(1, 3)])
def test_a_file_that_turns_out_torn_later_is_set_aside_and_the_entry_kept(path: Path, pages: slice) -> None:
    diary = Diary.open(path)
    diary.add_all([cramp(note="x" * 500) for _ in range(500)])
    diary.close()
    torn = bytearray(path.read_bytes())
    begin, end = 4096 * pages.start, 4096 * pages.stop if pages.stop else len(torn)
    torn[begin:end] = b"\xa5" * (end - begin)
    path.write_bytes(torn)
    diary = Diary.open(path)
    entry = cramp(note="the next night")
    diary.episodes()
    diary.add(entry)
    assert diary.episodes() == [entry] and diary.kept and sum("damaged" in notice for notice in diary.notices) == 1
    diary.close()
    (aside,) = path.parent.glob("diary.corrupt-*.db")
    assert aside.read_bytes() == torn


def test_a_full_disk_is_told_and_what_was_written_stays_whole(diary: Diary) -> None:
    kept = cramp()
    diary.add(kept)
    pages = diary.rows("PRAGMA page_count")[0][0]
    diary.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiaryError, match="disk is full"):
        diary.add_all([cramp(note="x" * 5000) for _ in range(20)])
    assert diary.episodes() == [kept]
    assert diary.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_folder_that_cannot_be_made_costs_only_the_diary(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    diary = Diary.open(tmp_path / "data" / "diary.db")
    assert not diary.kept and len(diary.notices) == 1 and diary.notices[0].endswith("this time.")
    diary.add(cramp())
    assert len(diary.episodes()) == 1
    diary.close()


@contextmanager
def nobody(*owned: Path) -> Iterator[None]:
    """Root may write everywhere, so while this lasts root is nobody, and owns these."""
    if os.geteuid() != 0:
        yield
        return
    for each in owned:
        os.chown(each, 65534, -1)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "told"),
    [(0o500, 0o600, FOLDER_READ_ONLY), (0o500, 0o400, FILE_READ_ONLY), (0o700, 0o400, FILE_READ_ONLY)],
)
def test_a_read_only_folder_or_file_is_read_and_told(folder_mode: int, file_mode: int, told: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.db"
        first = Diary.open(path)
        first.add(cramp())
        first.close()
        whole = path.read_bytes()
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        with nobody(path, path.parent):
            diary = Diary.open(path)
            assert not diary.kept and len(diary.episodes()) == 1
            assert diary.notices == [f"The diary {path} {told}. {READ_ONLY}"]
            with pytest.raises(DiaryError, match=told):
                diary.add(cramp())
            keeper = Journal(diary)
            keeper.take(CrampBegan(0.0), NOW)
            keeper.take(CrampEnded(1.0), NOW)
            assert keeper.notices[1:] == ([KEPT_BESIDE] if folder_mode & 0o200 else [])
            diary.close()
        path.parent.chmod(0o700)
        assert path.read_bytes() == whole


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
def test_a_read_only_folder_without_a_diary_costs_only_the_diary() -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.db"
        path.parent.chmod(0o500)
        with nobody(path.parent):
            diary = Diary.open(path)
            diary.add(cramp())
            assert not diary.kept and len(diary.episodes()) == 1 and diary.notices[0].endswith(NOTHING_IS_WRITTEN)
            diary.close()
        path.parent.chmod(0o700)
        assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
def test_a_file_that_nobody_may_read_is_told_as_that() -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.db"
        Diary.open(path).close()
        path.chmod(0)
        path.parent.chmod(0o700)
        with nobody(path, path.parent):
            diary = Diary.open(path)
            assert diary.notices == [f"The diary {path} {NO_PERMISSION}. {NOTHING_IS_WRITTEN}"]
            diary.close()


def test_a_disk_that_is_read_only_is_told_as_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readonly = sqlite3.OperationalError("attempt to write a readonly database")
    readonly.sqlite_errorcode = sqlite3.SQLITE_READONLY
    assert DISK_READ_ONLY in fault_line(OSError(errno.EROFS, "Read-only file system"), path)
    assert DISK_READ_ONLY not in fault_line(readonly, path)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert DISK_READ_ONLY in fault_line(readonly, path)


def test_another_program_reads_while_this_one_writes(diary: Diary, path: Path) -> None:
    other = Diary.open(path, patience=0)
    diary.add(cramp())
    with diary._transaction():
        diary._connection.execute("DELETE FROM episode")
        assert len(other.episodes()) == 1
        with pytest.raises(DiaryError, match="Another program"):
            other.add(cramp())
    assert not other.episodes()
    other.add(cramp())
    assert len(diary.episodes()) == 1
    other.close()


def test_programs_that_make_the_diary_at_the_same_moment_all_keep_theirs(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from stretchcoach.diary import Diary, Episode\n"
        "for line in sys.stdin:\n"
        "    diary = Diary.open(Path(line.strip()), patience=30)\n"
        "    diary.add(Episode(began='2026-11-24T03:12:05+01:00'))\n"
        "    print(diary.kept, diary.notices, flush=True); diary.close()"
    )
    run = [sys.executable, "-c", code]
    with ExitStack() as running:
        programs = [
            running.enter_context(subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            for _ in range(2)
        ]
        for program in programs:
            running.callback(program.kill)
        for number in range(20):
            path = tmp_path / str(number) / "diary.db"
            for program in programs:
                assert program.stdin
                program.stdin.write(f"{path}\n")
                program.stdin.flush()
            assert [program.stdout and program.stdout.readline() for program in programs] == ["True []\n"] * 2
            diary = Diary.open(path)
            assert len(diary.episodes()) == 2
            diary.close()


def test_two_programs_write_at_once_and_both_keep_everything(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from stretchcoach.diary import Diary, Episode\n"
        "diary = Diary.open(Path(sys.argv[1]), patience=30)\n"
        "for number in range(100): diary.add(Episode(began='2026-11-24T03:12:05+01:00'))"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(2)]
    assert [program.wait() for program in programs] == [0, 0]
    diary = Diary.open(path)
    assert len(diary.episodes()) == 200
    diary.close()
