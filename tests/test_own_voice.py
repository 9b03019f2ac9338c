"""What is left of our own voice in the microphone is no command, and what somebody says over it is one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import STOP
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


def fed(left: float, settled: bool, somebody: float) -> OwnVoice:
    """After a window of our own voice, with somebody so many decibels louder than it."""
    own = OwnVoice(Deaf(), lambda _chances, _label: 0.0)  # type: ignore[arg-type]
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
def test_stop_said_over_a_line_of_ours_always_passes(somebody: float, began: int, length: int) -> None:
    assert not fed(-25, True, somebody).may_have_said(STOP, 0.5, began, max(0, began - length))


@given(somebody=st.floats(-2, 12), began=st.integers(6, 60), length=st.integers(5, 50))
def test_a_certain_stop_passes_before_the_echo_path_is_known(somebody: float, began: int, length: int) -> None:
    assert not fed(-25, False, somebody).may_have_said(STOP, 0.8, began, max(0, began - length))


@given(
    somebody=st.floats(-7, 12), settled=st.booleans(),
    label=st.sampled_from([*sorted(SAFETY_LABELS - {STOP}), "right"]),
    length=st.integers(1, 4), ended=st.integers(0, 20),
)  # fmt: skip
def test_a_click_over_a_line_of_ours_is_no_word(
    somebody: float, settled: bool, label: str, length: int, ended: int
) -> None:
    assert fed(-25, settled, somebody).may_have_said(label, 1.0, ended + length, ended)
