"""The facts of a session, and the diary entry that they add up to: a pure function, so that a journal can be replayed.

Lengths come from the session's own clock, which runs evenly; the wall clock, which can be set back or change its
zone, only says when it began.
"""

from itertools import takewhile
from typing import Any

import msgspec

from stretchcoach.core.messages import Log
from stretchcoach.core.phase import ROUNDS
from stretchcoach.diary.entries import DAY, PLACES, SIDES, WEEK, Episode, RoutineRun, Said, point, timed

BEGINS = ("cramp", "routine")
ENDS = ("end", "routine_done", "routine_stopped")
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
SECOND_WAY = {"bed": ("wall", "towel"), "chair": ("other", "towel"), "lying": ("towel", "wall")}
"""What is tried after the first three rounds, in turn, by where the person is."""
LEVELS = (None, "SELF_CARE", "ROUTINE", "SAME_DAY", "EMERGENCY")


class JournalFact(msgspec.Struct, frozen=True):
    """One fact: ``at`` is seconds since the session began, ``wall`` the time of day."""

    at: float
    wall: str
    kind: str
    facts: dict[str, str | float | bool | None] = {}

    def log(self, began: float) -> Log:
        """The fact as the session told it, if it had begun at ``began``."""
        return Log(self.kind, began + self.at, tuple(self.facts.items()))


def encode(tale: list[JournalFact]) -> str:
    """A tale as text for the journal."""
    return msgspec.json.encode(tale).decode()


def decode(text: str) -> list[JournalFact]:
    """The tale of a journal, as far as it can be read; empty if the text is no tale."""
    try:
        tale = msgspec.json.decode(text, type=list[JournalFact])
    except (msgspec.MsgspecError, TypeError, ValueError):
        return []
    whole = list(takewhile(lambda told: _is_time(told.wall), tale))
    return whole if whole and whole[0].kind in BEGINS else []


def _is_time(wall: str) -> bool:
    try:
        return timed(wall) and bool(point(wall))
    except (ValueError, OverflowError, OSError):
        return False


def entry_from(key: str, tale: list[JournalFact], closed: str = "finished") -> Episode | RoutineRun:
    """The entry that these facts amount to; ``closed`` counts where the tale has no end of its own."""
    if tale[0].kind == "routine":
        return _run(key, tale)
    return _Cramp(key, tale[0].wall).through(tale).episode(tale[-1], closed)


def followed_up(entry: Episode, tale: list[JournalFact]) -> Episode:
    """The entry with what a talk on a later day told; a level is never lowered."""
    cramp = _Cramp(entry.id, entry.began).through(tale)
    new = {**cramp.fields, "answers": entry.answers | cramp.answers}
    if LEVELS.index(new.get("level")) < LEVELS.index(entry.level):
        new["level"] = entry.level
    new["rules"] = tuple(dict.fromkeys((*entry.rules, *new.get("rules", ()))))
    new["pending"] = "put_off" in (kinds := [told.kind for told in tale]) or "outcome" not in kinds
    return msgspec.structs.replace(entry, **new)


def _run(key: str, tale: list[JournalFact]) -> RoutineRun:
    return RoutineRun(
        id=key,
        began=tale[0].wall,
        routine=str(tale[0].facts.get("routine", "")),
        seconds=min(round(tale[-1].at, 1), WEEK),
        finished=tale[-1].kind == "routine_done",
        steps=sum(told.kind == "bout" for told in tale),
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
            self._take(told, told.facts)
        return self

    def _take(self, told: JournalFact, facts: dict[str, Any]) -> None:
        match told.kind:
            case "cramp" | "side":
                self._field("side", facts.get("side"))
            case "round":
                self.rounds += 1
            case "stopped":
                self.stopped = True
            case "worse" if facts.get("times", 0) > 1:
                self.answers["stretch_effect"] = "much_worse"
            case "released":
                self._released(told.at, str(facts.get("position", "")))
            case "returned":
                self._returned(told.at, facts.get("times"))
            case "answer":
                self._answer(str(facts.get("key", "")), facts.get("value"))
            case "outcome" | "end":
                self._judged(facts.get("level"), str(facts.get("rules") or ""))
                if "causes" in facts:
                    self.fields["causes"] = tuple(str(facts["causes"] or "").split())
            case "reopened":
                self.fields.pop("level", None)
                self.fields.pop("rules", None)
            case "put_off":
                self.fields["pending"] = True
            case _:
                pass

    def _released(self, at: float, position: str) -> None:
        if self.since is not None:
            self.fields["relieved_after"] = min(round(at - self.since, 1), DAY)
            self.fields["relieved_by"] = self._reliever(position)
            self.lasted += at - self.since
            self.since = None

    def _reliever(self, position: str) -> str:
        if self.stopped:
            return "rest"
        if position == "lying" and (self.rounds < ROUNDS or not self.screened):
            return "toes_up"
        if position == "standing":
            return "standing"
        return SECOND_WAY.get(position, ("other", "other"))[max(0, self.rounds - ROUNDS) // ROUNDS % 2]

    def _returned(self, at: float, times: object) -> None:
        self.answers["came_back"] = float(times) if isinstance(times, int | float) else True
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

    def _judged(self, level: object, rules: str) -> None:
        self.screened = True
        if level:
            self.fields["level"], self.fields["rules"] = level, tuple(rules.split())

    def episode(self, last: JournalFact, closed: str) -> Episode:
        """The entry, closed with the last fact."""
        going_on = 0.0 if self.since is None else last.at - self.since
        ended = last.kind in ENDS
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
