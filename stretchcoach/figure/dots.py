"""The figure in the cells of a terminal: eight dots of braille to a cell, and one ink."""

from functools import lru_cache

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.figure.canvas import HALVES, fill
from stretchcoach.figure.drawing import GAP, Box, Ink, box, drawn
from stretchcoach.figure.pose import Pose

ACROSS, DOWN = 2, 4
"""Dots of a cell."""
BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""Of the dots of a braille letter, row by row."""
BRAILLE = 0x2800
THINNED = bytes(0 if value in (Ink.FAR, Ink.PROP) else value for value in range(256))
"""Of things and of limbs behind, each second dot is left out: they stand back without colour, too."""
LEAST_GAP = 1.2
"""Dots of the gap around a limb in front."""


def _solid() -> dict[int, str]:
    """By the dots of a letter, give or take one, the block that looks like them: a muscle is marked without colour."""
    found: dict[int, str] = {}
    for quarters, block in enumerate(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"):
        lit = [quarters >> (2 * (row // 2) + column) & 1 for row in range(4) for column in range(2)]
        mask = sum(bit for bit, on in zip(BITS, lit, strict=True) if on)
        if block not in " ▞▚":
            found[mask] = block
    for mask, block in list(found.items()):
        for bit in BITS:
            found.setdefault(mask ^ bit, block)
    return found


SOLID = _solid()


class Run(Struct, frozen=True):
    """Neighbouring cells of one ink."""

    text: str
    ink: Ink


Row = tuple[Run, ...]


@lru_cache(maxsize=192)
def rows(pose: Pose, moment: float, side: Side, width: int, height: int, blocks: bool = False) -> tuple[Row, ...]:
    """The picture of a moment, as large as ``width`` by ``height`` cells allow.

    ``blocks``: in half blocks, coarser, for a terminal that has no braille.
    """
    if width < 1 or height < 1:
        return ()
    seen = box(pose, side)
    scale = min((width * ACROSS - 1) / seen.width, (height * DOWN - 1) / seen.height)
    canvas = _canvas(pose, moment, side, seen, scale, width, height)
    return tuple(_row(canvas, line, blocks) for line in range(height))


def _canvas(pose: Pose, moment: float, side: Side, seen: Box, scale: float, width: int, height: int) -> list[bytearray]:
    wide, high = width * ACROSS, height * DOWN
    left = (wide - seen.width * scale) / 2
    low = high - max(0.0, (high - seen.height * scale) / 2)
    canvas = [bytearray(wide) for _ in range(high)]
    for shape in drawn(pose, moment, side, max(GAP, LEAST_GAP / scale)):
        fill(
            canvas,
            tuple(((x - seen.left) * scale + left, low - (y - seen.bottom) * scale) for x, y in shape.outline),
            shape.ink,
        )
    for line, row in enumerate(canvas):
        row[line % 2 :: 2] = row[line % 2 :: 2].translate(THINNED)
    return canvas


def _row(canvas: list[bytearray], line: int, blocks: bool) -> Row:
    dots = canvas[line * DOWN : (line + 1) * DOWN]
    runs: list[Run] = []
    text, last = "", Ink.NONE
    for left in range(0, len(dots[0]), ACROSS):
        letter, ink = _cell(b"".join(dot[left : left + ACROSS] for dot in dots), blocks)
        if ink and last and ink != last:
            runs.append(Run(text, last))
            text = ""
        last = ink or last
        text += letter
    return (*runs, Run(text, last))


@lru_cache(maxsize=4096)
def _cell(dots: bytes, blocks: bool) -> tuple[str, Ink]:
    """A letter and its ink for two times four dots: what one stands on makes room for the body."""
    inks = [value for value in dots if value]
    if not inks:
        return " ", Ink.NONE
    if max(inks) > Ink.PROP:
        dots = bytes(0 if value == Ink.PROP else value for value in dots)
    often = [value for value in set(inks) if inks.count(value) > 2]
    ink = Ink(max(often) if often else max(inks, key=inks.count))
    if blocks:
        upper, lower = (sum(map(bool, half)) > 1 for half in (dots[:4], dots[4:]))
        return HALVES[upper, lower], ink
    mask = sum(bit for bit, value in zip(BITS, dots, strict=True) if value)
    return (SOLID.get(mask) if ink is Ink.MUSCLE else None) or chr(BRAILLE + mask), ink
