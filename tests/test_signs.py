"""What a person tells unasked that is more than a cramp: heard in their own words, and never lost on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import CALF, plan
from rehearsal import Rehearsal

from stretchcoach import library
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Answer, Choice, Command, Heard, Question, Row, Say
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.phrases import ALARMING, SIGNS, TOLD, understand
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.core.triage import HelpWords, judge
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.meaning import readings
from stretchcoach.grammar.signs import sign_sayings
from stretchcoach.words.cramp import ALARM_LINE, ALARM_SHOWN
from stretchcoach.words.routine import BROKEN_OFF

CRAMP = frozenset(Command) - {Command.UNWELL}
ROUTINE = frozenset(Command) - {Command.ALARM, Command.YES, Command.LATER}
YES_NO = (Choice("yes", "[Y]es", "y"), Choice("no", "[N]o", "n"), Choice("not_sure", "Not s[u]re", "u"))
KIND = ("oh god ", "yes, ", "no, ", "sorry, ", "please, ", "")


def patterns(sign: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(sign_sayings.SAID[sign]) if words])


LEG = st.builds(
    "{} {} {} {}".format,
    st.sampled_from([" ".join(words) for words in expanded(sign_sayings.PARTS)]),
    st.sampled_from(["is", "has gone", "feels", "looks", "is getting", "has"]),
    st.sampled_from(["", "a bit", "really", "all", "so"]),
    st.sampled_from(["swollen", "swollen and hot", "burning hot", "red", "numb", "cold and numb", "going red"]),
)
SAID = st.one_of(LEG, *(patterns(sign) for sign in ALARMING & sign_sayings.SAID.keys()))


@given(SAID, st.sampled_from(KIND))
def test_in_a_cramp_it_is_asked_about_at_once_and_a_routine_ends(said: str, before: str) -> None:
    assert understand(before + said, CRAMP) is Command.ALARM
    assert understand(before + said, ROUTINE) is Command.UNWELL


@given(SAID)
def test_a_question_about_something_else_does_not_take_it_for_its_answer(said: str) -> None:
    about_else = Question("sleep_cut", "Was your sleep cut short?", YES_NO)
    for text in (said, f"yes {said}", f"no {said}"):
        assert understand(text, CRAMP, about_else) is Command.ALARM


@given(SAID)
def test_it_never_says_that_something_is_gone_or_not_so(said: str) -> None:
    assert not {"gone", "better", "no", "none"} & {*readings(said)}


@given(LEG, st.sampled_from(["not", "never", "no longer"]))
def test_what_is_denied_is_not_told(said: str, denial: str) -> None:
    words = said.split()
    at = next(at for at, word in enumerate(words) if word in ("is", "has", "feels", "looks")) + 1
    denied = " ".join([*words[:at], denial, *words[at:]])
    assert understand(denied, CRAMP) is not Command.ALARM


@pytest.mark.parametrize(
    "said", ["my legs are hot", "both legs are really cold", "my feet are freezing", "it's hot in here"]
)
def test_what_most_often_means_nothing_is_no_alarm(said: str) -> None:
    assert understand(said, CRAMP) is None and understand(said, ROUTINE) is None


@pytest.mark.parametrize("label", SIGNS)
def test_where_it_is_asked_for_it_ticks_its_row_or_is_a_yes(label: str) -> None:
    phrase, row = SIGNS[label]
    mark_id = row if "=" in row else f"{row}=yes"
    lists = [item for item in library.knowledge().items if mark_id in {mark.id for mark in item.marks}]
    assert lists, "no list asks for it"
    for item in lists:
        rows = tuple(Row(mark.id, mark.label) for mark in item.marks)
        assert understand(phrase, CRAMP, Question(item.key, item.ask, YES_NO, rows=rows)) == Answer(mark_id)
    key, _, value = row.partition("=")
    if not value:
        assert understand(phrase, CRAMP, Question(key, "?", YES_NO)) == Answer("yes")


def test_a_routine_that_is_told_of_it_says_whom_to_call_before_all_else() -> None:
    mouth = Mouth()
    player = RoutinePlayer(plan(CALF), mouth, call="112")
    run = Rehearsal(Coach(player, mouth)).run(until=20.0)
    run.send(Heard("i think i'm going to faint", 20.0, 20.5))
    run.run(until=40.0)
    said = [effect.text for at, effect in run.effects if at >= 20.0 and isinstance(effect, Say)]
    assert said[:2] == [ALARM_LINE.format(emergency_number="112"), BROKEN_OFF]
    scene = run.scene()
    assert scene.done and scene.stopped and scene.aside == ALARM_SHOWN.format(emergency_number="112")
    run.send(Command.RESUME)
    assert not run.scene().done


def test_the_number_is_that_of_the_country() -> None:
    setup = Setup(Played.ROUTINE, words=HelpWords(emergency_number="000"))
    run = Rehearsal(coach(setup, plan=plan(CALF))).run(until=10.0)
    run.send(Command.UNWELL)
    assert run.scene().aside == ALARM_SHOWN.format(emergency_number="000")


@settings(max_examples=40)
@given(st.sampled_from(sorted(ALARMING & TOLD.keys())), st.integers(0, 14))
def test_told_in_the_middle_of_other_questions_it_counts_whatever_was_answered_before(sign: str, before: int) -> None:
    key, _, value = TOLD[sign].partition("=")
    run = Rehearsal(coach(Setup(Played.QUESTIONS), library.knowledge())).run(until=5.0)
    for _ in range(before):
        _answer(run)
    question = run.scene().question
    if question is None:
        return
    meant = understand(sign, run.scene().allowed, question)
    assert meant == Answer(TOLD[sign])
    run.send(meant)
    assert run.coach.view(run.now).outcome or run.logged("answer")[-1] == {"key": key, "value": value}
    while not run.scene().outcome:
        _answer(run)
    found = run.scene().outcome
    assert found and found.level >= judge(library.knowledge(), {key: value}, HelpWords()).level


def _answer(run: Rehearsal) -> None:
    """As somebody answers to whom nothing applies."""
    question = run.scene().question
    if question is not None:
        calm = [each.value for each in question.choices if each.value in ("none", "no", "normal")]
        run.send(Answer(calm[0] if calm else question.choices[0].value))
    run.run(until=run.now + 1.0)


@given(st.sampled_from(["i feel faint", "my chest hurts", "i can't breathe"]), st.sampled_from(["stop", "please stop"]))
def test_stop_stops_whatever_is_told_with_it(said: str, stop: str) -> None:
    question = Question("sleep_cut", "Was your sleep cut short?", YES_NO)
    for text in (f"{stop} {said}", f"{said} {stop}"):
        assert understand(text, CRAMP, question) in (Command.STOP, Command.ALARM)
        assert understand(text, frozenset({Command.STOP}), question) is Command.STOP


@pytest.mark.parametrize(
    ("said", "sign"),
    [("well it's my calf, it's gone red and it's all puffed up", "my leg is swollen"),
     ("there's this crushing feeling across my chest", "my chest hurts"),
     ("I'm having real trouble breathing", "my chest hurts"),
     ("um I do get chest pains with it", "my chest hurts"), ("oh I've come over all dizzy", "i feel faint"),
     ("I think I'm about to keel over", "i feel faint"), ("I can't really feel my left foot", "my foot is numb"),
     ("the whole leg has gone sort of numb", "my foot is numb"),
     ("one leg is bigger than the other", "my leg is swollen"),
     ("something just went snap at the back of my heel", "something popped"),
     ("there was a crack in my calf and now it hurts", "something popped")],
)  # fmt: skip
def test_a_sign_is_heard_among_words_that_nobody_could_list(said: str, sign: str) -> None:
    assert sign in readings(said)
    assert understand(said, CRAMP) is Command.ALARM
    assert understand(f"no, {said}", ROUTINE) is Command.UNWELL


@pytest.mark.parametrize(
    "said",
    ["no my leg isn't swollen", "it's not hard to breathe", "I'm not dizzy", "he can't feel his foot",
     "your leg is hot",
     "my calf has never been swollen or hot", "the coffee is hot", "I can't feel my leg getting better",
     "a crack in the wall", "my mum's leg was swollen", "she said she felt faint",
     "I have no pain in my chest", "put it on your chest"],
)  # fmt: skip
def test_a_sign_that_is_denied_or_of_somebody_else_is_none(said: str) -> None:
    assert understand(said, CRAMP) is not Command.ALARM
