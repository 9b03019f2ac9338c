"""Diary entries for tests: a few by hand, any number by chance."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from stretchcoach.diary.entries import Episode, ProfileChange, RoutineRun
from stretchcoach.diary.exchange.exporting import Entries

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=1)))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "",
        "'",
        "''",
        "=1+1",
        "-3",
        "a,b",
        "a;b",
        "line\nline",
        "cr\rlf\r\n",
        '"quoted"',
        "null",
        "true",
        "3",
        "not_sure",
        "ü✓",
    ]
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
scales = st.none() | st.integers(0, 10)
lengths = st.none() | st.floats(0, 1440)
moments = st.datetimes(
    datetime(2020, 1, 1),
    datetime(2030, 1, 1),
    timezones=st.builds(timezone, st.builds(timedelta, minutes=st.integers(-720, 840))),
).map(datetime.isoformat)
days = st.dates(date(2020, 1, 2), date(2029, 12, 30)).map(str)
ids = st.uuids(version=4).map(lambda each: each.hex)
answers = st.none() | st.booleans() | numbers | texts | st.lists(texts, max_size=3)
episodes = st.builds(
    Episode, id=ids, began=moments | days, minutes=lengths,
    side=st.sampled_from([None, "left", "right", "both", "not_sure"]),
    place=st.sampled_from([None, "calf", "foot", "thigh", "not_sure"]),
    severity=scales, pain_after=scales, sleep=scales, woke=st.sampled_from([None, "yes", "no", "not_sure"]),
    doing=st.none() | texts, posture=st.none() | texts, relieved_by=st.none() | texts, relieved_after=lengths,
    answers=st.dictionaries(texts, answers, max_size=4),
    level=st.sampled_from([None, "EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE"]),
    rules=st.lists(texts, max_size=3).map(tuple), causes=st.lists(texts, max_size=3).map(tuple),
    pending=st.booleans(), closed=texts, note=texts, removed=st.none() | moments,
)  # fmt: skip
runs = st.builds(
    RoutineRun, id=ids, began=moments | days, routine=texts, seconds=st.floats(0, 6e5), finished=st.booleans(),
    steps=st.integers(0, 99), removed=st.none() | moments,
)  # fmt: skip
values: Any = st.none() | numbers | texts | st.lists(texts, max_size=3)
changes = st.builds(ProfileChange, id=ids, at=moments, key=texts, value=values)


def lists(of: Any) -> Any:
    return st.lists(of, max_size=4).map(tuple)


diaries = st.builds(Entries, lists(episodes), lists(runs), lists(changes)).filter(
    lambda each: len({entry.id for entry in (*each.episodes, *each.runs, *each.changes)}) == len(each)
)


def cramp(days: float, **more: Any) -> Episode:
    """One cramp, so many days before NOW."""
    began = NOW - timedelta(days=days)
    return Episode(id=f"{round(days * 1000):032x}", began=began.isoformat(timespec="seconds"), **more)


def ran(days: float, routine: str = "bedtime_calf_hamstring", **more: Any) -> RoutineRun:
    """One routine, so many days before NOW."""
    began = NOW - timedelta(days=days)
    told = {"seconds": 170.0, "finished": True, **more}
    return RoutineRun(
        id=f"f{round(days * 1000):031x}", began=began.isoformat(timespec="seconds"), routine=routine, **told
    )
