"""Several exercises on one line: each gets a line of its own.

Either each has its own measure (``30 s jog, 30 s high knees``), or names stand before instructions in one paragraph, as
where a page has lost its lines (``... 10 times. Calf Raises Stand on one leg ...``).
"""

import re

from stretchcoach.handout.lexicon import is_named

_AMOUNT = (
    r"(?:\d{1,2}\s*x\s*\d{1,3}(?:\s*-\s*\d{1,3})?\s*(?:secs?|seconds?|s|mins?|minutes?|reps?)?|x\s*\d{1,3}"
    r"|\d{1,3}(?:\s*-\s*\d{1,3})?\s*(?:secs?|seconds?|s|mins?|minutes?|reps?|x))"
)
_EACH = r"(?:\s*(?:each (?:side|leg|arm|way)|per (?:side|leg|arm)|/\s*(?:side|leg|arm)|e/s))?"
_NAME = r"(?P<name>[a-z][a-z' -]{2,40})"
_FIRST = re.compile(rf"{_AMOUNT}(?:\s+of)?\s+{_NAME}", re.IGNORECASE)
_LAST = re.compile(rf"{_NAME}[ :-]\s*{_AMOUNT}{_EACH}", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[^\w\s(]\s+)?")
_BETWEEN = re.compile(r"\s*[,;]\s+(?:and\s+|then\s+)*")
_HEADED = re.compile(
    r"(?:(?<=[.!?)] )|^)(?P<number>(?:EXERCISE|Exercise) #?\d{1,2}[ :.–-]+)?"
    r"(?P<called>[A-Z][\w'’/-]*(?: (?:[A-Z&–-][\w'’/-]*|of|the|to|and|with|on|in)){0,6})(?P<kind> \([^()]{1,60}\))?"
    r"(?P<end> )(?=(?:Stand|Sit|Lie|Lay|Kneel|Start|Begin|Place|Hold|Lean|Bend|Raise|Lift|Loop|To"
    r"|Standing|Sitting|Lying|Kneeling"
    r"|Starting|Holding|Assuming|Using|With|While) [a-z])"
)
"""A name in capital letters, and how an instruction begins right behind it."""
FEWEST = 2
"""Pieces that make a line a list; all are of one form, and all have names."""
LONGEST = 400


def apart(line: str) -> str:
    """The same line; where it is such a list, a line for each exercise with the mark of the first."""
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    if len(line) > LONGEST:
        return line
    pieces = _BETWEEN.split(line[start:].strip().rstrip("."))
    if len(pieces) < FEWEST:
        return line
    for form in (_FIRST, _LAST):
        found = [form.fullmatch(piece) for piece in pieces]
        if all(each and is_named(each["name"].strip()) for each in found):
            return "\n".join(f"{line[:start]}{piece}" for piece in pieces)
    return line


def named(line: str) -> str:
    """The same line; where names stand before instructions in it, each name has a line, and what is told of it."""
    found = [each for each in _HEADED.finditer(line) if is_named(each["called"])]
    if len(found) < FEWEST and not any(each["number"] for each in found):
        return line
    places = sorted({place for each in found for place in (each.start(), each.end())} - {0})
    return "\n".join(line[start:end].strip() for start, end in zip([0, *places], [*places, len(line)], strict=True))
