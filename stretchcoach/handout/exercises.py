"""Which lines belong to one exercise: a name, its instructions and its measures, on one line or on several."""

import re

from msgspec import Struct

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import Atom, DoseKind
from stretchcoach.handout.lexicon import is_known, is_named, is_part, is_section
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, name_before
from stretchcoach.handout.openers import COUNTED, LASTING, SET_UP, for_all, openers
from stretchcoach.handout.stories import introduced


class Block(Struct):
    """The lines of one exercise, or of a heading, a rest, a number of rounds."""

    opener: HandoutLine
    lines: list[HandoutLine] = []
    notes: list[HandoutLine] = []
    doubt: int = 0
    """The line that may be the same exercise: the name above, which has a measure already."""
    kind: str = "exercise"
    """``exercise``, ``heading``, ``rest`` or ``rounds``."""

    @property
    def all(self) -> list[HandoutLine]:
        """Its opener and the lines after it, notes left out."""
        return [self.opener, *self.lines]

    @property
    def atoms(self) -> list[Atom]:
        """Its measures in order."""
        return [atom for line in self.all for atom in line.atoms]

    @property
    def kinds(self) -> set[DoseKind]:
        """The kinds of its measures."""
        return {atom.kind for atom in self.atoms}

    @property
    def measured(self) -> bool:
        """Whether it has a length or a count."""
        return bool(self.kinds & MEASURES)


class Outline(Struct):
    """A handout taken apart."""

    blocks: list[Block] = []
    often: list[HandoutLine] = []
    notes: list[HandoutLine] = []
    """Before the first exercise."""
    usual: list[HandoutLine] = []
    """A dose for the whole list."""
    between: list[HandoutLine] = []
    """A rest between exercises or sets, for the whole list."""
    homeless: list[HandoutLine] = []
    """Measures that stand where there is no exercise."""


class Cut(Struct, frozen=True):
    """A way to cut a sheet into exercises, by the numbers of its lines."""

    begins: frozenset[int] = frozenset()
    """Those that an exercise begins on."""
    inside: frozenset[int] = frozenset()
    """Those that go on with one."""
    certain: frozenset[int] = frozenset()
    """Those beginnings whose lines certainly are one exercise."""


UNCUT = Cut()


def outlined(lines: list[HandoutLine], apart: frozenset[int] = frozenset(), cut: Cut = UNCUT) -> Outline:
    """The blocks of a handout, and what is said of the whole of it; lines ``apart`` begin an exercise for certain."""
    found, steps = openers(lines)
    sorter = _Sorter(found, apart, steps, cut)
    for line in lines:
        sorter.take(line)
    for block in sorter.outline.blocks:
        plain = block.kind == "exercise" and not block.measured and not _tells(block)
        if plain and not _told_of(block, sorter.outline):
            block.kind = "heading"
    return sorter.outline


def _tells(block: Block) -> bool:
    """Whether a block without a measure is an exercise all the same: an instruction, or one of a list."""
    said = any(line.role in (Role.TEXT, Role.DOSE) and not line.prose for line in block.lines)
    return said or block.opener.role is not Role.HEAD or block.opener.mark in ("number", "bullet") or bool(block.kinds)


def _told_of(block: Block, outline: Outline) -> bool:
    """Whether it is the name of an exercise with a remark on it, below a line that measures all of them."""
    above = any(line.number < block.opener.number for line in outline.usual)
    place = outline.blocks.index(block) + 1
    if above and not (block.notes or block.lines) and _is_bare_list(outline):
        return True
    following = outline.blocks[place].opener if place < len(outline.blocks) else None
    goes_on = following is not None and not (following.mark or _is_a_name(following.body) or is_section(following.body))
    return above and bool(block.notes) and _is_a_name(block.opener.body) and not goes_on


def _is_bare_list(outline: Outline) -> bool:
    """Whether nothing but names stands below what is said of all, and there are several."""
    begin = min(line.number for line in outline.usual)
    below = [block for block in outline.blocks if block.opener.number > begin]
    bare = all(not block.lines and block.opener.role is Role.HEAD and is_named(block.opener.body) for block in below)
    return bare and len(below) > 1 and not any(block.opener.body.endswith(":") for block in below)


def _is_a_name(body: str) -> bool:
    return is_named(body.rstrip(": ")) or is_part(body.rstrip(": "))


class _Sorter:
    def __init__(self, openers: set[int], apart: frozenset[int], steps: set[int], cut: Cut) -> None:
        self.outline = Outline()
        self._cut = cut
        self._openers = openers | apart
        self._apart = apart
        self._steps = steps
        self._open: Block | None = None
        self._ordinal = 0
        self._last = 0

    def take(self, line: HandoutLine) -> None:
        """Put one line where it belongs."""
        if line.role in (Role.BLANK, Role.SKIPPED, Role.LONG, Role.JOINED):
            return
        self._place(line)
        self._last = line.number

    def _place(self, line: HandoutLine) -> None:
        if line.number in self._apart or line.number in self._cut.begins:
            self._begin(line)
        elif line.role is Role.OFTEN:
            self.outline.often.append(line)
        elif line.role is Role.NOTE:
            (self._open.notes if self._open else self.outline.notes).append(line)
        elif any(atom.note == "exercises" for atom in line.atoms):
            self.outline.between.append(line)
        elif line.kinds & MEASURES and for_all(line) and not self._waits_for(line) and not self._own(line):
            self.outline.usual.append(line)
        elif DoseKind.ROUNDS in line.kinds and line.kinds & MEASURES and self._open and self._waits_for(line):
            self._open.lines.append(line)
        elif DoseKind.ROUNDS in line.kinds:
            self._begin(line, "rounds")
            self._open = None
        elif line.prose and not self._open:
            (self.outline.often if DoseKind.OFTEN in line.kinds else self.outline.notes).append(line)
        elif line.role is Role.DOSE:
            self._dose(line)
        elif self._open and (line.number in self._cut.inside or not self._opens(line)):
            self._open.lines.append(line)
        else:
            self._begin(line)

    def _waits_for(self, line: HandoutLine) -> bool:
        """Whether an exercise with instructions still lacks its measure, or the line is one of a list."""
        if self._open and keywords.EVERY.search(line.body.lower()):
            name = self._open.opener.body
            waiting = sum(block.kind == "exercise" and not block.measured for block in self.outline.blocks)
            if waiting > 1 or (is_section(name) and not is_known(name)):
                return False
        return bool(self._open and self._open.lines and (line.mark or not self._open.measured))

    def _own(self, line: HandoutLine) -> bool:
        """Whether what sounds like a dose of all may be that of one: ``Reps: 10 each position``, below a name."""
        said = line.body.lower()
        if keywords.EVERY.search(said):
            return False
        marked = line.mark in ("number", "bullet")
        below = self._open is not None and (line.labelled or bool(keywords.FIELD.match(said)))
        return marked or below or (self._open is not None and not for_all(line, keywords.POSITIONS))

    def _beside_its_number(self, line: HandoutLine) -> bool:
        """A few words right under a numbered name and its dose, ``Red band``: exercises have numbers here."""
        numbered = self._open is not None and self._open.opener.mark == "number"
        return numbered and not line.mark and line.number == self._last + 1 and not line.body.endswith(":")

    def _opens(self, line: HandoutLine) -> bool:
        """Whether a line begins another exercise."""
        heads = line.mark == "head" or (not line.mark and line.body.endswith(":") and line.kinds == {DoseKind.SETS})
        if heads or self._leaves_prose(line) or self._tells_of_another(line):
            return True
        if self._open and self._open.opener.mark == "head" and not line.mark and not line.kinds and line.labelled:
            return False
        if self._waits_below(line) or self._tells_how(line) or self._is_labelled_part(line):
            return False
        if line.role is Role.HEAD and line.mark not in ("number", "bullet"):
            return not self._beside_its_number(line)
        if not line.mark and (line.role is Role.ITEM or line.set_off):
            return True
        return line.number in self._openers or self._collides(line) or self._counts_on(line)

    def _tells_of_another(self, line: HandoutLine) -> bool:
        """Whether a story names an exercise, below one that is complete."""
        return bool(self._open and self._open.measured and introduced(line))

    def _waits_below(self, line: HandoutLine) -> bool:
        """Whether it is the instruction right below a marked name with a colon: ``- Leg swings:``."""
        above = self._open.opener if self._open and not self._open.lines else None
        named = above is not None and above.role is Role.HEAD and above.mark == line.mark and above.body.endswith(":")
        return named and line.mark == "bullet" and line.number == self._last + 1 and line.role is Role.TEXT

    def _leaves_prose(self, line: HandoutLine) -> bool:
        """Whether it is a numbered name below a paragraph that is hardly an exercise itself."""
        above = self._open.opener if self._open else None
        prose = above is not None and above.role is Role.TEXT and not (above.mark or above.directs or above.set_off)
        return prose and line.mark == "number" and line.role in (Role.HEAD, Role.ITEM)

    def _is_labelled_part(self, line: HandoutLine) -> bool:
        """Whether it is a bullet with a word and a colon that is none, below an exercise's name: ``- Benefit: ...``."""
        above = self._open.opener if self._open else None
        label = re.match(r"([^:]{1,40}):(?:\s|$)", line.body)
        if above is None or label is None or line.mark != "bullet" or above.mark not in ("number", "head"):
            return False
        return (
            above.role is Role.HEAD and is_named(above.body.rstrip(": ")) and not above.kinds and not is_named(label[1])
        )

    def _tells_how(self, line: HandoutLine) -> bool:
        """Whether it stands right below a name, and begins like an exercise but has no name for one."""
        above = self._open.opener if self._open and not self._open.lines else None
        bare = above is not None and above.role is Role.HEAD and is_named(above.body) and not above.kinds
        here = bare and not line.mark and line.number == self._last + 1 and line.first in keywords.VERBS
        return here and line.role is Role.ITEM and not line.set_off and not is_named(name_before(line.sentences[0]))

    def _begin(self, line: HandoutLine, kind: str = "exercise") -> None:
        named = self._open and self._open.opener.role is Role.HEAD and self._open.measured
        plain = line.role is Role.TEXT and not (line.mark or line.set_off or line.number in self._cut.begins)
        doubt = self._open.opener.number if self._open and named and plain else 0
        if doubt and self._open:
            self._open.doubt = line.number
        self._open = Block(line, kind=kind, doubt=doubt)
        self._ordinal = line.ordinal or self._ordinal
        self.outline.blocks.append(self._open)

    def _counts_on(self, line: HandoutLine) -> bool:
        """Whether the number before a line goes on counting exercises, or begins anew below one that is complete."""
        if not self._open or line.mark != "number" or line.number in self._steps:
            return False
        if line.ordinal == 1:
            return self._open.measured and any(other.mark == "number" for other in self._open.all)
        return line.role is Role.HEAD and line.ordinal > self._ordinal > 0

    def _dose(self, line: HandoutLine) -> None:
        """A line of measures alone: the exercise's above, a rest of its own, or nobody's."""
        rest = next((atom for atom in line.atoms if atom.kind is DoseKind.REST), None)
        if rest and line.kinds == {DoseKind.REST} and not (self._open and keywords.FIELD.match(line.body.lower())):
            if rest.note == "exercises" or (rest.note and not self._open):
                self.outline.between.append(line)
            elif not rest.note and (not self._open or self._open.measured):
                self._begin(line, "rest")
                self._open = None
            elif self._open:
                self._open.lines.append(line)
        elif self._open and self._open.kind == "exercise" and not _leads(line):
            self._open.lines.append(line)
        else:
            self.outline.homeless.append(line)

    def _collides(self, line: HandoutLine) -> bool:
        """Whether an instruction with a measure cannot belong to the open exercise, which has one of its kind."""
        if not self._open or line.mark in ("number", "bullet"):
            return False
        if line.first in keywords.CONTINUED and not SET_UP.match(line.body):
            return False
        kinds = self._open.kinds
        if DoseKind.DISTANCE in kinds:
            return False
        return any(kinds & family and line.kinds & family for family in (LASTING, COUNTED))


def _leads(line: HandoutLine) -> bool:
    """Whether a number of sets is for what follows: ``Do the following 3 times:``."""
    counted = line.kinds & {DoseKind.SETS, DoseKind.TIMES} and not line.mark
    return bool(counted) and (line.body.rstrip().endswith((":", "-")) or "following" in line.body.lower())


def leaves_the_list(above: Block, block: Block) -> bool:
    """Whether an exercise stands without a mark below a list that has one, and so outside of its rounds."""
    return above.kind == "exercise" and above.opener.mark in ("number", "bullet") and not block.opener.mark


def said_of_all(line: HandoutLine) -> list[Atom]:
    """What a line says of all exercises; its other sentences are about something else: *ask whether for both legs*."""
    live = [each for each in line.sentences if not each.note]
    return [atom for each in live if each.bare or keywords.GLOBAL.search(each.text.lower()) for atom in each.atoms]
