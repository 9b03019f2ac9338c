"""What somebody says of the cramp: *gone*, *a bit better*, *same* or *worse*, or what has to be asked again."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.core import manners, more_sayings, sayings, state_sayings
from stretchcoach.core.changes import changes
from stretchcoach.core.patterns import Words, around, bare, covered, expanded, set_of

_QUESTION = re.compile(
    r"(is|has|does|do|did|are|was|will|can|why|when|where|who) (it|that|this|the(?! same)|my|i|you|we) "
)
_CRAMP = frozenset(("it", "this", "that", "the", "my", "leg", "calf", "pain", "cramp", "still"))
_RIGHT = frozenset(("good", "well", "fine", "normal", "right", "soon", "far", "long"))
FREE = "free"
"""What a word does that nobody knows."""


@cache
def roles_of() -> dict[Words, str]:
    """What each phrase does in a saying about the cramp, verbs of change among them."""
    return changes() | own_roles()


@cache
def own_roles() -> dict[Words, str]:
    """The same for the phrases of the data alone."""
    found: dict[Words, str] = {}
    told = {
        **state_sayings.STATES,
        "not": state_sayings.NOT,
        "still": state_sayings.STILL,
        "doubt": state_sayings.DOUBT,
    }
    told |= {
        "partly": state_sayings.PARTLY,
        "hedge": state_sayings.HEDGE,
        "about": f"{state_sayings.ABOUT}|pain|yes|yeah|yep",
    }
    told |= {
        "compared": state_sayings.THAN,
        "future": state_sayings.FUTURE,
        "loose": f"{state_sayings.WHEN}|{state_sayings.DEGREE}|{manners.PAIN}|{manners.FILLERS}",
    }
    for role, pattern in (*told.items(), *more_sayings.STATES.items()):
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
    if words[:1] == ("okay",) and len(words) > 2:
        words = words[1:]
    if words[:1] == ("why",) and "not" in words[:4]:
        words = words[1:]
    words = _as_ever(_to_us(words))
    alone = set_of(state_sayings.NOT_ALONE)
    if (
        not words
        or words[:2] == ("help", "me")
        or words in alone
        or any(inner in alone for inner in bare(words) if not _a_bit(words, inner))
    ):
        return
    parts = covered(words, frozenset(roles_of()))
    if parts:
        yield from read(words, parts)


def read(words: Words, parts: list[Words]) -> Iterator[str]:
    """How it is, out of the parts of a saying; nothing where no state is named."""
    text = " ".join(words)
    roles = _grown(_denied([roles_of().get(part, FREE) for part in parts], parts), parts)
    states = {role for role in roles if role in state_sayings.STATES}
    turned = roles.count("not")
    if not states:
        if turned and "pain" in words:
            yield sayings.UNCLEAR
        elif "still" in roles and "about" in roles and not {"not", "doubt", "rise"} & set(roles):
            yield "same"
        return
    if _QUESTION.match(f"{text} ") or _of_something_else(parts):
        return
    if {("done",), ("finished",)} & set(parts) and {("i", "am"), ("we",)} & set(parts):
        yield sayings.UNCLEAR
        return
    about = any(
        (part[0] in ("it", "that", "the", "my", "this", "leg") and part != ("my",)) or part == ("now",)
        for part in parts
    )
    if "still" in roles and ("going",) in parts and "not" not in roles:
        yield "same"
        return
    if states == {"well"} and not about:
        yield sayings.UNCLEAR
        return
    later = "future" in roles and states & {"gone", "better", "well"}
    if not turned and (later or states == {"budge"}):
        return
    doubt = {"doubt"} & set(roles) or turned > 1 or {("no", "longer"), ("any", "more")} & set(parts)
    weighed = sayings.UNCLEAR if doubt else _turned(states) if turned else _weighed(states, set(roles))
    if weighed == "same" and not turned and (_anew(parts) or _getting(parts)):
        weighed = "worse"
    if weighed == "worse" and "still" in roles and _has_become(parts):
        weighed = "same"
    if weighed:
        yield weighed


def _to_us(words: Words) -> Words:
    """Without the name that a saying begins or ends with."""
    names = set_of(manners.NAMES)
    for size in (2, 1):
        words = words[size:] if words[:size] in names and len(words) > size else words
        words = words[:-size] if words[-size:] in names and len(words) > size else words
    return words


def _as_ever(words: Words) -> Words:
    """*As bad as ever* is the same, whatever it is as bad as."""
    for at in range(len(words) - 3):
        if words[at] == words[at + 2] == "as" and words[at + 1] not in _RIGHT:
            for then in set_of(state_sayings.AS_EVER):
                if words[at + 3 : at + 3 + len(then)] == then:
                    return (*words[:at], "the", "same", *words[at + 3 + len(then) :])
    return words


def _a_bit(words: Words, inner: Words) -> bool:
    """Whether *a little* was taken for politeness, *a little bit better*."""
    return inner == ("bit", "better") and words != inner


def almost(words: Words) -> Iterator[str]:
    """*Almost*, *not quite*, *a tiny bit*: of the cramp it can only mean that it is easing."""
    if set_of(state_sayings.ALMOST) & {*covered(words, set_of(state_sayings.ALMOST) | around())}:
        yield sayings.EASING


def _denied(roles: list[str], parts: list[Words]) -> list[str]:
    """A *no* that answers, *ow, no, it's worse*, turns nothing: it denies what was thought, or is a cry."""
    loose = around() | set_of("yes|yeah|yep")
    first = last = next((at for at, part in enumerate(parts) if part not in loose), 0)
    while parts[last : last + 1] and parts[last] in (set_of("no|nah") if last == first else set_of("no|nah") | loose):
        last += 1
    after = parts[last][:1] if last < len(parts) else ()
    plainly = last - first > 1 or ("nah",) in parts[first:last]
    if last > first and after and (plainly or after in set_of(state_sayings.AFTER_NO)):
        return [*roles[:first], *["denied"] * (last - first), *roles[last:]]
    return roles


def _grown(roles: list[str], parts: list[Words]) -> list[str]:
    """*Starting to ease* is easing, *starting to cramp* is worse, and so is what does *not* tighten, denied."""
    begun = any(part[-1:] == ("to",) and role in ("begin", "partly") for part, role in zip(parts, roles, strict=True))
    becomes = {"budge": "easing" if begun else "budge", "rise": "worse" if begun or "not" in roles else "rise"}
    return [becomes.get(role, role) for role in roles]


def _of_something_else(parts: list[Words]) -> bool:
    """*I relax*: verbs of change are said of many things, here only of the cramp."""
    verbs = [part for part in parts if part in changes() and part not in own_roles() and changes()[part] != "begin"]
    verbs += [part for part in parts if part == ("stop",)]
    return bool(verbs) and not any(part[0] in _CRAMP for part in parts)


def _getting(parts: list[Words]) -> bool:
    """*It's getting really tight*."""
    becoming = any(part[-1] in ("getting", "becoming", "gets") for part in parts)
    return becoming and any(part in set_of(state_sayings.ANEW) for part in parts)


def _has_become(parts: list[Words]) -> bool:
    """*Still contracted*: what it has become, it is."""
    return all(part[0].endswith("ed") for part in parts if roles_of().get(part) == "worse")


def _anew(parts: list[Words]) -> bool:
    """*It's tight again*: what was gone has come back."""
    return ("again",) in parts and any(part in set_of(state_sayings.ANEW) for part in parts)


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
        return (
            sayings.UNCLEAR
            if still or {"denied", "hedge"} & roles
            else sayings.EASING
            if {"partly", "compared"} & roles
            else "gone"
        )
    if states <= {"same", "hurts", "worse"}:
        if "worse" in states:
            return "worse"
        return "same" if still or states != {"hurts"} else "worse"
    return sayings.UNCLEAR
