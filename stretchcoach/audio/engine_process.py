"""The natural voice in a process of its own, which may take its time, and 190 MB, without the loudspeaker noticing.

Loading its model holds up everything else in a process for a tenth of a second at a time, and the device asks for
sound every 60 ms.  The process is started when the first line is made, and ended when nothing was asked of it for a
while; one that dies is started once more, one that does not answer is given up.

It takes messages as ``pipes/wire`` packs them, ``render voice rate soft text`` and ``voices``, and answers with a
byte for what has come of it, four for the length, and a body: the sound, or words.
"""

import os
import sys
from _queue import Empty, SimpleQueue
from _thread import start_new_thread

from stretchcoach.audio.tts import EngineError, VoiceError
from stretchcoach.pipes import pcm, wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from array import array

PATIENCE = 20.0
"""Seconds within which it answers; a loaded model speaks a long line in a tenth of one."""
READY, DONE, FAULT, NO_VOICE = b"R", b"D", b"F", b"V"
_HEAD = 5
Answer = tuple[bytes, bytes]


class EngineProcess:
    """An engine, as ``tts.engine`` makes one, at the other end of two pipes; used by one thread."""

    def __init__(self, name: str = "natural", command: "tuple[str, ...] | None" = None) -> None:
        self._command = command or (sys.executable, "-m", "stretchcoach.audio.engine_process", name)
        self._popen: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._start()

    def render(self, text: str, voice: str, rate: int, soft: bool = False) -> "array[int]":
        """The sound of a text, at the common loudness."""
        return pcm.samples(self._ask("render", voice, rate, int(soft), text))

    def voices(self) -> list[str]:
        """Id and name of every voice."""
        return self._ask("voices").decode("utf-8").splitlines()

    def rest(self) -> None:
        """End the process; the next line starts another."""
        popen, self._popen = self._popen, None
        if popen is not None:
            assert popen.stdin is not None
            popen.stdin.close()
            popen.kill()
            popen.wait()

    def _ask(self, *message: object) -> bytes:
        answer = None if self._popen is None else self._told(message)
        if answer is None:
            self._start()
            answer = self._told(message)
        if answer is None:
            self.rest()
            raise EngineError("its process does not live")
        kind, body = answer
        if kind == NO_VOICE:
            raise VoiceError(body.decode("utf-8"))
        if kind != DONE:
            raise RuntimeError(body.decode("utf-8"))
        return body

    def _told(self, message: "tuple[object, ...]") -> "Answer | None":
        """Its answer; None if it is dead."""
        assert self._popen is not None
        assert self._popen.stdin is not None
        try:
            self._popen.stdin.write(wire.pack(*message))
            self._popen.stdin.flush()
        except OSError:
            return None
        return self._wait()

    def _wait(self) -> "Answer | None":
        try:
            return self._answers.get(timeout=PATIENCE)
        except Empty:
            self.rest()
            raise EngineError("its process does not answer") from None

    def _start(self) -> None:
        import subprocess

        self.rest()
        self._answers = SimpleQueue()
        self._popen = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        start_new_thread(_listen, (self._popen, self._answers))
        answer = self._wait()
        if answer is None or answer[0] != READY:
            self.rest()
            raise EngineError(answer[1].decode("utf-8") if answer else "its process does not live")


def _listen(popen: "subprocess.Popen[bytes]", answers: "SimpleQueue[Answer | None]") -> None:
    assert popen.stdout is not None
    with popen.stdout as stream:
        while len(head := stream.read(_HEAD)) == _HEAD:
            size = int.from_bytes(head[1:], "little")
            body = bytearray()
            while len(body) < size and (piece := stream.read(size - len(body))):
                body += piece
            if len(body) == size:
                answers.put((head[:1], bytes(body)))
    answers.put(None)


# --- the process -----------------------------------------------------------------------------------------------------


def _answer(events: int, kind: bytes, body: bytes) -> None:
    data = memoryview(kind + len(body).to_bytes(4, "little") + body)
    while data:
        data = data[os.write(events, data) :]


def _serve(name: str, commands: int, events: int) -> None:
    from stretchcoach.audio import tts

    engine = tts.engine(name)
    engine.render("Ready.", "", 160)  # what is loaded by the first line is loaded now
    _answer(events, READY, b"")
    feed = wire.Feed()
    while piece := os.read(commands, 65536):
        for message in feed.messages(piece):
            try:
                if message[0] == "voices":
                    body = "\n".join(engine.voices()).encode("utf-8")
                else:
                    _, voice, rate, soft, text = message
                    body = pcm.data(engine.render(text, voice, int(rate), soft == "1"))
                _answer(events, DONE, body)
            except VoiceError as error:
                _answer(events, NO_VOICE, str(error).encode("utf-8", "replace"))
            except Exception as error:
                _answer(events, FAULT, f"{type(error).__name__}: {error}".encode("utf-8", "replace"))


def main() -> None:
    """Serve on the standard streams until the other end is closed."""
    from stretchcoach.audio import process
    from stretchcoach.machine.priority import set_priority

    commands, events = os.dup(0), os.dup(1)
    process.mind_signals()
    process.silence_standard_streams()
    set_priority(0)
    try:
        _serve(sys.argv[1], commands, events)
    except EngineError as error:
        _answer(events, FAULT, str(error).encode("utf-8", "replace"))
    except OSError:
        os._exit(0)


if __name__ == "__main__":
    main()
