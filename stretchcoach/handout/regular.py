"""Whether the parts that a sheet was cut into are regular: each is one exercise with one measure, all of one form."""

from stretchcoach.handout import keywords
from stretchcoach.handout.another import restarted
from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.exercises import Block, Cut, Outline
from stretchcoach.handout.lexicon import (
    BODY,
    OF_ALL,
    PLACED,
    STARTS,
    has_no_name,
    is_known,
    is_named,
    is_section,
    words,
)
from stretchcoach.handout.lines import MEASURES, Role, Sentence
from stretchcoach.handout.openers import begins_with_a_name, for_all

FEWEST = 2
"""Parts that make a sheet regular."""
NAMING = (Role.HEAD, Role.ITEM)
MOST_WORDS = 9
"""Words of a name that are looked at."""
_MANNER = frozenset("keep keeping slowly gently while use using with".split())
"""Words that tell how something goes on."""


def certain_parts(outline: Outline, made: Cut) -> frozenset[int]:
    """The beginnings of those parts that are one exercise with one measure; none where the parts have no one form."""
    parts = [block for block in outline.blocks if block.opener.number in made.begins]
    told = [block for block in parts if block.measured or outline.usual]
    good = [block for block in told if block.kind == "exercise" and is_one(block)]
    enough = len(good) >= FEWEST and 3 * len(good) >= 2 * len(parts) and 2 * sum(map(is_exercise, parts)) > len(parts)
    odd = any(block.measured and block not in good for block in told)
    if not enough or odd or not _alike(parts, told) or not _closed(parts, outline, made):
        return frozenset()
    return frozenset(block.opener.number for block in good)


def _closed(parts: list[Block], outline: Outline, made: Cut) -> bool:
    """Whether every part is there, and no other exercise or measure stands between or outside of them."""
    first, last = min(made.begins), max(made.begins)
    others = [block for block in outline.blocks if first < block.opener.number < last and block not in parts]
    if len(parts) != len(made.begins) or outline.homeless or len(outline.usual) > 1:
        return False
    return not any(block.kind in ("rounds", "exercise") for block in others)


def _alike(parts: list[Block], told: list[Block]) -> bool:
    """Whether the parts have one form, and those without a measure something else to tell."""
    forms = {_form(block) for block in told if block.measured}
    tell = all(block in told or DoseKind.OPEN in block.kinds or block.lines for block in parts)
    return len(forms) <= 1 and tell and all(map(_may_be, parts))


def _form(block: Block) -> tuple[object, ...]:
    """What the parts of a regular sheet have in common: mark, kind of the first line, and where the measure stands."""
    opener = block.opener
    return (opener.mark, opener.mark == "number" or opener.role in NAMING, _place(block))


def _place(block: Block) -> str:
    """Where the measure of a part stands: on its first line, right below that, or further down."""
    if block.opener.kinds & MEASURES:
        return "first"
    told = [line for line in block.lines if line.role is not Role.HEAD]
    return "second" if told and told[0].role is Role.DOSE and len(block.lines) > 1 else "below"


def _may_be(block: Block) -> bool:
    """Whether a part has no name that stands over several, or over something else."""
    opener = block.opener
    if opener.role is Role.HEAD and OF_ALL.search(opener.body):
        return False
    if opener.role is not Role.HEAD or not is_section(opener.body):
        return opener.role is not Role.DOSE
    if block.measured and all(each.bare for line in block.lines for each in line.sentences if each.kinds & MEASURES):
        return len(block.lines) > 1
    return is_known(opener.body) and not opener.body.endswith(":")


def is_exercise(block: Block) -> bool:
    """Whether a part has the name of an exercise, or begins as one."""
    opener = block.opener
    if opener.role is Role.TEXT and not opener.set_off:
        said = words(opener.body)
        return begins_with_a_name(opener) or (opener.first in STARTS and bool(BODY & set(said)))
    name = opener.body.rstrip(": ")
    return is_named(name) or (is_known(name) and not has_no_name(name)) or bool(BODY & set(words(name)[:MOST_WORDS]))


def is_one(block: Block) -> bool:
    """Whether nothing in a part may begin a second exercise: no position taken up twice, nothing told behind it."""
    live = [each for line in block.all for each in line.sentences if not each.note]
    measured = [place for place, each in enumerate(live) if each.kinds & MEASURES]
    late = _place(block) == "below" or block.opener.role is Role.TEXT
    if measured and late and any(_directs(each) for each in live[measured[-1] + 1 :]):
        return False
    if restarted(block) or any(line.kinds & MEASURES and for_all(line) for line in block.lines):
        return False
    dosed = [line for line in block.all if line.kinds & (MEASURES | {DoseKind.SETS})]
    if any(any(map(_directs, line.sentences)) for line in dosed[1:]):
        return False
    placed = [line for line in block.all if line.first in PLACED and line.role is Role.TEXT]
    return len(placed) < FEWEST


def _directs(sentence: Sentence) -> bool:
    """Whether it tells how something is done, with a part of the body, and is not about the other side."""
    said = words(sentence.text)
    first = said[0] if said else ""
    if sentence.bare or first in keywords.CONTINUED | _MANNER or {"other", "opposite"} & set(said):
        return False
    return first in STARTS and bool(BODY & set(said))
