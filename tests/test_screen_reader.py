"""A screen reader is seen where it can be, and nothing that is in the way of looking keeps anybody from the coach."""

import ctypes
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from stretchcoach import __main__
from stretchcoach.machine import screen_reader


def process(folder: Path, number: int, comm: str, *command: str) -> None:
    there = folder / str(number)
    there.mkdir(parents=True)
    (there / "comm").write_text(comm + "\n")
    (there / "cmdline").write_text("\0".join(command))


@pytest.mark.parametrize(
    ("comm", "command", "name"),
    [
        ("orca", ("/usr/bin/python3", "/usr/bin/orca"), "Orca"),
        ("python3", ("/usr/bin/python3", "/usr/bin/orca", "--replace"), "Orca"),
        ("brltty", ("/bin/brltty",), "BRLTTY"),
        ("espeakup", ("espeakup",), "Speakup"),
        ("python3", ("/usr/bin/python3", "-c", "orca"), ""),
        ("orcaslicer", ("orcaslicer",), ""),
    ],
)
def test_linux_is_asked_for_its_processes(tmp_path: Path, comm: str, command: tuple[str, ...], name: str) -> None:
    process(tmp_path, 1, "systemd", "/sbin/init")
    process(tmp_path, 20, comm, *command)
    (tmp_path / "30").mkdir()
    (tmp_path / "uptime").write_text("1")
    assert screen_reader.in_use("linux", tmp_path) == name


def test_where_nothing_can_be_looked_at_none_runs(tmp_path: Path) -> None:
    assert screen_reader.in_use("linux", tmp_path / "none") == ""
    assert screen_reader.in_use("win32") == "", "no such call here"


def test_the_look_takes_milliseconds(tmp_path: Path) -> None:
    for number in range(400):
        process(tmp_path, number, "kworker")
    began = time.perf_counter()
    screen_reader.in_use("linux", tmp_path)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(("answer", "name"), [(b"4711\n", "VoiceOver"), (b"", "")])
def test_macos_is_asked_for_voiceover(monkeypatch: pytest.MonkeyPatch, answer: bytes, name: str) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=answer))
    assert screen_reader.in_use("darwin") == name


def test_a_mac_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, timeout: float, **__: object) -> None:
        raise subprocess.TimeoutExpired("pgrep", timeout)

    monkeypatch.setattr(subprocess, "run", never)
    assert screen_reader.in_use("darwin") == ""


@pytest.mark.parametrize(("on", "name"), [(1, "A screen reader"), (0, "")])
def test_windows_is_asked_through_its_setting(monkeypatch: pytest.MonkeyPatch, on: int, name: str) -> None:
    def ask(what: int, size: int, answer: object, change: int) -> int:
        assert (what, size, change) == (screen_reader.SPI_GETSCREENREADER, 0, 0)
        answer._obj.value = on  # type: ignore[attr-defined]
        return 1

    user32 = SimpleNamespace(SystemParametersInfoW=ask)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    assert screen_reader.in_use("win32") == name


@pytest.mark.parametrize(
    ("args", "silent"),
    [(["cramp", "--plain"], True), (["cramp", "--plain", "--voice"], False), (["--plain", "run", "x"], True)],
)
def test_the_first_word_is_not_spoken_over_a_screen_reader(
    monkeypatch: pytest.MonkeyPatch, args: list[str], silent: bool
) -> None:
    monkeypatch.setattr(screen_reader, "in_use", lambda: "Orca")
    assert __main__._read_aloud(args) is silent
    monkeypatch.setattr(screen_reader, "in_use", lambda: "")
    assert __main__._read_aloud(args) is False
