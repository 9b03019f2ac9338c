"""Where in the leg it is, since when and like what, last in a saying: *tight behind the knee*, *sore like mad*."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon.patterns import Words

_PART = (
    "(calf|calves|leg|legs|knee|knees|ankle|ankles|heel|heels|foot|feet|toes|toe|muscle|shin|thigh|arch|sole|achilles"
    "|tendon|back|front|side|middle|centre|center|bottom|top|inside|outside|edge|edges|lump|knot)"
)
_ITS = "(the|my|this|that|its|one|both|both my|both the)"
_NEAR = (
    "(at|in|on|behind|under|underneath|below|above|by|near|round|around|along|across|inside|towards|into|from|next to)"
)
_OF_IT = f"( (of|in) (it|{_ITS} {_PART}))?"
PLACE = (
    rf"(right |just |mostly |especially |still |deep |all )?((down|up|round|over|in|back|out) )?"
    rf"({_NEAR} ({_ITS} )?((left|right|lower|upper|very|whole|inner|outer|back|same) )*{_PART}{_OF_IT}( (here|there))?"
    rf"|at the back|in (here|there)|(down|up|over|round|back) (here|there)|in one (spot|place|bit))"
)
_AGO = (
    "(before|earlier|just now|at first|at the (start|beginning)|yesterday|last (night|time)|always"
    "|tonight|this (morning|time)|((a|one|two|three|five|ten|few|couple|of|minute|minutes|moment|second|seconds"
    "|while|bit|little|half|hour|hours) ?){1,5}ago)"
)
WHEN = (
    rf"((than|as|like) (it|that|this) (was|were|did|had been)( {_AGO})?|(than|as|like|from) {_AGO}"
    r"|(the )?same (one )?as (before|always|usual|ever|yesterday|last (night|time|week))"
    r"|as (usual|always)|tonight|today|this time"
    r"|(than|as|like|from)? ?when (i|we|you|it|this|that) \w+( \w+){0,3}"
    r"|since (i|we|you|it|this|that) \w+( \w+){0,3})"
)


AS_IT_WERE = (
    r"(like (a|an|the|some|my) \w+( \w+){0,2}|like (always|usual|mad|anything|nothing else|nobody's business)"
    r"|as per usual|would you believe( it)?|if you can believe it|for a change|if i am honest|to be fair"
    r"|(if|when) you ask me|i can tell you|i tell you|so far as i can (tell|see)|all the same)"
)
"""What it is likened to, and what is only said with it."""


@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf" ({PLACE}|{WHEN}|{AS_IT_WERE})$")


def here_and_now(words: Words) -> Iterator[Words]:
    """The saying without the last of them, and without one before it."""
    said = " ".join(words)
    for _ in range(2):
        less = _last().sub("", said)
        if less != said:
            yield tuple(less.split())
        said = less
