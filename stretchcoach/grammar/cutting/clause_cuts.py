"""A saying cut into its clauses, at its commas and at the words that join them."""

import re

from stretchcoach.grammar.lexicon.patterns import Words

_MARKS = re.compile(r"[,.;:!?\u2013\u2014]+(?:\s+|$)|\s+-+\s+")


def at_marks(text: str) -> list[str]:
    """The parts of a text between its marks."""
    return [part for part in _MARKS.split(text) if part and part.strip()]


def at_joints(words: Words, joints: frozenset[str]) -> list[Words]:
    """The words cut before each of those that join clauses, which fall away."""
    found: list[Words] = [()]
    for word in words:
        if word in joints:
            found.append(())
        else:
            found[-1] = (*found[-1], word)
    return [clause for clause in found if clause]
