"""What is said before or after the thing itself: *no wait, left* takes something back, *isn't it* is not sure of it."""

from functools import cache

from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, set_of

TAGS = "(is|has|does|did|was) (it|that) [not]|(is|has|does|did|was) not (it|that)|though"
"""What asks for assent, last."""
ASSURING = "so (it|that) (is|does|has|did)|so (i|they) (do|have|am|are)"
"""What a saying says once more, *it's sore, so it is*."""
CORRECTING = (
    "[oh|no|ah] no (wait|hang on|hold on)|wait no|hang on no|no i (mean|meant) [to say]|no make"
    " (it|that)|scratch that|sorry i (mean|meant)"
)
"""What takes back something that was said or thought before, first."""
_ASKS = frozenset("how what when where why which who if".split())
_OPENS = frozenset("is has does do did are am was can could will would".split())


@cache
def _at_end() -> tuple[tuple[Words, bool], ...]:
    return tuple((words, False) for words in set_of(TAGS)) + tuple((words, True) for words in set_of(ASSURING))


def without(words: Words) -> tuple[Words, bool]:
    """The saying without them, and whether what it says may reassure."""
    end = next((each for each in _at_end() if words[-len(each[0]) :] == each[0] != words), ((), True))
    asked = bool(_ASKS & {*words} or _OPENS & {*words[:1]})
    words = words if asked or not end[0] else words[: -len(end[0])]
    size = next((size for size in range(LONGEST, 0, -1) if words[:size] in set_of(CORRECTING)), 0)
    return (words[size:], False) if 0 < size < len(words) else (words, end[1])
