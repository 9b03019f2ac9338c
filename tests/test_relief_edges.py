"""The cramp protocol where two things happen at once: stops, returns, late lines, practice."""

import pytest
from parts import SCREEN, relief, respond
from rehearsal import Rehearsal

from stretchcoach.core import script
from stretchcoach.core.messages import Answer, Command, Hush, Kind, Level, Say
from stretchcoach.grammar.meaning import tidy
from stretchcoach.words.cramp import HEARD
from stretchcoach.words.questions import LINES, WATCH

C = Command
ITEMS = {item.key: item for item in SCREEN}


def reply(run: Rehearsal, replies: dict[str, str] | None = None, until: float = 400.0) -> None:
    """Answer every question as it opens, reassuringly unless told otherwise."""
    while run.now < until and not run.scene().done:
        question = run.scene().question
        if question and question.key in ("side", "severity", "woke"):
            run.send(C.NEXT)
        elif question and question.key not in ("place", "follow_up"):
            run.send(respond(question, replies))
        else:
            run.run(until=run.now + 0.5)


def heard(run: Rehearsal) -> list[str]:
    """The lines that were not silenced in the moment they began."""
    kept: list[tuple[float, str]] = []
    for at, effect in run.effects:
        if isinstance(effect, Hush):
            kept = [line for line in kept if line[0] < at]
        elif isinstance(effect, Say):
            kept.append((at, effect.text))
    return [text for _, text in kept]


def test_a_cramp_that_came_back_is_held_toes_up_wherever_the_person_is() -> None:
    run = relief().run(until=140.0)
    while run.now < 250.0:
        asked = run.scene().question
        if asked and asked.key == "place":
            break
        if asked:
            run.send(respond(asked))
        else:
            run.run(until=run.now + 0.5)
    run.send(Answer("chair"))
    run.run(until=run.now + 5.0)
    run.send(C.GONE)
    run.run(until=run.now + 3.0)
    run.send(C.WORSE)
    run.run(until=run.now + 3.0)
    run.send(C.GONE)
    assert [fact["position"] for fact in run.logged("released")] == ["chair", "lying"]


def test_a_key_that_comes_in_the_moment_of_the_end_does_not_silence_what_the_end_says() -> None:
    run = relief().run(until=7.0)
    run.send(C.ALARM)
    run.run(until=20.0)
    run.send(C.NEXT)
    run.now = 700.0  # the machine slept past the ten minutes, and is woken by a key
    run.send(C.BACK)
    assert run.scene().done and any("call" in line for line in heard(run)[-3:])


# --- ten minutes while the questions of a stop are open ------------------------------------------------------


@pytest.mark.parametrize(
    "replies",
    [{"injury": "pop_snap"}, {"cold_pale": "yes"}, {"hot_colour": "yes"}, {"injury": "knock_fall"}],
    ids=lambda replies: next(iter(replies)),
)
def test_ten_minutes_in_mid_screen_tell_the_advice_of_the_answers_and_not_to_go_on(replies: dict[str, str]) -> None:
    """``_ten_minutes`` concludes, and then hushes that conclusion and enters KEEP, on a session that is done."""
    run = relief().run(until=586.0)
    run.send(C.STOP)
    asked = run.run(until=594.0).scene().question
    while asked and not any(row.id.startswith(f"{key}=") for key in replies for row in asked.rows):
        run.send(respond(asked))
        asked = run.scene().question
    assert asked is not None
    run.send(respond(asked, replies))
    # the question after the flagged one is still open at ten minutes
    while run.now < 600.5:
        run.run(until=run.now + 0.5)
        if run.scene().done:
            break
    outcome = run.scene().outcome
    assert outcome is not None and outcome.level is Level.SAME_DAY
    run.run()
    assert outcome.line in heard(run), "the advice for the level is silenced in the moment it begins"
    assert not any("Toes up" in line for line in heard(run)[heard(run).index(outcome.line) :])


def test_a_session_that_is_over_shows_no_hold_that_goes_on() -> None:
    run = relief().run(until=590.0)
    run.send(C.STOP)
    run.run(until=601.0)
    scene = run.scene()
    assert not (scene.done and scene.up is not None)


# --- after a stop, nothing is stretched ----------------------------------------------------------------------


@pytest.mark.parametrize("command", [C.STOP, C.WORSE])
def test_after_a_stop_the_questions_do_not_begin_with_keep_the_toes_up(command: Command) -> None:
    run = relief().run(until=30.0)
    run.send(command)
    if command is C.WORSE:
        run.send(command)
    stopped = run.now
    run.run(until=45.0)
    said = [effect.text for at, effect in run.effects if isinstance(effect, Say) and at >= stopped + 1]
    assert said and not any("toes up" in line.lower() for line in said)


@pytest.mark.parametrize("moment", [1.0, 7.0, 12.0])
def test_worse_after_a_stop_does_not_lead_back_into_the_hold(moment: float) -> None:
    run = relief().run(until=30.0)
    run.send(C.STOP)
    run.run(until=30.0 + moment)
    run.send(C.WORSE)
    for _ in range(30):
        run.run(until=run.now + 1.0)
        assert run.scene().kind is not Kind.HOLD


@pytest.mark.parametrize("command", [C.STOP, C.WORSE])
def test_gone_after_a_stop_asks_before_it_stretches_again(command: Command) -> None:
    run = relief().run(until=30.0)
    run.send(command)
    if command is C.WORSE:
        run.send(command)
    run.run(until=33.0)
    run.send(C.GONE)
    assert run.scene().kind is not Kind.HOLD


def test_stop_before_any_question_was_asked_asks_them_even_if_it_has_let_go() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    run.run(until=70.0)
    run.send(C.STOP)
    run.run(until=80.0)
    assert run.scene().question is not None


def test_after_a_stop_what_to_watch_for_is_told_as_promised() -> None:
    run = relief().run(until=30.0)
    run.send(C.STOP)
    reply(run)
    run.run()
    assert LINES[Level.SELF_CARE] in run.lines()
    assert WATCH in run.lines()


def test_worse_after_ten_minutes_does_not_begin_the_rounds_anew() -> None:
    run = relief().run(until=620.0)
    run.send(C.WORSE)
    for _ in range(40):
        run.run(until=run.now + 1.0)
        assert run.scene().kind is not Kind.HOLD


# --- practice ------------------------------------------------------------------------------------------------


def test_gone_in_a_practice_keeps_no_release() -> None:
    """The release would make a real cramp within ten minutes begin without the safety line."""
    run = relief(rehearse=True).run(until=30.0)
    run.send(C.GONE)
    run.run(until=35.0)
    run.send(C.WORSE)
    run.run(until=200.0)
    assert not run.logged("released") and not run.logged("returned")


def test_worse_twice_in_a_practice_asks_no_real_questions() -> None:
    run = relief(rehearse=True).run(until=30.0)
    run.send(C.WORSE)
    run.send(C.WORSE)
    run.run(until=60.0)
    assert run.scene().question is None and run.scene().outcome is None


# --- smaller ones --------------------------------------------------------------------------------------------


def test_back_in_a_pause_opens_the_question_before_and_goes_on() -> None:
    run = relief().run(until=144.0)
    run.send(Answer("no"))
    run.send(C.PAUSE)
    run.send(C.BACK)
    run.run(until=147.0)
    question = run.scene().question
    assert question is not None and not run.scene().paused
    assert question.text in run.lines()[-2:], "put once more, and its rows follow"


def test_a_late_line_of_a_phase_that_is_over_is_not_said_any_more() -> None:
    """A loudspeaker that never reports the end: the instruction for leg and toes comes when the hold is on."""
    run = relief(speaking=lambda _: -1.0).run(until=30.0)
    late = [at for at, text in run.said() if text == "Pull your toes up towards your shin."]
    assert all(at < 18.0 for at in late)


def test_an_all_clear_is_told() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    reply(run)
    run.run()
    assert LINES[Level.SELF_CARE] in run.lines()


def test_a_new_cramp_does_not_show_the_outcome_of_the_one_before() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    reply(run, until=200.0)
    run.run(until=210.0)
    run.send(C.WORSE)
    assert run.scene().outcome is None


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["Silence is fine too. I go on.", ITEMS["cooled_30"].why])
def test_no_line_of_the_coach_holds_a_command_phrase(line: str) -> None:
    said = {*script.lines_ahead(rehearse=True), *(item.why for item in ITEMS.values())}
    assert line not in said or not any(f" {word} " in f" {tidy(line)} " for word in ("go on", "help"))


def test_skipping_questions_is_not_silence() -> None:
    run = relief().run(until=65.0)
    run.send(C.GONE)
    asked: list[str] = []
    for _ in range(200):
        run.run(until=run.now + 0.5)
        question = run.scene().question
        if question and len(asked) < 5:
            asked.append(question.key)
            run.send(C.NEXT)
    assert asked == ["list_now", "list_leg", "list_start", "list_feel", "list_body"]
    assert not any("Rub" in line for line in run.lines())


def test_words_are_asked_for_only_where_somebody_listens() -> None:
    deaf, hearing = (relief(listening=listening).run(until=70.0).lines() for listening in (False, True))
    assert not any("say" in tidy(line).split() for line in deaf)
    assert hearing[1].endswith("Say stop.") and "Say gone, same, or worse." in hearing
    assert [HEARD.get(line, line) for line in deaf] == hearing
