"""Which looks become a word: one that was not believed, or is out of sight, leaves room for the next."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears import recordings
from stretchcoach.ears.clip import RATE, Clip
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.listener import Listener, heard, make_listener
from stretchcoach.ears.spotter import Spotter

WORDS = Path(__file__).parent / "speech"

PHRASES = ("stop", "back", "next", "")


def chances(phrase: str, likely: float) -> NDArray[np.float32]:
    row = np.full(len(PHRASES), (1 - likely) / (len(PHRASES) - 1), dtype=np.float32)
    row[PHRASES.index(phrase)] = likely
    return row


def taken(spotter: Spotter, phrase: str, likely: float, at: int) -> str:
    """What is taken in a look at a sound that has just fallen."""
    found = spotter.look(chances(phrase, likely), at, 6, 20)
    return found.label if found.taken else ""


def test_a_word_that_was_not_believed_leaves_room_for_another_in_the_same_talk() -> None:
    spotter = Spotter(PHRASES)
    assert taken(spotter, "back", 0.5, 100) == "back"
    assert not spotter.due(130, 6, 100), "its sound still lasts"
    spotter.refuse("back", 0.5, 110)
    assert spotter.due(130, 6, 100)
    assert taken(spotter, "next", 0.6, 130) == "next"


def test_the_word_itself_is_not_asked_about_again_while_it_is_in_sight_unless_it_is_much_likelier() -> None:
    spotter = Spotter(PHRASES)
    assert taken(spotter, "back", 0.5, 100) == "back"
    spotter.refuse("back", 0.5, 110)
    assert not taken(spotter, "back", 0.6, 116)
    assert taken(spotter, "back", 0.9, 120) == "back"
    spotter.refuse("back", 0.9, 125)
    assert not taken(spotter, "back", 0.95, 180)
    assert taken(spotter, "back", 0.9, 200) == "back", "said anew"


def test_in_talk_without_end_a_word_that_is_out_of_sight_holds_up_no_other() -> None:
    spotter = Spotter(PHRASES)
    assert taken(spotter, "stop", 0.8, 100) == "stop"
    spotter.forget(140)
    assert not spotter.due(140, 6, 120), "the window still holds it"
    spotter.forget(170)
    assert spotter.due(170, 6, 150)


def test_stop_right_after_another_word_is_heard() -> None:
    """*Gone* is still being told of, or has just been: *stop* waits for nothing."""
    gone, stop = (recordings.samples_of(str(WORDS / f"{name}.wav")) for name in ("gone-rms", "stop-0fa1e7a9"))
    between, around = np.zeros(RATE // 10, dtype=np.float32), np.zeros(RATE // 2, dtype=np.float32)
    listener = make_listener(waits=True)
    listener.arm(CONTEXTS["cramp"])
    said = np.concatenate([around, _tight(gone), between, _tight(stop), around])
    assert [one.label for one in heard(listener, said) if one.label][-1:] == ["stop"]


def _tight(word: NDArray[np.float32]) -> NDArray[np.float32]:
    """Without the silence around it, but for the 60 ms in which a last consonant dies away."""
    loud = np.flatnonzero(np.abs(word) > 0.05 * np.abs(word).max())
    tight: NDArray[np.float32] = word[loud[0] : loud[-1] + 960] * np.float32(0.5 / np.abs(word).max())
    return tight


class Counts:
    """Hears *seven* where a sound has ended, and *eight* where more was said."""

    phrases = ("stop", "seven", "eight", "")

    def recognize_closed_set(self, audio: Clip, show_all: bool = True, personal: bool = True) -> NDArray[np.float32]:
        loud = np.flatnonzero(np.abs(audio.samples[-WINDOW:]) > 0.01)
        over = loud.size and loud[-1] < WINDOW - 0.04 * RATE
        long = over and loud[-1] - loud[0] > 0.6 * RATE
        return np.array([0, 0.95 * bool(over and not long), 0.95 * bool(long), 0.05], dtype=np.float32)


@pytest.mark.parametrize("gap", [0.02, 0.06, 0.1])
def test_seven_or_eight_is_not_seven(gap: float) -> None:
    rng = np.random.default_rng(1)
    said = [rng.normal(0, 0.1, int(seconds * RATE)) for seconds in (0.4, 0.4)]
    quiet = np.zeros(RATE)
    listener = Listener(Counts())  # type: ignore[arg-type]
    listener.arm(CONTEXTS["number"])
    both, one = [quiet, said[0], np.zeros(int(gap * RATE)), said[1], quiet], [quiet, said[0], quiet]
    for sounds, number in ((both, "eight"), (one, "seven")):
        told = heard(listener, np.concatenate(sounds).astype(np.float32))
        assert [each.label for each in told] == [number]
