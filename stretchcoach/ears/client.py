"""The program's end of the ears process.

Nothing here waits for the ears or raises into the session: what goes wrong comes as a ``Microphone`` state and a
``Notice`` that keys still work.
"""

import os
import subprocess
import sys

from stretchcoach.pipes import child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stretchcoach.audio.client import Voice
    from stretchcoach.core.messages import Event
    from stretchcoach.ears.options import EarOptions

    Post = Callable[[Event], None]
    Tell = Callable[[float, bool], None]
    Likely = Callable[[float, str, list[tuple[str, float]]], None]


class Ears(child.Client):
    """Listens; made by ``Ears.start``."""

    def __init__(self, options: "EarOptions") -> None:
        super().__init__()
        self._options = options
        self._post: Post | None = None
        self._tell: Tell | None = None
        self._likely: Likely | None = None
        self._armed: frozenset[str] = frozenset({"stop"})

    @staticmethod
    def start(options: "EarOptions") -> "Ears":
        """Start the process; returns at once."""
        ears = Ears(options)
        ears._launch()
        return ears

    def listen(self, post: "Post") -> None:
        """From now on events go to ``post``, from a thread of their own."""
        self._post = post
        if self._process is None:
            from stretchcoach.words.ear_notices import NOT_STARTED

            self._give_up(NOT_STARTED)
        self._start_hearing()

    def arm(self, labels: frozenset[str]) -> None:
        """Only these act from now on."""
        if labels != self._armed:
            self._armed = labels
            self._send("arm", *sorted(labels))

    def meter(self, tell: "Tell | None") -> None:
        """Have ``tell(dbfs, speech)`` called ten times a second, from a thread; None ends it."""
        self._tell = tell
        self._send("meter", int(tell is not None))
        self._start_hearing()

    def score(self, likely: "Likely") -> None:
        """Have ``likely(ended, phrase, candidates)`` called for every utterance, understood or not, from a thread."""
        self._likely = likely
        self._send("score")
        self._start_hearing()

    def close(self) -> None:
        self._closing = True
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.hang_up()
            if not self._hearing:
                os.close(process.events)
        if self._options.played:
            from stretchcoach.pipes import played

            played.discard(self._options.played)
            self._options = self._options._replace(played="")

    # --- sending -----------------------------------------------------------------------------------------

    def _launch(self) -> bool:
        try:
            self._process = _spawn()
        except OSError:
            return False
        pairs = [(name, getattr(self._options, name)) for name in self._options._fields]
        told = [part for name, value in pairs for part in (name, int(value) if isinstance(value, bool) else value)]
        self._send("arm", *sorted(self._armed))
        self._send("set", *told)
        if self._likely:
            self._send("score")
        return True

    # --- hearing -----------------------------------------------------------------------------------------

    def _understand(self, message: list[str]) -> None:
        from stretchcoach.core.messages import Barge, Heard, Microphone, MicState, Notice

        match message:
            case ["heard", _, phrase, began, ended, clear]:
                self._deliver(Heard(phrase, float(began), float(ended), clear == "1"))
            case ["barge", on]:
                self._deliver(Barge(on == "1"))
            case ["state", state, text]:
                self._deliver(Microphone(MicState(state)))
                if text:
                    self._deliver(Notice(text))
            case ["likely", ended, phrase, *scores] if self._likely is not None:
                self._likely(float(ended), phrase, list(zip(scores[::2], map(float, scores[1::2]), strict=True)))
            case ["level", dbfs, speech] if self._tell is not None:
                self._tell(float(dbfs), speech == "1")
            case ["answer", ticket, facts]:
                self._answers[ticket].put(facts)

    def _deliver(self, event: "Event") -> None:
        if self._post is not None:
            self._post(event)

    def _bury(self) -> None:
        """The process is dead: start another one, unless this one is new too."""
        from stretchcoach.core.messages import Notice

        if not self._new() and self._launch():
            from stretchcoach.words.ear_notices import RESTARTED

            self._deliver(Notice(RESTARTED))
        else:
            from stretchcoach.words.ear_notices import GONE

            self._give_up(GONE)

    def _give_up(self, why: str) -> None:
        from stretchcoach.core.messages import Microphone, MicState, Notice

        self._deliver(Microphone(MicState.TROUBLE))
        self._deliver(Notice(why))


def _spawn() -> child.ChildProcess:
    popen = subprocess.Popen(
        [sys.executable, "-m", "stretchcoach.ears.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("STRETCHCOACH_EARS_ERRORS") else subprocess.DEVNULL,
        bufsize=0,
    )
    return child.piped(popen)


def ears_beside(options: "EarOptions", voice: "Voice | None", folder: str) -> Ears:
    """Ears that know what ``voice`` says, so that they do not take it for somebody else's words."""
    if voice is not None and not options.headphones:
        from stretchcoach.pipes import played

        try:
            options = options._replace(played=played.make(folder))
        except OSError:
            return Ears.start(options)
        voice.share(options.played)
    return Ears.start(options)
