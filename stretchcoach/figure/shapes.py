"""Flat shapes: polygons around bones, and what can be done to them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

from stretchcoach.figure.canvas import Point, Polygon

Profile = tuple[tuple[float, float, float], ...]
"""How far along the limb, how thick in front of its bone, how thick behind."""


def spot(place: Point, way: Point, length: float) -> Point:
    """``length`` from a place along a direction."""
    return place[0] + way[0] * length, place[1] + way[1] * length


def direction(start: Point, end: Point) -> Point:
    """The way from one to the other, of length 1."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def lifted(start: Point, end: Point) -> Point:
    """The direction that is up from a sole that goes from ``start`` to ``end``."""
    x, y = direction(start, end)
    return -y, x


def limb(start: Point, end: Point, profile: Profile) -> Polygon:
    """A limb around its bone; walking down it, what is in front lies to the left, as on a leg that is seen standing."""
    along = direction(start, end)
    front = (-along[1], along[0])
    length = hypot(end[0] - start[0], end[1] - start[1])
    ahead = [spot(spot(start, along, part * length), front, thick) for part, thick, _ in profile]
    behind = [spot(spot(start, along, part * length), front, -thick) for part, _, thick in profile]
    return (*ahead, *reversed(behind))


def limb_strip(
    start: Point, end: Point, profile: Profile, first: float, last: float, inner: float, outer: float
) -> Polygon:
    """Part of a limb: from ``first`` to ``last`` along it, from the ``inner`` share of its thickness outwards."""
    along = direction(start, end)
    front = (-along[1], along[0])
    length = hypot(end[0] - start[0], end[1] - start[1])
    behind = inner < 0
    parts = [first + (last - first) * step / 8 for step in range(9)]
    edge, core = [], []
    for part in parts:
        thick = _thickness(profile, part, behind)
        bulge = 1 + (outer - 1) * sin(pi * (part - first) / (last - first))
        reach = thick * bulge * (-1 if behind else 1)
        middle = spot(start, along, part * length)
        edge.append(spot(middle, front, reach))
        core.append(spot(middle, front, abs(inner) * thick * (-1 if behind else 1)))
    return (*edge, *reversed(core))


def _thickness(profile: Profile, part: float, behind: bool) -> float:
    column = 2 if behind else 1
    for low, high in pairwise(profile):
        if part <= high[0]:
            share = (part - low[0]) / (high[0] - low[0])
            return low[column] + (high[column] - low[column]) * share
    return profile[-1][column]


def turned(profile: Profile) -> Profile:
    """For what is walked up: in front lies to the right."""
    return tuple((part, back, front) for part, front, back in profile)


def even(profile: Profile) -> Profile:
    """The same limb from the front."""
    return tuple((part, (front + back) / 2, (front + back) / 2) for part, front, back in profile)


def disc(middle: Point, radius: float) -> Polygon:
    return tuple(
        (middle[0] + radius * cos(2 * pi * step / 14), middle[1] + radius * sin(2 * pi * step / 14))
        for step in range(14)
    )


def band(start: Point, end: Point, half: float) -> Polygon:
    return limb(start, end, ((0.0, half, half), (1.0, half, half)))


def slab(left: float, bottom: float, right: float, top: float) -> Polygon:
    return (left, bottom), (right, bottom), (right, top), (left, top)


def grown(outline: Polygon, by: float) -> Polygon:
    """What is around a polygon, without its dents, larger all round."""
    hull = _hull(outline)
    spots = []
    for before, spot, after in zip((hull[-1], *hull[:-1]), hull, (*hull[1:], hull[0]), strict=True):
        (ax, ay), (bx, by_) = direction(before, spot), direction(spot, after)
        x, y = ay + by_, -ax - bx
        share = by / max(0.5, hypot(x, y) / 2) / (hypot(x, y) or 1.0)
        spots.append((spot[0] + x * share, spot[1] + y * share))
    return tuple(spots)


def _hull(outline: Sequence[Point]) -> Polygon:
    """The smallest convex polygon around points (Andrew's monotone chain)."""
    spots = sorted(set(outline))

    def half(ordered: Sequence[Point]) -> list[Point]:
        chain: list[Point] = []
        for spot in ordered:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], spot) <= 0:
                chain.pop()
            chain.append(spot)
        return chain[:-1]

    return (*half(spots), *half(spots[::-1]))


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])


def shifted(way: Sequence[Point], by: float) -> list[Point]:
    """A path moved sideways: to its left, or right if ``by`` is negative."""
    along = direction(way[0], way[-1])
    side = (-along[1], along[0])
    return [spot(point, side, by) for point in way]


def arrow(way: Sequence[Point], size: float = 1.0) -> Iterator[Polygon]:
    """A line along ``way`` that ends in a head."""
    end, before = way[-1], way[-4]
    along = direction(before, end)
    side = (-along[1], along[0])
    back = spot(end, along, -0.8 * size)
    for start, stop in pairwise(way):
        yield band(start, stop, 0.8 * size)
    yield spot(end, along, 4.0 * size), spot(back, side, 3.2 * size), spot(back, side, -3.2 * size)
