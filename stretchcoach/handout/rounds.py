"""A line that says how many rounds of a list there are: how many, and of which list."""

import re
from enum import Enum

from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.exercises import Block, Outline
from stretchcoach.handout.residue import residue
from stretchcoach.handout.steps import MOST_NAME
from stretchcoach.handout.unclear import not_understood
from stretchcoach.words import handout_questions

MOST_ROUNDS = 20
_KNOWN = frozenset({DoseKind.ROUNDS, DoseKind.OFTEN, DoseKind.REST, DoseKind.AGAIN})
_ABOVE = re.compile(r"^(?:then|do|perform|complete|go)\b|\b(?:repeat|repeating)\b")

_BELOW = re.compile(r"\b(?:below|next|following|after)\b")


class Where(Enum):
    """Which list rounds are of."""

    ABOVE = "above"
    BELOW = "below"
    EITHER = "either"


def how_many(block: Block, answered: bool) -> tuple[str, int]:
    """What is not understood of it as a question, or else how many rounds it says; ``answered``: by a person."""
    line = block.opener
    rounds = next(atom.value for atom in block.atoms if atom.kind is DoseKind.ROUNDS)
    odd = next((atom.text.strip() for atom in line.atoms if atom.kind not in _KNOWN), "") or next(
        (left for each in line.sentences if not each.note and (left := residue(each.left, dosed=True))), ""
    )
    if not odd and not all(each.note or each.bare for each in line.sentences):
        odd = line.body[:MOST_NAME]
    if odd and not answered:
        return not_understood(odd, line), 0
    if rounds != int(rounds) or not 1 <= rounds <= MOST_ROUNDS:
        return handout_questions.rounds_not_right(rounds), 0
    return "", int(rounds)


def placed(block: Block, outline: Outline, answer: str) -> Where:
    """Of which list it is: by its words, or because it stands right below one and apart from the next."""
    line, place = block.opener, outline.blocks.index(block)
    if not any(_is_done(each, outline) for each in outline.blocks[:place]):
        return Where.BELOW
    if _ABOVE.search(line.body.lower()):
        return Where.ABOVE
    if not adjoins(block, outline) or line.body.endswith(":"):
        return Where.BELOW
    below = outline.blocks[place + 1 :]
    apart = not below or below[0].opener.number > line.number + 1
    if not apart and not answer:
        return Where.EITHER
    return Where.BELOW if _BELOW.search(answer) and not apart else Where.ABOVE


def adjoins(block: Block, outline: Outline) -> bool:
    """Whether it stands right below an exercise, or a name with a number."""
    place = outline.blocks.index(block)
    above = outline.blocks[place - 1] if place else None
    if above is None or not _is_done(above, outline):
        return False
    return block.opener.number == max(line.number for line in (*above.all, *above.notes)) + 1


def _is_done(block: Block, outline: Outline) -> bool:
    """Whether it is an exercise with a measure, or a name with a number: ``Squats 10``."""
    numbered = re.search(r"\d\W*$", block.opener.body)
    return bool(numbered) or (block.kind == "exercise" and (block.measured or bool(outline.usual)))
