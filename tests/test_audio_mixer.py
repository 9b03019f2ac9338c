"""The mixer, the beeps, the loudness and the timeline: frames in, frames out."""

import math
import random
from array import array
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.audio import beeps
from stretchcoach.audio.mixer import Mixer
from stretchcoach.audio.timeline import Timeline
from stretchcoach.core.messages import Sound
from stretchcoach.pipes import pcm

BLOCK = 1323


def ramp(count: int) -> "array[int]":
    return array("h", [1 + at % 20_000 for at in range(count)])


def pulled(mixer: Mixer, blocks: int, size: int = BLOCK) -> "array[int]":
    return pcm.samples(b"".join(mixer.pull(size) for _ in range(blocks)))


def tone_of(hertz: float, seconds: float, peak: int) -> "array[int]":
    turn = 2 * math.pi * hertz / pcm.RATE
    return array("h", [int(peak * math.sin(turn * at)) for at in range(int(seconds * pcm.RATE))])


class Starts:
    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, ticket: int, end: int) -> None:
        self.seen.append((ticket, end))


def test_nothing_to_play_is_silence() -> None:
    mixer = Mixer(Starts())
    assert not any(pulled(mixer, 3))
    assert mixer.frames == 3 * BLOCK
    assert mixer.idle


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=5), st.integers(1, 1500))
def test_lines_come_whole_in_order_and_tell_their_end(lengths: list[int], size: int) -> None:
    starts = Starts()
    mixer = Mixer(starts)
    for ticket, length in enumerate(lengths):
        mixer.play(ticket, ramp(length))
    heard = pulled(mixer, (sum(lengths) + 3000 * len(lengths)) // size + 2, size)
    assert mixer.idle
    assert [ticket for ticket, _ in starts.seen] == list(range(len(lengths)))
    for (_, end), length in zip(starts.seen, lengths, strict=True):
        assert heard[end - length : end] == ramp(length)
    assert sum(1 for value in heard if value) == sum(lengths)


def test_a_beep_begins_at_its_frame() -> None:
    mixer = Mixer(Starts())
    tone = beeps.tone("count")
    mixer.beep(1000, tone)
    heard = pulled(mixer, 6)
    assert not any(heard[:1000])
    assert heard[1000 : 1000 + len(tone.sound)] == tone.sound
    assert mixer.idle


def test_a_beep_that_has_just_gone_by_sounds_at_once_and_an_old_one_never() -> None:
    mixer = Mixer(Starts())
    pulled(mixer, 20)
    mixer.beep(mixer.frames - 500, beeps.tone("go"))
    assert any(pulled(mixer, 1))
    pulled(mixer, 20)
    mixer.beep(mixer.frames - 9000, beeps.tone("go"))
    assert not any(pulled(mixer, 20))


def test_the_voice_steps_back_for_a_beep() -> None:
    mixer = Mixer(Starts())
    mixer.play(1, array("h", [12_000] * 8000))
    mixer.beep(2000, beeps.tone("count"))
    heard = np.array(pulled(mixer, 8), dtype=float)
    assert heard[1900] == 12_000
    middle = heard[2000 + 600 : 2000 + 1400]
    assert 3000 < middle.mean() < 5000
    assert np.abs(np.diff(heard[2000:4000])).max() < 4000


def test_clear_drops_everything_and_tells_whether_there_was_anything() -> None:
    mixer = Mixer(Starts())
    assert not mixer.clear()
    mixer.play(1, ramp(5000))
    mixer.beep(3000, beeps.tone("go"))
    pulled(mixer, 1)
    assert mixer.clear()
    assert not any(pulled(mixer, 10))
    mixer.play(2, ramp(100))
    assert pulled(mixer, 1)[:100] == ramp(100)


def test_a_held_line_waits() -> None:
    mixer = Mixer(Starts())
    mixer.held = True
    mixer.play(1, ramp(100))
    assert not any(pulled(mixer, 2))
    mixer.held = False
    assert pulled(mixer, 1)[:100] == ramp(100)


def test_volume_turns_smoothly() -> None:
    mixer = Mixer(Starts())
    mixer.play(1, array("h", [10_000] * 4 * BLOCK))
    pulled(mixer, 1)
    mixer.set_gain(pcm.volume(45))
    turning, after = pulled(mixer, 1), pulled(mixer, 1)
    assert max(abs(a - b) for a, b in pairwise(turning)) < 30
    assert set(after) == {int(10_000 * int(pcm.volume(45) * 4096) / 4096)}


@pytest.mark.parametrize(("percent", "factor"), [(0, 0.0), (100, 1.0), (-5, 0.0), (500, 1.0)])
def test_volume_has_ends(percent: int, factor: float) -> None:
    assert pcm.volume(percent) == factor


def test_the_beeps_are_told_apart_by_pitch_and_length() -> None:
    shapes = {beeps.TONES[sound.value] for sound in Sound}
    assert len(shapes) == len(Sound)
    assert len({(notes[0][0], len(notes)) for notes in shapes}) == len(Sound)


@pytest.mark.parametrize("sound", list(Sound))
def test_a_beep_is_free_of_clicks_and_leaves_room(sound: Sound) -> None:
    tone = beeps.tone(sound.value)
    wave = np.array(tone.sound, dtype=float) / 32768
    assert len(tone.sound) == len(tone.duck)
    assert max(abs(wave[0]), abs(wave[-1])) < 0.002
    assert np.abs(np.diff(wave)).max() < 0.15
    assert 0.2 < np.abs(wave).max() < 0.4
    first = wave[: int(beeps.TONES[sound.value][0][1] * pcm.RATE)]
    strongest = np.argmax(np.abs(np.fft.rfft(first, pcm.RATE)))
    assert abs(strongest - beeps.TONES[sound.value][0][0]) < 6


@pytest.mark.parametrize("peak", [300, 4_000, 32_767])
def test_speech_of_any_level_becomes_equally_loud(peak: int) -> None:
    quiet = array("h", bytes(2 * 4000))
    speech = pcm.levelled(quiet + tone_of(200, 1.0, peak) + quiet)
    level = np.sqrt(np.mean(np.array(speech, dtype=float) ** 2))
    assert level == pytest.approx(5400 * (peak > 2000) or peak * pcm._MOST / math.sqrt(2), rel=0.06), (
        "-16.1 LUFS at 200 Hz"
    )
    assert max(map(abs, speech)) <= 0.8414 * 32768
    assert abs(len(speech) - pcm.RATE) < 600, "the silence around it is gone"


@given(st.lists(st.integers(-32768, 32767), max_size=2000))
def test_no_speech_ever_gets_over_the_ceiling(values: list[int]) -> None:
    speech = pcm.levelled(array("h", values))
    assert all(abs(value) <= 0.8414 * 32768 for value in speech)


def test_two_lines_and_three_beeps_at_once_do_not_overflow() -> None:
    mixer = Mixer(Starts())
    mixer.play(1, array("h", [29_000, -29_000] * 4000))
    for _ in range(3):
        mixer.beep(500, beeps.tone("go"))
    assert max(map(abs, pulled(mixer, 10))) <= 29_000


def blocks(seconds: float, drift: float = 0.0, seed: int = 1) -> list[tuple[float, int]]:
    """When a device asks for blocks: in steps of 8 ms, now and then late, its own clock a little off."""
    late = random.Random(seed)
    asked = []
    for number in range(int(seconds / 0.06)):
        true = number * BLOCK / (pcm.RATE * (1 + drift))
        step = math.ceil(true / 0.0081) * 0.0081
        asked.append((100.0 + step + (late.random() * 0.03 if late.random() < 0.02 else 0.0), (number + 1) * BLOCK))
    return asked


@pytest.mark.parametrize("drift", [0.0, 0.0002, -0.0002])
def test_the_timeline_keeps_the_second_within_a_millisecond(drift: float) -> None:
    timeline = Timeline(0.0)
    wrong = []
    for number, (now, end) in enumerate(blocks(600, drift)):
        timeline.observe(now, end)
        if number > 100 and number % 33 == 0:
            at = now + 0.25
            frame = timeline.frame_at(at)
            wrong.append(100.0 + frame / (pcm.RATE * (1 + drift)) - at)
    middle = sorted(wrong)[len(wrong) // 2]
    assert max(abs(each - middle) for each in wrong) < 0.001


@pytest.mark.parametrize("slip", [0.003, -0.003, 0.006])
def test_the_timeline_follows_a_small_slip_within_six_seconds(slip: float) -> None:
    timeline = Timeline(0.0)
    asked = blocks(60)
    for now, end in asked[: len(asked) // 2]:
        timeline.observe(now, end)
    before = timeline.heard_at(0)
    for now, end in asked[len(asked) // 2 : len(asked) // 2 + 100]:
        timeline.observe(now + slip, end)
    assert timeline.heard_at(0) - before == pytest.approx(slip, abs=0.001)


@pytest.mark.parametrize("after", [0.3, 0.6, 20])
def test_the_timeline_follows_a_break_within_a_second(after: float) -> None:
    timeline = Timeline(0.0)
    asked = blocks(after)
    for now, end in asked:
        timeline.observe(now, end)
    before = timeline.heard_at(0)
    for now, end in blocks(after + 0.9)[len(asked) :]:
        timeline.observe(now + 0.2, end)
    assert timeline.heard_at(0) - before == pytest.approx(0.2, abs=0.006)


def test_the_timeline_follows_a_break_of_a_block_before_the_next_beep_is_placed() -> None:
    timeline = Timeline(0.0)
    asked = blocks(20.4)
    late = len(asked) - 6
    for now, end in asked[:late]:
        timeline.observe(now, end)
    before = timeline.heard_at(0)
    for now, end in asked[late:]:
        timeline.observe(now + 0.04, end)
    assert timeline.heard_at(0) - before == pytest.approx(0.04, abs=0.006)


@pytest.mark.parametrize("after", [0.3, 20])
@pytest.mark.parametrize("gap", [0.3, 0.5, 2.0])
def test_a_device_that_ran_dry_is_known_for_it_at_once(after: float, gap: float) -> None:
    timeline = Timeline(0.0)
    asked = blocks(after)
    for now, end in asked:
        timeline.observe(now, end)
    before = timeline.heard_at(0)
    begin = asked[-1][0] + 0.06 + gap
    for number in range(4):
        timeline.observe(begin + max(0, number - 2) * 0.06, asked[-1][1] + (number + 1) * BLOCK)
    assert timeline.heard_at(0) - before == pytest.approx(gap - 0.12, abs=0.02), "it filled itself with two blocks more"


def test_frames_and_moments_are_each_others_inverse() -> None:
    timeline = Timeline(0.06)
    timeline.observe(50.0, BLOCK)
    assert timeline.heard_at(timeline.frame_at(50.5)) == pytest.approx(50.5, abs=1 / pcm.RATE)


def test_the_timeline_knows_nothing_after_a_restart() -> None:
    timeline = Timeline(0.06)
    timeline.observe(50.0, BLOCK)
    timeline.restart()
    assert not timeline.known
