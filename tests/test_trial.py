"""A trial on oneself: the order drawn and sealed, what it asks and when it rests, and what it says at the end."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace

import pytest
from diaries import NOW, cramp, ran
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tui_fake import FakeProgram

from stretchcoach.cli import main
from stretchcoach.diary import DiaryError
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.report.report import make_report
from stretchcoach.library import shelf, shipped_folder
from stretchcoach.machine.folders import folders
from stretchcoach.program import state
from stretchcoach.program.evening import Evening, evening
from stretchcoach.programme import TRIAL_FILE
from stretchcoach.programme.effect import Verdict
from stretchcoach.programme.standing import Standing
from stretchcoach.programme.trial import (
    NAMES,
    ROUTINES,
    Trial,
    TrialArm,
    asks,
    coming,
    draw,
    intact,
    load,
    nightly_cramps,
    running,
    save,
    sealed,
    with_answer,
    worse,
)
from stretchcoach.programme.trial_result import TrialBlock, lines, permuted, result, sentence, student

BEGAN = date(2026, 9, 1)
TWO = (TrialArm.STRETCH, TrialArm.NEITHER)


def drawn(blocks: int = 12, weeks: int = 1, arms: tuple[TrialArm, ...] = TWO) -> Trial:
    return draw(arms, blocks, weeks, BEGAN)


def clocked(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """The command line believes that it is this late."""
    clock = SimpleNamespace(now=lambda: SimpleNamespace(astimezone=lambda: now))
    monkeypatch.setattr("stretchcoach.cli.trial.datetime", clock)


def at(days: int, hour: int = 8) -> datetime:
    """So many days after the first evening."""
    return datetime(BEGAN.year, BEGAN.month, BEGAN.day, hour, tzinfo=NOW.tzinfo) + timedelta(days=days)


def ago(when: datetime) -> float:
    """The days before NOW, in which the entries of tests are counted."""
    return (NOW - when) / timedelta(days=1)


def lived(trial: Trial, with_stretch: int, without: int, every: int = 7) -> Trial:
    """Every morning answered; so many cramps in each week, the first ``every`` nights told."""
    mornings = {}
    for number, arm in enumerate(trial.order):
        cramps = with_stretch if arm is TrialArm.STRETCH else without
        for each, of in enumerate(trial.nights(number)):
            if each % 7 < every:
                mornings[of] = 1 if each % 7 < cramps else 0
    return replace(trial, mornings=mornings)


@given(
    st.sets(st.sampled_from(TrialArm), min_size=2),
    st.integers(1, 10),
    st.integers(1, 2),
    st.dates(BEGAN, date(2090, 1, 1)),
)
def test_each_has_as_many_blocks_as_the_others_and_every_night_belongs_to_one(
    arms: set[TrialArm], each: int, weeks: int, began: date
) -> None:
    trial = draw(tuple(arms), each * len(arms), weeks, began)
    assert set(Counter(trial.order).values()) == {each} and set(trial.arms) == arms and intact(trial)
    nights = [of for number in range(len(trial.order)) for of in trial.nights(number)]
    assert nights == [began + timedelta(days=day + 1) for day in range(len(trial.order) * weeks * 7)]
    assert [trial.block(of) for of in nights] == [n for n in range(len(trial.order)) for _ in range(7 * weeks)]
    assert trial.block(began) is None and trial.block(trial.end + timedelta(days=1)) is None and nights[-1] == trial.end


def test_every_order_is_drawn_about_as_often() -> None:
    seen = Counter(drawn(4).order for _ in range(1200))
    assert set(seen) == set(permutations((TrialArm.STRETCH, TrialArm.STRETCH, TrialArm.NEITHER, TrialArm.NEITHER)))
    assert min(seen.values()) > 130 and max(seen.values()) < 280


@pytest.mark.parametrize(
    ("arms", "blocks"), [((TrialArm.STRETCH,), 12), (TWO, 13), (TWO, 0), (TWO, 32), (tuple(TrialArm), 4)]
)
def test_what_cannot_be_compared_is_refused_in_words(arms: tuple[TrialArm, ...], blocks: int) -> None:
    with pytest.raises(ValueError, match=r"compares at least two|cannot be shared out"):
        draw(arms, blocks, 1, BEGAN)


def test_an_order_that_was_changed_does_not_carry_the_seal_and_can_tell_nothing() -> None:
    trial = lived(drawn(), 0, 4)
    (told,) = result(trial, (), (), trial.end).comparisons
    assert told.verdict is Verdict.FEWER
    other = replace(
        trial, order=trial.order[::-1] if trial.order[::-1] != trial.order else trial.order[1:] + trial.order[:1]
    )
    assert not intact(other)
    (told,) = result(other, (), (), trial.end).comparisons
    assert told.verdict is Verdict.EARLY and "not the one that was drawn" in told.why


@given(st.integers(0, 30), st.integers(0, 23))
def test_by_day_the_coming_evening_is_meant_and_in_the_small_hours_the_night_that_lasts(days: int, hour: int) -> None:
    now = at(days, hour)
    assert coming(now) == (now.date() if hour < 5 else now.date() + timedelta(days=1))


def test_it_asks_once_a_morning_and_no_more_after_three_without_an_answer() -> None:
    trial = drawn()
    assert (
        asks(trial, (), at(0, 22)) is None and asks(trial, (), at(1, 3)) is None and asks(trial, (), at(1, 13)) is None
    )
    assert asks(trial, (), at(1)) == at(1).date()
    assert asks(with_answer(trial, at(1).date(), 0), (), at(1)) is None
    assert [asks(trial, (), at(day)) is not None for day in range(1, 7)] == [True, True, True, False, False, False]
    assert asks(with_answer(trial, at(4).date(), 0), (), at(5)) == at(5).date()


def test_a_night_that_lasts_is_not_one_that_nobody_told_of() -> None:
    assert not any(
        "known so far" in line for hour in (3, 11) for line in Standing(drawn(), Entries(), at(1, hour)).lines()
    )
    assert "0 of 1 night known so far." in Standing(drawn(), Entries(), at(1, 13)).lines()
    told = with_answer(drawn(), at(1).date(), 0)
    assert "1 of 1 night known so far." in Standing(told, Entries(), at(1, 8)).lines(), "as soon as it is told"
    assert "1 of 1 night known so far." in Standing(told, Entries(), at(2, 8)).lines()


def test_the_diary_counts_where_it_has_more_than_was_said() -> None:
    trial = replace(drawn(), mornings={at(1).date(): 1, at(2).date(): 0})
    found = [cramp(ago(at(1, 3))), cramp(ago(at(1, 4))), cramp(ago(at(3, 2))), cramp(ago(at(-4, 2)))]
    assert nightly_cramps(trial, found) == {at(1).date(): 2, at(2).date(): 0, at(3).date(): 1}


def test_it_rests_when_help_was_called_for_or_cramps_come_twice_as_often_and_goes_on_when_told() -> None:
    trial = lived(drawn(), 2, 2)
    calm = replace(trial, mornings={of: n for of, n in trial.mornings.items() if of <= at(21).date()})
    assert worse(calm, (), at(21)) == ""
    urgent = [cramp(ago(at(20, 3)), level="SAME_DAY")]
    assert "21 September the safety questions" in worse(calm, urgent, at(21))
    assert worse(calm, [cramp(ago(at(20, 3)), level="ROUTINE")], at(21)) == ""
    bad = replace(calm, mornings={of: n if of <= at(14).date() else 2 for of, n in calm.mornings.items()})
    assert "in the last week" in worse(bad, (), at(21))
    standing = Standing(bad, Entries(), at(21))
    assert standing.tonight is None and standing.asks is None and standing.offer() is None
    assert any("resume" in line for line in standing.lines())
    assert worse(replace(bad, resumed=at(21).date()), (), at(21)) == ""


@pytest.mark.parametrize("hour", [0, 3, 4, 5, 11, 12, 13, 23])
def test_a_trial_that_is_begun_after_a_cramp_at_night_does_not_count_that_night(
    hour: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = at(0, hour)
    clocked(monkeypatch, now)
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    assert main(["programme", "trial", "start"]) == 0
    told = capsys.readouterr().out
    trial = load(folders().data)
    assert trial and f"Week 1 of 12. Tonight: {NAMES[trial.order[0]]}" in told
    assert nightly_cramps(trial, [cramp(ago(now) + 1 / 24)]) == ({} if hour < 13 else {BEGAN + timedelta(days=1): 1})
    evening = Standing(trial, Entries(), at(0, 22))
    assert evening.tonight is trial.order[0] and not evening.asks


@pytest.mark.parametrize(("hour", "over"), [(0, False), (3, False), (4, False), (5, True), (12, True), (23, True)])
def test_a_night_that_lasts_is_not_told_of(
    hour: int, over: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is awake at three has not slept through the night, and may mean the one before it."""
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    save(folders().data, drawn())
    clocked(monkeypatch, now := at(4, hour))
    today, before = now.date(), at(3).date()
    assert main(["programme", "trial", "night", "0"]) == (0 if over else 2)
    told = capsys.readouterr().err
    assert over or (f"to {today} is not over yet" in told and f"--date {before}" in told)
    assert main(["programme", "trial", "night", "1", "--date", str(today)]) == (0 if over else 2)
    assert main(["programme", "trial", "night", "2", "--date", str(before)]) == 0
    trial = load(folders().data)
    assert trial and trial.mornings == {before: 2, **({today: 1} if over else {})}


def test_nothing_of_the_result_or_the_order_is_told_before_the_end() -> None:
    trial = lived(drawn(), 0, 4)
    for day in range(85):
        told = Standing(trial, Entries(), at(day, 20)).as_dict()
        over = day >= 84
        assert (told["result"] is not None, told["order"] is not None, told["salt"] is not None) == (over,) * 3
        assert any("ratio" in line for line in Standing(trial, Entries(), at(day, 20)).lines()) is over


def test_the_evening_offers_the_routine_of_its_block_once_and_nothing_where_there_is_nothing_to_do() -> None:
    trial = drawn(12, 1, (TrialArm.STRETCH, TrialArm.BREATHING))
    routines = shelf([shipped_folder()]).routines
    for day in range(84):
        standing = Standing(trial, Entries(), at(day, 21))
        offer = standing.offer()
        assert offer and offer[0] in routines and offer[0] == ROUTINES[trial.order[day // 7]]
        assert f"week {day // 7 + 1} of 12" in offer[1] and NAMES[trial.order[day // 7]] in offer[1]
        done = Entries(runs=(ran(ago(at(day, 21)), routine=offer[0]),))
        assert Standing(trial, done, at(day, 22)).offer() is None
    nothing = drawn()
    quiet = [day for day in range(84) if nothing.order[day // 7] is TrialArm.NEITHER]
    told = [Standing(nothing, Entries(), at(day, 21)).offer() for day in quiet]
    assert told and all(offer and offer[0] == "" and offer[1].endswith("neither tonight.") for offer in told)


@pytest.mark.parametrize(
    ("with_stretch", "without", "verdict", "word"),
    [(1, 4, Verdict.FEWER, "fewer"), (4, 1, Verdict.MORE, "more"), (3, 3, Verdict.UNCLEAR, "no clear difference")],
)
def test_what_it_says_follows_the_weeks(with_stretch: int, without: int, verdict: Verdict, word: str) -> None:
    trial = lived(drawn(), with_stretch, without)
    (found,) = result(trial, (), (), trial.end).comparisons
    assert found.verdict is verdict and word in sentence(found) and found.level == pytest.approx(0.95)
    assert found.ratio == pytest.approx(with_stretch / without)
    assert f"{with_stretch:.1f} cramps a week with the stretch" in sentence(found)


def test_cramps_in_bunches_make_the_interval_wider_and_that_is_told() -> None:
    trial = drawn()
    even = lived(trial, 2, 4)
    uneven = dict(even.mornings)
    for number, arm in enumerate(trial.order):
        nights = trial.nights(number)
        many = trial.order[:number].count(arm) % 2
        for place, each in enumerate(nights):
            uneven[each] = (4 if arm is TrialArm.STRETCH else 8) // 4 if many and place < 4 else 0
        if not many:
            uneven[nights[0]] = 0
    (calm,), (bunched,) = (
        result(each, (), (), trial.end).comparisons for each in (even, replace(trial, mornings=uneven))
    )
    assert calm.ratio == pytest.approx(0.5) and bunched.ratio == pytest.approx(0.5)
    assert calm.low and calm.high and bunched.low and bunched.high
    assert bunched.low < calm.low < calm.high < bunched.high
    assert "in bunches" in sentence(bunched) and "in bunches" not in sentence(calm)


@pytest.mark.parametrize(("free", "exact", "within"), [(2, 4.303, 0.04), (4, 2.776, 0.01), (10, 2.228, 0.001)])
def test_student(free: int, exact: float, within: float) -> None:
    assert student(free, 0.025) == pytest.approx(exact, rel=within)


def test_two_comparisons_share_the_error() -> None:
    trial = draw(tuple(TrialArm), 18, 1, BEGAN)
    found = result(lived(trial, 1, 4), (), (), trial.end)
    assert [each.level for each in found.comparisons] == pytest.approx([0.975, 0.975])
    assert {each.against.arm for each in found.comparisons} == {TrialArm.NEITHER}


def test_nights_that_are_not_known_are_told_and_too_many_of_them_say_nothing() -> None:
    trial = lived(drawn(), 1, 4, every=5)
    found = result(trial, (), (), trial.end)
    assert any(line.startswith("24 nights not known: 12 with the stretch, 12 with neither") for line in lines(found))
    trial = lived(drawn(), 1, 3, every=3)
    (told,) = result(trial, (), (), trial.end).comparisons
    assert told.verdict is Verdict.EARLY and "are known" in told.why


@given(st.data())
def test_the_test_over_the_blocks_is_that_of_all_orders(data: st.DataObject) -> None:
    number = data.draw(st.integers(2, 6))
    arms = data.draw(st.permutations([TrialArm.STRETCH] * (number // 2) + [TrialArm.NEITHER] * (number - number // 2)))
    blocks = [TrialBlock(arm, BEGAN, 7, data.draw(st.integers(1, 7)), data.draw(st.integers(0, 9))) for arm in arms]

    def rate(of: tuple[TrialArm, ...], arm: TrialArm) -> float:
        ours = [block for block, each in zip(blocks, of, strict=True) if each is arm]
        return sum(block.cramps for block in ours) / sum(block.known for block in ours)

    def apart(of: tuple[TrialArm, ...]) -> float:
        return rate(of, TrialArm.STRETCH) - rate(of, TrialArm.NEITHER)

    orders = sorted(set(permutations(arms)))
    fewer, more = permuted(blocks, TrialArm.STRETCH, "x")
    seen = apart(tuple(arms))
    assert fewer == pytest.approx(sum(apart(order) <= seen + 1e-9 for order in orders) / len(orders))
    assert more == pytest.approx(sum(apart(order) >= seen - 1e-9 for order in orders) / len(orders))


def test_where_there_are_too_many_orders_some_are_drawn_and_always_the_same() -> None:
    blocks = [
        TrialBlock(TrialArm.STRETCH if each % 2 else TrialArm.NEITHER, BEGAN, 7, 7, each % 5) for each in range(24)
    ]
    found = permuted(blocks, TrialArm.STRETCH, "salt")
    assert found == permuted(blocks, TrialArm.STRETCH, "salt") and all(0 < each <= 1 for each in found)


@given(st.binary(max_size=80) | st.sampled_from([b"[]", b"{}", b"null", b"[" * 5000, b'{"order":["stretch"]}']))
def test_a_file_that_is_no_trial_is_told_of_and_put_aside_whole(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("data")
    (folder / TRIAL_FILE).write_bytes(data)
    assert load(folder) is None
    assert "kept as trial.bad" in state.trial_fault(folder)
    assert (folder / "trial.bad").read_bytes() == data


@given(st.integers(0, 3), st.booleans())
def test_what_is_kept_is_read_again(tmp_path_factory: pytest.TempPathFactory, nights: int, stopped: bool) -> None:
    folder = tmp_path_factory.mktemp("data")
    trial = replace(
        drawn(), mornings={at(day + 1).date(): day for day in range(nights)}, stopped=BEGAN if stopped else None
    )
    save(folder, trial)
    assert load(folder) == trial and state.trial_fault(folder) == ""
    assert (folder / TRIAL_FILE).stat().st_mode & 0o077 == 0
    assert running(trial, at(3)) is not stopped


def test_the_app_begins_no_six_weeks_while_a_trial_runs_either() -> None:
    paper = FakeProgram().paperwork()
    routine = shelf([shipped_folder()]).routines[ROUTINES[TrialArm.STRETCH]]
    save(paper._data, draw(TWO, 12, 1, paper.now().date()))
    with pytest.raises(DiaryError, match="A trial decides"):
        paper.start(routine)
    assert not paper.runs
    trial = load(paper._data)
    assert trial
    save(paper._data, replace(trial, stopped=paper.now().date()))
    assert paper.start(routine) and paper.runs


def test_the_home_screen_tells_that_it_is_over_or_rests_and_says_nothing_of_one_that_was_ended() -> None:
    program = FakeProgram()
    paper = program.paperwork()
    now = paper.now()

    def told(days: int, **changed: object) -> Evening:
        trial = lived(replace(drawn(), began=(now - timedelta(days=days)).date()), 0, 1)
        trial = replace(trial, seal=sealed(trial.order, trial.weeks, trial.began, trial.salt), **changed)
        save(paper._data, trial)
        return evening(paper._data, program.browser)

    over = told(86)
    assert over.news and "is over" in over.line and any("ratio" in line for line in paper.trial())
    assert (
        not Standing(drawn(), Entries(), at(40)).news() and not told(86, stopped=now.date()).line and not told(120).line
    )
    assert not any("ratio" in line for line in paper.trial()), "told long ago"
    worse = {(now - timedelta(days=each)).date(): 5 for each in range(7)}
    rests = told(40, mornings=worse)
    assert rests.news and "rests" in rests.line and any("resume" in line for line in paper.trial())


def test_the_page_for_the_doctor_tells_it_once_it_is_over() -> None:
    trial = lived(drawn(), 1, 4)
    assert Standing(trial, Entries(), at(80)).for_doctor() == ()
    told = Standing(trial, Entries(), at(90)).for_doctor()
    assert told[0].startswith("1.0 cramps a week with the stretch, 4.0 with neither")
    assert "Cramps in each block with the stretch: 1, 1, 1, 1, 1, 1." in told and "drawn by lot" in told[-1]
    assert "count only those with an entry" in told[-2], "no cramp above is no contradiction"
    page = make_report(Entries(), at(90), trial=told)
    assert next(each for each in page.sections if each.heading.startswith("Trial")).lines == told


def test_the_command_line_goes_through_a_whole_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["programme", "trial", *words])
        return (code, *capsys.readouterr())

    assert run("status")[1:] == ("", "There is no trial. To start one: 'stretchcoach programme trial start'.\n")
    assert run("night", "0")[0] == 2
    code, _, told = run("start", "--compare", "stretch,brething")
    assert code == 2 and "Did you mean 'breathing'?" in told
    code, out, _ = run("start")
    assert code == 0 and "drawn by lot and sealed" in out and "cannot tell" in out and "Week 1 of 12" in out
    assert run("start")[0] == 2
    there = load(folders().data)
    assert there
    save(folders().data, draw(there.arms, 12, 1, there.began - timedelta(days=3)))
    clocked(monkeypatch, datetime.now().astimezone().replace(hour=9))
    assert run("night", "2")[0] == 0
    assert run("night", "1", "--date", "2001-01-01")[0] == 2
    code, out, _ = run("status", "--json")
    assert json.loads(out)["result"] is None and code == 0
    assert main(["programme", "bedtime", "start"]) == 2
    assert "trial" in capsys.readouterr().err
    code, out, _ = run("stop")
    assert code == 0 and "was ended early" in out
    assert run("stop")[0] == 2
