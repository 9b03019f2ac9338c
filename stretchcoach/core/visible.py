"""Text that somebody else wrote, made safe to look at: what would steer a terminal, or hide, becomes a sign.

A title, a note, a file's name or a word of the command line may hold escape sequences, letters that turn the direction
of writing, or half an emoji.  ``visible`` is the one place that decides what of it may reach a screen, a printer or
another program; ``hidden`` names what may not.
"""

import re

_STEERING = "\x00-\x1f\x7f-\x9f"
_TURNING = "\u202a-\u202e\u2066-\u206f"
"""Embeddings, overrides and isolates; the marks of right-to-left text are no danger and stay."""
_ENDING = "\u2028\u2029"
_UNSEEN = "\u180e\u200b\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MOST_MARKS = 4
"""Accents on one letter; more of them run over the lines above and below."""
_JOINERS = "\u200c\u200d"
"""They bind letters and emoji together, one at a time; in a row they only hide."""

_ODD = re.compile(
    f"[{_STEERING}{_TURNING}{_ENDING}{_UNSEEN}{_BROKEN}]"
    f"|(?<![{_MARKS}])([{_MARKS}]{{{MOST_MARKS}}})[{_MARKS}]+"
    f"|([{_JOINERS}])[{_JOINERS}]+"
)
_JSON = re.compile(f"[{_STEERING}{_TURNING}{_ENDING}{_UNSEEN}{_BROKEN}]")
_NAMES = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\t": "tab",
    "\n": "line end",
    "\r": "line end",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x9b": "escape",
    "\x9d": "escape",
}
_WHITE = "\t\n\r"


def visible(text: str, lines: bool = False) -> str:
    """``text`` as it may be shown; with ``lines`` its line ends stay what they are, else it is one line."""
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub(lambda found: found[0] if lines and found[0] == "\n" else _sign(found), text)


def hidden(text: str, lines: bool = False) -> str:
    """The name of the first letter of ``text`` that may not be shown as it is; empty: there is none.

    With ``lines`` tabs and line ends may be.
    """
    if text.isascii() and text.isprintable():
        return ""
    odd = (found[0] for found in _ODD.finditer(text) if not (lines and found[0] in _WHITE))
    return _name(next(odd, ""))


def json_visible(text: str) -> str:
    """JSON with the same letters written as escapes: they come back when it is read."""
    return _JSON.sub(lambda found: found[0] if found[0] == "\n" else _escaped(found[0]), text)


def _sign(found: re.Match[str]) -> str:
    letter = found[0]
    if len(letter) > 1:
        return (found[1] or found[2]) + "\ufffd"
    if letter < " ":
        return chr(0x2400 + ord(letter))
    return "\u2421" if letter == "\x7f" else "\ufffd"


def _name(letter: str) -> str:
    if not letter:
        return ""
    if len(letter) > 1:
        return f"U+{ord(letter[-1]):04X} many times over"
    known = _NAMES.get(letter)
    return f"U+{ord(letter):04X}" + (f" ({known})" if known else "")


def _escaped(letter: str) -> str:
    code = ord(letter)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
