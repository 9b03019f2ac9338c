"""What the recogniser writes has no commas: how the cramp is, told without them, means no more than with them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon.sayings import EASING, UNCLEAR
from stretchcoach.grammar.meaning import readings

IN_A_CRAMP = CONTEXTS["cramp"]
NAMED = ["the cramp", "the knot in my calf", "this blasted spasm", "the grip"]
LEFT = ["has let go of me", "has vanished", "is gone altogether", "has buggered off", "has packed up", "is gone"]
STATES = {
    EASING: [
        "is slackening",
        "is ebbing away",
        "is unknotting itself",
        "is coming down a notch",
        "has eased off a bit",
    ],
    "worse": ["is digging in deeper", "is getting meaner by the minute", "has come back with a vengeance"],
    "same": ["is still in a ball", "hasn't let up", "is staying where it is", "won't turn me loose"],
}
ASIDES = ["love", "doctor", "you beauty", "phew", "mother of God", "I can wiggle my toes again", "I was fast asleep"]
DOUBTS = [
    "no",
    "not yet",
    "hang on",
    "or is it",
    "I think",
    "who knows",
    "I hoped",
    "nothing",
    "no more",
    "never",
    "if",
]
PARTS = st.one_of(
    st.sampled_from([*ASIDES, *DOUBTS, "more", "still", "yes", "is it"]),
    st.builds(
        "{} {}".format,
        st.sampled_from([*NAMED, "it"]),
        st.sampled_from([*LEFT, *(s for some in STATES.values() for s in some)]),
    ),
)


def bare(text: str) -> str:
    return re.sub(r"[,.;:!?]+(?=\s|$)", "", text)


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_without_its_marks_nothing_reassures_that_did_not_with_them(parts: list[str]) -> None:
    text = ", ".join(parts)
    assert not {"gone", "no", "none"} & ({*readings(bare(text))} - {*readings(text)}), text


@given(st.sampled_from(NAMED), st.sampled_from(sorted(STATES)), st.sampled_from(ASIDES), st.data())
def test_a_state_is_told_without_marks_too(it: str, state: str, aside: str, data: st.DataObject) -> None:
    clause = f"{it} {data.draw(st.sampled_from(STATES[state]))}"
    for text in (f"{aside}, {clause}", f"{clause}, {aside}"):
        assert readings(bare(text))[:1] == readings(text)[:1] == (state,), text


@given(st.sampled_from(NAMED), st.sampled_from(LEFT), st.sampled_from([", ", " "]))
def test_what_was_only_hoped_is_not_so(it: str, left: str, mark: str) -> None:
    assert "gone" not in readings(f"I hoped{mark}{it} {left}{mark}it has vanished")


@given(st.sampled_from(["Jesus", "oh God", "bloody hell", "fuck", "Jesus Mary and Joseph"]),
       st.sampled_from(["it's", "that's", "my calf's"]), st.sampled_from(["sore", "painful", "aching"]))  # fmt: skip
def test_an_oath_before_what_hurts_says_how_much(oath: str, it: str, sore: str) -> None:
    assert labelled(f"{oath} {it} {sore}", IN_A_CRAMP) == "hurts"
    assert labelled(f"{oath} {it} less {sore}", IN_A_CRAMP) != "hurts"


@given(st.sampled_from(["it's getting", "the cramp's getting"]), st.sampled_from(["tighter", "worse", "stronger"]),
       st.sampled_from(["looser", "better", "easier"]))  # fmt: skip
def test_of_two_halves_the_one_that_is_said_of_now_counts(it: str, more: str, less: str) -> None:
    for mark in (",", ""):
        assert labelled(f"{it} {more}{mark} not {less}", IN_A_CRAMP) == "hurts"
        assert labelled(f"{it} {less}{mark} not {more}", IN_A_CRAMP) == "easing"


@given(st.sampled_from(["feels like", "it's like", "it feels just like"]),
       st.sampled_from(["someone's", "somebody is", "a dog's"]), st.sampled_from(["twisting", "stabbing", "sawing"]),
       st.sampled_from(["a knife in there", "at my calf", "right through it"]))  # fmt: skip
def test_pictures_of_pain_hurt(like: str, who: str, does: str, where: str) -> None:
    assert labelled(f"{like} {who} {does} {where}", IN_A_CRAMP) == "hurts"


@given(st.sampled_from(["chest pain", "swelling", "bleeding", "fever", "palpitations"]),
       st.sampled_from(["it's not moved", "it hasn't let up", "it's getting worse"]))  # fmt: skip
def test_a_sign_that_is_denied_is_none_and_the_state_beside_it_counts(sign: str, state: str) -> None:
    for text in (
        f"no {sign} or anything, just the cramp, and {state}",
        f"no {sign} or anything just the cramp and {state}",
    ):
        assert labelled(text, IN_A_CRAMP) in ("same", "hurts"), text


@pytest.mark.parametrize(
    ("saying", "label"),
    [("your making it worse", "hurts"), ("were getting there", "easing"), ("its completely stopped", "gone"),
     ("this calves twice the size of the other one", "swollen"), ("it does still hurt yes quite a lot", "hurts"),
     ("slightly less, but it is not finished, I can feel it", "easing"), ("bugger all change", "same"),
     ("much of a muchness", "same"), ("it's going right up the back of my leg", "hurts"), ("nearly there", "easing"),
     ("are we nearly there", "time"), ("shall I ring the doctor", ""), ("ring my wife", "help"),
     ("ask me tomorrow I'm too tired now", "tomorrow"), ("my wife says my mouth has dropped on one side", "stroke"),
     ("left no right no which one is it", UNCLEAR), ("it's burning to the touch just that leg", "hot"),
     ("that rain's easing off listen", "")],
)  # fmt: skip
def test_what_is_written_as_it_sounds(saying: str, label: str) -> None:
    assert labelled(saying, IN_A_CRAMP) == label


@pytest.mark.parametrize(
    "said", ["There's got to be a better way.", "a better way", "is there a better way of doing it"]
)
def test_a_better_way_is_not_gone(said: str) -> None:
    assert labelled(said, CONTEXTS["cramp"]) != "gone"
    assert labelled("way better", CONTEXTS["cramp"]) == "gone"
