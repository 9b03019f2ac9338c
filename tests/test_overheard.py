"""What has the words of an answer and is none: cut off, asked, thanks, of another time or of other people."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon import manners, state_sayings
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import readings

REASSURES = {"gone", "no", "none"}


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


GONE = some(state_sayings.STATES["gone"])


@given(some("it was|the pain was|they are|they have|they were"), GONE)
def test_what_was_gone_or_of_which_they_are_several_is_never_gone(it: str, gone: str) -> None:
    assert not REASSURES & set(readings(f"{it} {gone}"))


@given(
    GONE,
    some("but|although|except|however"),
    some("i (can|still) feel it|it hurts|not quite|not really|barely|i am sore"),
)
def test_gone_with_a_but_is_never_gone(gone: str, but: str, rest: str) -> None:
    assert not REASSURES & set(readings(f"it is {gone} {but} {rest}"))


@given(
    some("it is|it has|the pain has|my cramp is"), some("gone|went|passed|moved"), some("to|into|through|up|down"),
    some("my foot|my thigh|the other leg|the knee"),
)  # fmt: skip
def test_what_has_gone_elsewhere_is_not_gone(it: str, gone: str, where: str, part: str) -> None:
    assert not REASSURES & set(readings(f"{it} {gone} {where} {part}"))


@given(some("as if it is|it feels like it is|it looks like it has|seems like it has"), GONE)
def test_what_only_seems_gone_is_never_gone(seems: str, gone: str) -> None:
    assert not REASSURES & set(readings(f"{seems} {gone}"))


@given(some("i|we|you|they|he|she"), some("worked|stopped|passed|ended|went|disappeared|vanished|released"))
def test_what_somebody_did_is_not_the_cramp(who: str, did: str) -> None:
    assert not REASSURES & set(readings(f"{who} {did}"))


@given(some("is it|has it|it is|it has|yes it is|my leg is"), GONE)
def test_a_question_never_reassures(it: str, gone: str) -> None:
    assert not REASSURES & set(readings(f"{it} {gone}?"))


@given(
    some("that is|it is|this is|everything is|yes it is|no it is|yes that is"), some("fine|good|okay|all right|normal")
)
def test_praise_without_a_now_is_never_gone(it: str, well: str) -> None:
    assert "gone" not in readings(f"{it} {well}")
    assert labelled(f"{it} {well} now", CONTEXTS["cramp"]) in ("gone", UNCLEAR)


@given(some("so|well|uh|you know|i mean|"), some("it's|they're|i'm|we've|there's|i think it's|i don't think it's"),
       some("uh|um|you know|just|i mean|great|"))  # fmt: skip
def test_what_is_cut_off_answers_nothing(before: str, cut: str, after: str) -> None:
    assert not {"yes", "no"} & set(readings(f"{before} {cut} {after}"))


@given(some(f"oh|well|no|uh|{manners.NAMES}"), some(manners.COURTESIES))
def test_manners_mean_nothing(before: str, said: str) -> None:
    assert not {"gone", "yes", "same", "worse"} & set(readings(f"{before} {said}"))


@pytest.mark.parametrize("said", "he doesn't/she hasn't/we don't/he does/she does/you can/we have".split("/"))
def test_what_others_do_is_no_answer(said: str) -> None:
    assert not {"yes", "no"} & set(readings(said))


TALK = (
    "over and over again/over to the/actually I work longer than 9 to 5 most days/do think it over"
    "/it's gone pretty well/that's the finish/I had enough of it right then"
    "/here it is/I'm here/I'll be there/it was awful/it's right here/right then/so you know what"
    "/Montreal, four/very bad, a liner"
)


@pytest.mark.parametrize("said", TALK.split("/"))
def test_running_talk_commands_nothing(said: str) -> None:
    assert labelled(said, CONTEXTS["cramp"]) == ""


def test_uh_huh_is_yes_whatever_stands_before_it() -> None:
    for said in ("uh-huh", "Uh, uh-huh.", "um-hum", "Uh-huh, um."):
        assert readings(said)[:1] == ("yes",), said


@given(some("it is not that|not that|i can not say that"), some("i do not|i have not|it does not"))
def test_what_is_denied_twice_is_no_no(first: str, second: str) -> None:
    assert not REASSURES & set(readings(f"{first} {second}"))


@given(GONE, some("since|when|because|whenever|after"), some("i stood up|i moved my foot|you said that"))
def test_gone_with_a_reason_is_asked_again_and_the_rest_is_read(gone: str, when: str, clause: str) -> None:
    assert not REASSURES & set(readings(f"it is {gone} {when} {clause}"))
    assert labelled(f"it's a lot worse {when} {clause}", CONTEXTS["cramp"]) == "hurts"


@given(
    some("it is not gone|not yet|it is no better|no|not really"), some("it is still there|it is still tight|still sore")
)
def test_two_halves_that_agree_are_the_same(first: str, second: str) -> None:
    assert labelled(f"{first} {second}", CONTEXTS["cramp"]) in ("same", UNCLEAR)


@pytest.mark.parametrize(
    ("said", "number"),
    [("it was an eight and now it's a four", "four"), ("now it's a four, it was an eight", "four"),
     ("it went from an eight to a five", "five"), ("six to seven", "seven"), ("it's ten to four", UNCLEAR)],
)  # fmt: skip
def test_a_number_is_what_it_is_now_and_no_time_of_day(said: str, number: str) -> None:
    assert labelled(said, CONTEXTS["number"]) == number


@pytest.mark.parametrize(
    ("said", "label"),
    [("I'd have to say no", "no"), ("put me down as a yes", "yes"), ("it's a no from me", "no"),
     ("only when I run", "yes"),
     ("yes but only at night", "yes"), ("maybe yes but maybe no", UNCLEAR)],
)  # fmt: skip
def test_a_verdict_in_a_frame_is_one(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["yesno"]) in (label, "unsure" if label == UNCLEAR else label)


@given(some("louder|quieter|slower|faster"), some("louder|quieter|slower|faster"))
def test_what_is_denied_is_never_what_is_wanted(denied: str, wanted: str) -> None:
    assert denied == wanted or labelled(f"not {denied}, {wanted}", CONTEXTS["session"]) != denied


ASIDES = "most mornings|when i jump|i have got my breath back"


@given(some("yes|sometimes|the left one|both|carry on|next please|say that again|about nine|it hurts"), some(ASIDES))
def test_what_is_said_beside_it_changes_nothing(said: str, aside: str) -> None:
    assert {*readings(said)} & {*readings(f"{said}, {aside}")}


@given(some("no|never|none|it's gone|it has stopped|i'm fine"), some(ASIDES))
def test_nothing_reassures_beside_what_nobody_knows(said: str, aside: str) -> None:
    assert not REASSURES & set(readings(f"{said}, {aside}"))


@pytest.mark.parametrize("said", ["I'm fine, it's just my leg", "it had gone", "I am okay, it is my calf"])
def test_who_is_well_need_not_be_rid_of_it(said: str) -> None:
    assert not REASSURES & set(readings(said))


def test_what_is_asked_with_a_mind_you_is_asked() -> None:
    for said, label in (("would you mind slowing down", "slower"), ("do you mind raising your voice", "louder")):
        assert labelled(said, CONTEXTS["session"]) == label


def test_a_long_saying_is_read_in_a_time_that_grows_with_its_words() -> None:
    words = "i um not really gone yet please stop it now and my leg hurts a bit think so okay can you go back".split()

    def seconds(most: int, seed: int) -> float:
        said = " ".join(["not", *random.Random(seed).choices(words, k=most)])
        began = time.process_time()
        readings(said)
        return time.process_time() - began

    seconds(100, 0)
    short, long = (min(seconds(most, seed) for seed in range(1, 5)) for most in (100, 600))
    assert long < 20 * short, "six times as many words"


@given(
    some("|oh|well|um|yeah"),
    some(
        "that is true|that is so true|it is true|i do too|i am too|let me see|right okay|okay right|ah right|here it is"
    ),
)
def test_whoever_goes_along_with_talk_answers_nothing(before: str, said: str) -> None:
    assert labelled(f"{before} {said}", CONTEXTS["yesno"]) in ("", *(("yes",) if before == "yeah" else ()))


@given(
    some("|oh|well|um"),
    some("that is right|i think so|i am|i do|it is|they are|of course|i was|right|i guess so|very much so"),
)
def test_short_answers_are_still_answers(before: str, said: str) -> None:
    assert labelled(f"{before} {said}", CONTEXTS["yesno"]) == ("" if before and said == "right" else "yes")


@pytest.mark.parametrize(
    "said",
    ["right, okay", "oh right, sorry", "okay so right then", "go round the left side", "a bit to the right-hand side",
     "yes, here they are", "oh, I got it", "that's too bad", "yes I have everything here"],
)  # fmt: skip
def test_what_is_taken_in_or_shown_or_pitied_is_no_side_and_no_state(said: str) -> None:
    assert labelled(said, CONTEXTS["cramp"]) in ("", "start")


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("um right", "right"),
        ("on the right-hand side", "right"),
        ("it's not too bad", "easing"),
        ("still got it", "same"),
    ],
)
def test_what_is_like_it_and_is_an_answer(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["cramp"]) == label


@pytest.mark.parametrize("name", ["Chloe", "Liam", "Priya", "Connor"])
@pytest.mark.parametrize("said", ["hurry up in that bathroom {0}, you'll miss your train", "can you turn it down {0}"])
def test_a_name_at_the_end_of_a_clause_tells_that_it_is_for_somebody_else(said: str, name: str) -> None:
    assert labelled(said.format(name), CONTEXTS["session"]) == ""
    assert labelled(f"stop {name}", CONTEXTS["session"]) in ("stop", ""), "nothing but stop"


@pytest.mark.parametrize("said", ["hurry up, I want to watch the Arsenal", "slower please, I only learnt it in Pune"])
def test_a_name_that_is_spoken_of_calls_nobody(said: str) -> None:
    assert labelled(said, CONTEXTS["session"]) in ("faster", "slower")
