"""What a saying tells by a phrase that hardly means anything else, whatever stands around it.

It is asked only where nothing else reads the saying.  Each clause is searched for phrases of one kind; where the saying
holds phrases of two kinds, or somebody else is spoken to or of, it is not read.  Nothing here reassures: *gone* and
*no* are never told so.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from stretchcoach.grammar.cutting.clause_cuts import at_marks
from stretchcoach.grammar.free_words import freely
from stretchcoach.grammar.key_words import OTHER_THINGS
from stretchcoach.grammar.lexicon import free_sayings, manners, telling_phrases, wordings
from stretchcoach.grammar.lexicon.more_telling_phrases import TOLD
from stretchcoach.grammar.lexicon.patterns import Words, set_of, single, trimmed
from stretchcoach.grammar.overheard import FAMILY, OUTSIDE, calls_somebody, sifted
from stretchcoach.grammar.whole_sayings import strictly

_MOST, _CLAUSE, _CLAUSES = 26, 18, 5
"""Words of a saying and of a clause, and clauses."""
_LONGEST = 9
_STOP, _NOT_SURE = "stop", "not sure"
_ASKED = (*telling_phrases.ASKED, "ready")
_BY_ITSELF = frozenset(
    "stop/longer/shorter/repeat/say again/how/slower/louder/quieter/how long/back/resume/skip".split("/")
)
"""What a clause of more than two words may ask for as its neighbours do, without any of these phrases."""
_SHORT = 2
_OTHERS = frozenset("he she they him his them their who whose".split())
_STORY = frozenset("said told says asked tells thought used guess whether".split())
"""With these a clause tells of other people, or of another time ..."""
_TO_US = frozenset((("you", "said"), ("you", "told"), ("you", "asked"), ("it", "said"), ("it", "asked")))
"""... but for the coach."""
_DENIES, _BEFORE = wordings.NOT_WORDS | {"if", "when", "unless", "without"}, 3
"""What turns a phrase, and so many words before it."""
_WAS = frozenset("was were had yesterday earlier ago last".split())
_EASING, _WORST = "a bit better", frozenset("worse agony killing excruciating unbearable screaming".split())
"""What eases nothing, whatever else is said."""
_TURNING = frozenset("to turn go keep".split())
"""With these *left* and *right* are directions."""
_FORETOLD = "you (will|would|might|could|may|must|should|never|always)"
_HAVE_TO = frozenset(("have", "need"))
"""*You'll have to speak up*: after these it is asked for."""
_SO = re.compile(
    r"\bso (?=(?:leave|cut|can|could|would|please|let|turn|switch|shut|stop|skip|give|take|make|keep|put|say|slow|speak"
    r"|hurry|do not|i|we|you|just)\b)"
)
"""Where a clause ends though nobody heard a pause."""
_PARTING = "bye|goodbye|cheers|ta|thanks|thank you|good night|peace|please|now"
_UNDER = {
    frozenset(pair): pair[0]
    for pair in (
        ("how long", "how"), ("say again", "how"), ("back", "repeat"), ("skip", "next"), ("louder", "say again"),
        ("pause", "resume"), ("back", "say again"), ("shorter", "longer"), ("how", "help"), ("say again", "help"),
        ("longer", "repeat"), ("louder", "slower"),
    )
}  # fmt: skip
"""Of two kinds that are told together, the one that counts."""


def told_by_phrases(text: str, plain: Callable[[str], Words]) -> Iterator[str]:
    """The phrase of the vocabulary that is told; empty where it is none, or more than one.

    ``plain`` gives the words of a text with their short forms opened.
    """
    clauses = [plain(part) for words in at_marks(text) for part in _SO.split(words)]
    clauses = [words for words in clauses if words and words not in set_of(manners.COURTESIES)]
    if not 1 <= len(clauses) <= _CLAUSES or sum(map(len, clauses)) > _MOST:
        return
    if calls_somebody(text) or _names_one(clauses) or _to_others(clauses):
        return
    asked = text.rstrip().endswith("?")
    if asked and any(_asks_how(words) or words[-1] == "how" for words in map(_trimmed, clauses) if words):
        yield "how"
        return
    of_others = any(map(_of_others, clauses))
    for kinds in (_wanted, _unsure) if of_others else (_wanted, _stated, _leg, _unsure):
        found = {phrase for clause in clauses if len(clause) <= _CLAUSE for phrase in kinds(clause)}
        if kinds is _stated and found and (asked or (_EASING in found and _WORST & {*sum(clauses, ())})):
            return
        if found:
            told = [*_one_of(found)] if not (_answers(clauses) and _STOP in found) else []
            yield from sifted(text, plain(text), told)
            return


def _answers(clauses: list[Words]) -> bool:
    """*Yes, I have to go, every two hours*: an answer of which no end is a wish for one."""
    return clauses[0][0] in wordings.YES_WORDS and not any(_STOP in clause for clause in clauses)


def _one_of(found: set[str]) -> Iterator[str]:
    if _STOP in found:
        yield _STOP
    elif len(found) == 1:
        yield from found
    elif frozenset(found) in _UNDER:
        yield _UNDER[frozenset(found)]


def _wanted(clause: Words) -> Iterator[str]:
    """What is asked for, not of a telly or an oven."""
    if _of_others(clause) or OTHER_THINGS & {*clause}:
        return
    if _ends_with_stop(clause) or _STOP in _tells(clause):
        yield _STOP
    elif not FAMILY & {*clause}:  # *how much longer is your mother staying*
        yield from [phrase for phrase in _ASKED if phrase in _tells(clause)] or _freely(clause)


def _asks_how(clause: Words) -> bool:
    """*Do I keep the back knee straight*: a question about where a part of the body goes."""
    said = {*clause}
    asks = clause[0] in single(telling_phrases.QUESTIONS) or "or" in said
    part, posed = (said & single(words) for words in (telling_phrases.BODY, telling_phrases.POSED))
    return asks and bool(part and posed) and not (_OTHERS | {"you", "your"}) & said


def _freely(clause: Words) -> list[str]:
    """What the clause asks for by itself."""
    read = (strictly(clause) or [*freely(clause)]) if len(clause) > _SHORT else []
    return [phrase for phrase in read if phrase in _BY_ITSELF][:1]


def _ends_with_stop(clause: Words) -> bool:
    last = set_of(telling_phrases.STOP_LAST)
    ends = (
        (words, size) for words in (clause, _trimmed(clause)) for size in range(1, _LONGEST) if words[-size:] in last
    )
    return any(not _DENIES & {*words[:-size][-_BEFORE:]} for words, size in ends)


def _stated(clause: Words) -> Iterator[str]:
    """How the cramp is: only what does not reassure."""
    if _of_others(clause) or (_WAS & {*clause} and "is" not in clause):
        return
    yield from (state for state in telling_phrases.HOW_IT_IS if state in _tells(clause))


def _leg(clause: Words) -> Iterator[str]:
    """Which leg it is; not a direction."""
    if not (_OTHERS - {"them", "they"} | _STORY | _TURNING) & {*clause}:
        legs = [leg for leg in telling_phrases.LEGS if leg in _tells(clause)]
        yield from ["both"] if "both" in legs else legs if not {"left", "right"} <= {*clause} else []


def _unsure(clause: Words) -> Iterator[str]:
    if not _of_others(clause) and _NOT_SURE in _tells(clause):
        yield _NOT_SURE


@cache
def _telling() -> dict[Words, list[str]]:
    """Of each phrase, what it tells wherever it stands."""
    kinds = {**telling_phrases.ASKED, **telling_phrases.HOW_IT_IS, **telling_phrases.LEGS}
    kinds |= {_STOP: telling_phrases.STOP, _NOT_SURE: telling_phrases.NOT_SURE}
    found: dict[Words, list[str]] = defaultdict(list)
    for told, patterns in (*kinds.items(), *TOLD.items()):
        for words in set_of(patterns):
            found[words].append(told)
    return found


@lru_cache(64)
def _tells(clause: Words) -> frozenset[str]:
    """What is told in the clause: by the longest phrase for it, if nothing before that denies it."""
    phrases, found = _telling(), dict[str, bool]()
    for size in range(min(_LONGEST, len(clause)), 0, -1):
        for at in range(len(clause) - size + 1):
            for told in phrases.get(clause[at : at + size], ()):
                found.setdefault(told, not _DENIES & {*clause[max(0, at - _BEFORE) : at]})
    return frozenset(told for told, counts in found.items() if counts)


def _of_others(clause: Words) -> bool:
    """Whether it is told of other people or of another time."""
    ours = any(clause[at : at + 2] in _TO_US for at in range(len(clause)))
    return bool(_OTHERS & {*clause}) or (bool(_STORY & {*clause}) and not ours)


def _to_others(clauses: list[Words]) -> bool:
    """*Is it nearly over, that match*, *slow down, you'll choke*, *slow down, she said so*."""
    said = [clause for clause in clauses if _OTHERS & {*clause} and _STORY & {*clause}]
    foretold = any(clause[:2] in set_of(_FORETOLD) and not _HAVE_TO & {*clause[2:3]} for clause in clauses)
    return bool(said) or foretold or bool(OUTSIDE & {*sum(clauses, ())})


def _names_one(clauses: list[Words]) -> bool:
    """*Biscuit, leave it*: whether one clause is only a name."""
    known = wordings.known() | single(free_sayings.BOUND)
    alone = [clause for clause in clauses if len(clause) == 1 and clause not in _loose()]
    return len(clauses) > 1 and any(clause[0] not in known for clause in alone)


def _trimmed(words: Words) -> Words:
    """Without manners, names and cries at either end."""
    return trimmed(words, _loose())


@cache
def _loose() -> frozenset[Words]:
    return set_of(f"{manners.FILLERS}|{manners.NAMES}|{manners.PAIN}|{_PARTING}")
