"""Routines unfolded: equal sides, cues in their places, pace, minutes, groups."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from parts import CALF, MARCH, RAISES, SHIPPED, SHORT, plan, routine

from stretchcoach.core.cues import LAST, QUIET, Bout, PlacedCue, placed_cues
from stretchcoach.core.fitting import CannotFitError, fit, shortest
from stretchcoach.core.holds import LIMIT, static_seconds
from stretchcoach.core.messages import Kind, Priority, Side, Sound
from stretchcoach.core.plan import (
    BOUTS,
    PACES,
    SHORTEST,
    CueLevel,
    Plan,
    Step,
    Style,
    lengthened,
    may_change,
    resumed,
    retimed,
)
from stretchcoach.core.routine import Cue, Group, Routine, Sides, Stretch, Until
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.core.unfold import LEADS, SIDE_CHANGE, build
from stretchcoach.words.wording import duration

WORK = (Kind.HOLD, Kind.MOVE, Kind.REPS)
PACED = (0.5, 0.63, 1.0, 2.0, 10.0)
EVERY = [Style(pace=pace, cues=level) for level in CueLevel for pace in PACED]
SHIPPED_ONLY = pytest.mark.parametrize("routine_", SHIPPED.values(), ids=lambda routine: routine.id)

stretches = st.builds(
    Stretch,
    name=st.sampled_from(["Calf", "Thigh", "Hip"]),
    say=st.just("Lean in."),
    short=st.sampled_from(["", "Lean."]),
    how=st.sampled_from(["", "Heel down."]),
    side=st.sampled_from(Sides),
    sets=st.integers(1, 3),
    rest=st.sampled_from([0.0, 5.0, 20.0]),
    setup=st.sampled_from([None, 0.0, 4.0]),
    optional=st.booleans(),
)
measures = st.sampled_from(
    [
        *({"hold": seconds} for seconds in (10.0, 30.0, 75.0)),
        *({"move": seconds} for seconds in (45.0, 180.0)),
        *({"reps": 10, "tempo": tempo} for tempo in (1.0, 3.0)),
        *({"reps": 4, "tempo": tempo, "hold": seconds} for tempo in (0.5, 2.0) for seconds in (0.7, 5.0, 12.0)),
        {"until": Until.READY, "wait": 20.0},
        {"until": Until.RELEASED},
    ]
)
own_cues = st.lists(
    st.one_of(
        st.builds(Cue, at=st.floats(-12, 40), say=st.just("Breathe out slowly.")),
        st.builds(Cue, at=st.floats(-12, 40), sound=st.just("half")),
    ),
    max_size=3,
).map(tuple)
entries = st.builds(lambda s, m, c: replace(s, cues=c, **m), stretches, measures, own_cues)
styles = st.builds(
    Style,
    pace=st.sampled_from(PACED),
    cues=st.sampled_from(CueLevel),
    first=st.sampled_from([Side.LEFT, Side.RIGHT]),
    sore=st.sampled_from(Side),
    encourage=st.booleans(),
    optional=st.booleans(),
    rate=st.integers(120, 200),
)
plans = st.builds(
    lambda items, style: build(routine(*items), style),
    st.lists(
        st.one_of(
            entries, st.builds(Group, st.integers(1, 3), st.tuples(entries, entries), st.sampled_from([0.0, 15.0]))
        ),
        min_size=1,
        max_size=4,
    ),
    styles,
)


# --- promises ------------------------------------------------------------------------------------------------


def worked(plan: Plan) -> dict[tuple[int, Side], list[float | None]]:
    """Seconds of work by stretch and side."""
    found = defaultdict(list)
    for step in plan.steps:
        if step.kind not in LEADS:
            found[step.stretch, step.bout.side].append(step.seconds)
    return dict(found)


def assert_sides_are_equal(plan: Plan) -> None:
    seconds = worked(plan)
    for (stretch, side), lengths in seconds.items():
        other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(side)
        if other and (stretch, other) in seconds:
            assert lengths == seconds[stretch, other]


def assert_cues_are_in_place(step: Step) -> None:
    marks = step.cues
    assert list(marks) == sorted(marks, key=lambda mark: mark.at)
    assert all(bool(mark.say) is not bool(mark.sound) for mark in marks)
    if step.seconds is not None:
        assert all(mark.at <= step.seconds + 1e-6 for mark in marks)
        assert all(mark.at >= 0 for mark in marks if mark.sound)
    spoken = [mark for mark in marks if mark.say and step.kind is not Kind.REPS]
    for one, other in pairwise(spoken):
        assert other.at - (one.at + speech_seconds(one.say)) >= QUIET - 1e-6, (one, other)
    for mark in spoken:
        if mark.priority is not Priority.NAME and step.seconds is not None:
            assert mark.at >= QUIET and mark.at + speech_seconds(mark.say) <= step.seconds - LAST + 1e-6


def assert_beeps_are_right(step: Step) -> None:
    if step.seconds is None:
        return
    ends = [mark.sound for mark in step.cues if mark.sound and abs(mark.at - step.seconds) < 1e-6]
    last = {Sound.END, Sound.SWITCH, Sound.GO, Sound.DONE}
    assert len([sound for sound in ends if sound in last]) == (1 if step.seconds else 0)
    beeps = [mark.at for mark in step.cues if mark.sound is Sound.COUNT]
    if step.kind is not Kind.REPS:
        assert beeps in ([], [step.seconds - 3, step.seconds - 2, step.seconds - 1])


def assert_whole(plan: Plan) -> None:
    assert [step.index for step in plan.steps] == list(range(len(plan.steps)))
    assert_sides_are_equal(plan)
    for step in plan.steps:
        assert_cues_are_in_place(step)
        assert_beeps_are_right(step)
        if plan.style.cues is CueLevel.BEEPS:
            assert not step.intro and not any(mark.say for mark in step.cues)
        if plan.style.cues is CueLevel.NAMES:
            assert not any(mark.say for mark in step.cues)
    units = [step.unit for step in plan.steps]
    assert units == sorted(units) and set(units) == set(range(max(units) + 1))
    assert plan.seconds == pytest.approx(sum(step.estimate(plan.style.rate) for step in plan.steps))


@SHIPPED_ONLY
def test_every_shipped_routine_keeps_its_promises_at_every_level_and_pace(routine_: Routine) -> None:
    for style in EVERY:
        assert_whole(build(routine_, style))


@given(plans)
def test_any_routine_keeps_its_promises(plan: Plan) -> None:
    assert_whole(plan)


@given(plans, st.data())
def test_longer_shorter_slower_and_faster_keep_the_sides_equal(plan: Plan, data: st.DataObject) -> None:
    untouched = plan
    for index in sorted(data.draw(st.lists(st.integers(0, len(plan.steps) - 1), max_size=6))):
        if data.draw(st.booleans()):
            plan = lengthened(plan, index, data.draw(st.sampled_from([10.0, -10.0, -60.0])))
        else:
            plan = retimed(plan, index, data.draw(st.sampled_from([0.8, 1.25])))
        assert_whole(plan)
    assert [step.index for step in plan.steps] == [step.index for step in untouched.steps]


@given(plans, st.integers(0, 40))
def test_what_may_not_change_does_not(plan: Plan, index: int) -> None:
    index %= len(plan.steps)
    if not may_change(plan, index):
        assert lengthened(plan, index, 10.0) is plan
        assert retimed(plan, index, 1.25) is plan


@given(plans)
def test_the_second_side_may_not_change_once_the_first_is_done(plan: Plan) -> None:
    for step in plan.steps:
        earlier = [
            other
            for other in plan.steps[: step.index]
            if (other.stretch, other.kind, other.bout.set) == (step.stretch, step.kind, step.bout.set)
            and other.bout.side is not step.bout.side
        ]
        if step.kind in WORK:
            assert may_change(plan, step.index) is (not earlier)


def plurals(plan: Plan) -> list[str]:
    lines = [*plan.lines(), *(step.bout.next for step in plan.steps)]
    return [line for line in lines if re.search(r"(?i)(?<!-)(?<!and )\bone (sets|seconds|minutes)\b", line)]


@SHIPPED_ONLY
def test_no_line_of_a_shipped_routine_is_in_the_wrong_number(routine_: Routine) -> None:
    for style in EVERY:
        unfolded = build(routine_, style)
        assert plurals(unfolded) == []
        assert not any(re.search(r"\d", line) for line in unfolded.lines())


# --- by hand -------------------------------------------------------------------------------------------------


def outline(plan: Plan) -> list[tuple[Kind, Side, float | None]]:
    return [(step.kind, step.bout.side, step.seconds) for step in plan.steps]


L, R, N = Side.LEFT, Side.RIGHT, Side.NONE


def test_each_side_does_all_its_sets_before_the_other() -> None:
    assert outline(plan(CALF)) == [
        (Kind.TALK, N, 0.0),
        (Kind.PREPARE, L, 5.0),
        (Kind.HOLD, L, 20.0),
        (Kind.REST, L, 10.0),
        (Kind.HOLD, L, 20.0),
        (Kind.SWITCH, R, SIDE_CHANGE),
        (Kind.HOLD, R, 20.0),
        (Kind.REST, R, 10.0),
        (Kind.HOLD, R, 20.0),
    ]
    intros = [step.intro for step in plan(CALF).steps]
    assert intros[1:] == [
        "Calf. Left leg. Lean in.",
        "",
        "Rest. Then the last set.",
        "",
        "Now the right leg. Set one of two. Lean.",
        "",
        "Rest. Then the last set.",
        "",
    ]


def test_alternating_sides_take_turns() -> None:
    sides = [step.bout.side for step in plan(replace(CALF, side=Sides.ALTERNATE)).steps if step.kind is Kind.HOLD]
    assert sides == [L, R, L, R]
    other = plan(replace(CALF, side=Sides.ALTERNATE), style=replace(SHORT, first=R))
    assert [step.bout.side for step in other.steps if step.kind is Kind.HOLD] == [R, L, R, L]


@pytest.mark.parametrize("sore", Side)
def test_the_cramping_side_is_the_one_that_was_told(sore: Side) -> None:
    unfolded = plan(replace(CALF, side=Sides.CRAMPING), style=replace(SHORT, sore=sore))
    assert {step.bout.side for step in unfolded.steps[1:]} == {sore}


def test_a_single_stretch_knows_what_comes_next() -> None:
    nexts = [step.bout.next for step in plan(CALF, MARCH).steps]
    assert nexts[0] == "Calf"
    holds = [step for step in plan(CALF, MARCH).steps if step.kind is Kind.HOLD]
    assert [step.bout.next for step in holds] == ["Set two", "Right leg", "Set two", "March"]
    assert [step.bout.announce for step in holds] == [False, False, False, True]
    assert plan(CALF, MARCH).steps[-1].bout.next == "The end"


def test_the_last_sound_of_a_bout_tells_what_follows() -> None:
    sounds = [step.bout.last_sound for step in plan(CALF, RAISES).steps if step.kind in WORK]
    assert sounds == [Sound.END, Sound.SWITCH, Sound.END, Sound.END, Sound.DONE]
    leads = {step.bout.last_sound for step in plan(CALF, RAISES).steps if step.kind in LEADS}
    assert leads == {Sound.GO}


def test_repetitions_are_counted_at_their_tempo() -> None:
    step = plan(RAISES).steps[-1]
    assert [(mark.at, mark.say) for mark in step.cues if mark.say] == [
        (0.0, "One."), (2.0, "Two."), (4.0, "Three."), (6.0, "Four."), (8.0, "Last one."),
    ]  # fmt: skip
    quick = plan(replace(RAISES, tempo=1.0)).steps[-1]
    assert [(mark.at, mark.sound) for mark in quick.cues] == [
        *((float(at), Sound.COUNT) for at in range(5)),
        (5.0, Sound.DONE),
    ]


def test_a_repetition_with_a_hold_is_counted_held_counted_out_and_let_go() -> None:
    step = plan(replace(RAISES, reps=2, hold=5.0)).steps[-1]
    assert step.seconds == 14.0 and step.bout.tempo == 7.0
    assert [(mark.at, mark.say or mark.sound) for mark in step.cues] == [
        (0.0, "One."), (1.0, "Hold."), (3.0, Sound.COUNT), (4.0, Sound.COUNT), (5.0, Sound.COUNT), (6.0, Sound.END),
        (7.0, "Two."), (8.0, "Hold."), (10.0, Sound.COUNT), (11.0, Sound.COUNT), (12.0, Sound.COUNT), (13.0, Sound.END),
        (14.0, Sound.DONE),
    ]  # fmt: skip


def test_short_holds_are_beeped_and_not_talked_over() -> None:
    step = plan(replace(RAISES, reps=1, hold=1.5)).steps[-1]
    assert [(mark.at, mark.say or mark.sound) for mark in step.cues] == [
        (0.0, "One."), (1.5, Sound.COUNT), (2.5, Sound.END), (3.5, Sound.DONE),
    ]  # fmt: skip
    names = build(routine(replace(RAISES, reps=1, hold=5.0)), Style(cues=CueLevel.NAMES)).steps[-1]
    assert [(mark.at, mark.sound) for mark in names.cues][:2] == [(0.0, Sound.COUNT), (3.0, Sound.COUNT)]


def test_the_hold_in_a_repetition_is_told_and_takes_its_time_at_every_pace() -> None:
    raises = replace(RAISES, reps=10, hold=5.0, sets=2, side=Sides.EACH)
    first = build(routine(raises), Style()).steps[1].intro
    assert "Two sets of ten on each side, holding for five seconds each time." in first
    for pace in PACED:
        steps = build(routine(raises), Style(pace=pace)).steps
        assert all(step.seconds == pytest.approx(70 * pace) for step in steps if step.kind is Kind.REPS)


def test_slower_and_faster_leave_the_hold_in_a_repetition_as_it_is() -> None:
    before = plan(replace(RAISES, hold=5.0))
    after = retimed(before, len(before.steps) - 1, 1.5).steps[-1]
    assert (after.bout.tempo, after.bout.held, after.seconds) == (8.0, 5.0, 8.0 * after.bout.reps)


def test_the_hold_in_a_repetition_is_seen_to_run_out() -> None:
    bout = plan(replace(RAISES, reps=2, hold=5.0)).steps[-1].bout
    seen = {gone: bout.holding(gone) for gone in (0.0, 0.9, 1.0, 3.5, 5.9, 6.0, 6.9, 7.5, 8.0, 12.0, 13.5)}
    assert seen == {
        0.0: None, 0.9: None, 1.0: 5.0, 3.5: 2.5, 5.9: pytest.approx(0.1), 6.0: None, 6.9: None, 7.5: None,
        8.0: 5.0, 12.0: 1.0, 13.5: None,
    }  # fmt: skip


def test_the_holds_in_repetitions_count_before_exercise() -> None:
    (seconds,) = {held for _, held in static_seconds(Stretch("N", "S", reps=10, hold=5.0, sets=2))}
    assert seconds == 100.0


def test_a_hold_is_counted_half_way_and_out() -> None:
    full = build(routine(replace(CALF, sets=1, hold=30, side=Sides.NONE), MARCH), Style(encourage=False))
    said = {mark.at: mark.say for mark in full.steps[2].cues if mark.say}
    assert said == {10.0: "Twenty seconds to go.", 15.0: "Halfway there.", 21.0: "Coming up: march."}


def test_an_open_hold_counts_up() -> None:
    step = plan(Stretch("Let go", "Hold.", until=Until.RELEASED)).steps[-1]
    said = {mark.at: mark.say for mark in step.cues}
    assert said[10.0] == "Ten seconds." and said[60.0] == "One minute." and said[90.0] == "One minute and a half."
    assert said[120.0] == "Two minutes." and said[150.0] == "Two minutes and a half."


def test_a_cue_before_the_end_stays_before_the_end_at_any_pace() -> None:
    stretch = replace(CALF, sets=1, hold=30, cues=(Cue(10, "Breathe."), Cue(-6, "Nearly."), Cue(-8, sound="half")))
    for pace in PACED[2:]:
        step = plan(stretch, style=replace(SHORT, pace=pace)).steps[2]
        marks = {mark.say or mark.sound: mark.at for mark in step.cues}
        assert (marks["Breathe."], marks["Nearly."]) == (10 * pace, 30 * pace - 6)
        assert marks[Sound.HALF] == 30 * pace - 8


def test_a_sound_of_the_author_never_comes_after_the_end() -> None:
    stretch = replace(CALF, sets=1, hold=30, cues=(Cue(25, sound="half"),))
    shorter = lengthened(plan(stretch), 2, -10.0)
    assert [mark for mark in shorter.steps[2].cues if mark.at > 20] == []


def test_groups_repeat_with_a_rest_between_the_rounds() -> None:
    unfolded = plan(Group(3, (MARCH, RAISES), rest=20))
    kinds = [step.kind for step in unfolded.steps if step.kind in (*WORK, Kind.REST)]
    assert kinds == [Kind.MOVE, Kind.REPS, Kind.REST, Kind.MOVE, Kind.REPS, Kind.REST, Kind.MOVE, Kind.REPS]
    assert [step.seconds for step in unfolded.steps if step.kind is Kind.REST] == [20, 20]
    assert unfolded.stretches == 6


def test_each_round_is_told_before_its_first_stretch_and_shown_in_all_of_them() -> None:
    spare = replace(MARCH, name="Spare", optional=True)
    unfolded = plan(CALF, Group(3, (spare, RAISES, MARCH), rest=20), RAISES, style=replace(SHORT, optional=False))
    said = [step.intro.partition(". ")[0] for step in unfolded.steps if "ound" in step.intro]
    assert said == ["Round one of three", "Round two of three", "The last round"]
    shown = {(step.name, step.round, step.rounds) for step in unfolded.steps if step.kind in WORK}
    assert {(name, number) for name, number, _ in shown if number} == {
        (name, number) for name in ("March", "Raises") for number in (1, 2, 3)
    }
    assert {rounds for _, number, rounds in shown if number} == {3}
    assert (CALF.name, 0, 0) in shown and (RAISES.name, 0, 0) in shown


def test_a_group_that_is_done_once_has_no_rounds() -> None:
    unfolded = plan(Group(1, (MARCH, RAISES)))
    assert not any(step.rounds or "ound one" in step.intro for step in unfolded.steps)


def test_optional_stretches_can_be_left_out_in_groups_too() -> None:
    spare = replace(MARCH, name="Spare", optional=True)
    names = {step.name for step in plan(spare, Group(2, (RAISES, spare)), style=replace(SHORT, optional=False)).steps}
    assert "Spare" not in names and "Raises" in names


@pytest.mark.parametrize("pace", PACED)
def test_pace_stretches_every_second(pace: float) -> None:
    whole = plan(CALF, RAISES, MARCH, Group(2, (MARCH,), rest=15))
    paced = plan(CALF, RAISES, MARCH, Group(2, (MARCH,), rest=15), style=replace(SHORT, pace=pace))
    for one, other in zip(whole.steps, paced.steps, strict=True):
        assert other.seconds == pytest.approx((one.seconds or 0) * pace)


def test_the_full_level_explains_once_and_the_names_level_names_only() -> None:
    full = [step.intro for step in build(routine(CALF, CALF), Style()).steps if step.kind is Kind.PREPARE]
    assert full == ["Calf. Left leg. Lean in. Heel down. Two sets of twenty seconds.", "Calf. Left leg. Lean."]
    names = [step.intro for step in build(routine(CALF), Style(cues=CueLevel.NAMES)).steps if step.intro]
    assert names[1:] == ["Calf. Left leg.", "Rest.", "Now the right leg. Set one of two.", "Rest."]


def test_a_warm_up_tells_when_to_leave_it() -> None:
    assert "Please don't exercise today" in plan(CALF, purpose="warm-up").steps[0].intro
    assert "Please don't exercise today" not in plan(CALF, purpose="break").steps[0].intro


# --- longer and shorter --------------------------------------------------------------------------------------


def seconds_of(plan: Plan) -> list[float | None]:
    return [step.seconds for step in plan.steps if step.kind in WORK]


def test_longer_changes_the_set_and_its_twin_and_nothing_else() -> None:
    before = plan(CALF, MARCH)
    after = lengthened(before, 2, 10.0)
    assert seconds_of(after) == [30, 20, 30, 20, 40]
    assert seconds_of(before) == [20, 20, 20, 20, 40]
    assert seconds_of(lengthened(after, 4, -10.0)) == [30, 10, 30, 10, 40]


def test_nothing_is_shortened_below_the_least_or_what_it_was() -> None:
    assert seconds_of(lengthened(plan(MARCH), 2, -100.0)) == [SHORTEST]
    tiny = replace(MARCH, move=3)
    assert seconds_of(lengthened(plan(tiny), 2, -10.0)) == [3]


def test_the_tempo_has_its_limits() -> None:
    slow = plan(RAISES)
    for _ in range(20):
        slow = retimed(slow, 2, 1.25)
    assert slow.steps[2].bout.tempo == 10.0 and slow.steps[2].seconds == 50.0
    for _ in range(30):
        slow = retimed(slow, 2, 0.8)
    assert slow.steps[2].bout.tempo == 0.5
    assert retimed(plan(MARCH), 2, 1.25) == plan(MARCH)


# --- fit to minutes ------------------------------------------------------------------------------------------


@SHIPPED_ONLY
@pytest.mark.parametrize("factor", [0.7, 1.0, 1.6, 3.0])
def test_a_routine_fits_into_minutes(routine_: Routine, factor: float) -> None:
    style = Style()
    usual = build(routine_, style).seconds
    fitted = fit(routine_, style, usual * factor / 60)
    assert fitted.seconds <= usual * factor
    assert PACES[0] <= fitted.style.pace <= PACES[1]
    if factor >= 1:
        assert fitted.seconds == pytest.approx(usual * factor, rel=0.05)
        assert not fitted.note
    else:
        assert fitted.note.startswith("To fit ") and fitted.style.pace <= style.pace
    assert_whole(fitted)


@pytest.mark.parametrize("name", ["warmup_run", "break_90s", "warmup_football"])
def test_minutes_out_of_reach_are_told_with_the_shortest_that_can_be_done(name: str) -> None:
    least = shortest(SHIPPED[name], SHORT)
    with pytest.raises(CannotFitError, match="the shortest is") as told:
        fit(SHIPPED[name], SHORT, (least - 1) / 60)
    assert told.value.shortest == least
    assert fit(SHIPPED[name], SHORT, least / 60).seconds == pytest.approx(least, abs=0.1)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_minutes_that_are_told_can_be_had(name: str) -> None:
    with pytest.raises(CannotFitError) as told:
        fit(SHIPPED[name], Style(), 0.01)
    assert duration(told.value.minutes * 60) in str(told.value)
    assert fit(SHIPPED[name], Style(), told.value.minutes).seconds <= told.value.minutes * 60


def test_more_minutes_than_can_be_filled_give_the_most() -> None:
    assert fit(SHIPPED["break_90s"], SHORT, 500.0).style.pace == PACES[1]


def test_optional_steps_go_first_then_words_then_rests_and_only_then_the_holds() -> None:
    spare = replace(MARCH, name="Spare", optional=True)
    also = replace(MARCH, name="Also spare", optional=True)
    whole = routine(
        replace(CALF, how="A long explanation of what the leg does and where it goes.", rest=10.0), spare, also
    )
    style = Style()
    seconds = build(whole, style).seconds
    given_up = []
    while True:
        try:
            fitted = fit(whole, style, seconds / 60)
        except CannotFitError:
            break
        names = {step.name for step in fitted.steps}
        given_up.append(
            (
                "Also spare" not in names,
                "Spare" not in names,
                fitted.style.cues is not CueLevel.FULL or not fitted.style.explain,
                fitted.style.between < 1,
                fitted.style.pace < 1,
                fitted.style.cues is CueLevel.NAMES,
            )
        )
        seconds = fitted.seconds - 1
    assert len(set(given_up)) >= 6, "every stage is met"
    for stage in given_up:
        assert list(stage) == sorted(stage, reverse=True), "nothing is given up before what comes before it"


def held(plan: Plan) -> dict[tuple[str, Side], float]:
    """Seconds of static hold a muscle and side."""
    muscles = {s.name: s for e in plan.routine.steps for s in (e.stretches if isinstance(e, Group) else (e,))}
    total: dict[tuple[str, Side], float] = defaultdict(float)
    for step in plan.steps:
        stretch = muscles.get(step.name)
        if step.kind is Kind.HOLD and stretch and not stretch.strength:
            total[stretch.muscle or stretch.name, step.bout.side] += step.seconds or 0
    return total


@pytest.mark.parametrize("purpose", ["warm-up", "cool-down"])
def test_before_exercise_no_muscle_is_held_longer_than_thirty_seconds_however_many_minutes(purpose: str) -> None:
    straight = replace(CALF, name="Straight", hold=10, sets=1, muscle="calf")
    bent = replace(CALF, name="Bent", hold=15, sets=1, muscle="Calf")
    again = Group(2, (replace(CALF, name="Thigh", hold=10, sets=1, muscle="thigh"),))
    plank = replace(CALF, name="Plank", hold=20, strength=True, muscle="")
    fitted = fit(routine(straight, bent, again, plank, MARCH, purpose=purpose), SHORT, 30.0)
    most = {muscle.casefold(): 0.0 for muscle, _ in held(fitted)}
    for (muscle, side), seconds in held(fitted).items():
        if side is Side.LEFT:
            most[muscle.casefold()] += seconds
    if purpose == "warm-up":
        assert all(seconds <= LIMIT + 1e-6 for seconds in most.values()), most
    else:
        assert all(seconds > LIMIT for seconds in most.values())
    assert any(step.name == "Plank" and (step.seconds or 0) > 60 for step in fitted.steps)


def test_a_mark_is_either_said_or_sounded() -> None:
    assert PlacedCue(1.0, "One.").sound is None and PlacedCue(1.0, sound=Sound.GO).say == ""


@settings(max_examples=40)
@given(plans.map(lambda unfolded: unfolded.routine), st.floats(0.5, 60.0))
def test_fitting_any_routine_never_raises_and_never_passes_the_goal_unless_it_says_so(
    unfitted: Routine, minutes: float
) -> None:
    least = shortest(unfitted, SHORT)
    try:
        fitted = fit(unfitted, SHORT, minutes)
    except CannotFitError:
        assert least > minutes * 60
        return
    assert fitted.seconds <= minutes * 60 + 1e-6
    assert_sides_are_equal(fitted)


@SHIPPED_ONLY
def test_a_plan_is_taken_up_at_the_stretch_after_those_that_were_done(routine_: Routine) -> None:
    whole = build(routine_, Style())
    bouts = [step for step in whole.steps if step.kind in BOUTS]
    done = [(step.name, step.bout.side.value) for step in bouts]
    assert resumed(whole, []) == resumed(whole, done) == resumed(whole, [("nothing of it", "left")]) == 0
    for count in range(1, len(bouts)):
        begin = whole.steps[resumed(whole, done[:count])]
        assert begin.unit == bouts[count].unit and begin.index <= bouts[count].index
        assert not begin.index or whole.steps[begin.index - 1].unit < begin.unit


# --- size ------------------------------------------------------------------------------------------------------


def calls(work: Callable[[], object]) -> int:
    """How many functions are called meanwhile: what takes time, on a machine that is never busy."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def hold(seconds: float) -> Routine:
    return routine(Stretch("Hold", "Hold.", hold=seconds, sets=3))


def many(number: int) -> Routine:
    return routine(*(Stretch(f"S{each}", "Do it.", hold=5, side=Sides.EACH) for each in range(number)))


def rounds(number: int) -> Routine:
    return routine(Group(number, tuple(Stretch(f"S{each}", "Do it.", reps=10) for each in range(20))))


def noted(number: int) -> Routine:
    cues = tuple(Cue(at / number * 3600, f"word {at}") for at in range(number))
    return routine(Stretch("Hold", "Hold.", hold=3600, cues=cues))


@pytest.mark.parametrize(
    ("made", "size"),
    [(hold, 600), (many, 100), (rounds, 5), (noted, 300)],
    ids=lambda value: getattr(value, "__name__", ""),
)
@pytest.mark.parametrize("pace", [0.5, 1, 10])
def test_twice_as_much_takes_twice_as_long(made: Callable[[int], Routine], size: int, pace: float) -> None:
    style = Style(pace=pace)
    once, twice = (calls(lambda n=n: build(made(n), style)) for n in (size, 2 * size))  # type: ignore[misc]
    assert twice < 2.5 * once


@given(
    st.lists(st.tuples(st.floats(0, 300), st.sampled_from(["Go.", "One two three.", "Slowly now, and breathe."]))),
    st.sampled_from([20.0, 60.0, 300.0]),
)
def test_spoken_cues_are_those_that_lie_apart_from_each_that_was_taken_before(
    wished: list[tuple[float, str]], seconds: float
) -> None:
    """The same as comparing every cue with every other one."""
    cues = tuple(Cue(at, say) for at, say in wished if at < seconds)
    bout = Bout(Kind.HOLD, seconds=seconds, own=cues)
    taken: list[tuple[float, float]] = []
    for cue in cues:
        end = cue.at + speech_seconds(cue.say)
        if all(cue.at >= stop + QUIET or end + QUIET <= begin for begin, stop in taken):
            taken.append((cue.at, end))
    said = [mark.at for mark in placed_cues(bout, "full", False) if mark.priority is Priority.NAME]
    assert said == sorted(at for at, _ in taken)
