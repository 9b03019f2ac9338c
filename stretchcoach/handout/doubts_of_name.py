"""Reasons not to be certain of what an exercise is called, and of which lines are its own.

Each rule gives the question that it leaves; empty where it has none.
"""

import re
from collections.abc import Iterator

from stretchcoach.handout import keywords
from stretchcoach.handout.case import MOST_WORDS, Case
from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import (
    BODY,
    KNOWN,
    NUMBERED,
    OF_ALL,
    PLACED,
    SOFT,
    STARTS,
    has_no_name,
    is_known,
    is_named,
    is_part,
    is_section,
    words,
)
from stretchcoach.handout.lines import MEASURES, Role, name_before
from stretchcoach.handout.openers import COUNTED, begins_with_a_name
from stretchcoach.handout.steps import exercise_name, takes_usual
from stretchcoach.handout.stories import introduced
from stretchcoach.words import handout_doubts

LONG = 180.0
"""Seconds from which ``stretches`` are a part of the session rather than one exercise."""
JOINING = frozenset(
    "with without using on in of for and or then from to at by as focus maintain maintaining but".split()
)
"""Words that begin no name."""
MOST_ITEM, FEWEST_ITEMS = 3, 4
"""Words of a name that nobody knows, and lines of one form that make it one of a list."""
_PLACING = re.compile(r"get (?:in|into|on|onto|down)\b", re.IGNORECASE)
"""How one takes up a position."""


def name_is_none(case: Case) -> str:
    """The name is not certainly that of an exercise: a label, a section, a piece of a sentence."""
    opener, name = case.block.opener, case.name
    if opener.role is Role.TEXT and not opener.set_off:
        if NUMBERED.match(opener.raw) or _listed(case) or introduced(opener):
            return ""
        said = words(opener.body)
        begins = opener.first in STARTS - SOFT or KNOWN.match(name) or _PLACING.match(name)
        return "" if (begins and BODY & set(said)) or is_named(name) else handout_doubts.is_an_exercise(name)
    listed = case.alone and not case.block.lines and is_known(name) and not _long_and_plain(case)
    odd = _begins_otherwise(case) or OF_ALL.search(name)
    if (is_section(name) and not listed and not _one_of_a_kind(case)) or (odd and not _listed(case)):
        return handout_doubts.is_an_exercise(name)
    if is_named(name) or (is_known(name) and case.alone and not case.block.lines):
        return ""
    if is_part(name) and (
        case.alone or keywords.NUMBERED.match(opener.body) or opener.set_off or opener.mark in ("number", "bullet")
    ):
        return ""
    certain = NUMBERED.match(opener.raw) or _formed(case) or _listed(case) or _like_others(case)
    return "" if certain else handout_doubts.is_an_exercise(name)


def _like_others(case: Case) -> bool:
    """Whether an odd name, with its measure, has the form of others in this sheet that certainly are exercises."""
    form, said = _form(case.block), words(case.name)
    if not case.block.measured or not 0 < len(said) <= MOST_WORDS or has_no_name(case.name):
        return False
    if re.search(r"[\d:%]", case.name):
        return False
    alike = [block for block in case.outline.blocks if block is not case.block and _form(block) == form]
    named = [block for block in alike if block.measured and is_named(exercise_name(block, 0))]
    return len(named) > 1 and all(block.measured or DoseKind.OPEN in block.kinds for block in alike)


def _form(block: Block) -> tuple[object, ...]:
    opener = block.opener
    return (block.kind, opener.mark, opener.role, opener.set_off, bool(opener.kinds & MEASURES))


def _long_and_plain(case: Case) -> bool:
    """``Cooldown stretches, 5 min``: a part of the session, with nothing but a length of minutes."""
    return (case.made.hold or case.made.move or 0.0) >= LONG and case.block.kinds <= {DoseKind.TIME, DoseKind.OFTEN}


def _begins_otherwise(case: Case) -> bool:
    """Whether a name begins as none does: with a word that joins, or as an instruction that no exercise is called."""
    opener, first = case.block.opener, (words(case.name) or [""])[0]
    if opener.role is Role.TEXT and not opener.set_off:
        return False
    numbered = keywords.NUMBERED.match(opener.body)
    told = opener.role is Role.HEAD and opener.directs and not KNOWN.match(case.name) and not numbered
    return first in JOINING or told or "\u2192" in case.name or "->" in case.name


def _one_of_a_kind(case: Case) -> bool:
    """``3. Big toe stretches``: a number, a part of the body, instructions below it and one measure."""
    told = [line for line in case.block.lines if line.role is not Role.NOTE]
    alone = len(told) == 1 and told[0].role is Role.TEXT and bool(told[0].kinds & MEASURES)
    marked = case.block.opener.mark == "number"
    plain = re.sub(r"\bexercises?\b", "", case.name, flags=re.IGNORECASE)
    steps = len(told) > 1 and all(line.mark in ("bullet", "number") for line in told) and is_known(plain)
    return steps or ((marked or alone) and bool(BODY & set(words(case.name))) and _formed(case))


def _listed(case: Case) -> bool:
    """Whether it is one of a numbered list of instructions, each with a measure of its own."""
    opener, beside = case.block.opener, list(_beside(case))
    clauses = [words(clause) for each in opener.sentences for clause in re.split("[,;:]", each.text)]
    directed = any(said and said[0] in STARTS | keywords.VERBS and BODY & set(said) for said in clauses)
    numbered = opener.mark == "number" and bool(opener.kinds & MEASURES) and directed
    return numbered and bool(beside) and all(other.opener.kinds & MEASURES for other in beside)


def _formed(case: Case) -> bool:
    """Whether a heading of a few words has instructions below it and then a measure, as an exercise has."""
    block = case.block
    above = case.above
    if ":" in block.opener.body.rstrip(": "):
        return False
    plain = block.opener.role is Role.HEAD and len(words(case.name)) <= MOST_WORDS and not has_no_name(case.name)
    if not plain or (above and not above.measured and not is_section(above.opener.body)):
        return False
    directed = any(
        line.role is Role.TEXT
        and (line.first in STARTS or (line.first in keywords.VERBS and BODY & set(words(line.body))))
        for line in block.lines
    )
    return directed and any(line.kinds & MEASURES for line in block.lines)


def measured_elsewhere(case: Case) -> str:
    """It begins with an instruction and no name, and its measure stands on another line of its own."""
    opener = case.block.opener
    if opener.role is not Role.TEXT or opener.set_off or opener.kinds & MEASURES:
        return ""
    below = case.block.lines
    named = begins_with_a_name(opener) and not any(line.mark == opener.mark for line in below)
    if (takes_usual(case.block) and (not below or named)) or _steps_to_a_measure(case.block):
        return ""
    if _is_verse(case.block) and any(near and _is_verse(near) for near in (case.above, case.below)):
        return ""
    return handout_doubts.ONE_WITH_THE_LINES_BELOW


def _is_verse(block: Block) -> bool:
    """Whether it is an instruction with a part of the body, and its hold and count right below: one of a refrain."""
    opener = block.opener
    told = opener.role is Role.TEXT and not opener.mark and opener.first in STARTS and BODY & set(words(opener.body))
    doses = [line for line in block.lines if line.role is Role.DOSE]
    return bool(told and doses == block.lines and any(line.kinds & COUNTED for line in doses))


def _steps_to_a_measure(block: Block) -> bool:
    """Whether it is a list from 1 on, whose measure stands at its end, and none of whose steps takes up a position."""
    steps = [line for line in block.all if line.mark == "number"]
    counts = [line.ordinal for line in steps] == list(range(1, len(steps) + 1)) and len(steps) > 1
    placed = any(line.first in PLACED for line in steps[1:])
    early = any(line.kinds & MEASURES for line in steps[:-1])
    return counts and not placed and not early and block.opener is steps[0]


def heads_several(case: Case) -> str:
    """``Back and chest openers`` over paragraphs that each begin as an exercise, with nothing but what all have."""
    if not (takes_usual(case.block) and case.outline.usual) or case.block.opener.role is not Role.HEAD:
        return ""
    begun = [
        line
        for line in case.block.lines
        if line.role is Role.TEXT and not line.mark and line.first in STARTS - SOFT and BODY & set(words(line.body))
    ]
    several = {"and", "openers", "stretches", "exercises", "releases", "moves"} & set(words(case.name))
    return handout_doubts.is_an_exercise(case.name) if several and len(begun) > 1 else ""


def one_of_steps(case: Case) -> str:
    """It is one of several marked instructions, of which others have no measure: they may be the steps of one."""
    if case.block.opener.role is not Role.TEXT or case.block.opener.set_off or not case.block.opener.mark:
        return ""
    whole = takes_usual(case.block) and bool(case.outline.usual)
    for other in _beside(case):
        if whole and (begins_with_a_name(other.opener) or not (other.lines or case.block.lines)):
            continue
        if other.opener.role is Role.TEXT and not other.measured and DoseKind.OPEN not in other.kinds:
            return handout_doubts.of_its_own(other.opener.number)
    return ""


def _beside(case: Case) -> Iterator[Block]:
    for near in (case.above, case.below):
        if near and near.opener.mark == case.block.opener.mark:
            yield near


def may_be_unnamed(case: Case) -> str:
    """An instruction without a name, where a name without a measure stands above: it may be that one's."""
    opener, above = case.block.opener, case.above
    if above and above.opener.mark == "head" and not above.measured and is_named(above.opener.body) and _borrows(case):
        return handout_doubts.how_line_is_done(above.opener.number)
    short = is_named(case.name) and len(words(case.name)) <= MOST_WORDS and not opener.directs
    named = opener.role is Role.HEAD or opener.set_off or short
    if named or (opener.mark and opener.role is Role.ITEM):
        return ""
    if above and not above.measured and above.kind in ("exercise", "heading") and not is_section(above.opener.body):
        return handout_doubts.how_line_is_done(above.opener.number)
    return ""


def _borrows(case: Case) -> bool:
    """Whether it is one of a list, and its measure stands below, outside of the list."""
    opener = case.block.opener
    listed = opener.mark in ("bullet", "number") and not opener.kinds & MEASURES
    return listed and any(line.kinds & MEASURES and line.mark != opener.mark for line in case.block.lines)


def _is_next_item(case: Case, below: Block) -> bool:
    """Whether it is one more of several lines with a name and a measure: ``Bicycle 30 seconds``, below two planks."""
    name = name_before(below.opener.sentences[0])
    plain = name[:1].isupper() and not has_no_name(name) and below.opener.first not in keywords.VERBS
    alike = [block for block in case.outline.blocks if _form(block) == _form(below) and not block.lines]
    joins = words(name)[0] in JOINING if words(name) else True
    return plain and not joins and len(words(name)) <= MOST_ITEM and case.block in alike and len(alike) >= FEWEST_ITEMS


def goes_on_below(case: Case) -> str:
    """The line that follows has a measure and no name, and may belong to it."""
    below = case.below
    if below is None or below.kind != "exercise" or below.opener.mark:
        return ""
    if below.opener.role is Role.HEAD:
        adjoins = below.opener.number == max(line.number for line in (*case.block.all, *case.block.notes)) + 1
        odd = not is_named(below.opener.body) and not is_section(below.opener.body) and below.measured
        return handout_doubts.line_belongs(below.opener.number) if adjoins and odd and not _formed(case) else ""
    if _form(below) == _form(case.block) and below.measured and case.block.measured and below.opener.set_off:
        return ""
    item = below.opener.role is Role.ITEM
    if item and _is_next_item(case, below):
        return ""
    name = name_before(below.opener.sentences[0]) if item else below.opener.body
    plain = below.opener.role is Role.TEXT and not below.opener.set_off
    joins = words(name)[:1] and words(name)[0] in JOINING
    if not joins and ((plain and below.opener.first in STARTS) or is_known(name) or is_part(name)):
        return ""
    return handout_doubts.line_belongs(below.opener.number)
