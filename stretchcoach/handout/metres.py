"""``50m`` in a sheet of drills: metres, where something on the sheet shows that nobody means minutes."""

import re

_SHORT = re.compile(r"(?<![\d.,:/])\b(\d{2,4}(?:\s?-\s?\d{2,4})?) ?m\b(?!\s*(?:/|rest|recovery|break))")
_DRILL = re.compile(
    r"\b(?:backwards?|sideways|skip\w*|sprint\w*|strides?|high knees|bound\w*|carioca|grapevines?|shuffl\w*|\w*lunges?"
    r"|(?:butt|heel)[ -]?(?:kick|flick)\w*)\b",
    re.IGNORECASE,
)
"""What nobody does for so many minutes."""
_TIMED = re.compile(r"\d\s?(?:mins?|minutes?|h|hours?)\b", re.IGNORECASE)
LEAST = 20
"""Metres; fewer may be minutes."""
FEWEST = 3
"""Lines with such a length."""


def spelt(raws: list[str]) -> list[str]:
    """The same lines, with *metres* for ``m`` where the sheet measures ways, and no minutes, all the way through."""
    found = [raw for raw in raws if _SHORT.search(raw)]
    long = all(
        int(number) >= LEAST for raw in found for each in _SHORT.findall(raw) for number in re.findall(r"\d+", each)
    )
    drilled = any(_DRILL.search(raw) for raw in found)
    if len(found) < FEWEST or not long or not drilled or any(map(_TIMED.search, raws)):
        return raws
    return [_SHORT.sub(r"\1 metres", raw) for raw in raws]
