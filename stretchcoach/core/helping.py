"""What *help* tells: the keys that do something now, or the words where the microphone listens."""

from collections.abc import Collection, Iterator

from stretchcoach.core.commands import TABLE, keys_of
from stretchcoach.core.messages import Asked, Command, Question
from stretchcoach.core.wording import listed, sentence

SPOKEN = {
    "space": "the space bar", "enter": "Enter", "question_mark": "the question mark", "left": "the left arrow",
    "right": "the right arrow", "plus": "plus", "minus": "minus", "+": "plus",
}  # fmt: skip
"""Keys that are not called as they are spelled."""
DOES = {
    Command.PAUSE: "pauses",
    Command.RESUME: "carries on",
    Command.READY: "starts",
    Command.GONE: "is gone",
    Command.SAME: "is the same",
    Command.WORSE: "is worse",
    Command.NEXT: "is next",
    Command.BACK: "goes back",
    Command.REPEAT: "starts it again",
    Command.HOW: "explains",
    Command.TIME: "tells the time left",
    Command.LATER: "leaves the questions for the morning",
    Command.STOP: "stops",
}
"""In the order in which they are told; what else there is stands at the foot of the screen."""
ASKED = {Command.NEXT: "skips", Command.HOW: "tells why"}
UNASKED = frozenset({Command.PAUSE, Command.RESUME})
"""Told of a routine, where a pause is wanted, and not at a question."""
TOO = "The keys work too."


def keys_told(allowed: Collection[Command], question: Question | None, relief: bool) -> str:
    """``Space pauses, N is next, X stops.``"""
    return sentence(listed([*_answers(question), *_commands(allowed, question is not None, relief)]))


def words_told(allowed: Collection[Command], question: Question | None) -> str:
    """What may be said."""
    ticked = question is not None and question.kind is Asked.LIST
    names = [choice.label.lower() for choice in question.choices] if question and not ticked else []
    names += ["yes", "no", "not sure"] if ticked else []
    names += [TABLE[command].phrases[0] for command in DOES if command in allowed]
    return f"You can say {listed(names, 'or')}. {TOO}"


def _answers(question: Question | None) -> Iterator[str]:
    if question is None:
        return
    if question.kind is Asked.LIST:
        yield from ("a number ticks", "Enter is done", "0 is none of these")
    elif all(choice.value.isdecimal() for choice in question.choices):
        yield "a number is your answer"
    else:
        yield from (f"{_key(choice.key)} is {choice.label.lower()}" for choice in question.choices if choice.key)


def _commands(allowed: Collection[Command], asking: bool, relief: bool) -> Iterator[str]:
    cramping = relief and Command.GONE in allowed
    for command, does in DOES.items():
        keys = keys_of(command, cramping, asking)
        if command in allowed and keys and not (asking and command in UNASKED):
            yield f"{_key(keys[0])} {(ASKED.get(command, does) if asking else does)}"


def _key(key: str) -> str:
    return SPOKEN.get(key, key.upper())
