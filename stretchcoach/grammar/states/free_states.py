"""How the cramp is, where a word or two are unknown that can only say how much: *it's bloody well killing me*."""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon import free_sayings, state_sayings, wordings
from stretchcoach.grammar.lexicon.patterns import Words, covered_but, set_of, single
from stretchcoach.grammar.states.cramp_states import FREE, phrases, read, roles_of

_MOST_FREE = 2
_ABOUT_IT = frozenset(("it", "this", "that", "the", "my", "leg", "calf", "pain", "cramp"))
_ASKS = frozenset("is are has have does do did can will who where what why".split())
_ELLIPTIC = frozenset("still not just very now getting".split())
_OTHER_TIMES = frozenset(("was", "were", "had", "did", "would", "could", "should", "if", "when"))


def how_it_may_be(words: Words) -> Iterator[str]:
    """The state; the caller lets none of them reassure."""
    parts = covered_but(words, phrases(), _bound(), _MOST_FREE)
    roles = [roles_of().get(part, FREE) for part in parts]
    if FREE not in roles or _OTHER_TIMES & set(words) or (words[0] in _ASKS and not {*words[1:2]} <= _ELLIPTIC):
        return
    named = [at for at, role in enumerate(roles) if role in state_sayings.STATES]
    plain = named and all(parts[at] in set_of(free_sayings.PLAIN) for at in named)
    if plain and _about_it(roles, parts) and all(_of_degree(roles, parts, at, named) for at in range(len(parts))):
        yield from read(words, parts)


@cache
def _bound() -> frozenset[str]:
    return single(f"{free_sayings.BOUND}|{state_sayings.DOUBT}") | wordings.NOT_WORDS | set(wordings.NUMBERS)


def _about_it(roles: list[str], parts: list[Words]) -> bool:
    """Whether it begins with the cramp, or with how it is."""
    at = next((at for at, role in enumerate(roles) if role not in (FREE, "loose", "partly")), 0)
    if parts[at][0] in _ABOUT_IT:
        return True
    surely = all(role != FREE or part[0].endswith("ly") for role, part in zip(roles[:at], parts, strict=False))
    return surely and (roles[at] in state_sayings.STATES or roles[at] in ("not", "still"))


def _of_degree(roles: list[str], parts: list[Words], at: int, named: list[int]) -> bool:
    """Whether a free word stands where one of degree does: before a state is named, or after a verb of pain."""
    if roles[at] != FREE:
        return True
    if at and parts[at - 1][-1] in ("a", "an", "the", "my", "this", "that"):
        return False
    if at < named[-1]:
        return True
    last = parts[named[-1]]
    return last in set_of(free_sayings.VERBS_OF_PAIN) or last[0].endswith("ing") or parts[at][0].endswith("ly")
