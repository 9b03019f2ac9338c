"""A command line typed in pain starts the cramp."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.cli.kinds import Number
from stretchcoach.cli.sessions import cramp
from stretchcoach.cli.shared import HELP
from stretchcoach.program.spelling import FLAGS, SPEEDS, VALUED, first, mended, side_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cramp", "cramp"), ("CRAMP", "cramp"), ("Cramp", "cramp"), ("cramps", "cramp"), ("c", "cramp"),
        ("C", "cramp"), ("cramp rigth", "cramp right"), ("cramp r", "cramp right"), ("cramp R", "cramp right"),
        ("cramp L", "cramp left"), ("cramp LEFT", "cramp left"), ("cramp lefft", "cramp left"),
        ("cramp left leg", "cramp left"), ("cramp left right", "cramp both"), ("cramp bth", "cramp both"),
        ("cramp -l", "cramp left"), ("cramp --right", "cramp right"), ("crampp", "cramp"), ("cramp_now", "cramp"),
        ("--no-voice cramp r", "cramp right --no-voice"), ("--speed 20 CRAMP", "cramp --speed 20"),
        ("cramp l --plain --speed 3", "cramp left --plain --speed 3"),
        ("cramp --trace=My.trace", "cramp --trace=My.trace"),
        ("cramp --TRACE My.trace --SPEED=2", "cramp --trace My.trace --speed=2"), ("help", "--help"),
        ("help cramp", "cramp --help"), ("cramps --help", "cramp --help"),
        ("run cramp_now", "run cramp_now"), ("list", "list"), ("", ""), ("--speed 4", "--speed 4"),
    ],
)  # fmt: skip
def test_what_begins_with_cramp_is_the_cramp(typed: str, meant: str) -> None:
    assert mended(typed.split()) == (meant.split(), [])


@pytest.mark.parametrize(
    "typed",
    [
        "cramp please!",
        "cramp sideways",
        "cramp --xyz",
        "c 7",
        "cramp --speed",
        "c --trace",
        "cramp --speed abc",
        "cramp --speed=abc",
        "c --speed 0",
    ],
)
def test_what_means_nothing_is_left_out_with_one_line(typed: str) -> None:
    args, told = mended(typed.split())
    assert args == ["cramp"] and len(told) == 1 and typed.rsplit(maxsplit=1)[-1] in told[0]


@given(st.sampled_from(["cramp", "C", "cramping", "CRAMPS"]), st.lists(st.text(max_size=9), max_size=4))
def test_nothing_behind_it_keeps_the_cramp_from_starting(word: str, more: list[str]) -> None:
    args, _ = mended([word, *more])
    rest = [each for each in args if each not in FLAGS]
    assert "cramp" in rest and all(each in ("cramp", "left", "right", "both") for each in rest)
    assert mended(args)[0] == args


@given(st.text(max_size=5) | st.floats().map(str))
def test_a_speed_that_cannot_be_is_left_out_where_the_command_line_would_refuse_it(value: str) -> None:
    args, _ = mended(["cramp", "--speed", value])
    try:
        Number(*SPEEDS).convert(value, None, None)
    except click.BadParameter:
        assert "--speed" not in args


@pytest.mark.parametrize("word", ["stop", "please", "now", "3", ""])
def test_a_word_that_is_no_side_is_none(word: str) -> None:
    assert side_of(word) == ""


def test_the_value_of_a_flag_is_no_command() -> None:
    assert first(["--speed", "20", "cramp"]) == 2


def test_a_kind_of_routine_offers_its_routines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["warmup"]) == 2
    assert "stretchcoach run warmup_run" in capsys.readouterr().err


def test_help_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    assert "cramp" in capsys.readouterr().out


def test_every_flag_of_a_cramp_is_known_and_what_takes_a_value_takes_it() -> None:
    parameters = [
        each
        for each in cramp.get_params(click.Context(cramp, help_option_names=HELP["help_option_names"]))
        if isinstance(each, click.Option)
    ]
    assert {name for each in parameters for name in (*each.opts, *each.secondary_opts)} <= FLAGS
    assert {name for each in parameters if not each.is_flag for name in each.opts} == set(VALUED)
