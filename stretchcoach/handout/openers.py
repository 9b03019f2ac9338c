"""Which lines begin an exercise, though they have a mark of a list, or no name at all."""

import re
from itertools import pairwise

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import DoseKind
from stretchcoach.handout.lexicon import BODY, STARTS, is_named, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role

LASTING = frozenset({DoseKind.HOLD, DoseKind.TIME, DoseKind.DISTANCE})
COUNTED = frozenset({DoseKind.REPS, DoseKind.TIMES})
_PLACED = re.compile(r"(?:stand|sit|lie|kneel|lay)(?:ing)?\b|(?:in|from) (?:a|the) \w+", re.IGNORECASE)
"""How an exercise without a name begins: with the position."""
SET_UP = re.compile(r"(?:start|begin)\s+(?:with|by|in|from|on)\b", re.IGNORECASE)
"""How an instruction begins that puts one in position: ``Start by lying on your back``."""
_HOLDING = re.compile(r"hold (?:on )?(?:to|onto) (?:a|an|the|your|something)\b", re.IGNORECASE)
"""``Hold on to the sink``: how one stands, and no measure."""
FEW = 2
"""More whole paragraphs than these in a row are an exercise each."""
NAME_AT_MOST = 6
"""Words of a name that stands as a sentence before its instructions."""


def for_all(line: HandoutLine, but: re.Pattern[str] = keywords.NOTHING) -> bool:
    """Whether a line with a measure says it of all exercises; ``but``: words that do not count."""
    said = " ".join(but.sub(" ", each.text.lower()) for each in line.sentences if not each.note and each.atoms)
    if line.role is Role.ITEM and line.mark == "number":
        return False
    if line.role is Role.ITEM and line.kinds & {DoseKind.SETS, DoseKind.REPS}:
        said = said.partition(":")[0]  # "Leg raises: 3 sets of 8, hold each for 2 s" has a name of its own
    return line.role in (Role.DOSE, Role.TEXT, Role.ITEM) and bool(keywords.GLOBAL.search(said))


def openers(lines: list[HandoutLine]) -> tuple[set[int], set[int]]:
    """The numbers of those marked lines that begin an exercise, and of those that certainly are steps of one."""
    found: set[int] = set()
    steps: set[int] = set()
    for mark in ("number", "bullet"):
        for run in _runs(lines, mark):
            if heads := _heads(run):
                found |= heads
            elif _are_steps(run, lines):
                steps |= {line.number for line in run}
            elif _separate(run, lines, mark):
                found |= {line.number for line in run if line.role in (Role.ITEM, Role.HEAD, Role.TEXT)}
    return found | _refrain(lines) | _paragraphs(lines), steps


def _paragraphs(lines: list[HandoutLine]) -> set[int]:
    """Three or more paragraphs side by side, each with what is done and how much of it."""
    found: set[int] = set()
    run: list[HandoutLine] = []
    for line in [*lines, HandoutLine(0, "", role=Role.HEAD)]:
        if line.role in (Role.BLANK, Role.SKIPPED, Role.JOINED):
            continue
        if not line.mark and line.role is Role.TEXT and line.kinds & MEASURES and not for_all(line):
            run.append(line)
            continue
        whole = [each for each in run if sum(not part.bare for part in each.sentences) > 1 and each.first in STARTS]
        if len(run) > FEW and len(whole) == len(run):
            found |= {each.number for each in run}
        run = []
    return found


def _refrain(lines: list[HandoutLine]) -> set[int]:
    """Instructions without names that each end in a count of their own on a line: where each group begins."""
    groups: list[list[HandoutLine]] = [[]]
    found: set[int] = set()
    for line in [*lines, None]:
        if line is not None and line.role in (Role.BLANK, Role.SKIPPED, Role.JOINED, Role.NOTE):
            continue
        told = line is not None and not line.mark and line.role in (Role.TEXT, Role.DOSE)
        if not told or line is None:
            found |= _verses(groups)
            groups = [[]]
        elif line.role is Role.TEXT and not _closes(line) and any(map(_closes, groups[-1])):
            groups.append([line])
        else:
            groups[-1].append(line)
    return found


def _closes(line: HandoutLine) -> bool:
    """Whether it counts what stands above it: ``Repeat 10 times``, ``Return to the start and do it 10 times``."""
    return bool(line.kinds & COUNTED) and (line.role is Role.DOSE or line.first in keywords.CONTINUED)


def _verses(groups: list[list[HandoutLine]]) -> set[int]:
    """The first lines of such groups, from the second on; none where a group has no count, or goes on with another."""
    whole = all(any(map(_closes, group)) for group in groups)
    begun = all(
        group
        and group[0].first in STARTS
        and BODY & set(words(" ".join(line.body for line in group)))
        and (group[0].first not in keywords.CONTINUED or SET_UP.match(group[0].body))
        for group in groups[1:]
    )
    return {group[0].number for group in groups[1:]} if len(groups) > 1 and whole and begun else set()


def _runs(lines: list[HandoutLine], mark: str) -> list[list[HandoutLine]]:
    """Lines with the same mark, up to the next heading, or for bullets to the next number."""
    runs: list[list[HandoutLine]] = [[]]
    for line in lines:
        apart = line.mark == "number" and mark == "bullet"
        if (line.role in (Role.HEAD, Role.ITEM) and not line.mark) or line.mark == "head" or apart:
            runs.append([])
        if line.mark == mark and line.role is not Role.NOTE:
            runs[-1].append(line)
    return [run for run in runs if run]


def _heads(run: list[HandoutLine]) -> set[int]:
    """The names in a run of names, each with lines of its own that measure it; none where it is not like that."""
    heads = [place for place, line in enumerate(run) if line.role is Role.HEAD]
    if len(heads) < 2 or heads[0] or any(line.role is Role.ITEM for line in run):
        return set()
    parts = [run[begin:end] for begin, end in zip(heads, [*heads[1:], len(run)], strict=True)]
    whole = all(any(line.kinds & MEASURES for line in part) for part in parts)
    return {run[place].number for place in heads} if whole else set()


def _separate(run: list[HandoutLine], lines: list[HandoutLine], mark: str) -> bool:
    """Whether the lines of a run are exercises of their own, rather than the steps of one."""
    items = sum(line.role is Role.ITEM or line.set_off for line in run)
    heads = sum(line.role is Role.HEAD for line in run)
    whole = sum(
        line.role is Role.TEXT
        and bool(line.kinds & MEASURES)
        and (line.first not in keywords.CONTINUED or bool(_HOLDING.match(line.body)))
        for line in run
    )
    named = sum(line.role is Role.TEXT and begins_with_a_name(line) for line in run)
    if mark == "number" and 2 * named > len(run) > 2:
        return True
    parents = mark == "number" and len(run) > 1 and _have_lines_between(run, lines)
    above = _above(run[0], lines)
    if len(run) > 1 and _measured_above(run[0], lines) and all(map(_begins_like_one, run)):
        return True
    if len(run) == 1:
        return above is None or above.role is Role.ITEM or items == 1
    if above is None and mark == "number" and not items and not heads:
        return 2 * whole > len(run) or parents
    if mark == "bullet" and above and above.role is Role.HEAD and not items:
        return heads == len(run) or 2 * whole > len(run)
    return parents or 2 * (items + heads) >= len(run) or 2 * (items + heads + whole) > len(run)


def _begins_like_one(line: HandoutLine) -> bool:
    """Whether a line of a list that is measured as a whole is an exercise, and no step of one."""
    begun = line.role is not Role.TEXT or begins_with_a_name(line) or bool(_PLACED.match(line.body))
    return begun and line.first not in keywords.CONTINUED


def begins_with_a_name(line: HandoutLine) -> bool:
    """``Seated calf stretch. Sit on a chair ...``"""
    if line.directs or len(line.sentences) < 2:
        return False
    first = line.sentences[0].text
    return len(first.split()) <= NAME_AT_MOST and is_named(first.rstrip("."))


def _are_steps(run: list[HandoutLine], lines: list[HandoutLine]) -> bool:
    """Whether the marked lines under a name end in a measure without a name: they are the steps of one exercise."""
    dosed = [line.role is Role.DOSE and bool(line.kinds & MEASURES) for line in run]
    first = next((place for place, dose in enumerate(dosed) if dose), 0)
    above = _above(run[0], lines)
    named = above is not None and above.role is Role.HEAD and not above.kinds & MEASURES
    return named and first > 0 and not any(line.kinds & MEASURES for line in run[:first])


def _have_lines_between(run: list[HandoutLine], lines: list[HandoutLine]) -> bool:
    """Whether more than half of the numbered lines have lines of their own below them."""
    after = {line.number: follower for line, follower in pairwise(lines)}
    below = 0
    for line in run:
        follower = after.get(line.number)
        while follower is not None and follower.role in (Role.BLANK, Role.SKIPPED, Role.JOINED):
            follower = after.get(follower.number)
        below += follower is not None and follower.mark not in ("number", "head")
    return 2 * below > len(run)


def _measured_above(line: HandoutLine, lines: list[HandoutLine]) -> bool:
    """Whether the line right above says how much all exercises are."""
    apart = (Role.BLANK, Role.SKIPPED, Role.JOINED, Role.NOTE)
    above = next((other for other in reversed(lines[: line.number - 1]) if other.role not in apart), None)
    return above is not None and bool(above.kinds & MEASURES) and for_all(above)


def _above(line: HandoutLine, lines: list[HandoutLine]) -> HandoutLine | None:
    """The name or heading above a run: the nearest line that is neither blank nor a note."""
    for other in reversed(lines[: line.number - 1]):
        if other.role in (Role.HEAD, Role.ITEM, Role.TEXT):
            return other
    return None
