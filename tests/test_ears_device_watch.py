"""A microphone that is missing, dies, comes back or is muted: one plain sentence each, and never an exception."""

import random
import sys
from collections.abc import Iterator
from queue import SimpleQueue

import pytest
import speech_recognition as sr

from stretchcoach.ears import capture
from stretchcoach.ears.capture import MicrophoneError, Piece, Stream, monitor
from stretchcoach.ears.device_watch import MicrophoneWatch
from stretchcoach.ears.health import STILL, Backlog, Health
from stretchcoach.words.ear_notices import BACK, FULL, LOST, MISSING, MUTE, SPEED


def piece(arrived: float, data: bytes = b"\1\0") -> Piece:
    return Piece.at(data, arrived)


class Fake(sr.AudioSource):  # type: ignore[misc]
    """A microphone that does what the script says, one life after the other."""

    CHUNK = 320
    lives: Iterator[list[Piece] | None]

    def __init__(self, name: str) -> None:
        self.backend = "fake"

    def __enter__(self) -> "Fake":
        life = next(type(self).lives)
        if life is None:
            raise MicrophoneError("pulseaudio: not there")
        self._left = iter(life)
        self.stream = self
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, frames: int) -> bytes:
        return next(self._left, b"")


def keep(monkeypatch: pytest.MonkeyPatch, *lives: list[Piece] | None) -> list[tuple[str, str]]:
    """What is told while the microphone lives these lives."""
    told: list[tuple[str, str]] = []
    fake = type("Scripted", (Fake,), {"lives": iter(lives)})
    pieces = MicrophoneWatch("", lambda state, text: told.append((state, text)), fake).pieces()
    with pytest.raises(RuntimeError):  # a generator's way of saying that the script is over
        while True:
            next(pieces)
    return told


def test_a_missing_microphone_is_told_once_however_often_it_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(monkeypatch, None, None, None) == [("trouble", MISSING)]


def test_one_that_opens_but_never_delivers_is_missing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(monkeypatch, []) == [("trouble", MISSING)]


def test_one_that_goes_away_and_comes_back_is_told_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    told = keep(monkeypatch, [piece(100.0)], None, [piece(105.0), piece(105.02)])
    assert told == [("listening", ""), ("trouble", LOST), ("listening", BACK), ("trouble", LOST)]


def queue(*pieces: Piece | None) -> "SimpleQueue[Piece | None]":
    made: SimpleQueue[Piece | None] = SimpleQueue()
    for one in pieces:
        made.put(one)
    return made


@pytest.mark.parametrize("lengths", [(320, 320, 320), (470, 490), (960,), (1,) * 960])
def test_pieces_of_any_length_are_cut_into_blocks_that_know_when_they_arrived(lengths: tuple[int, ...]) -> None:
    sound = bytes(range(240)) * 8
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    pieces = [piece(100 + end / 16000, sound[2 * (end - n) : 2 * end]) for n, end in zip(lengths, ends, strict=True)]
    stream = Stream(queue(*pieces, None))
    blocks = [stream.read(320) for _ in range(3)]
    assert b"".join(blocks) == sound
    assert [block.arrived for block in blocks] == pytest.approx([100.02, 100.04, 100.06])
    assert stream.read(320) == stream.read(320) == b""


def test_a_stream_ends_with_what_is_left_when_the_device_stops_or_delivers_no_more() -> None:
    for pieces in (queue(piece(1.0, b"\1\0" * 400), None), queue(piece(1.0, b"\1\0" * 400))):
        stream = Stream(pieces, patience=0.0)
        assert [len(stream.read(320)) for _ in range(4)] == [640, 160, 0, 0]


def test_digital_silence_for_long_is_a_muted_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [piece(100.0 + n, b"\0\0" * 16_000) for n in range(int(STILL) + 3)]
    assert keep(monkeypatch, [*pieces])[:2] == [("listening", ""), ("listening", MUTE)]


def test_a_quiet_room_is_not_a_muted_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [piece(100.0 + n, b"\1\0\0\0" * 8_000) for n in range(int(STILL) + 3)]
    assert ("listening", MUTE) not in keep(monkeypatch, [*pieces])


def speed(factor: float, seconds: float = 25.0, sample: bytes = b"\1\0") -> list[str]:
    """What is told of a microphone that delivers ``factor`` times as much as it should."""
    health = Health()
    found = [health.trouble(sample * 320, 0.02 / factor * n) for n in range(int(seconds * 50 * factor))]
    return [text for text in found if text]


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.3, 3.0])
def test_a_microphone_of_the_wrong_speed_is_told_once(factor: float) -> None:
    assert speed(factor) == [SPEED]


@pytest.mark.parametrize("factor", [0.97, 1.0, 1.04])
def test_a_clock_that_is_a_little_off_is_no_wrong_speed(factor: float) -> None:
    assert speed(factor) == []


@pytest.mark.parametrize("seed", range(12))
def test_sound_that_comes_late_and_in_bursts_is_no_wrong_speed(seed: int) -> None:
    luck, health, now, told = random.Random(seed), Health(), 0.0, []
    for n in range(50 * 150):
        stalled = luck.random() < luck.choice((0.0005, 0.005))
        now = max(now, 0.02 * n + (luck.uniform(0, 2.3) if stalled else 0.0))
        told.append(health.trouble(b"\1\0" * 320, now))
    assert not any(told)


def test_full_scale_for_long_is_told_and_a_shout_is_not() -> None:
    assert speed(1.0, 8.0, b"\xff\x7f") == [FULL]
    health = Health()
    told = [health.trouble((b"\xff\x7f" if 50 < n < 150 else b"\1\0") * 320, 0.02 * n) for n in range(400)]
    assert not any(told)


def test_what_was_wrong_and_is_right_again_is_told_again_when_it_comes_back() -> None:
    health = Health()
    loud = [n for n in range(1200) if n < 300 or n > 700]
    told = [health.trouble((b"\xff\x7f" if n in loud else b"\1\0") * 320, 0.02 * n) for n in range(1200)]
    assert [text for text in told if text] == [FULL, FULL]


def test_ears_that_fall_behind_say_so_once_a_minute() -> None:
    backlog = Backlog()
    told = [second for second in range(200) if backlog.late(0.8, float(second))]
    assert told == [2, 62, 122, 182]
    assert not any(Backlog().late(waited, n * 0.5) for n, waited in enumerate([0.8, 0.1] * 50)), "a hiccup is nothing"


@pytest.mark.parametrize(
    ("identity", "is_one"),
    [(b"alsa_output.pci.analog-stereo.monitor", True), (b"lab.monitor\0\0junk", True), (b"alsa_input.usb", False),
     (b"monitor.mic", False), (b"", False)],
)  # fmt: skip
def test_a_loudspeakers_monitor_is_told_by_its_name(identity: bytes, is_one: bool) -> None:
    assert monitor(identity) is is_one


@pytest.mark.parametrize(
    ("ids", "found"),
    [
        ([b"null", b"lavrate", b"pulse", b"upmix"], ("", [])),
        ([b"upmix", b"hw:1,0"], ("alsa", ["upmix", "hw:1,0"])),
        ([], ("", [])),
    ],
)
def test_plug_ins_of_alsa_are_no_microphone(
    ids: list[bytes], found: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "_BACKENDS", {sys.platform: ("alsa",)})
    monkeypatch.setattr(capture, "_infos", lambda _: ids)
    monkeypatch.setattr(capture, "_identity", lambda info: info + b"\0:rubbish")
    monkeypatch.setattr(capture, "_name", bytes.decode)
    assert capture.devices() == found
