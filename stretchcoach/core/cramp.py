"""One cramp as it goes on: the table's moves are made here, and what they say is done.

``happen`` asks the table, takes the new ``Progress``, does each ``Act`` by the method of its name, and begins the phase
or ends.  Where an act judges the answers, or looks what is left to ask, what it finds is a happening of its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stretchcoach.core import essentials, record, relief_stages, verdict
from stretchcoach.core.asking import Asking
from stretchcoach.core.cramp_clock import CrampClock
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import YES, Answers, Value
from stretchcoach.core.messages import Event, Outcome, Priority, Question, Side, Tick, Ticks
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.narration import Narration
from stretchcoach.core.phase import Phase
from stretchcoach.core.protocol import Ending, Happening, Progress
from stretchcoach.core.protocol_table import after
from stretchcoach.core.script import Stage
from stretchcoach.words.cramp import FAREWELL, HEARD, LET_BE, PRACTICE_DONE, PUT_OFF, STOPPED, TEN_LINES, clock_ran
from stretchcoach.words.first_lines import AGAIN_HERE, SAFETY

LINES = {
    Ending.PRACTISED: PRACTICE_DONE,
    Ending.STOPPED: STOPPED,
    Ending.FAREWELL: FAREWELL,
    Ending.SAID: "",
}
ADVISED = (Phase.ADVICE, Phase.OFFER, Phase.TAP)
"""Phases at which the advice has been said, or can wait until morning."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What an act works with."""

    before: Progress
    now: float
    value: str = ""
    ticks: Ticks | None = None


class Cramp:
    """What is known of the cramp that is coached, and what is done about it."""

    def __init__(
        self,
        mouth: Mouth,
        asking: Asking,
        side: Side,
        progress: Progress,
        earlier: Sequence[float],
        listening: bool,
        gap: float,
    ) -> None:
        self.mouth = mouth
        self.asking = asking
        self.side = side
        self.progress = progress
        self.narration = Narration(mouth, listening)
        self.clock: CrampClock | None = None
        self.outcome: Outcome | None = None
        self.talk: Interview | None = None
        self.notice = ""
        self.last = 0.0
        """When the last event came."""
        self.gap = gap
        self.still_until = math.inf
        self._earlier = tuple(earlier)
        self._tapped: dict[str, Value] = {}

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

    def seconds(self, now: float) -> float:
        """Seconds this cramp has lasted: from the first word until it let go, pauses and sleep counted."""
        return self.clock.seconds(now) if self.clock else 0.0

    def resume(self, now: float) -> None:
        """Go on from a pause."""
        self.last = max(self.last, now)
        self.narration.go_on(now)
        self.mouth.say(self.narration.stage.instruction, Priority.ACTION, now)

    @property
    def tap(self) -> Question | None:
        """The next of the three taps that is not told."""
        return essentials.missing(self._tapped, self.side)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return relief_stages.question(self.progress, self.asking, self.tap)

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

    def _note_outcome(self, now: float) -> None:
        self.mouth.log(record.Judged(now, *verdict.noted(self.outcome)))

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

    def _forget_outcome(self, _: Taking) -> None:
        self.outcome = None

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

    def _note_answers(self, answers: Answers, now: float) -> None:
        for key, value in answers.items():
            self.mouth.log(record.Answered(now, key, str(value) or None))

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

    # --- what is said and noted on the way -------------------------------------------------------------------

    def _hush(self, taking: Taking) -> None:
        self.mouth.hush(taking.now)

    def _wake(self, taking: Taking) -> None:
        if self.narration.paused:
            self.resume(taking.now)
        self._hush(taking)

    def _clear_notice(self, _: Taking) -> None:
        self.notice = ""

    def _tell_slept(self, taking: Taking) -> None:
        self.notice = clock_ran(taking.value)

    def _note_round(self, taking: Taking) -> None:
        before = taking.before
        self.mouth.log(record.RoundDone(taking.now, before.round, before.position))

    def _note_stop(self, taking: Taking) -> None:
        self.mouth.log(record.Stopped(taking.now, taking.before.phase.name))

    def _note_release(self, taking: Taking) -> None:
        if self.clock:
            self.clock.let_go(taking.now)
        at = taking.before
        self.mouth.log(record.Released(taking.now, round(self.seconds(taking.now)), at.position, at.reliever))

    def _note_worse(self, taking: Taking) -> None:
        self.mouth.log(record.Worsened(taking.now, self.progress.worse))

    def _note_answer(self, taking: Taking) -> None:
        asked = relief_stages.question(taking.before, self.asking, self.tap)
        self.mouth.log(record.Answered(taking.now, asked.key if asked else "", taking.value))

    def _note_put_off(self, taking: Taking) -> None:
        self.mouth.log(record.PutOff(taking.now))

    def _flag(self, taking: Taking) -> None:
        """The number at once, then which of the things it is."""
        self.asking.answers[verdict.FLAG] = YES
        self.mouth.log(record.Answered(taking.now, verdict.FLAG, YES))

    def _come_back(self, taking: Taking) -> None:
        """It is there again: the first hold at once, no safety line, a new clock."""
        self.outcome = self.talk = None
        self.asking.answers.pop("stretch_effect", None)
        if self.clock:
            if self.clock.come_back(taking.now):
                self.asking.answers["returned"] = "third_in_an_hour"
            self.mouth.log(record.Returned(taking.now, len(self.clock.releases)))
        self.mouth.say(AGAIN_HERE, Priority.ACTION, taking.now)

    def _let_be(self, taking: Taking) -> None:
        self.mouth.say(LET_BE, Priority.ACTION, taking.now)

    def _much_worse(self, _: Taking) -> None:
        self.asking.answers["stretch_effect"] = "much_worse"

    def _repeat_safety(self, taking: Taking) -> None:
        self.mouth.say(HEARD[SAFETY] if self.narration.listening else SAFETY, Priority.ACTION, taking.now)

    def _tell_ten(self, taking: Taking) -> None:
        for line in TEN_LINES:
            self.mouth.say(
                line.format(same_day_service=self.asking.words.same_day_service), Priority.SAFETY, taking.now
            )
