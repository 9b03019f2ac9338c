"""A routine as the spans that other apps can say, and what is lost on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stretchcoach.core.messages import Kind
from stretchcoach.core.plan import CueLevel, Step, Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.core.unfold import LEADS, SETUP, build
from stretchcoach.neighbours.spans import Block, Span, SpanKind, Track

OPEN = 30.0
"""Seconds of what lasts until it lets go."""
_STYLE = Style(cues=CueLevel.NAMES, explain=False)
_LEADS = {Kind.REST: SpanKind.REST, Kind.PREPARE: SpanKind.READY, Kind.SWITCH: SpanKind.SWITCH}


def track_of(routine: Routine) -> Track:
    """The routine, group by group; what is for after the safety questions alone is left out, as in a plain run."""
    blocks: list[Block] = []
    for entry in routine.steps:
        if isinstance(entry, Group):
            blocks += _rounds(entry, not blocks)
        elif spans := tuple(_spans([entry], not blocks)):
            single = bool(blocks) and blocks[-1].rounds == 1 and not blocks[-1].name
            blocks[-1:] = (
                [replace(blocks[-1], spans=(*blocks[-1].spans, *spans))] if single else [*blocks[-1:], Block(1, spans)]
            )
    return Track(routine.title, tuple(blocks), tuple(_lost(routine)))


def plain(blocks: Iterable[Block]) -> Iterator[Span]:
    """Every span in order."""
    return (span for block in blocks for _ in range(block.rounds) for span in block.spans)


def _rounds(group: Group, first: bool) -> Iterator[Block]:
    """After the last round there is no rest, so with one it is a block of its own."""
    spans = tuple(_spans(group.stretches, first))
    if not spans:
        return
    if group.repeat == 1 or not group.rest:
        yield Block(group.repeat, spans, group.name)
        return
    yield Block(group.repeat - 1, (*spans, Span(SpanKind.REST, group.rest)), group.name)
    yield Block(1, spans)


def _spans(stretches: Iterable[Stretch], first: bool) -> Iterator[Span]:
    kept = tuple(stretch for stretch in stretches if not stretch.after_screen)
    if not kept:
        return
    _, *steps = build(Routine("", "T", "prevention", kept), _STYLE).steps
    for number, step in enumerate(steps):
        if number == 0 and not first and kept[0].setup is None and step.kind is Kind.PREPARE:
            yield Span(SpanKind.READY, SETUP)
        elif span := _span(step):
            yield span


def _span(step: Step) -> Span | None:
    bout = step.bout
    if step.kind in LEADS:
        kind = _LEADS.get(step.kind)
        return Span(kind, bout.seconds) if kind and bout.seconds else None
    if step.kind is Kind.WAIT:
        return Span(SpanKind.WORK, step.limit or OPEN, step.name, bout.side, waits=True, say=step.instruction)
    seconds = OPEN if bout.seconds is None else bout.seconds
    still = step.kind in (Kind.HOLD, Kind.OPEN)
    return Span(SpanKind.WORK, seconds, step.name, bout.side, bout.reps, bout.held, still, say=step.instruction)


def _lost(routine: Routine) -> Iterator[str]:
    """What none of the apps can say."""
    every = [each for entry in routine.steps for each in (entry.stretches if isinstance(entry, Group) else (entry,))]
    told = {
        "explanations": any(each.how for each in every),
        "cues": any(each.cues for each in every),
        "cautions": bool(routine.cautions) or any(each.care for each in every),
        "figures": any(each.pose for each in every),
        "sources": bool(routine.all_sources),
    }
    if names := [name for name, there in told.items() if there]:
        yield f"It has no place for {', '.join(names)}."
    if any(each.until is Until.RELEASED for each in every):
        yield f"What lasts until it lets go gets {OPEN:g} seconds."
    if any(each.side is Sides.CRAMPING for each in every):
        yield "The sore side has no name there: those steps have no side."
    if left := [each.name for each in every if each.after_screen]:
        yield f"Left out, as it needs the safety questions first: {', '.join(left)}."
