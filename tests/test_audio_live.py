"""The real thing: speech and beeps at a real sound server, recorded and measured."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import numpy as np
import pytest
from soundlab import (
    RATE,
    Lab,
    Recording,
    Samples,
    Witness,
    dropouts,
    first_sound,
    lab,
    last_sound,
    loudness,
    peak,
    pitch,
    stretches,
    tone_level,
)

from stretchcoach.audio.beeps import TONES
from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions
from stretchcoach.core.messages import Beep, Event, Hush, Notice, Priority, Say, Sound, SpeechEnded
from stretchcoach.machine import clock
from stretchcoach.words import sound_notices
from stretchcoach.words.sound_notices import RESTARTED

pytestmark = pytest.mark.audio
LINE = "Sit up. Straighten your knee, and pull your toes toward you."
LONG = "Keep your heel on the floor and lean in slowly, until you feel a gentle pull in the calf, and breathe."


@pytest.fixture(scope="module")
def recording(room: Lab) -> Iterator[Recording]:
    with room.recording() as made:
        yield made


@pytest.fixture
def events() -> "SimpleQueue[tuple[float, Event]]":
    return SimpleQueue()


@pytest.fixture
def voice(recording: Recording, events: "SimpleQueue[tuple[float, Event]]") -> Iterator[Voice]:
    del recording
    made = speaking(events)
    yield made
    made.close(0)


def speaking(events: "SimpleQueue[tuple[float, Event]]", options: SoundOptions | None = None) -> Voice:
    made = Voice.start(options or SoundOptions())
    made.listen(lambda event: events.put((clock.now(), event)))
    return made


def say(utterance: int, text: str = LINE) -> Say:
    return Say(text, utterance, Priority.ACTION)


def ended(events: "SimpleQueue[tuple[float, Event]]", utterance: int) -> float:
    """Wait for the end of an utterance; when it came."""
    while True:
        when, event = events.get(timeout=15)
        if event == SpeechEnded(utterance):
            return when


def heard(recording: Recording, begun: float) -> Samples:
    """What was played since then, once the last of it has arrived."""
    time.sleep(0.3)
    return recording.since(begun)


def test_the_very_first_line_is_heard_soon_and_whole(room: Lab, recording: Recording, tmp_path: Path) -> None:
    code = (
        "from stretchcoach.audio import launch\n"
        "launch.begin()\n"
        "from stretchcoach.audio.client import Voice\n"
        "from stretchcoach.audio.options import SoundOptions\n"
        f"Voice.start(SoundOptions(cache={str(tmp_path)!r}), {LINE!r}).close()\n"
    )
    lengths = []
    for _ in range(2):
        begun = clock.now()
        with Witness() as witness:
            subprocess.run([sys.executable, "-c", code], env=room.full_env, check=True)
        sound = heard(recording, begun)
        first, last = first_sound(sound), last_sound(sound)
        assert first is not None
        assert last is not None
        assert first / RATE < 1.0 * witness.slow + witness.worst
        lengths.append((last - first) / RATE)
    assert lengths[0] == pytest.approx(lengths[1], abs=0.05 * witness.slow + witness.worst)
    assert 3.0 < lengths[0] < 4.5
    assert len(list(tmp_path.iterdir())) == 1, "the second came from the cache"


def test_lines_follow_each_other_and_their_end_is_told_when_it_is_heard(
    recording: Recording, voice: Voice, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    begun = clock.now()
    voice.perform(say(1, "Hold."))
    voice.perform(say(2, "Let go."))
    told = [ended(events, 1), ended(events, 2)]
    sound = heard(recording, begun)
    parts = stretches(sound, gap=0.1)
    ends = [recording.time_of(recording.index_of(begun) + end) for _, end in parts]
    assert ends[-1] == pytest.approx(told[1], abs=0.12)
    assert any(abs(end - told[0]) < 0.12 for end in ends)
    assert dropouts(sound, 0.2) == 0


def test_hush_is_silence_at_once_and_the_voice_comes_back(
    recording: Recording, voice: Voice, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    voice.perform(say(1, LONG))
    voice.perform(say(2, LONG))
    time.sleep(1.2)
    hushed = clock.now()
    voice.perform(Beep(Sound.GO, hushed + 0.3))
    voice.perform(Hush())
    with Witness() as witness:
        left = heard(recording, hushed)
    last = last_sound(left)
    assert last is None or last / RATE < 0.08 + witness.worst
    assert events.empty(), "nobody waits for a line that was hushed"
    again = clock.now()
    voice.perform(say(3, "Hold."))
    with Witness() as witness:
        ended(events, 3)
    first = first_sound(heard(recording, again))
    assert first is not None
    assert first / RATE < 0.4 * witness.slow + witness.worst


def test_beeps_land_on_their_second_and_have_their_pitch(recording: Recording, voice: Voice) -> None:
    begun = clock.now() + 1.0
    wished = [
        (Sound.COUNT, begun + 1),
        (Sound.COUNT, begun + 2),
        (Sound.COUNT, begun + 3),
        (Sound.GO, begun + 4),
        (Sound.HALF, begun + 5),
    ]
    with Witness() as witness:
        for sound, when in wished:
            voice.perform(Beep(sound, when))
            time.sleep(max(0.0, when - 1.5 - clock.now()))
        time.sleep(2.2)
    off = []
    for sound, when in wished:
        hertz, seconds = TONES[sound.value][0]
        first = recording.index_of(when - 0.3)
        part = recording.samples[first : first + int(0.8 * RATE)]
        level = tone_level(part, hertz, seconds)
        begin = int(np.argmax(level))
        assert level[begin] > 0.05
        assert pitch(part[begin : begin + int(seconds * RATE)]) == pytest.approx(hertz, rel=0.01)
        off.append(recording.time_of(first + begin) - when)
    assert max(map(abs, off)) < 0.06 + witness.worst
    assert max(off) - min(off) < 0.012 + witness.worst, off


def test_speech_is_as_loud_as_promised_and_never_clips(
    recording: Recording, voice: Voice, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    levels = []
    for utterance, volume in enumerate((80, 100, 40), 1):
        voice.configure(voice.options._replace(volume=volume))
        begun = clock.now()
        voice.perform(say(utterance))
        ended(events, utterance)
        sound = heard(recording, begun)
        assert peak(sound) <= -1.0
        levels.append(loudness(sound))
    assert levels[0] == pytest.approx(-19, abs=1.5)
    assert levels[1] - levels[0] == pytest.approx(2.9, abs=0.6)
    assert levels[2] - levels[1] == pytest.approx(-11.9, abs=1.0)


def test_rate_and_beeps_only_take_effect_live(
    recording: Recording, voice: Voice, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    lengths = []
    for utterance, options in enumerate((SoundOptions(rate=120), SoundOptions(rate=200)), 1):
        voice.configure(options)
        begun = clock.now()
        voice.perform(say(utterance, "Pull your toes toward you."))
        ended(events, utterance)
        ((first, last),) = stretches(heard(recording, begun), gap=1.0)
        lengths.append((last - first) / RATE)
    assert lengths[0] / lengths[1] == pytest.approx(200 / 120, rel=0.1)
    voice.configure(SoundOptions(speech=False))
    begun = clock.now()
    voice.perform(say(3))
    assert ended(events, 3) - begun < 0.5
    voice.perform(Beep(Sound.GO, begun + 0.8))
    time.sleep(1.3)
    ((first, last),) = stretches(heard(recording, begun), gap=0.5)
    assert (last - first) / RATE == pytest.approx(TONES["go"][0][1], abs=0.02)


def test_a_killed_audio_process_says_its_line_again(
    recording: Recording, voice: Voice, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    voice.perform(say(1))
    time.sleep(1.0)
    begun = clock.now()
    os.kill(voice.pid, signal.SIGKILL)
    assert events.get(timeout=5)[1] == Notice(RESTARTED)
    ended(events, 1)
    last = last_sound(heard(recording, begun))
    assert last is not None
    assert last / RATE > 3.0, "the whole line, from its beginning"


def test_the_sound_server_dies_in_mid_sentence_and_comes_back(
    tmp_path: Path, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    with lab(tmp_path / "run") as own:
        voice = speaking(events)
        voice.perform(say(1, LONG))
        voice.perform(say(2, LONG))
        time.sleep(1.0)
        begun = clock.now()
        own.stop()
        came = [events.get(timeout=5) for _ in range(3)]
        assert [event for _, event in came] == [Notice(sound_notices.LOST, False), SpeechEnded(1), SpeechEnded(2)]
        assert came[-1][0] - begun < 4.0
        voice.perform(say(3))
        assert ended(events, 3) - clock.now() < 0.5
        own.start()
        assert events.get(timeout=12)[1] == Notice(sound_notices.BACK, True)
        with own.recording() as recording:
            again = clock.now()
            voice.perform(say(4, "Hold."))
            ended(events, 4)
            assert first_sound(heard(recording, again)) is not None
        voice.close(0)


def test_a_device_can_be_chosen_by_a_part_of_its_name(
    recording: Recording, events: "SimpleQueue[tuple[float, Event]]"
) -> None:
    voice = speaking(events, SoundOptions(device="null output"))
    begun = clock.now()
    voice.perform(say(1, "Hold."))
    ended(events, 1)
    assert first_sound(heard(recording, begun)) is not None
    facts = voice.ask("status", 5)
    assert facts is not None
    assert (facts["backend"], facts["device"], facts["errors"]) == ("pulseaudio", "null output", [])
    voice.close(0)


def test_the_farewell_is_heard_out_but_not_for_ever(recording: Recording, voice: Voice) -> None:
    begun = clock.now()
    voice.perform(say(1, "Well done. Goodbye."))
    voice.close(5.0)
    closed = clock.now()
    last = last_sound(heard(recording, begun))
    assert last is not None
    assert closed == pytest.approx(begun + last / RATE, abs=0.3)
    other = Voice.start(SoundOptions())
    other.perform(say(1, LONG))
    begun = clock.now()
    other.close(0.8)
    assert clock.now() - begun < 1.2
    assert pid_is_gone(other)


def pid_is_gone(voice: Voice) -> bool:
    return voice.pid == 0
