"""Reasons not to be certain because something is left over: all that a step says of how much must be in what it became.

Each rule gives the question that it leaves; empty where it has none.
"""

import re

from stretchcoach.core.routine import Sides
from stretchcoach.handout.case import Case
from stretchcoach.handout.dose import Atom, DoseKind
from stretchcoach.handout.doubts_of_measure import shortened
from stretchcoach.handout.lexicon import FOR_LATER
from stretchcoach.handout.lines import MEASURES, Sentence
from stretchcoach.handout.numbers import NUMBER
from stretchcoach.handout.openers import COUNTED
from stretchcoach.handout.steps import takes_usual
from stretchcoach.handout.unclear import not_understood
from stretchcoach.words import handout_doubts, handout_questions

_COUNTS = MEASURES | {DoseKind.SETS, DoseKind.ROUNDS, DoseKind.REST, DoseKind.TEMPO}
_UNREAD = re.compile(
    rf"\b{NUMBER}(?:\s*(?:-|to|or)\s*{NUMBER})?[\s-]*(?:\w+ )?(?:seconds?|secs?|minutes?|mins?|reps?|repetitions?|sets?"
    r"|rounds?|circuits?|cycles|laps?|lengths|times"
    r"|(?:steps|strides|paces)\b(?! (?:from|away|back|behind|apart|off|forwards?|out|in)\b))\b"
    r"|\b\d{1,2} (?:stretches|holds|goes|lots|attempts)(?=\W*$)"
    r"|\bx\s*\d+\b|\b\d+\s*x(?!\w)|\b(?:twice|thrice)\b"
    r"|\b(?:do|repeat|perform|hold|start|begin|and|then) (?:it |this |the same |all )*again\b"
)
"""A number with its unit, or a word of repetition, that no pattern took."""
_WARNS = re.compile(r"\W*(?:do not|don't|never|avoid)\b")
_GOES_ON = re.compile(r"\b(?:repeat|do|change|swap)\b")
"""How a sentence begins that has all of an exercise done on the other side, too."""
_SIDE = re.compile(r"\balternat\w*|\b(?:each|both|other) (?:sides?|ways?)\b")

_SIDE_ALONE = re.compile(
    r"(?:(?:and|then|on|in|with|for|do|repeat|same|stretch|switch|swap) )*"
    r"(?:(?:both|each|every|per|either|other|the other|opposite)(?: (?:side|position|way|direction|wrist|hand|hip|knee"
    r"|shoulder|thumb|finger|toe|elbow|leg|foot|feet|arm|ankle|heel|calf|calves|thigh|eye|ear|glute|quad|hamstring)s?)?"
    r"|(?:the )?(?:left|right)(?: side)?,? (?:and|then|&) (?:the )?(?:left|right)(?: side)?"
    r"|cw ?/ ?ccw|[el] ?/ ?[sr]|r ?/ ?l)"
)
"""Sides, or more ways than one, and nothing else."""


def numbers(case: Case) -> str:
    """A number with a unit, in its lines or its notes, that is in nothing of what it became."""
    known = _known(case)
    for line in (*case.block.all, *case.block.notes):
        for each in line.sentences:
            if not _for_later(each) and (left := _left(each, known)):
                return not_understood(left, line)
    return ""


def _for_later(sentence: Sentence) -> bool:
    said = sentence.text.lower()
    return bool(FOR_LATER.match(said)) and not _WARNS.match(said)


def _left(sentence: Sentence, known: set[float]) -> str:
    """The first words of a sentence that count something and became nothing."""
    for atom in sentence.atoms:
        if atom.kind in _COUNTS and not known & {atom.value, atom.most}:
            return _words(atom)
    unread = _UNREAD.search(sentence.left)
    return unread[0].strip() if unread else ""


def _known(case: Case) -> set[float]:
    """The numbers of what an exercise became; where the direction changes there are twice as many sets."""
    made = case.made
    fields = (made.hold, made.move, made.reps, made.sets, made.rounds, made.rest, made.after, made.tempo)
    far = {float(number) for number in re.findall(r"\d+", made.far)}
    return {float(value) for value in (*fields, made.sets / 2) if value} | far


def sides(case: Case) -> str:
    """Both sides only by how one moves, in a sentence without a measure, or by a turn before what is counted."""
    if case.made.side is not Sides.EACH or takes_usual(case.block):
        return ""
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    found = [(place, atom) for place, each in enumerate(live) for atom in each.atoms if atom.kind is DoseKind.EACH]
    if not found or any(each.kinds & (MEASURES | {DoseKind.SETS}) for each in (live[place] for place, _ in found)):
        return ""
    told = not any(live[place].bare or _GOES_ON.search(atom.text) for place, atom in found)
    counted = case.made.reps is not None and case.made.hold is None
    behind = counted and any(each.kinds & (COUNTED | {DoseKind.SETS}) for each in live[found[-1][0] + 1 :])
    return handout_questions.on_each_side(_words(found[0][1])) if told or behind else ""


def _words(atom: Atom) -> str:
    return atom.text.strip(" ,;.")


def side_in_name(case: Case) -> str:
    """Its name tells of a side, and it became one that has none."""
    left = case.made.side is Sides.NONE and _SIDE.search(case.name.lower())
    return handout_questions.on_each_side(case.name) if left else ""


def side_alone(case: Case) -> str:
    """Sides in words between commas that no measure took up: ``Hold 15 s, both wrists``."""
    if case.made.side is not Sides.NONE or DoseKind.WAYS in case.block.kinds:
        return ""
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    said = [clause.strip() for each in live for clause in re.split(r"[,.;:()!]| - |– ", each.left)]
    return handout_doubts.EACH_SIDE if any(map(_SIDE_ALONE.fullmatch, said)) else ""


def lent(case: Case) -> str:
    """A measure for all stands among other sentences, and below or with sides: it may be meant for some."""
    if not takes_usual(case.block):
        return ""
    for line in case.outline.usual:
        sided = case.made.side is not Sides.NONE and DoseKind.EACH not in case.block.kinds
        if len(line.sentences) > 1 and (sided or line.number > case.block.opener.number):
            return handout_doubts.for_this_too(line.number, shortened(line.body))
    return ""
