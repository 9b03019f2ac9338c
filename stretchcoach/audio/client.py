"""The program's end of the audio process.

Nothing here waits for the audio process or raises into the session: what goes wrong comes back as a ``Notice``,
and every line that was to be spoken gets its ``SpeechEnded``.
"""

import os
from _queue import SimpleQueue
from _thread import allocate_lock

from stretchcoach.audio import launch
from stretchcoach.pipes import child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stretchcoach.audio.options import SoundOptions
    from stretchcoach.core.messages import Effect, Event, Say

    Post = Callable[[Event], None]

_NAMES = ("cache", "device", "engine", "voice", "rate", "soft", "trial", "volume", "beeps", "speech")


class Voice(child.Client):
    """Speaks and beeps; made by ``Voice.start``."""

    def __init__(self, options: "SoundOptions", opening: str) -> None:
        super().__init__()
        self._options = options
        self._opening = opening
        self._door = allocate_lock()
        self._pending: dict[int, str] = {}
        self._prepared: list[str] = []
        self._ring = ""
        self._own: SimpleQueue[Event | None] = SimpleQueue()
        """Events of our own making; None ends the listening."""
        self._early: list[Event] = []
        self._post: Post | None = None

    @staticmethod
    def start(options: "SoundOptions", opening: str = "") -> "Voice":
        """Start the audio process and have it speak ``opening`` as utterance 1; returns at once."""
        voice = Voice(options, opening)
        voice._launch()
        if opening:
            voice._say(1, opening)
        return voice

    @property
    def options(self) -> "SoundOptions":
        """What is in force."""
        return self._options

    def listen(self, post: "Post") -> None:
        """From now on events go to ``post``, from a thread of their own; those that came before go first."""
        with self._door:
            for event in self._early:
                post(event)
            self._early.clear()
            self._post = post
        self._start_hearing()

    def perform(self, effect: "Effect") -> None:
        """Say, Hush, Duck or Beep; other effects are none of our business."""
        from stretchcoach.core.messages import Beep, Duck, Hush, Say

        if isinstance(effect, Say):
            self._speak(effect)
        elif isinstance(effect, Hush):
            self._pending.clear()
            self._send("hush")
        elif isinstance(effect, Duck):
            self._send("duck", int(effect.on))
        elif isinstance(effect, Beep):
            self._send("beep", effect.sound.value, repr(effect.at))

    def begin(self) -> None:
        """A session begins: a voice that was too slow in the last one may try again."""
        self._send("begin")

    def warm_up(self) -> None:
        """Load the engine, for lines that are to come."""
        self._send("warm")

    def prepare(self, lines: "Iterable[str]") -> None:
        """Render these lines ahead, in order, when nothing else is to be done."""
        for line in lines:
            self._prepared.append(line)
            self._send("prepare", line)

    def share(self, path: str) -> None:
        """From now on what is played is left in this ring as well (``audio/played.py``)."""
        self._ring = path
        self._send("played", path)

    def configure(self, options: "SoundOptions") -> None:
        """Use other options from now on."""
        self._options = options
        self._send("set", *_pairs(options))

    def close(self, patience: float = 5.0) -> None:
        """Hear the last line out, for so long at most, and end the process."""
        import time

        self._closing = True
        self._own.put(None)
        process = self._process
        if process is None:
            return
        if patience > 0:
            self._send("bye")
            end = time.monotonic() + patience
            while not process.over() and time.monotonic() < end:
                process.send()
                time.sleep(0.005)
        process.kill()
        self._process = None
        process.hang_up()
        if not self._hearing:
            os.close(process.events)

    # --- sending -----------------------------------------------------------------------------------------

    def _launch(self) -> bool:
        try:
            self._process = launch.process()
        except OSError:
            from stretchcoach.words.sound_notices import NOT_STARTED

            self._give_up(NOT_STARTED)
            return False
        self._send("set", *_pairs(self._options))
        return True

    def _speak(self, effect: "Say") -> None:
        if effect.utterance == 1 and self._opening and effect.text == self._opening:
            self._opening = ""
            if self._process is not None:
                self._send("again", 1)
                return
        self._say(effect.utterance, effect.text)

    def _say(self, utterance: int, text: str) -> None:
        if self._process is None:
            self._end(utterance)
            return
        self._pending[utterance] = text
        self._send("say", utterance, text)

    # --- hearing -----------------------------------------------------------------------------------------

    def _gone(self) -> None:
        while (event := self._own.get()) is not None:
            self._deliver(event)

    def _understand(self, message: list[str]) -> None:
        from stretchcoach.core.messages import Notice, SpeechEnded

        match message:
            case ["ended", utterance]:
                self._pending.pop(int(utterance), None)
                self._deliver(SpeechEnded(int(utterance)))
            case ["notice", voiced, text]:
                self._deliver(Notice(text, None if voiced == "" else voiced == "1"))
            case ["answer", ticket, facts]:
                self._answers[ticket].put(facts)

    def _deliver(self, event: "Event") -> None:
        with self._door:
            if self._post is None:
                self._early.append(event)
            else:
                self._post(event)

    def _bury(self) -> None:
        """The audio process is dead: start another that says what was not said, unless this one is new too."""
        from stretchcoach.core.messages import Notice

        if self._new():
            from stretchcoach.words.sound_notices import GONE

            self._give_up(GONE)
            return
        if not self._launch():
            return
        from stretchcoach.words.sound_notices import RESTARTED

        self._deliver(Notice(RESTARTED))
        for utterance, text in list(self._pending.items()):
            self._send("say", utterance, text)
        for line in self._prepared:
            self._send("prepare", line)
        if self._ring:
            self._send("played", self._ring)

    def _give_up(self, why: str) -> None:
        from stretchcoach.core.messages import Notice

        self._own.put(Notice(why, False))
        for utterance in list(self._pending):
            self._end(utterance)
        self._pending.clear()

    def _end(self, utterance: int) -> None:
        from stretchcoach.core.messages import SpeechEnded

        self._own.put(SpeechEnded(utterance))


def _pairs(options: "SoundOptions") -> list[object]:
    values = [(name, getattr(options, name)) for name in _NAMES]
    return [part for name, value in values for part in (name, int(value) if isinstance(value, bool) else value)]
