"""Patterns of words: what they stand for, a saying cut into it, and what people put around what they mean.

In a pattern ``(a|b)`` is a choice and ``[a]`` may be left out.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from stretchcoach.grammar.lexicon import manners

Words = tuple[str, ...]
LONGEST = 10
"""Words of the longest phrase that is looked for."""


def expanded(pattern: str) -> list[Words]:
    """Everything that a pattern of ``sayings`` stands for."""
    found, _ = _options(re.findall(r"[\w']+|[|()\[\]]", pattern), 0)
    return found


def _options(signs: list[str], at: int) -> tuple[list[Words], int]:
    """The choices up to the bracket that closes them, and where it stands."""
    found: list[Words] = []
    now: list[Words] = [()]
    while at < len(signs) and signs[at] not in ")]":
        sign = signs[at]
        if sign == "|":
            found, now = found + now, [()]
        elif sign in "([":
            inner, at = _options(signs, at + 1)
            inner = [*inner, ()] if sign == "[" else inner
            now = [first + last for first in now for last in inner]
        else:
            now = [(*first, sign) for first in now]
        at += 1
    return found + now, at


@cache
def set_of(pattern: str) -> frozenset[Words]:
    """The same, to look in."""
    return frozenset(expanded(pattern))


def parts_of(words: Words, size: int) -> Iterator[Words]:
    """All that stand side by side, so many at a time."""
    for at in range(len(words) - size + 1):
        yield words[at : at + size]


def covered(words: Words, phrases: frozenset[Words]) -> list[Words]:
    """The words cut into ``phrases``, the longest first; empty where they cannot be."""
    rest: dict[int, list[Words] | None] = {len(words): []}
    for at in range(len(words) - 1, -1, -1):
        rest[at] = None
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            after = rest[at + size]
            if after is not None and words[at : at + size] in phrases:
                rest[at] = [words[at : at + size], *after]
                break
    return rest[0] or []


def covered_but(words: Words, phrases: frozenset[Words], bound: frozenset[str], most: int) -> list[Words]:
    """The words cut into ``phrases`` but for the fewest free ones, ``most`` of them and none that is ``bound``."""
    rest: dict[int, tuple[int, list[Words]]] = {len(words): (0, [])}
    for at in range(len(words) - 1, -1, -1):
        options = [
            (rest[at + 1][0] + 1 if words[at] not in bound else most + 1, [words[at : at + 1], *rest[at + 1][1]])
        ]
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            if words[at : at + size] in phrases:
                options.append((rest[at + size][0], [words[at : at + size], *rest[at + size][1]]))
        rest[at] = min(options, key=lambda option: (option[0], len(option[1])))
    return rest[0][1] if rest[0][0] <= most else []


@cache
def single(pattern: str) -> frozenset[str]:
    """The words of a pattern that stand alone."""
    return frozenset(words[0] for words in set_of(pattern) if len(words) == 1)


@cache
def around() -> frozenset[Words]:
    """Fillers, cries, and polite words."""
    return set_of(f"{manners.FILLERS}|{manners.NAMES}|{manners.PAIN}|{manners.ASKING}|{manners.AFTER}")


_OF_DEGREE = frozenset(
    "fast quick quickly slow slowly loud loudly quiet quietly soft softly long short hard tight much many far".split()
)


def _too(words: Words, at: int) -> bool:
    """*Too fast*: whether a word is no filler but says how much."""
    return words[at] == "too" and not _OF_DEGREE.isdisjoint(words[at + 1 : at + 2])


def _filler(words: Words, at: int) -> bool:
    return (words[at],) in set_of(manners.FILLERS) and not _too(words, at)


@lru_cache(2048)
def bare(words: Words) -> tuple[Words, ...]:
    """The saying, and what is left of it as fillers and polite words fall away at either end, and what is repeated."""
    return tuple(_less_and_less(words))


def _less_and_less(words: Words) -> Iterator[Words]:
    loose = around()
    seen: set[Words] = set()
    often = ("now", "and") in parts_of(words, 2)
    plainer = words if often else tuple(word for at, word in enumerate(words) if not _filler(words, at))
    waiting = [words, plainer]
    while waiting:
        now = waiting.pop(0)
        if now in seen or not now:
            continue
        seen.add(now)
        yield now
        for size in range(min(LONGEST, len(now) - 1), 0, -1):
            if (now[:size] in loose and not _too(now, 0)) or (
                size == 1 and now[0] in ("no", "nah", "yes", "yeah", "right") and len(now) > 1
            ):
                waiting.append(now[size:])
            if now[-size:] in loose or (size == 1 and now[-1] in ("no", "nah", "yes", "yeah")):
                waiting.append(now[:-size])
        half = len(now) // 2
        if half and now[:half] * (len(now) // half) == now:
            waiting.append(now[:half])
        for size in range(1, len(now) // 2 + 1):
            if len(now) % size == 0 and now[:size] * (len(now) // size) == now:
                waiting.append(now[:size])


def trimmed(words: Words, loose: frozenset[Words]) -> Words:
    """Without what is loose at either end."""
    cut = True
    while cut and words:
        cut = False
        for size in range(min(LONGEST, len(words)), 0, -1):
            if words[:size] in loose:
                words, cut = words[size:], True
                break
            if words[-size:] in loose:
                words, cut = words[:-size], True
                break
    return words
