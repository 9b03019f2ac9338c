"""The safety screen while it is being asked: one question at a time, silence allowed, nothing forgotten."""

from stretchcoach.core.knowledge import Answers, Item, Knowledge, Value
from stretchcoach.core.messages import Choice, Kind, Outcome, Question
from stretchcoach.core.script import Stage
from stretchcoach.core.triage import HelpWords, judge, next_item

SORE = 9.0
"""Seconds a question stays open while the cramp goes on."""
CALM = 24.0
"""Seconds it stays open afterwards; it is repeated half-way."""
SILENT = 2
"""Unanswered questions in a row after which no more are asked."""
PREFACE = 3.5
"""Seconds for the line that announces the questions."""
TOMORROW = Choice("tomorrow", "Tomorrow", "t")


class Screening:
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
        self.order = knowledge.screen if order is None else order
        self._known = dict(known or {})
        self._before = before
        self._asked: list[str] = []
        self.words = words
        self.answers: dict[str, Value] = {}
        """By question; empty where nothing was answered.  Facts the session knows by itself go in here too."""
        self.item: Item | None = None
        self._silent = 0

    @property
    def told(self) -> Answers:
        """All answers there are, with those that were known before."""
        return {**self._known, **self.answers}

    @property
    def count(self) -> int:
        """How many questions were asked, elsewhere too."""
        return self._before + len(self._asked)

    def ask(self) -> Item | None:
        """Open the next question; None when there is none."""
        self.item = next_item(self.knowledge, self.told, self.order, self.count)
        return self.item

    def stage(self, item: Item, calm: bool, preface: str = "") -> Stage:
        """How the question is put: its lines and how long it stays open."""
        start = PREFACE if preface else 0.0
        seconds = start + (CALM if calm else SORE)
        lines = ((start, item.ask), (seconds / 2, item.ask)) if calm else ((start, item.ask),)
        return Stage(item.ask, seconds, ((0.0, preface), *lines) if preface else lines, Kind.ASK, item.why)

    def question(self, calm: bool) -> Question | None:
        """What is to be seen of the open question; only afterwards may it be put off."""
        if self.item is None:
            return None
        later = (TOMORROW,) if calm else ()
        return Question(self.item.key, self.item.ask, self.item.choices + later, self.item.why)

    def answer(self, value: str) -> None:
        """The open question is answered."""
        if self.item:
            self._keep(self.item.key, value)
            self._silent = 0

    def skip(self) -> None:
        """The open question stays open, because the person wants to go on."""
        self.answer("")

    def silence(self) -> bool:
        """The open question stays open; whether it is time to ask no more."""
        if self.item:
            self._keep(self.item.key, "")
            self._silent += 1
        return self._silent >= SILENT

    def back(self) -> None:
        """Take the last answer back."""
        if self._asked:
            self.answers.pop(self._asked.pop(), None)

    def _keep(self, key: str, value: str) -> None:
        self.answers[key] = value
        self._asked.append(key)

    def end(self) -> None:
        """Ask no more for now; what stayed open may be asked again."""
        self.item, self._silent = None, 0
        self.answers = {key: value for key, value in self.answers.items() if value}

    def outcome(self) -> Outcome:
        """What the answers so far mean."""
        return judge(self.knowledge, self.told, self.words)
