"""What is understood in recordings, by the way that the microphone takes."""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.audio.tts import engine
from stretchcoach.cli import main
from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Event, Heard
from stretchcoach.core.vocabulary import CONTEXTS, LABELS
from stretchcoach.ears import live, recordings
from stretchcoach.ears.client import Ears
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.encoder import Encoder
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.head import Heads
from stretchcoach.ears.listener import SECONDS, heard, make_listener
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.options import EarOptions
from stretchcoach.ears.reports import HeardUtterance
from stretchcoach.ears.unread import PATIENT
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import tidy
from stretchcoach.pipes.pcm import RATE as VOICE_RATE

WORDS_SAID = Path(__file__).parent / "speech"
STOP = WORDS_SAID / "stop-0fa1e7a9.wav"
Shown = pytest.CaptureFixture[str]
Sound = NDArray[np.float32]


@pytest.fixture(scope="module")
def listener() -> Listens:
    return make_listener(waits=True)


def sound(name: str) -> Sound:
    return recordings.samples_of(str(WORDS_SAID / f"{name}.wav"))


def labels(listener: Listens, what: Sound, context: str = "all") -> list[str]:
    listener.arm(CONTEXTS[context])
    return [found.label for found in heard(listener, what)]


@pytest.mark.parametrize(
    ("file", "context", "label"),
    [
        ("stop-0fa1e7a9", "session", "stop"),
        ("stop-37dca74f", "number", "stop"),
        ("left-022cd682", "session", "left"),
        ("gone-rms", "cramp", "gone"),
        ("no-03401e93", "yesno", "no"),
        ("yes-189cbabe", "yesno", "yes"),
        ("unsure-rms", "yesno", "unsure"),
        ("seven-37e8db82", "number", "seven"),
        ("yes-189cbabe", "session", ""),
        ("off-0c540988", "session", ""),
        ("up-5f01c798", "session", ""),
    ],
)
def test_a_word_is_understood_where_it_may_be_said(listener: Listens, file: str, context: str, label: str) -> None:
    assert labels(listener, sound(file), context) == [label]


@pytest.mark.parametrize("gain", [0.03, 1.0, 8.0], ids=["soft", "usual", "clipped"])
def test_near_and_far_and_too_loud(listener: Listens, gain: float) -> None:
    assert labels(listener, np.clip(sound("stop-0fa1e7a9") * gain, -1, 1).astype(np.float32)) == ["stop"]


def test_silence_hiss_a_hum_and_clicks_are_nothing(listener: Listens) -> None:
    rng = np.random.default_rng(1)
    hiss = (0.01 * rng.standard_normal(64_000)).astype(np.float32)
    hum = (0.1 * np.sin(np.arange(64_000) / 16000 * 2 * np.pi * 50)).astype(np.float32)
    clicks = hiss * 0.1
    clicks[::9000] = 0.9
    for noise in (np.zeros(64_000, dtype=np.float32), hiss, hum, clicks):
        assert [label for label in labels(listener, noise) if label] == []


NEWS = (
    "And now the news at six, with the weather for the whole of the weekend.",
    "The council said on Monday that the new bridge would be open to traffic by the end of March.",
    "There will be rain in the north, and some sun along the coast in the late afternoon.",
    "A farmer near the border has found a coin that is older than the town itself.",
    "The train was late once more this morning, and nobody on the platform was told the reason.",
)


def test_a_television_says_no_command_and_a_person_is_heard_over_it(listener: Listens) -> None:
    voice = engine("espeak")
    spoken = [np.asarray(voice.render(line, "en-us", 170), dtype=np.float32) / 32768 for line in NEWS]
    news = np.concatenate(spoken)
    at = np.arange(len(news) * 16000 // VOICE_RATE) * VOICE_RATE / 16000
    television = np.interp(at, np.arange(len(news)), news).astype(np.float32) * 0.05
    assert len(television) > 16 * 16000
    assert [label for label in labels(listener, television, "session") if label] == []
    word = sound("stop-0fa1e7a9")
    television[5 * 16000 : 5 * 16000 + len(word)] += word
    assert "stop" in labels(listener, television, "session")


def bump(like: Sound, seconds: float) -> Sound:
    """A dull noise about as loud as a word: a door, a foot on the floor."""
    grey = np.cumsum(np.random.default_rng(3).standard_normal(round(seconds * 16000)))
    grey -= np.convolve(grey, np.full(40, 1 / 40), "same")
    level = 0.7 * np.sqrt(np.mean(like * like)) / np.sqrt(np.mean(grey * grey))
    return np.asarray(level * grey * np.hanning(len(grey)), dtype=np.float32)


@pytest.mark.parametrize("gap", [0.25, 0.4])
@pytest.mark.parametrize(
    ("word", "context"),
    [
        ("stop-0fa1e7a9", "session"), ("left-022cd682", "session"), ("gone-rms", "cramp"), ("no-03401e93", "yesno"),
        ("yes-189cbabe", "yesno"), ("seven-37e8db82", "number"),
    ],
)  # fmt: skip
def test_a_noise_after_a_word_is_not_that_word_again_but_the_word_is(
    listener: Listens, word: str, context: str, gap: float
) -> None:
    said = sound(word)
    ended = np.flatnonzero(np.abs(said) > 0.05 * np.abs(said).max())[-1] + 1
    said, label = said[:ended], word.partition("-")[0]
    still = (1e-4 * np.random.default_rng(4).standard_normal(16_000)).astype(np.float32)
    between = still[: round(gap * 16000)]
    for length in (0.12, 0.2, 0.28):
        found = labels(listener, np.concatenate([still, said, between, bump(said, length), still]), context)
        assert list(filter(None, found)) == [label]
    once = label == "gone" and gap < PATIENT * SECONDS  # *gone, gone* is one saying
    times = labels(listener, np.concatenate([still, said, between, said, still]), context).count(label)
    assert times == (1 if once else 2)


def test_a_word_between_others_has_its_own_times(listener: Listens) -> None:
    pause = np.zeros(16_000, dtype=np.float32)
    listener.arm(CONTEXTS["all"])
    found = heard(listener, np.concatenate([pause, sound("stop-0fa1e7a9"), pause, sound("left-022cd682")]))
    assert [one.label for one in found] == ["stop", "left"]
    assert 1.0 < found[0].began < found[0].ended < 2.0
    assert 3.0 < found[1].began < found[1].ended < 4.0


def test_what_was_heard_before_does_not_matter_to_the_next_recording(listener: Listens) -> None:
    alone = labels(listener, sound("left-022cd682"))
    labels(listener, sound("stop-0fa1e7a9"))
    assert labels(listener, sound("left-022cd682")) == alone


def test_our_own_voice_is_no_command_and_somebody_elses_is(listener: Listens) -> None:
    """The loudspeaker says a word, 40 ms away; later somebody says another one over it."""
    rng = np.random.default_rng(2)
    talk = np.concatenate([sound(name) for name in ("gone-rms", "unsure-rms", "seven-37e8db82", "no-03401e93")] * 4)
    ours = np.concatenate([talk, sound("stop-37dca74f"), talk[:64_000]])
    microphone = np.concatenate([np.zeros(640, dtype=np.float32), ours])[: len(ours)] * 0.7
    microphone = microphone + 1e-4 * rng.standard_normal(len(ours)).astype(np.float32)
    at = len(ours) - 40_000
    microphone[at : at + 16_000] += sound("stop-0fa1e7a9")
    listener.finish()
    listener.arm(CONTEXTS["session"])
    found: list[HeardUtterance] = []
    for begin in range(0, len(ours) - BLOCK, BLOCK):
        block = microphone[begin : begin + BLOCK].astype(np.float32)
        reports = listener.feed(block, begin / 16000, ours[begin : begin + BLOCK])
        found += [one for one in reports if isinstance(one, HeardUtterance) and one.label]
    listener.finish()
    assert [one.label for one in found] == ["stop"], found
    assert found[0].clear
    assert at / 16000 < found[0].ended < at / 16000 + 1.2


def test_the_heads_know_every_word_of_the_table() -> None:
    known = set(Heads.load().phrases)
    spoken = {tidy(phrase) for entry in TABLE.values() for phrase in entry.phrases}
    assert {phrase for phrase in spoken - known if " " not in phrase} == set(), "the decoder is for sayings"


def test_probabilities_sum_to_one_and_one_head_alone_works_too() -> None:
    heads, encoder = Heads.load(), Encoder()
    vectors = encoder.vectors(np.resize(sound("stop-0fa1e7a9"), 20_480))
    assert heads.probabilities(vectors).sum() == pytest.approx(1, abs=1e-4)
    assert heads.only(0).probabilities(vectors).shape == heads.probabilities(vectors).shape
    assert len(vectors) == len(heads), "each head has vectors of its own"
    one = heads.only(1).probabilities(vectors)
    assert not np.allclose(one, heads.only(0).probabilities(vectors)), "and is asked by no other's"
    both = np.mean([heads.only(place).probabilities(vectors) for place in range(len(heads))], axis=0)
    assert heads.probabilities(vectors) == pytest.approx(both, abs=1e-6)
    assert len(set(heads.folds)) == len(heads), "each left other voices out"


def test_the_closed_set_is_a_recogniser_of_speech_recognition() -> None:
    recogniser = ClosedSet.load()
    with sr.AudioFile(str(STOP)) as source:
        assert recogniser.recognize_closed_set(recogniser.record(source)) == "stop"
    with pytest.raises(sr.UnknownValueError):
        recogniser.recognize_closed_set(sr.AudioData(bytes(32_000), 16_000, 2))


# --- the command -----------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    return tmp_path


def test_hear_prints_a_line_of_json_for_each_file(home: Path, capsys: Shown) -> None:
    files = [str(STOP), str(WORDS_SAID / "off-0c540988.wav")]
    assert main(["hear", *files, "--json", "--context", "session"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["file"], second["file"]) == tuple(files)
    (stop,) = first["heard"]
    assert (stop["text"], stop["command"]) == ("stop", "stop")
    assert 0 <= stop["begin"] < stop["end"] < 1
    assert [one["command"] for one in second["heard"]] == [None]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(home: Path, capsys: Shown) -> None:
    bad = home / "bad.wav"
    bad.write_bytes(b"no sound")
    assert main(["hear", str(bad), str(home / "none.wav"), str(STOP)]) == 2
    shown = capsys.readouterr()
    assert "bad.wav: no sound in it that can be read" in shown.err
    assert "none.wav: does not exist" in shown.err
    assert "stop at" in shown.out


def test_the_commands_are_listed(home: Path, capsys: Shown) -> None:
    assert main(["hear", "--commands", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == list(LABELS)
    assert main(["hear", "--commands"]) == 0
    assert "go on" in capsys.readouterr().out


def test_an_engine_that_is_not_installed_is_one_plain_line(home: Path, capsys: Shown) -> None:
    config = home / "config"
    config.mkdir(exist_ok=True)
    (config / "config.toml").write_text('[listen]\nengine = "vosk"\n', encoding="utf-8")
    assert main(["hear", str(STOP)]) == 1
    assert "pip install vosk" in capsys.readouterr().err


class Told:
    """Ears that hear what they are told to."""

    def __init__(self, *texts: str) -> None:
        self.heard = [Heard(text, 1.0, 1.5, True) for text in texts]

    def arm(self, labels: frozenset[str]) -> None:
        """Whatever it may be."""

    def listen(self, deliver: Callable[[Event], None]) -> None:
        for event in self.heard:
            deliver(event)

    def close(self) -> None:
        """There is nothing to close."""


def test_the_microphone_understands_sayings_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """A saying is none of the phrases in the table: its label was looked up there, and *stop, please* was a crash."""
    ears = Told("next", "Can we stop, please?", "It's gone, but it still hurts.", UNCLEAR)
    monkeypatch.setattr(Ears, "start", lambda _: ears)
    found = islice(live.listen(EarOptions(), CONTEXTS["cramp"], print), len(ears.heard))
    assert [label for label, *_ in found] == ["next", "stop", UNCLEAR, UNCLEAR]
