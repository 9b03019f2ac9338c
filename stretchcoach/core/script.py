"""What is said and shown during a cramp, with its seconds: the relief protocol as data.

Seconds and order: NHS-LC, MAYO, AAOS-S, UTD-AC, MERCK-RS; one action a line, eight words at most.  The lines that
name the words a person may answer with (``TEACHING``) are the only ones with a command word in them; the ears
do not act on a word that the coach is just saying.  Lines that ask for a key have a twin for when the microphone is
on (``HEARD``): nobody is told to say what nobody would hear.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.episode import CALLS
from stretchcoach.core.messages import Choice, Kind
from stretchcoach.core.opening import AGAIN_HERE, PRACTICE, SAFETY, SAFETY_HEARD
from stretchcoach.core.wording import speech_seconds

ROUNDS = 3
HOLD = 30.0
PRACTICE_HOLD = 10.0
KEPT = 600.0
"""Seconds for which the coach stays after its ten-minute advice, if nobody says anything."""

CHECK_FIRST = "Gone, same or worse? Press its letter."
EASE_AND_CHECK = "Ease a little. Gone, same or worse?"
WORDS = "G is for gone, S same, W worse."
ALWAYS = "X ends the stretch, at any moment."
HEARD = {
    SAFETY: SAFETY_HEARD,
    CHECK_FIRST: "Say gone, same, or worse.",
    WORDS: "You can say gone, same or worse.",
    ALWAYS: "Stop ends the stretch, at any moment.",
}
TEACHING = (CHECK_FIRST, EASE_AND_CHECK, WORDS, *HEARD.values())
TEN_LINE = "Ten minutes now. Please be seen today: {same_day_service}. Toes up, lightly, until then."
LET_BE = "Let it be. No pulling at all."
ASKING = "Keep the toes up. A few short questions."
ASKING_STOPPED = "Some short questions now."
ASKING_CALM = "Now a few short questions, to be safe."
SEEN_TODAY = "Please be seen today. Toes up, lightly."
PUT_OFF = "All right, tomorrow then. No rubbing tonight."
OFFER = "Shall we find out what may have caused it?"
OFFER_WHY = "About a dozen short questions; they may show how to have fewer cramps."
OFFERED = 24.0
"""Seconds for which that stands; nothing said means tomorrow."""
OFFERS = (Choice("yes", "Yes", "y"), Choice("no", "No", "n"), Choice("tomorrow", "Ask me tomorrow", "t"))
FAREWELL = "Well done. Rest now."
STOPPED = "All right. We end here. Rest the leg."
PRACTICE_DONE = "That is all of it. You know it now."


class Phase(Enum):
    """Where the protocol stands."""

    OPENING = "Here with you"
    TEACH = "Practice"
    STRAIGHTEN = "Leg straight"
    TOES_UP = "Toes up"
    HOLD = "Hold"
    EASE = "Ease and check"
    EASED = "Half the pull"
    SUPPORT = "Let it rest"
    SCREEN = "Safety questions"
    PLACE = "Another position"
    VARIANT = "Hold, new position"
    VARIANT_EASE = "Ease and check, new position"
    BREATHE = "Slow breathing"
    KEEP = "Toes up, lightly"
    LIGHT = "Light hold"
    WIGGLE = "Ankle wiggles"
    RUB = "Gentle rub"
    WALK = "Easy walk"
    HEELS = "On your heels"
    ADVICE = "Afterwards"
    OFFER = "One question"


CRAMPING = frozenset(
    {
        Phase.OPENING,
        Phase.TEACH,
        Phase.STRAIGHTEN,
        Phase.TOES_UP,
        Phase.HOLD,
        Phase.EASE,
        Phase.EASED,
        Phase.SUPPORT,
        Phase.PLACE,
        Phase.VARIANT,
        Phase.VARIANT_EASE,
        Phase.BREATHE,
        Phase.KEEP,
    }
)
"""Phases in which it has not let go."""

Timed = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase as it is played: what to do, how long, what is said when."""

    instruction: str
    seconds: float | None
    lines: Timed = ()
    kind: Kind = Kind.TALK
    how: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A position for the stretch when the first one did not end it.  Source: MAYO, AAOS-S, MERCK-RS."""

    cue: str
    how: str


TOES = "Toes to your nose. No need for hands."
HOW_TOES = "Keep the knee straight and flat. Use the shin muscle to lift the foot. Firm, never forced, no bouncing."
TOWEL = Variant(
    "Loop anything round your foot. Pull gently.",
    "A towel, belt or trouser leg goes round the ball of the foot. Knee straight, pull slowly toward you.",
)
WALL = Variant(
    "Foot on the wall. Press through the heel.",
    "The ball of the foot rests on the wall or the bed's end. Straighten the knee slowly.",
)
CHAIR = Variant(
    "Heel forward. Knee straight. Toes up.",
    "Slide the heel forward on the floor and lean forward from the hips, gently.",
)
FLAT = Variant(
    "Stand and hold tight. Heel down, knee straight.",
    "Put your weight on that foot, knee straight, heel down. Only with light on and something to hold.",
)
LUNGE = Variant(
    "Sore leg behind you. Heel down. Lean in.",
    "Hands on the wall, sore leg behind with a straight knee and the heel down, front knee bending.",
)
PLACES = (
    Choice("bed", "In bed or on the floor", "b"),
    Choice("chair", "On a chair", "c"),
    Choice("standing", "Standing, steady, light on", "s"),
)
PLACE_QUESTION = "Where are you: bed, chair or standing?"
VARIANTS = {
    "bed": (WALL, TOWEL),
    "chair": (CHAIR, TOWEL),
    "standing": (FLAT, LUNGE),
    "": (TOWEL, WALL),
}
"""By where the person is; without an answer the towel, which needs neither light nor steady feet."""

_COUNTS = {5: "Five.", 15: "Fifteen.", 25: "Twenty-five."}
_HOLD_LINES: dict[int, dict[int, str]] = {
    1: {0: "Hold. Firm, not forced.", 10: "Breathe out slowly. Ten done.", 20: "Twenty. Keep toes up.", 28: "Nearly."},
    2: {0: "Toes up afresh. Push the heel away.", 10: "Long slow breath.", 20: "Twenty done.", 28: "Nearly."},
    3: {0: "One more. Heel long, toes up.", 10: "Ten done.", 20: "You're doing well.", 28: "Nearly."},
}


def _held(opening: str, number: int) -> Timed:
    lines: dict[int, str] = {**_HOLD_LINES[number], **_COUNTS, 0: opening or _HOLD_LINES[number][0]}
    return tuple((float(at), lines[at]) for at in sorted(lines))


def variant(place: str, cycle: int) -> Variant:
    """The position for ``cycle`` (from 0); they take turns."""
    choices = VARIANTS.get(place, VARIANTS[""])
    return choices[cycle % len(choices)]


def stage(phase: Phase, number: int, place: str = "", cycle: int = 0) -> Stage:
    """The stage of ``phase`` in round ``number`` (from 1)."""
    if phase is Phase.HOLD:
        return Stage("Hold: toes up, knee straight", HOLD, _held("", number), Kind.HOLD, HOW_TOES)
    if phase is Phase.EASE and number == 1:
        lines = ((0.0, "Ease off a little. Don't point your toes."), (8.0, CHECK_FIRST))
        return Stage("Ease a little. How is it?", 12.0, lines, Kind.REST)
    if phase in (Phase.EASE, Phase.VARIANT_EASE):
        return Stage("Ease a little. How is it?", 10.0, ((0.0, EASE_AND_CHECK),), Kind.REST)
    if phase is Phase.VARIANT:
        now = variant(place, cycle)
        return Stage(now.cue, HOLD, _held(now.cue, number), Kind.HOLD, now.how)
    return _FIXED[phase]


def practice(phase: Phase) -> Stage:
    """The same, shortened for a rehearsal."""
    if phase is Phase.HOLD:
        lines = ((0.0, "Hold. Firm, not forced."), (5.0, "Five."))
        return Stage("Hold: toes up, knee straight", PRACTICE_HOLD, lines, Kind.HOLD, HOW_TOES)
    return stage(phase, 1)


def _one(
    instruction: str, seconds: float, line: str = "", kind: Kind = Kind.MOVE, how: str = "", then: Timed = ()
) -> Stage:
    return Stage(instruction, seconds, ((0.0, line or instruction), *then), kind, how)


_FIXED: dict[Phase, Stage] = {
    Phase.OPENING: _one("Leg straight, toes up", 6, SAFETY, Kind.TALK),
    Phase.TEACH: Stage(
        "Learn the words by day",
        20.0,
        (
            (0.0, PRACTICE),
            (5.0, WORDS),
            (11.0, ALWAYS),
            (15.0, "Silence is fine too."),
        ),
    ),
    Phase.STRAIGHTEN: _one("Straighten the sore leg. Knee flat.", 6, how=HOW_TOES),
    Phase.TOES_UP: _one("Pull your toes up toward your shin.", 6, how=HOW_TOES),
    Phase.EASED: _one("Half the pull. Bend the knee a little.", 10, kind=Kind.REST),
    Phase.SUPPORT: _one("Let the leg rest. Support it.", 5, kind=Kind.REST),
    Phase.BREATHE: _one(
        "Toes up, lightly. Breathe slowly.",
        60,
        "Toes up, lightly. In four, out six.",
        Kind.HOLD,
        then=((12.0, "Breathe in."), (16.0, "And slowly out."), (30.0, "Soft shoulders."), (45.0, "Long breath out.")),
    ),
    Phase.KEEP: Stage(
        "Toes up, lightly, while help is arranged",
        KEPT,
        ((90.0, SEEN_TODAY), (240.0, SEEN_TODAY), (480.0, SEEN_TODAY)),
        Kind.OPEN,
    ),
    Phase.LIGHT: _one("Stay easy. Fifteen more, gently.", 15, kind=Kind.HOLD, how="Cramps like to snap in anew."),
    Phase.WIGGLE: _one("Wiggle the ankle slowly. Ten.", 20, how="Never point the toes hard."),
    Phase.RUB: _one(
        "Rub from ankle to knee, comfortably.",
        60,
        kind=Kind.MOVE,
        then=((6.0, "If you're pregnant, light strokes only."), (30.0, "Half way.")),
    ),
    Phase.WALK: _one("If you're steady, walk gently.", 60, then=((5.0, "Unsteady? Sit and tap your toes."),)),
    Phase.HEELS: _one("Walk on your heels, hand on the wall.", 25, how="Sitting: tap your toes twenty times."),
}


def talk(lines: tuple[str, ...], gap: float = 1.2) -> Stage:
    """A stage that says ``lines`` one after the other."""
    at, timed = 0.0, []
    for line in lines:
        timed.append((at, line))
        at += speech_seconds(line, 140) + gap
    return Stage("Rest the leg and look after it", at, tuple(timed))


AFTERCARE_WARM = "Five to ten minutes of warmth feel good."
AFTERCARE = (
    "A small drink, if you're thirsty.",
    "It may stay tender for a day.",
    "Go easy on it tomorrow.",
)
"""Sources: NHS-LC, AAOS-S, UTD-PT."""


def spoken(rehearse: bool = False) -> Iterator[str]:
    """Every fixed line, about in the order in which it is needed, for rendering ahead."""
    number_of = {Phase.HOLD: (1, 2, 3), Phase.EASE: (1, 2), Phase.VARIANT: (1, 2, 3)}
    for phase in Phase:
        if phase in (Phase.SCREEN, Phase.PLACE, Phase.ADVICE, Phase.OFFER):
            continue
        for number in number_of.get(phase, (1,)):
            for place in VARIANTS if phase is Phase.VARIANT else ("",):
                played = practice(phase) if rehearse else stage(phase, number, place)
                yield from (line for _, line in played.lines)
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
