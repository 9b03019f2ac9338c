"""The engines: our pyttsx3 drivers, the stock one at arm's length, and what is done when one is missing."""

import struct
import sys
import wave
from array import array
from pathlib import Path

import numpy as np
import pytest
import pyttsx3

from stretchcoach.audio import base_driver, soundfile, tts
from stretchcoach.audio.system_voice import SystemVoice
from stretchcoach.pipes import pcm

LINE = "Keep your heel on the floor and lean in."


@pytest.fixture(scope="module")
def espeak() -> "tts.Renderer":
    return tts.engine("espeak")


def test_the_stock_interface_of_pyttsx3_works_with_our_driver() -> None:
    heard: list[str] = []
    sounds: list[array[int]] = []

    def player(sound: "array[int]", tell: "base_driver.Tell") -> None:
        sounds.append(sound)
        tell("started-utterance")
        tell("finished-utterance", completed=True)

    base_driver.use(player)
    engine = pyttsx3.init(tts.register("espeak"))
    engine.connect("started-utterance", lambda name: heard.append(f"started {name}"))
    engine.connect("finished-utterance", lambda name, completed: heard.append(f"finished {name} {completed}"))
    engine.setProperty("rate", 150)
    engine.say("Hold.", "one")
    engine.say("Let go.", "two")
    engine.runAndWait()
    engine.runAndWait()
    assert heard == ["started one", "finished one True", "started two", "finished two True"]
    assert all(len(sound) > 5000 for sound in sounds)
    assert engine.getProperty("rate") == 150


def test_our_driver_saves_to_a_file(tmp_path: Path) -> None:
    engine = pyttsx3.init(tts.register("espeak"))
    engine.save_to_file(LINE, str(tmp_path / "line.wav"))
    engine.runAndWait()
    with wave.open(str(tmp_path / "line.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (pcm.RATE, 1, 2)
        assert file.getnframes() > pcm.RATE


def test_properties_of_our_driver() -> None:
    engine = pyttsx3.init(tts.register("espeak"))
    engine.startLoop(False)
    engine.iterate()
    assert any(voice.id == "gmw/en-US" for voice in engine.getProperty("voices"))
    engine.setProperty("voice", "English (America)")
    assert engine.getProperty("voice") == "gmw/en-US"
    engine.setProperty("voice", "en-gb")
    assert engine.getProperty("voice") == "gmw/en"
    engine.setProperty("volume", 0.5)
    assert engine.getProperty("volume") == 0.5
    engine.setProperty("volume", 1.0)
    with pytest.raises(KeyError):
        engine.getProperty("colour")
    engine.endLoop()


@pytest.mark.parametrize("rate", [120, 160, 200])
def test_the_rate_is_words_a_minute(espeak: "tts.Renderer", rate: int) -> None:
    text = "Left leg, second set. Keep your heel on the floor and lean in until you feel a gentle pull."
    minutes = len(espeak.render(text, "", rate)) / pcm.RATE / 60
    assert len(text) / 6 / minutes == pytest.approx(rate, rel=0.1), "five letters and a space are a word"


def test_another_voice_sounds_different(espeak: "tts.Renderer") -> None:
    ours, theirs, again = (len(espeak.render(LINE, voice, 160)) for voice in ("", "en-us", ""))
    assert abs(ours - again) < 0.01 * ours < abs(ours - theirs)


def test_an_unknown_voice_is_told_and_does_not_stick(espeak: "tts.Renderer") -> None:
    with pytest.raises(tts.VoiceError, match="nobody"):
        espeak.render("Hold.", "nobody", 160)
    assert espeak.render("Hold.", "", 160)


@pytest.mark.parametrize("text", ["", " ", "...", "ärger", "\U0001f9b5", "a" * 3000, "<b>&"])
def test_odd_texts_never_break_the_engine(espeak: "tts.Renderer", text: str) -> None:
    try:
        espeak.render(text, "", 200)
    except RuntimeError as error:
        assert str(error)
    assert len(espeak.render("Hold.", "", 160)) > 5000


def test_the_natural_voice_speaks_and_never_goes_on_line() -> None:
    natural = tts.engine("natural")
    slow, fast = (len(natural.render(LINE, "", rate)) for rate in (120, 200))
    assert slow > 1.3 * fast
    assert natural.voices()[0].startswith("heart")
    with pytest.raises(tts.VoiceError):
        natural.render(LINE, "emma", 160)


def test_an_engine_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hibari", None)
    with pytest.raises(tts.EngineError, match="ModuleNotFoundError"):
        tts.engine("natural")


# --- the stock driver, in a process of its own ------------------------------------------------------------


def fake(tmp_path: Path, body: str) -> tuple[str, ...]:
    """A command that behaves like ``python -m stretchcoach.audio.system_voice``."""
    script = tmp_path / "stock.py"
    script.write_text("import sys, time, wave\nverb, *rest = sys.argv[1:]\n" + body)
    return (sys.executable, str(script))


WRITES = """
path, voice, rate, text = rest
with wave.open(path, "wb") as file:
    file.setnchannels(2); file.setsampwidth(2); file.setframerate(44100)
    file.writeframes(b"\\x10\\x20\\x00\\x00" * 44100)
"""


def test_the_stock_driver_renders_through_a_file(tmp_path: Path) -> None:
    sound = SystemVoice(fake(tmp_path, WRITES)).render(LINE, "", 160)
    assert len(sound) == pytest.approx(pcm.RATE, abs=20)
    assert all(abs(value - 0x2010) <= 1 for value in sound[200:-200])


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("time.sleep(60)", "does not answer"),
        ("raise OSError('no COM')", "OSError: no COM"),
        ("pass", "neither WAV nor AIFF"),
    ],
)
def test_a_stock_driver_that_hangs_fails_or_is_mute_is_told(tmp_path: Path, body: str, why: str) -> None:
    with pytest.raises(RuntimeError, match=why):
        SystemVoice(fake(tmp_path, body), patience=1.0).render(LINE, "", 160)


def test_voices_of_the_stock_driver(tmp_path: Path) -> None:
    listed = SystemVoice(fake(tmp_path, "print('a  Anna'); print('b  Bo')")).voices()
    assert listed == ["a  Anna", "b  Bo"]


# --- files ------------------------------------------------------------------------------------------------


def wav(frames: bytes, rate: int = pcm.RATE, channels: int = 1, bits: int = 16) -> bytes:
    form = struct.pack("<HHIIHH", 1, channels, rate, rate * channels * 2, channels * 2, bits)
    chunks = b"fmt " + struct.pack("<I", 16) + form + b"junk\x01\x00\x00\x00x\x00data"
    return b"RIFF\0\0\0\0WAVE" + chunks + struct.pack("<I", len(frames)) + frames


def aiff(frames: bytes, form: bytes = b"") -> bytes:
    common = struct.pack(">hIh", 1, len(frames) // 2, 16) + bytes.fromhex("400eac44000000000000") + form
    sound = struct.pack(">II", 0, 0) + frames
    kind = b"AIFC" if form else b"AIFF"
    chunks = b"COMM" + struct.pack(">I", len(common)) + common + b"SSND" + struct.pack(">I", len(sound)) + sound
    return b"FORM\0\0\0\0" + kind + chunks


def test_wav_is_read() -> None:
    assert soundfile.mono(wav(struct.pack("<4h", 1, -2, 3, -4))) == array("h", [1, -2, 3, -4])
    assert soundfile.mono(wav(struct.pack("<4h", 1, -2, 3, -4), channels=2)) == array("h", [1, 3])


def test_aiff_of_macos_is_read_and_brought_to_our_rate() -> None:
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(44_100) / 44_100)).astype(np.int16)
    for data in (
        aiff(tone.astype(">i2").tobytes()),
        aiff(tone.astype("<i2").tobytes(), b"sowt\0\0"),
        aiff(tone.astype(">i2").tobytes(), b"NONE\0\0"),
    ):
        sound = np.array(soundfile.mono(data), dtype=float)
        assert len(sound) == pytest.approx(pcm.RATE, abs=20)
        assert np.argmax(np.abs(np.fft.rfft(sound, pcm.RATE))) == 440
        assert np.abs(sound).max() == pytest.approx(8000, rel=0.05)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        wav(b"")[:30],
        wav(b"1234", bits=8),
        wav(b"12", channels=0),
        aiff(b"12", b"ima4\0\0"),
        aiff(b"")[:25],
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        soundfile.mono(data)
