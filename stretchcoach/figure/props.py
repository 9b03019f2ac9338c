"""What stands and lies about: each a few polygons, by its measures in ``poses.toml``."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, pi, radians, sin

from stretchcoach.figure.canvas import Polygon
from stretchcoach.figure.shapes import arrow, band, slab


def _floor(left: float, right: float, _: float = 0.0) -> Iterator[Polygon]:
    yield slab(left, -1.6, right, -0.1)


def _wall(x: float, top: float = 95.0) -> Iterator[Polygon]:
    yield slab(x, -1.6, x + 2.2, top)


def _bed(left: float, right: float, top: float) -> Iterator[Polygon]:
    yield slab(left, top - 7.0, right, top - 0.1)
    yield slab(left + 2, top - 11.0, left + 5, top - 7.0)
    yield slab(right - 5, top - 11.0, right - 2, top - 7.0)


def _pillow(left: float, right: float, bottom: float, top: float) -> Iterator[Polygon]:
    middle, high = (left + right) / 2, (bottom + top) / 2
    yield tuple(
        (
            middle + (right - left) / 2 * _rounded(cos(2 * pi * step / 24)),
            high + (top - bottom) / 2 * _rounded(sin(2 * pi * step / 24)),
        )
        for step in range(24)
    )


def _rounded(value: float) -> float:
    return float(abs(value) ** 0.6) * (1 if value >= 0 else -1)


def _chair(left: float, right: float, seat: float) -> Iterator[Polygon]:
    """A seat, its legs, and a back that stands at the left."""
    yield slab(left, seat - 2.4, right, seat - 0.1)
    yield slab(left, 0.0, left + 2.0, seat + 30.0)
    yield slab(right - 2.0, 0.0, right, seat)


def _box(left: float, right: float, top: float) -> Iterator[Polygon]:
    yield slab(left, -0.1, right, top - 0.1)


def _rail(x: float, top: float) -> Iterator[Polygon]:
    """Something firm to hold: the back of a chair, a worktop."""
    yield slab(x - 1.0, 0.0, x + 1.2, top)
    yield slab(x - 2.0, top - 2.0, x + 14.0, top)
    yield slab(x + 11.5, 0.0, x + 13.7, top)


def _bike(x: float, y: float) -> Iterator[Polygon]:
    """Wheels, frame, saddle and bars; its crank stands at ``x``, ``y``."""
    for wheel in (x - 26.0, x + 34.0):
        rim = [(wheel + 17 * cos(pi * step / 12), 17 + 17 * sin(pi * step / 12)) for step in range(25)]
        yield from (band(one, other, 0.9) for one, other in pairwise(rim))
    for one, other in (
        ((x, y), (x - 8, y + 34)), ((x, y), (x + 26, y + 34)), ((x - 7, y + 30), (x + 25, y + 30)),
        ((x - 26, 17), (x, y)), ((x - 26, 17), (x - 6, y + 28)), ((x + 34, 17), (x + 25, y + 38)),
        ((x - 14, y + 35), (x - 2, y + 35)), ((x + 25, y + 38), (x + 31, y + 36)),
    ):  # fmt: skip
        yield band(one, other, 1.0)


def _ring(x: float, y: float, radius: float) -> Iterator[Polygon]:
    """An arrow that goes round."""
    spots = [
        (x + radius * cos(radians(angle)), y + radius * 0.7 * sin(radians(angle))) for angle in range(-60, 230, 20)
    ]
    yield from arrow(spots)


def _line(left: float, right: float, y: float) -> Iterator[Polygon]:
    """A wall that is walked along: where the hand slides."""
    yield slab(left, y - 0.7, right, y + 0.7)


def _cone(x: float) -> Iterator[Polygon]:
    yield (x - 5, 0.0), (x + 5, 0.0), (x + 1, 16.0), (x - 1, 16.0)


PROPS: dict[str, Callable[..., Iterator[Polygon]]] = {
    "floor": _floor, "wall": _wall, "bed": _bed, "pillow": _pillow, "cushion": _pillow, "between": _pillow,
    "chair": _chair, "step": _box, "rail": _rail, "rail-line": _line, "bike": _bike, "ring": _ring, "cone": _cone,
}  # fmt: skip
BEHIND = frozenset({"chair", "rail", "bike", "cone", "rail-line", "step"})
"""What is drawn before the body; what bears it is drawn after it."""
