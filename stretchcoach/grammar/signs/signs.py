"""What a person tells unasked that is more than a cramp, *my calf is all swollen*: which sign it is, if any."""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, bare, covered, set_of
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS
from stretchcoach.grammar.signs import sign_sayings

_LEG = {"swollen": "my leg is swollen", "hot": "my leg is hot", "cold": "my foot is cold", "numb": "my foot is numb"}
_LEGS = {"swollen": "my legs are swollen", "cold": "my foot is cold", "numb": "my foot is numb"}
"""What both legs can be; two hot ones have been exercised."""


def signs(words: Words) -> Iterator[str]:
    """The signs by their names in the vocabulary; none where it is denied."""
    for inner in bare(words):
        if found := [_named()[inner]] if inner in _named() else _looks(inner):
            yield from found
            return


@cache
def _named() -> dict[Words, str]:
    """Everything that names a sign in so many words."""
    said = sign_sayings.SAID
    return {words: sign for sign, pattern in said.items() for words in set_of(f"{sign}|{pattern}")}


def _looks(words: Words) -> list[str]:
    """*My foot has gone all cold and numb*: a leg, a verb, and nothing else but how it is."""
    if NOT_WORDS & set(words):
        return []
    for part, names in ((sign_sayings.PARTS, _LEG), (sign_sayings.BOTH, _LEGS)):
        for size in range(min(LONGEST, len(words) - 2), 0, -1):
            if words[:size] in set_of(part):
                told = {*covered(_after_verb(words[size:]), _said_of_a_leg())}
                return [name for look, name in names.items() if told & set_of(sign_sayings.LOOKS[look])]
    return []


def _after_verb(words: Words) -> Words:
    sizes = (size for size in range(3, 0, -1) if words[:size] in set_of(sign_sayings.IS))
    return words[next(sizes, len(words)) :]


@cache
def _said_of_a_leg() -> frozenset[Words]:
    return set_of("|".join((*sign_sayings.LOOKS.values(), sign_sayings.DEGREE, "and|or")))
