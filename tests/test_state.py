"""What is remembered from one run to the next."""

from pathlib import Path

import pytest

from stretchcoach.core.knowledge import Value
from stretchcoach.program import state


def test_a_release_is_remembered_for_an_hour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 10_000.0)
    state.note_release(tmp_path / "state")
    monkeypatch.setattr("time.time", lambda: 10_300.0)
    state.note_release(tmp_path / "state")
    assert state.releases(tmp_path / "state") == (300.0, 0.0)
    monkeypatch.setattr("time.time", lambda: 13_700.0)
    assert state.releases(tmp_path / "state") == (3400.0,)


def test_a_clock_that_was_set_back_forgets_what_lies_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 10_000.0)
    state.note_release(tmp_path)
    monkeypatch.setattr("time.time", lambda: 9_000.0)
    assert state.releases(tmp_path) == ()


def test_a_routine_done_is_known(tmp_path: Path) -> None:
    state.note_finished(tmp_path, "b")
    state.note_finished(tmp_path, "a")
    state.note_finished(tmp_path, "b")
    assert state.finished_routines(tmp_path) == {"a", "b"}


@pytest.mark.parametrize("text", ["", "{}", "[1, null, {}", '"a"', "\x00", "[{}, [], true]"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    for name in ("releases.json", "known.json"):
        (tmp_path / name).write_text(text)
    assert state.finished_routines(tmp_path) == frozenset()
    assert state.releases(tmp_path) == ()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state.note_release(tmp_path / "file" / "below")
    state.note_finished(tmp_path / "file" / "below", "a")
    assert state.finished_routines(tmp_path / "file" / "below") == frozenset()


def test_questions_that_were_put_off_wait_for_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 10_000.0)
    assert state.put_off_answers(tmp_path) is None
    answers: dict[str, Value] = {
        "rf_chest": "not_sure",
        "duration_min": 4.5,
        "meds": frozenset({"sugar", "water_tablet"}),
    }
    state.put_off(tmp_path, answers)
    assert state.put_off_answers(tmp_path) == answers
    monkeypatch.setattr("time.time", lambda: 10_000.0 + state.FRESH + 1)
    assert state.put_off_answers(tmp_path) is None


def test_once_they_are_asked_nothing_waits(tmp_path: Path) -> None:
    state.put_off(tmp_path, {"rf_chest": "no"})
    state.clear_put_off(tmp_path)
    state.clear_put_off(tmp_path)
    assert state.put_off_answers(tmp_path) is None
