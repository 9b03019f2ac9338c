"""The lines that lie spoken in the package: all of them, none stale, and the voice that they are part of."""

import random
from array import array
from collections.abc import Sequence

import numpy as np
import pytest
from parts import SCREEN, relief

from stretchcoach.audio import packaged, tts
from stretchcoach.audio.dials import HEART, RATE
from stretchcoach.audio.pronunciation import spoken
from stretchcoach.audio.sentences import joined, sentences
from stretchcoach.core.messages import Command, Tick
from stretchcoach.core.phase import Phase
from stretchcoach.program import fixed_lines
from training import lines

WANTED = list(fixed_lines.packaged_sentences())
MEGABYTES = 8


def test_every_fixed_line_is_there_and_none_is_stale() -> None:
    missing, spare = lines.stale()
    assert not missing, "run python -m training.lines"
    assert not spare
    assert sum(file.stat().st_size for file in lines.FOLDER.iterdir()) < MEGABYTES * 1e6


def test_a_line_whose_words_changed_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixed_lines, "LET_BE", "Let the leg rest. Do not pull at all.")
    missing, spare = lines.stale()
    assert [row.split("\t")[3] for row in missing] == ["Do not pull at all."] * 2
    assert len(spare) == 2


def test_a_line_whose_numbers_are_read_in_another_way_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "spoken", lambda text: spoken(text).replace("nine nine nine", "nine hundred"))
    assert {row.split("\t")[3] for row in lines.stale()[0]} == {text for text, _, _ in WANTED if "999" in text}


def bands(samples: Sequence[float]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """How loud each of 18 bands is, 43 times a second: processors round differently, so that the waves differ."""
    padded = np.pad(np.array(samples, dtype=float), (0, 1024))
    frames = np.lib.stride_tricks.sliding_window_view(padded, 1024)[::512] * np.hanning(1024)
    power = np.abs(np.fft.rfft(frames / 32768)) ** 2
    edges = np.unique(np.geomspace(4, 400, 19).astype(int))
    return np.log(np.add.reduceat(power, edges, axis=1)[:, :-1] + 1e-4)


def alike(one: Sequence[float], other: Sequence[float]) -> float:
    """1 for the same sound; two lines of one voice reach 0.6, and seldom 0.75."""
    first, second = bands(one), bands(other)
    count = min(len(first), len(second))
    return float(np.corrcoef(first[:count].ravel(), second[:count].ravel())[0, 1])


def test_the_files_hold_what_the_voice_says_today() -> None:
    voice = tts.engine("natural")
    likeness = []
    for text, rate, soft in random.Random(3).sample(WANTED, 24):
        kept = packaged.sound_of(text, rate, soft)
        assert kept is not None
        fresh = voice.render(spoken(text), HEART, rate, soft)
        assert len(kept) == pytest.approx(len(fresh), rel=0.02, abs=300), text
        likeness.append(alike(kept, fresh))
        assert likeness[-1] > 0.7, text
    assert np.median(likeness) > 0.95


def test_what_is_no_sound_is_not_taken_for_one() -> None:
    assert packaged.from_ogg(b"") is None
    assert packaged.from_ogg(b"OggS" + bytes(400)) is None
    assert packaged.sound_of("Nobody says this.", RATE, False) is None


@pytest.mark.parametrize("rehearse", [False, True])
@pytest.mark.parametrize("listening", [False, True])
def test_whatever_is_pressed_in_a_cramp_its_own_lines_are_in_the_package(rehearse: bool, listening: bool) -> None:
    """Seeded walks of ten minutes; what is reckoned (the clock) or judged (a result) is rendered when it is due."""
    known = {text for text, rate, soft in WANTED if (rate, soft) == (RATE, False)}
    judged = {text for item in SCREEN for text in (item.ask, item.why)}
    said: set[str] = set()
    keys = [Command.GONE, Command.SAME, Command.WORSE, Command.STOP, Command.NEXT, Command.PAUSE, Command.RESUME,
            Command.HOW, Command.LEFT, Command.BACK, Command.YES, Command.LATER]  # fmt: skip
    for seed in range(40):
        chance = random.Random(seed)
        cramp = relief(rehearse=rehearse, listening=listening)
        cramp.send(Tick())
        while cramp.now < 600 and not cramp.coach.done:
            cramp.run(cramp.now + chance.uniform(1, 45))
            if chance.random() < 0.5:
                cramp.send(chance.choice(keys))
            if cramp.scene().name in (Phase.SAFETY_CHECK.value, Phase.ADVICE.value):
                break
        outcome = cramp.scene().outcome
        judged |= {outcome.line, *outcome.advice} if outcome else set()
        said |= {part for line in cramp.lines() if line not in judged for part in sentences(line)}
    assert len(said) > 15
    assert not sorted(said - known)


def test_sentences_are_cut_where_one_surely_ends() -> None:
    assert sentences("Straighten your leg. Pull your toes up.") == ["Straighten your leg.", "Pull your toes up."]
    assert sentences("Wait, e.g. ten seconds. No. 5 is last") == ["Wait, e.g. ten seconds.", "No. 5 is last"]
    assert sentences("") == [""]


def test_sounds_are_joined_with_a_pause_that_is_longer_by_night() -> None:
    part = array("h", [1000] * 100)
    day, night = joined([part, part], False), joined([part, part], True)
    assert joined([part], False) is part
    assert 200 < len(day) < len(night) and not any(day[100:-100])
