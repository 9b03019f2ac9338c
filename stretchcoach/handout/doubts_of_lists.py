"""Reasons not to be certain because of the list that an exercise stands in.

Each rule gives the question that it leaves; empty where it has none.
"""

from stretchcoach.core.routine import Sides
from stretchcoach.handout.case import Case
from stretchcoach.handout.feet import SIDES, kinds
from stretchcoach.words import handout_doubts


def at_its_foot(case: Case) -> str:
    """A line below the last exercise of its list may say how much all of them are: ``3 sets each!``."""
    line = case.ends.foot(case.block)
    if not line:
        return ""
    sides = kinds(line) <= SIDES
    return handout_doubts.sides_in_line(line.number) if sides else handout_doubts.measure_in_line(line.number)


def at_its_head(case: Case) -> str:
    """A line above its list says how many sets, and belongs to no exercise: ``Core (3 sets)``."""
    line = case.ends.head(case.block)
    return handout_doubts.measure_in_line(line.number) if line else ""


def turned_below(case: Case) -> str:
    """What stands below its list, and became no part of an exercise, tells to turn over."""
    if case.made.side is not Sides.NONE:
        return ""
    line = case.ends.turned_below(case.block)
    return handout_doubts.sides_in_line(line.number) if line else ""


def footnoted(case: Case) -> str:
    """Its last line explains a star that stands behind the names of others: ``* = each side``."""
    notes = [line for line in case.block.lines if line.raw.strip().startswith("*") and kinds(line)]
    return handout_doubts.measure_in_line(notes[0].number) if notes and case.ends.starred else ""
