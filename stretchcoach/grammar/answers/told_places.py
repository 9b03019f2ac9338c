"""Which leg, where somebody is, and what waits for tomorrow, told in a sentence: *I've sat myself down*.

What stands beside it may be anybody's own words, but no denial, no condition, and nothing of others.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from stretchcoach.grammar.lexicon import free_sayings, sayings, wordings
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, around, covered, single

_MOST, _LONGEST = 4, 24
_SPLIT = re.compile(r"[,.;:!\u2013\u2014]+\s*|\s-+\s")
_BARRED = frozenset("if unless whether yesterday last was were would when used tomorrow or but".split())
_I = r"(?:i am|i have|i have got|i)(?: (?:still|just|already|now|only|back|up|all))*"
_AT = r"(?: (?:by|against|at|in|on|next to|beside|holding|near|under|with|and)(?: \w+){1,6})?"
_TOMORROW = (
    r"(?:tomorrow(?: morning)?|(?:for )?the morning|the morn|in the morning|(?:for )?another (?:day|time)"
    r"|till morning)"
)
_SLEEP = r"(?:just )?(?:(?:go |get )?(?:back )?(?:to )?(?:sleep|bed)|get some (?:sleep|rest))"
_THEM = r"(?: (?:it|that|this|them|all|me|us|the|your|these|those|of|questions|question|rest|all that|stuff|about))*"
TOLD = {
    "ask me tomorrow": (
        rf"(?:(?:can|could|will|would) (?:you|we|i) |let us )?(?:just |please )*(?:ask|leave|answer|keep|save|do"
        rf"|have){_THEM}"
        r" (?:questions?|rest|that|them|it|me|this|these|those)(?: of (?:it|them|that|the questions))?"
        rf"(?: (?:till|until|for|to))? {_TOMORROW}(?: would you| instead| will you)?",
        rf"i will (?:answer|do|tell you){_THEM} {_TOMORROW}|(?:not tonight )?ask me(?: (?:it|that|them"
        rf"|again))? {_TOMORROW}",
        rf"(?:can|could) (?:it|that|this|they|(?:the|your) questions) wait(?: (?:till|until|for))? {_TOMORROW}",
        rf"(?:it|that|this|they|all that|the rest(?: of (?:it|them))?) can wait(?: (?:till|until|for))? {_TOMORROW}",
        rf"(?:let me|i (?:just |really )*(?:want|need|would like) to|i will) {_SLEEP}(?: (?:now|again|please))*",
        r"(?:i am )?(?:too|so) (?:tired|sleepy|exhausted|knackered|shattered) for"
        r"(?: (?:any|more|of|this|that|these|them|it|your|the|all|questions))+(?: (?:now|tonight))?",
        r"i am (?:just )?(?:falling asleep|nodding off|(?:half|nearly|almost) asleep|dozing off)(?: here| now)?",
        r"(?:no more|(?:skip|leave)(?: all)?(?: of)? (?:the|your|these|those)) (?:rest|questions|rest of the questions)"
        r"(?: (?:tonight|now|for now|for tonight|please))*",
        r"tomorrow|not tonight|no questions tonight|the questions can wait(?: (?:till|until) (?:tomorrow|morning))?",
    ),
    "ready": (
        r"(?:(?:come on|right) )?let us (?:just )?(?:get (?:this|it) (?:over with|over and done with|over|started"
        r"|done|going)|get (?:started|cracking|going|on with (?:it|this))|do (?:this|it)|have at it)(?: then)?",
    ),
    "in bed": (
        rf"(?:{_I}|still|just|only) (?:(?:lying|laying|laid|sat|sitting|tucked)(?: (?:up|down|here|flat|back))* "
        rf")?(?:in"
        rf"|on|under|underneath|beneath) (?:(?:my|the|our|me) )?(?:own )?(?:bed|duvet|covers|mattress|blankets"
        rf"|sheets){_AT}",
        rf"{_I} (?:lying|laying|laid|stretched)(?: out| down| flat| here)+{_AT}",
        r"i have not (?:even )?got (?:up|out of bed)(?: yet)?",
    ),
    "on a chair": (
        rf"{_I} (?:(?:sat|sitting|seated|parked|plonked|perched|sit)(?: (?:myself|me|down|up|back|here))* )(?:in|on"
        rf"|at) (?:a|an|my|the|this|one of the)"
        r"(?: \w+)?? (?:chair|armchair|sofa|couch|wheelchair|stool|bench|recliner|settee|rocker|seat)(?: \w+){0,5}",
        rf"{_I} (?:in|on) (?:a|an|my|the) (?:\w+ )??(?:chair|armchair|sofa|couch|wheelchair|stool|recliner"
        rf"|settee){_AT}",
    ),
    "standing": (
        rf"{_I} (?:on my (?:own two )?feet|standing(?: up| here)?|stood(?: up| here)?|out of bed(?: and)? (?:standing"
        rf"|on my feet)|got (?:up|to my feet)"
        rf"|got myself (?:up|upright)|upright)(?: already| now)*{_AT}",
    ),
    "both": (
        r"(?:it is )?(?:in |on )?(?:the )?(?:two|both|pair) of (?:them|my legs|my calves)(?: (?:at once"
        r"|at the same time|together|now|hurt|this time))?",
        r"(?:it is )?(?:in )?(?:the |my )?(?:two|both)(?: of)?(?: my| the)? (?:legs|calves)(?: (?:at once|together"
        r"|now|this time|at the same time))*|(?:it is )?(?:in )?both (?:legs |calves |of them )?(?:at once"
        r"|at the same time|together)",
    ),
}
"""Phrase of the vocabulary -> the clauses that tell it."""
_NOT_THAT = re.compile(
    r"(?:it is )?not (?:the |my |in my |in the )?(left|right)(?: (?:one|leg|calf|side))? (?:it is |but )?(?:the "
    r"|my )?other(?: (?:one|leg|side|calf))?"
)
_HAVE = re.compile(r"(?:i (?:am|have|have got)|my \w+ is)(?: \w+){1,8}")
_OTHER = {"left": "right", "right": "left"}


_TORN = frozenset(
    "left right no nah i mean the one wait ah oh which is it can not think know do um er sorry hang on yes or "
    "hmm my leg"
    " that actually maybe was".split()
)
"""*Left, no, right, oh which one is it, I can't think*: of these alone."""
_TAKES_BACK = frozenset("no or which wait mean know maybe".split())
_PLACING = frozenset(
    "tomorrow morn morning tonight another sleep asleep tired sleepy exhausted knackered shattered nodding dozing"
    " questions rest bed duvet covers mattress blankets sheets lying laying laid stretched "
    "chair"
    " armchair sofa couch wheelchair stool bench recliner settee rocker seat feet standing stood upright up both two"
    " pair"
    " left right other begin start ready over started cracking us".split()
)
"""Without one of these nothing of the kind is told."""


def placed(text: str, plain: Callable[[str], Words]) -> str:
    """The phrase; empty where nothing is told, or where it is denied or of others."""
    words = plain(text)
    if not _PLACING & {*words} or len(words) > _LONGEST or text.rstrip()[-1:] == "?":
        return ""
    if other := _NOT_THAT.fullmatch(" ".join(words)):
        return _OTHER[other[1]]
    clauses = [each for part in _SPLIT.split(text) for each in _clauses(plain(part))]
    if not 0 < len(clauses) <= _MOST:
        return ""
    if {"left", "right"} <= {*words} <= _TORN and _TAKES_BACK & {*words}:
        return sayings.UNCLEAR
    told = [_phrase(words) for words in clauses]
    named = [phrase for phrase in told if phrase]
    beside = [words for words, phrase in zip(clauses, told, strict=True) if not phrase]
    if not named:
        return "ready" if _begins(clauses) else ""
    barred = _BARRED | single(free_sayings.SOMEBODY_ELSE)
    return "" if len({*named}) > 1 or any(barred & {*words} for words in beside) else named[0]


def _clauses(words: Words) -> Iterator[Words]:
    bare = _bare(words)
    if not bare:
        return
    if not _phrase(bare) and (at := _cut(bare)):
        yield from (bare[:at], bare[at:])
        return
    at = bare.index("and", 1) if "and" in bare[1:-1] and not _phrase(bare) else 0
    yield from (bare[:at], *_clauses(bare[at + 1 :])) if at else (bare,)


def _cut(words: Words) -> int:
    """*Ask me tomorrow I'm too tired now*: where one half of it begins or ends; nothing where it does not."""
    cuts = [at for at in range(1, len(words)) if words[at] in _BEGINS]
    return next((at for at in cuts if _phrase(words[:at]) or _phrase(words[at:])), 0)


_BEGINS = frozenset("i it ask leave let can not keep save my no the still".split())


def _bare(words: Words) -> Words:
    """Without what people say around it."""
    loose = around() - {("just",), ("let", "us")}
    if not words or (len(words) > 1 and covered(words, loose)):
        return () if words else words
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        if words[:size] in loose and not _phrase(words):
            return _bare(words[size:])
        if words[-size:] in loose and not _phrase(words):
            return _bare(words[:-size])
    return words


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((phrase, re.compile("|".join(f"(?:{each})" for each in some))) for phrase, some in TOLD.items())


def _phrase(words: Words) -> str:
    said = " ".join(words)
    return next((phrase for phrase, pattern in _compiled() if pattern.fullmatch(said)), "")


def _begins(clauses: list[Words]) -> bool:
    """*I've got my leg straight, let's begin*: what is done, and *ready* last."""
    *before, last = clauses
    begun = last in wordings.own("ready") and ({"begin", "start", "ready"} & {*last})
    return bool(before and begun) and all(
        _HAVE.fullmatch(" ".join(words)) and not (_BARRED | wordings.NOT_WORDS) & {*words} for words in before
    )
