"""Every line of the coach's own: no command word where the ears would take it for the person's, no digits."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from parts import KNOWN, SCREEN, SHIPPED

from stretchcoach.core import essentials, script
from stretchcoach.core.commands import TABLE
from stretchcoach.core.knowledge import Item
from stretchcoach.core.messages import Command
from stretchcoach.core.phrases import SAFETY
from stretchcoach.core.plan import CueLevel, Style
from stretchcoach.core.unfold import build
from stretchcoach.grammar.meaning import tidy
from stretchcoach.library.rules import EVERYDAY
from stretchcoach.words import first_lines
from stretchcoach.words.cramp import (
    ALARM_LINE,
    ASKING,
    ASKING_CALM,
    FAREWELL,
    HEARD,
    PLACE_QUESTION,
    PRACTICE_DONE,
    PUT_OFF,
    SEEN_TODAY,
    STILL_OPEN,
    STOPPED,
    TEACHING,
    TEN_LINES,
)
from stretchcoach.words.questions import LINES, OPEN_LINE, UNKNOWN, WATCH
from stretchcoach.words.routine import BROKEN_OFF, ENCOURAGEMENTS, GOODBYE, NOT_TODAY, SLEPT

SIDES = {Command.LEFT, Command.RIGHT, Command.BOTH}
"""Said in every routine; without an open cramp they mean nothing to the ears."""
LEVEL_LINES = set(LINES.values())
"""Fixed by the red-flag tables, word by word."""
ITEMS = SCREEN
OWN = {
    GOODBYE,
    BROKEN_OFF,
    SLEPT,
    NOT_TODAY,
    *ENCOURAGEMENTS,
    OPEN_LINE,
    UNKNOWN,
    WATCH,
    FAREWELL,
    STOPPED,
    PUT_OFF,
    first_lines.PRACTICE,
    PRACTICE_DONE,
    *TEN_LINES,
    SEEN_TODAY,
    STILL_OPEN,
    ALARM_LINE,
    first_lines.ACTION,
    first_lines.AGAIN_HERE,
    *(each.text for each in essentials.ESSENTIALS),
    ASKING,
    ASKING_CALM,
}


def command_words(line: str, commands: set[Command]) -> list[str]:
    """Phrases of ``commands`` that stand in ``line`` as whole words."""
    padded = f" {tidy(line)} "
    return [
        phrase for command in TABLE if command in commands for phrase in TABLE[command].phrases
        if f" {tidy(phrase)} " in padded
    ]  # fmt: skip


def relief_lines() -> set[str]:
    taught = {*script.lines_ahead(), *script.lines_ahead(rehearse=True), PLACE_QUESTION, *HEARD.values()}
    questions = {line for item in ITEMS for line in (item.ask, item.why)}
    return {*taught, *OWN, *questions, *(flag.advice for flag in KNOWN.flags if flag.advice), *LEVEL_LINES}


def own_routine_lines() -> set[str]:
    """What routines are told in, names and instructions of their authors included."""
    plans = (build(routine, Style(cues=level)) for routine in SHIPPED.values() for level in CueLevel)
    return set(chain.from_iterable(plan.lines() for plan in plans))


RELIEF = sorted(relief_lines())


def test_the_lines_were_found() -> None:
    assert len(RELIEF) > 100 and len(own_routine_lines()) > 300
    assert set(TEACHING) <= set(RELIEF)


@pytest.mark.parametrize("line", RELIEF)
def test_a_line_of_the_cramp_holds_no_command_word_unless_it_teaches_one(line: str) -> None:
    expected = line in TEACHING or line in LEVEL_LINES
    heard = command_words(line, set(Command) - SIDES)
    assert not heard or expected, heard


def test_lines_that_teach_words_do_hold_them() -> None:
    assert all(command_words(line, set(Command)) for line in TEACHING)


def test_the_level_lines_hold_no_other_command_words_than_stop_and_help() -> None:
    for line in LEVEL_LINES:
        assert set(command_words(line, set(Command) - SIDES)) <= {"stop", "help"}


def test_a_routine_is_told_without_command_words_but_those_of_every_day() -> None:
    for line in own_routine_lines():
        assert not set(command_words(line, set(Command) - SIDES)) - EVERYDAY, line


def test_a_routine_never_says_a_word_that_gets_through_while_it_speaks() -> None:
    for line in own_routine_lines():
        assert not command_words(line, set(SAFETY)), line


def test_no_line_holds_a_digit_or_a_placeholder() -> None:
    for line in {*RELIEF, *own_routine_lines()}:
        assert not re.search(r"\d", line), line
        bare = line.format(emergency_number="x", same_day_service="x", gp_word="x")
        assert "{" not in bare and "}" not in bare


def test_every_line_is_a_whole_sentence() -> None:
    for line in {*RELIEF, *own_routine_lines()}:
        assert line[0].isupper() and line[-1] in ".?!" and "  " not in line.replace(".  ", ". "), line


def words_of(question: str) -> Iterator[str]:
    yield from re.findall(r"[\w']+", question.lower())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_a_question_does_not_answer_itself(item: Item) -> None:
    spoken = set(words_of(item.ask))
    assert not spoken & {"yes", "no"}
    assert "not sure" not in item.ask.lower()
