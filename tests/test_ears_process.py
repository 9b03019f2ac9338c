"""The ears process without a device: what it tells, and when."""

from queue import SimpleQueue

import numpy as np
import pytest
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears import device_watch
from stretchcoach.ears.capture import Piece, Stream
from stretchcoach.ears.process import EarsWorker
from stretchcoach.ears.reports import HeardUtterance, Loudness, Report, TalkingOver
from stretchcoach.machine import clock
from stretchcoach.words.ear_notices import BUSY


class Fake:
    """A listener that reports what it is given."""

    drift = 0.0

    def __init__(self, reports: list[Report]) -> None:
        self.reports = reports
        self.armed: frozenset[str] = frozenset()
        self.blocks = 0

    def arm(self, labels: frozenset[str]) -> None:
        self.armed = labels

    def feed(self, block: NDArray[np.float32], began: float, played: NDArray[np.float32] | None) -> list[Report]:
        assert block.shape == (320,)
        self.blocks += 1
        return self.reports if self.blocks == 1 else []

    def finish(self) -> list[Report]:
        return []


class Microphone(sr.AudioSource):  # type: ignore[misc]
    """Half a second, in pieces that are no whole blocks, and then silence for ever."""

    CHUNK = 320
    late = 0.0

    def __init__(self, name: str) -> None:
        self.backend = name
        pieces: SimpleQueue[Piece | None] = SimpleQueue()
        for _ in range(16):
            pieces.put(Piece.at(bytes([1, 0]) * 470, clock.now() - self.late))
        pieces.put(None)
        self.stream = Stream(pieces)

    def __enter__(self) -> "Microphone":
        return self

    def __exit__(self, *_: object) -> None:
        raise StopIteration


def told(
    monkeypatch: pytest.MonkeyPatch, fake: Fake, *commands: list[str], microphone: type[Microphone] = Microphone
) -> list[tuple[object, ...]]:
    """What goes up the pipe while half a second is listened to."""
    events: list[tuple[object, ...]] = []
    ears = EarsWorker(lambda *fields: events.append(fields))
    for command in commands:
        ears.obey(command)
    monkeypatch.setattr(ears, "_load", lambda: None)
    ears._listener = fake
    monkeypatch.setattr(device_watch.MicrophoneWatch.__init__, "__defaults__", (microphone,))
    with pytest.raises(RuntimeError):  # the script is over
        ears.run()
    return events


def test_what_the_listener_finds_goes_up_the_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    reports: list[Report] = [
        HeardUtterance("stop", "stop it", 1.5, 2.0, True),
        HeardUtterance("", "", 1.0, 2.0, True),
        TalkingOver(True),
        Loudness(-20.0, True),
    ]
    fake = Fake(reports)
    events = told(monkeypatch, fake, ["set", "headphones", "1"], ["arm", "stop", "next"], ["meter", "1"])
    assert ("heard", "stop", "stop it", "1.5", "2.0", 1) in events
    assert ("barge", 1) in events
    assert ("level", "-20.0", 1) in events
    assert sum(event[0] == "heard" for event in events) == 1, "what is none of ours stays here"
    assert fake.armed == {"stop", "next"}
    assert fake.blocks == 16 * 470 // 320
    assert events[0] == ("state", "starting", "")
    assert ("state", "listening", "") in events


def test_nobody_is_sure_without_knowing_what_is_played(monkeypatch: pytest.MonkeyPatch) -> None:
    events = told(monkeypatch, Fake([HeardUtterance("stop", "stop", 1.5, 2.0, True), Loudness(-20.0, True)]))
    assert ("heard", "stop", "stop", "1.5", "2.0", 0) in events
    assert not any(event[0] == "level" for event in events), "the meter was not asked for"


def test_ears_that_fall_behind_say_so_and_listen_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(Microphone):
        late = 0.8

    monkeypatch.setattr("stretchcoach.ears.health._OFTEN", 0.0)
    fake = Fake([])
    events = told(monkeypatch, fake, microphone=Late)
    assert ("state", "listening", BUSY) in events
    assert sum(event == ("state", "listening", BUSY) for event in events) == 1
    assert fake.blocks == 16 * 470 // 320, "what is late is still listened to"


def test_a_recogniser_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: bool) -> None:
        raise ValueError("model is damaged")

    events: list[tuple[object, ...]] = []
    ears = EarsWorker(lambda *fields: events.append(fields))
    monkeypatch.setattr("stretchcoach.ears.engines.make_listener", broken)
    ears._load()
    ((_, state, text),) = events
    assert state == "trouble"
    assert "model is damaged" in str(text) and str(text).endswith("Keys still work.")


def test_a_missing_package_is_told_and_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stretchcoach.ears.availability.find_spec", lambda _: None)
    events: list[tuple[object, ...]] = []
    EarsWorker(lambda *fields: events.append(fields)).run()
    assert events[0] == ("state", "starting", "")
    assert events[1][:2] == ("state", "trouble")
    assert "stretchcoach[listen]" in str(events[1][2])
