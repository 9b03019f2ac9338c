"""A cramp in virtual time: the protocol to the second, and what holds whatever the person says or leaves unsaid."""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from parts import KNOWN, REASSURING, SCREEN, relief, respond, silent
from rehearsal import Rehearsal

from stretchcoach.core import essentials, positions, script, triage
from stretchcoach.core.knowledge import NOTHING
from stretchcoach.core.messages import (
    Answer,
    Beep,
    Command,
    Event,
    Fact,
    Hush,
    Kind,
    Level,
    Notice,
    Priority,
    Say,
    Side,
    Slept,
    SpeechEnded,
    Tick,
    Ticks,
    Tune,
)
from stretchcoach.core.phase import Phase
from stretchcoach.core.record import CrampEnded, Judged, PracticeBegan, Reopened, Returned, Stopped, Worsened
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.words.cramp import (
    AFTERCARE_WARM,
    ALARM_LINE,
    ASKING,
    ASKING_CALM,
    CHECK_FIRST,
    EASE_AND_CHECK,
    FAREWELL,
    PLACE_QUESTION,
    PRACTICE_DONE,
    PUT_OFF,
    SEEN_TODAY,
    STOPPED,
    TEN_LINES,
)
from stretchcoach.words.first_lines import ACTION, AGAIN_HERE, PRACTICE, RETURN_WITHIN, SAFETY
from stretchcoach.words.questions import ANYWHERE, LEAVE, LINES, OPEN_LINE, WATCH

C = Command
ITEMS = {item.key: item for item in SCREEN}
WORDS = triage.HelpWords()
TEN = TEN_LINES[1].format(same_day_service=WORDS.same_day_service)
TEN_SAID = [TEN_LINES[0], TEN]
SEEN_TODAY = SEEN_TODAY.format(same_day_service=WORDS.same_day_service)
ALARM = ALARM_LINE.format(emergency_number=ANYWHERE)
SUPPORT = "Let the leg rest on something soft."
EASED = "All right. Pull less. Bend your knee slightly."
LIGHT = "Toes up, gently, for fifteen more seconds."
WIGGLE = "Move your foot up and down, ten times."
RUB = "Gently rub upwards, from ankle to knee."
SECOND_HOLD = "Toes up. Push your heel away."
PROMPTED = [0.5, 3, 7, 14, 19, 33]
"""Moments at which the safety line stands: what ends the stretch answers it."""
LATER = [37, 47.5, 49, 57, 62, 88, 95, 104, 119, 130, 141, 150, 163, 172, 205, 295, 420, 595]
"""Moments all through the rest of a cramp that goes on."""
CRAMPING = [*PROMPTED, *LATER]
PROTOCOL = [
    (0, ACTION),
    (6, SAFETY),
    (11, "Hold it there. Firm, but not forced."),
    (16, "Twenty seconds to go."),
    (21, "Breathe out slowly. Toes up."),
    (26, "Ten seconds to go."),
    (31, "Five seconds to go."),
    (36, "Ease off slightly. Don't point your toes."),
    (44, CHECK_FIRST),
    (48, SECOND_HOLD),
    (58, "Twenty seconds to go."),
    (63, "Take a long, slow breath."),
    (68, "Ten seconds to go."),
    (73, "Five seconds to go."),
    (78, EASE_AND_CHECK),
    (88, "One more. Push your heel, toes up."),
    (98, "Twenty seconds to go."),
    (103, "You're doing well."),
    (108, "Ten seconds to go."),
    (113, "Five seconds to go."),
    (118, EASE_AND_CHECK),
    (128, ASKING),
]
"""The protocol, second by second, with nobody answering: the action first, the safety line into the first hold."""


def at(moment: float, **how: object) -> Rehearsal:
    """A cramp that has gone on in silence until ``moment``."""
    return relief(**how).run(until=moment)  # type: ignore[arg-type]


def lines(run: Rehearsal, since: float = 0.0) -> list[str]:
    return [effect.text for moment, effect in run.effects if isinstance(effect, Say) and moment >= since]


def reply(run: Rehearsal, replies: dict[str, str] | None = None, patience: float = 400.0) -> list[str]:
    """Answer every question as it opens, reassuringly unless told otherwise; the keys that were asked."""
    replies, asked, limit = replies or {}, [], run.now + patience
    tapped = {each.key for each in essentials.ESSENTIALS}
    while run.now < limit and not run.scene().done:
        question = run.scene().question
        if question and question.key in tapped:
            run.send(C.NEXT)
        elif question and question.key not in ("place", "follow_up"):
            asked.append(question.key)
            run.send(respond(question, replies))
        else:
            run.run(until=run.now + 1.0)
    return asked


# --- the protocol --------------------------------------------------------------------------------------------


def test_the_first_hundred_and_thirty_seconds_are_those_of_the_protocol() -> None:
    run = at(129.0)
    assert run.said() == PROTOCOL
    assert [effect for _, effect in run.effects if isinstance(effect, Hush | Beep)] == []


@pytest.mark.parametrize(
    ("moment", "phase", "round_", "left"),
    [
        (0.0, Phase.OPENING, 1, 6),
        (6.0, Phase.HOLD, 1, 30),
        (16.0, Phase.HOLD, 1, 20),
        (37.0, Phase.EASE, 1, 11),
        (58.0, Phase.HOLD, 2, 20),
        (78.0, Phase.EASE, 2, 10),
        (88.0, Phase.HOLD, 3, 30),
        (119.0, Phase.EASE, 3, 9),
    ],
)
def test_the_screen_shows_where_the_protocol_stands(moment: float, phase: Phase, round_: int, left: float) -> None:
    scene = at(moment).scene()
    assert (scene.name, scene.step, scene.steps, scene.left) == (phase.value, round_, 3, left)
    assert scene.relief and scene.clock == moment and not scene.done
    assert {C.GONE, C.WORSE, C.STOP, C.SAME} <= scene.allowed


def test_the_first_line_is_what_to_do_and_the_second_is_the_safety_line_in_the_hold() -> None:
    run = at(6.5)
    said = [effect for _, effect in run.effects if isinstance(effect, Say)]
    assert said == [Say(ACTION, 1, Priority.ACTION), Say(SAFETY, 2, Priority.ACTION)]
    assert run.scene().kind is Kind.HOLD and run.scene().aside == SAFETY


def test_after_three_rounds_comes_a_list_then_another_position_and_three_more() -> None:
    run = at(337.0)
    said = [(second, text) for second, text in run.said() if second > 128 and len(text.split()) > 3]
    first = next(iter(ITEMS.values()))
    assert said[0][1] == first.ask
    places = [second for second, text in said if text == PLACE_QUESTION]
    assert places == [161.9]
    holds = [second for second, text in said if text == positions.TOWEL.cue]
    assert holds == [169.9, 209.9, 249.9]
    assert (289.9, "Breathe in, count four. Out, count six.") in said


def test_minutes_are_called_and_at_ten_help_is_asked_for_today() -> None:
    run = at(603.0)
    called = {text: second for second, text in run.said()}
    for minutes, due in (("three", 180), ("five", 300), ("eight", 480)):
        assert due <= called[f"That's {minutes} minutes so far."] <= due + 2.0
    assert called[TEN_SAID[0]] == 600.0
    scene = run.scene()
    assert scene.outcome is not None and scene.outcome.level is Level.SAME_DAY and scene.outcome.rules == ("R21",)
    assert scene.kind is Kind.OPEN and scene.up == pytest.approx(3.0) and not scene.done


def test_beyond_ten_minutes_it_stays_reminds_and_ends_by_itself() -> None:
    run = at(1199.0)
    assert [second for second, text in run.said() if text == SEEN_TODAY] == [690.0, 840.0, 1080.0]
    assert not run.scene().done
    run.run(until=1300.0)
    assert run.coach.done


@pytest.mark.parametrize("event", [C.SAME, Tick(), Notice("No microphone.")])
def test_same_is_like_silence_but_for_saving_the_wait(event: Event) -> None:
    for moment in (3.0, 30.0, 135.0, 300.0):
        run = at(moment)
        scene = run.scene()
        run.send(event)
        assert (run.scene().name, run.scene().left) == (scene.name, scene.left)
    run = at(45.0)
    run.send(C.SAME)
    assert run.lines()[-1] == SECOND_HOLD


# --- never waiting -------------------------------------------------------------------------------------------


def phases(run: Rehearsal) -> list[tuple[int, str]]:
    """Where the protocol stands, every three seconds."""
    return [(moment, run.run(until=moment).scene().name) for moment in range(0, 1100, 3)]


PHASES = phases(relief())


@pytest.mark.parametrize("speaking", [silent, lambda _: 0.0, lambda _: 12.0], ids=["dead", "instant", "endless"])
def test_no_phase_waits_for_the_loudspeaker(speaking: object) -> None:
    run = relief(speaking=speaking)  # type: ignore[arg-type]
    assert phases(run) == PHASES


def test_without_a_voice_the_captions_keep_the_same_seconds() -> None:
    run = relief(speaking=silent).run(until=0.0)
    run.send(Notice("No loudspeaker.", voiced=False))
    assert phases(run) == PHASES
    assert [text for _, text in PROTOCOL if text not in run.lines()] == []


def test_a_clumsy_driver_says_the_same_lines_in_the_same_order() -> None:
    clumsy = relief()
    clumsy.grain = 0.7
    assert clumsy.run(until=1250.0).lines() == at(1250.0).lines()


# --- gone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", CRAMPING)
def test_gone_is_believed_at_once_whenever_it_is_said(moment: float) -> None:
    run = at(moment)
    out = run.send(C.GONE)
    assert Hush() in out
    assert [effect.text for effect in out if isinstance(effect, Say)] == [LIGHT]
    assert run.logged("released")[0]["seconds"] == round(moment)
    run.run(until=moment + 14.0)
    assert run.scene().name == Phase.LIGHT.value and run.scene().clock == moment
    run.run(until=moment + 16.0)
    assert run.lines()[-1] == WIGGLE
    run.run(until=moment + 31.0)
    assert run.lines()[-1] == ASKING_CALM and run.scene().question is not None
    assert not run.scene().allowed & {C.GONE, C.SAME}


def test_when_all_is_well_it_may_be_rubbed_walked_and_warmed() -> None:
    run = at(65.0)
    run.send(C.GONE)
    assert reply(run) == ["list_now", "list_leg", "list_start", "list_feel", "list_body", "list_ill"]
    said = run.lines()
    order = [
        RUB,
        "If you feel steady, walk about gently.",
        "Holding the wall, walk on your heels.",
        AFTERCARE_WARM,
    ]
    assert [line for line in said if line in order] == order
    assert said[-1] == FAREWELL and WATCH in said
    run.run()
    assert run.coach.done
    assert run.logged("end")[0] == {"seconds": 65, "level": "SELF_CARE", "rules": (), "side": "none"}


def test_when_nobody_answers_nothing_is_rubbed_or_warmed() -> None:
    run = at(65.0)
    run.send(C.GONE)
    run.run()
    assert run.coach.done and run.lines()[-1] == FAREWELL
    assert RUB not in run.lines() and AFTERCARE_WARM not in run.lines()
    assert PUT_OFF in run.lines() and run.logged("put_off")
    assert {log["value"] for log in run.logged("answer")} == {None}
    assert run.logged("end")[0]["level"] is None
    outcome = run.scene().outcome
    assert outcome is not None and outcome.unfinished
    assert OPEN_LINE in outcome.advice and WATCH in outcome.advice


def test_a_question_in_calm_is_asked_twice() -> None:
    run = at(65.0)
    run.send(C.GONE)
    run.run(until=65.0 + 30.0 + 3.5 + 30.0)
    assert run.lines().count(ITEMS["list_now"].ask) == 2


def test_the_questions_can_be_put_off_once_it_let_go_and_then_nothing_is_rubbed() -> None:
    run = at(65.0)
    run.send(C.GONE)
    run.run(until=105.0)
    question = run.scene().question
    assert question is not None and question.choices[-1].value == "tomorrow"
    run.send(Answer("tomorrow"))
    assert PUT_OFF in run.lines() and run.scene().question == essentials.ESSENTIALS[0]
    run.run()
    assert run.coach.done and RUB not in run.lines() and run.lines()[-1] == FAREWELL


def test_while_it_hurts_nothing_can_be_put_off() -> None:
    run = at(130.0)
    question = run.scene().question
    assert question is not None and "tomorrow" not in {choice.value for choice in question.choices}
    assert run.send(Answer("tomorrow")) == []


# --- worse ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", CRAMPING)
def test_worse_once_halves_the_pull_and_goes_on(moment: float) -> None:
    run = at(moment)
    out = run.send(C.WORSE)
    assert Hush() in out
    assert [effect.text for effect in out if isinstance(effect, Say)] == [EASED]
    assert run.scene().left == 10.0
    before = len(run.lines())
    run.run(until=min(moment + 11.0, 599.0))
    if moment + 11.0 < 599.0:
        assert run.scene().kind is Kind.HOLD and len(run.lines()) > before


@pytest.mark.parametrize("moment", CRAMPING)
def test_worse_twice_ends_the_stretch_and_asks(moment: float) -> None:
    run = at(moment)
    run.send(C.WORSE)
    run.run(until=moment + 1.0)
    out = run.send(C.WORSE)
    assert Hush() in out
    assert [effect.text for effect in out if isinstance(effect, Say)] == [SUPPORT]
    run.run(until=min(moment + 12.0, 599.5))
    if moment + 12.0 < 599.5:
        assert "list_feel" in reply(run)
        scene = run.scene()
        assert scene.done and scene.outcome is not None
        assert scene.outcome.level is Level.SAME_DAY and "R29" in scene.outcome.rules
        assert any("don't rub that leg" in line for line in run.lines())


def test_a_hard_calf_that_hurts_more_with_every_stretch_is_an_emergency() -> None:
    run = at(30.0)
    run.send(C.WORSE)
    run.send(C.WORSE)
    reply(run, {"tight_hard": "yes", "constant_pain": "yes"})
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.EMERGENCY and outcome.rules[0] == "R6"


# --- stop ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", LATER)
def test_stop_ends_the_stretch_at_once_and_asks(moment: float) -> None:
    run = at(moment)
    out = run.send(C.STOP)
    assert Hush() in out
    assert [effect.text for effect in out if isinstance(effect, Say)] == [SUPPORT]
    if moment < 590:
        run.run(until=moment + 9.0)
        assert run.scene().question is not None and not run.scene().done


@pytest.mark.parametrize("moment", LATER)
@pytest.mark.parametrize("pause", [0.0, 1.0, 3.0])
def test_stop_twice_ends_everything(moment: float, pause: float) -> None:
    run = at(moment)
    run.send(C.STOP)
    run.run(until=run.now + pause)
    run.send(C.STOP)
    assert run.scene().done
    run.run()
    assert run.coach.done and run.lines()[-1] == STOPPED


@pytest.mark.parametrize("moment", [601.0, 700.0])
def test_stop_after_the_ten_minutes_ends_everything(moment: float) -> None:
    run = at(moment)
    run.send(C.STOP)
    assert run.scene().done


def test_stop_and_a_clean_screen_end_with_a_kind_word() -> None:
    run = at(40.0)
    run.send(C.STOP)
    reply(run)
    assert run.scene().done and run.lines()[-1] != RUB
    run.run()
    assert run.lines()[-1] == STOPPED


# --- the screen ----------------------------------------------------------------------------------------------

EMERGENCIES = [
    ({"rf_chest": "yes"}, "list_now"),
    ({"rf_chest": "not_sure"}, "list_now"),
    ({"rf_faint_confused": "yes"}, "list_now"),
    ({"one_sided": "yes"}, "list_now"),
    ({"bleeding": "yes"}, "list_now"),
    ({"injury": "knock_fall", "deformity": "yes"}, "list_start"),
    ({"cold_pale": "yes", "cold_since": "hours_days", "numb_weak": "yes", "numb_since": "hours_days"}, "list_feel"),
    ({"jaw_stiff": "yes"}, "list_body"),
    ({"urine": "cola"}, "list_ill"),
    ({"urine": "hardly_any", "keep_fluids": "no"}, "keep_fluids"),
    ({"heat_ill": "unwell_under_30", "cooled_30": "yes"}, "cooled_30"),
]


@pytest.mark.parametrize(("replies", "last"), EMERGENCIES)
@pytest.mark.parametrize("command", [C.GONE, C.STOP, None])
def test_an_emergency_ends_the_asking_at_once(replies: dict[str, str], last: str, command: Command | None) -> None:
    run = at(100.0 if command else 131.0)
    if command:
        run.send(command)
    asked = reply(run, replies)
    assert asked[-1] == last
    scene = run.scene()
    assert scene.done and scene.question is None and scene.outcome is not None
    assert scene.outcome.level is Level.EMERGENCY and not scene.outcome.stretch_allowed
    run.run(until=run.now + 60.0)
    told = [effect for _, effect in run.effects if isinstance(effect, Say) and effect.priority is Priority.SAFETY][-1]
    assert told.text == scene.outcome.line and "112, 911 or 999" in told.text
    assert scene.outcome.because and scene.outcome.because[0] in run.lines()
    run.run()
    assert run.coach.done and RUB not in run.lines()


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_foot_that_may_be_cold_or_numb_is_seen_today(answer: str) -> None:
    run = at(65.0)
    run.send(C.GONE)
    reply(run, {"cold_pale": answer, "cold_since": "weeks"})
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SAME_DAY and "R5" in outcome.rules


def test_a_changed_leg_is_seen_today_and_hears_the_advice_last() -> None:
    run = at(65.0)
    run.send(C.GONE)
    reply(run, {"swelling": "one_leg"})
    run.run()
    said = run.lines()
    assert run.coach.done and WATCH not in said, "the leg is swollen already"
    assert any("don't rub that leg" in line for line in said)
    assert "Because you said: one leg is swollen." in said


def test_an_injured_leg_is_not_stretched_on() -> None:
    run = at(131.0)
    reply(run, {"injury": "knock_fall"})
    run.run()
    assert run.coach.done and any("Don't massage it" in line for line in run.lines())


def test_answers_given_while_it_hurt_are_not_asked_for_again() -> None:
    run = at(132.0)
    run.send(Answer("none"))
    run.send(Answer("none"))
    run.run(until=220.0)
    run.send(C.GONE)
    assert reply(run)[0] == "list_start"


def test_back_asks_the_question_before_once_more() -> None:
    run = at(132.0)
    run.send(Answer("none"))
    run.send(C.BACK)
    question = run.scene().question
    assert question is not None and question.key == "list_now"
    run.send(C.BACK)
    assert run.scene().question == question
    run.send(Ticks((question.rows[0].id,)))
    assert run.scene().done


def test_why_a_question_is_asked_can_be_heard() -> None:
    run = at(134.0)
    run.send(C.HOW)
    run.run(until=145.0)
    assert ITEMS["list_now"].why in lines(run, 134.0), "after the line that is being read"


@pytest.mark.parametrize("tempo", [0.2, 0.6, 0.9, 1.0, 1.1])
def test_a_list_is_read_without_a_gap_at_any_tempo_of_the_voice(tempo: float) -> None:
    run = relief(speaking=lambda text: tempo * speech_seconds(text)).run(until=120.0)
    asked = ITEMS["list_now"]
    run.run(until=165.0)
    told = [(moment, effect.text) for moment, effect in run.effects if isinstance(effect, Say) and moment >= 120.0]
    first = [text for _, text in told].index(asked.ask)
    read = told[first : first + 1 + sum("; " in text for _, text in told[first:])]
    assert len(read) > 2
    for (before, text), (after, _) in pairwise(read):
        assert after - before == pytest.approx(tempo * speech_seconds(text)), "nobody answers half of a question"


def test_an_answer_that_is_no_choice_and_one_without_a_question_mean_nothing() -> None:
    run = at(30.0)
    scene = run.scene()
    assert run.send(Answer("yes")) == [] and run.scene() == scene
    asked = at(133.0)
    scene = asked.scene()
    assert asked.send(Answer("standing")) == [] and asked.scene() == scene


# --- positions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["bed", "chair", "standing"])
def test_the_position_fits_the_place(place: str) -> None:
    run = at(164.0)
    assert run.lines()[-1] == PLACE_QUESTION and run.scene().kind is Kind.ASK
    run.send(Answer(place))
    first, second = positions.VARIANTS[place]
    assert run.lines()[-1] == first.cue
    run.run(until=run.now + 119.0)
    assert run.lines().count(first.cue) == 3 and second.cue not in run.lines()
    run.run(until=run.now + 70.0)
    assert run.lines().count(second.cue) == 1


def test_only_who_stands_is_told_to_stand() -> None:
    upright = {variant.cue for variant in positions.VARIANTS["standing"]}
    for place in ("bed", "chair", ""):
        assert not upright & {variant.cue for variant in positions.VARIANTS[place]}
    assert not upright & set(at(600.0).lines())


def test_how_explains_the_position() -> None:
    run = at(177.0)
    run.send(C.HOW)
    assert run.lines()[-1] == positions.TOWEL.how


# --- the ten-minute clock ------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [1.0, 30.0, 133.0, 151.0, 300.0, 590.0])
def test_the_clock_goes_on_through_a_pause(moment: float) -> None:
    run = at(moment)
    left = run.scene().left
    run.send(C.PAUSE)
    run.run(until=min(599.0, moment + 50.0))
    assert run.scene().paused and run.scene().left == left and run.scene().clock == run.now
    run.run(until=603.0)
    assert run.lines()[-2:] == TEN_SAID and not run.scene().paused


def test_a_pause_stands_still_and_goes_on_where_it_was() -> None:
    run = at(30.0)
    assert [type(effect) for effect in run.send(C.PAUSE)] == [Hush, Say], "it says so"
    run.run(until=50.0)
    assert C.RESUME in run.scene().allowed and C.PAUSE not in run.scene().allowed
    run.send(C.RESUME)
    assert run.scene().left == 6.0
    run.run(until=57.0)
    assert run.lines()[-1] == "Ease off slightly. Don't point your toes."


def test_a_pause_that_nobody_ends_ends_by_itself() -> None:
    run = at(30.0)
    run.send(C.PAUSE)
    run.run(until=89.5)
    assert run.scene().paused
    run.run(until=91.0)
    assert not run.scene().paused and run.scene().left == pytest.approx(5.0)


@pytest.mark.parametrize("command", [C.GONE, C.WORSE, C.STOP])
def test_a_pause_holds_up_no_answer(command: Command) -> None:
    run = at(60.0)
    run.send(C.PAUSE)
    run.run(until=70.0)
    run.send(command)
    assert not run.scene().paused and run.lines()[-1] in (LIGHT, EASED, SUPPORT)


@pytest.mark.parametrize("moment", [1.0, 30.0, 300.0])
def test_the_clock_goes_on_while_the_machine_sleeps(moment: float) -> None:
    run = at(moment)
    run.now = 700.0
    run.send(Tick())
    assert run.lines()[-1] == TEN_SAID[0] and run.scene().clock == 700.0
    assert "asleep or busy for" in run.scene().notice
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SAME_DAY


def test_a_short_sleep_begins_the_phase_again() -> None:
    run = at(30.0)
    run.now = 60.0
    run.send(Slept(30.0))
    assert run.scene().name == Phase.HOLD.value and run.scene().left == 30.0
    assert "asleep for thirty seconds" in run.scene().notice


def test_a_busy_machine_goes_on_where_the_clock_is() -> None:
    run = at(8.0)
    run.now = 20.0
    run.send(Tick())
    assert not run.scene().notice and run.scene().left == pytest.approx(at(20.0).scene().left or 0.0)


def test_only_the_latest_of_several_missed_calls_is_said() -> None:
    run = at(100.0)
    run.now = 400.0
    run.send(Tick())
    run.run(until=410.0)
    assert "That's five minutes so far." in run.lines() and "That's three minutes so far." not in run.lines()


def test_the_clock_stands_once_it_let_go() -> None:
    run = at(170.0)
    run.send(C.GONE)
    run.run(until=1500.0)
    assert run.scene().clock == 170.0
    assert not [line for line in run.lines() if line.endswith("minutes so far.") or line in TEN_SAID]


def test_it_may_still_let_go_after_ten_minutes() -> None:
    run = at(700.0)
    run.send(C.GONE)
    reply(run)
    assert RUB not in run.lines()
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SAME_DAY


# --- coming back ---------------------------------------------------------------------------------------------


def test_a_cramp_that_comes_back_begins_at_the_first_hold_with_a_new_clock() -> None:
    run = at(65.0)
    run.send(C.GONE)
    run.run(until=100.0)
    out = run.send(C.WORSE)
    assert Hush() in out
    assert run.lines()[-1] == AGAIN_HERE and run.scene().name == Phase.HOLD.value
    assert run.scene().clock == 0.0 and run.scene().step == 1
    run.run(until=129.0)
    assert SAFETY not in lines(run, 100.0) and "Five seconds to go." in lines(run, 100.0)
    run.run(until=703.0)
    assert run.lines()[-2:] == TEN_SAID


def test_the_third_return_within_an_hour_is_worth_a_visit() -> None:
    run = at(65.0)
    for returns in range(1, 4):
        run.send(C.GONE)
        run.run(until=run.now + 20.0)
        run.send(C.WORSE)
        assert run.logged("returned")[-1] == {"times": returns}
        run.run(until=run.now + 30.0)
    run.send(C.GONE)
    reply(run)
    outcome = run.scene().outcome
    assert outcome is not None and outcome.rules == ("RETURN",) and outcome.level is Level.ROUTINE
    assert any("book an appointment" in line for line in run.lines())


def test_worse_counts_anew_after_it_has_come_back() -> None:
    run = at(30.0)
    run.send(C.WORSE)
    run.send(C.GONE)
    run.run(until=40.0)
    run.send(C.WORSE)
    run.run(until=60.0)
    run.send(C.WORSE)
    assert run.lines()[-1] == EASED


@pytest.mark.parametrize(
    ("earlier", "again"),
    [((), False), ((60.0,), True), ((RETURN_WITHIN,), True), ((RETURN_WITHIN + 1,), False), ((3700.0,), False)],
)
def test_a_cramp_soon_after_another_session_is_taken_up_at_the_first_hold(
    earlier: tuple[float, ...], again: bool
) -> None:
    run = at(1.0, earlier=earlier)
    assert run.lines()[0] == (AGAIN_HERE if again else ACTION)
    assert (run.scene().name == Phase.HOLD.value) is again
    assert bool(run.logged("returned")) is again and run.logged("cramp")


def test_earlier_sessions_count_for_the_third_return() -> None:
    run = at(30.0, earlier=(120.0, 1500.0, 3500.0))
    run.send(C.GONE)
    reply(run)
    outcome = run.scene().outcome
    assert outcome is not None and outcome.rules == ("RETURN",)
    old = at(30.0, earlier=(120.0, 1500.0, 3700.0))
    old.send(C.GONE)
    reply(old)
    assert old.scene().outcome is not None and old.scene().outcome != outcome


# --- side, voice and practice --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [C.LEFT, C.RIGHT, C.BOTH])
def test_the_side_may_be_told_at_any_time(command: Command) -> None:
    run = at(30.0)
    assert run.scene().side is Side.NONE
    run.send(command)
    assert run.scene().side is Side(command.value) and run.logged("side") == [{"side": command.value}]
    assert run.scene().name == Phase.HOLD.value


def test_the_side_may_be_known_from_the_start() -> None:
    run = at(1.0, side=Side.LEFT)
    assert run.logged("cramp") == [{"side": "left"}] and run.scene().side is Side.LEFT


def test_the_voice_can_be_turned_and_the_time_be_asked() -> None:
    run = at(30.0)
    assert Tune("rate", -1, 140) in run.send(C.SLOWER) and Tune("volume", 1, 90) in run.send(C.LOUDER)
    run.run(until=35.0)
    run.send(C.TIME)
    run.run(until=45.0)
    assert "Thirty-five seconds since it began." in run.lines()


def test_a_practice_is_short_and_keeps_no_cramp() -> None:
    run = relief(rehearse=True, earlier=(60.0,)).run()
    assert run.coach.done and run.now < 120.0
    assert run.lines()[0] == PRACTICE and run.lines()[-1] == PRACTICE_DONE
    assert {type(effect) for _, effect in run.effects if isinstance(effect, Fact)} <= {PracticeBegan, CrampEnded}
    assert SAFETY not in run.lines() and AGAIN_HERE not in run.lines()


@pytest.mark.parametrize("moment", [3.0, 22.0, 40.0, 60.0])
def test_stop_ends_a_practice_at_once(moment: float) -> None:
    run = relief(rehearse=True).run(until=moment)
    run.send(C.STOP)
    assert run.scene().done and run.lines()[-1] == PRACTICE_DONE


def test_a_practice_knows_no_ten_minutes() -> None:
    run = relief(rehearse=True).run(until=10.0)
    run.send(C.PAUSE)
    run.run(until=2000.0)
    assert not run.scene().done and TEN not in run.lines()


# --- words ---------------------------------------------------------------------------------------------------

QUESTIONS = {item.ask for item in ITEMS.values()} | {item.why for item in ITEMS.values()}


def instructions() -> Iterable[str]:
    yield from script.lines_ahead()
    yield from script.lines_ahead(rehearse=True)
    yield from (variant.cue for variants in positions.VARIANTS.values() for variant in variants)
    yield from (PUT_OFF, ACTION, AGAIN_HERE, EASED, SUPPORT)
    yield from (each.text for each in essentials.ESSENTIALS)
    yield TEN_LINES[0]


@pytest.mark.parametrize("line", sorted(set(instructions())))
def test_an_instruction_has_eight_words_at_most(line: str) -> None:
    assert len(re.findall(r"[\w']+", line)) <= 8


def test_nobody_is_told_to_relax() -> None:
    assert not [line for line in {*instructions(), *at(1300.0).lines()} if "relax" in line.lower()]


def test_one_instruction_comes_at_a_time_in_the_first_twenty_seconds() -> None:
    assert [second for second, _ in at(20.0).said()] == [0, 6, 11, 16]


# --- promises ------------------------------------------------------------------------------------------------

ROWS = {mark.key: mark for item in ITEMS.values() for mark in item.marks if mark.short}
CALM = {item.key: REASSURING[item.key] for item in SCREEN if not item.marks} | {
    key: mark.calm for key, mark in ROWS.items()
}
VALUES = {key: [choice.value for choice in KNOWN.by_key[key].choices] for key in CALM}
SHEETS = st.fixed_dictionaries({key: st.sampled_from([*values, *[CALM[key]] * 6]) for key, values in VALUES.items()})
MOVES = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from([None, None, *Command, *[C.GONE] * 3]),
            st.sampled_from(["answer"] * 2 + ["bed", "tomorrow", "yes", "no", "not_sure"]).map(Answer),
            st.sampled_from([Notice("Gone.", voiced=False), Notice("Back.", voiced=True), SpeechEnded(0)]),
        ),
        st.sampled_from([0.0, 0.4, 2.0, 6.0, 9.0, 21.0, 60.0, 170.0]),
    ),
    max_size=30,
)


def rubbing(run: Rehearsal) -> bool:
    return any(
        re.search(r"\brub|\bstrokes\b", line.lower())
        for line in run.lines()
        if line not in NO_RUBBING and not re.search(r"(don't|not be) rub", line.lower())
    )


NO_RUBBING = {PUT_OFF, OPEN_LINE, LINES[Level.SAME_DAY].format(
    same_day_service=triage.HelpWords().same_day_service, emergency_number=triage.HelpWords().emergency_number,
)}  # fmt: skip


def watch(run: Rehearsal) -> None:
    scene = run.scene()
    assert scene == run.scene(), "looking changes nothing"
    assert scene.left is None or 0.0 <= scene.left <= scene.seconds + 1e-6
    assert 0.0 <= scene.progress <= 1.0 and scene.clock >= 0.0
    assert not scene.done or scene.allowed <= {C.BACK}
    assert not scene.done or scene.question is None
    assert run.coach.deadline is None or run.coach.deadline >= run.now - 1e-9


def play(run: Rehearsal, sheet: dict[str, str], moves: list[tuple[Event | None, float]]) -> None:
    """Send all moves; ``answer`` stands for what the sheet says to the open question."""
    run.run(until=0.0)
    for event, pause in moves:
        question = run.scene().question
        if event == Answer("answer") and question:
            run.send(Answer("bed") if question.key == "place" else respond(question, sheet))
        elif event is not None:
            run.send(event)
        watch(run)
        run.run(until=run.now + pause)
        watch(run)


@settings(max_examples=100)
@given(SHEETS, MOVES, st.booleans())
def test_whatever_is_said_it_never_raises_and_can_always_be_ended(
    sheet: dict[str, str], moves: list[tuple[Event | None, float]], rehearse: bool
) -> None:
    run = relief(rehearse=rehearse)
    play(run, sheet, moves)
    for _ in range(2):
        run.send(C.STOP)
        run.run(until=run.now + 1.0)
    assert run.scene().done
    run.run()
    assert run.coach.done
    numbers = [effect.utterance for _, effect in run.effects if isinstance(effect, Say)]
    assert numbers == sorted(set(numbers))


STRETCHING = {
    line
    for phase in (Phase.HOLD, Phase.VARIANT, Phase.LIGHT, Phase.BREATHE, Phase.OPENING)
    for number in (1, 2, 3)
    for place in positions.VARIANTS
    for cycle in (0, 1)
    for _, line in script.stage(phase, number, place, cycle).lines
}


@settings(max_examples=150)
@given(SHEETS, MOVES, st.sampled_from([0.0, 30.0, 143.0, 590.0]))
def test_after_a_stop_nothing_is_stretched_before_the_questions(
    sheet: dict[str, str], moves: list[tuple[Event | None, float]], moment: float
) -> None:
    run = at(moment)
    play(run, sheet, moves)
    run.run(until=run.now + 60.0)
    barred = False
    for _, effect in run.effects:
        if isinstance(effect, Fact):
            twice = isinstance(effect, Worsened) and effect.times == 2
            barred = (barred or twice or isinstance(effect, Stopped)) and not isinstance(effect, Judged | Returned)
        elif isinstance(effect, Say) and effect.text in STRETCHING:
            assert not barred, effect.text


@settings(max_examples=100)
@given(SHEETS, MOVES, st.sampled_from([0.0, 143.0, 560.0]))
def test_an_answer_that_bars_stretching_ends_the_session_and_its_advice_is_heard(
    sheet: dict[str, str], moves: list[tuple[Event | None, float]], moment: float
) -> None:
    run = at(moment)
    play(run, sheet, moves)
    run.run(until=run.now + 60.0)
    for index, (_, effect) in enumerate(run.effects):
        if isinstance(effect, Judged):
            others = {*effect.rules} - {"R21", "DRINK", "RECHECK", "R13", "RETURN"}
            if effect.level in ("SAME_DAY", "EMERGENCY") and others:
                after = [effect for _, effect in run.effects[index:]]
                if any(isinstance(e, Reopened) for e in after):
                    return  # a slip may be taken back; what silence makes of it is a promise of its own, below
                assert run.scene().done
                assert not [e for e in after if isinstance(e, Say) and e.text in STRETCHING]
                line = LINES[Level[effect.level]].partition("{")[0]
                if "OPENING" in others and effect.level == "SAME_DAY":
                    line = ALARM
                said = [e for e in after if isinstance(e, Hush | Say)]
                spoken = [i for i, e in enumerate(said) if isinstance(e, Say) and e.text.startswith((line, LEAVE))]
                assert spoken and not [e for e in said[spoken[-1] :] if isinstance(e, Hush)]


ONE_LEG_SWOLLEN = dict(
    pair.split("=", 1)
    for pair in """leg_compared=yes cold_since=hours_days can_walk4=yes can_tiptoe=yes
numb_since=hours_days
urine_seen=yes keep_fluids=yes cooled_30=yes rf_chest=no rf_faint_confused=no one_sided=no
bleeding=no saddle_bladder.numb=no saddle_bladder.bladder=no swelling=one_leg hot_colour=yes
hard_to_tell=yes cold_pale=yes hard_sore_vein=yes toxin_or_wound.wound=yes injury=none strain=yes
crushed=no deformity=no walk4_now=yes cast_tight=no constant_pain=yes tight_hard=no numb_weak=yes
pain_beyond=no foot_drop=yes both_legs_weak=no widespread=yes tingle_hands.lock=yes jaw_stiff=yes
fever=yes vomit_diarrhoea=none heat_ill=none urine=normal""".split()
)
"""A sheet that is for the same day, whatever was meant by going back from it."""


@example(ONE_LEG_SWOLLEN, False, [(C.GONE, 0.0)])
@example(ONE_LEG_SWOLLEN, True, [(C.WORSE, 0.0)])
@settings(max_examples=100)
@given(
    SHEETS,
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from(
                [None, C.BACK, C.AGAIN, C.SAME, C.NEXT, C.GONE, C.WORSE, C.STOP, Answer("tomorrow"), SpeechEnded(0)]
            ),
            st.sampled_from([0.0, 2.0, 21.0]),
        ),
        max_size=6,
    ),
)
def test_who_goes_back_from_a_result_and_answers_nothing_is_told_it_again(
    sheet: dict[str, str], gone: bool, moves: list[tuple[Event | None, float]]
) -> None:
    run = at(143.0)
    run.send(C.GONE if gone else Tick())
    while not run.scene().done and run.now < 700:
        play(run, sheet, [(Answer("answer"), 2.0)])
    told = [effect for _, effect in run.effects if isinstance(effect, Judged)][-1:]
    if not (told and told[0].level in ("SAME_DAY", "EMERGENCY")):
        return
    before = len(run.effects)
    play(run, sheet, [(C.BACK, 0.0), *moves])
    run.run(until=run.now + 600.0)
    again = [effect for _, effect in run.effects if isinstance(effect, Judged)][-1]
    assert run.scene().done and again.level and Level[again.level] >= Level[told[0].level]
    assert not [e for _, e in run.effects[before:] if isinstance(e, Say) and e.text in STRETCHING]


def test_without_any_questions_the_protocol_goes_on() -> None:
    run = relief(known=NOTHING).run(until=604.0)
    assert TEN in run.lines() and PLACE_QUESTION in run.lines()
    calm = relief(known=NOTHING).run(until=30.0)
    calm.send(C.GONE)
    calm.run()
    assert calm.coach.done and RUB not in calm.lines()


@settings(max_examples=150)
@given(SHEETS, MOVES)
def test_nothing_is_rubbed_unless_the_clot_and_injury_questions_were_answered_no(
    sheet: dict[str, str], moves: list[tuple[Event | None, float]]
) -> None:
    run = relief()
    play(run, sheet, moves)
    run.run(until=run.now + 400.0)
    given_ = {log["key"]: log["value"] for log in run.logged("answer")}
    if rubbing(run):
        assert (given_.get("injury"), given_.get("swelling")) == ("none", "none")
        assert given_.get("hot_colour") == given_.get("cold_pale") == given_.get("jaw_stiff") == "no"


@settings(max_examples=100)
@given(SHEETS, st.sampled_from(CRAMPING))
def test_after_a_whole_screen_rubbing_follows_the_answers(sheet: dict[str, str], moment: float) -> None:
    run = at(moment)
    run.send(C.GONE)
    reply(run, sheet, patience=120.0)
    run.run(until=run.now + 120.0)
    given_ = {str(log["key"]): str(log["value"]) for log in run.logged("answer")}
    allowed = triage.judge(KNOWN, given_, triage.HelpWords())
    assert rubbing(run) is allowed.massage_allowed
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is allowed.level


@settings(max_examples=100)
@given(SHEETS, MOVES)
def test_a_command_that_means_nothing_now_changes_nothing(
    sheet: dict[str, str], moves: list[tuple[Event | None, float]]
) -> None:
    run = relief()
    play(run, sheet, moves)
    run.send(Tick())
    scene = run.scene()
    for command in set(Command) - scene.allowed:
        assert run.send(command) == []
        assert run.scene() == scene


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from([C.PAUSE, C.RESUME, C.NEXT, C.SAME, C.BACK, C.HOW, None]), st.floats(0, 90))))
def test_whoever_never_says_gone_or_stop_is_sent_for_help_at_ten_minutes(
    moves: list[tuple[Command | None, float]],
) -> None:
    run = relief().run(until=0.0)
    for command, pause in moves:
        if command:
            run.send(command)
        run.run(until=run.now + pause)
    run.run(until=max(run.now, 601.0))
    assert [second for second, text in run.said() if text == TEN_SAID[0]] == [600.0]
