"""Paragraphs in which a page has run several numbered or bulleted exercises together: each gets a line of its own."""

import re

from stretchcoach.handout.apart import apart, named
from stretchcoach.handout.column_heads import rows

_NUMBER = re.compile(
    r"(?:(?<=[.!?)\]])[ ]*|(?<=[ ])|^[ ]*)(?<!(?i:step) )(?<!(?i:stretch) )(?<!(?i:exercise) )"
    r"(?P<number>\d{1,2})[.)][ ]*(?=[A-Z])",
    re.MULTILINE,
)
"""A number with a point or a bracket before a capital letter, at the beginning of a line or in the middle."""
_WORDED = re.compile(
    r"(?:(?<=[.!?:)\]])[ ]*|(?<=[ ])|^[ ]*)(?P<word>Exercise|EXERCISE|Stretch|STRETCH|Step|STEP)[ ]"
    r"(?P<number>\d{1,2})\b(?=[ ]?[:.)-]?[ ]+[A-Z0-9])",
    re.MULTILINE,
)
"""``Exercise 2``, ``Step 2``: the same."""
_BULLET = re.compile(r"(?<=\S)[ ]+(?=[•·▪●◦‣➢✓]+[ ]*[A-Z“\"])")
_FIELDS = re.compile(r"(?<=\d)(?=(?:REPS|SETS|HOLD|REST|DAILY|WEEKLY)\s?:)")
"""Where a page has lost what stood between its fields: ``REPS: 10SETS: 3``."""
_DOUBLED = re.compile(r"^([ ]*(\d{1,2})[.)][ ]+)\2[.)][ ]+(?=[A-Z])", re.MULTILINE)
"""A number that a page has put before one that is there already: ``1. 1. Sit``."""
FEWEST = 3
"""Numbers that count up one by one before any of them is taken for the mark of an exercise."""
FEWEST_WORDED = 2
"""The same with a word before the number."""


def spread(text: str) -> str:
    """The same text, a line for each numbered or bulleted piece; what does not count up from one is left as it is."""
    text = _DOUBLED.sub(r"\1", _FIELDS.sub(", ", rows(text)))
    lines = [_BULLET.sub("\n", line) if len(_BULLET.findall(line)) > 1 else line for line in text.split("\n")]
    text = "\n".join(map(apart, lines))
    marks = [list(_NUMBER.finditer(text))]
    worded = list(_WORDED.finditer(text))
    marks += [[each for each in worded if each["word"].lower() == word] for word in ("exercise", "stretch", "step")]
    places = sorted(set().union(*(_cuts(found, text) for found in marks)))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return "\n".join(map(named, "\n".join([*(piece.rstrip(" ") for piece in pieces[:-1]), pieces[-1]]).split("\n")))


def _cuts(marks: list[re.Match[str]], text: str) -> set[int]:
    """Where those marks stand in the middle of a line that count up from one."""
    run: list[re.Match[str]] = []
    cuts: set[int] = set()
    for found in marks:
        number = int(found["number"])
        if run and number == int(run[-1]["number"]) + 1:
            run.append(found)
        elif number == 1:
            cuts |= _inside(run, text)
            run = [found]
    return cuts | _inside(run, text)


def _inside(run: list[re.Match[str]], text: str) -> set[int]:
    """Where the marks of a run stand in the middle of a line."""
    if not run or len(run) < (FEWEST_WORDED if run[0].re is _WORDED else FEWEST):
        return set()
    places = (found.start(1) for found in run)
    return {place for place in places if text[text.rfind("\n", 0, place) + 1 : place].strip(" (")}
