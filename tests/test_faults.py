"""What goes wrong around the program: a plain line or a quiet recovery, the right exit code, never a traceback."""

import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchcoach import library
from stretchcoach.cli import main

PROGRAM = [sys.executable, "-m", "stretchcoach"]
SILENT = ["--no-voice", "--plain"]
PATIENCE = 20.0
SHORT = """\
title = "A short one"
purpose = "break"
position = "chair"
sources = ["NHS-LC"]

[[steps]]
name = "Calf stretch"
say = "Heel down."
hold = 5
side = "left"
"""
"""About fifteen seconds of the coach's time."""
FAST = ["--speed", "10"]
FASTER = ["--speed", "40"]
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path / "home"


@pytest.fixture
def short(tmp_path: Path) -> str:
    file = tmp_path / "short.toml"
    file.write_text(SHORT, encoding="utf-8")
    return str(file)


pytestmark = pytest.mark.usefixtures("home")


def run(*args: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """The program from its start to its end."""
    return subprocess.run(
        [*PROGRAM, *args],
        input=said,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, **env},
        check=False,
    )


started: list[subprocess.Popen[bytes]] = []


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    yield
    while started:
        with started.pop() as process:
            process.kill()


def running(*args: str, **env: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    started.append(subprocess.Popen([*PROGRAM, *args], stdin=pipe, stdout=pipe, stderr=pipe, env={**os.environ, **env}))
    return started[-1]


def typed(process: subprocess.Popen[bytes], line: str) -> None:
    assert process.stdin
    process.stdin.write(f"{line}\n".encode())
    process.stdin.flush()


def read_until(process: subprocess.Popen[bytes], words: str) -> None:
    assert process.stdout
    for line in process.stdout:
        if words.encode() in line:
            return
    pytest.fail(f"'{words}' never came")


def ended(process: subprocess.Popen[bytes]) -> str:
    """Wait for the end; what was told on stderr."""
    _, told = process.communicate(timeout=PATIENCE)
    return told.decode()


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def gone(pid: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] == "Z":
                return True
        except OSError:
            return True
        select.select([], [], [], 0.02)
    return False


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, *args: str, **env: str) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (30, 90))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self.shown = b""
        self.process = subprocess.Popen(
            [*PROGRAM, *args],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", **env},
            start_new_session=True,
        )

    def read_until(self, words: bytes) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.shown:
            assert time.monotonic() < end, self.shown[-2000:]
            self._read(0.2)

    def read_to_end(self) -> int:
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, self.shown[-2000:]
            self._read(0.05)
        self._read(0.1)
        return self.process.returncode

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def _read(self, wait: float) -> None:
        while select.select([self.master], [], [], wait)[0]:
            self.shown += os.read(self.master, 65536)
            wait = 0

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    args, env = request.param
    opened = Terminal(*args, **env)
    yield opened
    opened.close()


# --- folders and files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["/dev/null/x", "/proc/nope"])
def test_a_session_needs_no_folder_to_write_into(place: str, short: str) -> None:
    done = run("run", short, *FAST, *SILENT, STRETCHCOACH_HOME=place)
    assert done.returncode == 0
    assert "Done in " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_cramp_that_lets_go_needs_none_either() -> None:
    """What is kept of a cramp that let go is a note in a folder."""
    process = running("cramp", "left", *FASTER, *SILENT, STRETCHCOACH_HOME="/dev/null/x")
    read_until(process, "Coach: ")
    typed(process, "gone")
    read_until(process, "Question: ")
    typed(process, "quit")
    assert ended(process) == ""
    assert process.returncode == 0


def test_without_a_home_folder_a_notice_tells(tmp_path: Path, short: str) -> None:
    done = run("run", short, *FAST, *SILENT, HOME="/nonexistent", TMPDIR=str(tmp_path), STRETCHCOACH_HOME="")
    assert done.returncode == 0
    assert "Notice: There is no home folder" in done.stdout


def test_a_broken_settings_file_is_a_notice(home: Path, short: str) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("[voice]\nrate = true\n", encoding="utf-8")
    done = run("run", short, *FAST, *SILENT)
    assert done.returncode == 0
    assert f"Notice: {home / 'config' / 'config.toml'}:2: voice.rate: must be" in done.stdout


def test_a_routine_of_wrong_types_is_refused_with_its_lines(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('title = 3\nsteps = "none"\n', encoding="utf-8")
    done = run("run", str(bad), *SILENT)
    assert done.returncode == 2
    assert f"{bad}:1: title: " in done.stderr
    assert "Traceback" not in done.stderr


# --- standard streams ------------------------------------------------------------------------------------


def test_end_of_input_is_silence() -> None:
    process = running("cramp", *FASTER, *SILENT)
    assert process.stdin
    process.stdin.close()
    for words in ("Hold, 30 seconds.", "Gone, same or worse?", "Hold, 30 seconds."):
        read_until(process, words)
    process.send_signal(signal.SIGTERM)
    process.stdin = None
    assert ended(process) == ""


def test_without_a_terminal_lines_are_chosen(short: str) -> None:
    done = run("run", short, "--no-voice", *FAST)
    assert done.returncode == 0
    assert "Hold, left leg, 5 seconds." in done.stdout
    assert "\x1b" not in done.stdout


def test_home_in_lines_ends_with_its_input() -> None:
    done = run("--no-voice")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith("1. cramp")


def test_home_in_lines_plays_what_is_chosen(home: Path) -> None:
    own = home / "data" / "routines"
    own.mkdir(parents=True)
    (own / "short.toml").write_text(SHORT, encoding="utf-8")
    done = run("--no-voice", *FAST, said="shrot\nshort\n")
    assert done.returncode == 0
    assert "I don't know 'shrot'. Did you mean short?" in done.stdout
    assert "Done in " in done.stdout


@pytest.mark.parametrize("args", [["list"], ["run", "warmup_run", *SILENT]])
def test_a_reader_who_leaves_is_no_error(args: list[str]) -> None:
    process = running(*args)
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(PATIENCE) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("args", [["list"], ["run", "warmup_run", *SILENT]])
def test_a_full_disk_is_one_plain_line(args: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, *args], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no space left on device" in done.stderr


@pytest.mark.parametrize("args", ["list", "--no-voice", "run {short} --speed 10 --no-voice"])
def test_closed_streams_are_no_error(args: str, short: str) -> None:
    command = f"exec {shlex.join(PROGRAM)} {args.format(short=short)} <&- >&-"
    done = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# --- signals ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=lambda v: str(int(v))
)
def test_a_signal_in_mid_session_ends_it_quietly(number: signal.Signals, code: int) -> None:
    process = running("cramp", "left", *SILENT)
    read_until(process, "Coach: ")
    process.send_signal(number)
    assert ended(process) == ""
    assert process.returncode == code


@linux
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_voice_ends_with_the_program(number: signal.Signals) -> None:
    process = running("cramp", "left", "--plain")
    read_until(process, "Coach: ")
    voices = children(process.pid)
    assert voices
    process.send_signal(number)
    ended(process)
    assert all(gone(voice) for voice in voices)


@linux
def test_a_voice_that_is_killed_is_a_notice_and_the_session_goes_on(short: str) -> None:
    process = running("run", short, "--plain", *FAST)
    read_until(process, "Get ready")
    for _ in range(3):
        for voice in children(process.pid):
            os.kill(voice, signal.SIGKILL)
            assert gone(voice)
    read_until(process, "Done in ")
    assert ended(process) == ""
    assert process.returncode == 0


# --- the terminal ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("terminal", [(["cramp", "--no-voice"], {"TERM": "dumb"})], indirect=True)
def test_a_dumb_terminal_gets_lines(terminal: Terminal) -> None:
    terminal.read_until(b"Coach: ")
    terminal.type("quit\n")
    assert terminal.read_to_end() == 0
    assert b"\x1b" not in terminal.shown


@pytest.mark.parametrize("terminal", [(["cramp", "--no-voice", "--plain"], {})], indirect=True)
def test_typed_words_reach_the_coach(terminal: Terminal) -> None:
    terminal.read_until(b"Coach: ")
    terminal.type("banana\n")
    terminal.read_until(b"I don't know 'banana'. You can type: ")
    terminal.type("quit\n")
    assert terminal.read_to_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("terminal", [(["cramp", "--no-voice"], {})], indirect=True)
def test_the_terminal_is_restored_after_a_signal(terminal: Terminal, number: signal.Signals) -> None:
    terminal.read_until(b"\x1b[?1049h")
    terminal.read_until(b"Gone")
    terminal.process.send_signal(number)
    assert terminal.read_to_end() == 128 + number
    assert b"\x1b[?1049l" in terminal.shown
    assert b"Traceback" not in terminal.shown
    assert termios.tcgetattr(terminal.slave) == terminal.before


# --- whatever else ---------------------------------------------------------------------------------------


def test_the_unexpected_is_one_plain_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("a shelf fell down")

    monkeypatch.setattr(library, "shelf", broken)
    monkeypatch.delenv("STRETCHCOACH_DEBUG", raising=False)
    assert main(["list"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "a shelf fell down" in told
    assert "STRETCHCOACH_DEBUG=1" in told
    monkeypatch.setenv("STRETCHCOACH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["list"])


def test_ctrl_c_anywhere_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "shelf", interrupted)
    assert main(["list"]) == 130
