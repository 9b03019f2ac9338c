"""What a handout was read as: a line, a step, and the whole with the questions that are left."""

import re

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.routine import Group, Stretch


class Read(Struct, frozen=True):
    """One line, and what became of it."""

    number: int
    """From 1."""
    text: str
    role: str
    told: str = ""
    """What was understood."""
    question: str = ""
    """What has to be asked; empty where nothing has."""
    waits: int = 0
    """The number of the line whose question has to be answered first; 0: none."""
    guess: str = ""
    """The likeliest answer to the question; empty where there is none."""


class ReadStep(Struct, frozen=True):
    """A step and the number of the line that it begins on."""

    line: int
    step: Stretch | Group


class Handout(Struct, frozen=True):
    """What a handout says."""

    reads: tuple[Read, ...]
    """One for each line that is not blank."""
    steps: tuple[ReadStep, ...] = ()
    title: str = ""
    purpose: str = "prevention"
    often: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Read, ...]:
        """The lines that leave a question."""
        return tuple(each for each in self.reads if each.question)


def purpose_of(title: str) -> str:
    """What a routine is for, by its title."""
    plain = title.lower()
    if re.search(r"warm[- ]?ups?\b", plain):
        return "warm-up"
    return "cool-down" if re.search(r"cool[- ]?downs?\b", plain) else "prevention"


def rested(step: ReadStep, seconds: float) -> ReadStep:
    """A step with a rest between its sets, if it says nothing of one."""
    inner = step.step
    if isinstance(inner, Stretch) and inner.sets > 1 and not inner.rest:
        return replace(step, step=replace(inner, rest=seconds))
    return step
