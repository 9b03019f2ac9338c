"""The facts of a session, and the diary entry that they add up to: a pure function, so that a journal can be replayed.

Lengths come from the session's own clock, which runs evenly; the wall clock, which can be set back or change its
zone, only says when it began.
"""

from typing import Any

from msgspec.structs import replace

from stretchcoach.core.messages import Level
from stretchcoach.core.phase import ROUNDS
from stretchcoach.core.record import (
    Answered,
    BoutDone,
    CrampBegan,
    CrampEnded,
    Judged,
    PutOff,
    Released,
    Reopened,
    Returned,
    RoundDone,
    RoutineBegan,
    RoutineDone,
    RoutineStopped,
    SideTold,
    Stopped,
    Worsened,
)
from stretchcoach.diary.entries import DAY, PLACES, SIDES, WEEK, Episode, RoutineRun, Said
from stretchcoach.diary.session.journal_text import JournalFact

ENDS = (CrampEnded, RoutineDone, RoutineStopped)
FIELDS = {
    "pain_start": "severity",
    "severity": "severity",
    "pain_now": "pain_after",
    "pain_after": "pain_after",
    "sleep": "sleep",
    "woke": "woke",
    "activity": "doing",
    "posture_kind": "posture",
    "relieved_by": "relieved_by",
    "side": "side",
    "place": "place",
}
"""The field that the answer to a question belongs into."""
SCORES = ("severity", "pain_after", "sleep")
PUT_OFF = "tomorrow"
"""The answer that is none: ask me tomorrow."""
OFFER = "follow_up"
"""A question about the talk, not about the cramp."""
LEVELS = (None, *(level.name for level in sorted(Level)))


def entry_from(key: str, tale: list[JournalFact], closed: str = "finished") -> Episode | RoutineRun:
    """The entry that these facts amount to; ``closed`` counts where the tale has no end of its own."""
    first = tale[0].fact
    if isinstance(first, RoutineBegan):
        return _run(key, first.routine, tale)
    return _Cramp(key, tale[0].wall).through(tale).episode(tale[-1], closed)


def followed_up(entry: Episode, tale: list[JournalFact]) -> Episode:
    """The entry with what a talk on a later day told; a level is never lowered."""
    cramp = _Cramp(entry.id, entry.began).through(tale)
    new = {**cramp.fields, "answers": entry.answers | cramp.answers}
    if LEVELS.index(new.get("level")) < LEVELS.index(entry.level):
        new["level"] = entry.level
    new["rules"] = tuple(dict.fromkeys((*entry.rules, *new.get("rules", ()))))
    kinds = {type(told.fact) for told in tale}
    new["pending"] = PutOff in kinds or Judged not in kinds
    return replace(entry, **new)


def _run(key: str, routine: str, tale: list[JournalFact]) -> RoutineRun:
    return RoutineRun(
        id=key,
        began=tale[0].wall,
        routine=routine,
        seconds=min(round(tale[-1].at, 1), WEEK),
        finished=isinstance(tale[-1].fact, RoutineDone),
        steps=sum(isinstance(told.fact, BoutDone) for told in tale),
    )


class _Cramp:
    """A cramp, as far as it has been told."""

    def __init__(self, key: str, began: str) -> None:
        self.fields: dict[str, Any] = {"id": key, "began": began}
        self.answers: dict[str, Said] = {}
        self.since: float | None = 0.0
        """When the bout that is going on began; None once it has let go."""
        self.lasted = 0.0
        self.rounds = 0
        self.screened = self.stopped = False

    def through(self, tale: list[JournalFact]) -> "_Cramp":
        """Take in these facts."""
        for told in tale:
            self._take(told)
        return self

    def _take(self, told: JournalFact) -> None:
        match told.fact:
            case CrampBegan(side=side) | SideTold(side=side):
                self._field("side", side.value)
            case RoundDone():
                self.rounds += 1
            case Stopped():
                self.stopped = True
            case Worsened(times=times) if times > 1:
                self.answers["stretch_effect"] = "much_worse"
            case Released(by=by):
                self._released(told.at, by)
            case Returned(times=times):
                self._returned(told.at, times)
            case Answered(key=key, value=value):
                self._answer(key, value)
            case Judged() | CrampEnded():
                self._judged(told.fact)
            case Reopened():
                self.fields.pop("level", None)
                self.fields.pop("rules", None)
            case PutOff():
                self.fields["pending"] = True
            case _:
                pass

    def _released(self, at: float, by: str) -> None:
        if self.since is not None:
            self.fields["relieved_after"] = min(round(at - self.since, 1), DAY)
            self.fields["relieved_by"] = by or ("toes_up" if self.rounds < ROUNDS else None)
            self.lasted += at - self.since
            self.since = None

    def _returned(self, at: float, times: int) -> None:
        self.answers["came_back"] = float(times) if times else True
        if self.since is None:
            self.since, self.rounds, self.screened, self.stopped = at, 0, False, False

    def _answer(self, question: str, value: Said) -> None:
        if value == PUT_OFF:
            self.fields["pending"] = True
            return
        if question == OFFER:
            return
        self.answers[question] = value
        if value is not None and question in FIELDS:
            self._field(FIELDS[question], value)

    def _field(self, name: str, value: Said) -> None:
        if name in SCORES:
            value = _score(value)
        known = {"side": SIDES, "place": PLACES}.get(name)
        if value is not None and (known is None or value in known):
            self.fields[name] = value

    def _judged(self, fact: Judged | CrampEnded) -> None:
        self.screened = True
        if fact.level:
            self.fields["level"], self.fields["rules"] = fact.level, fact.rules
        if isinstance(fact, Judged) and fact.causes is not None:
            self.fields["causes"] = fact.causes

    def episode(self, last: JournalFact, closed: str) -> Episode:
        """The entry, closed with the last fact."""
        going_on = 0.0 if self.since is None else last.at - self.since
        ended = isinstance(last.fact, ENDS)
        stopped = self.stopped and self.since is not None
        self.fields["closed"] = ("stopped" if stopped else "finished") if ended else closed
        if self.fields["closed"] == "interrupted" and not self.screened:
            self.fields["pending"] = True  # nobody chose to leave the safety questions out
        lasted = min(round((self.lasted + going_on) / 60, 2), DAY / 60)
        return Episode(minutes=lasted, answers=self.answers, **self.fields)


def _score(value: Said) -> int | None:
    """A number from nought to ten, however it was said."""
    try:
        number = int(float(value)) if isinstance(value, str | float | int) else -1
    except ValueError:
        return None
    return number if 0 <= number <= 10 else None
