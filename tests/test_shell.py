"""What a shell and a system want: completion, a manual page, what is installed and what stays."""

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

from stretchcoach.cli import WHERE, main
from stretchcoach.cli.routines import fitting, open_shelf
from stretchcoach.cli.sessions import app
from stretchcoach.cli.shell import SHELLS, complete
from stretchcoach.library import shipped_folder
from stretchcoach.program.jobs import Job, RoutineJob, as_facts
from stretchcoach.program.state import note_begun

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def completed(*words: str) -> list[str]:
    """What bash is offered for the last of these words; the program as a shell calls it."""
    asked = {
        **os.environ,
        "_STRETCHCOACH_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("stretchcoach", *words)),
        "COMP_CWORD": str(len(words)),
    }
    run = subprocess.run(
        [sys.executable, "-m", "stretchcoach"], capture_output=True, text=True, env=asked, check=True, timeout=60
    )
    return [line.partition(",")[2] for line in run.stdout.splitlines()]


def test_commands_options_and_routines_are_completed(home: Path) -> None:
    (home / "data/routines").mkdir(parents=True)
    (home / "data/routines/my_knee.toml").write_bytes((shipped_folder() / "break_90s.toml").read_bytes())
    assert completed("exp") == ["export-audio", "export-page"]
    assert "--minutes" in completed("run", "--mi")
    assert completed("run", "my_") == ["my_knee"]
    assert set(completed("run", "--cues", "")) == {"full", "short", "names", "beeps"}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_the_shell_reads_names_the_program(shell: str, capsys: Shown) -> None:
    assert main(["completion", shell]) == 0
    shown = capsys.readouterr()
    assert "_STRETCHCOACH_COMPLETE" in shown.out and "To keep it:" in shown.err
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n"], input=shown.out, text=True, check=False).returncode == 0


def test_the_manual_page_has_every_command_and_no_stray_request(capsys: Shown) -> None:
    assert main(["man"]) == 0
    page = capsys.readouterr().out
    for name in app.commands:
        assert f".B {name.replace('-', chr(92) + '-')}" in page
    requests = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".TP", ".B", ".RS", ".RE", "."}
    if man := shutil.which("man"):
        shown = subprocess.run([man, "-l", "-"], input=page, capture_output=True, text=True, check=False)
        assert shown.returncode == 0 and "export-audio" in shown.stdout


@pytest.mark.parametrize("typed", ["stretchcoach di ", "stretchcoach diary nope ", "stretchcoach nope --sp"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_behind_a_command_that_is_none_a_shell_gets_no_fault(
    shell: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", "" if shell == "fish" else str(len(typed.split(" ")) - 1))
    assert complete(f"{shell}_complete") == 0


def test_fish_shows_a_description_with_its_commas(capsys: Shown) -> None:
    assert main(["completion", "fish"]) == 0
    assert 'string split --max 1 ","' in capsys.readouterr().out


def test_uninstall_removes_nothing_and_names_what_stays(home: Path, capsys: Shown) -> None:
    assert main(["new", "mine"]) == 0
    capsys.readouterr()
    assert main(["uninstall"]) == 0
    told = capsys.readouterr().out
    assert str(home / "data") in told and "1 file: routines of your own" in told and "uninstall" in told
    assert (home / "data/routines/mine.toml").exists()


def started(*words: str) -> Job:
    jobs: list[Job] = []
    assert main(list(words), start=jobs.append) == 0
    return jobs[0]


def title_of(job: Job) -> str:
    assert isinstance(job, RoutineJob)
    return job.routine.title


def test_a_use_and_minutes_start_the_fitting_routine() -> None:
    job = started("run", "--for", "run", "--minutes", "6")
    assert isinstance(job, RoutineJob) and job.minutes == 6
    assert job.routine.purpose == "warm-up" and "run" in job.routine.sports
    job = started("run", "--for", "cool-down")
    assert isinstance(job, RoutineJob) and job.routine.purpose == "cool-down"


def test_that_the_last_routine_is_gone_is_told_before_an_earlier_one_begins(home: Path, capsys: Shown) -> None:
    there = RoutineJob(open_shelf().routines["break_90s"], 1.25)
    for routine in (there.routine, replace(there.routine, id="mine")):
        note_begun(home / "state", as_facts(RoutineJob(routine, 1.25)))
    for words in (("again",), ("run", "--last")):
        assert started(*words) == there
        told = capsys.readouterr().err
        assert "'mine' is not there any more" in told and there.routine.title in told
    note_begun(home / "state", as_facts(there))
    started("again")
    assert "any more" not in capsys.readouterr().err


def test_a_file_that_was_run_is_run_again_from_where_it_is(home: Path, tmp_path: Path, capsys: Shown) -> None:
    """A sheet of the physio's lies anywhere; two of one name, or of a shipped one's, are two routines."""
    files = [tmp_path / folder / "warmup_run.toml" for folder in ("a", "b")]
    text = (shipped_folder() / "break_90s.toml").read_text(encoding="utf-8")
    for number, file in enumerate(files):
        file.parent.mkdir()
        file.write_text(re.sub("(?m)^title = .*", f'title = "Knee {number}"', text), encoding="utf-8")
        begun = started("run", str(file), "--pace", "1.5")
        assert isinstance(begun, RoutineJob)
        note_begun(home / "state", as_facts(begun))
        assert started("run", "--last") == started("again") == begun
        assert begun.routine.title == f"Knee {number}"
    assert capsys.readouterr().err == ""
    files[1].write_text('title = "Knee', encoding="utf-8")
    assert title_of(started("again")) == "Knee 0"
    assert "validate" in (told := capsys.readouterr().err) and str(files[1]) in told
    files[1].unlink()
    assert title_of(started("again")) == "Knee 0"
    assert "not there any more" in capsys.readouterr().err


def test_a_file_in_the_folder_of_routines_is_the_routine_of_that_name(home: Path) -> None:
    (home / "data/routines").mkdir(parents=True)
    own = home / "data/routines/mine.toml"
    own.write_text((shipped_folder() / "break_90s.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert started("run", str(own)) == started("run", "mine")


def test_the_users_own_comes_first(home: Path) -> None:
    (home / "data/routines").mkdir(parents=True)
    text = (shipped_folder() / "warmup_run.toml").read_text(encoding="utf-8")
    (home / "data/routines/my_run.toml").write_text(text, encoding="utf-8")
    assert fitting("run", None) == "my_run"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Give just one of these"),
        (("warmup_run", "--last"), "Give just one of these"),
        (("--last",), "a routine yet"),
        (("--for", "rnu"), "Did you mean 'run'"),
        (("--for", "juggling"), "cool-down"),
        (("nothere.toml",), "Error: nothere.toml does not exist."),
        (("--for", "run", "--minutes", "1"), "takes longer than one minute"),
    ],
)
def test_what_cannot_be_started_is_said(words: tuple[str, ...], told: str, capsys: Shown) -> None:
    assert main(["run", *words]) == 2
    assert told in capsys.readouterr().err


def test_every_command_is_in_the_module_that_it_is_said_to_be_in() -> None:
    for module, names in WHERE.items():
        assert tuple(each.name for each in import_module(f"stretchcoach.cli.{module}").COMMANDS) == names
    assert {"export", "report", "effect", "import", "list", "add"} <= set(app.commands["diary"].commands)  # type: ignore[attr-defined]
    assert all(command.name == name for name, command in app.commands.items())


def test_a_start_loads_no_command_that_it_does_not_run() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import stretchcoach.cli, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.removeprefix("stretchcoach.cli.") for name in told.stdout.split()} & WHERE.keys()
    assert loaded == {"routines", "shell"}, "what runs a routine, and answers the shell"
