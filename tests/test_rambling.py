"""Sayings as they come in pain: begun twice, with more than was asked, of more clauses than one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core import state_sayings
from stretchcoach.core.false_starts import said_once
from stretchcoach.core.grammar import readings
from stretchcoach.core.patterns import expanded
from stretchcoach.core.vocabulary import CONTEXTS, labelled

IN_A_CRAMP = CONTEXTS["cramp"]
REASSURES = {"gone", "no", "none"}


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


# --- false starts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "label"),
    [("could you, um, could you stop please", "stop"), ("it's, it's wearing off some", "easing"),
     ("I can't, um, I can't breathe properly", "chest_pain"), ("it's in, er, it's in both of them", "both"),
     ("nothing, nothing has happened", "same"), ("no, um, it's uh it's just as tight", "same"),
     ("the the left, the left one", "left"), ("I'm I'm still lying down", "bed")],
)  # fmt: skip
def test_what_is_begun_twice_is_said_once(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@given(st.lists(st.sampled_from("it is not gone still um worse there no left i can breathe".split()), max_size=9))
def test_what_is_said_once_has_no_word_less(words: list[str]) -> None:
    once = said_once(tuple(words))
    assert {*once} == {*words} - {"um"}
    assert said_once(once) == once or len(said_once(once)) < len(once)


@given(some("it is not|it has not|it is never|it is still not"), some(state_sayings.STATES["gone"]), st.integers(1, 4))
def test_what_is_denied_is_not_gone_however_often_it_is_begun(denied: str, gone: str, size: int) -> None:
    said = " ".join([*denied.split()[:size], *f"um {denied} {gone}".split()])
    assert not REASSURES & {*readings(said)}, said
