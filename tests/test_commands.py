"""The table of commands is whole, and its keys mean one thing at a time, wherever a session may be."""

import random
from collections.abc import Iterator
from functools import cache

import pytest
from parts import CALF, MARCH, RAISES, REASSURING, relief, session
from rehearsal import Rehearsal

from stretchcoach.core.commands import TABLE, command_for_key
from stretchcoach.core.messages import Answer, Command, Question, Scene
from stretchcoach.core.routine import Stretch, Until

WAIT = Stretch("Towel", "Take a towel.", until=Until.READY, wait=20)
OPEN = Stretch("Let go", "Hold until it lets go.", until=Until.RELEASED)
SAME_MEANING = [
    {Command.NEXT, Command.READY},
]
"""Commands that may share a key because they do the same where both are allowed."""


@pytest.mark.parametrize("command", Command)
def test_every_command_has_keys_a_label_phrases_and_help(command: Command) -> None:
    entry = TABLE[command]
    assert entry.keys and entry.label and entry.phrases
    assert entry.label[0].isupper() and len(entry.label) <= 12
    assert entry.help[0].isupper() and entry.help.endswith(".") and entry.help.count(".") == 1
    assert len(set(entry.keys)) == len(entry.keys)


def test_labels_are_unique_and_the_table_holds_nothing_else() -> None:
    assert set(TABLE) == set(Command)
    assert len({entry.label for entry in TABLE.values()}) == len(TABLE)


def test_a_key_finds_only_what_is_allowed() -> None:
    assert command_for_key("n", {Command.NEXT}) is Command.NEXT
    assert command_for_key("n", {Command.BACK}) is None
    assert command_for_key("space", {Command.PAUSE}) is Command.PAUSE
    assert command_for_key("space", {Command.RESUME}) is Command.RESUME
    assert command_for_key("no_such_key", set(Command)) is None


ENDING = {Command.STOP, Command.ALARM, Command.YES, Command.LATER}
"""Commands after which there is not much to come."""


def walk(rehearsal: Rehearsal, seed: int, steps: int = 250) -> Iterator[Scene]:
    """Every scene of a random walk through allowed commands, answers and silence."""
    dice = random.Random(seed)
    rehearsal.run(until=0.0)
    for _ in range(steps):
        scene = rehearsal.scene()
        yield scene
        if scene.done:
            return
        moves: list[Command | Answer | None] = [None, None, *sorted(scene.allowed - ENDING, key=str)]
        if scene.question:
            moves += [Answer(choice.value) for choice in scene.question.choices]
            moves += [Answer(REASSURING.get(scene.question.key, "bed"))] * 30
        if dice.random() < 0.02:
            moves = sorted(scene.allowed & ENDING, key=str)
        move = dice.choice(moves)
        if move is not None:
            rehearsal.send(move)
        rehearsal.run(until=rehearsal.now + dice.choice([0.5, 3.0, 12.0, 40.0]))


@cache
def scenes() -> tuple[tuple[frozenset[Command], Question | None], ...]:
    """What is allowed and asked in each state that was reached."""
    found: set[tuple[frozenset[Command], Question | None]] = set()
    for seed in range(12):
        runs = (
            session(CALF, RAISES, WAIT, MARCH, OPEN),
            relief(),
            relief(rehearse=True),
            relief(earlier=(60.0, 900.0)),
        )
        for rehearsal in runs:
            found |= {(scene.allowed, scene.question) for scene in walk(rehearsal, seed)}
    return tuple(found)


def test_the_walks_reach_every_command_and_most_questions() -> None:
    reached = frozenset().union(*(allowed for allowed, _ in scenes()))
    assert reached == set(Command)
    keys = {question.key for _, question in scenes() if question}
    assert {"list_now", "list_leg", "list_feel", "list_body", "list_ill", "list_start"} < keys


def test_in_every_state_a_key_means_one_thing() -> None:
    for allowed, question in scenes():
        taken = {choice.key for choice in question.choices} if question else set()
        owners: dict[str, set[Command]] = {}
        for command in allowed:
            for key in TABLE[command].keys:
                owners.setdefault(key, set()).add(command)
        for key, commands in owners.items():
            assert key in taken or len(commands) == 1 or commands in SAME_MEANING, (key, commands)


def test_in_every_state_each_command_keeps_a_key_beside_the_open_question() -> None:
    for allowed, question in scenes():
        taken = {choice.key for choice in question.choices} if question else set()
        safety = allowed & {Command.STOP, Command.GONE, Command.WORSE, Command.HELP}
        for command in safety:
            assert set(TABLE[command].keys) - taken, (command, question)


def test_stop_and_help_are_always_there_until_the_end() -> None:
    for allowed, _ in scenes():
        over = allowed <= {Command.BACK, Command.RESUME}
        assert over or {Command.STOP, Command.HELP, Command.AGAIN} <= allowed


def test_pause_or_resume_but_never_both() -> None:
    for allowed, _ in scenes():
        assert not {Command.PAUSE, Command.RESUME} <= allowed
