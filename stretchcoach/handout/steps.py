"""From the lines of one exercise to a step of the routine: its name, what is said, and its measures."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.routine import Group, Sides, Stretch, Until
from stretchcoach.handout import keywords
from stretchcoach.handout.dose import Atom, DoseKind
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import is_known, is_named, is_part, words
from stretchcoach.handout.lines import Role, name_before
from stretchcoach.handout.measures import BRIEF, Measure, UnclearError, measure
from stretchcoach.handout.openers import COUNTED, LASTING
from stretchcoach.handout.spoken import caution_of, instructions, notes, spoken
from stretchcoach.handout.stories import introduced
from stretchcoach.handout.unclear import (
    commands,
    no_count_in_notes,
    no_list,
    no_other_side,
    no_residue,
    no_strange_numbers,
    no_two_exercises,
    several_in,
)
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
        called = _of_heading(keywords.LABELLED.sub("", keywords.NUMBERED.sub("", opener.body)).rstrip(": "))
    elif opener.role is Role.ITEM:
        called = name_before(live[0])
    elif told := introduced(opener):
        called = told
    else:
        clause, *others = re.split(r"[,.;:(]\s*| - " if opener.set_off else r"[,.;:(]\s*", live[0].text)
        if others and clause.lower().startswith(_SETTING) and (others[0].split() or [""])[0].lower() in keywords.VERBS:
            clause = others[0]
        called = " ".join(clause.split()[:TITLE_WORDS])
    called = _LABELS_BEHIND.sub("", called.strip(" ,;:-.*_\"'"))
    if not re.search(r"[^\W\d_]", called):
        return handout_questions.exercise_number(number)
    return called[0].upper() + called[1:MOST_NAME].rstrip()


_SIDE_FIRST = re.compile(r"(left|right)\b(?! (?:and|or)\b)", re.IGNORECASE)
_LEADING_IN = re.compile(
    r"^(?:(?:step[- ]by[- ]step )?instructions for(?: (?:doing|performing))?|how to (?:do|perform))"
    r"(?: (?:the|a|an))? (?=\w)",
    re.IGNORECASE,
)
"""What stands before the name where a heading promises to tell how it is done."""
_BAND = {"it", "itb", "band"}


def _of_heading(body: str) -> str:
    """The name in a heading: before its colon, or behind it where that names an exercise and the first does not."""
    body = _LEADING_IN.sub("", body)
    first, _, second = body.partition(": ")
    if not second or is_known(first) or not is_named(second):
        return first
    return body if is_part(first) or set(words(first)) <= _BAND else second


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
    told = opener.mark or opener.directs or opener.set_off or commands(opener) or introduced(opener)
    if not (sure or settled) and opener.role is Role.TEXT and not told:
        raise UnclearError(handout_questions.EXERCISE_OR_NOT)
    if not sure and block.doubt:
        raise UnclearError(handout_questions.belong_together(block.doubt))
    atoms = _atoms(block, usual, answer)
    if not sure:
        no_strange_numbers(block)
        no_two_exercises(block)
    made = measure(atoms, name, " ".join([*said, *(line.body for line in block.lines)]), held)
    if not sure:
        no_residue(block)
        no_list(block)
        no_count_in_notes(block, made)
        no_other_side(block, made)
    far = [handout_questions.go_as_far_as(made.far)] if made.far else []
    say, how, over = spoken([*far, *said, *made.lines])
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
        until=Until.READY if made.far else None,
        wait=made.wait,
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


def sided(step: Stretch | Group) -> Stretch | Group:
    """A step that is called after its side is done on that: ``Left side plank``."""
    if isinstance(step, Group) or step.side is not Sides.NONE or not (found := _SIDE_FIRST.match(step.name)):
        return step
    return replace(step, side=Sides.LEFT if found[1].lower() == "left" else Sides.RIGHT)


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
