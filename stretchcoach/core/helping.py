"""What *help* tells: the keys that do something now, or the words where the microphone listens."""

from collections.abc import Collection, Iterator

from stretchcoach.core.commands import TABLE, keys_of
from stretchcoach.core.messages import Asked, Command, Question
from stretchcoach.words.commands import ASKED, DOES, NUMBER_ANSWERS, SPOKEN, TICKED, TICKING, key_is, you_can_say
from stretchcoach.words.wording import listed, sentence

UNASKED = frozenset({Command.PAUSE, Command.RESUME})
"""Told of a routine, where a pause is wanted, and not at a question."""


def keys_told(allowed: Collection[Command], question: Question | None, relief: bool) -> str:
    """``Space pauses, N is next, X stops.``"""
    return sentence(listed([*_answers(question), *_commands(allowed, question is not None, relief)]))


def words_told(allowed: Collection[Command], question: Question | None) -> str:
    """What may be said."""
    ticked = question is not None and question.kind is Asked.LIST
    names = [choice.label.lower() for choice in question.choices] if question and not ticked else []
    names += [*TICKED] if ticked else []
    names += [TABLE[command].phrases[0] for command in DOES if command in allowed]
    return you_can_say(listed(names, "or"))


def _answers(question: Question | None) -> Iterator[str]:
    if question is None:
        return
    if question.kind is Asked.LIST:
        yield from TICKING
    elif all(choice.value.isdecimal() for choice in question.choices):
        yield NUMBER_ANSWERS
    else:
        yield from (key_is(_key(choice.key), choice.label.lower()) for choice in question.choices if choice.key)


def _commands(allowed: Collection[Command], asking: bool, relief: bool) -> Iterator[str]:
    cramping = relief and Command.GONE in allowed
    for command, does in DOES.items():
        keys = keys_of(command, cramping, asking)
        if command in allowed and keys and not (asking and command in UNASKED):
            yield f"{_key(keys[0])} {(ASKED.get(command, does) if asking else does)}"


def _key(key: str) -> str:
    return SPOKEN.get(key, key.upper())
