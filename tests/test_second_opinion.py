"""When a word is believed at once, and what the decoder's words make of it."""

from typing import Literal

import numpy as np
import pytest
import speech_recognition as sr
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stretchcoach.core.essentials import ESSENTIALS
from stretchcoach.core.messages import Command
from stretchcoach.core.phrases import doubtful
from stretchcoach.core.vocabulary import CONTEXTS, WORDS, labelled
from stretchcoach.ears.clip import Clip
from stretchcoach.ears.decoder import NOTHING, Decoder, Said
from stretchcoach.ears.encoder import Encoder
from stretchcoach.ears.guess import Guess
from stretchcoach.ears.second_opinion import (
    ASK_AGAIN,
    at_once,
    phrases_asked,
    settled,
    without_decoder,
)
from stretchcoach.ears.sound_alikes import sounds_like
from stretchcoach.ears.text_alone import nearly_taken, understood
from stretchcoach.ears.transcriber import Transcriber
from stretchcoach.grammar.lexicon import sayings
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain

Sound = NDArray[np.float32]
CRAMP = CONTEXTS["cramp"]
GONE = Guess("gone", "gone", 0.95, True)


def said(text: str, whole: float = -1.0, **others: float) -> Said:
    return Said(text, 0.8, whole, tuple((phrase.replace("_", " "), likely) for phrase, likely in others.items()))


def test_stop_waits_for_nobody_and_gone_always_does() -> None:
    assert at_once(Guess("stop", "stop", 0.6, False, True))
    assert not at_once(GONE)
    assert at_once(Guess("next", "next", 0.9, True))
    assert not at_once(Guess("next", "next", 0.9, False)), "something was said right before it"
    assert not at_once(Guess("next", "next", 0.7, True))


@pytest.mark.parametrize("text", ["It's not gone.", "Not gone!", "It isn't gone.", "Still not gone."])
def test_gone_in_a_sentence_that_turns_it_is_never_gone(text: str) -> None:
    assert settled(GONE, said(text, gone=-2.0), CRAMP)[0] == "same"


@pytest.mark.parametrize("text", ["It's gone, but it still hurts.", "Maybe it's gone."])
def test_gone_in_doubt_is_asked_again(text: str) -> None:
    assert settled(GONE, said(text, gone=-2.0), CRAMP)[0] == "?"


@pytest.mark.parametrize("text", ["Gone.", "It's gone.", "The cramp is gone."])
def test_gone_that_is_borne_out_is_gone(text: str) -> None:
    assert settled(GONE, said(text), CRAMP)[0] == "gone"


def test_what_the_decoder_cannot_spell_counts_by_how_likely_both_find_it() -> None:
    left = Guess("left", "left", 0.6, True)
    assert settled(left, said("Let's", left=-5.0), CRAMP) == ("left", "left")
    assert settled(left, said("Let's", left=-11.0), CRAMP) == ("", "")
    surer = Guess("left", "left", 0.7, True)
    assert settled(surer, said("I wrote a letter home.", left=-9.0), CRAMP) == ("", ""), "a sentence"
    amid = Guess("left", "left", 0.55, False, True)
    assert settled(amid, said("Less.", left=-1.0), CRAMP) == ("", "")
    assert settled(amid._replace(probability=0.7), said("Less.", left=-1.0), CRAMP)[0] == "left"
    assert settled(amid._replace(probability=0.7), said("Less.", left=-4.0), CRAMP) == ("", "")
    assert settled(Guess("seven", "seven", 0.3, True), said("Sewing.", seven=-9.0), CONTEXTS["number"])[0] == "seven"


def test_another_word_that_was_clearly_read_needs_a_surer_head() -> None:
    better = Guess("gone", "better", 0.52, True)
    badger = said("Badger.", -0.1, better=-6.3)
    assert settled(better, badger, CRAMP) == ("", "")
    assert settled(better._replace(probability=0.6), badger, CRAMP)[0] == "gone"
    unclear = said("Night", -2.3, better=-6.3)
    assert settled(better, unclear, CRAMP)[0] == "gone", "what was not clearly read is no other word"
    near = said("Batter.", -0.9, better=-2.4)
    assert settled(better, near, CRAMP)[0] == "gone", "it may well have been ours"


def test_stop_stands_unless_it_was_clearly_something_else() -> None:
    stop = Guess("stop", "stop", 0.45, True)
    assert settled(stop, said("Star.", stop=-5.0), CONTEXTS["session"])[0] == "stop"
    assert settled(stop, said("Start.", -0.5, stop=-9.0), CONTEXTS["session"])[0] == "start"
    assert settled(stop, NOTHING, CONTEXTS["session"])[0] == "stop"


def test_start_that_sounds_like_stop_is_stop_only_where_the_decoder_agrees() -> None:
    stop = Guess("stop", "stop", 0.7, True, start=0.06)
    assert not at_once(stop)
    assert at_once(stop._replace(start=0.01)), "clear words wait for nobody"
    assert at_once(stop._replace(probability=0.9)), "and what is nearly certain never does"
    session = CONTEXTS["session"]
    assert settled(stop, said("Start.", -0.5, stop=-9.0), session)[0] == "start"
    assert settled(stop, said("Stood,", -2.5, stop=-7.6), session) == ("", "")
    assert settled(stop, said("Stood,", -2.5, stop=-7.6), CRAMP)[0] == "?", "it is asked again"
    assert settled(stop, said("Stuff.", -2.5, stop=-4.0), CRAMP)[0] == "stop"
    assert settled(stop, said("Start", -2.6, stop=-2.2), session)[0] == "stop"
    assert settled(stop, said("Stop.", -0.5, stop=-0.5), CRAMP)[0] == "stop"


def test_stop_that_only_the_decoder_read_is_start_where_the_head_is_sure_of_it() -> None:
    session, heard = CONTEXTS["session"], {"start": 0.9, "stop": 0.5}
    alike = said("Stop.", -1.4, start=-1.3)
    assert understood(alike, session, heard, almost="start")[0] == "start"
    assert understood(alike, session, {"start": 0.5, "stop": 0.3}, almost="start")[0] == "stop"
    assert understood(alike, session, {"start": 0.7, "stop": 0.8})[0] == "stop"
    assert understood(said("Stop.", -1.4, start=-3.0), session, heard, almost="start")[0] == "stop"
    assert understood(said("Please stop.", -1.4, start=-1.3), session, heard, almost="start")[0] == "stop"
    assert understood(alike, CRAMP - {"start"}, heard)[0] == "stop", "nothing is to be started"


def test_in_noise_one_of_our_words_counts_as_it_is_written_where_the_head_is_not_sure_of_another() -> None:
    number, amid = CONTEXTS["number"], Guess("eight", "eight", 0.55, False)
    assert settled(amid, said("Five.", -0.4, eight=-9.0), number)[0] == "five"
    assert settled(amid._replace(crowd=0.5), said("Five.", -0.4, eight=-9.0), number)[0] == "five"
    assert settled(amid._replace(probability=0.8), said("Five.", -0.4, eight=-9.0), number)[0] != "five"
    assert settled(amid._replace(crowd=0.5), said("Five.", -2.5, eight=-9.0), number)[0] != "five", "that may be noise"
    assert settled(amid._replace(crowd=0.5), said("Five.", -0.4, eight=-0.9), number)[0] != "five", "both are as likely"
    assert settled(amid, said("Thigh.", -0.4, eight=-9.0), number)[0] != "five"
    spoken = said("Selected poems by Emily.", -0.4, five=-9.5)
    assert settled(Guess("five", "five", 0.26, False), spoken, number) == ("", ""), "somebody else's sentence"
    unsure = Guess("unsure", "not sure", 0.4, False, crowd=0.5)
    assert settled(unsure, said("No.", -0.2, not_sure=-9.0), CONTEXTS["yesno"])[0] != "no", "that would reassure"


def test_what_is_a_word_of_ours_misread_where_both_find_that_likely() -> None:
    left = Guess("left", "left", 0.45, True)
    for where in ("session", "cramp"):
        assert settled(left, said("What?", -1.5, left=-3.0), CONTEXTS[where])[0] == "left"
        assert settled(left, said("What?", -0.5, left=-7.0), CONTEXTS[where])[0] != "left"
        assert settled(left, said("Say that again?", -1.5, left=-3.0), CONTEXTS[where])[0] != "left"
    assert settled(left._replace(probability=0.3), said("What?", -1.5, left=-3.0), CONTEXTS["session"])[0] != "left"


@given(
    st.sampled_from([" ".join(words) for key in ("yes", "not sure") for words in expanded(sayings.SAID[key])]),
    st.floats(0, 1), st.floats(-3.7, 0), st.floats(-12, 0), st.booleans(), st.booleans(), st.floats(0, 1),
    st.floats(0, 20),
)  # fmt: skip
def test_nobody_is_reassured_where_the_decoder_wrote_yes_or_not_sure(
    text: str, probability: float, whole: float, no: float, alone: bool, amid: bool, crowd: float, apart: float
) -> None:
    guess = Guess("no", "no", probability, alone, amid, crowd, apart)
    assert settled(guess, said(text, whole, no=no), CONTEXTS["yesno"])[0] != "no"
    assert nearly_taken({"no": probability, "yes": 0.01}, CONTEXTS["yesno"]) != "no"


@given(
    st.sampled_from([" ".join(words) for words in expanded(sayings.SAID["no"])]),
    st.sampled_from(["yes", "unsure"]),
    st.floats(0.1, 1),
    st.floats(-8, 0),
)
def test_nobody_is_reassured_by_a_text_alone_where_the_head_heard_yes_or_not_sure(
    text: str, label: str, probability: float, whole: float
) -> None:
    armed = CONTEXTS["yesno"]
    assert understood(said(text, whole), armed, {label: probability, "no": probability / 2})[0] != "no"
    assert understood(said("No, it isn't."), armed, {label: 0.09})[0] == "no"


def test_what_head_and_decoder_hear_differently_and_as_likely_is_asked_again() -> None:
    gone = said("Go on.", -1.0, gone=-1.6)
    assert settled(GONE._replace(probability=0.7), gone, CRAMP) == ASK_AGAIN
    no, asked_for = Guess("no", "no", 0.4, True), CONTEXTS["yesno"]
    assert settled(no, said("Mm-hmm,", -1.6, no=-1.4), asked_for) == ASK_AGAIN
    assert settled(no, said("Mm-hmm,", -1.6, no=-6.0), asked_for)[0] == "yes", "the decoder is sure"
    surely = no._replace(probability=0.9)
    assert settled(surely, said("Yeah", -3.1, no=-2.0), asked_for) == ASK_AGAIN, "nobody is reassured against a yes"
    assert settled(surely, said("Yeah", -1.1, no=-2.0), asked_for) == ASK_AGAIN
    after = Guess("left", "left", 0.4, False)
    assert settled(after, said("It still hurts.", -1.0, left=-1.0), CRAMP)[0] == "same", "its end is not all"
    assert settled(no, said("Stop.", -1.0, no=-1.2), asked_for)[0] == "stop", "of that nobody is in doubt"


@pytest.mark.parametrize("where", ["cramp", "yesno", "number"])
def test_of_two_words_that_are_as_likely_none_is_taken_against_the_head(where: str) -> None:
    """Whatever the words, how likely, and however little the head knew: its own, once more, or nothing."""
    rng = np.random.default_rng(12)
    armed = CONTEXTS[where] - {UNCLEAR}
    phrases = [word.phrase for word in WORDS if word.label in armed - {"stop"} and labelled(word.phrase, armed)]
    for _ in range(300):
        ours, other = rng.choice(phrases, 2)
        if not set(plain(ours)).isdisjoint(plain(other)):
            continue
        guess = Guess(labelled(ours, armed), ours, float(rng.uniform(0.1, 0.99)), True)
        whole = float(rng.uniform(-3.5, 0))
        likely = whole + float(rng.uniform(-2.9, 2))
        found = settled(guess, Said(f"{other}.", 0.5, whole, ((ours, likely),)), CONTEXTS[where])
        assert found[0] in (guess.label, UNCLEAR, ""), (ours, other, found)


def test_what_is_to_be_asked_again_is_asked_whatever_the_coach_waits_for() -> None:
    """*Start* that sounds like *stop* was heard as its misspelt text, of which the coach knew nothing."""
    stop = Guess("stop", "stop", 0.7, True, start=0.06)
    label, phrase = settled(stop, said("Stood,", -2.5, stop=-7.6), CRAMP)
    assert label == UNCLEAR
    assert doubtful(phrase, frozenset({Command.GONE}))
    assert not doubtful(phrase, frozenset({Command.NEXT})), "nobody has been asked"
    for question in ESSENTIALS:
        assert doubtful(phrase, frozenset(Command), question)


def test_a_saying_is_understood_by_its_words_and_a_single_word_only_with_the_head() -> None:
    session = CONTEXTS["session"]
    assert understood(said("Can we stop, please?"), session, {}) == ("stop", "Can we stop, please?")
    assert understood(said("Next."), session, {"next": 0.02}) == ("", "")
    assert understood(said("Next."), session, {"next": 0.3})[0] == "next"
    assert understood(said("Right."), session, {"right": 0.25}) == ("", ""), "*wreck*: a word that was not said"
    assert understood(said("Seven."), CONTEXTS["number"], {"seven": 0.15})[0] == "seven"
    assert understood(said("Here's."), CRAMP, {"same": 0.02}) == ("", ""), "one word was heard, not two"
    assert understood(said("Here's."), CRAMP, {"same": 0.2})[0] == "same"
    assert understood(said("It's here."), CRAMP, {})[0] == "same"
    assert understood(said("Enough!"), session, {})[0] == "stop"
    assert understood(said("The bus stop."), session, {}) == ("", "")
    assert understood(NOTHING, session, {}) == ("", "")


def test_a_sentence_that_goes_on_and_a_murmur_are_not_for_us() -> None:
    assert understood(said("And back."), CONTEXTS["session"], {"back": 0.4}) == ("", "")
    assert settled(Guess("back", "back", 0.4, True), said("And back.", back=-1.7), CRAMP) == ("", "")
    assert settled(Guess("stop", "stop", 0.4, True), said("And stop!", stop=-1.7), CRAMP)[0] == "stop"
    assert understood(said("Mm-hmm."), CONTEXTS["yesno"], {"yes": 0.02}) == ("", "")
    assert understood(said("Uh-huh."), CONTEXTS["yesno"], {"yes": 0.2})[0] == "yes"


@pytest.mark.parametrize("text", ["It isn't long.", "It's not wrong.", "Not strong.", "It hasn't run."])
def test_not_gone_that_was_misspelt_is_not_gone(text: str) -> None:
    assert settled(GONE, said(text, gone=-9.0), CRAMP)[0] == "same"
    assert understood(said(text), CRAMP, {"gone": 0.2})[0] == "same"
    assert understood(said(text), CRAMP, {"gone": 0.02}) == ("", "")


@given(
    st.sampled_from(["It is gone.", "It's gone.", "It's over now.", "Much better."]),
    st.floats(-12, -2.9),
    st.floats(0, 1),
)
def test_gone_of_which_the_decoder_is_not_sure_is_asked_again(text: str, whole: float, gone: float) -> None:
    """Over eight talkers it wrote *it is gone*, at -3.7, for *it isn't gone*."""
    assert understood(said(text, whole), CRAMP, {"gone": gone})[0] in ("", UNCLEAR)
    assert understood(said(text, -1.0), CRAMP, {"gone": gone})[0] == "gone"


def test_gone_that_may_have_been_denied_is_asked_again() -> None:
    heard = said("That's better.", -1.0, gone=-16.0, much_better=-11.0, not_better=-5.2)
    assert settled(GONE, heard, CRAMP)[0] == "?"
    assert settled(GONE, said("Dog.", -1.6, gone=-8.0, not_gone=-8.5), CRAMP)[0] == "?"
    surely = said("It's strong.", -1.1, gone=-15.9, **{"it's gone": -6.1, "it's stronger": -4.5})
    assert settled(GONE, surely, CRAMP)[0] == "gone", "what is near to the text is about as likely"
    clear = said("That's better.", -0.5, gone=-17.0, much_better=-12.0, not_better=-11.2)
    assert settled(GONE, clear, CRAMP)[0] == "gone"
    assert settled(GONE, said("Dog.", -1.6, gone=-6.4, not_gone=-16.0), CRAMP)[0] == "gone"
    assert doubtful(settled(GONE, heard, CRAMP)[1], frozenset({Command.GONE})), "the coach asks by these words"
    assert phrases_asked(GONE)[0] == "gone" and "not gone" in phrases_asked(GONE)
    assert phrases_asked(Guess("next", "next", 0.5, True)) == ("next",)


def test_words_that_the_decoder_makes_of_noise_are_unlikely_ones_and_turn_nothing() -> None:
    asked = CONTEXTS["yesno"]
    assert understood(said("I don't know.", -1.0), asked, {})[0] == "unsure"
    assert understood(said("I don't know.", -5.0), asked, {}) == ("", "")
    assert understood(said("I don't know.", -5.0), asked, {"unsure": 0.2})[0] == "unsure", "the head heard it as well"
    assert understood(said("Please stop.", -5.0), asked, {})[0] == "stop", "of that nobody may be left in doubt"
    no, left = Guess("no", "no", 0.56, True), Guess("left", "left", 0.55, True)
    assert settled(no, said("I don't know.", -5.8, no=-4.5), asked)[0] == "no"
    assert settled(left, said("Let's go.", -4.3, left=-8.2), CRAMP) == ("", "")
    assert settled(left, said("Let's go.", -0.5, left=-8.2), CRAMP)[0] == "resume"


@pytest.mark.parametrize("whole", [-1.0, -3.0, -5.0, -9.0])
@pytest.mark.parametrize("gone", [-0.5, -4.0, -12.0])
def test_gone_that_is_turned_in_a_noisy_room_is_never_gone(whole: float, gone: float) -> None:
    assert settled(GONE, said("It's not gone.", whole, gone=gone), CRAMP)[0] in ("same", "?", "")


def test_a_saying_that_was_misspelt_counts_if_it_is_nearly_as_likely_as_the_text() -> None:
    assert understood(said("Please, stopper.", -2.8, please_stop=-5.0), CRAMP, {})[0] == "stop"
    assert understood(said("Please, stopper.", -0.2, please_stop=-5.2), CRAMP, {})[0] == ""
    assert understood(said("All guns.", -1.2, all_gone=-5.0), CRAMP, {})[0] == "", "gone takes more"


def test_a_word_that_the_head_nearly_took_counts_where_the_decoder_finds_it_as_likely_as_its_text() -> None:
    session, heard = CONTEXTS["session"], said("Buzzy.", -2.3, pause=-4.5)
    assert nearly_taken({"pause": 0.3, "back": 0.2}, session) == "pause"
    assert understood(heard, session, {"pause": 0.3}, almost="pause") == ("pause", "pause")
    assert understood(heard, session, {"pause": 0.1}, almost="pause") == ("", ""), "no more than a trace"
    assert understood(heard, session, {"pause": 0.3}, crowd=0.5, almost="pause") == ("", ""), "in talk that runs on"
    unlikely = said("Bigger.", -2.2, louder=-10.4)
    assert understood(unlikely, session, {"louder": 0.3}, almost="louder") == ("", "")
    written = said("Next one.", -1.0, back=-1.5)
    assert understood(written, session, {"back": 0.3}, almost="back")[0] == "next", "what it means goes first"


def test_stop_gone_and_numbers_are_never_nearly_taken() -> None:
    rng = np.random.default_rng(3)
    for armed in CONTEXTS.values():
        labels = sorted(armed - {UNCLEAR})
        for _ in range(200):
            hints = dict(zip(labels, map(float, rng.dirichlet(np.full(len(labels), 0.1))), strict=True))
            label = nearly_taken(hints, armed)
            assert label not in {"stop", "gone", *NUMBERS}
            assert not label or hints[label] >= max(hints["stop"], 0.18)


def test_stop_in_a_saying_that_was_misspelt_needs_no_more_than_a_trace_of_it() -> None:
    heard = said("I send top", -2.2, **{"I said stop": -5.7})
    assert understood(heard, CRAMP, {"stop": 0.1}) == ("stop", "stop")
    assert understood(heard, CRAMP, {"stop": 0.01}) == ("", "")
    assert understood(said("Top.", -0.9, stop=-6.5), CRAMP, {"stop": 0.1}) == ("", ""), "a word by itself"
    assert understood(heard, CRAMP, {"stop": 0.1}, crowd=0.5) == ("", ""), "in talk that runs on"
    assert understood(said("I send top", -0.2, **{"I said stop": -9.0}), CRAMP, {"stop": 0.1}) == ("", "")


def test_without_a_decoder_the_head_goes_on_alone() -> None:
    assert without_decoder(Guess("stop", "stop", 0.36, False))
    assert without_decoder(GONE)
    assert not without_decoder(Guess("gone", "gone", 0.9, False)), "it may be: not gone"


@pytest.mark.parametrize(
    ("text", "saying"),
    [("Please, stopper.", "please stop"), ("Bowls of them", "both of them"), ("It's easinger.", "it's easing")],
)
def test_what_sounds_like_a_saying_is_found(text: str, saying: str) -> None:
    assert saying in sounds_like(text)


@pytest.mark.parametrize("text", ["", "I went home yesterday.", "Ladies and gentlemen"])
def test_what_sounds_like_none_is_left_alone(text: str) -> None:
    assert sounds_like(text) == []


class Breaks:
    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        raise RuntimeError("model gone")


def test_a_decoder_that_fails_is_asked_no_more() -> None:
    scribe = Transcriber(Breaks, waits=True)
    ticket = scribe.ask(np.zeros(8000, dtype=np.float32), "stop")
    assert scribe.done() == [(ticket, NOTHING)]
    assert not scribe.able


def test_the_decoder_makes_no_words_of_silence_and_of_what_is_too_long() -> None:
    decoder = Decoder(Encoder())
    silence, short, long = (Clip(np.zeros(samples, dtype=np.float32)) for samples in (16_000, 1600, 16_000 * 6))
    assert decoder.recognize_moonshine(short, show_all=True) == NOTHING
    assert decoder.recognize_moonshine(long, show_all=True) == NOTHING
    assert not understood(decoder.recognize_moonshine(silence, show_all=True), CONTEXTS["all"], {})[0]
    with pytest.raises(sr.UnknownValueError):
        decoder.recognize_moonshine(short)


@pytest.mark.parametrize(("text", "label"), [("Up, up,", "louder"), ("No, no.", "no"), ("Yeah, yeah.", "yes")])
def test_a_word_that_is_written_twice_is_one_word_and_needs_the_head_too(text: str, label: str) -> None:
    armed = CONTEXTS["session"] | CONTEXTS["yesno"]
    assert understood(said(text, -2.3), armed, {label: 0.01}) == ("", "")
    assert understood(said(text, -2.3), armed, {label: 0.2})[0] == label


def test_stop_written_twice_and_pain_are_heard_as_they_are_written() -> None:
    assert understood(said("Stop, stop!", -1.0), CRAMP, {})[0] == "stop"
    assert understood(said("Ow, ow, ow!", -1.0), CRAMP, {})[0] == "hurts"
