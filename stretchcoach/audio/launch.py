"""Starts the audio process; the very first thing the program does, so nothing is imported here that takes time.

On Linux the process is forked, which is safe only while the program has a single thread; later, and elsewhere,
a fresh interpreter is started.
"""

import os
import sys

from stretchcoach.pipes.child import ChildProcess, piped

_early: ChildProcess | None = None


def begin() -> None:
    """Start the process ahead of time; the next ``process()`` takes it over.

    Worth calling before options can even be built: the device library loads while the program reads its settings.
    """
    global _early  # noqa: PLW0603
    if _early is None:
        _early = _start()


def process() -> ChildProcess:
    """The process that was started ahead, or a new one."""
    global _early
    early, _early = _early, None
    return early or _start()


def _start() -> ChildProcess:
    return _fork() if sys.platform == "linux" and _alone() else _spawn()


def _alone() -> bool:
    """Whether this program has a single thread."""
    with os.scandir("/proc/self/task") as threads:
        return len(list(threads)) == 1


def _fork() -> ChildProcess:
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
    return ChildProcess(pid, command_write, event_read)


def _spawn() -> ChildProcess:
    import subprocess

    popen = subprocess.Popen(
        [sys.executable, "-m", "stretchcoach.audio.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    )
    return piped(popen)
