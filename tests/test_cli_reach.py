"""What people type that is nearly right, and where the command line must say so in words of its own."""

import io
import json
import os
import subprocess
import sys
from errno import ENOSPC, EROFS
from pathlib import Path

import click
import pytest
from test_cli import commands

from stretchcoach.cli import main
from stretchcoach.cli.bytes_typed import whole_text
from stretchcoach.cli.sessions import app
from stretchcoach.machine import streams
from stretchcoach.program.trace import Trace
from stretchcoach.programme.reminders import zone_here

Shown = pytest.CaptureFixture[str]
FULL, READ_ONLY = ENOSPC, EROFS


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def at(words: tuple[str, ...]) -> click.Command:
    command: click.Command = app
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]
    return command


GROUPS = [words for words in commands() if isinstance(at(words), click.Group) and words != ("profile",)]


@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_a_group_alone_shows_its_page_in_lines(words: tuple[str, ...], capsys: Shown) -> None:
    assert main([*words]) == 2
    shown = capsys.readouterr()
    assert not shown.out and "␊" not in shown.err
    assert shown.err.startswith("Usage: stretchcoach ") and "\nCommands:\n" in shown.err


@pytest.mark.parametrize("words", [(), ("cramp",), ("diary",), ("diary", "add")], ids=" ".join)
def test_the_short_form_of_help_is_known(words: tuple[str, ...], capsys: Shown) -> None:
    assert main([*words, "-h"]) == 0
    assert capsys.readouterr().out.startswith("Usage: stretchcoach")


CHOSEN = [
    (words, option, choice)
    for words in commands()
    for option in at(words).params
    if isinstance(option.type, click.Choice)
    for choice in map(str, option.type.choices)
]


@pytest.mark.parametrize(("words", "option", "choice"), CHOSEN, ids=str)
def test_a_choice_may_be_shouted_and_a_slip_names_the_nearest(
    words: tuple[str, ...], option: click.Parameter, choice: str
) -> None:
    command = at(words)
    with click.Context(command) as context:
        assert option.type.convert(choice.upper(), option, context) == choice
        if len(choice) > 3:
            with pytest.raises(click.BadParameter, match=f"Did you mean '{choice}'"):
                option.type.convert(choice[:-2] + choice[-1], option, context)
        with pytest.raises(click.BadParameter, match="Known are"):
            option.type.convert("\x1b[31m#", option, context)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["remind", "--days", "six"], "'six' is not a whole number from 1 to 366."),
        (["remind", "--days", "0"], "'0' is not a whole number from 1 to 366."),
        (["diary", "list", "--limit", "2.5"], "'2.5' is not a whole number from 1."),
        (["diary", "list", "--limit", "0"], "'0' is not a whole number from 1."),
        (["diary", "report", "--weeks", "0", "1"], "'0' is not a whole number from 1 to 520."),
        (["programme", "trial", "start", "--weeks", "3"], "'3' is not a whole number from 1 to 2."),
        (["programme", "trial", "night", "many"], "'many' is not a whole number from 0 to 20."),
        (["version"], "Did you mean '--version'?"),
        (["verson"], "Did you mean '--version'?"),
        (["programme", "trial", "night", "0", "--date", "tomorrow"], "'tomorrow' is not a date"),
    ],
    ids=" ".join,
)
def test_a_number_or_a_word_that_cannot_be_is_told_in_words(args: list[str], told: str, capsys: Shown) -> None:
    assert main(args) == 2
    assert told in capsys.readouterr().err


def test_a_comma_may_stand_for_the_point(capsys: Shown) -> None:
    assert main(["diary", "add", "--minutes", "3,5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["minutes"] == 3.5


WRITERS = [
    ["diary", "report", "--pdf", "FILE.pdf"],
    ["diary", "report", "--html", "FILE.html"],
    ["diary", "export", "--csv", "--out", "FILE.csv"],
    ["remind", "--ics", "FILE.ics"],
    ["show", "break_90s", "--html", "FILE.html"],
    ["share", "break_90s", "--out", "FILE.toml"],
    ["share", "break_90s", "--as", "jawt", "--out", "FILE.json"],
]


@pytest.mark.parametrize(
    "args", [*WRITERS, ["export-page", "break_90s", "--beeps", "--out", "FILE.html"]], ids=" ".join
)
def test_only_what_tells_of_a_person_is_for_its_owner_alone(args: list[str], tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert main([word.replace("FILE", str(tmp_path / "file")) for word in args]) == 0
    finally:
        os.umask(before)
    (file,) = tmp_path.glob("file.*")
    assert file.stat().st_mode & 0o777 == (0o600 if args[0] in ("diary", "remind") else 0o640)


@pytest.mark.parametrize("name", ["long.txt", "./long.txt", "long"])
@pytest.mark.parametrize("command", ["run", "show"])
def test_a_sheet_that_is_to_be_run_is_pointed_to_import(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("Calf stretch 3 x 30 sec each leg\n" * 40, encoding="utf-8")
    assert main([command, name]) == 2
    assert f"'stretchcoach import {name}'" in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("args", WRITERS, ids=" ".join)
def test_a_folder_that_is_not_there_is_named_and_not_a_draft(args: list[str], tmp_path: Path, capsys: Shown) -> None:
    folder = tmp_path / "no" / "folder"
    assert main([word.replace("FILE", str(folder / "file")) for word in args]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"There is no folder {folder}."


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which no new file finds room."""
    opened = os.open

    def opening(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_EXCL and flags & os.O_WRONLY:
            raise OSError(FULL, os.strerror(FULL), path)
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", opening)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("args", WRITERS, ids=" ".join)
def test_a_full_disk_is_told_with_the_file_that_was_asked_for(args: list[str], tmp_path: Path, capsys: Shown) -> None:
    words = [word.replace("FILE", str(tmp_path / "file")) for word in args]
    assert main(words) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"{words[-1]}: no space left on device."


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("args", "file"),
    [("programme bedtime start", "programme.json"), ("programme trial start", "trial.json"), ("new mine", "mine.toml")],
)
def test_what_we_keep_ourselves_is_told_by_its_own_name_too(args: str, file: str, home: Path, capsys: Shown) -> None:
    assert main(args.split()) == 1
    told = capsys.readouterr().err.splitlines()[-1]
    assert told.startswith(str(home)) and told.endswith(f"{os.sep}{file}: no space left on device.")


@pytest.mark.parametrize(("args", "file"), [("programme trial start", "trial.json"), ("new mine", "mine.toml")])
def test_a_disk_that_can_only_be_read_is_told_with_the_name_of_the_file(
    args: str, file: str, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise OSError(READ_ONLY, os.strerror(READ_ONLY), str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    assert main(args.split()) == 1
    assert capsys.readouterr().err.splitlines()[-1].lower().endswith(f"{os.sep}{file}: read-only file system.")


BEGINNINGS = {
    "FILE.pdf": b"%PDF-",
    "FILE.html": b"<!DOCTYPE html>",
    "FILE.csv": b"kind,",
    "FILE.ics": b"BEGIN:VCALENDAR",
    "FILE.toml": b"format = 1",
    "FILE.json": b"{",
}


class Bytes(io.TextIOWrapper):
    """A standard output that keeps what it got."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def got(self) -> bytes:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@pytest.mark.parametrize("args", WRITERS, ids=" ".join)
def test_a_dash_is_the_standard_output(args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Bytes()
    monkeypatch.setattr(sys, "stdout", out)
    assert main([*args[:-1], "-"]) == 0
    assert out.got().startswith(BEGINNINGS[args[-1]])
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("hour", ["21:30", "9:30pm", "21.30"])
def test_a_reminder_takes_an_hour_as_people_write_it(hour: str, capsys: Shown) -> None:
    assert main(["remind", "--cron", "--at", hour]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("30 21 ")


@pytest.mark.parametrize("words", [(), *GROUPS], ids=" ".join)
def test_no_command_is_told_of_in_half_a_sentence(words: tuple[str, ...], capsys: Shown) -> None:
    assert main([*words, "--help"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    group = at(words)
    assert isinstance(group, click.Group)
    for command in group.commands.values():
        assert " ".join((command.help or "").partition("\n\n")[0].split()) in page


def test_a_trace_that_is_not_whole_is_told_of_at_the_end(
    tmp_path: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(trace: Trace) -> None:
        os.close(trace._file)
        trace.fault = "no space left on device"

    monkeypatch.setattr(Trace, "_write", cut_short)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    told = str(tmp_path / "t.jsonl")
    assert main(["run", "break_90s", "--plain", "--no-voice", "--speed", "1000", "--trace", told]) == 0
    assert f"{told} is not whole: no space left on device." in capsys.readouterr().err


@pytest.mark.parametrize("args", [["listen", "forget"], ["profile", "delete"]], ids=" ".join)
def test_nothing_is_deleted_where_nothing_is(args: list[str], capsys: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise OSError(READ_ONLY, os.strerror(READ_ONLY), str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    assert main(args) == 0
    assert "read-only" not in capsys.readouterr().err.lower()


def test_a_name_with_a_space_is_told_as_it_has_to_be_typed(capsys: Shown) -> None:
    assert main(["new", "My Routine!"]) == 0
    assert "'stretchcoach run 'My Routine!''" in capsys.readouterr().err


def test_what_is_missing_is_told_in_one_line(capsys: Shown) -> None:
    assert main(["completion"]) == 2
    assert "Known are bash, zsh, fish." in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("editor", ["false", "/nonexistent/editor"])
def test_an_editor_that_fails_is_named(editor: str, capsys: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["new", "mine"]) == 0
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    assert main(["edit", "mine"]) == 2
    told = capsys.readouterr().err.splitlines()[-1]
    assert f"The editor could not be used: {editor}. " in told and "Errno" not in told


def test_doubt_is_never_taken_for_a_slip_of_yes(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "sheet.json").write_text('{"rf_chest": "maybe"}')
    assert main(["ask", "--answers", "sheet.json"]) == 2
    shown = capsys.readouterr()
    assert "maybe" in shown.out + shown.err and "Did you mean" not in shown.out + shown.err


def test_a_library_that_chatters_is_not_heard(capfd: Shown) -> None:
    with streams.hushed():
        os.write(2, b"ALSA lib confmisc.c:855")
    os.write(2, b"after")
    assert capfd.readouterr().err == "after"


BYTES = b"caf\xe9".decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    "line",
    [
        ("diary", "add", "--note", BYTES),
        ("diary", "list", "--text", BYTES),
        ("diary", "delete", BYTES),
        ("diary", "report", "--name", BYTES),
        ("new", BYTES),
        ("show", BYTES),
        ("import", BYTES),
    ],
)
def test_letters_of_another_encoding_are_no_fault(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    assert main(list(line)) in (0, 2)
    assert "Something went wrong" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are no bytes there")
def test_a_file_whose_name_is_of_another_encoding_is_found(tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / f"{BYTES}.toml"
    file.write_text("title = 1")
    main(["validate", str(file)])
    assert "does not exist" not in capsys.readouterr().out


def test_bytes_become_the_letters_they_were() -> None:
    assert whole_text(BYTES) == "café"
    assert whole_text("Äpfel".encode().decode("ascii", "surrogateescape")) == "Äpfel"
    assert whole_text("\ud83d!") == "?!"


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is a thing of Unix")
def test_a_zone_that_no_clock_can_follow_is_utc(tmp_path: Path) -> None:
    env = {**os.environ, "STRETCHCOACH_HOME": str(tmp_path), "TZ": "XYZ-25"}
    done = subprocess.run(
        [sys.executable, "-m", "stretchcoach", "diary", "add", "--began", "2026-11-05T03:10", "--json"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout)["began"] == "2026-11-05T03:10:00+00:00"
    assert done.stderr.startswith("TZ ")


@pytest.mark.parametrize("forms", [("--csv", "--json"), ("--json", "--fhir"), ("--csv", "--fhir", "--json")])
def test_two_forms_of_an_export_are_wrong_use(
    forms: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    assert main(["diary", "export", *forms]) == 2
    shown = capsys.readouterr()
    assert not shown.out and "one of --csv" in shown.err


@pytest.mark.parametrize("data", [b"%PDF-1.4 x\n3 x 10\n", b"{\\rtf1 Calf stretch 3 x 30 s}", b"\xff\xd8\xff\xe0"])
def test_a_sheet_that_is_no_plain_text_is_called_by_its_kind(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    (tmp_path / "sheet").write_bytes(data)
    assert main(["import", str(tmp_path / "sheet")]) == 2
    assert "copy its text" in capsys.readouterr().err


def test_a_sheet_is_titled_by_the_name_that_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    (tmp_path / "sheet.txt").write_text("Calf stretch 3 x 30 sec each leg\n")
    assert main(["import", str(tmp_path / "sheet.txt"), "--name", "bad_knee", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Bad knee"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are a thing of Unix")
def test_a_pipe_that_nobody_reads_does_not_hold_an_export_up(tmp_path: Path, capsys: Shown) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["diary", "export", "--out", str(tmp_path / "pipe")]) == 1
    assert "nobody reads" in capsys.readouterr().err
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert main(["diary", "export", "--out", str(tmp_path / "pipe")]) == 0
    assert b"stretchcoach-diary" in os.read(reader, 1000)
    os.close(reader)


@pytest.mark.parametrize("asked", ["nonsense_xx", "bash_complete"])
def test_what_no_shell_would_ask_is_no_fault(asked: str, monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    monkeypatch.setenv("_STRETCHCOACH_COMPLETE", asked)
    monkeypatch.setenv("COMP_WORDS", "stretchcoach \udcff")
    monkeypatch.setenv("COMP_CWORD", "abc")
    assert main([]) != 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("<+0545>-5:45", ""),
        (":/usr/share/zoneinfo/Asia/Kathmandu", "Asia/Kathmandu"),
    ],
)
def test_a_reminder_is_in_the_zone_that_the_environment_names_and_in_no_other(
    told: str, zone: str, tmp_path: Path
) -> None:
    (tmp_path / "timezone").write_text("Asia/Tokyo")
    assert zone_here({"TZ": told}, tmp_path / "none", tmp_path / "timezone") == zone
    assert zone_here({}, tmp_path / "none", tmp_path / "timezone") == "Asia/Tokyo"
