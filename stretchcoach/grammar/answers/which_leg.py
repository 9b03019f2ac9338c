"""Which leg it is: a side that may be guessed; two of them, or one that is denied, are asked again."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon import manners, sayings
from stretchcoach.grammar.lexicon.patterns import Words, around, covered, set_of

_SIDE = r"(?:(?:in|on|it is|it is in) )?(?:(?:the|my|me) )?(left|right)(?: (?:leg|one|side|calf|foot))?"
_TAKEN_BACK = re.compile(rf"\bnot {_SIDE}\b")
_CORRECTED = re.compile(
    r"(left|right)\b.*\b(?:i mean|i meant|sorry|no|wait|actually|rather|make that) (?:(?:left|right) )?(?:it is )?"
    r"(?:(?:in|on) )?(?:the|my|me) (left|right)\b(?: (?:leg|one|side|calf|foot))?"
    r"|(left|right)\b.*\b(?:i mean|i meant|make that) (left|right)\b"
)
_CLEFT = re.compile(r"\bit is (?:(?:in|on) )?(?:the|my|me) (left|right) (?:leg|one|side|calf|foot) (?:that|which) \w+")


def sides_of(words: Words) -> Iterator[str]:
    """Two sides, or yes and no, in one breath: which of them is asked again."""
    if side := _in_the_end(words):
        yield side
        return
    named, answers = {"left", "right"} & set(words), {"yes", "no"} & set(words)
    loose = set_of(f"{manners.FILLERS}|the|one|leg|no|not|wait|my|it is|is|it|or|yes|left|right|maybe|i|do not")
    corrected = named and {"no", "not"} & set(words)
    if len(named) == 1 and not corrected and _maybe(words):
        yield from named
    if (len(named) == 2 or corrected or len(answers) == 2) and covered(words, loose):
        yield sayings.UNCLEAR


def _in_the_end(words: Words) -> str:
    """*Not the left, the right*, *left, I mean right*, *left, no, the right one*; *it's my left leg that hurts*."""
    said = " ".join(words)
    if cleft := _CLEFT.search(said):
        return cleft[1] if not {"not", "or"} & {*words} else ""
    kept = {*_TAKEN_BACK.sub("", said).split()} & {"left", "right"}
    if "other" in words and len(kept) == 1 and "not" not in words and covered(words, _beside()):
        return kept.pop()
    corrected = _CORRECTED.search(said)
    sides = {*words} & {"left", "right"}
    if len(sides) != 2 or not covered(words, _beside()):
        return ""
    if len(kept) == 1:
        return kept.pop()
    if corrected and "not" not in words:
        first, last = filter(None, corrected.groups())
        return last if first != last and words[::-1].index(last) < words[::-1].index(first) else ""
    return ""


@cache
def _beside() -> frozenset[Words]:
    return around() | set_of(
        "no|not|wait|my|me|the|in|on|it is|is|it|left|right|leg|one|side|calf|foot|the other one|other|make that|rather"
        "|i mean|i meant|actually"
    )


def _maybe(words: Words) -> bool:
    """*Maybe it's the left*: a side may be guessed."""
    hedges = set_of("maybe|perhaps|probably|possibly|i am not sure|not sure|could be|it could be|might be|it might be")
    named = set_of("the|my|one|leg|side|calf|foot|it is|in|left|right")
    parts = {*covered(words, around() | hedges | named)}
    return bool(parts & hedges) and ("left" in words or bool({"the", "my", "leg", "one"} & {*words}))
