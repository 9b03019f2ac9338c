"""A sheet cut into its exercises as a whole: by headings, numbers, names or bullets, where every part has one form.

A way to cut is tried on the whole sheet and counts only if all that comes of it is regular: each part has one name, one
measure in the same place, and nothing that may begin a second exercise.  What is not regular is read line by line.
"""

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from stretchcoach.handout import keywords
from stretchcoach.handout.exercises import UNCUT, Cut, outlined
from stretchcoach.handout.lexicon import STARTS, is_named, is_section, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role
from stretchcoach.handout.regular import FEWEST, NAMING, certain_parts, is_exercise, is_one

_NOTHING = (Role.BLANK, Role.SKIPPED, Role.JOINED)
MOST_LINES = 20
"""Lines of a sheet that is one exercise, and of a part of any other."""
FEW_WORDS = 4
"""Words of a name in a list inside a part."""


def cut(lines: list[HandoutLine]) -> Cut:
    """The first way to cut a sheet by which it is regular; ``UNCUT`` where there is none."""
    live = [line for line in lines if line.role not in _NOTHING]
    for begins in _ways(live):
        made = _parted(begins, live)
        if made and (certain := certain_parts(outlined(lines, frozenset(), made), made)):
            return replace(made, certain=certain)
    return _alone(live, lines)


def _alone(live: list[HandoutLine], lines: list[HandoutLine]) -> Cut:
    """The cut of a sheet that is one exercise: one name or none, one measure, and nothing told behind it."""
    told = [line for line in live if line.role in (Role.TEXT, Role.ITEM, Role.DOSE) and not line.prose]
    named = [line for line in live if _is_name(line)]
    directed = [line for line in told if line.directs or line.first in STARTS]
    if not directed or len(named) > 1 or any(line.number > directed[0].number for line in named):
        return UNCUT
    if (not named and live[0].role is Role.HEAD) or _is_counted_on(live):
        return UNCUT
    if len(live) > MOST_LINES or sum(block.measured for block in outlined(lines).blocks) > 1:
        return UNCUT
    begin = (named or directed)[0].number
    made = Cut(frozenset({begin}), frozenset(line.number for line in live if line.number > begin))
    outline = outlined(lines, frozenset(), made)
    parts = [block for block in outline.blocks if block.opener.number >= begin]
    before = [block for block in outline.blocks if block not in parts]
    apart = outline.usual or outline.homeless or any(block.kinds for block in before)
    if apart or len(parts) != 1 or not parts[0].measured or any(line.role in NAMING for line in parts[0].lines):
        return UNCUT
    if not is_one(parts[0]) or not is_exercise(parts[0]):
        return UNCUT
    return replace(made, certain=made.begins)


def _is_counted_on(live: list[HandoutLine]) -> bool:
    """Whether a numbered note stands below a numbered line that is an exercise already: the next one of a list."""
    whole = [line.number for line in live if line.mark == "number" and line.role is Role.TEXT and line.kinds & MEASURES]
    return any(line.mark == "number" and line.role is Role.NOTE and line.number > whole[0] for line in live if whole)


def _ways(live: list[HandoutLine]) -> Iterator[list[HandoutLine]]:
    """The lines that exercises may begin on: those with one mark, or the names that stand alone."""
    for level in (4, 3, 2, 1):
        yield [line for line in live if line.mark == "head" and _level(line) == level]
    numbers = [line for line in live if line.mark == "number" and line.role is not Role.NOTE]
    yield _counting(numbers)
    outer = min((line.indent for line in numbers), default=0)
    yield _counting([line for line in numbers if line.indent == outer and line.role is Role.HEAD])
    yield [line for line in live if not line.mark and line.role is Role.HEAD and not _is_label(line)]
    yield [line for line in live if not line.mark and line.role is Role.ITEM]
    bullets = [line for line in live if line.mark == "bullet" and line.role is not Role.NOTE]
    least = min((line.indent for line in bullets), default=0)
    yield _told_each([line for line in bullets if line.indent == least], live)
    yield [line for line in bullets if line.role is Role.HEAD]


def _level(line: HandoutLine) -> int:
    return len(line.raw.strip()) - len(line.raw.strip().lstrip("#"))


def _is_label(line: HandoutLine) -> bool:
    return line.labelled and not line.body.endswith(":")


def _is_name(line: HandoutLine) -> bool:
    return line.role is Role.HEAD and is_named(line.body.rstrip(": "))


def _counting(numbered: list[HandoutLine]) -> list[HandoutLine]:
    """The numbered lines, if their numbers go up one by one all the way."""
    return numbered if all(line.ordinal == above.ordinal + 1 for above, line in pairwise(numbered)) else []


def _told_each(bullets: list[HandoutLine], live: list[HandoutLine]) -> list[HandoutLine]:
    """The bullets of a sheet, if each begins as an exercise does and no name of one stands over them."""
    above = [line for line in live if bullets and line.number < bullets[0].number][-1:]
    steps = any(_is_name(line) and not is_section(line.body) for line in above)
    begun = all(line.role is not Role.DOSE and line.first not in keywords.CONTINUED for line in bullets)
    return bullets if begun and not steps else []


def _parted(begins: list[HandoutLine], live: list[HandoutLine]) -> Cut | None:
    """The cut into parts that begin on these lines; None where a name stands in the middle of one.

    A heading ends a part, and the last one has no more lines than the longest before it: what follows is no part of it.
    """
    numbers = {line.number for line in begins}
    plain = not any(line.mark for line in begins)
    parts: list[list[HandoutLine]] = []
    into = False
    for line, follower in zip_longest(live, live[1:]):
        over = line.role is Role.HEAD and follower is not None and follower.number in numbers and not line.kinds
        if line.number in numbers and not (over and plain):
            parts.append([line])
            into = True
        elif (over and line.mark in ("", "head")) or line.mark == "head":
            if _is_name(line):
                return None
            into = False
        elif into and _breaks(line, plain):
            return None
        elif into:
            parts[-1].append(line)
    if len(parts) < FEWEST or any(len(part) > MOST_LINES for part in parts[:-1]):
        return None
    del parts[-1][max(map(len, parts[:-1])) :]
    inside = frozenset(line.number for part in parts for line in part[1:])
    return Cut(frozenset(part[0].number for part in parts), inside)


def _breaks(line: HandoutLine, plain: bool) -> bool:
    """Whether a line in the middle of a part may begin one itself; ``plain``: parts begin on a few words alone."""
    if line.role is not Role.HEAD:
        return not line.mark and (line.role is Role.ITEM or (line.role is Role.TEXT and line.set_off))
    if _is_name(line) and (not line.mark or len(words(line.body)) <= FEW_WORDS):
        return True
    return plain and not line.mark and not line.body.endswith(":")
