"""Block letters and digits: they fit their box and say what they should."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core import script
from stretchcoach.tui.widgets import font, strokes
from stretchcoach.tui.widgets.blocks import TALLEST, halves, number_lines, text_lines


@given(st.from_regex(r"[0-9]{1,3}|[0-9]{1,2}:[0-5][0-9]", fullmatch=True), st.integers(12, 160), st.integers(3, 40))
def test_a_number_fits_its_box_or_stays_plain(text: str, width: int, height: int) -> None:
    lines = number_lines(text, width, height)
    assert lines == (text,) or (len(lines) <= height and {len(line) for line in lines} <= set(range(width + 1)))
    assert len({len(line) for line in lines}) == 1


@given(st.text("ABC xyz 12?.,é’", min_size=1, max_size=60), st.integers(10, 160), st.integers(1, 40))
def test_words_fit_their_box_or_are_refused(text: str, width: int, height: int) -> None:
    lines = text_lines(text, width, height)
    assert lines is None or (len(lines) <= height and max(map(len, lines)) <= width)


def test_all_digits_look_different_at_every_size() -> None:
    for height in (3, 4, 5, 8, 12, 20, 30):
        assert len({number_lines(str(digit), 160, height) for digit in range(10)}) == 10


def test_a_larger_box_gives_larger_digits() -> None:
    heights = [len(number_lines("27", 4 * rows, rows)) for rows in (3, 6, 12, 24, 40)]
    assert heights == [3, 6, 12, 24, 40]
    assert len(number_lines("27", 120, 30)) >= 28, "at full screen it is read from the mat"


def test_too_little_room_leaves_the_plain_number() -> None:
    assert number_lines("1:38", 6, 10) == ("1:38",)


def test_letters_are_all_different() -> None:
    letters = [glyph for key, glyph in font.GLYPHS.items() if key not in "O0"]
    assert len(set(letters)) == len(letters)
    assert all(len(glyph) == font.HEIGHT and len({len(row) for row in glyph}) == 1 for glyph in font.GLYPHS.values())


def test_every_line_of_the_cramp_can_be_set_in_blocks() -> None:
    lines = list(script.lines_ahead(False))
    assert lines
    for line in lines:
        assert font.in_large(line) is not None, line
        assert text_lines(line, 156, 20), line


HEIGHTS = tuple(range(strokes.LOWEST, 2 * TALLEST + 1, 2))


@pytest.mark.parametrize("height", HEIGHTS)
def test_letters_stay_different_at_every_height(height: int) -> None:
    glyphs = {letter: strokes.glyph(letter, height) for letter in strokes.PATHS if letter != "O"}
    assert len(set(glyphs.values())) == len(glyphs)
    for letter, glyph in glyphs.items():
        assert len(glyph) == height, letter
        assert len({len(row) for row in glyph}) == 1, letter
        assert any(row[0] for row in glyph), f"{letter} begins at its left edge"
        assert any(row[-1] for row in glyph), f"{letter} ends at its right edge"


def test_both_fonts_have_the_same_letters() -> None:
    assert strokes.PATHS.keys() | {" "} == font.GLYPHS.keys()


@pytest.mark.parametrize("height", HEIGHTS)
def test_what_is_even_is_drawn_even(height: int) -> None:
    for letter in "AHIOTUVWXY0":
        glyph = strokes.glyph(letter, height)
        assert glyph == tuple(row[::-1] for row in glyph), f"{letter} leans"
    for letter in "HIO0":
        assert strokes.glyph(letter, height)[0] == strokes.glyph(letter, height)[-1], f"{letter} has a foot"


@pytest.mark.parametrize("height", HEIGHTS)
def test_the_edge_of_a_letter_is_smooth(height: int) -> None:
    """A line that leans moves by so much a row: no stair of blocks, as letters have that are enlarged."""
    rows = strokes.glyph("V", height)
    edge = [row.index(True) for row in rows]
    steps = [after - before for before, after in pairwise(edge)]
    assert max(steps) <= 1
    assert min(steps) >= 0


@given(st.text("ABC xyz 12?.,é’", min_size=1, max_size=40), st.integers(20, 160), st.integers(2, 40))
def test_a_larger_box_never_has_smaller_letters(text: str, width: int, height: int) -> None:
    lines, more = text_lines(text, width, height), text_lines(text, width + 10, height + 2)
    assert lines is None or (more is not None and len("".join(more).strip()) > 0)


def test_foreign_letters_are_refused_and_accents_dropped() -> None:
    assert font.in_large("étirement") == "ETIREMENT"
    assert font.in_large("伸ばす") is None
    assert text_lines("伸ばす", 80, 20) is None


def test_half_blocks_show_two_rows_of_pixels_in_one() -> None:
    assert halves(((True, False, True), (True, True, False))) == ("█▄▀",)
    assert halves(((True,),)) == ("▀",)
