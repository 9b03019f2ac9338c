"""What a stretch asks of a person, in words for a page, and the side its figure shows."""

from collections.abc import Iterator

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Group, Routine, Stretch
from stretchcoach.words.wording import counted


def stretches(routine: Routine) -> Iterator[Stretch]:
    """Each stretch that stands in it, once."""
    for entry in routine.steps:
        if not isinstance(entry, Group):
            yield entry
        elif not entry.again:
            yield from entry.stretches


def side_shown(stretch: Stretch) -> Side:
    """The side of the figure."""
    return Side.LEFT if stretch.side.value == "left" else Side.RIGHT


def dose(stretch: Stretch) -> str:
    """How long, how often, on which side, and what else there is to know of it, in words."""
    sides = {"none": "", "each": "each side", "alternate": "sides in turn", "cramping": "the sore side"}
    parts = (
        _length(stretch),
        f"{stretch.sets} sets" if stretch.sets > 1 else "",
        sides.get(stretch.side.value, stretch.side.value),
        f"rest {stretch.rest:g} s" if stretch.rest else "",
        "may be left out" if stretch.optional else "",
        "once the safety questions of a cramp are answered" if stretch.after_screen else "",
    )
    return ", ".join(filter(None, parts))


def _length(stretch: Stretch) -> str:
    if stretch.reps is not None:
        held = f", each held {stretch.hold:g} s" if stretch.hold is not None else ""
        return f"{counted(stretch.reps, 'repetition')}{held}"
    if stretch.hold is not None:
        return f"hold {stretch.hold:g} s"
    if stretch.move is not None:
        return f"{stretch.move:g} s"
    return "until it lets go" if stretch.until and stretch.until.value == "released" else "until you are ready"
