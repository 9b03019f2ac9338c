"""One line at a time: who cuts whom, who waits, what is dropped, and when a line counts as over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.messages import Beep, Effect, Hush, Priority, Say, Sound, Tune
from stretchcoach.core.mouth import ECHO, KEPT_CAPTIONS, NAME_PATIENCE, Mouth
from stretchcoach.core.record import BoutDone
from stretchcoach.core.speech_time import speech_seconds

P = Priority
LINE = "One two three four."


def said(effects: list[Effect]) -> list[str]:
    return [effect.text for effect in effects if isinstance(effect, Say)]


def test_a_line_is_said_with_the_next_number_and_is_the_caption() -> None:
    mouth = Mouth()
    assert mouth.say("One.", P.NAME, 0.0) == 1
    assert mouth.drain() == [Say("One.", 1, P.NAME)]
    mouth.ended(1, 1.0)
    mouth.say("Two.", P.COUNT, 2.0)
    assert mouth.drain() == [Say("Two.", 2, P.COUNT)]
    assert mouth.captions == ("One.", "Two.") and mouth.last == "Two."


def test_nothing_to_say_is_not_said() -> None:
    mouth = Mouth()
    assert mouth.say("", P.SAFETY, 0.0) == 0
    assert mouth.drain() == [] and mouth.captions == ()


@pytest.mark.parametrize("higher", list(P)[1:5])
@pytest.mark.parametrize("lower", list(P)[:4])
def test_a_higher_line_cuts_a_lower_one_and_no_other(lower: Priority, higher: Priority) -> None:
    mouth = Mouth()
    mouth.say("Low.", lower, 0.0)
    mouth.drain()
    mouth.say("High.", higher, 0.5)
    out = mouth.drain()
    if higher > lower:
        assert out == [Hush(), Say("High.", 2, higher)]
    else:
        assert out == []


@pytest.mark.parametrize("priority", [P.ENCOURAGEMENT, P.COUNT])
def test_a_polite_line_is_dropped_while_something_is_said(priority: Priority) -> None:
    mouth = Mouth()
    mouth.say("Name.", P.NAME, 0.0)
    assert mouth.say("Five.", priority, 0.1) == 0
    mouth.ended(1, 1.0)
    assert said(mouth.drain()) == ["Name."]


def test_a_name_waits_three_seconds_an_action_as_long_as_it_takes() -> None:
    mouth = Mouth()
    mouth.say("First.", P.ACTION, 0.0)
    late = mouth.say("Second.", P.NAME, 1.0)
    waits = mouth.say("Third.", P.ACTION, 1.0)
    assert mouth.pending(late) and mouth.pending(waits)
    mouth.ended(1, 1.1 + NAME_PATIENCE)
    assert not mouth.pending(late) and mouth.pending(waits)
    assert said(mouth.drain()) == ["First.", "Third."]


def test_waiting_lines_come_in_the_order_in_which_they_were_asked_for() -> None:
    mouth = Mouth()
    for text in ("One.", "Two.", "Three."):
        mouth.say(text, P.ACTION, 0.0)
    mouth.ended(1, 1.0)
    mouth.ended(2, 2.0)
    assert said(mouth.drain()) == ["One.", "Two.", "Three."]


def test_a_farewell_cuts_nobody_and_is_cut_by_nobody() -> None:
    mouth = Mouth()
    mouth.say("Name.", P.NAME, 0.0)
    mouth.say("Goodbye.", P.FAREWELL, 0.1)
    assert said(mouth.drain()) == ["Name."]
    mouth.ended(1, 1.0)
    mouth.say("Stop.", P.SAFETY, 1.1)
    assert mouth.drain() == [Say("Goodbye.", 2, P.FAREWELL)]


def test_a_line_with_a_limit_is_not_said_after_it() -> None:
    mouth = Mouth()
    mouth.say("First.", P.ACTION, 0.0)
    late = mouth.say("Second.", P.ACTION, 0.5, until=6.0)
    mouth.say("Third.", P.ACTION, 0.6, until=30.0)
    mouth.ended(1, 6.1)
    assert not mouth.pending(late)
    assert said(mouth.drain()) == ["First.", "Third."]


def test_hush_forgets_what_waited() -> None:
    mouth = Mouth()
    mouth.say("One.", P.ACTION, 0.0)
    mouth.say("Two.", P.ACTION, 0.0)
    mouth.drain()
    mouth.hush(1.0)
    mouth.tick(60.0)
    assert mouth.drain() == [Hush()]
    assert mouth.current is None and not mouth.pending(2)


def test_an_old_end_means_nothing() -> None:
    mouth = Mouth()
    mouth.say("One.", P.NAME, 0.0)
    mouth.hush(0.5)
    mouth.say("Two.", P.NAME, 0.6)
    mouth.ended(1, 0.7)
    assert mouth.pending(2)
    mouth.ended(99, 0.8)
    assert mouth.pending(2)


def test_a_line_whose_end_is_never_reported_counts_as_over() -> None:
    mouth = Mouth()
    mouth.say(LINE, P.ACTION, 10.0)
    limit = 10.0 + 2 * speech_seconds(LINE) + 2
    assert mouth.deadline == pytest.approx(limit)
    mouth.tick(limit - 0.01)
    assert mouth.pending(1)
    mouth.tick(limit)
    assert mouth.deadline is None


def test_without_a_voice_a_caption_stands_as_long_as_it_would_be_spoken() -> None:
    mouth = Mouth(voiced=False)
    mouth.say(LINE, P.ACTION, 0.0)
    mouth.ended(1, 0.0)
    assert mouth.pending(1)
    assert mouth.deadline == pytest.approx(speech_seconds(LINE))


def test_a_voice_that_dies_in_mid_sentence_shortens_the_wait() -> None:
    mouth = Mouth()
    mouth.say(LINE, P.ACTION, 0.0)
    mouth.set_voiced(False, 1.0)
    assert mouth.deadline == pytest.approx(speech_seconds(LINE))
    mouth.say("Two.", P.ACTION, 1.0)
    mouth.set_voiced(True, 1.5)
    mouth.tick(5.0)
    assert mouth.deadline == pytest.approx(5 + 2 * speech_seconds("Two.") + 2)


def test_a_slower_voice_is_given_more_time() -> None:
    mouth = Mouth(rate=160)
    for _ in range(9):
        mouth.tune("rate", -1)
    assert mouth.rate == 120
    assert mouth.drain() == [Tune("rate", -1, figure) for figure in (140, *[120] * 8)]
    for _ in range(9):
        mouth.tune("rate", 1)
    assert mouth.rate == 200
    mouth.tune("volume", 1)
    assert mouth.rate == 200


def test_the_last_captions_are_kept() -> None:
    mouth = Mouth()
    for number in range(10):
        mouth.say(f"Line {number}.", P.ACTION, float(number))
        mouth.ended(number + 1, number + 0.5)
    assert mouth.captions == tuple(f"Line {number}." for number in range(10 - KEPT_CAPTIONS, 10))


def test_what_could_be_heard_of_us() -> None:
    mouth = Mouth()
    mouth.say("Say stop.", P.ACTION, 10.0)
    mouth.ended(1, 12.0)
    heard = [mouth.saying_at(moment) for moment in (9.9, 10.0, 12.0, 12.0 + ECHO, 12.1 + ECHO)]
    assert heard == ["", "Say stop.", "Say stop.", "Say stop.", ""]


def test_the_echo_of_a_line_lingers_into_the_next_one() -> None:
    mouth = Mouth()
    mouth.say("Say stop.", P.ACTION, 10.0)
    mouth.ended(1, 12.0)
    mouth.say("Straighten the leg.", P.ACTION, 12.1)
    assert "Say stop." in mouth.saying_at(12.2)
    assert "Straighten the leg." in mouth.saying_at(12.2)
    assert "Say stop." not in mouth.saying_at(12.1 + ECHO)


def test_a_line_that_only_stands_on_the_screen_has_no_echo() -> None:
    mouth = Mouth(voiced=False)
    mouth.say("Say stop.", P.ACTION, 10.0)
    assert mouth.saying_at(10.5) == ""


def test_facts_and_beeps_pass_through_in_order() -> None:
    mouth = Mouth()
    mouth.log(BoutDone(3.0, "Calf", seconds=30))
    mouth.beep(Sound.GO, 4.5)
    assert mouth.drain() == [BoutDone(3.0, "Calf", seconds=30), Beep(Sound.GO, 4.5)]
    assert mouth.drain() == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(P)),
        st.tuples(st.sampled_from(["hush", "tick", "end", "mute", "unmute"]), st.just(P.NAME)),
    ),
    max_size=40,
)


@given(STEPS, st.floats(0.0, 4.0))
def test_whatever_comes_one_line_is_said_at_a_time_and_nothing_waits_for_ever(
    steps: list[tuple[str, Priority]], pause: float
) -> None:
    mouth, now, numbers = Mouth(), 0.0, [0]
    for what, priority in steps:
        now += pause
        mouth.tick(now)
        match what:
            case "say":
                mouth.say(LINE, priority, now)
            case "hush":
                mouth.hush(now)
            case "end":
                mouth.ended(numbers[-1], now)
            case "mute" | "unmute":
                mouth.set_voiced(what == "unmute", now)
        assert mouth.deadline is None or mouth.deadline >= now
        numbers += [effect.utterance for effect in mouth.drain() if isinstance(effect, Say)]
    assert numbers == sorted(set(numbers))
    for _ in range(len(steps) + 1):
        now += 20.0
        mouth.tick(now)
    assert mouth.current is None and not any(mouth.pending(number) for number in range(1, len(steps) + 1))
