"""What one clause tells of the cramp, with every word of it accounted for: *it's dug in deeper*, *half of it's gone*.

What is told in several of them, ``told_states`` weighs.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from stretchcoach.grammar.lexicon import sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, around, covered
from stretchcoach.grammar.lexicon.state_words import BODY, NOUN, WHEN, named
from stretchcoach.grammar.states.told_idioms import CRIED, IDIOMS, SLIGHT, SPREADS
from stretchcoach.grammar.states.told_patterns import (
    ASIDE,
    ELLIPTIC,
    LEFTOVER,
    NAY,
    NUMBER,
    ORDER,
    PAST,
    QUERY,
    TAG,
    TELLS,
)

_ADVERBS = frozenset(
    "bloody really actually just now finally honestly truly literally simply completely totally altogether entirely"
    " absolutely definitely certainly clearly surely seriously already suddenly whatsoever well oh ah damn damned"
    " blasted ooh aah only still um uh er like fully quite".split()
)
_TURNING = frozenset("only still quite completely totally entirely fully really altogether absolutely".split())
"""Of these adverbs, what says something beside a *not*."""
_ONLY = frozenset("only still just like quite".split())
_PAIRS = tuple(
    "at last|at all|all right|at the moment|right now|as well|all of a sudden|for sure|thank god|by now".split("|")
)
_HEAD = re.compile(
    r"^(?:if anything|(?:every time|each time|whenever|when|since|as soon as|the more|the harder) (?:i|you)(?: "
    r"\w+){1,6}?) "
    rf"(?=(?:it|that|this|(?:the|my) (?:{NOUN}|{BODY})) )"
)
"""*Every time I pull it* before what is told."""
_CRY = re.compile(
    r"^(?:(?:oh |sweet |holy )*(?:mother of god|jesus(?: mary(?: and joseph)?)?|(?:good )?lord(?: have mercy)?"
    r"|mother mary"
    r"|(?:my|me) (?:days|stars|life|word)|heaven help me|christ(?: alive| almighty)?|bloody hell"
    r"|well i will be(?: damned| blowed)?) )+"
)
_ECHO = re.compile(
    r"(?<=\w)(?<!where)(?<!what)(?<!as)(?<!than) (?:(?:it|that|she|this|so it|so they) (?:is|has|does|did|has done)"
    r"|mind|like|no)$"
)


_ORDER = tuple(each for kind in ORDER for each in ((SLIGHT, kind) if kind == LEFTOVER else (kind,)))
_FIRST = re.compile(f"(?:{SPREADS})")
_CRIED = re.compile(CRIED)
_LEG_GOES = re.compile(r"zleg (?:is |has |just |all )*(?:gone|going|went|goes)(?: again| now)*")
"""*My leg's gone* is no cramp that has."""


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(f"(?:{each})" for each in _patterns(kind)))) for kind in _ORDER)


def _patterns(kind: str) -> tuple[str, ...]:
    return (*TELLS.get(kind, ()), *IDIOMS.get(kind, ()))


@cache
def _at_the_end() -> re.Pattern[str]:
    return re.compile(f"(?:{WHEN})+")


@cache
def telling() -> frozenset[str]:
    """Words without one of which nothing is told of a cramp."""
    states = "|".join("|".join(_patterns(kind)) for kind in _ORDER if kind not in _SILENT)
    return frozenset(re.findall(r"[a-z]{3,}", states.replace(r"\w", " "))) - _COMMON | {"go", "feel"}


@lru_cache(1024)
def tells(words: Words) -> str:
    """The state that a clause tells, or what else it is; empty where a word of it is unknown."""
    if not words or covered(words, around()):
        return ASIDE
    if cried_out(words):
        return "worse"
    read = _told if telling() & {*words} else _silent
    return next(filter(None, (read(" ".join(kernel)) for kernel in _kernels(words))), "")


def cried_out(words: Words) -> bool:
    """*Christ, that's sore*, and nothing in it that makes it less."""
    found = _CRIED.match(" ".join(words)) if not _LESS & {*words} else None
    return found is not None and len(words) - len(found[0].split()) <= 2


def _silent(said: str) -> str:
    """What tells no state."""
    return next((kind for kind, pattern in _compiled() if kind in _SILENT and pattern.fullmatch(said)), "")


def _told(said: str) -> str:
    """In full, or without when, where and like what, which never reassures."""
    if change := _counted(said):
        return change
    if said in _ALL_PAIN:
        return "worse"
    called = named(said)
    if _FIRST.fullmatch(called):
        return "worse"
    if _LEG_GOES.fullmatch(called):
        return ""
    for kind, pattern in _compiled():
        if pattern.fullmatch(said if kind == ASIDE else called):
            return kind
    return next(filter(None, map(_in_short, _shorter(said))), "")


def _shorter(said: str) -> Iterator[str]:
    """Without the end that says when, where or like what, the shortest first."""
    at = said.rfind(" ")
    while at > 0:
        if _at_the_end().fullmatch(said, at):
            yield said[:at]
        at = said.rfind(" ", 0, at)


def _in_short(said: str) -> str:
    called = named(said)
    return next((kind for kind, pattern in _compiled() if kind in _WITH_MORE and pattern.fullmatch(called)), "")


_SILENT = frozenset((ASIDE, PAST, TAG, NAY, QUERY, ELLIPTIC))
_WITH_MORE = frozenset(("same", "worse", sayings.EASING))
_ALL_PAIN = frozenset(("the pain", "oh the pain", "this pain", "such pain"))
_COMMON = frozenset(
    "the and you has have had is are was were does did not for that this with what who she they but one two all "
    "any can"
    " could would will just like know said say think see get got from into out off was been being then than when now"
    " here"
    " there where most much very really some only about over well other another good little time way make made makes"
    " keep even may might maybe feel feels his her him its too how why our zcramp zleg per cent ten half part three"
    " told"
    " lot first five sure few every times put want something after everything such never care new"
    " nice"
    " easy far right different old long big great whole real through".split()
)
_FROM_TO = re.compile(
    rf"(?:it|the pain|pain)(?: is| has)?(?: \w+){{1,2}} from {NUMBER}(?: \w+){{0,2}}? to (?:about |around "
    rf"|just )*{NUMBER}"
)


def _counted(said: str) -> str:
    """*It's gone from a ten down to a four*."""
    if not _FROM_TO.fullmatch(said):
        return ""
    numbers = [wordings.NUMBERS.index(word) for word in said.split() if word in wordings.NUMBERS]
    if len(numbers) != 2 or numbers[0] == numbers[1]:
        return ""
    return sayings.EASING if numbers[1] < numbers[0] else "worse"


def _kernels(words: Words) -> list[Words]:
    """The clause, without names and cries at its ends, and without adverbs that change nothing."""
    opened = _HEAD.sub("", _CRY.sub("", " ".join(words)))
    said = _ECHO.sub("", " ".join(_bare(tuple(opened.split()))))
    for pair in _PAIRS:
        said = f" {said} ".replace(f" {pair} ", " ").strip()
    kernel = tuple(said.split())
    kept = _TURNING | _ONLY if wordings.NOT_WORDS & {*kernel} else _ONLY
    plainer = tuple(word for word in kernel if word not in _ADVERBS - kept)
    curt = (
        tuple(word for word in plainer if word not in ("just", "only", "quite"))
        if not wordings.NOT_WORDS & {*kernel}
        else ()
    )
    return [each for each in dict.fromkeys((words, kernel, plainer, curt, _bare(curt))) if each]


def _bare(words: Words) -> Words:
    """Without what people say around it; a *no* before it is left to whoever weighs the clauses."""
    loose = around()
    cut = True
    while cut and len(words) > 1:
        cut = False
        for size in range(min(LONGEST, len(words) - 1), 0, -1):
            if words[:size] in loose and words[:size] not in _KEPT:
                words, cut = words[size:], True
                break
            if words[-size:] in loose and words[-size:] not in _KEPT:
                words, cut = words[:-size], True
                break
    return words


_LESS = wordings.NOT_WORDS | frozenset("less but better easier bit little only was were if yesterday".split())
_KEPT = frozenset((("just",), ("i", "think"), ("i", "guess"), ("i", "suppose"), ("i", "believe"), ("i", "reckon")))
"""What is no mere filler: it limits, or doubts."""
