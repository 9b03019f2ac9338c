"""From probabilities to a decision: is it certain enough, soon enough, to act?

Everything is scored always; only what may be said now can win, so the words that may not are fillers.  A word is taken
at the first look that is nearly certain, or when two looks after the same fall agree.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import CONTEXTS, STOP, WORDS
from stretchcoach.grammar.lexicon.wordings import NUMBERS

ANSWERS = (CONTEXTS["number"] | CONTEXTS["yesno"]) - CONTEXTS["session"]
LABELS = {word.phrase: word.label for word in WORDS}
SURE = 0.35
"""Probability at which one look is enough."""
AGREED = 0.30
"""Mean probability at which two looks are enough."""
ASKED = 0.22
"""The same for yes, no and not sure, which are armed only while they are asked for."""
COUNTED = 0.10
"""And for numbers, of which there is nothing to fear, where no other is half as likely."""
HASTE = 0.15
"""Added to both thresholds for a decision within ``_SOON`` blocks of the fall in level; later more is certain."""
_SOON = 3
"""Blocks after the fall in which ``HASTE`` applies, and in which no number is taken: *seven or eight*."""
SHORTEST = 5
"""Blocks that a word is long at least, pauses of up to 160 ms included; less is a click."""
OVER = 0.50
"""What one look, or two, must reach while the coach speaks: what is left of its voice hides how long the word is."""
ONGOING, COMMANDED = 0.60, 0.70
"""Two looks in a row in a sound that does not fall, such as a television, must both reach the first, and the second for
what nobody asked for: half of *oh god* is *pause*."""


class Candidate(NamedTuple):
    """The likeliest word that may be said now."""

    label: str
    phrase: str
    probability: float
    taken: bool


_REST = 25
"""Blocks after a word was taken before the next one can be ..."""
_SAME = 3
"""... and its sound must have begun after that, give or take so many."""
_SIGHT = 64
"""Blocks for which a word can be seen: in talk that goes on and on, what comes later is another one, ..."""
_SURER = 0.15
"""... and one that was not believed before that must be so much likelier than it was."""


class Spotter:
    """Remembers the looks since the last fall."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._labels = sorted({LABELS[phrase] for phrase in phrases if phrase in LABELS})
        number = {label: at for at, label in enumerate(self._labels)}
        self._sum = np.zeros((len(phrases), len(self._labels)), dtype=np.float32)
        for at, phrase in enumerate(phrases):
            if phrase in LABELS:
                self._sum[at, number[LABELS[phrase]]] = 1
        self._armed = np.ones(len(self._labels), dtype=bool)
        self.restart()

    def restart(self) -> None:
        """Forget what was looked at, not what is armed."""
        self._looks: list[NDArray[np.float32]] = []
        self._before = 0
        self._taken: int | None = None
        self.last = ""
        """The label that was taken last; it may still be in sight."""
        self._refused: tuple[str, float, int] | None = None

    @property
    def labels(self) -> list[str]:
        """All labels it knows."""
        return list(self._labels)

    def arm(self, labels: frozenset[str]) -> None:
        """Only these can win from now on."""
        self._armed = np.array([label in labels for label in self._labels])

    def due(self, at: int, fallen: int, began: int) -> bool:
        """Whether a look at block ``at`` can tell anything new.

        ``fallen``: blocks after the fall, 0 while the sound lasts; ``began``: blocks since it began.
        """
        if fallen < self._before:
            self._looks.clear()
        self._before = fallen
        if self._taken is None:
            return True
        return at - self._taken > _REST and at - began > self._taken - _SAME

    def refuse(self, label: str, probability: float, at: int) -> None:
        """What was taken at block ``at`` was not believed: other words may come at once, in the same talk too."""
        self._refused = label, probability, at
        self._taken = None

    def forget(self, at: int) -> None:
        """What was taken is out of sight at block ``at``; the sound in which it was may last."""
        if self._taken is not None and at - self._taken > _SIGHT:
            self._taken = None

    def shares(self, probabilities: NDArray[np.float32]) -> dict[str, float]:
        """How likely each label is in one look, or in each of several at best."""
        best = (np.atleast_2d(probabilities) @ self._sum).max(axis=0)
        return dict(zip(self._labels, map(float, best), strict=True))

    def phrase(self, probabilities: NDArray[np.float32], label: str) -> str:
        """The likeliest phrase of a label in several looks."""
        best = probabilities.max(axis=0) * self._sum[:, self._labels.index(label)]
        return self._phrases[int(np.argmax(best))]

    def take(self, probabilities: NDArray[np.float32], label: str, at: int) -> Candidate:
        """``label`` is taken, whatever was taken right before it."""
        self._taken, self.last = at, label
        self._looks.clear()
        best = int(np.argmax(probabilities * self._sum[:, self._labels.index(label)]))
        return Candidate(label, self._phrases[best], self.share(probabilities, label), True)

    def share(self, probabilities: NDArray[np.float32], label: str) -> float:
        """How likely a label is in one look."""
        return float(probabilities @ self._sum[:, self._labels.index(label)])

    def look(self, probabilities: NDArray[np.float32], at: int, fallen: int, length: int | None) -> Candidate:
        """One more look, ``length`` being that of the whole sound, in blocks; None while the coach speaks."""
        # Two looks after the same fall see the word at two places of the window: their mean forgives one bad one.
        self._looks = [*self._looks[-1:], probabilities]
        mean = np.mean(self._looks, axis=0)
        likely = np.where(self._armed, mean @ self._sum, -1)
        best = int(np.argmax(likely))
        label = self._labels[best]
        now, together = float(probabilities @ self._sum[:, best]), float(likely[best])
        several = len(self._looks) > 1
        # A number has its own low limit only where no other is half as likely: *nine* and *five* are near each other.
        clear = likely[best] > 2 * np.partition(likely, -2)[-2]
        sure, agreed = (ASKED, ASKED) if label in ANSWERS else (SURE, AGREED)
        if label in NUMBERS and clear:
            sure = agreed = COUNTED
        soon = 0 < fallen <= _SOON
        if soon:
            sure, agreed = sure + HASTE, agreed + HASTE
        # A click can reach no limit.  While the coach speaks the length is unknown.
        if length is None:
            sure = agreed = OVER
        elif length < SHORTEST:
            sure = agreed = 2.0
        # After a fall one sure look is enough.  In a sound that does not fall nothing has ended: two must agree.
        if fallen or length is None:
            taken = now >= sure or (several and together >= agreed and now >= agreed / 2)
        else:
            ongoing = ONGOING if label in ANSWERS or label == STOP else COMMANDED
            taken = several and together >= ongoing and now >= ongoing
        early = soon and label in NUMBERS
        taken = taken and not early and not self._again(label, max(now, together), at)
        if taken:
            self._taken, self.last = at, label
            self._looks.clear()
        return Candidate(label, self._phrases[int(np.argmax(mean * self._sum[:, best]))], max(now, together), taken)

    def _again(self, label: str, probability: float, at: int) -> bool:
        """It is the word that was not believed, still in sight, and no likelier."""
        if self._refused is None:
            return False
        refused, before, when = self._refused
        return label == refused and at - when <= _SIGHT and probability < before + _SURER
