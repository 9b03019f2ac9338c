"""Terminals that go, signals, and faults inside the screen: what is left is whole, and a session can be gone on with.

``python -m bench.terminal_faults`` does the same many times, at moments left to chance.
"""

import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a thing of Unix", allow_module_level=True)

from textual._compositor import LayoutUpdate
from textual.app import App
from tui_fake import FakeProgram, app

from bench.terminal_faults import CRAMP, ENDS, PROGRAM, Terminal, broken, offered
from stretchcoach.diary import Diary, Episode, Journal
from stretchcoach.diary.file.search import EntryFilter, entries_page
from stretchcoach.machine import streams
from stretchcoach.program.jobs import CrampJob

FIRST_PICTURE = "▀".encode()
MOST_OF_IT = 150_000
"""Bytes of two pictures and of a second at thirty times the speed; six seconds of it are twice as many."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def started() -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(*command: str, **more: str) -> Terminal:
        opened.append(Terminal(*(command or (*PROGRAM, *CRAMP)), **more))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


Started = Callable[..., Terminal]


@linux
@pytest.mark.parametrize("end", ENDS)
def test_a_cramp_that_is_cut_off_leaves_no_process_and_is_offered_again(end: str, started: Started) -> None:
    wrapper, cut_off = ENDS[end]
    command = " ".join((*PROGRAM, *CRAMP))
    terminal = started("sh", "-c", wrapper.replace("{}", command)) if wrapper else started()
    assert terminal.read(20, FIRST_PICTURE)
    cut_off(terminal)
    assert terminal.seconds_until_gone(10) < 10
    assert offered(terminal.home)
    assert b"Traceback" not in terminal.shown


def test_ctrl_c_is_the_persons_own_end(started: Started) -> None:
    terminal = started()
    assert terminal.read(20, FIRST_PICTURE)
    terminal.type(b"\x1b]11;rgb:1e1e")  # under way
    terminal.type(b"\x03")
    assert terminal.ended() == 130
    assert terminal.whole()
    assert not offered(terminal.home)


def test_what_a_terminal_answers_and_what_is_pasted_moves_nothing(started: Started) -> None:
    terminal = started()
    assert terminal.read(20, FIRST_PICTURE)
    for sent in (b"\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\", b"\x1b[?62;22c\x1bP>|XTerm(379)\x1b\\", b"\x1b[<32;NaN;NaNM",
                 b"\xf6", b"\x1b[120;1:3u", b"\x1b[200~x\r\x1b[201~", b"\x1b[9999999999;9999999999u"):  # fmt: skip
        terminal.type(sent)
        terminal.read(0.05)
    terminal.type(b"\x1b[15;2~\x03")
    assert terminal.ended() == 130
    (kept,) = Path(terminal.home).rglob("diary.db")
    (cramp,) = entries_page(Diary.open(kept), EntryFilter(), 0, 9)
    assert isinstance(cramp, Episode)
    assert (cramp.answers, cramp.level) == ({}, None), "no answer was taken for given"


@pytest.mark.parametrize("plain", [False, True])
def test_what_goes_wrong_inside_is_one_sentence_and_the_session_is_offered_again(plain: bool) -> None:
    terminal, code = broken("the coach", 3, plain=plain)
    try:
        assert code == 1
        assert terminal.whole()
        told = terminal.shown.rpartition(b"Something went wrong")[2]
        assert told.count(b"\n") == 1
        assert b"LOCALS" not in terminal.shown
        assert b"Traceback" not in terminal.shown
        assert offered(terminal.home)
    finally:
        terminal.close()


def test_the_real_size_of_the_terminal_wins_also_after_a_resize(started: Started) -> None:
    terminal = started(*PROGRAM, "--no-voice", COLUMNS="40", LINES="10")
    assert terminal.read(20, b"Quit")
    terminal.shown = b""
    termios.tcsetwinsize(terminal.master, (40, 130))
    os.kill(terminal.process.pid, signal.SIGWINCH)
    assert terminal.read(20, b"\x1b[40;"), "the last of forty lines is drawn"


@pytest.mark.parametrize("key", ["c", "C", "ｃ", "Ｃ"])
async def test_capitals_and_full_width_letters_are_the_same_keys_on_every_screen(key: str) -> None:
    program = FakeProgram()
    async with app(program).run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert program.jobs == [CrampJob()]


def test_an_exported_size_is_believed_only_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    streams.harden()
    assert os.environ["COLUMNS"] == "40"
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    streams.harden()
    assert "COLUMNS" not in os.environ


def test_a_session_that_was_let_go_of_is_as_if_its_program_had_died(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from stretchcoach.core.messages import Side
    from stretchcoach.core.record import Answered, CrampBegan

    now = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
    keeper = Journal(Diary.open(tmp_path / "diary.db"))
    keeper.take(CrampBegan(0.0, Side.LEFT), now)
    keeper.take(Answered(5.0, "rf_chest", "no"), now)
    keeper.abandon()
    assert keeper.leave(9.0, now) == ""
    found = Journal(Diary.open(tmp_path / "diary.db")).interrupted()
    assert found is not None
    assert isinstance(found.entry, Episode)
    assert found.entry.answers == {"rf_chest": "no"}
    assert found.entry.pending, "the safety questions wait to be asked"


SHELL = ("bash", "--norc", "--noprofile", "-i")


@pytest.fixture
def in_a_shell(started: Started) -> Callable[..., Terminal]:
    """The program, begun as a job of a shell that can put jobs aside."""

    def start(*words: str) -> Terminal:
        terminal = started(*SHELL)
        terminal.type(" ".join((*PROGRAM, *words)).encode() + b"\n")
        assert terminal.read(20, b"\x1b[?1049h")
        assert terminal.read(20, FIRST_PICTURE)
        return terminal

    return start


def test_ctrl_z_gives_the_shell_back_and_fg_the_program(in_a_shell: Callable[..., Terminal]) -> None:
    terminal = in_a_shell("--no-voice")
    for _ in range(2):
        terminal.shown = b""
        terminal.type(b"\x1a")
        assert terminal.read(5, b"Stopped")
        assert b"\x1b[?1049l" in terminal.shown, "the shell has its own screen"
        terminal.type(b"echo o''k\n")
        assert terminal.read(5, b"ok"), "it takes lines as before"
        terminal.shown = b""
        terminal.type(b"fg\n")
        assert terminal.read(5, FIRST_PICTURE), "all is drawn again"
    terminal.type(b"\x03")
    assert terminal.read(5, b"\x1b[?1049l")


def test_a_job_in_the_background_waits_for_fg(in_a_shell: Callable[..., Terminal]) -> None:
    terminal = in_a_shell("--no-voice")
    terminal.type(b"\x1a")
    assert terminal.read(5, b"Stopped")
    terminal.shown = b""
    terminal.type(b"bg\n")
    terminal.read(1)
    terminal.type(b"\n")
    assert terminal.read(5, b"Stopped"), "it draws nothing over the shell"
    assert FIRST_PICTURE not in terminal.shown
    terminal.type(b"fg\n")
    assert terminal.read(5, FIRST_PICTURE)


def test_a_routine_that_was_put_aside_stands_still_and_says_so(in_a_shell: Callable[..., Terminal]) -> None:
    terminal = in_a_shell("run", "warmup_run", "--no-voice")
    terminal.type(b"\x1a")
    assert terminal.read(5, b"Stopped")
    terminal.read(2.5)
    terminal.type(b"fg\n")
    assert terminal.read(5, b"put aside for"), terminal.shown[-2000:]


def test_a_cramp_is_not_put_aside(in_a_shell: Callable[..., Terminal]) -> None:
    terminal = in_a_shell(*CRAMP)
    terminal.type(b"\x1a")
    assert terminal.read(5, b"not put aside")
    assert b"Stopped" not in terminal.shown


def test_where_no_shell_waits_ctrl_z_says_so(started: Started) -> None:
    terminal = started(*PROGRAM, "--no-voice")
    assert terminal.read(20, b"Quit")
    terminal.type(b"\x1a")
    assert terminal.read(5, b"no shell")
    terminal.type(b"\x03")
    assert terminal.ended() == 130


def test_a_line_that_was_slow_brings_the_picture_of_now_and_none_of_those_before(started: Started) -> None:
    terminal = started(*PROGRAM, "run", "warmup_run", "--no-voice", "--speed", "30")
    assert terminal.read(20, FIRST_PICTURE)
    terminal.read(1)
    time.sleep(6)
    terminal.shown = b""
    terminal.read(1)
    assert len(terminal.shown) < MOST_OF_IT, len(terminal.shown)
    terminal.type(b"\x03")
    assert terminal.ended() == 130


async def test_what_a_slow_line_left_out_is_drawn_whole_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        owed: list[Callable[[], None]] = []
        drawn: list[object] = []
        monkeypatch.setattr(App, "_display", lambda _it, _screen, picture: drawn.append(picture))
        monkeypatch.setattr(it._driver, "behind", True, raising=False)
        monkeypatch.setattr(it._driver, "owe", owed.append, raising=False)
        await pilot.press("down", "slash", "a")
        await pilot.pause()
        assert owed and not any(drawn)
        monkeypatch.setattr(it._driver, "behind", False, raising=False)
        owed[-1]()
        assert isinstance(drawn[-1], LayoutUpdate)
        assert drawn[-1].region == it.screen.region
