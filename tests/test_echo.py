"""Our own voice is taken out of what the microphone hears, and nobody else's."""

import numpy as np
import pytest
from numpy.typing import NDArray

from stretchcoach.ears.echo import BLOCK, Canceller

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
