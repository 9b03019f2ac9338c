"""A child process, the two pipes that lead to it, and our end of them; light, for the first word waits for it."""

import os
import sys
from _queue import Empty, SimpleQueue
from _thread import allocate_lock, start_new_thread

from stretchcoach.machine import clock
from stretchcoach.pipes import wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from typing import Any

_BACKLOG = 1_000_000
"""Bytes kept for a process that does not read; more are dropped."""
NEW = 30.0
"""Seconds within which a second death means that a third process would fare no better."""


class ChildProcess:
    """A process that runs, and the two pipes that lead to it."""

    def __init__(self, pid: int, commands: int, events: int, popen: "subprocess.Popen[bytes] | None" = None) -> None:
        self.pid = pid
        self._commands = commands
        self._backlog = bytearray()
        self._lock = allocate_lock()
        self.events = events
        """Read end; its end of file means that the process is gone."""
        self._popen = popen
        self._over = False
        self.answers = 0
        """How often it has given a sign of life."""

    @property
    def hung_up(self) -> bool:
        """Whether our end of the command pipe is closed."""
        return self._commands < 0

    def send(self, message: bytes = b"") -> None:
        """Write without ever waiting; what the process does not read now is sent with the next message."""
        with self._lock:
            if len(self._backlog) < _BACKLOG:
                self._backlog += message
            try:
                while self._backlog:
                    del self._backlog[: os.write(self._commands, self._backlog)]
            except BlockingIOError:
                return
            except OSError:
                self._backlog.clear()

    def over(self) -> bool:
        """Whether the process has ended; collects it if so."""
        if not self._over:
            try:
                self._over = self._popen.poll() is not None if self._popen else os.waitpid(self.pid, os.WNOHANG)[0] != 0
            except ChildProcessError:
                self._over = True
        return self._over

    def kill(self) -> None:
        """End it at once and collect it."""
        if self.over():
            return
        try:
            if self._popen:
                self._popen.kill()
                self._popen.wait()
            else:
                os.kill(self.pid, 9)
                os.waitpid(self.pid, 0)
        except (ChildProcessError, ProcessLookupError):
            pass
        self._over = True

    def hang_up(self) -> None:
        """Close our end of the command pipe; the process ends by itself if it still runs."""
        with self._lock:
            commands, self._commands = self._commands, -1
        if commands >= 0:
            os.close(commands)


class Client:
    """Our end of a child process: what it says is read on a thread, and one that dies is replaced."""

    def __init__(self) -> None:
        self._process: ChildProcess | None = None
        self._answers: dict[str, SimpleQueue[str]] = {}
        self._hearing = self._closing = False
        self._died = float("-inf")

    @property
    def pid(self) -> int:
        """The process; 0 where there is none."""
        return self._process.pid if self._process else 0

    def ask(self, what: str, timeout: float) -> "dict[str, Any] | None":
        """What the process knows of ``status``; None if it does not answer in time."""
        if what != "status" or self._process is None:
            return None
        import json

        ticket = str(len(self._answers))
        self._answers[ticket] = SimpleQueue()
        self._send("ask", ticket)
        self._start_hearing()
        try:
            facts: dict[str, Any] = json.loads(self._answers[ticket].get(timeout=timeout))
        except Empty:
            return None
        return facts

    def _send(self, *fields: object) -> None:
        process = self._process
        if process is not None:
            process.send(wire.pack(*fields))

    def _start_hearing(self) -> None:
        if not self._hearing:
            self._hearing = True
            start_new_thread(self._hear, ())

    def _hear(self) -> None:
        from stretchcoach.pipes import watchdog

        while (process := self._process) is not None:
            start_new_thread(watchdog.watch, (process, wire.pack("alive")))
            feed = wire.Feed()
            while piece := os.read(process.events, 65536):
                process.answers += 1
                for message in feed.messages(piece):
                    self._understand(message)
            os.close(process.events)
            if self._closing:
                return
            self._process = None
            process.kill()
            process.hang_up()
            self._bury()
        self._gone()

    def _gone(self) -> None:
        """No process is left that could say anything."""

    def _understand(self, message: list[str]) -> None:
        """What the process says."""
        raise NotImplementedError

    def _bury(self) -> None:
        """It is dead: start another one, or give up."""
        raise NotImplementedError

    def _new(self) -> bool:
        """Whether the one that has just died was itself the second within a short time."""
        new = clock.now() - self._died < NEW
        self._died = clock.now()
        return new


def piped(popen: "subprocess.Popen[bytes]") -> ChildProcess:
    """A process that was started with pipes on its standard streams."""
    assert popen.stdin is not None
    assert popen.stdout is not None
    commands, events = os.dup(popen.stdin.fileno()), os.dup(popen.stdout.fileno())
    popen.stdin.close()
    popen.stdout.close()
    if sys.platform != "win32" or sys.version_info >= (3, 12):
        os.set_blocking(commands, False)
    return ChildProcess(popen.pid, commands, events, popen)
