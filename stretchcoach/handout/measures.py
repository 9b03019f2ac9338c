"""What the measures of one exercise come to: a hold, a movement or a count, sets, sides and rests; or a question."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.routine import Sides
from stretchcoach.handout import keywords
from stretchcoach.handout.dose import Atom, DoseKind
from stretchcoach.words import handout_questions
from stretchcoach.words.wording import counted

BRIEF = 10.0
"""Seconds below which a hold belongs to a repetition, and is counted with it."""
MANY = 5.0
"""Times from which short holds, as in 10 x 5 s, are repetitions and no sets."""
WAY = 2.0
"""Seconds of a repetition there and back, beside its hold."""
SLOWLY = 4.0
PAUSE = 20.0
"""Seconds of rest that may lie between two repetitions."""
LONGEST_HOLD, LONGEST = 300.0, 2400.0
"""Seconds of one hold, and of one exercise on one side, that are taken without a question."""
LEAST_WAIT, MOST_WAIT, SECONDS_A_METRE = 60.0, 600.0, 2.0
"""Seconds that are left for a distance before the next step begins by itself."""
MOST = {"seconds": 3600.0, "repetitions": 200.0, "sets": 20.0}


class UnclearError(ValueError):
    """A question that only a person can answer."""


class Measure(Struct, frozen=True):
    """How an exercise is measured, and what has to be said of it."""

    hold: float | None = None
    move: float | None = None
    reps: int | None = None
    far: str = ""
    """A distance, as it is written; the person says when it is done."""
    tempo: float = 2.0
    sets: int = 1
    rounds: int = 1
    """More than one: sets of holds, which the format says as a group."""
    side: Sides = Sides.NONE
    rest: float = 0.0
    after: float = 0.0
    """Seconds of rest once it is done."""
    wait: float = 60.0
    """Seconds that are left for a distance."""
    lines: tuple[str, ...] = ()
    """What the coach says of it: that the direction changes."""
    told: tuple[str, ...] = ()
    """What was taken how, for the person to see."""

    @property
    def whole(self) -> float:
        """Seconds of it on one side, rests left out."""
        held = self.hold or 0.0
        each = (self.reps or 1) * max(held, self.tempo) if self.reps is not None else held or self.move or 0.0
        return each * self.sets * self.rounds

    @property
    def long(self) -> bool:
        """Whether it is longer than anybody stretches."""
        return (self.hold or 0.0) > LONGEST_HOLD or self.whole > LONGEST

    @property
    def answer(self) -> str:
        """The measure as a person would give it in answer to a question."""
        if self.far:
            what = self.far
        elif self.reps is not None:
            held = "" if self.hold is None else f", hold {self.hold:g} s each"
            what = f"{self.reps} reps{held}"
        else:
            what = f"{self.hold:g} s hold" if self.hold is not None else f"{self.move:g} s moving"
        sets = f"{self.sets} sets of {what}" if self.reps is not None else f"{self.sets} x {what}"
        rounds = f", {self.rounds} rounds" if self.rounds > 1 else ""
        side = {Sides.NONE: "", Sides.EACH: ", each side", Sides.ALTERNATE: ", alternate sides"}.get(
            self.side, f", {self.side.value} side"
        )
        rest = f", rest {self.rest:g} s" if self.rest else ""
        return f"{sets if self.sets > 1 else what}{rounds}{side}{rest}"

    @property
    def words(self) -> str:
        """The measure in a few words."""
        if self.far:
            what = handout_questions.as_far_as(self.far)
        elif self.reps is not None:
            held = "" if self.hold is None else handout_questions.each_held(self.hold)
            what = f"{counted(self.reps, 'repetition')}{held}"
        else:
            what = (
                handout_questions.hold_of(self.hold)
                if self.hold is not None
                else handout_questions.moving_for(self.move or 0.0)
            )
        sets = handout_questions.so_many_of(counted(self.sets, "set")) if self.sets > 1 else ""
        rounds = handout_questions.so_many_of(counted(self.rounds, "round")) if self.rounds > 1 else ""
        side = {
            Sides.NONE: "",
            Sides.EACH: handout_questions.EACH_SIDE,
            Sides.ALTERNATE: handout_questions.SIDES_IN_TURN,
        }.get(self.side, handout_questions.one_side(self.side.value))
        rest = handout_questions.rest_for(self.rest) if self.rest else ""
        after = handout_questions.rest_after(self.after) if self.after else ""
        return ", ".join(filter(None, (f"{rounds}{sets}{what}", side, rest, after, *self.told)))


def measure(atoms: Iterable[Atom], name: str, text: str, held: bool | None = None) -> Measure:
    """The measure of an exercise; raises an ``UnclearError`` with what to ask."""
    found: dict[DoseKind, list[Atom]] = {}
    listed = list(atoms)
    for atom in listed:
        found.setdefault(atom.kind, []).append(atom)
    if unclear := found.get(DoseKind.UNCLEAR):
        raise UnclearError(handout_questions.what_means(unclear[0].text.strip()))
    if falling := next((atom for atom in _values(found) if atom.most < atom.value), None):
        raise UnclearError(handout_questions.what_means(falling.text.strip()))
    if turned := _either_way(found):
        raise UnclearError(turned)
    breaths = next((atom.text.strip() for atom in found.get(DoseKind.OPEN, []) if _UNCOUNTED.search(atom.text)), "")
    if breaths and found.keys() & _COUNTED and not found.keys() & {DoseKind.HOLD, DoseKind.TIME}:
        raise UnclearError(handout_questions.seconds_of(breaths))
    if found.keys() & _COUNTED and (until := next(filter(_open_ended, found.get(DoseKind.OPEN, [])), None)):
        raise UnclearError(handout_questions.so_many_or(until.text.strip()))
    total = next((atom for atom in _values(found) if "total" in atom.text), None)
    if total and found.keys() & _BOTH and not _of_each_side(total, listed):
        raise UnclearError(handout_questions.one_side_or_both(total.text.strip()))
    each = [atom for atom in found.get(DoseKind.TIME, []) if atom.note == "each"]
    if each and DoseKind.EACH not in found:
        raise UnclearError(handout_questions.on_each_side(each[0].text.strip()))
    made = replace(_main(found, name, text, held), side=_side(found))
    if DoseKind.AGAIN in found and not found.keys() & _COUNTED and made.move is None:
        raise UnclearError(handout_questions.HOW_MANY_TIMES_REPEATED)
    made = _resting(found, _turning(found, made))
    if DoseKind.IN_TURN in found and made.hold is not None and made.reps is None and made.side is Sides.NONE:
        made = replace(made, side=Sides.ALTERNATE)
    ranges = [atom for kind, kept in found.items() if kind in _RANGED for atom in kept if atom.most > atom.value]
    told = tuple(handout_questions.lower_taken(_short(atom.text)) for atom in ranges)
    beside = [
        (atom, handout_questions.NOT_COUNTED) for atom in found.get(DoseKind.OPEN, []) if re.search(r"\d", atom.text)
    ]
    beside += [(atom, handout_questions.FOR_LATER) for atom in found.get(DoseKind.LATER, [])]
    told += tuple(f"'{_short(atom.text)}': {what}" for atom, what in beside)
    return _limited(replace(made, told=(*made.told, *told)))


_UNCOUNTED = re.compile(r"breath|(?:several|some) sec")
"""How long something is held, in a measure that is none; *a few seconds* are hardly more than a pause."""


def _of_each_side(total: Atom, listed: list[Atom]) -> bool:
    """``a total of 5 times (for each leg)``: what stands right behind it tells whose total it is."""
    behind = listed[listed.index(total) + 1 :][:1]
    return any(atom.kind is DoseKind.EACH and atom.note for atom in behind)


def _either_way(found: dict[DoseKind, list[Atom]]) -> str:
    """``8 x 3``, which some mean as three sets of eight; the question which of them."""
    for sets in found.get(DoseKind.SETS, []):
        for reps in found.get(DoseKind.REPS, []):
            if sets.text == reps.text and sets.value > reps.value and re.fullmatch(r"[\d\s-]+x[\d\s-]+", sets.text):
                return handout_questions.sets_of_which(sets.value, reps.value)
    return ""


def _open_ended(atom: Atom) -> bool:
    return bool(re.search(r"until|till|failure|fatigue|exhaustion|amrap|max|as many|as much|as often", atom.text))


def _values(found: dict[DoseKind, list[Atom]]) -> Iterable[Atom]:
    return (atom for kind in _RANGED for atom in found.get(kind, []))


_COUNTED = {DoseKind.REPS, DoseKind.TIMES, DoseKind.SETS}
_BOTH = {DoseKind.EACH, DoseKind.WAYS, DoseKind.IN_TURN}
_RANGED = (DoseKind.SETS, DoseKind.REPS, DoseKind.TIMES, DoseKind.HOLD, DoseKind.TIME, DoseKind.REST)


def _distance(found: dict[DoseKind, list[Atom]], far: Atom) -> Measure:
    """A way to go, once or several times; the person says when it is done."""
    others = [atom for kind in (DoseKind.HOLD, DoseKind.TIME, DoseKind.REPS) for atom in found.get(kind, [])]
    if others or len(found[DoseKind.DISTANCE]) > 1:
        raise UnclearError(handout_questions.so_many_or(far.text))
    sets, times = (_only(found.get(kind, []), kind.value) for kind in (DoseKind.SETS, DoseKind.TIMES))
    if sets is not None and times is not None:
        raise UnclearError(handout_questions.two_counts(sets, times))
    wait = min(MOST_WAIT, max(LEAST_WAIT, SECONDS_A_METRE * far.most))
    return Measure(far=far.text, sets=_whole(sets if times is None else times, "sets"), wait=wait)


def _main(found: dict[DoseKind, list[Atom]], name: str, text: str, held: bool | None) -> Measure:
    """Length, repetitions and sets."""
    if DoseKind.DISTANCE in found:
        return _distance(found, found[DoseKind.DISTANCE][0])
    sets, reps, times = (
        _only(found.get(kind, []), kind.value) for kind in (DoseKind.SETS, DoseKind.REPS, DoseKind.TIMES)
    )
    sets = sets or _only(found.get(DoseKind.ROUNDS, []), "sets")
    hold, length = (
        _only(found.get(kind, []), handout_questions.LENGTH_OF_TIME) for kind in (DoseKind.HOLD, DoseKind.TIME)
    )
    if hold is not None and length is not None and hold != length:
        raise UnclearError(handout_questions.two_lengths(hold, length))
    if reps is None and times is None and sets is None and (open_ := _open(found)):
        raise UnclearError(handout_questions.how_often_is(open_))
    if times is not None and reps is not None and sets is None:
        sets, times = (times, None) if times != reps else (None, None)
    if times is not None and reps is not None and times == reps:
        times = None  # "repeat 15 times: 2 sets of 15" says it twice
    if times is not None and reps is not None:
        raise UnclearError(handout_questions.two_counts(reps, times))
    reps = times if reps is None else reps
    seconds = hold if hold is not None else length
    if seconds is not None and any("long" in atom.text for atom in found.get(DoseKind.OPEN, [])):
        raise UnclearError(handout_questions.seconds_or_as_long(seconds))
    told = (
        (handout_questions.COUNT_AS_SECOND,)
        if any(atom.note == "counts" for atom in found.get(DoseKind.HOLD, []))
        else ()
    )
    if seconds is None:
        if reps is None:
            raise UnclearError(handout_questions.HOW_MUCH)
        return _counted(found, reps, sets)
    if reps is not None and seconds < BRIEF:
        return _brief(seconds, reps, sets, told)
    still = hold is not None or (not _goes_on(found, name) and _still(name, text, held))
    if not still and DoseKind.REPS in found:
        raise UnclearError(handout_questions.seconds_or_times(seconds, reps or 0.0))
    if still and reps is None and sets is not None and sets >= MANY and seconds < BRIEF:
        return _brief(seconds, sets, None, told)
    many, rounds = (sets, None) if reps is None else (reps, sets)
    kept = Measure(sets=_whole(many, "sets"), rounds=_whole(rounds, "sets"), told=told)
    return replace(kept, hold=seconds) if still else replace(kept, move=seconds)


def _goes_on(found: dict[DoseKind, list[Atom]], name: str) -> bool:
    """``Repeat for 1 minute``: a movement, unless it is called by what is held still."""
    return repeated_for(found.get(DoseKind.TIME, [])) and not keywords.STILL.search(name.lower())


def repeated_for(timed: list[Atom]) -> bool:
    """Whether what has a length is done again and again for that long."""
    return bool(timed) and all(atom.text.startswith("repeat") for atom in timed)


def _open(found: dict[DoseKind, list[Atom]]) -> str:
    """``several times``, where nothing else says how often."""
    said = (atom.text.strip() for atom in found.get(DoseKind.OPEN, []))
    return next((text for text in said if text.endswith(("times", "sets", "reps", "repetitions"))), "")


def _counted(found: dict[DoseKind, list[Atom]], reps: float, sets: float | None) -> Measure:
    made = Measure(reps=_whole(reps, "repetitions"), sets=_whole(sets, "sets"))
    if beat := sum(atom.value for atom in found.get(DoseKind.TEMPO, [])):
        return replace(made, tempo=max(1.0, beat), told=(handout_questions.seconds_each(max(1.0, beat)),))
    if DoseKind.SLOW in found:
        return replace(made, tempo=SLOWLY, told=(handout_questions.slowly(SLOWLY),))
    return made


def _brief(seconds: float, reps: float, sets: float | None, told: tuple[str, ...]) -> Measure:
    """Repetitions with a short hold in each."""
    count = Measure(hold=seconds, reps=_whole(reps, "repetitions"), sets=_whole(sets, "sets"), tempo=WAY)
    return replace(count, told=(handout_questions.way_to_move(WAY), *told))


def _still(name: str, text: str, held: bool | None) -> bool:
    """Whether a length of time is a hold; asks where the words do not tell."""
    if held is not None or keywords.GOES.search(name.lower()):
        return bool(held)
    name, text = keywords.PEOPLE.sub("", name.lower()), text.lower()
    moving = bool(keywords.CONTEXT.search(f"{name} {text}"))
    for said in (name, text):
        strong, weak, moved = (bool(each.search(said)) for each in (keywords.STILL, keywords.HELD, keywords.MOVED))
        if strong and not moving:
            return True
        if weak != moved:
            return weak and not moving
        if weak or moved:
            break
    if keywords.CONTEXT.search(text) and not any(each.search(text) for each in (keywords.STILL, keywords.HELD)):
        return False
    raise UnclearError(handout_questions.HOLD_OR_MOVE)


def _side(found: dict[DoseKind, list[Atom]]) -> Sides:
    if DoseKind.EACH in found or {DoseKind.LEFT, DoseKind.RIGHT} <= found.keys():
        return Sides.EACH
    if DoseKind.LEFT in found:
        return Sides.LEFT
    return Sides.RIGHT if DoseKind.RIGHT in found else Sides.NONE


def _turning(found: dict[DoseKind, list[Atom]], made: Measure) -> Measure:
    """``each direction``: as many sets again, the other way."""
    if DoseKind.WAYS not in found:
        return made
    told = (*made.told, handout_questions.ONE_EACH_WAY)
    return replace(made, sets=made.sets * 2, lines=(*made.lines, handout_questions.CHANGE_DIRECTION), told=told)


def _resting(found: dict[DoseKind, list[Atom]], made: Measure) -> Measure:
    rest = _only(found.get(DoseKind.REST, []), "rest")
    if not rest:
        return made
    if made.reps is not None and made.hold is not None and made.sets == 1 and rest <= PAUSE:
        told = (*made.told, handout_questions.rest_after_each(rest))
        return replace(made, tempo=max(WAY, rest), told=told)
    return replace(made, rest=rest) if made.sets > 1 else replace(made, after=rest)


def _only(atoms: list[Atom], what: str) -> float | None:
    """The one value of these atoms; None of none, a question of several."""
    values = list(dict.fromkeys(atom.value for atom in atoms))
    if len(values) > 1:
        listed = " and ".join(f"{value:g}" for value in values)
        raise UnclearError(handout_questions.more_than_one(what.removesuffix("s"), listed))
    return values[0] if values else None


def _whole(value: float | None, what: str) -> int:
    if value is None:
        return 1
    if value != int(value) or value < 1:
        raise UnclearError(handout_questions.no_number_of(value, what))
    if value > MOST[what]:
        raise UnclearError(handout_questions.more_than_most(value, what, MOST[what]))
    return int(value)


def _limited(made: Measure) -> Measure:
    if made.sets > MOST["sets"]:
        raise UnclearError(handout_questions.sets_more_than_most(made.sets, MOST["sets"]))
    for seconds in (made.hold, made.move, made.rest or None, made.after or None):
        if seconds is not None and not 1 <= seconds <= MOST["seconds"]:
            raise UnclearError(handout_questions.length_not_right(seconds))
    return made


def _short(text: str) -> str:
    text = text.strip(" ,;:-(")
    return text if len(text) <= 40 else f"{text[:37]}..."
