"""A *no* that denies again what was asked, *I haven't had any of that, not in my life*, and names it by *it* and *any*.

Nothing else is denied so: *I haven't felt anything*, *I haven't slept* and *not all day* are no such answers.
"""

from collections.abc import Iterator

from stretchcoach.grammar.lexicon.patterns import Words, bare, set_of
from stretchcoach.grammar.lexicon.wordings import YES_WORDS

_DENIES = (
    "(i|we) (have|do|did) not (had|got|taken|noticed|notice|been taking|been having|touched|touch)"
    "|(i|we) [have] never (had|got|taken|noticed|done|touched)|never (had|taken|touched|touch|noticed|done)"
)
_WITH_NO = "(i|we) (have|do|did) not (have|take|seen|see|done|do|been doing)"
"""Where a *no* stands before it, too."""
_NAMED = (
    "it|that|this|one|any|none|them|those|any of (it|that|those|them|this)|anything [like (that|it|this)]"
    "|anything of the (sort|kind)|none of (it|that|those|them)|a thing|such a thing|one of (those|them)|the stuff"
)
_WHEN = (
    "at all|in my life|ever|lately|recently|this week|today|so far|whatsoever|in years|for years|in ages|for ages"
    "|this time|in [a] (long|good) (time|while)"
)
_ALONE = (
    "(i|we) (have|do|did|am|was) not|not|none of (that|it|those|them)|neither of (those|them|these)|nothing like that"
)
"""What denies with no more than a time after it."""
_LONGEST = 7


def denied(words: Words) -> Iterator[str]:
    """*No*, where every word is accounted for."""
    no = bool({"no", "nah"} & {*words[:1]})
    if not YES_WORDS & {*words} and any(_denies(inner, no) for inner in bare(words)):
        yield "no"


def _denies(words: Words, no: bool) -> bool:
    heads = set_of(f"{_DENIES}|{_WITH_NO}" if no else _DENIES)
    for size in range(1, min(_LONGEST, len(words)) + 1):
        rest = words[size:]
        if words[:size] in set_of(_ALONE) and rest in set_of(_WHEN):
            return True
        if words[:size] in heads and any(
            rest[:length] in set_of(_NAMED) and rest[length:] in set_of(f"{_WHEN}|") for length in range(1, 6)
        ):
            return True
    return False
