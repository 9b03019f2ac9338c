"""What a cramp must never do: reassure who said that something is wrong, or be hurried by a key that slipped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import relief, respond
from rehearsal import Rehearsal

from stretchcoach.core import essentials, script, triage
from stretchcoach.core.messages import Answer, Command, Event, Heard, Kind, Level, Say, Stray
from stretchcoach.core.phase import Phase
from stretchcoach.core.verdict import FLAG
from stretchcoach.words.cramp import ALARM_LINE, PUT_OFF
from stretchcoach.words.first_lines import ACTION, SAFETY
from stretchcoach.words.questions import ANYWHERE, LINES

C = Command
ALARM = ALARM_LINE.format(emergency_number=ANYWHERE)
PROMPTED = [0.3, 3.0, 6.2, 9.0, 20.0, 35.0]
OPENERS: list[Event] = [C.STOP, C.YES, C.ALARM]


def flagged(moment: float, event: Event) -> Rehearsal:
    run = relief().run(until=moment)
    run.send(event)
    return run


# --- the safety line was answered ----------------------------------------------------------------------------


@pytest.mark.parametrize("event", OPENERS)
@pytest.mark.parametrize("moment", PROMPTED)
def test_the_number_is_said_and_shown_at_once_and_then_it_is_asked_which(moment: float, event: Event) -> None:
    run = flagged(moment, event)
    assert run.lines()[-1] == ALARM
    scene = run.scene()
    assert ANYWHERE in scene.instruction
    assert run.logged("answer") == [{"key": FLAG, "value": "yes"}]
    run.run(until=moment + 11.5)
    question = run.scene().question
    assert question is not None and question.key == "list_now" and ANYWHERE in run.scene().aside


@pytest.mark.parametrize("later", [Answer("tomorrow"), C.LATER])
def test_what_is_urgent_is_not_put_off_until_the_morning(later: Event) -> None:
    run = relief().run(until=20.0)
    run.send(C.GONE)
    run.run(until=25.0)
    run.send(C.ALARM)
    run.run(until=28.0 if later is C.LATER else 45.0)
    before = len(run.lines())
    run.send(later)
    run.run(until=60.0)
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SAME_DAY and run.scene().done
    assert outcome.line in run.lines()[before:] and PUT_OFF not in run.lines()


@pytest.mark.parametrize("text", ["my chest", "My chest hurts!", "I can't breathe"])
@pytest.mark.parametrize("moment", [12.0, 53.0, 140.0, 420.0])
def test_a_thing_that_is_named_counts_at_any_time_of_a_cramp(moment: float, text: str) -> None:
    run = relief().run(until=moment)
    asked = run.scene().question
    run.send(Heard(text, moment, moment + 0.4, clear=True))
    outcome = run.scene().outcome
    assert (outcome is not None and outcome.level is Level.EMERGENCY) if asked else run.lines()[-1] == ALARM


@pytest.mark.parametrize("event", OPENERS)
@pytest.mark.parametrize("moment", PROMPTED)
def test_silence_after_it_is_never_green(moment: float, event: Event) -> None:
    run = flagged(moment, event).run()
    outcome = run.scene().outcome
    assert run.coach.done and outcome is not None
    assert outcome.level >= Level.SAME_DAY and outcome.unfinished and not outcome.stretch_allowed
    assert outcome.line in run.lines() and ANYWHERE in outcome.line
    assert {log["level"] for log in run.logged("outcome")} == {"SAME_DAY"}


ANSWERS = st.lists(st.sampled_from(["yes", "no", "not_sure", "reassuring", "skip", "gone", "stop", ""]), max_size=14)


@settings(max_examples=150)
@given(st.sampled_from(PROMPTED), st.sampled_from(OPENERS), ANSWERS)
def test_only_a_no_to_each_of_its_things_takes_it_back(moment: float, event: Event, said: list[str]) -> None:
    run = flagged(moment, event)
    for word in said:
        run.run(until=run.now + 4.0)
        question = run.scene().question
        if word in ("skip", "gone", "stop"):
            run.send({"skip": C.NEXT, "gone": C.GONE, "stop": C.STOP}[word])
        elif word and question:
            run.send(respond(question) if word == "reassuring" else Answer(word))
    run.run()
    told = {log["key"]: log["value"] for log in run.logged("answer")}
    outcome = run.scene().outcome
    assert outcome is not None
    if told.get("rf_chest") != "no" or told.get("injury") != "none":
        assert outcome.level >= Level.SAME_DAY


def test_who_pressed_it_by_mistake_and_denies_all_may_look_after_it_at_home() -> None:
    run = flagged(3.0, C.STOP)
    while not run.scene().done and run.now < 300:
        question = run.scene().question
        if question:
            run.send(respond(question))
        run.run(until=run.now + 1.0)
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SELF_CARE and not outcome.unfinished


def test_after_the_first_hold_yes_means_nothing_and_stop_only_stops() -> None:
    run = relief().run(until=50.0)
    assert C.YES not in run.scene().allowed and not run.scene().aside
    run.send(C.STOP)
    assert ALARM not in run.lines()


@pytest.mark.parametrize("event", [None, C.GONE, C.STOP])
def test_with_a_safety_question_open_the_end_does_not_reassure(event: Command | None) -> None:
    run = relief().run(until=50.0)
    if event:
        run.send(event)
    run.run(until=590.0)
    outcome = run.scene().outcome
    assert outcome is None or (outcome.unfinished and LINES[Level.SELF_CARE] not in run.lines())
    assert not [log for log in run.logged("outcome") if log["level"] == "SELF_CARE"]


# --- keys that slip ------------------------------------------------------------------------------------------

HARMLESS = sorted(set(C) - {C.GONE, C.WORSE, C.STOP, C.YES, C.ALARM, C.PAUSE}, key=str)
MASHED = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(HARMLESS), st.builds(Stray, st.booleans())),
        st.sampled_from([0.05, 0.2, 0.5, 1.1, 3.0, 7.0]),
    ),
    max_size=60,
)


@settings(max_examples=150)
@given(MASHED)
def test_hammered_keys_end_no_hold_start_no_question_and_lose_no_instruction(keys: list[tuple[Event, float]]) -> None:
    run = relief().run(until=0.0)
    for event, pause in keys:
        name, left = run.scene().name, run.scene().left or 0.0
        run.send(event)
        assert run.scene().kind is not Kind.ASK or name in (Phase.SAFETY_CHECK.value, Phase.PLACE.value)
        if name == Phase.HOLD.value:
            assert run.scene().name == name and run.scene().left == pytest.approx(left)
        run.run(until=run.now + pause)
    run.run(until=max(run.now, 130.0))
    said = run.lines()
    holds = [script.first_hold().lines[1][1], *(script.stage(Phase.HOLD, number).lines[0][1] for number in (2, 3))]
    assert said[0] == ACTION and SAFETY in said
    assert [line for line in dict.fromkeys(said) if line in holds] == holds
    assert not run.logged("stopped")


def test_any_key_goes_on_from_the_first_line_without_cutting_it() -> None:
    run = relief().run(until=1.0)
    assert run.send(Stray()) == []
    assert run.scene().name == Phase.HOLD.value
    run.run(until=5.0)
    assert run.lines() == [ACTION, SAFETY]


def test_a_letter_of_another_script_after_the_safety_line_asks_again_once() -> None:
    run = relief().run(until=12.0)
    for _ in range(4):
        run.send(Stray(letter=True))
        run.run(until=run.now + 2.0)
    assert run.lines().count(SAFETY) == 2
    run.run(until=50.0)
    said = len(run.lines())
    run.send(Stray(letter=True))
    assert len(run.lines()) == said


def test_a_key_wakes_a_cramp_that_was_paused_by_a_slip() -> None:
    run = relief().run(until=20.0)
    run.send(C.PAUSE)
    run.run(until=25.0)
    run.send(Stray())
    assert not run.scene().paused and run.scene().name == Phase.HOLD.value


def test_replies_to_hammered_keys_do_not_pile_up() -> None:
    run = relief().run(until=50.0)
    for _ in range(30):
        for event in (C.LEFT, C.RIGHT, C.HOW, C.TIME):
            run.send(event)
    run.run(until=57.0)
    said = len([line for line in run.lines() if "leg." in line or "since" in line])
    assert said < 5


# --- the end -------------------------------------------------------------------------------------------------


def test_who_falls_asleep_after_gone_is_left_alone_soon() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    run.run()
    assert run.coach.done and run.now - 65.0 < 75.0
    assert run.logged("put_off")


@pytest.mark.parametrize("after", [0.5, 10.0, 20.0, 29.0])
def test_one_key_after_gone_leaves_the_rest_for_the_morning(after: float) -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    run.run(until=65.0 + after)
    run.send(C.LATER)
    assert PUT_OFF in run.lines() and run.logged("put_off")
    run.run()
    assert run.now - 65.0 - after < 15.0


def test_three_taps_write_the_essentials() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    run.send(C.LATER)
    for key, value in (("side", "left"), ("severity", "7"), ("woke", "yes")):
        run.run(until=run.now + 3.0)
        question = run.scene().question
        assert question is not None and question.key == key
        run.send(Answer(value))
    run.run()
    told = {log["key"]: log["value"] for log in run.logged("answer")}
    assert told == {"side": "left", "severity": "7", "woke": "yes"}
    assert run.logged("end")[0]["side"] == "left"


@pytest.mark.parametrize("skipped", range(3))
def test_each_of_the_three_can_be_left_out(skipped: int) -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    run.send(C.LATER)
    for number, asked in enumerate(essentials.ESSENTIALS):
        run.run(until=run.now + 1.0)
        assert run.scene().question == asked
        run.send(C.NEXT if number == skipped else Answer(asked.choices[0].value))
    assert run.scene().done
    assert len(run.logged("answer")) == 2


def test_a_leg_that_is_known_is_not_asked_for() -> None:
    run = relief().run(until=65.0)
    run.send(C.RIGHT)
    run.send(C.GONE)
    run.send(C.LATER)
    assert run.scene().question == essentials.ESSENTIALS[1]


def test_ten_minutes_give_one_instruction_and_say_whom_to_call() -> None:
    run = relief().run(until=1150.0)
    words = triage.HelpWords()
    after = [effect.text for at, effect in run.effects if isinstance(effect, Say) and at >= 600.0]
    assert not [line for line in after if "toes" in line.lower()]
    scene = run.scene()
    assert words.call_today in scene.instruction and ANYWHERE in scene.aside
    assert any(words.same_day_service in line for line in after) and "toes" not in scene.instruction.lower()
    run.send(C.GONE)
    run.run(until=1160.0)
    assert run.scene().kind is Kind.ASK


@pytest.mark.parametrize("slip", [{"rf_chest": "yes"}, {"deformity": "yes"}], ids=lambda slip: next(iter(slip)))
@pytest.mark.parametrize("command", [C.STOP, C.GONE])
def test_a_result_that_was_reached_by_a_slip_can_be_gone_back_from(slip: dict[str, str], command: Command) -> None:
    run = relief().run(until=60.0)
    run.send(command)
    run.run(until=95.0 if command is C.GONE else 69.0)
    last = ""
    while (question := run.scene().question) is not None:
        last = question.key
        run.send(respond(question, slip))
    outcome = run.scene().outcome
    assert run.scene().done and outcome is not None and outcome.level is Level.EMERGENCY
    run.run()
    assert run.scene().allowed == {C.BACK}
    run.now += 30.0
    run.send(C.BACK)
    question = run.scene().question
    assert not run.scene().done and run.scene().outcome is None
    assert question is not None and question.key == last
    while not run.scene().done and run.now < 900.0:
        question = run.scene().question
        if question:
            run.send(respond(question) if question.key.startswith("list_") else C.NEXT)
        run.run(until=run.now + 1.0)
    assert run.logged("reopened") and run.logged("end")[-1]["level"] == "SELF_CARE"
