"""A child process and the two pipes that lead to it; importing this takes no time, for the first word waits for it."""

import os
import sys
from _thread import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess

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
