"""An answer with more after it, where somebody types; and what may never be taken for a *no*."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.knowledge import YES_NO
from stretchcoach.core.messages import Answer, Command, Question
from stretchcoach.core.phrases import doubtful, understand
from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar import answered as answers
from stretchcoach.grammar.answered import NO, NOT_SURE, YES, answered
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import readings

PLAIN = Question("any", "Is it so?", YES_NO)
ALL = frozenset(Command)


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


YES_HEADS = some("yes|yeah|yep|oh yes|well yeah|um yes|yes please|aye")
NO_HEADS = some("no|nah|nope|no no|oh no|um no|no thank you|well no")
MORE = some(
    "i have been on my feet all day|it started on monday|every single night|i took two this morning"
    "|i am on water tablets|we moved house at the weekend|the heat is terrible|a glass of wine with dinner|twice a week"
)
AGAIN = some(
    "i have not had any of that|never|not at all|not that i know of|nothing like that|i do not|none of that"
    "|i have not noticed anything|not since march|i never have|i have not taken anything"
)
TURNS = some(
    "but it was last year|except on sundays|only when i walk|actually no|i used to|not really sure|unless i run"
    "|though it hurts|maybe once|years ago|when i was a kid but never since|if i press it"
)
TAKES_BACK = some(
    "but it was last year|except on sundays|only when i walk|well sometimes|actually yes|i used to|not really sure"
    "|unless i run|though it hurts|maybe once|just a little|a bit|i mean yes|if i press it"
)
OF_OTHERS = some("my wife does|he has it|she did|my mother had that|that is my husband")
BACK = some("do you think so|why do you ask|what about it|have you|is it bad")
SIGNS = some("my chest hurts|my leg is swollen|my foot is numb|i feel faint|my heart is racing|i can not feel my foot")


@given(YES_HEADS, MORE, st.sampled_from([", ", ". ", " - ", "; "]))
def test_a_yes_that_goes_on_is_a_yes(yes: str, more: str, pause: str) -> None:
    assert answered(f"{yes}{pause}{more}") == YES
    assert understand(f"{yes}{pause}{more}", ALL, PLAIN, typed=True) == Answer("yes")


@given(YES_HEADS, MORE, TURNS | OF_OTHERS | BACK)
def test_a_yes_that_is_taken_back_is_asked_again(yes: str, more: str, back: str) -> None:
    assert answered(f"{yes}, {more}, {back}") == UNCLEAR


@given(NO_HEADS, AGAIN, AGAIN | st.just(""))
def test_a_no_that_denies_again_is_a_no(no: str, again: str, more: str) -> None:
    assert answered(f"{no}, {again}, {more}") == NO


@given(NO_HEADS, AGAIN | st.just(""), TAKES_BACK | OF_OTHERS | BACK | SIGNS | YES_HEADS, AGAIN | st.just(""))
def test_whatever_takes_it_back_leaves_no_no(no: str, again: str, back: str, more: str) -> None:
    said = f"{no}, {again}, {back}, {more}"
    assert answered(said) != NO
    assert understand(said, ALL, PLAIN, typed=True) != Answer("no")


@given(NO_HEADS, st.text(alphabet=st.characters(categories=["Ll", "Zs"]), min_size=3, max_size=30))
def test_a_no_with_words_that_nobody_knows_is_no_no(no: str, words: str) -> None:
    assert answered(f"{no}, xyz {words}") != NO


@given(NO_HEADS, AGAIN)
def test_no_to_too_little_with_more_after_it_is_asked_again(no: str, again: str) -> None:
    assert answered(f"{no}, {again}", "Are you also peeing much less than usual?") == UNCLEAR


@given(YES_HEADS, MORE)
def test_a_yes_that_all_is_well_counts_alone(yes: str, more: str) -> None:
    assert answered(f"{yes}, {more}", "Can you take four steps on that leg?") == UNCLEAR
    assert answered(yes, "Can you take four steps on that leg?") == YES


@given(NO_HEADS, some("i drink plenty of water|i live alone here|i always sleep well"))
def test_a_reason_with_a_word_of_the_question_is_asked_again(no: str, reason: str) -> None:
    assert answered(f"{no}, {reason}", f"Is this so: {reason}?") == UNCLEAR


@given(some("i work from home|i am from wales|i like it here|i play the piano"), NO_HEADS)
def test_who_somebody_is_leaves_a_no_to_one_thing_only(reason: str, no: str) -> None:
    assert answered(f"{no}, {reason}", "Is it so?", several=True) == UNCLEAR


def test_who_somebody_is_is_no_reason_for_a_yes() -> None:
    assert answered("no, I work from home") == NO
    assert answered("no, I'm a teacher") == NO
    assert answered("no, I drink my eight glasses") == NO


@pytest.mark.parametrize(
    ("saying", "answer"),
    [("I do, every day", YES), ("a glass of wine, yeah", YES), ("yeah, almost every day", YES), ("uh-huh, twice", YES),
     ("I don't know, it's too dark", NOT_SURE), ("huh-uh", NO), ("we're, we did that", ""), ("the cat", ""),
     ("no, I don't drink much", UNCLEAR), ("no, not every day", UNCLEAR),
     ("no, I'm on warfarin", UNCLEAR), ("no, it's the other leg", UNCLEAR)],
)  # fmt: skip
def test_what_an_answer_begins_with(saying: str, answer: str) -> None:
    assert answered(saying) == answer


@given(YES_HEADS | NO_HEADS, MORE | AGAIN | TAKES_BACK | OF_OTHERS)
def test_by_voice_only_the_strict_readings_count(head: str, more: str) -> None:
    said = f"{head}, {more}"
    value = understand(said, ALL, PLAIN)
    assert not isinstance(value, Answer) or {*readings(said)} & {"yes", "no", "not sure", "none", "maybe"}


def test_what_is_asked_again_says_so_where_it_was_typed() -> None:
    assert doubtful("no, it's my other leg", ALL, PLAIN, typed=True)
    assert not doubtful("no, it's my other leg", ALL, PLAIN)


@given(
    some("well|oh"), some("i have not|i did not|i have never|i never"),
    some("felt anything|slept|eaten anything|been well|peed|moved it|stopped"),
)  # fmt: skip
def test_what_else_is_denied_is_no_answer_by_voice(well: str, have: str, done: str) -> None:
    assert "no" not in readings(f"{well}, {have} {done}")


@given(some("not at all|nothing"), some("like the other one|the same as the other leg|like the other side"))
def test_what_is_not_at_all_like_the_other_is_no_no(not_at_all: str, other: str) -> None:
    assert "no" not in readings(f"{not_at_all} {other}")


@pytest.mark.parametrize("saying", ["no, not all day", "not all week", "not all the time", "no, not always"])
def test_not_always_is_sometimes(saying: str) -> None:
    assert labelled(saying, CONTEXTS["yesno"]) != "no"


@pytest.mark.parametrize(
    "saying", ["The what?", "You what?", "I'm sorry?", "Excuse me?", "pardon me?", "Oh, a what?", "to what?", "Huh?"]
)
def test_what_was_not_caught_is_said_again(saying: str) -> None:
    assert labelled(saying, CONTEXTS["yesno"]) == "repeat"


@pytest.mark.parametrize("saying", ["I'm sorry", "excuse me", "huh, yeah", "you are what?", "is the what gone?"])
def test_what_is_no_such_question_is_not(saying: str) -> None:
    assert labelled(saying, CONTEXTS["yesno"]) != "repeat"


def test_the_words_of_no_and_of_yes_are_different_ones() -> None:
    assert not {*expanded(answers.AFFIRMS)} & {*expanded(answers.DENIES)}
