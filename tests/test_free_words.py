"""Sayings with words in them that nobody knows: what is read all the same, and what never may be."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from stretchcoach.core.messages import Command
from stretchcoach.core.phrases import SIGNS, understand
from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.lexicon import free_sayings, sayings, state_sayings, wordings
from stretchcoach.grammar.lexicon.changes import changes
from stretchcoach.grammar.lexicon.patterns import around, expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.short_forms import SHORT_FORMS, SPELLINGS
from stretchcoach.grammar.meaning import plain, readings
from stretchcoach.grammar.signs import sign_sayings

EVERYTHING = frozenset(Command)
IN_A_CRAMP = CONTEXTS["cramp"]


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


def new(word: str) -> bool:
    known = {part for words in changes() for part in words} | wordings.known() | {*SHORT_FORMS, *SPELLINGS}
    return plain(word) == (word,) and word not in known and (word,) not in around()


unknown = st.text("abcdeghijklmnopqrstuvwz", min_size=3, max_size=9).filter(new)
adverb = st.sampled_from("terribly oddly weirdly scarcely rarely seldom jolly dead proper hella mega".split()).filter(
    new
)
strange = st.one_of(unknown, adverb)


def put_in(saying: str, word: str, at: int) -> str:
    words = saying.split()
    at %= len(words) + 1
    return " ".join([*words[:at], word, *words[at:]])


@given(some("it is|the pain is|my calf is|that is|the cramp has|") , some(state_sayings.STATES["gone"]), strange,
       st.integers(0, 12))  # fmt: skip
@example("it is", "gone", "scarcely", 2)
@example("", "gone", "anything but", 0)
def test_no_unknown_word_makes_it_gone(subject: str, gone: str, word: str, at: int) -> None:
    saying = put_in(f"{subject} {gone}", word, at)
    assert "gone" not in readings(saying), saying
    assert understand(saying, EVERYTHING) is not Command.GONE


@given(some("|no|not really|i do not think so|it is not|never|none|not at all"),
       st.lists(strange, min_size=1, max_size=3), st.integers(0, 12))  # fmt: skip
def test_no_unknown_word_makes_a_no(no: str, words: list[str], at: int) -> None:
    for word in words:
        saying = put_in(no, word, at)
        assert not {"no", "none"} & set(readings(saying)), saying


@given(some("is not|has not|is not quite|is never|is still not|will not be"), some(state_sayings.STATES["gone"]),
       strange, st.integers(0, 12))  # fmt: skip
def test_what_is_denied_is_not_gone_whatever_word_is_among_it(denied: str, gone: str, word: str, at: int) -> None:
    saying = put_in(f"it {denied} {gone}", word, at)
    assert not {"gone", "no"} & set(readings(saying)), saying


@given(some("it will be|it is going to be|it will soon be|tomorrow it is|it should be"),
       some(f"{state_sayings.STATES['gone']}|{state_sayings.STATES['better']}"))  # fmt: skip
def test_what_will_be_is_not_so_now(future: str, gone: str) -> None:
    assert "gone" not in readings(f"{future} {gone}")


@given(some("stop|please stop|stop it|stop now|make it stop"), some(free_sayings.OPENING), st.lists(unknown, min_size=2,
       max_size=4))  # fmt: skip
@example("stop", "my", ["husband", "is", "upstairs"])
def test_stop_may_have_any_reason_after_it(stop: str, opening: str, words: list[str]) -> None:
    saying = f"{stop} {opening} {' '.join(words)}"
    assume(3 < len(saying.split()) <= 8)
    assert labelled(saying, IN_A_CRAMP) == "stop", saying


@given(strange, some("it is|my calf|the pain is|it"), some("worse|killing me|hurting|getting worse"))
def test_worse_is_read_among_unknown_words_too_and_never_as_anything_better(word: str, it: str, worse: str) -> None:
    assert labelled(f"{it} {word} {worse}", IN_A_CRAMP) == "hurts"


@pytest.mark.parametrize("saying", ["nope, worse", "nope worse", "nah, worse", "no, worse", "No. Worse."])
def test_a_no_that_answers_does_not_turn_worse_round(saying: str) -> None:
    assert labelled(saying, IN_A_CRAMP) == "hurts"


def test_no_worse_in_one_breath_is_the_same() -> None:
    assert labelled("no worse", IN_A_CRAMP) == "same"
    assert "gone" not in readings("no, better")


@given(strange, strange)
def test_unknown_words_alone_mean_nothing(first: str, second: str) -> None:
    assert readings(f"{first} {second}") == ()


@pytest.mark.parametrize(
    ("saying", "label"),
    [
        ("quieter please, my husband is asleep", "quieter"),
        ("speak up, I'm a bit deaf", "louder"),
        ("wait, go back", "back"),
        ("hold on, sugar", "pause"),
        ("let me just sit down first", "pause"),
        ("I cannae hear you", "louder"),
        ("it isnae gone", "same"),
        ("aye it's gone", "gone"),
        ("stop, let me sleep", "stop"),
        ("dude, stop", "stop"),
        ("it's cramping again", "hurts"),
        ("it's starting to tighten", "hurts"),
        ("it becomes better", "easing"),
        ("it's beginning to loosen off", "easing"),
        ("why won't it go away", "same"),
        ("literally nothing changed", "same"),
        ("I've got such a pain in my chest", "chest_pain"),
        ("better than before", "easing"),
        ("comin back", "hurts"),
    ],
)
def test_a_kind_of_saying_is_read_as_it_is_meant(saying: str, label: str) -> None:
    assert labelled(saying, IN_A_CRAMP) == label, readings(saying)


@pytest.mark.parametrize(
    ("saying", "phrase"),
    [
        ("yeah, totally", "yes"),
        ("yes since yesterday", "yes"),
        ("how many minutes have we got left", "how long"),
        ("when is it over", "how long"),
        ("dunno, maybe three", "three"),
        ("nine, definitely", "nine"),
        ("give me some more time on this", "longer"),
        ("how does this one work", "how"),
        ("what did you just say to me", "say again"),
        ("bit loud, mate", "quieter"),
        ("could you go a little slower please", "slower"),
    ],
)
def test_questions_and_answers_go_on_in_anybodys_words(saying: str, phrase: str) -> None:
    assert phrase in readings(saying)


@pytest.mark.parametrize(
    "saying",
    [
        "stop at the church", "the bus stop", "he told them to stop", "they came to a full stop", "yes minister",
        "when dinner was over", "the following sentence", "a handsome stone building", "let me get a bacon roll",
        "I don't know how long I slept", "the conference is locked", "it tastes of the sea", "go back to sleep my girl",
        "limit", "the leaflet", "speed limit", "she will stop", "the next generation", "that'll be good",
    ],
)  # fmt: skip
def test_talk_for_somebody_else_still_means_nothing(saying: str) -> None:
    assert readings(saying) == ()


@example("my foot is numb")
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), max_size=80))
def test_what_free_words_are_read_as_is_a_phrase(text: str) -> None:
    known = {*sayings.SAID, *sign_sayings.SAID, *(phrase for phrase, _ in SIGNS.values()), *wordings.NUMBERS}
    assert set(readings(text)) <= {*known, "stop", "gone", "same", "worse", "a bit better", "ow", UNCLEAR}
