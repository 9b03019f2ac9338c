"""A font of blocks, five pixels high, for the words that are read from the mat; its narrow letters save a fifth."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

Bitmap = tuple[tuple[bool, ...], ...]
"""Rows of pixels; a pixel is one cell wide and half a cell high, so it is about square."""

Glyphs = Mapping[str, Bitmap]

HEIGHT = 5
_GLYPHS = """
A .##. #..# #### #..# #..#
B ###. #..# ###. #..# ###.
C .### #... #... #... .###
D ###. #..# #..# #..# ###.
E #### #... ###. #... ####
F #### #... ###. #... #...
G .### #... #.## #..# .###
H #..# #..# #### #..# #..#
I # # # # #
J ...# ...# ...# #..# .##.
K #..# #.#. ##.. #.#. #..#
L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...
Q .##. #..# #..# #.#. .#.#
R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.
T ### .#. .#. .#. .#.
U #..# #..# #..# #..# .##.
V #.# #.# #.# #.# .#.
W #...# #...# #.#.# ##.## #...#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z #### ...# .##. #... ####
0 .##. #..# #..# #..# .##.
1 .#. ##. .#. .#. ###
2 ###. ...# .##. #... ####
3 ###. ...# .##. ...# ###.
4 #..# #..# #### ...# ...#
5 #### #... ###. ...# ###.
6 .##. #... ###. #..# .##.
7 #### ...# ..#. .#.. .#..
8 .##. #..# .##. #..# .##.
9 .##. #..# .### ...# .##.
. . . . . #
, .. .. .. .# #.
' # # . . .
- ... ... ### ... ...
· . . # . .
: . # . # .
! # # # . #
? ###. ...# .##. .... .#..
/ ...# ..#. ..#. .#.. #...
( .# #. #. #. .#
) #. .# .# .# #.
+ ... .#. ### .#. ...
& .#.. #.#. .#.# #.#. .#.#
% #..# ...# .##. #... #..#
"""
_NARROW = """
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .## #.. #.# #.# .##
H #.# #.# ### #.# #.#
J ..# ..# ..# #.# .#.
K #.# #.# ##. #.# #.#
L #.. #.. #.. #.. ###
O .#. #.# #.# #.# .#.
P ##. #.# ##. #.. #..
Q .#. #.# #.# .#. ..#
R ##. #.# ##. ##. #.#
S .## #.. .#. ..# ##.
U #.# #.# #.# #.# ###
Z ### ..# .#. #.. ###
0 ### #.# #.# #.# ###
2 ##. ..# .#. #.. ###
3 ##. ..# .#. ..# ##.
4 #.# #.# ### ..# ..#
5 ### #.. ##. ..# ##.
6 .## #.. ### #.# ###
7 ### ..# .#. .#. .#.
8 ### #.# ### #.# ###
9 ### #.# ### ..# ##.
? ##. ..# .#. ... .#.
/ ..# ..# .#. #.. #..
"""
"""The letters that can be narrower without being taken for another."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": "'", "”": "'", '"': "'", "–": "-", "—": "-", ";": ",", "…": "."})
_SPACE = ((False, False),) * HEIGHT


def _pixels(row: str) -> tuple[bool, ...]:
    return tuple(pixel == "#" for pixel in row)


def _read(table: str) -> dict[str, Bitmap]:
    return {line[0]: tuple(map(_pixels, line[2:].split())) for line in table.strip().splitlines()}


GLYPHS = _read(_GLYPHS) | {" ": _SPACE}
NARROW = GLYPHS | _read(_NARROW) | {" ": ((False,),) * HEIGHT}


def in_large(text: str) -> str | None:
    """``text`` in the letters of the font, or None if it has others."""
    bare = unicodedata.normalize("NFKD", text.translate(_ALIKE)).upper()
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare if all(letter in GLYPHS for letter in bare) else None


def text_width(text: str, glyphs: Glyphs = GLYPHS) -> int:
    """Pixels from the first to the last of one line of ``plain`` text."""
    return sum(len(glyphs[letter][0]) + 1 for letter in text) - 1 if text else 0


def text_bitmap(text: str, glyphs: Glyphs = GLYPHS) -> Bitmap:
    """One line of ``plain`` text."""
    rows = []
    for y in range(HEIGHT):
        row: list[bool] = []
        for letter in text:
            row += (*glyphs[letter][y], False)
        rows.append(tuple(row[:-1]))
    return tuple(rows)


@lru_cache(maxsize=64)
def enlarged(bitmap: Bitmap, scale: int) -> Bitmap:
    """``bitmap``, enlarged this many times; slants are smoothed if the scale is even."""
    if scale % 2 == 0:
        bitmap, scale = _doubled(bitmap), scale // 2
    return tuple(tuple(pixel for pixel in row for _ in range(scale)) for row in bitmap for _ in range(scale))


def _doubled(bitmap: Bitmap) -> Bitmap:
    """Twice as large; slants are filled as by the Scale2x rule, corners stay, so that a D is no O."""
    height, width = len(bitmap), len(bitmap[0]) if bitmap else 0

    def at(y: int, x: int) -> bool:
        return 0 <= y < height and 0 <= x < width and bitmap[y][x]

    def quarter(y: int, x: int, dy: int, dx: int) -> bool:
        slant = at(y + dy, x) and at(y, x + dx) and not at(y - dy, x) and not at(y, x - dx)
        return at(y, x) or slant

    return tuple(
        tuple(quarter(y, x, dy, dx) for x in range(width) for dx in (-1, 1)) for y in range(height) for dy in (-1, 1)
    )
