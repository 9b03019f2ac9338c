"""The same choice starts the same session by the screen, in plain lines and on the command line."""

from pathlib import Path

import pytest

from stretchcoach import library
from stretchcoach.cli import main, sessions
from stretchcoach.core.messages import Side
from stretchcoach.machine.folders import folders
from stretchcoach.plain import home
from stretchcoach.program.jobs import CRAMP_ID, CrampJob, Job
from stretchcoach.settings import Settings, load
from stretchcoach.tui.wish import Wish

SHELF = library.shelf([library.shipped_folder()])
SETTINGS = '[coach]\npace = 1.5\ncues = "short"\n'


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What the command line starts, in a home with settings of its own."""
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    folders().settings.parent.mkdir(parents=True)
    folders().settings.write_text(SETTINGS, encoding="utf-8")
    jobs: list[Job] = []

    def play(_: object, job: Job) -> int:
        jobs.append(job)
        return 0

    monkeypatch.setattr(sessions, "play", play)
    return jobs


def settings() -> Settings:
    found, problems = load(folders().settings)
    assert not problems and found.coach.pace == 1.5
    return found


def test_a_routine_is_coached_as_the_settings_say_by_whatever_door(asked: list[Job]) -> None:
    for name, routine in SHELF.routines.items():
        by_screen = Wish().job(routine, settings().coach)
        assert home.chosen(name, SHELF, settings().coach) == by_screen
        assert main(["run", name]) == 0
        assert asked[-1] == by_screen


@pytest.mark.parametrize(("words", "side"), [("cramp left", Side.LEFT), ("cramp", Side.NONE)])
def test_a_cramp_of_a_side_is_the_same_cramp(asked: list[Job], words: str, side: Side) -> None:
    assert home.chosen(words, SHELF, settings().coach) == CrampJob(side)
    assert main(words.split()) == 0 and asked[-1] == CrampJob(side)


def test_the_cramp_in_the_list_stays_a_routine_for_whoever_says_how_long(asked: list[Job]) -> None:
    assert main(["run", CRAMP_ID, "--side", "right"]) == 0 and asked[-1] == CrampJob(Side.RIGHT)
    assert main(["run", CRAMP_ID, "--pace", "1.2"]) == 0
    assert not isinstance(asked[-1], CrampJob)
