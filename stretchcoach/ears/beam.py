"""Beam search: the few likeliest texts of an utterance, where the likeliest word each time leads only to one."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BEGIN, END = 1, 2
"""Tokens before the first and after the last piece of a text."""
BEHIND, _HOPELESS = 4.0, 6.0
"""Log likelihoods by which what is followed may fall behind the likeliest text, and behind the likeliest beginning."""

Scores = NDArray[np.float32]
Step = Callable[[list[int], list[int]], Scores]
"""Which hypotheses of the step before go on, and with what token each, to the logarithm of how likely every token is
next; shape (hypotheses, tokens)."""


class Hypothesis(NamedTuple):
    """A text, or the beginning of one."""

    tokens: tuple[int, ...] = ()
    score: float = 0.0
    """The logarithm of its probability."""

    @property
    def probability(self) -> float:
        """Of the whole text, to the power of one by its tokens: 1 is certain."""
        return float(np.exp(self.score / len(self.tokens)))

    @property
    def over(self) -> bool:
        """Whether it is a whole text."""
        return self.tokens[-1:] == (END,)


def likeliest(step: Step, width: int, most: int) -> list[Hypothesis]:
    """Texts of at most ``most`` tokens, the likeliest first; where none is over by then, the likeliest beginning.

    A ``width`` of 1 takes the likeliest token each time.
    """
    going, rows, ended = [Hypothesis((BEGIN,))], [0], list[Hypothesis]()
    for _ in range(most):
        scores = np.array([[each.score] for each in going]) + step(rows, [each.tokens[-1] for each in going])
        best = _best(going, scores, width)
        over = [each for rank, (_, each) in enumerate(best) if each.over and rank < width]
        ended = sorted((*ended, *over), key=lambda each: -each.score)
        least = max(best[0][1].score - _HOPELESS, *_to_beat(ended, width))
        kept = [(row, each) for row, each in best if not each.over and each.score >= least][:width]
        if not kept:
            break
        rows, going = [row for row, _ in kept], [each for _, each in kept]
    return [each._replace(tokens=each.tokens[1:]) for each in ended or going[:1]]


def _best(before: list[Hypothesis], scores: Scores, width: int) -> list[tuple[int, Hypothesis]]:
    """What can follow, the likeliest first, twice as many as the width, and from which row each comes."""
    most = min(2 * width, scores.size - 1)
    first = np.argpartition(-scores, most, axis=None)[: most + 1]
    found = []
    for at in sorted(first.tolist(), key=lambda at: -scores.flat[at]):
        row, token = divmod(at, scores.shape[1])
        found.append((row, Hypothesis((*before[row].tokens, token), float(scores[row, token]))))
    return found


def _to_beat(ended: list[Hypothesis], width: int) -> tuple[float, float]:
    """The scores below which nothing that goes on is worth following."""
    best = ended[0].score if ended else -np.inf
    return best - BEHIND, ended[width - 1].score if len(ended) >= width else -np.inf
