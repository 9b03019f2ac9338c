"""What stands for a letter that the terminal's encoding lacks: large letters of blocks can be read from signs, too.

One sign for one letter, so that nothing on a screen moves.
"""

import unicodedata

LIKE = {
    "#": "█▙▛▜▟▚▞▅▆▇▉▊▋▓■",
    '"': "▀▘▝▔“”„",
    "_": "▄▖▗▁▂▃",
    "|": "▌▐▍▎▏",
    ":": "░▒",
    "-": "·–—",
    ".": "…",
    "'": "‘’‚",
    "*": "•●◆✓",
    "o": "○□◇◐°",
    "<": "«←",
    ">": "»→",
    "^": "↑▲△",
    "v": "↓▼▽",
    "x": "×✗",
    "+": "½¼¾",
}
SIGNS = {ord(letter): sign for sign, letters in LIKE.items() for letter in letters}
BRAILLE = range(0x2800, 0x2900)
DOTS = " ..:::###"
"""By how many of the eight dots are there."""
LINES = range(0x2500, 0x2580)
LEVEL, UPRIGHT = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾"), frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿")


def sign_for(letter: str) -> str:
    """One letter of ASCII that looks like it, or a question mark."""
    number = ord(letter)
    if number in BRAILLE:
        return DOTS[(number - BRAILLE.start).bit_count()]
    if number in LINES:
        return "-" if letter in LEVEL else "|" if letter in UPRIGHT else "+"
    sign = letter.translate(SIGNS)
    if not sign.isascii():
        sign = unicodedata.normalize("NFKD", letter)[:1]
    return sign if sign.isascii() and sign.isprintable() else "?"
