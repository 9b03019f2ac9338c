"""Heard or typed words to a Command or an Answer: those of the tables as they stand, anything else by the grammar."""

import re
from collections.abc import Iterable, Iterator

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Answer, Command, Question
from stretchcoach.grammar.lexicon.patterns import bare
from stretchcoach.grammar.lexicon.sayings import OW, UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain, readings, tidy

SAFETY = (Command.STOP, Command.PAUSE, Command.WORSE, Command.HELP)
"""What may get through while the coach itself is speaking."""
ANSWERS = {
    "yes": ("yes", "yeah", "yep", "yes i do", "yes it is", "i do", "it is"),
    "no": ("no", "nope", "no i don't", "no it isn't", "nothing", "none", "neither"),
    "not_sure": ("not sure", "don't know", "i don't know", "maybe", "unsure", "no idea"),
}
"""The words for the three answers that most questions have."""
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
    "hours_days": ("hours", "days", "hours or days"),
    "weeks": ("weeks",),
    "months_or_more": ("months", "months or more"),
    "heavy": ("a lot",),
    "eases": ("it eases",),
    "crossed_legs": ("crossed", "crossed legs"),
    "back": ("on my back",),
    "front": ("on my front",),
    "side": ("on my side",),
    "toes_down": ("toes down",),
    "tomorrow": ("tomorrow", "ask me tomorrow"),
    "chest": ("chest", "my chest"),
}
"""The words for the choices of single questions, by the choice's value."""
SIGNS = {
    "chest_pain": ("my chest hurts", "rf_chest"),
    "heart": ("my heart races", "rf_palpitations"),
    "faint": ("i feel faint", "rf_faint_confused"),
    "stroke": ("my face droops", "one_sided"),
    "bleeding": ("i am bleeding", "bleeding"),
    "fell": ("i fell", "injury=knock_fall"),
    "popped": ("something popped", "injury=pop_snap"),
    "twisted": ("i twisted it", "strain"),
    "broken": ("the bone shows", "deformity"),
    "swollen": ("my leg is swollen", "swelling=one_leg"),
    "hot": ("my leg is hot", "hot_colour"),
    "numb": ("my foot is numb", "numb_weak"),
    "both_swollen": ("my legs are swollen", "swelling=both_legs"),
    "cold": ("my foot is cold", "cold_pale"),
}
"""Label, phrase and place in the questions of each sign that a person may tell of unasked (``core.signs``)."""
_NO_ALARM = frozenset({"both_swollen", "cold"})
"""Signs that count where they are asked for alone: most often they mean nothing."""
_ONE_WORD = {"rf_chest": ("chest", "my chest"), "injury=knock_fall": ("a knock",), "injury=pop_snap": ("a pop",)}
"""Signs for which there is a word as well, by the row."""
ALARMING = frozenset(phrase for label, (phrase, _) in SIGNS.items() if label not in _NO_ALARM)
"""What is more than a cramp whenever it is said."""
TOLD = {phrase: row if "=" in row else f"{row}=yes" for phrase, row in SIGNS.values()}
"""By the phrase, the row that a sign told unasked answers, as ``Row.id`` has it."""
_OPENING = frozenset(word for words in _ONE_WORD.values() for word in words)
NAMES_IT = {row: frozenset({phrase, *_ONE_WORD.get(row, ())}) for phrase, row in SIGNS.values()}
NAMES_IT["opening"] = ALARMING | _OPENING
"""What names the very thing that is asked for, by the question's key, with its value where it has several."""
_NOT_BY_NAME = frozenset({"back"})
"""Values that as a word mean a command, in a question too."""


_COMMANDS = {tidy(phrase): command for command, entry in TABLE.items() for phrase in entry.phrases}
_COMMANDS |= dict.fromkeys(ALARMING, Command.UNWELL) | dict.fromkeys(_OPENING, Command.ALARM)
_COMMANDS |= dict.fromkeys(("tomorrow", "in the morning"), Command.LATER)
_ELSE = {Command.REPEAT: Command.AGAIN, Command.UNWELL: Command.ALARM}
"""Where there is no stretch to do again, *repeat* is about the last line; in a cramp a sign is a reason to ask."""


def understand(
    text: str,
    allowed: frozenset[Command],
    question: Question | None = None,
    asked: bool = False,
    typed: bool = False,
) -> Command | Answer | None:
    """What ``text`` means now: an answer to the open question first, then a command that is allowed.

    ``asked``: the coach has just asked how it is, so that *ow* is an answer; ``typed``: it was typed, so that whoever
    it comes from is answering (``answered``).
    """
    meant = _understood(text, allowed, question, asked)
    if not typed or question is None or meant not in (None, Answer("no")):
        return meant
    from stretchcoach.grammar.answered import AGAIN

    more = _answered(text, question)
    if meant is not None:
        return None if more == UNCLEAR else meant
    value = _answer(more, question) if more else ""
    return Answer(value) if value else _command(more, allowed) if more == AGAIN else None


def _understood(
    text: str, allowed: frozenset[Command], question: Question | None, asked: bool
) -> Command | Answer | None:
    """The same by the strict readings alone."""
    meant = exactly(text, allowed, question)
    if meant is not None or not tidy(text):
        return meant
    found = readings(text)
    if question is not None:
        sign = next((words for words in found if words in ALARMING), "")
        if sign and "stop" not in found and not _answer(sign, question):
            return Command.ALARM if Command.ALARM in allowed else Answer(TOLD[sign])
        for words in (*found, *_inside(text)):
            value = _answer(words, question)
            if value:
                return Answer(value)
    if asked and OW in found:
        found = (*found, "worse")
    return next(filter(None, (_command(words, allowed) for words in found)), None)


def exactly(text: str, allowed: frozenset[Command], question: Question | None = None) -> Command | Answer | None:
    """The same for the words of the tables alone."""
    words = tidy(text)
    if question is not None and words:
        value = _answer(words, question)
        if value:
            return Answer(value)
    return _command(words, allowed)


def doubtful(text: str, allowed: frozenset[Command], question: Question | None = None, typed: bool = False) -> bool:
    """It was for us, but says two things, or none for certain: what was asked should be asked again.

    ``UNCLEAR`` itself is what the ears tell of where nobody can say what was said.
    """
    waited_for = question is not None or Command.GONE in allowed
    unclear = text == UNCLEAR or UNCLEAR in readings(text)
    unclear = unclear or (typed and question is not None and _answered(text, question) == UNCLEAR)
    return waited_for and unclear and understand(text, allowed, question, typed=typed) is None


def _answered(text: str, question: Question) -> str:
    """What is typed as an answer with more after it; only then are its patterns loaded."""
    from stretchcoach.grammar.answered import answered

    return answered(text, question.text, bool(question.rows))


def asks_how_it_is(line: str) -> bool:
    """Whether a line of the coach asks it."""
    return "worse" in tidy(line).split()


def _command(words: str, allowed: frozenset[Command]) -> Command | None:
    command = _COMMANDS.get(words)
    return next((each for each in (command, _ELSE.get(command)) if each in allowed), None) if command else None


def _answer(words: str, question: Question) -> str:
    values = {choice.value for choice in question.choices}
    for row in question.rows:
        if _names(words, row.id.removesuffix("=yes")) or words == tidy(row.label):
            return row.id
    if _names(words, question.key) and words not in values:
        return "yes" if "yes" in values else ""
    named = next((value for value in values if _names(words, f"{question.key}={value}")), "")
    return named or next((each.value for each in question.choices if words in _spoken(each.value, each.label)), "")


def _names(words: str, asked: str) -> bool:
    return words in NAMES_IT.get(asked, frozenset())


def _spoken(value: str, label: str) -> set[str]:
    """What may be said for a choice."""
    shown = tidy(re.sub(r"\[(.)\]", r"\1", label))
    spoken = {shown, *re.split(r" or ", shown)}
    if value not in _NOT_BY_NAME:
        spoken.add(tidy(value.replace("_", " ")))
    spoken |= {*ANSWERS.get(value, ()), *CHOICES.get(value, ()), *ANSWERS.get(_LIKE.get(value, ""), ())}
    if value.isdecimal() and int(value) < len(NUMBERS):
        spoken |= {NUMBERS[int(value)], *(("none",) if value == "0" else ())}
    return spoken


def _inside(text: str) -> Iterator[str]:
    """The saying without what people put around the words of a choice; not where it is denied."""
    words = plain(text)
    if {"not", "no", "nah"} & {*words}:
        return
    for inner in bare(words):
        yield " ".join(inner)
        for frame in _FRAMES:
            if inner[: len(frame)] == frame:
                yield " ".join(inner[len(frame) :])


def _framed(opening: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in opening)


_FRAMES = _framed(
    "a|the|it is|it was|it is a|i was|i am|about|for|since|in|on|on a|probably|more|i have|i had|for about|i was just"
    "|it has been|i would say|for a few|a few|only|just|with|my".split("|")
)
