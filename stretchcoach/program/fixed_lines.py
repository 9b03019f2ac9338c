"""The lines that lie spoken in the package: nobody waits for a voice to load in a cramp, or before a routine begins.

All of a cramp's own lines with the help of every country, the first safety questions, and the openings of the
routines.  Everything else is rendered while these are said.
"""

from collections.abc import Iterator
from itertools import chain, islice

from msgspec.structs import asdict

from stretchcoach import library
from stretchcoach.audio.dials import RATE, night_rate
from stretchcoach.audio.sentences import sentences
from stretchcoach.core import cramp_clock, essentials, positions, script
from stretchcoach.core.messages import Side
from stretchcoach.core.phase import Phase
from stretchcoach.core.plan import Style
from stretchcoach.core.script import Stage
from stretchcoach.core.triage import HelpWords
from stretchcoach.core.unfold import build
from stretchcoach.program.sound_devices import RATES
from stretchcoach.settings.values import COUNTRIES
from stretchcoach.words import first_lines
from stretchcoach.words.cramp import (
    AFTERCARE,
    AFTERCARE_WARM,
    ALARM_LINE,
    ASKING,
    ASKING_CALM,
    ASKING_STOPPED,
    FAREWELL,
    HEARD,
    LET_BE,
    OFFER,
    PLACE_QUESTION,
    PRACTICE_DONE,
    PUT_OFF,
    SEEN_TODAY,
    STILL,
    STILL_OPEN,
    STOPPED,
    TEN_LINES,
)
from stretchcoach.words.program_lines import TRY_LINE
from stretchcoach.words.questions import LINES, OPEN_LINE, OPENING, UNKNOWN, UNKNOWN_BOOK, WATCH
from stretchcoach.words.wording import about, leg, sentence

ASKED_FIRST = 8
"""Lines of the safety questions; more are rendered before these are over."""
BEGUN = 2
"""Lines of a routine: while these are said the voice is loaded, also on a machine that is busy with other things."""
LONGEST = 24
"""Minutes of a routine whose length is told."""
_ROUNDS = (1, 2, 3)


def packaged_sentences() -> dict[tuple[str, int, bool], None]:
    """Every sentence that must be in the package, with its rate and tone, in order and each once."""
    day, night = (RATE, False), (night_rate(RATE), True)
    by_day = chain(cramp_lines(), openings(), lengths())
    found = {(part, *day): None for line in by_day for part in sentences(line)}
    found |= {(part, *night): None for line in chain(cramp_lines(), openings(night=True)) for part in sentences(line)}
    return found | {(part, rate, False): None for part in sentences(TRY_LINE) for rate in RATES}


def cramp_lines() -> Iterator[str]:
    """What can be said in a cramp without knowing more than the country."""
    yield from (getattr(first_lines, name) for name in ("ACTION", "SAFETY", "SAFETY_HEARD", "AGAIN_HERE", "PRACTICE"))
    for stage in _stages():
        yield from (line for _, line in stage.lines)
        yield from filter(None, (stage.instruction, stage.how))
    yield from HEARD.values()
    yield from (line for _, line in cramp_clock.CALLS)
    yield from (
        LET_BE, ASKING, ASKING_STOPPED, ASKING_CALM, PUT_OFF, OFFER,
        FAREWELL, STOPPED, STILL, PRACTICE_DONE, PLACE_QUESTION,
        *AFTERCARE, AFTERCARE_WARM, OPENING,
    )  # fmt: skip
    yield from (OPEN_LINE, UNKNOWN, WATCH)
    yield from (question.text for question in essentials.ESSENTIALS)
    yield from (sentence(f"all right, {leg(side)}") for side in (Side.LEFT, Side.RIGHT, Side.BOTH))
    for words in dict.fromkeys(COUNTRIES.values()):
        yield from _help(words)
    knowledge = library.knowledge()
    yield from knowledge.asks(knowledge.safety_check)[:ASKED_FIRST]


def _stages() -> Iterator[Stage]:
    for phase in Phase:
        if phase in script.SPOKEN_OF_THEIR_OWN:
            continue
        yield script.practice(phase)
        if phase is Phase.HOLD:
            yield script.first_hold()
        for number in _ROUNDS:
            for place in positions.VARIANTS:
                for cycle in range(2):
                    yield script.stage(phase, number, place, cycle)


def _help(words: HelpWords) -> Iterator[str]:
    lines = (*TEN_LINES, SEEN_TODAY, ALARM_LINE, STILL_OPEN, UNKNOWN_BOOK)
    known = asdict(words)
    for line in (*lines, *LINES.values()):
        yield line.format(**known)


def openings(night: bool = False) -> Iterator[str]:
    """What a routine begins with; ``night``: of those that are done in bed or after a cramp."""
    for routine in library.shelf([library.shipped_folder()]).routines.values():
        if not night or "bed" in routine.id or routine.purpose == "relief":
            yield from islice(build(routine, Style()).lines(), BEGUN)


def lengths() -> Iterator[str]:
    """The second sentence of an opening, however many minutes the routine is fitted into."""
    yield from (sentence(f"about {about(30.0 * half)}") for half in range(3, 2 * LONGEST + 1))
