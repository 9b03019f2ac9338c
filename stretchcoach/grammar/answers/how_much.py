"""How bad it is, as a number from zero to ten: what it is now, of several the highest, and no time of day."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.answers.counted import none_of_it, plainer
from stretchcoach.grammar.cutting.clause_cuts import at_joints
from stretchcoach.grammar.lexicon import sayings
from stretchcoach.grammar.lexicon.patterns import Words, around, bare, covered, parts_of, set_of
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS, NUMBERS

_NUMBERS = frozenset(NUMBERS)
_THEN = ("was", "went", "gone")
_DENIED = re.compile(
    rf"^(it is )?not (too|so|that|very) (bad|sore|painful)\b ?|\bnot (a |an )?({'|'.join(NUMBERS)})\b(?=.* )"
)
"""*Not eight, more like seven*: what it is not is none of them."""
_MOST = 8
_BEFORE_IT = frozenset(
    "a an about around maybe perhaps say like is now just even or probably roughly nearly almost start first beginning"
    " moment worst best peak still guess think call".split()
)
"""What stands right before a number that says how bad it is."""
_OF_OTHER_THINGS = frozenset(
    "he she they we you your his her their who what where when how not no never past o'clock quarter half will would"
    " shall could should were have got if number numbers times time at by until of this that these those daughter son"
    " boy girl wife husband my can want need see".split()
)
"""With these a number counts something else, or tells the time."""
_GIVES = frozenset("say is call give make rate put".split())
"""With one of these a number is given for an answer; without, only where it stands first."""
_JOINTS, _ASIDE = frozenset((",", "and")), 10
_TAKES_IT_BACK = frozenset(
    {*_OF_OTHER_THINGS, *NOT_WORDS, *"but when if or went unless except clock now every".split()}
    - {"have", "got", "of", "my", "at", "half", "need", "can"}
)
"""With these a clause beside a number may take it back, or tells whose it is."""
_HARMLESS = (
    "[it is|that is] [bad|sore] [but] i have had worse|i do not (like|want) to (make a fuss|complain|moan|fuss)"
    "|[are] you kidding [me]|are you joking"
)
"""Clauses beside a number that take nothing from it."""
_AFTER_ALL = re.compile(
    rf"\bso (?:(?:just )?(?:put|write)(?: me)?(?: down)?(?: as| for)?|call it|make it|make that|give it|let us say)"
    rf"(?: an?)? ({'|'.join(NUMBERS[2:])})$"
)
"""*..., so put nine*: what counts in the end, whatever was said before it."""
_NO_IDEA = "[i] do not know"
"""It may stand before a number: the number is what counts."""


def numbers(words: Words) -> Iterator[str]:
    """A number from zero to ten; of several the highest."""
    if none_of_it(words):
        yield "zero"
        return
    if after_all := _AFTER_ALL.search(" ".join(words)):
        yield after_all[1]
        return
    words = plainer(words)
    if not _NUMBERS & {*words} or words[:2] == ("is", "it"):
        return
    frame = next((inner for inner in (words[4:], words[3:]) if words[: -len(inner)] in set_of(_NO_IDEA)), words)
    frame = tuple(re.sub(rf"\b({'|'.join(NUMBERS)}) ((out )?of|on|over) ten\b", r"\1", " ".join(frame)).split())
    if _corrected(frame):
        yield _meant(frame)
        return
    frame = tuple(_DENIED.sub("", " ".join(frame)).split())
    if any(word in NOT_WORDS for word in frame):
        return
    frame = _as_it_is_now(frame)
    said = [NUMBERS.index(word) for word in frame if word in NUMBERS]
    if said and covered(frame, _frame()):
        yield sayings.UNCLEAR if _told_by_a_clock(frame) else NUMBERS[max(said)]


def number_at_last(words: Words) -> Iterator[str]:
    """*Middling, about five*: one number, last, that counts nothing and is no time of day."""
    said = [word for word in words if word in _NUMBERS]
    alone = words[-1:] == tuple(said) and 1 < len(words) <= _MOST and said[0] not in NUMBERS[:2]
    if alone and words[-2] in _BEFORE_IT and not {*words[:-1]} & _OF_OTHER_THINGS:
        yield said[0]


def number_in_clauses(clauses: list[Words]) -> Iterator[str]:
    """*Nine, easily, I've had two babies and I'd say nine*: what each clause says that is a number and nothing else."""
    words = plainer(tuple(" , ".join(map(" ".join, clauses)).split()))
    parts = at_joints(words, _JOINTS)
    parts = [part[1:] if part[:1] in (("yes",), ("yeah",), ("well",)) else part for part in parts]
    told = [(part, {*numbers(part)}) for part in parts if part]
    said = {number for _, found in told for number in found}
    given = [part for at, (part, found) in enumerate(told) if found and (at == 0 or _GIVES & {*part})]
    beside = [part for part, found in told if not found and not {*bare(part)} & set_of(_HARMLESS)]
    if given and len(said) == 1 and not said & {*NUMBERS[:2], sayings.UNCLEAR} and all(map(_of_another_thing, beside)):
        yield from said


def _of_another_thing(words: Words) -> bool:
    """Whether a clause beside a number takes nothing from it: it tells of now, and counts only what it names."""
    counts = [at for at, word in enumerate(words) if word in _NUMBERS]
    named = all(words[at + 1 : at + 2] and words[at + 1].endswith("s") for at in counts)
    return named and len(words) <= _ASIDE and not _TAKES_IT_BACK & {*words}


@cache
def _frame() -> frozenset[Words]:
    """Numbers, and what people put around them."""
    return around() | set_of(f"{sayings.NUMBER_FRAME}|{'|'.join(NUMBERS)}")


def _as_it_is_now(words: Words) -> Words:
    """*It was an eight and now it's a four*, *it went from an eight to a five*: what it is now."""
    for at in (words.index(then) for then in _THEN if then in words):
        if "now" in words[:at]:
            return words[words.index("now") : at]
        later = _later(words, at)
        if {*words[at:later]} & {*NUMBERS} and {*words[later:]} & {*NUMBERS}:
            return words[later:]
    return words


def _later(words: Words, at: int) -> int:
    """Where it begins to be told how it is now, after how it was; 0 where that is not told."""
    if "but" in words[at:]:
        return words.index("but", at) + 1
    if "now" in words[at:]:
        now = words.index("now", at)
        told = [number for number in range(at, len(words)) if words[number] in _NUMBERS]
        return now if told and told[-1] > now else told[-1] if len(told) > 1 else now
    return words.index("to") + 1 if {"from", "to"} <= {*words} else 0


def _told_by_a_clock(words: Words) -> bool:
    """*It's ten to four*: nobody counts down so."""
    pairs = [pair for pair in parts_of(words, 3) if pair[1] == "to" and {pair[0], pair[2]} <= {*NUMBERS}]
    return "from" not in words and any(NUMBERS.index(pair[0]) > NUMBERS.index(pair[2]) for pair in pairs)


def _meant(words: Words) -> str:
    """The last of them, if it is the highest."""
    said = [NUMBERS.index(word) for word in words if word in NUMBERS]
    return NUMBERS[said[-1]] if said[-1] == max(said) else sayings.UNCLEAR


def _corrected(words: Words) -> bool:
    """*Seven, no, six*: a number that is taken back for another."""
    at = words.index("no") if "no" in words else 0
    return bool({*words[:at]} & {*NUMBERS} and {*words[at:]} & {*NUMBERS}) and bool(
        covered(words, _frame() | set_of("no|wait|make|half|hang on|hold on"))
    )
