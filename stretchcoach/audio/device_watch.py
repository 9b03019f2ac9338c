"""Keeps a device open: opens it, notices when it has gone away, opens it again, and says so once.

A device that goes away is opened again a few times quickly, and then every few seconds.
"""

from stretchcoach.audio.output import DeviceOutput
from stretchcoach.machine import clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from stretchcoach.audio.worker_thread import WorkerThread

    class Player(Protocol):
        """What plays through the device."""

        @property
        def busy(self) -> bool:
            """Something is still to be heard."""

        def pull(self, frames: int) -> bytes:
            """The next frames."""

        def fresh(self, asleep: bool) -> None:
            """The device restarts; ``asleep``: it will swallow the first syllable."""

        def give_up(self) -> None:
            """What is to be heard cannot be."""


_RETRIES = (0.05, 0.2, 0.5)
"""Seconds between the first tries to open a device that has gone away, before anybody is told."""
_PATIENCE = 5.0
"""Seconds between later tries, and how long an opening may take."""
_LOOK = 0.2
_SILENCE = 0.5
"""A running device that has not asked for sound for this many seconds is dead."""
_SLOW_START = 3.0
"""One that has just begun may first play what the sound server rendered ahead."""
_IDLE = 300.0
"""After so long without a sound the device may rest; no session is silent for longer, unless it is paused."""


class LoudspeakerWatch:
    """The device that a player plays through; ``told(voiced, text)`` hears what is wrong with it."""

    def __init__(self, agenda: "WorkerThread", player: "Player", told: "Callable[[bool, str], None]") -> None:
        self._agenda = agenda
        self._player = player
        self._told = told
        self._name = ""
        self._state = "opening"
        self._tries = 0
        self._pulled, self._pulls = 0.0, 0
        self._watching = False
        self._used = clock.now()
        self._wanted = True
        self.silent = False
        """There is no device, and that has been told."""
        self._output = self._new_output()

    @property
    def running(self) -> bool:
        """Whether the device asks for sound."""
        return self._output.running

    @property
    def wireless(self) -> bool:
        """Whether the device is reached by Bluetooth."""
        return self._output.wireless

    @property
    def missing(self) -> bool:
        """There is no device."""
        return self._state == "none"

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
        self._wanted = wanted
        if wanted and self.missing:
            self._tell_silence()

    def run(self) -> None:
        """There is something to hear: let the device run."""
        self._used = clock.now()
        if self._state == "open" and not self._output.running:
            self._output.start()
            self._agenda.at(self._used + _IDLE, self._maybe_rest)
        if not self._watching:
            self._watching = True
            self._agenda.at(self._used + _LOOK, self._watch)

    def restart(self) -> None:
        """Drop what the device has been given and has not played yet."""
        self._output.restart()

    def _maybe_rest(self) -> None:
        quiet = clock.now() - self._used
        if quiet >= _IDLE and not self._player.busy:
            self._output.rest()
        else:
            self._agenda.at(clock.now() + max(1.0, _IDLE - quiet), self._maybe_rest)

    def _watch(self) -> None:
        """A device that is to play but asks for nothing has gone away: PulseAudio dies without a word."""
        self._watching = self._player.busy
        if not self._watching:
            return
        self._agenda.at(clock.now() + _LOOK, self._watch)
        patience = _SILENCE if self._pulls > 10 else _SLOW_START
        if self._state == "open" and self._output.running and clock.now() - self._pulled > patience:
            self._gone()

    def _pull(self, frames: int) -> bytes:
        """On the device's thread."""
        self._pulled, self._pulls = clock.now(), self._pulls + 1
        return self._player.pull(frames)

    def _fresh(self, asleep: bool) -> None:
        """Called on the output's thread when the device restarts."""
        self._pulled, self._pulls = clock.now(), 0
        self._player.fresh(asleep)

    # --- opening and losing ------------------------------------------------------------------------------

    def _open(self) -> None:
        """Open a new device; the old one may never answer again."""
        self._output.abandon()
        self._output = self._new_output()

    def _new_output(self) -> DeviceOutput:
        self._state = "opening"
        output = DeviceOutput(
            self._name,
            self._pull,
            lambda state: self._agenda.post(lambda: self._changed(output, state)),
            self._fresh,
        )
        self._agenda.at(clock.now() + _PATIENCE, lambda: self._give_up(output))
        return output

    def _give_up(self, output: DeviceOutput) -> None:
        """The sound server does not even answer; should it do so later, well and good."""
        if self._output is output and self._state == "opening":
            self._state = "none"
            self._fall_silent()

    def _changed(self, output: DeviceOutput, state: str) -> None:
        if output is self._output:
            {"open": self._opened, "gone": self._gone, "none": self._failed}[state]()

    def _opened(self) -> None:
        self._state, self._tries = "open", 0
        if self.silent:
            self.silent = False
            from stretchcoach.words.sound_notices import BACK

            self._told(True, BACK)
        if self._player.busy:
            self.run()

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
        if self._wanted:
            self._tell_silence()
        self._player.give_up()

    def _tell_silence(self) -> None:
        if not self.silent:
            self.silent = True
            from stretchcoach.words.sound_notices import LOST, NO_DEVICE

            self._told(False, LOST if self._tries else NO_DEVICE)
