"""A routine played in virtual time: what is said and sounded, at which second, whatever the person does."""

from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from parts import CALF, MARCH, RAISES, SHIPPED, SHORT, plan, played, prompt, session, silent
from rehearsal import Rehearsal

from stretchcoach.core.asleep import GAP
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import (
    Beep,
    Command,
    Event,
    Fact,
    Heard,
    Hush,
    Kind,
    Notice,
    Priority,
    Say,
    Side,
    Slept,
    SpeechEnded,
    Tick,
    Tune,
)
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.plan import CueLevel, Style
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.core.record import RoutineStopped
from stretchcoach.core.routine import Cue, Group, Sides, Stretch, Until
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.core.unfold import build
from stretchcoach.words.routine import BROKEN_OFF, GOODBYE, SLEPT
from stretchcoach.words.wording import ended

C = Command
WAIT = Stretch("Towel", "Take a towel.", until=Until.READY, wait=20)
OPEN = Stretch("Let go", "Toes up.", until=Until.RELEASED)
HOLD = Stretch("Plank", "Elbows down.", hold=30)
BARE = replace(SHORT, cues=CueLevel.BEEPS)


def lines(rehearsal: Rehearsal, since: float = 0.0) -> list[tuple[float, str]]:
    """Every line from a second on, with its exact second."""
    return [(at, e.text) for at, e in rehearsal.effects if isinstance(e, Say) and at >= since]


def beeps(rehearsal: Rehearsal, since: float = 0.0) -> list[tuple[float, str]]:
    return [beep for beep in rehearsal.beeps() if beep[0] >= since]


def near(found: list[tuple[float, str]], expected: list[tuple[float, str]]) -> bool:
    """The same names, at the same seconds to a thousandth."""
    names = [name for _, name in found] == [name for _, name in expected]
    return names and all(abs(one - other) < 2e-3 for (one, _), (other, _) in zip(found, expected, strict=True))


def countdown(end: float, last: str) -> list[tuple[float, str]]:
    return [*((end - second, "count") for second in (3, 2, 1)), (end, last)]


# --- to the second -------------------------------------------------------------------------------------------


def test_a_hold_on_each_side_with_sets_and_rests_and_then_repetitions() -> None:
    run = session(CALF, RAISES).run()
    assert lines(run) == [
        (0.0, "Hand made. About two and a half minutes."),
        (2.25, "Calf. Left leg. Lean in."),
        (19.5, "Halfway there."),
        (29.5, "Rest. Then the last set."),
        (35.75, "Lean."),
        (51.75, "Halfway there."),
        (61.75, "Now the right leg. Set one of two. Lean."),
        (79.0, "Halfway there."),
        (89.0, "Rest. Then the last set."),
        (95.25, "Lean."),
        (111.25, "Halfway there."),
        (121.25, "Raises. Rise slowly."),
        (126.5, "One."),
        (128.5, "Two."),
        (130.5, "Three."),
        (132.5, "Four."),
        (134.5, "Last one."),
        (136.5, GOODBYE),
    ]
    assert beeps(run) == [
        *countdown(9.5, "go"), *countdown(29.5, "end"), *countdown(41.75, "go"), *countdown(61.75, "switch"),
        *countdown(69.0, "go"), *countdown(89.0, "end"), *countdown(101.25, "go"), *countdown(121.25, "end"),
        *countdown(126.5, "go"), (136.5, "done"),
    ]  # fmt: skip
    assert run.coach.done and run.now == 138.5


def test_beeps_are_handed_over_two_seconds_ahead_and_never_late() -> None:
    run = session(CALF, MARCH).run()
    ahead = [effect.at - at for at, effect in run.effects if isinstance(effect, Beep)]
    assert min(ahead) > 0 and max(ahead) == pytest.approx(2.0)


def test_both_sides_are_logged_with_the_same_seconds() -> None:
    run = session(CALF, RAISES, MARCH).run()
    facts = [(log["name"], log["side"], log["seconds"]) for log in run.logged("bout")]
    assert facts == [
        ("Calf", "left", 20),
        ("Calf", "left", 20),
        ("Calf", "right", 20),
        ("Calf", "right", 20),
        ("Raises", "none", 10),
        ("March", "none", 40),
    ]
    assert run.logged("routine") == [{"routine": "hand_made", "pace": 1.0}]
    assert run.logged("routine_done") == [{"routine": "hand_made"}]


def test_moving_is_told_half_way_and_what_comes_then() -> None:
    run = session(replace(MARCH, move=150), MARCH).run(until=170.0)
    assert lines(run, 9.5) == [
        (39.5, "Two minutes to go."),
        (84.5, "Halfway there."),
        (99.5, "One minute to go."),
        (150.5, "Coming up: march."),
        (159.5, "March. March along."),
    ]


def test_a_step_that_waits_goes_on_when_the_person_is_ready() -> None:
    run = session(WAIT, RAISES).run(until=10.0)
    assert run.lines()[-1] == "Towel. Take a towel. Press Enter when you're all set."
    scene = run.scene()
    assert scene.kind is Kind.WAIT and scene.left is None and C.READY in scene.allowed and C.PAUSE not in scene.allowed
    run.send(C.READY)
    assert run.lines()[-1] == "Raises. Rise slowly."
    assert run.scene().kind is Kind.PREPARE


def test_a_step_that_waits_goes_on_by_itself_after_its_time() -> None:
    run = session(WAIT, RAISES).run()
    assert (4.5 + 20.0, "Raises. Rise slowly.") in lines(run)
    assert run.coach.done


def test_ready_ends_the_set_that_waits_and_not_the_ones_to_come() -> None:
    run = session(replace(WAIT, sets=2), RAISES).run(until=10.0)
    run.send(C.READY)
    assert run.scene().kind is Kind.WAIT
    run.send(C.READY)
    assert run.scene().name == "Raises"


def test_an_open_hold_counts_up_until_it_lets_go() -> None:
    run = session(OPEN, RAISES).run(until=9.5 + 150.0)
    assert run.scene().up == pytest.approx(150.0) and run.scene().left is None
    assert [at - 9.5 for at, _ in lines(run, 10.0)] == [10, 20, 30, 45, 60, 90, 120, 150]
    run.send(C.GONE)
    assert run.scene().name == "Raises"
    assert run.logged("bout") == [{"name": "Let go", "side": "none", "seconds": 150}]


def test_gone_ends_the_set_that_was_open_and_not_the_ones_to_come() -> None:
    run = session(replace(OPEN, sets=2, rest=10), RAISES).run(until=30.0)
    run.send(C.GONE)
    assert run.scene().kind is Kind.REST


def test_a_group_is_done_round_after_round_with_its_rest() -> None:
    run = session(Group(2, (replace(MARCH, move=10),), rest=15)).run()
    # talk 2.25, march said 2.25, ready 5 s after 4.5; rest said at 19.5, 15 s after 21.75; march said again
    assert lines(run) == [
        (0.0, run.lines()[0]),
        (2.25, "Round one of two. March. March along."),
        (19.5, "Rest."),
        (36.75, "The last round. March. March along."),
        (52.0, GOODBYE),
    ]


def test_beeps_alone_lead_through_a_routine_without_a_word() -> None:
    run = session(replace(CALF, sets=1), style=BARE).run()
    assert run.lines() == [GOODBYE]
    assert beeps(run) == [
        *countdown(5.0, "go"),
        (15.0, "half"),
        *countdown(25.0, "switch"),
        *countdown(30.0, "go"),
        (40.0, "half"),
        *countdown(50.0, "done"),
    ]


# --- the loudspeaker -----------------------------------------------------------------------------------------


def test_the_clock_waits_until_the_intro_has_been_spoken() -> None:
    slow = session(HOLD, speaking=lambda _: 5.0).run(until=9.5)
    assert lines(slow)[-1] == (5.25, "Plank. Elbows down.")
    assert slow.scene().left is None and slow.scene().speaking and slow.scene().kind is Kind.PREPARE
    slow.run(until=10.5)
    assert slow.scene().left == pytest.approx(5.0)
    slow.run(until=10.5 + 5.0 + 6.0)
    assert slow.scene().kind is Kind.HOLD and slow.scene().left == pytest.approx(24.0)


def test_a_dead_loudspeaker_never_stalls() -> None:
    run = session(CALF, RAISES, speaking=silent).run()
    assert run.coach.done
    silence = sum(12.25 for step in plan(CALF, RAISES).steps if step.intro)
    assert run.now < sum(step.seconds or 0 for step in plan(CALF, RAISES).steps) + silence + 12.25


def test_an_intro_is_waited_for_twelve_seconds_at_most() -> None:
    long = replace(HOLD, say="Lean in and stay there. " * 2)
    run = session(long, speaking=lambda _: 600.0).run(until=40.0)
    began = lines(run)[1][0]
    starts = [at for at, e in run.effects if isinstance(e, Beep)]
    assert starts[0] + 2 - (5 - 3) - began <= 12.0 + 0.25 + 1e-6


def test_a_longer_intro_gets_four_seconds_more_than_it_usually_takes() -> None:
    long = replace(HOLD, say="Lean in and stay there for as long as it feels good to you. " * 4)
    usual = speech_seconds(plan(long).steps[1].intro)
    run = session(long, speaking=lambda text: speech_seconds(text) + 3.5).run(until=100.0)
    began, go = lines(run)[1][0], next(at for at, name in beeps(run) if name == "go")
    assert usual > 12 and go == pytest.approx(began + usual + 3.5 + 0.25 + 5.0)


def test_without_a_voice_captions_stand_as_long_as_they_would_be_spoken() -> None:
    mute = played(plan(CALF, RAISES), silent, voiced=False).run()
    heard = session(CALF, RAISES, speaking=speech_seconds).run()
    assert near(mute.beeps(), heard.beeps())
    assert mute.lines() == heard.lines()


def test_a_voice_that_dies_under_way_does_not_hold_the_session_up() -> None:
    run = session(HOLD, CALF, speaking=lambda _: 2.0).run(until=3.0)
    run.speaking = silent
    run.send(Notice("The loudspeaker is gone.", voiced=False))
    assert run.scene().notice == "The loudspeaker is gone."
    run.run()
    assert run.coach.done
    usual = session(HOLD, CALF, speaking=speech_seconds).run().now
    assert run.now == pytest.approx(usual, abs=5.0)


# --- pause and resume ----------------------------------------------------------------------------------------


def test_pause_stands_still_and_resume_counts_in_to_the_second() -> None:
    run = session(HOLD).run(until=19.5)
    assert run.scene().left == pytest.approx(20.0)
    assert run.send(C.PAUSE) == [Hush()]
    assert run.coach.deadline is None and run.scene().paused
    run.run(until=100.0)
    assert run.scene().left == pytest.approx(20.0)
    out = run.send(C.RESUME)
    assert [(e.at, e.sound.value) for e in out if isinstance(e, Beep)] == [
        (100.0, "count"),
        (101.0, "count"),
        (102.0, "count"),
        (103.0, "go"),
    ]
    assert [e.text for e in out if isinstance(e, Say)] == ["Three, two, one."]
    for moment in (100.0, 101.3, 103.0):
        assert run.coach.view(moment).left == pytest.approx(20.0)
    run.run()
    assert beeps(run, 103.5) == countdown(123.0, "done")
    assert run.logged("bout") == [{"name": "Plank", "side": "none", "seconds": 30}]


def test_beeps_dropped_by_a_pause_are_handed_over_again() -> None:
    run = session(HOLD).run(until=38.2)
    run.send(C.PAUSE)
    run.run(until=50.0)
    run.send(C.RESUME)
    run.run()
    assert near(beeps(run, 39.0), [*countdown(53.0, "go"), (53.3, "count"), (54.3, "done")])


def test_nothing_is_said_or_sounded_twice_around_a_pause() -> None:
    run = session(HOLD).run(until=24.6)
    assert run.lines()[-1] == "Halfway there."
    run.send(C.PAUSE)
    run.run(until=30.0)
    run.send(C.RESUME)
    run.run()
    assert run.lines().count("Halfway there.") == 1


@pytest.mark.parametrize("after", [0.0, 0.5, 1.5, 2.9])
def test_pausing_again_while_being_counted_in_costs_no_second(after: float) -> None:
    run = session(HOLD).run(until=19.5)
    for _ in range(4):
        run.send(C.PAUSE)
        run.run(until=run.now + 1.0)
        run.send(C.RESUME)
        run.run(until=run.now + after)
    assert run.scene().left == pytest.approx(20.0)


def test_an_interrupted_intro_is_said_again() -> None:
    run = session(HOLD).run(until=3.0)
    run.send(C.PAUSE)
    run.run(until=60.0)
    run.send(C.RESUME)
    run.run()
    assert lines(run, 60.0)[0] == (60.0, "Plank. Elbows down.")
    assert beeps(run)[-1] == (60.0 + 2.25 + 5.0 + 30.0, "done")


def test_help_spoken_in_a_pause_is_cut_when_it_goes_on() -> None:
    run = session(HOLD, speaking=lambda text: 2.0 if len(text) < 60 else 20.0).run(until=19.5)
    run.send(C.PAUSE)
    run.send(C.HELP)
    run.run(until=25.0)
    out = run.send(C.RESUME)
    assert isinstance(out[0], Hush) and run.lines()[-1] == "Three, two, one."


# --- next, back, repeat, stop --------------------------------------------------------------------------------


def test_next_goes_to_the_other_side_and_then_to_the_next_stretch() -> None:
    run = session(CALF, RAISES).run(until=12.0)
    assert run.send(C.NEXT)[0] == Hush()
    assert run.lines()[-1] == "Now the right leg. Set one of two. Lean."
    run.run(until=13.0)
    run.send(C.NEXT)
    assert run.lines()[-1] == "Raises. Rise slowly."


def test_back_and_repeat_begin_with_getting_into_position() -> None:
    run = session(CALF, RAISES).run(until=130.0)
    assert run.scene().kind is Kind.REPS
    run.send(C.REPEAT)
    assert run.scene().kind is Kind.PREPARE and run.lines()[-1] == "Raises. Rise slowly."
    run.send(C.BACK)
    assert run.lines()[-1] == "Now the right leg. Set one of two. Lean." and run.scene().kind is Kind.SWITCH
    run.send(C.BACK)
    assert run.lines()[-1] == "Calf. Left leg. Lean in."
    run.send(C.BACK)
    assert run.lines()[-1] == "Calf. Left leg. Lean in."
    run.run()
    assert run.coach.done


def test_back_at_the_very_beginning_begins_again() -> None:
    run = session(CALF).run(until=1.0)
    run.send(C.BACK)
    assert run.lines() == ["Hand made. About two minutes."] * 2


def test_next_at_the_end_says_goodbye() -> None:
    run = session(RAISES).run(until=9.0)
    run.send(C.NEXT)
    assert run.lines()[-1] == GOODBYE and run.scene().done and not run.coach.done
    assert run.scene().allowed == frozenset() and run.scene().total_left == 0.0
    run.run()
    assert run.coach.done


def test_next_ends_a_pause() -> None:
    run = session(CALF, RAISES).run(until=12.0)
    run.send(C.PAUSE)
    run.run(until=90.0)
    run.send(C.NEXT)
    assert not run.scene().paused and run.scene().side is Side.RIGHT
    run.run()
    assert run.coach.done


def test_stop_ends_at_once_with_a_kind_word() -> None:
    run = session(CALF).run(until=28.0)
    out = run.send(C.STOP)
    assert [type(effect) for effect in out] == [Hush, Say, RoutineStopped]
    assert out[1] == Say(BROKEN_OFF, len(run.said()), Priority.FAREWELL)
    assert run.scene().done
    before = len(run.effects)
    run.run()
    assert run.coach.done and len(run.effects) == before
    assert run.logged("routine_stopped") == [{"routine": "hand_made", "stretch": 1}]
    assert beeps(run)[-1][0] <= 28.0


def test_nothing_happens_after_the_end() -> None:
    run = session(RAISES).run()
    for event in (*Command, Tick(), SpeechEnded(3), Heard("stop", run.now, run.now)):
        assert run.send(event) == []
    assert run.coach.deadline is None


# --- longer, shorter, slower, faster -------------------------------------------------------------------------


def test_longer_moves_the_end_and_the_beeps_of_both_sides() -> None:
    run = session(replace(CALF, sets=1, hold=30)).run(until=38.0)
    assert run.scene().left == pytest.approx(1.5)
    out = run.send(C.LONGER)
    assert out[0] == Hush() and run.lines()[-1] == "Forty seconds altogether."
    assert run.scene().left == pytest.approx(11.5)
    run.run()
    assert [b for b in beeps(run, 38.1) if b[0] < 50] == countdown(49.5, "switch")
    assert [log["seconds"] for log in run.logged("bout")] == [40, 40]


def test_shorter_within_the_last_seconds_ends_the_step_now_and_gives_the_other_side_as_much() -> None:
    run = session(replace(CALF, sets=1, hold=30)).run(until=35.0)
    run.send(C.SHORTER)
    assert run.scene().kind is Kind.SWITCH and (35.0, "switch") in run.beeps()
    run.run()
    assert [log["seconds"] for log in run.logged("bout")] == [26, 26]
    assert beeps(run)[-1][1] == "done"


@pytest.mark.parametrize("level", CueLevel)
@pytest.mark.parametrize("gone", [1.0, 12.0, 24.0, 29.0])
def test_shorter_never_eats_the_change_of_sides(level: CueLevel, gone: float) -> None:
    run = session(replace(CALF, sets=1, hold=30), style=replace(SHORT, cues=level))
    while run.scene().kind is not Kind.HOLD:
        run.run(until=run.now + 0.25)
    began = run.now + (run.scene().left or 0.0) - 30.0
    run.run(until=began + gone)
    run.send(C.SHORTER)
    run.run()
    left, right = run.logged("bout")
    assert left["seconds"] == right["seconds"]
    sounded = run.beeps()
    switch = next(at for at, name in sounded if name == "switch")
    go = next(at for at, name in sounded if name == "go" and at > switch)
    assert go - switch >= 5.0 - 1e-6
    assert switch >= began + gone - 1e-6


def test_longer_while_being_counted_in_keeps_the_count() -> None:
    run = session(HOLD).run(until=37.0)
    run.send(C.PAUSE)
    run.run(until=50.0)
    run.send(C.RESUME)
    run.run(until=51.5)
    run.send(C.LONGER)
    run.run()
    assert beeps(run, 50.0) == [
        (50.0, "count"),
        (51.0, "count"),
        (52.0, "count"),
        (53.0, "go"),
        *countdown(65.5, "done"),
    ]


def test_the_second_side_cannot_be_changed_alone() -> None:
    run = session(replace(CALF, sets=1, hold=30)).run(until=60.0)
    assert run.scene().side is Side.RIGHT and run.scene().kind is Kind.HOLD
    assert not run.scene().allowed & {C.LONGER, C.SHORTER}
    assert run.send(C.LONGER) == []


def test_slower_gives_the_repetitions_more_time_and_the_voice_less_speed() -> None:
    run = session(RAISES).run(until=13.5)
    assert run.scene().rep == 3
    out = run.send(C.SLOWER)
    assert Tune("rate", -1, 140) in out and run.lines()[-1] == "140 words a minute."
    assert run.scene().rep == 3
    run.run()
    spoken = [(at, text) for at, text in lines(run, 14.0) if text in ("Four.", "Last one.")]
    assert spoken == [(16.0, "Four."), (18.5, "Last one.")]
    assert beeps(run)[-1] == (21.0, "done")


def test_faster_in_a_pause_keeps_the_place_and_every_beep() -> None:
    run = session(replace(RAISES, reps=10), style=BARE).run(until=5.0 + 10.5)
    assert run.scene().rep == 6
    run.send(C.PAUSE)
    run.send(C.FASTER)
    assert run.scene().rep == 6
    run.run(until=30.0)
    run.send(C.RESUME)
    run.run()
    left = 10 * 1.6 - 10.5 * 0.8
    expected = [33.0 + left - 1.6 * rep for rep in (4, 3, 2, 1)]
    assert near(beeps(run, 33.1), [*((at, "count") for at in expected), (33 + left, "done")])


def test_slower_in_a_hold_leaves_the_hold_alone() -> None:
    run = session(HOLD).run(until=20.0)
    assert Tune("rate", -1, 140) in run.send(C.SLOWER)
    run.run()
    assert run.logged("bout")[0]["seconds"] == 30 and beeps(run)[-1] == (39.5, "done")


# --- questions of the person ---------------------------------------------------------------------------------


def test_how_explains_at_length_and_again_says_the_last_line_once_more() -> None:
    run = session(CALF).run(until=12.0)
    run.send(C.HOW)
    assert run.lines()[-1] == "Lean in. Heel down."
    run.run(until=16.0)
    run.send(C.AGAIN)
    assert run.lines()[-2:] == ["Lean in. Heel down."] * 2


def test_time_tells_what_is_left_of_the_step_and_of_all() -> None:
    run = session(CALF, MARCH).run(until=19.5 + 4.0)
    run.send(C.TIME)
    assert run.lines()[-1].startswith("Six seconds to go in this stretch. About ")
    run.run(until=64.0)
    assert run.scene().kind is Kind.SWITCH
    run.send(C.TIME)
    assert "in this one" not in run.lines()[-1]


def test_help_names_the_keys_that_do_something_now_and_only_those() -> None:
    run = session(HOLD).run(until=12.0)
    run.send(C.HELP)
    assert run.lines()[-1] == (
        "The space bar pauses, N is next, B goes back, R starts it again, H explains, T tells the time left "
        "and X stops."
    )


def test_help_names_the_words_where_they_are_listened_for() -> None:
    run = session(HOLD).run(until=12.0)
    run.coach.play.listening = True
    run.send(C.HELP)
    line = run.lines()[-1]
    assert line.startswith("You can say pause, ") and "stop" in line and line.endswith("The keys work too.")
    assert "resume" not in line and "ready" not in line and "gone" not in line


def test_questions_of_the_person_move_no_second() -> None:
    plain = session(HOLD).run()
    asked = session(HOLD).run(until=15.0)
    for command in (C.HOW, C.AGAIN, C.TIME, C.HELP, C.LOUDER, C.QUIETER):
        asked.send(command)
    asked.run()
    assert beeps(asked) == beeps(plain)


# --- sleep and lateness --------------------------------------------------------------------------------------


def test_a_gap_stands_still_and_says_so() -> None:
    run = session(HOLD).run(until=19.5)
    run.now = 400.0
    out = run.send(Tick())
    assert Hush() in out and run.lines()[-1] == SLEPT
    scene = run.scene()
    assert scene.paused and "asleep or busy for six and a half minutes" in scene.notice
    assert scene.left == pytest.approx(20.0, abs=2.0)
    run.run(until=500.0)
    assert run.scene().paused
    run.send(C.RESUME)
    assert run.scene().notice == ""
    run.run()
    assert run.logged("bout") == [{"name": "Plank", "side": "none", "seconds": 30}]


def test_a_machine_that_slept_stands_still_however_short_it_was() -> None:
    run = session(HOLD).run(until=19.5)
    run.now = 29.5
    run.send(Slept(10.0))
    assert run.scene().paused and "asleep for ten seconds" in run.scene().notice
    assert run.scene().left == pytest.approx(20.0, abs=2.0)


def test_a_machine_that_was_busy_has_not_slept() -> None:
    """A stall of the scheduler does not stop the session, and nobody is told of a sleep that was none."""
    run = session(HOLD).run(until=19.5)
    run.now = 30.0
    run.send(Tick())
    assert not run.scene().paused and not run.scene().notice and SLEPT not in run.lines()


def test_a_gap_in_a_pause_is_no_gap() -> None:
    run = session(HOLD).run(until=19.5)
    run.send(C.PAUSE)
    run.now = 4000.0
    run.send(Tick())
    assert run.scene().notice == "" and SLEPT not in run.lines()


def test_a_gap_while_waiting_for_the_person_can_be_resumed() -> None:
    run = session(WAIT, RAISES).run(until=8.0)
    run.now = 100.0
    run.send(Tick())
    assert run.scene().paused and C.RESUME in run.scene().allowed
    run.send(C.RESUME)
    assert run.scene().kind is Kind.WAIT and not run.scene().paused
    run.run()
    assert run.coach.done


def test_what_fell_due_in_a_late_tick_is_done_in_order() -> None:
    run = session(replace(HOLD, hold=6), RAISES, style=BARE)
    run.run(until=7.5)
    run.now = 12.0
    late = run.send(Tick())
    assert [(e.at, e.sound.value) for e in late if isinstance(e, Beep)] == [
        (10.0, "count"), (11.0, "end"), (11.0, "count"), (12.0, "count"), (13.0, "count"), (14.0, "go"),
    ]  # fmt: skip
    assert [e.at for e in late if isinstance(e, Fact)] == [11.0]


def test_a_late_tick_shifts_nothing() -> None:
    run = session(HOLD, RAISES).run(until=38.0)
    run.now = 41.5
    run.send(Tick())
    assert run.scene().name == "Raises"
    bare = session(HOLD, MARCH, style=BARE).run(until=33.0)
    bare.now = 37.0
    bare.send(Tick())
    assert bare.scene().kind is Kind.PREPARE and bare.scene().left == pytest.approx(1.0)


# --- promises ------------------------------------------------------------------------------------------------

BIG = (
    CALF,
    replace(CALF, side=Sides.ALTERNATE, sets=3, rest=0),
    RAISES,
    WAIT,
    Group(2, (MARCH, replace(RAISES, tempo=1.0)), rest=12),
    OPEN,
    replace(HOLD, cues=(Cue(8, "Breathe out slowly."), Cue(-8, sound="half"))),
)
WHOLE = {level: plan(*BIG, style=Style(cues=level)) for level in CueLevel}
LEVELS = st.sampled_from(CueLevel)
MOVES = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from([None, *Command]),
            st.sampled_from([Notice("Gone.", voiced=False), Notice("Back.", voiced=True), SpeechEnded(0)]),
        ),
        st.sampled_from([0.0, 0.3, 1.0, 4.0, 11.0, 47.0, 200.0]),
    ),
    max_size=25,
)


def act(run: Rehearsal, event: Event) -> list[object]:
    """Send one event and check everything that must hold whatever was sent."""
    allowed = run.scene().allowed
    before = run.coach.view(run.now)
    out = run.send(event)
    if isinstance(event, Command) and event not in allowed:
        assert not [effect for effect in out if not isinstance(effect, Beep | Say | Fact)] or before != run.scene()
    assert run.coach.deadline is None or run.coach.deadline >= run.now - 1e-9
    watch(run)
    return list(out)


def watch(run: Rehearsal) -> None:
    scene = run.scene()
    assert scene == run.scene(), "looking changes nothing"
    assert scene.left is None or 0.0 <= scene.left <= scene.seconds + 1e-6
    assert scene.total_left >= 0 and 0.0 <= scene.progress <= 1.0
    assert scene.up is None or scene.kind is Kind.OPEN
    assert scene.rep <= scene.reps
    assert scene.done is (scene.allowed <= {C.RESUME})
    if scene.paused:
        assert C.RESUME in scene.allowed and scene.left == run.coach.view(run.now + 500.0).left


def keeps_its_word(run: Rehearsal) -> None:
    """What must hold of all effects together."""
    numbers = [effect.utterance for _, effect in run.effects if isinstance(effect, Say)]
    assert numbers == sorted(set(numbers))
    for at, effect in run.effects:
        if isinstance(effect, Beep):
            assert at - 1e-6 <= effect.at <= at + 3.0 + 1e-6, "no beep later than it sounds"
    handed: list[Beep] = []
    for _, effect in run.effects:
        if isinstance(effect, Hush):
            handed.clear()
        elif isinstance(effect, Beep):
            assert effect not in handed, "no beep twice"
            handed.append(effect)


def one_mouth(run: Rehearsal) -> None:
    """Nothing new is said before the last line has ended, was hushed, or had its time."""
    speaking, since = "", 0.0
    for at, effect in run.effects:
        if isinstance(effect, Hush):
            speaking = ""
        elif isinstance(effect, Say):
            assert not speaking or at - since >= min(speech_seconds(speaking, 200), run.speaking(speaking)) - 1e-6
            speaking, since = effect.text, at


@settings(max_examples=100)
@given(LEVELS, MOVES)
def test_whatever_is_pressed_the_session_keeps_its_word_and_ends(
    level: CueLevel, moves: list[tuple[Event | None, float]]
) -> None:
    run = played(WHOLE[level])
    run.run(until=0.0)
    for event, pause in moves:
        if event is not None:
            act(run, event)
        run.run(until=run.now + pause)
        watch(run)
    for _ in WHOLE[level].steps:
        act(run, C.NEXT)
    assert run.scene().done
    run.run()
    assert run.coach.done
    keeps_its_word(run)
    one_mouth(run)


@settings(max_examples=100)
@given(LEVELS, MOVES, st.sampled_from(Command))
def test_a_command_that_means_nothing_now_changes_nothing(
    level: CueLevel, moves: list[tuple[Event | None, float]], command: Command
) -> None:
    run = played(WHOLE[level])
    run.run(until=0.0)
    for event, pause in moves:
        if event is not None:
            run.send(event)
        run.run(until=run.now + pause)
    run.send(Tick())
    scene, deadline = run.scene(), run.coach.deadline
    if command not in scene.allowed:
        assert run.send(command) == []
        assert run.scene() == scene
        assert run.coach.deadline == pytest.approx(deadline)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from([C.LONGER, C.SHORTER, C.PAUSE, C.RESUME]), st.floats(0, 15)), max_size=20))
@example([(C.LONGER, 9.999999999999998), (C.SHORTER, 5.0), (C.SHORTER, 0.0)])
def test_however_it_is_lengthened_and_paused_both_sides_get_the_same_seconds(
    moves: list[tuple[Command, float]],
) -> None:
    run = session(replace(CALF, sets=2, hold=25), replace(CALF, name="Other", side=Sides.ALTERNATE, sets=2, rest=0))
    run.run(until=0.0)
    for command, pause in moves:
        run.send(command)
        run.run(until=run.now + pause)
    if run.scene().paused:
        run.send(C.RESUME)
    run.run()
    done: dict[tuple[object, object], list[object]] = {}
    for log in run.logged("bout"):
        done.setdefault((log["name"], log["side"]), []).append(log["seconds"])
    assert done["Calf", "left"] == done["Calf", "right"]
    assert done["Other", "left"] == done["Other", "right"]


def skeleton(run: Rehearsal) -> list[object]:
    """The effects without their moments."""
    return [
        effect.text if isinstance(effect, Say) else effect.sound if isinstance(effect, Beep) else type(effect)
        for _, effect in run.effects
        if isinstance(effect, Say | Beep | Fact)
    ]


@pytest.mark.parametrize("level", CueLevel)
def test_a_clumsy_driver_gives_the_same_session_as_an_exact_one(level: CueLevel) -> None:
    timed = tuple(step for step in BIG if step is not OPEN)
    exact = session(*timed, style=replace(SHORT, cues=level)).run()
    clumsy = session(*timed, style=replace(SHORT, cues=level))
    clumsy.grain = 0.7
    clumsy.run()
    assert sorted(map(str, skeleton(clumsy))) == sorted(map(str, skeleton(exact)))
    spoken = [effect.text for _, effect in exact.effects if isinstance(effect, Say)]
    assert [effect.text for _, effect in clumsy.effects if isinstance(effect, Say)] == spoken
    assert clumsy.logged("bout") == exact.logged("bout")
    assert [name for _, name in clumsy.beeps()] == [name for _, name in exact.beeps()]


@pytest.mark.parametrize("id_", SHIPPED)
def test_every_shipped_routine_plays_to_its_end_about_as_long_as_reckoned(id_: str) -> None:
    whole = build(SHIPPED[id_], Style())
    run = played(whole, speech_seconds)
    run.run()
    assert run.coach.done and run.lines()[-1] == GOODBYE
    assert whole.seconds <= run.now <= whole.seconds * 1.02 + 5
    watch(run)


def test_an_hour_takes_less_than_half_a_second() -> None:
    hour = build(SHIPPED["warmup_football"], Style(pace=3.2))
    run = played(hour, prompt)
    began = perf_counter()
    run.run()
    assert run.coach.done and run.now > 3300
    assert perf_counter() - began < 0.5


def test_the_gap_can_be_widened_for_a_hurried_clock() -> None:
    mouth = Mouth()
    run = Rehearsal(Coach(RoutinePlayer(plan(HOLD), mouth, gap=GAP * 100), mouth), prompt).run(until=19.5)
    run.now = 25.0 + GAP
    run.send(Tick())
    assert not run.scene().paused


# --- ended too soon ------------------------------------------------------------------------------------------


def test_a_routine_that_was_stopped_tells_where_and_can_be_carried_on() -> None:
    run = session(CALF, RAISES, MARCH).run(until=20.0)
    step = run.scene().step
    run.send(C.STOP)
    run.run(until=90.0)
    scene = run.scene()
    assert scene.done and scene.stopped and scene.allowed == {C.RESUME} and scene.clock == 20.0
    assert scene.progress < 1.0 and ended(scene) == f"Stopped after 0:20, step {step} of {scene.steps}."
    run.send(C.RESUME)
    scene = run.scene()
    assert not (scene.done or scene.stopped) and scene.step == step and scene.clock == 20.0
    run.run()
    scene = run.scene()
    assert scene.done and not scene.stopped and scene.allowed == frozenset()
    assert ended(scene).startswith("Done in ") and run.logged("routine_done") and run.logged("reopened")
