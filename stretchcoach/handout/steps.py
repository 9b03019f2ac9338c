"""From the lines of one exercise to a step of the routine: its name, what is said, and its measures."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.handout import keywords
from stretchcoach.handout.dose import GAP, Atom, DoseKind
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import is_named
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, Sentence, name_before
from stretchcoach.handout.measures import BRIEF, Measure, UnclearError, measure
from stretchcoach.handout.openers import COUNTED, LASTING
from stretchcoach.handout.residue import residue
from stretchcoach.handout.spoken import caution_of, instructions, notes, spoken
from stretchcoach.words import handout_questions

MOST_NAME = 80
_SETTING = (
    "while ",
    "when ",
    "with ",
    "in a ",
    "in the ",
    "from ",
    "keeping ",
    "using ",
    "sitting ",
    "lying ",
    "standing ",
)
"""How a sentence begins that tells first how one is placed."""
_LABELS_BEHIND = re.compile(
    r"(?<=\w)\s+(?:benefits?|instructions?|purpose|target|focus|video|how to(?: do it)?)\s*$", re.IGNORECASE
)
"""The label of what is said next, which stands behind a name."""
TITLE_WORDS = 8
"""Words of a name that is the beginning of an instruction."""


class Made(Struct, frozen=True):
    """A step, and what it was taken for."""

    steps: tuple[Stretch | Group, ...]
    name: str
    told: str
    measure: Measure


def rest(seconds: float) -> Stretch:
    """A rest of its own between two exercises."""
    return Stretch(handout_questions.REST, handout_questions.REST_FOR_A_MOMENT, move=seconds, setup=0.0)


def exercise_name(block: Block, number: int) -> str:
    """What the exercise is called."""
    opener = block.opener
    live = [each for each in opener.sentences if not each.note] or list(opener.sentences)
    if opener.role is Role.HEAD or not live:
        called = keywords.LABELLED.sub("", keywords.NUMBERED.sub("", opener.body)).rstrip(": ").split(": ")[0]
    elif opener.role is Role.ITEM:
        called = name_before(live[0])
    else:
        clause, *others = re.split(r"[,.;:(]\s*| - " if opener.set_off else r"[,.;:(]\s*", live[0].text)
        if others and clause.lower().startswith(_SETTING) and (others[0].split() or [""])[0].lower() in keywords.VERBS:
            clause = others[0]
        called = " ".join(clause.split()[:TITLE_WORDS])
    called = _LABELS_BEHIND.sub("", called.strip(" ,;:-.*_\"'"))
    if not re.search(r"[^\W\d_]", called):
        return handout_questions.exercise_number(number)
    return called[0].upper() + called[1:MOST_NAME].rstrip()


def step_of(
    block: Block,
    name: str,
    usual: Sequence[Atom],
    answer: Sequence[Atom],
    held: bool | None,
    sure: bool = False,
    settled: bool = False,
) -> Made:
    """The step of a block; ``answer`` takes the place of its measures, ``usual`` is for where it has none.

    ``sure``: a person has said that it is meant as it was read; ``settled``: its lines are its own for certain.
    """
    sure = sure or bool(answer)
    said = instructions(block, name)
    opener = block.opener
    if not sure and several_in(opener):
        raise UnclearError(handout_questions.SEVERAL_EXERCISES)
    if not (sure or settled) and opener.role is Role.TEXT and not (opener.mark or opener.directs or opener.set_off):
        raise UnclearError(handout_questions.EXERCISE_OR_NOT)
    if not sure and block.doubt:
        raise UnclearError(handout_questions.belong_together(block.doubt))
    atoms = _atoms(block, usual, answer)
    if not sure:
        _no_strange_numbers(block)
        _no_two_exercises(block)
    made = measure(atoms, name, " ".join([*said, *(line.body for line in block.lines)]), held)
    if not sure:
        _no_residue(block)
        _no_list(block)
        _no_count_in_notes(block, made)
        _no_other_side(block, made)
    say, how, over = spoken([*said, *made.lines])
    often = [atom.text for atom in block.atoms if atom.kind is DoseKind.OFTEN]
    caution = caution_of(
        [*over, *notes(block), *(handout_questions.how_often_sentence(text.strip()) for text in often)]
    )
    stretch = Stretch(
        name,
        say or _bare(made),
        short=made.lines[0] if made.lines and len(say) > 60 else "",
        how=how,
        side=made.side,
        hold=made.hold,
        move=made.move,
        reps=made.reps,
        tempo=made.tempo,
        sets=made.sets,
        rest=made.rest,
        caution=caution,
    )
    return Made(_shaped(stretch, made), name, made.words, made)


def called(step: Stretch | Group, before: str, name: str) -> Stretch | Group:
    """A step under the name that a person gives it; a rest beside it keeps its own."""
    if isinstance(step, Group):
        inner = tuple(replace(each, name=name) if each.name == before else each for each in step.stretches)
        return replace(step, stretches=inner)
    return replace(step, name=name) if step.name == before else step


def _bare(made: Measure) -> str:
    """What is said where the handout gives a name and no instruction; the name comes before it anyway."""
    if made.reps is not None:
        return handout_questions.FOLLOW_THE_COUNT
    return handout_questions.HOLD_IT_STEADY if made.hold is not None else handout_questions.KEEP_MOVING


def _shaped(stretch: Stretch, made: Measure) -> tuple[Stretch | Group, ...]:
    step = Group(made.rounds, (stretch,)) if made.rounds > 1 else stretch
    return (step, rest(made.after)) if made.after else (step,)


def _atoms(block: Block, usual: Sequence[Atom], answer: Sequence[Atom]) -> list[Atom]:
    own = block.atoms
    if answer:
        kinds = {atom.kind for atom in answer}
        sides = [
            atom
            for atom in own
            if atom.kind in (DoseKind.EACH, DoseKind.LEFT, DoseKind.RIGHT, DoseKind.REST) and atom.kind not in kinds
        ]
        return [*answer, *sides]
    if held_in_each(block):
        return [*own, *(atom for atom in usual if atom.kind in COUNTED | {DoseKind.SETS})]
    return [*own, *(atom for atom in usual if atom.kind not in block.kinds)] if takes_usual(block) else own


def takes_usual(block: Block) -> bool:
    """Whether an exercise has a measure only by what is said of all."""
    return held_in_each(block) or not (block.measured or DoseKind.UNCLEAR in block.kinds)


def held_in_each(block: Block) -> bool:
    """Whether its instructions have a short hold, and nothing how many times: what is said of all may tell that."""
    held = [atom for atom in block.atoms if atom.kind is DoseKind.HOLD]
    said = any(
        line.role is Role.TEXT or line.set_off or (line.role is Role.DOSE and line.mark)
        for line in block.all
        if DoseKind.HOLD in line.kinds
    )
    others = block.kinds & (COUNTED | LASTING | {DoseKind.SETS, DoseKind.UNCLEAR, DoseKind.OPEN}) - {DoseKind.HOLD}
    return said and not others and len(held) == 1 and held[0].value < BRIEF


def several_in(line: HandoutLine) -> bool:
    """Whether a paragraph counts, tells how something is done, and counts again: several exercises in one."""
    live = [each for each in line.sentences if not each.note]
    places = [place for place, each in enumerate(live) if {atom.kind for atom in each.atoms} & COUNTED]
    between = live[places[0] + 1 : places[-1]] if len(places) > 1 else []
    return sum(not each.bare for each in between) > 1


def _no_strange_numbers(block: Block) -> None:
    for line in block.all:
        if line.strange:
            raise UnclearError(handout_questions.what_means_in(line.strange[0], line.number))


def _no_residue(block: Block) -> None:
    """Whatever may belong to a measure is part of one, or asked about."""
    for line in block.all:
        for sentence in line.sentences:
            if sentence.note:
                continue
            left = _only_a_limb(block, sentence) or residue(
                sentence.left, any(atom.kind in MEASURES for atom in sentence.atoms)
            )
            sided = not _counted(sentence) and bool(_ON_SIDES.search(sentence.text.lower())) and _sides_known(block)
            if left and not sided:
                raise UnclearError(not_understood(left, line))


_ON_SIDES = re.compile(r"\b(?:the |your )(?:other|opposite|second) (?:side|leg|foot|arm)\b")


def _sides_known(block: Block) -> bool:
    """Whether a sentence with a measure says that it is for each side."""
    sentences = [each for line in block.all for each in line.sentences if not each.note]
    return any(_counted(each) and any(atom.kind is DoseKind.EACH for atom in each.atoms) for each in sentences)


def _counted(sentence: Sentence) -> bool:
    return any(atom.kind in MEASURES for atom in sentence.atoms)


_NAME = r"(?:[\w'/-]+ ?){1,4}"
_SEVERAL = re.compile(rf"^{_NAME}(?:, ?{_NAME})+(?:,? ?(?:and|&) {_NAME})[\s,:-]*{GAP}")
"""``Heel slides, bridges and ankle pumps``, and a measure."""


def _no_list(block: Block) -> None:
    """Several names before one measure: whether each has it, and what they are called, is not certain."""
    opener = block.opener
    several = opener.role is Role.ITEM and any(_SEVERAL.match(each.left) for each in opener.sentences[:1])
    bare = any(atom.kind is DoseKind.EACH and atom.note == "bare" for atom in opener.atoms)
    named = name_before(opener.sentences[0])
    if several or _two_names(named) or (bare and re.search(r"\band\b|[&+]", named.lower())):
        raise UnclearError(handout_questions.SEVERAL_EXERCISES)


def _two_names(name: str) -> bool:
    """Whether a name is that of two exercises: ``Ankle pumps and heel slides``, not ``Toe flexion and extension``."""
    first, _, second = re.sub(r"\s+(?:&|\+)\s+", " and ", name).partition(" and ")
    plain = len(second.split()) > 1 or (first.endswith("s") and second.endswith("s"))
    return is_named(first) and is_named(second) and plain


def _no_count_in_notes(block: Block, made: Measure) -> None:
    """A single hold, and a count only in what looks like a note: ``work up to 10 reps``."""
    once = made.reps is None and made.sets == made.rounds == 1
    aside = [
        each for line in (*block.all, *block.notes) for each in line.sentences if each.note or line.role is Role.NOTE
    ]
    kinds = COUNTED | {DoseKind.SETS, DoseKind.LATER}
    later = DoseKind.LATER in block.kinds
    if once and (later or any(atom.kind in kinds for each in aside for atom in each.atoms)):
        raise UnclearError(handout_questions.HOW_MANY_TIMES)


def _no_other_side(block: Block, made: Measure) -> None:
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


def _no_two_exercises(block: Block) -> None:
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
