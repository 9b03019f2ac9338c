"""Everything that can be said, and what may be said now: drawn from the same table as keys and help.

A *label* names what was said for files and figures (``stretchcoach hear --commands``); the *phrase* is what the coach
understands.  The recogniser scores every phrase at any time and acts only on the labels that are armed.
"""

from typing import NamedTuple

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Command, Question
from stretchcoach.core.phrases import ALARMING, ANSWERS, CHOICES, SIGNS, exactly
from stretchcoach.grammar.lexicon.sayings import EASING, OW, UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import readings, tidy


class Word(NamedTuple):
    """One thing that can be said."""

    label: str
    phrase: str


STOP = "stop"
_OWN_LABEL = {
    "skip": "skip",
    "skip it": "skip",
    "quit": "quit",
    "exit": "quit",
    "still hurts": "hurts",
    EASING: "easing",
    "say again": "repeat",
    "say that again": "repeat",
    "say it again": "repeat",
    "on my back": "lying_back",
    "on my front": "lying_front",
    "on my side": "lying_side",
}
_LABEL_OF = {"not_sure": "unsure"}
_LABELS = {Command.READY: "start", Command.WORSE: "hurts", Command.LATER: "tomorrow"}
CRAMP = (Word("cramp", "cramp"), Word("cramp", "i have a cramp"))


def _words() -> tuple[Word, ...]:
    found = [
        Word(_OWN_LABEL.get(phrase, _LABELS.get(command, command.value)), phrase)
        for command, entry in TABLE.items()
        for phrase in map(tidy, entry.phrases)
    ]
    found += [
        Word("unsure" if value == "not_sure" else value, said) for value, all_ in ANSWERS.items() for said in all_
    ]
    found += [Word(number, number) for number in NUMBERS]
    found += [Word(_OWN_LABEL.get(said, value), said) for value, phrases in CHOICES.items() for said in phrases]
    found += [Word(label, phrase) for label, (phrase, _) in SIGNS.items()]
    found += CRAMP
    first: dict[str, Word] = {}
    for word in found:
        first.setdefault(word.phrase, word)
    return tuple(first.values())


WORDS: tuple[Word, ...] = _words()
"""Every phrase once, with its label."""
LABELS: tuple[str, ...] = tuple(dict.fromkeys(word.label for word in WORDS))
_LABEL_BY_PHRASE = {word.phrase: word.label for word in WORDS} | {OW: _LABELS[Command.WORSE], UNCLEAR: UNCLEAR}
YES_NO = frozenset({"yes", "no", "unsure"})
"""The labels that answer a question which can be answered with yes or no."""
_IN_A_ROUTINE = frozenset(Command) - {Command.ALARM, Command.YES, Command.LATER}
SESSION = (
    frozenset(word.label for word in WORDS if exactly(word.phrase, _IN_A_ROUTINE) is not None) - YES_NO - set(NUMBERS)
) | {"cramp"}
CONTEXTS: dict[str, frozenset[str]] = {
    "session": SESSION,
    "cramp": frozenset(
        "gone easing same hurts stop quit help pause resume repeat again start next skip back louder quieter slower "
        "faster time how left right both bed chair standing tomorrow alarm chest unwell".split()
    )
    | {UNCLEAR, *SIGNS},
    "yesno": YES_NO | {STOP, "quit", "repeat", "help", UNCLEAR},
    "number": frozenset(NUMBERS) | {STOP, "quit", UNCLEAR},
    "all": frozenset(LABELS) | {UNCLEAR},
}
"""The labels armed in each context of ``stretchcoach hear``."""


def armed(allowed: frozenset[Command], question: Question | None) -> frozenset[str]:
    """The labels that may act now; *stop* always may."""
    meant = {word.label for word in WORDS if exactly(word.phrase, allowed, question) is not None}
    if question is not None or Command.GONE in allowed:
        meant.add(UNCLEAR)
    if question is not None:
        meant |= {label for label, (phrase, _) in SIGNS.items() if phrase in ALARMING}
    return frozenset(meant | {STOP})


def labelled(text: str, armed: frozenset[str]) -> str:
    """The label of a saying among those that are armed, ``UNCLEAR`` where it must be asked again; or nothing."""
    said = (tidy(text), *readings(text))
    return next((label for label in map(_LABEL_BY_PHRASE.get, said) if label in armed), "")
