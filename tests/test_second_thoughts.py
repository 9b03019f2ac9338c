"""What is put before or after a saying, *no wait*, *isn't it*, *to tell you the truth*: it turns no meaning round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.cutting import second_thoughts
from stretchcoach.grammar.lexicon import state_sayings
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import plain, readings

IN_A_CRAMP = CONTEXTS["cramp"]
CORRECTIONS = [" ".join(words) for words in expanded(second_thoughts.CORRECTING)]
TAGS = [" ".join(words) for words in expanded(second_thoughts.TAGS)]
OPENERS = ["as I said", "to tell you the truth", "let me think", "right so", "oh dear", "mind you"]
CLOSERS = ["believe me", "as far as I can tell", "I must say", "at the moment", "eh", "you stupid thing"]


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


@given(st.sampled_from(CORRECTIONS), some("it is|the pain is|"), some(state_sayings.STATES["gone"]))
def test_what_is_said_instead_of_something_else_never_reassures(correction: str, it: str, gone: str) -> None:
    assert not {"gone", "no", "none"} & set(readings(f"{correction} {it} {gone}"))


@given(some("it is|the pain is|"), some(state_sayings.STATES["gone"]), st.sampled_from(TAGS))
def test_what_asks_for_assent_never_reassures(it: str, gone: str, tag: str) -> None:
    assert not {"gone", "no", "none"} & set(readings(f"{it} {gone} {tag}"))


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_after_a_correction_stands_what_is_meant(correction: str) -> None:
    for saying, label in (("left", "left"), ("it's worse", "hurts"), ("stop", "stop"), ("still there", "same")):
        assert labelled(f"{correction} {saying}", IN_A_CRAMP) == label


@pytest.mark.parametrize("aside", OPENERS)
def test_an_opening_changes_nothing(aside: str) -> None:
    for saying, label in (("it's gone", "gone"), ("no better", "same"), ("it hurts", "hurts"), ("stop", "stop")):
        assert labelled(f"{aside} {saying}", IN_A_CRAMP) == label
    assert "seven" in readings(f"{aside} a seven")


@pytest.mark.parametrize("aside", [*CLOSERS, "isn't it", "though", "so it is"])
def test_an_ending_changes_nothing_that_does_not_reassure(aside: str) -> None:
    for saying, label in (("no better", "same"), ("it hurts", "hurts"), ("stop", "stop"), ("left leg", "left")):
        assert labelled(f"{saying} {aside}", IN_A_CRAMP) == label
    assert labelled(f"it's gone {aside}", IN_A_CRAMP) in ("gone", UNCLEAR)


def test_a_question_is_no_tag() -> None:
    assert readings("well, what is it") == ()
    assert readings("is it") == ()


def test_what_is_not_meant_for_us_is_not_so_because_of_a_tag() -> None:
    assert readings("that's plenty, though") == ()
    assert readings("just the one, though") == ()


@given(some("no|nope|nah|no no"), some("sure|sometimes|for sure|exactly|a lot|it is|i do|often"))
def test_no_and_a_yes_in_one_breath_are_no_yes(no: str, yes: str) -> None:
    for saying in (f"{no} {yes}", f"{yes} {no}"):
        assert "yes" not in readings(saying), saying


@given(some("yes|yeah|yep"), some("never|not at all|none|not really|no thanks|nothing"))
def test_yes_and_a_no_in_one_breath_are_neither(yes: str, no: str) -> None:
    for saying in (f"{yes} {no}", f"{no} {yes}"):
        assert not {"no", "none", "yes"} & set(readings(saying)), saying


@pytest.mark.parametrize("saying", ["yes, never", "yeah no", "no yes", "no sometimes", "nah, exactly"])
def test_a_short_answer_that_contradicts_itself_is_asked_again(saying: str) -> None:
    assert labelled(saying, CONTEXTS["yesno"]) == UNCLEAR


@pytest.mark.parametrize("saying", ["seven, no, six", "two maybe three no two", "nine, no, hang on, eight"])
def test_a_number_taken_back_for_another_is_asked_again(saying: str) -> None:
    assert labelled(saying, CONTEXTS["number"]) == UNCLEAR


@pytest.mark.parametrize(
    ("saying", "number"),
    [("seven out of ten maybe", "seven"), ("seven on ten", "seven"), ("sevenish", "seven"), ("I'd go with a six",
     "six"), ("I'm at a five", "five"), ("feels like an eight", "eight"), ("I'd rate it a four", "four"),
     ("ten out of ten", "ten")],
)  # fmt: skip
def test_a_number_may_be_framed_as_people_rate(saying: str, number: str) -> None:
    assert readings(saying)[:1] == (number,)


@given(some("my|the"), some("leg|calf|muscle|foot"), some("is gone|has gone|just went|has gone again|is going"))
def test_a_leg_that_goes_is_not_a_cramp_that_is_gone(whose: str, leg: str, goes: str) -> None:
    assert not {"gone", "a bit better"} & set(readings(f"{whose} {leg} {goes}"))


@given(some("it is|it has|the cramp is|ah it is|"), some("gone|gone now|all gone"), some("again|again now"))
def test_gone_again_may_be_either(it: str, gone: str, again: str) -> None:
    assert "gone" not in readings(f"{it} {gone} {again}")


@given(some("it is|it has|the pain is|"),
       some("just about|more or less|all but|as good as|pretty much|practically|virtually|not far off"),
       some("gone|better|stopped"))  # fmt: skip
def test_what_is_all_but_gone_is_easing(it: str, nearly: str, gone: str) -> None:
    assert readings(f"{it} {nearly} {gone}")[:1] in ((), ("a bit better",))


@pytest.mark.parametrize(
    "saying",
    ["it begins to be better", "it seems better", "almost there", "wee bit easier", "bit better", "it's down a bit",
     "not as bad as it was", "the worst is over"],
)  # fmt: skip
def test_what_is_on_its_way_is_easing(saying: str) -> None:
    assert labelled(saying, IN_A_CRAMP) == "easing"


@pytest.mark.parametrize(
    ("saying", "label"),
    [("it's away now", "gone"), ("it's back to normal", "gone"), ("it's gone, okay", "gone"),
     ("still there okay", "same"), ("it doesn't want to let go", "same"),
     ("as bad as it was", "same"), ("you're making it worse", "hurts"),
     ("it's awful sore", "hurts"), ("cramp's back", "hurts"), ("that's me done", UNCLEAR),
     ("the muscle's softer", "easing"),
     ("lying in bed on my side", "bed"), ("sat on my chair", "chair"), ("standing by the sink", "standing"),
     ("no it's worse you idiot", "hurts"), ("stop, you daft thing", "stop"), ("gone, praise the Lord", "gone")],
)  # fmt: skip
def test_a_cramp_is_told_of_in_more_ways(saying: str, label: str) -> None:
    assert labelled(saying, IN_A_CRAMP) == label


@pytest.mark.parametrize(
    ("saying", "label"),
    [("give us a minute", "pause"), ("wait a wee minute", "pause"), ("just a tick", "pause"), ("wait, what?", "repeat"),
     ("I need the loo", "pause"), ("didn't catch that", "repeat"), ("done, next", "next"), ("off you go", "resume"),
     ("I'll skip this one", "next"), ("start again from the top", "repeat"), ("is this nearly over", "time"),
     ("I'm a bit hard of hearing", "louder"), ("he's asleep", "quieter"), ("you're rushing me", "slower")],
)  # fmt: skip
def test_a_routine_is_told_what_to_do_in_more_ways(saying: str, label: str) -> None:
    assert labelled(saying, CONTEXTS["session"]) == label


@pytest.mark.parametrize(
    ("saying", "label"),
    [("no this I have not", "no"), ("yes this I have", "yes"), ("nah I'm good", "no"), ("no, it's normal", "no"),
     ("I'd say not", "no"), ("you could say that", "yes"), ("every other night", "yes"), ("yes it feels numb", "yes"),
     ("now that you mention it yes", "yes"), ("I can't say it", "unsure"), ("I'd say so", "yes"),
     ("let me think, yes", "yes"), ("probably no", "unsure"), ("yes in both legs", "yes")],
)  # fmt: skip
def test_an_answer_is_given_in_more_ways(saying: str, label: str) -> None:
    assert labelled(saying, CONTEXTS["yesno"]) == label


@given(st.sampled_from([*CORRECTIONS, *TAGS]))
def test_a_second_thought_alone_is_none(aside: str) -> None:
    assert second_thoughts.without(plain(aside))[0]


def test_a_cry_that_begins_like_a_name_turns_nothing() -> None:
    assert labelled("dear me, no, it is worse", IN_A_CRAMP) == "hurts"


def test_a_condition_is_no_stop() -> None:
    assert labelled("if I can stop", IN_A_CRAMP) == ""
