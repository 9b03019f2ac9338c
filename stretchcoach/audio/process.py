"""The main function of the audio process.

It ignores Ctrl-C (the program hushes it), ends quietly on SIGTERM and SIGHUP, and ends by itself as soon as nobody
holds the other end of its pipe, however the program died.
"""

import os
import sys
from _thread import start_new_thread

from stretchcoach.audio.speaker import VoiceWorker
from stretchcoach.machine.priority import set_priority
from stretchcoach.pipes import wire


def run(commands: int, events: int) -> None:
    """Serve until the pipe closes or the farewell has been heard."""
    mind_signals()
    silence_standard_streams()
    sys.setswitchinterval(0.001)
    set_priority(-10)

    def emit(*fields: object) -> None:
        try:
            os.write(events, wire.pack(*fields))
        except OSError:
            os._exit(0)

    speaker = VoiceWorker(emit)
    start_new_thread(_listen, (commands, speaker))
    speaker.run()


def _listen(commands: int, speaker: VoiceWorker) -> None:
    feed = wire.Feed()
    try:
        while piece := os.read(commands, 65536):
            for message in feed.messages(piece):
                speaker.post(message)
    finally:
        os._exit(0)


def mind_signals() -> None:
    """Ctrl-C is the program's business; a request to end is heeded without a word."""
    _signal = __import__("_signal")  # signal.py around it would cost 5 ms before the first word
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(_signal, name):
            _signal.signal(getattr(_signal, name), _signal.SIG_DFL)


def silence_standard_streams() -> None:
    """ALSA and JACK print a hundred lines when a device is missing, straight onto the screen."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


def main() -> None:
    """Serve on the standard streams: ``python -m stretchcoach.audio.process``."""
    run(os.dup(0), os.dup(1))


if __name__ == "__main__":
    main()
