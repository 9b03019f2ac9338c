"""*A couple of glasses with dinner, so yes*: the answer stands at the end of what somebody tells of themselves."""

import re

from stretchcoach.grammar.lexicon.patterns import Words
from stretchcoach.grammar.lexicon.sayings import UNCLEAR

_ENDS = re.compile(
    r"^(?P<told>.*)\b(?:so|but|then) (?:i (?:guess|suppose|think|would say) |probably )?"
    r"(?P<said>yes|yeah|yep|no|nope|nah)$"
)
_TELLS = re.compile(r"^(?:well |oh |yes |yeah |no |um |er )*(?:i|we|my|there|it|they|that)\b")
_TAKES_BACK = frozenset("not no never none maybe perhaps sure if he she his her said asked you your".split())
_LEAST, _MOST = 4, 20


def concluded(words: Words) -> str:
    """*Yes*, or ``UNCLEAR`` where it is a *no* or may be taken back; empty where it ends otherwise."""
    found = _ENDS.match(" ".join(words)) if _LEAST < len(words) <= _MOST else None
    if not found or not _TELLS.match(found["told"]):
        return ""
    surely = found["said"].startswith("y") and _TAKES_BACK.isdisjoint(found["told"].split())
    return "yes" if surely else UNCLEAR
