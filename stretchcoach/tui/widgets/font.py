"""A font of blocks, five pixels high, for words that are read from the mat; its narrow letters save a fifth."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

Row = tuple[bool, ...]
Bitmap = tuple[Row, ...]
"""Rows of pixels; a pixel is one cell wide and half a cell high, so it is about square."""

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
_NARROWER = GLYPHS | _read(_NARROW) | {" ": ((False,),) * HEIGHT}


def in_large(text: str) -> str | None:
    """``text`` in the letters of the font, or None if it has others."""
    bare = unicodedata.normalize("NFKD", text.translate(_ALIKE)).upper()
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare if all(letter in GLYPHS for letter in bare) else None


class Face(Struct, frozen=True):
    """Letters of one height, and the space between them and between their lines, all in pixels."""

    height: int
    gap: int
    leading: int
    letter: Callable[[str], Bitmap]
    room: Callable[[str], int]
    """How wide a letter is, told without drawing it."""

    def width(self, text: str) -> int:
        """From the first to the last pixel of one line of ``in_large`` text."""
        return sum(self.room(each) + self.gap for each in text) - self.gap if text else 0

    def bitmap(self, text: str) -> Bitmap:
        """One line of ``in_large`` text."""
        letters = [self.letter(each) for each in text]
        return tuple(joined([letter[y] for letter in letters], self.gap) for y in range(self.height))


def joined(parts: Sequence[Row], gap: int) -> Row:
    """One row of pixels, with a gap between its parts."""
    row = parts[0]
    for part in parts[1:]:
        row += (False,) * gap + part
    return row


def _face(glyphs: Mapping[str, Bitmap]) -> Face:
    return Face(HEIGHT, 1, 1, glyphs.__getitem__, lambda letter: len(glyphs[letter][0]))


HAND, NARROW = _face(GLYPHS), _face(_NARROWER)
