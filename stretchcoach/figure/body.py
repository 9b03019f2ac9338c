"""A skeleton: joint angles in, points in space out.

``x`` is forward, ``y`` up, ``z`` to the person's left; the floor is ``y = 0``.  A person is a hundred units tall or so.
Angles are degrees, as a physiotherapist measures them: 0 is standing to attention, flexion is positive, and so are toes
that are pulled up.  Nothing here can stretch a limb: its length is no argument.
"""

from math import acos, atan2, cos, degrees, hypot, radians, sin

from msgspec import Struct, field

from stretchcoach.figure.canvas import Point

Place = tuple[float, float, float]

LOIN, CHEST, NECK = 14.0, 15.0, 10.5
"""From hips to waist, from there to the shoulders, from there to the middle of the head."""
THIGH, SHANK = 25.0, 24.0
UPPER_ARM, FOREARM = 16.5, 16.5
ANKLE = 4.5
"""Height of the ankle above the sole."""
HEEL, BALL, TOES = 5.0, 9.5, 4.5
"""From below the ankle back to the heel, forward to the ball; from there to the tips of the toes."""
HIPS, SHOULDERS = 5.0, 9.0
"""Half of what lies between the two."""
LIMITS: dict[str, tuple[float, float]] = {
    "hip": (-35, 130), "knee": (0, 150), "ankle": (-50, 40), "toes": (-25, 75), "out": (-30, 60),
    "shoulder": (-70, 180), "elbow": (0, 150), "away": (-45, 180), "spine": (-40, 70), "neck": (-50, 60),
}  # fmt: skip
"""How far each joint goes in a healthy body, the ankle with a bent knee and the body's weight on it."""


class Leg(Struct, frozen=True):
    """The angles of a leg."""

    hip: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toes: float = 0.0
    out: float = 0.0
    """To the side."""


class Arm(Struct, frozen=True):
    """The angles of an arm."""

    shoulder: float = 5.0
    elbow: float = 10.0
    away: float = 0.0
    """To the side."""


class Posture(Struct, frozen=True):
    """A whole body: where its hips are, how it is turned, and the angles of its joints."""

    pelvis: Point = (0.0, 53.5)
    trunk: float = 0.0
    """Forward from upright; -90 lies on the back."""
    roll: float = 0.0
    """To the person's right."""
    spine: float = 0.0
    neck: float = 0.0
    near: Leg = field(default_factory=Leg)
    """The leg that works; the right one, until the picture is mirrored."""
    far: Leg = field(default_factory=Leg)
    near_arm: Arm = field(default_factory=Arm)
    far_arm: Arm = field(default_factory=Arm)


def towards(angle: float, length: float) -> Point:
    """``length`` in the direction that lies ``angle`` degrees forward from upright."""
    return length * sin(radians(angle)), length * cos(radians(angle))


def points(posture: Posture) -> dict[str, Place]:
    """Where each joint is, by its name: ``waist``, ``near.knee``, ``far.hand``."""
    x, y = posture.pelvis
    chest = posture.trunk + posture.spine
    waist = _along((x, y), posture.trunk, LOIN)
    neck = _along(waist, chest, CHEST)
    head = _along(neck, chest + posture.neck, NECK)
    found = {"pelvis": (x, y, 0.0), "waist": (*waist, 0.0), "neck": (*neck, 0.0), "head": (*head, 0.0)}
    for side, hand, leg, arm in (
        ("near", -1.0, posture.near, posture.near_arm),
        ("far", 1.0, posture.far, posture.far_arm),
    ):
        for name, place in (*_leg((x, y), posture.trunk, leg), *_arm(neck, chest, arm)):
            found[f"{side}.{name}"] = (place[0], place[1], hand * place[2])
    return {name: _rolled(place, found["pelvis"], posture.roll) for name, place in found.items()}


def _leg(hip: Point, trunk: float, leg: Leg) -> list[tuple[str, Place]]:
    thigh = trunk + 180 - leg.hip
    shank = thigh + leg.knee
    sole = shank - 90 - leg.ankle
    knee = _along(hip, thigh, THIGH)
    ankle = _along(knee, shank, SHANK)
    below = _along(ankle, sole + 90, ANKLE)
    ball = _along(below, sole, BALL)
    chain = {
        "hip": hip, "knee": knee, "ankle": ankle, "heel": _along(below, sole, -HEEL), "ball": ball,
        "toe": _along(ball, sole - leg.toes, TOES),
    }  # fmt: skip
    return [(name, _tilted(place, hip, HIPS, leg.out)) for name, place in chain.items()]


def _arm(shoulder: Point, chest: float, arm: Arm) -> list[tuple[str, Place]]:
    upper = chest + 180 - arm.shoulder
    elbow = _along(shoulder, upper, UPPER_ARM)
    hand = _along(elbow, upper - arm.elbow, FOREARM)
    chain = {"shoulder": shoulder, "elbow": elbow, "hand": hand}
    return [(name, _tilted(place, shoulder, SHOULDERS, arm.away)) for name, place in chain.items()]


def _along(start: Point, angle: float, length: float) -> Point:
    x, y = towards(angle, length)
    return start[0] + x, start[1] + y


def _tilted(place: Point, root: Point, half: float, out: float) -> Place:
    """A point of a limb that hangs ``half`` beside the middle and is lifted ``out`` to the side."""
    down = place[1] - root[1]
    return place[0], root[1] + down * cos(radians(out)), half - down * sin(radians(out))


def _rolled(place: Place, about: Place, roll: float) -> Place:
    if not roll:
        return place
    up, left = place[1] - about[1], place[2] - about[2]
    turn = radians(roll)
    return place[0], about[1] + up * cos(turn) + left * sin(turn), about[2] + left * cos(turn) - up * sin(turn)


# --- from a place that a hand or a foot must have back to the angles ----------------------------------------


def leg_to(hip: Point, trunk: float, ankle: Point, sole: float, toes: float = 0.0) -> Leg:
    """The leg whose ankle is there and whose sole points ``sole`` degrees forward from upright; 90 is flat."""
    thigh, knee = _two(hip, ankle, THIGH, SHANK, -1)
    return Leg(_turned(trunk + 180 - thigh), knee, _turned(thigh + knee - 90 - sole), toes)


def arm_to(shoulder: Point, chest: float, hand: Point) -> Arm:
    """The arm whose hand is there."""
    upper, elbow = _two(shoulder, hand, UPPER_ARM, FOREARM, 1)
    angle = _turned(chest + 180 - upper)
    return Arm(angle if angle > -100 else angle + 360, elbow)


def _two(root: Point, end: Point, first: float, second: float, way: int) -> tuple[float, float]:
    """The direction of the first of two limbs, and how far the second is bent; as far as they reach."""
    x, y = end[0] - root[0], end[1] - root[1]
    far = min(max(hypot(x, y), abs(first - second) + 0.01), first + second - 0.001)
    inner = degrees(acos((first**2 + far**2 - second**2) / (2 * first * far)))
    between = degrees(acos((first**2 + second**2 - far**2) / (2 * first * second)))
    return degrees(atan2(x, y)) + way * inner, 180 - between


def _turned(angle: float) -> float:
    return (angle + 180) % 360 - 180
