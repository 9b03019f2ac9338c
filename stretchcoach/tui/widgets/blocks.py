"""Large words and numbers as lines of half blocks, as large as the space allows."""

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from stretchcoach.figure.canvas import HALVES
from stretchcoach.tui.widgets import font, strokes
from stretchcoach.tui.widgets.font import Bitmap, Face, Row, joined

TALLEST = 40
"""Rows; larger digits are no easier to read."""


def halves(bitmap: Bitmap) -> tuple[str, ...]:
    """Two rows of pixels become one line of cells."""
    width = len(bitmap[0]) if bitmap else 0
    rows = bitmap if len(bitmap) % 2 == 0 else (*bitmap, (False,) * width)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple("".join(HALVES[pair] for pair in zip(top, low, strict=True)) for top, low in pairs)


@lru_cache(maxsize=128)
def number_lines(text: str, width: int, height: int) -> tuple[str, ...]:
    """``text`` of digits and ``:``, as large as the box allows; the text itself where it is too small."""
    for rows in range(min(height, TALLEST), 2, -1):
        face = _face(2 * rows)
        digit = max(face.room(each) for each in "0123456789")
        # Each digit has the room of the widest, or the number would sway as it counts.
        rooms = [digit if each.isdigit() else face.room(each) for each in text]
        if sum(rooms) + face.gap * (len(rooms) - 1) <= width:
            pieces = [_centred(face.letter(each), room) for each, room in zip(text, rooms, strict=True)]
            return halves(tuple(joined([piece[y] for piece in pieces], face.gap) for y in range(face.height)))
    return (text,)


def _face(height: int) -> Face:
    """The letters for so many pixels."""
    return strokes.face(height) if height >= strokes.LOWEST else font.HAND


def _centred(bitmap: Bitmap, width: int) -> Bitmap:
    """With as much space on both sides as makes it so wide."""
    before = (width - len(bitmap[0])) // 2
    after = width - len(bitmap[0]) - before
    return tuple((False,) * before + row + (False,) * after for row in bitmap)


class Size(IntEnum):
    """How large words are set: the height of a capital in pixels, but for the two smallest."""

    PLAIN = 0
    NARROW = 4
    SMALL = 5
    MEDIUM = 10
    LARGE = 20
    HUGE = 30


@lru_cache(maxsize=64)
def text_lines(
    text: str, width: int, height: int, largest: Size = Size.HUGE, smallest: Size = Size.NARROW
) -> tuple[str, ...] | None:
    """``text`` in block letters, wrapped, as large as the box and ``largest`` allow; None where it does not fit."""
    bare = font.in_large(" ".join(text.split()))
    if not bare:
        return None
    for face in _faces(largest, max(smallest, Size.NARROW)):
        lines = _wrapped(bare, width, face)
        if lines is not None and (len(lines) * (face.height + face.leading) - face.leading + 1) // 2 <= height:
            return _set(lines, face)
    return None


def _faces(largest: Size, smallest: Size) -> Iterator[Face]:
    """From the largest down, a row of cells each."""
    for height in range(largest, max(smallest, strokes.LOWEST) - 1, -2):
        yield strokes.face(height)
    if smallest <= Size.SMALL <= largest:
        yield font.HAND
    if smallest == Size.NARROW:
        yield font.NARROW


def _wrapped(text: str, width: int, face: Face) -> list[str] | None:
    """Wrapped at words; the end of a line is pause enough where a comma has no room."""
    lines: list[str] = []
    for word in text.split():
        if face.width(word.rstrip(",")) > width:
            return None
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer.rstrip(",")) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line if face.width(line) <= width else line.rstrip(",") for line in lines]


def _set(lines: list[str], face: Face) -> tuple[str, ...]:
    """The lines above one another, each in the middle."""
    bitmaps = [face.bitmap(line) for line in lines]
    wide = max(len(bitmap[0]) for bitmap in bitmaps)
    rows: list[Row] = []
    for bitmap in bitmaps:
        rows += [(False,) * wide] * (face.leading if rows else 0)
        rows += _centred(bitmap, wide)
    return halves(tuple(rows))
