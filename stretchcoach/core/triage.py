"""What answers mean: one pure function, ``judge``.

Questions, red flags and causes are data (``knowledge/*.toml``); the highest level that any flag gives is the result.
"Not sure" to a red flag counts as the sign itself, and a question left open is never taken for an all-clear: rubbing is
allowed only when the questions about clot, injury and a cold foot have been answered "no" (BMC-MASS).

Every urgent result names the answers that led to it, in the words in which they were asked, and the first aid.
"""

from collections.abc import Iterator

from msgspec import Struct

from stretchcoach.core.causes import likely
from stretchcoach.core.facts import Facts, all_hold, facts
from stretchcoach.core.flags import raised
from stretchcoach.core.knowledge import Answers, Flag, Knowledge
from stretchcoach.core.messages import Level, Likely, Outcome
from stretchcoach.core.next_question import open_rows, skipped_rows
from stretchcoach.core.reasons import reasons
from stretchcoach.words.questions import (
    ANYWHERE,
    HELPS,
    LEAVE,
    LINES,
    MIDWIFE,
    NO_TRIGGER,
    OPEN_LINE,
    UNKNOWN,
    UNKNOWN_BOOK,
    WATCH,
)


class HelpWords(Struct, frozen=True):
    """Whom to call and whom to see, in the words of the user's country."""

    emergency_number: str = ANYWHERE
    same_day_service: str = "a doctor or an urgent care service"
    gp_word: str = "doctor"
    call_today: str = "a doctor"
    """The same-day service in two words, for large letters."""


CHANGED = (("swelling", ("one_leg",)), ("hot_colour", ("yes",)), ("leg_changed", ("yes",)))
"""What ``WATCH`` would tell too late."""


def left_open(knowledge: Knowledge, answers: Answers) -> bool:
    """Whether a sign of the screen was not answered."""
    return open_rows(knowledge, answers)


# --- judging -------------------------------------------------------------------------------------------------


def judge(knowledge: Knowledge, answers: Answers, words: HelpWords) -> Outcome:
    """What the answers mean: the highest level of all flags that hold, what may be done, what played a part."""
    known = facts(knowledge, answers)
    flags = raised(knowledge, known)
    level = max((flag.level for flag in flags), default=Level.SELF_CARE)
    open_ = left_open(knowledge, answers)
    urgent = level >= Level.SAME_DAY
    barred = any(flag.bars_massage or flag.bars_stretch for flag in flags)
    barred |= skipped_rows(knowledge, answers)
    rub = not (urgent or barred) and bool(knowledge.rub) and all_hold(knowledge.rub, known)
    stretch = level < Level.EMERGENCY and not any(flag.bars_stretch for flag in flags)
    causes = () if urgent else likely(knowledge, known, stretch)
    because = reasons(knowledge, known, [flag for flag in flags if flag.level is level]) if urgent else ()
    line = _line(flags, level, open_, stretch)
    said = (line, *_advice(knowledge, known, flags, level, open_ and not rub, causes, because, stretch))
    line, *advice = (text.format(**_fill(words)) for text in said)
    return Outcome(
        level,
        tuple(dict.fromkeys(flag.id for flag in flags)),
        line,
        tuple(dict.fromkeys(advice)),
        stretch_allowed=stretch,
        massage_allowed=rub,
        sources=tuple(dict.fromkeys(key for flag in flags for key in flag.sources)),
        causes=causes,
        unfinished=open_,
        because=because,
    )


def _line(flags: list[Flag], level: Level, open_: bool, stretch: bool) -> str:
    """The line of the level, fitting what led to it."""
    if open_ and level is Level.SELF_CARE:
        return UNKNOWN
    if open_ and level is Level.ROUTINE:
        return UNKNOWN_BOOK
    if level is Level.SAME_DAY and not stretch:
        return f"{LEAVE} {LINES[level]}"
    if level is Level.ROUTINE and {flag.id for flag in flags if flag.level is level} == {"PREGNANT"}:
        return MIDWIFE
    return LINES[level]


def _advice(
    knowledge: Knowledge,
    known: Facts,
    flags: list[Flag],
    level: Level,
    careful: bool,
    causes: tuple[Likely, ...],
    because: tuple[str, ...],
    stretch: bool,
) -> Iterator[str]:
    """What is said after the line of the level: why, first aid, and what else there is to do."""
    urgent = level >= Level.SAME_DAY
    yield from because
    yield from (flag.aid for flag in flags if flag.aid and flag.level is level)
    for flag in flags:
        if flag.advice and (flag.level is level or not urgent):
            yield flag.advice
    if not urgent:
        about = any(knowledge.by_key[key].topic == "cause" for key in known)
        if about and not causes:
            yield NO_TRIGGER
            yield from HELPS if stretch else ()
        if careful:
            yield OPEN_LINE
    if level < Level.EMERGENCY and not any(known.get(key) in values for key, values in CHANGED):
        yield WATCH


def _fill(words: HelpWords) -> dict[str, str]:
    return {
        "emergency_number": words.emergency_number,
        "same_day_service": words.same_day_service,
        "gp_word": words.gp_word,
    }
