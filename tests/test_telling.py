"""What is told by a phrase, whatever stands around it, and who is spoken to by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.second_opinion import ASK_AGAIN
from stretchcoach.ears.text_alone import understood
from stretchcoach.grammar.answered import answered
from stretchcoach.grammar.lexicon.more_telling_phrases import TOLD
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.telling_phrases import ASKED, HOW_IT_IS, LEGS, NOT_SURE, STOP
from stretchcoach.grammar.meaning import plain, readings, told_by_phrases_alone
from stretchcoach.grammar.telling import told_by_phrases

PHRASES = {"stop": STOP, "not sure": NOT_SURE, **ASKED, **HOW_IT_IS, **LEGS}
SAID = sorted({(kind, " ".join(words)) for kind, pattern in PHRASES.items() for words in expanded(pattern)})
SAID += [(kind, phrase) for kind, some in TOLD.items() for phrase in some.split("|")]
REASONS = ("my back is playing up", "the kettle is on", "I was up all night", "it is my birthday", "I had soup")
phrase = st.sampled_from(SAID)
REASSURING = {"gone", "no", "none", "yes"}


def told(text: str) -> list[str]:
    return [*told_by_phrases(text, plain)]


@pytest.mark.parametrize(
    ("text", "context", "label"),
    [
        ("Kindly terminate the session, the plumber is at the gate.", "session", "stop"),
        ("My lift is here, so switch yourself off, would you.", "cramp", "stop"),
        ("These knees of mine, no, I can not carry on.", "session", "stop"),
        ("I did that one at the gym this morning, so proceed to the following exercise.", "session", "next"),
        ("The volume is too low for my old ears, my dear fellow.", "session", "louder"),
        ("The pace is making me giddy as a goat, so a bit more slowly.", "session", "slower"),
        ("My wellies are off now, pick it up again where we left off.", "session", "resume"),
        ("This mat is slippery, do I keep the front heel flat?", "session", "how"),
        ("Worst of it has passed, mind you, I feel it when I press there.", "cramp", "easing"),
        ("Rubbing did nothing, it's just as tight as before, sadly.", "cramp", "same"),
        ("Lord, a stabbing pain in there, what a night.", "cramp", "hurts"),
        ("It came on in bed, in the right calf, a beast of a thing.", "cramp", "right"),
        ("How on earth would I know, I can not see my own ankles.", "yesno", "unsure"),
        ("Sitting like this a four, five maybe if I press on it.", "number", "five"),
        ("It was an eight, I was in tears, call it a six now.", "number", "six"),
        ("Three over ten, doctor asks me the same.", "number", "three"),
    ],
)
def test_a_phrase_is_understood_among_whatever_else_is_said(text: str, context: str, label: str) -> None:
    assert labelled(text, CONTEXTS[context]) == label


@pytest.mark.parametrize(
    "text",
    [
        "Can you turn it down, Liam, I'm on a call.",
        "Give me a minute, Mum!",
        "Hurry up, Ella, the bus goes in five minutes.",
        "She told me to skip that one at the clinic.",
        "My daughter is four.",
        "Put the casserole on table seven, would you.",
        "My brother said it is killing him, the pain is awful.",
        "Where's my phone got to, under the sofa?",
    ],
)
def test_what_is_said_to_or_of_somebody_else_is_nothing(text: str) -> None:
    for context in ("session", "cramp", "yesno", "number"):
        assert labelled(text, CONTEXTS[context]) in ("", UNCLEAR), context


def test_a_name_in_an_answer_is_what_was_asked_for() -> None:
    assert answered("Yes, Lipitor.") == answered("Yes, on Tuesday, Amsterdam.") == "yes"
    assert readings("Yes, Mum, in a minute.") == readings("No, Dad.") == ()


def test_an_answer_with_yes_ends_nothing() -> None:
    for text in ("Yes, at night I have to go.", "Yeah, when I walk I can not carry on."):
        assert labelled(text, CONTEXTS["yesno"]) != "stop"
    assert labelled("Yes, my lift is here, so stop the session.", CONTEXTS["yesno"]) == "stop"


def test_stop_is_stop_whoever_is_named() -> None:
    assert labelled("Please stop, Liam, stop.", CONTEXTS["session"]) == "stop"


@given(phrase, st.sampled_from(REASONS), st.booleans())
def test_nothing_is_told_twice_over_and_nothing_reassures(said: tuple[str, str], reason: str, first: bool) -> None:
    text = f"{said[1]}, {reason}" if first else f"{reason}, {said[1]}"
    found = told(text)
    assert len(found) <= 1 and not REASSURING & {*found}
    if said[0] != "stop" and "stop" not in plain(text):
        assert found[:1] != ["stop"] or "stop" in told(said[1]), "a reason never stops"


@given(phrase, st.sampled_from(("she said", "he thought", "they told us", "I wonder whether")))
def test_what_others_say_is_not_told(said: tuple[str, str], who: str) -> None:
    assert told(f"{who} {said[1]}") == []


@given(
    st.sampled_from([each for each in SAID if each[0] == "a bit better"]),
    st.sampled_from("worse agony killing excruciating unbearable".split()),
)
def test_nothing_eases_beside_what_is_worst(said: tuple[str, str], worst: str) -> None:
    assert "a bit better" not in told(f"{said[1]}, the shin is {worst}")


@given(st.sampled_from([each for each in SAID if each[0] in HOW_IT_IS]))
def test_what_is_denied_of_the_cramp_is_not_told(said: tuple[str, str]) -> None:
    assert said[0] not in told(f"it is not {said[1]}") or "not" in said[1].split()


@given(phrase)
def test_a_phrase_alone_means_what_it_is_listed_for_or_asks_for_nothing_worse(said: tuple[str, str]) -> None:
    kind, text = said
    found = told(text)
    assert kind == "stop" or "stop" not in found or "stop" in readings(text), "only what wants an end ends it"


def test_it_is_known_when_only_a_phrase_is_understood() -> None:
    assert told_by_phrases_alone("The kettle is on, the tempo is far too lively.")
    assert not told_by_phrases_alone("Slow down."), "all of it is understood"
    assert not told_by_phrases_alone("My chest hurts, so switch yourself off.")
    assert not told_by_phrases_alone("The kettle is on.")


@given(phrase, st.sampled_from(REASONS), st.floats(0.06, 0.25))
def test_by_voice_it_counts_only_after_quiet(said: tuple[str, str], reason: str, crowd: float) -> None:
    text = f"{reason}, {said[1]}"
    if told_by_phrases_alone(text):
        assert understood(Said(text, 0.9, -0.5), CONTEXTS["all"], {}, crowd) in (("", ""), ASK_AGAIN)


@pytest.mark.parametrize("begins", ["you know what", "do you know what", "you know what I mean"])
def test_you_know_what_asks_for_nothing(begins: str) -> None:
    assert readings(f"{begins}, the edge has come off it")[:1] == ("a bit better",)
    assert readings(f"{begins}, you're rushing me")[:1] == ("slower",)
