"""How bad it is, as a number from zero to ten: what it is now, of several the highest, and no time of day."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.core import sayings
from stretchcoach.core.patterns import Words, around, covered, parts_of, set_of
from stretchcoach.core.wordings import NOT_WORDS, NUMBERS

_NUMBERS = frozenset(NUMBERS)
_THEN = ("was", "went", "gone")
_DENIED = re.compile(
    rf"^(it is )?not (too|so|that|very) (bad|sore|painful)\b ?|\bnot (a |an )?({'|'.join(NUMBERS)})\b(?=.* )"
)
"""*Not eight, more like seven*: what it is not is none of them."""
_NO_IDEA = "[i] do not know"
"""It may stand before a number: the number is what counts."""


def numbers(words: Words) -> Iterator[str]:
    """A number from zero to ten; of several the highest."""
    if not _NUMBERS & {*words}:
        return
    frame = next((inner for inner in (words[4:], words[3:]) if words[: -len(inner)] in set_of(_NO_IDEA)), words)
    frame = tuple(re.sub(rf"\b({'|'.join(NUMBERS)}) ((out )?of|on) ten\b", r"\1", " ".join(frame)).split())
    if _corrected(frame):
        yield sayings.UNCLEAR
    frame = tuple(_DENIED.sub("", " ".join(frame)).split())
    if any(word in NOT_WORDS for word in frame):
        return
    frame = _as_it_is_now(frame)
    said = [NUMBERS.index(word) for word in frame if word in NUMBERS]
    if said and covered(frame, _frame()):
        yield sayings.UNCLEAR if _told_by_a_clock(frame) else NUMBERS[max(said)]


@cache
def _frame() -> frozenset[Words]:
    """Numbers, and what people put around them."""
    return around() | set_of(f"{sayings.NUMBER_FRAME}|{'|'.join(NUMBERS)}")


def _as_it_is_now(words: Words) -> Words:
    """*It was an eight and now it's a four*, *it went from an eight to a five*: what it is now."""
    for at in (words.index(then) for then in _THEN if then in words):
        if "now" in words[:at]:
            return words[words.index("now") : at]
        later = _later(words, at)
        if {*words[at:later]} & {*NUMBERS} and {*words[later:]} & {*NUMBERS}:
            return words[later:]
    return words


def _later(words: Words, at: int) -> int:
    """Where it begins to be told how it is now, after how it was; 0 where that is not told."""
    if "but" in words[at:]:
        return words.index("but", at) + 1
    if "now" in words[at:]:
        return words.index("now", at)
    return words.index("to") + 1 if {"from", "to"} <= {*words} else 0


def _told_by_a_clock(words: Words) -> bool:
    """*It's ten to four*: nobody counts down so."""
    pairs = [pair for pair in parts_of(words, 3) if pair[1] == "to" and {pair[0], pair[2]} <= {*NUMBERS}]
    return "from" not in words and any(NUMBERS.index(pair[0]) > NUMBERS.index(pair[2]) for pair in pairs)


def _corrected(words: Words) -> bool:
    """*Seven, no, six*: a number that is taken back for another."""
    at = words.index("no") if "no" in words else 0
    return bool({*words[:at]} & {*NUMBERS} and {*words[at:]} & {*NUMBERS}) and bool(
        covered(words, _frame() | set_of("no|wait|make|half"))
    )
