"""*Can't feel my foot*, *need a break*: the *I* that is left unsaid, or too soft to be heard, at the beginning."""

import re

from stretchcoach.grammar.lexicon.patterns import Words

_BEGINS = re.compile(
    r"(?:can|could|did|would|have|do|am) not\b|(?:want|need|wanna|gotta|have (?:to|got|had|been|chest)|feel|felt"
    r"|would (?:like|rather)|must|am|went|came|fell|lost|hit|twisted|knocked|keep|kept|think|take|took|drank|ate)\b"
)
_ASKS = frozenset("i you he she it we they that this there".split())
"""What follows a verb that begins a question."""


def with_i(text: str, words: Words) -> str:
    """``text`` with *I* before it, where that is how it may be meant; or nothing."""
    begins = len(words) > 1 and _BEGINS.match(" ".join(words))
    second = words[2:3] if words[1:2] == ("not",) else words[1:2]
    asks = text.rstrip().endswith("?") or not _ASKS.isdisjoint(second)
    return f"I {text[:1].lower()}{text[1:]}" if begins and not asks else ""
