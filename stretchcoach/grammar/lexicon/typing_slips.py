"""Slips of the fingers in the words that count: two letters changed about, *wrose*, a vowel left out, *bettr*."""

from collections.abc import Iterator
from functools import cache

KEYS = (
    "stop same worse better easing still hurts hurting left right both wait pause next back skip repeat again louder"
    " quieter slower faster continue resume start ready help sitting standing seven eight three nine ten six four five"
    " never nothing please getting yes gone"
).split()
"""The words that count."""
_OTHERS = frozenset("eon now won tow god spot wore sill seen tree thee there sower star neer tarts quite".split())
"""What a slip of theirs would make that is a word of its own."""
_SHORT = 5
"""Letters from which on a vowel may be missing."""


@cache
def slips() -> dict[str, str]:
    """Each slip with the word that was meant; one that could be two words, or is a word, is none."""
    found: dict[str, set[str]] = {}
    for word in KEYS:
        for slip in _of(word):
            found.setdefault(slip, set()).add(word)
    return {
        slip: next(iter(words)) for slip, words in found.items() if len(words) == 1 and slip not in {*KEYS, *_OTHERS}
    }


def _of(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) >= _SHORT:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] in "aeiou")
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1])
