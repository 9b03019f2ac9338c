"""Numbers and durations as they are spoken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchcoach.core.messages import Scene, Side
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.words.wording import about, clock, count, duration, ended, join, leg, number, ordinal, sentence


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (7, "seven"),
        (13, "thirteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (340, "three hundred and forty"),
        (999, "nine hundred and ninety-nine"),
    ],
)
def test_numbers_are_words(value: int, words: str) -> None:
    assert number(value) == words


@given(st.integers(0, 999), st.integers(0, 999))
def test_no_two_numbers_sound_the_same(one: int, other: int) -> None:
    assert (number(one) == number(other)) is (one == other)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "zero seconds"),
        (1, "one second"),
        (30, "thirty seconds"),
        (59.4, "fifty-nine seconds"),
        (59.6, "one minute"),
        (60, "one minute"),
        (61, "one minute one second"),
        (90, "one minute thirty seconds"),
        (119.7, "two minutes"),
        (120, "two minutes"),
        (134, "two minutes"),
        (136, "two and a half minutes"),
        (150, "two and a half minutes"),
        (600, "ten minutes"),
        (3600, "sixty minutes"),
    ],
)
def test_durations_are_words_and_plural_correct(seconds: float, words: str) -> None:
    assert duration(seconds) == words


NUMBERS = {number(value): value for value in range(1000)}


@given(st.floats(0, 119))
def test_a_short_duration_is_right_to_the_second_and_plural_correct(seconds: float) -> None:
    total = 0
    for words, unit in re.findall(r"([a-z-]+) (minutes?|seconds?)", duration(seconds)):
        assert unit.endswith("s") is (words != "one")
        total += NUMBERS[words] * (60 if unit.startswith("minute") else 1)
    assert total == round(seconds)


@given(st.floats(120, 40_000))
def test_a_long_duration_is_right_to_a_quarter_of_a_minute(seconds: float) -> None:
    words = duration(seconds)
    assert words.endswith(" minutes")
    whole = NUMBERS[words.removesuffix(" minutes").removesuffix(" and a half")]
    assert abs(whole * 60 + (30 if "and a half" in words else 0) - seconds) <= 15.5


def test_count_is_plural_except_for_one() -> None:
    assert [count(value, "set") for value in (0, 1, 2)] == ["zero sets", "one set", "two sets"]


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-3, "0:00"), (0, "0:00"), (59.9, "0:59"), (61, "1:01"), (600, "10:00")]
)
def test_the_clock_of_the_screen(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_sides_have_words() -> None:
    assert [leg(side) for side in Side] == ["", "left leg", "right leg", "both legs"]


def test_sentences_begin_large_end_with_a_stop_and_leave_nothing_out() -> None:
    assert sentence("lean in") == "Lean in."
    assert sentence("  Is it gone? ") == "Is it gone?"
    assert sentence("   ") == ""
    assert join("one", "", "Two!", " three ") == "One. Two! Three."


@given(st.text("ab .?!", max_size=30), st.integers(120, 200))
def test_speech_takes_time_unless_nothing_is_said(text: str, rate: int) -> None:
    assert (speech_seconds(text, rate) > 0) is bool(text)
    assert speech_seconds(text, 200) <= speech_seconds(text, rate) <= speech_seconds(text, 120)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "ten seconds"), (47, "fifty seconds"), (74, "one minute ten seconds"), (80, "one minute thirty seconds"),
     (118, "two minutes"), (140, "two and a half minutes"), (347, "six minutes"), (3600, "sixty minutes")],
)  # fmt: skip
def test_the_length_of_a_plan_is_told_roughly(seconds: float, words: str) -> None:
    assert about(seconds) == words


def test_the_end_tells_the_time_of_the_week_once_the_diary_has_answered() -> None:
    done = Scene("", clock=744, steps=11, done=True)
    assert ended(done) == "Done in 12:24, 11 stretches."
    assert ended(replace(done, earlier=0)) == "Done in 12:24, 11 stretches. It is in your diary."
    third = "Done in 12:24, 11 stretches. That was the third time this week. It is in your diary."
    assert ended(replace(done, earlier=2)) == third
    stopped = replace(done, stopped=True, step=2, clock=42, earlier=2)
    assert ended(stopped) == "Stopped after 0:42, step 2 of 11. It is in your diary."


def test_ordinals() -> None:
    assert [ordinal(each) for each in (1, 3, 12, 13, 21, 22, 111)] == "first third twelfth 13th 21st 22nd 111th".split()
