"""Engines that want whole utterances: where one begins and ends, and what its text means."""

import numpy as np
import pytest
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears import availability
from stretchcoach.ears.availability import standing
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.engines import Recogniser
from stretchcoach.ears.errors import RecogniserError
from stretchcoach.ears.listener import heard
from stretchcoach.ears.reports import EngineTrouble, HeardUtterance
from stretchcoach.ears.text import HANGOVER, Endpointer, TextListener, meaning
from stretchcoach.words.ear_notices import does_not_work

Sound = NDArray[np.float32]


def bursts(*spans: tuple[float, float], seconds: float = 4.0) -> Sound:
    """Noise in these spans, hiss between them."""
    rng = np.random.default_rng(1)
    sound = rng.standard_normal(int(seconds * 16000)) * 1e-4
    for begin, end in spans:
        sound[int(begin * 16000) : int(end * 16000)] += rng.standard_normal(int(end * 16000) - int(begin * 16000)) * 0.1
    return np.asarray(sound, dtype=np.float32)


class Says:
    """An engine that understands the same whatever it hears."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.lengths: list[float] = []

    def text(self, sound: Sound) -> str:
        self.lengths.append(len(sound) / 16000)
        return self._text


def test_an_utterance_ends_after_three_tenths_of_a_second_of_quiet() -> None:
    endpointer = Endpointer()
    ends = [
        number
        for number, block in enumerate(bursts((1.0, 1.5)).reshape(-1, BLOCK))
        if endpointer.feed(block) is not None
    ]
    assert ends == pytest.approx([1.5 * 50 + HANGOVER], abs=2)


def test_a_click_is_no_utterance_and_endless_noise_is_cut() -> None:
    click, noise = Endpointer(), Endpointer()
    assert all(click.feed(block) is None for block in bursts((1.0, 1.04)).reshape(-1, BLOCK))
    found = [noise.feed(block) for block in bursts((1.0, 9.0), seconds=9.0).reshape(-1, BLOCK)]
    assert any(found)


def test_every_utterance_is_recognised_with_its_times() -> None:
    engine = Says("go on")
    listener = TextListener(engine)
    listener.arm(CONTEXTS["session"])
    found = heard(listener, bursts((0.5, 1.0), (2.0, 2.6)))
    assert [one.label for one in found] == ["resume", "resume"]
    assert [one.began for one in found] == pytest.approx([0.5, 2.0], abs=0.1)
    assert [one.ended for one in found] == pytest.approx([1.0, 2.6], abs=0.1)
    assert max(engine.lengths) < 1.3


def test_an_engine_that_fails_hears_nothing() -> None:
    class Breaks:
        def text(self, sound: Sound) -> str:
            raise ValueError("model gone")

    assert [one.label for one in heard(TextListener(Breaks()), bursts((0.5, 1.0)))] == [""]


@pytest.mark.parametrize(
    "text, label",
    [
        ("Stop!", "stop"),
        ("stop stop stop", "stop"),
        ("It's gone.", "gone"),
        ("stop the bus", ""),
        ("", ""),
        ("yes", ""),
    ],
)
def test_only_the_whole_utterance_counts(text: str, label: str) -> None:
    assert meaning(text, CONTEXTS["session"])[0] == label


def test_what_is_not_understood_is_no_text() -> None:
    class Source:
        def recognize_x(self, audio: sr.AudioData) -> str:
            assert (audio.sample_rate, audio.sample_width) == (16000, 2)
            raise sr.UnknownValueError

    assert Recogniser(Source(), "x").text(np.zeros(1600, dtype=np.float32)) == ""


def test_an_engine_that_cannot_be_reached_is_told_of_once_and_again_when_it_can() -> None:
    class Source:
        faults = 2

        def recognize_x(self, audio: sr.AudioData) -> str:
            self.faults -= 1
            if self.faults >= 0:
                raise sr.RequestError("no network")
            return "stop"

    listener = TextListener(Recogniser(Source(), "x"))
    blocks = bursts((0.5, 1.0), (2.0, 2.5), (3.0, 3.4)).reshape(-1, BLOCK)
    reports = [one for at, block in enumerate(blocks) for one in listener.feed(block, at * 0.02, None)]
    reports += listener.finish()
    assert [one.text for one in reports if isinstance(one, EngineTrouble)] == [does_not_work("x", "no network"), ""]
    assert [one.label for one in reports if isinstance(one, HeardUtterance)] == ["", "", "stop"]


def test_an_engine_that_is_not_there_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(availability, "find_spec", lambda _: None)
    with pytest.raises(RecogniserError, match=r"pip install 'stretchcoach\[listen\]'"):
        standing("closed-set")
    with pytest.raises(RecogniserError, match="pip install faster-whisper"):
        standing("faster_whisper")


def test_without_onnxruntime_sphinx_stands_in_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(availability, "find_spec", lambda name: None if name == "onnxruntime" else object())
    engine, why = standing("closed-set")
    assert engine == "sphinx"
    assert "far less well" in why
