"""Moments as they are told soon after, and times of day."""

import time as clocks
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stretchcoach.diary.entries import point, stamp
from stretchcoach.diary.exchange.dates import DateError, time_of_day, when
from stretchcoach.diary.exchange.lately import lately

NOW = datetime(2026, 11, 24, 9, 30).astimezone()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("yesterday 3:12", "2026-11-23T03:12"),
        ("yesterday, at 11.30 pm", "2026-11-23T23:30"),
        ("today 3am", "2026-11-24T03:00"),
        ("3:12", "2026-11-24T03:12"),
        ("3am", "2026-11-24T03:00"),
        ("at 23:30", "2026-11-23T23:30"),
        ("last night at 11pm", "2026-11-23T23:00"),
        ("last night 4:05", "2026-11-24T04:05"),
        ("now", "2026-11-24T09:30"),
    ],
)
def test_what_is_said_of_a_moment(said: str, meant: str) -> None:
    assert lately(said, NOW)[: len(meant)] == meant


@pytest.mark.parametrize(
    "said", ["", "last night", "tomorrow", "3", "yesterday noonish", "25:00", "2026-11-24", "24.11.2026"]
)
def test_what_tells_no_moment_or_is_a_date_is_left_to_others(said: str) -> None:
    assert lately(said, NOW) == ""


@given(some.times(timezones=some.none()))
def test_an_hour_alone_is_the_last_time_that_it_was_that_hour(hour: time) -> None:
    found = point(lately(f"{hour:%H:%M}", NOW))
    assert NOW - timedelta(days=1) < found <= NOW and (found.hour, found.minute) == (hour.hour, hour.minute)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("21:30", time(21, 30)),
        ("9pm", time(21)),
        ("9:30 p.m.", time(21, 30)),
        ("21.30", time(21, 30)),
        ("12am", time(0)),
    ],
)
def test_a_time_of_day(said: str, meant: time) -> None:
    assert time_of_day(said) == meant


@pytest.mark.parametrize("said", ["", "9", "25:00", "13pm", "soon", "9:60"])
def test_what_is_no_time_of_day(said: str) -> None:
    with pytest.raises(DateError):
        time_of_day(said)


@pytest.mark.skipif(not hasattr(clocks, "tzset"), reason="the time zone cannot be changed here")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),
        ("29.03.2026 2:30", "2026-03-29T03:30:00+02:00"),
        ("2026-03-29T01:59", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29T03:00", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
    ],
)
def test_a_clock_that_was_not_put_forward_yet(
    said: str, meant: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        request.addfinalizer(clocks.tzset)
        clocks.tzset()
        assert when(said) == meant and stamp(point(meant)) == meant
