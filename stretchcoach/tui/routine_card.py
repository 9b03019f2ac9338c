"""What a routine holds, as lines to read before it is begun."""

from collections.abc import Iterator, Mapping
from enum import Enum
from math import ceil
from typing import Protocol

from msgspec import Struct

from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.words.wording import counted, minutes

SIDES = {
    Sides.NONE: "",
    Sides.LEFT: "left",
    Sides.RIGHT: "right",
    Sides.EACH: "each side",
    Sides.ALTERNATE: "sides in turn",
    Sides.CRAMPING: "the sore side",
}


class ShownSource(Protocol):
    """What is shown of a source."""

    @property
    def title(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def mark(self) -> str: ...


class LineStyle(Enum):
    """How a line of the card is set."""

    TITLE = "title"
    PLAIN = "plain"
    HEADING = "heading"
    MUTED = "muted"


class CardLine(Struct, frozen=True):
    """One line, or one paragraph, of the card."""

    text: str
    look: LineStyle = LineStyle.PLAIN
    indent: int = 0


def card(
    routine: Routine,
    seconds: float,
    sources: Mapping[str, ShownSource],
    fitted: tuple[str, ...] = (),
    stretches: int = 0,
) -> tuple[CardLine, ...]:
    """Summary, how it is wanted today (``fitted``, ``stretches``), steps, cautions, evidence and sources."""
    return tuple(_card(routine, seconds, sources, fitted, stretches))


def _card(
    routine: Routine, seconds: float, sources: Mapping[str, ShownSource], fitted: tuple[str, ...], stretches: int
) -> Iterator[CardLine]:
    yield CardLine(routine.title, LineStyle.TITLE)
    yield CardLine(in_one_line(routine, seconds, stretches), LineStyle.MUTED)
    yield from (CardLine(line) for line in fitted if line)
    if routine.audience:
        yield CardLine(f"Suits: {routine.audience}", LineStyle.MUTED)
    if routine.cautions:
        yield CardLine("Take care", LineStyle.HEADING)
        yield from (CardLine(f"! {caution}", indent=2) for caution in routine.cautions)
    yield CardLine("Steps", LineStyle.HEADING)
    yield from _steps(routine)
    if routine.evidence:
        yield CardLine("Evidence", LineStyle.HEADING)
        yield CardLine(routine.evidence)
    if routine.all_sources:
        yield CardLine("Sources", LineStyle.HEADING)
        yield from (CardLine(_source(key, sources), LineStyle.MUTED, 2) for key in routine.all_sources)


def in_one_line(routine: Routine, seconds: float, stretches: int = 0) -> str:
    """Minutes, stretches, position and props in one line; ``seconds`` are those that it takes, the voice included.

    ``stretches``: how many there are where it was fitted; 0: all of them.
    """
    count = stretches or sum(len(step.stretches) if isinstance(step, Group) else 1 for step in routine.steps)
    parts = [f"{minutes(seconds)} min", counted(count, "step"), routine.position]
    return " · ".join([*parts, "with " + ", ".join(routine.props) if routine.props else "nothing needed"])


def _steps(routine: Routine) -> Iterator[CardLine]:
    number = 0
    for step in routine.steps:
        inner = step.stretches if isinstance(step, Group) else (step,)
        if isinstance(step, Group):
            yield CardLine(_rounds(step), LineStyle.MUTED)
        if isinstance(step, Group) and step.again:
            number += len(inner)
            continue
        for stretch in inner:
            number += 1
            text = f"{number:>2}  {stretch.name}" + _note(stretch)
            yield CardLine(text, indent=4)
            yield CardLine(f"    {dose(stretch)}", LineStyle.MUTED, 4)
            if stretch.care:
                yield CardLine(f"    ! {stretch.care}", LineStyle.MUTED, 6)


def _rounds(group: Group) -> str:
    over = f"{group.repeat} times over" if group.repeat > 1 or not group.name else ""
    if group.again:
        return ", ".join(filter(None, (f"{group.name} again", over)))
    return f"{', '.join(filter(None, (group.name, over)))}:"


def dose(stretch: Stretch) -> str:
    """How long, how often, on which side."""
    if stretch.reps is not None and stretch.hold is not None:
        amount = f"{stretch.reps} × {ceil(stretch.hold)} s hold, {ceil(stretch.seconds or 0)} s"
    elif stretch.hold is not None:
        amount = f"hold {ceil(stretch.hold)} s"
    elif stretch.move is not None:
        amount = f"{ceil(stretch.move)} s"
    elif stretch.reps is not None:
        amount = f"{stretch.reps} times, {ceil(stretch.seconds or 0)} s"
    else:
        amount = "until it lets go" if stretch.until is Until.RELEASED else "until you are ready"
    parts = [amount, SIDES[stretch.side]]
    parts.append(f"{stretch.sets} sets" if stretch.sets > 1 else "")
    parts.append(f"rest {ceil(stretch.rest)} s" if stretch.rest else "")
    return " · ".join(filter(None, parts))


def _source(key: str, sources: Mapping[str, ShownSource]) -> str:
    source = sources.get(key)
    return f"{key}: {source.title}" if source else key


def _note(stretch: Stretch) -> str:
    if stretch.after_screen:
        return "  (after a cramp, once the safety questions are answered)"
    return "  (may be left out)" if stretch.optional else ""
