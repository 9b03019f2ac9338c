"""What is said and sounded inside a step, and when.

Candidates are placed in order of importance; one that would come less than three seconds after, or run into,
another spoken cue or the closing beeps is left out.  Seconds are those of stretch_protocols section 8.
"""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from stretchcoach.core.messages import Kind, Priority, Side, Sound
from stretchcoach.core.routine import Cue
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.words.routine import ENCOURAGEMENTS, HALFWAY, HOLD, LAST_ONE, coming_up
from stretchcoach.words.wording import count, number, sentence

QUIET = 3.0
"""Least silence between two spoken cues, seconds."""
LAST = 3
"""How many of the last seconds are beeped."""


class Bout(Struct, frozen=True):
    """The measurable part of a step: what kind, which side, how long."""

    kind: Kind
    side: Side = Side.NONE
    seconds: float | None = None
    set: int = 1
    sets: int = 1
    reps: int = 0
    tempo: float = 0.0
    """Seconds of a repetition, its hold included."""
    held: float = 0.0
    """Seconds of the hold in each repetition."""
    own: tuple[Cue, ...] = ()
    """The cues that the routine's author wrote."""
    next: str = ""
    """What follows, in few words."""
    announce: bool = False
    """Whether what follows is another stretch, worth announcing."""
    last_sound: Sound = Sound.END
    """Sounded when the time is over."""
    reminder: str = ""
    """Said shortly before a rest is over."""
    number: int = 0
    """Number of the bout, for taking encouragements in turn."""

    def rep(self, gone: float) -> int:
        """The repetition, from 1, that is being done after this many seconds; 0 if none is counted."""
        return min(self.reps, int(gone / self.tempo) + 1) if self.reps and self.tempo else 0

    @property
    def there(self) -> float:
        """Seconds from the start of a repetition to its hold; the way back is as long."""
        return (self.tempo - self.held) / 2

    def holding(self, gone: float) -> float | None:
        """Seconds left of the hold in a repetition, by the seconds of the step; None between the holds."""
        if not self.held:
            return None
        left = self.there + self.held - gone % self.tempo
        return left if 0 < left <= self.held else None


class PlacedCue(Struct, frozen=True):
    """One cue of a step: a line or a sound, ``at`` seconds from the start."""

    at: float
    say: str = ""
    sound: Sound | None = None
    priority: Priority = Priority.COUNT


def placed_cues(bout: Bout, level: str, encourage: bool) -> tuple[PlacedCue, ...]:
    """All cues of a step at a cue level, sorted by time."""
    spoken = _spaced(bout, _candidates(bout, level, encourage and level == "full"))
    return tuple(sorted((*spoken, *_counted(bout, level), *_sounds(bout, level)), key=lambda mark: mark.at))


def _candidates(bout: Bout, level: str, encourage: bool) -> Iterator[PlacedCue]:
    """Cues that may be said, the most important first."""
    if level in ("names", "beeps"):
        return
    for cue in bout.own:
        at = cue.at if cue.at >= 0 else (bout.seconds or 0.0) + cue.at
        if cue.say and (bout.seconds is None or 0 <= at <= bout.seconds):
            yield PlacedCue(at, cue.say, priority=Priority.NAME)
    if bout.seconds is None:
        yield from _open_counts(bout)
    elif bout.kind is Kind.REST and bout.reminder and bout.seconds >= 10:
        yield PlacedCue(bout.seconds - 6, bout.reminder)
    elif bout.kind in (Kind.HOLD, Kind.MOVE):
        yield from _timed(bout, bout.seconds, level)
        if encourage and bout.seconds >= 25:
            yield PlacedCue(
                bout.seconds * 0.7,
                ENCOURAGEMENTS[bout.number % len(ENCOURAGEMENTS)],
                priority=Priority.ENCOURAGEMENT,
            )


def _timed(bout: Bout, seconds: float, level: str) -> Iterator[PlacedCue]:
    if seconds >= 20:
        yield PlacedCue(seconds / 2, HALFWAY)
    if bout.announce and seconds >= 20:
        yield PlacedCue(seconds - 9, coming_up(bout.next[0].lower(), bout.next[1:]))
    if bout.kind is Kind.MOVE:
        for minute in range(int(seconds // 60), 0, -1):
            if seconds >= 120 and minute * 60 < seconds - 20:
                yield PlacedCue(seconds - minute * 60, sentence(f"{count(minute, 'minute')} to go"))
    elif level == "full":
        every = 5 if seconds < 30 else 10
        for left in range(every, int(seconds), every):
            yield PlacedCue(seconds - left, sentence(f"{count(left, 'second')} to go"))


def _open_counts(bout: Bout) -> Iterator[PlacedCue]:
    if bout.kind is Kind.OPEN:
        for gone in (10, 20, 30, 45, *range(60, 601, 30)):
            minutes, rest = divmod(gone, 60)
            text = count(gone, "second") if not minutes else count(minutes, "minute")
            yield PlacedCue(float(gone), sentence(text + (" and a half" if minutes and rest else "")))


def _spaced(bout: Bout, candidates: Iterator[PlacedCue]) -> list[PlacedCue]:
    end = float("inf") if bout.seconds is None else bout.seconds - LAST
    kept: list[PlacedCue] = []
    begins: list[float] = []
    ends: list[float] = []
    for mark in candidates:
        length = speech_seconds(mark.say)
        own = mark.priority is Priority.NAME
        if not own and (mark.at < QUIET or mark.at + length > end):
            continue
        place = bisect_right(begins, mark.at)
        after = place == 0 or mark.at >= ends[place - 1] + QUIET
        before = place == len(begins) or mark.at + length + QUIET <= begins[place]
        if after and before:  # those that are kept lie apart, so the two beside it decide
            begins.insert(place, mark.at)
            ends.insert(place, mark.at + length)
            kept.append(mark)
    return kept


def _counted(bout: Bout, level: str) -> Iterator[PlacedCue]:
    """Each repetition, as a word or, where words are too slow or not wanted, as a beep."""
    if bout.kind is not Kind.REPS:
        return
    words = level in ("full", "short") and bout.tempo >= 1.2
    for rep in range(1, bout.reps + 1):
        at = (rep - 1) * bout.tempo
        told = LAST_ONE if rep == bout.reps > 3 else sentence(number(rep))
        yield PlacedCue(at, told) if words else PlacedCue(at, sound=Sound.COUNT)
        if bout.held:
            yield from _held(bout, at + bout.there, words and speech_seconds(told) <= bout.there)


def _held(bout: Bout, begin: float, words: bool) -> Iterator[PlacedCue]:
    """The hold in a repetition: begun with a word where there is time for it, counted out, and ended."""
    end = begin + bout.held
    if words and speech_seconds(HOLD) <= bout.held - min(LAST, int(bout.held)):
        yield PlacedCue(begin, HOLD)
    for left in range(min(LAST, int(bout.held)), 0, -1):
        yield PlacedCue(end - left, sound=Sound.COUNT)
    yield PlacedCue(end, sound=Sound.END)


def _sounds(bout: Bout, level: str) -> Iterator[PlacedCue]:
    for cue in bout.own:
        at = cue.at if cue.at >= 0 else (bout.seconds or 0.0) + cue.at
        if cue.sound and (at >= 0 if bout.seconds is None else 0 <= at <= bout.seconds):
            yield PlacedCue(at, sound=Sound(cue.sound))
    if bout.seconds is None:
        return
    if level == "beeps" and bout.kind in (Kind.HOLD, Kind.MOVE) and bout.seconds >= 20:
        yield PlacedCue(bout.seconds / 2, sound=Sound.HALF)
    least = LAST if bout.kind in (Kind.PREPARE, Kind.SWITCH, Kind.REST) else 2 * LAST
    if bout.kind is not Kind.REPS and bout.seconds >= least:
        for second in range(LAST, 0, -1):
            yield PlacedCue(bout.seconds - second, sound=Sound.COUNT)
    if bout.seconds > 0:
        yield PlacedCue(bout.seconds, sound=bout.last_sound)
