"""The standard streams, where they are missing, narrow or gone."""

import codecs
import os
import sys
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TextIO


def harden() -> None:
    """No stream is missing, and no letter that a terminal lacks is an error."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass  # one that was closed now leads nowhere; a socket of ours in its place would be written to
    os.close(descriptor)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        with suppress(AttributeError, OSError):
            getattr(sys, name).reconfigure(errors=NARROW)
    _forget_size()


def _in_signs(error: UnicodeError) -> "tuple[str, int]":
    """Letters that the encoding of a stream lacks, as signs that it has."""
    from stretchcoach.machine.narrow_letters import sign_for

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(sign_for, error.object[error.start : error.end])), error.end


NARROW = "stretchcoach-narrow"
codecs.register_error(NARROW, _in_signs)


def _forget_size() -> None:
    """The size that was exported once is not the terminal's, least of all after a resize."""
    with suppress(AttributeError, OSError, ValueError):
        if all(os.get_terminal_size(sys.stdout.fileno())):
            for name in ("COLUMNS", "LINES"):
                os.environ.pop(name, None)


class VisibleStream:
    """A text stream on which no letter can steer the terminal: each becomes a sign, line ends stay."""

    def __init__(self, stream: "TextIO") -> None:
        from stretchcoach.core.visible import visible

        self._stream = stream
        self._visible = visible

    def write(self, text: str) -> int:
        return self._stream.write(self._visible(text, lines=True))

    def __getattr__(self, name: str) -> "Any":
        return getattr(self._stream, name)


@contextmanager
def watched() -> "Iterator[None]":
    """Whatever is written as text to the standard streams meanwhile is only looked at, whoever wrote it."""
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(VisibleStream, streams)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


@contextmanager
def hushed() -> "Iterator[None]":
    """What a library prints onto the terminal meanwhile is not seen: ALSA tells a hundred lines of a missing device."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


def abandon_stdout() -> None:
    """Nobody can read stdout any more: keep the interpreter from complaining about it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def has_screen() -> bool:
    """Whether a screen can be drawn, and keys can be read."""
    streams = (sys.stdin, sys.stdout)
    return os.environ.get("TERM") != "dumb" and all(stream is not None and stream.isatty() for stream in streams)
