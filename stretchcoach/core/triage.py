"""Questions and what the answers mean: two pure functions, ``next_item`` and ``judge``.

Questions, red flags and causes are data (``knowledge/*.toml``); the highest level that any flag gives is the result.
"Not sure" to a question that could mean an emergency counts as yes, and a question left open is never taken for an
all-clear: rubbing is allowed only when the questions about clot, injury and a cold foot have been answered "no"
(BMC-MASS).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stretchcoach.core.causes import lead, likely
from stretchcoach.core.facts import Facts, all_hold, facts, line_holds
from stretchcoach.core.knowledge import Answers, Flag, Item, Knowledge
from stretchcoach.core.messages import Level, Likely, Outcome

BUDGET = 12
"""Questions after which none is asked about causes; those for safety, and what a medicine calls for, always are."""
CLEAR_LEAD = 3
"""Points by which a cause must lead for the rest to be left out."""
TELLING = ("activity", "posture_long", "meds_any", "meds")
"""What is asked in any case, before a cause may lead so far."""


@dataclass(frozen=True, slots=True)
class HelpWords:
    """Whom to call and whom to see, in the words of the user's country."""

    emergency_number: str = "your local emergency number"
    same_day_service: str = "a doctor or an urgent care service"
    gp_word: str = "doctor"


LINES = {
    Level.EMERGENCY: "Stop stretching. This needs emergency help. Call {emergency_number} now, or have someone call. "
    "Do not drive yourself.",
    Level.SAME_DAY: "Stop stretching and don't rub that leg. Please be seen today: {same_day_service}. "
    "If you get chest pain or trouble breathing, call {emergency_number}.",
    Level.ROUTINE: "This isn't urgent, but please book a visit with your {gp_word} soon.",
    Level.SELF_CARE: "This sounds like an ordinary cramp. Here is what helps, and what to watch for.",
}
OPEN_LINE = "Some questions are still open, so leave rubbing out for now."
UNKNOWN = "I can't tell more while questions are open. Here is what helps, and what to watch for."
"""Said instead of the line of ``SELF_CARE`` where something was left open."""
WATCH = "If one leg swells, gets hot, or changes colour later, be seen that day."
NO_TRIGGER = "No clear trigger; that is the commonest answer."


# --- asking --------------------------------------------------------------------------------------------------


def next_item(
    knowledge: Knowledge, answers: Answers, order: Sequence[str] | None = None, asked: int | None = None
) -> Item | None:
    """The question to ask next; None when all is asked, or an answer already means emergency.

    ``asked``: how many were asked so far, where some of the answers were known before.
    """
    known = facts(knowledge, answers)
    if any(flag.level is Level.EMERGENCY for flag in raised(knowledge, known)):
        return None
    full = order is not None and order != knowledge.screen
    enough = full and _enough(knowledge, len(answers) if asked is None else asked, known)
    for key in knowledge.screen if order is None else order:
        name, _, parts = key.partition(".")
        item = knowledge.by_key[name]
        begun = parts and any(f"{name}.{part.name}" in answers for part in item.parts)
        if name in answers or (full and name in known and not begun) or _told(item, answers) or not due(item, known):
            continue
        if (
            enough
            and name not in TELLING
            and not (item.topic == "safety" or (item.topic == "profile" and item.only_if))
        ):
            continue
        following = next((one for one in _asked(item, bool(parts)) if one.key not in answers), None)
        if following is not None:
            return following
    return None


def due(item: Item, known: Facts) -> bool:
    """Whether this question is asked at all, as far as is known."""
    return not item.only_if or line_holds(item.only_if, known)


def _asked(item: Item, parts: bool) -> Iterator[Item]:
    """The question itself, or its parts as questions."""
    if not parts:
        yield item
        return
    for part in item.parts:
        yield Item(f"{item.key}.{part.name}", part.ask, item.why, topic=item.topic, sources=item.sources)


def _told(item: Item, answers: Answers) -> bool:
    return bool(item.told_by) and all(answers.get(key, "") != "" for key in item.told_by)


def _enough(knowledge: Knowledge, asked: int, known: Facts) -> bool:
    """Whether no more is asked about causes of its own accord."""
    if asked >= BUDGET:
        return True
    told = (key in known or not due(knowledge.by_key[key], known) for key in TELLING)
    return "activity" in known and all(told) and lead(knowledge, known) >= CLEAR_LEAD


def left_open(knowledge: Knowledge, answers: Answers, known: Facts) -> bool:
    """Whether a question of the screen that is due has no answer."""
    items = (knowledge.by_key[key] for key in knowledge.screen)
    return any(due(item, known) and item.key not in known and not _told(item, answers) for item in items)


# --- judging -------------------------------------------------------------------------------------------------


def raised(knowledge: Knowledge, known: Facts) -> list[Flag]:
    """The flags that hold, in the order of the table."""
    return [
        flag
        for flag in knowledge.flags
        if all_hold(flag.when, known) and not (flag.unless and all_hold(flag.unless, known))
    ]


def judge(knowledge: Knowledge, answers: Answers, words: HelpWords) -> Outcome:
    """What the answers mean: the highest level of all flags that hold, what may be done, what played a part."""
    known = facts(knowledge, answers)
    flags = raised(knowledge, known)
    level = max((flag.level for flag in flags), default=Level.SELF_CARE)
    open_ = left_open(knowledge, answers, known)
    urgent = level >= Level.SAME_DAY
    barred = any(flag.bars_massage or flag.bars_stretch for flag in flags)
    rub = not (urgent or barred) and bool(knowledge.rub) and all_hold(knowledge.rub, known)
    stretch = level < Level.EMERGENCY and not any(flag.bars_stretch for flag in flags)
    causes = () if urgent else likely(knowledge, known, stretch)
    line = UNKNOWN if open_ and level is Level.SELF_CARE else LINES[level]
    said = (line, *_advice(knowledge, known, flags, level, open_ and not rub, causes))
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
    )


def _advice(
    knowledge: Knowledge, known: Facts, flags: list[Flag], level: Level, careful: bool, causes: tuple[Likely, ...]
) -> Iterator[str]:
    """What is said after the line of the level."""
    urgent = level >= Level.SAME_DAY
    for flag in flags:
        if flag.advice and (flag.level is level or not urgent):
            yield flag.advice
    if not urgent:
        about = any(knowledge.by_key[key].topic == "cause" for key in known)
        if about and not causes:
            yield NO_TRIGGER
        if careful:
            yield OPEN_LINE
    if level < Level.EMERGENCY:
        yield WATCH


def _fill(words: HelpWords) -> dict[str, str]:
    return {
        "emergency_number": words.emergency_number,
        "same_day_service": words.same_day_service,
        "gp_word": words.gp_word,
    }
