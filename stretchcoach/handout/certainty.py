"""Whether a reading is certain: a step is taken without asking only where everything speaks for it.

Each rule is one reason not to be certain, and gives the question that the person is asked.  The rules look at the name,
at the measures and at what stands around them; the first that has a question is the one that is asked.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from stretchcoach.core.routine import Sides
from stretchcoach.handout import keywords
from stretchcoach.handout.dose import Atom, DoseKind
from stretchcoach.handout.exercises import COUNTED, LASTING, Block, Outline
from stretchcoach.handout.lexicon import (
    BODY,
    FOR_LATER,
    KNOWN,
    MOVING,
    NUMBERED,
    SIDED,
    STARTS,
    SWALLOWED,
    has_no_name,
    is_known,
    is_named,
    is_part,
    is_section,
    words,
)
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, Sentence
from stretchcoach.handout.measures import Measure
from stretchcoach.words import handout_doubts, handout_questions

MOST_WORDS = 6
"""Of a name in the middle of instructions."""
_TELLING = MEASURES | {DoseKind.SETS, DoseKind.EACH, DoseKind.WAYS}
_MANNER = frozenset(
    """rest move hold balance keep keeping bring flex point squeeze tighten lower return use get press with stretch
    slowly gently while""".split()
)
"""Words that begin an exercise, and as often go on with one."""
SOFT = frozenset("with using while use keep keeping gently slowly rest bring get".split())
"""Words that begin what is said of an exercise as often as one."""
_PLACED = frozenset("stand sit lie lay kneel start begin standing sitting lying kneeling seated assume".split())
"""How nothing begins but an exercise, or the first line of one."""


@dataclass(frozen=True, slots=True)
class Case:
    """A reading: an exercise, its measure, and the handout that it stands in."""

    block: Block
    name: str
    made: Measure
    outline: Outline
    place: int
    """Where it stands among the blocks."""
    outside: tuple[HandoutLine, ...]
    """The lines that belong to no exercise and tell of measures."""

    @property
    def above(self) -> Block | None:
        """The block before it."""
        return self.outline.blocks[self.place - 1] if self.place else None

    @property
    def below(self) -> Block | None:
        """The block after it."""
        blocks = self.outline.blocks
        return blocks[self.place + 1] if self.place + 1 < len(blocks) else None

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Everything that is said of it, notes too."""
        for line in (*self.block.all, *self.block.notes):
            yield from line.sentences

    @property
    def alone(self) -> bool:
        """Whether name and measure are on one line, and nothing but them."""
        return self.block.opener.role is Role.ITEM and bool(self.block.opener.kinds & MEASURES)


def doubt(case: Case) -> str:
    """The first reason not to be certain, as a question; empty where there is none."""
    return next(filter(None, (rule(case) for rule in RULES)), "")


def _name_is_none(case: Case) -> str:
    """The name is not certainly that of an exercise: a label, a section, a piece of a sentence."""
    opener, name = case.block.opener, case.name
    if opener.role is Role.TEXT and not opener.set_off:
        said = words(opener.body)
        begins = opener.first in STARTS - SOFT or KNOWN.match(name)
        return "" if (begins and BODY & set(said)) or is_named(name) else handout_doubts.is_an_exercise(name)
    if is_section(name) and not (case.alone and not case.block.lines and is_known(name)):
        return handout_doubts.is_an_exercise(name)
    if is_named(name) or (is_known(name) and case.alone and not case.block.lines):
        return ""
    if is_part(name) and (case.alone or opener.set_off or opener.mark in ("number", "bullet")):
        return ""
    return "" if NUMBERED.match(opener.raw) or _formed(case) else handout_doubts.is_an_exercise(name)


def _formed(case: Case) -> bool:
    """Whether a heading of a few words has instructions below it and then a measure, as an exercise has."""
    block = case.block
    above = case.above
    plain = block.opener.role is Role.HEAD and len(words(case.name)) <= MOST_WORDS and not has_no_name(case.name)
    if not plain or (above and not above.measured and not is_section(above.opener.body)):
        return False
    directed = any(line.first in STARTS and line.role is Role.TEXT for line in block.lines)
    return directed and any(line.kinds & MEASURES for line in block.lines)


def _measured_elsewhere(case: Case) -> str:
    """It begins with an instruction and no name, and its measure stands on another line."""
    opener = case.block.opener
    if opener.role is not Role.TEXT or opener.set_off or opener.kinds & MEASURES:
        return ""
    return handout_doubts.ONE_WITH_THE_LINES_BELOW


def _one_of_steps(case: Case) -> str:
    """It is one of several marked instructions, of which others have no measure: they may be the steps of one."""
    if case.block.opener.role is not Role.TEXT or case.block.opener.set_off or not case.block.opener.mark:
        return ""
    for other in _beside(case):
        if other.opener.role is Role.TEXT and not other.measured:
            return handout_doubts.of_its_own(other.opener.number)
    return ""


def _beside(case: Case) -> Iterator[Block]:
    for near in (case.above, case.below):
        if near and near.opener.mark == case.block.opener.mark:
            yield near


def _side_swallowed(case: Case) -> str:
    """A side stands within another measure, and did not count."""
    if case.made.side is not Sides.NONE or DoseKind.WAYS in case.block.kinds:
        return ""
    found = any(SWALLOWED.search(atom.text) for atom in case.block.atoms)
    return handout_doubts.EACH_SIDE if found else ""


def _both_at_once(case: Case) -> str:
    """``10 heel raises, both feet``: ten with both together, or ten with each."""
    if case.made.reps is None or case.made.side is not Sides.EACH:
        return ""
    sided = [atom for atom in case.block.atoms if atom.kind is DoseKind.EACH]
    both = all(re.search(r"\bboth (?:legs|feet|arms|ankles|calves|hands)\b", atom.text) for atom in sided)
    return handout_doubts.BOTH_AT_ONCE if both else ""


def _side_said(case: Case) -> str:
    """Something says that there are two sides, or two ways, and the measure knows of none."""
    if case.made.side is not Sides.NONE or {DoseKind.WAYS, DoseKind.IN_TURN} & case.block.kinds:
        return ""
    said = any(SIDED.search(each.text.lower()) for each in case.sentences)
    return handout_doubts.EACH_SIDE if said else ""


def _told_in_notes(case: Case) -> str:
    """A sentence that was taken for a note has a measure, and is not only for later."""
    for line in (*case.block.all, *case.block.notes):
        for each in line.sentences:
            aside = each.note or line.role is Role.NOTE
            kinds = {atom.kind for atom in each.atoms} & _TELLING
            if aside and kinds and not FOR_LATER.match(each.text.lower()) and not _agrees(each.atoms, case.block.atoms):
                return handout_doubts.changes_it(_short(each.text), line.number)
    return ""


def _agrees(noted: tuple[Atom, ...], own: list[Atom]) -> bool:
    """Whether a note says again what is known."""
    known = {(atom.kind, atom.value) for atom in own}
    return all((atom.kind, atom.value) in known for atom in noted if atom.kind in _TELLING)


def _for_all(case: Case) -> str:
    """What is said of all exercises adds to what this one says, and may be meant for it."""
    kinds = case.block.kinds
    for line in case.outline.usual:
        more = line.kinds & (_TELLING | {DoseKind.ROUNDS})
        if case.block.measured and not more <= kinds and not (more & LASTING and kinds & LASTING and len(more) == 1):
            return handout_doubts.said_of_all(line.number)
        if not case.block.measured and len(case.outline.usual) > 1:
            return handout_doubts.HOW_MUCH_OF_MORE_LINES
        if not case.block.measured and line.number > case.block.opener.number and not _is_last(line, case.outline):
            return handout_doubts.for_this_too(line.number)
    return ""


def _is_last(line: HandoutLine, outline: Outline) -> bool:
    return not outline.blocks or outline.blocks[-1].opener.number < line.number


def _said_outside(case: Case) -> str:
    """A line outside of all exercises tells of sides, sets or counts that this one says nothing of."""
    for line in case.outside:
        for each in line.sentences:
            kinds = {atom.kind for atom in each.atoms} & _TELLING
            if FOR_LATER.match(each.text.lower()) or not kinds:
                continue
            lacks = kinds - case.block.kinds
            if lacks & COUNTED and not case.block.kinds & (COUNTED | {DoseKind.SETS}):
                return handout_doubts.times_in_line(line.number)
            lasts = DoseKind.HOLD in lacks or (DoseKind.TIME in lacks and keywords.GLOBAL.search(each.text.lower()))
            if DoseKind.SETS in lacks or (lasts and not case.block.kinds & LASTING):
                return handout_doubts.measure_in_line(line.number)
            if {DoseKind.EACH, DoseKind.WAYS} & kinds and case.made.side is Sides.NONE:
                return handout_doubts.sides_in_line(line.number)
    return ""


def outside(outline: Outline) -> tuple[HandoutLine, ...]:
    """The lines that belong to no exercise and tell of measures."""
    apart = [block for block in outline.blocks if block.kind in ("heading", "rounds")]
    headed = [line for block in apart for line in (*block.all, *block.notes)]
    lines = (*outline.notes, *outline.often, *outline.homeless, *headed)
    return tuple(line for line in lines if any(each.atoms for each in line.sentences))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def _may_be_unnamed(case: Case) -> str:
    """An instruction without a name, where a name without a measure stands above: it may be that one's."""
    opener = case.block.opener
    named = opener.role is Role.HEAD or opener.set_off or (is_named(case.name) and len(words(case.name)) <= MOST_WORDS)
    if named or (opener.mark and opener.role is Role.ITEM):
        return ""
    above = case.above
    if above and not above.measured and above.kind in ("exercise", "heading") and not is_section(above.opener.body):
        return handout_doubts.how_line_is_done(above.opener.number)
    return ""


def _goes_on_below(case: Case) -> str:
    """The line that follows has a measure and no name, and may belong to it."""
    below = case.below
    if below is None or below.kind != "exercise" or below.opener.mark or below.opener.role is Role.HEAD:
        return ""
    name = below.opener.body
    plain = below.opener.role is Role.TEXT and not below.opener.set_off
    if (plain and below.opener.first in STARTS) or is_known(name) or is_part(name):
        return ""
    return handout_doubts.line_belongs(below.opener.number)


def _measured_twice(case: Case) -> str:
    """Two sentences have a count, or a length, and each says what is done: they may be two movements."""
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    for family, question in ((COUNTED, handout_questions.MORE_COUNTS), (LASTING, handout_questions.MORE_LENGTHS)):
        found = [each for each in live if any(atom.kind in family for atom in each.atoms)]
        if any(not each.bare for each in found[1:]):
            return question
    return ""


def _how_timed(case: Case) -> str:
    """It has a length of time, and only its name tells whether it moves."""
    if case.made.move is None or DoseKind.HOLD in case.block.kinds:
        return ""
    return "" if MOVING.search(case.name) or MOVING.search(case.block.opener.body) else handout_questions.HOLD_OR_MOVE


Rule = Callable[[Case], str]
RULES: tuple[Rule, ...] = (
    _name_is_none,
    _measured_elsewhere,
    _one_of_steps,
    _may_be_unnamed,
    _goes_on_below,
    _measured_twice,
    _how_timed,
    _side_swallowed,
    _both_at_once,
    _side_said,
    _told_in_notes,
    _for_all,
    _said_outside,
)


def another_inside(block: Block, settled: Container[int]) -> HandoutLine | None:
    """The first line of an exercise that may begin one of its own; of the ``settled`` lines somebody has said it."""
    opener = block.opener
    told = opener.role is Role.TEXT and not opener.set_off
    led = bool(opener.kinds & MEASURES)
    measured = led and told
    for line in sorted((*block.lines, *block.notes), key=lambda each: each.number):
        if line.number not in settled and _begins(line, measured, told):
            return line
        told = told or line.role is Role.TEXT
        led = led or (bool(line.kinds & MEASURES) and not told)
        measured = measured or (told and (bool(line.kinds & MEASURES) or (led and not line.mark)))
    return None


def _begins(line: HandoutLine, measured: bool, told: bool) -> bool:
    """``measured``: the exercise has its measure and its instructions; ``told``: it has some of them."""
    named = is_named(line.body) and len(words(line.body)) <= MOST_WORDS
    if line.role is Role.NOTE:
        return named and not line.atoms and not line.body.endswith(".")
    if line.role is Role.DOSE or keywords.LABELLED.match(line.body):
        return False
    if measured and line.kinds & MEASURES and sum(not each.bare for each in line.sentences) > 1:
        return True
    return line.first not in keywords.CONTINUED and (
        named if line.role is not Role.TEXT else _starts(line, measured, told)
    )


def _starts(line: HandoutLine, measured: bool, told: bool) -> bool:
    """Whether an instruction is as the first one of an exercise."""
    if line.mark in ("number", "bullet"):
        return measured and line.first in _PLACED
    if measured and KNOWN.match(line.body):
        return True
    return line.first in (STARTS - _MANNER if measured else _PLACED) and told


def overlooked(line: HandoutLine) -> bool:
    """Whether a line that was taken for a note may be an exercise all the same."""
    if line.role is Role.NOTE and not any(each.note for each in line.sentences):
        return False
    for each in line.sentences:
        low = each.text.lower()
        if FOR_LATER.match(low) or keywords.INTRODUCES.match(low):
            continue
        said = words(low)
        measured = {atom.kind for atom in each.atoms} & MEASURES
        if said and ((said[0] in STARTS and BODY & set(said)) or (measured and BODY & set(said))):
            return True
    return False
