"""Nothing leaves the machine, and nothing is written but where it belongs: whole runs under watch."""

import contextlib
import os
import pty
import shutil
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import watch
from soundlab import Lab, lab

from stretchcoach.diary import Diary
from stretchcoach.diary.entries import Episode

SPEECH = Path(__file__).parent / "speech"
STOP = SPEECH / "stop-0fa1e7a9.wav"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace and seccomp are Linux's")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["run", "break_90s", "--plain", "--no-voice", "--speed", "200"], "Well done"),
        (["cramp", "--plain", "--no-voice", "--speed", "1000"], "oes up"),
        (["cramp", "--plain", "--speed", "1000"], "oes up"),
        (["list"], "break_90s"),
        (["hear", str(STOP)], "stop at"),
        (["diary", "add", "--side", "left"], ""),
        (["diary", "report"], "not a diagnosis"),
        (["diary", "report", "--pdf", "{out}/cramps.pdf", "--html", "{out}/cramps.html"], ""),
        (["diary", "export", "--fhir"], "Questionnaire"),
        (["diary", "export", "--csv", "--out", "{out}/diary.csv"], ""),
        (["export-page", "break_90s", "--no-voice", "--out", "{out}/break.html"], ""),
        (["export-audio", "break_90s", "--no-voice", "--out", "{out}/break.ogg"], ""),
        (["remind"], "VALARM"),
        (["profile", "set", "meds", "cholesterol"], ""),
        (["programme", "bedtime", "start"], ""),
        (["doctor", "--json"], '"routines"'),
    ],
    ids=lambda value: " ".join(value[:3]).replace("{out}/", "") if isinstance(value, list) else "",
)
def test_a_command_stays_on_the_machine_and_in_its_folders(tmp_path: Path, args: list[str], told: str) -> None:
    (tmp_path / "out").mkdir()
    nowhere = {"PULSE_SERVER": "unix:/nowhere"}
    seen = watch.watched(tmp_path, [arg.format(out=tmp_path / "out") for arg in args], nowhere).end()
    assert told in seen.out, seen.err
    assert "Traceback" not in seen.err
    assert seen.code == 0 or args[0] == "doctor", seen.err
    assert not seen.beyond
    assert not seen.outside(tmp_path / "coach", tmp_path / "out")


@pytest.fixture
def ear_lab(room: Lab, tmp_path: Path) -> Iterator[Lab]:
    """A sound server of its own, with a microphone."""
    with lab(tmp_path / "sound") as made:
        made.microphone()
        yield made
    os.environ.update(room.env)


class Screen:
    """The program under watch, in a terminal of its own."""

    def __init__(self, home: Path, args: list[str], env: dict[str, str]) -> None:
        self.terminal, slave = pty.openpty()
        termios.tcsetwinsize(slave, (30, 90))
        self.run = watch.watched(home, args, {**env, "TERM": "xterm-256color"}, stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(self.terminal, 65536):
                pass

    def close(self) -> None:
        """Whatever happens, leave nothing running."""
        self.run.kill()
        self.run.process.wait()

    def key(self, key: str) -> None:
        """Press it."""
        os.write(self.terminal, key.encode())


@pytest.mark.audio
def test_a_session_that_speaks_and_listens_stays_on_the_machine(ear_lab: Lab, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with contextlib.closing(
        Screen(home, ["cramp", "--listen"], ear_lab.env | {"HOME": str(home / "person")})
    ) as screen:
        for _ in range(40):
            ear_lab.say(STOP)
            time.sleep(1)
            if cramps := written_down(home):
                break
        screen.key("\x03")
        seen = screen.run.end(timeout=30)
    assert not seen.beyond
    assert not seen.outside(home / "coach", ear_lab.folder)
    assert [cramp.closed for cramp in cramps] == ["stopped"], "nobody listened"


def written_down(home: Path) -> list[Episode]:
    """The cramps that are over."""
    with contextlib.closing(Diary.open(home / "coach" / "data" / "diary.db")) as diary:
        return diary.episodes()


@pytest.mark.audio
def test_the_doctor_that_listens_stays_on_the_machine(ear_lab: Lab, tmp_path: Path) -> None:
    """With the natural voice, whose package could fetch others."""
    (tmp_path / "coach" / "config").mkdir(parents=True)
    (tmp_path / "coach" / "config" / "config.toml").write_text('[voice]\nengine = "natural"\n', encoding="utf-8")
    doctor = watch.watched(tmp_path, ["doctor", "--listen"], ear_lab.env | {"HOME": str(tmp_path / "person")})
    while doctor.process.poll() is None:  # it asks three times, and hears it once at least
        ear_lab.say(STOP)
        time.sleep(1)
    seen = doctor.end()
    assert "natural" in seen.out and "understood" in seen.out, seen.err
    assert not seen.beyond
    assert not seen.outside(tmp_path / "coach", ear_lab.folder)


ATTEMPTS = {
    "socket": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "fetch": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    "child": "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])",
}


@pytest.mark.parametrize("with_strace", [True, False], ids=["strace", "seccomp"])
@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_watch_notices_a_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attempt: str, with_strace: bool
) -> None:
    if not with_strace:
        monkeypatch.setattr(shutil, "which", lambda _: None)
    assert watch.start(tmp_path, [sys.executable, "-c", attempt]).end().beyond


@pytest.mark.parametrize("with_strace", [True, False], ids=["strace", "seccomp"])
def test_the_watch_notices_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_strace: bool) -> None:
    if not with_strace:
        monkeypatch.setattr(shutil, "which", lambda _: None)
    code = "import pathlib, os; os.chdir(pathlib.Path.home()); open('left', 'w'); os.mkdir('made')"
    seen = watch.start(tmp_path, [sys.executable, "-c", code]).end()
    assert {Path(path).name for path in seen.outside(tmp_path / "coach")} == {"left", "made"}


def test_strace_is_there_in_ci() -> None:
    assert shutil.which("strace") or not os.environ.get("CI"), "apt-get install strace"


def test_a_recogniser_of_others_is_kept_off_the_network(tmp_path: Path) -> None:
    code = (
        "from stretchcoach.machine import offline; offline.stay()\n"
        "import socket, urllib.request\n"
        "socket.socketpair()[0].close()\n"
        "try: urllib.request.urlopen('http://127.0.0.1:9')\n"
        "except OSError as fault: print(fault)\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except OSError as fault: print(fault)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.count("this program stays off it") == 2
