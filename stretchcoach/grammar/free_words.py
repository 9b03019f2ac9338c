"""Sayings with words in them that no list could hold: read only where the key words are plain and nothing denies them.

How strict it is depends on what a mistake would cost.  *Stop*, *worse* and *still there* are read out of more; what
would reassure is never read here: where free words stand beside *gone*, it is asked again.
"""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.cutting.where_and_when import here_and_now
from stretchcoach.grammar.key_words import by_key_words
from stretchcoach.grammar.lexicon import free_sayings, sayings, wordings
from stretchcoach.grammar.lexicon.patterns import (
    LONGEST,
    Words,
    around,
    bare,
    covered,
    parts_of,
    set_of,
    single,
    trimmed,
)
from stretchcoach.grammar.states.cramp_states import how_it_is
from stretchcoach.grammar.states.free_states import how_it_may_be

_MOST = 12
"""Words of a saying; who talks longer talks to somebody else."""
_WHY = 8
"""Words that a reason may have."""
_LATER = frozenset(("in", "a", word) for word in ("minute", "moment", "second", "bit", "while"))
"""*Yes, in a minute* is said to somebody who wants something."""
_WHEN = frozenset("when since because whenever after".split())
_PATIENT = ("pause", "next", "back", "repeat", "say again", "resume", "slower", "faster", "louder", "quieter", "help",
            "how long", "how", "left", "right", "both", "longer", "shorter")  # fmt: skip
"""What may have a reason beside it."""
_LEGS = frozenset(("left", "right", "both"))
_ELSE_THAN_IT = frozenset("is was one book stuff thing in problem feeling kind".split())
"""*I have that one in my car*: more than what was asked."""
_TURNS = frozenset("but maybe if or gone better over fine okay good not no never than".split())
"""With these a clause is no mere reason."""
_NO_YES = wordings.NOT_WORDS | frozenset("but or if maybe".split())
_NAMES_A_LEG = frozenset(("leg", "calf", "foot", "my"))


def freely(words: Words) -> Iterator[str]:
    """What the saying means if the words that nobody knows mean nothing; empty where that is not plain."""
    if not 2 <= len(words) <= _MOST:
        return
    for reader in _OF_OTHERS if single(free_sayings.SOMEBODY_ELSE) & set(words) else _READERS:
        found = list(reader(words))
        if found:
            yield from found
            return


# --- stop --------------------------------------------------------------------------------------------------


def _stops(words: Words) -> Iterator[str]:
    """*Stop* first or last, with a reason or with a word or two that nobody knows."""
    words = _plainly(words)
    if any(words[-size:] in _stopping_last() and _leads(words[:-size]) for size in range(1, LONGEST + 1)):
        yield "stop"
    else:
        yield from _stops_first(words)


def _stops_first(words: Words) -> Iterator[str]:
    words = _plainly(words)
    for size in range(min(LONGEST, len(words)), 0, -1):
        if words[:size] in _stopping() and (_reason(words[size:]) or _reason(_trimmed(words[size:]))):
            yield "stop"
            return


@cache
def _stopping() -> frozenset[Words]:
    return set_of(free_sayings.STOPPING) | {head for head in set_of(sayings.STOP) if head[0] == "stop"}


@cache
def _stopping_last() -> frozenset[Words]:
    return _stopping() - set_of(free_sayings.HARDLY_STOPPING)


def _plainly(words: Words) -> Words:
    """Without manners and an answer before it, and with the first *stop* of many."""
    words = _trimmed(words)
    while len(words) > 1 and (words[:1] in set_of("no|nah|yes|yeah") or words[:2] == ("stop", "stop")):
        words = words[1:]
    return words


def _leads(front: Words) -> bool:
    """Whether what stands before the last *stop* leads to it: a reason, or a name and a curse."""
    front = _trimmed(front)
    if not front:
        return True
    if front[-1] in single(free_sayings.BEFORE_A_NOUN) or front[0] in single(free_sayings.BEFORE_A_NOUN) - {"it"}:
        return False
    return _reason(front) or len(front) == 1


def _trimmed(words: Words) -> Words:
    """Without fillers, cries and polite words at either end."""
    return trimmed(words, around())


def _reason(words: Words) -> bool:
    """A sentence that begins like a reason."""
    opening = set_of(free_sayings.OPENING)
    return (
        words[-1:] != ("to",) and len(words) in range(3, _WHY + 1) and any(words[:size] in opening for size in (1, 2))
    )


# --- the cramp ---------------------------------------------------------------------------------------------


def _how_it_is(words: Words) -> Iterator[str]:
    """How the cramp is; out of free words it is never *gone*."""
    for state in how_it_may_be(words):
        yield sayings.UNCLEAR if state == "gone" else state


def _since(words: Words) -> Iterator[str]:
    """*It hurts when I move*, *a lot worse since you said that*: how the cramp is, and when or why."""
    at = next((at for at, word in enumerate(words) if word in _WHEN and at), 0)
    if at and len(words) > at + 1 and not wordings.NOT_WORDS & {*words[:at]}:
        for state in how_it_is(words[:at]):
            yield sayings.UNCLEAR if state == "gone" else state


def _told_and_why(words: Words) -> Iterator[str]:
    """*It's still really tight, I've been on my feet all day*: how the cramp is in plain words, and a reason."""
    for at in range(2, len(words) - 2):
        plainly = any(words[at - size : at] in set_of(free_sayings.PLAIN) for size in range(1, 4))
        if plainly and _reason(words[at:]) and not _TURNS & {*words[at:]}:
            for state in how_it_is(words[:at]):
                yield sayings.UNCLEAR if state == "gone" else state
                return


def _alarms(words: Words) -> Iterator[str]:
    """*I have such a pain in my chest*: whatever else is said; not where it is denied."""
    begun = {words[:size] for size in range(2, 8)}
    denied = wordings.NOT_WORDS & set(words)
    if begun & set_of(free_sayings.CHEST) or ("my chest" in " ".join(words) and not denied):
        yield "my chest hurts"
        if "stop" in words and not denied:
            yield "stop"


# --- commands ----------------------------------------------------------------------------------------------


def _explains(words: Words) -> Iterator[str]:
    """*Wait, how do I do this again*: it asks how, whatever it ends with."""
    size = next((size for size in (1, 2) if words[:size] in set_of("wait|hang on|hold on")), 0)
    rest = _trimmed(words[size:])
    if rest[:3] in set_of("how do i|how should i|how am i|how does (this|that|it)") and rest[-1:] == ("again",):
        yield "how"


def _waits(words: Words) -> Iterator[str]:
    """*Wait, go back*: a *wait* that only opens what is asked for."""
    for head in (("hang", "on"), ("hold", "on"), ("wait",), ("oh", "wait"), ("okay", "wait")):
        rest = words[len(head) :]
        if words[: len(head)] == head and len(rest) > 1:
            found = [phrase for inner in bare(rest) for phrase in wordings.said().get(inner, ())]
            yield from (phrase for phrase in found[:1] if phrase not in ("yes", "no", "not sure", "none"))


@cache
def _comparing(phrase: str) -> frozenset[Words]:
    return set_of(f"{free_sayings.COMPARING}|{free_sayings.HEAD_OF[phrase]}") | around()


def _turned(words: Words) -> Iterator[str]:
    """*Could you go a little slower*: what is turned up or down, with all that people say around it."""
    for phrase, pattern in free_sayings.HEAD_OF.items():
        if set_of(pattern) & {*covered(words, _comparing(phrase))}:
            yield phrase
            return


@cache
def _beside(phrase: str) -> frozenset[Words]:
    return wordings.of(phrase) | set_of(free_sayings.AROUND[phrase])


@cache
def _named(phrase: str) -> frozenset[Words]:
    return wordings.own(phrase) - set_of("again|what|huh|eh|right")


def _together(words: Words) -> Iterator[str]:
    """A command among words that say nothing beside it."""
    if wordings.NOT_WORDS & set(words):
        return
    for phrase in free_sayings.AROUND:
        own = _named(phrase)
        if any(words[at : at + size] in own for size in (1, 2, 3) for at in range(len(words))):
            parts = covered(words, _beside(phrase))
            if any(part in own and part not in set_of(free_sayings.AROUND[phrase]) for part in parts):
                yield phrase
                return


def _asked(words: Words) -> Iterator[str]:
    """Questions: how much is left, how it is done, and what was just said; and what asks for a moment."""
    if any(words[:size] in set_of(free_sayings.SETTLING) for size in (3, 4, 5)):
        yield "pause"
        return
    words = _trimmed(words)
    ends = set_of(free_sayings.REMAINING)
    begun = {words[:size] for size in range(1, 9)}
    if begun & set_of(free_sayings.REMAINS) and any(words[-size:] in ends for size in range(1, 5)):
        yield "how long"
    elif begun & set_of(free_sayings.HOW_TO):
        yield "how"
    elif begun & set_of(free_sayings.INAUDIBLE):
        yield "louder"
    elif begun & set_of(free_sayings.MISSED):
        yield "say again"


def _reasoned(words: Words) -> Iterator[str]:
    """*Quieter, my husband is asleep*: something asked for, and why."""
    words = _trimmed(words)
    callable_ = set_of(f"{free_sayings.SURE}|{free_sayings.SURE_LAST}|{sayings.WAITING}")
    first, last = set_of(free_sayings.SURE), set_of(free_sayings.SURE_LAST)
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        for head, why, sure in ((words[:size], words[size:], first), (words[-size:], words[:-size], last)):
            phrase = next((each for each in wordings.said().get(head, ()) if each in _PATIENT), "")
            if phrase and head in callable_ and _called(why):
                yield phrase
                return
            asked = size > 1 and why[:1] == ("please",)
            if (
                phrase
                and (head in sure or ((size > 2 or asked) and sure is first))
                and (_reason(why) or _reason(_trimmed(why)))
            ):
                yield phrase
                return


def _asked_with_reason(words: Words) -> Iterator[str]:
    """*Can you speak a bit louder, I'm hard of hearing*: something asked for in any frame, then a reason."""
    for at in range(2, len(words) - 2):
        if _reason(words[at:]):
            yield from list(_turned(words[:at]))[:1]


def _called(words: Words) -> bool:
    """One word that nobody knows, like a name."""
    words = _trimmed(words)
    if len(words) != 1 or words[0] in wordings.known() | single(free_sayings.BOUND):
        return False
    return not words[0].endswith(("ing", "ed", "s", "er"))


def _which_leg(words: Words) -> Iterator[str]:
    """*It's both of them tonight*, *left leg, the same as last time*: which it is, and where and since when."""
    for less in here_and_now(_trimmed(words)):
        found = [side for inner in bare(less) for side in wordings.said().get(inner, ()) if side in _LEGS]
        if found and ("both" in less or _NAMES_A_LEG & {*less}):
            yield found[0]
            return


def _where(words: Words) -> Iterator[str]:
    """*I'm standing by the sink*: where somebody is."""
    words = _trimmed(words)
    if "not" not in words:
        for phrase, pattern in free_sayings.WHERE.items():
            if any(words[:size] in set_of(pattern) for size in range(2, 7)):
                yield phrase
                return


# --- answers -----------------------------------------------------------------------------------------------


def _yes(words: Words) -> Iterator[str]:
    """A *yes* that goes on; a *no* that does is none."""
    words = _trimmed(words)
    if words[2:3] in set_of("yes|yeah|yep") and words[:2] in set_of(free_sayings.DO) and not _NO_YES & {*words}:
        yield "yes"
        return
    if words[:1] in set_of("only|mostly|usually|mainly") and words[1:2] in set_of("when|at|after|during") and words[2:]:
        yield "yes"
        return
    only = any(pair in (("but", "only"), ("but", "just")) for pair in parts_of(words, 2))
    if words[:1] not in set_of("yes|yeah|yep") or wordings.NOT_WORDS & set(words) or {"or", "if"} & set(words):
        return
    if ("but" in words and not only) or _LATER & {*parts_of(words, 3)}:
        return
    rest = _trimmed(words[1:])
    owns = [rest[size:] for size in (5, 4, 3, 2) if rest[:size] in set_of(free_sayings.HAS_IT)]
    if owns and len(owns[0]) <= _WHY and not (owns[0] and owns[0][0] in _ELSE_THAN_IT):
        yield "yes"
        return
    if not rest or (len(rest) <= _WHY and (only or rest[:1] in set_of(free_sayings.MORE))):
        yield "yes"


def _number(words: Words) -> Iterator[str]:
    """*Ten, it couldn't be worse*: a number and why; not *one*, which counts what comes after it."""
    words = _trimmed(words)
    numbers = [word for word in words if word in wordings.NUMBERS]
    if words[:1] == tuple(numbers) != ("one",) and words[1:2] in set_of(free_sayings.AFTER_A_NUMBER):
        yield numbers[0]


_READERS = (
    _stops,
    _alarms,
    _explains,
    _waits,
    _how_it_is,
    _since,
    _told_and_why,
    _turned,
    _together,
    _asked,
    _reasoned,
    _asked_with_reason,
    _where,
    _which_leg,
    _yes,
    _number,
    by_key_words,
)
"""The first of them that finds something is believed."""
_OF_OTHERS = (_stops_first, _since, _reasoned)
"""What is still read where others are spoken of: they are the reason."""
