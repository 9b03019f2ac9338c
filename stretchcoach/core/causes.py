"""What may have played a part: answers weighed, the likeliest first.  A cause never changes how urgent it is."""

from stretchcoach.core.facts import Facts, all_hold, holds
from stretchcoach.core.knowledge import Cause, Knowledge, Weight
from stretchcoach.core.messages import Likely

NAMED = 2
"""Points from which a cause is named."""
MOST = 3
"""Most causes that are named."""


def likely(knowledge: Knowledge, known: Facts, stretch: bool = True) -> tuple[Likely, ...]:
    """The causes that the answers speak for; ``stretch``: the leg may be stretched."""
    named = [(points, cause) for points, cause in ranked(knowledge, known) if points >= NAMED]
    return tuple(_likely(cause, known, stretch) for _, cause in named[:MOST])


def ranked(knowledge: Knowledge, known: Facts) -> list[tuple[int, Cause]]:
    """All causes with their points; among equals the better proven one first."""
    scored = [(points_of(cause, known), cause) for cause in knowledge.causes]
    return sorted(scored, key=lambda one: (-one[0], one[1].evidence))


def points_of(cause: Cause, known: Facts) -> int:
    """What the answers add up to."""
    return sum(weight.points for weight in cause.weights if all_hold(weight.when, known))


def lead(knowledge: Knowledge, known: Facts) -> int:
    """By how many points the leading cause leads."""
    points = [points for points, _ in ranked(knowledge, known)[:2]]
    return points[0] - max(0, points[1]) if len(points) == 2 else 0


def _likely(cause: Cause, known: Facts, stretch: bool) -> Likely:
    spoken = [weight for weight in cause.weights if all_hold(weight.when, known)]
    because = [key for weight in spoken if weight.points > 0 for key in _keys(weight, known)]
    against = [key for weight in spoken if weight.points < 0 for key in _keys(weight, known)]
    return Likely(
        cause.id,
        cause.name,
        tuple(dict.fromkeys(because)),
        tuple(dict.fromkeys(against)),
        cause.evidence,
        cause.why,
        (*cause.moves, *cause.helps) if stretch else cause.helps,
        cause.routine if stretch else "",
        cause.sources,
    )


def _keys(weight: Weight, known: Facts) -> list[str]:
    return [condition.key for line in weight.when for condition in line if holds(condition, known)]
