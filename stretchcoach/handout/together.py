"""Questions that are asked together: the same question of several lines is put once, and its answer goes to all."""

import re
from collections.abc import Iterable, Sequence

from stretchcoach.handout.answers import only_here, renamed
from stretchcoach.handout.dose import measured
from stretchcoach.handout.readings import Read
from stretchcoach.words.handout_doubts import (
    ANOTHER_NAME,
    asked_of_more,
    is_an_exercise,
    line_named,
    line_offered,
    lines_named,
)
from stretchcoach.words.handout_questions import EXERCISE_OR_NOT
from stretchcoach.words.wording import listed


def asked_with(read: Read, others: Iterable[Read]) -> tuple[Read, ...]:
    """The lines that leave the same question as ``read``, itself first."""
    kind = _kind(read)
    return (read, *(other for other in others if other.number != read.number and _kind(other) == kind))


def shared(answer: str, reads: Sequence[Read]) -> dict[int, str]:
    """What an answer to the first of these says of each: where it takes the guess, each takes its own.

    A new name is for one line only, and so is what begins with ``this:``.
    """
    first = reads[0]
    alone, said = only_here(answer)
    if alone or renamed(said)[0]:
        return {first.number: said}
    taken = bool(first.guess) and said.strip().lower() == first.guess.lower()
    return {each.number: each.guess if taken else said for each in reads}


def put(reads: Sequence[Read]) -> str:
    """The question of these lines in words, with what an answer may be."""
    first, *more = reads
    said = [first.question]
    if more:
        offers = {each.guess for each in reads}
        named = [
            line_named(each.number) if len(offers) == 1 else line_offered(each.number, each.guess) for each in more
        ]
        numbers = listed([str(each.number) for each in more])
        same = lines_named(numbers) if len(offers) == 1 and len(more) > 1 else listed(named)
        said.append(asked_of_more(same, len(more) > 1))
    if first.question == EXERCISE_OR_NOT or _of_a_name(first.question):
        said.append(ANOTHER_NAME)
    return " ".join(said)


def _of_a_name(question: str) -> bool:
    name = re.search(r"'(.*)'", question)
    return bool(name) and question == is_an_exercise(name[1] if name else "")


def _kind(read: Read) -> tuple[str, str, str]:
    """What makes two questions the same: the words but for numbers and exercises' names, and what is offered."""
    question = is_an_exercise("") if _of_a_name(read.question) else read.question
    offered = "measure" if measured(read.guess)[0] else read.guess
    return re.sub(r"\d+(?:[.,]\d+)?", "0", question), read.role, offered
