"""The figure as SVG."""

from collections.abc import Mapping
from html import escape

from stretchcoach.core.messages import Side
from stretchcoach.figure.drawing import Box, Ink, Shape, box, drawn
from stretchcoach.figure.pose import Pose

COLOURS: Mapping[Ink, str] = {
    Ink.NONE: "#ffffff", Ink.PROP: "#b9c4c9", Ink.FAR: "#8fa3ad", Ink.BODY: "#21404f", Ink.HELD: "#3f8f6b",
    Ink.ARROW: "#b3470f", Ink.MUSCLE: "#f08a3c",
}  # fmt: skip
MARGIN = 4.0


def svg(pose: Pose, side: Side = Side.RIGHT, moment: float | None = None, colours: Mapping[Ink, str] = COLOURS) -> str:
    """One picture that needs nothing else."""
    shapes = drawn(pose, pose.still if moment is None else moment, side)
    seen = box(pose, side)
    wide, high = seen.width + 2 * MARGIN, seen.height + 2 * MARGIN
    text = escape(pose.describe(side))
    paths = "".join(_path(shape, seen, colours) for shape in shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}" role="img" '
        f'aria-label="{text}"><title>{text}</title>{paths}</svg>'
    )


def _path(shape: Shape, seen: Box, colours: Mapping[Ink, str]) -> str:
    spots = " ".join(f"{x - seen.left + MARGIN:.1f},{seen.top - y + MARGIN:.1f}" for x, y in shape.outline)
    return f'<polygon fill="{colours[shape.ink]}" points="{spots}"/>'
