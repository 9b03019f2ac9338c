"""Paragraphs in which a page has run several numbered or bulleted exercises together: each gets a line of its own."""

import re

_NUMBER = re.compile(r"(?:(?<=[.!?)\]])[ ]*|(?<=[ ])|^[ ]*)(\d{1,2})[.)][ ]*(?=[A-Z])", re.MULTILINE)
"""A number with a point or a bracket before a capital letter, at the beginning of a line or in the middle."""
_BULLET = re.compile(r"(?<=\S)[ ]+(?=[•·▪●◦‣➢✓][ ]*[A-Z])")
FEWEST = 3
"""Numbers that count up one by one before any of them is taken for the mark of an exercise."""


def spread(text: str) -> str:
    """The same text, a line for each numbered or bulleted piece; what does not count up from one is left as it is."""
    lines = [_BULLET.sub("\n", line) if len(_BULLET.findall(line)) > 1 else line for line in text.split("\n")]
    text = "\n".join(lines)
    run: list[re.Match[str]] = []
    cuts: set[int] = set()
    for found in [*_NUMBER.finditer(text), None]:
        if found and run and int(found[1]) == int(run[-1][1]) + 1:
            run.append(found)
        elif found is None or int(found[1]) == 1:
            cuts |= _inside(run, text)
            run = [found] if found else []
    places = sorted(cuts)
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return "\n".join([*(piece.rstrip(" ") for piece in pieces[:-1]), pieces[-1]])


def _inside(run: list[re.Match[str]], text: str) -> set[int]:
    """Where the numbers of a run stand in the middle of a line."""
    if len(run) < FEWEST:
        return set()
    places = (found.start(1) for found in run)
    return {place for place in places if text[text.rfind("\n", 0, place) + 1 : place].strip(" (")}
