"""Large words and numbers as lines of half blocks, as large as the space allows."""

from enum import IntEnum
from functools import lru_cache

from stretchcoach.tui.widgets import font
from stretchcoach.tui.widgets.font import Bitmap, Glyphs

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_BARS = {
    "0": "abcdef", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd",
    "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcdfg", "-": "g",
}  # fmt: skip
"""Which bars of a seven-bar digit are lit, named as on every clock: a at the top, then clockwise, g in the middle."""
TALLEST = 40
"""Rows; larger digits are no easier to read."""


def halves(bitmap: Bitmap) -> tuple[str, ...]:
    """Two rows of pixels become one line of cells."""
    width = len(bitmap[0]) if bitmap else 0
    rows = bitmap if len(bitmap) % 2 == 0 else (*bitmap, (False,) * width)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple("".join(_HALVES[pair] for pair in zip(top, low, strict=True)) for top, low in pairs)


# --- numbers ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=128)
def number_lines(text: str, width: int, height: int) -> tuple[str, ...]:
    """``text`` of digits, ``:`` and ``-``, as large as the box allows; the text itself where it is too small."""
    for rows in range(min(height, TALLEST), 2, -1):
        tall = 5 if rows == 3 else 2 * rows
        thick = max(1, round(tall * 0.15))
        wide = 3 if rows == 3 else max(2 * thick + 1, round(tall * 0.6))
        pieces = [_colon(tall, thick) if each == ":" else _digit(each, wide, tall, thick) for each in text]
        gap = max(1, thick)
        if sum(len(piece[0]) for piece in pieces) + gap * (len(pieces) - 1) <= width:
            blank = (False,) * gap
            return halves(tuple(_joined([piece[y] for piece in pieces], blank) for y in range(tall)))
    return (text,)


def _joined(parts: list[tuple[bool, ...]], blank: tuple[bool, ...]) -> tuple[bool, ...]:
    row = parts[0]
    for part in parts[1:]:
        row += blank + part
    return row


@lru_cache(maxsize=64)
def _digit(digit: str, wide: int, tall: int, thick: int) -> Bitmap:
    cells = [[False] * wide for _ in range(tall)]
    if digit == "1":
        _one(cells, wide, tall, thick)
    middle = (tall - thick) // 2
    spans = {
        "a": (0, thick, 0, wide), "d": (tall - thick, tall, 0, wide), "g": (middle, middle + thick, 0, wide),
        "b": (0, middle + thick, wide - thick, wide), "c": (middle, tall, wide - thick, wide),
        "f": (0, middle + thick, 0, thick), "e": (middle, tall, 0, thick),
    }  # fmt: skip
    for bar in _BARS.get(digit, ""):
        top, bottom, left, right = spans[bar]
        for y in range(top, bottom):
            cells[y][left:right] = [True] * (right - left)
    if thick > 1:
        _round(cells, digit, middle, thick)
    return tuple(map(tuple, cells))


def _one(cells: list[list[bool]], wide: int, tall: int, thick: int) -> None:
    left = (wide - thick) // 2 + (thick > 1)
    for y in range(tall):
        cells[y][left : left + thick] = [True] * thick
    for y in range(thick):
        cells[y][max(0, left - thick) : left] = [True] * min(thick, left)


def _round(cells: list[list[bool]], digit: str, middle: int, thick: int) -> None:
    """Take the sharp points off the outer corners."""
    tall, wide = len(cells), len(cells[0])
    reach = max(1, round(thick * 0.5))
    corners = {
        "0": "abcd", "2": "bc", "3": "bd", "5": "ad", "6": "acd", "7": "b", "8": "abcd", "9": "abd",
    }.get(digit, "")  # fmt: skip
    for corner in corners:
        for y in range(reach):
            for x in range(reach - y):
                row = y if corner in "ab" else tall - 1 - y
                cells[row][wide - 1 - x if corner in "bd" else x] = False
    if digit in "38":
        for y in range(min(reach, thick // 2)):
            cells[middle + thick // 2 - (thick % 2 == 0) * y][wide - 1] = False


@lru_cache(maxsize=16)
def _colon(tall: int, thick: int) -> Bitmap:
    size = max(1, thick)
    places = [*range(tall // 3 - size // 2, tall // 3 - size // 2 + size)]
    lows = [*range(tall - tall // 3 - size // 2 - size % 2, tall - tall // 3 - size // 2 - size % 2 + size)]
    return tuple((y in places or y in lows,) * size for y in range(tall))


# --- words -----------------------------------------------------------------------------------------------


class Size(IntEnum):
    """How large words are set: the value is the scale, but for the two smallest."""

    PLAIN = -1
    NARROW = 0
    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4
    SIX = 6


LARGEST = Size.SIX


@lru_cache(maxsize=64)
def text_lines(
    text: str, width: int, height: int, largest: Size = LARGEST, smallest: Size = Size.NARROW
) -> tuple[str, ...] | None:
    """``text`` in block letters, wrapped, as large as the box and ``largest`` allow; None where it does not fit."""
    bare = font.in_large(" ".join(text.split()))
    if not bare:
        return None
    for size in (each for each in reversed(Size) if max(smallest, Size.NARROW) <= each <= largest):
        scale, glyphs = max(size, 1), font.GLYPHS if size else font.NARROW
        lines = _wrapped(bare, width // scale, glyphs)
        pitch = scale * (font.HEIGHT + 1)
        if lines is not None and (len(lines) * pitch - scale + 1) // 2 <= height:
            return _set(lines, scale, glyphs)
    return None


def _wrapped(text: str, width: int, glyphs: Glyphs) -> list[str] | None:
    """Wrapped at words; the end of a line is pause enough where a comma has no room."""
    lines: list[str] = []
    for word in text.split():
        if font.text_width(word.rstrip(","), glyphs) > width:
            return None
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.text_width(longer.rstrip(","), glyphs) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line if font.text_width(line, glyphs) <= width else line.rstrip(",") for line in lines]


def _set(lines: list[str], scale: int, glyphs: Glyphs) -> tuple[str, ...]:
    """The lines above one another, each in the middle."""
    bitmaps = [font.enlarged(font.text_bitmap(line, glyphs), scale) for line in lines]
    wide = max(len(bitmap[0]) for bitmap in bitmaps)
    rows: list[tuple[bool, ...]] = []
    for bitmap in bitmaps:
        before = (wide - len(bitmap[0])) // 2
        after = wide - len(bitmap[0]) - before
        rows += [(False,) * wide] * (scale if rows else 0)
        rows += [(False,) * before + row + (False,) * after for row in bitmap]
    return halves(tuple(rows))
