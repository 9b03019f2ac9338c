"""Every engine, line and beep is equally loud, as pyloudnorm measures it (ITU-R BS.1770)."""

import random

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from stretchcoach.audio import beeps, packaged, tts
from stretchcoach.pipes import pcm
from stretchcoach.program import fixed_lines

TARGET = -19.0
"""LUFS at the usual volume."""
USUAL = 80
WANTED = list(fixed_lines.packaged_sentences())
LINES = [*dict.fromkeys(text for text, _, _ in WANTED)]

SHORTEST = sorted(LINES, key=len)[:5]
"""Where one window more or less that is loud weighs most."""


def lufs(sound: "NDArray[np.int16]") -> float:
    """At the usual volume; what is shorter than a window of the standard is one window."""
    wave = sound.astype(float) / 32768 * pcm.volume(USUAL)
    window = min(0.4, 0.999 * len(wave) / pcm.RATE)
    return float(pyloudnorm.Meter(pcm.RATE, block_size=window).integrated_loudness(wave))


@pytest.mark.parametrize("soft", [False, True])
@pytest.mark.parametrize(
    ("engine", "voice", "rates"),
    [("espeak", "", (120, 160, 300)), ("espeak", "en-us", (160,)), ("natural", "", (120, 160, 200))],
)
def test_every_engine_and_line_is_within_a_unit(engine: str, voice: str, rates: tuple[int, ...], soft: bool) -> None:
    speaks = tts.engine(engine)
    chance = random.Random(f"{engine} {voice} {soft}")  # its own: which lines are heard hangs on no other test
    for rate in rates:
        for text in {*chance.sample(LINES, 8 if engine == "natural" else 20), *SHORTEST}:
            loud = lufs(np.array(speaks.render(text, voice, rate, soft)))
            assert loud == pytest.approx(TARGET, abs=1), (text, rate, loud)


def test_every_line_of_the_package_is_within_a_unit() -> None:
    for text, rate, soft in WANTED:
        sound = packaged.sound_of(text, rate, soft)
        assert sound is not None, text
        assert lufs(np.array(sound)) == pytest.approx(TARGET, abs=1), text


@pytest.mark.parametrize("name", beeps.TONES)
def test_every_note_of_every_beep_is_within_a_unit(name: str) -> None:
    wave, at = np.array(beeps.tone(name).sound), 0
    for _, seconds in beeps.TONES[name]:
        note = wave[at : at + int(seconds * pcm.RATE)]
        at += len(note)
        assert lufs(note) == pytest.approx(TARGET, abs=1)
