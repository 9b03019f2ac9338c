"""Which looks become a word: one that was not believed, or is out of sight, leaves room for the next."""

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.spotter import Spotter

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
