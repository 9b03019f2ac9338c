"""What is said over the first seconds of our own voice is heard, once, though the echo path was not known yet."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stretchcoach.audio.tts import engine
from stretchcoach.core.vocabulary import CONTEXTS, STOP
from stretchcoach.ears import recordings
from stretchcoach.ears.clip import RATE
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.listener import SECONDS, Listener
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.reports import HeardUtterance, Report
from stretchcoach.ears.second_pass import AGAIN, SecondPass
from stretchcoach.pipes.pcm import RATE as VOICE_RATE

Sound = NDArray[np.float32]
WORDS_SAID = Path(__file__).parent / "speech"
OURS = np.full(BLOCK, 0.1, dtype=np.float32)
QUIET = np.zeros(BLOCK, dtype=np.float32)


class Knows:
    """A canceller that has learnt the path, or has not, and finds somebody in so many blocks."""

    def __init__(self, settled: bool = True, somebody: int = 100) -> None:
        self.settled, self._somebody = settled, somebody
        self.begin_again()

    def begin_again(self) -> None:
        self._at = 0

    def clean(self, heard: Sound, _played: Sound | None) -> Sound:
        self._at += 1
        return heard

    @property
    def foreign(self) -> bool:
        return self._at <= self._somebody


class Script:
    """A listener that finds given words, some of them only when it hears them again."""

    drift = 0.0

    def __init__(self, words: list[HeardUtterance], again: list[HeardUtterance]) -> None:
        self._words, self._again = words, again
        self.restarted = self.followed = 0
        self.armed = frozenset[str]()
        self.armed_at: dict[float, set[frozenset[str]]] = {}

    def arm(self, labels: frozenset[str]) -> None:
        self.armed = labels

    def feed(self, _block: Sound, began: float, _played: Sound | None) -> list[Report]:
        self.armed_at.setdefault(began, set()).add(self.armed)
        words = self._words + (self._again if self.restarted else [])
        return [one for one in words if int(one.ended / SECONDS) == round(began / SECONDS)]

    def finish(self) -> list[Report]:
        return []

    def restart(self, _canceller: Canceller) -> None:
        self.restarted += 1

    def follow(self, _canceller: Canceller) -> None:
        self.followed += 1


def word(label: str, began: float, long: float) -> HeardUtterance:
    return HeardUtterance(label, label, began, began + long, True)


def told(script: Script, canceller: Knows, played: list[Sound | None]) -> list[tuple[float, HeardUtterance]]:
    """Each word with the time at which it was told."""
    ears = SecondPass(script)
    ears._canceller = canceller  # type: ignore[assignment]
    found = []
    for at, mine in enumerate(played):
        ears.arm(frozenset({STOP, str(at // 10)}))
        reports = ears.feed(QUIET, at * SECONDS, mine)
        found += [((at + 1) * SECONDS, one) for one in reports if isinstance(one, HeardUtterance)]
    return found


WORDS = st.lists(
    st.builds(word, st.sampled_from([STOP, "gone", "next"]), st.floats(0, 3), st.floats(0.2, 0.8)), max_size=4
)
TALK: list[Sound | None] = [OURS if at % 60 < 45 else None for at in range(260)]


@given(first=WORDS, again=WORDS)
def test_no_word_is_told_twice_nor_too_late_and_stop_is_never_lost(
    first: list[HeardUtterance], again: list[HeardUtterance]
) -> None:
    script = Script(first, again)
    found = told(script, Knows(), TALK)
    assert script.restarted == len(AGAIN)
    late = [(place, one) for place, (at, one) in enumerate(found) if at - one.ended > 2 * SECONDS]
    for place, one in late:
        then = [other.label for _, other in found[:place] if other.began < one.ended and one.began < other.ended]
        assert not then or (one.label == STOP and STOP not in then), "the same sound, told as two words"
    for at, one in found:
        assert one.label == STOP or at - one.ended < 2.0, "the coach has gone on since"
    stops = [one for _, one in found if one.label == STOP]
    for one in first:
        heard_as_one = any(one.began < stop.ended and stop.began < one.ended for stop in stops)
        assert one.label != STOP or heard_as_one or one in stops
    assert all(len(armed) == 1 for armed in script.armed_at.values()), "heard again by what could be said then"


def test_where_nobody_spoke_it_is_not_listened_to_again() -> None:
    script = Script([], [word("next", 0.5, 0.4)])
    assert told(script, Knows(somebody=4), TALK) == []
    assert (script.restarted, script.followed) == (0, len(AGAIN))


def test_as_long_as_the_path_is_unknown_nothing_is_changed() -> None:
    script = Script([], [word("next", 0.5, 0.4)])
    assert told(script, Knows(settled=False), TALK) == []
    assert (script.restarted, script.followed) == (0, 0)


def test_without_our_own_voice_a_second_is_kept_and_nothing_heard_again() -> None:
    script = Script([], [])
    ears = SecondPass(script)
    for at in range(2000):
        ears.feed(QUIET, at * SECONDS, None)
    assert (script.restarted, script.followed, len(ears._kept)) == (0, 0, 50)


@given(words=WORDS)
def test_without_our_own_voice_all_is_told_as_it_was_heard(words: list[HeardUtterance]) -> None:
    """A saying may take in a word that was told before: "no ... no, still there"."""
    heard_first = sorted(words, key=lambda one: int(one.ended / SECONDS))
    assert [one for _, one in told(Script(words, []), Knows(), [None] * 260)] == heard_first


def test_after_three_seconds_of_our_own_voice_nothing_is_kept() -> None:
    ears = SecondPass(Script([], []))
    ears._canceller = Knows()  # type: ignore[assignment]
    for at in range(1000):
        ears.feed(QUIET, at * SECONDS, OURS)
    assert not ears._kept


def heard_over(listener: Listens, microphone: Sound, ours: Sound) -> list[str]:
    listener.arm(CONTEXTS["session"])
    found = []
    for begin in range(0, len(ours) - BLOCK, BLOCK):
        block = microphone[begin : begin + BLOCK]
        reports = listener.feed(block, begin / RATE, ours[begin : begin + BLOCK])
        found += [one.label for one in reports if isinstance(one, HeardUtterance) and one.label]
    return found


@pytest.fixture(scope="module")
def line() -> Sound:
    """Four seconds of the coach, at 16 kHz."""
    spoken = engine("natural").render("Sit down if you can. Pull your toes up towards your knee, and hold.", "", 150)
    at = np.arange(0, len(spoken) - 1, VOICE_RATE / RATE)
    return np.asarray(np.interp(at, np.arange(len(spoken)), np.asarray(spoken)), dtype=np.float32)


@pytest.mark.parametrize("said", ["stop-0fa1e7a9", "left-022cd682"])
def test_a_word_over_the_first_second_of_our_own_voice_is_heard(line: Sound, said: str) -> None:
    rng = np.random.default_rng(2)
    ours = (0.05 * line / np.sqrt(np.mean(line**2))).astype(np.float32)
    tail = rng.standard_normal(3000) * np.exp(-np.arange(3000) / 400) * 0.1
    tail[500] = 1
    microphone = np.convolve(ours, tail)[: len(ours)] + 1e-4 * rng.standard_normal(len(ours))
    somebody = recordings.samples_of(str(WORDS_SAID / f"{said}.wav"))
    microphone[3000 : 3000 + len(somebody)] += 0.07 * somebody / np.sqrt(np.mean(somebody**2))
    once, twice = (Listener(ClosedSet.load()) for _ in range(2))
    assert heard_over(once, microphone.astype(np.float32), ours) == []
    assert heard_over(SecondPass(twice), microphone.astype(np.float32), ours) == [said.partition("-")[0]]
