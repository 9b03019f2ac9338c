"""Numbers as people count and rate: *about four glasses*, *only the once*, *off the scale*, *two, sorry, three*."""

import re
from functools import cache

from stretchcoach.grammar.lexicon import manners
from stretchcoach.grammar.lexicon.patterns import Words, covered, set_of
from stretchcoach.grammar.lexicon.wordings import NUMBERS, YES_WORDS

_ANY = "|".join(NUMBERS)
_UNIT = (
    "(?:glass|glasses|cup|cups|mugs?|pints?|bottles?|drinks|beers|coffees|teas|times|units|tablets|pills|cramps"
    "|attacks|nights)"
)
_WHEN = (
    "(?: (?:a|per|each|every|this|last) (?:day|week|night|month|evening|morning)| (?:today|yesterday|tonight|so far))"
)
_OF = "(?: of (?:water|tea|coffee|wine|beer|milk|juice|squash|them|it|that))?"
_BEYOND = "(?:eleven|twelve|thirteen|fourteen|fifteen|twenty|fifty|(?:a |one )?(?:hundred|thousand|million))"
_TOP = (
    "(?:(?:right )?(?:at )?(?:the (?:very )?top|top of the scale)|top marks|full marks"
    "|the (?:max|maximum|highest)|maxed out|as (?:bad|high|sore) as it (?:gets|goes)|the whole ten|all ten)"
)
_WORST = (
    "(?:it )?(?:does not|can not) get (?:any )?(?:worse|higher)|(?:it )?could not be (?:any )?(?:worse|higher)"
    "|the worst (?:imaginable|there is|(?:that )?i have ever (?:had|felt)|pain of my life)"
)
"""What is said for the highest number of the scale."""
_COUNTING = tuple(
    (re.compile(rf"\b{pattern}\b"), instead)
    for pattern, instead in (
        (r"(?:only |just )?the once", "one"),
        (r"(?<!at )once(?! (?:more|again|upon|a|you|the|we|it|i))", "one"),
        ("twice", "two"),
        ("thrice", "three"),
        ("half a dozen", "six"),
        (r"(?<!next )a couple(?: of (?:times|glasses|cups|them))?(?! of)", "two"),
        (rf"({_ANY})(?: (?:big|small|large|little|full|whole))? {_UNIT}{_OF}", r"\1"),
        (rf"(?:just |only )?the ({_ANY}) of them", r"\1"),
        (rf"({_ANY}){_WHEN}", r"\1"),
    )
)
"""What counts glasses and times, ..."""
_PLAINER = tuple(
    (re.compile(rf"\b{pattern}\b"), instead)
    for pattern, instead in (
        ("(?:nought|naught|nil|zilch|nada|zip|zippo|shunya)", "zero"),
        ("(?:nothing|none) (?=(?:out )?(?:of|on) ten)", "zero "),
        (rf"(?:(?:around|about|near) )?the ({_ANY}) mark", r"\1"),
        (rf"({_ANY}) (?:and (?:climbing|rising|counting)|plus)", r"\1"),
        (r"(?:it is |right )?off the (?:bloody |damn )?(?:scale|charts?)(?: (?:at|with))?(?: an?)?", "ten"),
        (rf"(?:an? )?{_BEYOND} (?:out )?(?:of|on) ten", "ten"),
        (
            rf"{_TOP}(?: (?:of|on) (?:the|your|my) (?:scale|list))?(?: (?:there is|you have got|it goes|it gets))?",
            "ten",
        ),
        (rf"{_WORST}(?: than (?:this|that))?(?= |$)", "ten"),
        (rf"(?:a )?(?:low|high|soft|hard|wee|big|perfect|straight|bare) (?=(?:{_ANY})(?: |$))", ""),
        (r"(?:it )?(?:could|can) not (?:be|get) (?:any )?worse(?: than (?:it|this) is)?(?= |$)", ""),
        (
            r"(?:no (?:question|doubt|joke|lie|messing|kidding)(?: about it)?|without (?:a |any )?(?:doubt|question)"
            r"|(?:i am )?not (?:joking|kidding|exaggerating|lying)|(?:no|not) less than)",
            "",
        ),
        (r"(?:eleven|twelve)(?: out of ten)?(?: ,)* if (?:you would let me|i could|that was allowed)", "ten"),
        ("and a (?:little )?bit", ""),
        (r"this is(?= an? )", "it is"),
    )
)
"""... what stands for a number on a scale, and what only bears one out."""
_HALF = re.compile(rf"\b({_ANY}) and a (?:half|quarter)\b")
"""The next higher number."""
_SORRY = re.compile(
    rf"\b(?:{_ANY})(?: ,)*(?: (?:well|oh|no|nah|now|ah|wait|hang on))*(?: ,)*"
    r" (?:no |nah )?(?:sorry|i mean|i meant|make (?:it|that)|scratch that|or rather|correction)(?: actually)?"
    rf"(?: ,)*(?: (?:i mean|i meant|no|make that|make it|actually))*(?: ,)*(?= (?:an? )?(?:{_ANY})\b)"
)
"""*Two, sorry,* before the number that is meant."""
_THAT_ONE = re.compile(rf"\b({_ANY})((?: ,| no| wait| hang on| hold on| well)*) not (?:an? )?(?:{_ANY})(?: ,)? \1\b")
"""*Five, no, not four, five*."""
OTHER_ONE = re.compile(
    r"\b(there was another|another|other|this|that|last|next|first|which|good|bad|big|every|each) one\b"
)
_NONE = (
    "none|not a sausage|not (one|a single one|any|a one)|none (at all|whatsoever)|nothing [at all]"
    "|not a single time|zero|never"
)
_BESIDE_NONE = f"{manners.NAMES}|no|now|right now|thanks|thank you|at the moment|well|oh|um|today|honestly|thank god|ah"
_MOST, _SHORT = 24, 7
"""Words of a saying, and of one that does nothing but count."""


_SCALE = re.compile(rf"^(?:so |well |um )*out of ten (?:, )?(?=.*\b(?:{_ANY})\b)")
"""*Out of ten, let me think, three*: how far it goes is no number."""


def plainer(words: Words) -> Words:
    """Every number by its name, and without what takes it back for another or only bears it out."""
    if len(words) > _MOST:
        return words
    text = _HALF.sub(lambda found: NUMBERS[min(NUMBERS.index(found[1]) + 1, 10)], " ".join(words))
    text = _SCALE.sub("", text)
    for pattern, instead in (*_PLAINER, *(_COUNTING if len(words) <= _SHORT else ())):
        text = pattern.sub(instead, text)
    return tuple(OTHER_ONE.sub("another", _THAT_ONE.sub(r"\1", _SORRY.sub("", text))).split())


def none_of_it(words: Words) -> bool:
    """*None at all*: nothing else is said."""
    parts = covered(words, _none_said())
    return bool(set_of(_NONE) & {*parts}) and not YES_WORDS & {*words} and {*words} != {"zero"}


@cache
def _none_said() -> frozenset[Words]:
    return set_of(f"{_NONE}|{_BESIDE_NONE}")
