"""Large letters and digits, drawn with a broad pen at any height from eight pixels on.

A glyph is the path of a pen in a field ten units high: ``/`` lifts the pen; ``x,y`` is a straight line, ``^x,y`` a
quarter of an ellipse that sets out vertically, ``>x,y`` one that sets out horizontally.
"""

from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from math import cos, pi, sin

from stretchcoach.figure.canvas import Canvas, Point, Polygon, fill
from stretchcoach.tui.widgets.font import Bitmap, Face

LOWEST = 8
"""Pixels; lower letters are drawn by hand."""
_UNITS = 10
_PEN, _GAP, _SPACE, _LEADING = 0.18, 0.18, 0.28, 0.2
"""How broad the pen is, how wide the gap between letters and a space, and what is between lines, for a height of 1."""
_STEPS = 8
"""Straight pieces of a quarter of an ellipse."""
_PATHS = """
A 0,10 3.5,0 7,10 / 1.2,7 5.8,7
B 0,0 0,10 / 0,0 3.2,0 >5.6,2.5 ^3.2,5 0,5 / 3.2,5 >6,7.5 ^3.2,10 0,10
C 6,2.6 ^3,0 >0,3 0,7 ^3,10 >6,7.4
D 0,0 0,10 / 0,0 2.8,0 >6,3.2 6,6.8 ^2.8,10 0,10
E 5.6,0 0,0 0,10 5.6,10 / 0,5 4.8,5
F 5.6,0 0,0 0,10 / 0,5 4.8,5
G 6,2.6 ^3,0 >0,3 0,7 ^3,10 >6,7 6,5 4.6,5
H 0,0 0,10 / 6,0 6,10 / 0,5 6,5
I 0,0 0,10
J 5,0 5,7.2 ^2.5,10 >0,7.4
K 0,0 0,10 / 6,0 0,6.2 / 2,4.2 6,10
L 0,0 0,10 5.4,10
M 0,10 0,0 4,6.5 8,0 8,10
N 0,10 0,0 6.4,10 6.4,0
O 0,3 ^3,0 >6,3 6,7 ^3,10 >0,7 0,3
P 0,10 0,0 3.2,0 >6,2.8 ^3.2,5.6 0,5.6
Q 0,3 ^3,0 >6,3 6,7 ^3,10 >0,7 0,3 / 3.4,6.8 6.4,10
R 0,10 0,0 3.2,0 >6,2.7 ^3.2,5.4 0,5.4 / 2.8,5.4 6,10
S 5.8,2.4 ^3,0 >0,2.5 ^2.8,5 3.2,5 >6,7.5 ^3,10 >0,7.6
T 0,0 6.4,0 / 3.2,0 3.2,10
U 0,0 0,7 ^3,10 >6,7 6,0
V 0,0 3.4,10 6.8,0
W 0,0 2.5,10 5,2.5 7.5,10 10,0
X 0,0 6.4,10 / 6.4,0 0,10
Y 0,0 3.2,5.2 6.4,0 / 3.2,5.2 3.2,10
Z 0,0 6,0 0,10 6,10
0 0,3 ^3,0 >6,3 6,7 ^3,10 >0,7 0,3
1 0,2.2 2.8,0 2.8,10
2 0,2.6 ^3,0 >6,2.8 6,3.2 0,10 6,10
3 0.2,2.4 ^3,0 >5.6,2.5 ^3,5 / 2,5 3,5 >6,7.5 ^3,10 >0,7.6
4 4.6,10 4.6,0 / 4,0 0,7 6.4,7
5 5.6,0 0.4,0 0.4,4.4 3,4.4 >6,7.2 ^3,10 >0,7.8
6 5.6,2.2 ^3,0 >0,3 0,7 ^3,10 >6,7.2 ^3,4.4 >0,7.2
7 0,0 6,0 2.2,10
8 3,0 >5.6,2.5 ^3,5 >0.4,2.5 ^3,0 / 3,5 >6,7.5 ^3,10 >0,7.5 ^3,5
9 0.4,7.8 ^3,10 >6,7 6,3 ^3,0 >0,2.8 ^3,5.6 >6,2.8
. 0,10
, 1.4,8.4 1.4,9.2 0,10
' 0,0 0,2.4
- 0,5 3.6,5
· 0,5
: 0,3 / 0,7.4
! 0,0 0,6 / 0,10
? 0,2.4 ^2.8,0 >5.6,2.6 ^2.8,5.2 2.8,6.2 / 2.8,10
/ 5,0 0,10
( 2.4,0 2.2,0 >0,4 0,6 ^2.2,10 2.4,10
) 0,0 0.2,0 >2.4,4 2.4,6 ^0.2,10 0,10
+ 0,5 5,5 / 2.5,2.5 2.5,7.5
& 6.4,10 0.9,2.9 0.9,2.3 ^2.8,0 >4.7,2.3 4.7,2.8 0,6.6 0,7.4 ^2.7,10 >6.2,6
% 1.2,0 >2.4,1.4 ^1.2,2.8 >0,1.4 ^1.2,0 / 6.8,0 0.6,10 / 6.2,7.2 >7.4,8.6 ^6.2,10 >5,8.6 ^6.2,7.2
"""
PATHS = {line[0]: line[2:] for line in _PATHS.strip().splitlines()}


def pen_width(height: int) -> int:
    """How broad the pen is for letters of that height, in pixels."""
    return max(1, round(_PEN * height))


@lru_cache(maxsize=32)
def face(height: int) -> Face:
    """All letters of that height."""
    gap, leading = max(2, round(_GAP * height)), 2 * round(_LEADING * height / 2)
    return Face(height, gap, leading, partial(glyph, height=height), partial(width, height=height))


@lru_cache(maxsize=512)
def glyph(letter: str, height: int) -> Bitmap:
    """A letter of that height."""
    broad = pen_width(height)
    if letter == " ":
        return ((False,) * width(letter, height),) * height
    canvas = [bytearray(width(letter, height)) for _ in range(height)]
    for stroke in _strokes(letter, height):
        _draw(canvas, stroke, broad)
    return tuple(tuple(map(bool, row)) for row in canvas)


def width(letter: str, height: int) -> int:
    """How wide that letter is, told without drawing it."""
    if letter == " ":
        return max(1, round(_SPACE * height))
    return _across(letter, height) + pen_width(height)


def _across(letter: str, height: int) -> int:
    """Pixels over which the middle of the pen goes; an even number, so that there is a column in the middle."""
    return 2 * round(_units(letter) * (height - pen_width(height)) / _UNITS / 2)


@cache
def _paths(letter: str) -> tuple[tuple[tuple[str, float, float], ...], ...]:
    return tuple(tuple(map(_point, path.split())) for path in PATHS[letter].split(" / "))


@cache
def _units(letter: str) -> float:
    return max(x for path in _paths(letter) for _, x, _ in path)


Stroke = list[tuple[str, Point]]
"""The points of a path, each with how it is reached: ``^``, ``>`` or nothing."""


def _strokes(letter: str, height: int) -> list[Stroke]:
    """The paths in pixels, each point where the edges of the pen lie between two of them."""
    broad = pen_width(height)
    scale = (height - broad) / _UNITS
    units, across, down = _units(letter), _across(letter, height), height - broad

    def place(x: float, y: float) -> Point:
        return broad / 2 + _snapped(x, units, across, scale), broad / 2 + _snapped(y, _UNITS, down, scale)

    return [[(kind, place(x, y)) for kind, x, y in path] for path in _paths(letter)]


def _point(part: str) -> tuple[str, float, float]:
    x, y = map(float, part.lstrip("^>").split(","))
    return part[0] if part[0] in "^>" else "", x, y


def _snapped(at: float, units: float, pixels: int, scale: float) -> int:
    """``at`` of so many units, in whole pixels; from the middle on counted from the end, so that halves are alike."""
    return pixels - round((units - at) * scale) if at > units / 2 else min(pixels // 2, round(at * scale))


def _draw(canvas: Canvas, stroke: Stroke, broad: int) -> None:
    if len(stroke) == 1:
        stroke = stroke * 2
    closed = len(stroke) > 2 and stroke[0][1] == stroke[-1][1]
    kinds = [stroke[-1][0], *(kind for kind, _ in stroke[1:]), stroke[1][0]]
    for number, ((_, start), (kind, end)) in enumerate(pairwise(stroke)):
        if kind:
            fill(canvas, _bend(start, end, kind == "^", broad / 2), 1)
            continue
        corners = closed or number > 0, closed or number < len(stroke) - 2
        # Beyond a point where a curve goes on in the same direction the pen does not reach.
        reaches = [
            0.0 if corner and kinds[near] else broad / 2
            for corner, near in zip(corners, (number, number + 2), strict=True)
        ]
        if start[1] == end[1]:
            fill(canvas, _level(start, end, broad / 2, *reaches), 1)
        else:
            fill(canvas, _slanted(start, end, broad / 2, reaches, corners), 1)


def _level(start: Point, end: Point, half: float, first: float, last: float) -> Polygon:
    """A line from side to side, which reaches so far beyond its ends."""
    (ax, y), (bx, _) = start, end
    left, right = (ax - first, bx + last) if bx >= ax else (bx - last, ax + first)
    return (left, y - half), (right, y - half), (right, y + half), (left, y + half)


def _slanted(start: Point, end: Point, half: float, reaches: Sequence[float], corners: tuple[bool, bool]) -> Polygon:
    """Any other line, cut horizontally; beyond a corner it goes on upright, so that two of them do not cross."""
    (ax, ay), (bx, by) = start, end
    lean = (bx - ax) / (by - ay)
    way = 1 if by > ay else -1
    # A hair less, so that a dot whose middle lies on the edge is left out on both sides.
    wide = half if lean == 0 else half * (1 + lean * lean) ** 0.5 - 0.01
    over = [(0 if corner else reach * lean, reach) for corner, reach in zip(corners, reaches, strict=True)]
    (dax, day), (dbx, dby) = over
    spots = ((ax - way * dax, ay - way * day), start, end, (bx + way * dbx, by + way * dby))
    return (*((x - wide, y) for x, y in spots), *((x + wide, y) for x, y in reversed(spots)))


def _bend(start: Point, end: Point, vertical: bool, half: float) -> Polygon:
    """A quarter of an ellipse from one point to the other."""
    (ax, ay), (bx, by) = start, end
    middle = (bx, ay) if vertical else (ax, by)
    across, down = abs(bx - ax), abs(by - ay)
    from_x, from_y = ax + bx - 2 * middle[0], ay + by - 2 * middle[1]
    right, low = (1 if from_x > 0 else -1), (1 if from_y > 0 else -1)
    angles = [pi / 2 * step / _STEPS for step in range(_STEPS + 1)]

    def edge(outwards: float) -> list[Point]:
        wide, tall = max(0.0, across + outwards), max(0.0, down + outwards)
        return [(middle[0] + right * wide * cos(angle), middle[1] + low * tall * sin(angle)) for angle in angles]

    return (*edge(half - 0.01), *reversed(edge(-half)))
