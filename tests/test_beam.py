"""The search for the likeliest texts, over made-up tables of how likely each token is after another."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stretchcoach.ears.beam import BEGIN, END, Hypothesis, Scores, likeliest

TOKENS = 9
Table = NDArray[np.float32]


def table(seed: int) -> Table:
    """The logarithms of how likely each token is after each."""
    chances = np.random.default_rng(seed).dirichlet(np.full(TOKENS, 0.5), TOKENS)
    return np.log(chances + 1e-9).astype(np.float32)


def found(chances: Table, width: int, most: int) -> list[Hypothesis]:
    def step(rows: list[int], tokens: list[int]) -> Scores:
        asked.append(len(rows))
        out: Scores = chances[tokens]
        return out

    asked: list[int] = []
    texts = likeliest(step, width, most)
    assert max(asked) <= width and len(asked) <= most
    return texts


def score(chances: Table, tokens: tuple[int, ...]) -> float:
    return float(sum(chances[one, other] for one, other in itertools.pairwise((BEGIN, *tokens))))


@given(st.integers(0, 10**6), st.integers(1, 8), st.integers(1, 12))
def test_each_text_is_told_once_with_its_own_score_the_likeliest_first(seed: int, width: int, most: int) -> None:
    chances = table(seed)
    texts = found(chances, width, most)
    assert len({each.tokens for each in texts}) == len(texts)
    assert [each.score for each in texts] == sorted((each.score for each in texts), reverse=True)
    for each in texts:
        assert abs(each.score - score(chances, each.tokens)) < 1e-3
        assert len(each.tokens) <= most and END not in each.tokens[:-1]
        assert each.over or len(texts) == 1, "a beginning is told only where nothing is over"


@given(st.integers(0, 10**6), st.integers(1, 12))
def test_with_a_width_of_one_the_likeliest_token_is_taken_each_time(seed: int, most: int) -> None:
    chances = table(seed)
    tokens = [BEGIN]
    while len(tokens) <= most and tokens[1:][-1:] != [END]:
        tokens.append(int(np.argmax(chances[tokens[-1]])))
    assert found(chances, 1, most)[0].tokens == tuple(tokens[1:])


@given(st.integers(0, 10**6))
def test_where_no_beginning_is_hopeless_the_widest_search_finds_the_likeliest_of_all_texts(seed: int) -> None:
    some = np.random.default_rng(seed).uniform(0.2, 1, (TOKENS, TOKENS))
    chances: Table = np.log(some / some.sum(axis=1, keepdims=True)).astype(np.float32)
    most = 3
    inner = [token for token in range(TOKENS) if token != END]
    texts = [(*some, END) for size in range(most) for some in itertools.product(inner, repeat=size)]
    best = max(score(chances, text) for text in texts)
    assert abs(found(chances, TOKENS**2, most)[0].score - best) < 1e-3
