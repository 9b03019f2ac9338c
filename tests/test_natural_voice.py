"""The natural voice in a session: never waited for long, never mixed with another, and replaced once where it fails."""

import sys
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchcoach.audio import engine_process, renderer, speaker, tts
from stretchcoach.audio.cache import Cache
from stretchcoach.audio.dials import Dials
from stretchcoach.audio.engine_process import EngineProcess
from stretchcoach.audio.renderer import Renderer
from stretchcoach.audio.speaker import VoiceWorker
from stretchcoach.words.first_lines import ACTION
from stretchcoach.words.sound_notices import NATURAL_MISSING, TOO_SLOW

OWN = "Physio, Tuesday. About four minutes."
"""A line that lies in no package."""
Made = SimpleQueue["array[int] | None"]


class Engine:
    """Renders a sound that tells who made it and of what."""

    def __init__(self, mark: int) -> None:
        self.mark = mark
        self.asked: list[tuple[str, int, bool]] = []
        self.fault: Exception | None = None
        self.go = threading.Event()
        self.go.set()

    def render(self, text: str, voice: str, rate: int, soft: bool = False) -> "array[int]":
        self.asked.append((text, rate, soft))
        self.go.wait(20)
        if self.fault:
            raise self.fault
        return array("h", [self.mark] * 50)

    def voices(self) -> list[str]:
        return ["heart  heart"]


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> dict[str, Engine]:
    made = {"natural": Engine(7), "espeak": Engine(9)}
    monkeypatch.setattr(Renderer, "_load", lambda _self, name: made[name])
    return made


def dials(rate: int = 160, soft: bool = False, trial: bool = False) -> Dials:
    turned = Dials()
    turned.engine, turned.rate, turned.soft, turned.trial = "natural", rate, soft, trial
    return turned


def told(notices: list[str]) -> "Callable[[str, bool | None], None]":
    return lambda text, _voiced: notices.append(text)


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def rendered(made: Renderer, text: str) -> "array[int] | None":
    answer: Made = SimpleQueue()
    made.live(text, answer.put)
    return answer.get(timeout=20)


def test_what_lies_in_the_package_needs_no_engine(engines: dict[str, Engine]) -> None:
    for soft in (False, True):
        made = Renderer(dials(soft=soft), Cache(""), told([]))
        sound = made.find(ACTION)
        assert sound is not None and len(sound) > 22_050
    assert not engines["natural"].asked


def test_at_another_rate_the_package_helps_out_until_the_line_is_made(engines: dict[str, Engine]) -> None:
    fast = Renderer(dials(rate=200), Cache(""), told([]))
    assert fast.find(ACTION) == Renderer(dials(), Cache(""), told([])).find(ACTION)
    assert Renderer(dials(rate=200, trial=True), Cache(""), told([])).find(ACTION) is None, "a voice is tried as it is"
    fast.prepare(ACTION)
    wait_for(lambda: len(fast.find(ACTION) or ()) in range(1, 22_050))
    assert [rate for _, rate, _ in engines["natural"].asked] == [200, 200]


def test_sentences_are_made_once_and_only_where_they_are_missing(engines: dict[str, Engine]) -> None:
    made = Renderer(dials(), Cache(""), told([]))
    assert rendered(made, OWN) is not None
    assert rendered(made, "Physio, Tuesday. Left knee.") is not None
    assert [text for text, _, _ in engines["natural"].asked] == ["Physio, Tuesday.", "Left knee."]


def test_an_engine_that_fails_is_replaced_for_good_and_nothing_is_mixed(engines: dict[str, Engine]) -> None:
    notices: list[str] = []
    made = Renderer(dials(), Cache(""), told(notices))
    assert rendered(made, OWN) is not None
    engines["natural"].fault = RuntimeError("broken")
    sound = rendered(made, "Something else. Left leg.")
    assert sound is not None and set(sound) == {9}, "the whole line in one voice"
    assert made.speaking == "espeak" and len(notices) == 1
    assert made.find(ACTION) is None, "and no line of the package in the other"


def test_a_line_that_is_late_is_spoken_by_the_plain_voice_and_so_is_the_rest_of_the_session(
    engines: dict[str, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaker, "PATIENCE", 0.05)
    played: SimpleQueue[tuple[int, int]] = SimpleQueue()
    notices: SimpleQueue[object] = SimpleQueue()
    worker = VoiceWorker(lambda *fields: notices.put(fields) if fields[0] == "notice" else None)
    monkeypatch.setattr(worker._loudspeaker, "play", lambda number, sound: played.put((number, sound[0])))
    monkeypatch.setattr(worker._loudspeaker.watch, "_tell_silence", lambda: None)  # with no device nothing is played
    threading.Thread(target=worker.run, daemon=True).start()

    def say(number: int, text: str) -> tuple[int, int]:
        worker.post(["say", str(number), text])
        return played.get(timeout=10)

    worker.post(["set", "engine", "natural"])
    worker.post(["begin"])
    assert say(1, OWN) == (1, 7)
    engines["natural"].go.clear()
    assert say(2, "Now something else.") == (2, 9)
    assert notices.get(timeout=5) == ("notice", "", TOO_SLOW)
    assert say(3, "And on it goes.") == (3, 9)
    assert say(4, ACTION) == (4, 9), "one change of voice, and no way back in this session"
    engines["natural"].go.set()
    worker.post(["begin"])
    assert say(5, OWN) == (5, 7), "the next session may try again"


def fake(tmp_path: Path, body: str) -> tuple[str, ...]:
    script = tmp_path / "engine.py"
    script.write_text(
        f"import os, sys, time\nread, write = sys.stdin.buffer.readline, lambda b: os.write(1, b)\n{body}"
    )
    return (sys.executable, str(script))


READY = "write(b'R' + bytes(4))\n"


def test_its_process_says_what_it_would_say_here(tmp_path: Path) -> None:
    apart, here = EngineProcess(), tts.engine("natural")
    for text, rate, soft in (("Left leg.", 160, False), ("Call 999 now.", 144, True)):
        assert apart.render(text, "", rate, soft) == here.render(text, "", rate, soft)
    assert apart.voices()[0].startswith("heart")
    with pytest.raises(tts.VoiceError):
        apart.render("Left leg.", "emma", 160)
    assert apart._popen is not None
    apart._popen.kill()
    assert len(apart.render("Left leg.", "", 160)) > 5000, "one that died is started again"
    apart.rest()
    assert len(apart.render("Left leg.", "", 160)) > 5000, "and so is one that rested"
    apart.rest()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("sys.exit(1)", "does not live"),
        ("write(b'F' + bytes([2, 0, 0, 0]) + b'no')", "no"),
        (f"{READY}read()", "does not live"),
        (f"{READY}read(); time.sleep(30)", "does not answer"),
        (f"{READY}read(); write(b'D' + bytes([9, 0, 0, 0]) + b'cut')", "does not live"),
    ],
)
def test_a_process_that_cannot_load_dies_or_hangs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, why: str
) -> None:
    monkeypatch.setattr(engine_process, "PATIENCE", 3.0)
    with pytest.raises(tts.EngineError, match=why):
        EngineProcess(command=fake(tmp_path, body)).render("Hold.", "", 160)


def test_nothing_is_left_of_it_when_the_voice_is_gone(tmp_path: Path) -> None:
    apart = EngineProcess(command=fake(tmp_path, f"{READY}read()"))
    popen = apart._popen
    assert popen is not None and popen.stdin is not None
    popen.stdin.close()
    assert popen.wait(5) == 0


def test_without_the_wheel_the_plain_voice_speaks_and_it_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing(Engine):
        def __init__(self) -> None:
            raise tts.EngineError("ModuleNotFoundError: No module named 'hibari'")

    plain, notices = Engine(9), list[str]()
    monkeypatch.setattr(Renderer, "_load", lambda _self, name: Missing() if name == "natural" else plain)
    made = Renderer(dials(), Cache(""), told(notices))
    for text in (OWN, "Left leg."):
        assert set(rendered(made, text) or ()) == {9}
    assert notices == [NATURAL_MISSING]


def test_it_runs_apart_from_the_loudspeaker_and_rests_when_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "_IDLE", 0.3)
    made = Renderer(dials(), Cache(""), told([]))
    assert rendered(made, OWN) is not None
    apart = made._engine
    assert isinstance(apart, EngineProcess)
    wait_for(lambda: apart._popen is None)
    assert rendered(made, "And on it goes.") is not None
    made._let_go()
