"""What is begun and said again, *I can't, I can't breathe*, *it's, um, it's still there*: said once."""

from stretchcoach.grammar.lexicon.patterns import Words

_HESITATIONS = frozenset("um uh er erm hmm mm".split())
_MEANT_TWICE = frozenset((("no",), ("nah",), ("there",), ("not",), ("you",)))
"""*No, no, it's worse* denies nothing, *there, there* comforts, and *thank you, you helped* is no false start."""
_MOST = 5
"""Words that are said again."""


def said_once(words: Words) -> Words:
    """Without hesitation, and without what is repeated at once."""
    once: Words = tuple(word for word in words if word not in _HESITATIONS)
    at = 0
    while at < len(once):
        size = next((size for size in range(_MOST, 0, -1) if _again(once, at, size)), 0)
        once = once[:at] + once[at + size :]
        at += not size
    return once


def _again(words: Words, at: int, size: int) -> bool:
    said = words[at : at + size]
    return len(said) == size and said == words[at + size : at + 2 * size] and said not in _MEANT_TWICE
