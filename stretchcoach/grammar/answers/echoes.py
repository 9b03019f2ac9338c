"""Answers in more words: one that repeats the question, *yes it is swollen*, or stands in a frame, *I'd say no*."""

from collections.abc import Iterator

from stretchcoach.grammar.lexicon import sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, around, bare, covered, set_of
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS

_OR_SO = "or (something|anything|nothing|whatever) [like that]"
_TAKES_BACK = frozenset(
    "except only just when whenever unless though although however sometimes occasionally used ago once twice bit"
    " little"
    " much many often always every usually mostly well until till apart yes yeah"
    " wife husband mother father son daughter brother sister mum dad he she they".split()
)
"""With one of these a *no* that repeats the question is none."""
ECHO = 9
"""Words from which on a saying is more than an answer."""


def echoed(words: Words) -> Iterator[str]:
    """An answer that repeats the question, *yes it is swollen*, or takes itself back, *a little, I'm not sure*."""
    for size in range(1, LONGEST + 1):
        for ends, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            if rest and "not sure" in wordings.said().get(ends, ()) and any(wordings.said().keys() & {*bare(rest)}):
                yield "not sure"
                return
    size = next((size for size in (4, 2) if words[-size:] in set_of(_OR_SO)), 0)
    words = words[: len(words) - size]
    answer, told = words[:1], words[1:3]
    repeated = len(words) in range(4, ECHO) and not {"but", "or", "stop", "if", "maybe"} & set(words)
    if not repeated or told not in set_of(sayings.ECHO):
        return
    if answer in set_of("yes|yeah|yep") and not NOT_WORDS & set(words):
        yield "yes"
    elif answer in set_of("no|nah") and words[3] in ("not", "never", "no") and not _TAKES_BACK & {*words[4:]}:
        yield "no"


def verdict(words: Words) -> Iterator[str]:
    """*I'd have to say no*, *put me down as a yes*."""
    words = words[:-2] if words[-2:] in set_of(sayings.FROM_WHOM) else words
    if words[-1:] in (("yes",), ("no",)) and set_of(sayings.VERDICT) & {
        *covered(words[:-1], around() | set_of(sayings.VERDICT))
    }:
        yield words[-1]
