"""What is said of a step: instructions each time, what is too long for that as the explanation, notes as cautions."""

import re
from collections.abc import Iterable

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import GAP
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lines import HandoutLine, Role, Sentence
from stretchcoach.words.wording import join

SAID = 240
"""Letters of what is said each time; the rest is the explanation."""
MOST_TEXT = 600


def instructions(block: Block, name: str) -> list[str]:
    """What is to be done, a sentence each."""
    said: list[str] = []
    for line in block.all:
        first = line is block.opener
        for sentence in line.sentences:
            if sentence.note or sentence.bare:
                continue
            if first and line.role in (Role.HEAD, Role.ITEM):
                said += _rest_of(line, sentence, name)
            else:
                said.append(sentence.text)
            first = False
    return said


def _rest_of(line: HandoutLine, sentence: Sentence, name: str) -> list[str]:
    """What stands beside the name and the measures in a line that has them."""
    if line.role is Role.HEAD:
        rest = sentence.text.partition(": ")[2]
        return [rest] if rest.strip(" :") else []
    place = sentence.text.lower().find(name.lower())
    start = place + len(name) if place >= 0 else 0
    letters = ("" if left == GAP else letter for letter, left in zip(sentence.text, sentence.left, strict=True))
    kept = "".join(list(letters)[start:])
    kept = re.sub(r"\(\s*[,;]?\s*\)", " ", kept)
    kept = re.sub(r"\s*[,;](?:\s*[,;])+", ",", re.sub(r"\s+", " ", kept)).strip(" ,;:-./")
    if kept.count("(") != kept.count(")"):
        kept = kept.replace("(", "").replace(")", "")
    telling = [word for word in re.findall(r"[^\W\d_]+", kept.lower()) if word not in keywords.FILL]
    return [kept] if telling or re.search(r"\d", kept) else []


def spoken(said: Iterable[str]) -> tuple[str, str, list[str]]:
    """What is said each time, the explanation, and what is too long for both."""
    say, how = "", ""
    over: list[str] = []
    for sentence in said:
        if not how and not over and len(join(say, sentence)) <= (SAID if say else MOST_TEXT):
            say = join(say, sentence)
        elif not over and len(join(how, sentence)) <= MOST_TEXT:
            how = join(how, sentence)
        else:
            over.append(sentence)
    return say, how, over


def notes(block: Block) -> list[str]:
    inside = [each.text for line in block.all for each in line.sentences if each.note]
    return [*inside, *(line.body for line in block.notes)]


def caution_of(notes: Iterable[str]) -> str:
    kept = ""
    for note in notes:
        longer = join(kept, note)
        kept = longer if len(longer) <= MOST_TEXT else kept
    return kept
