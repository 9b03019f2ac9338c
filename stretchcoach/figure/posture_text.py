"""A posture as it is written in ``poses.toml``, and the angles that come of it."""

from collections.abc import Mapping
from math import cos, pi
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.figure.body import ANKLE, BALL, HEEL, Arm, Leg, Place, Posture, arm_to, leg_to, points, towards
from stretchcoach.figure.canvas import Point

Numbers = Mapping[str, Any]
"""Numbers, and pairs of them."""
NAMES = ("near", "far", "near_arm", "far_arm")
ANGLES: tuple[Numbers, Numbers] = (
    {"hip": 0.0, "knee": 0.0, "ankle": 0.0, "toes": 0.0, "out": 0.0},
    {"shoulder": 5.0, "elbow": 10.0, "away": 0.0},
)
"""A leg and an arm of somebody who stands to attention."""
TRUNK: Numbers = {"pelvis": (0.0, 53.5), "trunk": 0.0, "roll": 0.0, "spine": 0.0, "neck": 0.0}


class Written(Struct, frozen=True):
    """The trunk, and the four limbs in the order of ``NAMES``: each by its angles or by a place."""

    trunk: Numbers
    limbs: tuple[Numbers, ...]

    def swapped(self, arms: bool) -> "Written":
        """The same with the other leg, and with the other arm."""
        near, far, near_arm, far_arm = self.limbs
        return Written(self.trunk, (far, near, far_arm, near_arm) if arms else (far, near, near_arm, far_arm))

    def doubled(self) -> "Written":
        """The same with both legs alike."""
        near, _, near_arm, far_arm = self.limbs
        return Written(self.trunk, (near, near, near_arm, far_arm))

    def towards(self, other: "Written", way: float) -> "Written":
        """So far on the way to another posture."""
        limbs = zip(self.limbs, other.limbs, strict=True)
        return Written(_mixed(self.trunk, other.trunk, way), tuple(_mixed(one, two, way) for one, two in limbs))


STANDING = Written(TRUNK, (ANGLES[0], ANGLES[0], ANGLES[1], ANGLES[1]))


def eased(way: float) -> float:
    """Slow at both ends."""
    return (1 - cos(pi * way)) / 2


def _mixed(first: Numbers, second: Numbers, way: float) -> Numbers:
    return {key: _between(first[key], second[key], way) for key in first}


def _between(first: Any, second: Any, way: float) -> Any:
    if isinstance(first, list | tuple):
        return tuple(one + (other - one) * way for one, other in zip(first, second, strict=True))
    return first + (second - first) * way


def posture_read(raw: Mapping[str, Any], before: Written = STANDING) -> Written:
    """What a table says; the rest is as in the posture before. ``legs`` and ``arms`` mean both."""
    own = {key: value for key, value in raw.items() if key in TRUNK}
    shared = (raw.get("legs", {}), raw.get("legs", {}), raw.get("arms", {}), raw.get("arms", {}))
    limbs = (
        _limb({**both, **raw.get(name, {})}, old) for name, both, old in zip(NAMES, shared, before.limbs, strict=True)
    )
    return Written({**before.trunk, **own}, tuple(limbs))


def _limb(raw: Numbers, before: Numbers) -> Numbers:
    """A limb is written in the same way in all postures of a pose: by its angles, or by its place."""
    place = next((key for key in ("foot", "hand") if key in raw), None)
    if place is None or place in before:
        return {**before, **raw}
    return {**({"pitch": 0.0} if place == "foot" else {}), **raw}


# --- from places to angles ---------------------------------------------------------------------------------


def solved(written: Written) -> Posture:
    """The posture: a limb that has a place gets its angles from there."""
    x, y = written.trunk["pelvis"]
    bare = Posture(**{**written.trunk, "pelvis": (x, y)})
    neck = points(bare)["neck"]
    near, far, near_arm, far_arm = written.limbs
    return replace(
        bare,
        near=_leg(near, bare),
        far=_leg(far, bare),
        near_arm=_arm(near_arm, bare, neck),
        far_arm=_arm(far_arm, bare, neck),
    )


def _leg(limb: Numbers, body: Posture) -> Leg:
    if "foot" not in limb:
        return Leg(**limb)
    pitch: float = limb["pitch"]
    return leg_to(body.pelvis, body.trunk, ankle_above(limb["foot"], pitch), 90 - pitch, max(0.0, -pitch))


def _arm(limb: Numbers, body: Posture, neck: Place) -> Arm:
    if "hand" not in limb:
        return Arm(**limb)
    return arm_to((neck[0], neck[1]), body.trunk + body.spine, limb["hand"])


def ankle_above(foot: Point, pitch: float) -> Point:
    """The ankle of a foot whose heel is there while it is flat; it tips over heel or ball by ``pitch`` degrees."""
    reach, start = (HEEL, foot[0]) if pitch >= 0 else (-BALL, foot[0] + HEEL + BALL)
    forth, up = towards(90 - pitch, reach), towards(-pitch, ANKLE)
    return start + forth[0] + up[0], foot[1] + forth[1] + up[1]
