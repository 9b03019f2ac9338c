"""Learning how somebody says a word: three repetitions into the microphone, kept as ``Learnt`` keeps them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.capture import MicrophoneSource
from stretchcoach.ears.clip import RATE, from_frames
from stretchcoach.ears.encoder import WINDOW, Encoder
from stretchcoach.ears.endpoints import BLOCK, LAST, WordEnds
from stretchcoach.ears.head import Heads
from stretchcoach.ears.learnt import REPEATS, Learnt
from stretchcoach.machine.streams import hushed
from stretchcoach.words.ear_notices import DISCONNECTED, NOTHING_HEARD, say_word

Sound = NDArray[np.float32]
_WORD = range(5, 75)
"""Blocks that a repetition is long."""
_ALIKE = 0.55
"""Cosine below which two repetitions are not the same word."""
PATIENCE = 20.0
"""Seconds without a word after which nobody is there."""


class Lesson:
    """Fed with blocks; one row of features for every look after the end of a repetition."""

    def __init__(self, encoder: Encoder, heads: Heads) -> None:
        self._encoder, self._heads = encoder, heads
        self._moments = WordEnds()
        self._window = np.zeros(WINDOW, dtype=np.float32)
        self._looks: list[Sound] = []
        self._repeats: list[list[Sound]] = []

    @property
    def count(self) -> int:
        """Repetitions heard."""
        return len(self._repeats)

    @property
    def rows(self) -> Sound:
        """All features, one look a row."""
        return np.array([row for repeat in self._repeats for row in repeat], dtype=np.float32)

    def feed(self, block: Sound) -> bool:
        """Whether another repetition has just been understood."""
        self._window = np.concatenate([self._window[BLOCK:], block])
        if not self._moments.feed(block):
            return False
        fallen = self._moments.fallen
        if not fallen:
            self._looks = []
            return False
        self._looks.append(self._heads.judged(self._encoder.vectors(self._window))[1])
        if fallen < LAST:
            return False
        looks, self._looks = self._looks, []
        began, ended = self._moments.bounds
        if began - ended not in _WORD or not self._like_the_others(looks[-1]):
            return False
        self._repeats.append(looks)
        return True

    def _like_the_others(self, row: Sound) -> bool:
        others = [repeat[-1] for repeat in self._repeats]
        return not others or max(_cosine(row, other) for other in others) >= _ALIKE


def _cosine(first: Sound, second: Sound) -> float:
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second) + 1e-9))


def learn(words: tuple[str, ...], known: Learnt, device: str, tell: Callable[[str], None]) -> Learnt:
    """Ask for each word three times; MicrophoneError, or TimeoutError where nobody speaks."""
    encoder, heads = Encoder(), Heads.load()
    with ExitStack() as opened:
        with hushed():
            microphone = opened.enter_context(MicrophoneSource(device))
        blocks = _blocks(microphone)
        for word in words:
            lesson = Lesson(encoder, heads)
            while lesson.count < REPEATS:
                tell(say_word(word, lesson.count + 1, REPEATS))
                _until_said(lesson, blocks)
            known = known.with_word(word, lesson.rows)
    return known


def _until_said(lesson: Lesson, blocks: Iterator[Sound]) -> None:
    for number, block in enumerate(blocks):
        if lesson.feed(block):
            return
        if number * BLOCK > PATIENCE * RATE:
            raise TimeoutError(NOTHING_HEARD)


def _blocks(microphone: MicrophoneSource) -> Iterator[Sound]:
    stream = microphone.stream
    while stream and len(sound := stream.read(BLOCK)) == 2 * BLOCK:
        yield from_frames(sound)
    raise TimeoutError(DISCONNECTED)
