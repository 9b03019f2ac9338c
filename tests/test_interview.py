"""The follow-up talk: one question at a time, silence allowed, the level first, then what may have played a part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import prompt, respond
from rehearsal import Rehearsal

from stretchcoach.core.asking import TOMORROW
from stretchcoach.core.coach import Coach
from stretchcoach.core.commands import TABLE
from stretchcoach.core.essentials import ESSENTIALS
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import Answers, Item
from stretchcoach.core.messages import Answer, Command, Event, Heard, Kind, Level, Outcome, Side, Ticks
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.relief import Relief
from stretchcoach.core.triage import HelpWords
from stretchcoach.library import knowledge
from stretchcoach.words import cramp as cramp_words
from stretchcoach.words.questions import FAREWELL, LATER, LINES, OPENING, PART, UNKNOWN, WATCH

KNOWN = knowledge()
BY_KEY = {item.key: item for item in KNOWN.items}
CALM = {
    "injury": "none", "swelling": "none", "urine": "normal", "ill": "none", "can_walk4": "yes", "can_tiptoe": "yes",
    "keep_fluids": "yes", "clot_risk": "none", "stretch_effect": "eases", "pregnancy": "no", "activity": "other",
    "exercise_24h": "usual", "warmed_up": "na", "posture_kind": "none", "walk_pain": "no",
}  # fmt: skip
"""What says that all is well, where that is not *no*."""

PLAYED = PART.format(name="hard exercise or a tired muscle")


def talk(known: Answers | None = None, listening: bool = False) -> Rehearsal:
    mouth = Mouth()
    return Rehearsal(Coach(Interview(mouth, KNOWN, HelpWords(), known, listening), mouth), prompt)


def outcome(run: Rehearsal) -> Outcome:
    found = run.scene().outcome
    assert found is not None
    return found


def calm(key: str, values: tuple[str, ...]) -> str:
    """The answer that raises nothing."""
    for value in (CALM.get(key, "no"), "none", "no", "0", "2", "normal"):
        if value in values:
            return value
    return values[-1]


def answered(run: Rehearsal, replies: dict[str, str] | None = None) -> list[str]:
    """Answer everything; the keys that were asked."""
    asked: list[str] = []
    run.run(0.5)
    while (question := run.scene().question) is not None:
        asked.append(question.key)
        values = tuple(choice.value for choice in question.choices)
        answer = respond(question, replies)
        run.send(answer if question.rows else Answer((replies or {}).get(question.key, calm(question.key, values))))
        run.run(run.now + 0.5)
        assert len(asked) < 60
    return asked


def test_it_begins_with_the_safety_questions_and_says_each() -> None:
    run = talk()
    run.run(8)
    assert run.lines()[0] == OPENING
    assert run.scene().question and run.scene().question.key == "list_now"  # type: ignore[union-attr]
    assert run.lines()[1] == BY_KEY["list_now"].ask
    assert run.scene().talk and run.scene().kind is Kind.ASK


def test_an_ordinary_cramp_takes_sixteen_questions_and_ends_with_what_may_have_played_a_part() -> None:
    run = talk()
    asked = answered(run, {"activity": "just_after_exercise", "exercise_24h": "harder"})
    assert len(asked) <= 16
    run.run()
    found = outcome(run)
    assert found.level is Level.SELF_CARE
    assert found.causes and found.causes[0].id == "exercise_fatigue"
    said = run.lines()
    assert said.index(LINES[Level.SELF_CARE]) < said.index(PART.format(name="hard exercise or a tired muscle"))
    assert said[-1] == FAREWELL and run.coach.done


def test_what_is_known_is_not_asked_again() -> None:
    known: Answers = {"rf_chest": "no", "injury": "none", "meds": frozenset({"cholesterol"})}
    run = talk(known)
    run.run(5)
    question = run.scene().question
    assert question and not [row for row in question.rows if row.id.startswith("rf_chest")]
    answered(run)
    assert not [log for log in run.logged("answer") if str(log["key"]).startswith(("meds.", "injury", "rf_chest"))]


def test_an_emergency_ends_the_asking_at_once_and_is_said_first() -> None:
    run = talk()
    run.run(8)
    before = len(run.lines())
    question = run.scene().question
    assert question
    run.send(Ticks((question.rows[0].id,)))
    assert LINES[Level.EMERGENCY][:24] in run.lines()[before]
    run.run()
    assert outcome(run).level is Level.EMERGENCY and run.scene().done
    assert outcome(run).because == ("Because you said: chest pain, trouble breathing, or coughing up blood.",)
    assert outcome(run).because[0] in run.lines() and FAREWELL not in run.lines()


def test_a_result_reached_by_a_slip_can_be_gone_back_from() -> None:
    run = talk()
    run.run(8)
    question = run.scene().question
    assert question
    run.send(Ticks((question.rows[0].id,)))
    assert outcome(run).level is Level.EMERGENCY
    run.send(Command.BACK)
    again = run.scene().question
    assert again and again.key == "list_now" and [row.ticked for row in again.rows] == [True] + [False] * 8
    run.send(Answer("none"))
    assert run.scene().question and run.scene().outcome is None


@settings(max_examples=60)
@given(
    st.sampled_from([(number, row) for number in (0, 1) for row in range(4)]),
    st.lists(
        st.sampled_from([None, Command.BACK, Command.NEXT, Command.HOW, Answer("tomorrow"), Command.STOP]), max_size=5
    ),
)
def test_who_goes_back_from_a_result_and_answers_nothing_gets_it_again(
    sign: tuple[int, int], moves: list[Event | None]
) -> None:
    run = talk()
    run.run(0.5)
    for _ in range(sign[0]):
        run.send(Answer("none"))
    question = run.scene().question
    assert question
    run.send(Ticks((question.rows[sign[1]].id,)))
    answered(run)
    level = outcome(run).level
    for move in [Command.BACK, *moves]:
        if move:
            run.send(move)
        run.run(run.now + 3)
    run.run()
    assert run.coach.done and outcome(run).level >= level


def test_yes_to_a_list_asks_its_rows_one_by_one() -> None:
    run = talk()
    run.run(8)
    run.send(Answer("yes"))
    keys = []
    while (question := run.scene().question) and question.key != "list_leg":
        keys.append(question.key)
        run.send(Answer("no"))
    assert keys == [mark.key for mark in BY_KEY["list_now"].marks]


def test_it_is_told_which_of_about_how_many_it_is() -> None:
    run = talk()
    numbers = []
    run.run(5)
    while (question := run.scene().question) is not None:
        numbers.append((question.number, question.about))
        run.send(
            respond(question) if question.rows else Answer(calm(question.key, tuple(c.value for c in question.choices)))
        )
    assert [number for number, _ in numbers] == list(range(1, len(numbers) + 1))
    assert all(abs(about - len(numbers)) <= 2 for _, about in numbers) and numbers[-1][0] == numbers[-1][1]


def test_silence_twice_puts_the_rest_off_and_never_reassures() -> None:
    run = talk()
    run.run()
    assert LATER in run.lines()
    assert run.logged("put_off")
    assert UNKNOWN in run.lines() and LINES[Level.SELF_CARE] not in run.lines()
    assert not outcome(run).massage_allowed


def test_a_question_is_said_again_half_way_through_the_silence() -> None:
    run = talk()
    run.run(60)
    assert run.lines().count(BY_KEY["list_now"].ask) == 2


@pytest.mark.parametrize("value", ["tomorrow"])
def test_it_can_be_put_off(value: str) -> None:
    run = talk()
    run.run(5)
    run.send(Answer(value))
    run.run()
    assert run.logged("put_off") and run.coach.done


def test_back_takes_the_last_answer_back_and_skip_leaves_one_open() -> None:
    run = talk()
    run.run(5)
    run.send(Answer("none"))
    assert run.scene().question.key == "list_leg"  # type: ignore[union-attr]
    run.send(Command.BACK)
    assert run.scene().question.key == "list_now"  # type: ignore[union-attr]
    run.send(Command.NEXT)
    assert run.scene().question.key == "list_leg"  # type: ignore[union-attr]
    assert {"key": "rf_chest", "value": None} in run.logged("answer")[-9:]


def test_why_is_answered_and_the_question_stays() -> None:
    run = talk()
    run.run(34)
    run.send(Command.HOW)
    assert run.lines()[-1] == BY_KEY["list_now"].why
    assert run.scene().question.key == "list_now"  # type: ignore[union-attr]


def test_stop_judges_what_was_said_so_that_no_flag_is_lost() -> None:
    run = talk()
    run.run(5)
    run.send(Answer("none"))
    run.send(Ticks(("swelling=one_leg",)))
    run.send(Command.STOP)
    run.run()
    assert run.coach.done and outcome(run).level is Level.SAME_DAY


def test_by_voice_an_answer_over_the_coachs_own_voice_does_not_count() -> None:
    run = talk(listening=True)
    run.run(4.5)
    assert run.scene().speaking
    run.send(Heard("none", run.now - 0.3, run.now))
    assert run.scene().question.key == "list_now"  # type: ignore[union-attr]
    run.run(34)
    assert not run.scene().speaking
    run.send(Heard("none", run.now - 0.3, run.now))
    assert run.scene().question.key == "list_leg"  # type: ignore[union-attr]


def test_a_pause_stands_still_for_as_long_as_it_takes() -> None:
    run = talk()
    run.run(5)
    run.send(Command.PAUSE)
    run.run(500)
    assert run.scene().paused and run.scene().question.key == "list_now"  # type: ignore[union-attr]
    run.send(Command.RESUME)
    assert run.lines()[-1] == BY_KEY["list_now"].ask


@pytest.mark.parametrize("item", KNOWN.items, ids=lambda item: item.key)
def test_every_choice_can_be_reached_by_its_own_key(item: Item) -> None:
    keys = [choice.key for choice in (*item.choices, TOMORROW)]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(TABLE[Command.STOP].keys)


# --- after a cramp -------------------------------------------------------------------------------------------


def cramp(known: Answers | None = None) -> Rehearsal:
    """A cramp that has let go after ten seconds, all questions of the screen answered, up to the offer."""
    mouth = Mouth()
    relief = Relief(mouth, KNOWN, HelpWords(), Side.LEFT, known=known, follow_up=True)
    run = Rehearsal(Coach(relief, mouth), prompt)
    run.run(10)
    run.send(Command.GONE)
    taps = {each.key for each in ESSENTIALS}
    while (question := run.run(run.now + 0.5).scene().question) is None or question.key != "follow_up":
        if question is not None and question.key in taps:
            run.send(Command.NEXT)
        elif question is not None:
            run.send(
                respond(question)
                if question.rows
                else Answer(calm(question.key, tuple(choice.value for choice in question.choices)))
            )
        assert run.now < 600 and not run.scene().done
    return run


def test_after_the_after_care_the_talk_is_offered_and_yes_begins_it_without_asking_twice() -> None:
    run = cramp()
    answered_before = {str(fact["key"]) for fact in run.logged("answer")}
    run.send(Answer("yes"))
    asked = answered(run, {"activity": "lying", "posture_long": "yes"})
    later = [str(fact["key"]) for fact in run.logged("answer")]
    assert asked and len(later) == len(set(later)) and answered_before < set(later)
    assert len(asked) <= 18
    run.run()
    assert outcome(run).causes[0].id == "prolonged_posture"
    assert run.coach.done and run.logged("end")[-1]["level"] == "SELF_CARE"


@pytest.mark.parametrize("reply", ["tomorrow", ""])
def test_put_off_or_unanswered_it_waits_for_another_day(reply: str) -> None:
    run = cramp()
    if reply:
        run.send(Answer(reply))
    run.run()
    assert run.logged("put_off") and run.lines()[-1] == cramp_words.FAREWELL and run.coach.done
    assert run.lines().count(WATCH) == 1, "what was advised is not said anew"


def test_causes_are_left_to_the_talk_even_at_night() -> None:
    run = cramp({"night": "yes"})
    assert not outcome(run).causes
    run.send(Answer("no"))
    run.run()
    assert not outcome(run).causes


def test_no_means_no() -> None:
    run = cramp()
    run.send(Answer("no"))
    run.run()
    assert not run.logged("put_off") and run.lines()[-1] == cramp_words.FAREWELL and run.coach.done


def test_a_cramp_that_comes_back_in_the_middle_of_the_talk_takes_over() -> None:
    run = cramp()
    run.send(Answer("yes"))
    run.run(run.now + 5)
    run.send(Command.WORSE)
    assert not run.scene().talk and run.scene().kind is Kind.HOLD
    assert run.scene().clock < 1


def test_an_emergency_in_the_talk_ends_it_with_the_fixed_line() -> None:
    run = cramp()
    run.send(Answer("yes"))
    asked = answered(run, {"urine_seen": "yes", "tingle_hands.tingle": "yes", "rf_palpitations": "yes"})
    run.run()
    assert asked and outcome(run).level is Level.EMERGENCY
    assert run.coach.done and any(LINES[Level.EMERGENCY][:24] in line for line in run.lines())


def test_help_names_the_answers_first() -> None:
    run = talk()
    run.run(34)
    run.send(Command.HELP)
    assert run.lines()[-1] == (
        "A number ticks, Enter is done, 0 is none of these, the right arrow skips, the left arrow goes back, "
        "the question mark tells why and X stops."
    )
