"""A paragraph that tells of an exercise like a story: what it is called first, then how it is done, and how much."""

import re

from stretchcoach.handout import keywords
from stretchcoach.handout.lexicon import is_named, is_section
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role

_INTRODUCED = re.compile(
    r"^(?:(?:finally|lastly|next|also),? )?(?:another|one|the|my|our|a)\b[^.:;]{0,40}?\b(?:stretch|exercise|move|one)\b"
    r"[^.:;]{0,30}?\b(?:is|was) (?:called )?(?:the |an? )?(?P<name>[a-z][a-z' -]{3,40}?)(?=[.,:(]|$)",
    re.IGNORECASE,
)
"""``Another good one is the calf stretch.``"""


_CALLED = re.compile(
    r"^(?:the|our|my) (?:first|second|third|fourth|fifth|next|last) (?:\w+ )?(?:stretch|exercise|move) is called "
    r"(?:the |an? )?(?P<name>[a-z][a-z' -]{3,40}?)(?=[.,:(]|$)",
    re.IGNORECASE,
)
"""``The second stretch is called Table Leans.``"""


def introduced(line: HandoutLine) -> str:
    """The exercise that the first sentence of a paragraph names, if a later one tells to do it, and how much of it."""
    if line.role is not Role.TEXT or len(line.sentences) < 2:
        return ""
    called = _CALLED.match(line.sentences[0].text)
    found = called or _INTRODUCED.match(line.sentences[0].text)
    name = found["name"].strip() if found else ""
    if not (called or is_named(name)) or is_section(name) or " and " in name or line.sentences[0].kinds & MEASURES:
        return ""
    told = [each for each in line.sentences[1:] if not each.note and each.kinds & MEASURES]
    return name if told and all(_tells_to(each.text) for each in told) else ""


def _tells_to(text: str) -> bool:
    found = re.match(r"\W*(?:(?:simply|just|now|then|gently|slowly),? )?([\w'-]+)", text.lower())
    return found is not None and found[1] in keywords.VERBS
