"""Reasons not to be certain of the side: what is said of left, right, *the other*, and the measure knows nothing of.

Each rule gives the question that it leaves; empty where it has none.
"""

import re
from itertools import pairwise

from stretchcoach.core.routine import Sides
from stretchcoach.handout.case import Case
from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.lexicon import SIDED, SWALLOWED, TURNED
from stretchcoach.handout.lines import MEASURES
from stretchcoach.handout.openers import COUNTED
from stretchcoach.words import handout_doubts, handout_questions

_TWO_WAYS = {DoseKind.WAYS, DoseKind.IN_TURN}
_THREE_WAYS = re.compile(
    r"\b(?:right, (?:and )?left|left, (?:and )?right),? (?:and |then )+"
    r"(?:middle|cent(?:re|er)|front|straight|forwards?|backwards?)\b"
)
"""More ways than two."""
_SWITCHED = re.compile(r"(?:and |then )*(?:switch|swap|change)")
_IS_ONE = re.compile(
    r"\bone rep(?:etition)? (?:includes|is|means|equals|consists of)\b|\b(?:is|are|counts as) one rep(?:etition)?\b"
)
"""What one repetition is: *one repetition includes both sides*."""
_AFTER = re.compile(
    r"\b(?:now|then|next|do|repeat|same|switch|swap|change|again)\b[^.;]*\b(?:left|right|other|opposite|second)\b"
    r"|^\W*(?:the )?(?:left|right|other|opposite|second)\b"
)
"""How a sentence behind the measure goes on to the other side."""


def swallowed(case: Case) -> str:
    """A side stands within another measure, and did not count."""
    if case.made.side is not Sides.NONE or DoseKind.WAYS in case.block.kinds:
        return ""
    found = any(SWALLOWED.search(atom.text) for atom in case.block.atoms)
    return handout_doubts.EACH_SIDE if found else ""


def sum_of_both(case: Case) -> str:
    """``10+10``: most likely ten on each side."""
    found = next((atom for atom in case.block.atoms if atom.kind is DoseKind.EACH and atom.note == "plus"), None)
    return handout_doubts.as_many_on_each(found.text.strip()) if found else ""


def both_at_once(case: Case) -> str:
    """``10 heel raises, both feet``: ten with both together, or ten with each."""
    if case.made.reps is None or case.made.side is not Sides.EACH:
        return ""
    sided = [atom for atom in case.block.atoms if atom.kind is DoseKind.EACH]
    both = all(re.search(r"\bboth (?:legs|feet|arms|ankles|calves|hands)\b", atom.text) for atom in sided)
    return handout_doubts.BOTH_AT_ONCE if both else ""


def each_hold(case: Case) -> str:
    """``10 reps, hold 5 seconds each``: most likely each repetition, and no side."""
    if case.made.reps is None or case.made.hold is None or case.made.side is not Sides.EACH:
        return ""
    pairs = list(pairwise(case.block.atoms))
    behind = [(hold, each) for hold, each in pairs if each.note == "bare" and hold.kind is DoseKind.HOLD]
    sided = [atom for atom in case.block.atoms if atom.kind is DoseKind.EACH]
    alone = behind and len(behind) == len(sided)
    return handout_questions.on_each_side(f"{behind[0][0].text.strip()} each") if alone else ""


def in_turn(case: Case) -> str:
    """``Switch legs and repeat. Do 20.``: so many with each leg, or with both in turn."""
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    sided = [place for place, each in enumerate(live) if DoseKind.EACH in each.kinds]
    counted = [place for place, each in enumerate(live) if each.kinds & COUNTED]
    if case.made.hold is not None or len(sided) != 1:
        return ""
    turned = live[sided[0]]
    switched = any(_SWITCHED.match(atom.text) for atom in turned.atoms if atom.kind is DoseKind.EACH)
    before = bool(counted) and counted[0] > sided[0] and DoseKind.AGAIN in turned.kinds
    alternates = case.name.lower().startswith("alternat")
    return handout_doubts.EACH_SIDE if switched and (before or alternates) else ""


def said(case: Case) -> str:
    """Something says that there are two sides, or two ways, and the measure knows of none."""
    if any(_THREE_WAYS.search(each.text.lower()) for each in case.sentences):
        return handout_doubts.EACH_SIDE
    if case.made.side is Sides.EACH and re.match(r"(?:left|right)\b", case.name.lower()):
        return handout_doubts.EACH_SIDE
    if case.made.side is not Sides.NONE or _TWO_WAYS & case.block.kinds:
        return ""
    told = any(SIDED.search(each.text.lower()) for each in case.sentences if not _IS_ONE.search(each.text.lower()))
    told = told or any(TURNED.search(each.text.lower()) for each in case.sentences if not each.note)
    return handout_doubts.EACH_SIDE if told or _held_both_ways(case) or _goes_on(case) else ""


def _held_both_ways(case: Case) -> bool:
    """Whether left and right are both told of in what is held, once."""
    text = " ".join(each.text.lower() for each in case.sentences if not each.note)
    return case.made.hold is not None and all(re.search(rf"\b{side}\b", text) for side in ("left", "right"))


def _goes_on(case: Case) -> bool:
    """Whether a sentence behind the measure tells of another side."""
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    first = next((place for place, each in enumerate(live) if each.kinds & MEASURES), len(live))
    return any(_AFTER.search(each.text.lower()) for each in live[first + 1 :])
