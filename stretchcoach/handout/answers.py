"""What an answer to a question means, and the answer that is offered: the best guess, so that a key is enough."""

import re
from collections.abc import Sequence

from msgspec import Struct

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import Atom, DoseKind, measured
from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import words
from stretchcoach.handout.lines import MEASURES
from stretchcoach.handout.measures import UnclearError, measure
from stretchcoach.words import handout_doubts, handout_questions

NOTE = "note"
AS_NOTE = frozenset({NOTE, "notes", "no", "none", "heading", handout_questions.NOT_AN_EXERCISE})
"""Answers that make a line no exercise."""
AS_READ = frozenset({"yes", "y", "right", handout_doubts.PART_OF_IT, "part"})
"""Answers that a line is meant as it was read."""
_ONLY = re.compile(r"^\s*this(?: one)?(?: only)?\s*:\s*", re.IGNORECASE)
_NAMED = re.compile(r"^\s*(?P<name>[^\W\d_][^:]{1,79}?)\s*:(?!\d)\s*(?P<rest>.*)$")
_JOINING = frozenset("while with using in at on when then and now".split())
AS_IT_IS = "yes"
_SIDES = (DoseKind.EACH, DoseKind.LEFT, DoseKind.RIGHT, DoseKind.REST)


class Reply(Struct, frozen=True):
    """The measures of an answer, and whether it says held or moving."""

    atoms: tuple[Atom, ...] = ()
    held: bool | None = None


def only_here(answer: str) -> tuple[bool, str]:
    """Whether an answer is for one line only (``this: 10 reps``), and what it says."""
    found = _ONLY.match(answer)
    return bool(found), answer[found.end() :] if found else answer


def renamed(answer: str) -> tuple[str, str]:
    """The new name that an answer gives (``Heel slide: 10 reps``), and the rest of it; without one it is as read."""
    found = _NAMED.match(answer)
    if not found or keywords.FIELD.match(answer.strip().lower()) or measured(found["name"].lower())[0]:
        return "", answer
    return found["name"].strip(), found["rest"].strip() or AS_IT_IS


def answered(answer: str) -> Reply:
    """What an answer measures."""
    atoms, left = measured(answer)
    if re.search(r"\b(?:hold|held|still|static)\b", left):
        return Reply(atoms, True)
    return Reply(atoms, False if re.search(r"\b(?:mov\w*|motion|moving)\b", left) else None)


def tells_of_others(block: Block) -> bool:
    """Whether a paragraph measures nothing that one is told to do: *you will be fit in 20 minutes*."""
    measured_ = [each for each in block.opener.sentences if each.kinds & MEASURES]
    return not any((words(each.text) or [""])[0] in keywords.VERBS - _JOINING for each in measured_)


def guessed(block: Block, name: str, usual: Sequence[Atom]) -> str:
    """The likeliest measure of an exercise, as an answer; empty where nothing is measured."""
    own = block.atoms
    sides = [atom for atom in own if atom.kind in _SIDES]
    first = next((line for line in block.all if line.kinds & MEASURES), None)
    sentence = next((each for each in first.sentences if each.kinds & MEASURES), None) if first else None
    tries = [own, [*own, *usual]]
    tries += [[*(a for a in part.atoms if a not in sides), *sides] for part in (first, sentence) if part]
    for atoms in tries:
        for held in (None, True):
            try:
                made = measure(atoms, name, "", held)
            except UnclearError:
                continue
            if not made.long:
                return made.answer
    return ""
