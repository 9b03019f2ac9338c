"""What is said and shown during a cramp, with its seconds: the relief protocol as data.

Seconds and order: NHS-LC, MAYO, AAOS-S, UTD-AC, MERCK-RS; one action a line, eight words at most.  The lines that
name the words a person may answer with (``TEACHING``) are the only ones with a command word in them; the ears
do not act on a word that the coach is just saying.  Lines that ask for a key have a twin for when the microphone is
on (``HEARD``): nobody is told to say what nobody would hear.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stretchcoach.core.cramp_clock import CALLS
from stretchcoach.core.first_lines import ACTION, AGAIN_HERE, PRACTICE, SAFETY, SAFETY_HEARD
from stretchcoach.core.messages import Choice, Kind
from stretchcoach.core.phase import Phase
from stretchcoach.core.positions import PLACE_QUESTION, VARIANTS, variant
from stretchcoach.core.wording import speech_seconds

HOLD = 30.0
PRACTICE_HOLD = 10.0
KEPT = 600.0
"""Seconds for which the coach stays after its ten-minute advice, if nobody says anything."""

CHECK_FIRST = "Gone, same or worse? Press G, S, W."
EASE_AND_CHECK = "Ease off slightly. Gone, same or worse?"
WORDS = "Press G for gone, S same, W worse."
ALWAYS = "Press X at any point to end it."
HEARD = {
    SAFETY: SAFETY_HEARD,
    CHECK_FIRST: "Say gone, same, or worse.",
    WORDS: "You can say gone, same or worse.",
    ALWAYS: "Say stop at any point to end.",
}
TEACHING = (CHECK_FIRST, EASE_AND_CHECK, WORDS, *HEARD.values())
ALARM_LINE = "If it is chest pain or you can't breathe, call {emergency_number} now."
"""Said and shown at once where the safety line was answered."""
ALARM_LARGE = "Chest pain? Call {emergency_number} now."
ALARM_SHOWN = "Chest pain, or can't breathe? Call {emergency_number} now."
"""Stands from then on until its things have been denied."""
STILL_OPEN = "Otherwise, please speak to {same_day_service} today."
TEN_LINES = ("That's ten minutes. Rest your leg now.", "Call {same_day_service} now.")
TEN_SHOWN = "Rest your leg. Call {call_today} now."
TEN_ASIDE = "Chest pain or trouble breathing? Call {emergency_number}."
LOCAL = "your local emergency number: {emergency_number}"
"""Where the country is not known."""
LET_BE = "Let the leg rest. Don't pull at all."
ASKING = "Toes up. I'll ask a few short questions."
ASKING_STOPPED = "Now a few short safety questions."
ASKING_CALM = "A few questions now, or in the morning?"
SEEN_TODAY = "Please call {same_day_service}. Rest your leg."
PUT_OFF = "All right, in the morning. Don't rub it."
OFFER = "Shall we look at what may have caused it?"
OFFER_WHY = "It takes about sixteen short questions. The answers may point to ways to get fewer cramps."
OFFERED = 24.0
"""Seconds for which that stands; nothing said means tomorrow."""
OFFERS = (Choice("yes", "Yes", "y"), Choice("no", "No", "n"), Choice("tomorrow", "Ask me tomorrow", "t"))
FAREWELL = "Well done. Rest now."
STOPPED = "All right, we'll finish there. Rest the leg."
STILL = "I will be quiet for a minute."
STANDS_STILL = 60.0
"""Seconds after which a cramp that stands still goes on by itself: nobody may be left alone by a slip."""
PRACTICE_DONE = "That's everything. Now you know it."


Timed = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase as it is played: what to do, how long, what is said when."""

    instruction: str
    seconds: float | None
    lines: Timed = ()
    kind: Kind = Kind.TALK
    how: str = ""
    in_one: float = 0.0
    """Up to this second the lines are read in one: each follows as soon as the voice is done with the one before."""


HOW_TOES = (
    "Keep your knee straight. Use the muscle at the front of your shin to lift your foot. "
    "Pull firmly, without forcing or bouncing."
)
_COUNTS = {10: "Twenty seconds to go.", 20: "Ten seconds to go.", 25: "Five seconds to go."}
"""Counted as the figure on the screen counts: down, with the unit."""
COUNTS = frozenset(_COUNTS.values())
_HOLD_LINES: dict[int, dict[int, str]] = {
    1: {0: "Hold it there. Firm, but not forced.", 15: "Breathe out slowly. Toes up."},
    2: {0: "Toes up. Push your heel away.", 15: "Take a long, slow breath."},
    3: {0: "One more. Push your heel, toes up.", 15: "You're doing well."},
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
    shown, said = (text.format(emergency_number=emergency_number) for text in (ALARM_LARGE, ALARM_LINE))
    return Stage(shown, 7.0, ((0.0, said),))


def ten_aside(emergency_number: str, anywhere: bool) -> str:
    """What stands above the ten-minute line: what needs more than a call today."""
    number = LOCAL.format(emergency_number=emergency_number) if anywhere else emergency_number
    return TEN_ASIDE.format(emergency_number=number)


def ten(same_day_service: str, call_today: str) -> "Stage":
    """What stands from the tenth minute on: one instruction, and whom to call."""
    shown, again = TEN_SHOWN.format(call_today=call_today), SEEN_TODAY.format(same_day_service=same_day_service)
    return Stage(shown, KEPT, ((90.0, again), (240.0, again), (480.0, again)), Kind.OPEN)


def stage(phase: Phase, number: int, place: str = "", cycle: int = 0) -> Stage:
    """The stage of ``phase`` in round ``number`` (from 1)."""
    if phase is Phase.HOLD:
        return Stage("Hold: toes up, knee straight", HOLD, _held("", number), Kind.HOLD, HOW_TOES)
    if phase is Phase.EASE and number == 1:
        lines = ((0.0, "Ease off slightly. Don't point your toes."), (8.0, CHECK_FIRST))
        return Stage("Ease off. How is it?", 12.0, lines, Kind.REST)
    if phase in (Phase.EASE, Phase.VARIANT_EASE):
        return Stage("Ease off. How is it?", 10.0, ((0.0, EASE_AND_CHECK),), Kind.REST)
    if phase is Phase.VARIANT:
        now = variant(place, cycle)
        return Stage(now.shown, HOLD, _held(now.cue, number), Kind.HOLD, now.how)
    return _FIXED[phase]


def practice(phase: Phase) -> Stage:
    """The same, shortened for a rehearsal."""
    if phase is Phase.HOLD:
        lines = ((0.0, "Hold it there. Firm, but not forced."), (5.0, "Five seconds to go."))
        return Stage("Hold: toes up, knee straight", PRACTICE_HOLD, lines, Kind.HOLD, HOW_TOES)
    return stage(phase, 1)


def _one(
    instruction: str, seconds: float, line: str = "", kind: Kind = Kind.MOVE, how: str = "", then: Timed = ()
) -> Stage:
    return Stage(instruction, seconds, ((0.0, line or instruction), *then), kind, how)


_FIXED: dict[Phase, Stage] = {
    Phase.OPENING: _one("Leg straight, toes up", 6, ACTION, Kind.MOVE, HOW_TOES),
    Phase.TEACH: Stage(
        "Learn the words before you need them",
        20.0,
        (
            (0.0, PRACTICE),
            (5.0, WORDS),
            (11.0, ALWAYS),
            (15.0, "Saying nothing is fine too."),
        ),
    ),
    Phase.EASED: _one("Pull less, bend the knee", 10, "All right. Pull less. Bend your knee slightly.", kind=Kind.REST),
    Phase.SUPPORT: _one("Let the leg rest", 5, "Let the leg rest on something soft.", kind=Kind.REST),
    Phase.BREATHE: _one(
        "Toes up, breathe slowly",
        60,
        "Breathe in, count four. Out, count six.",
        Kind.HOLD,
        then=(
            (12.0, "Breathe in."),
            (16.0, "And slowly out."),
            (30.0, "Let your shoulders drop."),
            (45.0, "Now a long breath out."),
        ),
    ),
    Phase.LIGHT: _one(
        "Toes up, gently",
        15,
        "Toes up, gently, for fifteen more seconds.",
        kind=Kind.HOLD,
        how="A cramp can return if you let go too soon.",
    ),
    Phase.WIGGLE: _one(
        "Foot up and down, ten times",
        15,
        "Move your foot up and down, ten times.",
        how="Don't point your toes down hard. That can bring the cramp on.",
    ),
    Phase.RUB: _one(
        "Rub upwards, gently",
        60,
        "Gently rub upwards, from ankle to knee.",
        kind=Kind.MOVE,
        then=((6.0, "If you're pregnant, only stroke it lightly."), (30.0, "Halfway there.")),
    ),
    Phase.WALK: _one(
        "Walk about, gently",
        60,
        "If you feel steady, walk about gently.",
        then=((5.0, "If you're unsteady, sit and tap your toes."),),
    ),
    Phase.HEELS: _one(
        "Walk on your heels",
        25,
        "Holding the wall, walk on your heels.",
        how="If you are sitting, tap your toes twenty times.",
    ),
}


def talk(lines: tuple[str, ...], gap: float = 1.2) -> Stage:
    """A stage that says ``lines`` one after the other."""
    at, timed = 0.0, []
    for line in lines:
        timed.append((at, line))
        at += speech_seconds(line, 140) + gap
    return Stage("Rest the leg and look after it", at, tuple(timed))


AFTERCARE_WARM = "Ten minutes of gentle warmth may soothe it."
AFTERCARE = (
    "Sip some water if you're thirsty.",
    "Your calf may feel tender tomorrow.",
    "Go easy on it tomorrow.",
)
"""Sources: NHS-LC, AAOS-S, UTD-PT."""


SPOKEN_OF_THEIR_OWN = (
    Phase.ALARM,
    Phase.SAFETY_CHECK,
    Phase.PLACE,
    Phase.KEEP,
    Phase.ADVICE,
    Phase.TAP,
    Phase.OFFER,
)


def spoken(rehearse: bool = False) -> Iterator[str]:
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
        ASKING,
        ASKING_CALM,
        ASKING_STOPPED,
        PLACE_QUESTION,
        *AFTERCARE,
        AFTERCARE_WARM,
        FAREWELL,
        STOPPED,
        AGAIN_HERE,
    )
