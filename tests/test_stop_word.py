"""What the doctor says about microphone and recogniser, and the three tries of the stop word."""

from collections.abc import Callable

import pytest

from stretchcoach.core.messages import Event, Heard, Microphone, MicState, Notice
from stretchcoach.doctor import checks, stop_word
from stretchcoach.doctor.stop_word import Try, three_tries
from stretchcoach.ears import availability, capture
from stretchcoach.ears.client import Ears
from stretchcoach.ears.options import EarOptions
from stretchcoach.machine import clock
from stretchcoach.settings import ListenSettings, Settings

OPEN = Microphone(MicState.LISTENING)


class Scripted:
    """Ears that report what they are told to, each time that a word is asked for."""

    def __init__(self, opening: list[Event], words: list[tuple[str, float]]) -> None:
        self._opening, self._words = opening, iter(words)
        self.closed = False

    def listen(self, post: Callable[[Event], None]) -> None:
        self._post = post
        for event in self._opening:
            post(event)

    def meter(self, tell: Callable[[float, bool], None]) -> None:
        self._meter = tell

    def speak(self, line: str) -> None:
        """Somebody does what the line asks for."""
        if line.endswith("say stop."):
            word, dbfs = next(self._words)
            self._meter(dbfs, True)
            if word:
                self._post(Heard(word, clock.now() - 0.5, clock.now() - 0.1))

    def close(self) -> None:
        self.closed = True


def tried(monkeypatch: pytest.MonkeyPatch, ears: Scripted) -> tuple[list[Try], str]:
    monkeypatch.setattr(Ears, "start", lambda _: ears)
    monkeypatch.setattr(stop_word, "PATIENCE", 0.05)
    found = three_tries(EarOptions(), ears.speak)
    assert ears.closed
    return found


def test_three_tries_show_what_was_heard_how_loud_and_how_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    ears = Scripted([OPEN], [("stop", -20.0), ("", -60.0), ("skip", -3.0)])
    (good, quiet, loud), trouble = tried(monkeypatch, ears)
    assert not trouble
    assert good.seconds == pytest.approx(0.1, abs=0.05)
    assert str(good).startswith("stop, level -20 dB (good), understood 1")
    assert str(quiet) == "nothing, level -60 dB (too quiet)"
    assert "skip, level -3 dB (too loud)" in str(loud)


@pytest.mark.parametrize("opening", [[Notice("No microphone was found. Keys still work.")], []])
def test_without_a_microphone_nobody_is_asked_to_speak(monkeypatch: pytest.MonkeyPatch, opening: list[Event]) -> None:
    tries, trouble = tried(monkeypatch, Scripted(opening, []))
    assert tries == []
    assert "microphone" in trouble.lower()


@pytest.mark.parametrize(
    ("names", "wished", "state", "part"),
    [
        (["Built-in"], "", "ok", "default of 1; listening is on"),
        (["Built-in"], "built", "ok", "built of 1"),
        (["Built-in"], "headset", "warn", "none like 'headset'; there are: Built-in"),
        ([], "", "warn", "none found"),
    ],
)
def test_the_microphone_of_the_settings_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, names: list[str], wished: str, state: str, part: str
) -> None:
    monkeypatch.setattr(capture, "devices", lambda: ("pulseaudio", names))
    check = checks.microphone(Settings(listen=ListenSettings(on=True, device=wished)))
    assert check.state == state
    assert part in check.detail


def test_the_doctor_names_the_recogniser_its_stand_in_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    on = Settings(listen=ListenSettings(on=True))
    assert checks.recogniser(on).state == "ok"
    monkeypatch.setattr(availability, "find_spec", lambda name: None if name == "onnxruntime" else object())
    assert "sphinx with a grammar" in checks.recogniser(on).detail
    monkeypatch.setattr(availability, "find_spec", lambda _: None)
    assert checks.recogniser(on).state == "warn"
    assert "pip install" in checks.recogniser(on).detail


def test_the_stop_word_is_a_check_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stop_word, "three_tries", lambda *_: ([Try("stop", -20.0, 0.1)] * 3, ""))
    (check,) = checks.stop_word(Settings(), print)
    assert (check.state, check.detail[:20]) == ("ok", "understood 3 of 3: s")
    monkeypatch.setattr(stop_word, "three_tries", lambda *_: ([Try("", -60.0, None)] * 3, ""))
    (check,) = checks.stop_word(Settings(), print)
    assert check.state == "warn"
    assert "the key x always stops" in check.fix
