"""The ears process: microphone -> blocks of 20 ms -> listener -> events on the pipe.

It ignores Ctrl-C, ends on SIGTERM, and ends by itself as soon as nobody holds the other end of its pipe.  The sound
is forgotten as soon as it has been listened to: nothing is written anywhere.

Commands: ``set name value ...``, ``arm label ...``, ``meter 0|1``, ``score``, ``ask ticket``, ``alive``, ``bye``.
Events: ``heard label phrase began ended clear``, ``barge 0|1``, ``state starting|listening|trouble notice``,
``level dbfs speech``, ``likely ended phrase label score ...``, ``answer ticket json``, ``alive``.
"""

import gc
import json
import os
import signal
import time
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from stretchcoach.ears.options import EarOptions
from stretchcoach.machine.threads import one_thread
from stretchcoach.pipes import wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretchcoach.ears.device_watch import MicrophoneWatch
    from stretchcoach.ears.learnt import Missed
    from stretchcoach.ears.listens import Listens
    from stretchcoach.ears.reference import Reference
    from stretchcoach.ears.reports import HeardUtterance, Report

_LATE = 1.0
"""A listener that lags this many seconds behind drops what is older."""
_PAUSE = 2.0


class EarsWorker:
    """What the process does; ``emit(*fields)`` sends an event."""

    def __init__(self, emit: "Callable[..., None]") -> None:
        self._emit = emit
        self._options = EarOptions()
        self._armed = frozenset({"stop"})
        self._changed = True
        self._metered = self._scored = False
        self._watch: MicrophoneWatch | None = None
        self._listener: Listens | None = None
        self._engine = ""
        self._said = ""
        self._misses: Missed | None = None

    # --- commands, on the pipe's thread ------------------------------------------------------------------

    def obey(self, message: list[str]) -> None:
        match message:
            case ["set", *pairs]:
                given = dict(zip(pairs[::2], pairs[1::2], strict=False))
                headphones = given.pop("headphones", "0") == "1"
                self._options = EarOptions(**given, headphones=headphones)
            case ["arm", *labels]:
                self._armed = frozenset(labels)
                self._changed = True
            case ["meter", on]:
                self._metered = on == "1"
            case ["score"]:
                self._scored = True
            case ["alive"]:
                self._emit("alive")
            case ["ask", ticket]:
                self._emit("answer", ticket, json.dumps(self._facts()))

    def _facts(self) -> dict[str, object]:
        watch = self._watch
        return {
            "backend": watch.backend if watch else "",
            "device": self._options.device or "default",
            "engine": self._engine,
            "errors": [watch.fault] if watch and watch.fault else [],
        }

    # --- listening ---------------------------------------------------------------------------------------

    def run(self) -> None:
        """Listen until the process ends."""
        from stretchcoach.ears.availability import standing
        from stretchcoach.ears.device_watch import MicrophoneWatch
        from stretchcoach.ears.errors import RecogniserError
        from stretchcoach.words import ear_notices

        self._emit("state", "starting", "")
        try:
            standing(self._options.engine)
        except RecogniserError as fault:
            self._emit("state", "trouble", ear_notices.trouble(fault))
            return
        self._watch = MicrophoneWatch(self._options.device, self._tell)
        load = Thread(target=self._load, daemon=True)
        load.start()
        try:
            self._listen(self._watch)
        except Exception as fault:
            self._emit("state", "trouble", ear_notices.failed(fault))
            raise

    def _load(self) -> None:
        """The model, while the microphone opens."""
        from stretchcoach.words import ear_notices

        try:
            from stretchcoach.ears.engines import make_ears
            from stretchcoach.ears.learnt import Learnt

            if self._options.learnt and Learnt.load(Path(self._options.learnt)).lapsed:
                self._emit("state", "starting", ear_notices.LAPSED)
            self._listener, self._engine = make_ears(
                self._options.engine, self._options.headphones, learnt=self._options.learnt
            )
        except Exception as fault:
            self._said = "broken"
            self._emit("state", "trouble", ear_notices.not_loaded(fault))
            return
        gc.collect()
        gc.freeze()

    def _tell(self, state: str, text: str) -> None:
        """From the watch over the microphone; nobody is told that we listen before the model is there."""
        if self._said == "broken":
            return
        ready = state == "listening" and self._listener is not None
        self._emit("state", "listening" if ready else "starting" if state == "listening" else state, text)
        self._said = "listening" if ready else state if state == "trouble" else "starting"

    def _listen(self, watch: "MicrophoneWatch") -> None:
        from stretchcoach.ears.clip import RATE, from_frames
        from stretchcoach.ears.endpoints import BLOCK
        from stretchcoach.ears.health import Backlog
        from stretchcoach.machine import clock
        from stretchcoach.words.ear_notices import BUSY

        reference, backlog = self._reference(), Backlog()
        sure = self._options.headphones or reference is not None
        for piece in watch.pieces():
            if piece is None:
                time.sleep(_PAUSE)
                continue
            listener = self._listener
            now = clock.now()
            if listener is not None and backlog.late(now - piece.arrived, now):
                self._tell("listening", BUSY)
            if listener is None or now - piece.arrived > _LATE or len(piece) != 2 * BLOCK:
                continue
            if self._said == "starting":
                self._tell("listening", "")
            if self._changed:
                self._changed = False
                listener.arm(self._armed)
            began = piece.arrived - BLOCK / RATE
            played = reference.block(began, BLOCK, listener.drift) if reference else None
            self._report(listener.feed(from_frames(piece), began, played), sure)

    def _reference(self) -> "Reference | None":
        if not self._options.played:
            return None
        from stretchcoach.ears.reference import Reference
        from stretchcoach.pipes.played import PlayedRing

        try:
            return Reference(PlayedRing(self._options.played))
        except OSError:
            return None

    def _missed(self, found: "HeardUtterance") -> bool:
        """A word was missed for the second time, by a person, and nothing has been learnt yet."""
        from stretchcoach.ears.learnt import Missed

        if self._options.learnt or not found.clear:
            return False
        self._misses = self._misses or Missed()
        return self._misses.again(found.candidates, self._armed, found.ended)

    def _report(self, reports: "list[Report]", sure: bool) -> None:
        from stretchcoach.ears.reports import EngineTrouble, HeardUtterance, TalkingOver
        from stretchcoach.words.ear_notices import OFFER

        for report in reports:
            if isinstance(report, HeardUtterance):
                if self._scored:
                    self._emit("likely", repr(report.ended), report.phrase, *chain.from_iterable(report.candidates))
                if not report.label and self._missed(report):
                    self._tell("listening", OFFER)
                if report.label:
                    times = repr(report.began), repr(report.ended)
                    self._emit("heard", report.label, report.phrase, *times, int(report.clear and sure))
            elif isinstance(report, TalkingOver):
                self._emit("barge", int(report.on))
            elif isinstance(report, EngineTrouble):
                self._tell("trouble" if report.text else "listening", report.text)
            elif self._metered:
                self._emit("level", f"{report.dbfs:.1f}", int(report.speech))


def run(commands: int, events: int) -> None:
    """Serve until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    one_thread()

    def emit(*fields: object) -> None:
        try:
            os.write(events, wire.pack(*fields))
        except OSError:
            os._exit(0)

    ears = EarsWorker(emit)
    feed = wire.Feed()
    begun = False
    try:
        while piece := os.read(commands, 65536):
            for message in feed.messages(piece):
                if message == ["bye"]:
                    return
                ears.obey(message)
                if not begun and message[0] == "set":
                    begun = True
                    Thread(target=_serve, args=(ears,), daemon=True).start()
    finally:
        os._exit(0)


def _serve(ears: EarsWorker) -> None:
    try:
        ears.run()
    except Exception:
        os._exit(1)


def main() -> None:
    """Serve on the standard streams: ``python -m stretchcoach.ears.process``."""
    commands, events = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1) if os.environ.get("STRETCHCOACH_EARS_ERRORS") else (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    run(commands, events)


if __name__ == "__main__":
    main()
