"""The coach: a session or a relief, its mouth, and the rules for being interrupted, behind three calls.

    effects = coach.send(event, now)
    coach.deadline
    coach.view(now)

Being interrupted: words that *began* while the coach was speaking, or half a second after, may be its own echo.
Then only the safety words count (stop, pause, worse, help), and not one that the coach was just saying.  Where the ears
are sure that it was somebody else (``Heard.clear``), every command counts that is not in the line, and *stop* counts
even then.  An answer never counts, and nothing that is heard over the coach pauses it in a cramp.
Keys and buttons are not words and always count.
"""

from typing import Protocol

from msgspec.structs import replace

from stretchcoach.core.commands import TABLE
from stretchcoach.core.helping import keys_told, words_told
from stretchcoach.core.key_presses import keyed
from stretchcoach.core.messages import (
    Answer,
    Barge,
    Command,
    Effect,
    Event,
    Heard,
    Microphone,
    MicState,
    Notice,
    Priority,
    Scene,
    SpeechEnded,
)
from stretchcoach.core.mouth import CLEAR_ECHO, ECHO, Mouth
from stretchcoach.core.phrases import SAFETY, asks_how_it_is, doubtful, understand
from stretchcoach.grammar.meaning import tidy
from stretchcoach.words.cramp import ALWAYS, CHECK_FIRST, HEARD, WORDS

HOW_IS_IT = HEARD[CHECK_FIRST]
"""Asked again where an answer said two things at once, or nothing for certain."""
ANSWERING = 15.0
"""Seconds that help may wait for its turn: as long as the longest line that is being said."""
NOTICED = 20.0
"""Seconds for which a notice stands."""


class Play(Protocol):
    """What the coach conducts: ``RoutinePlayer``, ``Relief`` or ``Interview``."""

    listening: bool
    """Words may be asked for instead of keys."""

    @property
    def done(self) -> bool:
        """Whether it is over."""

    def send(self, event: Event, now: float) -> None:
        """Take one event."""

    @property
    def deadline(self) -> float | None:
        """When it wants to be called again."""

    @property
    def allowed(self) -> frozenset[Command]:
        """What may be asked of it now."""

    def view(self, now: float) -> Scene:
        """The scene that the play shows."""


class Coach:
    """Joins a play and a mouth; all front ends talk to this."""

    def __init__(self, play: Play, mouth: Mouth) -> None:
        self.play = play
        self.mouth = mouth
        self.microphone = MicState.STARTING if play.listening else MicState.OFF
        self._helping = 0
        """The number of the help that was told last."""
        self._notices: dict[str, float] = {}
        """Until when each notice stands, the oldest first; a later one does not hide what is still to be read."""

    def send(self, event: Event, now: float) -> list[Effect]:
        """Something happened; perform the effects that come back, in order."""
        if isinstance(event, Heard):
            self._hear(event, now)
            return self.mouth.drain()
        if isinstance(event, SpeechEnded):
            self.mouth.ended(event.utterance, now)
        self.mouth.tick(now)
        if isinstance(event, Barge):
            self.mouth.duck(event.on)
        elif isinstance(event, Microphone):
            self.microphone = event.state
            self.play.listening = event.state in (MicState.STARTING, MicState.LISTENING)
        if isinstance(event, Notice):
            if event.text:
                self._notices[event.text] = now + NOTICED
            if event.voiced is not None:
                self.mouth.set_voiced(event.voiced, now)
        self._pass(event, now)
        return self.mouth.drain()

    @property
    def deadline(self) -> float | None:
        """Send a ``Tick`` no later than this; None: only an event can move the coach."""
        moments = [moment for moment in (self.play.deadline, self.mouth.deadline) if moment is not None]
        return min(moments, default=None)

    @property
    def done(self) -> bool:
        """Whether all is over, the farewell included."""
        return self.play.done and self.mouth.current is None

    def view(self, now: float) -> Scene:
        """The scene at ``now``."""
        captions = self.mouth.captions
        scene = self.play.view(now)
        notices = " ".join(text for text, until in self._notices.items() if now < until)
        return replace(
            scene,
            question=keyed(scene.question),
            notice=scene.notice or notices,
            caption=captions[-1] if captions else "",
            captions=captions,
            speaking=self.mouth.current is not None,
            microphone=self.microphone,
        )

    def _pass(self, event: Event, now: float) -> None:
        allowed = self.play.allowed
        self.play.send(event, now)
        if not isinstance(event, Command) or event not in allowed or self.play.done:
            return
        if event is Command.AGAIN:
            self.mouth.say(self.mouth.last, Priority.ACTION, now)
        elif event is Command.HELP:
            if not self.mouth.pending(self._helping):  # keys that are hammered must not pile up talk
                for line in self._help(now):
                    self._helping = self.mouth.say(line, Priority.ACTION, now, now + ANSWERING)
        elif event in (Command.LOUDER, Command.QUIETER):
            figure = self.mouth.tune("volume", 1 if event is Command.LOUDER else -1)
            self.mouth.say(figure, Priority.ACTION, now)

    def _help(self, now: float) -> tuple[str, ...]:
        question = self.play.view(now).question
        if {Command.GONE, Command.SAME, Command.WORSE} <= self.play.allowed and question is None:
            return tuple(HEARD[line] if self.play.listening else line for line in (WORDS, ALWAYS))
        if self.play.listening:
            return (words_told(self.play.allowed, question),)
        return (keys_told(self.play.allowed, keyed(question), self.play.view(now).relief),)

    def _hear(self, heard: Heard, now: float) -> None:
        question, allowed = self.play.view(now).question, self.play.allowed
        meant = understand(heard.text, allowed, question, asks_how_it_is(self.mouth.last))
        if meant is not None:
            if not self._echo(meant, heard):
                self._pass(meant, now)
        elif doubtful(heard.text, allowed, question) and not self.mouth.saying_at(heard.began, CLEAR_ECHO):
            self.mouth.say(question.text if question else HOW_IS_IT, Priority.ACTION, now)

    def _echo(self, meant: Command | Answer, heard: Heard) -> bool:
        """Whether this may be our own voice, or must be taken for it."""
        saying = self.mouth.saying_at(heard.began, CLEAR_ECHO if heard.clear else ECHO)
        if not saying:
            return False
        if isinstance(meant, Answer) or (meant is Command.PAUSE and self.play.view(heard.began).relief):
            return True
        if meant is Command.STOP and heard.clear:
            return False
        if meant not in SAFETY and not heard.clear:
            return True
        spoken = f" {tidy(saying)} "
        return any(f" {tidy(phrase)} " in spoken for phrase in (*TABLE[meant].phrases, heard.text))
