"""How the cramp is, told in more clauses than one: *no, it's tight, it's worse if anything*; and where, and since when.

What would reassure is never read here: it is asked again.
"""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.cutting.where_and_when import here_and_now
from stretchcoach.grammar.lexicon import sayings
from stretchcoach.grammar.lexicon.patterns import Words, around, covered, set_of
from stretchcoach.grammar.states.cramp_states import almost, how_it_is
from stretchcoach.grammar.states.free_states import how_it_may_be

_BEGINS = frozenset(
    "it this that the my i and but because still not no nah yes yeah yep nothing so oh okay ow well maybe now just"
    " nearly almost".split()
)
"""Words with which a clause may begin."""
_JOINS = frozenset("and but because so well oh okay then".split())
_MOST, _LONGEST = 4, 16
"""Clauses of a saying, and words."""
_THEN = frozenset("was were had thought felt".split())
_OF_IT = frozenset("it pain cramp leg calf knot spasm muscle".split())
"""Without one of these a doubt is of anything."""
_ASIDE, _PAST, _DOUBT = "", "past", sayings.UNCLEAR
_READERS = (how_it_is, almost, how_it_may_be)
_DENIES = (
    "[no|nah] (it|that|this) (is|has|does|did) not [really|quite|yet]|not (quite|really|completely|entirely|yet)"
    "|[well|maybe] maybe [not]|i do not [really] know|[i am] not [really|too|quite|so] sure|i can not tell|hard to say"
)
"""What takes back, or puts in doubt, what stands beside it."""


def told_in_clauses(words: Words) -> Iterator[str]:
    """One state out of all that is told; nothing where a clause is about something else."""
    if len(words) > _LONGEST:
        return
    if found := [state for less in here_and_now(words) if not _was(less) for state in how_it_is(less)]:
        yield _DOUBT if "gone" in found else found[0]
        return
    cuts = (*(at for at in range(1, len(words)) if words[at] in _BEGINS), len(words))
    told = _cut(words, 0, cuts, _MOST)
    if told and (state := _together(told)) and (state != _DOUBT or "gone" in told or _OF_IT & {*words}):
        yield state


def _cut(words: Words, at: int, cuts: tuple[int, ...], most: int) -> list[str]:
    """What each clause tells, in the fewest clauses; empty where one of them tells nothing of the cramp."""
    if most == 0:
        return []
    for end in reversed([cut for cut in cuts if cut > at]):
        state = _of(words[at:end]) if words[at:end] != words and "but" not in words[at + 1 : end] else None
        if state is None:
            continue
        if end == len(words):
            return [state]
        if rest := _cut(words, end, cuts, most - 1):
            return [state, *rest]
    return []


def _of(words: Words) -> str | None:
    """The state that a clause tells, an aside, what was once, or a doubt."""
    while words and words[0] in _JOINS:
        words = words[1:]
    words = words[:-1] if words[-1:] == ("either",) else words
    if not words or covered(words, _asides()):
        return _ASIDE
    if words in set_of(_DENIES):
        return _DOUBT
    found = next(filter(None, map(_state, (words, *here_and_now(words)))), "")
    if _was(words):
        return _PAST if found or "thought" in words else None
    return found or None


def _was(words: Words) -> bool:
    """Whether it is told of another time, and not compared with it."""
    return bool(_THEN & {word for at, word in enumerate(words) if not {"as", "than"} & {*words[max(at - 2, 0) : at]}})


def _state(words: Words) -> str:
    certain = words[1:] if words[:1] == ("maybe",) else words
    found = next((state for reader in _READERS for state in reader(certain)), "")
    return found if certain == words or not found else _DOUBT


@cache
def _asides() -> frozenset[Words]:
    return around() | set_of("no|nah|yes|yeah|yep|not really|really|i do|wait|hang on|hold on")


def _together(told: list[str]) -> str:
    """Whatever stands beside *gone* or a doubt is asked again; what is better and what is worse, too."""
    states = {*told} - {_ASIDE, _PAST}
    if not states or told[-1] == _PAST or [*filter(None, told)] == ["gone"]:
        return ""
    if "gone" in states or _DOUBT in states:
        return _DOUBT if states != {_DOUBT} or _PAST in told else ""
    if sayings.EASING in states:
        return _DOUBT if "worse" in states else sayings.EASING
    return "worse" if "worse" in states else next(iter(states))
