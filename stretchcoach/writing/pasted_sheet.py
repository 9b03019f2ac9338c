"""An exercise sheet that is pasted: what was understood of each line, what is asked, and what comes of it."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from stretchcoach.core.visible import visible
from stretchcoach.handout import Handout, Read, read, spread
from stretchcoach.handout.column_heads import rows
from stretchcoach.handout.routine_text import name_for_file, text_of
from stretchcoach.handout.together import asked_with, shared
from stretchcoach.words import handout_questions, writing_screens
from stretchcoach.words.wording import counted
from stretchcoach.writing.whole import Whole, whole

MOST_LINES = 2000
MOST_LETTERS = 256 * 1024
NOTE = "note"
"""The answer that a line is no exercise."""
TOO_LONG = writing_screens.most_lines(MOST_LINES)


class Sheet(Struct, frozen=True):
    """The text of a sheet, the answers that were given, and what was understood with them."""

    text: str = ""
    answers: Mapping[int, str] = {}
    """By the number of the line; an empty answer leaves it out."""
    handout: Handout = field(default_factory=lambda: Handout(()))
    trouble: str = ""
    whole: Whole | None = None
    """The routine that was pasted in the place of a sheet."""

    @property
    def makes(self) -> bool:
        """Whether a routine comes of it."""
        return bool(self.whole.text if self.whole else self.handout.steps)

    @property
    def asked(self) -> tuple[Read, ...]:
        """The lines that wait for an answer."""
        return tuple(each for each in self.handout.asked if each.number not in self.answers)

    @property
    def counts(self) -> str:
        """How much was understood."""
        if self.trouble or self.whole:
            return self.trouble or " ".join((self.whole or Whole()).told[:1])
        lines, open_ = len(self.handout.reads), len(self.handout.asked)
        return writing_screens.so_many_understood(lines - open_, counted(lines, "line"), open_)

    def asked_with(self, read: Read) -> tuple[Read, ...]:
        """The lines that wait for the same answer as this one, itself first."""
        return asked_with(read, self.asked)

    def answered(self, number: int, answer: str) -> "Sheet":
        """With an answer to the question of a line, and of those that ask the same.

        One that answers nothing leaves its line asked.
        """
        read = next((each for each in self.handout.asked if each.number == number), None)
        told = shared(answer.strip(), self.asked_with(read)) if read else {number: answer.strip()}
        told = {line: NOTE if said.lower() == "n" else said for line, said in told.items()}
        again = sheet_of(self.text, {**self.answers, **told})
        still = {each.number for each in again.handout.asked}
        kept = {line: said for line, said in told.items() if not (said and line in still)}
        return again if len(kept) == len(told) else sheet_of(self.text, {**self.answers, **kept})

    def routine(self) -> str:
        """The text of the routine file; empty where there is no exercise."""
        if self.whole:
            return self.whole.text
        return "" if self.trouble else text_of(self.handout, self.handout.title or handout_questions.MY_EXERCISES)


def sheet_of(text: str, answers: Mapping[int, str] | None = None) -> Sheet:
    """A sheet, read with these answers."""
    given = dict(answers or {})
    if text.count("\n") > MOST_LINES or len(text) > MOST_LETTERS:
        return Sheet(text, given, trouble=TOO_LONG)
    if found := whole(text):
        told = tuple(Read(number, "", "", line) for number, line in enumerate(found.told, 1))
        return Sheet(text, given, Handout(told), "" if found.text else found.told[0], found)
    return Sheet(text, given, read(text, {number: said for number, said in given.items() if said}))


def cleaned(pasted: str) -> str:
    """What was pasted, as lines of a sheet: one kind of line end, blanks for tabs, nothing that cannot be seen."""
    lines = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", pasted)
    bare = re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", lines)
    return spread(visible(re.sub(r"[\u00ad\u200b\ufeff]", "", rows(bare).replace("\t", " ")), lines=True))


def file_name(title: str) -> str:
    """The name that a routine's title gives to its file."""
    return name_for_file([title])
