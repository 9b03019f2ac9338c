"""The stock pyttsx3 driver of the platform, for macOS and Windows: one short-lived process a phrase.

The stock drivers hang, or speak only their first phrase, often enough that only a process that can be killed is
safe.  The process writes the phrase to a file (``save_to_file``); the mixer plays it like any other.  So a phrase
takes a few tenths of a second the first time, and nothing once it is in the cache.
"""

import os
import subprocess
import sys
import tempfile
import time

from stretchcoach.audio import soundfile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

PATIENCE = 20.0
"""Seconds after which a phrase is given up."""
_MODULE = (sys.executable, "-m", "stretchcoach.audio.system_voice")


class SystemVoice:
    """Renders through the stock driver."""

    def __init__(self, command: "Sequence[str]" = _MODULE, patience: float = PATIENCE) -> None:
        self._command = command
        self._patience = patience

    def render(self, text: str, voice: str, rate: int) -> "array[int]":
        """The sound of a text; RuntimeError if none was made."""
        handle, path = tempfile.mkstemp(suffix=".aiff" if sys.platform == "darwin" else ".wav")
        os.close(handle)
        try:
            self._run("say", path, voice, str(rate), text)
            with open(path, "rb") as file:  # noqa: PTH123
                return soundfile.mono(file.read())
        except (OSError, ValueError) as error:
            raise RuntimeError(f"the system's voice gave no sound ({error})") from None
        finally:
            os.remove(path)  # noqa: PTH107

    def voices(self) -> list[str]:
        """Id and name of every voice, one a line."""
        return [line for line in self._run("voices").splitlines() if line]

    def _run(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                [*self._command, *arguments],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=self._patience,
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise RuntimeError("the system's voice does not answer") from None
        except subprocess.CalledProcessError as error:
            last = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise RuntimeError(f"the system's voice does not work: {last}") from None
        return done.stdout.decode("utf-8", "replace")


def _say(path: str, voice: str, rate: str, text: str) -> None:
    import pyttsx3

    engine = pyttsx3.init()
    if voice:
        known = [each.id for each in engine.getProperty("voices") if voice in (each.id, each.name)]
        engine.setProperty("voice", known[0] if known else voice)
    engine.setProperty("rate", int(rate))
    engine.save_to_file(text, path)
    engine.runAndWait()
    _settle(path)


def _settle(path: str) -> None:
    """Some drivers return before the file is written: wait until it has grown and stands still."""
    size, still = 0, 0
    for _ in range(400):
        before, size = size, os.stat(path).st_size  # noqa: PTH116
        still = still + 1 if size and size == before else 0
        if still >= 4:
            return
        time.sleep(0.05)


def _list() -> None:
    import pyttsx3

    for voice in pyttsx3.init().getProperty("voices"):
        sys.stdout.write(f"{voice.id}  {voice.name}\n")


if __name__ == "__main__":
    if sys.argv[1] == "say":
        _say(*sys.argv[2:6])
    else:
        _list()
