"""Running talk, a television's or a table's, is not for us; a word that stands out of it, or after quiet, is."""

from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import speech_recognition as sr
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.ears import recordings
from stretchcoach.ears.clip import Clip
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from stretchcoach.ears.guess import CROWDED, Guess
from stretchcoach.ears.listener import Listener, heard, make_listener
from stretchcoach.ears.second_opinion import at_once, by_itself, settled, without_decoder
from stretchcoach.ears.sound_alikes import sounds_like
from stretchcoach.ears.text_alone import understood
from stretchcoach.ears.transcriber import Transcriber

Sound = NDArray[np.float32]
WORDS = Path(__file__).parent / "speech"
SESSION = CONTEXTS["session"]
TEXTS = [
    "",
    "No.",
    "There's no.",
    "Yes.",
    "I don't know.",
    "Left.",
    "Left him.",
    "Not left.",
    "Stop.",
    "And so",
    "Don't stop.",
]


def noise(seconds: float, loud: float) -> Sound:
    return (loud * np.random.default_rng(3).standard_normal(round(seconds * 50) * BLOCK)).astype(np.float32)


def crowd(*stretches: tuple[float, float, bool], word: float = 0.1, saying: bool = False) -> float:
    """How crowded it was before a word of 0.4 s, after ``stretches`` of seconds, loudness and whose voice."""
    moments = WordEnds()
    for seconds, loud, ours in stretches:
        for block in noise(seconds, loud).reshape(-1, BLOCK):
            moments.feed(block, ours)
    for block in noise(0.4, word).reshape(-1, BLOCK):
        moments.feed(block)
    return moments.crowd(20, saying)


def test_talk_as_loud_as_the_word_is_a_crowd_and_what_is_softer_is_none() -> None:
    assert crowd((8, 0.1, False), (0.5, 0.001, False)) > 0.9
    assert crowd((8, 0.01, False), (0.5, 0.001, False)) == 0
    assert crowd((2, 0.001, False)) == 0, "nobody has talked yet"


def test_a_word_that_is_louder_than_nearly_all_of_the_talk_is_no_piece_of_it() -> None:
    assert crowd((8, 0.1 / 10 ** (7 / 20), False)) == 0
    assert crowd((8, 0.1 / 10 ** (3 / 20), False)) > 0.9
    assert crowd((8, 0.1 / 10 ** (7 / 20), False), saying=True) > 0.9, "only the head hears words over talk"


def test_our_own_voice_is_no_crowd_and_talk_is_forgotten_after_six_seconds() -> None:
    assert crowd((8, 0.1, True), (0.5, 0.001, False)) == 0
    assert crowd((8, 0.1, False), (6.1, 0.001, False)) == 0


@pytest.mark.parametrize("pause", [0.8, 1.0, 2.0])
def test_a_person_who_says_it_again_and_again_is_no_crowd(pause: float) -> None:
    assert crowd(*[(0.3, 0.1, False), (pause, 0.001, False)] * 6) <= CROWDED + 0.05


def test_in_a_crowd_a_word_is_never_believed_at_once_but_stop() -> None:
    for label in sorted(SESSION):
        assert at_once(Guess(label, label, 0.99, True, crowd=0.6)) is (label == "stop")
        assert at_once(Guess(label, label, 0.99, False, crowd=0.6)) is (label == "stop")
        assert without_decoder(Guess(label, label, 0.99, True, crowd=0.6)) is (label == "stop")


def test_in_a_crowd_a_saying_counts_only_if_it_stops() -> None:
    assert understood(Said("Not yet.", 0.95, -0.2), CONTEXTS["yesno"], {}, 0.1)[0] == "no"
    assert understood(Said("Not yet.", 0.95, -0.2), CONTEXTS["yesno"], {}, 0.6) == ("", "")
    assert understood(Said("Please stop!", 0.95, -0.2), SESSION, {}, 0.6)[0] == "stop"


def test_in_a_crowd_both_must_have_read_the_very_word() -> None:
    back = Guess("back", "back", 0.84, True, crowd=0.6)
    assert settled(back, Said("Back.", 0.9, -0.2, (("back", -0.2),)), SESSION)[0] == "back"
    assert settled(back, Said("Bag.", 0.9, -0.2, (("back", -2.0),)), SESSION) == ("", "")
    doubtful = back._replace(probability=0.5)
    assert settled(doubtful, Said("Back.", 0.9, -0.2, (("back", -0.2),)), SESSION) == ("", "")
    assert settled(doubtful._replace(crowd=0.1), Said("Back.", 0.9, -0.2, (("back", -0.2),)), SESSION)[0] == "back"


def test_a_word_that_stands_out_of_talk_needs_no_word_of_the_decoder() -> None:
    left = Guess("left", "left", 0.55, False, apart=15.0)
    television = Said("He heard on his grass.", 0.5, -4.6, (("left", -11.2),))
    assert settled(left, television, SESSION)[0] == "left"
    assert settled(left._replace(amid=True), television, SESSION)[0] == "left"
    assert settled(left._replace(apart=3.0), television, SESSION) == ("", ""), "it is as loud as the rest"
    assert settled(left._replace(crowd=0.5), television, SESSION) == ("", "")
    assert settled(left._replace(alone=True), television, SESSION) == ("", ""), "it begins a sentence"
    gone = Guess("gone", "gone", 0.55, False, apart=15.0)
    assert settled(gone, television, CONTEXTS["cramp"]) == ("", ""), "it may be: not gone"


def test_a_word_that_stands_over_talk_in_one_utterance_needs_no_word_of_the_decoder_either() -> None:
    right = Guess("right", "right", 0.7, True, over=15.0)
    television = Said("But the snake lights her.", 0.5, -4.0, (("right", -12.5),))
    assert settled(right, television, SESSION)[0] == "right"
    assert settled(right._replace(over=3.0), television, SESSION) == ("", "")
    assert settled(right._replace(crowd=0.5), television, SESSION) == ("", "")


TALK = Said("He took a last look at that.", 0.6, -4.0, (("left", -9.6), ("no", -9.6)))
LEFT = Guess("left", "left", 0.4, False, over=15.0)


def test_where_talk_hides_a_word_it_is_read_by_itself() -> None:
    assert settled(LEFT, TALK, SESSION) == ("", "")
    assert by_itself(LEFT, TALK, Said("Left.", 0.9, -0.5, (("left", -0.5),)), SESSION)[0] == "left"
    assert by_itself(LEFT, TALK, Said("Lift a", 0.4, -6.0, (("left", -6.5),)), SESSION)[0] == "left"
    assert by_itself(LEFT, TALK, Said("Laughter.", 0.9, -0.5, (("left", -7.0),)), SESSION) == ("", "")


def test_only_what_is_likely_and_louder_is_read_by_itself() -> None:
    assert LEFT.worth_cutting
    assert not LEFT._replace(probability=0.2).worth_cutting
    assert not LEFT._replace(over=3.0).worth_cutting
    assert not LEFT._replace(crowd=0.5).worth_cutting
    assert not LEFT._replace(label="gone", phrase="gone").worth_cutting


@given(
    st.sampled_from(["no", "yes", "left", "stop", "hurts"]), st.floats(0, 1), st.sampled_from(TEXTS),
    st.sampled_from(TEXTS), st.floats(-12, 0), st.floats(-12, 0), st.floats(0, 30),
)  # fmt: skip
def test_a_word_by_itself_is_what_the_head_heard_or_nothing_and_no_reassures_only_where_it_is_written(
    label: str, probability: float, text: str, word: str, whole: float, likely: float, over: float
) -> None:
    guess = Guess(label, label, probability, False, over=over)
    armed = CONTEXTS["yesno"] | SESSION
    found = by_itself(guess, Said(text, 0.8, whole), Said(word, 0.8, whole, ((label, likely),)), armed)[0]
    assert found in ("", label)
    assert found != "no" or labelled(word, armed) == "no"
    assert not found or not labelled(text, armed), "the whole has a meaning of its own"


def test_the_core_of_a_word_is_what_stands_out_of_the_talk_under_it() -> None:
    moments = WordEnds()
    for seconds, loud in ((0.5, 0.0005), (1.0, 0.01), (0.4, 0.1), (0.2, 0.01)):
        for block in noise(seconds, loud).reshape(-1, BLOCK):
            moments.feed(block)
    assert moments.core == 30
    assert moments.over() == pytest.approx(20, abs=2)


@pytest.mark.parametrize(("word", "skipped"), [("stop-0fa1e7a9", 6000), ("stop-37dca74f", 3000)])
def test_stop_is_heard_over_somebody_who_talks_on(word: str, skipped: int) -> None:
    """14 dB louder than the talk under it, which the decoder reads as well."""
    named = ("up-5f01c798", "off-0c540988", "unsure-rms", "up-5f01c798", "off-0c540988")
    talk = np.concatenate([tight(name) for name in named])
    said = np.concatenate([noise(1.5, 0), tight(word), noise(1, 0)])
    under = np.resize(talk[skipped:], len(said)) * 10 ** (-14 / 20)
    listener = make_listener(waits=True)
    listener.arm(SESSION)
    assert [one.label for one in heard(listener, (said + under).astype(np.float32)) if one.label] == ["stop"]


def tight(name: str) -> Sound:
    """A recording without the silence around it, at half of full scale."""
    word = recordings.samples_of(str(WORDS / f"{name}.wav"))
    loud = np.flatnonzero(np.abs(word) > 0.05 * np.abs(word).max())
    return np.asarray(word[loud[0] : loud[-1] + 960] * (0.5 / np.abs(word).max()), dtype=np.float32)


def test_how_far_a_word_stands_out_is_measured_against_what_was_said_right_before_it() -> None:
    moments = WordEnds()
    for loud in (0.1, 0.001, 0.01, 0.1):
        for block in noise(2 if loud < 0.1 else 0.4, loud).reshape(-1, BLOCK):
            moments.feed(block)
    assert moments.apart(20) == pytest.approx(20, abs=2)


def test_stop_in_the_middle_of_running_talk_waits_for_the_decoder_unless_it_is_nearly_certain() -> None:
    stop = Guess("stop", "stop", 0.7, False, crowd=0.6)
    assert not at_once(stop)
    assert at_once(stop._replace(alone=True))
    assert at_once(stop._replace(crowd=0.1))
    assert settled(stop, Said("This is a long stop.", 0.9, -0.6, (("stop", -11.4),)), SESSION) == ("", "")
    assert settled(stop, Said("The rain in the stop.", 0.5, -5.0, (("stop", -3.0),)), SESSION)[0] == "stop"


@pytest.mark.parametrize("text", ["But not worse.", "And it's not worse."])
def test_what_stands_out_is_not_believed_against_a_meaning_of_the_whole(text: str) -> None:
    worse = Guess("hurts", "worse", 0.7, False, apart=15.0)
    assert settled(worse, Said(text, 0.8, -0.8, (("worse", -2.0),)), CONTEXTS["cramp"])[0] != "hurts"


def test_a_sentence_that_goes_on_is_believed_for_a_word_that_is_likely() -> None:
    yes = Guess("yes", "yes", 0.7, True)
    assert settled(yes, Said("And yes.", 0.6, -1.6, (("yes", -3.2),)), CONTEXTS["yesno"])[0] == "yes"
    assert settled(yes._replace(probability=0.4), Said("And yes.", 0.6, -1.6), CONTEXTS["yesno"]) == ("", "")


def test_a_single_word_that_only_sounds_like_one_of_ours_needs_the_head_as_well() -> None:
    worst = Said("Worst.", 0.83, -0.8, (("worse", -3.4),))
    assert understood(worst, CONTEXTS["cramp"], {"hurts": 0.33}) == ("", ""), "the decoder is clear about it"
    blurred = worst._replace(whole=-2.4)
    assert understood(blurred, CONTEXTS["cramp"], {"hurts": 0.14}) == ("", "")
    assert understood(blurred, CONTEXTS["cramp"], {"hurts": 0.33})[0] == "hurts"


def test_a_fragment_is_no_saying_that_something_sounds_like() -> None:
    assert "it's" not in sounds_like("It's it.")


def test_numbers_take_less_of_a_crowd() -> None:
    four = Guess("four", "four", 0.29, True, crowd=0.2)
    assert settled(four, Said("Force.", 0.6, -1.5, (("four", -3.7),)), CONTEXTS["number"]) == ("", "")
    assert settled(four._replace(crowd=0.1), Said("Four.", 0.6, -1.5), CONTEXTS["number"])[0] == "four"
    assert understood(Said("About seven.", 0.9, -0.3), CONTEXTS["number"], {}, 0.2) == ("", "")
    assert understood(Said("About seven.", 0.9, -0.3), CONTEXTS["number"], {}, 0.1)[0] == "seven"


def test_in_a_crowd_what_only_sounds_like_stop_is_none() -> None:
    stopper = Said("Please, stopper.", 0.5, -2.8, (("please stop", -4.0),))
    assert understood(stopper, SESSION, {}, 0.1)[0] == "stop"
    assert understood(stopper, SESSION, {}, 0.6) == ("", "")


def test_a_doubtful_stop_that_the_decoder_does_not_find_is_none() -> None:
    stop = Guess("stop", "stop", 0.35, True)
    assert settled(stop, Said("The star, the.", 0.6, -2.7, (("stop", -11.8),)), SESSION) == ("", "")
    assert settled(stop, Said("The star, the.", 0.6, -2.7, (("stop", -6.0),)), SESSION)[0] == "stop"
    assert settled(stop, Said("A little stop.", 0.8, -0.7, (("stop", -10.2),)), SESSION)[0] == "stop"
    assert settled(stop, Said("", 0.1, -9.0, (("stop", -11.8),)), SESSION)[0] == "stop", "it wrote nothing"
    assert settled(stop._replace(probability=0.55), Said("Star.", 0.6, -1.0, (("stop", -9.0),)), SESSION)[0] == "stop"


def test_the_listener_knows_in_how_much_talk_a_word_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    guesses: list[Guess] = []

    def taken(guess: Guess) -> bool:
        guesses.append(guess)
        return True

    monkeypatch.setattr("stretchcoach.ears.second_opinion.at_once", taken)
    clips = [
        recordings.samples_of(str(WORDS / f"{name}.wav")) for name in ("off-0c540988", "up-5f01c798", "no-03401e93")
    ]
    talk = np.concatenate([clip[np.abs(clip) > 0.1 * np.abs(clip).max()][:3000] for clip in clips * 14])
    stop = recordings.samples_of(str(WORDS / "stop-0fa1e7a9.wav"))
    talk *= np.abs(stop).max() / np.abs(talk).max()
    listener = make_listener(waits=True)
    crowds = []
    for before in (np.concatenate([talk, np.zeros(8000, dtype=np.float32)]), np.zeros(112_000, dtype=np.float32)):
        guesses.clear()
        listener.arm(frozenset({"stop"}))
        assert "stop" in [one.label for one in heard(listener, np.concatenate([before, stop]))]
        crowds.append(guesses[-1].crowd)
    assert crowds[0] > CROWDED
    assert crowds[1] == 0


@pytest.mark.parametrize("text", ["I sit stop.", "Oh no, stop stopping.", "Stop the stretchy pleaser."])
def test_stop_that_was_half_written_and_half_heard_stops(text: str) -> None:
    assert understood(Said(text, 0.7, -1.8), SESSION, {"stop": 0.2}) == ("stop", "stop")
    assert understood(Said(text, 0.7, -1.8), SESSION, {"stop": 0.03}) == ("", "")
    assert understood(Said(text, 0.7, -1.8), SESSION, {"stop": 0.03}, stop_last=0.35) == ("stop", "stop")
    assert understood(Said(text, 0.7, -1.8), SESSION, {"stop": 0.2}, 0.6) == ("", ""), "a piece of talk"


@pytest.mark.parametrize("text", ["Haste up.", "No stops.", "Ooo star"])
def test_stop_that_is_heard_clearly_as_the_last_word_needs_no_letter_of_it(text: str) -> None:
    saying = Said(text, 0.5, -2.9)
    assert understood(saying, SESSION, {"stop": 0.02}, stop_last=0.45) == ("stop", "stop")
    assert understood(saying, SESSION, {"stop": 0.02}, stop_last=0.05)[0] != "stop"
    assert understood(Said("Limestone.", 0.7, -1.1), SESSION, {}, stop_last=0.6) == ("", ""), "the end of one long word"
    assert understood(Said("Splat.", 0.4, -5.6), SESSION, {}, stop_last=0.6)[0] == "stop", "it is not sure of that word"
    assert understood(saying, SESSION, {"stop": 0.02}, 0.6, 0.45)[0] != "stop", "a piece of talk"
    assert understood(Said("It's gone.", 0.9, -0.2), CONTEXTS["cramp"], {}, stop_last=0.45)[0] == "gone"


@pytest.mark.parametrize(
    ("text", "sure", "whole"), [("Read for LibriVox.", 0.8, -1.8), ("For Luper Voxstadt.", 0.5, -5.6)]
)
def test_the_end_of_a_long_last_word_is_no_stop(text: str, sure: float, whole: float) -> None:
    assert understood(Said(text, sure, whole), SESSION, {"stop": 0.12}, stop_last=0.7) == ("", "")
    assert understood(Said("He herself.", 0.59, -2.1), SESSION, {"stop": 0.16}, stop_last=0.8) == ("stop", "stop"), (
        "neither the text nor the head is sure that it was that word"
    )


@pytest.mark.parametrize("text", ["Jesus stopped.", "Oh, stopped.", "My god, stopped.", "Please stopped."])
def test_stopped_without_what_stopped_may_be_stop_and_is_never_gone(text: str) -> None:
    assert understood(Said(text, 0.86, -0.6), CONTEXTS["cramp"], {"stop": 0.1})[0] in ("", "?", "stop")
    assert understood(Said("Jesus stopped.", 0.86, -0.6), CONTEXTS["cramp"], {"stop": 0.1})[0] == "?"
    assert understood(Said("It has stopped.", 0.86, -0.6), CONTEXTS["cramp"], {"stop": 0.1})[0] == "gone"


class LastWord:
    """Hears *stop* in sound that is loud all through."""

    phrases = ("stop", "back", "next", "")

    def recognize_closed_set(self, audio: Clip, show_all: bool = True, personal: bool = True) -> Sound:
        sounding = audio.samples[audio.samples != 0]
        stop = 0.9 if sounding.size and np.sqrt(np.mean(sounding**2)) > 0.175 else 0.05
        return np.array([stop, 0, 0, 1 - stop], dtype=np.float32)


class Writes:
    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        return Said("Haste up.", 0.5, -2.1)


def test_the_last_word_of_a_saying_is_looked_at_by_itself() -> None:
    listener = Listener(LastWord(), transcriber=Transcriber(Writes, waits=True))  # type: ignore[arg-type]
    quiet = np.zeros(8000, dtype=np.float32)
    sound = np.concatenate([quiet, noise(0.6, 0.1), noise(0.4, 0.2), quiet])
    assert [one.label for one in heard(listener, sound) if one.label] == ["stop"]
    only = np.concatenate([quiet, noise(1.0, 0.1), quiet])
    assert not [one.label for one in heard(listener, only) if one.label]


class HalfHeard:
    """Hears half a *stop* in whatever sounds."""

    phrases = ("stop", "back", "next", "")

    def __init__(self, stop: float) -> None:
        self._stop = stop

    def recognize_closed_set(self, audio: Clip, show_all: bool = True, personal: bool = True) -> Sound:
        return np.array([self._stop, 0, 0, 1 - self._stop], dtype=np.float32)


class Misreads:
    """Writes something else, and scores what it is asked for."""

    def __init__(self, text: str, likely: float) -> None:
        self._said, self._likely = Said(text, 0.5, -3.8), likely
        self.asked: list[tuple[str, ...]] = []

    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        self.asked.append(asked)
        return self._said._replace(others=tuple((phrase, self._likely) for phrase in asked))


@pytest.mark.parametrize(
    ("hint", "text", "likely", "label"),
    [
        (0.15, "Test out please.", -7.0, "stop"),
        (0.15, "Test out please.", -9.5, ""),
        (0.27, "Test out please.", -9.5, "stop"),
        (0.03, "Test out please.", -7.0, ""),
        (0.15, "It is not due.", -7.0, ""),
        (0.15, "They went up the hill to see the old house.", -7.0, ""),
    ],
    ids=["misread", "unlikely", "half heard", "no trace of it", "denied", "a sentence"],
)
def test_where_half_a_stop_was_heard_its_sayings_are_scored(hint: float, text: str, likely: float, label: str) -> None:
    writer = Misreads(text, likely)
    listener = Listener(HalfHeard(hint), transcriber=Transcriber(lambda: writer, waits=True))  # type: ignore[arg-type]
    quiet = np.zeros(8000, dtype=np.float32)
    found = heard(listener, np.concatenate([quiet, noise(0.5, 0.1), quiet]))
    assert [one.label for one in found if one.label] == ([label] if label else [])
    assert len(writer.asked) <= 2, "asked once more at most"


def test_stop_at_the_end_of_what_begins_like_a_sentence_going_on_stops_in_a_quiet_room() -> None:
    said = Said("And too much stop.", 0.85, -0.96)
    assert understood(said, SESSION, {"stop": 0.13})[0] == "stop"
    assert understood(said, SESSION, {"stop": 0.13}, 0.6) == ("", ""), "a piece of talk"
    assert understood(said, SESSION, {"stop": 0.03}) == ("", ""), "nothing of it was heard"
    assert understood(Said("And then do not stop.", 0.85, -0.96), SESSION, {"stop": 0.13}) == ("", "")


@pytest.mark.parametrize("text", ["Do not stop her.", "He got off at the second stop of the line."])
def test_stop_in_a_sentence_or_denied_stops_nothing(text: str) -> None:
    assert understood(Said(text, 0.7, -1.8), SESSION, {"stop": 0.2})[0] != "stop"


def test_what_only_sounds_like_start_is_none_where_the_head_would_rather_hear_stop() -> None:
    pick = Said("Let's start pick.", 0.6, -2.9, (("let's start", -4.2),))
    assert understood(pick, SESSION, {"stop": 0.07, "start": 0.02}) == ("", "")
    assert understood(pick, SESSION, {"stop": 0.02, "start": 0.2})[0] == "start"


def test_a_word_that_the_decoder_finds_likely_but_did_not_write_is_borne_out() -> None:
    right = Guess("right", "right", 0.6, True)
    assert settled(right, Said("Light.", 0.4, -1.5, (("right", -2.0),)), SESSION)[0] == "right"


def test_stop_that_was_written_needs_a_trace_of_it_and_stopped_a_decoder_that_is_unsure() -> None:
    written = Said("All rates stop now.", 0.7, -2.3)
    assert understood(written, SESSION, {"stop": 0.06}) == ("stop", "stop")
    assert understood(written, SESSION, {"stop": 0.03}) == ("", "")
    assert understood(written, SESSION, {"stop": 0.06}, 0.6) == ("", ""), "a piece of talk"
    assert understood(written._replace(whole=-7.5), SESSION, {"stop": 0.06}) == ("", ""), "made of noise"
    assert understood(Said("Gay stopped, please.", 0.4, -4.1), SESSION, {"stop": 0.3}) == ("stop", "stop")
    assert understood(Said("He kindly stopped for me.", 0.9, -0.2), SESSION, {"stop": 0.19}) == ("", ""), "he did"
