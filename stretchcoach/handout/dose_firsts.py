"""What is taken out of a sentence before its measures: conditions, blanks for a number, and how often a day."""

import re

from stretchcoach.handout.atoms import Atom, DoseKind, Maker, unsaid, word_of
from stretchcoach.handout.distances import DISTANCES
from stretchcoach.handout.numbers import length, seconds, span, values

DAY = r"(?:days?|d|weeks?|wk|hours?|nights?|mornings?|evenings?|months?|tag|woche|stunde)\b"
PART_OF_DAY = (
    r"(?:in the (?:morning|afternoon|evening)|at (?:night|bedtime)|before (?:going to )?bed(?:time)?\b|on waking"
    r"|after (?:breakfast|lunch|dinner))"
)
MANY = 5.0
"""From so many times an hour on, they are done one after the other."""


def _hourly(found: re.Match[str]) -> tuple[Atom, ...]:
    """``10 times every hour``: ten in a row; two or three are spread over it."""
    low, most = values(found, "n")
    often = Atom(DoseKind.OFTEN, text=found[0])
    return (Atom(DoseKind.REPS, low, most, found[0]), often) if low >= MANY else (often,)


def _another(found: re.Match[str]) -> tuple[Atom, ...]:
    """``Rest for a minute and do another set of 10``: two sets; of how many is said before."""
    sets = 1.0 + (values(found, "n")[0] if found["n"] else 1.0)
    timed = found["t1"] or found["th"] or found["tc"]
    rest = (Atom(DoseKind.REST, *seconds(found, "t"), found[0], "sets"),) if timed else ()
    return (*rest, Atom(DoseKind.SETS, sets, sets, found[0]))


def _more_rounds(found: re.Match[str]) -> tuple[Atom, ...]:
    """``Repeat the circuit 2 more times``: three times in all."""
    more = values(found, "n")[0] if found["n"] else 1.0
    return (Atom(DoseKind.ROUNDS, more + 1, more + 1, found[0]),)


def _holds(found: re.Match[str]) -> tuple[Atom, ...]:
    return Atom(DoseKind.TIMES, *values(found, "n"), found[0]), Atom(DoseKind.HOLD, *seconds(found, "t"), found[0])


def _more_times(found: re.Match[str]) -> tuple[Atom, ...]:
    """``Release and repeat two more times``: three times in all."""
    low, most = values(found, "n")
    return (Atom(DoseKind.TIMES, low + 1, most + 1, found[0]),)


def _each_in_total(found: re.Match[str]) -> tuple[Atom, ...]:
    """``20 sec each / 10 times total``: so many holds, each as long."""
    return Atom(DoseKind.HOLD, *seconds(found, "t"), found[0]), Atom(DoseKind.TIMES, *values(found, "n"), found[0])


_LASTS = re.compile(r"(?:\d|\b(?:one|two|three|four|five|ten))\s*-?\s*(?:s\b|sec|min)")


def _breathing(found: re.Match[str]) -> tuple[Atom, ...] | None:
    """``Hold for 2 minutes while inhaling for 3 seconds``: how one breathes meanwhile."""
    return () if _LASTS.search(found.string, 0, found.start()) else None


_COUNTED = re.compile(r"\d\s*(?:times|reps?|repetitions?|x)\b")


def _again(found: re.Match[str]) -> tuple[Atom, ...] | None:
    """``10 times, rest 1 minute, repeat``: twice ten; where nothing was counted before it, it is one of many."""
    if not _COUNTED.search(found.string, 0, found.start()):
        return None
    return Atom(DoseKind.REST, *seconds(found, "t"), found[0], "sets"), Atom(DoseKind.SETS, 2.0, 2.0, found[0])


LEAST_HELD = 20.0
"""Seconds that nobody takes to go up, or down, once."""


def _unpaced(found: re.Match[str]) -> tuple[Atom, ...] | None:
    """``1:00 down dog``: a length, and no pace of a movement."""
    low, most = seconds(found, "t")
    return (Atom(DoseKind.TIME, low, most, found[0]),) if low >= LEAST_HELD else None


FIRST: tuple[tuple[str, Maker], ...] = (
    (
        r"\b(?:right|left)\W+(?:and |then )?(?:right|left) (?:counts?|is|equals?) (?:as )?(?:one|1)\b"
        r"(?: rep(?:etition)?)?",
        unsaid,
    ),
    (
        r"^(?:repetitions?|reps|sets|dosage|dose)\s*[:=]?\s*(?=\d+\s*(?:sets?|x)\s)"
        r"|^(?:(?:target )?repetitions?|reps|sets|dosage|dose|repeat)\s*[:=]\s*"
        r"(?=\d+(?:\s*(?:-|to)\s*\d+)?\s*(?:sets?|reps?|repetitions?)\b(?!\s*[:=]))",
        unsaid,
    ),
    (
        r"\byou (?:can|may|could) (?:also )?(?:hold|do|repeat|stay|keep)\b[^.;()\d]{0,40}\b(?:longer|more)\b[^.;()\d]*",
        unsaid,
    ),
    (
        r"(?:\b(?:release|relax) and )?\brepeat(?: (?:it|this|the (?:stretch|exercise|hold)))? "
        rf"{span('n')} more times\b",
        _more_times,
    ),
    (rf"{length('t')} each\s*[/,]\s*{span('n')}\s*(?:x|times) (?:in )?total\b", _each_in_total),
    (r"\bwhile (?:inhaling|exhaling|breathing)\b[^.;]*\bseconds?\b(?=\W*$)", _breathing),
    (rf"\(\s*{length('t')} for an? (?:harder|longer|more \w+)\b[^()]*\)", word_of(DoseKind.LATER)),
    (r"(?<=degrees )(?:in |to )?(?:each|both|either) (?:directions?|ways?|sides?)\b", unsaid),
    (rf"\belapsed(?: time)?\s*[:=]?\s*{length('t')}", unsaid),
    (rf"\b(?:daily|weekly)\s*[:=]\s*{span('n')}(?![\d-])", word_of(DoseKind.OFTEN)),
    (r"\b(?:with|taking) (?:deep |slow |long )*breaths (?:in between|throughout)\b", unsaid),
    (
        r"(?:,\s*)?(?:\band |\bthen )?(?:\b(?:gradually|slowly) (?:increas|build|progress|add)\w*"
        r"|\bwork(?:ing)? to build)\b[^.;\d]*(?=$|[.;,)])",
        word_of(DoseKind.LATER),
    ),
    (rf"{span('n')}\s*holds? (?:of|for|x)\s*{length('t')}", _holds),
    (
        rf"(?:,\s*)?(?:\band |\bthen )*\brest (?:for )?{length('t')},?\s*(?:and |then )*"
        r"repeat(?: again)?(?=\s*(?:$|[.;]))",
        _again,
    ),
    (
        rf"(?:\brepeat(?: this)? |\bdo (?:this )?)?{span('n')}\s*times\s+(?:every|each|per|an|in an)\s+hour\b"
        r"(?:\s+(?:that |while |when )*(?:you are |you're )?awake\b)?",
        _hourly,
    ),
    (
        r"\brepeat (?:the |this |whole |entire )*(?:circuit|sequence|routine|series|round|list) "
        rf"(?:{span('n')} more times?|once more|one more time)\b",
        _more_rounds,
    ),
    (
        rf"\b(?:complete|perform|do)\s+{span('n')}\s+(?:stretches|repeats)(?=\s+(?:to|on|for|with)\s+(?:each|both)\b)",
        lambda found: (Atom(DoseKind.REPS, *values(found, "n"), found[0]),),
    ),
    (
        rf"\brest(?: for| about)*(?: {length('t')})?,? (?:and |then )+(?:perform|do|complete|repeat) another "
        rf"(?:{span('n')} sets|set)(?: of \d{{1,3}})?\b",
        _another,
    ),
    (r"\brest,? (?:and |then )+repeat(?: the sets?| all)?(?=\s*(?:$|[.;,)]))", word_of(DoseKind.UNCLEAR)),
    *DISTANCES,
    (r"\b(?:for )?a minute or two\b", lambda found: (Atom(DoseKind.TIME, 60.0, 120.0, found[0]),)),
    (
        r"_{2,}(?:\s*-?\s*(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?|sets?)\b)?",
        word_of(DoseKind.UNCLEAR),
    ),
    (rf"{length('t')}(?=\s+(?:up|down)\b)", _unpaced),
    (r"\b\d{1,3}(?:\s*x\s*\d{1,3}/\d{1,3}|(?:/\d{1,3}){2})(?:/\d{1,3})*(?![\w/])", word_of(DoseKind.UNCLEAR)),
    (r"(?<=[\ds])\s?/\s?s\b(?!\w)", word_of(DoseKind.UNCLEAR)),
    (r"\bone (?:rep|repetition) (?:includes|is|means|equals|consists of)\b[^.;]*", unsaid),
    (r"\bas long as you (?:feel|have|keep|do not|don't|maintain|remain|stay)\b", unsaid),
    (
        r"\bwhen (?:fully )?(?:extended|straight|stretched|raised|lifted)\b\s*,?"
        r"|\b(?:when|once|as soon as) you (?:feel|reach) (?:a |the |your )(?:\w+ )?"
        r"(?:stretch|position|tension)\b\s*,?",
        unsaid,
    ),
    (
        rf"(?:\bfreq(?:uency)?\s*[:=]?\s*)?\b\d{{1,2}}/\d{{1,2}}\s*(?:x|times)\s*(?:/|an?\b|per)\s*{DAY}",
        word_of(DoseKind.OFTEN),
    ),
    (
        r"(?:\bfreq(?:uency)?\s*[:=]?\s*)?\bevery \d{1,2}(?:\s*(?:/|-|to)\s*\d{1,2})?"
        r"\s*(?:hours|days|weeks)\b(?:\s+hours\b)?",
        word_of(DoseKind.OFTEN),
    ),
    (
        rf"(?:\b(?:and|then)\s+)*\bonce\s+(?:more\s+)?{PART_OF_DAY}(?:\s*(?:,|and|&)+\s*(?:once\s+)?{PART_OF_DAY})*",
        word_of(DoseKind.OFTEN),
    ),
)
"""Before all patterns of measures."""
