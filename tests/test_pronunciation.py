"""Numbers, units and short forms as they are said; telephone numbers alone go digit by digit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach import library
from stretchcoach.audio.pronunciation import spoken, unspeakable
from stretchcoach.core import script
from stretchcoach.core.plan import Style
from stretchcoach.core.routine import Routine
from stretchcoach.core.unfold import build

SAID = [
    ("Walk 100 steps.", "Walk one hundred steps."),
    ("1,000 and 120 s", "one thousand and one hundred and twenty seconds"),
    ("Hold 30s, 5cm apart, 2kg", "Hold thirty seconds, five centimetres apart, two kilograms"),
    ("w/ a towel, w/o shoes", "with a towel, without shoes"),
    ("3x10, then 3 × 30 sec", "three times ten, then three times thirty seconds"),
    ("Hold 30\", rest 1'", "Hold thirty seconds, rest one minute"),
    ("approx. 5 min", "about five minutes"),
    ("15-30 seconds, 15–30 times", "fifteen to thirty seconds, fifteen to thirty times"),
    ("1/2 turn, ¾ turn, 1 1/2 minutes", "one half turn, three quarters turn, one and a half minutes"),
    ("the 1st and the 22nd", "the first and the twenty-second"),
    ("at 7:30 am, 7:05, 21:00", "at seven thirty a m, seven oh five, twenty-one o'clock"),
    ("2.5 kg, 2,5 kg", "two point five kilograms, two point five kilograms"),
    ("Call 999 now, or NHS 111.", "Call nine nine nine now, or NHS one one one."),
    ("Ring 01234 567 890 today", "Ring zero one two three four five six seven eight nine zero today"),
    ("Walk 999 steps.", "Walk nine hundred and ninety-nine steps."),
    ("e.g. heel/toe, up → down", "for example heel or toe, up, then down"),
    ("1 s, 1 kg, 1st", "one second, one kilogram, first"),
    ("10 in each hand", "ten in each hand"),
    ("Straighten your leg. Pull your toes up.", "Straighten your leg. Pull your toes up."),
    ("Hold 1½ min.", "Hold one and a half minutes."),
    ("Rest ½ min.", "Rest one half of a minute."),
    ("2 1/2 kg in each hand", "two and a half kilograms in each hand"),
    ("Walk ¾ h.", "Walk three quarters of an hour."),
    ("10 reps/side", "ten repetitions per side"),
    ("Hold 30 s/leg, 2x/day.", "Hold thirty seconds per leg, two times per day."),
    ("3 sets/leg, left/right", "three sets per leg, left or right"),
    ("each leg/arm", "each leg or arm"),
    ("At 10 am and 6 pm.", "At ten a m and six p m."),
    ("At 6 p.m. rest. At 7 p.m. Walk.", "At six p m rest. At seven p m. Walk."),
]


@pytest.mark.parametrize(("written", "said"), SAID, ids=[row[0] for row in SAID])
def test_it_is_said_as_a_person_would(written: str, said: str) -> None:
    assert spoken(written) == said


def every_line() -> list[str]:
    """Every line of every routine, of the cramp and of the knowledge."""
    lines = [line for routine in shipped() for line in build(routine, Style()).lines()]
    knowledge = library.knowledge()
    lines += [*script.lines_ahead(False), *script.lines_ahead(True), *knowledge.asks(knowledge.interview)]
    fill = {"emergency_number": "999", "same_day_service": "NHS 111", "gp_word": "GP"}
    return lines + [flag.advice.format(**fill) for flag in knowledge.flags]


def shipped() -> list[Routine]:
    return list(library.shelf([library.shipped_folder()]).routines.values())


def test_every_line_of_the_content_can_be_said() -> None:
    lines = every_line()
    assert len(lines) > 1000
    for line in lines:
        said = spoken(line)
        assert not re.search(r"[\d/%\"]", said), line
        assert not unspeakable(line), line
        assert spoken(said) == said, "said twice is the same"


@given(st.integers(0, 10**12), st.sampled_from(["", " s", "s", " min", " kg", "cm", " steps", "%", " times"]))
def test_no_number_is_left_as_digits_or_spelled_out(number: int, unit: str) -> None:
    said = spoken(f"Hold {number}{unit} here.")
    assert not re.search(r"\d", said)
    digits = "zero one two three four five six seven eight nine".split()
    if number > 99:
        assert said.split()[1:-1] != [digits[int(digit)] for digit in str(number)]


@given(st.text(max_size=60))
def test_any_text_can_be_said(text: str) -> None:
    said = spoken(text)
    assert not re.search(r"[0-9]", said) and not unspeakable(said)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=30))
def test_what_is_left_out_is_named(text: str) -> None:
    letters = [letter for letter in text if letter.isascii() and letter.isalpha()]
    if not unspeakable(text) and letters == list(text):
        assert spoken(text) == text
