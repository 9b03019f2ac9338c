"""Whether a reading is certain: a step is taken without asking only where everything speaks for it.

Each rule is one reason not to be certain, and gives the question that the person is asked.  The rules look at the name,
at the measures and at what stands around them; the first that has a question is the one that is asked.
"""

from collections.abc import Callable

from stretchcoach.handout import (
    doubts_of_leftovers,
    doubts_of_lists,
    doubts_of_measure,
    doubts_of_name,
    doubts_of_sides,
)
from stretchcoach.handout.case import Case

Rule = Callable[[Case], str]
OF_LINES: tuple[Rule, ...] = (
    doubts_of_name.name_is_none,
    doubts_of_name.measured_elsewhere,
    doubts_of_name.one_of_steps,
    doubts_of_name.may_be_unnamed,
    doubts_of_name.goes_on_below,
)
"""What a sheet cut as a whole leaves no doubt of."""
RULES: tuple[Rule, ...] = (
    *OF_LINES,
    doubts_of_name.heads_several,
    doubts_of_measure.measured_twice,
    doubts_of_measure.done_once,
    doubts_of_measure.times_in_times,
    doubts_of_measure.very_long,
    doubts_of_measure.how_timed,
    doubts_of_measure.how_far,
    doubts_of_measure.held_below,
    doubts_of_measure.lasts_in_all,
    doubts_of_sides.swallowed,
    doubts_of_sides.sum_of_both,
    doubts_of_sides.both_at_once,
    doubts_of_sides.each_hold,
    doubts_of_sides.in_turn,
    doubts_of_sides.said,
    doubts_of_measure.told_in_notes,
    doubts_of_measure.told_of_several,
    doubts_of_measure.for_all,
    doubts_of_measure.said_outside,
    doubts_of_leftovers.numbers,
    doubts_of_leftovers.sides,
    doubts_of_leftovers.side_in_name,
    doubts_of_leftovers.side_alone,
    doubts_of_leftovers.lent,
    doubts_of_lists.at_its_foot,
    doubts_of_lists.at_its_head,
    doubts_of_lists.turned_below,
    doubts_of_lists.footnoted,
)


def doubt(case: Case) -> str:
    """The first reason not to be certain, as a question; empty where there is none."""
    rules = (rule for rule in RULES if not (case.settled and rule in OF_LINES))
    return next(filter(None, (rule(case) for rule in rules)), "")
