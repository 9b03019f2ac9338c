"""Watches a program and all its children: which sockets they ask for, which files they write and where.

``strace`` sees every system call, whoever makes it: Python, a C library, a child of a child.  Where it is not installed
(CI installs it) the kernel is asked itself to report internet sockets (a seccomp filter), and the folders in which
anything could lie are compared before and after, but for what browser and runner of other tests leave in ``/tmp``; a
file that came and went in between is then not seen.
"""

import contextlib
import ctypes
import functools
import os
import platform
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

INTERNET = ("AF_INET", "AF_INET6", "AF_PACKET", "AF_BLUETOOTH", "AF_VSOCK")
CALLS = "socket,socketpair,io_uring_setup,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,"
CALLS += "symlinkat,rename,renameat,renameat2,truncate"
LOCAL = ("/dev/null", "/dev/tty", "/dev/pts/", "/dev/ptmx", "/dev/snd/", "/dev/shm/stretchcoach-", "/memfd:")
"""The terminal, the sound device, and the memory that the voice shares with the ears."""
_RING = re.compile(r"/proc/\d+/fd/\d+")
"""What another process has open already, and was seen to open: the ring, which has no name of its own."""
_LINE = re.compile(r"^(\d+) +(.*)$")
_PATH = re.compile(r'(?:AT_FDCWD|\d+)<([^>]*)>, "((?:[^"\\]|\\.)*)"|"((?:[^"\\]|\\.)*)"')


@dataclass
class Seen:
    """What came of it."""

    code: int = 0
    out: str = ""
    err: str = ""
    beyond: list[str] = field(default_factory=list)
    """System calls for a socket that leads away from the machine."""
    written: set[str] = field(default_factory=set)
    """Files and folders that were made, or opened for writing."""

    def outside(self, *allowed: Path | str) -> set[str]:
        """What was written elsewhere."""
        places = tuple(str(place) for place in allowed)
        elsewhere = {path for path in self.written if not path.startswith((*places, *LOCAL))}
        return {path for path in elsewhere if not _RING.fullmatch(path)}


OTHERS = ("playwright", "org.chromium", ".org.chromium", "com.google.Chrome", ".com.google.Chrome", "pytest-of-")
"""How names in ``/tmp`` begin that tests beside this one make; what is watched has a folder of its own."""


class Watched:
    """A program that runs under watch; ``end()`` tells what it did."""

    def __init__(self, command: list[str], trace: Path, env: dict[str, str], **streams: int) -> None:
        self._trace = trace
        self._listener: threading.Thread | None = None
        self._beyond: list[str] = []
        self._before: set[str] = set()
        self._roots = (Path(env["HOME"]), Path(env["TMPDIR"]), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
        prepare: Callable[[], None] | None = None
        if shutil.which("strace"):
            flags = ["-f", "-qq", "-y", "-s", "0", "--seccomp-bpf", "-e", "signal=none", "-e", f"trace={CALLS}"]
            command = ["strace", *flags, "-o", str(trace), *command]
        else:
            ours, theirs = socket.socketpair()
            self._before = set(_listing(self._roots))
            prepare = functools.partial(report_internet_sockets, theirs)

        self.process = subprocess.Popen(  # type: ignore[call-overload]
            command,
            env=env,
            preexec_fn=prepare,  # noqa: PLW1509 - only where there is no strace; no thread of ours is running then
            start_new_session=True,
            **streams,
        )
        if prepare is not None:
            with ours, theirs:
                _, (listener,), _, _ = socket.recv_fds(ours, 1, 1)
            self._listener = threading.Thread(target=self._listen, args=(listener,), daemon=True)
            self._listener.start()

    def end(self, timeout: float = 90) -> Seen:
        """Wait for its end, for so long at most."""
        seen = Seen()
        try:
            out, err = self.process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            out, err = self.process.communicate()
        seen.code, seen.out, seen.err = self.process.returncode, (out or b"").decode(), (err or b"").decode()
        if self._listener is not None:
            self._listener.join(timeout)
            seen.beyond = self._beyond
            seen.written = set(_listing(self._roots)) - self._before
        else:
            read(self._trace, seen)
        return seen

    def kill(self) -> None:
        """End it and all its children."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _listen(self, listener: int) -> None:
        """Until nobody is left whom the filter watches: end them all as soon as one asks for such a socket."""
        poll = select.poll()
        poll.register(listener, select.POLLIN)
        if any(event & select.POLLIN for _, event in poll.poll()):
            self._beyond.append("socket(AF_INET or AF_INET6)")
            self.kill()
        os.close(listener)


def read(trace: Path, seen: Seen) -> None:
    """What strace wrote down."""
    for call in _calls(trace.read_text(errors="replace")):
        name = call.partition("(")[0]
        if name in ("socket", "socketpair", "io_uring_setup"):
            if name == "io_uring_setup" or any(f"({family}," in call for family in INTERNET):
                seen.beyond.append(call)
        elif " = -1 " not in call and _writes(name, call):
            seen.written |= set(_paths(call))


def _calls(text: str) -> Iterator[str]:
    """One finished call a line; strace tears them apart where another thread comes between."""
    begun: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        pid, call = match.groups()
        if call.endswith("<unfinished ...>"):
            begun[pid] = call.removesuffix("<unfinished ...>")
        elif call.startswith("<... "):
            yield begun.pop(pid, "") + call.partition("resumed>")[2]
        else:
            yield call
    yield from begun.values()


def _writes(name: str, call: str) -> bool:
    return not name.startswith("open") or any(flag in call for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"))


def _paths(call: str) -> Iterator[str]:
    for folder, name, bare in _PATH.findall(call):
        yield os.path.normpath(f"{folder}/{name}" if folder and not name.startswith("/") else name or bare)


def _listing(roots: tuple[Path, ...]) -> Iterator[str]:
    for root in roots:
        deep = root.rglob("*") if str(root).count("/") > 2 else root.glob("*")
        yield from (str(path) for path in deep if not (path.parent == Path("/tmp") and path.name.startswith(OTHERS)))


# --- without strace: the kernel stops whoever asks for such a socket, and says so ---------------------------------

_SOCKET = {"x86_64": 41, "aarch64": 198}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _NOTIFY = 0x7FFF0000, 0x7FC00000


def report_internet_sockets(to: socket.socket) -> None:
    """In the child, before it begins: from now on such a call waits, and the descriptor sent to ``to`` is readable."""
    machine = platform.machine()
    rules = (
        (_LOAD, 0, 0, 0),  # the number of the call
        (_EQUAL, 0, 3, _SOCKET[machine]),
        (_LOAD, 0, 0, 16),  # its first argument
        (_EQUAL, 2, 0, socket.AF_INET),
        (_EQUAL, 1, 0, socket.AF_INET6),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOTIFY),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("H6xP", len(rules), ctypes.addressof(code))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(38, 1, 0, 0, 0)  # no new privileges
    told = library.syscall(_SECCOMP[machine], 1, 8, program)  # a filter, with a listener
    if told < 0:
        raise OSError(ctypes.get_errno(), "no seccomp filter here")
    socket.send_fds(to, [b"."], [told])
    os.close(told)


def watched(home: Path, args: list[str], env: dict[str, str] | None = None, **streams: int) -> Watched:
    """The program with these arguments and a home of its own."""
    command = [sys.executable, "-m", "stretchcoach", *args]
    return start(home, command, env, **streams)


def start(home: Path, command: list[str], env: dict[str, str] | None = None, **streams: int) -> Watched:
    """Any program with a home of its own below ``home``: ``person`` is HOME, ``coach`` the program's own folder."""
    for name in ("person", "temporary"):
        (home / name).mkdir(parents=True, exist_ok=True)
    own = {
        "HOME": str(home / "person"),
        "TMPDIR": str(home / "temporary"),
        "STRETCHCOACH_HOME": str(home / "coach"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TERM": "dumb",
    }
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ORT_", "HF_"))}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return Watched(command, home / "trace", {**clean, **own, **(env or {})}, **(streams or pipes))
