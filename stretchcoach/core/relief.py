"""The coach of a cramp: what happens goes to the table of the protocol, what is to be seen is made of where it stands.

It never waits to be answered, or for a line to be spoken: every phase has its seconds (``script``), and silence
means "same".  Two clocks run.  The phase's own stands still in a pause; the cramp's counts from the first word
through pauses and sleep until it lets go, calls out at 3, 5 and 8 minutes, and at 10 asks for help the same day.

Order: leg straight and toes up, three rounds of hold and ease, the first with the safety line; the screen, another
position, three rounds, breathing, and so on.  *Gone* at any moment leads to light hold, wiggle, screen, rub (only if
the clot questions were answered no), walk, advice, three taps for the diary; silence leaves all that for the morning.
*Worse* eases once, and ends the stretch the second time.  *Stop* ends it at once and asks the screen's questions; stop
in the screen, or after it, ends the session.  All of it stands in ``protocol_table``.

While the safety line stands, *stop* and *yes* mean that one of its things is there; until each has been denied, that
never comes out lower than help the same day.  A key that means nothing does nothing.
"""

import math
from collections.abc import Sequence

from msgspec.structs import replace

from stretchcoach.core import asleep, positions, script, verdict
from stretchcoach.core.asking import Asking
from stretchcoach.core.cramp import Cramp
from stretchcoach.core.knowledge import NOTHING, Answers, Knowledge
from stretchcoach.core.messages import Answer, Command, Event, Kind, Priority, Scene, Side, Stray, Ticks
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.phase import CRAMPING, ROUNDS, Phase
from stretchcoach.core.protocol import LETTER, SKIPPED, Happening, Progress
from stretchcoach.core.protocol_table import TABLE
from stretchcoach.core.record import SideTold
from stretchcoach.core.stage_clock import HEARTBEAT
from stretchcoach.core.triage import HelpWords
from stretchcoach.words.cramp import STILL, TITLE, TITLE_PRACTICE
from stretchcoach.words.wording import duration, leg, sentence

ANSWERING = 3.0
"""Seconds a reply may wait for its turn; keys that are hammered must not pile up talk."""
SIDES = {Command.LEFT: Side.LEFT, Command.RIGHT: Side.RIGHT, Command.BOTH: Side.BOTH}
C, H = Command, Happening
HAPPENINGS = {
    C.STOP: H.STOP,
    C.GONE: H.GONE,
    C.SAME: H.SAME,
    C.WORSE: H.WORSE,
    C.NEXT: H.NEXT,
    C.BACK: H.BACK,
    C.YES: H.ALARM,
    C.ALARM: H.ALARM,
    C.UNWELL: H.ALARM,
    C.LATER: H.LATER,
}
"""The commands that the table knows; the others change nothing but what is said and known."""
ALWAYS = frozenset({C.STOP, C.AGAIN, C.HELP, C.HOW, C.LOUDER, C.QUIETER, C.SLOWER, C.FASTER, *SIDES})
del C, H
SOURCES = ("NHS-LC", "MAYO", "UTD-AC", "AAOS-S")


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
        gap: float = asleep.GAP,
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
        progress = Progress(Phase.TEACH if rehearse else Phase.OPENING, rehearse, follow_up)
        asking = Asking(knowledge, words or HelpWords(), known=known)
        self.cramp = Cramp(mouth, asking, side, progress, earlier, listening, gap)

    @property
    def progress(self) -> Progress:
        """Where the protocol stands."""
        return self.cramp.progress

    @property
    def done(self) -> bool:
        """Whether it is over."""
        return self.progress.done

    @property
    def paused(self) -> bool:
        """Whether it stands still; the cramp's own clock never does."""
        return self.cramp.talk.paused if self.cramp.talk else self.cramp.narration.paused

    @property
    def listening(self) -> bool:
        """Words may be asked for instead of keys."""
        return self.cramp.narration.listening

    @listening.setter
    def listening(self, on: bool) -> None:
        self.cramp.narration.listening = on
        if self.cramp.talk:
            self.cramp.talk.listening = on

    # --- the three calls -----------------------------------------------------------------------------------

    def send(self, event: Event, now: float) -> None:
        cramp = self.cramp
        if self.done:
            if event is Command.BACK and event in self.allowed:
                cramp.happen(Happening.BACK, now)
        elif cramp.talk is not None:
            if event is Command.WORSE:  # only a cramp that is back takes over from the talk
                cramp.last = now
                cramp.happen(Happening.WORSE, now)
            else:
                cramp.talk_on(cramp.talk, event, now)
        else:
            self._catch_up(event, now)
            self._advance(now)
            if not self.done:  # what is said at the end is not for a key that came in the same moment
                self._take(event, now)
                self._advance(now)

    @property
    def deadline(self) -> float | None:
        """When the next tick is wanted at the latest."""
        cramp = self.cramp
        if cramp.clock is None:
            return 0.0
        if self.done:
            return None
        if cramp.talk is not None:
            return cramp.talk.deadline
        call = None if self.progress.rehearse else cramp.clock.next_call()
        if self.paused:
            until = None if cramp.still_until == math.inf else cramp.still_until
            return min((moment for moment in (call, until) if moment is not None), default=None)
        return min([cramp.last + HEARTBEAT, *cramp.narration.dues, *([] if call is None else [call])])

    @property
    def allowed(self) -> frozenset[Command]:
        """The commands that mean something now; from a result one can go back, should a key have slipped."""
        at, cramp = self.progress, self.cramp
        if at.done:
            asked = cramp.talk is None and cramp.outcome is not None and cramp.asking.count > 0
            return frozenset({Command.BACK}) if asked and not at.rehearse else frozenset()
        if cramp.talk is not None:
            return cramp.talk.allowed | {Command.WORSE}
        some = {Command.RESUME if self.paused else Command.PAUSE, Command.WORSE}
        if at.calm or at.phase in SKIPPED:
            some.add(Command.NEXT)
        if not at.rehearse:
            some |= {Command.ALARM} | ({Command.YES} if at.prompting else set())
        if not at.calm:
            some |= {Command.GONE, Command.SAME, Command.TIME}
        elif not (at.rehearse or at.asked or cramp.question):
            some.add(Command.LATER)
        if cramp.asking.item is not None:
            some = (some | {Command.BACK}) - {Command.SAME}
        return ALWAYS | some

    def view(self, now: float) -> Scene:
        """The scene."""
        at, cramp = self.progress, self.cramp
        clock = cramp.seconds(now)
        if cramp.talk is not None:
            return replace(cramp.talk.view(now), clock=clock, side=cramp.side, allowed=self.allowed)
        gone, stage, asked = cramp.narration.elapsed(now), cramp.narration.stage, cramp.question
        seconds, keeps = stage.seconds or 0.0, at.phase is Phase.KEEP
        return Scene(
            title=TITLE_PRACTICE if at.rehearse else TITLE,
            relief=True,
            kind=Kind.DONE if at.done else Kind.ASK if asked else stage.kind,
            name=at.phase.value,
            instruction=stage.instruction,
            pose="" if at.done or asked else positions.pose(at.phase, at.place, at.cycle),
            how=stage.how,
            side=cramp.side,
            step=at.round if at.phase in CRAMPING else 0,
            steps=ROUNDS if at.phase in CRAMPING else 0,
            left=max(0.0, seconds - gone) if seconds and not (at.done or keeps) else None,
            up=gone if keeps and not at.done else None,
            seconds=0.0 if keeps else seconds,
            progress=min(1.0, gone / seconds) if seconds else 0.0,
            clock=clock,
            next=next_name(at.phase),
            question=asked,
            allowed=self.allowed,
            paused=self.paused,
            notice=cramp.notice,
            outcome=cramp.outcome,
            done=at.done,
            aside=verdict.aside(at, cramp.asking, self.listening),
            sources=cramp.outcome.sources if cramp.outcome else SOURCES,
        )

    # --- time ------------------------------------------------------------------------------------------------

    def _catch_up(self, event: Event, now: float) -> None:
        """Begin, notice a sleep, go on by itself from a pause that has lasted."""
        cramp = self.cramp
        if cramp.clock is None:
            cramp.start(now)
        slept = asleep.slept(event, now - cramp.last, cramp.gap)
        if slept and not self.paused:
            cramp.happen(Happening.SLEPT, now, asleep.asleep_line(event, slept))
        cramp.last = max(cramp.last, now)
        if self.paused and now >= cramp.still_until:
            cramp.resume(now)

    def _advance(self, now: float) -> None:
        self._call_out(now)
        while not (self.done or self.paused):
            self.cramp.narration.speak(now)
            end = self.cramp.narration.end
            if end is None or now < end:
                return
            self.cramp.happen(Happening.TIME, end)

    def _call_out(self, now: float) -> None:
        if self.cramp.clock is None or self.progress.rehearse:
            return
        line, ten = self.cramp.clock.calls(now)
        if ten:
            self.cramp.happen(Happening.TEN, now)
        else:
            self.mouth.say(line, Priority.ACTION, now)

    # --- commands and answers --------------------------------------------------------------------------------

    def _take(self, event: Event, now: float) -> None:
        if isinstance(event, Command) and event in self.allowed:
            self._obey(event, now)
        elif isinstance(event, Answer):
            self._answer(event.value, now)
        elif isinstance(event, Stray):
            self._stray(event, now)
        elif isinstance(event, Ticks):
            self.cramp.happen(Happening.TICKS, now, ticks=event)

    def _obey(self, command: Command, now: float) -> None:
        cramp = self.cramp
        if command in HAPPENINGS:
            cramp.happen(HAPPENINGS[command], now)
            return
        match command:
            case Command.PAUSE:
                cramp.narration.pause(now)
                self.mouth.hush(now)
                if not self.progress.rehearse:
                    self.mouth.say(STILL, Priority.ACTION, now)
                    cramp.still_until = now + script.STANDS_STILL
            case Command.RESUME:
                cramp.resume(now)
            case Command.LEFT | Command.RIGHT | Command.BOTH:
                cramp.side = SIDES[command]
                self.mouth.log(SideTold(now, cramp.side))
                self._reply(sentence(f"all right, {leg(cramp.side)}"), now)
            case Command.HOW:
                self._reply(cramp.narration.stage.how, now)
            case Command.SLOWER | Command.FASTER:
                self._reply(self.mouth.tune("rate", -1 if command is Command.SLOWER else 1), now)
            case Command.TIME:
                self._reply(sentence(f"{duration(cramp.seconds(now))} since it began"), now)
            case _:
                pass

    def _reply(self, line: str, now: float) -> None:
        self.mouth.say(line, Priority.ACTION, now, now + ANSWERING)

    def _answer(self, value: str, now: float) -> None:
        """Only what is offered is an answer."""
        asked = self.cramp.question
        if asked and value in {*(choice.value for choice in asked.choices), *(row.id for row in asked.rows)}:
            self.cramp.happen(Happening.ANSWER, now, value)

    def _stray(self, key: Stray, now: float) -> None:
        """A key that means nothing: it wakes from a pause, goes on from the first line, or is asked about once."""
        if self.paused and self.progress.phase in CRAMPING:
            self.cramp.resume(now)
        else:
            self.cramp.happen(Happening.STRAY, now, LETTER if key.letter else "")


def next_name(phase: Phase) -> str:
    """What follows when the time is over, in few words; empty where that depends on answers, or on the round."""
    if phase in (Phase.EASE, Phase.EASED):
        return Phase.HOLD.value
    following = TABLE[phase, Happening.TIME][-1].to
    return following.value if isinstance(following, Phase) and phase is not Phase.VARIANT_EASE else ""
