"""Lines in and lines out: standard input that never blocks the session, standard output that may go away."""

import asyncio
import os
import select
import stat
import sys
import threading
from contextlib import suppress

from stretchcoach.machine import streams
from stretchcoach.machine.escape_sequences import Tokens, Typed

LONGEST = 4096
"""Bytes of a line that are read, as many as a terminal hands over; what follows them on the line is dropped."""

NARROWEST = 20
"""Columns; where there are fewer, or the terminal tells none, it breaks the lines itself."""


class StandardInput:
    """The lines of standard input, read by a daemon thread that nobody waits for."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = _stdin() if descriptor is None else descriptor
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._given_back: str | None = None

    def start(self) -> None:
        """Begin to read; inside a running loop."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="stdin", daemon=True).start()

    async def line(self) -> str | None:
        """The next line without its end, or None once there are no more."""
        given, self._given_back = self._given_back, None
        if given is not None:
            return given
        line = await self._lines.get()
        if line is None:
            self._lines.put_nowait(None)
        return line

    def again(self, line: str) -> None:
        """Give a line back that was for somebody else; it is the next one."""
        self._given_back = line

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        """``os.read`` and not ``sys.stdin``: a thread inside that one's lock kills the interpreter at its end."""
        rest = b""
        with suppress(RuntimeError):  # the loop is closed: the session is over
            while chunk := self._chunk():
                *whole, rest = (rest + chunk).split(b"\n")
                rest = rest[:LONGEST]
                for line in whole:
                    loop.call_soon_threadsafe(self._lines.put_nowait, _text(line[:LONGEST]))
            if rest:
                loop.call_soon_threadsafe(self._lines.put_nowait, _text(rest))
            loop.call_soon_threadsafe(self._lines.put_nowait, None)

    def _chunk(self) -> bytes:
        try:
            return os.read(self._descriptor, 4096)
        except OSError:
            return b""


class StandardOutput:
    """Standard output; ``closed`` as soon as nobody reads it any more."""

    def __init__(self) -> None:
        self.closed = sys.stdout is None
        self.fault = ""
        """Why it is closed, where that is more than a reader who has gone."""

    def line(self, text: str) -> None:
        """Write one line at once; a terminal, which would break it in the middle of a word, gets it in whole words."""
        if self.closed:
            return
        try:
            sys.stdout.write(_whole_words(" ".join(text.split())) + "\n")
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            self.closed = True
            if not isinstance(error, BrokenPipeError):
                self.fault = getattr(error, "strerror", None) or str(error)
            streams.abandon_stdout()

    def left(self) -> bool:
        """Whether whoever read it has gone, even while there is nothing to write."""
        if not self.closed and _deserted():
            self.closed = True
            streams.abandon_stdout()
        return self.closed


def _whole_words(text: str) -> str:
    """As wide as the terminal is; a pipe and a file keep one line an event."""
    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return text
    if not NARROWEST <= width < len(text):
        return text
    from textwrap import wrap

    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _deserted() -> bool:
    """A pipe whose other end is closed; a file and a terminal are never deserted, and Windows tells nothing."""
    try:
        descriptor = sys.stdout.fileno()
        if not (hasattr(select, "poll") and stat.S_ISFIFO(os.fstat(descriptor).st_mode)):
            return False
        poll = select.poll()
        poll.register(descriptor, 0)
        return any(event & (select.POLLERR | select.POLLHUP) for _, event in poll.poll(0))
    except (AttributeError, OSError, ValueError):
        return False


def _stdin() -> int:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):
        return -1


def _text(line: bytes) -> str:
    """What was typed in a line, without what the terminal put into it by itself."""
    tokens = Tokens().feed(line.rstrip(b"\r"), 0.0)
    typed = (token.character for token in tokens if isinstance(token, Typed) and not token.alt)
    return "".join(each for each in typed if each.isprintable() or each == "\t")
