"""Heard or typed words to a Command or an Answer."""

import re

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Answer, Command, Question

SAFETY = (Command.STOP, Command.PAUSE, Command.WORSE, Command.HELP)
"""What may get through while the coach itself is speaking."""
ANSWERS = {
    "yes": ("yes", "yeah", "yep", "yes i do", "yes it is", "i do", "it is"),
    "no": ("no", "nope", "no i don't", "no it isn't", "nothing", "none", "neither"),
    "not_sure": ("not sure", "don't know", "i don't know", "maybe", "unsure", "no idea"),
}
"""The words for the three answers that most questions have."""
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LIKE = {"none": "no", "any": "yes"}
"""Choices that are a *yes* or a *no* by another name."""
CHOICES = {
    "bed": ("bed", "in bed", "on the floor", "floor"),
    "chair": ("chair", "on a chair", "sitting"),
    "standing": ("standing", "i'm standing"),
    "knock_fall": ("knock", "a knock", "fall", "a fall"),
    "pop_snap": ("pop", "a pop", "snap"),
    "one_leg": ("one leg", "just one"),
    "both_legs": ("both", "both legs", "both are"),
    "normal": ("normal",),
    "dark_yellow": ("dark yellow", "dark"),
    "cola": ("cola", "like cola"),
    "hardly_any": ("hardly any",),
    "fever": ("fever", "shivers"),
    "vomiting": ("vomiting", "vomit", "diarrhoea"),
    "heat": ("heat", "too much heat"),
    "exercising": ("exercising", "doing sport"),
    "just_after_exercise": ("after sport", "just after sport"),
    "sitting": ("sitting",),
    "lying": ("lying", "lying down"),
    "walking": ("walking",),
    "sudden_move": ("sudden move", "a sudden move"),
    "other": ("something else",),
    "usual": ("usual", "the usual"),
    "harder": ("harder", "harder than usual"),
    "some": ("some", "a little"),
    "heavy": ("a lot",),
    "eases": ("it eases",),
    "crossed_legs": ("crossed", "crossed legs"),
    "back": ("on my back",),
    "front": ("on my front",),
    "side": ("on my side",),
    "toes_down": ("toes down",),
    "tomorrow": ("tomorrow", "ask me tomorrow"),
}
"""The words for the choices of single questions, by the choice's value."""
_NOT_BY_NAME = frozenset({"back"})
"""Values that as a word mean a command, in a question too."""


def tidy(text: str) -> str:
    """Lower case, one space between words, no punctuation but apostrophes."""
    return " ".join(re.findall(r"[\w']+", text.lower().replace("\u2019", "'")))


_COMMANDS = {tidy(phrase): command for command, entry in TABLE.items() for phrase in entry.phrases}
_ELSE = {Command.REPEAT: Command.AGAIN}
"""Where there is no stretch to do again, *repeat* is about the last line."""


def understand(text: str, allowed: frozenset[Command], question: Question | None = None) -> Command | Answer | None:
    """What ``text`` means now: an answer to the open question first, then a command that is allowed."""
    words = tidy(text)
    if not words:
        return None
    if question is not None:
        value = _answer(words, question)
        if value:
            return Answer(value)
    command = _COMMANDS.get(words)
    return next((each for each in (command, _ELSE.get(command)) if each in allowed), None) if command else None


def _answer(words: str, question: Question) -> str:
    for choice in question.choices:
        spoken = {tidy(choice.label)}
        if choice.value not in _NOT_BY_NAME:
            spoken.add(tidy(choice.value.replace("_", " ")))
        spoken |= {*ANSWERS.get(choice.value, ()), *CHOICES.get(choice.value, ())}
        spoken |= set(ANSWERS.get(_LIKE.get(choice.value, ""), ()))
        if choice.value.isdecimal() and int(choice.value) < len(NUMBERS):
            spoken.add(NUMBERS[int(choice.value)])
        if words in spoken:
            return choice.value
    return ""
