"""What somebody says of the cramp: *gone*, *a bit better*, *same* or *worse*, or what has to be asked again."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon import dialect_sayings, manners, more_sayings, sayings, state_sayings
from stretchcoach.grammar.lexicon.changes import changes
from stretchcoach.grammar.lexicon.patterns import Words, around, covered, expanded, parts_of, set_of
from stretchcoach.grammar.states.cramp_words import essence

_QUESTION = re.compile(
    r"(is|has|does|do|did|are|was|will|can|why|when|where|who) (it|that|this|the(?! same)|my|i|you|we) "
)
_CRAMP = frozenset(("it", "this", "that", "the", "my", "leg", "calf", "pain", "cramp", "still"))
_NOT_YET = frozenset(("same", "gone", "better", "well", "easing", "budge"))
_AT_LAST = frozenset(("now", "again", "finally", "last"))
"""With these, or where the leg is named, *fine* is said of the cramp, and not of how it is done."""
_BODY = frozenset(("leg", "calf", "muscle", "foot"))
_SUBJECTS_OF_PAIN = frozenset(("it", "that", "pain", "cramp", "spasm", "knot"))
_BEING = frozenset("is am are be been was all now just finally not has still completely nearly almost".split())
_MILD = frozenset((("maybe",), ("perhaps",), ("possibly",), ("probably",), ("might",), ("may",)))
"""*Maybe a bit looser* is no more than easing anyway."""
_UNFINISHED = frozenset("to the a an my of than and".split())
"""*It's better to ...*: with one of these at its end it may go on, and reassures nobody."""
_PARTICLES = frozenset((("okay",), ("all", "right")))
"""*It's gone, okay*: beside a state they say nothing of their own."""
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
        "hedge": f"{state_sayings.HEDGE}|{dialect_sayings.SHE}",
        "about": f"{state_sayings.ABOUT}|pain|yes|yeah|yep",
    }
    told |= {
        "compared": state_sayings.THAN,
        "future": state_sayings.FUTURE,
        "loose": f"{state_sayings.WHEN}|{state_sayings.DEGREE}|{manners.PAIN}|{manners.FILLERS}"
        f"|{dialect_sayings.LOOSE}",
    }
    for role, pattern in (*told.items(), *more_sayings.STATES.items(), *dialect_sayings.STATES.items()):
        for words in expanded(pattern):
            found.setdefault(words, role)
    return found


@cache
def phrases() -> frozenset[Words]:
    """All of them, to cut a saying into."""
    return frozenset(roles_of())


def how_it_is(words: Words) -> Iterator[str]:
    """*Gone*, *a bit better*, *same* or *worse*; what is said twice is said."""
    words = essence(words)
    parts = covered(words, phrases())
    if parts:
        reassures = () if words[-1] not in _UNFINISHED else ("gone", sayings.EASING)
        yield from (sayings.UNCLEAR if each in reassures else each for each in read(words, parts))


def read(words: Words, parts: list[Words]) -> Iterator[str]:
    """How it is, out of the parts of a saying; nothing where no state is named."""
    roles = _grown(_denied([roles_of().get(part, FREE) for part in parts], parts), parts)
    told = [role for role, part in zip(roles, parts, strict=True) if part not in _PARTICLES]
    states = {role for role in told if role in state_sayings.STATES}
    states = states or {role for role in roles if role in state_sayings.STATES}
    if not states:
        if "not" in roles and "pain" in words:
            yield sayings.UNCLEAR
        elif (
            "still" in roles
            and "about" in roles
            and parts[-1] != ("always",)
            and not {"not", "doubt", "rise"} & set(roles)
        ):
            yield "same"
    elif not _QUESTION.match(f"{' '.join(words)} ") and not _of_something_else(parts):
        yield from filter(None, [_so_far(roles, parts, states)])


def _so_far(roles: list[str], parts: list[Words], states: set[str]) -> str:
    """One state, ``UNCLEAR``, or nothing."""
    turned = "not" in roles and not (states == {"worse"} and _denies_before(parts))
    going = "still" in roles and ("going",) in parts and not turned
    if going or (turned and "doubt" not in roles and _not_yet(roles, states)):
        return "same"
    if _of_whom(parts, states):
        return "" if states == {"well"} and _praise(parts) else sayings.UNCLEAR
    later = "future" in roles and states & {"gone", "better", "well"}
    if not turned and (later or states == {"budge"}):
        return ""
    mild = states == {"easing"} and not turned and _doubts(parts) <= _MILD
    if ("doubt" in roles and not mild) or roles.count("not") > 1 or {("no", "longer"), ("any", "more")} & set(parts):
        return sayings.UNCLEAR
    weighed = _turned(states) if turned else _weighed(states, set(roles))
    if weighed == "same" and not turned and (_anew(parts) or _getting(parts)):
        return "worse"
    return "same" if weighed == "worse" and "still" in roles and _has_become(parts) else weighed


def _denies_before(parts: list[Words]) -> bool:
    """*I'm afraid, no, it's worse*: whether a *no* answers, and what is told of begins after it."""
    answers, told_of = set_of("no|nah"), _CRAMP - {"still"}
    return any(parts[at] in answers and parts[at + 1][0] in told_of for at in range(len(parts) - 1))


def _doubts(parts: list[Words]) -> set[Words]:
    return {part for part in parts if roles_of().get(part) == "doubt"}


def _of_whom(parts: list[Words], states: set[str]) -> bool:
    """*I am done*, *fine*, *my calf has gone*: whether it is the cramp or whoever says it, or a leg, that is so."""
    if {("done",), ("finished",)} & set(parts) and {("i", "am"), ("we",), ("me",), ("this", "one")} & set(parts):
        return True
    said = {word for part in parts for word in part}
    left = any({*part} & {"gone", "went", "going"} and roles_of().get(part) in ("gone", "easing") for part in parts)
    if left and ("again" in said or (said & _BODY and not said & _SUBJECTS_OF_PAIN)):
        return True
    of_me = {"i", "we"} & {word for part in parts[:2] for word in part}
    of_it = _AT_LAST if of_me else _AT_LAST | _BODY | _SUBJECTS_OF_PAIN - {"it", "that"}
    return states == {"well"} and not said & of_it


def _praise(parts: list[Words]) -> bool:
    """*That's good*, *everything's fine*: it is said of anything."""
    first = next((part[0] for part in parts if part not in around()), "")
    ended = {("done",), ("finished",), ("free",)} & {*parts}
    return first in ("that", "this", "everything", "they", "all", "so", "very") and not ended


def almost(words: Words) -> Iterator[str]:
    """*Almost*, *not quite*, *a tiny bit*: of the cramp it can only mean that it is easing."""
    if set_of(state_sayings.ALMOST) & {*covered(words, _almost())}:
        yield sayings.EASING


@cache
def _almost() -> frozenset[Words]:
    return set_of(state_sayings.ALMOST) | around()


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
    if _over_and_over(parts) or ("gone", "well") in parts_of(
        tuple(word for part in parts for word in part if (word,) not in set_of(state_sayings.DEGREE)), 2
    ):
        return True
    elliptic = parts[0][0] in ("is", "has", "will", "does") and ("not",) in parts[:2]
    return bool(verbs) and not elliptic and not any(part[0] in _CRAMP for part in parts)


def _over_and_over(parts: list[Words]) -> bool:
    """*Over and over*, *think it over*: only what *is* over is."""
    before = [parts[at - 1][-1] for at, part in enumerate(parts) if part == ("over",) and at]
    if parts[0] == ("over",) and parts[1:2] and not _AT_LAST & {*parts[1]}:
        return True
    return parts.count(("over",)) > 1 or any(word not in _BEING for word in before)


def _not_yet(roles: list[str], states: set[str]) -> bool:
    """*Not gone, still there*: of what is not, but for *not still*, nothing has changed where something still is."""
    told = [role for role in roles if role not in ("about", "loose")]
    return "still" in told and ("not", "still") not in parts_of(tuple(told), 2) and "same" in states <= _NOT_YET


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
