"""The words of the grammar: every wording with its phrases, and every single word that stands anywhere in the data."""

from functools import cache

from stretchcoach.grammar.lexicon import (
    answer_sayings,
    command_sayings,
    dialect_sayings,
    manners,
    more_sayings,
    sayings,
    state_sayings,
)
from stretchcoach.grammar.lexicon.changes import changes
from stretchcoach.grammar.lexicon.patterns import Words, around, expanded, set_of

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
YES_WORDS = frozenset(("yes", "yeah", "yep"))
NOT_WORDS = frozenset("not no never neither none nor nothing without hardly barely nah nope cannot".split())


@cache
def said() -> dict[Words, tuple[str, ...]]:
    """Every pattern of ``SAID`` in full, with its phrases."""
    found: dict[Words, tuple[str, ...]] = {}
    for phrase in sayings.SAID:
        for words in own(phrase):
            found[words] = (*found.get(words, ()), phrase)
    return found


@cache
def own(phrase: str) -> frozenset[Words]:
    """All that is said for a phrase."""
    also = (more_sayings.ALSO, dialect_sayings.ALSO, command_sayings.ALSO, answer_sayings.ALSO)
    return set_of("|".join((sayings.SAID[phrase], *(each.get(phrase, phrase) for each in also))))


@cache
def known() -> frozenset[str]:
    """Every single word that stands in the data."""
    lists = (sayings.STOP, manners.FILLERS, manners.PAIN, state_sayings.ABOUT, manners.ASKING, sayings.NUMBER_FRAME)
    words = {word for phrase in said() for word in phrase}
    words |= {word for one in (*lists, *state_sayings.STATES.values()) for phrase in expanded(one) for word in phrase}
    words |= {word for phrase in changes() for word in phrase}
    return frozenset(words | set(NUMBERS) | NOT_WORDS)


@cache
def of(phrase: str) -> frozenset[Words]:
    """What is said for a phrase, and what people put around it."""
    return own(phrase) | around()
