"""The audio process and its client where there is no device: nothing stalls, everything is told once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.audio import launch
from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions
from stretchcoach.core.messages import Beep, Event, Fact, Hush, Notice, Priority, Say, Sound, SpeechEnded
from stretchcoach.machine import clock
from stretchcoach.pipes import child, watchdog, wire
from stretchcoach.words import sound_notices
from stretchcoach.words.sound_notices import GONE, NOT_STARTED, RESTARTED

NOWHERE = SoundOptions(device="no such device")


def say(utterance: int, text: str = "Hold.") -> Say:
    return Say(text, utterance, Priority.ACTION)


class Ears:
    """Collects what a voice posts."""

    def __init__(self) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()

    def __call__(self, event: Event) -> None:
        self._events.put(event)

    def next(self, patience: float = 10.0) -> Event:
        return self._events.get(timeout=patience)

    def nothing(self, patience: float = 0.2) -> bool:
        try:
            self._events.get(timeout=patience)
        except Empty:
            return True
        return False


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def voice(ears: Ears) -> Iterator[Voice]:
    made = Voice.start(NOWHERE)
    made.listen(ears)
    yield made
    made.close(0)


@given(st.lists(st.lists(st.text(), min_size=1), max_size=5), st.integers(1, 50))
def test_messages_arrive_whole_however_they_are_cut(messages: list[list[str]], size: int) -> None:
    stream = b"".join(wire.pack("say", *fields) for fields in messages)
    feed = wire.Feed()
    arrived = [each for at in range(0, len(stream), size) for each in feed.messages(stream[at : at + size])]
    assert [len(each) for each in arrived] == [len(fields) + 1 for fields in messages]
    for each, fields in zip(arrived, messages, strict=True):
        assert each == wire.Feed().messages(wire.pack("say", *fields))[0]


def test_plain_text_survives_the_wire() -> None:
    text = "Fersen runter, ärger 🦵"
    assert wire.Feed().messages(wire.pack("say", 3, text)) == [["say", "3", text]]


def test_no_device_is_told_once_and_every_line_ends(voice: Voice, ears: Ears) -> None:
    voice.perform(say(1))
    voice.perform(Beep(Sound.COUNT, clock.now() + 1))
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    assert ears.next() == SpeechEnded(1)
    for number in range(2, 6):
        voice.perform(say(number))
        assert ears.next(1.0) == SpeechEnded(number)
    assert ears.nothing()


def test_the_opening_is_not_spoken_twice_and_ends_even_if_it_ended_before(ears: Ears) -> None:
    voice = Voice.start(NOWHERE, "Sit up.")
    voice.listen(ears)
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    assert ears.next() == SpeechEnded(1)
    voice.perform(say(1, "Sit up."))
    assert ears.next() == SpeechEnded(1)
    voice.perform(say(2, "Sit up."))
    assert ears.next() == SpeechEnded(2)
    voice.close(0)


def test_events_that_came_before_are_handed_over_first(ears: Ears) -> None:
    voice = Voice.start(SoundOptions(speech=False, beeps=False))
    voice.perform(say(1))
    facts = voice.ask("status", 10.0)
    assert facts is not None
    voice.listen(ears)
    assert [ears.next(), ears.next()] == [Notice("", False), SpeechEnded(1)]
    voice.close(0)


def test_silent_modes_answer_at_once_and_can_be_left(ears: Ears) -> None:
    voice = Voice.start(NOWHERE._replace(speech=False, beeps=False))
    voice.listen(ears)
    voice.perform(say(1))
    assert [ears.next(), ears.next()] == [Notice("", False), SpeechEnded(1)]
    voice.configure(NOWHERE)
    assert {ears.next(), ears.next()} == {Notice("", True), Notice(sound_notices.NO_DEVICE, False)}
    voice.close(0)


def test_status_tells_what_the_doctor_needs(voice: Voice) -> None:
    facts = voice.ask("status", 10.0)
    assert facts is not None
    assert facts["backend"] == ""
    assert facts["engine"] == "espeak"
    assert any("gmw/en" in each for each in facts["voices"])
    assert any("no such device" in each for each in facts["errors"])
    assert voice.ask("something else", 1.0) is None


def test_a_missing_natural_voice_falls_back_with_a_notice(ears: Ears, tmp_path: Path) -> None:
    (tmp_path / "hibari.py").write_text("raise ModuleNotFoundError('hibari')")
    code = (
        "from stretchcoach.audio.client import Voice\n"
        "from stretchcoach.audio.options import SoundOptions\n"
        "voice = Voice.start(SoundOptions(engine='natural', device='no such device'))\n"
        "print(voice.ask('status', 10)['engine'])\n"
        "voice.close(0)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    shown = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "espeak"


def test_other_effects_and_odd_texts_are_harmless(voice: Voice, ears: Ears) -> None:
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    voice.perform(Fact(0.0))
    voice.perform(Hush())
    voice.perform(say(1, "a\nb\x1fc\ud800"))
    assert ears.next() == SpeechEnded(1)


def test_a_killed_process_is_started_again_once_and_then_given_up(voice: Voice, ears: Ears) -> None:
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    os.kill(voice.pid, signal.SIGKILL)
    assert ears.next() == Notice(RESTARTED)
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    voice.perform(say(1))
    assert ears.next() == SpeechEnded(1)
    os.kill(voice.pid, signal.SIGTERM)
    assert ears.next() == Notice(GONE, False)
    voice.perform(say(2))
    assert ears.next() == SpeechEnded(2)
    voice.perform(Hush())
    voice.prepare(["Hold."])
    assert voice.ask("status", 0.1) is None


def test_a_stopped_process_is_told_and_replaced_within_three_seconds(voice: Voice, ears: Ears) -> None:
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    stopped, begun = voice.pid, clock.now()
    os.kill(stopped, signal.SIGSTOP)
    voice.perform(say(1))
    assert ears.next() == Notice(RESTARTED)
    assert clock.now() - begun < 3.0
    assert {ears.next(), ears.next()} == {Notice(sound_notices.NO_DEVICE, False), SpeechEnded(1)}
    assert voice.pid != stopped
    assert not Path(f"/proc/{stopped}").exists()


def test_one_that_was_well_for_long_is_replaced_again(
    voice: Voice, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "NEW", 0.0)
    for _ in range(3):
        assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
        os.kill(voice.pid, signal.SIGKILL)
        assert ears.next() == Notice(RESTARTED)


class Fake:
    """A process as the vigil sees it, in a time of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, late: float = 0.0, answering: float = float("inf")) -> None:
        self.now, self.answers, self.hung_up = 0.0, 1, False
        self._late, self._answering = late, answering
        self.killed: float | None = None
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        monkeypatch.setattr(time, "sleep", self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.now += seconds + self._late
        self.hung_up = self.now > 60

    def send(self, message: bytes) -> None:
        self.answers += self.now < self._answering

    def kill(self) -> None:
        self.killed = self.now


def test_the_vigil_ends_only_what_does_not_answer_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for late, answering, ends in ((0.0, 60.0, None), (0.0, 10.0, 12.4), (0.5, 0.0, None), (0.1, 10.0, 13.0)):
        fake = Fake(monkeypatch, late, answering)
        watchdog.watch(fake, b"alive\n")  # type: ignore[arg-type]
        assert fake.killed == (None if ends is None else pytest.approx(ends, abs=0.5))


def test_a_process_that_hangs_never_holds_up_the_program(voice: Voice, ears: Ears) -> None:
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    os.kill(voice.pid, signal.SIGSTOP)
    begun = time.monotonic()
    for number in range(20_000):
        voice.perform(say(number + 1, "Keep your heel on the floor and lean in until you feel a gentle pull."))
    voice.close(0.1)
    assert time.monotonic() - begun < 4.0


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, ears: Ears) -> None:
    def full() -> child.ChildProcess:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(launch, "process", full)
    voice = Voice.start(NOWHERE, "Sit up.")
    voice.perform(say(1, "Sit up."))
    voice.listen(ears)
    assert ears.next() == Notice(NOT_STARTED, False)
    assert SpeechEnded(1) in (ears.next(), ears.next())
    voice.close()


def test_ctrl_c_does_not_end_it(voice: Voice, ears: Ears) -> None:
    assert ears.next() == Notice(sound_notices.NO_DEVICE, False)
    os.kill(voice.pid, signal.SIGINT)
    voice.perform(say(1))
    assert ears.next() == SpeechEnded(1)


def test_it_ends_by_itself_when_the_program_is_killed() -> None:
    code = (
        "import os, signal\n"
        "from stretchcoach.audio.client import Voice\n"
        "from stretchcoach.audio.options import SoundOptions\n"
        "voice = Voice.start(SoundOptions(device='no such device'))\n"
        "voice.ask('status', 10)\n"
        "print(voice.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    pid, end = int(shown.stdout), time.monotonic() + 5
    while _alive(pid) and time.monotonic() < end:
        os.sched_yield()
    assert not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_nothing_slow_is_loaded_before_the_first_word() -> None:
    code = (
        "import sys; from stretchcoach.audio import launch, client, process; import stretchcoach.audio.device\n"
        "slow = {'dataclasses', 're', 'enum', 'json', 'threading', 'socket', 'subprocess', 'pathlib', 'typing',\n"
        "        'ctypes', 'pyttsx3', 'miniaudio', 'numpy', 'asyncio', 'signal', 'inspect', 'tempfile'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
