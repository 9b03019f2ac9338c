"""Before and after: the interval is the published one, and nothing is claimed that the counts do not carry."""

import re

import pytest
from diaries import NOW, cramp, ran
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.diary.entries import ProfileChange
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.library import sources
from stretchcoach.programme.effect import Period, Verdict, chart, effect, interval, sentence
from stretchcoach.words.programme_lines import COMES_AND_GOES, TRIALS

BEDTIME = "bedtime_calf_hamstring"


def diary(before: float, after: float, weeks: int = 6) -> Entries:
    """So many cramps a week, evenly, on either side of the day on which the routine was taken up."""
    days = 7 * weeks
    cramps = [cramp(days + 7 / before * (n + 0.5)) for n in range(round(before * weeks))] if before else []
    cramps += [cramp(7 / after * (n + 0.5)) for n in range(round(after * weeks))] if after else []
    opened = ProfileChange(id="c" * 32, at=cramp(2 * days + 0.01).began, key="x", value="y")
    return Entries(tuple(cramps), tuple(ran(day) for day in range(days, 0, -1)), (opened,))


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        (Period(12, 6), Period(3, 6), 0.045272863605, 0.926378193718),
        (Period(20, 10), Period(20, 5), 1.021229334419, 3.916847925520),
        (Period(9, 8), Period(0, 4), 0.0, 1.013260380589),
        (Period(1, 2), Period(1, 2), 0.012739367084, 78.496835314658),
        (Period(150, 12), Period(60, 12), 0.291415497014, 0.543054341333),
    ],
)
def test_the_interval_is_that_of_scipy(before: Period, after: Period, low: float, high: float) -> None:
    """The figures are those of scipy.stats.binomtest(after, both).proportion_ci(0.95, "exact"), as odds."""
    assert interval(before, after) == pytest.approx((low, high), abs=1e-8)


def test_without_a_bound() -> None:
    low, high = interval(Period(0, 4), Period(9, 4))
    assert low == pytest.approx(1.9738263118871) and high is None
    assert interval(Period(0, 4), Period(0, 4)) == (None, None)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000))
def test_the_ratio_lies_in_its_interval(before: int, after: int) -> None:
    low, high = interval(Period(before, 6), Period(after, 6))
    assert low is not None and high is not None
    assert 0 < low < after / before < high


def test_large_counts_join_on_without_a_step() -> None:
    assert interval(Period(400, 6), Period(400, 6)) == pytest.approx(interval(Period(401, 6), Period(400, 6)), rel=0.01)


def test_fewer_is_said_with_its_figures_and_its_reasons() -> None:
    found = effect(diary(4, 1), BEDTIME, NOW)
    assert found is not None and found.verdict is Verdict.FEWER
    assert (found.before.cramps, found.after.cramps, found.nights) == (24, 6, 42)
    told = sentence(found, "Bedtime stretch")
    assert "4.0 cramps a week before, 1.0 since" in told
    assert "ratio 0.25, 95 % interval 0.08 to 0.63" in told
    assert set(re.findall(r"[A-Z]+\d\d", TRIALS)) == {"HALL12", "COPPIN05", "RELAX24"} <= set(sources())
    assert (
        "season" in COMES_AND_GOES and "ease afterwards anyway" in COMES_AND_GOES and "doesn't show" in COMES_AND_GOES
    )


@pytest.mark.parametrize(
    ("before", "after", "verdict"), [(4, 4, Verdict.UNCLEAR), (1, 4, Verdict.MORE), (4, 0, Verdict.FEWER)]
)
def test_the_verdict_follows_the_interval(before: float, after: float, verdict: Verdict) -> None:
    found = effect(diary(before, after), BEDTIME, NOW)
    assert found is not None and found.verdict is verdict


def test_no_cramp_before_has_no_ratio() -> None:
    found = effect(diary(0, 4), BEDTIME, NOW)
    assert found is not None and found.ratio is None
    assert "there was none before, so there is no ratio" in sentence(found, "x")


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        (diary(4, 4, 1), "only 7 days before"),
        (diary(0.5, 0.5), "only 6 cramps on both sides"),
        (Entries((cramp(30), *(cramp(day) for day in range(1, 20))), (ran(20),)), "only"),
        (Entries(tuple(cramp(day) for day in range(20, 60)), (ran(3),)), "only 3 days since"),
    ],
)
def test_too_early_to_tell(entries: Entries, why: str) -> None:
    found = effect(entries, BEDTIME, NOW)
    assert found is not None and found.verdict is Verdict.EARLY
    assert "too early to tell" in sentence(found, "x") and why in sentence(found, "x")


def test_a_wide_interval_is_too_early() -> None:
    found = effect(diary(0.8, 0.6, 6), BEDTIME, NOW)
    assert found is not None and found.verdict is Verdict.EARLY
    assert "too few cramps to tell fewer from more" in sentence(found, "x")


def test_the_cramp_with_which_a_diary_begins_is_not_counted() -> None:
    """Whoever begins to write because of a cramp would else have a rate too high before."""
    found = effect(Entries(tuple(cramp(day) for day in (40, 35, 30)), (ran(20),)), BEDTIME, NOW)
    assert found is not None and found.before.cramps == 2


def test_twelve_weeks_at_most_and_nothing_that_was_deleted() -> None:
    kept = diary(2, 2, 20)
    found = effect(kept, BEDTIME, NOW)
    assert found is not None and (found.before.weeks, found.after.weeks) == (12, 12)
    gone = Entries(tuple(cramp(day, removed=NOW.isoformat()) for day in range(1, 90)), kept.runs)
    assert (effect(gone, BEDTIME, NOW) or found).after.cramps == 0


def test_a_routine_that_was_never_run() -> None:
    assert effect(diary(4, 4), "other", NOW) is None
    found = effect(diary(4, 4), "other", NOW, NOW.replace(month=10, day=13))
    assert found is not None and found.nights == 0


def test_the_chart_has_a_bar_a_week_and_a_line_between() -> None:
    found = effect(diary(4, 1), BEDTIME, NOW)
    assert found is not None
    lines = chart(found, "Before bed")
    assert lines[7] == "-- Before bed, from 13 October on --"
    assert lines[1] == "week of  1 Sep  ####                                     4"
    assert sum(int(line.split()[-1]) for line in lines if line.startswith("week")) == 30
