"""What is said and shown during a cramp, with its seconds: the relief protocol as data.

Seconds and order: NHS-LC, MAYO, AAOS-S, UTD-AC, MERCK-RS; one action a line, eight words at most.  The lines that
name the words a person may answer with (``TEACHING``) are the only ones with a command word in them; the ears
do not act on a word that the coach is just saying.  Lines that ask for a key have a twin for when the microphone is
on (``HEARD``): nobody is told to say what nobody would hear.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.cramp_clock import CALLS
from stretchcoach.core.messages import Choice, Kind
from stretchcoach.core.phase import Phase
from stretchcoach.core.positions import VARIANTS, variant
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.words import cramp as words
from stretchcoach.words import questions
from stretchcoach.words.first_lines import ACTION, AGAIN_HERE, PRACTICE, SAFETY
from stretchcoach.words.routine import HALFWAY

HOLD = 30.0
PRACTICE_HOLD = 10.0
KEPT = 600.0
"""Seconds for which the coach stays after its ten-minute advice, if nobody says anything."""

OFFERED = 24.0
"""Seconds for which that stands; nothing said means tomorrow."""
OFFERS = (
    Choice("yes", questions.YES, "y"),
    Choice("no", questions.NO, "n"),
    Choice("tomorrow", words.ASK_ME_TOMORROW, "t"),
)
STANDS_STILL = 60.0
"""Seconds after which a paused cramp resumes by itself: a key that slipped must not leave anybody alone."""


Timed = tuple[tuple[float, str], ...]


class Stage(Struct, frozen=True):
    """One phase as it is played: what to do, how long, what is said when."""

    instruction: str
    seconds: float | None
    lines: Timed = ()
    kind: Kind = Kind.TALK
    how: str = ""
    in_one: float = 0.0
    """Up to this second the lines are read in one: each follows as soon as the voice is done with the one before."""


_COUNTS = {10: words.TWENTY_TO_GO, 20: words.TEN_TO_GO, 25: words.FIVE_TO_GO}
"""Counted as the figure on the screen counts: down, with the unit."""
COUNTS = frozenset(_COUNTS.values())
_HOLD_LINES: dict[int, dict[int, str]] = {
    1: {0: words.HOLD_1, 15: words.HOLD_1_LATER},
    2: {0: words.HOLD_2, 15: words.HOLD_2_LATER},
    3: {0: words.HOLD_3, 15: words.HOLD_3_LATER},
}
AFTER_SAFETY = 5.0
"""Seconds into the hold at which its own line follows the safety line."""


def _held(opening: str, number: int) -> Timed:
    lines: dict[int, str] = {**_HOLD_LINES[number], **_COUNTS, 0: opening or _HOLD_LINES[number][0]}
    return tuple((float(at), lines[at]) for at in sorted(lines))


def first_hold() -> "Stage":
    """The hold into which the safety line is said."""
    (_, own), *later = _held("", 1)
    return replace(stage(Phase.HOLD, 1), lines=((0.0, SAFETY), (AFTER_SAFETY, own), *later))


def alarm(emergency_number: str) -> "Stage":
    """What is said and shown at once where the safety line was answered."""
    shown, said = (text.format(emergency_number=emergency_number) for text in (words.ALARM_LARGE, words.ALARM_LINE))
    return Stage(shown, 7.0, ((0.0, said),))


def ten_aside(emergency_number: str, anywhere: bool) -> str:
    """What stands above the ten-minute line: what needs more than a call today."""
    number = words.LOCAL.format(emergency_number=emergency_number) if anywhere else emergency_number
    return words.TEN_ASIDE.format(emergency_number=number)


def ten(same_day_service: str, call_today: str) -> "Stage":
    """What stands from the tenth minute on: one instruction, and whom to call."""
    shown, again = (
        words.TEN_SHOWN.format(call_today=call_today),
        words.SEEN_TODAY.format(same_day_service=same_day_service),
    )
    return Stage(shown, KEPT, ((90.0, again), (240.0, again), (480.0, again)), Kind.OPEN)


def stage(phase: Phase, number: int, place: str = "", cycle: int = 0) -> Stage:
    """The stage of ``phase`` in round ``number`` (from 1)."""
    if phase is Phase.HOLD:
        return Stage(words.HOLD_SHOWN, HOLD, _held("", number), Kind.HOLD, words.HOW_TOES)
    if phase is Phase.EASE and number == 1:
        lines = ((0.0, words.EASE_FIRST), (8.0, words.CHECK_FIRST))
        return Stage(words.EASE_SHOWN, 12.0, lines, Kind.REST)
    if phase in (Phase.EASE, Phase.VARIANT_EASE):
        return Stage(words.EASE_SHOWN, 10.0, ((0.0, words.EASE_AND_CHECK),), Kind.REST)
    if phase is Phase.VARIANT:
        now = variant(place, cycle)
        return Stage(now.shown, HOLD, _held(now.cue, number), Kind.HOLD, now.how)
    return _FIXED[phase]


def practice(phase: Phase) -> Stage:
    """The same, shortened for a rehearsal."""
    if phase is Phase.HOLD:
        lines = ((0.0, words.HOLD_1), (5.0, words.FIVE_TO_GO))
        return Stage(words.HOLD_SHOWN, PRACTICE_HOLD, lines, Kind.HOLD, words.HOW_TOES)
    return stage(phase, 1)


def _one(
    instruction: str, seconds: float, line: str = "", kind: Kind = Kind.MOVE, how: str = "", then: Timed = ()
) -> Stage:
    return Stage(instruction, seconds, ((0.0, line or instruction), *then), kind, how)


_FIXED: dict[Phase, Stage] = {
    Phase.OPENING: _one(words.OPENING_SHOWN, 6, ACTION, Kind.MOVE, words.HOW_TOES),
    Phase.TEACH: Stage(
        words.TEACH_SHOWN,
        20.0,
        (
            (0.0, PRACTICE),
            (5.0, words.WORDS),
            (11.0, words.ALWAYS),
            (15.0, words.SILENCE_IS_FINE),
        ),
    ),
    Phase.EASED: _one(words.EASED_SHOWN, 10, words.EASED, kind=Kind.REST),
    Phase.SUPPORT: _one(words.SUPPORT_SHOWN, 5, words.SUPPORT, kind=Kind.REST),
    Phase.BREATHE: _one(
        words.BREATHE_SHOWN,
        60,
        words.BREATHE,
        Kind.HOLD,
        then=(
            (12.0, words.BREATHE_IN),
            (16.0, words.BREATHE_OUT),
            (30.0, words.SHOULDERS),
            (45.0, words.LONG_BREATH),
        ),
    ),
    Phase.LIGHT: _one(
        words.LIGHT_SHOWN,
        15,
        words.LIGHT,
        kind=Kind.HOLD,
        how=words.LIGHT_WHY,
    ),
    Phase.WIGGLE: _one(
        words.WIGGLE_SHOWN,
        15,
        words.WIGGLE,
        how=words.WIGGLE_WHY,
    ),
    Phase.RUB: _one(
        words.RUB_SHOWN,
        60,
        words.RUB,
        kind=Kind.MOVE,
        then=((6.0, words.RUB_PREGNANT), (30.0, HALFWAY)),
    ),
    Phase.WALK: _one(
        words.WALK_SHOWN,
        60,
        words.WALK,
        then=((5.0, words.WALK_UNSTEADY),),
    ),
    Phase.HEELS: _one(
        words.HEELS_SHOWN,
        25,
        words.HEELS,
        how=words.HEELS_SITTING,
    ),
}


def talk(lines: tuple[str, ...], gap: float = 1.2) -> Stage:
    """A stage that says ``lines`` one after the other."""
    at, timed = 0.0, []
    for line in lines:
        timed.append((at, line))
        at += speech_seconds(line, 140) + gap
    return Stage(words.AFTERCARE_SHOWN, at, tuple(timed))


SPOKEN_OF_THEIR_OWN = (
    Phase.ALARM,
    Phase.SAFETY_CHECK,
    Phase.PLACE,
    Phase.KEEP,
    Phase.ADVICE,
    Phase.TAP,
    Phase.OFFER,
)


def lines_ahead(rehearse: bool = False) -> Iterator[str]:
    """Every fixed line, about in the order in which it is needed, for rendering ahead."""
    number_of = {Phase.HOLD: (1, 2, 3), Phase.EASE: (1, 2), Phase.VARIANT: (1, 2, 3)}
    for phase in Phase:
        if phase in SPOKEN_OF_THEIR_OWN:
            continue
        for number in number_of.get(phase, (1,)):
            for place in VARIANTS if phase is Phase.VARIANT else ("",):
                played = practice(phase) if rehearse else stage(phase, number, place)
                yield from (line for _, line in played.lines)
    if not rehearse:
        yield SAFETY
    yield from (line for _, line in CALLS)
    yield from (
        words.ASKING,
        words.ASKING_CALM,
        words.ASKING_STOPPED,
        words.PLACE_QUESTION,
        *words.AFTERCARE,
        words.AFTERCARE_WARM,
        words.FAREWELL,
        words.STOPPED,
        AGAIN_HERE,
    )
