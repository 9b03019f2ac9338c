"""What somebody says who cannot make up their mind, *left, no, right, no, oh which is it*: it is asked again."""

from functools import cache

from stretchcoach.grammar.lexicon import sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, around, covered, set_of

_WONDERS = (
    "[oh] i can not (decide|choose|think|say|make up my mind|make my mind up)|[oh] i do not know|[oh] i am not sure"
    "|[or] which [one|way|leg] is it|or is it [not]|[it is|was it] one of (those|these|them|the two)|it depends"
    "|i keep changing my mind|oh i can not"
)
"""How it ends, ..."""
_TURNS = "no|oh no|or|or no|i mean|no i mean|nah|no wait|wait no|actually no|actually|hang on"
"""... and what stands between the things that are said."""
_STATED = "[it is] gone|it is not|it is [not]|no it is not|[it is] (better|worse|the same)|do not stop"
_BETWEEN = "the|oh|ah|um|wait|well|hmm|hm"
_SIDES = "left|right|both|[the] (left|right) [one|leg]"


def undecided(words: Words) -> bool:
    """Whether two things are said, or one is taken back twice, and nothing is left of them."""
    if len(words) > _MOST or not {"no", "nah", "or", "mean"} & {*words}:
        return False
    size = _tail(words)
    parts = covered(words[: len(words) - size], _said())
    turns = [part for part in parts if part in set_of(_TURNS)]
    told = [part for part in parts if part not in set_of(_TURNS) and part not in around()]
    if size:
        return len(turns) > 1 <= len(told) or (len(turns) == 1 and len({*told}) > 1)
    ends_in_no = bool(parts) and parts[-1] in set_of("no|oh no")
    return ends_in_no and len(turns) > 1 and len({*told} - {("no",)}) > 1


_MOST = 20


def _tail(words: Words) -> int:
    """How many words at the end wonder; what is told after *it depends* and the like goes with it."""
    for at in range(2, len(words)):
        if any(words[at : at + size] in set_of(_ENDS_IN) for size in range(1, 4)) and not {"no", "or"} & {
            *words[at + 1 :]
        }:
            return len(words) - at
    return next((size for size in range(LONGEST, 0, -1) if words[-size:] in set_of(_WONDERS)), 0)


_ENDS_IN = "it depends|oh i can not|oh which [one]|which (is|one)|i can not (decide|choose|think|make)"


@cache
def _said() -> frozenset[Words]:
    asked = {words for words in wordings.said() if len(words) < _SHORT}
    stops = {words for words in set_of(sayings.STOP) if len(words) < _SHORT}
    numbers = {(number,) for number in wordings.NUMBERS}
    return around() | asked | stops | numbers | set_of(f"{_TURNS}|{_STATED}|{_BETWEEN}|{_SIDES}")


_SHORT = 4
