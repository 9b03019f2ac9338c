"""A reading that may be taken without asking: an exercise, its measure, and where it stands."""

from collections.abc import Iterator

from msgspec import Struct

from stretchcoach.handout.exercises import Block, Outline
from stretchcoach.handout.feet import Ends
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, Sentence
from stretchcoach.handout.measures import Measure

MOST_WORDS = 6
"""Of a name in the middle of instructions."""


class Case(Struct, frozen=True):
    """A reading: an exercise, its measure, and the handout that it stands in."""

    block: Block
    name: str
    made: Measure
    outline: Outline
    place: int
    """Where it stands among the blocks."""
    outside: tuple[HandoutLine, ...]
    """The lines that belong to no exercise and tell of measures."""
    several: tuple[HandoutLine, ...]
    """The lines that measure more than one exercise, or more than one position."""
    ends: Ends
    """The feet and heads of its lists."""
    settled: bool = False
    """Whether the form of the whole sheet says that it is an exercise, and which lines are its own."""

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
