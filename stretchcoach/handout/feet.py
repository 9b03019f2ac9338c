"""The foot and the head of a list: a line below or above its exercises that may say how much all of them are."""

from collections import deque
from itertools import groupby, pairwise

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.exercises import Block, Outline
from stretchcoach.handout.lexicon import SIDED, TURNED, is_section
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, name_before
from stretchcoach.handout.openers import COUNTED

FEWEST_TOLD = 2
"""Exercises with instructions above the last one before a count that is set off below it may be of all of them."""
SIDES = frozenset({DoseKind.EACH, DoseKind.WAYS, DoseKind.IN_TURN})
_SETS = COUNTED | {DoseKind.SETS, DoseKind.ROUNDS}
_TELLING = MEASURES | SIDES | {DoseKind.SETS, DoseKind.ROUNDS}
_CLOSING = keywords.CONTINUED | {"turn", "roll", "flip", "change", "all", "both", "each"}
"""Words that a line begins with that closes a list, or a part of one."""


class Ends:
    """The foot and the head of the list that each exercise of an outline stands in, where there are any."""

    def __init__(self, outline: Outline) -> None:
        items, paragraphs = _below_items(outline.blocks), _below_paragraphs(outline.blocks)
        self._feet = paragraphs | items
        self._heads = _above_all(outline)
        apart = [block.opener for block in outline.blocks if block.kind != "exercise" or not block.measured]
        self._turning = [line for line in (*apart, *outline.homeless) if TURNED.search(line.body.lower())]
        self.starred = any("*" in block.opener.raw.strip(" *") for block in outline.blocks)
        """Whether a star stands behind a name."""

    def foot(self, block: Block) -> HandoutLine | None:
        """The line below the list that a block stands in, where that block has nothing of the kind itself."""
        line = self._feet.get(block.opener.number)
        return line if line and kinds(line) - block.kinds else None

    def with_foot(self, block: Block) -> Block:
        """A block as it is if the foot of its list is for it, too."""
        line = self.foot(block)
        return Block(block.opener, [*block.lines, line], block.notes) if line else block

    def head(self, block: Block) -> HandoutLine | None:
        """The line above the list that a block stands in which says how many sets, and that nothing was made of."""
        above = self._heads.get(block.opener.number)
        counted = block.kinds & {DoseKind.SETS, DoseKind.ROUNDS} or len(block.kinds & MEASURES) > 1
        return above if above and block.measured and not counted else None

    def turned_below(self, block: Block) -> HandoutLine | None:
        """The first line below it that tells to turn over, and became no part of an exercise."""
        return next((line for line in self._turning if line.number > block.opener.number), None)


def kinds(line: HandoutLine) -> frozenset[DoseKind]:
    """What a line tells in sentences that say nothing else, or that are of all exercises; sides by any words."""
    live = [each for each in line.sentences if not each.note]
    told = [each for each in live if each.bare or keywords.GLOBAL.search(each.text.lower())]
    sided = any(SIDED.search(each.text.lower()) or TURNED.search(each.text.lower()) for each in live)
    found = {atom.kind for each in told for atom in each.atoms if atom.kind in _TELLING}
    return frozenset(found | ({DoseKind.EACH} if sided else set()))


def _above_all(outline: Outline) -> dict[int, HandoutLine]:
    """By the numbers of openers: the head above each block, or a line without an exercise that says how many sets."""
    found: dict[int, HandoutLine] = {}
    counting = deque(line for line in outline.homeless if kinds(line) & _SETS)
    above = latest = None
    for block, below in pairwise([*outline.blocks, None]):
        assert block
        while counting and counting[0].number < block.opener.number:
            latest = counting.popleft()
        nearest = latest if latest and latest.number > (above.number if above else 0) else above
        if nearest:
            found[block.opener.number] = nearest
        if block.kind == "rounds" or block.opener.mark == "head" or block.opener.body.endswith(":"):
            above = None
        if below and block.kind != "rounds" and _heads(block, below):
            above = block.opener
    return found


def _heads(block: Block, below: Block) -> bool:
    """Whether it has a number of sets alone, and stands over a list: ``Core (3 sets)``."""
    line = block.opener
    named = line.mark == "head" or line.body.endswith(":") or is_section(name_before(line.sentences[0]))
    alone = not block.measured and bool(block.kinds & _SETS) and not block.lines
    return alone and line.mark in ("", "head") and (named or bool(below.opener.mark) or line.raw.strip()[:1] == "*")


def _below_items(blocks: list[Block]) -> dict[int, HandoutLine]:
    """By the numbers of openers: the foot of a list of exercises on one line each."""
    found: dict[int, HandoutLine] = {}
    foot: HandoutLine | None = None
    for place in range(len(blocks) - 1, -1, -1):
        block, below = blocks[place], blocks[place + 1 : place + 2]
        if not below or _ends_a_list(below[0]):
            foot = None
        else:
            last = place + 2 == len(blocks) or _ends_a_list(blocks[place + 2])
            foot = _foot_in(below[0], last, foot)
        if foot and block.opener.kinds & MEASURES and not any(map(kinds, block.lines)):
            found[block.opener.number] = foot
    return found


def _foot_in(block: Block, last: bool, otherwise: HandoutLine | None) -> HandoutLine | None:
    """The foot that stands below a block of a list, ``otherwise`` that of what follows; none can lie below a break."""
    line = next((line for line in block.lines if line.mark != "number" and kinds(line)), None)
    if line and block.opener.kinds & MEASURES:
        closes = last or _closes(line, block)
        return line if closes and kinds(line) - block.opener.kinds else None
    return None if block.measured and not block.opener.kinds & MEASURES else otherwise


def _ends_a_list(block: Block) -> bool:
    return block.kind != "exercise" or _begins_a_list(block)


def _begins_a_list(block: Block) -> bool:
    line = block.opener
    return line.role is Role.HEAD and not block.measured and (line.body.endswith(":") or is_section(line.body))


def _closes(line: HandoutLine, block: Block) -> bool:
    """Whether a line in the middle of a list closes a part of it: ``Repeat on the other side.``"""
    return not line.mark and line.first in _CLOSING and line.indent <= block.opener.indent


def _below_paragraphs(blocks: list[Block]) -> dict[int, HandoutLine]:
    """The same of exercises with instructions: the first line below the last that tells what none of another does."""
    found: dict[int, HandoutLine] = {}
    for exercises, run in groupby(blocks, lambda each: each.kind == "exercise"):
        *others, last = run
        line = next((line for line in last.lines if kinds(line) & _SETS), None)
        if not (exercises and line) or not all(each.measured and not each.kinds & _SETS for each in others):
            continue
        if _is_of_each(line) or (len(others) >= FEWEST_TOLD and _is_set_off(line, last)):
            found |= {each.opener.number: line for each in others}
    return found


def _is_of_each(line: HandoutLine) -> bool:
    """``Repeat each movement 10 times``, ``3 times each``."""
    last = line.body.lower().rstrip(" .!)").endswith(" each")
    return last or any(keywords.GLOBAL.search(each.text.lower()) for each in line.sentences if each.atoms)


def _is_set_off(line: HandoutLine, block: Block) -> bool:
    """Whether a line of measures alone stands apart from the lines of an exercise, which stand together."""
    inside = [other.number for other in (*block.all, *block.notes) if other.number <= line.number]
    gaps = [after - before for before, after in pairwise(sorted(inside))]
    return line.role is Role.DOSE and gaps[-1] > 1 and all(gap == 1 for gap in gaps[:-1])
