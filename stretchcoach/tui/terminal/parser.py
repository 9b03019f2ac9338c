"""From the bytes of a terminal to what Textual is told: keys, mouse, pastes, and nothing else.

Every key carries the moment at which it was read.  Several letters in one read are a paste, also from terminals that
put no marks around it: no person types four letters within a millisecond.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import events
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from stretchcoach.machine.escape_sequences import UNREADABLE, Pasted, Sequence, Token, Tokens, Typed
from stretchcoach.tui.terminal import keys

BURST = 4
"""Letters in one read that are no typing; one and the same letter may come as often, from a key that is held."""
WHITE = "\r\n\t"
MOUSE = r"<(\d{1,3});(\d{1,4});(\d{1,4})"
SYNCHRONISED = r"\?2026;[1-4]\$"
WHEELS = (events.MouseScrollUp, events.MouseScrollDown, events.MouseScrollLeft, events.MouseScrollRight)


class TerminalParser:
    """What came, as messages; ``deadline`` and ``expire`` as for ``Tokens``."""

    def __init__(self, escape_delay: float = 0.15) -> None:
        self._tokens = Tokens(escape_delay)
        self._at = (0, 0)

    @property
    def deadline(self) -> float | None:
        """When to call ``expire`` if nothing comes until then."""
        return self._tokens.deadline

    def feed(self, data: bytes, now: float) -> list[Message]:
        """What these bytes make whole."""
        return list(self._messages(self._tokens.feed(data, now)))

    def expire(self, now: float) -> list[Message]:
        """What is taken for whole, since nothing has come for a while."""
        return list(self._messages(self._tokens.expire(now)))

    def _messages(self, tokens: Iterable[Token]) -> Iterator[Message]:
        for letters, run in groupby(tokens, _letter):
            each = list(run)
            typed = "".join(token.character for token in each if isinstance(token, Typed))
            readable = typed.replace(UNREADABLE, "")
            if letters and len(readable) >= BURST and len(set(readable)) > 1:
                yield events.Paste(typed)
            else:
                for token in each:
                    yield from self._message(token)

    def _message(self, token: Token) -> Iterator[Message]:
        if isinstance(token, Typed):
            found = keys.key_typed(token.character)
            if found and token.alt:
                yield from (events.Key(f"alt+{found[0]}", None) for _ in [0] if token.character.isprintable())
            elif found:
                yield events.Key(*found)
        elif isinstance(token, Pasted):
            yield events.Paste(token.text.replace("\0", ""))
        elif token.body[:1] in ("<", "?") and not token.ss3:
            yield from self._report(token)
        else:
            yield from (events.Key(*pressed) for pressed in keys.pressed(token))

    def _report(self, token: Sequence) -> Iterator[Message]:
        """What a terminal tells by itself."""
        mouse = re.fullmatch(MOUSE, token.body, re.ASCII)
        if mouse and token.final in "Mm":
            code, column, row = map(int, mouse.groups())
            if code < 128 and column and row:
                yield self._mouse(code, column - 1, row - 1, token.final == "M")
        elif token.final == "y" and re.fullmatch(SYNCHRONISED, token.body):
            yield TerminalSupportsSynchronizedOutput()

    def _mouse(self, code: int, x: int, y: int, down: bool) -> events.MouseEvent:
        moved = (x - self._at[0], y - self._at[1])
        self._at = (x, y)
        button = (code + 1) & 3
        kind: type[events.MouseEvent] = events.MouseDown if down else events.MouseUp
        if code & 64:
            kind, button = WHEELS[code & 3], 0
        elif code & 32 or button == 0:
            kind = events.MouseMove
        held = (bool(code & 4), bool(code & 8), bool(code & 16))
        return kind(None, x, y, *moved, button, *held, screen_x=x, screen_y=y)


def _letter(token: Token) -> bool:
    """Whether it may be part of a text."""
    if not isinstance(token, Typed) or token.alt:
        return False
    return token.character.isprintable() or token.character in WHITE or token.character == UNREADABLE
