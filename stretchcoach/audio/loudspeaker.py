"""Mixer, timeline and device as one thing that plays: lines in order, beeps at their moment, silence at once."""

from stretchcoach.audio import beeps
from stretchcoach.audio.device_watch import LoudspeakerWatch
from stretchcoach.audio.mixer import Mixer
from stretchcoach.audio.timeline import Timeline
from stretchcoach.machine import clock
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from stretchcoach.audio.worker_thread import WorkerThread
    from stretchcoach.pipes.played import PlayedWriter

_AHEAD = 0.10
"""Seconds of sound a device of PulseAudio holds after a prompt block: nearly two periods."""
_NEAR = 0.1
"""A line's end that is nearer than this, in seconds, is waited for in one go."""
_LEAD = 0.25
"""A beep is placed this long before it sounds."""
_WAKING = 0.6
"""Silence before the first line on a Bluetooth device that has rested: so long it takes to wake."""
_DUCKED = 0.25
"""Gain while somebody speaks over the coach: 12 dB softer."""
_DUCK_MOST = 2.0
"""Seconds after which the voice comes back by itself."""


class Loudspeaker:
    """Plays; ``heard(utterance)`` comes when the last frame of a line has been heard, or can no longer be."""

    def __init__(
        self, agenda: "WorkerThread", heard: "Callable[[int], None]", told: "Callable[[bool, str], None]"
    ) -> None:
        self._agenda = agenda
        self._heard = heard
        self._mixer = Mixer(self._started)
        self._timeline = Timeline(_AHEAD)
        self._playing: list[int] = []
        self._volume = self._ducked = 1.0
        self._ducks = 0
        self._played: PlayedWriter | None = None
        self.watch = LoudspeakerWatch(agenda, self, told)

    def play(self, utterance: int, sound: "array[int]") -> None:
        """Play a line after the ones before it.

        Where nothing else is to be heard the silence that the device holds is dropped: the line comes 60 ms sooner.
        Not so while the ears listen: they must know to the millisecond what is heard when; nor over Bluetooth, which
        might take it for the end.
        """
        able = self._played is None and not self.watch.wireless
        self._mixer.held = soon = able and self.watch.running and not self.busy
        self._playing.append(utterance)
        self._mixer.play(utterance, sound)
        self.watch.run()
        if soon:
            self.watch.restart()

    def beep(self, sound: str, when: float) -> None:
        """Sound a beep at a moment of the clock."""
        if not self.watch.missing:
            beeps.tone(sound)
            self._agenda.at(when - _LEAD, lambda: self._place(sound, when), audible=True)
            self.watch.run()

    def hush(self) -> None:
        """Silence, now; what was queued is dropped without a word."""
        audible = self._mixer.clear() or self._agenda.audible
        self._playing.clear()
        self._agenda.forget_audible()
        if audible:
            self.watch.restart()

    def volume(self, percent: int) -> None:
        """Turn everything up or down."""
        self._volume = pcm.volume(percent)
        self._mixer.set_gain(self._volume * self._ducked)

    def duck(self, on: bool) -> None:
        """Be softer while somebody speaks over the coach."""
        self._ducks += 1
        self._ducked = _DUCKED if on else 1.0
        self._mixer.set_gain(self._volume * self._ducked)
        if on:
            mine = self._ducks
            self._agenda.at(clock.now() + _DUCK_MOST, lambda: self._unduck(mine))

    def _unduck(self, number: int) -> None:
        if number == self._ducks:
            self.duck(False)

    def share(self, played: "PlayedWriter | None") -> None:
        """From now on leave what is played there as well, for the ears."""
        self._played = played

    @property
    def busy(self) -> bool:
        """Something is still to be heard."""
        return bool(self._playing) or not self._mixer.idle or self._agenda.audible

    def _started(self, utterance: int, end: int) -> None:
        """On the device's thread: the first frame of a line has been asked for."""
        self._agenda.post(lambda: self._hear_out(utterance, end))

    def _hear_out(self, utterance: int, end: int) -> None:
        """Wait for a line's end; a drop-out on the way puts it off, so it is asked again ever closer to it."""
        if utterance in self._playing:
            now = clock.now()
            left = self._timeline.heard_at(end) - now
            if left <= 0 and self._mixer.frames >= end:
                self._finish(utterance)
            else:
                soon = left if 0 < left < _NEAR else max(left / 2, _NEAR)
                self._agenda.at(now + soon, lambda: self._hear_out(utterance, end), audible=True)

    def _finish(self, utterance: int) -> None:
        if utterance in self._playing:
            self._playing.remove(utterance)
            self._heard(utterance)

    def _place(self, sound: str, when: float) -> None:
        if self._timeline.known:
            self._mixer.beep(self._timeline.frame_at(when), beeps.tone(sound))

    # --- what the watch asks of a player ----------------------------------------------------------------

    def pull(self, frames: int) -> bytes:
        """On the device's thread: the next frames."""
        begin = self._mixer.frames
        self._timeline.observe(clock.now(), begin + frames)  # first: a line that begins in the block asks for its end
        block = self._mixer.pull(frames)
        if self._played:
            self._played.write(begin, block, self._timeline.heard_at(0))
        return block

    def fresh(self, asleep: bool) -> None:
        """On the output's thread: the device begins anew."""
        self._timeline.restart()
        if asleep:
            self._mixer.wait(_WAKING)
        self._mixer.held = False

    def give_up(self) -> None:
        """There is no device: nothing more will be heard of what was to be."""
        self._mixer.clear()
        self._agenda.forget_audible()
        for utterance in list(self._playing):
            self._finish(utterance)
