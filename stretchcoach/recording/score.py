"""The coach, played in virtual time: from one thing that is due to the next, into the mixer of the live voice."""

from array import array
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.audio import beeps
from stretchcoach.audio.mixer import Mixer
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Beep, Command, Effect, Event, Hush, Kind, Say, Scene, Side, SpeechEnded, Tick
from stretchcoach.pipes import pcm
from stretchcoach.words import recording_lines

LONGEST = 4 * 3600.0
"""Seconds; what goes on for longer is cut here."""
OPEN = 60.0
"""Seconds of a step that has no end: nobody is there to say that it let go."""
TAIL = 0.5
"""Seconds of silence at the end."""
_BLOCK = 5.0
"""Seconds pulled at a time."""


class ScoreLine(Struct, frozen=True):
    """Something that is said, and when."""

    at: float
    text: str


class Chapter(Struct, frozen=True):
    """A step, and when it begins."""

    at: float
    name: str


class Moment(Struct, frozen=True):
    """What a screen would show from a time on."""

    at: float
    kind: str
    """A ``messages.Kind`` value."""
    name: str
    where: str
    """Side, step and set in words; may be empty."""
    pose: str
    side: str


class Score(Struct):
    """What was placed where, in seconds from the start."""

    lines: list[ScoreLine] = []
    beeps: list[tuple[float, str]] = []
    chapters: list[Chapter] = []
    moments: list[Moment] = []
    seconds: float = 0.0


def place_told(scene: Scene) -> str:
    """Which side, step, round and set it is, in words."""
    side = recording_lines.side(scene.side.value) if scene.side in (Side.LEFT, Side.RIGHT) else ""
    counts = (("step", scene.step, scene.steps), ("round", scene.round, scene.rounds), ("set", scene.set, scene.sets))
    told = [side, *(recording_lines.named_round_of(name, at, most) for name, at, most in counts if most > 1 and at)]
    text = ", ".join(filter(None, told))
    return text[:1].upper() + text[1:]


class Take:
    """One session from its first word to its last."""

    def __init__(
        self,
        coach: Coach,
        sound: Callable[[str], "array[int] | None"],
        volume: int,
        beeping: bool,
        longest: float = LONGEST,
        worded: Callable[[str], str] = str,
    ) -> None:
        """``sound``: a line as it is heard, or None where nothing can speak it; ``volume``: percent.

        ``longest``: seconds after which it is cut.  ``worded``: how a line is said where nobody can answer.
        """
        self._coach = coach
        self._sound = sound
        self._beeping = beeping
        self._longest = longest
        self._worded = worded
        self._mixer = Mixer(lambda _ticket, _end: None)
        self._mixer.set_gain(pcm.volume(volume))
        self._now = 0.0
        self._end: tuple[float, int] | None = None
        self._opened = -1.0
        self.score = Score()

    def frames(self) -> Iterator[bytes]:
        """The sound, piece by piece; ``score`` is whole at the end."""
        self._send(Tick())
        while not self._coach.done and self._now < self._longest:
            due = self._due()
            if due is None:
                break
            at, event = due
            if at >= self._longest:
                break
            yield from self._pull(max(self._now, at))
            if isinstance(event, SpeechEnded):
                self._end = None
            self._send(event)
        yield from self._pull(self._now + self._left() + TAIL)
        self.score.seconds = self._mixer.frames / pcm.RATE

    def _due(self) -> tuple[float, Event] | None:
        """What comes next, and when."""
        found: list[tuple[float, Event]] = []
        if self._end:
            found.append((self._end[0], SpeechEnded(self._end[1])))
        if self._coach.deadline is not None:
            found.append((self._coach.deadline, Tick()))
        if self._opened >= 0:
            found.append((self._opened + OPEN, Command.NEXT))
        return min(found, key=lambda entry: entry[0], default=None)

    def _send(self, event: Event) -> None:
        for effect in self._coach.send(event, self._now):
            self._perform(effect)
        self._look()

    def _perform(self, effect: Effect) -> None:
        if isinstance(effect, Say):
            self._say(effect)
        elif isinstance(effect, Hush):
            self._mixer.clear()
            self.score.beeps = [beep for beep in self.score.beeps if beep[0] <= self._now]
            self._end = None
        elif isinstance(effect, Beep) and self._beeping:
            tone = beeps.tone(effect.sound.value)
            self._mixer.beep(round(effect.at * pcm.RATE), tone)
            self.score.beeps.append((effect.at, effect.sound.value))

    def _say(self, effect: Say) -> None:
        text = self._worded(effect.text)
        sound = self._sound(text)
        self.score.lines.append(ScoreLine(self._now, text))
        if sound is None:
            self._end = self._now, effect.utterance
            return
        self._mixer.play(effect.utterance, sound)
        self._end = self._now + len(sound) / pcm.RATE, effect.utterance

    def _look(self) -> None:
        """A new chapter where another step begins; a step without an end is let go on after a while."""
        scene = self._coach.view(self._now)
        side = f", {scene.side.value}" if scene.side.value in ("left", "right") else ""
        name = f"{scene.name or scene.title}{side}"
        if not scene.done and (not self.score.chapters or self.score.chapters[-1].name != name):
            self.score.chapters.append(Chapter(self._now, name))
        moment = Moment(
            self._now, scene.kind.value, scene.name or scene.title, place_told(scene), scene.pose, scene.side.value
        )
        shown = self.score.moments
        if not scene.done and (not shown or replace(moment, at=shown[-1].at) != shown[-1]):
            shown.append(moment)
        is_open = scene.kind is Kind.OPEN and not scene.relief and scene.question is None
        self._opened = (self._now if self._opened < 0 else self._opened) if is_open else -1.0

    def _left(self) -> float:
        """Seconds until the last line and the last beep are over."""
        ends = [self._end[0]] if self._end else []
        ends += [at + len(beeps.tone(name).sound) / pcm.RATE for at, name in self.score.beeps]
        return max(0.0, max(ends, default=0.0) - self._now)

    def _pull(self, until: float) -> Iterator[bytes]:
        """The sound up to a moment; the time is then."""
        goal = round(until * pcm.RATE)
        while self._mixer.frames < goal:
            yield self._mixer.pull(min(goal - self._mixer.frames, round(_BLOCK * pcm.RATE)))
        self._now = until
