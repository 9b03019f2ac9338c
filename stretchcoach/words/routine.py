"""What is said and shown during a routine."""

from stretchcoach.words.wording import about, duration, join

HOLD = "Hold."
"""Said when the hold in a repetition begins."""
ENCOURAGEMENTS = (
    "Nice and steady.",
    "You're doing well.",
    "Keep breathing steadily.",
    "Relax your shoulders.",
    "Good. Stay with it.",
    "Nice and easy.",
)
NOT_TODAY = (
    "Please don't exercise today if your chest hurts, one leg is swollen or hot, or you feel ill. "
    "Get that checked first."
)
"""Source: redflags table R1, R3, R18 (NHS-DVT, NHS-CEL)."""
GOODBYE = "That was the last one. Well done. Take it easy now."
BROKEN_OFF = "All right, we'll finish there. Take it easy."
READY = "Press Enter when you're all set."
READY_HEARD = "Say ready, or press Enter."
SLEPT = "We were interrupted, so I've paused. Press the space bar to pick up from here."
COUNT_IN_WORDS = "Three, two, one."
ASLEEP = "asleep"
ASLEEP_OR_BUSY = "asleep or busy"
SO_MANY_MINUTES = "so many minutes"
REST = "Rest"
REST_SAID = "Rest."
REST_FIRST = "rest"
LAST_ROUND = "the last round"
LAST_SET = "the last set"
THE_END = "The end"
HALFWAY = "Halfway there."
LAST_ONE = "Last one."


def nothing_lost(notice: str) -> str:
    return f"{notice} You haven't lost anything."


def cannot_fit(title: str, shortest: str) -> str:
    return f"{title} cannot be that short: the shortest is {shortest}."


def was_asleep(what: str, length: str) -> str:
    return f"The computer was {what} for {length}."


def was_put_aside(length: str) -> str:
    return f"The program was put aside for {length}."


def words_a_minute(rate: int) -> str:
    return f"{rate} words a minute."


def about_length(length: str) -> str:
    return f"about {length}"


def now_the(leg: str) -> str:
    return f"now the {leg}"


def then(what: str) -> str:
    return f"then {what}"


def round_of(number: str, rounds: str) -> str:
    return f"round {number} of {rounds}"


def youll_need(props: str) -> str:
    return f"you'll need {props}"


def set_of(number: str, sets: str) -> str:
    return f"set {number} of {sets}"


def set_number(number: str) -> str:
    return f"Set {number}"


def coming_up(first: str, rest: str) -> str:
    return f"Coming up: {first}{rest}."


def time_left(here: float, altogether: float) -> str:
    """Seconds each; nothing is said of a stretch whose clock does not run."""
    of_this = f"{duration(here)} to go in this stretch" if here else ""
    return join(of_this, f"about {about(altogether)} to go altogether")


def careful(caution: str) -> str:
    return f"Careful: {caution}"


def volume_now(volume: int) -> str:
    return f"Volume {volume}."
