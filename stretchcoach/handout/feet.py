"""The foot and the head of a list: a line below or above its exercises that may say how much all of them are."""

from collections.abc import Iterator
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


def foot(outline: Outline, block: Block) -> HandoutLine | None:
    """The line below the list that a block stands in, where that block has nothing of the kind itself."""
    line = _of_items(outline, block) or _of_paragraphs(outline, block)
    return line if line and kinds(line) - block.kinds else None


def with_foot(outline: Outline, block: Block) -> Block:
    """A block as it is if the foot of its list is for it, too."""
    line = foot(outline, block)
    return Block(block.opener, [*block.lines, line], block.notes) if line else block


def kinds(line: HandoutLine) -> frozenset[DoseKind]:
    """What a line tells in sentences that say nothing else, or that are of all exercises; sides by any words."""
    live = [each for each in line.sentences if not each.note]
    told = [each for each in live if each.bare or keywords.GLOBAL.search(each.text.lower())]
    sided = any(SIDED.search(each.text.lower()) or TURNED.search(each.text.lower()) for each in live)
    found = {atom.kind for each in told for atom in each.atoms if atom.kind in _TELLING}
    return frozenset(found | ({DoseKind.EACH} if sided else set()))


def head(outline: Outline, block: Block) -> HandoutLine | None:
    """The line above the list that a block stands in which says how many sets, and that nothing was made of."""
    above: HandoutLine | None = None
    for other, after in pairwise(outline.blocks):
        if other is block:
            break
        if other.kind == "rounds" or other.opener.mark == "head" or other.opener.body.endswith(":"):
            above = None
        if other.kind != "rounds" and _heads(other, after):
            above = other.opener
    begin = above.number if above else 0
    inner = [line for line in outline.homeless if begin < line.number < block.opener.number]
    above = next((line for line in reversed(inner) if kinds(line) & _SETS), above)
    counted = block.kinds & {DoseKind.SETS, DoseKind.ROUNDS} or len(block.kinds & MEASURES) > 1
    return above if above and block.measured and not counted else None


def _heads(block: Block, below: Block) -> bool:
    """Whether it has a number of sets alone, and stands over a list: ``Core (3 sets)``."""
    line = block.opener
    named = line.mark == "head" or line.body.endswith(":") or is_section(name_before(line.sentences[0]))
    alone = not block.measured and bool(block.kinds & _SETS) and not block.lines
    return alone and line.mark in ("", "head") and (named or bool(below.opener.mark) or line.raw.strip()[:1] == "*")


def _of_items(outline: Outline, block: Block) -> HandoutLine | None:
    """The foot of a list of exercises on one line each."""
    if not block.opener.kinds & MEASURES or any(kinds(line) for line in block.lines):
        return None
    below = list(_below(outline, block))
    for other in below:
        line = next((line for line in other.lines if line.mark != "number" and kinds(line)), None)
        if line and other.opener.kinds & MEASURES:
            closes = other is below[-1] or _closes(line, other)
            return line if closes and kinds(line) - other.opener.kinds else None
        if other.measured and not other.opener.kinds & MEASURES:
            return None
    return None


def _below(outline: Outline, block: Block) -> Iterator[Block]:
    """The exercises below a block, up to the end of its list."""
    begun = False
    for other in outline.blocks:
        if begun and (other.kind != "exercise" or _begins_a_list(other)):
            return
        if begun:
            yield other
        begun = begun or other is block


def _begins_a_list(block: Block) -> bool:
    line = block.opener
    return line.role is Role.HEAD and not block.measured and (line.body.endswith(":") or is_section(line.body))


def _closes(line: HandoutLine, block: Block) -> bool:
    """Whether a line in the middle of a list closes a part of it: ``Repeat on the other side.``"""
    return not line.mark and line.first in _CLOSING and line.indent <= block.opener.indent


def _of_paragraphs(outline: Outline, block: Block) -> HandoutLine | None:
    """The first line below the last of several exercises with instructions that tells what no line of another does."""
    for exercises, run in groupby(outline.blocks, lambda each: each.kind == "exercise"):
        blocks = list(run)
        if exercises and any(each is block for each in blocks[:-1]):
            *others, last = blocks
            if not all(each.measured for each in others) or any(each.kinds & _SETS for each in others):
                return None
            line = next((line for line in last.lines if kinds(line) & _SETS), None)
            set_off = line and len(others) >= FEWEST_TOLD and _is_set_off(line, last)
            return line if line and (set_off or _is_of_each(line)) else None
    return None


def _is_of_each(line: HandoutLine) -> bool:
    """``Repeat each movement 10 times``, ``3 times each``."""
    last = line.body.lower().rstrip(" .!)").endswith(" each")
    return last or any(keywords.GLOBAL.search(each.text.lower()) for each in line.sentences if each.atoms)


def _is_set_off(line: HandoutLine, block: Block) -> bool:
    """Whether a line of measures alone stands apart from the lines of an exercise, which stand together."""
    inside = [other.number for other in (*block.all, *block.notes) if other.number <= line.number]
    gaps = [after - before for before, after in pairwise(sorted(inside))]
    return line.role is Role.DOSE and gaps[-1] > 1 and all(gap == 1 for gap in gaps[:-1])
