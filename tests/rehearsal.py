"""A coach driven in virtual time: it jumps from deadline to deadline, with a speaker that takes its time."""

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec.structs import asdict

from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Beep, Effect, Event, Hush, Say, Scene, Side, SpeechEnded, Tick
from stretchcoach.core.record import KINDS
from stretchcoach.core.speech_time import speech_seconds


@dataclass
class Rehearsal:
    """Plays a coach; ``effects`` keeps the second at which each effect came."""

    coach: Coach
    speaking: Callable[[str], float] = speech_seconds
    """How long the loudspeaker takes for a line; a negative value: it never reports the end."""
    grain: float | None = None
    """A clumsy driver: ticks come only at multiples of this many seconds."""
    now: float = 0.0
    effects: list[tuple[float, Effect]] = field(default_factory=list)
    _ends: tuple[float, int] | None = None

    def send(self, event: Event) -> list[Effect]:
        """One event, now."""
        out = self.coach.send(event, self.now)
        for effect in out:
            self.effects.append((self.now, effect))
            if isinstance(effect, Hush):
                self._ends = None
            elif isinstance(effect, Say) and (length := self.speaking(effect.text)) >= 0:
                self._ends = (self.now + length, effect.utterance)
        return out

    def run(self, until: float = 36_000.0) -> "Rehearsal":
        """Go on until ``until``, or until nothing but an event can move the coach."""
        while (due := self._due()) is not None and due[0] <= until:
            self.now, event = max(self.now, due[0]), due[1]
            if isinstance(event, SpeechEnded):
                self._ends = None
            self.send(event)
        if until < 36_000.0:
            self.now = max(self.now, until)
        return self

    def _due(self) -> tuple[float, Event] | None:
        deadline = self.coach.deadline
        if deadline is not None and self.grain:
            deadline = max(self.now + self.grain, deadline)
        if self._ends and (deadline is None or self._ends[0] <= deadline):
            return self._ends[0], SpeechEnded(self._ends[1])
        return None if deadline is None else (deadline, Tick())

    def scene(self) -> Scene:
        """What is to be seen now."""
        return self.coach.view(self.now)

    def said(self) -> list[tuple[float, str]]:
        """Every line with its second, rounded to a tenth."""
        return [(round(at, 1), effect.text) for at, effect in self.effects if isinstance(effect, Say)]

    def lines(self) -> list[str]:
        """Every line, in order."""
        return [text for _, text in self.said()]

    def beeps(self) -> list[tuple[float, str]]:
        """Every beep with the second at which it sounds; those dropped by a hush before that are left out."""
        kept: list[Beep] = []
        for at, effect in self.effects:
            if isinstance(effect, Hush):
                kept = [beep for beep in kept if beep.at <= at]
            elif isinstance(effect, Beep):
                kept.append(effect)
        return [(round(beep.at, 3), beep.sound.value) for beep in kept]

    def logged(self, kind: str) -> list[dict[str, object]]:
        """The facts of that kind, by the name it has in the journal, without their time."""
        facts = [effect for _, effect in self.effects if isinstance(effect, KINDS[kind])]
        return [{name: plain(value) for name, value in asdict(fact).items() if name != "at"} for fact in facts]


def plain(value: object) -> object:
    return value.value if isinstance(value, Side) else value
