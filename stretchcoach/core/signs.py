"""What a person tells unasked that is more than a cramp, *my calf is all swollen*: which sign it is, if any."""

from collections.abc import Iterator
from functools import cache

from stretchcoach.core import sign_sayings
from stretchcoach.core.patterns import LONGEST, Words, bare, covered, set_of
from stretchcoach.core.wordings import NOT_WORDS

_LEG = {"swollen": "my leg is swollen", "hot": "my leg is hot", "cold": "my foot is cold", "numb": "my foot is numb"}
_LEGS = {"swollen": "my legs are swollen", "cold": "my foot is cold", "numb": "my foot is numb"}
"""What both legs can be; two hot ones have been exercised."""


def signs(words: Words) -> Iterator[str]:
    """The signs by their names in the vocabulary; none where it is denied."""
    if not words:
        return
    for inner in bare(words):
        if inner in names_of_signs():
            yield names_of_signs()[inner]
            return
        found = [*_looks(inner)]
        if found:
            yield from found
            return


@cache
def names_of_signs() -> dict[Words, str]:
    """Everything that names a sign in so many words."""
    said = sign_sayings.SAID
    return {words: sign for sign, pattern in said.items() for words in set_of(f"{sign}|{pattern}")}


def _looks(words: Words) -> Iterator[str]:
    """*My foot has gone all cold and numb*: a leg, a verb, and nothing else but how it is."""
    if NOT_WORDS & set(words):
        return
    for part, names in ((sign_sayings.PARTS, _LEG), (sign_sayings.BOTH, _LEGS)):
        for size in range(min(LONGEST, len(words) - 2), 0, -1):
            if words[:size] in set_of(part):
                rest = _after_verb(words[size:])
                yield from (name for look, name in names.items() if _is(look, rest))
                return


def _after_verb(words: Words) -> Words:
    sizes = (size for size in range(3, 0, -1) if words[:size] in set_of(sign_sayings.IS))
    return words[next(sizes, len(words)) :]


def _is(look: str, words: Words) -> bool:
    """Whether the words are nothing but how a leg looks, this look among it."""
    mine, others = set_of(sign_sayings.LOOKS[look]), set_of("|".join(sign_sayings.LOOKS.values()))
    cut = covered(words, others | set_of(f"{sign_sayings.DEGREE}|and|or"))
    return any(part in mine for part in cut)
