"""What every exercise timer can say: one length of time after another, some of them several times over."""

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Group, Sides, Stretch, Until
from stretchcoach.core.unfold import LEAD_IN, SETUP, SIDE_CHANGE
from stretchcoach.handout.steps import rest as rest_step
from stretchcoach.neighbours import labels
from stretchcoach.words import handout_questions, timer_files

MOST_ROUNDS = 20
"""Rounds of a group, and sets of a stretch."""
MOST_REPS = 200
QUICKEST = 0.1
"""Seconds of a repetition, its hold left out, below which a count in a name is no count."""
REST, READY, SWITCH = handout_questions.REST, "Get ready", "Change sides"
_RESTS = frozenset({"rest", "pause", "break", "recover", "recovery", "relax"})
_READIES = frozenset({"get ready", "prepare", "preparation", "ready", "get set"})
_SWITCHES = frozenset(
    {"change sides", "switch sides", "switch", "swap sides", "change side", "switch legs", "change legs"}
)


class IntervalKind(Enum):
    """What the time is for."""

    WORK = "work"
    REST = "rest"
    READY = "get ready"
    SWITCH = "change sides"


class Interval(Struct, frozen=True):
    """One length of time."""

    kind: IntervalKind
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


class Circuit(Struct, frozen=True):
    """Intervals in order, ``rounds`` times over."""

    rounds: int
    intervals: tuple[Interval, ...]
    name: str = ""


class Track(Struct, frozen=True):
    """One workout of an app."""

    title: str
    circuits: tuple[Circuit, ...]
    lost: tuple[str, ...] = ()
    """What of it has no place here, a sentence each."""


class Taken(Struct, frozen=True):
    """A workout of an app as the steps of a routine."""

    title: str
    steps: tuple[Stretch | Group, ...]
    lost: tuple[str, ...] = ()


def one_line(text: str) -> str:
    """One line without half letters and those that cannot be seen."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable()).strip()


def named_only(name: str, seconds: float) -> Interval:
    """What an app that has nothing but names says with one."""
    name, seconds = one_line(name), round(seconds, 3)
    plain = name.strip(" .:!").lower()
    for kind, words in ((IntervalKind.REST, _RESTS), (IntervalKind.READY, _READIES), (IntervalKind.SWITCH, _SWITCHES)):
        if plain in words:
            return Interval(kind, seconds)
    label = labels.parsed(name)
    counted = 0 < label.reps <= MOST_REPS and seconds / label.reps - label.held >= QUICKEST
    reps, held = (label.reps, label.held) if counted else (0, 0.0)
    still = labels.still(label.name) and not reps
    return Interval(IntervalKind.WORK, seconds, label.name or handout_questions.EXERCISE, label.side, reps, held, still)


def label_of(interval: Interval) -> str:
    """The name that says all of it."""
    named = {IntervalKind.REST: REST, IntervalKind.READY: READY, IntervalKind.SWITCH: SWITCH}
    return named.get(interval.kind) or labels.written(
        labels.Label(interval.name, interval.side, interval.reps, interval.held)
    )


def taken_of(track: Track) -> Taken:
    """The steps of a routine; sets and sides that follow each other become one step."""
    steps: list[Stretch | Group] = []
    works = [
        interval for circuit in track.circuits for interval in circuit.intervals if interval.kind is IntervalKind.WORK
    ]
    for circuit in _joined(track.circuits):
        inner = tuple(_stretches(circuit.intervals, not steps))
        if not inner:
            continue
        if circuit.rounds == 1 and not circuit.name:
            steps += inner
            continue
        for rounds in _parts(circuit.rounds):
            steps.append(Group(rounds, inner, name=circuit.name if circuit.rounds <= MOST_ROUNDS else ""))
    instant = dict.fromkeys(interval.name for interval in works if not interval.seconds)
    lost = (timer_files.lasting_no_time(", ".join(instant)),) if instant else ()
    works = [interval for interval in works if interval.seconds]
    guessed = len({interval.name for interval in works if not (interval.reps or interval.waits)})
    return Taken(
        one_line(track.title),
        tuple(_named_once(steps)),
        (*track.lost, *lost, *(_held_or_moved(works) if guessed else ())),
    )


def _joined(circuits: Iterable[Circuit]) -> list[Circuit]:
    """Blocks that are done once and have no name are one, so that a time to get ready stands before what it is for."""
    found: list[Circuit] = []
    for circuit in circuits:
        last = found[-1] if found else None
        if last and (last.rounds, last.name, circuit.rounds, circuit.name) == (1, "", 1, ""):
            found[-1] = Circuit(1, (*last.intervals, *circuit.intervals))
        else:
            found.append(circuit)
    return found


def _held_or_moved(works: list[Interval]) -> Iterator[str]:
    """The apps do not say it, so it goes by the name, and that is told."""
    held = dict.fromkeys(interval.name for interval in works if interval.still)
    moved = dict.fromkeys(
        interval.name for interval in works if not (interval.still or interval.reps or interval.waits)
    )
    told = [f"{what}: {', '.join(list(names)[:8])}{', ...' if len(names) > 8 else ''}" for what, names in
            ((timer_files.HELD_STILL, held), ("moving", moved)) if names]  # fmt: skip
    yield timer_files.by_their_names("; ".join(told))


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


class _Item(Struct):
    """A stretch and the time before it."""

    stretch: Stretch
    lead: IntervalKind | None = None
    seconds: float = 0.0


def _stretches(intervals: Iterable[Interval], first: bool) -> Iterator[Stretch]:
    items = _sided(_in_sets(list(_items(intervals))))
    for number, item in enumerate(items):
        usual = LEAD_IN if first and not number else SETUP
        if item.lead is IntervalKind.REST:
            yield rest_step(item.seconds)
        elif item.lead and item.seconds != usual:
            item.stretch = replace(item.stretch, setup=item.seconds)
        yield item.stretch


def _items(intervals: Iterable[Interval]) -> Iterator[_Item]:
    lead: Interval | None = None
    for interval in intervals:
        if interval.kind is IntervalKind.WORK and not interval.seconds:
            continue
        if interval.kind is IntervalKind.WORK:
            yield _Item(_stretch(interval), lead.kind if lead else None, lead.seconds if lead else 0.0)
            lead = None
            continue
        if lead and lead.seconds:
            if lead.kind is not IntervalKind.REST and interval.kind is not IntervalKind.REST:
                lead = replace(interval, seconds=lead.seconds + interval.seconds)
                continue
            rest = lead if lead.kind is IntervalKind.REST else interval
            lead = interval if rest is lead else lead
            yield _Item(rest_step(rest.seconds))
            continue
        lead = interval if interval.seconds else lead
    if lead and lead.kind is IntervalKind.REST:
        yield _Item(rest_step(lead.seconds))


def _stretch(interval: Interval) -> Stretch:
    side = {Side.LEFT: Sides.LEFT, Side.RIGHT: Sides.RIGHT}.get(interval.side, Sides.NONE)
    if interval.waits:
        return Stretch(
            interval.name,
            interval.say or timer_files.GO_ON_WHEN_READY,
            side=side,
            until=Until.READY,
            wait=interval.seconds,
        )
    if interval.reps:
        tempo = interval.seconds / interval.reps - interval.held
        said = interval.say or handout_questions.FOLLOW_THE_COUNT
        return Stretch(interval.name, said, side=side, reps=interval.reps, tempo=tempo, hold=interval.held or None)
    if interval.still:
        return Stretch(
            interval.name, interval.say or handout_questions.HOLD_IT_STEADY, side=side, hold=interval.seconds
        )
    return Stretch(interval.name, interval.say or handout_questions.KEEP_MOVING, side=side, move=interval.seconds)


def _in_sets(items: list[_Item]) -> list[_Item]:
    """The same again after the same rest is another set."""
    found: list[_Item] = []
    for item in items:
        last = found[-1] if found else None
        if last and last.stretch.until is None and item.stretch.name != REST:
            rest = item.seconds if item.lead is IntervalKind.REST else 0.0
            ready = item.lead is IntervalKind.READY and item.seconds == SETUP
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
        change = item.lead is None or (item.lead is IntervalKind.SWITCH and item.seconds == SIDE_CHANGE)
        pair = last is not None and (last.stretch.side, item.stretch.side) == (Sides.LEFT, Sides.RIGHT)
        if last and change and pair and replace(item.stretch, side=Sides.LEFT) == last.stretch:
            last.stretch = replace(last.stretch, side=Sides.EACH)
            continue
        found.append(item)
    return found
