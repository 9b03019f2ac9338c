"""*Gone* waits a moment longer than other words: "it's gone ... but it still hurts"."""

from typing import Literal

import numpy as np
import pytest
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears.clip import RATE, Clip, sound_of
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.listener import Listener, heard
from stretchcoach.ears.transcriber import Transcriber

Sound = NDArray[np.float32]


class Head:
    """Hears *gone* in everything, or nothing in anything."""

    phrases = ("stop", "gone", "next", "")

    def __init__(self, gone: float) -> None:
        self._gone = gone

    def recognize_closed_set(self, audio: Clip, show_all: bool = True, personal: bool = True) -> Sound:
        gone = self._gone if np.abs(audio.samples[-WINDOW:]).max() > 0.01 else 0.0
        return np.array([0, gone, 0, 1 - gone], dtype=np.float32)


class Reads:
    """Reads more where more was said."""

    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        loud = np.flatnonzero(np.abs(sound_of(audio)) > 0.01)
        all_of_it = loud.size and loud[-1] - loud[0] > RATE
        return Said("It's gone, but it still hurts." if all_of_it else "It's gone.", 0.9, -0.5, (("gone", -1.0),))


def labels(pause: float, gone: float, more: bool = True) -> list[str]:
    """What is told of "it's gone", a pause of so many seconds, "but it still hurts"."""
    rng = np.random.default_rng(1)
    first, second = (rng.normal(0, 0.1, int(seconds * RATE)) for seconds in (0.5, 0.9))
    quiet = np.zeros(RATE, dtype=np.float32)
    said = [first, np.zeros(int(pause * RATE)), second] if more else [first]
    listener = Listener(Head(gone), transcriber=Transcriber(Reads, waits=True))  # type: ignore[arg-type]
    listener.arm(CONTEXTS["cramp"])
    sound = np.concatenate([quiet, *said, quiet, quiet]).astype(np.float32)
    return [one.label for one in heard(listener, sound) if one.label]


@pytest.mark.parametrize("gone", [0.0, 0.9], ids=["read", "heard"])
@pytest.mark.parametrize("pause", [0.1, 0.2, 0.3, 0.36])
def test_gone_is_not_told_while_somebody_may_go_on(pause: float, gone: float) -> None:
    assert "gone" not in labels(pause, gone)


@pytest.mark.parametrize("gone", [0.0, 0.9], ids=["read", "heard"])
def test_gone_by_itself_is_told(gone: float) -> None:
    assert labels(0.0, gone, more=False) == ["gone"]
