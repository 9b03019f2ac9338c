"""What the coach knows, as values: questions, red flags and causes, read from ``knowledge/*.toml``.

An *answer* is one of a question's options, a number, or a set of options; ``not_sure`` is an answer like any other.
A *condition* names a key and the answers for which it holds; a flag holds where every line of its table does.  A
condition never holds for want of an answer, unless it says so with ``unknown``.

A *list* names several signs at once, to be ticked; it is answered by the keys of its rows, and what it did not name is
not answered by it.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import force_setattr

from stretchcoach.core.messages import Choice, Level
from stretchcoach.words import questions as words

YES, NO, NOT_SURE, NONE = "yes", "no", "not_sure", "none"
UNKNOWN, UNASKED = "unknown", "unasked"
"""In a condition: not answered, or *not sure*; not answered at all."""
YES_NO = (Choice(YES, words.YES, "y"), Choice(NO, words.NO, "n"), Choice(NOT_SURE, words.NOT_SURE, "u"))
LIST = (Choice(NONE, words.NONE_OF_THESE, "n"), Choice(YES, words.YES_SOME, "y"), Choice(NOT_SURE, words.NOT_SURE, "u"))

Value = str | float | frozenset[str]
Answers = Mapping[str, Value]
"""By question.  Empty text: asked and left open.  A part of a question with several is ``key.option``."""


class Condition(Struct, frozen=True):
    """Holds where the answer to ``key`` is one of ``values``; ``>10``, ``>=3`` and ``<4`` are for numbers."""

    key: str
    values: tuple[str, ...]


Line = tuple[Condition, ...]
"""Holds where any of its conditions does."""


class Part(Struct, frozen=True):
    """A yes-or-no piece of a longer question, short enough for the ear; answered under ``question.name``."""

    name: str
    ask: str
    options: tuple[str, ...]
    """What *yes* to it adds to the answer."""


class Sign(Struct, frozen=True):
    """A row of a list: a sign in words, and what a tick answers."""

    key: str
    """Of the question, or of its part (``key.part``)."""
    label: str
    value: str = YES
    calm: str = NO
    """What it answers where the row is not ticked."""
    short: bool = False
    """It belongs to the short form that follows a cramp."""

    @property
    def id(self) -> str:
        """Key and value."""
        return f"{self.key}={self.value}"


class Item(Struct, frozen=True):
    """One question."""

    key: str
    ask: str
    """As spoken: fifteen words at most, one idea."""
    why: str = ""
    kind: str = "yesno"
    """``yesno``, ``choice``, ``number``, ``multi`` (several options at once) or ``list`` (several questions)."""
    options: tuple[str, ...] = (YES, NO)
    """What an answer sheet may say; ``not_sure`` always may."""
    choices: tuple[Choice, ...] = YES_NO
    """What is offered when it is asked; numbers stand as text."""
    only_if: Line = ()
    """Asked only if one of these holds; always, if empty."""
    told_by: tuple[str, ...] = ()
    """Not asked, and not open, where all of these are answered: together they say as much."""
    implies: tuple[tuple[str, tuple[tuple[str, Value], ...]], ...] = ()
    """For an answer, what it tells of other keys; their own answers, and later questions, know better."""
    parts: tuple[Part, ...] = ()
    marks: tuple[Sign, ...] = ()
    """The rows of a list."""
    also: tuple[str, ...] = ()
    """Older questions for what a list asks; a sheet is asked for them too, a person is not."""
    said: str = ""
    """The telling answer as a statement, for *because you said*; a row of a list has its own."""
    topic: str = "safety"
    """``safety``, ``profile``, ``cause`` or ``diary``."""
    sources: tuple[str, ...] = ()
    reviewed: str = ""
    """Date of the last review, ISO 8601; by whom is at the head of the file."""


class Flag(Struct, frozen=True):
    """A red flag, or a milder reason to be seen: a level that holds whatever else is answered."""

    id: str
    level: Level
    when: tuple[Line, ...]
    """All of these lines must hold."""
    unless: tuple[tuple[Line, ...], ...] = ()
    """Finer answers that take it back: not raised where all lines of one of these ways hold."""
    aid: str = ""
    """First aid, told before anything else."""
    advice: str = ""
    bars_stretch: bool = False
    bars_massage: bool = False
    sure: bool = False
    """Only a sure answer raises it: a habit, not a sign.  Every other flag takes *not sure* as it takes the sign."""
    ends_session: bool = True
    """False: from ``SAME_DAY`` on a cramp is coached no further, but where this flag is the only one, it is."""
    sources: tuple[str, ...] = ()
    reviewed: str = ""


class Weight(Struct, frozen=True):
    """What an answer adds to a cause; a negative number speaks against it."""

    when: tuple[Line, ...]
    points: int


class Cause(Struct, frozen=True):
    """What may have played a part."""

    id: str
    name: str
    evidence: str
    """A good study or guideline, B reputable lists, C mechanism or tradition."""
    weights: tuple[Weight, ...]
    why: str
    """How it may bring a cramp about, worded as weak as the evidence is."""
    helps: tuple[str, ...]
    """What helps."""
    moves: tuple[str, ...] = ()
    """What helps by moving or stretching; left out where the leg must not be stretched."""
    routine: str = ""
    """Id of the routine that fits; empty: none."""
    never: tuple[str, ...] = ()
    """What must not be said of it; tested."""
    claims: tuple[str, ...] = ()
    """Claims of the seed article that it covers."""
    sources: tuple[str, ...] = ()
    reviewed: str = ""


class Knowledge(Struct, frozen=True):
    items: tuple[Item, ...]
    flags: tuple[Flag, ...]
    causes: tuple[Cause, ...]
    safety_check: tuple[str, ...]
    """Keys of the safety screen that follows a cramp: the lists in their short form, with their finer questions."""
    interview: tuple[str, ...]
    """Keys of the whole talk; ``key.*`` is asked in its parts."""
    rub: tuple[Line, ...]
    """What must have been answered before any rubbing."""
    by_key: Mapping[str, Item] = {}
    """The questions by their keys, their parts under ``key.part``; filled from ``items``."""
    labels: Mapping[str, str] = {}
    """What a row says, by its id; filled from ``items``."""

    def __post_init__(self) -> None:
        found = {item.key: item for item in self.items}
        for item in self.items:
            for part in item.parts:
                key = f"{item.key}.{part.name}"
                found[key] = Item(key, part.ask, item.why, topic=item.topic, sources=item.sources)
        force_setattr(self, "by_key", found)
        force_setattr(self, "labels", {mark.id: mark.label for item in self.items for mark in item.marks})

    def keys(self, order: tuple[str, ...]) -> tuple[str, ...]:
        """The keys of an order one by one: a question in parts as its parts."""
        found: list[str] = []
        for key in order:
            name, _, parts = key.partition(".")
            found += [f"{name}.{part.name}" for part in self.by_key[name].parts] if parts == "*" else [key]
        return tuple(found)

    def asks(self, order: tuple[str, ...]) -> tuple[str, ...]:
        """Every line of an order as it is spoken, for rendering ahead."""
        lines: list[str] = []
        for key in self.keys(order):
            item = self.by_key[key]
            lines += [item.ask, *breaths(item)]
        return tuple(lines)


BREATH = 3
"""Rows of a list that are read in one breath."""


def breaths(item: Item) -> tuple[str, ...]:
    """The rows of a list for the ear."""
    labels = [mark.label for mark in item.marks]
    return tuple(f"{'; '.join(labels[at : at + BREATH])}." for at in range(0, len(labels), BREATH))


NOTHING = Knowledge((), (), (), (), (), ())
"""No questions at all."""
