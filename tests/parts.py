"""Small routines and ready-made coaches for the tests of the core."""

from collections.abc import Callable, Mapping, Sequence

from rehearsal import Rehearsal

from stretchcoach.core.asleep import GAP
from stretchcoach.core.coach import Coach
from stretchcoach.core.knowledge import Item, Knowledge
from stretchcoach.core.messages import Answer, Asked, Question, Side, Ticks
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.plan import CueLevel, Plan, Style
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.core.relief import Relief
from stretchcoach.core.routine import Group, Routine, Sides, Stretch
from stretchcoach.core.unfold import build
from stretchcoach.library import knowledge, shelf, shipped_folder

SHIPPED = shelf([shipped_folder()]).routines
CALF = Stretch("Calf", "Lean in.", short="Lean.", how="Heel down.", side=Sides.EACH, hold=20, sets=2, rest=10)
RAISES = Stretch("Raises", "Rise slowly.", reps=5, tempo=2)
MARCH = Stretch("March", "March along.", move=40)
KNOWN = knowledge()
SCREEN: tuple[Item, ...] = tuple(KNOWN.by_key[key] for key in KNOWN.safety_check)
"""The questions of the screen, in their order."""
REASSURING = {key: "none" if KNOWN.by_key[key].kind == "list" else "no" for key in KNOWN.safety_check} | {
    "can_walk4": "yes",
    "can_tiptoe": "yes",
    "keep_fluids": "yes",
    "cold_since": "months_or_more",
    "numb_since": "months_or_more",
}
"""The answer to each question of the screen that raises no flag."""


def respond(question: Question, replies: Mapping[str, str] | None = None) -> Answer | Ticks:
    """The answer to a question, reassuring unless told otherwise; of a list, the rows that the replies speak of."""
    told = replies or {}
    if question.kind is not Asked.LIST or question.key in told:
        return Answer(told.get(question.key, REASSURING.get(question.key, "no")))
    keys = [(row.id, *row.id.split("=")) for row in question.rows]
    ticked = tuple(row for row, key, value in keys if told.get(key) == value)
    return Ticks(ticked, tuple(row for row, key, _ in keys if told.get(key) == "not_sure"))


SHORT = Style(cues=CueLevel.SHORT, encourage=False)


def silent(_text: str) -> float:
    """A loudspeaker that never reports the end of a line."""
    return -1.0


def prompt(_text: str) -> float:
    """A loudspeaker that takes two seconds for every line."""
    return 2.0


def routine(*steps: Stretch | Group, purpose: str = "prevention") -> Routine:
    """A routine of these steps and nothing else."""
    return Routine("hand_made", "Hand made", purpose, steps)


def plan(*steps: Stretch | Group, style: Style = SHORT, purpose: str = "prevention") -> Plan:
    """These steps unfolded."""
    return build(routine(*steps, purpose=purpose), style)


def played(plan: Plan, speaking: Callable[[str], float] = prompt, voiced: bool = True) -> Rehearsal:
    """A rehearsal of a plan, not begun yet."""
    mouth = Mouth(plan.style.rate, voiced)
    return Rehearsal(Coach(RoutinePlayer(plan, mouth), mouth), speaking)


def session(*steps: Stretch | Group, style: Style = SHORT, speaking: Callable[[str], float] = prompt) -> Rehearsal:
    """A rehearsal of these steps, not begun yet."""
    return played(plan(*steps, style=style), speaking)


def relief(
    side: Side = Side.NONE,
    rehearse: bool = False,
    earlier: Sequence[float] = (),
    speaking: Callable[[str], float] = prompt,
    known: Knowledge | None = None,
    listening: bool = False,
) -> Rehearsal:
    """A rehearsal of a cramp, not begun yet."""
    mouth = Mouth()
    asked = KNOWN if known is None else known
    return Rehearsal(Coach(Relief(mouth, asked, None, side, rehearse, earlier, GAP, listening), mouth), speaking)
