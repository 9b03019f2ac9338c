"""Signs of more than a cramp, where somebody is and what waits for tomorrow, told in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled

CRAMP = CONTEXTS["cramp"]
SIGNS = {
    "stroke": ["my mouth has gone all droopy on one side", "half my face won't move", "I'm slurring my words"],
    "popped": ["I heard a loud crack", "something went ping in my calf", "I felt a snap behind my knee"],
    "fell": ["I slipped on the rug", "I've gone and fallen out of bed", "I took a tumble"],
    "bleeding": ["there's blood on the sheet", "my shin is bleeding", "I've cut it on something"],
    "swollen": ["my left calf's ballooned", "it's come up like a balloon", "my calf is twice as thick as the right"],
    "twisted": ["I rolled my ankle", "I went over on my ankle"],
    "cold": ["my toes are like ice", "my foot's gone white"],
    "unwell": ["I'm going to throw up", "I've come over all peculiar"],
}
TOLD = st.sampled_from([(label, said) for label, all_ in SIGNS.items() for said in all_])
BESIDE = st.sampled_from(["doctor", "oh God", "getting out of bed just now", "I can't get up", "please", "love"])


@given(TOLD, BESIDE)
def test_a_sign_is_heard_whatever_is_said_beside_it(told: tuple[str, str], beside: str) -> None:
    label, said = told
    for text in (said, f"{said}, {beside}", f"{beside}, {said}"):
        assert labelled(text, CRAMP) == label, text


@given(TOLD, st.sampled_from(["he said", "she told me", "years ago", "the man on the telly said"]))
def test_a_sign_of_somebody_else_or_of_old_is_none(told: tuple[str, str], who: str) -> None:
    assert labelled(f"{who} {told[1]}", CRAMP) not in SIGNS


@pytest.mark.parametrize(
    ("label", "saying"),
    [("chair", "I've plonked myself down on the settee"), ("bed", "I'm lying flat in my own bed, it's dark"),
     ("standing", "I'm up on my feet, holding the sink"), ("tomorrow", "could you ask me all that in the morning"),
     ("tomorrow", "leave those questions till tomorrow"), ("both", "the two of them, would you believe"),
     ("left", "not the right, the other one"), ("start", "I've got my leg straight, let's begin"),
     ("", "he's asleep in the chair"), ("", "they're both standing by the sink"), ("", "was I in bed?")],
)  # fmt: skip
def test_where_which_and_when_are_heard_in_a_sentence(label: str, saying: str) -> None:
    assert labelled(saying, CRAMP) == label


@pytest.mark.parametrize(
    "saying",
    ["let me sleep", "not now, I want to go back to sleep", "I'm too tired for any more of this", "skip the questions",
     "the rest can wait till morning", "leave the rest, I'm nodding off", "no more questions tonight please",
     "let me go back to sleep please", "I just want to go back to bed"],
)  # fmt: skip
def test_whoever_wants_to_sleep_is_asked_in_the_morning(saying: str) -> None:
    assert labelled(saying, CRAMP) == "tomorrow"


@pytest.mark.parametrize(
    "saying",
    ["he's falling asleep", "I don't want to sleep", "I can't sleep", "it woke me from my sleep", "my foot's asleep",
     "I'm too tired to stand", "I want to go to bed but it hurts", "is he asleep", "I was asleep", "let me rest"],
)  # fmt: skip
def test_sleep_that_is_denied_told_or_of_others_leaves_the_questions(saying: str) -> None:
    assert labelled(saying, CRAMP) != "tomorrow"
