"""Textual's driver with our reading: nothing but keys becomes a key, and a terminal that goes ends the session."""

import asyncio
import os
import select
import shutil
import signal
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver

from stretchcoach.machine import leaving, put_aside
from stretchcoach.tui.terminal.parser import TerminalParser

ASIDE = 0.1
"""Seconds after which the reading looks up whether it is to end."""
PHYSICAL_KEYS = "\x1b[=4;2u"
"""Asks a terminal that can to tell where on a Latin keyboard a key lies."""
LATE = 0.25
"""Seconds after which a picture that was not taken yet is a slow line's."""
BACK = 0.01
"""Seconds within which a job that was stopped and goes on hears that it does."""
AS_BEFORE = "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"


class _Screen:
    """Where the pictures go; a terminal that has gone takes none, and that is no error."""

    def __init__(self, file: IO[str], taken: Callable[[], None]) -> None:
        """``taken`` is called once the terminal has taken all there was."""
        self._file = file
        self._taken = taken

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()
        self._taken()

    def fileno(self) -> int:
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """The terminal of one run."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        assert sys.__stdout__ is not None
        self._file: Any = _Screen(sys.__stdout__, self._all_taken)
        self._waits_since: float | None = None
        self._owed: Callable[[], None] | None = None
        self._is_aside = False

    def _get_terminal_size(self) -> tuple[int, int]:
        """What the terminal itself says; variables that were exported once know nothing of it."""
        for descriptor in (self.fileno, self._file.fileno()):
            with suppress(OSError):
                size = os.get_terminal_size(descriptor)
                if size.columns and size.lines:
                    return size.columns, size.lines
        return tuple(shutil.get_terminal_size((80, 24)))  # type: ignore[return-value]

    def _query_in_band_window_resize(self) -> None:
        """Not asked: the system tells of every resize, and reports of one can be late or made up."""

    def start_application_mode(self) -> None:
        with suppress(termios.error):
            attributes = termios.tcgetattr(self.fileno)
            leaving.tidy_with(lambda: self._put_back(attributes))
        super().start_application_mode()  # type: ignore[no-untyped-call]
        leaving.guard()
        if self._writer_thread is not None:
            self._writer_thread._queue.maxsize = 0  # a terminal that does not read must not hold up the session
            if not constants.DISABLE_KITTY_KEY:
                self.write(PHYSICAL_KEYS)

    def write(self, data: str) -> None:
        """Hand it to the thread that writes; how long the oldest of it waits is known."""
        if self._waits_since is None:
            self._waits_since = time.monotonic()
        super().write(data)

    @property
    def behind(self) -> bool:
        """Whether the terminal has not taken yet what was drawn a while ago."""
        since = self._waits_since
        return since is not None and time.monotonic() - since > LATE

    def owe(self, picture: Callable[[], None]) -> None:
        """Call this on the loop's thread as soon as the terminal has taken what was drawn."""
        self._owed = picture

    def _all_taken(self) -> None:
        self._waits_since = None
        owed, self._owed = self._owed, None
        if owed is not None:
            self._on_loop(owed)

    def put_aside(self) -> bool:
        """Give the terminal to the shell until ``fg``; False: there is no shell, and nothing has happened.

        The whole job is stopped, the voice with it, and whoever started us.  The system stops no job that nobody
        could take up again: so it is the one to say whether there is a shell.
        """
        before = put_aside.returns()
        self._sigtstp_application()
        return put_aside.returns() != before

    def _sigtstp_application(self, *_: object) -> None:
        self.suspend_application_mode()
        self._must_signal_resume = True
        self._is_aside = True
        self._stop()
        self._take_up()

    def _sigcont_application(self, *_: object) -> None:
        put_aside.note_return()
        self._take_up()

    def _stop(self) -> None:
        """Stop the job here; this comes back when it goes on, or at once where the system stops no such job."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        time.sleep(BACK)  # what came with the return is told before we go on
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def _take_up(self) -> None:
        """Have the terminal again, once it is ours: after ``bg`` it is not."""
        if not self._is_aside:
            return
        if os.tcgetpgrp(self.fileno) != os.getpgrp():
            self._stop()
            return
        self._is_aside = False
        self.resume_application_mode()
        self._app.refresh(layout=True)

    def _put_back(self, attributes: list[Any]) -> None:
        """In haste, and without waiting for a terminal that does not read."""
        with suppress(OSError, termios.error, ValueError):
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
            if select.select([], [self.fileno], [], 0)[1]:
                os.write(self._file.fileno(), AS_BEFORE.encode())

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            self._on_loop(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read until the session is over, or nobody is there any more."""
        parser = TerminalParser()
        while not self.exit_event.is_set():
            due = parser.deadline
            wait = ASIDE if due is None else min(ASIDE, max(0.0, due - time.monotonic()))
            if select.select([self.fileno], [], [], wait)[0]:
                data = self._read()
                if data is None:
                    leaving.leave(leaving.HUNG_UP)
                    return
                found = parser.feed(data, time.monotonic())
            else:
                found = parser.expire(time.monotonic())
            for message in found:
                if isinstance(message, events.Key) and message.key == "ctrl+c":
                    leaving.leave(leaving.INTERRUPTED)
                else:
                    with suppress(RuntimeError):  # the loop is closed: nobody reads on
                        self.process_message(message)

    def _read(self) -> bytes | None:
        """What there is to read; None: the terminal has gone."""
        try:
            return os.read(self.fileno, 65536) or None
        except (BlockingIOError, InterruptedError):
            return b""
        except OSError:
            return None

    def _on_loop(self, call: Any, *args: Any) -> None:
        loop: asyncio.AbstractEventLoop = self._loop
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(call, *args)
