"""Which leg it is: a side that may be guessed; two of them, or one that is denied, are asked again."""

from collections.abc import Iterator

from stretchcoach.core import manners, sayings
from stretchcoach.core.patterns import Words, around, covered, set_of


def sides_of(words: Words) -> Iterator[str]:
    """Two sides, or yes and no, in one breath: which of them is asked again."""
    named, answers = {"left", "right"} & set(words), {"yes", "no"} & set(words)
    loose = set_of(f"{manners.FILLERS}|the|one|leg|no|not|wait|my|it is|is|it|or|yes|left|right|maybe|i|do not")
    corrected = named and {"no", "not"} & set(words)
    if len(named) == 1 and not corrected and _maybe(words):
        yield from named
    if (len(named) == 2 or corrected or len(answers) == 2) and covered(words, loose):
        yield sayings.UNCLEAR


def _maybe(words: Words) -> bool:
    """*Maybe it's the left*: a side may be guessed."""
    hedges = set_of("maybe|perhaps|probably|possibly|i am not sure|not sure|could be|it could be|might be|it might be")
    named = set_of("the|my|one|leg|side|calf|foot|it is|in|left|right")
    parts = {*covered(words, around() | hedges | named)}
    return bool(parts & hedges) and ("left" in words or bool({"the", "my", "leg", "one"} & {*words}))
