"""What the program leaves on the disk: declared in one place, for its owner alone, and gone when it is to be gone."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from stretchcoach.diary import Diary
from stretchcoach.diary.entries import Episode
from stretchcoach.diary.session import unwritten
from stretchcoach.machine import private
from stretchcoach.machine.folders import KEPT, FileKind, below

DOCS = Path(__file__).parents[1] / "docs" / "privacy.md"
SECRET = "secretword"


def program(home: Path, *args: str, said: str = "", umask: int = -1) -> subprocess.Popen[bytes]:
    env = {**os.environ, "STRETCHCOACH_HOME": str(home), "PULSE_SERVER": "unix:/nowhere", "TERM": "dumb"}
    process: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "stretchcoach", *args],
        env=env,
        umask=umask,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if said:
        assert process.stdin
        process.stdin.write(said.encode())
        process.stdin.close()
    return process


def run(home: Path, *args: str, said: str = "\n", umask: int = -1) -> int:
    with program(home, *args, said=said, umask=umask) as process:
        return process.wait(60)


def lived_in(home: Path, umask: int) -> None:
    """Sessions that end, one that is killed, a damaged diary, a damaged memory, and all that is kept by hand."""
    places = below(home)
    assert run(home, "profile", "set", "meds", "cholesterol", umask=umask) == 0
    assert run(home, "programme", "bedtime", "start", umask=umask) == 0
    assert run(home, "diary", "add", "--note", SECRET, umask=umask) == 0
    places.diary.write_bytes(b"x" * 4096)
    places.state.mkdir(mode=0o700, exist_ok=True)
    (places.state / "known.json").write_text("no", encoding="utf-8")
    (places.state / "known.json").chmod(0o600)
    with program(home, "cramp", "--plain", umask=umask) as ended:
        assert ended.stdin
        for line in (b"x\n", b"stop\n"):
            ended.stdin.write(line)
            ended.stdin.flush()
            time.sleep(3)
        ended.stdin.close()
        ended.wait(60)
    with program(home, "run", "break_90s", "--plain", umask=umask) as spoken:
        wait_for(places.phrases, "*")
        spoken.send_signal(signal.SIGTERM)
    with program(home, "cramp", "--plain", umask=umask) as killed:
        wait_for(places.data, "diary.running-*")
        killed.send_signal(signal.SIGKILL)
    assert run(home, "diary", "add", "--note", SECRET, umask=umask) == 0
    before = os.umask(max(umask, 0))
    try:
        assert unwritten.keep(places.diary, Episode(began="2026-11-25T03:00:00+01:00", note=SECRET))
    finally:
        os.umask(before)


def wait_for(folder: Path, pattern: str) -> None:
    """Until there is such a file, or for twenty seconds."""
    end = time.monotonic() + 20
    while not list(folder.glob(pattern)) and time.monotonic() < end:
        time.sleep(0.05)


def left(home: Path) -> Iterator[tuple[Path, list[FileKind]]]:
    """Every file, and the kinds that it may be."""
    places = below(home)
    for file in home.rglob("*"):
        if file.is_file():
            yield file, [kind for kind in KEPT if fnmatch(str(file), f"{getattr(places, kind.folder)}/{kind.pattern}")]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_what_sessions_leave_is_declared_private_and_taken_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    lived_in(home, umask=0)
    kinds = {kind.pattern for file, found in left(home) for kind in found}
    assert {"diary.db", "diary.corrupt-*", "diary.kept-*", "programme.*", "profile.toml", "phrases/*"} <= kinds
    assert {"*.bad", "diary.running-*"} <= kinds
    for file, found in left(home):
        assert found, f"{file} is not declared in folders.KEPT"
    check_modes(home)
    assert run(home, "diary", "delete", "--all", "--yes") == 0
    for file, found in left(home):
        assert not any(kind.session for kind in found), f"{file} is still there"
        assert SECRET.encode() not in file.read_bytes()


def check_modes(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("umask", [0o077, 0o022], ids=oct)
def test_no_umask_changes_that(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        private.replace(tmp_path / "made" / "here" / "file.json", b"[]")
        modes = [stat.S_IMODE(path.stat().st_mode) for path in sorted((tmp_path / "made").rglob("*"))]
    finally:
        os.umask(before)
    assert modes == [0o700, 0o600]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_diary_is_private_while_it_is_open(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        diary = Diary.open(tmp_path / "made" / "here" / "diary.db")
        diary.add(Episode(began="2026-11-25T03:00:00+01:00"))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.rglob("*")}
        diary.close()
    finally:
        os.umask(before)
    assert modes == {"made": 0o700, "here": 0o700, "diary.db": 0o600, "diary.db-wal": 0o600, "diary.db-shm": 0o600}


def test_the_privacy_page_names_every_file() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for kind in KEPT:
        assert f"`{kind.folder}/{kind.pattern}`" in page, kind
        assert kind.what in page, kind
