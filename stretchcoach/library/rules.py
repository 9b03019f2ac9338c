"""What the types cannot say: one measure a stretch, cues inside their step, lengths that make sense."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from stretchcoach.audio.pronunciation import unspeakable
from stretchcoach.core.commands import TABLE
from stretchcoach.core.holds import BOTH_SIDES, LIMIT, muscle, static_seconds
from stretchcoach.core.messages import Command, Side
from stretchcoach.core.phrases import ANSWERS
from stretchcoach.core.plan import Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch
from stretchcoach.core.unfold import plan_seconds
from stretchcoach.figure.names import names
from stretchcoach.grammar.meaning import tidy
from stretchcoach.library.check import Fault
from stretchcoach.library.tables import MEASURES
from stretchcoach.library.toml_lines import Path
from stretchcoach.machine.nearest import guess
from stretchcoach.words import library_faults
from stretchcoach.words.wording import listed

_SIDES = (Command.LEFT, Command.RIGHT, Command.BOTH)
EVERYDAY = frozenset({"back", "next"})
"""Words that nobody can do without who speaks of knees and steps; over the coach's own line they count for nothing."""
_LISTENED_FOR = (
    *(
        tidy(phrase)
        for command, entry in TABLE.items()
        if command not in _SIDES
        for phrase in entry.phrases
        if phrase not in EVERYDAY
    ),
    *(answer for answers in (ANSWERS["yes"], ANSWERS["no"], ANSWERS["not_sure"]) for answer in answers[:1]),
)
LONG_MINUTES = 25.0
"""Minutes, the voice included, from which a routine is long: a full football warm-up stays below it."""
MOST_MINUTES = 240.0
MOST_STEPS = 5000
"""What a routine may unfold into: it must be there within a second."""
MOST_SOUNDS = 20_000
"""Repetitions that are counted, and cues of the author's own."""
HELD_SOUNDS = 6
"""A repetition with a hold: its number, the hold, three beeps and the end."""
MOST_GUESSES = 20
"""Unknown words for which the nearest known one is looked for; a file may hold thousands."""


def stretch_faults(values: dict[str, Any], path: Path) -> Iterator[Fault]:
    """Faults inside one checked stretch; values that are wrong by themselves are None here and left alone."""
    given = [key for key in MEASURES if key in values]
    if not given:
        yield Fault((*path, "hold"), library_faults.NO_MEASURE)
    for key in given[1:]:
        if {*given} <= {"hold", "reps"}:
            continue
        yield Fault((*path, key), library_faults.second_measure(given[0]))
    for index, cue in enumerate(values.get("cues") or ()):
        at = (*path, "cues", index)
        if ("say" in cue) is ("sound" in cue):
            yield Fault(at, library_faults.SAY_OR_SOUND)
        if (len(given) == 1 or {*given} == {"hold", "reps"}) and cue.get("at") is not None:
            yield from _outside(cue["at"], values, (*at, "at"))


def group_faults(steps: Sequence[dict[str, Any]]) -> Iterator[Fault]:
    """Faults of groups with a name: one that comes again must be there, and each name belongs to one."""
    places: dict[str, int] = {}
    for index, step in enumerate(steps):
        name = step.get("group")
        if name and "stretches" in step:
            if name in places:
                message = library_faults.group_name_taken(name, places[name] + 1)
                yield Fault(("steps", index, "group"), message)
            places.setdefault(name, index)
    guesses = 0
    for index, step in enumerate(steps):
        name = step.get("group")
        if name and "stretches" not in step and places.get(name, index) >= index:
            guesses += 1
            near = guess(name, places) if guesses <= MOST_GUESSES and name not in places else ""
            yield Fault(("steps", index, "group"), library_faults.no_group_above(name, near))


def _outside(at: float, values: dict[str, Any], path: Path) -> Iterator[Fault]:
    if "until" in values:
        if at < 0:
            yield Fault(path, library_faults.NO_END_TO_COUNT_FROM)
        return
    length = _written_length(values)
    if length is not None and not -length <= at < length:
        yield Fault(path, library_faults.outside_the_step(length))


def _written_length(values: dict[str, Any]) -> float | None:
    if "reps" in values:
        reps, tempo, held = values["reps"], values.get("tempo", 2.0), values.get("hold", 0.0)
        return None if reps is None or tempo is None or held is None else reps * (tempo + held)
    length: float | None = values.get("hold") or values.get("move")
    return length


def routine_faults(routine: Routine, written: float | None, minutes: float, known: Collection[str]) -> Iterator[Fault]:
    """Warnings about a routine that takes ``minutes``; ``written``: its own; ``known``: the keys of all sources."""
    if minutes > MOST_MINUTES:
        yield Fault(("steps",), library_faults.hours_long(minutes / 60))
    elif minutes > LONG_MINUTES:
        yield Fault(("steps",), library_faults.minutes_long(minutes, LONG_MINUTES), warning=True)
    if written is not None and abs(written - minutes) > max(1.0, minutes / 5):
        yield Fault(("minutes",), library_faults.other_minutes(written, minutes), warning=True)
    yield from _unknown_sources(routine, known)
    yield from _unknown_poses(routine)
    yield from _unspeakable(routine)
    if routine.purpose == "warm-up":
        yield from _long_statics(routine)


def too_much(routine: Routine) -> Iterator[Fault]:
    """Why it cannot be unfolded, so that its minutes cannot be reckoned; found without doing it."""
    steps = sounds = 0
    for _, stretch, rounds in walk(routine):
        bouts = rounds * stretch.sets * (2 if stretch.side in (Sides.EACH, Sides.ALTERNATE) else 1)
        steps += 2 * bouts
        sounds += bouts * ((stretch.reps or 0) * (1 if stretch.hold is None else HELD_SOUNDS) + len(stretch.cues))
    for number, most, what in (
        (steps, MOST_STEPS, "steps"),
        (sounds, MOST_SOUNDS, library_faults.REPETITIONS_AND_CUES),
    ):
        if number > most:
            yield Fault(("steps",), library_faults.too_many_steps_or_sounds(number, what, most))


def heard_faults(routine: Routine) -> Iterator[Fault]:
    """Warnings where a spoken line holds something that the microphone listens for."""
    for path, stretch in stretches_once(routine):
        lines = [(key, getattr(stretch, key)) for key in ("name", "say", "short", "how")]
        places = [((*path, key), line) for key, line in lines]
        places += [((*path, "cues", index, "say"), cue.say) for index, cue in enumerate(stretch.cues)]
        for place, line in places:
            padded = f" {tidy(line)} "
            if found := sorted(phrase for phrase in _LISTENED_FOR if f" {phrase} " in padded):
                said = listed([f'"{phrase}"' for phrase in found])
                message = library_faults.says_a_command(said)
                yield Fault(place, message, warning=True)


def _unknown_sources(routine: Routine, known: Collection[str]) -> Iterator[Fault]:
    places = [((), routine.sources), *((path, stretch.sources) for path, stretch in stretches_once(routine))]
    guesses = 0
    for path, keys in places:
        for index, key in enumerate(keys):
            if key not in known and not key.startswith(("http://", "https://")):
                guesses += 1
                near = guess(key, known) if guesses <= MOST_GUESSES else ""
                message = library_faults.no_source(key, near)
                yield Fault((*path, "sources", index), message, warning=True)


def _unknown_poses(routine: Routine) -> Iterator[Fault]:
    """A warning: the stretch can be done without its figure."""
    unknown = ((path, stretch.pose) for path, stretch in stretches_once(routine) if stretch.pose not in ("", *names()))
    for number, (path, pose) in enumerate(unknown):
        near = guess(pose, names()) if number < MOST_GUESSES else ""
        yield Fault((*path, "pose"), library_faults.no_figure(pose, near), warning=True)


def _unspeakable(routine: Routine) -> Iterator[Fault]:
    """A warning for every spoken text with a sign that no voice can say."""
    for path, stretch in stretches_once(routine):
        texts = [(key, getattr(stretch, key)) for key in ("name", "say", "short", "how")]
        for key, text in texts:
            for sign in unspeakable(text):
                yield Fault((*path, key), library_faults.not_speakable(sign), warning=True)
        for index, cue in enumerate(stretch.cues):
            for sign in unspeakable(cue.say):
                yield Fault((*path, "cues", index, "say"), library_faults.not_speakable(sign), warning=True)


def _long_statics(routine: Routine) -> Iterator[Fault]:
    """A warning where a muscle's holds, on one side, pass the limit."""
    totals: dict[tuple[str, Side], float] = defaultdict(float)
    for path, stretch, rounds in walk(routine):
        over = False
        for where, held in static_seconds(stretch, rounds):
            before, totals[where] = totals[where], totals[where] + held
            over = over or before <= LIMIT < totals[where]
        if over:
            total = max(totals[muscle(stretch), side] for side in BOTH_SIDES)
            message = library_faults.long_stretch(muscle(stretch), total, LIMIT)
            yield Fault((*path, "hold"), message, warning=True)


def walk(routine: Routine) -> Iterator[tuple[Path, Stretch, int]]:
    """Every stretch in order, with its place in the file and how many rounds it is done."""
    for index, entry in enumerate(routine.steps):
        if isinstance(entry, Group):
            for inner, stretch in enumerate(entry.stretches):
                yield ("steps", index, "stretches", inner), stretch, entry.repeat
        else:
            yield ("steps", index), entry, 1


def stretches_once(routine: Routine) -> Iterator[tuple[Path, Stretch]]:
    """Every stretch once, with its place: without those of groups that come again."""
    again = {index for index, entry in enumerate(routine.steps) if isinstance(entry, Group) and entry.again}
    return ((path, stretch) for path, stretch, _ in walk(routine) if path[1] not in again)


def reckoned_minutes(routine: Routine) -> float:
    """How long it takes with all that is spoken the first time, to half a minute."""
    return max(0.5, round(plan_seconds(routine, Style()) / 30) / 2)
