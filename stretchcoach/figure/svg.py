"""The figure as SVG."""

from collections.abc import Mapping, Sequence
from html import escape

from stretchcoach.core.messages import Side
from stretchcoach.figure.drawing import Box, Ink, InkedShape, box, drawn
from stretchcoach.figure.pose import Pose

COLOURS: Mapping[Ink, str] = {
    Ink.NONE: "#ffffff", Ink.PROP: "#b9c4c9", Ink.FAR: "#8fa3ad", Ink.BODY: "#21404f", Ink.HELD: "#3f8f6b",
    Ink.ARROW: "#b3470f", Ink.MUSCLE: "#f08a3c",
}  # fmt: skip
MARGIN = 4.0


def svg(pose: Pose, side: Side = Side.RIGHT, colours: Mapping[Ink, str] = COLOURS) -> str:
    """One picture, of the moment that tells most, that needs nothing else."""
    shapes = drawn(pose, pose.still, side)
    seen = box(pose, side)
    wide, high = seen.width + 2 * MARGIN, seen.height + 2 * MARGIN
    text = escape(pose.describe(side))
    paths = "".join(_path(shape, seen, colours) for shape in shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}" role="img" '
        f'stroke-width="0.5" stroke-linejoin="round" aria-label="{text}"><title>{text}</title>{paths}</svg>'
    )


def _path(shape: InkedShape, seen: Box, colours: Mapping[Ink, str]) -> str:
    spots = " ".join(f"{x - seen.left + MARGIN:.1f},{seen.top - y + MARGIN:.1f}" for x, y in shape.outline)
    ink = colours[shape.ink]
    return f'<polygon fill="{ink}" stroke="{ink}" points="{spots}"/>'


TILE, CAPTION = 220, 34
"""Sides of a picture in a strip, and the height of what is written below it."""


def strip(poses: Sequence[tuple[Pose, str]], across: int = 3) -> str:
    """Several pictures beside and below one another, each with a word below it."""
    down = -(-len(poses) // across)
    tiles = "".join(
        _tile(pose, caption, TILE * (place % across), (TILE + CAPTION) * (place // across))
        for place, (pose, caption) in enumerate(poses)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {TILE * across} {(TILE + CAPTION) * down}">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{tiles}</svg>\n'
    )


def _tile(pose: Pose, caption: str, x: int, y: int) -> str:
    picture = svg(pose).replace("<svg ", f'<svg x="{x + 10}" y="{y + 10}" width="{TILE - 20}" height="{TILE - 20}" ', 1)
    return (
        f'{picture}<text x="{x + TILE // 2}" y="{y + TILE + 12}" text-anchor="middle" font-family="sans-serif" '
        f'font-size="15" fill="#21404f">{escape(caption)}</text>'
    )
