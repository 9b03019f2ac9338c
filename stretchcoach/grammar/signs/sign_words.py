"""A sign of more than a cramp among words that nobody could list: *um, my calf, it's red and it's swollen up*.

Each is told by a part of the body and what is wrong with it, a few words apart and none of them a denial.
"""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon.patterns import Words, around, parts_of
from stretchcoach.grammar.signs.told_signs import NAMED, OF_ANOTHER_TIME, TOLD_AS

_NONE = "not|no|never|nor|neither|without|hardly|barely|nothing|but|if|or|unless|than|like|your|his|her|their|was|were"
_GAP = rf"(?: (?!(?:{_NONE}) )\w+){{0,4}}"
_STILL_OF_IT = rf"(?: (?!(?:{_NONE}|in|into|with|under|on|at|the|to|from) )\w+){{0,8}}"
_NEAR = rf"(?: (?!(?:{_NONE}) )\w+){{0,2}}"
_LEG = r"(?:my|the|this|one|me)(?: (?:left|right|whole|lower|bad|sore|other|poor))* (?:leg|calf|foot|ankle|shin|toes)"
_LEGS = r"(?:my|both|the)(?: (?:my|of|lower|whole))* (?:legs|calves|feet|ankles)"
_SWELLS = r"(?:swollen|swelling|swelled|puffy|puffed|bigger than the other|twice the size|blown up)"
_HURTS = (
    r"(?:pain|pains|pressure|tight|tightness|tightening|heavy|heaviness|ache|aches|aching|hurts|hurt|hurting|burning"
    r"|squeezing|discomfort|stabbing|feeling|twinge|twinges|crushing)"
)
_I = r"i(?: am| have| had| do)?"
LOOKS_FOR = {
    "my chest hurts": (
        rf"{_HURTS}{_NEAR} (?:my|the|me) chest|(?:my|the|me) chest{_GAP} {_HURTS}|{_I}{_GAP} chest pains?"
        rf"|(?:can|could) (?:not|hardly|barely){_NEAR} (?:breathe|(?:catch|get)(?: my| any| enough) (?:breath|air))"
        rf"|(?<!not )(?<!no )(?:hard|harder|difficult|struggling|struggle|trouble|difficulty|hardly|barely|problems)"
        r"(?: to| with| for)?(?: be able to)? (?:breathe|breathing|breath"
        r"|(?:get|catch|getting|catching)(?: my| any| enough) (?:breath|air))"
        rf"|{_I}{_NEAR} (?:short of|out of|gasping for) (?:breath|air)"
    ),
    "i feel faint": (
        rf"{_I}(?: (?:feel|feeling|gone|going|getting|come over|coming over|bit|a bit|so|a|all|really|very|ever|quite"
        r"|rather|little|kind|sort|of|just|still|been|also|too|starting|to)){0,6}"
        r" (?:faint|dizzy|lightheaded|light headed|woozy|giddy)"
        rf"|{_I}{_GAP} (?:going|about) to (?:faint|pass out|black out|collapse|keel over)"
    ),
    "my leg is swollen": rf"{_LEG}{_STILL_OF_IT} {_SWELLS}|swelling{_NEAR} {_LEG}",
    "my legs are swollen": rf"{_LEGS}{_NEAR} {_SWELLS}|swelling{_NEAR} {_LEGS}",
    "my leg is hot": rf"{_LEG}{_STILL_OF_IT} (?:hot|red|inflamed|purple)",
    "my foot is cold": rf"{_LEG}{_STILL_OF_IT} (?:cold|blue|white|pale|icy|freezing)",
    "my foot is numb": (
        rf"{_LEG}{_STILL_OF_IT} (?:numb|lifeless|dead(?= (?:and|i|it|from|below|now|to)\b|$))"
        rf"|(?:can|could) (?:not|hardly|barely){_NEAR} move (?:my|the) (?:foot|toes)"
        rf"|(?:can|could) (?:not|hardly|barely){_NEAR} feel (?:my|the|me)(?: (?:left|right"
        r"|whole|big))* (?:foot|feet|leg|legs|toe|toes)(?! (?:\w+ing|get|go|let|ease))"
        r"|(?:no|lost(?: all)?(?: the)?) feeling in (?:my|the|me)(?: \w+)? (?:foot|feet|leg|legs|toe|toes)"
    ),
    "i feel unwell": (
        rf"{_I}{_GAP} (?:going|about) to (?:be sick|throw up|vomit)"
        rf"|{_I} (?:feel|feeling)(?: \w+){{0,3}} (?:sick|nauseous|unwell)"
    ),
    "my heart races": (
        r"my heart(?: is| has| keeps| feels)?(?: (?:been|really|just|all|so))*"
        r" (?:racing|pounding|fluttering|thumping|skipping|hammering|going|beating|jumping)(?! (?:fine|normal|okay))"
    ),
    "i twisted it": (
        rf"{_I}(?: just| think i(?: have)?| must have)? (?:tore|torn|pulled|ripped|strained|sprained|twisted|wrenched)"
        r"(?: \w+)? (?:something|muscle|calf|ankle|achilles|knee|leg)"
    ),
    "something popped": (
        r"(?:something|calf|muscle|achilles|leg|there was|i (?:heard|felt))(?: \w+){0,3} (?:pop|popped|popping|snap"
        r"|snapped|snapping|crack|cracked|tear|tore|ripped)(?: \w+){0,6} (?:calf|leg|ankle|heel|achilles|muscle|knee)"
        rf"|(?:my|the) (?:calf|muscle|achilles){_NEAR} (?:pop|popped|snapped|tore|ripped)"
    ),
}
"""Sign, as the vocabulary calls it -> what it is looked for with; none is looked for in what is told of others."""
_NAMED = frozenset(
    "chest breathe breath breathing faint dizzy lightheaded headed woozy giddy pass black collapse keel swollen"
    " swelling swelled puffy puffed bigger twice blown hot red inflamed purple cold blue white pale icy freezing numb"
    " feel feeling dead lifeless move sick throw vomit nauseous unwell heart"
    " torn pulled strained sprained twisted wrenched pop popped popping snap snapped snapping crack cracked tear tore"
    " ripped".split()
)
"""Without one of these there is none of them."""
_OTHERS = frozenset("he she they him them who we said says you".split())
_SEVERAL = frozenset("toes feet legs calves ankles".split())
"""Of these *they* is said as well."""
_DENIES = frozenset("not no never nor neither without hardly".split())
_BY_OTHERS = re.compile(
    r"\b(?:my|the) (?:wife|husband|partner|son|daughter|mother|father|mum|mom|dad|sister|brother|friend|neighbour)"
    r" (?:says|said|thinks|reckons|tells me)(?: that)? (?=(?:one side of )?my )"
)
"""*My wife says my mouth has dropped* is told of whoever says so."""
_MOST, _JUST_BEFORE = 24, 2


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    return {sign: re.compile(rf"\b(?:{pattern})\b") for sign, pattern in LOOKS_FOR.items()}


@cache
def _told() -> dict[str, re.Pattern[str]]:
    return {sign: re.compile(rf"(?:{pattern})(?!\w)") for sign, pattern in TOLD_AS.items()}


def _told_among(words: Words) -> Iterator[str]:
    """What is told of it in a sentence of its own, and of now."""
    if NAMED & {*words} and not OF_ANOTHER_TIME & {*words}:
        said = " ".join(_after_names(words))
        for sign, pattern in _told().items():
            if any(not _denied(said[: found.start()].split(), _JUST_BEFORE) for found in pattern.finditer(said)):
                yield sign


def _after_names(words: Words) -> Words:
    """Without names and cries before it."""
    size = next((size for size in (3, 2, 1) if len(words) > size and words[:size] in around()), 0)
    return _after_names(words[size:]) if size else words


def signs_among(words: Words) -> Iterator[str]:
    """The signs by their names in the vocabulary."""
    words = tuple(_BY_OTHERS.sub("", " ".join(words)).split()) if "my" in words else words
    others = _OTHERS - {"they"} if _SEVERAL & {*words} else _OTHERS
    if len(words) > _MOST or others & {*words} or "years" in words or ("when", "i", "was") in parts_of(words, 3):
        return
    said = " ".join(words)
    yield from _told_among(words)
    if _NAMED & {*words}:
        for sign, pattern in _compiled().items():
            if any(not _denied(said[: found.start()].split()) for found in pattern.finditer(said)):
                yield sign


def _denied(before: list[str], near: int = 3) -> bool:
    """*I have no pain in my chest*; a *no* that comes first is an answer."""
    return bool(_DENIES & {*before[1:][-near:]})
