"""What the ears take by the decoder's text alone: single words, questions of when, and a yes with more after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.ears.crowd_limit import QUIET
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.guess import Guess
from stretchcoach.ears.second_opinion import settled
from stretchcoach.ears.text_alone import understood
from stretchcoach.ears.words_alone import SINGLE, YES_HINTED, answered_yes, running
from stretchcoach.grammar.answered import TAKES_BACK
from stretchcoach.grammar.lexicon.wordings import NUMBERS

ASKED = CONTEXTS["yesno"]
MORE = ("every night", "I did thirty kilometres on Sunday", "since the spring", "on both sides", "when I get up")


@pytest.mark.parametrize("word", sorted(SINGLE))
def test_a_single_word_that_the_head_never_learnt_counts_by_its_text(word: str) -> None:
    label = labelled(word, CONTEXTS["all"])
    assert understood(Said(f"{word.capitalize()}.", 0.9, -0.3), CONTEXTS["all"], {})[0] == label != ""


@pytest.mark.parametrize("text, goes_on", [
    ("When is this over?", False), ("When will it stop?", False), ("When I was young", True), ("When.", False),
    ("And then we went home.", True), ("Because it hurts.", True),
])  # fmt: skip
def test_who_asks_when_talks_to_the_coach(text: str, goes_on: bool) -> None:
    assert running(Said(text, 0.9, -0.5)) is goes_on


@pytest.mark.parametrize("more", MORE)
def test_yes_with_more_after_it_counts_in_a_quiet_room(more: str) -> None:
    assert understood(Said(f"Yes, {more}.", 0.9, -1.0), ASKED, {"yes": 0.4})[0] == "yes"


@given(
    more=st.sampled_from(MORE), crowd=st.floats(0, 1), hint=st.floats(0, 1), armed=st.booleans(),
    turned=st.sampled_from(["", *sorted(TAKES_BACK - {"well", "nearly", "almost"})]),
)  # fmt: skip
def test_it_counts_nowhere_else(more: str, crowd: float, hint: float, armed: bool, turned: str) -> None:
    """Not over talk, where the head heard none, where none is asked for, or with what takes it back."""
    said = Said(f"Yes, {turned} {more}.", 0.9, -1.0)
    takes = answered_yes(said, ASKED if armed else CONTEXTS["cramp"], {"yes": hint}, crowd)
    assert not takes or (armed and crowd <= QUIET and hint >= YES_HINTED and not turned)


@given(
    moan=st.lists(st.sampled_from(["ah", "oh", "mm", "uh", "ow", "eh"]), min_size=1, max_size=3),
    chance=st.floats(0, 1), number=st.sampled_from(NUMBERS), alone=st.booleans(),
)  # fmt: skip
def test_a_moan_is_no_number(moan: list[str], chance: float, number: str, alone: bool) -> None:
    """Asked how bad it is, people moan; of 60 made-up moans nine were an eight."""
    guess = Guess(number, number, chance, alone, False)
    assert settled(guess, Said(f"{' '.join(moan)}.", 0.9, -1.0), CONTEXTS["number"]) == ("", "")
