"""The asking: one order and one memory, for the safety screen after a cramp, the talk, and the command line.

One question at a time, silence allowed, nothing forgotten.  A list is answered by ticking its rows, or by *none of
these*, an honest no to each; *yes* and *not sure* have its rows asked one by one.
"""

from collections.abc import Mapping

from stretchcoach.core.knowledge import (
    NONE,
    NOT_SURE,
    YES,
    Answers,
    Item,
    Knowledge,
    Sign,
    Value,
    breaths,
)
from stretchcoach.core.messages import Asked, Choice, Kind, Outcome, Question, Row, Ticks
from stretchcoach.core.next_question import next_item, remaining
from stretchcoach.core.script import Stage
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.core.triage import HelpWords, judge
from stretchcoach.words.questions import ANOTHER_DAY

SORE = 9.0
"""Seconds a question stays open while the cramp goes on."""
CALM = 24.0
"""Seconds it stays open afterwards; it is repeated half-way."""
SILENT = 2
"""Unanswered questions in a row after which no more are asked."""
PREFACE = 3.5
"""Seconds for the line that announces the questions."""
AGAIN = 3.0
"""Seconds after a list was read out, until its question is put once more."""
GAP = 0.8
"""Seconds between two breaths of a list."""
TOMORROW = Choice("tomorrow", ANOTHER_DAY, "t")
KINDS = {"yesno": Asked.YESNO, "number": Asked.NUMBER, "list": Asked.LIST}


def reading(item: Item) -> float:
    """Seconds that the rows of a list take to be read out."""
    lines = (item.ask, *breaths(item)) if item.marks else ()
    return sum(speech_seconds(line, 140) + GAP for line in lines)


class Asking:
    """Which question is open, and what was answered."""

    def __init__(
        self,
        knowledge: Knowledge,
        words: HelpWords,
        order: tuple[str, ...] | None = None,
        known: Answers | None = None,
        before: int = 0,
    ) -> None:
        """``order``: the keys that are asked, the screen's if not said; ``known``: answers that need not be.

        ``before``: how many questions were asked elsewhere already.
        """
        self.knowledge = knowledge
        self.order = knowledge.safety_check if order is None else order
        self.words = words
        self.answers: dict[str, Value] = {}
        """By question; empty where nothing was answered.  Facts the session knows by itself go in here too."""
        self.item: Item | None = None
        self._known = dict(known or {})
        self._before = before
        self._trail: list[tuple[str, ...]] = []
        """The keys that each question answered, in the order in which they were asked."""
        self._opened: tuple[str, ...] = ()
        """Rows of a list that are asked one by one."""
        self._silent = 0
        self._about = 0
        self._taken: Mapping[str, Value] = {}
        """Questions that were gone back from and have not been answered again."""

    @property
    def as_told(self) -> Answers:
        """All answers there are, with those that were known before, and those gone back from that still count."""
        return {**self._known, **self._counting, **self.answers}

    @property
    def gone_back(self) -> bool:
        """Whether an answer that calls for more help was taken back, and no other has come."""
        return bool(self._counting)

    @property
    def _settled(self) -> Answers:
        """What need not be asked."""
        return {**self._known, **self.answers}

    @property
    def _counting(self) -> Mapping[str, Value]:
        """Answers gone back from: until there are others they count where they call for more help, never for less."""
        if not self._taken:
            return {}
        without = judge(self.knowledge, self._settled, self.words)
        counted = judge(self.knowledge, {**self._taken, **self._settled}, self.words)
        return self._taken if counted.level > without.level else {}

    @property
    def count(self) -> int:
        """How many questions were asked, elsewhere too."""
        return self._before + len(self._trail)

    @property
    def open_keys(self) -> tuple[str, ...]:
        """What the open question would answer."""
        if self.item is None:
            return ()
        return tuple(dict.fromkeys(mark.key for mark in self.item.marks)) or (self.item.key,)

    # --- asking --------------------------------------------------------------------------------------------

    def ask(self) -> Item | None:
        """Open the next question; None when there is none."""
        self.item = following = next_item(self.knowledge, self._settled, self.order)
        if following is None:
            self._taken = {}
        self._opened = tuple(key for key in self._opened if key not in self.answers) if following else ()
        if self._opened:
            self.item = self.knowledge.by_key[self._opened[0]]
        self._about = 0
        return self.item

    def stage(self, item: Item, calm: bool, preface: str = "") -> Stage:
        """How the question is put: its lines and how long it stays open; a list is read in breaths."""
        start = at = PREFACE if preface else 0.0
        lines = [(0.0, preface)] if preface else []
        for line in (item.ask, *breaths(item)):
            lines.append((at, line))
            at += speech_seconds(line, 140) + GAP
        in_one, seconds = lines[-1][0], start + reading(item) + (CALM if calm else SORE)
        if calm:
            lines.append((at + AGAIN if item.marks else seconds / 2, item.ask))
        return Stage(item.ask, seconds, tuple(lines), Kind.ASK, item.why, in_one)

    def question(self, calm: bool) -> Question | None:
        """The open question as it is shown; it can be put off only once the cramp has let go (``calm``)."""
        item = self.item
        if item is None:
            return None
        return Question(
            item.key,
            item.ask,
            item.choices + ((TOMORROW,) if calm else ()),
            item.why,
            KINDS.get(item.kind, Asked.CHOICE),
            tuple(self._row(mark, item) for mark in item.marks),
            self.count + 1,
            self.about,
        )

    @property
    def about(self) -> int:
        """Of about how many questions the open one is one."""
        if not self._about:
            self._about = self.count + max(1, remaining(self.knowledge, self._settled, self.order))
        return self._about

    def _row(self, mark: Sign, item: Item) -> Row:
        group = mark.key if sum(other.key == mark.key for other in item.marks) > 1 else ""
        before = self._taken.get(mark.key)
        return Row(mark.id, mark.label, group, before == mark.value, before == NOT_SURE != mark.value)

    # --- answers -------------------------------------------------------------------------------------------

    def answer(self, value: str) -> dict[str, Value]:
        """The open question is answered; which keys got which answer.  The id of one row says nothing of the others."""
        item = self.item
        if item is None:
            return {}
        self._silent = 0
        if item.kind != "list":
            return self._keep({item.key: value})
        for mark in item.marks:
            if value == mark.id:
                return self._keep({mark.key: mark.value})
        if value in (YES, NOT_SURE):
            self._opened = tuple(dict.fromkeys(mark.key for mark in item.marks))
            return {}
        return self.tick(Ticks()) if value == NONE else self._keep({mark.key: value for mark in item.marks})

    def told(self, row: str) -> dict[str, Value]:
        """A sign was named that is not asked for now: it is so, whatever was said before; the question stays open."""
        self._silent = 0
        key, _, value = row.partition("=")
        return self._keep({key: value})

    def tick(self, ticks: Ticks) -> dict[str, Value]:
        """The open list is answered: what was ticked, what one is not sure of, and an honest no to the rest."""
        item = self.item
        if item is None or item.kind != "list":
            return {}
        self._silent = 0
        answers: dict[str, Value] = {mark.key: mark.calm for mark in item.marks}
        for mark in item.marks:
            if mark.id in ticks.unsure:
                answers[mark.key] = NOT_SURE
        for mark in item.marks:
            if mark.id in ticks.rows:
                answers[mark.key] = mark.value
        return self._keep(answers)

    def skip(self) -> dict[str, Value]:
        """The person goes on: the open question stays open, or as it was answered before it was gone back to."""
        self._silent = 0
        return self._left(self._counting)

    def _left(self, counting: Mapping[str, Value]) -> dict[str, Value]:
        """The open question without an answer of now; ``counting``: what was gone back from and counts."""
        keys = self.open_keys
        return self._keep({key: counting.get(key, "") for key in keys}) if keys else {}

    def silence(self, calm: bool = True) -> tuple[dict[str, Value], bool]:
        """Nothing is said: the open question stays open, and all that was gone back from is as it was.

        Which keys got which answer; and whether it is time to ask no more: in pain, one list is enough.
        """
        whole = self.item is not None and self.item.kind == "list" and not calm
        silent = SILENT if whole else self._silent + 1
        counting = self._counting
        kept = self._left(counting)
        if rest := {key: value for key, value in counting.items() if key not in kept}:
            kept = {**kept, **self._keep(rest)}
        self._silent = silent
        return kept, silent >= SILENT

    def back(self) -> None:
        """Take the last answer back."""
        self._opened = ()
        if self._trail:
            keys = self._trail.pop()
            self._taken = {**self._taken, **{key: self.answers[key] for key in keys if self.answers.get(key)}}
            for key in keys:
                self.answers.pop(key, None)

    def _keep(self, answers: dict[str, Value]) -> dict[str, Value]:
        self.answers |= answers
        self._trail.append(tuple(answers))
        self._taken = {key: value for key, value in self._taken.items() if key not in answers}
        return answers

    def end(self) -> None:
        """Ask no more for now; what stayed open may be asked again."""
        self.item, self._silent, self._opened = None, 0, ()
        self.answers = {**self._counting, **{key: value for key, value in self.answers.items() if value}}
        self._taken = {}

    def outcome(self) -> Outcome:
        """What the answers so far mean."""
        return judge(self.knowledge, self.as_told, self.words)
