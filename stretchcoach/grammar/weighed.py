"""What is weighed once more when all readings of a saying are known: which of two comes first, and what is no call."""

import re

from stretchcoach.grammar.lexicon import sayings
from stretchcoach.grammar.lexicon.patterns import Words

_WONDERS = re.compile(
    r"(?:\w+ ){0,3}?(?:shall|should|do|will|would it help if|had|must|ought) (?:i|we|you think (?:i|we) should)"
    r" (?:not )?(?:better |just |need to |have to )*(?:ring|call|phone|get|fetch|wake|see|go to)\b"
)
"""*Shall I ring the doctor* asks whoever is there."""
_CRY = re.compile(r"\b(?:god|lord|heaven|heavens|jesus|christ|saints) help (?:me|us)\b")


def weighed(words: Words, found: list[str], place: str) -> list[str]:
    """The readings in their order; ``place``: which leg, where or when, if one is told as well."""
    said = " ".join(words)
    if {"help", "i feel unwell"} & {*found} and not {"feel", "unwell"} & {*words} and _WONDERS.match(said):
        return [each for each in found if each not in ("help", "i feel unwell")]
    if place and "help" in found and "help" not in _CRY.sub("", said).split():
        return [place, *found]
    if place == "ask me tomorrow" and found[:1] in (["stop"], ["back"]) and "stop" not in words:
        return [place, *found]
    if sayings.EASING in found and "how long" in found:
        return [sayings.EASING, *(each for each in found if each != sayings.EASING)]
    return found
