"""Readings with every word of a saying accounted for: *stop*, signs, commands, answers, numbers, sides and states."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.answers.denials import denied
from stretchcoach.grammar.answers.echoes import echoed, verdict
from stretchcoach.grammar.answers.how_much import numbers
from stretchcoach.grammar.answers.which_leg import sides_of
from stretchcoach.grammar.lexicon import command_sayings, dialect_sayings, manners, sayings, state_sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, around, bare, covered, parts_of, set_of
from stretchcoach.grammar.signs.signs import signs
from stretchcoach.grammar.states.cramp_states import almost, how_it_is

_A_WHILE = "(a|one) (moment|second|minute|bit|while|break|rest)"
_BESIDE_STOP = "no|yes|wait|no no|that hurts|hold on|help|not|hang on|hello|yes yes|yeah|do not|right|that will do"
_ALL_STOPS = f"{sayings.STOP}|{dialect_sayings.STOP}|{command_sayings.STOP}"
_NO_STOP = re.compile(
    r"\b(the|a|your) (finish|exit|end|halt)\b|\bfinish is\b|\b(bad|good|sore|hard|big|well|soon|old|easy"
    r"|nice|sure|fair|true|strangely|oddly|funnily|close|near) enough\b"
)
"""*The end*, *bad enough*: where the word *stop* itself is not said."""
_OPPOSITES = (
    {"louder", "quieter"},
    {"slower", "faster"},
    {"longer", "shorter"},
    {"next", "back"},
)
_CURT = 3
"""Words up to which a *no* and a *yes* in one breath are an answer that contradicts itself."""
_REASON = 10
"""Words a *wait* or a *how long* may have with what follows."""
_OTHERS = frozenset("you your he she his her they mother father".split())
_OF_A_THING = re.compile(
    r"\b(is|does|will) (this|that) (?!(one|stretch|hold|exercise|step|part|session|going|last|left|take|for|to|now"
    r"|thing"
    r"|go|supposed|meant|still|bloody|until|till)\b)\w+"
)
"""*How long is that programme on for*: asked of something else."""
_LATE = 10
"""Words up to which a wish may follow what is denied."""


def strictly(words: Words) -> list[str]:
    """With every word of it accounted for."""
    return [
        *_stops(words),
        *_signs(words),
        *_whole(words),
        *denied(words),
        *_begun(words),
        *numbers(words),
        *sides_of(words),
        *how_it_is(words),
        *almost(words),
        *echoed(words),
        *_rather(words),
        *verdict(words),
    ]


def _stops(words: Words) -> Iterator[str]:
    """*Stop*, whatever pain, politeness and answers stand around it; not where it is denied."""
    said = set_of(_ALL_STOPS)
    if not any(part in said for size in range(1, LONGEST + 1) for part in parts_of(words, size)):
        return
    text = " ".join(words)
    if re.search(
        r"\b(it|this|that|pain|cramp|spasm) (is|does|has|will|would|did|can)? ?not (going to )?(stop|end|finish)", text
    ):
        return
    if "stop" not in words and _NO_STOP.search(text):
        return
    if re.search(r"\b(it|this|that|pain|cramp|spasm) (has |is |just |finally |suddenly )?(quit\b|finish)", text):
        return
    if re.search(
        r"\b(not|never|without|do not want to|not want to|need not) (to )?(stop|quit|cancel|exit|end|halt"
        r"|finish)",
        text,
    ):
        yield sayings.UNCLEAR
        return
    if re.search(
        r"\bno more (pain|cramp|cramping|spasm|spasms|hurting)\b|\b(not|never) (hurt|hurting|cramp|cramping|feel it"
        r"|there) no more\b",
        text,
    ):
        yield sayings.UNCLEAR
        return
    if covered(words, _beside_stop("stop" in words)):
        yield "stop"


@cache
def _beside_stop(named: bool) -> frozenset[Words]:
    """What may stand beside it; answers too, where *stop* itself is said."""
    states = ["hurts", "worse", "same", *(("gone", "better", "easing", "well") if named else ())]
    lists = [
        *(state_sayings.STATES[name] for name in states),
        _ALL_STOPS,
        state_sayings.ABOUT,
        state_sayings.WHEN,
    ]
    lists += [state_sayings.DEGREE, state_sayings.STILL, _BESIDE_STOP]
    lists += [f"left|both|[for] {_A_WHILE}|i need {_A_WHILE}"] if named else []
    return around().union(*map(set_of, lists))


def _signs(words: Words) -> Iterator[str]:
    """A sign that is named, which with *yes* before it is a *yes* as well where it is asked for."""
    found = [*signs(words)]
    yield from found
    if found and words[0] in wordings.YES_WORDS:
        yield "yes"


def _whole(words: Words) -> Iterator[str]:
    """A command or an answer, with what people put around it."""
    opposed = False
    for inner in bare(words):
        if inner in wordings.said():
            found = [each for each in wordings.said()[inner] if each not in _opposite(words, inner)]
            yield from found
            if "yet" in inner:
                yield "same"
            if found:
                return
            opposed = True
    if opposed:
        yield from (sayings.UNCLEAR,) if len(words) <= _CURT else ()
        return
    yield from _twice(words)
    if words and covered(words, set_of(manners.PAIN)) and set(words) & {"ow", "ouch", "argh", "ah"}:
        yield sayings.OW


def _opposite(words: Words, inner: Words) -> frozenset[str]:
    """The answers that a *no* or a *yes* around what is looked at contradicts."""
    beside = {*words} - {*inner}
    denied = ("yes",) if beside & {"no", "nah"} else ()
    return frozenset((*denied, *(("no", "none") if beside & wordings.YES_WORDS else ())))


def _twice(words: Words) -> Iterator[str]:
    """One thing said in two ways, *wait please, I need a moment*."""
    parts = (part for size in range(1, LONGEST + 1) for part in parts_of(words, size))
    for phrase in dict.fromkeys(phrase for part in parts for phrase in wordings.said().get(part, ())):
        if wordings.own(phrase) & {*covered(words, wordings.of(phrase))}:
            yield phrase


def _begun(words: Words) -> Iterator[str]:
    """*Wait, I have to move* and *how long does this take*: what follows is anybody's own."""
    rest = words
    while size := next((size for size in range(min(4, len(rest) - 1), 0, -1) if rest[:size] in _opening()), 0):
        rest = rest[size:]
    if len(rest) > _REASON:
        return
    for size in range(1, min(LONGEST, len(rest))):
        if rest[:size] in set_of(sayings.LENGTH) and not (
            _OTHERS & {*rest[size:]} or _OF_A_THING.search(" ".join(rest))
        ):
            yield "how long"
        if rest[:size] in set_of(sayings.WAITING) and _gives_a_reason(rest[size:]):
            yield "pause"


@cache
def _opening() -> frozenset[Words]:
    return around() - set_of("wait|hang on|hold on")


def _gives_a_reason(words: Words) -> bool:
    """Whether a reason begins here, after a name or a filler at most."""
    loose = next((at for at, word in enumerate(words) if (word,) not in around()), 0)
    return any({words[at : at + 1], words[at : at + 2]} & set_of(sayings.BECAUSE) for at in range(loose + 1))


def _rather(words: Words) -> Iterator[str]:
    """*Not louder, quieter*: the second of two opposites."""
    for at in range(2, len(words) if words[:1] == ("not",) and len(words) <= _LATE else 0):
        wanted = {*_whole(words[at:])}
        if {*_whole(words[1:at])} | wanted in _OPPOSITES:
            yield from wanted
