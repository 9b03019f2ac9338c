"""What is measured in a sentence: a measure, its kinds, and how one is made of the words that a pattern found."""

import re
from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from stretchcoach.handout.numbers import seconds, values

GAP = "¤"
"""Stands where a measure was taken out."""


class DoseKind(Enum):
    """What a measure measures."""

    SETS = "sets"
    REPS = "repetitions"
    TIMES = "times"
    """A bare ``x 3``: sets where there are repetitions or a length beside it, repetitions otherwise."""
    HOLD = "hold"
    TIME = "length"
    DISTANCE = "distance"
    REST = "rest"
    OFTEN = "how often"
    EACH = "each side"
    IN_TURN = "sides in turn"
    LEFT = "left"
    RIGHT = "right"
    WAYS = "each direction"
    ROUNDS = "rounds"
    SLOW = "slowly"
    TEMPO = "tempo"
    OPEN = "no number"
    """``as many as you can``, ``a few times``: a measure without a number."""
    LATER = "for later"
    """``working up to 3 sets``."""
    AGAIN = "repeat"
    """*Repeat*, and nothing that says how often."""
    UNCLEAR = "unclear"
    """``15m``, metres or minutes; ``x 2 daily``."""


class Atom(Struct, frozen=True):
    """One measure; of a range the lower end counts, and ``most`` is the upper."""

    kind: DoseKind
    value: float = 0.0
    most: float = 0.0
    text: str = ""
    note: str = ""
    """``between sets`` or ``between exercises`` of a rest."""


LONG_COUNT = 10
"""Whoever counts so far holds still; below it is a slow movement."""
Maker = Callable[[re.Match[str]], tuple[Atom, ...] | None]
"""The measures of a match; None where it is none after all."""


def one_of(kind: DoseKind, note: str = "") -> Maker:
    return lambda found: (Atom(kind, *values(found, "n"), found[0], note),)


def length_of(kind: DoseKind, note: str = "") -> Maker:
    return lambda found: (Atom(kind, *seconds(found, "t"), found[0], note),)


def word_of(kind: DoseKind) -> Maker:
    return lambda found: (Atom(kind, text=found[0]),)


def unsaid(_: re.Match[str]) -> tuple[Atom, ...]:
    """Words that leave a measure as it is: ``or as instructed``."""
    return ()


def two_of(first: DoseKind, second: DoseKind) -> Maker:
    return lambda found: (Atom(first, *values(found, "n"), found[0]), Atom(second, *values(found, "r"), found[0]))


def one_timed(first: DoseKind, second: DoseKind) -> Maker:
    return lambda found: (Atom(first, *values(found, "n"), found[0]), Atom(second, *seconds(found, "t"), found[0]))


def three_of(found: re.Match[str]) -> tuple[Atom, ...]:
    parts = (Atom(DoseKind.SETS, *values(found, "n"), found[0]), Atom(DoseKind.REPS, *values(found, "r"), found[0]))
    return (*parts, Atom(DoseKind.HOLD, *seconds(found, "t"), found[0]))


def rest_of(found: re.Match[str]) -> tuple[Atom, ...]:
    said = found[0]
    note = "sets" if re.search(r"sets|reps|repetitions|serien|each set|holds", said) else ""
    if "pause" in said and "zwischen" not in said and not note and seconds(found, "t")[1] < 10:
        return (Atom(DoseKind.HOLD, *seconds(found, "t"), said),)
    note = "exercises" if re.search(r"exercises|stretches|movements|stations", said) else note
    return (Atom(DoseKind.REST, *seconds(found, "t"), said, note),)


def held_of(found: re.Match[str]) -> tuple[Atom, ...]:
    times = values(found, "n") if found["n"] else values(found, "o")
    kind = DoseKind.HOLD if re.search("hold|held", found[0]) else DoseKind.TIME
    return Atom(DoseKind.TIMES, *times, found[0]), Atom(kind, *seconds(found, "t"), found[0])


def sets_last(found: re.Match[str]) -> tuple[Atom, ...]:
    return Atom(DoseKind.SETS, *values(found, "n"), found[0]), Atom(DoseKind.REPS, *values(found, "r"), found[0])


def counted_of(found: re.Match[str]) -> tuple[Atom, ...]:
    """``in repetitions of 10``; how many ``sets of 10`` there are is not said."""
    if found[0].startswith("sets"):
        return (Atom(DoseKind.UNCLEAR, text=found[0]),)
    return (Atom(DoseKind.REPS, *values(found, "n"), found[0]),)


def spelt_again_of(found: re.Match[str]) -> tuple[Atom, ...]:
    times = 2.0 if found["w"] == "twice" else 3.0
    return (Atom(DoseKind.TIMES, times, times, found[0]),)


def tempo_of(found: re.Match[str]) -> tuple[Atom, ...]:
    name = next(name for name in ("n", "n0", "m0") if found[name])
    low, most = values(found, name)
    kind = DoseKind.HOLD if name == "m0" and low >= LONG_COUNT else DoseKind.TEMPO
    return (Atom(kind, low, most, found[0], "counts"),)


def slowly_of(found: re.Match[str]) -> tuple[Atom, ...]:
    over = found[0].startswith("over")
    return (Atom(DoseKind.TEMPO, *seconds(found, "t" if over else "u"), found[0]),)


def turns_of(found: re.Match[str]) -> tuple[Atom, ...]:
    """So many on the one side and so many on the other; only the same number is plain."""
    first, other = ("n", "r") if found["n"] else ("m", "q")
    if values(found, first) != values(found, other):
        return (Atom(DoseKind.UNCLEAR, text=found[0]),)
    return Atom(DoseKind.REPS, *values(found, first), found[0]), Atom(DoseKind.EACH, text=found[0])


def ways_of(found: re.Match[str]) -> tuple[Atom, ...]:
    """``10 times clockwise, 10 times anticlockwise``; only the same number is plain."""
    if values(found, "n") != values(found, "r"):
        return (Atom(DoseKind.UNCLEAR, text=found[0]),)
    return Atom(DoseKind.REPS, *values(found, "n"), found[0]), Atom(DoseKind.WAYS, text=found[0])


def both_of(found: re.Match[str]) -> tuple[Atom, ...]:
    """``3 x 10+10``: so many on the one side, and as many on the other."""
    sets = (Atom(DoseKind.SETS, float(found["n"]), float(found["n"]), found[0]),) if found["n"] else ()
    many = float(found["r"])
    return (*sets, Atom(DoseKind.REPS, many, many, found[0]), Atom(DoseKind.EACH, text=found[0], note="plus"))


def spelt_of(found: re.Match[str]) -> tuple[Atom, ...]:
    words = {
        "twice": 2,
        "thrice": 3,
        "zweimal": 2,
        "dreimal": 3,
        "viermal": 4,
        "fünfmal": 5,
        "sechsmal": 6,
        "zehnmal": 10,
    }
    times = float(words[found["w"] or found["w2"]])
    return (Atom(DoseKind.TIMES, times, times, found[0]),)
