"""Session or relief behind three calls: who is heard, and when it is only the coach's own echo."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parts import CALF, RAISES, relief, session
from rehearsal import Rehearsal

from stretchcoach.core import vocabulary
from stretchcoach.core.coach import Coach
from stretchcoach.core.commands import TABLE
from stretchcoach.core.knowledge import YES_NO
from stretchcoach.core.messages import (
    Answer,
    Barge,
    Command,
    Duck,
    Effect,
    Event,
    Fact,
    Heard,
    Hush,
    Kind,
    Microphone,
    MicState,
    Notice,
    Priority,
    Question,
    Say,
    Scene,
    SpeechEnded,
    Tick,
    Tune,
)
from stretchcoach.core.mouth import CLEAR_ECHO, ECHO, Mouth
from stretchcoach.core.phrases import SAFETY
from stretchcoach.core.record import RoutineStopped
from stretchcoach.words.cramp import CHECK_FIRST, HEARD, WORDS
from stretchcoach.words.first_lines import ACTION, SAFETY_HEARD
from stretchcoach.words.routine import GOODBYE

C = Command
NORMAL = [command for command in Command if command not in SAFETY]


@dataclass
class Still:
    """A play that stands still and notes what it is sent."""

    question: Question | None = None
    done: bool = False
    listening: bool = False
    deadline: float | None = None
    allowed: frozenset[Command] = frozenset(Command)
    sent: list[Event] = field(default_factory=list)

    def send(self, event: Event, now: float) -> None:
        """Take one event."""
        self.deadline = None if self.deadline is None else max(now, self.deadline)
        self.sent.append(event)

    def view(self, now: float) -> Scene:
        """What is to be seen."""
        return Scene("Still", question=self.question, clock=now, allowed=self.allowed)


def coach(line: str = "", question: Question | None = None, began: float = 10.0) -> tuple[Coach, Still]:
    """A coach that began to say ``line`` at ten seconds."""
    mouth, still = Mouth(), Still(question)
    if line:
        mouth.say(line, Priority.ACTION, began)
        mouth.drain()
    return Coach(still, mouth), still


def hear(coach: Coach, text: str, began: float) -> list[Effect]:
    return coach.send(Heard(text, began, began + 0.4), began + 0.6)


# --- the echo ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", Command)
def test_in_silence_every_command_is_heard(command: Command) -> None:
    for phrase in TABLE[command].phrases:
        subject, still = coach()
        hear(subject, phrase, 20.0)
        assert still.sent == [command]


@pytest.mark.parametrize("command", NORMAL)
@pytest.mark.parametrize("began", [10.0, 11.0, 12.0, 12.0 + ECHO])
def test_while_the_coach_speaks_and_half_a_second_after_other_words_are_its_echo(
    command: Command, began: float
) -> None:
    subject, still = coach("Heel down, toes up.")
    if began >= 12.0:
        subject.mouth.ended(1, 12.0)
    hear(subject, TABLE[command].phrases[0], began)
    assert still.sent == []


@pytest.mark.parametrize("command", NORMAL)
def test_a_word_that_began_before_or_half_a_second_after_the_line_is_the_persons(command: Command) -> None:
    for began in (9.9, 12.1 + ECHO):
        subject, still = coach("Heel down, toes up.")
        if began > 12.0:
            subject.mouth.ended(1, 12.0)
        hear(subject, TABLE[command].phrases[0], began)
        assert still.sent == [command]


@pytest.mark.parametrize("command", SAFETY)
@pytest.mark.parametrize("began", [10.0, 11.0, 12.0, 12.3])
def test_the_safety_words_get_through_while_the_coach_speaks(command: Command, began: float) -> None:
    for phrase in TABLE[command].phrases:
        subject, still = coach("Heel down, toes up.")
        if began >= 12.0:
            subject.mouth.ended(1, 12.0)
        hear(subject, phrase, began)
        assert still.sent == [command], phrase


@pytest.mark.parametrize("command", SAFETY)
@pytest.mark.parametrize("began", [10.0, 11.5, 12.4])
def test_a_safety_word_that_the_coach_was_just_saying_is_its_echo(command: Command, began: float) -> None:
    phrase = TABLE[command].phrases[0]
    subject, still = coach(f"You can say {phrase}.")
    if began > 12.0:
        subject.mouth.ended(1, 12.0)
        subject.mouth.say("Heel down.", Priority.ACTION, 12.1)
    hear(subject, phrase, began)
    assert still.sent == []


@pytest.mark.parametrize("command", SAFETY)
def test_another_safety_word_than_the_one_being_said_gets_through(command: Command) -> None:
    spoken = next(other for other in SAFETY if other is not command)
    subject, still = coach(f"You can say {TABLE[spoken].phrases[0]}.")
    hear(subject, TABLE[command].phrases[0], 11.0)
    assert still.sent == [command]


@pytest.mark.parametrize("text", ["no", "yes", "not sure", "nope"])
@pytest.mark.parametrize("began", [10.0, 11.0, 12.0, 12.4])
def test_an_answer_never_counts_while_the_coach_speaks_or_just_after(text: str, began: float) -> None:
    subject, still = coach("Any chest pain?", Question("rf_chest", "Any chest pain?", YES_NO))
    if began >= 12.0:
        subject.mouth.ended(1, 12.0)
    hear(subject, text, began)
    assert still.sent == []


def test_an_answer_counts_once_it_is_quiet() -> None:
    subject, still = coach("Any chest pain?", Question("rf_chest", "Any chest pain?", YES_NO))
    subject.mouth.ended(1, 12.0)
    hear(subject, "no", 12.6)
    assert still.sent == [Answer("no")]


def test_a_word_heard_late_counts_by_when_it_began() -> None:
    subject, still = coach("Heel down, toes up.")
    subject.mouth.ended(1, 12.0)
    subject.send(Heard("next", 11.8, 12.2), 14.0)
    assert still.sent == []
    subject.send(Heard("next", 13.0, 13.2), 14.0)
    assert still.sent == [C.NEXT]


@pytest.mark.parametrize("event", [*Command, Answer("no")])
def test_keys_always_count(event: Command | Answer) -> None:
    subject, still = coach("You can say stop, pause, worse or help.", Question("q", "So?", YES_NO))
    subject.send(event, 11.0)
    assert still.sent == [event]


@pytest.mark.parametrize("text", ["", "hm", "the cat sat", "non stop music", "stop the music"])
def test_other_talk_means_nothing(text: str) -> None:
    subject, still = coach()
    assert hear(subject, text, 20.0) == [] and still.sent == []


def test_what_is_not_allowed_is_not_heard() -> None:
    subject, still = coach()
    still.allowed = frozenset({C.STOP})
    hear(subject, "next", 20.0)
    hear(subject, "stop", 21.0)
    assert still.sent == [C.STOP]


def test_the_second_line_teaches_stop_so_only_the_key_gets_through_it() -> None:
    run = relief(listening=True).run(until=7.0)
    assert run.lines() == [ACTION, SAFETY_HEARD]
    assert run.send(Heard("stop", 6.8, 7.0)) == []
    assert Hush() in run.send(C.STOP)


def test_worse_is_heard_in_the_middle_of_an_instruction() -> None:
    run = relief().run(until=12.5)
    assert run.scene().speaking
    assert Hush() in run.send(Heard("worse", 12.2, 12.4))


# --- what the coach does by itself ---------------------------------------------------------------------------


def test_again_louder_and_help_are_the_coachs_own() -> None:
    subject, still = coach("Heel down.")
    subject.send(SpeechEnded(1), 12.0)
    assert subject.send(C.AGAIN, 13.0) == [Say("Heel down.", 2, Priority.ACTION)]
    subject.send(SpeechEnded(2), 14.0)
    out = subject.send(C.LOUDER, 15.0)
    assert out == [Tune("volume", 1, 90), Say("Volume 90.", 3, Priority.ACTION)]
    subject.send(SpeechEnded(3), 16.0)
    assert subject.send(C.QUIETER, 17.0)[0] == Tune("volume", -1, 80)
    subject.send(SpeechEnded(4), 18.0)
    (said,) = subject.send(C.HELP, 19.0)
    assert isinstance(said, Say) and said.text == WORDS, "the keys of a cramp, not a list of commands"
    assert still.sent[-1] is C.HELP


def test_again_with_nothing_said_yet_says_nothing() -> None:
    subject, _ = coach()
    assert subject.send(C.AGAIN, 1.0) == []


@pytest.mark.parametrize("command", [C.AGAIN, C.HELP, C.LOUDER, C.QUIETER])
def test_what_is_not_allowed_is_not_done(command: Command) -> None:
    subject, still = coach("Heel down.")
    still.allowed = frozenset({C.STOP})
    assert subject.send(command, 11.0) == []


def test_help_names_only_what_is_allowed() -> None:
    subject, still = coach()
    still.allowed = frozenset({C.STOP, C.HELP, C.GONE})
    (said,) = subject.send(C.HELP, 1.0)
    assert isinstance(said, Say) and said.text == "G is gone and X stops."


@pytest.mark.parametrize("command", [C.HELP, C.AGAIN, C.LOUDER])
def test_a_key_pressed_in_the_moment_in_which_it_ends_comes_too_late(command: Command) -> None:
    run = session(RAISES).run(until=19.0)
    run.now = 20.0
    run.send(command)
    assert run.scene().done
    run.run()
    assert run.lines()[-1] == GOODBYE


# --- the three calls -----------------------------------------------------------------------------------------


def test_the_deadline_is_the_earlier_of_play_and_mouth() -> None:
    subject, still = coach("Heel down.")
    assert subject.deadline == subject.mouth.deadline
    still.deadline = 10.5
    assert subject.deadline == 10.5
    still.deadline = None
    subject.send(SpeechEnded(1), 12.0)
    assert subject.deadline is None


def test_the_view_carries_the_captions_and_changes_nothing() -> None:
    subject, _ = coach("Heel down.")
    scene = subject.view(11.0)
    assert (scene.caption, scene.captions, scene.speaking) == ("Heel down.", ("Heel down.",), True)
    assert subject.view(11.0) == scene
    subject.send(SpeechEnded(1), 12.0)
    assert subject.view(12.0).caption == "Heel down." and not subject.view(12.0).speaking


def test_it_is_done_when_the_farewell_has_been_heard() -> None:
    subject, still = coach()
    subject.mouth.say("Goodbye.", Priority.FAREWELL, 10.0)
    still.done = True
    assert not subject.done
    subject.send(SpeechEnded(1), 12.0)
    assert subject.done


def test_a_farewell_that_never_ends_is_given_up() -> None:
    subject, still = coach("Goodbye.")
    still.done = True
    subject.send(Tick(), 30.0)
    assert subject.done


def test_a_notice_about_the_voice_reaches_mouth_and_play() -> None:
    subject, still = coach("Heel down.")
    subject.send(Notice("Gone.", voiced=False), 10.1)
    assert not subject.mouth.voiced and isinstance(still.sent[0], Notice)
    subject.send(Notice("A hint."), 10.2)
    assert not subject.mouth.voiced
    subject.send(Notice("Back.", voiced=True), 10.3)
    assert subject.mouth.voiced


def test_an_hour_of_echoes_changes_nothing() -> None:
    """Everything the coach says comes back through the microphone, word by word."""
    plain, echoed = relief().run(until=800.0), relief()
    while echoed.now < 800.0:
        echoed.run(until=echoed.now + 0.5)
        current = echoed.coach.mouth.current
        for word in current.text.split() if current else ():
            echoed.send(Heard(word, echoed.now, echoed.now + 0.2))
    assert said(echoed) == said(plain)


def said(run: Rehearsal) -> list[str]:
    return [effect.text for _, effect in run.effects if isinstance(effect, Say)]


def test_a_session_can_be_led_by_voice_alone() -> None:
    run = session(CALF, RAISES).run(until=13.0)
    run.send(Heard("Pause.", 12.9, 13.2))
    assert run.scene().paused
    run.run(until=20.0)
    run.send(Heard("go on", 19.5, 19.9))
    assert not run.scene().paused
    run.run(until=25.0)
    run.send(Heard("next one", 24.5, 24.9))
    assert run.lines()[-1].startswith("Now the right leg")
    run.run(until=40.0)
    run.send(Heard("stop stop stop", 39.0, 39.9))
    assert run.scene().done and run.scene().kind is Kind.DONE
    assert isinstance([effect for _, effect in run.effects if isinstance(effect, Fact)][-1], RoutineStopped)


def test_a_later_notice_does_not_hide_an_earlier_one() -> None:
    run = relief().run(until=1.0)
    run.send(Notice("There is no sound.", False))
    run.send(Notice("The screen may go dark."))
    assert run.scene().notice == "There is no sound. The screen may go dark."
    assert run.run(until=40.0).scene().notice == ""


# --- ears that know our own voice ----------------------------------------------------------------------------


def hear_clearly(coach: Coach, text: str, began: float) -> None:
    """Words of which the ears know that they are not our own."""
    coach.send(Heard(text, began, began + 0.4, clear=True), began + 0.6)


@pytest.mark.parametrize("command", Command)
def test_a_clear_command_counts_while_something_else_is_said(command: Command) -> None:
    subject, still = coach("Heel down, toes up.")
    hear_clearly(subject, TABLE[command].phrases[0], 11.0)
    assert still.sent == [command]


@pytest.mark.parametrize("command", [each for each in Command if each is not C.STOP])
def test_not_even_a_clear_command_counts_while_the_line_holds_it(command: Command) -> None:
    phrase = TABLE[command].phrases[0]
    subject, still = coach(f"You can say {phrase}.")
    hear_clearly(subject, phrase, 11.0)
    assert still.sent == []


def test_a_clear_stop_passes_no_gate() -> None:
    for phrase in TABLE[C.STOP].phrases:
        subject, still = coach("Stop ends it. Stop it, quit, exit, stop stop stop.")
        hear_clearly(subject, phrase, 11.0)
        assert still.sent == [C.STOP]


@given(
    word=st.sampled_from([word.phrase for word in vocabulary.WORDS]),
    clear=st.booleans(),
    began=st.floats(10.0, 13.0),
    ended=st.floats(10.5, 13.0),
)
def test_no_answer_ever_comes_out_of_a_moment_when_the_coach_speaks(
    word: str, clear: bool, began: float, ended: float
) -> None:
    subject, still = coach("Any chest pain, yes or no?", Question("rf_chest", "Any chest pain?", YES_NO))
    if began > ended:
        subject.mouth.ended(1, ended)
    subject.send(Heard(word, began, began + 0.3, clear), 14.0)
    if began <= ended + CLEAR_ECHO:
        assert not any(isinstance(event, Answer) for event in still.sent)


def test_a_clear_answer_right_after_the_question_counts() -> None:
    subject, still = coach("Any chest pain?", Question("rf_chest", "Any chest pain?", YES_NO))
    subject.mouth.ended(1, 12.0)
    hear_clearly(subject, "no", 12.2)
    assert still.sent == [Answer("no")]


def test_the_coach_speaks_softer_while_somebody_speaks_over_it() -> None:
    subject, _ = coach("Heel down, toes up.")
    assert subject.send(Barge(True), 11.0) == [Duck(True)]
    assert subject.send(Barge(False), 11.5) == [Duck(False)]
    subject.mouth.ended(1, 12.0)
    assert subject.send(Barge(True), 13.0) == []


def test_keys_are_asked_for_again_when_the_microphone_fails() -> None:
    run = relief(listening=True).run(until=2.0)
    assert run.scene().microphone is MicState.STARTING
    run.send(Microphone(MicState.LISTENING))
    assert run.scene().microphone is MicState.LISTENING
    run.send(Microphone(MicState.TROUBLE))
    lines = run.run(until=70.0).lines()
    assert CHECK_FIRST in lines and HEARD[CHECK_FIRST] not in lines


def test_nothing_heard_over_the_coach_pauses_it_in_a_cramp() -> None:
    run = relief()
    run.run(until=2.0)
    assert run.coach.mouth.saying_at(1.0, 0.0)
    run.send(Heard("pause", 1.0, 1.5, clear=True))
    assert not run.scene().paused
