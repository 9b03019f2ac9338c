"""How far the figure is in its movement: a function of the Scene, and so of the same clock as the voice."""

from stretchcoach.core.messages import Kind, Scene
from stretchcoach.figure.pose import Pose

FRAMES = 24
"""Pictures of one movement."""
APPROACH = 3.0
"""Seconds from start to end where something is to be held."""
SHOWN = 5.0
"""Seconds after which the way into a hold is shown again to somebody who gets into position."""


def moment_of(pose: Pose, scene: Scene, later: float = 0.0) -> float:
    """From 0 to 1, ``later`` seconds after ``scene`` was looked at, to the next of the pictures."""
    return round(_moment(pose, scene, 0.0 if scene.paused else later) * FRAMES) / FRAMES


def moves(pose: Pose, scene: Scene) -> bool:
    """Whether it changes by itself."""
    return not scene.paused and _moment(pose, scene, 0.0) != _moment(pose, scene, 0.3)


def _moment(pose: Pose, scene: Scene, later: float) -> float:
    if scene.kind in (Kind.PREPARE, Kind.SWITCH, Kind.WAIT):
        return _shown(pose, scene.clock + later)
    if scene.kind is Kind.REST and not scene.relief:
        return 0.0
    if scene.kind in (Kind.HOLD, Kind.OPEN) or scene.left is None:
        return pose.still
    gone = scene.seconds - scene.left + later
    if pose.go == "hold":
        return min(1.0, gone / min(APPROACH, scene.seconds or APPROACH))
    rounds = gone / pose.beat
    if scene.kind is Kind.REPS and scene.reps:
        rounds = _repetitions(scene, gone) / (1 if pose.go == "back" else 2)
    return rounds % 1


def _repetitions(scene: Scene, gone: float) -> float:
    """How many repetitions are done, the one under way in part: half of it where it is held."""
    whole, part = divmod(gone / scene.seconds * scene.reps, 1)
    tempo = scene.seconds / scene.reps
    way, there = tempo - scene.rep_hold, (tempo - scene.rep_hold) / 2
    seconds = part * tempo
    moved = min(seconds, max(there, seconds - scene.rep_hold))
    return whole + moved / way


def _shown(pose: Pose, seconds: float) -> float:
    if pose.go == "hold":
        return min(1.0, seconds % SHOWN / APPROACH)
    return seconds / pose.beat % 1
