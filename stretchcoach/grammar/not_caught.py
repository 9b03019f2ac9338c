"""A short question about what was said, *the what?*, *I'm sorry?*: whoever asks it wants to hear it again."""

from functools import cache

from stretchcoach.grammar.lexicon import manners
from stretchcoach.grammar.lexicon.patterns import Words, bare, covered, set_of

_SORRY = (
    "sorry|i am sorry|pardon|pardon me|excuse me|[i] beg [your] pardon|huh|hm|hmm|mm|eh|say|say what|uh|um|again"
    "|what (did|do) you (say|mean)|what (is|was) that|what (is|was) (that|it|the second one) again|come again"
)
_LOOSE = f"{manners.NAMES}|oh|uh|um|and|so|well|but|wait|hang on|hold on"
_WHAT = frozenset("what who where".split())
_BEFORE_WHAT = frozenset(
    "oh uh um and so well but a the you to of in on at did was is being because it every an my your or and about"
    " i".split()
)
_SHORT = 4


def not_caught(text: str, words: Words) -> bool:
    """Whether it is one; without the mark of a question only *water what, sorry* is."""
    if words[-2:] == ("what", "sorry") and 2 < len(words) <= _SHORT:
        return True
    if not text.rstrip().endswith("?") or not 0 < len(words) <= _SHORT + 2:
        return False
    echoes = words[-1] in _WHAT and len(words) <= _SHORT and {*words[:-1]} <= _BEFORE_WHAT
    return echoes or bool(set_of(_SORRY) & {*covered(words, _said())})


def missed(clauses: list[Words]) -> bool:
    """*Was that heel up or heel down, I wasn't listening*."""
    inattentive = any(inner in set_of(_INATTENTIVE) for clause in clauses for inner in bare(clause))
    asks = any(inner[:2] in _WAS_THAT and "or" in inner for clause in clauses for inner in bare(clause))
    return inattentive and asks


_INATTENTIVE = "i was not (listening|paying attention|concentrating)|i was (miles away|somewhere else|dreaming)"
_WAS_THAT = frozenset((("was", "that"), ("was", "it"), ("is", "it"), ("is", "that")))


@cache
def _said() -> frozenset[Words]:
    return set_of(f"{_SORRY}|{_LOOSE}|what")
