"""What the loudspeaker plays reaches the ears: in time, whole, and without a name in the file system."""

from pathlib import Path

import numpy as np
import pytest

from stretchcoach.ears.reference import EARLY, Reference
from stretchcoach.pipes import played
from stretchcoach.pipes.pcm import RATE
from stretchcoach.pipes.played import FRAMES, PlayedRing, PlayedWriter

ZERO = 1000.0
"""Clock time of frame 0."""


@pytest.fixture
def ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[PlayedWriter, PlayedRing]:
    monkeypatch.setattr("stretchcoach.pipes.played.os.access", lambda *_: False)
    path = played.make(str(tmp_path))
    assert Path(path).stat().st_mode & 0o777 == 0o600
    return PlayedWriter(path), PlayedRing(path)


def tone(count: int, first: int = 0) -> bytes:
    wave = 9000 * np.sin(2 * np.pi * 440 * (first + np.arange(count)) / RATE)
    return wave.astype("<i2").tobytes()


def test_frames_come_back_as_they_were_written_also_round_the_end(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    writer, ring = ends
    for begin in range(0, FRAMES + 5000, 661):
        writer.write(begin, tone(661, begin), ZERO)
    end = FRAMES + 5000 - 1000
    assert ring.frames(end - 20_000, 19_000) == tone(19_000, end - 20_000)


def test_what_was_never_written_is_silence(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    writer, ring = ends
    writer.write(0, tone(1000), ZERO)
    assert ring.frames(-100, 200) == bytes(200) + tone(100)
    assert ring.frames(900, 200) == tone(100, 900) + bytes(200)


def test_the_file_has_no_name_once_both_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stretchcoach.pipes.played.os.access", lambda *_: False)
    path = played.make(str(tmp_path))
    ring = PlayedRing(path)
    ring.state()
    assert Path(path).exists(), "the writer still needs the name"
    PlayedWriter(path)
    ring.state()
    assert list(tmp_path.iterdir()) == []


def test_the_reference_is_seamless_however_the_clock_jitters(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    writer, ring = ends
    writer.write(0, tone(3 * RATE), ZERO)
    rng = np.random.default_rng(1)
    reference = Reference(ring)
    blocks = [reference.block(ZERO + 0.2 + 0.02 * number + rng.uniform(-0.003, 0.003), 320) for number in range(100)]
    sound = np.concatenate([block for block in blocks if block is not None])
    assert len(sound) == 32_000
    at = np.arange(len(sound)) / 16000
    wave = np.stack([np.sin(2 * np.pi * 440 * at), np.cos(2 * np.pi * 440 * at)])
    rest = (
        sound[2000:10_000]
        - np.linalg.lstsq(wave[:, 2000:10_000].T, sound[2000:10_000], rcond=None)[0] @ wave[:, 2000:10_000]
    )
    assert np.sqrt(np.mean(rest**2)) < 0.1 * np.sqrt(np.mean(sound**2))


def test_the_reference_follows_the_clock(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    writer, ring = ends
    click = np.zeros(RATE, dtype="<i2")
    click[RATE // 2] = 20_000
    writer.write(0, click.tobytes(), ZERO)
    reference = Reference(ring)
    sound = np.concatenate([reference.block(ZERO + 0.02 * n, 320) for n in range(40)])
    assert abs(int(np.argmax(np.abs(sound))) / 16000 + EARLY - 0.5) < 0.001


def test_long_after_the_last_sound_there_is_no_reference(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    writer, ring = ends
    reference = Reference(ring)
    assert reference.block(ZERO, 320) is None
    sound = tone(RATE) + bytes(6 * RATE)
    for begin in range(0, 4 * RATE, 661):
        writer.write(begin, sound[2 * begin : 2 * begin + 1322], ZERO)
    assert reference.block(ZERO + 0.5, 320) is not None
    assert reference.block(ZERO + 1.5, 320) is not None
    assert reference.block(ZERO + 3.0, 320) is None


def test_the_reference_keeps_its_place_through_a_silence(ends: tuple[PlayedWriter, PlayedRing]) -> None:
    """The clock jitters by more than the ear canceller can bear; a pause is no reason to begin by it anew."""
    writer, ring = ends
    sound = tone(RATE) + bytes(8 * RATE) + tone(RATE, 5 * RATE)
    written = 0
    reference = Reference(ring)
    last: np.ndarray | None = None
    for number in range(290):
        while written < (number + 5) * RATE // 50:
            writer.write(written, sound[2 * written : 2 * written + 1322], ZERO)
            written += 661
        jitter = 0.012 if number > 200 else 0.0
        block = reference.block(ZERO + 0.02 * number + jitter, 320)
        last = block if block is not None else last
    assert last is not None
    begun = (289 * 320 + EARLY * 16000 + np.arange(320)) / 16000
    wave = np.sin(2 * np.pi * 440 * begun) * 9000 / 32768
    assert np.abs(last - wave).max() < 0.03
