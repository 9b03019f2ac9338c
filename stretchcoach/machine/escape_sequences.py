"""Cuts what a terminal sends into what was typed, whole sequences, and pastes.

A terminal is not only a person: it also answers questions, late at times, in pieces, with a title or a colour in it.
The grammar is that of ECMA-48 and of xterm, in seven and in eight bits, so a sequence that nobody knows still ends
where it ends.  Numbers that are none (``NaN``, ``1e308``, ``-0.5``) belong to the report they stand in.  Nothing here
raises, and nothing here waits: what was begun and not ended is settled by ``expire``, at ``deadline``.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

ESC, BELL, CANCEL = "\x1b", "\x07", "\x18\x1a"
INTERRUPT = "\x03"
UNREADABLE = "\ufffd"
PASTE_BEGINS, PASTE_ENDS = "200", ("\x1b[201~", "\x9b201~")
EIGHT_BITS = {chr(code): chr(code - 0x40) for code in (0x8F, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F)}
"""What opens a sequence in one character, and the letter that does after an Esc."""
STRING_ENDS = "\x9c"
WORDS = ("nan", "infinity")
FIRST_INFINITE = "(\x1b\\[|\x9b)[iI]nf(?:inity)?(?=[;:\x40-\x7e])"
"""Its first letter alone would be a report of its own."""
LATE = r"[\[\]\\]|P[\d>!$+|]|_G|O[A-DFHP-S]"
"""How the rest of a sequence looks whose Esc came alone; no person types this after Esc."""
MOST = 1_000_000
"""Characters that are kept of one sequence or paste."""


class Typed(NamedTuple):
    """One character; ``alt``: an Esc came right before it, as for a key that was held with Alt."""

    character: str
    alt: bool = False


class Sequence(NamedTuple):
    """A control sequence (``CSI body final``), or ``SS3`` with its final letter."""

    body: str
    final: str
    ss3: bool = False


class Pasted(NamedTuple):
    """Text between the marks of a bracketed paste."""

    text: str


Token = Typed | Sequence | Pasted
State = Callable[[str], Iterator[Token]]


def _unreadable(error: UnicodeError) -> tuple[str, int]:
    """A byte that is not UTF-8 is a control of eight bits, or a sign that something was there."""
    assert isinstance(error, UnicodeDecodeError)
    broken = error.object[error.start : error.end]
    return "".join(chr(byte) if 0x80 <= byte < 0xA0 and len(broken) == 1 else UNREADABLE for byte in broken), error.end


codecs.register_error("stretchcoach.terminal", _unreadable)
UTF8 = codecs.getincrementaldecoder("utf-8")


class Tokens:
    """The state between two reads."""

    def __init__(self, escape_delay: float = 0.15) -> None:
        self._decoder = UTF8("stretchcoach.terminal")
        self.deadline: float | None = None
        """When ``expire`` is to be called, if nothing comes until then."""
        self._patience: dict[State, float] = {
            self._escape: escape_delay,
            self._between: escape_delay,
            self._string_escape: 2 * escape_delay,
            self._string: 1.0,
            self._paste: 1.0,
        }
        self._late_until = float("-inf")
        self._state: State = self._ground
        self._held: list[str] = []
        self._word = ""
        self._reset()

    def feed(self, data: bytes, now: float) -> list[Token]:
        """What is whole by now."""
        if data == INTERRUPT.encode():
            self._reset()
        text = self._decoder.decode(data)
        if "nf" in text:
            text = re.sub(FIRST_INFINITE, r"\g<1>0", text)
        if self._state == self._ground and now < self._late_until and re.match(LATE, text):
            self._state = self._escape
        self._late_until = float("-inf") if text else self._late_until
        found = [token for character in text for token in self._state(character)]
        self._settle(now)
        return found

    def expire(self, now: float) -> list[Token]:
        """Nothing has come for a while: an Esc was a key, and the rest is given up."""
        if self.deadline is None or now < self.deadline:
            return []
        found: list[Token] = []
        alone = self._state in (self._escape, self._string_escape)
        if self._state == self._paste:
            text = "".join(self._held)
            alone = text.endswith(ESC)
            found.append(Pasted(text.removesuffix(ESC)))
        self._reset()
        if alone:
            self._late_until = now + 1.0
            found.append(Typed(ESC))
        return found

    def _reset(self) -> None:
        self._decoder.reset()
        self._go(self._ground)
        self.deadline = None

    def _settle(self, now: float) -> None:
        patience = self._patience.get(self._state, 0.5)
        if self._state == self._paste and self._held[-1:] == [ESC]:
            patience = self._patience[self._string_escape]
        whole = self._state == self._ground and not self._decoder.getstate()[0]
        self.deadline = None if whole else now + patience

    def _go(self, state: State) -> None:
        self._state = state
        self._held.clear()

    def _hold(self, character: str) -> None:
        if len(self._held) < MOST:
            self._held.append(character)

    def _again(self, text: str) -> Iterator[Token]:
        """The sequence was over before ``text``."""
        self._go(self._ground)
        for character in text:
            yield from self._state(character)

    # --- the states: each takes one character --------------------------------------------------------------

    def _ground(self, character: str) -> Iterator[Token]:
        if character == ESC:
            self._go(self._escape)
        elif character in EIGHT_BITS:
            self._opened(EIGHT_BITS[character])
        elif character != STRING_ENDS:
            yield Typed(character)

    def _opened(self, letter: str) -> bool:
        """Whether ``letter``, after an Esc, opens a sequence."""
        opens: dict[str, State] = {"[": self._csi, "O": self._ss3, **dict.fromkeys("]PX^_", self._string)}
        if letter in opens:
            self._go(opens[letter])
        return letter in opens

    def _escape(self, character: str) -> Iterator[Token]:
        if character == ESC:
            yield Typed(ESC)
        elif " " <= character <= "/":
            self._go(self._between)
        elif character == INTERRUPT or character > "\x7f":
            yield from self._again(character)
        elif not self._opened(character):
            self._go(self._ground)
            if character != "\\":
                yield Typed(character, alt=True)

    def _between(self, character: str) -> Iterator[Token]:
        """Inside ``ESC ( B`` and the like."""
        if "0" <= character <= "\x7e":
            self._go(self._ground)
        elif not " " <= character <= "/":
            yield from self._again(character)

    def _csi(self, character: str) -> Iterator[Token]:
        last = self._held[-1] if self._held else ""
        if character in CANCEL:
            self._go(self._ground)
        elif not " " <= character <= "\x7e":
            yield from self._again(character)
        elif self._held[:1] == ["<"]:
            yield from self._mouse(character)
        elif character <= "?":
            self._hold(character)
        elif character == "[" and not last:
            self._go(self._one_more)
        elif character == "M" and not last:
            self._go(self._old_mouse)
        elif (character in "nN" and last in ("", *";:-+?>=")) or (character in "iI" and last and last in ";:-+?>="):
            self._word = character
            self._state = self._number_word
        elif character == "e" and last.isdigit():
            self._state = self._exponent
        else:
            yield from self._whole(character)

    def _whole(self, final: str) -> Iterator[Token]:
        body = "".join(self._held)
        self._go(self._paste if (body, final) == (PASTE_BEGINS, "~") else self._ground)
        if self._state == self._ground:
            yield Sequence(body, final)

    def _mouse(self, character: str) -> Iterator[Token]:
        """A report of the mouse ends with its own letter, whatever its numbers look like."""
        if character in "Mm":
            yield from self._whole(character)
        else:
            self._hold(character)

    def _number_word(self, character: str) -> Iterator[Token]:
        word = (self._word + character).lower()
        if any(each.startswith(word) for each in WORDS):
            self._word += character
            if word == "nan":
                self._hold("0")
                self._state = self._csi
        elif self._word.lower() in ("inf", "infinity"):
            self._hold("0")
            self._state = self._csi
            yield from self._csi(character)
        else:
            rest = self._word[1:] + character
            yield from self._whole(self._word[0])
            yield from self._again(rest)

    def _exponent(self, character: str) -> Iterator[Token]:
        if character in "+-0123456789":
            self._hold(".")
            self._state = self._csi
            yield from self._csi(character)
        else:
            yield from self._whole("e")
            yield from self._again(character)

    def _one_more(self, character: str) -> Iterator[Token]:
        """``CSI [ A``: how the Linux console names its first five keys."""
        if " " <= character <= "\x7e":
            self._go(self._ground)
            yield Sequence("[", character)
        else:
            yield from self._again(character)

    def _old_mouse(self, character: str) -> Iterator[Token]:
        """Three characters of any kind."""
        if character == ESC:
            yield from self._again(character)
        else:
            self._hold(character)
            if len(self._held) == 3:
                self._go(self._ground)

    def _ss3(self, character: str) -> Iterator[Token]:
        if "0" <= character <= ";":
            self._hold(character)
        elif " " < character <= "\x7e":
            body = "".join(self._held)
            self._go(self._ground)
            yield Sequence(body, character, ss3=True)
        else:
            yield from self._again("" if character in CANCEL else character)

    def _string(self, character: str) -> Iterator[Token]:
        if character == ESC:
            self._go(self._string_escape)
        elif character == INTERRUPT or character in EIGHT_BITS:
            yield from self._again(character)
        elif character in (BELL, STRING_ENDS, *CANCEL):
            self._go(self._ground)

    def _string_escape(self, character: str) -> Iterator[Token]:
        self._state = self._escape
        yield from self._escape(character)

    def _paste(self, character: str) -> Iterator[Token]:
        self._held.append(character)
        if character == "~" and "".join(self._held[-6:]).endswith(PASTE_ENDS):
            text = "".join(self._held)
            self._go(self._ground)
            yield Pasted(text.removesuffix(PASTE_ENDS[0]).removesuffix(PASTE_ENDS[1]))
        elif len(self._held) > MOST:
            del self._held[: MOST // 2]
