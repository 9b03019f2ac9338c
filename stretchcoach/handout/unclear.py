"""What leaves a step unclear although its measures come to one: each raises the question that it leaves."""

import re
from collections.abc import Iterable

from stretchcoach.core.routine import Sides
from stretchcoach.handout import keywords
from stretchcoach.handout.dose import GAP, DoseKind
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import BODY, SOFT, STARTS, is_named, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, Sentence, name_before
from stretchcoach.handout.measures import Measure, UnclearError
from stretchcoach.handout.openers import COUNTED, LASTING
from stretchcoach.handout.residue import residue
from stretchcoach.words import handout_questions

_COMMANDS = re.compile(r"\w+ (?:slowly |gently )?(?:your|the|one|both|each|an?|yourself)\b")


def commands(line: HandoutLine) -> bool:
    """Whether it tells to do something with a part of the body: ``Swing one leg to the side``."""
    said = line.body.lower()
    first = words(said)[:1]
    return bool(first) and first[0] in STARTS - SOFT and bool(_COMMANDS.match(said)) and bool(BODY & set(words(said)))


def several_in(line: HandoutLine) -> bool:
    """Whether a paragraph counts, tells how something is done, and counts again: several exercises in one."""
    live = [each for each in line.sentences if not each.note]
    places = [place for place, each in enumerate(live) if {atom.kind for atom in each.atoms} & COUNTED]
    between = live[places[0] + 1 : places[-1]] if len(places) > 1 else []
    return sum(not each.bare for each in between) > 1


def no_strange_numbers(block: Block) -> None:
    for line in block.all:
        if line.strange:
            raise UnclearError(handout_questions.what_means_in(line.strange[0], line.number))


def no_residue(block: Block) -> None:
    """Whatever may belong to a measure is part of one, or asked about."""
    for line in block.all:
        for sentence in line.sentences:
            if sentence.note:
                continue
            left = _only_a_limb(block, sentence) or residue(
                sentence.left, any(atom.kind in MEASURES for atom in sentence.atoms)
            )
            if left and not (not _counted(sentence) and _told_elsewhere(block, sentence.text.lower())):
                raise UnclearError(not_understood(left, line))


_ON_SIDES = re.compile(
    r"\b(?:the |your )(?:other|opposite|second) (?:side|leg|foot|arm)\b|\brepeat to (?:the|your) (?:left|right)\b"
    r"|\bone (?:leg|knee|arm|foot|side|finger|heel|hand) at a time\b"
)


_ON_WAYS = re.compile(r"\b(?:the (?:opposite|other|reverse)|an? (?:counter|anti)?-?clockwise) direction\b")


def _told_elsewhere(block: Block, said: str) -> bool:
    """Whether a sentence on the other side, or the other way, is one that a sentence with a measure tells of."""
    sentences = [each for line in block.all for each in line.sentences if not each.note and _counted(each)]
    kinds = {atom.kind for each in sentences for atom in each.atoms}
    return (bool(_ON_SIDES.search(said)) and DoseKind.EACH in kinds) or (
        bool(_ON_WAYS.search(said)) and DoseKind.WAYS in kinds
    )


def _counted(sentence: Sentence) -> bool:
    return any(atom.kind in MEASURES for atom in sentence.atoms)


_NAME = r"[\w'/-]+(?: [\w'/-]+){0,3} ?"
_SEVERAL = re.compile(rf"^{_NAME}(?:, ?{_NAME})+(?:,? ?(?:and|&) {_NAME})[\s,:-]*{GAP}")
"""``Heel slides, bridges and ankle pumps``, and a measure."""


def no_list(block: Block) -> None:
    """Several names before one measure: whether each has it, and what they are called, is not certain."""
    opener = block.opener
    several = opener.role is Role.ITEM and any(_SEVERAL.match(each.left) for each in opener.sentences[:1])
    named = name_before(opener.sentences[0])
    joined = any(bare_each(line) and (_JOINED.search(line.body) or _two_before(line)) for line in block.all)
    joined = joined or (bare_each(opener) and bool(re.search(r"\band\b|[&+]", named.lower())))
    joined = joined or (any(map(bare_each, block.all)) and " / " in named)
    if several or _two_names(named) or joined or _named_behind(opener):
        raise UnclearError(handout_questions.SEVERAL_EXERCISES)


_JOINED = re.compile(r"\band\b(?![^.,;]*\d)|\w [&+/] \w")
"""What stands between two things that are done *each*."""
_BEHIND = re.compile(rf"^\s*(?:, ?|and |, ?and |then |, ?then )+(?P<name>[a-z][a-z -]{{3,40}}?)\s*(?=$|[,.;({GAP}])")
"""What is named behind a measure."""


def bare_each(line: HandoutLine) -> bool:
    """Whether it says *each* and not of what."""
    return any(atom.kind is DoseKind.EACH and atom.note == "bare" for atom in line.atoms)


def _named_behind(opener: HandoutLine) -> bool:
    """Whether a second exercise is named behind the measure of the first: ``Lunges for 10 metres, side lunges``."""
    if opener.role is not Role.ITEM:
        return False
    behind = re.sub(rf"^[^{GAP}]*{GAP}+", "", opener.sentences[0].left)
    found = _BEHIND.match(behind)
    if not found or not is_named(found["name"]):
        return False
    last = words(found["name"])[-1].rstrip("s")
    return last in {each.rstrip("s") for each in words(name_before(opener.sentences[0]))}


def _two_before(line: HandoutLine) -> bool:
    """Whether two are named before a measure for *each*: ``Lateral swings and front swings, x 10 each``."""
    before = [each.left.partition(GAP)[0].partition(" and ") for each in line.sentences if each.atoms]
    return any(is_named(first) and is_named(second) for first, _, second in before if second)


def _two_names(name: str) -> bool:
    """Whether a name is that of two exercises: ``Ankle pumps and heel slides``, not ``Toe flexion and extension``."""
    first, _, second = re.sub(r"\s+(?:&|\+)\s+", " and ", name).partition(" and ")
    plain = len(second.split()) > 1 or (first.endswith("s") and second.endswith("s"))
    return is_named(first) and is_named(second) and plain


def no_count_in_notes(block: Block, made: Measure) -> None:
    """A single hold, and a count only in what looks like a note: ``work up to 10 reps``."""
    once = made.reps is None and made.sets == made.rounds == 1
    aside = [
        each for line in (*block.all, *block.notes) for each in line.sentences if each.note or line.role is Role.NOTE
    ]
    kinds = COUNTED | {DoseKind.SETS, DoseKind.LATER}
    later = DoseKind.LATER in block.kinds
    if once and (later or any(atom.kind in kinds for each in aside for atom in each.atoms)):
        raise UnclearError(handout_questions.HOW_MANY_TIMES)


def no_other_side(block: Block, made: Measure) -> None:
    """A hold to the left and to the right is two of them, if nothing says *each side*."""
    said = " ".join(line.body.lower() for line in block.all)
    both = all(re.search(rf"\bto (?:the|your) {side}\b", said) for side in ("left", "right"))
    if both and made.hold is not None and made.side is Sides.NONE:
        raise UnclearError(handout_questions.HELD_ON_EACH_SIDE)


def _only_a_limb(block: Block, sentence: Sentence) -> str:
    """``each leg`` in an instruction without a measure: how it is done, or that it is done on both sides."""
    if sentence.bare or {atom.kind for atom in sentence.atoms} & (MEASURES | {DoseKind.SETS}):
        return ""
    for kind, note in ((DoseKind.EACH, "limb"), (DoseKind.WAYS, "")):
        dosed = any(_where(block, kind, note))
        found = next((atom.text.strip() for atom in sentence.atoms if atom.kind is kind and atom.note == note), "")
        if found and not dosed:
            return found
    return ""


def _where(block: Block, kind: DoseKind, note: str) -> Iterable[bool]:
    """Whether each sentence of a block says beyond doubt that it is done on both sides, or both ways."""
    for line in block.all:
        for each in line.sentences:
            sure = each.bare or bool({atom.kind for atom in each.atoms} & (MEASURES | {DoseKind.SETS}))
            yield any(atom.kind is kind and (sure or atom.note != note) for atom in each.atoms)


def not_understood(words: str, line: HandoutLine) -> str:
    """The question that words leave which may change a measure."""
    return handout_questions.words_not_understood(words, line.number)


def no_two_exercises(block: Block) -> None:
    """An instruction with its own measure, and measures further down, may be two exercises."""
    if block.opener.role is Role.TEXT and block.opener.kinds & MEASURES:
        later = next((line for line in block.lines if line.kinds & MEASURES), None)
        told = later and not all(each.bare or each.note for each in later.sentences)
        if later and (told or (len(block.lines) > 1 and later is not block.lines[0])):
            raise UnclearError(handout_questions.belong_together(later.number))
    timed = next((line for line in block.lines if line.role is Role.TEXT and DoseKind.TIME in line.kinds), None)
    if timed and block.opener.role is Role.ITEM and block.opener.kinds & COUNTED:
        raise UnclearError(handout_questions.belong_together(timed.number))
    counts = [each for line in block.all for each in line.sentences if not each.note and _counts(each)]
    if len(counts) > 1 and any(_tells_more(each) for each in counts):
        raise UnclearError(handout_questions.MORE_COUNTS)
    for line in block.all:
        turns = {
            atom.kind for atom in line.atoms if atom.kind in (DoseKind.EACH, DoseKind.WAYS) and atom.note != "bare"
        }
        twice = (DoseKind.SETS, DoseKind.REPS)
        if not turns and any(sum(atom.kind is kind for atom in line.atoms) > 1 for kind in twice):
            raise UnclearError(handout_questions.more_counts_in(line.number))
        for family, what in ((LASTING, handout_questions.LENGTH_OF_TIME), (COUNTED, "count")):
            several = sum(atom.kind in family for atom in line.atoms) > 1
            if (
                several
                and not turns
                and DoseKind.SETS not in line.kinds
                and (family is LASTING or line.role is Role.TEXT)
            ):
                raise UnclearError(handout_questions.more_than_one_in(what, line.number))
    counted = sum(bool(line.kinds & COUNTED) for line in block.lines)
    if counted > 1 and not block.kinds & {DoseKind.EACH, DoseKind.WAYS}:
        raise UnclearError(handout_questions.MORE_COUNTS)
    lasting = [place for place, line in enumerate(block.lines) if line.kinds & LASTING]
    turn = next((place for place, line in enumerate(block.lines) if line.kinds & {DoseKind.EACH, DoseKind.WAYS}), None)
    if len(lasting) > 2 or (len(lasting) == 2 and (turn is None or turn > lasting[1])):
        raise UnclearError(handout_questions.MORE_LENGTHS)


def _counts(sentence: Sentence) -> bool:
    return bool({atom.kind for atom in sentence.atoms} & (COUNTED | {DoseKind.SETS}))


def _tells_more(sentence: Sentence) -> bool:
    """Whether it has sets alone, and says what is different in them."""
    kinds = {atom.kind for atom in sentence.atoms}
    words = [word for word in re.findall(r"[^\W\d_]+", sentence.left) if word not in keywords.FILL]
    return DoseKind.SETS in kinds and not kinds & (COUNTED | LASTING) and len(words) > 2
