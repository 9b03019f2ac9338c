"""Lines that may begin an exercise of their own though they were taken for a part of one, or for a note."""

import re
from collections.abc import Container
from itertools import pairwise, zip_longest

from stretchcoach.handout import keywords
from stretchcoach.handout.case import MOST_WORDS
from stretchcoach.handout.dose import GAP, Atom, DoseKind, strange
from stretchcoach.handout.exercises import Block, said_of_all
from stretchcoach.handout.lexicon import BODY, FOR_LATER, KNOWN, PLACED, STARTS, is_named, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role
from stretchcoach.handout.openers import SET_UP

_LABEL = re.compile(r"^[a-z]+(?: [a-z]+)?:\s+")
MOST_REMARKS = 1
"""Sentences with a part of the body beside what is said of all exercises, before one of them may be told there."""
_MANNER = frozenset(
    """rest move hold balance keep keeping bring flex point squeeze tighten lower return use get press with stretch
    slowly gently while""".split()
)
"""Words that begin an exercise, and as often go on with one."""
_IN_TURN = frozenset("first next then now finally lastly".split())
"""Words with which a story goes on to the next exercise."""


def another_inside(block: Block, settled: Container[int]) -> HandoutLine | None:
    """The first line of an exercise that may begin one of its own; of the ``settled`` lines somebody has said it."""
    if (begun := restarted(block)) and begun.number not in settled:
        return begun
    opener = block.opener
    told = opener.role is Role.TEXT and not opener.set_off
    counted = led = bool(opener.kinds & MEASURES)
    measured = led and told
    inside = sorted((*block.lines, *block.notes), key=lambda each: each.number)
    last = max((line.number for line in inside if line.kinds & MEASURES), default=0)
    for line, after in zip_longest(inside, inside[1:]):
        headed = counted and (
            _heads(line, opener, after) or (line.role is Role.HEAD and bool(line.mark) and line.number < last)
        )
        again = led and told and not line.mark and _is_whole(line)
        again = again or (_led(line) and _led(opener) and line.mark == opener.mark)
        if line.number not in settled and (headed or again or _begins(line, measured, told)):
            return line
        counted = counted or bool(line.kinds & MEASURES)
        told = told or line.role is Role.TEXT
        led = led or (bool(line.kinds & MEASURES) and not told)
        measured = measured or (told and (bool(line.kinds & MEASURES) or (led and not line.mark)))
    return None


def restarted(block: Block) -> HandoutLine | None:
    """The unmarked line over a list from 1 on, below another one: it may be the name of the next exercise."""
    inside = sorted((*block.lines, *block.notes), key=lambda each: each.number)
    count = 0
    for above, line in pairwise(inside):
        count = above.ordinal or count
        if line.ordinal == 1 and count > 1 and not above.mark and above.role in (Role.TEXT, Role.HEAD):
            return above
    return None


def _led(line: HandoutLine) -> bool:
    """Whether it begins with how much it is, and goes on: ``1:00 down dog: push your heels down``."""
    first = line.sentences[0] if line.sentences else None
    return first is not None and first.left.lstrip().startswith(GAP) and not first.bare


def _heads(line: HandoutLine, opener: HandoutLine, after: HandoutLine | None) -> bool:
    """Whether it is a few words with the mark that the exercise has, and a measure without one stands right below."""
    alike = line.role is opener.role is Role.HEAD and line.mark == opener.mark != ""
    return alike and after is not None and after.role is Role.DOSE and not after.mark


def _begins(line: HandoutLine, measured: bool, told: bool) -> bool:
    """``measured``: the exercise has its measure and its instructions; ``told``: it has some of them."""
    named = is_named(line.body) and len(words(line.body)) <= MOST_WORDS
    if line.role is Role.NOTE:
        return named and not line.atoms and not line.body.endswith(".")
    if line.under and not line.kinds & MEASURES:
        return False
    if line.role is Role.DOSE or keywords.LABELLED.match(line.body):
        return False
    if measured and _is_whole(line):
        return True
    return (line.first not in keywords.CONTINUED or bool(SET_UP.match(line.body))) and (
        named if line.role is not Role.TEXT else _starts(line, measured, told)
    )


def _is_whole(line: HandoutLine) -> bool:
    """Whether it tells how something is done, and how much."""
    return bool(line.kinds & MEASURES) and sum(not each.bare for each in line.sentences) > 1


def _starts(line: HandoutLine, measured: bool, told: bool) -> bool:
    """Whether an instruction is as the first one of an exercise."""
    if line.mark in ("number", "bullet"):
        return measured and line.first in PLACED
    if measured and KNOWN.match(line.body):
        return True
    return line.first in (STARTS - _MANNER if measured else PLACED) and told


def directs_besides(line: HandoutLine) -> bool:
    """Whether a line that says how much all exercises are tells how one is done, too."""
    besides = [
        _LABEL.sub("", each.text.lower()) for each in line.sentences if not keywords.GLOBAL.search(each.text.lower())
    ]
    if any(_directs_first(each.text.lower()) for each in line.sentences):
        return True
    told = [said for text in besides if (said := words(text)) and BODY & set(said) and not FOR_LATER.match(text)]
    return len(told) > MOST_REMARKS or any(said[0] in (STARTS - _MANNER) | _IN_TURN for said in told)


def told_of_all(line: HandoutLine, settled: Container[int]) -> list[Atom]:
    """What a line says of all exercises; nothing where it may be one itself, and nobody has said that it is none."""
    return said_of_all(line) if line.number in settled or not directs_besides(line) else []


def _directs_first(text: str) -> bool:
    """Whether it tells what to do before it tells of all: ``Touch your thumb, and hold each pose for 20 seconds``."""
    found = keywords.GLOBAL.search(text)
    said = words(text[: found.start()]) if found else []
    return bool(said) and said[0] in keywords.VERBS - _MANNER - keywords.CONTINUED and bool(BODY & set(said))


def overlooked(line: HandoutLine) -> bool:
    """Whether a line that was taken for a note may be an exercise all the same."""
    if line.role is Role.NOTE and not any(each.note for each in line.sentences):
        return False
    for each in line.sentences:
        low = each.text.lower()
        if FOR_LATER.match(low) or keywords.INTRODUCES.match(low):
            continue
        said = words(low)
        measured = each.kinds & MEASURES
        if said and ((said[0] in STARTS and BODY & set(said)) or (measured and BODY & set(said))):
            return True
        if said and said[0] in keywords.VERBS and any(strange(each.left)):
            return True
    return False


_DONE = re.compile(
    r"\b(?:each|both) (?:legs?|sides?|foot|feet|arms?)$|\d\s*x\s*\d|\d\s*/\s*\d+$"
    r"|\d\s+(?:lengths|laps|strides|paces|hops|lifts|marches|turns|circles|breaths|goes)\b"
)
"""How an exercise ends that looks like a heading."""


def half_measured(line: HandoutLine) -> bool:
    """Whether a heading names sides, or numbers, as only an exercise does."""
    if line.role is not Role.HEAD:
        return False
    parts = re.split(r"[:,]", "".join(each.left for each in line.sentences))[1:]
    return DoseKind.EACH in line.kinds or bool(_DONE.search(line.body.lower())) or any(map(any, map(strange, parts)))
