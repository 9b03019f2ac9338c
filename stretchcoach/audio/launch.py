"""Starts the audio process; the very first thing the program does, so nothing but ``os`` and ``sys`` is imported here.

On Linux the process is forked, which is safe only while the program has a single thread; later, and elsewhere,
a fresh interpreter is started.
"""

import os
import sys
from _thread import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess


_BACKLOG = 1_000_000
"""Bytes kept for an audio process that does not read; more are dropped."""
NEW = 30.0
"""Seconds within which a second death means that a third process would fare no better."""


class Process:
    """A running audio process and the two pipes that lead to it."""

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


_early: Process | None = None


def begin() -> None:
    """Start the process ahead of time; the next ``process()`` takes it over.

    Worth calling before options can even be built: the device library loads while the program reads its settings.
    """
    global _early  # noqa: PLW0603
    if _early is None:
        _early = _start()


def process() -> Process:
    """The process that was started ahead, or a new one."""
    global _early
    early, _early = _early, None
    return early or _start()


def _start() -> Process:
    return _fork() if sys.platform == "linux" and _alone() else _spawn()


def _alone() -> bool:
    """Whether this program has a single thread."""
    with os.scandir("/proc/self/task") as threads:
        return len(list(threads)) == 1


def _fork() -> Process:
    command_read, command_write = os.pipe()
    event_read, event_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(command_write)
            os.close(event_read)
            from stretchcoach.audio import process as child

            child.run(command_read, event_write)
            status = 0
        finally:
            os._exit(status)
    os.close(command_read)
    os.close(event_write)
    os.set_blocking(command_write, False)
    return Process(pid, command_write, event_read)


def _spawn() -> Process:
    import subprocess

    popen = subprocess.Popen(
        [sys.executable, "-m", "stretchcoach.audio.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    )
    return piped(popen)


def piped(popen: "subprocess.Popen[bytes]") -> Process:
    """A process that was started with pipes on its standard streams."""
    assert popen.stdin is not None
    assert popen.stdout is not None
    commands, events = os.dup(popen.stdin.fileno()), os.dup(popen.stdout.fileno())
    popen.stdin.close()
    popen.stdout.close()
    if sys.platform != "win32" or sys.version_info >= (3, 12):
        os.set_blocking(commands, False)
    return Process(popen.pid, commands, events, popen)
