"""The follow-up talk: one question at a time about what may have caused the cramp, then what the answers mean.

It can be begun by itself or by a relief that has ended well.  Silence leaves a question open; two silences in a row end
the asking, as does *tomorrow*.  What was left open never reassures (``triage.judge``).  The result is spoken level
first, then what may have played a part and what helps.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from stretchcoach.core import asleep
from stretchcoach.core.asking import TOMORROW, Asking
from stretchcoach.core.knowledge import Answers, Item, Knowledge
from stretchcoach.core.messages import (
    Answer,
    Asked,
    Command,
    Event,
    Kind,
    Level,
    Likely,
    Outcome,
    Priority,
    Scene,
    Ticks,
)
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.narration import Narration
from stretchcoach.core.phrases import TOLD
from stretchcoach.core.record import Answered, Judged, PutOff
from stretchcoach.core.script import talk
from stretchcoach.core.stage_clock import HEARTBEAT
from stretchcoach.core.triage import HelpWords
from stretchcoach.words.questions import ENDED, FAREWELL, LATER, MEANING, OPENING, PART, TITLE, question_of

UNNAMED = ("age_idiopathic", "rls_mimic", "mnd_neuro")
"""What is not a part played: told by its own words."""
C = Command
ALWAYS = frozenset({C.STOP, C.AGAIN, C.HELP, C.LOUDER, C.QUIETER, C.SLOWER, C.FASTER, C.NEXT})
del C


class Interview:
    """Asks, judges, tells."""

    def __init__(
        self,
        mouth: Mouth,
        knowledge: Knowledge,
        words: HelpWords,
        known: Answers | None = None,
        listening: bool = False,
        gap: float = asleep.GAP,
        before: int = 0,
    ) -> None:
        """``known``: answers that need not be asked; ``gap``: seconds without an event that mean a sleep.

        ``before``: how many questions were asked already.
        """
        self.mouth = mouth
        self.asking = Asking(knowledge, words, knowledge.interview, known, before)
        self.outcome: Outcome | None = None
        self.done = False
        self._gap = gap
        self._telling = Narration(mouth, listening)
        self._last: float | None = None
        self._began = 0.0

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._telling.paused

    @property
    def listening(self) -> bool:
        """Words may be asked for instead of keys."""
        return self._telling.listening

    @listening.setter
    def listening(self, on: bool) -> None:
        self._telling.listening = on

    # --- the three calls -----------------------------------------------------------------------------------

    def send(self, event: Event, now: float) -> None:
        if self.done:
            return
        if self._last is None:
            self._last = self._began = now
            self._ask(now, OPENING)
        if asleep.slept(event, now - self._last, self._gap) and self.asking.item and not self.paused:
            self._put(self.asking.item, now)
        self._last = max(self._last, now)
        self._advance(now)
        if isinstance(event, Command) and event in self.allowed:
            self._obey(event, now)
        elif isinstance(event, Answer):
            self._answer(event.value, now)
        elif isinstance(event, Ticks):
            self._tick(event, now)
        self._advance(now)

    @property
    def deadline(self) -> float | None:
        """When the next tick is wanted at the latest."""
        if self._last is None:
            return 0.0
        if self.done or self.paused:
            return None
        return min([self._last + HEARTBEAT, *self._telling.dues])

    @property
    def allowed(self) -> frozenset[Command]:
        """The commands that mean something now."""
        if self.done:
            return frozenset()
        pause = {Command.RESUME if self.paused else Command.PAUSE}
        asking = {Command.HOW} if self.asking.item else set()
        return ALWAYS | pause | asking | {Command.BACK}

    def view(self, now: float) -> Scene:
        """The scene."""
        question = None if self.done else self.asking.question(calm=True)
        stage = self._telling.stage
        return Scene(
            title=TITLE,
            relief=True,
            talk=True,
            kind=Kind.DONE if self.done else Kind.ASK if question else Kind.TALK,
            name=question_of(question.number, question.about) if question else MEANING,
            instruction=stage.instruction,
            how=stage.how,
            clock=now - self._began,
            question=question,
            allowed=self.allowed,
            paused=self.paused,
            outcome=self.outcome,
            done=self.done,
            sources=self.outcome.sources if self.outcome else (),
        )

    # --- moving on -----------------------------------------------------------------------------------------

    def _advance(self, now: float) -> None:
        while not (self.done or self.paused):
            self._telling.speak(now)
            end = self._telling.end
            if end is None or now < end:
                return
            self._over(end)

    def _over(self, now: float) -> None:
        """The time for an answer, or for telling the result, is over."""
        if self.outcome is not None:
            self._finish(FAREWELL if self.outcome.level < Level.SAME_DAY else "", now)
        elif self.asking.item is not None:
            answers, enough = self.asking.silence()
            self._log(answers, now)
            if enough:
                self._put_off(now)
            else:
                self._ask(now)

    def _ask(self, now: float, preface: str = "") -> None:
        item = self.asking.ask()
        if item is None:
            self._conclude(now)
            return
        self._put(item, now, preface)

    def _put(self, item: Item, now: float, preface: str = "") -> None:
        self._telling.begin(self.asking.stage(item, True, preface), now)

    def _put_off(self, now: float) -> None:
        """The rest is asked another day; what was answered is judged all the same."""
        self.mouth.log(PutOff(now))
        self.mouth.say(LATER, Priority.ACTION, now)
        self._conclude(now)

    def _conclude(self, now: float) -> None:
        self.outcome = outcome = self.asking.outcome()
        self.asking.end()
        causes = tuple(cause.id for cause in outcome.causes)
        self.mouth.log(Judged(now, outcome.level.name, outcome.rules, causes))
        stage = talk(tuple(spoken_lines(outcome)))
        if outcome.level >= Level.SAME_DAY:
            self.mouth.say(outcome.line, Priority.SAFETY, now)
            stage = replace(stage, lines=stage.lines[1:])
        self._telling.begin(stage, now)

    def _finish(self, line: str, now: float) -> None:
        self.done = True
        self.mouth.say(line, Priority.FAREWELL, now)

    # --- commands and answers ------------------------------------------------------------------------------

    def _answer(self, value: str, now: float) -> None:
        question = self.asking.question(calm=True)
        offered = (
            {choice.value for choice in question.choices} | {row.id for row in question.rows} if question else set()
        )
        if question is None or value not in {*offered, *TOLD.values()}:
            return
        self.mouth.hush(now)
        if self.paused:
            self._telling.go_on(now)
        if value == TOMORROW.value:
            self.mouth.log(Answered(now, question.key, value))
            self._put_off(now)
        else:
            self._log(self.asking.answer(value) if value in offered else self.asking.told(value), now)
            self._ask(now)

    def _tick(self, ticks: Ticks, now: float) -> None:
        question = self.asking.question(calm=True)
        if question is None or question.kind is not Asked.LIST:
            return
        self.mouth.hush(now)
        if self.paused:
            self._telling.go_on(now)
        self._log(self.asking.tick(ticks), now)
        self._ask(now)

    def _log(self, answers: Answers, now: float) -> None:
        """Each answer by its own key; empty: left open."""
        for key, value in answers.items():
            self.mouth.log(Answered(now, key, str(value) or None))

    def _obey(self, command: Command, now: float) -> None:
        match command:
            case Command.STOP:
                self.mouth.hush(now)
                self._stop(now)
            case Command.NEXT:
                self._skip(now)
            case Command.BACK:
                self.mouth.hush(now)
                self.outcome = None
                self.asking.back()
                self._ask(now)
            case Command.HOW:
                self.mouth.say(self._telling.stage.how, Priority.ACTION, now)
            case Command.PAUSE:
                self._telling.pause(now)
                self.mouth.hush(now)
            case Command.RESUME:
                self._telling.go_on(now)
                self.mouth.say(self._telling.stage.instruction, Priority.ACTION, now)
            case Command.SLOWER | Command.FASTER:
                pace = self.mouth.tune("rate", -1 if command is Command.SLOWER else 1)
                self.mouth.say(pace, Priority.ACTION, now)
            case _:
                pass

    def _stop(self, now: float) -> None:
        """End; what was answered is judged, so that no raised flag is lost."""
        if self.outcome is None:
            self.mouth.log(PutOff(now))
            self._conclude(now)
        if not self.done:
            self._finish(ENDED, now)

    def _skip(self, now: float) -> None:
        self.mouth.hush(now)
        if self.paused:
            self._telling.go_on(now)
        if self.asking.item is not None:
            self._log(self.asking.skip(), now)
            self._ask(now)
        else:
            self._over(now)


def lower(name: str) -> str:
    """A name inside a sentence."""
    return name[0].lower() + name[1:]


def spoken_lines(outcome: Outcome) -> Iterator[str]:
    """The result as it is spoken: the level, what may have played a part, what to do."""
    yield outcome.line
    for cause in outcome.causes:
        yield from cause_lines(cause)
    yield from outcome.advice


def cause_lines(cause: Likely) -> Iterator[str]:
    """A cause in two lines: its name, and the first thing that helps."""
    yield cause.why if cause.id in UNNAMED else PART.format(name=lower(cause.name))
    yield from cause.helps[:1]
