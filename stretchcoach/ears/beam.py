"""Beam search: the few likeliest texts of an utterance, where the likeliest word each time leads only to one."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BEGIN, END = 1, 2
"""Tokens before the first and after the last piece of a text."""
_HOPELESS = 8.0
"""Log likelihood by which nothing that is not over yet may fall behind the best text, for the search to go on."""

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
        going, rows, over = _best(going, scores, width)
        ended = sorted((*ended, *over), key=lambda each: -each.score)
        if ended and (not going or going[0].score < _to_beat(ended, width)):
            break
    return [each._replace(tokens=each.tokens[1:]) for each in ended or going[:1]]


def _best(before: list[Hypothesis], scores: Scores, width: int) -> tuple[list[Hypothesis], list[int], list[Hypothesis]]:
    """What goes on, from which row each, and what is over."""
    going, rows, over = list[Hypothesis](), list[int](), list[Hypothesis]()
    most = min(2 * width, scores.size - 1)
    first = np.argpartition(-scores, most, axis=None)[: most + 1]
    for rank, at in enumerate(sorted(first.tolist(), key=lambda at: -scores.flat[at])):
        row, token = divmod(at, scores.shape[1])
        found = Hypothesis((*before[row].tokens, token), float(scores[row, token]))
        if token == END and rank < width:
            over.append(found)
        elif token != END and len(going) < width:
            going.append(found)
            rows.append(row)
    return going, rows, over


def _to_beat(ended: list[Hypothesis], width: int) -> float:
    """The score below which nothing that goes on is worth following."""
    last = ended[width - 1].score if len(ended) >= width else -np.inf
    return max(last, ended[0].score - _HOPELESS)
