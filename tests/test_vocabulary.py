"""What can be said: one table for keys, help and ears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parts import SCREEN, relief

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Answer, Choice, Command, Question
from stretchcoach.core.phrases import understand
from stretchcoach.core.vocabulary import CONTEXTS, LABELS, STOP, WORDS, armed
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import tidy

CONTRACT = """stop pause resume next skip back repeat louder quieter slower faster left right both yes no unsure gone
hurts help start quit cramp zero one two three four five six seven eight nine ten""".split()
YES_NO = Question(
    "q", "Well?", (Choice("yes", "Yes", "y"), Choice("no", "No", "n"), Choice("not_sure", "Not sure", "u"))
)
some_commands = st.frozensets(st.sampled_from(list(Command)))


def test_the_labels_that_others_rely_on_are_there() -> None:
    assert set(CONTRACT) <= set(LABELS)


def test_every_phrase_of_the_command_table_can_be_said() -> None:
    phrases = {tidy(phrase) for entry in TABLE.values() for phrase in entry.phrases}
    assert phrases <= {word.phrase for word in WORDS}


@pytest.mark.parametrize("command", Command)
def test_each_command_alone_is_understood_by_all_its_phrases(command: Command) -> None:
    for phrase in TABLE[command].phrases:
        assert understand(phrase, frozenset({command})) is command


@pytest.mark.parametrize("said, meant", [
    ("go on", Command.RESUME), ("say that again", Command.AGAIN), ("it's gone", Command.GONE),
    ("hold on", Command.PAUSE), ("stop stop stop", Command.STOP), ("still hurts", Command.SAME),
])  # fmt: skip
def test_natural_variants(said: str, meant: Command) -> None:
    assert understand(said, frozenset(Command)) is meant
    assert said in {word.phrase for word in WORDS}


def test_dont_know_is_an_answer() -> None:
    assert understand("don't know", frozenset(), YES_NO) == Answer("not_sure")


def test_every_choice_of_the_safety_screen_can_be_said() -> None:
    phrases = [word.phrase for word in WORDS]
    for item in SCREEN:
        question = Question(item.key, item.ask, item.choices)
        said = {understand(phrase, frozenset(), question) for phrase in phrases}
        missing = {choice.value for choice in item.choices} - {each.value for each in said if isinstance(each, Answer)}
        assert not missing, (item.key, missing)


@given(some_commands, st.sampled_from([None, YES_NO]))
def test_stop_is_always_armed_and_nothing_else_without_a_meaning(
    allowed: frozenset[Command], question: Question | None
) -> None:
    labels = armed(allowed, question)
    assert STOP in labels
    assert (UNCLEAR in labels) == (question is not None or Command.GONE in allowed)
    for label in labels - {STOP, UNCLEAR}:
        phrases = [word.phrase for word in WORDS if word.label == label]
        assert any(understand(phrase, allowed, question) is not None for phrase in phrases)


def test_numbers_and_yes_and_no_are_armed_only_in_their_own_contexts() -> None:
    assert not CONTEXTS["session"] & {"yes", "no", "unsure", "one", "seven"}
    assert {"left", "right", "both"} <= CONTEXTS["session"]
    assert {"yes", "no", "unsure", "stop"} <= CONTEXTS["yesno"]
    assert {"zero", "ten", "stop"} <= CONTEXTS["number"]
    assert all(STOP in labels for labels in CONTEXTS.values())


def test_a_recording_of_a_cramp_is_heard_with_all_that_a_cramp_arms() -> None:
    """``hear --context cramp`` must not promise more silence than the ears keep in a cramp."""
    cramp, hers = relief(listening=True), frozenset[str]()
    for second in range(0, 90, 3):
        cramp.run(second)
        if cramp.scene().question is None:
            hers |= armed(cramp.scene().allowed, None)
    assert {"gone", "time", "how"} <= hers
    assert hers - CONTEXTS["yesno"] <= CONTEXTS["cramp"] | {"unwell", "knock_fall", "pop_snap"}
