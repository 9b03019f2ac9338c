"""From a pose to flat shapes, back to front: what a terminal's dots and an SVG are both made of."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from math import atan2, cos, sin

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.figure.body import Place
from stretchcoach.figure.canvas import Point, Polygon
from stretchcoach.figure.pose import Pose
from stretchcoach.figure.props import BEHIND, PROPS
from stretchcoach.figure.shapes import (
    Profile,
    arrow,
    band,
    direction,
    disc,
    even,
    grown,
    lifted,
    limb,
    limb_strip,
    shifted,
    spot,
    turned,
)


class Ink(IntEnum):
    """What a shape is drawn with; where two meet in one cell of a terminal the higher one is seen."""

    NONE = 0
    """Takes away what is behind it: the gap around a limb that passes in front."""
    PROP = 1
    FAR = 2
    BODY = 3
    HELD = 4
    """A towel, and other things in the hand."""
    ARROW = 5
    MUSCLE = 6


class InkedShape(Struct, frozen=True):
    """A filled polygon."""

    ink: Ink
    outline: Polygon


class Box(Struct, frozen=True):
    """What is to be seen of the plane; ``y`` is up."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


THIGH: Profile = ((-0.1, 4.5, 5.0), (0.0, 5.6, 6.4), (0.3, 5.8, 5.8), (0.75, 4.4, 4.4), (1.0, 3.9, 3.6))
SHANK: Profile = (
    (0.0, 3.9, 3.6),
    (0.12, 3.2, 4.4),
    (0.3, 2.8, 5.6),
    (0.55, 2.5, 4.2),
    (0.8, 2.2, 2.4),
    (1.0, 2.2, 2.4),
)
UPPER_ARM: Profile = ((0.0, 3.0, 3.0), (0.5, 2.7, 2.7), (1.0, 2.2, 2.2))
FOREARM: Profile = ((0.0, 2.2, 2.2), (0.3, 2.4, 2.4), (0.9, 1.7, 1.7), (1.0, 1.9, 1.9))
LOIN: Profile = ((0.0, 5.8, 6.8), (0.5, 5.6, 6.0), (1.0, 5.6, 5.4))
CHEST: Profile = ((0.0, 5.6, 5.4), (0.55, 6.2, 6.0), (0.85, 5.2, 5.6), (1.0, 4.0, 4.4), (1.08, 2.8, 3.0))
BROAD_LOIN: Profile = ((-0.3, 6.5, 6.5), (0.0, 8.6, 8.6), (0.6, 7.4, 7.4), (1.0, 7.6, 7.6))
BROAD_CHEST: Profile = ((0.0, 7.6, 7.6), (0.6, 9.5, 9.5), (0.95, 10.0, 10.0), (1.12, 6.0, 6.0))
NECK: Profile = ((0.0, 2.6, 2.6), (0.7, 2.4, 2.4))
HEAD = 6.3
GAP = 1.7
"""Width of the gap around what passes in front."""
MUSCLES: dict[str, tuple[str, float, float, float, float]] = {
    "calf": ("shank", 0.06, 0.66, -0.4, 1.35),
    "soleus": ("shank", 0.4, 0.95, -0.6, 1.3),
    "hamstring": ("thigh", 0.12, 0.95, -0.35, 1.15),
    "quadriceps": ("thigh", 0.08, 0.92, 0.35, 1.15),
    "shin": ("shank", 0.1, 0.8, 0.2, 1.3),
}
"""Which limb, from where to where along it, from which share of its thickness to which: behind is below 0."""


@lru_cache(maxsize=256)
def drawn(pose: Pose, moment: float, side: Side = Side.RIGHT, gap: float = GAP) -> tuple[InkedShape, ...]:
    """The picture of ``moment``; for the left side it is the mirror image of the right one.

    ``gap``: how wide the gap is around a limb that passes in front of something.
    """
    shapes = tuple(_Drawing(pose, moment, side, gap).shapes())
    if side is not Side.LEFT:
        return shapes
    return tuple(InkedShape(shape.ink, tuple((-x, y) for x, y in shape.outline)) for shape in shapes)


@lru_cache(maxsize=256)
def box(pose: Pose, side: Side = Side.RIGHT) -> Box:
    """The plane that all moments of a pose fit into, with room for the arrow of a small picture."""
    if side is Side.LEFT:
        right = box(pose)
        return Box(-right.right, right.bottom, -right.left, right.top)
    moments = (0.0, 0.5, 1.0) if pose.go == "hold" else (0.0, 0.15, 0.25, 0.35, 0.5)
    shapes = (shape.outline for moment in moments for shape in drawn(pose, moment, side, 0.0))
    corners = [point for outline in (*shapes, *way_of(pose, 1.4)) for point in outline]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


class _Drawing:
    def __init__(self, pose: Pose, moment: float, side: Side, gap: float) -> None:
        self.gap = gap
        self.pose = pose
        self.moment = moment
        self.front = pose.view == "front"
        self.swapped = pose.swapped(moment)
        self.at: Mapping[str, tuple[float, ...]] = pose.at
        self.places = {name: self._seen(place) for name, place in pose.places(moment, side).items()}

    def _seen(self, place: Place) -> Point:
        return (place[2], place[1]) if self.front else (place[0], place[1])

    def shapes(self) -> Iterator[InkedShape]:
        """All of it, back to front."""
        yield from self._props(behind=True)
        yield from self._leg("far", Ink.BODY if self.front else Ink.FAR)
        if not self.front:
            yield from self._arm("far", Ink.FAR)
        yield from self._trunk()
        yield from self._leg("near", Ink.BODY)
        if self.front:
            yield from self._arm("far", Ink.BODY)
        yield from self._held()
        yield from self._arm("near", Ink.BODY)
        yield from self._props(behind=False)
        yield from self._muscles()
        yield from self._arrow()

    def _around(self, pieces: Sequence[Polygon], share: float = 1.0) -> Iterator[InkedShape]:
        """The gap around what passes in front of something."""
        if self.gap:
            yield from (InkedShape(Ink.NONE, grown(piece, share * self.gap)) for piece in pieces)

    # --- the body ------------------------------------------------------------------------------------------

    def _trunk(self) -> Iterator[InkedShape]:
        place = self.places
        loin, chest = (BROAD_LOIN, BROAD_CHEST) if self.front else (LOIN, CHEST)
        pieces = [
            limb(place["pelvis"], place["waist"], turned(loin)),
            limb(place["waist"], place["neck"], turned(chest)),
            disc(place["waist"], chest[0][1] - 0.2),
            disc(place["pelvis"], loin[0][1] + 0.4),
            limb(place["neck"], place["head"], NECK),
            *self._head(),
        ]
        if not self.front:
            yield from self._around(pieces)
        yield from (InkedShape(Ink.BODY, piece) for piece in pieces)

    def _head(self) -> Iterator[Polygon]:
        """A ball, and from the side a nose."""
        head, neck = self.places["head"], self.places["neck"]
        yield disc(head, HEAD)
        if not self.front:
            up = atan2(head[0] - neck[0], head[1] - neck[1])
            forth, along = (cos(up), -sin(up)), (sin(up), cos(up))

            def face(ahead: float, high: float) -> Point:
                return head[0] + ahead * forth[0] + high * along[0], head[1] + ahead * forth[1] + high * along[1]

            yield face(HEAD - 0.9, 2.2), face(HEAD + 1.9, -0.9), face(HEAD - 0.9, -2.4)

    def _leg(self, side: str, ink: Ink) -> Iterator[InkedShape]:
        place = {name: self.places[f"{side}.{name}"] for name in ("hip", "knee", "ankle", "heel", "ball", "toe")}
        thigh, shank = (even(THIGH), even(SHANK)) if self.front else (THIGH, SHANK)
        pieces = [
            limb(place["hip"], place["knee"], thigh),
            disc(place["knee"], 3.8),
            limb(place["knee"], place["ankle"], shank),
            disc(place["ankle"], 2.3),
            *self._foot(place),
        ]
        if ink is Ink.BODY and not self.front:
            yield from self._around(pieces[1:])
        yield from (InkedShape(ink, piece) for piece in pieces)

    def _muscles(self) -> Iterator[InkedShape]:
        """What is stretched, on the leg that works."""
        if self.swapped:
            return
        hip, knee, ankle = (self.places[f"near.{name}"] for name in ("hip", "knee", "ankle"))
        bones = {"thigh": (hip, knee, THIGH), "shank": (knee, ankle, SHANK)}
        for name in self.pose.muscle:
            bone, first, last, inner, outer = MUSCLES[name]
            yield InkedShape(Ink.MUSCLE, limb_strip(*bones[bone], first, last, inner, outer))

    def _foot(self, place: dict[str, Point]) -> Iterator[Polygon]:
        heel, ball, toe, ankle = (place[name] for name in ("heel", "ball", "toe", "ankle"))
        if self.front:
            yield limb(ankle, ((ball[0] + ankle[0]) / 2, ball[1] + 0.2), ((0.0, 2.4, 2.4), (1.0, 3.2, 3.2)))
            return
        up = lifted(heel, ball)
        over = lifted(ball, toe)
        yield (
            heel, ball, spot(ball, over, 3.4), spot(ball, up, 4.0), spot(ankle, direction(heel, ball), 2.6),
            spot(ankle, up, 1.0), spot(ankle, direction(heel, ball), -2.4), spot(heel, up, 2.6),
        )  # fmt: skip
        yield ball, toe, spot(toe, over, 2.9), spot(ball, over, 3.7)

    def _arm(self, side: str, ink: Ink) -> Iterator[InkedShape]:
        shoulder, elbow, hand = (self.places[f"{side}.{name}"] for name in ("shoulder", "elbow", "hand"))
        pieces = [
            limb(shoulder, elbow, UPPER_ARM),
            disc(elbow, 2.2),
            limb(elbow, hand, FOREARM),
            disc(hand, 2.6),
            disc(shoulder, 3.0),
        ]
        if side == "near" and not self.front:
            yield from self._around(pieces[:4])
        yield from (InkedShape(ink, piece) for piece in pieces)

    # --- things --------------------------------------------------------------------------------------------

    def _props(self, behind: bool) -> Iterator[InkedShape]:
        for name, measures in self.at.items():
            if (name in BEHIND) is not behind:
                continue
            yield from (InkedShape(Ink.PROP, piece) for piece in PROPS[name](*measures))

    def _held(self) -> Iterator[InkedShape]:
        for thing in self.pose.held:
            yield from (InkedShape(Ink.HELD, piece) for piece in self._thing(thing))

    def _thing(self, thing: str) -> Iterator[Polygon]:
        hand, other = self.places["near.hand"], self.places["far.hand"]
        if thing == "towel":
            ball = self.places["near.ball"]
            up = lifted(self.places["near.heel"], ball)
            yield band(hand, spot(ball, up, 3.8), 0.9)
            yield band(spot(ball, up, 3.8), spot(ball, up, -1.6), 1.1)
            yield band(spot(ball, up, -1.6), hand, 0.9)
        elif thing == "towel-between":
            yield band(hand, other, 1.3)
        elif thing == "weights":
            yield from (disc(hand, 7.0), disc(hand, 2.0)) if not self.front else (band(hand, other, 1.2),)

    def _arrow(self) -> Iterator[InkedShape]:
        pieces = way_of(self.pose, max(1.0, 0.75 * self.gap / GAP))
        yield from self._around(pieces, 0.6)
        yield from (InkedShape(Ink.ARROW, piece) for piece in pieces)


@lru_cache(maxsize=128)
def way_of(pose: Pose, size: float) -> tuple[Polygon, ...]:
    """The way that one joint takes, beside it, with a head of that size where it ends."""
    if not pose.arrow:
        return ()
    name, _, beside = pose.arrow.partition(" ")
    end = {"hold": 1.0, "back": 0.5}.get(pose.go, 0.25)
    spots = [pose.places(end * step / 10)[name] for step in range(11)]
    way = [(z if pose.view == "front" else x, y) for x, y, z in spots]
    return tuple(arrow(shifted(way, float(beside or 4.6) * size), size))
