"""What is left of our own voice in the microphone is no command, and what somebody says over it is one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import STOP, WORDS
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.own_voice import SAFETY_LABELS, OwnVoice

BLOCKS = WINDOW // BLOCK
rng = np.random.default_rng(1)
PLAYED = rng.normal(0, 0.1, (BLOCKS, BLOCK)).astype(np.float32)
SOMEBODY = rng.normal(0, 0.1, (BLOCKS, BLOCK)).astype(np.float32)


class Knows:
    """A canceller that takes out all of our own voice but so many decibels."""

    drift, foreign = 0.0, True

    def __init__(self, left: float, settled: bool) -> None:
        self.settled, self._left = settled, 10 ** (left / 20)

    def clean(self, heard: np.ndarray, played: np.ndarray) -> np.ndarray:
        return np.asarray(heard - played * (1 - self._left), dtype=np.float32)


class Deaf:
    """A recogniser that finds no word of ours in what was played."""

    def recognize_closed_set(self, _clip: object, **_told: object) -> np.ndarray:
        return np.zeros(1, dtype=np.float32)


def fed(left: float, settled: bool, somebody: float, like_it: float = 0.0) -> OwnVoice:
    """After a window of our own voice, with somebody so many decibels louder than it.

    ``like_it``: how likely our own line is the word by itself.
    """
    own = OwnVoice(Deaf(), lambda _chances, _label: like_it)  # type: ignore[arg-type]
    own._canceller = Knows(left, settled)  # type: ignore[assignment]
    for at, (played, voice) in enumerate(zip(PLAYED, SOMEBODY, strict=True)):
        own.taken_out(played + voice * np.float32(10 ** (somebody / 20)), played, at)
    return own


@given(
    left=st.floats(-60, -12), settled=st.booleans(), label=st.sampled_from([*sorted(SAFETY_LABELS), "gone", "next"]),
    probability=st.floats(0, 1), began=st.integers(6, 60), length=st.integers(5, 50),
)  # fmt: skip
def test_what_is_left_of_a_line_of_ours_is_never_a_command(
    left: float, settled: bool, label: str, probability: float, began: int, length: int
) -> None:
    """A line that sets in after a pause leaves more than usual for a moment; *step* was taken for *stop* in it."""
    own = fed(left, settled, -90)
    assert own.may_have_said(label, probability, began, max(0, began - length))


@given(somebody=st.floats(-7, 12), began=st.integers(6, 60), length=st.integers(5, 50))
def test_stop_said_over_a_line_of_ours_that_sounds_like_something_else_passes(
    somebody: float, began: int, length: int
) -> None:
    assert not fed(-25, True, somebody).may_have_said(STOP, 0.5, began, max(0, began - length))


@given(like_it=st.floats(0, 1), somebody=st.floats(-2, 12), began=st.integers(6, 60), length=st.integers(5, 50))
def test_stop_as_loud_as_us_passes_whatever_our_line_sounds_like(
    like_it: float, somebody: float, began: int, length: int
) -> None:
    assert not fed(-25, True, somebody, like_it).may_have_said(STOP, 0.5, began, max(0, began - length))


@given(somebody=st.floats(-30, -4.5), began=st.integers(12, 60), length=st.integers(12, 50))
def test_what_is_left_of_a_line_that_sounds_like_stop_is_ours(somebody: float, began: int, length: int) -> None:
    """*Step* was taken for *stop*, 7 dB softer than it is."""
    assert fed(-25, True, somebody, 0.5).may_have_said(STOP, 0.7, began, max(0, began - length))


@given(somebody=st.floats(-2, 12), began=st.integers(6, 60), length=st.integers(5, 50))
def test_a_certain_stop_passes_before_the_echo_path_is_known(somebody: float, began: int, length: int) -> None:
    assert not fed(-25, False, somebody).may_have_said(STOP, 0.8, began, max(0, began - length))


@given(
    somebody=st.floats(-7, 12), label=st.sampled_from(sorted({word.label for word in WORDS} - SAFETY_LABELS)),
    began=st.integers(6, 60), length=st.integers(5, 50),
)  # fmt: skip
def test_before_the_echo_path_is_known_only_what_is_urgent_passes(
    somebody: float, label: str, began: int, length: int
) -> None:
    """Our own "With the pregnancy" was *quit* in the first second of a question."""
    assert fed(-25, False, somebody).may_have_said(label, 1.0, began, max(0, began - length))


@given(
    somebody=st.floats(-7, 12), settled=st.booleans(),
    label=st.sampled_from([*sorted(SAFETY_LABELS - {STOP}), "right"]),
    length=st.integers(1, 7), ended=st.integers(0, 20),
)  # fmt: skip
def test_a_scrap_over_a_line_of_ours_is_no_word(
    somebody: float, settled: bool, label: str, length: int, ended: int
) -> None:
    assert fed(-25, settled, somebody).may_have_said(label, 1.0, ended + length, ended)
