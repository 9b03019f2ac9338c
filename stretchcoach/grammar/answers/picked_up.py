"""A *yes* that picks up the verb of the question, or is said twice, and goes on: *that I do, little white ones*."""

from stretchcoach.grammar.lexicon.patterns import Words, bare, set_of
from stretchcoach.grammar.lexicon.wordings import YES_WORDS

_SURELY = "that (i|it|we) (do|does|is|have|did|am|was|were)|i suppose (i have|i do|i did|i am)"
_TWICE = "(yes|yeah) [i (think|believe|suppose) so]"
_FRANKLY = "i (have|did|do|am) to be honest"
_TAKES_BACK = frozenset(
    "but except unless only though although however if or till until ago once used maybe perhaps possibly last"
    " sometimes"
    " no not never none nor nothing without nope nah he she they his her their you your wife husband mother father son"
    " daughter what why how stop".split()
)
_MOST, _SHORT = 24, 2


def picked_up(clauses: list[Words]) -> bool:
    """Whether it is one, with nothing beside it that may take it back."""
    if len(clauses) < 2 or sum(map(len, clauses)) > _MOST:
        return False
    said, size = _said(clauses)
    rest = clauses[size:]
    twice = clauses[0] in set_of(_TWICE) and any({*clause} <= YES_WORDS for clause in rest)
    twice = twice and any(len(clause) > _SHORT for clause in rest)
    return (said or twice) and bool(rest) and not _TAKES_BACK & {*sum(rest, ())}


def _said(clauses: list[Words]) -> tuple[bool, int]:
    both = (*clauses[0], *clauses[1])
    if both in set_of(_FRANKLY):
        return True, 2
    return any(inner in set_of(f"{_SURELY}|{_FRANKLY}") for inner in bare(clauses[0])), 1
