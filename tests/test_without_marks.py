"""Sayings as a recogniser writes them, without punctuation; and who cannot make up their mind."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.cutting.clauses_by_words import cuts
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain, readings

SESSION, YES_NO, NUMBER = (CONTEXTS[each] | {UNCLEAR} for each in ("session", "yesno", "number"))
ASKED = {
    "skip this one": "next", "go back one": "back", "say that again": "repeat", "turn it up a bit": "louder",
    "keep your voice down": "quieter", "slow down a bit": "slower", "speed it up": "faster",
    "let's stop there": "stop", "hold on a minute": "pause", "hold it a bit longer": "longer",
}  # fmt: skip


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


def bare(text: str) -> str:
    return re.sub(r"[,.;:!?]+(?=\s|$)", "", text)


WHY = some(
    "my knee is bad|i have a bad hip|there is somebody at the door|i am eighty four"
    "|i had an operation in march|i need to find my glasses|i never did that right"
)
HEADS = some("yes|no|nah|not at all|never|it is gone|gone|no pain|i do not think so|not really|none|well")
MORE = some(
    "i have had it for years|but it was last year|my wife does|it hurts|i am not sure|it is not|no|yes|still|not yet"
    "|i used to|except on sundays|the cat is on my leg|it is back|do you think so|not today"
)


@pytest.mark.parametrize("asked", ASKED)
@given(why=WHY, first=st.booleans())
def test_without_marks_the_same_is_asked_for(asked: str, why: str, first: bool) -> None:
    said = f"{why} {asked}" if first else f"{asked} {why}"
    assert labelled(said, SESSION) in (ASKED[asked], {"repeat": "again"}.get(ASKED[asked], ""))


@given(HEADS, MORE, MORE | st.just(""), st.sampled_from([", ", ". ", "; "]))
def test_without_marks_nothing_more_is_no_or_gone(head: str, more: str, last: str, mark: str) -> None:
    marked = mark.join(filter(None, (head, more, last)))
    assert {*readings(bare(marked))} & {"no", "gone", "none"} <= {*readings(marked)}


@given(st.lists(st.sampled_from("i you it my am is have the stop go back what because that one".split()), max_size=24))
def test_a_cut_loses_no_word(words: list[str]) -> None:
    for cut in cuts([tuple(words)]) if words else ():
        assert [word for clause in cut for word in clause] == words
        assert all(cut)


@pytest.mark.parametrize(
    ("saying", "label"),
    [("Wait wait just give me a sec to get the duvet off", "pause"),
     ("done that onto the following one please", "next"),
     ("hang on love, I missed that last step, take me back to it", "back"), ("hang on go back to the last one", "back"),
     ("come again love I haven't my ears in", "repeat"),
     ("sorry, was that heel up or heel down, I wasn't listening", "repeat"),
     ("I've not got my hearing aids in you'll have to shout", "louder"),
     ("whoa take it easy I can't keep up with you", "slower"), ("the baby's up I'll have to stop sorry", "stop")],
)  # fmt: skip
def test_commands_as_a_recogniser_writes_them(saying: str, label: str) -> None:
    assert labelled(saying, SESSION) == label


@pytest.mark.parametrize(
    "saying",
    ["these people can't, you know, stay there till eight o'clock because somebody has to work late",
     "I mean, some cases go on for years, you know", "and by the time it's on, I, I", "well now, let me see",
     "and by the time I've got everything else ready, the chicken's done"],
)  # fmt: skip
def test_what_is_told_of_others_asks_for_nothing(saying: str) -> None:
    assert labelled(saying, SESSION | YES_NO) == ""


OPPOSED = [("go on", "wait"), ("louder", "quieter"), ("left", "right"), ("three", "eight"), ("keep going", "stop")]


@given(st.sampled_from(OPPOSED), some("no|or|i mean"), some("no|oh no"),
       some("oh i can not decide|oh which one is it|i do not know|oh i can not choose"), st.booleans())  # fmt: skip
def test_who_cannot_decide_is_asked_again(
    pair: tuple[str, str], turn: str, again: str, wonders: str, marks: bool
) -> None:
    said = f"{pair[0]}, {turn}, {pair[1]}, {again}, {wonders}"
    assert labelled(said if marks else bare(said), CONTEXTS["all"] | {UNCLEAR}) == UNCLEAR


@given(st.sampled_from(NUMBERS[2:]), st.sampled_from(NUMBERS[2:]), some("put|call it|make it|put me down for"))
def test_the_number_that_counts_in_the_end(first: str, last: str, put: str) -> None:
    assert labelled(f"I'd have said {first} but Brian says I was screaming, so {put} {last}", NUMBER) == last


@given(
    some("i could not tell you|who knows|could be|you would have to ask my daughter|i have no idea what they are"),
    some("my pills are new|the doctor is away|i never looked|i have lost count|it is dark in here"),
    some("|yes|no|stop"),
)  # fmt: skip
def test_why_it_is_left_open_answers_nothing_else(open_: str, why: str, more: str) -> None:
    said = labelled(f"{why}, {open_}, {more}", YES_NO)
    assert said == "unsure" if not more else said not in ("yes", "no")


@given(
    some("that i do|that i have|i suppose i have"), some("little white ones every morning|i hardly drank a thing"),
    some("|but not now|my wife does|years ago|except on sundays"),
)  # fmt: skip
def test_a_yes_that_picks_up_the_verb(yes: str, more: str, back: str) -> None:
    said = labelled(f"{yes}, {more}, {back}", YES_NO)
    assert said == "yes" if not back and "hardly" not in more else said in ("", "yes", UNCLEAR)


@pytest.mark.parametrize("saying", ["can't say I have", "never have", "none whatsoever", "can't say I have noticed it"])
def test_denials_that_pick_up_the_verb(saying: str) -> None:
    assert labelled(saying, YES_NO) == "no"


@given(some("i do not|i have not|i am not"), some("my wife does|my husband has|he is"))
def test_what_others_do_leaves_no_no(denied: str, others: str) -> None:
    assert "no" not in readings(f"no, {denied}, {others}")


def test_i_alone_is_no_answer() -> None:
    assert not {*readings("I")} | {*readings("I have I")} - {"yes"} - {UNCLEAR}
    assert plain("I") == ("i",)
