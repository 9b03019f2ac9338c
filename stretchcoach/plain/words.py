"""A typed line, understood: a word, a phrase or a single key becomes a Command or an Answer."""

import re
from collections.abc import Iterator

from stretchcoach.core import phrases
from stretchcoach.core.commands import TABLE, command_for_key
from stretchcoach.core.grammar import readings, tidy
from stretchcoach.core.messages import Answer, Choice, Command, Scene

KEYS = {"": "enter", " ": "space", "+": "plus", "-": "minus", "=": "equals_sign", ",": "comma", ".": "full_stop"}
KEYS["?"] = "question_mark"
TYPED = {"why": "why do you ask", "why?": "why do you ask"}
"""What may be typed short; as a spoken word it is too much like *right*."""
QUIT = ("q", "quit", "exit", "leave", "bye")


def understand(line: str, scene: Scene) -> Command | Answer | None:
    """What a line means now; None: nothing."""
    typed = line.strip().lower()
    for choice in scene.question.choices if scene.question else ():
        if typed == choice.key.lower():
            return Answer(choice.value)
    asked = phrases.asks_how_it_is(scene.caption)
    meant = phrases.understand(TYPED.get(typed, line), scene.allowed, scene.question, asked)
    return meant or command_for_key(KEYS.get(line, KEYS.get(typed, typed)), scene.allowed, scene.relief)


def known(line: str) -> bool:
    """Whether a line means something at some other time."""
    found = readings(line)
    answers = {word for words in phrases.ANSWERS.values() for word in words}
    return bool(answers & {tidy(line), *found}) or phrases.understand(line, frozenset(Command), asked=True) is not None


def sayable(scene: Scene) -> str:
    """What can be typed now, in a sentence."""
    answers = [label(choice).lower() for choice in scene.question.choices] if scene.question else []
    commands = [entry.phrases[0] for command, entry in TABLE.items() if command in scene.allowed]
    return f"You can type: {', '.join([*answers, *commands, 'quit'])}."


def explained(scene: Scene) -> Iterator[str]:
    """A line for every command that means something now."""
    signs = {name: sign for sign, name in KEYS.items() if sign.strip()}
    for command, entry in TABLE.items():
        if command in scene.allowed:
            yield f"{entry.phrases[0]} ({signs.get(entry.keys[0], entry.keys[0])}): {entry.help}"
    yield "quit (q): Leaves at once."


def label(choice: Choice) -> str:
    """A choice's label without the brackets that mark its key on a screen."""
    return re.sub(r"\[(.)\]", r"\1", choice.label)
