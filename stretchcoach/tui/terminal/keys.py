"""Which key a token stands for; most sequences stand for none.

The name of a key is the one on the key itself: small, in plain ASCII where it can be told, and where the terminal
says which key it was on a Latin keyboard, that one.  ``character`` stays what was typed, for the fields of a form.
"""

import unicodedata

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import Keys, _character_to_key

from stretchcoach.machine.escape_sequences import Sequence

SPECIAL = {"enter": "\r", "tab": "\t", "backspace": "\x7f", "space": " "}
"""The character that goes with a key of that name."""
SHIFT, ALT = 1, 2
GOES_DOWN = (-1, 1, 2)
"""A key is pressed, or held; the third kind is that it is let go."""
MOST_HELD = 256
NOTHING: list[int | None] = [-1]
MODIFIERS = ("shift", "alt", "ctrl", "super", "hyper", "meta")
LOCKS = 0b11000000
LARGEST = 0x10FFFF
KEY_FINALS = frozenset("ABCDEFHPQRSu~")
OTHER_KEYS = 27
"""``CSI 27 ; modifiers ; code ~``: xterm's own way of telling a key."""
UNHEARD = MODIFIER_FUNCTIONAL_KEYS | {"caps_lock", "scroll_lock", "num_lock"}
"""Keys that do nothing by themselves."""

Pressed = tuple[str, str | None]
"""The name of a key, and the character that it types."""


def plain_key(character: str) -> str:
    """What a letter, digit or sign is on a plain keyboard: small, and of the usual width; else as it is."""
    try:
        return str(unicodedata.decimal(character))
    except (TypeError, ValueError):
        folded = unicodedata.normalize("NFKC", character).lower()
        return folded if len(folded) == 1 and folded.isascii() else character


def key_typed(character: str) -> Pressed | None:
    """The key that typed one character; None for what no key types."""
    folded = plain_key(character)
    if folded <= "\x7f" and isinstance(key := ANSI_SEQUENCES_KEYS.get(folded), tuple):
        return key[0].value, folded if folded == " " else None
    return (_character_to_key(folded), character) if character.isprintable() and character != "\ufffd" else None


def small_key(key: str, character: str | None) -> str:
    """The name of a key whose letter was typed in capitals, full width or foreign digits."""
    if len(key) > 1 and not key.startswith("fullwidth_"):
        return key
    found = key_typed(character) if character and len(character) == 1 else None
    return found[0] if found and found[0].isascii() else key


def pressed(sequence: Sequence) -> list[Pressed]:
    """The keys that a sequence stands for; none for a reply, a release, and whatever makes no sense."""
    body, final = sequence.body, sequence.final
    if sequence.ss3 or body == "[":
        known = (
            None if sequence.ss3 and body else ANSI_SEQUENCES_KEYS.get(f"\x1b{'O' if sequence.ss3 else '[['}{final}")
        )
        return _table(known)
    fields = [[_number(part) for part in field.split(":")] for field in body.split(";")]
    if final == "R" and len(fields) != 1:
        return []  # where the cursor is; F3 with Shift looks the same, and is no key of ours
    if final in KEY_FINALS and not any(number is None for field in fields for number in field):
        codes, held, text, *more = [*fields, NOTHING, NOTHING]
        if final == "~" and codes == [OTHER_KEYS]:
            codes, text, final = text, NOTHING, "u"
        kind = held[1] if len(held) > 1 else 1
        sane = len(more) <= 2 and (held[0] or 1) <= MOST_HELD and kind in GOES_DOWN
        return _key(codes, max(0, (held[0] or 1) - 1) & ~LOCKS, text, final) if sane else []
    return _table(ANSI_SEQUENCES_KEYS.get(f"\x1b[{body}{final}"))


def _number(text: str) -> int | None:
    """A number that a key can have: -1 where none stands, None where it is none."""
    if not text:
        return -1
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 7 and int(text) <= LARGEST else None


def _table(known: object) -> list[Pressed]:
    """What an older terminal sends, from the list of Textual's; a pair with Esc would stop the stretch."""
    keys = known if isinstance(known, tuple) else ()
    return [(keys[0].value, None)] if len(keys) == 1 and keys[0] not in (Keys.Ignore, Keys.Escape) else []


def _key(codes: list[int | None], bits: int, text: list[int | None], final: str) -> list[Pressed]:
    """``codes``: the key, the same with Shift, and where it lies on a Latin keyboard."""
    code, shifted, base = (*(max(each or 0, 0) for each in codes), 0, 0)[:3]
    typed = "".join(chr(each) for each in text if each and each > 0 and chr(each).isprintable())
    name = FUNCTIONAL_KEYS.get(f"{code or 1}{final}")
    if name in UNHEARD or (name is None and final != "u"):
        return []
    if name is not None:
        character = typed or ("" if bits else SPECIAL.get(name, name if len(name) == 1 else ""))
        return [(_with(bits & ~(SHIFT | ALT) if typed else bits, name), character or None)]
    if len(typed) > 1:
        return [found for each in typed if (found := key_typed(each))]
    letter = chr(shifted or code) if bits & SHIFT else chr(code)
    physical = chr(base) if chr(base).isalnum() else ""
    shown = [each for each in (typed, letter, physical) if each.isprintable() and each]
    found = key_typed(next((each for each in shown if plain_key(each).isascii()), shown[0])) if shown else None
    if found is None:
        return []
    bits &= ~(SHIFT | ALT) if typed else ~SHIFT
    return [(_with(bits, found[0]), None if bits else typed or letter)]


def _with(bits: int, name: str) -> str:
    """``ctrl+c``"""
    return "+".join((*sorted(each for bit, each in enumerate(MODIFIERS) if bits & (1 << bit)), name))
