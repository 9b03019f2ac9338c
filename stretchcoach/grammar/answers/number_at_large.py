"""A number among whatever else is said: the highest of those that tell how bad it is now and count nothing."""

from collections.abc import Iterator

from stretchcoach.grammar.lexicon.patterns import Words
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS, NUMBERS

_MOST, _CLAUSE = 24, 20
"""Words of a saying and of a clause."""
_AFTER = frozenset(
    "or and to maybe perhaps possibly when whenever if but now i it at out over though because give in on with for"
    " right tonight probably easily definitely please mate mates love pet dear bloody".split()
)
"""What may stand after such a number; a noun may not."""
_BEFORE = frozenset(
    "a an about around maybe perhaps possibly probably say is was now only just like almost nearly barely or and to"
    " between as than even call put give me down for with it so then make hardly still solid good definitely easily of"
    " out middle scale bloody damn flipping".split()
)
"""What may stand before it, unless its clause begins with it: *table seven* is a name."""
_LARGE = frozenset(
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand".split()
)
"""Beside one of these it is no number from zero to ten."""
_THEN = frozenset("was were been started went earlier before yesterday ago last start beginning".split())
_OTHERS = frozenset(
    "he she they him them his her their you your we us daughter son boy girl wife husband child kid kids baby dog cat"
    " grandson granddaughter sister brother".split()
)
_DENIED = 3
"""Words before a number in which a *not* denies it."""
_JOINS = frozenset("or and to".split())
"""After these another number follows, or it is something else: *seven or so many*."""
_FEW = frozenset("a about only just say maybe call barely hardly like or is".split())
"""One of these stands before *one* and *two* where they tell how bad it is."""


def numbers_at_large(clauses: list[Words]) -> Iterator[str]:
    """The highest; empty where there is none."""
    if sum(map(len, clauses)) > _MOST or any((_OTHERS | _LARGE) & {*clause} for clause in clauses):
        return
    now = [number for clause in clauses if len(clause) <= _CLAUSE for number in _now(_less_the_scale(clause))]
    if now:
        yield NUMBERS[max(map(NUMBERS.index, now))]


def _less_the_scale(words: Words) -> Words:
    """*Four over ten* is four."""
    kept: list[str] = []
    for at, word in enumerate(words):
        before = words[max(0, at - 2) : at]
        scale = word == "ten" and (before[-1:] in (("over",), ("of",)) or before == ("on", "a"))
        if not (scale and {*words[:at]} & {*NUMBERS}):
            kept.append(word)
    return tuple(kept)


def _now(words: Words) -> Iterator[str]:
    """Those in a clause that tell how it is now; none where one of them counts something."""
    places = [at for at, word in enumerate(words) if word in NUMBERS]
    if not all(_framed(words, at) for at in places):
        return
    for at in places:
        then = {*words[:at]} & _THEN or {*words[at + 1 : at + 4]} & _THEN
        denied = NOT_WORDS & {*words[max(0, at - _DENIED) : at]}
        if not denied and (not then or "now" in words[: at + 4]):
            yield words[at]


def _framed(words: Words, at: int) -> bool:
    """Whether it stands where a number tells how bad it is; *one* and *two* hardly do."""
    few = at and words[at] in NUMBERS[1:3] and not {*words[max(0, at - 1) : at]} & _FEW
    joins = {*words[at + 1 : at + 2]} & _JOINS and not {*words[at + 2 : at + 4]} & {*NUMBERS}
    if few or joins:
        return False
    return {*words[max(0, at - 1) : at]} <= _BEFORE | {*NUMBERS} and {*words[at + 1 : at + 2]} <= _AFTER | {*NUMBERS}
