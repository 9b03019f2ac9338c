"""The cramp as a table: every phase by every happening, and the page that is drawn from it."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from stretchcoach import cramp_table
from stretchcoach.core.cramp import LINES, Cramp
from stretchcoach.core.phase import CRAMPING, ROUNDS, Phase
from stretchcoach.core.protocol import CHANGES, CONDITIONS, LETTER, Act, Always, Ending, Happening, Progress, Transition
from stretchcoach.core.protocol_table import OVER, ROWS, TABLE, after
from stretchcoach.diary.entries import RELIEVERS

VALUES = ("", "yes", "no", "tomorrow", "bed", LETTER)
STATES = st.builds(
    Progress,
    phase=st.sampled_from(Phase),
    round=st.integers(1, ROUNDS),
    place=st.sampled_from(["", "bed", "chair", "standing"]),
    cycle=st.integers(0, 3),
    worse=st.integers(0, 3),
)
NOTHING = {
    Happening.SAME: set(Phase) - {Phase.EASE, Phase.VARIANT_EASE},
    Happening.BACK: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.STRAY: set(Phase) - {Phase.OPENING, Phase.HOLD},
    Happening.ANSWER: set(Phase) - {Phase.PLACE, Phase.OFFER, Phase.TAP, Phase.SAFETY_CHECK},
    Happening.TICKS: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.SERIOUS: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.CLEAR: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.CLEAR_NO_RUB: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.UNHEARD: set(Phase) - {Phase.SAFETY_CHECK},
    Happening.TO_TELL: set(Phase) - {Phase.ADVICE, Phase.TAP},
    Happening.TOLD: set(Phase) - {Phase.ADVICE, Phase.TAP},
    Happening.TALKED: set(Phase) - {Phase.OFFER},
}
"""Where a happening means nothing; everything else has a row."""


def flags() -> list[dict[str, Any]]:
    names = [each.name for each in fields(Progress) if each.type in ("bool", bool) and each.name != "done"]
    return [dict(zip(names, on, strict=True)) for on in product([False, True], repeat=len(names))]


@cache
def every_state(phase: Phase) -> tuple[Progress, ...]:
    return tuple(
        Progress(phase, round=number, worse=worse, place=place, **on)
        for on in flags()
        for number, worse, place in ((1, 0, ""), (ROUNDS, 1, "chair"))
    )


@pytest.mark.parametrize("happening", Happening)
def test_every_phase_knows_what_each_happening_means(happening: Happening) -> None:
    meant = {phase for phase in Phase if TABLE[phase, happening]}
    assert meant == set(Phase) - NOTHING.get(happening, set())


@pytest.mark.parametrize("phase", Phase)
def test_time_leads_out_of_every_phase_whatever_came_before(phase: Phase) -> None:
    for at in every_state(phase):
        move = after(at, Happening.TIME)
        asks = {Act.LEAVE_OPEN, Act.WIND_UP, Act.LEAVE_TAPS} & set(move.acts)
        assert move.end or asks or (move.enter and move.progress.phase is not phase)


@pytest.mark.parametrize("phase", Phase)
def test_stop_ends_the_stretch_whatever_came_before(phase: Phase) -> None:
    for at in every_state(phase):
        move = after(at, Happening.STOP)
        assert move.end or Act.JUDGE_STOP in move.acts or (move.progress.stopping or at.calm)
        assert move.acts[0] is Act.HUSH


@pytest.mark.parametrize("phase", Phase)
def test_gone_is_believed_at_once_and_after_a_stop_the_questions_come_first(phase: Phase) -> None:
    for at in (each for each in every_state(phase) if not (each.calm or each.rehearse)):
        move = after(at, Happening.GONE)
        first = at.stopping or at.reopened or phase is Phase.KEEP
        assert move.progress.phase is (Phase.SAFETY_CHECK if first else Phase.LIGHT)
        assert move.enter and move.progress.calm and not move.progress.stopping


@pytest.mark.parametrize("phase", Phase)
def test_more_than_a_cramp_is_heard_in_every_phase(phase: Phase) -> None:
    for at in (each for each in every_state(phase) if not each.rehearse):
        move = after(at, Happening.ALARM)
        assert (move.progress.phase, move.enter, move.progress.flagged) == (Phase.ALARM, True, True)


@pytest.mark.parametrize("phase", Phase)
def test_a_cramp_that_is_back_is_a_new_one_but_for_what_was_said_of_the_person(phase: Phase) -> None:
    judged = phase is Phase.SAFETY_CHECK  # a result that was gone back from stands until it is judged again
    for at in (each for each in every_state(phase) if each.calm and not (judged and each.reopened)):
        new = after(replace(at, cycle=2), Happening.WORSE).progress
        kept = {name: getattr(at, name) for name in ("rehearse", "follow_up", "place", "asked", "flagged", "repeated")}
        assert new == Progress(Phase.HOLD, warned=True, **kept)


@pytest.mark.parametrize(
    ("progress", "reliever"),
    [
        (Progress(Phase.HOLD), "toes_up"),
        (Progress(Phase.EASE, round=3, place="bed"), "toes_up"),
        (Progress(Phase.VARIANT, varied=True, place="bed"), "wall"),
        (Progress(Phase.VARIANT, varied=True, place="bed", cycle=1), "towel"),
        (Progress(Phase.VARIANT, varied=True), "towel"),
        (Progress(Phase.VARIANT, varied=True, place="chair"), "other"),
        (Progress(Phase.VARIANT, varied=True, place="standing", cycle=1), "standing"),
        (Progress(Phase.SUPPORT, stopping=True, varied=True, place="bed"), "rest"),
    ],
)
def test_what_ends_a_cramp_is_the_position_it_is_stretched_in(progress: Progress, reliever: str) -> None:
    assert progress.reliever == reliever


@given(STATES)
def test_the_diary_knows_whatever_ends_a_cramp(progress: Progress) -> None:
    assert {replace(progress, varied=varied).reliever for varied in (False, True)} <= set(RELIEVERS)


@given(STATES, st.sampled_from(flags()), st.sampled_from(Happening), st.sampled_from(VALUES))
def test_the_first_row_that_holds_is_the_one_that_is_taken(
    at: Progress, on: dict[str, Any], happening: Happening, value: str
) -> None:
    at = replace(at, **on)
    row, move = taken(at, happening, value), after(at, happening, value)
    if row is None:
        assert move.progress == at and not (move.acts or move.enter or move.end)
    else:
        assert (move.acts, move.end) == (row.acts, row.end)
        assert move.progress.done == (move.end is not None) and not (move.end and move.enter)
        assert row.to is Always.STAY or move.enter or move.end or not row.entered


@given(STATES, st.sampled_from(flags()), st.sampled_from(Happening), st.sampled_from(VALUES))
def test_at_the_end_nothing_happens_but_that_it_is_gone_back_from(
    at: Progress, on: dict[str, Any], happening: Happening, value: str
) -> None:
    over = replace(at, done=True, **on)
    move = after(over, happening, value)
    back = happening is Happening.BACK
    assert move.progress == (replace(over, done=False, reopened=True, phase=Phase.SAFETY_CHECK) if back else over)
    assert move.acts == ((Act.REOPEN,) if back else ()) and not (move.enter or move.end)


def taken(at: Progress, happening: Happening, value: str) -> Transition | None:
    rows = TABLE[at.phase, happening]
    return next((row for row in rows if not row.when or CONDITIONS[row.when](at, value)), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.on.name}-{ROWS.index(row)}")
def test_every_row_is_taken_in_each_of_its_phases(row: Transition) -> None:
    for phase in row.where:
        assert any(taken(at, row.on, value) is row for at in every_state(phase) for value in VALUES), phase


def test_no_condition_change_act_or_ending_is_without_a_use_or_a_meaning() -> None:
    rows = (*ROWS, OVER)
    assert {row.when for row in rows} - {""} == set(CONDITIONS)
    assert {row.change for row in rows} - {""} == set(CHANGES)
    assert {act for row in rows for act in row.acts} == set(Act)
    assert {row.end for row in rows} - {None} == set(Ending) == set(LINES)
    assert all(callable(getattr(Cramp, f"_{act.name.lower()}")) for act in Act)


def test_a_phase_before_it_has_let_go_is_one_of_those_that_are_drawn_as_rounds() -> None:
    for phase in CRAMPING:
        assert after(Progress(phase), Happening.GONE).progress.phase not in CRAMPING


def test_the_page_is_what_the_table_says() -> None:
    drawn = Path(__file__).parents[1] / "docs" / "cramp.md"
    assert drawn.read_text("utf-8") == cramp_table.cramp_page(), "python -m stretchcoach.cramp_table docs/cramp.md"


def test_the_page_is_written_where_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cramp_table.main([str(tmp_path / "t.md")]) == 0
    assert (tmp_path / "t.md").read_text("utf-8") == cramp_table.cramp_page()
    assert cramp_table.main([]) == 2 and "Give one file" in capsys.readouterr().err
