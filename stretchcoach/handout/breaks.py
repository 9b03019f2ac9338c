"""Where the lines of a handout really break: those that a page has cut are joined, and bare numbers are marks."""

import re
from itertools import pairwise

LONGEST = 1500
"""Letters of one line; what is longer is no line of a handout."""
WIDE = 45
"""Letters of a line that may have been broken where a page ends."""
NARROW = 25
"""The same, where what follows has no number in it."""
TORN = 38
"""Letters of a line from which the next may be the rest of it, though both have a measure."""
_UNIT_FIRST = (
    r"(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?|sets?|sekunden?|mal|wiederholungen)\b(?!\s*[:=])"
)
_COUNT_FIRST = (
    r"\d{1,3}(?:\s*(?:-|to)\s*\d{1,3})?\s*(?:more\s+)?"
    r"(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?)\b\s*[.,;]"
)
_EMOJI = r"[\u2600-\u26ff\u2705\u2714\u2728\u27a1\u2b50\U0001f300-\U0001faff]\ufe0f?\s*"
MARK = re.compile(
    r"^\s*(?:(?P<head>#{1,6})\s+|(?P<number>(?i:stretch|exercise|drill|übung)\s*#?\s*\d{1,2}\s*[:.,)-](?=\s)|(?:EXERCISE|Exercise)\s#?\d{1,2}(?=\s+[A-Z][a-z])|[A-D]\d\s*[-.:)](?=\s)"
    r"|\d{1,2}[-/](?=\s)|\(?\d{1,2}[a-e]?[.):]\)?(?=\s|[A-Za-z])|\d{1,2}\)|#\d{1,2}\b[.:]?|\d{1,2}(?=[A-Z][a-z])|\d{1,2}\s+-\s+(?=[A-Za-z]))"
    rf"|(?P<bullet>[-*+•·▪▫◦‣⁃∙●○■□➢➤✓✔♦⇾→>o]\s|[•·▪◦‣●➢✓☐]+|{_EMOJI}|\[[ x]?\]\s|[a-z][.)]\s|[-*](?=[A-Z])))\s*"
)
_COUNTING = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z][a-z])")
"""A number before a name, without a point behind it."""
_ALONE = re.compile(r"\s*\d{1,2}[.)]?\s*")
"""A number, and nothing else."""
_DOSED_END = re.compile(
    r"(?:\d|each|sides?|legs?|arms?|directions?|ways?|steps|holds?|metres|meters|yards|times|reps|secs?|seconds|mins?|minutes|\ds)$",
    re.IGNORECASE,
)


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
        closed = re.search(r"[.!?:|]$", above) or (above.endswith(";") and not wide)
        if adjoining and not closed and len(above) < LONGEST and going:
            whole[last], whole[place] = f"{whole[last].rstrip()} {text}", ""
        else:
            last = place
    return whole


def torn(raws: list[str], number: int, listed: bool) -> bool:
    """Whether a line goes on in small letters with a wide one right above it that has no end.

    ``listed``: the one above is an exercise; where it is in small letters too, they are a list.
    """
    text, above = raws[number - 1].strip(), raws[number - 2].strip() if number > 1 else ""
    wide = len(above) >= TORN and not re.search(r"[.!?:;|)]$", above)
    wide = wide and not (listed and above[:1].islower())
    return wide and text[:1].islower() and not MARK.match(raws[number - 1])


def numbered(raws: list[str]) -> list[str]:
    """The same lines; where bare numbers before names, or right above them, count up from 1, each has a point."""
    raws = _put_before(_dashed(raws))
    counting = [(place, found) for place, raw in enumerate(raws) if (found := _COUNTING.match(raw))]
    numbers = [int(found[1]) for _, found in counting]
    if not _count_from_one(numbers):
        return raws
    whole = list(raws)
    for place, found in counting:
        whole[place] = f"{found[1]}. {raws[place][found.end() :]}"
    return whole


_DASHED = re.compile(r"^(\s*\d{1,2})-(?=[A-Z][a-z])")


def _dashed(raws: list[str]) -> list[str]:
    """The same lines; where numbers with a dash before names go up from 1, each has a point: ``1-Hip Stretch``."""
    numbers = [int(found[1]) for raw in raws if (found := _DASHED.match(raw))]
    rising = len(numbers) > 1 and numbers[0] == 1 and all(low < high for low, high in pairwise(numbers))
    return [_DASHED.sub(r"\1. ", raw) for raw in raws] if rising else raws


def _put_before(raws: list[str]) -> list[str]:
    """The same lines; a number that stands alone is put before the name or the step below it.

    One without a point is a mark only if all such numbers count up from 1, and names stand below them.
    """
    alone = [place for place, raw in enumerate(raws) if _ALONE.fullmatch(raw)]
    below = {
        place: next((each for each in range(place + 1, len(raws)) if raws[each].strip()), place) for place in alone
    }
    bare = [place for place in alone if raws[place].strip().isdigit()]
    named = all(re.match(r"\s*[A-Z][a-z]", raws[below[place]]) for place in bare)
    if not named or len(bare) == 1 or not _count_from_one([int(raws[place]) for place in bare] or [1, 2]):
        alone = [place for place in alone if place not in bare]
    whole = list(raws)
    for place in alone:
        if below[place] not in (place, *alone) and not MARK.match(raws[below[place]]):
            number = raws[place].strip().rstrip(".)")
            whole[below[place]], whole[place] = f"{number}. {raws[below[place]].strip()}", ""
    return whole


def _count_from_one(numbers: list[int]) -> bool:
    """Whether numbers go up one by one from 1, once or more often, at least to 2 each time."""
    after = [*numbers[1:], 1]
    return (
        bool(numbers)
        and numbers[0] == 1
        and all(
            follower == number + 1 or (follower == 1 and number > 1)
            for number, follower in zip(numbers, after, strict=True)
        )
    )
