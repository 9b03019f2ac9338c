"""What every exercise timer can say: one length of time after another, some of them several times over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Group, Sides, Stretch, Until
from stretchcoach.core.unfold import LEAD_IN, SETUP, SIDE_CHANGE
from stretchcoach.neighbours import labels

MOST_ROUNDS = 20
"""Rounds of a group, and sets of a stretch."""
REST, READY, SWITCH = "Rest", "Get ready", "Change sides"
_RESTS = frozenset({"rest", "pause", "break", "recover", "recovery", "relax"})
_READIES = frozenset({"get ready", "prepare", "preparation", "ready", "get set"})
_SWITCHES = frozenset(
    {"change sides", "switch sides", "switch", "swap sides", "change side", "switch legs", "change legs"}
)


class SpanKind(Enum):
    """What the time is for."""

    WORK = "work"
    REST = "rest"
    READY = "get ready"
    SWITCH = "change sides"


@dataclass(frozen=True, slots=True)
class Span:
    """One length of time."""

    kind: SpanKind
    seconds: float
    name: str = ""
    side: Side = Side.NONE
    reps: int = 0
    held: float = 0.0
    """Seconds of the hold in each repetition."""
    still: bool = False
    """Held, not moving."""
    waits: bool = False
    """Goes on when the person does."""
    say: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Spans in order, ``rounds`` times over."""

    rounds: int
    spans: tuple[Span, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One workout of an app."""

    title: str
    blocks: tuple[Block, ...]
    lost: tuple[str, ...] = ()
    """What of it has no place here, a sentence each."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A workout of an app as the steps of a routine."""

    title: str
    steps: tuple[Stretch | Group, ...]
    lost: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """One line without half letters and those that cannot be seen."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable()).strip()


def called(name: str, seconds: float) -> Span:
    """What an app that has nothing but names says with one."""
    name = tidy(name)
    plain = name.strip(" .:!").lower()
    for kind, words in ((SpanKind.REST, _RESTS), (SpanKind.READY, _READIES), (SpanKind.SWITCH, _SWITCHES)):
        if plain in words:
            return Span(kind, seconds)
    label = labels.read(name)
    held = label.held if label.reps and label.held * label.reps < seconds else 0.0
    still = labels.still(label.name) and not label.reps
    return Span(SpanKind.WORK, seconds, label.name or "Exercise", label.side, label.reps, held, still)


def label_of(span: Span) -> str:
    """The name that says all of it."""
    named = {SpanKind.REST: REST, SpanKind.READY: READY, SpanKind.SWITCH: SWITCH}
    return named.get(span.kind) or labels.written(labels.Label(span.name, span.side, span.reps, span.held))


def taken_of(track: Track) -> Taken:
    """The steps of a routine; sets and sides that follow each other become one step."""
    steps: list[Stretch | Group] = []
    works = [span for block in track.blocks for span in block.spans if span.kind is SpanKind.WORK]
    for block in _joined(track.blocks):
        inner = tuple(_stretches(block.spans, not steps))
        if not inner:
            continue
        if block.rounds == 1 and not block.name:
            steps += inner
            continue
        for rounds in _parts(block.rounds):
            steps.append(Group(rounds, inner, name=block.name if block.rounds <= MOST_ROUNDS else ""))
    guessed = len({span.name for span in works if not (span.reps or span.waits)})
    return Taken(
        tidy(track.title), tuple(_named_once(steps)), (*track.lost, *(_held_or_moved(works) if guessed else ()))
    )


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Blocks that are done once and have no name are one, so that a time to get ready stands before what it is for."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and (last.rounds, last.name, block.rounds, block.name) == (1, "", 1, ""):
            found[-1] = Block(1, (*last.spans, *block.spans))
        else:
            found.append(block)
    return found


def _held_or_moved(works: list[Span]) -> Iterator[str]:
    """The apps do not say it, so it goes by the name, and that is told."""
    held = dict.fromkeys(span.name for span in works if span.still)
    moved = dict.fromkeys(span.name for span in works if not (span.still or span.reps or span.waits))
    told = [f"{what}: {', '.join(list(names)[:8])}{', ...' if len(names) > 8 else ''}" for what, names in
            (("held still", held), ("moving", moved)) if names]  # fmt: skip
    yield f"The file does not say what is held and what moves; by their names, {'; '.join(told)}."


def _parts(rounds: int) -> Iterator[int]:
    while rounds > 0:
        yield min(rounds, MOST_ROUNDS)
        rounds -= MOST_ROUNDS


def _named_once(steps: Iterable[Stretch | Group]) -> Iterator[Stretch | Group]:
    """A group that comes again is not written again; the same name for another group is dropped."""
    known: dict[str, Group] = {}
    for step in steps:
        first = known.setdefault(step.name, step) if isinstance(step, Group) and step.name else step
        if first is step or not isinstance(step, Group):
            yield step
        elif isinstance(first, Group) and first.stretches == step.stretches:
            yield replace(step, again=True)
        else:
            yield replace(step, name="")


@dataclass(slots=True)
class _Item:
    """A stretch and the time before it."""

    stretch: Stretch
    lead: SpanKind | None = None
    seconds: float = 0.0


def _stretches(spans: Iterable[Span], first: bool) -> Iterator[Stretch]:
    items = _sided(_in_sets(list(_items(spans))))
    for number, item in enumerate(items):
        usual = LEAD_IN if first and not number else SETUP
        if item.lead is SpanKind.REST:
            yield Stretch(REST, "Rest for a moment.", move=item.seconds, setup=0.0)
        elif item.lead and item.seconds != usual:
            item.stretch = replace(item.stretch, setup=item.seconds)
        yield item.stretch


def _items(spans: Iterable[Span]) -> Iterator[_Item]:
    lead: Span | None = None
    for span in spans:
        if span.kind is SpanKind.WORK:
            yield _Item(_stretch(span), lead.kind if lead else None, lead.seconds if lead else 0.0)
            lead = None
            continue
        if lead and lead.seconds:
            if lead.kind is not SpanKind.REST and span.kind is not SpanKind.REST:
                lead = replace(span, seconds=lead.seconds + span.seconds)
                continue
            rest = lead if lead.kind is SpanKind.REST else span
            lead = span if rest is lead else lead
            yield _Item(Stretch(REST, "Rest for a moment.", move=rest.seconds, setup=0.0))
            continue
        lead = span if span.seconds else lead
    if lead and lead.kind is SpanKind.REST:
        yield _Item(Stretch(REST, "Rest for a moment.", move=lead.seconds, setup=0.0))


def _stretch(span: Span) -> Stretch:
    side = {Side.LEFT: Sides.LEFT, Side.RIGHT: Sides.RIGHT}.get(span.side, Sides.NONE)
    if span.waits:
        return Stretch(
            span.name, span.say or "Go on when you are ready.", side=side, until=Until.READY, wait=span.seconds
        )
    if span.reps:
        tempo = span.seconds / span.reps - span.held
        said = span.say or "Follow the count."
        return Stretch(span.name, said, side=side, reps=span.reps, tempo=tempo, hold=span.held or None)
    if span.still:
        return Stretch(span.name, span.say or "Hold it steady.", side=side, hold=span.seconds)
    return Stretch(span.name, span.say or "Keep moving.", side=side, move=span.seconds)


def _in_sets(items: list[_Item]) -> list[_Item]:
    """The same again after the same rest is another set."""
    found: list[_Item] = []
    for item in items:
        last = found[-1] if found else None
        if last and last.stretch.until is None and item.stretch.name != REST:
            rest = item.seconds if item.lead is SpanKind.REST else 0.0
            ready = item.lead is SpanKind.READY and item.seconds == SETUP
            known = last.stretch.sets == 1 or last.stretch.rest == rest
            same = replace(last.stretch, sets=1, rest=0.0) == item.stretch
            if same and known and (rest or ready) and last.stretch.sets < MOST_ROUNDS:
                last.stretch = replace(last.stretch, sets=last.stretch.sets + 1, rest=rest)
                continue
        found.append(item)
    return found


def _sided(items: list[_Item]) -> list[_Item]:
    """The left leg and right after it the right one are one step for each side."""
    found: list[_Item] = []
    for item in items:
        last = found[-1] if found else None
        change = item.lead is None or (item.lead is SpanKind.SWITCH and item.seconds == SIDE_CHANGE)
        pair = last is not None and (last.stretch.side, item.stretch.side) == (Sides.LEFT, Sides.RIGHT)
        if last and change and pair and replace(item.stretch, side=Sides.LEFT) == last.stretch:
            last.stretch = replace(last.stretch, side=Sides.EACH)
            continue
        found.append(item)
    return found
