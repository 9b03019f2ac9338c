"""How each phase of a cramp is played and what it asks, from how far the cramp has come."""

from msgspec.structs import replace

from stretchcoach.core import essentials, script, verdict
from stretchcoach.core.asking import PREFACE, Asking, reading
from stretchcoach.core.knowledge import Item
from stretchcoach.core.messages import Kind, Outcome, Question
from stretchcoach.core.phase import Phase
from stretchcoach.core.positions import PLACES
from stretchcoach.core.protocol import Progress
from stretchcoach.core.script import Stage
from stretchcoach.words.cramp import ASKING, ASKING_CALM, ASKING_STOPPED, OFFER, OFFER_WHY, PLACE_QUESTION, WHY_PLACE

ASK_PLACE = 8.0
"""Seconds for saying where one is."""
LISTENED = 8.0
"""Seconds for an answer once the rows of the first list were read."""
FIRST_CALM = 19.5
"""Seconds that the first question stands once it has let go: who has fallen asleep is left alone within a minute."""
TAPPING = 8.0
"""Seconds that each of the three last questions stands."""


def stage_of(at: Progress, asking: Asking, tap: Question | None, outcome: Outcome | None) -> Stage:
    """The stage of the phase that begins; ``tap``: the next of the three taps."""
    match at.phase:
        case Phase.HOLD if not (at.warned or at.rehearse):
            stage = script.first_hold()
        case Phase.ALARM:
            stage = script.alarm(verdict.emergency_number(asking.words))
        case Phase.KEEP:
            stage = script.ten(asking.words.same_day_service, asking.words.call_today)
        case Phase.PLACE:
            stage = Stage(PLACE_QUESTION, ASK_PLACE, ((0.0, PLACE_QUESTION),), Kind.ASK)
        case Phase.OFFER:
            asked = ((0.0, OFFER), (script.OFFERED / 2, OFFER))
            stage = Stage(OFFER, script.OFFERED, asked, Kind.ASK, OFFER_WHY)
        case Phase.TAP:
            asks = tap or essentials.ESSENTIALS[-1]
            stage = Stage(asks.text, TAPPING, ((0.0, asks.text),), Kind.ASK, asks.why)
        case Phase.ADVICE:
            stage = script.talk(verdict.advice(asking, outcome))
        case _ if at.rehearse:
            stage = script.practice(at.phase)
        case _:
            stage = script.stage(at.phase, at.round, at.place, at.cycle)
    return stage


def question_stage(at: Progress, asking: Asking, item: Item, preface: str) -> Stage:
    """How a safety question is put."""
    stage = asking.stage(item, at.calm, preface)
    if at.calm and preface:
        return replace(stage, seconds=max(FIRST_CALM, PREFACE + reading(item) + LISTENED))
    return stage


def preface(at: Progress) -> str:
    """The line that announces the safety questions."""
    if at.stopping:
        return ASKING_STOPPED
    return ASKING_CALM if at.calm else ASKING


def question(at: Progress, asking: Asking, tap: Question | None) -> Question | None:
    """What is asked now."""
    if at.done:
        return None
    if at.phase is Phase.PLACE:
        return Question("place", PLACE_QUESTION, PLACES, WHY_PLACE)
    if at.phase is Phase.OFFER:
        return Question("follow_up", OFFER, script.OFFERS, OFFER_WHY)
    if at.phase is Phase.TAP:
        return tap
    return asking.question(at.calm)
