"""Which question comes next: a pure function of what was answered.

What could still raise the level is always asked, and never counted.  A red flag that a finer answer may yet take back
is not settled, and does not end the talk before that answer was asked for.  A settled emergency ends it at once; once
help is needed today, only what could make it an emergency is asked.  Questions that merely refine a cause have a
budget.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from stretchcoach.core.facts import Facts, facts, line_holds
from stretchcoach.core.flags import raised, warns
from stretchcoach.core.knowledge import NONE, Answers, Flag, Item, Knowledge, Line, Value
from stretchcoach.core.messages import Level

FINER = 5
"""Most questions that only refine a cause."""
CAUSES = ("cause", "diary")


def next_item(knowledge: Knowledge, answers: Answers, order: Sequence[str] | None = None) -> Item | None:
    """The question to ask next; None when all is asked, or a settled answer already means emergency.

    ``order``: the keys that may be asked, those of the screen if not said.
    """
    return QuestionOrder(knowledge, answers, knowledge.safety_check if order is None else tuple(order)).next()


def remaining(knowledge: Knowledge, answers: Answers, order: Sequence[str], most: int = 40) -> int:
    """How many questions are still to come, if each is answered as it is by somebody who is well."""
    calm = dict(answers)
    for count in range(most):
        item = next_item(knowledge, calm, order)
        if item is None:
            return count
        calm |= calm_answers(item)
    return most


def calm_answers(item: Item) -> dict[str, Value]:
    """What somebody who is well answers."""
    if item.kind == "list":
        return {item.key: NONE, **{mark.key: mark.calm for mark in item.marks}}
    values = [choice.value for choice in item.choices]
    return {item.key: next((value for value in ("no", NONE, "other") if value in values), values[0])}


def open_rows(knowledge: Knowledge, answers: Answers) -> bool:
    """Whether a sign of the screen is still without an answer."""
    known = facts(knowledge, answers)
    lists = (knowledge.by_key[key] for key in knowledge.safety_check)
    return any(
        mark.short and mark.key not in known and mark.key.partition(".")[0] not in known
        for item in lists
        if answers.get(item.key) != NONE
        for mark in item.marks
    )


def skipped_rows(knowledge: Knowledge, answers: Answers) -> bool:
    """Whether a row of the screen's lists was asked and left without an answer."""
    lists = (knowledge.by_key[key] for key in knowledge.safety_check)
    return any(answers.get(mark.key) == "" for item in lists for mark in item.marks)


class QuestionOrder:
    """One look at the answers."""

    def __init__(self, knowledge: Knowledge, answers: Answers, order: tuple[str, ...]) -> None:
        self.knowledge = knowledge
        self.answers = answers
        self.order = knowledge.keys(order)
        self.short = order == knowledge.safety_check
        self.known: Facts = facts(knowledge, answers)
        lists = (knowledge.by_key[key] for key in self.order)
        self._rows = {
            mark.key: item
            for item in lists
            for mark in item.marks
            if (mark.short or not self.short) and not self._done(item)
        }
        self._listed = frozenset(self.order)

    def next(self) -> Item | None:
        """The question to ask next."""
        fired = raised(self.knowledge, self.known)
        open_ = {id(flag): self.pending(flag) for flag in fired}
        settled = max((flag.level for flag in fired if not open_[id(flag)]), default=Level.SELF_CARE)
        if settled is Level.EMERGENCY:
            return None
        urgent = {key for flag in fired if flag.level is Level.EMERGENCY for key in open_[id(flag)]}
        if urgent and (found := self._first(urgent)):
            return found
        if settled is Level.SAME_DAY:
            return self._first(self.raising())
        return self._first(None, {key for flag in fired for key in open_[id(flag)]})

    # --- what is open --------------------------------------------------------------------------------------

    def _first(self, wanted: set[str] | None, needed: frozenset[str] | set[str] = frozenset()) -> Item | None:
        """The first open question; ``wanted``: only these keys; ``needed``: whatever the budget says."""
        spent = sum(
            key in self.answers and self.knowledge.by_key[key].topic in CAUSES
            for key in self.order
            if self.knowledge.by_key[key].kind != "list"
        )
        for key in self.order:
            item = self._open(self.knowledge.by_key[key], wanted)
            if item is not None and (spent < FINER or item.kind == "list" or key in needed or item.topic not in CAUSES):
                return item
        return None

    def _open(self, item: Item, wanted: set[str] | None) -> Item | None:
        """The question as far as it is open, or None."""
        if item.kind == "list":
            return self._open_list(item, wanted)
        if wanted is not None and item.key not in wanted:
            return None
        return item if self._unanswered(item.key) and self._due(item) else None

    def _open_list(self, item: Item, wanted: set[str] | None) -> Item | None:
        if self._done(item) or not self._due(item):
            return None
        marks = tuple(
            mark
            for mark in item.marks
            if (mark.short or not self.short)
            and not self._answered(mark.key)
            and (wanted is None or mark.key in wanted)
        )
        return replace(item, marks=marks) if marks else None

    def _done(self, item: Item) -> bool:
        return self.answers.get(item.key) == NONE

    def _answered(self, key: str) -> bool:
        """Whether a row of a list has its answer, of its own or by the whole question."""
        name = key.partition(".")[0]
        if key in self.answers or key in self.known:
            return True
        whole = self.known.get(name)
        return whole is not None and name != key and name in self.answers

    def _unanswered(self, key: str) -> bool:
        """Whether a question of its own is still to be asked."""
        item = self.knowledge.by_key[key]
        name = key.partition(".")[0]
        told = bool(item.told_by) and all(self.answers.get(other, "") != "" for other in item.told_by)
        if key in self.answers or told:
            return False
        if name != key:
            return name not in self.answers
        return key not in self.known

    def _due(self, item: Item) -> bool:
        whole = self.knowledge.by_key[item.key.partition(".")[0]]
        return not whole.only_if or line_holds(whole.only_if, self.known, doubt=True)

    # --- what could change the level -----------------------------------------------------------------------

    def may_come(self, key: str, depth: int = 4) -> bool:
        """Whether this question may still be asked in this talk."""
        name = key.partition(".")[0]
        item = self.knowledge.by_key[name]
        inner = [f"{name}.{part.name}" for part in item.parts] if name == key else []
        if any(self.may_come(part, depth) for part in inner):
            return True
        if key in self._rows and not self._answered(key):
            asked = self._rows[key]
            return self._due(asked) or (depth > 0 and any(self.may_come(one.key, depth - 1) for one in asked.only_if))
        if key not in self._listed or not self._unanswered(key) or not depth:
            return False
        return self._due(item) or any(self.may_come(one.key, depth - 1) for one in item.only_if)

    def pending(self, flag: Flag) -> set[str]:
        """The questions whose answers may yet take this flag back; empty where nothing can any more."""
        ways = [self._missing(way, doubt=False) for way in flag.unless]
        return self._asked_for(set().union(*ways)) if any(ways) else set()

    def raising(self) -> set[str]:
        """The questions that could still make it an emergency."""
        keys: set[str] = set()
        for flag in self.knowledge.flags:
            if flag.level is Level.EMERGENCY:
                keys |= self._missing(flag.when, warns(flag))
        return self._asked_for(keys)

    def _missing(self, lines: tuple[Line, ...], doubt: bool) -> set[str]:
        """What is still to be answered for all these lines to hold; empty where they cannot, or do."""
        keys: set[str] = set()
        for line in lines:
            if line_holds(line, self.known, doubt):
                continue
            open_ = {one.key for one in line if self.may_come(one.key)}
            if not open_:
                return set()
            keys |= open_
        return keys

    def _asked_for(self, keys: set[str]) -> set[str]:
        """These questions as they are asked: in their parts, and with those that they hang on."""
        found: set[str] = set()
        fresh = set(keys)
        while fresh:
            key = fresh.pop()
            if key in found:
                continue
            found.add(key)
            name = key.partition(".")[0]
            item = self.knowledge.by_key[name]
            fresh |= {f"{name}.{part.name}" for part in item.parts} - found if name == key else set()
            asked = self._rows.get(key, item)
            if not self._due(asked):
                fresh |= self._gates(asked.only_if) - found
        return found

    def _gates(self, line: Line) -> set[str]:
        return {one.key for one in line if self.may_come(one.key)}
