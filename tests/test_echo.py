"""Our own voice is taken out of what the microphone hears, and nobody else's."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from stretchcoach.ears.alignment import moved, slip
from stretchcoach.ears.echo import BLOCK, Canceller
from stretchcoach.ears.reference import Reference
from stretchcoach.pipes.pcm import RATE as PLAYED_RATE

Sound = NDArray[np.float32]
SECOND = 16000


def talk(seconds: float, seed: int) -> Sound:
    """Noise with the spectrum and the rhythm of speech."""
    rng = np.random.default_rng(seed)
    count = int(seconds * SECOND)
    noise = np.convolve(rng.standard_normal(count), 0.9 ** np.arange(30), "same")
    rhythm = np.interp(np.arange(count), np.linspace(0, count, int(seconds * 8)), rng.random(int(seconds * 8)) ** 2)
    return np.asarray(0.05 * noise * rhythm, dtype=np.float32)


def room(sound: Sound, seed: int) -> Sound:
    """A way of 30 ms and a tail."""
    rng = np.random.default_rng(seed)
    tail = rng.standard_normal(3000) * np.exp(-np.arange(3000) / 500) * 0.15
    tail[0] = 1
    return np.asarray(np.convolve(np.concatenate([np.zeros(480), sound]), tail)[: len(sound)], dtype=np.float32)


def run(canceller: Canceller, heard: Sound, played: Sound | None) -> tuple[Sound, list[bool]]:
    out, foreign = np.zeros_like(heard), []
    for at in range(0, len(heard) - BLOCK + 1, BLOCK):
        mine = None if played is None else played[at : at + BLOCK]
        out[at : at + BLOCK] = canceller.clean(heard[at : at + BLOCK], mine)
        foreign.append(canceller.foreign)
    return out, foreign


def decibels(sound: Sound) -> float:
    return 10 * float(np.log10(np.mean(sound * sound) + 1e-12))


def test_what_comes_in_while_we_are_silent_goes_through_untouched() -> None:
    heard = talk(2, 1)
    out, foreign = run(Canceller(), heard, None)
    assert np.array_equal(out[: len(out) // BLOCK * BLOCK], heard[: len(heard) // BLOCK * BLOCK])
    assert not any(foreign)


@pytest.mark.parametrize("seed", range(4))
def test_after_some_seconds_our_own_voice_is_much_softer(seed: int) -> None:
    played = talk(8, seed)
    echo = room(played, seed)
    out, foreign = run(Canceller(), echo, played)
    late = slice(5 * SECOND, 8 * SECOND)
    assert decibels(echo[late]) - decibels(out[late]) > 15
    assert np.mean(foreign[250:]) < 0.15


@pytest.mark.parametrize("seed", range(4))
def test_what_is_gone_over_again_is_learnt_from_again(seed: int) -> None:
    played = talk(1, seed)
    echo = room(played, seed)
    canceller = Canceller()
    softer = []
    for _ in range(4):
        canceller.begin_again()
        out, _ = run(canceller, echo, played)
        softer.append(decibels(echo) - decibels(out))
    assert softer == sorted(softer)
    assert softer[-1] > softer[0] + 8
    assert canceller.settled


@pytest.mark.parametrize("seed", range(4))
def test_somebody_who_speaks_over_it_is_heard_and_noticed(seed: int) -> None:
    played = talk(8, seed)
    near = np.zeros_like(played)
    near[6 * SECOND : 7 * SECOND] = talk(1, seed + 50)
    out, foreign = run(Canceller(), room(played, seed) + near, played)
    word = slice(6 * SECOND, 7 * SECOND)
    before = decibels(near[word]) - decibels(room(played, seed)[word])
    after = decibels(near[word]) - decibels((out - near)[word])
    assert after - before > 10
    assert np.mean(foreign[300:350]) > 0.25


def test_a_foreign_voice_does_not_undo_what_was_learnt() -> None:
    played = talk(10, 3)
    near = np.zeros_like(played)
    near[5 * SECOND : 7 * SECOND] = 2 * talk(2, 9)
    out, _ = run(Canceller(), room(played, 3) + near, played)
    late = slice(8 * SECOND, 10 * SECOND)
    assert decibels(room(played, 3)[late]) - decibels(out[late]) > 12


# --- two clocks, and a delay that jumps ------------------------------------------------------------------------


def stretched(sound: Sound, drift: float) -> Sound:
    """The sound as a microphone hears it whose clock is slower by ``drift``."""
    at = np.arange(len(sound)) * (1 + drift)
    return np.asarray(np.interp(at, np.arange(len(sound)), sound), dtype=np.float32)


class Tape:
    """A ring in which a whole recording stands."""

    def __init__(self, played: Sound) -> None:
        at = np.arange(round(len(played) * PLAYED_RATE / SECOND)) * SECOND / PLAYED_RATE
        self.pieces = (np.interp(at, np.arange(len(played)), played) * 32767).astype("<i2")

    def state(self) -> tuple[float, int, int]:
        return 0.0, len(self.pieces), len(self.pieces)

    def frames(self, begin: int, count: int) -> bytes:
        out = np.zeros(count, dtype="<i2")
        first, last = max(0, begin), max(0, min(begin + count, len(self.pieces)))
        out[first - begin : last - begin] = self.pieces[first:last]
        return out.tobytes()


@pytest.mark.parametrize("drift", [-60e-6, 40e-6])
def test_a_drift_between_the_two_clocks_is_found_and_followed(drift: float) -> None:
    played = talk(16, 5)
    heard = stretched(room(played, 5), drift)
    reference, canceller = Reference(Tape(played)), Canceller()
    out = np.zeros_like(heard)
    for at in range(0, len(heard) - BLOCK + 1, BLOCK):
        mine = reference.block(at / SECOND, BLOCK, canceller.drift)
        out[at : at + BLOCK] = canceller.clean(heard[at : at + BLOCK], mine)
    assert canceller.drift == pytest.approx(drift, abs=12e-6)
    late = slice(10 * SECOND, 15 * SECOND)
    assert decibels(heard[late]) - decibels(out[late]) > 15


@pytest.mark.parametrize("jump", [-400, 37, 900])
def test_a_delay_that_has_jumped_is_found_again_at_once(jump: int) -> None:
    played = talk(12, 4)
    heard = room(played, 4)
    heard[6 * SECOND :] = np.roll(heard, jump)[6 * SECOND :]
    out, _ = run(Canceller(), heard, played)
    soon = slice(7 * SECOND, 9 * SECOND)
    assert decibels(heard[soon]) - decibels(out[soon]) > 12


def stumbled(heard: Sound, jumps: list[tuple[float, int]]) -> Sound:
    """The echo comes so many samples later (or earlier) from each moment on."""
    out, late = heard.copy(), 0
    for second, by in jumps:
        late += by
        at = int(second * SECOND)
        out[at:] = np.concatenate([np.zeros(late, np.float32), heard])[at : len(heard)]
    return out


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "jumps",
    [
        pytest.param([(1.2, 900), (2.1, 1200), (2.9, -700), (3.6, 1100)], id="before the path is known"),
        pytest.param([(5.0, 800), (5.4, 1300), (5.9, -1600), (6.3, 900)], id="four times in a second"),
    ],
)
def test_a_device_that_stumbles_again_and_again_is_followed(seed: int, jumps: list[tuple[float, int]]) -> None:
    played = talk(12, seed)
    heard = stumbled(room(played, seed), jumps)
    out, _ = run(Canceller(), heard, played)
    last = jumps[-1][0]
    soon = slice(int((last + 2) * SECOND), int((last + 4) * SECOND))
    assert decibels(heard[soon]) - decibels(out[soon]) > 12


@settings(max_examples=25)
@given(
    seed=st.integers(0, 50),
    jumps=st.lists(st.tuples(st.floats(0.5, 6), st.integers(-1500, 1500)), max_size=8),
    loud=st.sampled_from([0.5, 1.0, 2.0]),
)
def test_however_it_stumbles_our_voice_is_never_made_louder_for_long(
    seed: int, jumps: list[tuple[float, int]], loud: float
) -> None:
    played = talk(9, seed)
    later: list[tuple[float, int]] = []
    for second, by in sorted(jumps):
        at = sum(before for _, before in later)
        later.append((second, max(0, min(at + by, 3000)) - at))
    heard = loud * stumbled(room(played, seed), later)
    out, _ = run(Canceller(), heard, played)
    end = slice(int(7.5 * SECOND), 9 * SECOND)
    assert decibels(heard[end]) - decibels(out[end]) > 3


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("loud", [1.0, 2.0, 4.0])
def test_somebody_who_talks_over_us_does_not_make_us_lose_the_path(seed: int, loud: float) -> None:
    played = talk(11, seed)
    near = np.zeros_like(played)
    near[5 * SECOND : 8 * SECOND] = loud * talk(3, seed + 20)
    echo = room(played, seed)
    out, _ = run(Canceller(), echo + near, played)
    late = slice(8 * SECOND, 9 * SECOND)
    assert decibels(echo[late]) - decibels((out - near)[late]) > 12


def test_a_path_at_no_delay_we_know_is_learnt_from_nothing() -> None:
    played = talk(12, 3)
    heard = np.concatenate([room(played, 3)[: 5 * SECOND], -0.6 * room(played, 44)[5 * SECOND :]])
    out, _ = run(Canceller(), heard, played)
    late = slice(9 * SECOND, 12 * SECOND)
    assert decibels(heard[late]) - decibels(out[late]) > 12


@pytest.mark.parametrize("late", [-1200, 0, 5, 640])
def test_the_slip_between_two_recordings_is_told_to_the_sample(late: int) -> None:
    expected = talk(0.3, 8)
    heard = np.roll(expected, late) + 0.3 * talk(0.3, 9)
    assert slip(heard, expected) == (0 if abs(late) <= 2 else late)


def test_two_voices_that_have_nothing_in_common_have_no_slip() -> None:
    assert slip(talk(0.25, 1), talk(0.25, 2)) == 0


def test_a_way_is_moved_as_a_whole() -> None:
    way = np.fft.rfft(np.pad(np.random.default_rng(1).standard_normal((4, 320)), ((0, 0), (0, 320))), axis=1)
    there = moved(way.astype(np.complex64), 500)
    whole = np.fft.irfft(way, axis=1)[:, :320].reshape(-1)
    assert np.allclose(np.fft.irfft(there, axis=1)[:, :320].reshape(-1)[500:], whole[:-500], atol=1e-4)
    assert np.allclose(np.fft.irfft(moved(there, -500), axis=1)[:, :320].reshape(-1)[:-500], whole[:-500], atol=1e-4)
