"""What a cramp's answers come to while it is coached: judged, said, and what follows for the session."""

from msgspec.structs import replace

from stretchcoach.core import script
from stretchcoach.core.asking import Asking
from stretchcoach.core.knowledge import NO, NONE, Answers
from stretchcoach.core.messages import Level, Outcome
from stretchcoach.core.phase import Phase
from stretchcoach.core.protocol import Happening, Progress
from stretchcoach.core.triage import HelpWords
from stretchcoach.words.cramp import AFTERCARE, AFTERCARE_WARM, ALARM_LINE, ALARM_SHOWN, HEARD, STILL_OPEN
from stretchcoach.words.first_lines import SAFETY
from stretchcoach.words.questions import ANYWHERE

FLAG = "opening_flag"
"""The answer to the safety line."""
DENIED = {"rf_chest": NO, "injury": NONE}
"""What must be said before a *yes* to the safety line is taken back."""


def emergency_number(words: HelpWords) -> str:
    """The number to call, or that any emergency number will do."""
    number = words.emergency_number
    return number if any(sign.isdigit() for sign in number) else ANYWHERE


def undenied(at: Progress, answers: Answers) -> bool:
    """The safety line was answered, and what it names has not been denied since."""
    return at.flagged and any(answers.get(key) != value for key, value in DENIED.items())


def aside(at: Progress, asking: Asking, listening: bool) -> str:
    """What stands on the screen as long as it holds."""
    if at.done or at.phase is Phase.ALARM:
        return ""
    if at.phase is Phase.KEEP:
        number = emergency_number(asking.words)
        return script.ten_aside(number, number == ANYWHERE)
    if undenied(at, asking.answers):
        return ALARM_SHOWN.format(emergency_number=emergency_number(asking.words))
    return (HEARD[SAFETY] if listening else SAFETY) if at.prompting else ""


def judged(at: Progress, asking: Asking) -> Outcome:
    """What the answers so far mean; a safety line that is not denied is never less than help the same day."""
    outcome = replace(asking.outcome(), causes=())
    if not undenied(at, asking.answers) or outcome.level is not Level.SAME_DAY:
        return outcome
    line = f"{ALARM_LINE.format(emergency_number=emergency_number(asking.words))} {STILL_OPEN}"
    return replace(outcome, line=line.format(same_day_service=asking.words.same_day_service))


def tries_on(at: Progress, asking: Asking, outcome: Outcome) -> bool:
    """Whether a visit is due today, and the cramp is coached on all the same."""
    if outcome.level is not Level.SAME_DAY or at.stopping:
        return False
    return not any(flag.ends_session for flag in asking.knowledge.flags if flag.id in outcome.rules)


def ends_session(at: Progress, asking: Asking, outcome: Outcome) -> bool:
    """Whether nothing more is done: from ``SAME_DAY`` on, and where stretching is barred."""
    return not tries_on(at, asking, outcome) and (outcome.level >= Level.SAME_DAY or not outcome.stretch_allowed)


def followed_by(outcome: Outcome) -> Happening:
    """What a judgement that does not end the session is for the table."""
    if outcome.level >= Level.SAME_DAY:
        return Happening.SERIOUS
    return Happening.CLEAR if outcome.massage_allowed else Happening.CLEAR_NO_RUB


def noted(outcome: Outcome | None) -> tuple[str | None, tuple[str, ...]]:
    """Level and rules as they are written down: no level where only what was never answered speaks for the lowest."""
    if outcome is None:
        return None, ()
    reassures = outcome.unfinished and outcome.level is Level.SELF_CARE
    return None if reassures else outcome.level.name, outcome.rules


def advice(asking: Asking, outcome: Outcome | None) -> tuple[str, ...]:
    """What is said of the hours after; warmth only for a leg that is neither cold nor pale."""
    warm = asking.answers.get("cold_pale") == NO and outcome is not None and outcome.massage_allowed
    return (*((AFTERCARE_WARM,) if warm else ()), *AFTERCARE, *(outcome.advice if outcome else ()))
