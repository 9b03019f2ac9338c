"""What one clause asks for, where all the others are asides: *skip that one, I had a hip replaced in March*."""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.answers.how_much import number_in_clauses
from stretchcoach.grammar.answers.not_sure import not_sure
from stretchcoach.grammar.answers.picked_up import picked_up
from stretchcoach.grammar.cutting import clauses_by_words
from stretchcoach.grammar.lexicon import command_sayings, dialect_sayings, free_sayings, manners, sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, bare, set_of, single, trimmed
from stretchcoach.grammar.not_caught import missed

_ASKED_FOR = frozenset(
    "pause/resume/next/back/repeat/say again/how long/louder/quieter/slower/faster/longer/shorter/help/ready"
    "/ask me tomorrow".split("/")
)
_WEAK = frozenset(
    "next back again what time ready start begin play rest break lower quiet huh eh how long".split()
)  # fmt: skip
"""Words that ask for nothing if they stand alone in a clause of a longer saying."""
_INSTEAD = {frozenset(("louder", "say again")): "say again", frozenset(("repeat", "say again")): "say again",
            frozenset(("ready", "resume")): "resume", frozenset(("next", "help")): "next",
            frozenset(("slower", "pause")): "slower"}  # fmt: skip
"""Of two things that are asked for, the one that counts."""
_OPPOSITES = tuple(map(frozenset, (("louder", "quieter"), ("slower", "faster"), ("longer", "shorter"),
                                   ("next", "back"), ("pause", "resume"))))  # fmt: skip
_WAITS = "[oh|okay] (wait|hang on|hold on|just a (second|minute|moment)|one (second|minute|moment)|sorry)"
"""What only opens what is asked for."""
_OPENS = (
    f"{free_sayings.OPENING}|done|never|not|these|those|they are|would|will|can|could|some|sorry|give over|easy"
    f"|roughly|if that|if you do|if you would|if it"
    "|nothing|could do|too|take"
)
"""How an aside begins ..."""
_PARTING = "thanks a (million|bunch|lot)|kindly|bye|goodbye|good (night|luck)|yes|yeah|no|nah|right|(would|will) you"
_TO_US = "you are|you have [just] said|you said|you talk|you speak|you sound|you go"
"""How an aside begins, the last ones of the coach."""
_ANSWERS = frozenset(("yes", "yeah", "yep", "no", "nah", *wordings.NUMBERS))
"""Beside one of these a *wait* alone only takes something back."""
_WHY = frozenset("to while till until because as since so before".split())
"""With these a reason follows in the same clause, *hold on while I shift this pillow*."""
_STORY = frozenset("said told asked tell he she him her his who whose which or gone used".split())
_TOLD_TO = frozenset("you your them".split())
"""In a reason within the same clause these make it advice."""
_THINGS = frozenset("the a an my your his her that this these those it".split())
_HEADS = frozenset(
    "can could would will please let just hold hang wait stop skip go say tell speak turn move slow give make start"
    " begin what how are is so take pause carry keep continue repeat try do quieter louder slower faster finish"
    " end".split()
)
"""How what is asked for begins in a saying without marks."""
_ANEW = frozenset(("repeat", "resume", "ready"))
"""What nobody asks for beside a cramp that grows worse."""
_OTHERS = frozenset("these those they people he she somebody everybody".split())
_UNFINISHED = frozenset("not can could will would should must might have has do does are is".split())
"""*These people can't, you know, stay there*: a clause of others that ends so goes on after the comma."""
_ARTICLES, _VERBS = frozenset("the a an".split()), frozenset("is was are were has had have will keeps".split())
_NO_ASIDE = frozenset((*wordings.NUMBERS, "or", "if", "though", "but", "not", "never"))
_ASIDE, _CLAUSES = 14, 7
"""Words of an aside, and clauses of a saying."""


def in_clauses(clauses: list[Words]) -> list[str]:
    """The number that all clauses agree on, or what is asked for in one of them."""
    if not clauses or len(clauses) > _CLAUSES:
        return []
    joined = len(clauses) > 1 or "and" in clauses[0]
    if answer := (joined and _answer(clauses)) or _by_words(clauses):
        return [answer]
    found = [asked for cut in _cuts(clauses) if (asked := _asked_for(cut))]
    return next((asked for asked in found if asked != ["pause"]), found[0] if found else [])


def _answer(clauses: list[Words]) -> str:
    """A number, *not sure*, *yes* or a question, with what is told beside it."""
    if number := next(number_in_clauses(clauses), ""):
        return number
    if missed(clauses):
        return "say again"
    return "not sure" if not_sure(clauses) else "yes" if picked_up(clauses) else ""


def _by_words(clauses: list[Words]) -> str:
    """A number or *not sure* where the words show the clauses."""
    counts = any({*wordings.NUMBERS} & {*clause} for clause in clauses)
    for cut in clauses_by_words.cuts(clauses):
        if counts and (number := next(number_in_clauses(cut), "")):
            return number
        if not_sure(cut):
            return "not sure"
    return ""


def _cuts(clauses: list[Words]) -> Iterator[list[Words]]:
    """The clauses as they are; one alone also cut into two, a reason and what is asked for; and cut by their words."""
    yield clauses
    if len(clauses) == 1:
        yield from _in_two(clauses[0])
    yield from clauses_by_words.cuts(clauses)


def _in_two(words: Words) -> Iterator[list[Words]]:
    for at in range(2, len(words) - 1):
        front, back = words[:at], words[at:]
        reason, asks = (back, front) if _begins(back) else (front, back)
        leads = reason == front and front[-1] in single(free_sayings.BEFORE_A_NOUN)
        if _begins(reason) and len(asks) > 1 and asks[0] in _HEADS and not leads:
            yield [front, back]


def _asked_for(clauses: list[Words]) -> list[str]:
    if any({*clause[:1]} <= _OTHERS and clause[-1] in _UNFINISHED for clause in clauses[:-1]):
        return []
    asks = [_asks(clause) for clause in clauses]
    if len({*asks} - {""}) > 1:  # that somebody is asleep is a reason beside anything else
        asks = ["" if {"asleep", "sleeping"} & {*clause} else each for each, clause in zip(asks, clauses, strict=True)]
    found = {phrase for phrase in asks if phrase}
    if "stop" in found:
        found = {"stop"} if found <= {"stop", "pause", "ready", "help", "say again", "how long"} else found
    waits = [each in set_of(_WAITS) for each in clauses]
    if len(found) > 1:
        found = {phrase for phrase, wait in zip(asks, waits, strict=True) if phrase and not wait} or found
    if len(found) > 1 and next(filter(None, asks)) == "pause" and "resume" not in found:
        found = found - {"pause"}
    answers = any({*clause[:1]} <= _ANSWERS for clause in clauses)
    if answers and all(wait or not phrase for phrase, wait in zip(asks, waits, strict=True)):
        return []
    if any(each <= found for each in _OPPOSITES):
        return [sayings.UNCLEAR]
    found = {_INSTEAD[frozenset(found)]} if frozenset(found) in _INSTEAD else found
    beside = [clause for clause, phrase in zip(clauses, asks, strict=True) if not phrase]
    if found == {"say again"}:
        beside = [clause for clause in beside if clause[0] not in ("what", "how", "which", "was")]
    if found & _ANEW and any("worse" in clause for clause in clauses):
        return []
    if len(found) != 1 or not all(map(_aside, beside)):
        return []
    stops = any("stop" in clause for clause in clauses)
    return [*found] if not stops or found & {"stop", "pause"} else []


def _asks(words: Words) -> str:
    """The phrase that a clause asks for; empty where it asks for nothing, or is only a word that may be any."""
    if found := _alone(words) or _alone(_trimmed(words)):
        return found
    for at in range(len(words) - 2, 1, -1):
        if words[at] in _WHY | {"for"} and (found := _alone(words[:at])) and not (_STORY | _TOLD_TO) & {*words[at:]}:
            pauses = found == "pause"
            does = words[at + 1] not in _THINGS and pauses
            return found if does or words[at] not in (("for", "to") if pauses else ("to",)) else ""
    return ""


def _alone(words: Words) -> str:
    if {*words[:1]} <= _WEAK and len(words) == 1:
        return ""
    for inner in bare(words):
        if (len(inner) == 1 and {*inner} <= _WEAK) or inner in set_of("what you (said|say)"):
            continue
        if inner in _stops():
            return "stop"
        if found := [phrase for phrase in wordings.said().get(inner, ()) if phrase in _ASKED_FOR]:
            return found[0]
    return _length(words)


def _length(words: Words) -> str:
    """*How many more of these have I got to get through*: it asks for the time, however it goes on."""
    for inner in bare(words):
        size = next((size for size in range(LONGEST, 0, -1) if inner[:size] in set_of(_HOW_LONG)), 0)
        if size and not _NOT_OURS & {*inner[size:]} and len(inner) <= _ASIDE + 4:
            return "how long"
    return ""


_HOW_LONG = (
    "[for] how (much|many) (longer|more) [seconds|minutes] (have|do|must|should|am|of these|of this|of them)"
    "|[for] how (long|many (seconds|minutes)) (have i|do i|must i|should i|am i|do we|have we|is left|are left)"
    "|[for] how long [more] (have|do) i [got|have] to"
)
_NOT_OURS = frozenset("you your he she they his her their him them mother father husband wife film match".split())


@cache
def _stops() -> frozenset[Words]:
    return set_of(f"{sayings.STOP}|{dialect_sayings.STOP}|{command_sayings.STOP}") - set_of("enough|right stop")


def _begins(words: Words) -> bool:
    """Whether a reason begins here."""
    told = _trimmed(words)
    return any(told[:size] in set_of(free_sayings.OPENING) for size in (1, 2)) and len(told) > 2


def _aside(words: Words) -> bool:
    """Whether a clause only tells why, or is manners, or a name."""
    told = _trimmed(words)
    if not told or (len(told) == 1 and told[0] not in _NO_ASIDE):
        return True
    if len(told) > _ASIDE or (_STORY & {*told} and not _gone_to_sleep(told)):
        return False
    if told[0] in _ARTICLES and (_VERBS & {*told[2:]} or told[-1] == "one"):
        return True
    return any(told[:size] in set_of(f"{_OPENS}|{_TO_US}") for size in (1, 2, 3))


def _gone_to_sleep(words: Words) -> bool:
    """*The baby's only just gone off*."""
    return _STORY & {*words} == {"gone"} and words[words.index("gone") :] in set_of("gone (off|down|to (bed|sleep))")


def _trimmed(words: Words) -> Words:
    """Without manners, cries and names at either end."""
    return trimmed(words, _loose())


@cache
def _loose() -> frozenset[Words]:
    return set_of(f"{manners.FILLERS}|{manners.NAMES}|{manners.PAIN}|{_PARTING}")
