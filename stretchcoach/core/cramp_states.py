"""What somebody says of the cramp: *gone*, *a bit better*, *same* or *worse*, or what has to be asked again."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.core import sayings, state_sayings
from stretchcoach.core.patterns import Words, around, bare, covered, expanded, set_of

_QUESTION = re.compile(r"(is|has|does|do|did|are|was|will|can|why|when|where|who) (it|that|this|the|my|i|you|we) ")


@cache
def _roles() -> dict[Words, str]:
    """What each phrase does in a saying about the cramp."""
    found: dict[Words, str] = {}
    told = {
        **state_sayings.STATES,
        "not": state_sayings.NOT,
        "still": state_sayings.STILL,
        "doubt": state_sayings.DOUBT,
    }
    told |= {"partly": state_sayings.PARTLY, "about": f"{state_sayings.ABOUT}|pain|yes|yeah|yep"}
    told |= {"loose": f"{state_sayings.WHEN}|{state_sayings.DEGREE}|{sayings.PAIN}|{sayings.FILLERS}"}
    for role, pattern in told.items():
        for words in expanded(pattern):
            found.setdefault(words, role)
    return found


def how_it_is(words: Words) -> Iterator[str]:
    """*Gone*, *a bit better*, *same* or *worse*; what is said twice is said."""
    half = len(words) // 2
    if half and words == words[:half] * 2:
        words = words[:half]
    if words[:1] in set_of("there|right") and words[1:2] in set_of("it|that|the|my|now|yes"):
        words = words[1:]
    text = " ".join(words)
    alone = set_of(state_sayings.NOT_ALONE)
    if not words or words in alone or any(inner in alone for inner in bare(words)):
        return
    parts = covered(words, frozenset(_roles()))
    if not parts:
        return
    roles = _denied([_roles()[part] for part in parts], parts)
    states = {role for role in roles if role in state_sayings.STATES}
    turned = roles.count("not")
    if not states:
        if turned and "pain" in words:
            yield sayings.UNCLEAR
        elif "still" in roles and "about" in roles and not {"not", "doubt"} & set(roles):
            yield "same"
        return
    if _QUESTION.match(f"{text} "):
        return
    about = any(part[0] in ("it", "that", "the", "my", "this", "leg") or part == ("now",) for part in parts)
    if "still" in roles and ("going",) in parts and "not" not in roles:
        yield "same"
        return
    if states == {"well"} and not about:
        yield sayings.UNCLEAR
        return
    doubt = {"doubt"} & set(roles) or turned > 1 or {("no", "longer"), ("any", "more")} & set(parts)
    weighed = sayings.UNCLEAR if doubt else _turned(states) if turned else _weighed(states, set(roles))
    if weighed:
        yield weighed


def almost(words: Words) -> Iterator[str]:
    """*Almost*, *not quite*, *a tiny bit*: of the cramp it can only mean that it is easing."""
    if set_of(state_sayings.ALMOST) & {*covered(words, set_of(state_sayings.ALMOST) | around())}:
        yield sayings.EASING


def _denied(roles: list[str], parts: list[Words]) -> list[str]:
    """A *no* that answers, *ow, no, it's worse*, turns nothing: it denies what was thought, or is a cry."""
    first = last = next((at for at, part in enumerate(parts) if part not in around()), 0)
    while parts[last : last + 1] and parts[last] in set_of("no|nah"):
        last += 1
    after = parts[last][:1] if last < len(parts) else ()
    if last > first and after in set_of(state_sayings.AFTER_NO):
        return [*roles[:first], *["denied"] * (last - first), *roles[last:]]
    return roles


def _turned(states: set[str]) -> str:
    """What is not so: not gone, not better and not worse are *same*; better but not gone is that."""
    if "gone" in states and states & {"easing", "better"}:
        return sayings.EASING
    return "same" if states <= {"gone", "better", "well", "easing", "budge"} or states == {"worse"} else sayings.UNCLEAR


def _weighed(states: set[str], roles: set[str]) -> str:
    """One state out of what was said, ``sayings.UNCLEAR``, or nothing."""
    if "budge" in states:
        return ""
    still = "still" in roles
    if states & {"easing", "better"} and (still or "same" in states or "easing" in states):
        return sayings.EASING if not states & {"worse", "gone", "well"} else sayings.UNCLEAR
    if states <= {"gone", "better", "well"}:
        return sayings.UNCLEAR if still or "denied" in roles else sayings.EASING if "partly" in roles else "gone"
    if states <= {"same", "hurts", "worse"}:
        if "worse" in states:
            return "worse"
        return "same" if still or states != {"hurts"} else "worse"
    return sayings.UNCLEAR
