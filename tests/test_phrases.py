"""What is heard or typed, and what it means at the moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parts import SCREEN

from stretchcoach.core.commands import TABLE
from stretchcoach.core.knowledge import YES_NO
from stretchcoach.core.messages import Answer, Choice, Command, Question
from stretchcoach.core.phrases import ANSWERS, understand
from stretchcoach.grammar.meaning import tidy

ALL = frozenset(Command)
PLAIN = Question("any", "Is it so?", YES_NO)
SPOKEN = [(command, phrase) for command, entry in TABLE.items() for phrase in entry.phrases]


@pytest.mark.parametrize(("command", "phrase"), SPOKEN)
def test_every_phrase_of_every_command_is_understood(command: Command, phrase: str) -> None:
    assert understand(phrase, ALL) is command
    assert understand(phrase, frozenset({command})) is command
    assert understand(f"  {phrase.upper()}! ", frozenset({command})) is command


@pytest.mark.parametrize(("command", "phrase"), SPOKEN)
def test_a_command_that_means_nothing_now_is_not_understood(command: Command, phrase: str) -> None:
    assert understand(phrase, ALL - {command}) is not command
    assert understand(phrase, frozenset()) is None


def test_no_phrase_belongs_to_two_commands() -> None:
    phrases = [tidy(phrase) for _, phrase in SPOKEN]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("text", ["", "   ", "...", "unstoppable", "don't stop", "stopping now", "pauses", "bus stop"])
def test_only_the_whole_phrase_counts(text: str) -> None:
    assert understand(text, ALL) is None


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert understand("I\u2019m ready", ALL) is Command.READY
    assert understand("Don\u2019t know", ALL, PLAIN) == Answer("not_sure")


@pytest.mark.parametrize(("value", "phrase"), [(value, phrase) for value in ANSWERS for phrase in ANSWERS[value]])
def test_the_three_answers_are_understood_while_a_question_is_open(value: str, phrase: str) -> None:
    assert understand(phrase, ALL, PLAIN) == Answer(value)
    assert not isinstance(understand(phrase, ALL), Answer)


def test_answers_and_commands_do_not_share_words() -> None:
    spoken = {tidy(phrase) for command, phrase in SPOKEN if command is not Command.YES}
    assert not spoken & {tidy(phrase) for phrases in ANSWERS.values() for phrase in phrases}


@pytest.mark.parametrize("item", SCREEN, ids=lambda item: item.key)
def test_each_choice_of_the_screen_is_understood_by_its_label(item: object) -> None:
    question = next(Question(i.key, i.ask, i.choices) for i in SCREEN if i is item)
    for choice in question.choices:
        assert understand(choice.label, ALL, question) == Answer(choice.value)


@pytest.mark.parametrize("item", SCREEN, ids=lambda item: item.key)
def test_no_and_not_sure_answer_every_question_that_offers_them(item: object) -> None:
    question = next(Question(i.key, i.ask, i.choices) for i in SCREEN if i is item)
    values = {choice.value for choice in question.choices}
    assert "not_sure" in values
    assert understand("not sure", ALL, question) == Answer("not_sure")
    for no in {"no", "none"} & values:
        assert understand("no", ALL, question) == Answer(no)


def test_the_open_question_comes_before_a_command_and_leaves_other_commands_alone() -> None:
    place = Question("place", "Where?", (Choice("left", "Left", "l"), Choice("bed", "In bed", "b")))
    assert understand("left", ALL, place) == Answer("left")
    assert understand("stop", ALL, place) is Command.STOP
    assert understand("stop", ALL, PLAIN) is Command.STOP
    assert understand("in bed", ALL, place) == Answer("bed")


@given(st.text(max_size=40), st.frozensets(st.sampled_from(Command)))
def test_nothing_that_is_heard_raises_or_means_what_is_not_allowed(text: str, allowed: frozenset[Command]) -> None:
    meant = understand(text, allowed, PLAIN)
    assert meant is None or isinstance(meant, Answer) or meant in allowed
    assert tidy(tidy(text)) == tidy(text)
