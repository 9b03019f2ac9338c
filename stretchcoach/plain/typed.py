"""A typed line, understood: a word, a phrase or a single key becomes a Command or an Answer."""

import re
from collections.abc import Iterator

from stretchcoach.core import phrases
from stretchcoach.core.commands import TABLE, command_for_key, keys_of
from stretchcoach.core.messages import Answer, Asked, Choice, Command, Question, Scene, Ticks
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import readings, tidy
from stretchcoach.machine.nearest import closest
from stretchcoach.words.commands import AT_A_QUESTION, COMMANDS
from stretchcoach.words.plain_lines import QUIT_LINE, TYPE_AN_ANSWER, TYPE_NUMBERS, you_can_type

KEYS = {"": "enter", " ": "space", "+": "plus", "-": "minus", "=": "equals_sign", ",": "comma", ".": "full_stop"}
KEYS |= {"?": "question_mark", ">": "right", "<": "left", "!": "exclamation_mark"}
TYPED = {"why": "why do you ask", "why?": "why do you ask", "later": "ask me later"}
"""What may be typed short; as a spoken word it is too much like another, or is said in passing."""
UNTYPED = ("up", "down", "left", "right", "space", "escape", "enter", "f1")
"""Keys that are no line."""
NUMBER_WORDS = {word: str(number) for number, word in enumerate(NUMBERS) if number}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINAL = re.compile(rf"\b([1-9](?:st|nd|rd|th)|{'|'.join(ORDINALS)})(?: one)?\b")
BESIDE_NUMBERS = ("and", "the", "number", "numbers", "row", "rows", "&", "+")
QUIT = ("q", "quit", "exit", "leave", "bye")


def typed_meaning(line: str, scene: Scene) -> Command | Answer | Ticks | None:
    """What a line means now; None: nothing."""
    typed = line.strip().lower()
    for choice in scene.question.choices if scene.question else ():
        if typed == choice.key.lower():
            return Answer(choice.value)
    if scene.question and scene.question.kind is Asked.LIST and (ticks := ticked(typed, scene.question)):
        return ticks
    asking = scene.question is not None
    asked = phrases.asks_how_it_is(scene.caption)
    meant = phrases.understand(_in_full(line), scene.allowed, scene.question, asked, typed=True)
    return meant or command_for_key(KEYS.get(line, KEYS.get(typed, typed)), scene.allowed, scene.relief, asking)


def ticked(typed: str, question: Question) -> Ticks | None:
    """``1 3``, ``1, three and the 4th?``: the rows of a list; None where it is anything else, or a row not there."""
    rows = {str(number): row.id for number, row in enumerate(question.rows, 1)}
    said = [
        (rows.get(NUMBER_WORDS.get(word, word).lstrip("0")), bool(doubt))
        for word, doubt in re.findall(r"(\d+|[^\W\d]+|[^\w\s,?])\s*(\??)", ORDINAL.sub(_counted, typed))
        if word not in BESIDE_NUMBERS
    ]
    if not said or None in dict(said):
        return None
    sure, unsure = (tuple(row for row, doubt in said if row and doubt is open_) for open_ in (False, True))
    return Ticks(sure, unsure)


def _counted(found: re.Match[str]) -> str:
    word = found[1]
    return word[0] if word[0].isdigit() else str(ORDINALS.index(word) + 1)


def _in_full(line: str) -> str:
    """What was typed short, as it is said."""
    return TYPED.get(line.strip().lower(), line)


def is_command(line: str) -> bool:
    """Whether a line means something at some other time."""
    line = _in_full(line)
    found = readings(line)
    answers = {word for words in phrases.ANSWERS.values() for word in words}
    return bool(answers & {tidy(line), *found}) or phrases.understand(line, frozenset(Command), asked=True) is not None


def _sayable(scene: Scene) -> list[str]:
    answers = [unmarked(choice).lower() for choice in scene.question.choices] if scene.question else []
    words = COMMANDS | AT_A_QUESTION if scene.question else COMMANDS
    return [*answers, *(words[command].phrases[0] for command in TABLE if command in scene.allowed), "quit"]


def sayable(scene: Scene) -> str:
    """What can be typed now, in a sentence."""
    return you_can_type(", ".join(_sayable(scene)))


def nearest(line: str, scene: Scene) -> str:
    """The word of those that can be typed now that looks most like ``line``; empty where none does."""
    return closest(line.strip(), _sayable(scene), 0.6)


def explained(scene: Scene) -> Iterator[str]:
    """A line for every command that means something now."""
    signs = {name: sign for sign, name in KEYS.items() if sign.strip()}
    asking = scene.question is not None
    if asking:
        yield TYPE_NUMBERS if scene.question and scene.question.kind is Asked.LIST else TYPE_AN_ANSWER
    for command in TABLE:
        if command in scene.allowed:
            words = AT_A_QUESTION.get(command, COMMANDS[command]) if asking else COMMANDS[command]
            keys = [signs.get(key, key) for key in keys_of(command, asking=asking) if key not in UNTYPED]
            yield f"{words.phrases[0]}{f' ({keys[0]})' if keys else ''}: {words.help}"
    yield QUIT_LINE


def unmarked(choice: Choice) -> str:
    """A choice's label without the brackets that mark its key on a screen."""
    return re.sub(r"\[(.)\]", r"\1", choice.label)
