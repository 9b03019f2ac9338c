"""The moving picture of the README: drawn by a command, true to the program, still for whoever wants that."""

import re
from html import unescape
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import pytest

from bench import film
from stretchcoach.core.messages import Scene

PICTURE = Path(__file__).parents[1] / "docs" / "cramp.svg"
WORDS = "#ffffff"
PLAIN = "#000000"


def row(text: str) -> list[film.Run]:
    return [(text, WORDS, PLAIN, False, False)]


def screens(*texts: str) -> list[film.Screen]:
    """Screens that have one line each, and nothing below it."""
    return [[row(text), *[row(" " * 80)] * (film.SIZE[1] - 1)] for text in texts]


def test_the_picture_in_the_readme_says_what_the_coach_says() -> None:
    drawn = PICTURE.read_text("utf-8")
    told = {unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", drawn)}
    lines = [cast(Scene, scene).caption for scene in film.scenes()]
    assert len(lines) == len(film.TIMES) and lines[0] == "Straighten your leg. Pull your toes up."
    said = " ".join(told)
    missing = [line for line in lines if line not in said]
    assert not missing, "python -m bench.film docs/cramp.svg"


def test_it_is_well_formed_moves_by_itself_and_fetches_nothing() -> None:
    drawn = PICTURE.read_text("utf-8")
    ElementTree.fromstring(drawn)
    assert "@keyframes" in drawn and "prefers-reduced-motion" in drawn
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|<image|@import|url\(", drawn)


@pytest.mark.parametrize(
    ("texts", "spans"),
    [
        (("a", "a", "a"), {(0, 3)}),
        (("a", "b", "b"), {(0, 1), (1, 3)}),
        (("a", "b", "a"), {(0, 1), (1, 2), (2, 3)}),
        (("a", "   ", "c"), {(0, 1), (2, 3)}),
    ],
)
def test_a_row_is_drawn_once_for_as_long_as_it_stays(texts: tuple[str, ...], spans: set[tuple[int, int]]) -> None:
    drawn = film.film(screens(*texts))
    assert {tuple(map(int, found)) for found in re.findall(r'<g class="f(\d+)-(\d+)">', drawn)} == spans
    for begin, end in spans - {(0, len(texts))}:
        steps = re.search(rf"@keyframes f{begin}-{end}{{(.*?}})}}", drawn)
        assert steps is not None
        seen = {float(at): int(on) for at, on in re.findall(r"([\d.]+)%{opacity:(\d)}", steps[1])}
        for number in range(len(texts)):
            middle = 100 * (number + 0.5) / len(texts)
            now = seen[max(at for at in seen if at <= middle)]
            assert now == (begin <= number < end), (texts, begin, end, number)


def test_every_half_block_and_dot_has_its_place_and_words_are_words() -> None:
    drawn = film.drawn(row("▀▀▄ ⠁hi <"), 0, PLAIN)
    boxes = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)", drawn)
    m, w, h = film.MARGIN, film.WIDE, film.HIGH
    assert [tuple(map(float, box)) for box in boxes] == [
        (m, m, 2 * w, h / 2),
        (m + 2 * w, m + h / 2, w, h / 2),
        (m + 4 * w, m, w / 2, h / 4),
    ]
    assert re.findall(r"<text [^>]*>([^<]*)<", drawn) == ["hi &lt;"]
