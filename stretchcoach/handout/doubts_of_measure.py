"""Reasons not to be certain of how much an exercise is: what stands around its measure and may change it.

Each rule gives the question that it leaves; empty where it has none.
"""

import re

from stretchcoach.core.routine import Sides
from stretchcoach.handout import keywords
from stretchcoach.handout.case import Case
from stretchcoach.handout.dose import Atom, DoseKind, strange
from stretchcoach.handout.exercises import Block, Outline
from stretchcoach.handout.lexicon import BODY, FOR_LATER, HELD_NAMES, MOVING, STARTS, is_named, is_part, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, Sentence
from stretchcoach.handout.measures import BRIEF, repeated_for
from stretchcoach.handout.openers import COUNTED, LASTING
from stretchcoach.handout.steps import held_in_each, takes_usual
from stretchcoach.words import handout_doubts, handout_questions

LONG_IN_ALL = 60.0
"""Seconds from which a length may be that of all repetitions."""
_COUNTING = re.compile(r"\b(?:reps?|repetitions?|sets?|rounds?)\b")
_WARNING = re.compile(r"\W*(?:do not|don't|never|avoid)\b[^.;]*(?:,|;| and | but )")
_PART = re.compile(r"(?:set|round|circuit)\s*#?\s*\d{1,2}\W*")
"""A heading that numbers the parts of a sheet: ``Set 2``."""
_TELLING = MEASURES | {DoseKind.SETS, DoseKind.EACH, DoseKind.WAYS}


def told_in_notes(case: Case) -> str:
    """A sentence that was taken for a note has a measure, and is not only for later."""
    for line in (*case.block.all, *case.block.notes):
        for each in line.sentences:
            aside = each.note or line.role is Role.NOTE
            told = {atom.kind for atom in each.atoms}
            if aside and DoseKind.UNCLEAR in told and not case.block.measured:
                return handout_doubts.changes_it(shortened(each.text), line.number)
            if aside and case.made.reps is not None and case.made.hold is None and (_lasts(each) or _warned(each)):
                return handout_doubts.changes_it(shortened(each.text), line.number)
            kinds = told & _TELLING
            if aside and kinds and not FOR_LATER.match(each.text.lower()) and not _agrees(each.atoms, case.block.atoms):
                return handout_doubts.changes_it(shortened(each.text), line.number)
    return ""


def _lasts(sentence: Sentence) -> bool:
    """Whether it tells of a hold that is no short one of a repetition: ``When it hurts, hold that for 45 seconds``."""
    return any(atom.kind is DoseKind.HOLD and atom.value >= BRIEF for atom in sentence.atoms)


def _warned(sentence: Sentence) -> bool:
    """Whether a warning goes on to a hold: ``Don't bounce, and breathe as you hold for 7 seconds``."""
    return bool(_WARNING.match(sentence.text.lower())) and DoseKind.HOLD in sentence.kinds


def _agrees(noted: tuple[Atom, ...], own: list[Atom]) -> bool:
    """Whether a note says again what is known."""
    known = {(atom.kind, atom.value) for atom in own}
    return all((atom.kind, atom.value) in known for atom in noted if atom.kind in _TELLING)


def shortened(text: str) -> str:
    """What a line says, cut where it is long."""
    return text if len(text) <= 60 else f"{text[:57]}..."


def done_once(case: Case) -> str:
    """A single repetition, which nobody prescribes: it is what the sheet calls one, or a number was lost."""
    single = case.made.reps == 1 and case.made.hold is None
    return handout_questions.HOW_MANY_TIMES if single else ""


def times_in_times(case: Case) -> str:
    """So many times, and in brackets so many on each side: they may be the same ones: ``4 x 30 s (2 each leg)``."""
    live = (each for line in case.block.all for each in line.sentences if not each.note)
    counts = COUNTED | {DoseKind.SETS}
    together = any(len({atom.text for atom in each.atoms if atom.kind in counts}) > 1 for each in live)
    doubled = case.made.rounds > 1 and case.made.sets > 1 and DoseKind.ROUNDS not in case.block.kinds
    return handout_questions.MORE_COUNTS if doubled and together and case.made.side is Sides.EACH else ""


def very_long(case: Case) -> str:
    """Longer than anybody stretches: ``30'`` may be seconds, and a count may be that of something else."""
    return handout_questions.so_long(case.made.whole) if case.made.long else ""


def lasts_in_all(case: Case) -> str:
    """A count, and behind it minutes alone: ``Repeat 12 times. 2 min.`` most likely says how long all of it takes."""
    for line in case.block.all:
        live = [each for each in line.sentences if not each.note]
        counted = next((place for place, each in enumerate(live) if _has(each, COUNTED)), len(live))
        behind = [atom for each in live[counted + 1 :] if each.bare for atom in each.atoms]
        time = next((atom for atom in behind if atom.kind is DoseKind.TIME and atom.value >= LONG_IN_ALL), None)
        if time:
            count = next(atom.value for atom in live[counted].atoms if atom.kind in COUNTED)
            return handout_questions.seconds_or_times(time.value, count)
    return ""


def held_below(case: Case) -> str:
    """A stretch is counted, and what stands below it without the name of an exercise is held: it may be its own."""
    below = case.below
    counted = case.made.reps is not None and not case.block.kinds & LASTING and keywords.STILL.search(case.name.lower())
    if not counted or below is None or below.opener.role is not Role.HEAD or is_named(below.opener.body.rstrip(": ")):
        return ""
    sentences = (each for line in (*below.all, *below.notes) for each in line.sentences)
    held = below.kinds & LASTING or any(map(_lasts, sentences))
    return handout_doubts.line_belongs(below.opener.number) if held else ""


def how_far(case: Case) -> str:
    """A way to go, and an instruction with a measure of its own right below: it may tell how one goes."""
    below, above = case.below, case.above
    if case.made.far and below and _tells_how(below):
        return handout_doubts.line_belongs(below.opener.number)
    far = above is not None and DoseKind.DISTANCE in above.kinds
    return handout_doubts.how_line_is_done(above.opener.number) if above and far and _tells_how(case.block) else ""


def _tells_how(block: Block) -> bool:
    opener = block.opener
    told = opener.first in keywords.VERBS and not opener.set_off
    return told and block.measured and DoseKind.DISTANCE not in block.kinds


def for_all(case: Case) -> str:
    """What is said of all exercises adds to what this one says, and may be meant for it."""
    kinds = case.block.kinds
    for line in case.outline.usual:
        single = {atom.kind for atom in line.atoms if atom.kind in COUNTED | {DoseKind.SETS} and atom.most == 1}
        more = (line.kinds - single) & (_TELLING | {DoseKind.ROUNDS})
        if held_in_each(case.block) and more <= COUNTED and len(case.outline.usual) == 1:
            continue
        if kinds & COUNTED and _lasts_long(line):
            continue
        if case.block.measured and not more <= kinds and not (more & LASTING and kinds & LASTING and len(more) == 1):
            return handout_doubts.said_of_all(line.number)
        if not case.block.measured and len(case.outline.usual) > 1:
            return handout_doubts.HOW_MUCH_OF_MORE_LINES
        after = line.number > case.block.opener.number and not _is_last(line, case.outline)
        if not case.block.measured and (after or _headed_between(line, case)):
            return handout_doubts.for_this_too(line.number, shortened(line.body))
    return ""


def _lasts_long(line: HandoutLine) -> bool:
    """Whether all that it says of every exercise is a length that nobody holds in each of many repetitions."""
    atoms = [atom for atom in line.atoms if atom.kind in _TELLING | {DoseKind.ROUNDS}]
    return bool(atoms) and all(atom.kind in LASTING and atom.value >= 2 * BRIEF for atom in atoms)


def _headed_between(line: HandoutLine, case: Case) -> bool:
    """Whether a heading parts it from what is said of all in the middle of a sheet; above all of it, it is for all."""
    blocks = case.outline.blocks
    if not any(block.kind == "exercise" and block.opener.number < line.number for block in blocks):
        return False
    low, high = sorted((line.number, case.block.opener.number))
    return any(block.kind == "heading" and low < block.opener.number < high for block in blocks)


def _is_last(line: HandoutLine, outline: Outline) -> bool:
    return not outline.blocks or outline.blocks[-1].opener.number < line.number


def told_of_several(case: Case) -> str:
    """A sentence in it, or further down, measures several exercises or positions at once: *repeat these five times*."""
    own = {line.number for line in case.block.all}
    if any(line.number in own for line in case.several):
        return handout_doubts.OF_SEVERAL
    begin = case.block.opener.number
    below = (line for line in case.several if line.number > begin and _of_several(line) not in ("positions", "poses"))
    later = next(below, None)
    return handout_doubts.measure_in_line(later.number) if later else ""


def of_several(outline: Outline) -> tuple[HandoutLine, ...]:
    """The lines of exercises that measure more than one of them, or more than one position."""
    return tuple(line for block in outline.blocks for line in block.all if _of_several(line))


def _of_several(line: HandoutLine) -> str:
    """What a sentence with a measure says that of, where it is more than one: ``exercises``, ``positions``."""
    for each in line.sentences:
        found = keywords.SEVERAL.search(each.text.lower())
        if found and not each.note and each.kinds & MEASURES:
            return found[0].split()[-1]
    return ""


def said_outside(case: Case) -> str:
    """A line outside of all exercises tells of sides, sets or counts that this one says nothing of."""
    for line in case.outside:
        if _counts_unread(line) and not case.block.kinds & (COUNTED | {DoseKind.SETS}):
            return handout_doubts.times_in_line(line.number)
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


def measured_twice(case: Case) -> str:
    """Two sentences have a count, or a length, and each says what is done: they may be two movements."""
    opener = case.block.opener
    live = [each for line in case.block.all for each in line.sentences if not each.note]
    for family, question in ((COUNTED, handout_questions.MORE_COUNTS), (LASTING, handout_questions.MORE_LENGTHS)):
        found = [each for each in live if any(atom.kind in family for atom in each.atoms)]
        below = [each for each in found if opener.role is Role.TEXT or each not in opener.sentences]
        if any(not each.bare for each in found[1:]) or _told_between(live, below):
            return question
    counted, held = (next((each for each in live if _has(each, family)), None) for family in (COUNTED, LASTING))
    if counted and held and live.index(counted) < live.index(held) and _directs(counted) and _directs(held):
        return handout_doubts.OF_SEVERAL
    return ""


def _has(sentence: Sentence, family: set[DoseKind] | frozenset[DoseKind]) -> bool:
    return any(atom.kind in family for atom in sentence.atoms)


def _directs(sentence: Sentence) -> bool:
    """Whether it tells how something is done, with a part of the body."""
    said = words(sentence.text)
    return not sentence.bare and bool(STARTS & set(said[:4])) and bool(BODY & set(said))


def _told_between(live: list[Sentence], found: list[Sentence]) -> bool:
    """Whether an instruction stands between two sentences that say how much: the second may be of another exercise."""
    places = [live.index(each) for each in found]
    between = [each for each in live[places[0] + 1 : places[-1]] if not each.bare] if len(places) > 1 else []
    return any(map(_directs, between))


def how_timed(case: Case) -> str:
    """It has a length of time, and only its name tells whether it moves."""
    usual = {atom.kind for line in case.outline.usual for atom in line.atoms} if takes_usual(case.block) else set()
    if DoseKind.HOLD in case.block.kinds | usual:
        return ""
    if case.made.hold is not None and case.made.reps is None:
        turned = DoseKind.IN_TURN in case.block.kinds
        goes = keywords.GOING.search(case.name.lower()) and not takes_usual(case.block)
        return handout_questions.HOLD_OR_MOVE if turned or goes or _held_by_its_part(case) else ""
    timed = [atom for atom in case.block.atoms if atom.kind is DoseKind.TIME]
    if case.made.move is None or repeated_for(timed):
        return ""
    told = " ".join(line.body.lower() for line in case.block.all)
    moves = (
        keywords.GOES.search(case.name.lower())
        or MOVING.search(keywords.PEOPLE.sub("", case.name.lower()))
        or MOVING.search(keywords.PEOPLE.sub("", case.block.opener.body.lower()))
        or keywords.CONTEXT.search(told)
    )
    return "" if moves else handout_questions.HOLD_OR_MOVE


def _held_by_its_part(case: Case) -> bool:
    """Whether nothing but a part of the body speaks for holding still: ``Glute bridges, 3 min``."""
    if keywords.STILL.search(case.name.lower()) or HELD_NAMES.search(case.name):
        return False
    text = " ".join(each.text.lower() for each in case.sentences if not each.note)
    return not is_part(case.name) or bool(keywords.MOVED.search(text))


def outside(outline: Outline) -> tuple[HandoutLine, ...]:
    """The lines that belong to no exercise and tell of measures."""
    apart = [block for block in outline.blocks if block.kind in ("heading", "rounds")]
    headed = [line for block in apart for line in (*block.all, *block.notes)]
    lines = (*outline.notes, *outline.often, *outline.homeless, *headed)
    return tuple(line for line in lines if any(each.atoms for each in line.sentences) or _counts_unread(line))


def _counts_unread(line: HandoutLine) -> bool:
    """Whether it tells of repetitions or sets with a number that was not understood."""
    if _PART.fullmatch(line.body.lower()):
        return False
    return any(_COUNTING.search(each.text.lower()) and any(strange(each.left)) for each in line.sentences)
