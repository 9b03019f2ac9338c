"""A saying about the cramp without what changes nothing in it: names, repetition, *okay*, *there*, and *why*."""

from stretchcoach.grammar.lexicon import manners, state_sayings
from stretchcoach.grammar.lexicon.patterns import Words, around, bare, covered, set_of

_RIGHT = frozenset(("good", "well", "fine", "normal", "right", "soon", "far", "long"))
"""What is as good as before is not the same: it is well."""


_DETERMINES = frozenset("a an the my your his her our this that of to".split())
"""Before a name these make it somebody who is spoken of."""


def essence(words: Words) -> Words:
    """The words that count; none where the saying is too little to be about the cramp, or asks for help."""
    half = len(words) // 2
    if half and words == words[:half] * 2:
        words = words[:half]
    if words[:1] in set_of("there|right") and words[1:2] in set_of("it|that|the|my|now|yes"):
        words = words[1:]
    if words[:1] == ("okay",) and len(words) > 2:
        words = words[1:]
    if words[:1] == ("why",) and "not" in words[:4]:
        words = words[1:]
    words = _as_ever(_to_us(words))
    if words[-2:] == ("oh", "no"):
        words = words[:-2]
    if words[-1:] in set_of("no|nah") and {"not", "no", "nah"} & {*words[:-1]}:
        words = words[:-1]
    return () if _too_little(words) else words


def _too_little(words: Words) -> bool:
    alone = set_of(state_sayings.NOT_ALONE)
    return words[:2] == ("help", "me") or bool({*bare(words)} & alone)


def _to_us(words: Words) -> Words:
    """Without the name that a saying begins or ends with."""
    names = set_of(manners.NAMES)
    for size in (3, 2, 1):
        cry = words[: size + 1] in set_of(manners.PAIN)
        words = words[size:] if words[:size] in names and len(words) > size and not cry else words
        words = words[:-size] if words[-size:] in names and len(words) > size else words
    return _but_for_the_rest(words)


def _but_for_the_rest(words: Words) -> Words:
    """*No better, love, I'm sorry to say*: a name, and with it what is said after it."""
    names = set_of(manners.NAMES)
    for at in range(1, len(words)):
        named = any(words[at : at + size] in names for size in (1, 2))
        if named and words[at - 1] not in _DETERMINES and covered(words[at:], around()):
            return words[:at]
    return words


def _as_ever(words: Words) -> Words:
    """*As bad as ever* is the same, whatever it is as bad as."""
    for at in range(len(words) - 3):
        if words[at] == words[at + 2] == "as" and words[at + 1] not in _RIGHT and "not" not in words[:at]:
            for then in set_of(state_sayings.AS_EVER):
                if words[at + 3 : at + 3 + len(then)] == then:
                    return (*words[:at], "the", "same", *words[at + 3 + len(then) :])
    return words
