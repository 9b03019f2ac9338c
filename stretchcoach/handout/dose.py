"""What is measured in a sentence: sets, repetitions, holds, rests, sides, and how often a day.

Each pattern takes its words out of the sentence, so that a later one cannot read them again; digits that are left over
are for a person to look at.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from stretchcoach.handout.keywords import PART
from stretchcoach.handout.numbers import NUMBER, length, seconds, span, values

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


@dataclass(frozen=True, slots=True)
class Atom:
    """One measure; of a range the lower end counts, and ``most`` is the upper."""

    kind: DoseKind
    value: float = 0.0
    most: float = 0.0
    text: str = ""
    note: str = ""
    """``between sets`` or ``between exercises`` of a rest."""


LIMB = r"(?:legs?|sides?|foot|feet|arms?|ankles?|knees?|hips?|hands?|shoulders?|calf|limbs?|seiten?|beine?|wade)\b"
EVERY = r"(?:each|per|every|ea\.?|pro|jede[smnr]?|je)"
DAY = r"(?:days?|d|weeks?|wk|hours?|nights?|mornings?|evenings?|months?|tag|woche|stunde)\b"
TIMED = rf"(?:once|twice|thrice|{span('n')}(?:\s*x\b|\s*(?:times?|sessions?|mal)\b|x\b)?)"
REPEAT = r"(?:repeat(?:ing|ed)?|perform|do|complete|aim for|aim to do|repetitions?|reps?|repeats?|wiederholungen|wiederholen)"
UNIT = (
    r"\s*(?:-\s*)?(?:°|degrees?|deg\b|cm|mm|km|kg|lbs?|pounds?|inch(?:es)?|ft|feet|foot|met(?:re|er)s?|yards?|miles?|steps?"
    r"|%|percent|/\s*10|weeks?|days?|months?|hours?|years?|sets?|exercises|stretches|piece|by)"
)
THING = r"(?:elastic|resistance|therapy|rubber|tubing|bands?|ropes?|straps?|strips?|lengths?|cord)"
MOVES = (
    r"(?:lunges|swings|circles|rotations|kicks|raises|lifts|squats|taps|curls|turns|twists|jumps|hops|rolls|bends|presses|pulls|dips"
    r"|bridges|crunches|skips|pumps|shrugs|slides|extensions|flexions|[a-z]+-ups|push ups|sit ups|step ups|press ups|pushups|situps|squeezes|tucks|marches|jacks)"
)
"""What is counted one by one."""
Maker = Callable[[re.Match[str]], tuple[Atom, ...]]


def _one(kind: DoseKind, note: str = "") -> Maker:
    return lambda found: (Atom(kind, *values(found, "n"), found[0], note),)


def _time(kind: DoseKind, note: str = "") -> Maker:
    return lambda found: (Atom(kind, *seconds(found, "t"), found[0], note),)


def _word(kind: DoseKind) -> Maker:
    return lambda found: (Atom(kind, text=found[0]),)


def _both(first: DoseKind, second: DoseKind) -> Maker:
    return lambda found: (Atom(first, *values(found, "n"), found[0]), Atom(second, *values(found, "r"), found[0]))


def _timed(first: DoseKind, second: DoseKind) -> Maker:
    return lambda found: (Atom(first, *values(found, "n"), found[0]), Atom(second, *seconds(found, "t"), found[0]))


def _three(found: re.Match[str]) -> tuple[Atom, ...]:
    parts = (Atom(DoseKind.SETS, *values(found, "n"), found[0]), Atom(DoseKind.REPS, *values(found, "r"), found[0]))
    return (*parts, Atom(DoseKind.HOLD, *seconds(found, "t"), found[0]))


def _rest(found: re.Match[str]) -> tuple[Atom, ...]:
    said = found[0]
    note = "sets" if re.search(r"sets|reps|repetitions|serien|each set|holds", said) else ""
    if "pause" in said and "zwischen" not in said and not note and seconds(found, "t")[1] < 10:
        return (Atom(DoseKind.HOLD, *seconds(found, "t"), said),)
    note = "exercises" if re.search(r"exercises|stretches|movements|stations", said) else note
    return (Atom(DoseKind.REST, *seconds(found, "t"), said, note),)


def _held(found: re.Match[str]) -> tuple[Atom, ...]:
    times = values(found, "n") if found["n"] else values(found, "o")
    kind = DoseKind.HOLD if re.search("hold|held", found[0]) else DoseKind.TIME
    return Atom(DoseKind.TIMES, *times, found[0]), Atom(kind, *seconds(found, "t"), found[0])


def _sets_last(found: re.Match[str]) -> tuple[Atom, ...]:
    return Atom(DoseKind.SETS, *values(found, "n"), found[0]), Atom(DoseKind.REPS, *values(found, "r"), found[0])


def _spelt_again(found: re.Match[str]) -> tuple[Atom, ...]:
    times = 2.0 if found["w"] == "twice" else 3.0
    return (Atom(DoseKind.TIMES, times, times, found[0]),)


def _tempo(found: re.Match[str]) -> tuple[Atom, ...]:
    name = next(name for name in ("n", "n0", "m0") if found[name])
    low, most = values(found, name)
    kind = DoseKind.HOLD if name == "m0" and low >= LONG_COUNT else DoseKind.TEMPO
    return (Atom(kind, low, most, found[0], "counts"),)


def _slowly(found: re.Match[str]) -> tuple[Atom, ...]:
    over = found[0].startswith("over")
    return (Atom(DoseKind.TEMPO, *seconds(found, "t" if over else "u"), found[0]),)


def _turns(found: re.Match[str]) -> tuple[Atom, ...]:
    """So many on the one side and so many on the other; only the same number is plain."""
    first, other = ("n", "r") if found["n"] else ("m", "q")
    if values(found, first) != values(found, other):
        return (Atom(DoseKind.UNCLEAR, text=found[0]),)
    return Atom(DoseKind.REPS, *values(found, first), found[0]), Atom(DoseKind.EACH, text=found[0])


def _spelt(found: re.Match[str]) -> tuple[Atom, ...]:
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


LONG_COUNT = 10
"""Whoever counts so far holds still; below it is a slow movement."""
_PLACED = r"\s*(?:between|after|in between|zwischen)\s+(?:each\s+|every\s+|the\s+|den\s+|all\s+)?(?:sets?|repetitions?|reps?|exercises?|stretch(?:es)?|holds?|serien|movements?|stations?|rounds?)"
WITHIN, BETWEEN = rf"{_PLACED}\b", rf"(?:{_PLACED})?"
TABLE: tuple[tuple[str, Maker], ...] = (
    (rf"\bover\s+{length('t')}|{length('u')}\s+(?:up|down)\b", _slowly),
    (r"\bhold\s+(?:on\s+)?(?:the\s+|your\s+)?last\b[^.;]*", _word(DoseKind.UNCLEAR)),
    (
        r"\brepeat (?:once more|once|one more time)\b(?![^.;]*\b(?:side|leg|foot|arm|direction)s?\b)",
        _word(DoseKind.UNCLEAR),
    ),
    (
        rf"{span('n')}\s+(?:on the\s+)?(?:right|r)\b\s*[,;/]?\s*(?:and\s+|then\s+)*{span('r')}\s+(?:on the\s+)?(?:left|l)\b"
        rf"|{span('m')}\s+(?:on the\s+)?(?:left|l)\b\s*[,;/]?\s*(?:and\s+|then\s+)*{span('q')}\s+(?:on the\s+)?(?:right|r)\b",
        _turns,
    ),
    (
        rf"\b(?:to the\s+|on the\s+)?(?:right|left)\s+{span('n')}(?:\s*times)?\s*[,;]?\s*(?:and\s+|then\s+)*{span('r')}(?:\s*times)?\s+(?:to|on) the (?:left|right)\b",
        _turns,
    ),
    (r"\bx\s*\d{1,3}\s*[,;]?\s*x\s*\d{1,3}\b(?!\s*-?\s*(?:sec|min|s\b|daily|a day))", _word(DoseKind.UNCLEAR)),
    (
        rf"\b(?:another|a further|further|an extra)\s+{span('n')}\s*(?:sets?|times|x\b|repetitions?|reps?|rounds?)",
        _word(DoseKind.UNCLEAR),
    ),
    (
        rf"\b(?:and\s+)?(?:gradually\s+|slowly\s+)?(?:work(?:ing)?|build(?:ing)?|progress(?:ing)?|increas(?:e|ing)) (?:(?:your|the) (?:way|reps|repetitions|number|time) |reps |repetitions )?(?:over ?time )?(?:up )?to\s+{span('n')}\s*(?:(?:sets?|lots) of\s+\d+|sets?|repetitions?|reps?|times|x\b|seconds?|secs?|minutes?|mins?|s\b)?(?:\s*(?:repetitions?|reps?|times))?(?:\s+or more)?",
        _word(DoseKind.LATER),
    ),
    (
        rf"{span('n')}\s+{length('t')}\s*-?\s*(?:sets?|repetitions?|reps?|rounds)\b",
        _timed(DoseKind.SETS, DoseKind.TIME),
    ),
    (rf"{span('n')}\s*x\s*/?\s*(?:daily|weekly|nightly|day|week|täglich)\b", _word(DoseKind.OFTEN)),
    (rf"(?:{REPEAT}\s+)?(?<![\d/] )(?<!\d)\bx\s*\d+\s*(?:daily|a day|per day|/\s*day)\b", _word(DoseKind.UNCLEAR)),
    (
        rf"(?:{REPEAT}\b(?:(?!each|both|every|side|leg|foot)[^.;,\d{GAP}]){{0,30}})?(?:up to\s+)?{TIMED}\s*(?:/|a\b|per|p er|each|every|pro|am|in der)\s*{DAY}",
        _word(DoseKind.OFTEN),
    ),
    (
        rf"(?:{REPEAT}\b(?:(?!each|both|every|side|leg|foot)[^.;,\d{GAP}]){{0,30}})?(?:up to\s+)?(?:once|twice|thrice|{span('n')}\s*(?:x|times?|mal))\s*(?:daily|weekly|nightly|täglich)\b",
        _word(DoseKind.OFTEN),
    ),
    (
        r"(?:once|twice|several times|a few times)?\s*(?:\b(?:on\s+)?(?:every|each)\s+(?:other\s+|second\s+|single\s+)?(?:day|morning|evening|night|week|hour|two hours|\d+\s*hours|\d+\s*days)\b)",
        _word(DoseKind.OFTEN),
    ),
    (rf"{span('n')}\s*days?\s*(?:/|a|per|each)\s*week", _word(DoseKind.OFTEN)),
    (
        r"\b(?:(?:several|many|a few|a couple of) times (?:a|per|each|throughout the) day|throughout the day|daily|täglich|nightly|hourly|at bedtime|before (?:going to )?bed|morning and (?:night|evening)|mornings and evenings)\b",
        _word(DoseKind.OFTEN),
    ),
    (rf"\bfor\s+{span('n')}\s*(?:weeks?|months?|days?)\b", _word(DoseKind.OFTEN)),
    (
        rf"\b{REPEAT}\s+(?:the\s+|this\s+|all\s+|of\s+|whole\s+|entire\s+|these\s+|everything\s*)*(?:circuit|sequence|routine|list|everything|cycle|lot|series|round|all)\s*{span('n')}\s*(?:x\b|times?\b|mal|rounds)",
        _one(DoseKind.ROUNDS),
    ),
    (rf"\b(?:circuit|sequence|round)s?\s*(?:x|:)\s*{span('n')}\b(?!\s*(?:sec|min))", _one(DoseKind.ROUNDS)),
    (
        rf"(?:{REPEAT}\s+)?{span('n')}\s*(?:rounds?|circuits?|durchgänge)(?:\s+of)?\b(?!\s*\d)",
        _one(DoseKind.ROUNDS),
    ),
    (
        rf"(?:\b(?:and|then)\s+)*\b(?:rest(?:s|ing|ed)?|pausen?|recover(?:y)?|relax)\b(?:\s*(?:period|time|interval)s?)?{BETWEEN}\s*(?:of|for|is|should be|:|=|-|\(|\s)*\s*{length('t')}{BETWEEN}",
        _rest,
    ),
    (rf"{length('t')}{WITHIN}", _rest),
    (rf"{length('t')}\s*(?:of\s+)?(?:rest|break|pause|recovery)\b{BETWEEN}", _rest),
    (
        rf"{span('n')}\s*(?:x|sets? of|sets? x|sets?,?)\s*{span('r')}\s*(?:x|times|repetitions?|reps?)?\s*(?:x|,|@|\bwith (?:a\s+)?|\bheld(?: for)?|\()\s*{length('t')}(?:\s*-?\s*holds?)?(?![a-z])",
        _three,
    ),
    (
        rf"{span('n')}\s*(?:x|sets? (?:of|x)|times|rounds? of|reps? (?:of|x)|repetitions? of)\s*{length('t')}\s*-?\s*(?:holds?|each hold|halten)\b",
        _timed(DoseKind.SETS, DoseKind.HOLD),
    ),
    (
        rf"{span('n')}\s*(?:x|sets? (?:of|x)|times|rounds? of|reps? (?:of|x)|repetitions? of)\s*{length('t')}(?![a-z])",
        _timed(DoseKind.SETS, DoseKind.TIME),
    ),
    (
        rf"(?:\b(?:hold|held)(?: for)?\s+)?{length('t')}\s*-?\s*(?:holds?)?\s*(?:x\s*{span('n')}(?:\s*(?:sets?|times|repetitions?|reps?))?|,?\s+{span('o')}\s*(?:x\b|times\b))(?![a-z\d])",
        _held,
    ),
    (
        rf"{span('n')}\s*(?:sets?|serien|sätze)\s*(?:of|x|,|à|mit)?\s*{span('r')}\s*(?:repetitions?|reps?|times|wdh\.?|wiederholungen|x\b)?(?!\s*-?\s*(?:sec|s\b|min|\d|sets))",
        _both(DoseKind.SETS, DoseKind.REPS),
    ),
    (
        rf"{span('n')}\s*x\s*{span('r')}(?:\s*(?:repetitions?|reps?|times|wdh\.?|wiederholungen)\b)?(?!{UNIT})(?!\s*(?:m\b|-?\s*[a-wyz]?\d))",
        _both(DoseKind.SETS, DoseKind.REPS),
    ),
    (
        rf"{span('r')}\s*(?:repetitions?|reps?|wdh\.?|wiederholungen)?\s*(?:x|,|for|/)?\s*{span('n')}\s*(?:sets\b|serien)",
        _sets_last,
    ),
    (
        rf"\b(?:hold(?:s|ing)?|held|maintain(?:ing)?|stay(?:ing)?|keep still|balanc(?:e|ing)|remain|squeeze|halten(?: sie)?)\b(?:\s+[a-z']+){{0,8}}?\s*(?:for|:|=|-|of)*\s*{length('t')}",
        _time(DoseKind.HOLD),
    ),
    (rf"{length('t')}(?:\s*lang)?\s*-?\s*(?:holds?|static holds?|squeeze|halten|isometric)\b", _time(DoseKind.HOLD)),
    (
        rf"\b(?:hold(?:s|ing)?|stay there|remain|squeeze)\b(?:\s+[a-z]+){{0,4}}?\s*(?:for|:|=|-)*\s*(?:until\s+)?(?:(?:a|the|to|your)\s+)*(?:slow\s+)?(?:count of\s+)?{span('n')}(?:\s*-?\s*counts?)?(?!{UNIT}|\s+(?:of\s+)?(?:your\s+|the\s+)?(?:[a-z-]+\s+)?{PART}(?![a-z])|\s*(?:deep |slow |long )*(?:breath|x\b|sec|min|times|reps)|\d|[.,:]\d)",
        lambda found: (Atom(DoseKind.HOLD, *values(found, "n"), found[0], "counts"),),
    ),
    (rf"{span('n')}(?:\s+(?:deep|slow|long|full|big))*\s+breaths?\b", _word(DoseKind.OPEN)),
    (
        rf"(?:for\s+)?a slow count of\s+{span('n')}|\bfor\s+{span('n0')}\s+counts|\bcount(?:s|ing)?(?: slowly)? (?:of|to)(?: about)? {span('m0')}",
        _tempo,
    ),
    (rf"\b(?:sets?|serien|sätze)\s*[:=]\s*{span('n')}(?![\d-])", _one(DoseKind.SETS)),
    (rf"\b(?:repetitions?|reps?|wiederholungen)\s*[:=]\s*{span('n')}(?![\d-])(?:\s*times\b)?", _one(DoseKind.REPS)),
    (rf"(?:\brepeat(?:ing)?\s+)?{span('n')}\s*(?:sets?|serien|sätze)\b", _one(DoseKind.SETS)),
    (
        rf"(?:{REPEAT}\b[^.;\d{GAP}]{{0,40}}?)?{span('n')}\s*(?:repetitions?|reps?|wdh\.?|wiederholungen|cycles)\b",
        _one(DoseKind.REPS),
    ),
    (rf"\b{REPEAT}\b(?:\s+(?!and\b)[a-z]+){{0,5}}?\s*:?\s*{span('n')}\s*(?:x\b|times\b|mal\b)", _one(DoseKind.TIMES)),
    (
        rf"\b{REPEAT}\b\s*(?:this|these|it|the exercise|the stretch|exercise|x)?\s*:?\s*{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|more|[\d:]))",
        _one(DoseKind.TIMES),
    ),
    (r"(?<![a-z] )\b(?P<w>twice|thrice)(?=\s+(?:on|to|with|for|each|per|every)\b)", _spelt_again),
    (
        r"(?:\b(?:and|then)\s+)?\b(?:repeat|complete|perform|do)(?: (?:this|it|these|the exercise|the movement))?(?: (?:for|the) (?:the )?(?:designated|prescribed|given|recommended) (?:number|amount)(?: of (?:repetitions|times|reps|sets))?)?(?: as (?:many times as|often as|per|instructed|prescribed|advised|directed|recommended|told|stated)\b[^.;,]*)(?=$|[.;,])",
        _word(DoseKind.AGAIN),
    ),
    (
        rf"\b{REPEAT}\s+(?:this|it|the|exercise|stretch|movement|process|sequence|same|\s)*\b(?P<w>twice|thrice)\b",
        _spelt_again,
    ),
    (rf"{span('n')}\s*(?:x\b|times\b|mal\b)(?!\s*\d)", _one(DoseKind.TIMES)),
    (rf"\bx\s*{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|m\b)|[\d:])", _one(DoseKind.TIMES)),
    (
        r"\b(?:(?:repeat|do (?:it|this|each)?|wiederholen)\s+)?(?P<w>zweimal|dreimal|viermal|fünfmal|sechsmal|zehnmal)\b|\brepeat (?P<w2>twice|thrice)\b",
        _spelt,
    ),
    (
        rf"(?:^|(?<=[,;:(-])\s*|\bdo\s+){span('n')}\s*(?=(?:on|in|for|with|to)?\s*(?:{EVERY}|both)\s+(?:{LIMB}|direction|way))",
        _one(DoseKind.REPS),
    ),
    (
        rf"{span('n')}\s*(?=(?:on\s+|in\s+|for\s+|with\s+)?{EVERY}\s+(?:{LIMB}|direction|way)|/\s*(?:side|leg|foot|arm)|\s(?:each|ea|es)\s*(?:$|[,;.)]))",
        _one(DoseKind.REPS),
    ),
    (
        rf"{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|sek))(?=\s+(?:[a-z-]+\s+){{0,2}}[a-z]+s\s+(?:on|in|for|with|to)?\s*(?:{EVERY}|both)\s+(?:{LIMB}|direction|way))",
        _one(DoseKind.REPS),
    ),
    (
        rf"\b(?:do|perform|complete|for|aim for|try)\s+{span('n')}(?=\s+(?:[a-z-]+\s+){{0,2}}{MOVES}\b)",
        _one(DoseKind.REPS),
    ),
    (
        rf"\b(?:do|perform|complete|aim for)\s+{span('n')}\s+of (?:these|them|those)\b(?:\s+(?:at first|to start(?: with)?|to begin(?: with)?))?",
        _one(DoseKind.REPS),
    ),
    (
        rf"^(?:do\s+|perform\s+|complete\s+)?{span('n')}\s+(?!{UNIT}|(?:[a-z-]+\s+)?{PART}\s+(?:on|in|over|under|up|down|forward|back|behind|at|straight|bent|flat|against|across)\b|sec|min|s\b|m\b|ways?\b|more|leg|foot|feet|arm|knee|hand|side|person|point|part|or\b|to\b|by\b|.*\b(?:stretches|exercises|moves|movements|poses|drills|ways|tips|things)\b)(?=[a-z]{{3}})",
        _one(DoseKind.REPS),
    ),
    (
        rf"{length('t')}\s+each\b(?=\s*(?:$|[,;.)]|for\b))",
        lambda found: (Atom(DoseKind.TIME, *seconds(found, "t"), found[0], "each"),),
    ),
    (rf"(?:\b(?:continue|carry on|keep going|keep this up)\s+)?{length('t')}(?![a-z])", _time(DoseKind.TIME)),
    (
        rf"{span('n')}\s*m\b(?!\w|\s+(?:of|long|wide|high|tall|away|apart|from|behind|in front|{THING})\b)",
        _word(DoseKind.UNCLEAR),
    ),
    (
        r"\b(?:in |going |turning )?(?:one|the one|the same) (?:direction|way)\b[\s,;]*(?:and |then |before )*(?:in |going |turning |changing to |switch(?:ing)? (?:to )?|repeat(?:ing)? (?:in )?|change |reverse )*(?:the )?(?:other|opposite|directions?)(?: (?:direction|way))?\b"
        r"|\b(?:in )?(?:both )?(?:clockwise|forwards?)\s*(?:and|&|/|,)\s*(?:then )?(?:anti|counter)[- ]?clockwise(?: directions?)?\b"
        r"|(?:\b(?:in|for)\s+)?\b(?:each|both|every) (?:directions?|ways?)\b|\b(?:clockwise and (?:then )?(?:anti|counter)[- ]?clockwise|both clockwise and|forwards? and (?:then )?backwards? circles)\b|\b(?:then\s+)?(?:(?:switch|change|reverse|swap) (?:the )?directions?|the other (?:way|direction)|change direction)\b",
        _word(DoseKind.WAYS),
    ),
    (
        rf"(?<!in )(?<!under )(?<!around )(?:\b(?:on|with|for|in|auf)\s+(?!each hand))?(?:\b{EVERY}\s+(?!side of)|/\s*)(?:other\s+)?{LIMB}",
        lambda found: (Atom(DoseKind.EACH, text=found[0], note="limb"),),
    ),
    (
        r"(?:\b(?:on|with|for|in|to)\s+)?\b(?:both sides|each side|either side|both (?:your |the )?(?:right and left|left and right) (?:sides?|legs?)|(?:the |your )?(?:right and left|left and right) (?:sides|legs)|beide seiten|beidseitig|one side and then the other)\b",
        _word(DoseKind.EACH),
    ),
    (
        rf"(?:^|(?<=[,;:({GAP}-]))\s*(?:on\s+|for\s+)?both (?:legs|feet|arms|ankles|calves)\s*(?=$|[),;.{GAP}])",
        _word(DoseKind.EACH),
    ),
    (
        r"\b(?:repeat|do it|same|again)\b[^.;]{0,30}?\b(?:on|for|with) both (?:legs|sides|feet|arms)\b",
        _word(DoseKind.EACH),
    ),
    (
        rf"\b(?:then\s+)?(?:repeat(?:ing)?|switch(?:ing)?|swap|change|changing|wechseln|wiederholen)\b[^.;{GAP}]{{0,60}}?\b(?:other|opposite|left|right|second|unaffected|anderen?|gegenüberliegenden)\s+(?:leg|side|foot|arm|knee|shoulder|ankle|hand|hip|seite|bein)\b",
        _word(DoseKind.EACH),
    ),
    (
        r"\b(?:then|now|and|also|same)\s+(?:(?:repeat|do|try|it|this)\s+)*(?:on\s+|with\s+|for\s+|to\s+)?(?:the\s+|your\s+)?(?:other|opposite)\s+(?:leg|side|foot|arm|knee)\b",
        _word(DoseKind.EACH),
    ),
    (r"(?<=[,;])\s*(?:switch|swap)(?=\s*(?:$|[.,;)]))", _word(DoseKind.EACH)),
    (
        r"\b(?:then|and)\s+(?:switch|swap)\b(?=\s*(?:$|[.,;)]))|\bbefore (?:swapping|switching|changing)(?:\s+(?:sides|legs|feet|arms))?\b|\b(?:and\s+|then,?\s+)*(?:switch|swap|change)\s+(?:sides|legs|feet|arms|hands|ankles|knees|hips|shoulders)\b(?:\s+and\s+(?:repeat|do the same))?|\b(?:and|then|also)\s+(?:on\s+|with\s+)?the other (?:leg|side|foot|arm)\b",
        _word(DoseKind.EACH),
    ),
    (
        rf"(?:^|(?<=[,;:({GAP}-]))\s*(?:left and right|right and left|l\s*(?:and|&|\+|/)\s*r|r\s*(?:and|&|\+|/)\s*l|left\s*/\s*right|li\s*/\s*re|rechts und links|links und rechts)\s*(?=$|[),;.{GAP}])",
        _word(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*an?\s+{LIMB}|\ba (?:side|leg)\s*(?=$|[,;.)])",
        _word(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*(?:to|on)\s+(?:the\s+|your\s+)?(?:left|right)\b[\s,;]*(?:(?:and|then)\s+)*{GAP}+\s*(?:to|on)\s+(?:the\s+|your\s+)?(?:right|left)\b",
        _word(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*(?:each|ea|e/[sla]|es)\b(?!\s*(?:time|day|rep|hold|set|one|stretch|exercise|for))",
        lambda found: (Atom(DoseKind.EACH, text=found[0], note="bare"),),
    ),
    (
        r"\b(?:alternat(?:e|ing|ely)(?:\s+(?:sides|legs|feet|arms))?|sides in turn|abwechselnd)\b",
        _word(DoseKind.IN_TURN),
    ),
    (
        rf"(?<=[,;:({GAP}-])\s*(?:on\s+(?:the\s+)?)?left(?:\s+(?:leg|side|foot|arm))?(?:\s+only)?\s*(?=$|[),;.{GAP}])|(?<={GAP})\s+l\s*(?=$|[),;.])|\bleft (?:leg|side|foot|arm) only\b",
        _word(DoseKind.LEFT),
    ),
    (
        rf"(?<=[,;:({GAP}-])\s*(?:on\s+(?:the\s+)?)?right(?:\s+(?:leg|side|foot|arm))?(?:\s+only)?\s*(?=$|[),;.{GAP}])|(?<={GAP})\s+r\s*(?=$|[),;.])|\bright (?:leg|side|foot|arm) only\b",
        _word(DoseKind.RIGHT),
    ),
    (
        rf"(?:^|(?<=[,;({GAP}-]))\s*(?:done |do (?:it|this|these) |all )?(?:slow|slowly|langsam|slow and controlled|slow, controlled)\s*(?=$|[),;.{GAP}])",
        _word(DoseKind.SLOW),
    ),
    (
        r"(?:\b(?:and|then)\s+|,\s*)*\brepeat(?: (?:the (?:motion|movement|exercise|stretch|process)|this|it)(?: (?:smoothly|slowly))?)?(?=\s*(?:$|[.;,)]))",
        _word(DoseKind.AGAIN),
    ),
    (
        r"\b(?:a few|several|some|a couple of)\s+(?:times|sets|seconds|secs|reps|repetitions|minutes|breaths)\b|\bas (?:many|long|often|much)\b[^.;,]{0,40}?\bas\b(?:\s+(?:you can|possible|able|comfortable|needed|tolerated|is comfortable))?|\bas (?:tolerated|needed|able|instructed|prescribed|required|many as possible)\b|\b(?:to|until|till)\s+(?:failure|fatigue|tired|exhaustion|fatigued)\b|\bamrap\b|\b(?:max|maximum)(?:\s+reps)?\b",
        _word(DoseKind.OPEN),
    ),
)
"""In this order: the longer reading comes before the shorter ones that it holds."""
PATTERNS = tuple((re.compile(pattern), maker) for pattern, maker in TABLE)
MANY = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
"""Numbers in words that are hardly ever anything but a number."""
HARMLESS = re.compile(
    r"^\W*\d{1,2}\.\s|\b\d+\s?#|#\d{1,2}\b|\b(?:pt|part|option|phase|number)\.?\s*\d{1,2}\b|"
    rf"{NUMBER}(?:\s*(?:-|to|x)\s*{NUMBER})?(?:{UNIT}\b|{UNIT}|\"|')"
    r"|\b\d{1,3}\s*/\s*\d{1,3}\b|\b\d+(?:st|nd|rd|th)\b|\b(?:figure|fig|step|week|phase|day|level|exercise|stretch|stage|picture|page|no|part|l|t|c|s)\s*[.:#-]?\s*\d+\b"
    r"|\ball fours?\b|\bfour (?:limbs|corners|counts)\b|\(\d{1,2}\)|\bat \d{1,2}(?::\d\d)?\s*(?:am|pm)\b"
)
"""Numbers that are no dose: distances, angles, weights, names."""


_LOTS = re.compile(rf"(?<=[\d ])lots of(?=\s+{NUMBER})")
"""As long as what takes its place, so that places stay places."""


def measured(sentence: str) -> tuple[tuple[Atom, ...], str]:
    """The measures of a sentence in lower case, in order, and the sentence with a gap where each was."""
    found: list[tuple[int, Atom]] = []
    left = _LOTS.sub("sets of", sentence.replace(GAP, " "))
    for pattern, maker in PATTERNS:
        left = pattern.sub(lambda match, maker=maker: _taken(match, maker, found), left)  # type: ignore[misc]
    found.sort(key=lambda entry: entry[0])
    return tuple(atom for _, atom in found), left


def _taken(match: re.Match[str], maker: Maker, found: list[tuple[int, Atom]]) -> str:
    """Keeps what a match measures; its place becomes a gap as long as it was, so that places stay places."""
    if not match[0].strip():
        return match[0]
    found.extend((match.start(), atom) for atom in maker(match))
    return GAP * len(match[0])


def strange(left: str) -> Iterator[str]:
    """The numbers that are left over and are no distance, angle or weight."""
    rest = HARMLESS.sub(" ", left)
    yield from (
        number[0].replace(GAP, "").strip(".,;:()/") for number in re.finditer(rf"\S*\d\S*|\b(?:{MANY})\b", rest)
    )
