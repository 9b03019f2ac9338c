"""One thing asked for or counted, whatever is told beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import readings

SESSION, NUMBER = CONTEXTS["session"] | {UNCLEAR}, CONTEXTS["number"]
ASKED = {
    "next one please": "next", "skip this one": "next", "go back one": "back", "say that again": "repeat",
    "how much longer": "time", "turn it up a bit": "louder", "keep your voice down": "quieter",
    "slow down a bit": "slower", "speed it up": "faster", "let's stop there": "stop", "hold on a minute": "pause",
    "let's carry on": "resume", "hold it a bit longer": "longer", "make it a bit shorter": "shorter",
}  # fmt: skip


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


WHY = some(
    "my knee is bad|i have a bad hip|there is somebody at the door|i am eighty four"
    "|i had an operation in march|my hearing is not great|i need to find my glasses|it is the middle of the night"
)
MANNERS = some("love|please|sorry|thanks a million|if you do not mind|doctor|for god is sake")


@pytest.mark.parametrize("asked", ASKED)
@given(why=WHY, manners=MANNERS | st.just("well"), first=st.booleans())
def test_an_aside_leaves_what_is_asked_for(asked: str, why: str, manners: str, first: bool) -> None:
    said = f"{why}, {asked}, {manners}" if first else f"{manners}, {asked}, {why}"
    assert labelled(said, SESSION) in (ASKED[asked], {"repeat": "again"}.get(ASKED[asked], ""))


@given(
    st.sampled_from([("louder", "quieter"), ("slower", "faster"), ("longer", "shorter"), ("go back", "skip it")]),
    some("no|or|i mean|wait"), st.booleans(), WHY,
)  # fmt: skip
def test_two_opposites_are_never_one_of_them_for_certain(
    pair: tuple[str, str], between: str, turned: bool, why: str
) -> None:
    one, other = pair[::-1] if turned else pair
    said = labelled(f"{one} please, {between}, {other} please, {why}", SESSION)
    assert said in ("", UNCLEAR, other if between == "i mean" else UNCLEAR)


@given(
    st.sampled_from(["slow down", "hurry up", "hold on", "wait there", "go back"]),
    some("you will choke|you will fall|she said so|you will be late"),
)
def test_what_is_said_to_others_is_not_for_us(asked: str, to_others: str) -> None:
    assert labelled(f"{asked}, {to_others} on that toast", SESSION) == ""


@pytest.mark.parametrize(
    "saying",
    ["put the volume down on that telly", "turn the oven down, it's burning", "is it nearly over, that match",
     "how much longer is your mother staying", "how long is that programme on for", "hold on to the rail",
     "bad enough", "good enough", "I wish they'd stop it", "I was out of the country at the time"],
)  # fmt: skip
def test_what_is_about_something_else_is_not_for_us(saying: str) -> None:
    assert labelled(saying, SESSION) == ""


@pytest.mark.parametrize("asked", ["stop", "please stop", "stop it now", "can we stop"])
@given(why=WHY, first=st.booleans())
def test_stop_is_stop_whatever_the_reason(asked: str, why: str, first: bool) -> None:
    assert labelled(f"{why}, {asked}" if first else f"{asked}, {why}", SESSION) == "stop"


@pytest.mark.parametrize("asked", ["next one please", "turn it up a bit", "skip this one"])
def test_that_somebody_sleeps_asks_for_nothing_beside_something_else(asked: str) -> None:
    assert labelled(f"{asked}, the baby is asleep", SESSION) == ASKED[asked]


BIG = st.sampled_from(NUMBERS[2:])


@given(BIG, some("i had two babies|i have four kids|i have three cats"), some("i would say|call it|it is a"))
def test_what_is_counted_beside_a_number_is_not_that_number(number: str, told: str, frame: str) -> None:
    assert labelled(f"{number}, {told}, {frame} {number}", NUMBER) == number
    assert labelled(f"{told} and {frame} {number}", NUMBER) == number


@given(BIG, BIG, some("sorry|i mean|make that|no sorry|no make that"))
def test_a_number_taken_back_with_words_gives_way_to_the_other(first: str, then: str, correction: str) -> None:
    assert labelled(f"{first}, {correction}, {then}", NUMBER) == then


@given(BIG, some("it was nine before|but not now|when i move|he said eight|if i press it|at six|not always"))
def test_a_clause_that_may_take_a_number_back_leaves_it_unread(number: str, told: str) -> None:
    assert "zero" not in readings(f"{number}, {told}")
    assert labelled(f"i would call it {number}, {told}", NUMBER) in ("", UNCLEAR, number, "nine")


@given(
    st.sampled_from(["none", "not one", "nothing at all", "none whatsoever", "not a single one"]),
    some("but two yesterday|except one|only one|i think|or two|yes|apart from this|so far as i know"),
)
def test_none_with_anything_else_is_not_zero(none: str, more: str) -> None:
    assert "zero" not in readings(f"{none}, {more}")


@pytest.mark.parametrize(
    ("saying", "number"),
    [("about eight glasses", "eight"), ("only the once", "one"), ("off the scale", "ten"), ("twice a week", "two"),
     ("a couple", "two"), ("a hundred out of ten", "ten"), ("four cups of tea", "four"), ("nine and a half", "ten"),
     ("none at all", "zero"), ("nought", "zero"), ("ten, no question", "ten"), ("no less than seven", "seven"),
     ("the eight mark", "eight"), ("five, no, hang on, not four, five", "five")],
)  # fmt: skip
def test_numbers_as_people_count(saying: str, number: str) -> None:
    assert labelled(saying, NUMBER) == number


@pytest.mark.parametrize("saying", ["a good one", "once more", "at once", "two years ago we met", "my boy is eight"])
def test_what_counts_something_else_is_no_number(saying: str) -> None:
    assert labelled(saying, NUMBER) == ""


@given(
    some("not certain|i do not know|could not tell you|hard to say|i do not remember"),
    some("i would have to look|my memory is not what it was|i never measure it|it is pitch dark in here"),
    some("|yes|no|yeah"),
)
def test_why_somebody_is_not_sure_answers_nothing_else(doubt: str, why: str, answer: str) -> None:
    said = labelled(f"{doubt}, {why}, {answer}", CONTEXTS["yesno"])
    assert said == "unsure" if not answer else said not in ("no", "yes")
