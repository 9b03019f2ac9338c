"""The player of a plan: which step, how far, running or not.

Everything that moves a routine's state lives here.  A step is entered (its intro is said), then *runs* from the
moment its intro has ended, or twelve seconds have gone.  Cues fire when the elapsed time (``stage_clock``) crosses
them: spoken ones on the second, sounds ``AHEAD`` seconds early with the moment they belong to.

A step that is over hands its exact end on as the beginning of the next, so a late tick shifts nothing; all that
fell due in the meantime is done, in order.  If no event came for more than five seconds while the clock ran, the
machine slept: the session stands still and says so.
"""

from stretchcoach.core import asleep
from stretchcoach.core.asleep import GAP
from stretchcoach.core.cramp_clock import GRAIN
from stretchcoach.core.messages import Command, Earlier, Event, Kind, Priority, Scene
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.plan import BOUTS, Plan, Step, lengthened, may_change, retimed
from stretchcoach.core.record import BoutDone, Reopened, RoutineBegan, RoutineDone, RoutineStopped
from stretchcoach.core.routine_commands import allowed_now
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.core.stage_clock import HEARTBEAT, StageClock
from stretchcoach.core.unfold import LEADS
from stretchcoach.words.cramp import ALARM_LINE, ALARM_SHOWN
from stretchcoach.words.questions import ANYWHERE
from stretchcoach.words.routine import (
    BROKEN_OFF,
    COUNT_IN_WORDS,
    GOODBYE,
    READY,
    READY_HEARD,
    SLEPT,
    nothing_lost,
    time_left,
)
from stretchcoach.words.wording import duration, join, sentence

AHEAD = 2.0
"""Seconds by which beeps are handed over early, so that a busy machine cannot make them late."""
INTRO_PATIENCE = 12.0
"""Longest wait for an intro to be spoken, seconds; a longer intro gets four more than it usually takes."""
BREATH = 0.25
"""Seconds between the last word of an intro and the clock's start: time enough to place the first beep."""
COUNT_IN = 3.0
CHANGE = 10.0
"""Seconds that longer adds and shorter takes."""


class RoutinePlayer:
    """Plays a ``Plan`` through a ``Mouth``."""

    def __init__(
        self, plan: Plan, mouth: Mouth, gap: float = GAP, listening: bool = False, begin: int = 0, call: str = ANYWHERE
    ) -> None:
        """``gap``: seconds without any event after which it must have slept; ``call``: whom in an emergency."""
        self.plan = plan
        self.mouth = mouth
        self.gap = gap
        self.listening = listening
        self.index = self._first = begin
        self.started: float | None = None
        self.done = self.stopped = self._unwell = False
        self._call = call
        self._ended: float | None = None
        self.notice = ""
        self.earlier: int | None = None
        self._intro = 0
        self._entered = 0.0
        self._clock = StageClock()
        self._last = 0.0

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._clock.paused

    # --- the three calls -----------------------------------------------------------------------------------

    def send(self, event: Event, now: float) -> None:
        if isinstance(event, Earlier):
            self.earlier = event.times
        if self.done:
            if event is Command.RESUME and self.stopped:
                self._carry_on(now)
            return
        if self.started is None:
            self.started = self._last = now
            self.mouth.log(RoutineBegan(now, self.plan.routine.id, self.plan.style.pace))
            self._enter(self._first, now)
        slept = asleep.slept(event, now - self._last, self.gap)
        if slept and not self.paused:
            self._sleep_found(asleep.asleep_line(event, slept), now)
        self._last = max(self._last, now)
        self._advance(now)
        if isinstance(event, Command) and event in self.allowed:
            self._obey(event, now)
            self._advance(now)

    @property
    def deadline(self) -> float | None:
        """When the next tick is wanted at the latest."""
        if self.started is None:
            return 0.0
        if self.done or self.paused:
            return None
        if self._intro:
            return min(self._intro_limit(), self._last + HEARTBEAT)
        return min(self._next_due(), self._last + HEARTBEAT)

    @property
    def allowed(self) -> frozenset[Command]:
        """The commands that mean something now."""
        return allowed_now(self.plan, self.index, self.paused, self.done, self.stopped)

    def view(self, now: float) -> Scene:
        """The scene."""
        step, bout = self.step, self.step.bout
        gone = self._clock.elapsed(now)
        waiting = self.done or bout.seconds is None or self._clock.since is None
        left = None if waiting else max(0.0, (bout.seconds or 0.0) - gone)
        here = step.estimate(self.plan.style.rate) if left is None else left
        remaining = 0.0 if self.done and not self.stopped else self.plan.seconds_from(self.index + 1) + here
        return Scene(
            title=self.plan.routine.title,
            kind=Kind.DONE if self.done else step.kind,
            name=step.name,
            instruction=step.instruction,
            pose=step.pose,
            how=step.how,
            aside=self._aside,
            side=bout.side,
            step=step.stretch,
            steps=self.plan.stretches,
            set=bout.set,
            sets=bout.sets,
            round=step.round,
            rounds=step.rounds,
            rep=bout.rep(gone),
            reps=bout.reps,
            rep_hold=bout.held,
            rep_hold_left=None if waiting else bout.holding(gone),
            left=left,
            up=gone if bout.kind is Kind.OPEN and not self.done else None,
            seconds=bout.seconds or 0.0,
            total_left=remaining,
            progress=min(1.0, max(0.0, 1 - remaining / (self.plan.seconds or 1.0))),
            clock=0.0 if self.started is None else (self._ended or now) - self.started,
            next=bout.next,
            allowed=self.allowed,
            paused=self.paused and not self.done,
            notice=self.notice,
            done=self.done,
            stopped=self.stopped,
            earlier=self.earlier,
            sources=self.plan.routine.all_sources,
        )

    @property
    def _aside(self) -> str:
        alarm = ALARM_SHOWN.format(emergency_number=self._call) if self._unwell else ""
        return alarm if self.done else self.step.care

    # --- moving on -----------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step being done."""
        return self.plan.steps[self.index]

    def _enter(self, index: int, now: float) -> None:
        self.index = index
        self._entered = now
        self._intro = self.mouth.say(self._intro_text(), Priority.ACTION, now)
        self._clock.begin(None if self._intro else now)

    def _intro_text(self) -> str:
        ready = READY_HEARD if self.listening else READY
        return join(self.step.intro, ready) if self.step.kind is Kind.WAIT else self.step.intro

    def _intro_limit(self) -> float:
        return self._entered + max(INTRO_PATIENCE, 4 + speech_seconds(self._intro_text(), self.mouth.rate))

    def _advance(self, now: float) -> None:
        while not (self.done or self.paused):
            if self._intro:
                if self.mouth.pending(self._intro) and now < self._intro_limit():
                    return
                self._intro, self._clock.since = 0, now + BREATH
            self._fire(now)
            end = self._end()
            if end is None or now < end:
                return
            self._leave(self.index + 1, end, now)

    def _leave(self, index: int, end: float, now: float) -> None:
        """Go on to ``index``; a step without an intro begins at the exact ``end`` of this one."""
        step = self.step
        if step.kind in BOUTS:
            done = end - (self._clock.since or self._entered) + self._clock.banked
            whole = round(round(done, 3))  # half a second, or a hair less, is the same for both legs
            self.mouth.log(BoutDone(end, step.name, step.bout.side, whole))
        if index >= len(self.plan.steps):
            self._finish(now)
            return
        self._enter(index, now)
        if not self._intro:
            self._clock.since = end

    def _end(self) -> float | None:
        return self._clock.end(self.step.limit if self.step.kind is Kind.WAIT else self.step.seconds)

    def _finish(self, now: float) -> None:
        self.done, self._ended = True, now
        self.mouth.say(GOODBYE, Priority.FAREWELL, now)
        self.mouth.log(RoutineDone(now, self.plan.routine.id))

    # --- cues ----------------------------------------------------------------------------------------------

    def _fire(self, now: float) -> None:
        clock = self._clock
        gone = clock.elapsed(now) + GRAIN
        ahead = gone + AHEAD - max(0.0, (clock.since or now) - now)
        for mark in self.step.cues:
            if mark.sound and clock.sounded_to < mark.at <= ahead:
                self.mouth.beep(mark.sound, clock.moment(mark.at))
            elif mark.say and clock.said_to < mark.at <= gone:
                self.mouth.say(mark.say, mark.priority, now)
        clock.said_to, clock.sounded_to = max(clock.said_to, gone), max(clock.sounded_to, ahead)

    def _next_due(self) -> float:
        clock, cues = self._clock, self.step.cues
        dues = [clock.moment(mark.at) for mark in cues if mark.say and mark.at > clock.said_to]
        dues += [clock.moment(mark.at) - AHEAD for mark in cues if mark.sound and mark.at > clock.sounded_to]
        end = self._end()
        return min([*dues, end] if end is not None else dues, default=self._last + HEARTBEAT)

    # --- commands ------------------------------------------------------------------------------------------

    def _obey(self, command: Command, now: float) -> None:
        match command:
            case Command.PAUSE:
                self._pause(now)
            case Command.RESUME:
                self._resume(now)
            case Command.NEXT:
                self._jump(self._unit(self.step.unit + 1), now)
            case Command.READY | Command.GONE:
                self.mouth.hush(now)
                self._leave(self.index + 1, now, now)
            case Command.BACK:
                self._jump(self._unit(self.step.unit - 1), now)
            case Command.REPEAT:
                self._jump(self._unit(self.step.unit), now)
            case Command.STOP | Command.UNWELL:
                self._stop(now, command is Command.UNWELL)
            case Command.LONGER | Command.SHORTER:
                self._change(CHANGE if command is Command.LONGER else -CHANGE, now)
            case Command.SLOWER | Command.FASTER:
                self._tempo(command, now)
            case Command.TIME:
                self._tell_time(now)
            case Command.HOW:
                self.mouth.say(join(self.step.instruction, self.step.how), Priority.ACTION, now)
            case _:
                pass

    def _unit(self, unit: int) -> int:
        return self.plan.start_of(max(unit, min(1, self.step.unit)))

    def _jump(self, index: int, now: float) -> None:
        self.mouth.hush(now)
        self._clock.paused = False
        self.notice = ""
        if index >= len(self.plan.steps):
            self._finish(now)
        else:
            self._enter(index, now)

    def _pause(self, now: float) -> None:
        self._clock.pause(now)
        self.mouth.hush(now)

    def _resume(self, now: float) -> None:
        self._clock.paused = False
        self.notice = ""
        self._last = now
        if self._intro or self._clock.since is None:
            self._enter(self.index, now)
            return
        if self.mouth.current:
            self.mouth.hush(now)
        self._clock.since = now + COUNT_IN
        self.mouth.count_in(self._clock.since or now, now)
        self.mouth.say(COUNT_IN_WORDS, Priority.NAME, now)

    def _sleep_found(self, told: str, now: float) -> None:
        self._clock.pause(self._last)
        self.mouth.hush(now)
        self.notice = nothing_lost(told)
        self.mouth.say(SLEPT, Priority.SAFETY, now)

    def _stop(self, now: float, unwell: bool) -> None:
        self.mouth.hush(now)
        self.done = self.stopped = True
        self._ended, self._unwell = now, unwell
        if unwell:
            self.mouth.say(ALARM_LINE.format(emergency_number=self._call), Priority.SAFETY, now)
        self.mouth.say(BROKEN_OFF, Priority.FAREWELL, now)
        self.mouth.log(RoutineStopped(now, self.plan.routine.id, self.step.stretch))

    def _carry_on(self, now: float) -> None:
        """It was ended too soon: the stretch that was broken off begins again; the time between does not count."""
        if self.started is not None and self._ended is not None:
            self.started += now - self._ended
        self.done = self.stopped = self._clock.paused = False
        self._ended, self._last = None, now
        self.mouth.log(Reopened(now))
        self._jump(self._unit(self.step.unit), now)

    def _change(self, seconds: float, now: float) -> None:
        done = self._clock.elapsed(now) - (self.step.seconds or 0.0)
        self.plan = lengthened(self.plan, self.index, max(seconds, done))
        self._renewed(now)
        self.mouth.say(sentence(f"{duration(self.step.seconds or 0)} altogether"), Priority.ACTION, now)

    def _tempo(self, command: Command, now: float) -> None:
        slower = command is Command.SLOWER
        pace = self.mouth.tune("rate", -1 if slower else 1)
        if self.step.kind is Kind.REPS and may_change(self.plan, self.index):
            before = self.step.bout.tempo
            self.plan = retimed(self.plan, self.index, 1.25 if slower else 0.8)
            self._clock.rescale(self.step.bout.tempo / before, now)
            self._renewed(now)
        self.mouth.say(pace, Priority.ACTION, now)

    def _renewed(self, now: float) -> None:
        """The step's length changed under way: beeps handed over for the old end must not sound."""
        clock = self._clock
        if clock.since is not None and not self.paused:
            self.mouth.hush(now)
            clock.sounded_to = clock.elapsed(now) - GRAIN
            if clock.since - now > BREATH:
                self.mouth.count_in(self._clock.since or now, now)

    def _tell_time(self, now: float) -> None:
        scene = self.view(now)
        here = 0.0 if scene.kind in LEADS else scene.left or 0.0
        self.mouth.say(time_left(here, scene.total_left), Priority.ACTION, now)
