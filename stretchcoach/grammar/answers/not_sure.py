"""*Not sure* with a reason beside it, *couldn't tell you, the doctor changed my tablets*, read only as a whole."""

from stretchcoach.grammar.lexicon import wordings
from stretchcoach.grammar.lexicon.patterns import Words, bare, set_of
from stretchcoach.grammar.lexicon.wordings import NUMBERS, YES_WORDS

_OF = (
    "(my (wife|husband|daughter|son|doctor|mother|mum|sister|partner|carer|nurse)"
    "|the (doctor|nurse|chemist|pharmacist))"
)
_WHO_KNOWS = (
    f"[you|i] (would|will) have to ask {_OF}|you had better ask {_OF}|[i] could not (tell|say) [you]|[so|and] who knows"
    "|search me|beats me|your guess is as good as mine|how (would|should) i know|not certain|could be"
)
"""What leaves it open, whatever reason is given; *I don't know* opens much else that is said."""
_NO_IDEA = "[so|and] (i have|i have got|i have absolutely) no (idea|clue) (what|which|how|whether|if|when)"
_NOT_KNOWN = (
    "[and] i (would|will) (have|need) to|[i would] have to|i [have] never (measure|measured|count|counted|check"
    "|checked|look|looked|notice|noticed|keep|kept|thought)|i was not (counting|looking|keeping|paying)|my memory"
    "|it is [too|so|pitch] dark|i can not (see|tell|remember)|i do not (keep|count|remember)|to be honest"
    "|you would have|i have not [really] (looked|checked|noticed|measured|counted)|and i have lost"
)
"""How it begins when somebody tells why they cannot say."""
_TOLD = "i|my|the|she|he|we|have not|it is|there"
_TURNS = frozenset(("if", "or", "but", "not sure", "stop", "no", "nah", *YES_WORDS, *NUMBERS))
_MOST = 12


def not_sure(clauses: list[Words]) -> bool:
    """Whether one clause leaves it open, and the others only tell why."""
    if len(clauses) < 2:
        return False
    if "not sure" in _said(clauses[0]) and all(map(_why, clauses[1:])):
        return True
    open_ = [clause for clause in clauses if _leaves_open(clause)]
    beside = [clause for clause in clauses if clause not in open_]
    return bool(open_) and all(_tells(clause) or _why(clause) for clause in beside)


def _said(words: Words) -> list[str]:
    return [phrase for inner in bare(words) for phrase in wordings.said().get(inner, ())]


def _why(words: Words) -> bool:
    """*I'd have to put my glasses on*, *my memory isn't what it was*."""
    return any(words[:size] in set_of(_NOT_KNOWN) for size in range(1, 6)) and not {"yes", "yeah", "no"} & {*words}


def _leaves_open(words: Words) -> bool:
    return any(inner in set_of(_WHO_KNOWS) or _begins(inner, _NO_IDEA) for inner in bare(words))


def _tells(words: Words) -> bool:
    told = len(words) <= _MOST and not _TURNS & {*words}
    return told and (_begins(words, _TOLD) or len(words) == 1)


def _begins(words: Words, pattern: str) -> bool:
    return any(words[:size] in set_of(pattern) for size in range(1, 8))
