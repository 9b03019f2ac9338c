"""What is made of the diary, in plain mode: read out, or written into a file that is named."""

import stat
from pathlib import Path

import pytest
from tui_fake import FakeProgram

from stretchcoach.plain.home import PAPERS
from stretchcoach.plain.papers import answer_lines
from stretchcoach.program.browser import EntryFilter
from stretchcoach.words.plain_lines import HELP


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProgram:
    monkeypatch.chdir(tmp_path)
    return FakeProgram()


def said(program: FakeProgram, typed: str) -> str:
    told = answer_lines(typed, program.paperwork())
    assert told is not None, typed
    return "\n".join(told)


@pytest.mark.parametrize("word", sorted(PAPERS))
def test_every_word_of_the_list_is_answered_and_no_other(program: FakeProgram, word: str) -> None:
    assert said(program, word) and answer_lines(f"{word}s", program.paperwork()) is None
    assert word == "papers" or any(line.startswith(word) for line in HELP)


def test_the_doctors_page_is_read_out_and_saved(program: FakeProgram, tmp_path: Path) -> None:
    told = said(program, "Report")
    assert told.startswith("Calf cramp diary\n") and "===" not in told and "Cramps a week" in told
    file = tmp_path / "My Page.PDF"
    assert said(program, f"report {file}") == f"Saved: {file}"
    assert file.read_bytes().startswith(b"%PDF-") and stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine")
    assert "is there already. Type the same with replace" in said(program, f"report {file}")
    assert file.read_text() == "mine"
    assert said(program, f"report {file} replace").startswith("Saved") and file.read_bytes().startswith(b"%PDF-")
    assert "ends in .pdf" in said(program, "report page.doc") and "no folder" in said(program, "report no/such.pdf")


def test_exports_come_back_as_they_were(program: FakeProgram, tmp_path: Path) -> None:
    for typed in ("export a.csv", "export b.json", "export fhir c.json"):
        assert said(program, typed).startswith("Saved: ")
    assert "FILE.csv" in said(program, "export a.xls")
    other = FakeProgram()
    other.browser().remove("full")
    for file in ("a.csv", "b.json"):
        assert "Would be imported: 0 new" in said(program, f"import {file}")
    (tmp_path / "list.csv").write_text("date,side\n2026-04-05,left\n")
    before = len(program.browser().page(EntryFilter(), 0, 500))
    assert "Would be imported: 1 new" in said(program, "import list.csv")
    assert len(program.browser().page(EntryFilter(), 0, 500)) == before
    assert "Imported: 1 new" in said(program, "import list.csv yes")
    assert len(program.browser().page(EntryFilter(), 0, 500)) == before + 1
    assert "There is no file" in said(program, "import other.csv")


def test_the_six_weeks_before_and_after_and_a_reminder(program: FakeProgram, tmp_path: Path) -> None:
    assert "n't been started" in said(program, "bedtime") and "not running" in said(program, "bedtime stop")
    assert "no routine 'swimming'" in said(program, "bedtime start swimming")
    assert "day 1 of 42" in said(program, "bedtime start") and "already running" in said(program, "bedtime start")
    assert "stopped on day 1" in said(program, "bedtime stop")
    assert "since 26 September 2026" in said(program, "effect bedtime") and "no routine" in said(
        program, "effect swimming"
    )
    assert said(program, "remind bed.ics 22:15").startswith("Saved: ")
    assert "T221500" in (tmp_path / "bed.ics").read_text()
    assert "like 21:30" in said(program, "remind other.ics 25:99")


def test_the_whole_diary_is_deleted_only_after_a_yes(
    program: FakeProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    before = len(program.browser().page(EntryFilter(), 0, 500))
    for typed in ("delete", "delete all", "delete everything yes", "delete all now"):
        said(program, typed)
    assert len(program.browser().page(EntryFilter(), 0, 500)) == before > 0
    assert said(program, "Delete all yes").startswith(f"{before} entries are gone for good")
    assert not program.browser().page(EntryFilter(), 0, 500)
