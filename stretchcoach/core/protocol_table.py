"""The cramp as a table: what leads from which phase to which.

``after(progress, happening)`` is the whole protocol, and pure.  For each phase and happening the rows are tried in
order, and the first whose condition holds is taken: first the new ``Progress``, then what is done (``Act``), then the
phase that is entered, or the end.  ``docs/cramp.md`` is drawn from this table
(``python -m stretchcoach.cramp_table docs/cramp.md``).
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.phase import Phase
from stretchcoach.core.protocol import (
    CHANGES,
    CONDITIONS,
    EASES,
    ENDING,
    EVERYWHERE,
    JUDGED,
    PROMPTS,
    SKIPPED,
    Act,
    Always,
    Ending,
    Happening,
    Progress,
    Transition,
)


class Move(Struct, frozen=True):
    """What a happening comes to."""

    progress: Progress
    acts: tuple[Act, ...] = ()
    enter: bool = False
    """The phase begins, or begins again."""
    end: Ending | None = None


def _at(*phases: Phase) -> frozenset[Phase]:
    return frozenset(phases)


def _follow(*pairs: tuple[Phase, Phase]) -> tuple[Transition, ...]:
    return tuple(Transition(_at(phase), Happening.TIME, following) for phase, following in pairs)


P, H, A = Phase, Happening, Act

_TIME = (
    Transition(_at(P.EASE), H.TIME, P.LIGHT, "practice"),
    Transition(_at(P.LIGHT), H.TIME, when="practice", end=Ending.PRACTISED),
    Transition(EASES, H.TIME, Always.HOLD, "rounds are left", "next round", (A.NOTE_ROUND,)),
    Transition(EASES, H.TIME, P.SAFETY_CHECK, "first position", "first round", (A.NOTE_ROUND,)),
    Transition(EASES, H.TIME, P.BREATHE, "", "first round", (A.NOTE_ROUND,)),
    Transition(_at(P.EASED), H.TIME, Always.HOLD),
    Transition(_at(P.SAFETY_CHECK), H.TIME, acts=(A.LEAVE_OPEN,)),
    Transition(_at(P.ADVICE), H.TIME, change="the talk is offered", acts=(A.WIND_UP,)),
    Transition(_at(P.TAP), H.TIME, acts=(A.LEAVE_TAPS,)),
    Transition(_at(P.OFFER), H.TIME, acts=(A.NOTE_PUT_OFF,), end=Ending.FAREWELL),
    Transition(_at(P.KEEP), H.TIME, end=Ending.STOPPED),
    Transition(_at(P.BREATHE), H.TIME, P.VARIANT, "", "the next way"),
    Transition(_at(P.PLACE), H.TIME, P.VARIANT, "", "another position"),
    Transition(_at(P.HOLD), H.TIME, P.EASE, "", "the safety line was said"),
    *_follow(
        (P.OPENING, P.HOLD),
        (P.TEACH, P.OPENING),
        (P.ALARM, P.SAFETY_CHECK),
        (P.SUPPORT, P.SAFETY_CHECK),
        (P.VARIANT, P.VARIANT_EASE),
        (P.LIGHT, P.WIGGLE),
        (P.WIGGLE, P.SAFETY_CHECK),
        (P.RUB, P.WALK),
        (P.WALK, P.HEELS),
        (P.HEELS, P.ADVICE),
    ),
)
"""Silence counts as *same*."""


def _at_once(on: Happening, where: frozenset[Phase], *first: Act) -> Iterator[Transition]:
    """What happens when the time is over, happens now."""
    for row in _TIME:
        if row.where & where:
            yield replace(row, where=row.where & where, on=on, acts=(*first, A.CLEAR_NOTICE, *row.acts))


_CALM = (A.PUT_OFF_ALL, A.WIND_UP)
ROWS: tuple[Transition, ...] = (
    *_at_once(H.TIME, EVERYWHERE),
    *_at_once(H.SAME, EASES, A.WAKE),
    Transition(EVERYWHERE - SKIPPED, H.NEXT, when="not let go"),
    Transition(_at(P.SAFETY_CHECK), H.NEXT, acts=(A.WAKE, A.SKIP)),
    Transition(_at(P.TAP), H.NEXT, acts=(A.WAKE, A.PASS_TAP)),
    *_at_once(H.NEXT, EVERYWHERE - {P.SAFETY_CHECK, P.TAP}, A.WAKE),
    Transition(EVERYWHERE, H.GONE, when="let go"),
    Transition(EVERYWHERE, H.GONE, P.LIGHT, "practice", "let go", (A.HUSH,)),
    Transition(EVERYWHERE, H.GONE, P.SAFETY_CHECK, "stopped, or judged before", "let go", (A.HUSH, A.NOTE_RELEASE)),
    Transition(_at(P.KEEP), H.GONE, P.SAFETY_CHECK, "", "let go", (A.HUSH, A.NOTE_RELEASE)),
    Transition(EVERYWHERE - {P.KEEP}, H.GONE, P.LIGHT, "", "let go", (A.HUSH, A.NOTE_RELEASE)),
    Transition(_at(P.SAFETY_CHECK), H.WORSE, Always.STAY, "judged before", "once more", (A.NOTE_WORSE, A.LET_BE)),
    Transition(EVERYWHERE, H.WORSE, P.HOLD, "let go", "a new cramp", (A.HUSH, A.COME_BACK)),
    Transition(EVERYWHERE, H.WORSE, Always.STAY, "stopped", "once more", (A.NOTE_WORSE, A.LET_BE)),
    Transition(_at(P.KEEP), H.WORSE, Always.STAY, "the first time", "once more", (A.HUSH, A.NOTE_WORSE, A.LET_BE)),
    Transition(EVERYWHERE, H.WORSE, P.EASED, "the first time, or practice", "once more", (A.HUSH, A.NOTE_WORSE)),
    Transition(EVERYWHERE, H.WORSE, P.SUPPORT, "", "once more, stopped", (A.HUSH, A.NOTE_WORSE, A.MUCH_WORSE)),
    Transition(EVERYWHERE, H.STOP, when="practice", acts=(A.HUSH,), end=Ending.PRACTISED),
    Transition(PROMPTS, H.STOP, P.ALARM, "the safety line stands", "flagged", (A.HUSH, A.NOTE_STOP, A.HUSH, A.FLAG)),
    Transition(_at(P.TAP, P.OFFER), H.STOP, acts=(A.HUSH, A.NOTE_PUT_OFF), end=Ending.FAREWELL),
    Transition(_at(P.KEEP), H.STOP, acts=(A.HUSH, A.JUDGE_STOP)),
    Transition(EVERYWHERE - ENDING, H.STOP, when="stopped, or let go and asked", acts=(A.HUSH, A.JUDGE_STOP)),
    Transition(EVERYWHERE - ENDING, H.STOP, P.SUPPORT, "", "stopped", (A.HUSH, A.NOTE_STOP)),
    Transition(EVERYWHERE, H.ALARM, P.ALARM, "a cramp", "flagged", (A.HUSH, A.FLAG)),
    Transition(EVERYWHERE, H.LATER, when="let go", acts=(A.JUDGE_LATER,)),
    Transition(EVERYWHERE, H.MORNING, P.TAP, "", "no talk", _CALM, entered=False),
    Transition(_at(P.SAFETY_CHECK), H.BACK, acts=(A.TAKE_BACK,)),
    *(replace(row, when="a cramp") for row in _at_once(H.STRAY, _at(P.OPENING))),
    Transition(
        _at(P.HOLD), H.STRAY, when="a letter, the safety line stands", change="repeated", acts=(A.REPEAT_SAFETY,)
    ),
    Transition(_at(P.PLACE), H.ANSWER, P.VARIANT, "", "another position, here", (A.HUSH, A.NOTE_ANSWER)),
    Transition(_at(P.OFFER), H.ANSWER, when="yes", acts=(A.HUSH, A.NOTE_ANSWER, A.TALK)),
    Transition(_at(P.OFFER), H.ANSWER, when="no", acts=(A.HUSH, A.NOTE_ANSWER), end=Ending.FAREWELL),
    Transition(_at(P.OFFER), H.ANSWER, acts=(A.HUSH, A.NOTE_ANSWER, A.NOTE_PUT_OFF), end=Ending.FAREWELL),
    Transition(_at(P.TAP), H.ANSWER, acts=(A.HUSH, A.TAP)),
    Transition(_at(P.SAFETY_CHECK), H.ANSWER, when="tomorrow", acts=(A.HUSH, A.JUDGE_LATER)),
    Transition(_at(P.SAFETY_CHECK), H.ANSWER, acts=(A.HUSH, A.KEEP_ANSWER)),
    Transition(_at(P.SAFETY_CHECK), H.TICKS, acts=(A.HUSH, A.KEEP_TICKS)),
    Transition(EVERYWHERE, H.SLEPT, Always.AGAIN, acts=(A.TELL_SLEPT,)),
    Transition(EVERYWHERE, H.RETURNED, P.HOLD, "a cramp", "a new cramp", (A.COME_BACK,)),
    Transition(EVERYWHERE, H.TEN, when="a cramp, not let go", acts=(A.JUDGE_TEN,)),
    Transition(EVERYWHERE, H.OVER_TEN, P.KEEP, acts=(A.HUSH, A.TELL_TEN)),
    Transition(EVERYWHERE, H.HELP_TODAY, end=Ending.SAID),
    Transition(EVERYWHERE, H.STOPPED, end=Ending.STOPPED),
    *(Transition(_at(P.SAFETY_CHECK), each, when="stopped", end=Ending.STOPPED) for each in JUDGED),
    *(Transition(_at(P.SAFETY_CHECK), each, P.PLACE, "not let go", acts=(A.FORGET_OUTCOME,)) for each in JUDGED),
    Transition(_at(P.SAFETY_CHECK), H.SERIOUS, end=Ending.FAREWELL),
    Transition(_at(P.SAFETY_CHECK), H.CLEAR, P.RUB),
    Transition(_at(P.SAFETY_CHECK), H.CLEAR_NO_RUB, P.WALK),
    Transition(_at(P.SAFETY_CHECK), H.UNHEARD, P.TAP, "", "no talk", (A.PUT_OFF_ALL,), Ending.FAREWELL),
    Transition(_at(P.ADVICE, P.TAP), H.TO_TELL, P.TAP),
    Transition(_at(P.ADVICE, P.TAP), H.TOLD, P.OFFER, "the talk is offered"),
    Transition(_at(P.ADVICE, P.TAP), H.TOLD, end=Ending.FAREWELL),
    Transition(_at(P.OFFER), H.TALKED, end=Ending.SAID),
)
"""In this order; where no row holds, nothing happens."""
OVER = Transition(EVERYWHERE, H.BACK, P.SAFETY_CHECK, "", "not over", (A.REOPEN,), entered=False)
"""All that can still happen at the end: a key that slipped is taken back."""


def _rows() -> dict[tuple[Phase, Happening], tuple[Transition, ...]]:
    rows: dict[tuple[Phase, Happening], tuple[Transition, ...]] = {
        (phase, on): () for phase in Phase for on in Happening
    }
    for row in ROWS:
        for phase in row.where:
            rows[phase, row.on] += (row,)
    return rows


TABLE = _rows()


def after(at: Progress, happening: Happening, value: str = "") -> Move:
    """What ``happening`` comes to; ``value`` is the answer."""
    for row in TABLE[at.phase, happening] if not at.done else (OVER,) if happening is OVER.on else ():
        if not row.when or CONDITIONS[row.when](at, value):
            return _taken(row, at, value)
    return Move(at)


def _taken(row: Transition, at: Progress, value: str) -> Move:
    new = CHANGES[row.change](at, value) if row.change else at
    if isinstance(row.to, Phase):
        new = replace(new, phase=row.to)
    elif row.to is Always.HOLD:
        new = replace(new, phase=new.hold)
    if row.end:
        return Move(replace(new, done=True), row.acts, False, row.end)
    enter = row.entered and row.to is not Always.STAY
    return Move(replace(new, asked=new.asked or (enter and new.phase is Phase.SAFETY_CHECK)), row.acts, enter)
