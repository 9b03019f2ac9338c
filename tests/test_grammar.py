"""The grammar of sayings: what people say beyond the words of the tables, and what must never be misread."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stretchcoach.core.knowledge import YES_NO
from stretchcoach.core.messages import Answer, Choice, Command, Question
from stretchcoach.core.phrases import SIGNS, doubtful, understand
from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon import manners, sayings, state_sayings
from stretchcoach.grammar.lexicon.patterns import LONGEST, bare, expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain, readings
from stretchcoach.grammar.signs import sign_sayings

SAYINGS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "data" / "sayings.tsv").read_text(encoding="utf-8").splitlines()
]
READ_AS = {
    "easing": "a bit better", "unsure": "not sure", "time": "how long", "start": "ready", "bed": "in bed",
    "unclear": UNCLEAR, "zero": "none",
}  # fmt: skip
EVERYTHING = frozenset(Command)
IN_A_CRAMP = frozenset({Command.GONE, Command.SAME, Command.WORSE, Command.STOP, Command.PAUSE, Command.HELP})
SURE = Question("rf_swelling", "Is it swollen?", YES_NO)
PAIN = Question("pain", "How bad is it?", tuple(Choice(str(n), f"[{n}]", str(n)) for n in range(11)))
SINCE = Question(
    "since", "Since when?", (Choice("hours_days", "Hours or [d]ays", "d"), Choice("weeks", "[W]eeks", "w"))
)
NEGATIONS = "not isn't hasn't never doesn't still no hardly don't won't nothing any_more no_longer".split()


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


around = st.lists(some(f"{manners.FILLERS}|{manners.PAIN}"), max_size=2).map(" ".join)


@pytest.mark.parametrize(("meaning", "saying"), [row for row in SAYINGS if row[0]])
def test_a_saying_is_read_as_it_is_meant(meaning: str, saying: str) -> None:
    wanted = {READ_AS.get(meaning, meaning)} | ({"say again"} if meaning == "repeat" else set())
    assert wanted & set(readings(saying)), readings(saying)


@pytest.mark.parametrize("saying", [saying for meaning, saying in SAYINGS if not meaning])
def test_what_is_said_to_somebody_else_means_nothing(saying: str) -> None:
    assert readings(saying) == ()


@example("", "", "stop", "this instant")
@given(around, st.sampled_from(["", "please", "can you", "I want to", "I said", "just", "no", "can we", "we have to"]),
       some("stop|stop it|stop the pain|stop now|stop this|stopp"), around)  # fmt: skip
def test_stop_is_stop_whatever_pain_and_politeness_stand_around_it(
    before: str, polite: str, stop: str, after: str
) -> None:
    saying = f"{before} {polite} {stop} {after}"
    assert readings(saying)[:1] == ("stop",)
    assert understand(saying, frozenset({Command.STOP}), SURE) is Command.STOP
    assert labelled(saying, CONTEXTS["number"]) == "stop"


@pytest.mark.parametrize(
    "answer", ["gone", "it's gone", "a bit better", "worse", "still there", "no", "yes", "left", "it eased off"]
)
def test_stop_wins_over_any_answer_in_the_same_breath(answer: str) -> None:
    for saying in (f"{answer}, stop", f"{answer} stop please", f"stop, {answer}", f"{answer}, no, stop it"):
        assert labelled(saying, CONTEXTS["cramp"]) == "stop", saying


def test_stop_for_a_while_is_stop_and_what_stopped_is_not() -> None:
    for saying in ("Stop for a moment.", "stop, I need a break"):
        assert labelled(saying, CONTEXTS["cramp"]) == "stop", saying
    for other in ("Take the bus, stop at the church.", "Please, don't stop.", "It stopped, thank you.", "good enough"):
        assert labelled(other, CONTEXTS["cramp"]) != "stop", other


@pytest.mark.parametrize("saying", ["don't stop", "please do not stop now", "never stop", "I don't want to stop"])
def test_stop_that_is_denied_is_not_obeyed(saying: str) -> None:
    assert understand(saying, EVERYTHING) is not Command.STOP


@given(st.data())
def test_nothing_with_a_negation_in_it_is_ever_gone(data: st.DataObject) -> None:
    parts = data.draw(
        st.lists(some("|".join([*state_sayings.STATES.values(), state_sayings.ABOUT, state_sayings.WHEN])), max_size=5)
    )
    at = data.draw(st.integers(0, len(parts)))
    words = data.draw(st.sampled_from(NEGATIONS)).replace("_", " ")
    saying = " ".join([*parts[:at], words, *parts[at:]])
    assert "gone" not in readings(saying), saying
    assert understand(saying, EVERYTHING) is not Command.GONE


@given(
    around,
    some("no|nope|nah|oh no|no no"),
    some("it is|it|the cramp is|my leg is"),
    some(state_sayings.STATES["worse"]),
)
def test_a_no_before_it_never_makes_worse_into_anything_better(before: str, no: str, it: str, worse: str) -> None:
    assert not {"gone", "same", "a bit better"} & set(readings(f"{before} {no} {it} {worse}"))


@given(st.data())
def test_gone_and_its_opposite_in_one_breath_is_asked_again_or_nothing(data: st.DataObject) -> None:
    gone = data.draw(some(state_sayings.STATES["gone"]))
    other = data.draw(some(f"{state_sayings.STATES['worse']}|{state_sayings.STATES['same']}|{state_sayings.DOUBT}"))
    assert "gone" not in readings(f"it is {gone} but {other}")
    if other != "there":  # "there, it is gone" is no opposite: people say it of what they were waiting for
        assert "gone" not in readings(f"{other} it is {gone}")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), max_size=60))
def test_no_text_raises_and_reading_is_by_the_words_alone(text: str) -> None:
    assert readings(text) == readings(f"  {text} ")
    known = {*sayings.SAID, *sign_sayings.SAID, *(phrase for phrase, _ in SIGNS.values()), *NUMBERS}
    assert set(readings(text)) <= {*known, "stop", "gone", "same", "worse", "a bit better", "ow", UNCLEAR}


@pytest.mark.parametrize(
    ("saying", "value"),
    [("a seven", "7"), ("maybe six", "6"), ("seven or eight", "8"), ("eight or seven", "8"), ("7", "7"), ("7/10", "7"),
     ("between 4 and 6", "6"), ("6.5", "7"), ("ten out of ten", "10"), ("none", "0"), ("no pain", "0"),
     ("I'd say a five", "5"), ("about a three", "3"), ("zero", "0")],
)  # fmt: skip
def test_a_number_is_the_highest_that_is_said(saying: str, value: str) -> None:
    assert understand(saying, IN_A_CRAMP, PAIN) == Answer(value)


@pytest.mark.parametrize("saying", ["not seven", "eleven", "seven or so many", "five past six", "page seven"])
def test_what_is_no_number_from_zero_to_ten_is_none(saying: str) -> None:
    assert not isinstance(understand(saying, IN_A_CRAMP, PAIN), Answer)


@pytest.mark.parametrize(
    ("saying", "value"), [("for weeks", "weeks"), ("a few days", "hours_days"), ("weeks I think", "weeks")]
)
def test_a_choice_is_found_among_the_words_around_it(saying: str, value: str) -> None:
    assert understand(saying, IN_A_CRAMP, SINCE) == Answer(value)


def test_a_choice_that_is_denied_is_not_taken() -> None:
    assert understand("not for weeks", IN_A_CRAMP, SINCE) is None


@pytest.mark.parametrize(
    "saying", ["my chest hurts", "chest pain", "it's my chest", "I can't breathe", "yes", "yes my chest"]
)
def test_naming_what_is_asked_for_is_a_yes(saying: str) -> None:
    chest = Question("rf_chest", "Any chest pain?", YES_NO)
    assert understand(saying, IN_A_CRAMP, chest) == Answer("yes")
    opening = Question("opening", "Fall, blow, pop or chest pain?", YES_NO)
    assert understand(saying, IN_A_CRAMP, opening) == Answer("yes")


def test_better_but_not_gone_is_not_gone() -> None:
    for saying in ("a bit better", "it's easing", "nearly gone", "getting better", "better but still there"):
        assert understand(saying, IN_A_CRAMP) is Command.SAME
        assert labelled(saying, CONTEXTS["cramp"]) == "easing"


def test_ow_is_worse_only_as_an_answer() -> None:
    assert understand("ow", IN_A_CRAMP) is None
    assert understand("Ow! Ouch!", IN_A_CRAMP, asked=True) is Command.WORSE


@pytest.mark.parametrize(
    "saying", ["left no right", "maybe it's gone", "it's gone but it hurts", "it doesn't hurt any more"]
)
def test_doubt_and_contradiction_are_asked_again(saying: str) -> None:
    assert understand(saying, IN_A_CRAMP) is None
    assert doubtful(saying, IN_A_CRAMP)
    assert not doubtful(saying, frozenset({Command.NEXT})), "nothing was asked"


def test_what_falls_away_at_the_ends_leaves_the_middle() -> None:
    assert ("next",) in list(bare(plain("um okay can we please next now")))


def test_every_pattern_is_read_as_what_it_stands_for() -> None:
    dice = random.Random(5)
    for phrase, pattern in {**sayings.SAID, **sign_sayings.SAID}.items():
        for words in dice.sample(expanded(pattern), min(25, len(expanded(pattern)))):
            assert phrase in readings(" ".join(words)) or "stop" in readings(" ".join(words)), (phrase, words)


def test_stop_is_stop_in_each_of_its_wordings_and_none_is_too_long_to_be_found() -> None:
    for words in expanded(sayings.STOP):
        assert readings(" ".join(words))[:1] == ("stop",), words
    assert (
        max(len(words) for pattern in (sayings.STOP, *sayings.SAID.values()) for words in expanded(pattern)) <= LONGEST
    )


@given(st.data())
def test_an_answer_may_repeat_the_question_and_is_then_that_answer(data: st.DataObject) -> None:
    said = data.draw(some(sayings.ECHO))
    named = data.draw(st.sampled_from(["swollen", "red and warm", "numb there", "a fever", "worse at night"]))
    assert "no" not in readings(f"yes, {said} {named}") and "yes" in readings(f"yes, {said} {named}")
    assert "yes" not in readings(f"no, {said} not {named}") and "no" in readings(f"no, {said} not {named}")
    assert "yes" not in readings(f"yes, {said} {named}, but not now"), "a condition is no plain answer"


@given(st.data(), around)
def test_an_answer_that_takes_itself_back_is_no_answer(data: st.DataObject, before: str) -> None:
    unsure = data.draw(st.sampled_from(["I'm not sure", "I don't know", "hard to say", "I can't remember"]))
    answer = data.draw(st.sampled_from(["yes", "a little", "I think so", "sometimes", "no", "not really"]))
    assert understand(f"{before} {answer}, {unsure}", EVERYTHING, SURE) == Answer("not_sure")
