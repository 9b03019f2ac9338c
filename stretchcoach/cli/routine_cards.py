"""Routines and plans as text and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from stretchcoach.core.wording import counted

if TYPE_CHECKING:
    from stretchcoach.core.plan import Plan, Step
    from stretchcoach.core.routine import Group, Routine, Stretch


def summary(routine: "Routine", own: bool) -> dict[str, Any]:
    """What ``list --json`` tells of a routine."""
    from stretchcoach.core.fitting import shortest
    from stretchcoach.core.plan import Style

    return {
        "id": routine.id,
        "title": routine.title,
        "purpose": routine.purpose,
        "position": routine.position,
        "minutes": routine.minutes,
        "shortest": round(shortest(routine, Style()) / 60, 2),
        "props": list(routine.props),
        "sports": list(routine.sports),
        "audience": routine.audience,
        "own": own,
    }


def card(routine: "Routine") -> Iterator[str]:
    """What ``show`` prints of a routine."""
    from stretchcoach.core.wording import minutes

    yield f"{routine.title} ({routine.id})"
    yield f"{routine.purpose}, {routine.position}, {minutes(routine.minutes * 60)} min"
    if routine.audience:
        yield f"Suits: {routine.audience}"
    for label, words in (("For", routine.sports), ("Needs", routine.props)):
        if words:
            yield f"{label}: {', '.join(words)}"
    yield from (f"Careful: {caution}" for caution in routine.cautions)
    yield ""
    for entry in routine.steps:
        stretches = getattr(entry, "stretches", None)
        if stretches is None:
            yield from _stretch(entry, "")  # type: ignore[arg-type]
            continue
        yield f"- {_rounds(entry)}"  # type: ignore[arg-type]
        if entry.again:  # type: ignore[union-attr]
            continue
        for stretch in stretches:
            yield from _stretch(stretch, "  ")
    if routine.evidence:
        yield ""
        yield routine.evidence
    if routine.all_sources:
        yield ""
        yield f"Sources: {', '.join(routine.all_sources)}"


def _rounds(group: "Group") -> str:
    rounds = counted(group.repeat, "round") if group.repeat > 1 or not group.name else ""
    if group.again:
        return f"{group.name} again{f', {rounds}' if rounds else ''}"
    return f"{', '.join(filter(None, (group.name, rounds and f'{rounds} of')))}:"


def _stretch(stretch: "Stretch", indent: str) -> Iterator[str]:
    yield f"{indent}- {_measured(stretch)}"
    if stretch.care:
        yield f"{indent}  Careful: {stretch.care}"


def pictured(routine: "Routine") -> str:
    """A routine as a page for a browser, with a figure for each stretch."""
    from stretchcoach.core.messages import Side
    from stretchcoach.core.routine import Group
    from stretchcoach.core.visible import visible
    from stretchcoach.figure.sheet import SheetPart, page

    lead = [routine.audience and f"Suits: {routine.audience}", *(f"Careful: {each}" for each in routine.cautions)]
    written = (entry for entry in routine.steps if not (isinstance(entry, Group) and entry.again))
    groups = (entry.stretches if isinstance(entry, Group) else (entry,) for entry in written)
    sides = {"left": Side.LEFT, "none": Side.RIGHT}
    parts = [
        SheetPart(
            visible(each.name),
            each.pose,
            sides.get(each.side.value, Side.RIGHT),
            tuple(visible(line) for line in (f"{_measured(each)}.", each.say, each.how, each.care) if line),
        )
        for stretches in groups
        for each in stretches
    ]
    return page(visible(routine.title), [visible(line) for line in lead if line], parts)


def _measured(stretch: "Stretch") -> str:
    if stretch.reps is not None:
        held = f", each held {stretch.hold:g} s" if stretch.hold is not None else ""
        length = f"{counted(stretch.reps, 'repetition')}{held}"
    elif stretch.hold is not None:
        length = f"hold {stretch.hold:g} s"
    elif stretch.move is not None:
        length = f"{stretch.move:g} s"
    else:
        length = "until it lets go" if stretch.until and stretch.until.value == "released" else "until you are ready"
    sides = {"none": "", "each": "each side", "alternate": "sides in turn", "cramping": "the sore side"}
    side = sides.get(stretch.side.value, stretch.side.value)
    sets = f"{stretch.sets} sets" if stretch.sets > 1 else ""
    rest = f"rest {stretch.rest:g} s" if stretch.rest else ""
    when = "once the safety questions of a cramp are answered" if stretch.after_screen else ""
    optional = "may be left out" if stretch.optional else ""
    return ", ".join(filter(None, (stretch.name, length, sets, side, rest, optional, when)))


def contract(plan: "Plan") -> dict[str, Any]:
    """A plan as ``plan --json`` prints it."""
    return {
        "routine": plan.routine.id,
        "title": plan.routine.title,
        "seconds": round(plan.seconds, 1),
        "steps": [_step(step) for step in plan.steps],
    }


def _step(step: "Step") -> dict[str, Any]:
    cues: list[dict[str, Any]] = []
    for cue in step.cues:
        if cue.say:
            cues.append({"at": cue.at, "say": cue.say})
        if cue.sound:
            cues.append({"at": cue.at, "sound": cue.sound.value})
    return {
        "index": step.index,
        "kind": step.kind.value,
        "name": step.name,
        "side": step.bout.side.value,
        "seconds": step.seconds,
        "intro": step.intro,
        "cues": cues,
    }
