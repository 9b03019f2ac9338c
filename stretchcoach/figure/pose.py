"""A pose: two postures and how the body goes from one to the other; ``poses.toml`` holds them all."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.figure.body import Place, Posture, points
from stretchcoach.figure.names import POSES
from stretchcoach.figure.posture_text import Written, eased, posture_read, solved

FORMS = {
    Side.LEFT: ("left {0}", "your left {0}"),
    Side.RIGHT: ("right {0}", "your right {0}"),
    Side.NONE: ("one {0}", "one {0}"),
    Side.BOTH: ("both {1}", "both {1}"),
}
"""What becomes of a part of the body in a sentence, and of the same with *your* before it."""
PARTS = {"knee": "knees", "leg": "legs", "foot": "feet", "heel": "heels"}
SORE = {
    "knee": "the sore leg's knee", "leg": "the sore leg", "foot": "the sore leg's foot", "heel": "the sore leg's heel",
    "your_foot": "that foot", "your_leg": "the sore leg",
}  # fmt: skip
STILL = {"hold": 1.0, "back": 0.5, "turns": 0.25, "walk": 0.0}


class Pose(Struct, frozen=True, eq=False):
    """One entry of ``poses.toml``; the head of that file says what each key means."""

    name: str
    text: str
    start: Written
    end: Written
    via: Written | None = None
    go: Literal["hold", "back", "turns", "walk"] = "hold"
    view: Literal["side", "front"] = "side"
    muscle: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    at: Mapping[str, tuple[float, ...]] = {}
    touch: Mapping[str, str] = {}
    arrow: str = ""
    beat: float = 4.0
    swing: bool = True
    both: bool = False

    def describe(self, side: Side = Side.NONE, sore: bool = False) -> str:
        """The pose in one sentence, for whoever reads it or has it read out; ``sore``: of a leg that cramps."""
        side = Side.NONE if side is Side.BOTH and not self.both else side
        bare, yours = FORMS[side]
        words = {part: bare.format(part, many) for part, many in PARTS.items()}
        words |= {f"your_{part}": yours.format(part, many) for part, many in PARTS.items()}
        if sore and side is Side.NONE:
            words |= SORE
        words |= {"s": "s", "feet": "feet"} if side is Side.BOTH else {"s": "", "feet": "foot"}
        words["side"] = f"{side.value} " if side in (Side.LEFT, Side.RIGHT) else ""
        return self.text.format(**words)

    @property
    def still(self) -> float:
        """The moment that tells most, for a picture that does not move."""
        return STILL[self.go]

    @property
    def halves(self) -> bool:
        """Whether the second half of the movement is the other leg's."""
        return self.go in ("turns", "walk")

    def swapped(self, moment: float) -> bool:
        """Whether the other leg is at work."""
        return self.halves and moment % 1 >= 0.5

    def posture(self, moment: float, side: Side = Side.RIGHT) -> Posture:
        """The body at ``moment`` of its movement, from 0 to 1; left is drawn as right, and mirrored."""
        part = (2 * moment) % 1 if self.halves else moment
        if self.go == "walk":
            written = self._along(part, self.start.swapped(self.swing))
        else:
            written = self._along(part if self.go == "hold" else 1 - abs(1 - 2 * part), self.end)
        if self.both and side is Side.BOTH:
            written = written.doubled()
        return solved(written.swapped(self.swing) if self.swapped(moment) else written)

    def _along(self, way: float, end: Written) -> Written:
        if self.via is None:
            return self.start.towards(end, eased(way))
        return self.start.towards(self.via, 2 * way) if way < 0.5 else self.via.towards(end, 2 * way - 1)

    def places(self, moment: float, side: Side = Side.RIGHT) -> dict[str, Place]:
        """Where each joint is at ``moment``."""
        return points(self.posture(moment, side))


@lru_cache(maxsize=1)
def poses() -> dict[str, Pose]:
    """Every pose by its name."""
    import tomli

    raw = tomli.loads(POSES.read_text(encoding="utf-8"))
    return {name: _pose(name, entry) for name, entry in raw.items()}


def _pose(name: str, raw: dict[str, Any]) -> Pose:
    start = posture_read(raw.pop("start"))
    via = posture_read(raw.pop("via"), start) if "via" in raw else None
    end = posture_read(raw.pop("end", {}), start)
    lists = {key: tuple(value) for key, value in raw.items() if isinstance(value, list)}
    return Pose(name=name, start=start, end=end, via=via, **{**raw, **lists})
