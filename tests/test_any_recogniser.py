"""The door to the ears is SpeechRecognition: any recogniser of that package can stand where ours does."""

import json
from importlib.util import find_spec
from pathlib import Path
from threading import Event as Flag

import numpy as np
import pytest
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.cli import main
from stretchcoach.core.messages import Event, Heard, Microphone, MicState
from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears import availability, device_watch, engines, recordings
from stretchcoach.ears.client import Ears
from stretchcoach.ears.clip import Clip, sound_of
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.decoder import Decoder
from stretchcoach.ears.encoder import Encoder
from stretchcoach.ears.engines import Recogniser
from stretchcoach.ears.listener import heard
from stretchcoach.ears.options import EarOptions
from stretchcoach.ears.process import EarsWorker
from stretchcoach.ears.text import TextListener
from stretchcoach.pipes import wire

SPEECH = Path(__file__).parent / "speech"
NO, LEFT = (str(SPEECH / f"{name}.wav") for name in ("no-03401e93", "left-022cd682"))
PATIENCE = 30.0


class Another(sr.Recognizer):  # type: ignore[misc]
    """Somebody else's recogniser, to which all that is loud is *no*."""

    def recognize_vosk(self, audio: sr.AudioData) -> str:
        assert isinstance(audio, sr.AudioData)
        sound = np.frombuffer(audio.get_wav_data(convert_rate=8000)[44:], dtype="<i2")
        if np.abs(sound).max() < 1000:
            raise sr.UnknownValueError
        return "No."


INSTALLED = ("closed-set", "another", *(["sphinx"] if find_spec("pocketsphinx") else []))


@pytest.fixture(params=INSTALLED)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name under which a recogniser stands in the settings."""
    if request.param != "another":
        return str(request.param)
    monkeypatch.setattr(availability, "find_spec", lambda _: object())
    monkeypatch.setitem(engines.OWN, "vosk", Another)
    return "vosk"


class Room(sr.AudioSource):  # type: ignore[misc]
    """A source that knows nothing of us: a word, and then silence until it is understood."""

    SAMPLE_RATE, SAMPLE_WIDTH, CHUNK = 16000, 2, 320
    understood: Flag

    def __init__(self, name: str) -> None:
        self._left = Clip(recordings.samples_of(NO)).frame_data
        self._silent = 0

    def __enter__(self) -> "Room":
        self.stream = self
        return self

    def __exit__(self, *_: object) -> None:
        raise StopIteration

    def read(self, frames: int) -> bytes:
        found, self._left = self._left[: 2 * frames], self._left[2 * frames :]
        if len(found) == 2 * frames:
            return found
        self._silent += 1
        over = self.understood.wait(0.02) or self._silent > PATIENCE / 0.02
        return b"" if over else bytes(2 * frames)


def test_whoever_recognises_a_word_of_the_microphone_makes_an_event_of_it(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[Event] = []
    client, feed, understood = Ears(EarOptions()), wire.Feed(), Flag()
    client._post = events.append

    def emit(*fields: object) -> None:
        for message in feed.messages(wire.pack(*fields)):
            client._understand(message)
        if fields[0] == "heard":
            understood.set()

    worker = EarsWorker(emit)
    worker.obey(["set", "engine", engine])
    worker.obey(["arm", *CONTEXTS["yesno"]])
    worker._load()
    monkeypatch.setattr(worker, "_load", lambda: None)
    monkeypatch.setattr(Room, "understood", understood, raising=False)
    monkeypatch.setattr(device_watch.MicrophoneWatch.__init__, "__defaults__", (Room,))
    with pytest.raises(RuntimeError):  # the room is empty
        worker.run()
    assert worker._facts()["engine"] == engine
    assert Microphone(MicState.LISTENING) in events
    assert [event.text for event in events if isinstance(event, Heard)] == ["no"]


def test_hear_asks_the_recogniser_of_the_settings(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text(f'[listen]\nengine = "{engine}"\n', encoding="utf-8")
    assert main(["hear", NO, "--json", "--context", "yesno"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["heard"]
    assert (found["text"], found["command"]) == ("no", "no")


def test_our_own_recognisers_can_stand_where_another_one_does() -> None:
    encoder = Encoder()
    for source, name in ((ClosedSet.load(), "closed_set"), (Decoder(encoder), "moonshine")):
        listener = TextListener(Recogniser(source, name))
        listener.arm(CONTEXTS["session"])
        assert [one.label for one in heard(listener, recordings.samples_of(LEFT))] == ["left"], name


def test_a_recording_is_a_source_for_any_recogniser() -> None:
    with recordings.Recording(NO) as ours, sr.AudioFile(NO) as theirs:
        first, second = (sr.Recognizer().record(source) for source in (ours, theirs))
    assert first.frame_data == second.get_raw_data(convert_rate=16000, convert_width=2)


@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_sound_of_any_rate_is_sound(rate: int) -> None:
    tone = (8000 * np.sin(np.arange(rate) / rate * 2 * np.pi * 300)).astype("<i2")
    found = sound_of(sr.AudioData(tone.tobytes(), rate, 2))
    assert abs(len(found) - 16000) < 10
    assert np.abs(found).max() == pytest.approx(8000 / 32768, rel=0.02)


def test_nothing_is_lost_between_ours_and_theirs() -> None:
    every = np.arange(-32768, 32768).astype("<i2")
    clip = Clip(sound_of(sr.AudioData(every.tobytes(), 16000, 2)))
    assert clip.frame_data == every.tobytes() and clip.get_raw_data() == every.tobytes()
    loud: NDArray[np.float32] = np.array([-3, 0, 3], dtype=np.float32)
    assert sound_of(Clip(loud)) is loud, "our own recognisers take it as it is"
    assert np.frombuffer(Clip(loud).frame_data, dtype="<i2").tolist() == [-32768, 0, 32767]
