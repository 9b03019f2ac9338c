"""The cramp protocol as a state machine: rounds, checks, positions, safety screen, after-care, ten-minute clock.

It never waits to be answered, or for a line to be spoken: every phase has its seconds (``script``), and silence
means "same".  Two clocks run.  The phase's own stands still in a pause; the cramp's counts from the first word
through pauses and sleep until it lets go, calls out at 3, 5 and 8 minutes, and at 10 asks for help the same day.

Order: leg straight and toes up, three rounds of hold and ease, the first with the safety line; the screen, another
position, three rounds, breathing, and so on.  *Gone* at any moment leads to light hold, wiggle, screen, rub (only if
the clot questions were answered no), walk, advice, three taps for the diary; silence leaves all that for the morning.
*Worse* eases once, and ends the stretch the second time.  *Stop* ends it at once and asks the screen's questions; stop
in the screen, or after it, ends the session.

While the safety line stands, *stop* and *yes* mean that one of its things is there; until each has been denied, that
never comes out lower than help the same day.  A key that means nothing does nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from stretchcoach.core import essentials, script
from stretchcoach.core.asking import PREFACE, TOMORROW, Asking, reading
from stretchcoach.core.cramp_clock import CrampClock
from stretchcoach.core.first_lines import AGAIN_HERE, SAFETY
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import NO, NONE, NOTHING, YES, Answers, Knowledge, Value
from stretchcoach.core.messages import (
    Answer,
    Command,
    Event,
    Kind,
    Level,
    Outcome,
    Priority,
    Question,
    Scene,
    Side,
    Stray,
    Tick,
    Ticks,
)
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.narration import Narration
from stretchcoach.core.player import GAP, HEARTBEAT
from stretchcoach.core.script import CRAMPING, HEARD, Phase, Stage
from stretchcoach.core.triage import ANYWHERE, HelpWords
from stretchcoach.core.wording import duration, leg, sentence

ASK_PLACE = 8.0
"""Seconds for saying where one is."""
LISTENED = 8.0
"""Seconds for an answer once the rows of the first list were read."""
FIRST_CALM = 19.5
"""Seconds that the first question stands once it has let go: who has fallen asleep is left alone within a minute."""
TAPPING = 8.0
"""Seconds that each of the three last questions stands."""
FLAG = "opening_flag"
"""The answer to the safety line."""
DENIED = {"rf_chest": NO, "injury": NONE}
"""What must be said before a *yes* to the safety line is taken back."""
ANSWERING = 3.0
"""Seconds a reply may wait for its turn; keys that are hammered must not pile up talk."""
SIDES = {Command.LEFT: Side.LEFT, Command.RIGHT: Side.RIGHT, Command.BOTH: Side.BOTH}
AFTER = {
    Phase.OPENING: Phase.HOLD,
    Phase.TEACH: Phase.OPENING,
    Phase.ALARM: Phase.SAFETY_CHECK,
    Phase.HOLD: Phase.EASE,
    Phase.SUPPORT: Phase.SAFETY_CHECK,
    Phase.PLACE: Phase.VARIANT,
    Phase.VARIANT: Phase.VARIANT_EASE,
    Phase.BREATHE: Phase.VARIANT,
    Phase.LIGHT: Phase.WIGGLE,
    Phase.WIGGLE: Phase.SAFETY_CHECK,
    Phase.RUB: Phase.WALK,
    Phase.WALK: Phase.HEELS,
    Phase.HEELS: Phase.ADVICE,
}
"""What follows a phase when its time is over, where that does not depend on anything."""
SKIPPED = frozenset({Phase.TEACH, Phase.EASE, Phase.VARIANT_EASE, Phase.SAFETY_CHECK, Phase.PLACE})
"""Phases of a cramp that can be gone on from; a hold cannot be cut short by a key that slipped."""


class Relief:
    """One cramp, from the first word to the last."""

    def __init__(
        self,
        mouth: Mouth,
        knowledge: Knowledge = NOTHING,
        words: HelpWords | None = None,
        side: Side = Side.NONE,
        rehearse: bool = False,
        earlier: Sequence[float] = (),
        gap: float = GAP,
        listening: bool = False,
        known: Answers | None = None,
        follow_up: bool = False,
    ) -> None:
        """``earlier``: how many seconds ago, at the start, other cramps let go; only the last hour matters.

        ``gap``: seconds without any event after which the machine must have slept.
        ``listening``: the microphone is on, so words may be asked for instead of keys.
        ``known``: answers that need not be asked; ``follow_up``: offer the talk about causes when all is well.
        """
        self.mouth = mouth
        self.gap = gap
        self.asking = Asking(knowledge, words or HelpWords(), known=known)
        self.side = side
        self.rehearse = rehearse
        self.phase = Phase.TEACH if rehearse else Phase.OPENING
        self.outcome: Outcome | None = None
        self.episode: CrampClock | None = None
        self.done = False
        self.notice = ""
        self._earlier = tuple(earlier)
        self._telling = Narration(mouth, listening)
        self._round = 1
        self._cycle = 0
        self._place = ""
        self._varied = False
        self._worse = 0
        self._stopping = self._asked = False
        self._warned = self._flagged = self._asked_again = False
        self._essentials: dict[str, Value] = {}
        self._ending = ""
        self._last = 0.0
        self._follow_up = follow_up
        self._talk: Interview | None = None
        self._still_until = math.inf

    @property
    def paused(self) -> bool:
        """Whether it stands still; the cramp's own clock never does."""
        return self._talk.paused if self._talk else self._telling.paused

    # --- the three calls -----------------------------------------------------------------------------------

    @property
    def listening(self) -> bool:
        """Words may be asked for instead of keys."""
        return self._telling.listening

    @listening.setter
    def listening(self, on: bool) -> None:
        self._telling.listening = on
        if self._talk:
            self._talk.listening = on

    def send(self, event: Event, now: float) -> None:
        """Take one event."""
        if self.done:
            if event is Command.BACK and event in self.allowed:
                self._reopen(now)
            return
        if self._talk is not None:
            self._talk_on(self._talk, event, now)
            return
        if self.episode is None:
            self._start(now)
        if not self.paused and now - self._last > self.gap:
            self.notice = f"The computer was asleep for {duration(now - self._last)}. The clock kept running."
            self._enter(self.phase, now)
        self._last = max(self._last, now)
        if self.paused and now >= self._still_until:
            self._resume(now)
        self._advance(now)
        if isinstance(event, Command) and event in self.allowed:
            self._obey(event, now)
        elif isinstance(event, Answer):
            self._answer(event.value, now)
        elif isinstance(event, Stray):
            self._stray(event, now)
        elif isinstance(event, Ticks) and self.asking.item is not None:
            self.mouth.hush(now)
            self._kept(self.asking.tick(event), now)
        self._advance(now)

    @property
    def deadline(self) -> float | None:
        """When the next tick is wanted at the latest."""
        if self.episode is None:
            return 0.0
        if self.done:
            return None
        if self._talk is not None:
            return self._talk.deadline
        call = None if self.rehearse else self.episode.next_call()
        if self.paused:
            until = None if self._still_until == math.inf else self._still_until
            return min((moment for moment in (call, until) if moment is not None), default=None)
        return min([self._last + HEARTBEAT, *self._telling.dues, *([] if call is None else [call])])

    @property
    def allowed(self) -> frozenset[Command]:
        """The commands that mean something now; from a result one can go back, should a key have slipped."""
        if self.done:
            asked = self._talk is None and self.outcome is not None and self.asking.count > 0
            return frozenset({Command.BACK}) if asked and not self.rehearse else frozenset()
        if self._talk is not None:
            return self._talk.allowed | {Command.WORSE}
        always = {Command.STOP, Command.AGAIN, Command.HELP, Command.HOW, Command.LOUDER, Command.QUIETER}
        always |= {Command.SLOWER, Command.FASTER, *SIDES}
        always.add(Command.RESUME if self.paused else Command.PAUSE)
        if self._calm or self.phase in SKIPPED:
            always.add(Command.NEXT)
        if not self.rehearse:
            always |= {Command.ALARM} | ({Command.YES} if self._prompting else set())
        if not self._calm:
            always |= {Command.GONE, Command.SAME, Command.WORSE, Command.TIME}
        else:
            always.add(Command.WORSE)
            if not (self.rehearse or self._question() or self._asked):
                always.add(Command.LATER)
        if self.asking.item is not None:
            always |= {Command.BACK}
            always -= {Command.SAME}
        return frozenset(always)

    def view(self, now: float) -> Scene:
        """What is to be seen."""
        if self._talk is not None:
            told = self._talk.view(now)
            return replace(told, clock=self.clock(now), side=self.side, allowed=self.allowed)
        gone, stage = self._telling.elapsed(now), self._telling.stage
        seconds = stage.seconds or 0.0
        asked = self._question()
        kind = Kind.DONE if self.done else Kind.ASK if asked else stage.kind
        return Scene(
            title="Calf cramp practice" if self.rehearse else "Calf cramp",
            relief=True,
            kind=kind,
            name=self.phase.value,
            instruction=stage.instruction,
            pose="" if self.done or asked else script.pose(self.phase, self._place, self._cycle),
            how=stage.how,
            side=self.side,
            step=self._round if self.phase in CRAMPING else 0,
            steps=script.ROUNDS if self.phase in CRAMPING else 0,
            left=max(0.0, seconds - gone) if seconds and not (self.done or self.phase is Phase.KEEP) else None,
            up=gone if self.phase is Phase.KEEP and not self.done else None,
            seconds=0.0 if self.phase is Phase.KEEP else seconds,
            progress=min(1.0, gone / seconds) if seconds else 0.0,
            clock=self.clock(now),
            next=self._next_name(),
            question=asked,
            allowed=self.allowed,
            paused=self.paused,
            notice=self.notice,
            outcome=self.outcome,
            done=self.done,
            aside=self._aside(),
            sources=self.outcome.sources if self.outcome else ("NHS-LC", "MAYO", "UTD-AC", "AAOS-S"),
        )

    def clock(self, now: float) -> float:
        """Seconds this cramp has lasted: from the first word until it let go, pauses and sleep counted."""
        return self.episode.seconds(now) if self.episode else 0.0

    # --- moving on -----------------------------------------------------------------------------------------

    def _start(self, now: float) -> None:
        self._last = now
        self.episode = CrampClock(now, self._earlier)
        self.mouth.log("practice" if self.rehearse else "cramp", now, side=self.side.value)
        if self.episode.returning and not self.rehearse:
            self._again(self.episode, now)
        else:
            self._enter(self.phase, now)

    def _again(self, episode: CrampClock, now: float) -> None:
        """It has come back: the first hold at once, no safety line, a new clock."""
        self._round, self._cycle, self._worse, self._varied = 1, 0, 0, False
        self._stopping, self.outcome, self._talk, self._warned = False, None, None, True
        self.asking.answers.pop("stretch_effect", None)
        if episode.come_back(now):
            self.asking.answers["returned"] = "third_in_an_hour"
        self.mouth.log("returned", now, times=len(episode.releases))
        self.mouth.say(AGAIN_HERE, Priority.ACTION, now)
        self._enter(Phase.HOLD, now)

    def _enter(self, phase: Phase, now: float) -> None:
        self.phase, self.asking.item = phase, None
        if phase is Phase.SAFETY_CHECK:
            self._asked = True
            self._telling.begin(self._telling.stage, now)
            self._ask(now, self._preface())
        else:
            self._telling.begin(self._stage_of(phase), now)

    def _stage_of(self, phase: Phase) -> Stage:
        if phase is Phase.HOLD and not (self._warned or self.rehearse):
            return script.first_hold()
        if phase is Phase.ALARM:
            return script.alarm(self._number)
        if phase is Phase.KEEP:
            return script.ten(self.asking.words.same_day_service)
        return self._asking_stage(phase) or self._scripted(phase)

    def _asking_stage(self, phase: Phase) -> Stage | None:
        if phase is Phase.PLACE:
            return Stage(script.PLACE_QUESTION, ASK_PLACE, ((0.0, script.PLACE_QUESTION),), Kind.ASK)
        if phase is Phase.OFFER:
            asked = ((0.0, script.OFFER), (script.OFFERED / 2, script.OFFER))
            return Stage(script.OFFER, script.OFFERED, asked, Kind.ASK, script.OFFER_WHY)
        if phase is Phase.TAP:
            tap = essentials.missing(self._essentials, self.side) or essentials.ESSENTIALS[-1]
            return Stage(tap.text, TAPPING, ((0.0, tap.text),), Kind.ASK, tap.why)
        return None

    def _scripted(self, phase: Phase) -> Stage:
        if phase is Phase.ADVICE:
            return script.talk(self._advice())
        if self.rehearse:
            return script.practice(phase)
        return script.stage(phase, self._round, self._place, self._cycle)

    def _advance(self, now: float) -> None:
        self._call_out(now)
        while not (self.done or self.paused):
            self._telling.speak(now)
            end = self._telling.end
            if end is None or now < end:
                return
            self._over(end)

    def _over(self, now: float) -> None:
        """The phase's time is over; silence counts as "same"."""
        self.notice = ""
        if self.rehearse and self.phase in (Phase.EASE, Phase.LIGHT):
            self._practised(now)
        elif self.phase is Phase.EASE or self.phase is Phase.VARIANT_EASE:
            self._next_round(now)
        elif self.phase is Phase.EASED:
            self._enter(Phase.VARIANT if self._varied else Phase.HOLD, now)
        elif self.phase is Phase.SAFETY_CHECK:
            self._unanswered(now)
        elif self.phase is Phase.ADVICE:
            self._wind_up("" if self._follow_up else script.FAREWELL, now)
        elif self.phase is Phase.TAP:
            self._tapped(now)
        elif self.phase is Phase.OFFER:
            self._put_off(now)
        elif self.phase is Phase.KEEP:
            self._finish(script.STOPPED, now)
        else:
            if self.phase is Phase.BREATHE:
                self._cycle += 1
            if self.phase is Phase.PLACE:
                self._varied = True
            self._warned |= self.phase is Phase.HOLD
            self._enter(AFTER[self.phase], now)

    def _practised(self, now: float) -> None:
        if self.phase is Phase.EASE:
            self._enter(Phase.LIGHT, now)
        else:
            self._finish(script.PRACTICE_DONE, now)

    def _next_round(self, now: float) -> None:
        self.mouth.log("round", now, number=self._round, position=self._place or "lying")
        if self._round < script.ROUNDS:
            self._round += 1
            self._enter(Phase.VARIANT if self._varied else Phase.HOLD, now)
            return
        self._round = 1
        if not self._varied:
            self._enter(Phase.SAFETY_CHECK, now)
        else:
            self._enter(Phase.BREATHE, now)

    def _finish(self, line: str, now: float) -> None:
        self.done = True
        self.asking.item = None
        if self.outcome and self.phase not in (Phase.ADVICE, Phase.OFFER, Phase.TAP):
            for advice in self.outcome.advice:
                self.mouth.say(advice, Priority.ACTION, now)
        self.mouth.say(line, Priority.FAREWELL, now)
        self._note_end(now)

    def _note_end(self, now: float) -> None:
        rules = "" if self.outcome is None else " ".join(self.outcome.rules)
        level = _level(self.outcome)
        self.mouth.log("end", now, seconds=round(self.clock(now)), level=level, rules=rules, side=self.side.value)

    # --- the ten-minute clock ------------------------------------------------------------------------------

    def _call_out(self, now: float) -> None:
        if self.episode is None or self.rehearse:
            return
        line, ten = self.episode.calls(now)
        if ten:
            self._ten_minutes(now)
        else:
            self.mouth.say(line, Priority.ACTION, now)

    def _ten_minutes(self, now: float) -> None:
        self.asking.answers["lasted"] = "over_ten_minutes"
        self._conclude(now)
        if self.done:
            return
        self.mouth.hush(now)
        self._enter(Phase.KEEP, now)
        for line in script.TEN_LINES:
            self.mouth.say(line.format(same_day_service=self.asking.words.same_day_service), Priority.SAFETY, now)

    # --- commands ------------------------------------------------------------------------------------------

    def _obey(self, command: Command, now: float) -> None:
        match command:
            case Command.STOP:
                self._stop(now)
            case Command.GONE:
                self._gone(now)
            case Command.WORSE:
                self._hurts(now)
            case Command.SAME if self.phase in (Phase.EASE, Phase.VARIANT_EASE):
                self._skip(now)
            case Command.NEXT:
                self._skip(now)
            case Command.PAUSE:
                self._telling.pause(now)
                self.mouth.hush(now)
                if not self.rehearse:
                    self.mouth.say(script.STILL, Priority.ACTION, now)
                    self._still_until = now + script.STANDS_STILL
            case Command.RESUME:
                self._resume(now)
            case Command.BACK:
                self._back(now)
            case Command.YES | Command.ALARM:
                self._alarm(now)
            case Command.LATER:
                self._in_the_morning(now, awake=True)
            case _:
                self._small_talk(command, now)

    def _small_talk(self, command: Command, now: float) -> None:
        """Commands that change nothing but what is said and known."""
        match command:
            case Command.LEFT | Command.RIGHT | Command.BOTH:
                self.side = SIDES[command]
                self.mouth.log("side", now, side=self.side.value)
                self._reply(sentence(f"all right, {leg(self.side)}"), now)
            case Command.HOW:
                self._reply(self._telling.stage.how, now)
            case Command.SLOWER | Command.FASTER:
                self._reply(self.mouth.tune("rate", -1 if command is Command.SLOWER else 1), now)
            case Command.TIME:
                self._reply(sentence(f"{duration(self.clock(now))} since it began"), now)
            case _:
                pass

    def _reply(self, line: str, now: float) -> None:
        self.mouth.say(line, Priority.ACTION, now, now + ANSWERING)

    def _stray(self, key: Stray, now: float) -> None:
        """A key that means nothing: it wakes from a pause, goes on from the first line, or is asked about once."""
        if self.paused and self.phase in CRAMPING:
            self._resume(now)
        elif self.phase is Phase.OPENING and not self.rehearse:
            self._over(now)
        elif self._prompting and key.letter and not self._asked_again:
            self._asked_again = True
            self.mouth.say(HEARD[SAFETY] if self.listening else SAFETY, Priority.ACTION, now)

    # --- more than a cramp ---------------------------------------------------------------------------------

    @property
    def _prompting(self) -> bool:
        """The safety line stands: what *stop* and *yes* mean is one of its things."""
        opening = self.phase is Phase.OPENING or (self.phase is Phase.HOLD and not self._warned)
        return opening and not (self.rehearse or self._flagged)

    @property
    def _number(self) -> str:
        number = self.asking.words.emergency_number
        return number if any(sign.isdigit() for sign in number) else ANYWHERE

    @property
    def _undenied(self) -> bool:
        """The safety line was answered, and what it names has not been denied since."""
        answers = self.asking.answers
        return self._flagged and any(answers.get(key) != value for key, value in DENIED.items())

    def _aside(self) -> str:
        if self.done:
            return ""
        if self._undenied:
            return script.ALARM_SHOWN.format(emergency_number=self._number)
        return (HEARD[SAFETY] if self.listening else SAFETY) if self._prompting else ""

    def _alarm(self, now: float) -> None:
        """The number at once, then which of the things it is."""
        self.mouth.hush(now)
        self._flagged = True
        self._stopping = self._stopping or not self._calm
        self.asking.answers[FLAG] = YES
        self.mouth.log("answer", now, key=FLAG, value=YES)
        self._enter(Phase.ALARM, now)

    def _stop(self, now: float) -> None:
        self.mouth.hush(now)
        if self.rehearse:
            self._finish(script.PRACTICE_DONE, now)
        elif self._prompting:
            self.mouth.log("stopped", now, phase=self.phase.name)
            self._alarm(now)
        elif self.phase in (Phase.TAP, Phase.OFFER):
            self._put_off(now)
        elif self._stopping or self.phase is Phase.KEEP or (self._calm and self._asked):
            self._conclude(now)
            if not self.done:
                self._finish(script.STOPPED, now)
        else:
            self._stopping = True
            self.mouth.log("stopped", now, phase=self.phase.name)
            self._enter(Phase.SUPPORT, now)

    def _gone(self, now: float) -> None:
        """It has let go; after a stop the questions come before anything else is stretched."""
        self.mouth.hush(now)
        if self.episode and not self.rehearse:
            self.episode.let_go(now)
            self.mouth.log("released", now, seconds=round(self.clock(now)), position=self._place or "lying")
        ask_first, self._stopping = self._stopping or self.phase is Phase.KEEP, False
        self._enter(Phase.SAFETY_CHECK if ask_first else Phase.LIGHT, now)

    def _hurts(self, now: float) -> None:
        if self.episode and self._calm:
            self.mouth.hush(now)
            self._again(self.episode, now)
            return
        self._worse += 1
        if not self._stopping:
            self.mouth.hush(now)
        self.mouth.log("worse", now, times=self._worse)
        if self._stopping or (self.phase is Phase.KEEP and self._worse == 1):
            self.mouth.say(script.LET_BE, Priority.ACTION, now)
        elif self._worse == 1 or self.rehearse:
            self._enter(Phase.EASED, now)
        else:
            self.asking.answers["stretch_effect"] = "much_worse"
            self._stopping = True
            self._enter(Phase.SUPPORT, now)

    def _skip(self, now: float) -> None:
        if self.paused:
            self._resume(now)
        self.mouth.hush(now)
        if self.phase is Phase.SAFETY_CHECK:
            self.asking.skip()
            self._ask(now)
        elif self.phase is Phase.TAP:
            self._tapped(now, "")
        else:
            self._over(now)

    def _resume(self, now: float) -> None:
        self._last = max(self._last, now)
        self._telling.go_on(now)
        self.mouth.say(self._telling.stage.instruction, Priority.ACTION, now)

    # --- the talk about what may have caused it ------------------------------------------------------------

    def _offered(self, value: str, now: float) -> None:
        if value == YES:
            known: dict[str, Value] = {"stretch_effect": "eases", "duration_min": self.clock(now) / 60}
            known |= {key: told for key, told in self.asking.as_told.items() if told != ""}
            if self.side is not Side.NONE:
                known["side"] = self.side.value
            if self._essentials.get(essentials.WORST):
                known["pain_start"] = self._essentials[essentials.WORST]
            words, gap = self.asking.words, self.gap
            told, count = self.asking.knowledge, self.asking.count
            self._talk = Interview(self.mouth, told, words, known, self.listening, gap, count)
            self._talk_on(self._talk, Tick(), now)
        elif value == NO:
            self._finish(script.FAREWELL, now)
        else:
            self._put_off(now)

    def _put_off(self, now: float) -> None:
        self.mouth.log("put_off", now)
        self._finish(script.FAREWELL, now)

    def _talk_on(self, talk: Interview, event: Event, now: float) -> None:
        """The talk takes what happens; only a cramp that is back takes over again."""
        if event is Command.WORSE:
            self._talk = None
            self._last = now
            self._hurts(now)
            return
        talk.send(event, now)
        if talk.done:
            self.done, self.outcome = True, talk.outcome
            self._note_end(now)

    # --- the end ---------------------------------------------------------------------------------------------

    def _in_the_morning(self, now: float, awake: bool) -> None:
        """What is still open waits; whoever is awake may tap three things for the diary, and then sleep."""
        self.mouth.hush(now)
        self.mouth.log("put_off", now)
        self.outcome = replace(self.asking.outcome(), causes=())
        self.mouth.log("outcome", now, level=_level(self.outcome), rules=" ".join(self.outcome.rules))
        self.asking.end()
        self.mouth.say(script.PUT_OFF, Priority.ACTION, now)
        self.phase = Phase.TAP
        if awake:
            self._wind_up(script.FAREWELL, now)
        else:
            self._finish(script.FAREWELL, now)

    def _wind_up(self, ending: str, now: float) -> None:
        """Three taps for the diary, then the last line; without one the talk about causes is offered."""
        self._ending = ending
        if self.rehearse:
            self._finish(ending, now)
        elif essentials.missing(self._essentials, self.side):
            self._enter(Phase.TAP, now)
        else:
            self._last_words(now)

    def _tapped(self, now: float, value: str | None = None) -> None:
        """One of the three is told, or left out; without a word all that is left are left out."""
        asked = essentials.missing(self._essentials, self.side)
        if asked and value:
            self.mouth.log("answer", now, key=asked.key, value=value)
            if asked.key == essentials.SIDE:
                self.side = Side(value)
        if asked and value is not None:
            self._essentials[asked.key] = value
            self._wind_up(self._ending, now)
        else:
            self._last_words(now)

    def _last_words(self, now: float) -> None:
        if self._ending:
            self._finish(self._ending, now)
        else:
            self._enter(Phase.OFFER, now)

    # --- questions -----------------------------------------------------------------------------------------

    @property
    def _calm(self) -> bool:
        """It has let go, so there is time."""
        return self.episode is not None and self.episode.released is not None

    def _preface(self) -> str:
        if self._stopping:
            return script.ASKING_STOPPED
        return script.ASKING_CALM if self._calm else script.ASKING

    def _question(self) -> Question | None:
        if self.done:
            return None
        if self.phase is Phase.PLACE:
            return Question(
                "place", script.PLACE_QUESTION, script.PLACES, "A different position may work where this one didn't."
            )
        if self.phase is Phase.OFFER:
            return Question("follow_up", script.OFFER, script.OFFERS, script.OFFER_WHY)
        if self.phase is Phase.TAP:
            return essentials.missing(self._essentials, self.side)
        return self.asking.question(self._calm)

    def _ask(self, now: float, preface: str = "") -> None:
        item = self.asking.ask()
        if item is None:
            self._checked(now)
            return
        self._last = max(self._last, now)
        stage = self.asking.stage(item, self._calm, preface)
        if self._calm and preface:
            stage = replace(stage, seconds=max(FIRST_CALM, PREFACE + reading(item) + LISTENED))
        self._telling.begin(stage, now)

    def _answer(self, value: str, now: float) -> None:
        asked = self._question()
        offered = {choice.value for choice in asked.choices} | {row.id for row in asked.rows} if asked else set()
        if asked is None or value not in offered:
            return
        self.mouth.hush(now)
        if self.phase is Phase.TAP:
            self._tapped(now, value)
            return
        if value == TOMORROW.value and self.phase is Phase.SAFETY_CHECK:
            self._in_the_morning(now, awake=True)
            return
        if self.phase is not Phase.SAFETY_CHECK:
            self.mouth.log("answer", now, key=asked.key, value=value)
        if self.phase is Phase.PLACE:
            self._place, self._varied = value, True
            self._enter(Phase.VARIANT, now)
        elif self.phase is Phase.OFFER:
            self._offered(value, now)
        else:
            self._kept(self.asking.answer(value), now)

    def _kept(self, answers: Answers, now: float) -> None:
        """Each answer is noted by its own key, and the next question put."""
        for key, value in answers.items():
            self.mouth.log("answer", now, key=key, value=str(value) or None)
        self._ask(now)

    def _unanswered(self, now: float) -> None:
        if self.asking.item is None:
            return
        for key in self.asking.open_keys:
            self.mouth.log("answer", now, key=key, value=None)
        enough = self.asking.silence(self._calm)
        if self._calm and not self._flagged:
            self._in_the_morning(now, awake=False)
        elif enough:
            self._checked(now)
        else:
            self._ask(now)

    def _back(self, now: float) -> None:
        """The question before, once more."""
        self.asking.back()
        self.mouth.hush(now)
        self._ask(now)

    def _reopen(self, now: float) -> None:
        """A result is gone back from: the last question stands again, and what is said next counts."""
        self.mouth.log("reopened", now)
        self.done, self.outcome = False, None
        self.phase, self._last = Phase.SAFETY_CHECK, now
        self._telling.begin(Stage("", 0.0), now)
        if self.episode is not None and self.episode.calls(now)[1]:  # what fell due meanwhile is not called out late
            self.asking.answers["lasted"] = "over_ten_minutes"
        self._back(now)

    def _checked(self, now: float) -> None:
        """The screen is over, one way or another."""
        self._conclude(now)
        self.asking.end()
        if self.done:
            return
        if self._stopping:
            self._finish(script.STOPPED, now)
        elif self._calm and self.outcome is not None and self.outcome.level >= Level.SAME_DAY:
            self._finish(script.FAREWELL, now)
        elif not self._calm:
            self.outcome = None
            self._enter(Phase.PLACE, now)
        else:
            rub = self.outcome is not None and self.outcome.massage_allowed
            self._enter(Phase.RUB if rub else Phase.WALK, now)

    def _conclude(self, now: float) -> None:
        """Judge the answers; from ``SAME_DAY`` on, and where stretching is barred, the session ends with the advice."""
        self.outcome = outcome = self._judged()
        self.mouth.log("outcome", now, level=_level(outcome), rules=" ".join(outcome.rules))
        if outcome.level is Level.SAME_DAY and outcome.rules == ("R21",) and not self._stopping:
            return
        if outcome.level >= Level.SAME_DAY or not outcome.stretch_allowed:
            self.mouth.hush(now)
            self.mouth.say(outcome.line, Priority.SAFETY, now)
            self._finish("", now)
        elif self._calm or self._stopping:
            self.mouth.say(outcome.line, Priority.ACTION, now)

    def _judged(self) -> Outcome:
        outcome = replace(self.asking.outcome(), causes=())
        if not self._undenied or outcome.level is not Level.SAME_DAY:
            return outcome
        line = f"{script.ALARM_LINE.format(emergency_number=self._number)} {script.STILL_OPEN}"
        return replace(outcome, line=line.format(same_day_service=self.asking.words.same_day_service))

    def _advice(self) -> tuple[str, ...]:
        warm = self.asking.answers.get("cold_pale") == NO and self.outcome is not None and self.outcome.massage_allowed
        advice = self.outcome.advice if self.outcome else ()
        return (*((script.AFTERCARE_WARM,) if warm else ()), *script.AFTERCARE, *advice)

    def _next_name(self) -> str:
        following = {Phase.EASE: Phase.HOLD, Phase.EASED: Phase.HOLD, Phase.SAFETY_CHECK: None}
        phase = following.get(self.phase, AFTER.get(self.phase))
        return phase.value if phase else ""


def _level(outcome: Outcome | None) -> str | None:
    """The level as it is written down: none where only what was never answered speaks for the lowest."""
    if outcome is None or (outcome.unfinished and outcome.level is Level.SELF_CARE):
        return None
    return outcome.level.name
