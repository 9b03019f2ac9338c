"""Routines and plans as text and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from stretchcoach.core.stretch_words import dose, side_shown, stretches
from stretchcoach.words import cli_lines
from stretchcoach.words.routine import careful
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.core.plan import Plan, Step
    from stretchcoach.core.routine import Group, Routine, Stretch


def list_entry(routine: "Routine", own: bool) -> dict[str, Any]:
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
    from stretchcoach.words.wording import minutes

    yield f"{routine.title} ({routine.id})"
    yield f"{routine.purpose}, {routine.position}, {minutes(routine.minutes * 60)} min"
    if routine.audience:
        yield cli_lines.suits_whom(routine.audience)
    for label, words in (("For", routine.sports), ("Needs", routine.props)):
        if words:
            yield f"{label}: {', '.join(words)}"
    yield from map(careful, routine.cautions)
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
    yield f"{indent}- {stretch.name}, {dose(stretch)}"
    if stretch.care:
        yield f"{indent}  {careful(stretch.care)}"


def pictured(routine: "Routine") -> str:
    """A routine as a page for a browser, with a figure for each stretch."""
    from stretchcoach.core.visible import visible
    from stretchcoach.diary.report.phrasing import capital
    from stretchcoach.figure.figure_page import SheetPart, figure_page

    lead = [
        routine.audience and cli_lines.suits_whom(routine.audience),
        *map(careful, routine.cautions),
    ]
    parts = [
        SheetPart(
            visible(each.name),
            each.pose,
            side_shown(each),
            tuple(visible(line) for line in (f"{capital(dose(each))}.", each.say, each.how, each.care) if line),
        )
        for each in stretches(routine)
    ]
    return figure_page(visible(routine.title), [visible(line) for line in lead if line], parts)


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
