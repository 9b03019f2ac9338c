"""Where the lines of a handout really break: those that a page has cut are joined, and bare numbers are marks."""

import re

LONGEST = 1500
"""Letters of one line; what is longer is no line of a handout."""
WIDE = 45
"""Letters of a line that may have been broken where a page ends."""
NARROW = 25
"""The same, where what follows has no number in it."""
_UNIT_FIRST = (
    r"(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?|sets?|sekunden?|mal|wiederholungen)\b(?!\s*[:=])"
)
_COUNT_FIRST = (
    r"\d{1,3}(?:\s*(?:-|to)\s*\d{1,3})?\s*(?:more\s+)?"
    r"(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?)\b\s*[.,;]"
)
MARK = re.compile(
    r"^\s*(?:(?P<head>#{1,6})\s+|(?P<number>(?i:stretch|exercise|drill|übung)\s*#?\s*\d{1,2}\s*[:.,)-](?=\s)|[A-D]\d\s*[-.:)](?=\s)"
    r"|\d{1,2}[-/](?=\s)|\(?\d{1,2}[a-e]?[.):]\)?(?=\s|[A-Za-z])|\d{1,2}\)|#\d{1,2}\b[.:]?|\d{1,2}(?=[A-Z][a-z])|\d{1,2}\s+-\s+(?=[A-Za-z]))"
    r"|(?P<bullet>[-*+•·▪▫◦‣⁃∙●○■□➢➤✓✔♦⇾→>o]\s|[•·▪◦‣●➢✓☐]|\[[ x]?\]\s|[a-z][.)]\s|[-*](?=[A-Z])))\s*"
)
_COUNTING = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z][a-z])")
"""A number before a name, without a point behind it."""
_DOSED_END = re.compile(r"(?:\d|each|sides?|legs?|times|reps|secs?|seconds|mins?|minutes|\ds)$", re.IGNORECASE)


def unbroken(raws: list[str]) -> list[str]:
    """The same lines, with those that a page's width has broken put together; what was joined is left empty."""
    whole = list(raws)
    last = -1
    for place, raw in enumerate(raws):
        text, above = raw.strip(), whole[last].strip() if last >= 0 else ""
        adjoining = last >= 0 and bool(raws[place - 1].strip()) and bool(text)
        width = len(raws[place - 1].strip())
        least = NARROW if not re.search(r"\d", text) else WIDE
        wide = width >= least and text[:1].islower() and not MARK.match(raw)
        number = width >= WIDE and re.match(_COUNT_FIRST, text, re.IGNORECASE)
        unit = re.search(r"\d$", above) and re.match(_UNIT_FIRST, text, re.IGNORECASE)
        cut = re.search(r"\b(?:the|of|a|an|and|to|your|with|on|in|for|or|und|der|die|das)$", above)
        both = re.search(r"\d", above) and re.search(r"\d", text) and _DOSED_END.search(above)
        going = (wide and not both) or number or unit or (cut and not MARK.match(raw))
        if adjoining and not re.search(r"[.!?:;|]$", above) and len(above) < LONGEST and going:
            whole[last], whole[place] = f"{whole[last].rstrip()} {text}", ""
        else:
            last = place
    return whole


def numbered(raws: list[str]) -> list[str]:
    """The same lines; where bare numbers before names count up from 1, each has a point behind it."""
    counting = [(place, found) for place, raw in enumerate(raws) if (found := _COUNTING.match(raw))]
    if len(counting) < 2 or [int(found[1]) for _, found in counting] != list(range(1, len(counting) + 1)):
        return raws
    whole = list(raws)
    for place, found in counting:
        whole[place] = f"{found[1]}. {raws[place][found.end() :]}"
    return whole
