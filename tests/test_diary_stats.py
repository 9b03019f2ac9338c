"""What the entries add up to, and that nothing is said where there is not enough."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.diary import Diary, Episode, RoutineRun, stats
from stretchcoach.diary.entries import Entry
from stretchcoach.diary.file.counting import tally
from stretchcoach.diary.stats import Counts, from_entries

TODAY = date(2026, 11, 24)
"""A Tuesday."""


def cramp(days_ago: int, hour: int = 3, **more: object) -> Episode:
    return Episode(began=f"{TODAY - timedelta(days_ago)}T{hour:02}:12:05+01:00", **more)  # type: ignore[arg-type]


def run(day: date, finished: bool = True) -> RoutineRun:
    return RoutineRun(began=f"{day}T21:00:00+01:00", routine="bedtime_calm", finished=finished)


def weeks(*days: int) -> Counts:
    """Routines on so many days of each week, the current one last."""
    start = stats.monday(TODAY) - timedelta(7 * (len(days) - 1))
    return from_entries(
        [], [run(start + timedelta(7 * week + day)) for week, count in enumerate(days) for day in range(count)]
    )


def test_an_empty_diary_says_nothing() -> None:
    told = stats.summary(Counts(), TODAY)
    assert told.pop("cramps") == 0 == told.pop("streak")
    assert all(figure is None for figure in told.values())


def test_weeks_are_counted_from_monday_with_the_empty_ones() -> None:
    found = from_entries([cramp(0), cramp(1), cramp(2), cramp(16)])
    assert stats.by_week(found, TODAY) == {"2026-11-02": 1, "2026-11-09": 0, "2026-11-16": 1, "2026-11-23": 2}
    assert stats.by_week(found, TODAY, weeks=1) == {"2026-11-23": 2}


def test_weeks_are_not_compared_before_two_weeks() -> None:
    assert stats.by_week(from_entries([cramp(13)]), TODAY) is None
    assert stats.by_week(from_entries([cramp(14)]), TODAY) is not None
    assert stats.by_week(from_entries([cramp(1)], [run(TODAY - timedelta(20))]), TODAY) is not None


def test_the_hour_is_that_of_the_clock_on_the_wall() -> None:
    found = from_entries([cramp(day, hour=3) for day in range(9)] + [cramp(1, hour=23)])
    hours = stats.by_hour(found)
    assert hours is not None and hours[3] == 9 and hours[23] == 1 and sum(hours) == 10
    assert stats.by_hour(from_entries([cramp(0)] * 9)) is None


def test_patterns_need_five_and_come_highest_first() -> None:
    found = from_entries(
        [
            cramp(0, side="right", doing="lying", causes=("sweat", "veins")),
            *[cramp(1, side="left", causes=("sweat",))] * 4,
        ]
    )
    assert stats.by_side(found) == {"left": 4, "right": 1} and list(stats.by_side(found) or ()) == ["left", "right"]
    assert stats.by_cause(found) == {"sweat": 5, "veins": 1}
    assert stats.by_doing(found) is None
    assert stats.by_side(from_entries([cramp(0, side="left")] * 4)) is None


def test_relief_and_severity_need_three() -> None:
    few = from_entries([cramp(0, relieved_after=60.0, severity=9), cramp(0, relieved_after=120.0, severity=5)])
    assert stats.minutes_to_relief(few) is None and stats.mean_severity(few) is None and stats.worst_severity(few) == 9
    more = from_entries([cramp(0, relieved_after=60.0 * minutes, severity=minutes) for minutes in (1, 2, 3, 4, 9)])
    assert stats.minutes_to_relief(more) == {"quarter": 2.0, "median": 3.0, "three_quarters": 4.0}
    assert stats.mean_severity(more) == 3.8


def test_a_night_counts_once_and_ends_at_noon() -> None:
    found = from_entries(
        [cramp(2, 23, woke="yes"), cramp(1, 4, sleep=6), cramp(1, 15, woke="yes"), cramp(0, 3, woke="no", sleep=0)]
    )
    assert stats.nights_disturbed(found, TODAY) == 2
    assert stats.nights_disturbed(found, TODAY, days=1) == 1
    assert stats.nights_disturbed(from_entries([cramp(28, 4, woke="yes")]), TODAY) == 0


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ((3, 3, 3), 3),
        ((3, 3, 0), 2),
        ((3, 0, 3, 0), 2),
        ((3, 0, 0, 3, 3), 2),
        ((3, 2, 7, 2, 3), 3),
        ((3, 0, 0), 1),
        ((3, 0, 0, 0), 0),
        ((2, 2, 2), 0),
        ((1,), 0),
        ((0, 3), 1),
    ],
)
def test_a_streak_forgives_one_week(days: tuple[int, ...], streak: int) -> None:
    assert stats.streak(weeks(*days), TODAY + timedelta(5)) == streak


def test_two_routines_on_a_day_are_one_day_and_an_unfinished_one_is_none() -> None:
    found = from_entries([], [run(TODAY), run(TODAY), run(TODAY - timedelta(1), finished=False)])
    assert stats.days_kept(found, TODAY) == {"2026-11-23": 1}


def test_entries_from_a_clock_that_ran_ahead_break_nothing() -> None:
    assert stats.summary(from_entries([cramp(-400)] * 12, [run(TODAY + timedelta(400))]), TODAY)["cramps"] == 12


WORD = st.none() | st.sampled_from(["left", "yes", "lying", 'odd "one", [here]'])
CRAMPS = st.builds(
    Episode,
    began=st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.timezones()).map(
        lambda when: when.isoformat(timespec="seconds")
    )
    | st.dates(date(1900, 1, 2), date(2199, 12, 30)).map(str),
    side=WORD,
    doing=WORD,
    woke=WORD,
    severity=st.none() | st.integers(0, 10),
    sleep=st.none() | st.integers(0, 10),
    relieved_after=st.none() | st.floats(0, 1e4),
    causes=st.lists(st.sampled_from(["sweat", 'odd "one", [here]']), max_size=2).map(tuple),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cramps=st.lists(CRAMPS, max_size=30), days=st.lists(st.integers(0, 60), max_size=20))
def test_counting_in_the_file_and_counting_entries_come_to_the_same(
    tmp_path: Path, cramps: list[Episode], days: list[int]
) -> None:
    entries: list[Entry] = [*cramps, *(run(TODAY - timedelta(day), day % 5 > 0) for day in days)]
    diary = Diary.open(tmp_path / "diary.db")
    diary.purge_all()
    diary.add_all(entries)
    assert tally(diary) == from_entries(diary.episodes(), diary.runs())
    assert tally(diary, "2000-01-01") == from_entries(diary.episodes("2000-01-01"), diary.runs("2000-01-01"))
    diary.close()
