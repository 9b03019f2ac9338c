"""Six weeks of a bedtime stretch, and reminders in the forms of others."""

import os
import subprocess
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from diaries import NOW, cramp, ran
from icalendar import Calendar

from stretchcoach.cli import main
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.library import knowledge
from stretchcoach.program import state
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.programme import SIX_WEEKS_FILE, reminders
from stretchcoach.programme.six_weeks import Programme, load, running, save, status, status_lines

FIRST = date(2026, 11, 24)


def begun(days: int) -> Programme:
    return Programme(began=(NOW - timedelta(days=days)).isoformat())


def test_it_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert load(folder) is None
    save(folder, begun(0))
    assert load(folder) == begun(0)
    assert (folder / SIX_WEEKS_FILE).stat().st_mode & 0o077 == 0
    (folder / SIX_WEEKS_FILE).write_bytes(b"{\xff")
    assert load(folder) is None


SOUND = b'{"name":"bedtime","routine":"x","began":"2026-11-20T21:30:00+01:00","stopped":null}'


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"7", b"\xff\xfe{", b"{}", b"[" * 200, b"{" * 70_000, SOUND[:-1], SOUND.replace(b"x", b"\0"),
        SOUND.replace(b"2026-11", b"2026-13"), SOUND.replace(b"null", b"3"),
        SOUND.replace(b"name", b"other"), SOUND.replace(b'"x"', b"[]"), SOUND.replace(b"2026", b"0001"),
    ],
)  # fmt: skip
def test_one_that_cannot_be_read_is_told_of_and_put_aside_whole(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SIX_WEEKS_FILE).write_bytes(content)
    assert load(tmp_path) is None
    told = state.programme_fault(tmp_path)
    assert told.count("\n") == 0 and str(tmp_path / SIX_WEEKS_FILE) in told and "kept as programme.bad" in told
    assert (tmp_path / "programme.bad").read_bytes() == content and not (tmp_path / SIX_WEEKS_FILE).exists()
    assert state.programme_fault(tmp_path) == ""


@pytest.mark.parametrize("stopped", [None, "2026-11-22T07:00:00+01:00"])
def test_one_that_can_be_read_is_left_alone(tmp_path: Path, stopped: str | None) -> None:
    save(tmp_path, Programme(began="2026-11-20T21:30:00+01:00", stopped=stopped))
    assert load(tmp_path) and state.programme_fault(tmp_path) == ""


def test_a_pipe_in_its_place_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / SIX_WEEKS_FILE)
    assert load(tmp_path) is None and "is a pipe" in state.programme_fault(tmp_path)
    save(tmp_path, begun(0))
    assert load(tmp_path) == begun(0) and (tmp_path / "programme.bad").is_fifo()


def test_the_next_start_does_not_overwrite_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / SIX_WEEKS_FILE).write_bytes(SOUND[:-1])
    for command, again in (("status", ""), ("start", "day 1 of 42")):
        assert main(["programme", "bedtime", command]) == 0
        assert again in capsys.readouterr().out
    assert (tmp_path / "data" / "programme.bad").read_bytes() == SOUND[:-1]


@pytest.mark.parametrize(("days", "number", "next_review"), [(0, 1, 14), (13, 14, 1), (14, 15, 28), (41, 42, 1)])
def test_the_day_and_the_next_look_back(days: int, number: int, next_review: int) -> None:
    how = status(begun(days), Entries(), NOW, "Bedtime stretch")
    assert (how.day, how.next_review, how.running) == (number, next_review, True)
    assert "It doesn't work for everyone." in status_lines(how, "Bedtime stretch")[-1]


def test_nights_are_counted_once_and_only_those_of_the_programme() -> None:
    runs = (ran(0.1), ran(0.2), ran(1), ran(2, finished=False), ran(3, "warmup_run"), ran(30))
    how = status(begun(10), Entries((), runs), NOW, "Bedtime stretch")
    assert (how.done, how.tonight) == (2, True)
    assert status_lines(how, "x")[1] == "Tonight's is done."


def test_it_looks_back_at_two_weeks_and_at_six() -> None:
    cramps = tuple(cramp(day + 0.5) for day in range(5, 100))
    entries = Entries(cramps, (ran(99), *(ran(day) for day in range(40))))
    assert status(begun(12), entries, NOW, "x").review == ""
    assert "x, since" in status(begun(14), entries, NOW, "x").review
    over = status(begun(50), entries, NOW, "x")
    assert not over.running and over.next_review is None and "cramps a week before" in over.review
    assert "season" in " ".join(status_lines(over, "x"))


def test_stopped() -> None:
    stopped = Programme(began=begun(9).began, stopped=(NOW - timedelta(days=5)).isoformat())
    assert not running(stopped, NOW) and running(begun(9), NOW) and not running(begun(43), NOW)
    assert status_lines(status(stopped, Entries(), NOW, "x"), "x")[0] == "x: stopped on day 5; it was done on 0 nights."


def test_the_calendar_is_one() -> None:
    text = reminders.calendar("bedtime_seated", FIRST, time(21, 30), 42, NOW)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [42]}
    assert event.decoded("DTSTART") == datetime(2026, 11, 24, 21, 30)
    assert event.walk("VALARM")[0]["ACTION"] == "DISPLAY"
    assert text == reminders.calendar("bedtime_seated", FIRST, time(21, 30), 42, NOW)


def test_cron_and_systemd_are_for_these_days_only() -> None:
    line = reminders.cron("bedtime_seated", FIRST, time(21, 5), 42)
    assert line.startswith("5 21 * * * ") and line.count("\n") == 1
    for day, code in ((20261123, 1), (20261124, 0), (20270104, 0), (20270105, 1)):
        test = reminders.within(str(day), FIRST, 42)
        assert subprocess.run(["sh", "-c", test], check=False).returncode == code
    unit = reminders.systemd("bedtime_seated", FIRST, time(21, 5), 42)
    assert "OnCalendar=*-*-* 21:05:00" in unit and "%%Y%%m%%d" in unit


def test_no_name_reaches_a_shell() -> None:
    for made in (reminders.cron, reminders.systemd):
        assert "evil" not in made('x"; evil', FIRST, time(21, 5), 42)


def test_the_evening_has_its_routine_until_that_is_done(tmp_path: Path) -> None:
    browser = DiaryBrowser(
        tmp_path / "diary.db", {"bedtime_calf_hamstring": "Bedtime stretch"}, knowledge(), lambda: NOW
    )
    assert browser.tonight(tmp_path) is None
    began = NOW - timedelta(days=3)
    save(tmp_path, Programme(began=began.isoformat(timespec="seconds")))
    assert browser.tonight(tmp_path) == ("bedtime_calf_hamstring", "Bedtime stretch, day 4 of 42.")
    browser.save(ran(0.003))
    assert browser.tonight(tmp_path) is None
    browser.close()
