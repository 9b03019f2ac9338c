"""Mixer, device and timeline as one thing that plays: lines in order, beeps at their moment, silence at once.

A device that goes away is opened again, a few times quickly and then every few seconds; ``told(voiced, text)`` says
so once.
"""

from stretchcoach import clock
from stretchcoach.audio import beeps, pcm
from stretchcoach.audio.mixer import Mixer
from stretchcoach.audio.output import Output
from stretchcoach.audio.timeline import Timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from stretchcoach.audio.agenda import Agenda

NO_DEVICE = (
    "No sound device was found. Captions go on; check the loudspeaker or headphones, "
    "and the voice comes in as soon as there is one."
)
LOST = "The sound device has gone away. Captions go on; the voice comes back as soon as the device does."
BACK = "The sound is back."
_AHEAD = 0.06
"""Seconds of sound the device holds after a block: two periods."""
_LEAD = 0.25
"""A beep is placed this long before it sounds."""
_RETRIES = (0.05, 0.2, 0.5)
"""Seconds between the first tries to open a device that has gone away, before anybody is told."""
_PATIENCE = 5.0
"""Seconds between later tries, and how long an opening may take."""
_LOOK = 0.2
_SILENCE = 0.5
"""A device in motion that has not asked for sound for so long is dead."""
_SLOW_START = 3.0
"""One that has just begun may first play what the sound server rendered ahead."""
_IDLE = 120.0
"""After so long without a sound the device may rest."""


class Loudspeaker:
    """Plays; ``heard(utterance)`` comes when the last frame of a line has been heard, or can no longer be."""

    def __init__(self, agenda: "Agenda", heard: "Callable[[int], None]", told: "Callable[[bool, str], None]") -> None:
        self._agenda = agenda
        self._heard = heard
        self._told = told
        self._mixer = Mixer(self._started)
        self._timeline = Timeline(_AHEAD)
        self._name = ""
        self._playing: list[int] = []
        self._last = clock.now()
        self._pulled, self._pulls = 0.0, 0
        self._watching = False
        self._tries = 0
        self.silent = False
        """There is no device, and that has been told."""
        self.wanted = True
        """Somebody wants to hear something."""
        self._output = self._new_output()

    # --- playing -----------------------------------------------------------------------------------------

    def play(self, utterance: int, sound: "array[int]") -> None:
        """Play a line after the ones before it.

        Where nothing else is to be heard the silence that the device holds is dropped: the line comes 30 ms sooner.
        """
        self._mixer.held = soon = self._output.running and not self.busy
        self._playing.append(utterance)
        self._mixer.play(utterance, sound)
        self._run()
        if soon:
            self._output.restart()

    def beep(self, sound: str, when: float) -> None:
        """Sound a beep at a moment of the clock."""
        if self._state == "none":
            return
        beeps.tone(sound)
        self._run()
        self._agenda.at(when - _LEAD, lambda: self._place(sound, when), audible=True)

    def hush(self) -> None:
        """Silence, now; what was queued is dropped without a word."""
        audible = self._mixer.clear() or self._agenda.audible
        self._playing.clear()
        self._agenda.forget_audible()
        if audible:
            self._output.restart()

    def volume(self, percent: int) -> None:
        """Turn everything up or down."""
        self._mixer.set_gain(pcm.volume(percent))

    @property
    def busy(self) -> bool:
        """Something is still to be heard."""
        return bool(self._playing) or not self._mixer.idle or self._agenda.audible

    def _started(self, utterance: int, end: int) -> None:
        """On the device's thread: the first frame of a line has been asked for."""
        self._agenda.post(lambda: self._hear_out(utterance, end))

    def _hear_out(self, utterance: int, end: int) -> None:
        if utterance in self._playing:
            self._agenda.at(self._timeline.heard_at(end), lambda: self._finish(utterance), audible=True)

    def _finish(self, utterance: int) -> None:
        if utterance in self._playing:
            self._playing.remove(utterance)
            self._heard(utterance)

    def _place(self, sound: str, when: float) -> None:
        if self._timeline.known:
            self._mixer.beep(self._timeline.frame_at(when), beeps.tone(sound))

    def _pull(self, count: int) -> bytes:
        """On the device's thread: the next frames."""
        self._pulled, self._pulls = clock.now(), self._pulls + 1
        block = self._mixer.pull(count)
        self._timeline.observe(self._pulled, self._mixer.frames)
        return block

    def _fresh(self) -> None:
        """On the output's thread: the device begins anew."""
        self._timeline.restart()
        self._mixer.held = False
        self._pulled, self._pulls = clock.now(), 0

    def _run(self) -> None:
        """There is something to hear: let the device run."""
        self._last = clock.now()
        if self._state == "open" and not self._output.running:
            self._output.start()
            self._agenda.at(self._last + _IDLE, self._maybe_rest)
        if not self._watching:
            self._watching = True
            self._agenda.at(self._last + _LOOK, self._watch)

    def _watch(self) -> None:
        """A device that is to play but asks for nothing has gone away: PulseAudio dies without a word."""
        self._watching = self.busy
        if not self._watching:
            return
        self._agenda.at(clock.now() + _LOOK, self._watch)
        patience = _SILENCE if self._pulls > 10 else _SLOW_START
        if self._state == "open" and self._output.running and clock.now() - self._pulled > patience:
            self._gone()

    def _maybe_rest(self) -> None:
        quiet = clock.now() - self._last
        if quiet >= _IDLE and not self.busy:
            self._output.rest()
        else:
            self._agenda.at(clock.now() + max(1.0, _IDLE - quiet), self._maybe_rest)

    # --- the device --------------------------------------------------------------------------------------

    @property
    def opening(self) -> bool:
        """It is not known yet whether there is a device."""
        return self._state == "opening"

    @property
    def facts(self) -> tuple[str, str, str]:
        """Sound system, device asked for, what is wrong with it."""
        return self._output.backend, self._name or "default", self._output.fault

    def use(self, name: str) -> None:
        """Play on another device."""
        if name != self._name:
            self._name = name
            self._open()

    def want(self, wanted: bool) -> None:
        """Whether anybody wants to hear something; without that a missing device is no news."""
        self.wanted = wanted
        if wanted and self._state == "none":
            self._tell_silence()

    def _open(self) -> None:
        """Open a new device; the old one may never answer again."""
        self._output.abandon()
        self._output = self._new_output()

    def _new_output(self) -> Output:
        self._state = "opening"
        output = Output(
            self._name,
            self._pull,
            lambda state: self._agenda.post(lambda: self._changed(output, state)),
            self._fresh,
        )
        self._agenda.at(clock.now() + _PATIENCE, lambda: self._give_up(output))
        return output

    def _give_up(self, output: Output) -> None:
        """The sound server does not even answer; should it do so later, well and good."""
        if self._output is output and self._state == "opening":
            self._state = "none"
            self._fall_silent()

    def _changed(self, output: Output, state: str) -> None:
        if output is self._output:
            {"open": self._opened, "gone": self._gone, "none": self._failed}[state]()

    def _opened(self) -> None:
        self._state, self._tries = "open", 0
        if self.silent:
            self.silent = False
            self._told(True, BACK)
        if self.busy:
            self._run()

    def _gone(self) -> None:
        if self._state == "open":
            self._state, self._tries = "lost", 1
            self._agenda.at(clock.now() + _RETRIES[0], self._open)

    def _failed(self) -> None:
        if 0 < self._tries < len(_RETRIES):
            self._state = "lost"
            self._agenda.at(clock.now() + _RETRIES[self._tries], self._open)
            self._tries += 1
            return
        self._state = "none"
        self._agenda.at(clock.now() + _PATIENCE, self._open)
        self._fall_silent()

    def _fall_silent(self) -> None:
        self._mixer.clear()
        self._agenda.forget_audible()
        if self.wanted:
            self._tell_silence()
        for utterance in list(self._playing):
            self._finish(utterance)

    def _tell_silence(self) -> None:
        if not self.silent:
            self.silent = True
            self._told(False, LOST if self._tries else NO_DEVICE)
