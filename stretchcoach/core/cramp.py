"""One cramp as it goes on: the table's moves are made here, and what they say is done.

``happen`` asks the table, takes the new ``Progress``, does each ``Act`` by the method of its name, and begins the phase
or ends.  The acts that only say or note something stand in ``cramp_state``.  Where an act judges the answers, or looks
what is left to ask, what it finds is a happening of its own.
"""

from msgspec.structs import replace

from stretchcoach.core import essentials, record, relief_stages, verdict
from stretchcoach.core.cramp_clock import CrampClock
from stretchcoach.core.cramp_state import CrampState, Taking
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import Answers, Value
from stretchcoach.core.messages import Event, Priority, Side, Tick, Ticks
from stretchcoach.core.phase import Phase
from stretchcoach.core.protocol import Ending, Happening
from stretchcoach.core.protocol_table import after
from stretchcoach.core.script import Stage
from stretchcoach.words.cramp import FAREWELL, PRACTICE_DONE, PUT_OFF, STOPPED

LINES = {
    Ending.PRACTISED: PRACTICE_DONE,
    Ending.STOPPED: STOPPED,
    Ending.FAREWELL: FAREWELL,
    Ending.SAID: "",
}
ADVISED = (Phase.ADVICE, Phase.OFFER, Phase.TAP)
"""Phases at which the advice has been said, or can wait until morning."""


class Cramp(CrampState):
    """The cramp that is coached, and what is done about it."""

    def happen(self, happening: Happening, now: float, value: str = "", ticks: Ticks | None = None) -> None:
        """Something happened: the table says what comes of it."""
        move, taking = after(self.progress, happening, value), Taking(self.progress, now, value, ticks)
        self.progress = move.progress
        for act in move.acts:
            getattr(self, f"_{act.name.lower()}")(taking)
        if move.enter:
            self.enter(now)
        elif move.end:
            self._end(LINES[move.end], now)

    def start(self, now: float) -> None:
        """The first event."""
        self.last = now
        self.clock = CrampClock(now, self._earlier)
        self.mouth.log((record.PracticeBegan if self.progress.rehearse else record.CrampBegan)(now, self.side))
        if self.clock.returning and not self.progress.rehearse:
            self.happen(Happening.RETURNED, now)
        else:
            self.enter(now)

    def enter(self, now: float) -> None:
        """The phase begins."""
        if self.progress.phase is not Phase.SAFETY_CHECK and self.asking.gone_back and self._urgent:
            self._judge(now)
            return
        self.asking.item = None
        if self.progress.phase is Phase.SAFETY_CHECK:
            self.narration.begin(self.narration.stage, now)
            self._ask(now, relief_stages.preface(self.progress))
        else:
            stage = relief_stages.stage_of(self.progress, self.asking, self.tap, self.outcome)
            self.narration.begin(stage, now)

    def talk_on(self, talk: Interview, event: Event, now: float) -> None:
        """The talk about causes takes what happens."""
        talk.send(event, now)
        if talk.done:
            self.outcome = talk.outcome
            self.happen(Happening.TALKED, now)

    # --- the end ---------------------------------------------------------------------------------------------

    def _end(self, line: str, now: float) -> None:
        self.asking.item = None
        if self.outcome and self.progress.phase not in ADVISED:
            for advice in self.outcome.advice:
                self.mouth.say(advice, Priority.ACTION, now)
        self.mouth.say(line, Priority.FAREWELL, now)
        level, rules = verdict.noted(self.outcome)
        self.mouth.log(record.CrampEnded(now, round(self.seconds(now)), level, rules, self.side))

    def _judge(self, now: float, following: Happening | None = None) -> None:
        """Judge the answers: that ends the session, or is said and leads on."""
        at = self.progress
        self.outcome = outcome = verdict.judged(at, self.asking)
        self._note_outcome(now)
        if verdict.ends_session(at, self.asking, outcome):
            self.mouth.hush(now)
            self.mouth.say(outcome.line, Priority.SAFETY, now)
            self.happen(Happening.HELP_TODAY, now)
        elif (at.calm or at.stopping) and not verdict.tries_on(at, self.asking, outcome):
            self.mouth.say(outcome.line, Priority.ACTION, now)
        if following is None:
            self.asking.end()
        if not self.progress.done:
            self.happen(following or verdict.followed_by(outcome), now)

    @property
    def _urgent(self) -> bool:
        """Whether what was answered so far ends the session."""
        return verdict.ends_session(self.progress, self.asking, verdict.judged(self.progress, self.asking))

    def _judge_stop(self, taking: Taking) -> None:
        self._judge(taking.now, Happening.STOPPED)

    def _judge_ten(self, taking: Taking) -> None:
        self.asking.answers["lasted"] = "over_ten_minutes"
        self._judge(taking.now, Happening.OVER_TEN)

    def _judge_later(self, taking: Taking) -> None:
        if self._urgent:
            self._note_put_off(taking)
            self._judge(taking.now)
        else:
            self.happen(Happening.MORNING, taking.now)

    def _put_off_all(self, taking: Taking) -> None:
        """What is still open waits; whoever is awake may tap three things for the diary, and then sleep."""
        self._hush(taking)
        self._note_put_off(taking)
        self.outcome = replace(self.asking.outcome(), causes=())
        self._note_outcome(taking.now)
        self.asking.end()
        self.mouth.say(PUT_OFF, Priority.ACTION, taking.now)

    def _reopen(self, taking: Taking) -> None:
        """A result is gone back from: the last question stands again, and what is said next counts."""
        self.mouth.log(record.Reopened(taking.now))
        self.outcome, self.last = None, taking.now
        self.narration.begin(Stage("", 0.0), taking.now)
        if self.clock and self.clock.calls(taking.now)[1]:  # what fell due meanwhile is not called out late
            self.asking.answers["lasted"] = "over_ten_minutes"
        self._take_back(taking)

    # --- questions -------------------------------------------------------------------------------------------

    def _ask(self, now: float, preface: str = "") -> None:
        item = self.asking.ask()
        if item is None:
            self._judge(now)
            return
        self.last = max(self.last, now)
        self.narration.begin(relief_stages.question_stage(self.progress, self.asking, item, preface), now)

    def _kept(self, answers: Answers, now: float) -> None:
        """Each answer is noted, and the next question put."""
        self._note_answers(answers, now)
        self._ask(now)

    def _keep_answer(self, taking: Taking) -> None:
        self._kept(self.asking.answer(taking.value), taking.now)

    def _keep_ticks(self, taking: Taking) -> None:
        self._kept(self.asking.tick(taking.ticks or Ticks()), taking.now)

    def _skip(self, taking: Taking) -> None:
        self.asking.skip()
        self._ask(taking.now)

    def _leave_open(self, taking: Taking) -> None:
        if self.asking.item is None:
            return
        gone_back = self.asking.gone_back
        answers, enough = self.asking.silence(self.progress.calm)
        self._note_answers(answers, taking.now)
        if gone_back and self._urgent:
            self._judge(taking.now)
        elif self.progress.calm and not self.progress.flagged:
            self.happen(Happening.UNHEARD, taking.now)
        elif enough:
            self._judge(taking.now)
        else:
            self._ask(taking.now)

    def _take_back(self, taking: Taking) -> None:
        self.asking.back()
        self._hush(taking)
        self._ask(taking.now)

    # --- the taps and the talk -------------------------------------------------------------------------------

    def _wind_up(self, taking: Taking) -> None:
        self.happen(Happening.TO_TELL if self.tap else Happening.TOLD, taking.now)

    def _tap(self, taking: Taking) -> None:
        """One of the three is told, or left out."""
        asked = self.tap
        if asked and taking.value:
            self.mouth.log(record.Answered(taking.now, asked.key, taking.value))
            if asked.key == essentials.SIDE:
                self.side = Side(taking.value)
        if asked:
            self._tapped[asked.key] = taking.value
        self._wind_up(taking)

    def _pass_tap(self, taking: Taking) -> None:
        self._tap(replace(taking, value=""))

    def _leave_taps(self, taking: Taking) -> None:
        """Without a word, all that is left are left out."""
        self.happen(Happening.TOLD, taking.now)

    def _talk(self, taking: Taking) -> None:
        known: dict[str, Value] = {"stretch_effect": "eases", "duration_min": self.seconds(taking.now) / 60}
        known |= {key: told for key, told in self.asking.as_told.items() if told != ""}
        if self.side is not Side.NONE:
            known["side"] = self.side.value
        if self._tapped.get(essentials.WORST):
            known["pain_start"] = self._tapped[essentials.WORST]
        asking, listening = self.asking, self.narration.listening
        self.talk = Interview(
            self.mouth, asking.knowledge, asking.words, known, listening, self.gap, before=asking.count
        )
        self.talk_on(self.talk, Tick(), taking.now)
