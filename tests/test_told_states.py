"""How the cramp is, told in a sentence: what is promised of it, over sayings that nobody has listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon.sayings import EASING, UNCLEAR
from stretchcoach.grammar.meaning import readings
from stretchcoach.grammar.states.told_clauses import telling

IT = st.sampled_from(["it", "the cramp", "that bloody knot", "the pain in my calf", "this damn spasm", "my whole calf"])
NAMED = st.sampled_from(["the cramp", "the knot in my calf", "this blasted spasm", "the grip"])
LEFT = st.sampled_from(
    ["has let go of me", "has vanished", "is gone altogether", "has buggered off", "has melted away", "has packed up"]
)
EASES = st.sampled_from(
    ["is slackening", "is ebbing away", "is unknotting itself", "is coming down a notch", "has eased off a bit"]
)
GROWS = st.sampled_from(
    [
        "is digging in deeper",
        "is getting meaner by the minute",
        "has come back with a vengeance",
        "is tearing my leg off",
    ]
)
STAYS = st.sampled_from(
    ["is still in a ball", "hasn't let up", "is staying where it is", "won't turn me loose", "makes no difference"]
)
STATES = {EASING: EASES, "worse": GROWS, "same": STAYS}
LIMITS = st.sampled_from(
    "not never nearly almost mostly maybe perhaps partly hardly no might practically if unless".split()
)
SAID_WITH_IT = st.sampled_from(
    ["love", "doctor", "mother of God", "thank heavens for that", "I can wiggle my toes again", "you beauty", "darlin'"]
)
ANY_ASIDE = st.sampled_from(
    [
        "I've been pulling on my toes",
        "I was halfway down the stairs",
        "I was fast asleep",
        "I had a long shift",
        "phew",
    ]
)
OF_OTHERS = st.sampled_from(["he said", "if", "she told me", "yesterday", "when I was young", "they say"])
WORDS = st.sampled_from(sorted(telling() | {"it", "is", "has", "the", "my", "i", "and", "now", "that", "me", "so"}))


@given(NAMED, LEFT, SAID_WITH_IT)
def test_gone_is_heard_beside_what_is_only_said_with_it(it: str, left: str, aside: str) -> None:
    for text in (f"{it} {left}", f"{aside}, {it} {left}", f"{it} {left}, {aside}"):
        assert labelled(text, CONTEXTS["cramp"]) in ("gone", "easing"), text


@given(IT, LEFT, LIMITS, st.data())
def test_whatever_denies_or_limits_it_no_gone_is_heard(it: str, left: str, limit: str, data: st.DataObject) -> None:
    words = f"{it} {left}".split()
    at = data.draw(st.integers(0, len(words)))
    text = " ".join([*words[:at], limit, *words[at:]])
    assert "gone" not in readings(text), text


@given(IT, LEFT, st.sampled_from(["or is it", "I think", "no, wait", "who knows", "has it", "not sure", "isn't it"]))
def test_gone_with_a_doubt_after_it_is_asked_again_or_nothing(it: str, left: str, doubt: str) -> None:
    assert "gone" not in readings(f"{it} {left}, {doubt}")


@given(IT, LEFT, st.sampled_from(sorted(STATES)), st.data())
def test_gone_and_anything_else_in_one_breath_never_ends_it(
    it: str, left: str, state: str, data: st.DataObject
) -> None:
    other = f"it {data.draw(STATES[state])}"
    for text in (f"{it} {left}, {other}", f"{other}, but {it} {left}", f"{it} {left} and {other}"):
        assert "gone" not in readings(text), text


@given(st.lists(WORDS, min_size=1, max_size=9), LIMITS, st.integers(0, 9))
def test_no_heap_of_words_with_a_denial_or_a_limit_in_it_is_gone(words: list[str], limit: str, at: int) -> None:
    text = " ".join([*words[:at], limit, *words[at:]])
    assert "gone" not in readings(text), text


@given(NAMED, st.sampled_from(sorted(STATES)), ANY_ASIDE, st.data())
def test_a_state_is_the_same_whatever_is_said_beside_it(it: str, state: str, aside: str, data: st.DataObject) -> None:
    clause = f"{it} {data.draw(STATES[state])}"
    for text in (clause, f"{aside}, {clause}", f"{clause}, {aside}", f"{aside} and {clause}"):
        assert state in readings(text), text
        assert not {"gone", UNCLEAR, *STATES} - {state} & {*readings(text)}, text


@given(NAMED, st.sampled_from(sorted(STATES)), OF_OTHERS, st.data())
def test_what_is_told_of_others_or_on_a_condition_reassures_nobody(
    it: str, state: str, who: str, data: st.DataObject
) -> None:
    assert "gone" not in readings(f"{who} {it} {data.draw(STATES[state])}")
    assert "gone" not in readings(f"{who} {it} {data.draw(LEFT)}")


@given(IT, EASES, GROWS)
def test_what_was_once_counts_for_less_than_what_is_now(it: str, eases: str, grows: str) -> None:
    was = eases.replace("is ", "was ", 1)
    if was != eases:
        assert readings(f"{it} {was} but now it {grows}") == ("worse",)


@pytest.mark.parametrize(
    ("state", "saying"),
    [("same", "you promised it would ease and it hasn't"), ("same", "I hoped it would let go but it hasn't"),
     (EASING, "it has gone from a nine down to a five"), ("worse", "it's gone from a four up to an eight"),
     (EASING, "about seventy per cent of it's gone"), (EASING, "no cramp now, just tender where it was"),
     (EASING, "nowhere near as fierce as it was"), ("same", "the knot's as stubborn as ever"),
     (UNCLEAR, "no trace of it left"), (UNCLEAR, "I can't feel it any more"), (UNCLEAR, "I doubt it's gone"),
     (UNCLEAR, "she's gone"), (EASING, "the outer half has let go, the rest is still rigid")],
)  # fmt: skip
def test_fractions_hopes_and_leftovers_are_weighed(state: str, saying: str) -> None:
    assert state in readings(saying) and "gone" not in readings(saying)


@pytest.mark.parametrize(
    "saying",
    ["the rain's easing off", "traffic is getting worse", "it's hard to think", "the same age", "it's hard for me",
     "people say it's better", "it keeps me going", "the situation is getting worse in the city", "it costs less"],
)  # fmt: skip
def test_what_is_said_of_other_things_tells_nothing_of_the_cramp(saying: str) -> None:
    assert labelled(saying, CONTEXTS["cramp"]) == ""
