"""What is said to the coach while a television or company talks on."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bench.hard import narrow
from stretchcoach.audio.tts import engine
from stretchcoach.core.vocabulary import CONTEXTS, YES_NO
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from stretchcoach.ears.listener import heard, make_listener
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.over_talk import understood_over_talk
from stretchcoach.ears.text_alone import understood
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS

Sound = NDArray[np.float32]
Read = Callable[[Said, frozenset[str], float, float], tuple[str, str]]
RATE = 16_000
SAYINGS = (Path(__file__).parent / "data" / "sayings.tsv").read_text(encoding="utf-8").splitlines()
NEWS = (
    "The council has voted to build a new bridge over the river, and the work is to begin in the spring of next year."
)
contexts = st.sampled_from(sorted(CONTEXTS)).map(CONTEXTS.__getitem__)
sayings = st.sampled_from([line.split("\t")[1] for line in SAYINGS])


@pytest.fixture(scope="module")
def listener() -> Listens:
    return make_listener(waits=True)


def spoken(name: str, text: str, accent: str) -> Sound:
    return narrow(np.asarray(engine(name).render(text, accent, 160), dtype=np.float32))


@pytest.fixture(scope="module")
def news() -> Sound:
    told = spoken("espeak", NEWS, "en-gb")
    return np.concatenate([told, told])


def over(said: Sound, talk: Sound, softer: float) -> Sound:
    """Three seconds of talk, then something is said over it, then talk again; ``softer``: by so many decibels."""
    out = talk[: len(said) + 5 * RATE] * 10 ** (-softer / 20) * (np.sqrt(np.mean(said**2) / np.mean(talk**2)))
    out[3 * RATE : 3 * RATE + len(said)] += said
    return np.asarray(out, dtype=np.float32)


@pytest.mark.parametrize(
    ("text", "context", "label"),
    [
        ("How long do I have to hold?", "session", "time"),
        ("It's my left leg.", "cramp", "left"),
        ("Could you go a bit slower please?", "session", "slower"),
        ("Please stop now.", "session", "stop"),
    ],
)
def test_a_saying_is_understood_while_somebody_else_talks_on(
    listener: Listens, news: Sound, text: str, context: str, label: str
) -> None:
    listener.arm(CONTEXTS[context])
    found = [one.label for one in heard(listener, over(spoken("natural", text, ""), news, 18)) if one.label]
    assert found == [label]


@pytest.mark.parametrize("context", sorted(CONTEXTS))
def test_talk_itself_is_no_saying(listener: Listens, news: Sound, context: str) -> None:
    listener.arm(CONTEXTS[context])
    assert [one.label for one in heard(listener, news) if one.label] == []


@given(sayings, contexts, st.floats(-20, 0), st.floats(0, 1))
def test_nobody_is_reassured_by_what_only_the_level_told_from_other_talk(
    text: str, armed: frozenset[str], whole: float, crowd: float
) -> None:
    label, _ = understood_over_talk(Said(text, 0.9, whole), armed, crowd)
    assert label not in ("gone", "no")
    assert not label or label in armed | {UNCLEAR}


def test_an_answer_is_asked_again_where_talk_is_running() -> None:
    yesno = CONTEXTS["yesno"]
    for text, label in (("It is.", "yes"), ("I don't know.", "unsure")):
        assert understood_over_talk(Said(text, 0.8, -1.2), yesno, 0.05)[0] == label
        assert understood_over_talk(Said(text, 0.8, -1.2), yesno, 0.2)[0] == UNCLEAR


def at_its_end(said: Said, armed: frozenset[str], crowd: float, above: float) -> tuple[str, str]:
    """The same where the talk pauses after it."""
    return understood(said, armed, {}, crowd, above=above)


@pytest.mark.parametrize("read", [understood_over_talk, at_its_end])
def test_a_saying_that_is_plainly_louder_than_the_talk_counts_in_more_of_it(read: Read) -> None:
    cramp, killing = CONTEXTS["cramp"], Said("It's killing me.", 0.9, -0.7)
    assert read(killing, cramp, 0.4, 5.0)[0] == "hurts"
    assert read(killing, cramp, 0.4, 3.0) == ("", ""), "as loud as the talk"
    assert read(killing, cramp, 0.5, 5.0) == ("", ""), "nothing but talk"
    assert read(killing._replace(whole=-2.5), cramp, 0.4, 5.0) == ("", "")
    assert read(Said("Next man.", 0.9, -0.6), CONTEXTS["session"], 0.3, 6.4) == ("", ""), "two words of a sentence"


@given(sayings, contexts, st.floats(-4, 0), st.floats(0.2501, 1), st.floats(-20, 60))
def test_however_loud_it_is_no_answer_counts_in_the_middle_of_talk(
    text: str, armed: frozenset[str], whole: float, crowd: float, above: float
) -> None:
    said = Said(text, 0.9, whole)
    for read in (understood_over_talk, at_its_end):
        assert read(said, armed, crowd, above)[0] not in {"gone", *YES_NO, *NUMBERS}


@given(sayings.filter(lambda text: " " not in text), contexts)
def test_a_single_word_over_talk_is_for_the_head_to_tell(text: str, armed: frozenset[str]) -> None:
    assert understood_over_talk(Said(text, 0.99, -0.1), armed, 0.0) == ("", "")


@given(st.floats(10, 30), st.integers(2, 60), st.integers(0, 2**16))
def test_what_stands_out_of_talk_begins_and_ends_where_it_is_louder(over_it: float, long: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    blocks = np.full(200 + long + 10, 1e-3)
    blocks[200 : 200 + long] *= 10 ** (over_it / 20)
    moments = WordEnds()
    for loud in blocks:
        moments.feed((rng.standard_normal(BLOCK) * loud).astype(np.float32))
    began, ended = moments.loud
    assert -1 <= began - (long + 10) <= 10, "what is just before it may be softer, and belong to it"
    assert abs(ended - 10) <= 1
