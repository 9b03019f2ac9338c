"""What a session is joined to while it runs: the voice, the ears, the screen that stays lit, and one clock for all.

At another speed the session's clock runs faster than the machine's: what is heard is told in the session's time, and
beeps are placed in the machine's.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stretchcoach.audio.options import SoundOptions
from stretchcoach.core import vocabulary
from stretchcoach.core.messages import (
    Beep,
    Duck,
    Earlier,
    Effect,
    Event,
    Heard,
    Hush,
    Microphone,
    MicState,
    Notice,
    Say,
)
from stretchcoach.core.relief import Relief
from stretchcoach.machine.awake import Awake
from stretchcoach.machine.clock import SessionClock
from stretchcoach.machine.folders import Folders
from stretchcoach.program import state
from stretchcoach.program.runner import Runner
from stretchcoach.words import program_lines

if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice
    from stretchcoach.ears.client import Ears
    from stretchcoach.ears.options import EarOptions
    from stretchcoach.program.browser import DiaryBrowser
    from stretchcoach.program.trace import Trace

SETTLED = 1.0
"""Seconds after the start of a session when work that is not urgent begins."""


class Edges:
    """The live edges of one run of the program; at most one session at a time is joined to them."""

    def __init__(
        self,
        places: Folders,
        clock: SessionClock,
        voice: "Voice | None",
        ears: "Ears | None",
        sound: Callable[[], SoundOptions],
        hearing: "Callable[[], EarOptions]",
    ) -> None:
        """``voice`` and ``ears``: such as are at work already; ``sound`` and ``hearing``: how they are wanted now."""
        self.clock = clock
        self.drawn = True
        """Whether a screen is looked at, which may go dark; plain mode is not."""
        self.trace: Trace | None = None
        self._places = places
        self._voice = voice
        self._ears = ears
        self._sound = sound
        self._hearing = hearing
        self._awake: Awake | None = None
        self._current: Runner | None = None
        self._told: set[str] = set()

    def warm_up(self) -> None:
        """Have the voice loaded, if one is wanted."""
        if self._sound().speech:
            self._begin_voice()
            if self._voice:
                self._voice.warm_up()

    def join(self, runner: Runner, listens: bool, soon: list[str], settled: Callable[[], None]) -> None:
        """Join a session to voice and ears; ``settled`` is called once the first picture is there.

        ``soon``: lines that are to be rendered at once.
        """
        self._begin_voice()
        if self._voice:
            self._voice.begin()
            self._voice.listen(runner.post)
            if self._sound().speech:
                self._voice.prepare(soon)
        self._current = runner
        if listens:
            self._listen(runner)
        else:
            self.deafen()
        asyncio.get_running_loop().call_later(SETTLED, lambda: settled() if self._current is runner else None)

    def _begin_voice(self) -> None:
        sound = self._sound()
        if self._voice is None and (sound.speech or sound.beeps):
            from stretchcoach.audio.client import Voice

            self._voice = Voice.start(sound)

    def settle(self, lines: list[str], keep_awake: bool) -> None:
        """What can wait until then: rendering ahead, and keeping the machine awake."""
        runner = self._current
        if runner is None:
            return
        if self._voice and self._sound().speech:
            self._voice.prepare(lines)
        self._awake = Awake(keep_awake, lambda text: self._may_go_dark(runner, text))
        self._awake.__enter__()

    def part(self) -> None:
        """The session is over, and with it the listening."""
        self.deafen()
        awake, self._awake, self._current = self._awake, None, None
        if awake:
            awake.__exit__(None, None, None)

    def close(self, patience: float) -> None:
        """End voice and ears; what is being said is heard out for at most ``patience`` seconds."""
        self.part()
        voice, self._voice = self._voice, None
        if voice:
            voice.close(patience)
        if self.trace:
            self.trace.close()

    def configure(self) -> None:
        """The voice is wanted otherwise from now on."""
        if self._voice:
            self._voice.configure(self._sound())

    def perform(self, effect: Effect) -> None:
        """Sound an effect; a line goes to the voice only where it can be heard, for the mouth paces captions too."""
        speaks = isinstance(effect, Say) and self._sound().speech
        if self._voice and (isinstance(effect, Hush | Beep | Duck) or speaks):
            if isinstance(effect, Beep):
                effect = replace(effect, at=self.clock.of_machine(effect.at))
            self._voice.perform(effect)

    def post_notice(self, text: str) -> None:
        """Tell the session that runs, once in this run of the program."""
        if self._current:
            self._tell_once(self._current, text)

    def look_back(self, runner: Runner, diary: "Callable[[], DiaryBrowser]", routine: str) -> None:
        """Ask the diary how often this was done this week; whoever ends first does not wait for it."""
        loop = asyncio.get_running_loop()

        def look(browser: "DiaryBrowser") -> None:
            with suppress(Exception):  # a diary that cannot be read is told of elsewhere
                event = Earlier(browser.this_week(routine))
                loop.call_soon_threadsafe(runner.post, event)

        loop.call_later(SETTLED, lambda: Thread(target=look, args=(diary(),), name="diary", daemon=True).start())

    # --- ears ----------------------------------------------------------------------------------------------

    def listen_anew(self, listens: bool) -> None:
        """Begin or end listening, in the middle of a session as well."""
        self.deafen()
        runner = self._current
        if runner and listens:
            self._listen(runner)
            runner.post(Microphone(MicState.STARTING))
        elif runner:
            runner.post(Microphone(MicState.OFF))

    def deafen(self) -> None:
        """Listen no more."""
        ears, self._ears = self._ears, None
        if ears:
            ears.close()
        if self._current:
            self._current.on_event = None

    def _listen(self, runner: Runner) -> None:
        if self._ears is None:
            from stretchcoach.ears import client

            self._ears = client.ears_beside(self._hearing(), self._voice, str(self._places.cache))
        ears = self._ears
        armed: list[object] = []

        def arm() -> None:
            scene = runner.scene()
            allowed = (scene.allowed, scene.question)
            if armed != [allowed]:
                armed[:] = [allowed]
                ears.arm(vocabulary.armed(*allowed))

        runner.on_event = arm
        if self.trace:
            ears.score(self.trace.candidates)
        ears.listen(lambda event: runner.post(self._timed(event)))

    def _timed(self, event: Event) -> Event:
        """What was heard, in the clock of the session."""
        if not isinstance(event, Heard):
            return event
        return replace(event, began=self.clock.of_session(event.began), ended=self.clock.of_session(event.ended))

    # --- the screen ----------------------------------------------------------------------------------------

    def _may_go_dark(self, runner: Runner, text: str) -> None:
        """Told once on a machine, and never over a cramp."""
        cramp = isinstance(runner.coach.play, Relief)
        if self.drawn and not cramp and state.first_time(self._places.state, program_lines.MAY_GO_DARK):
            self._tell_once(runner, text)

    def _tell_once(self, runner: Runner, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            runner.post(Notice(text))
