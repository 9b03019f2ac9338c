"""The session: a picture of the Scene, and the keys that are sent to the coach.

Nothing is decided here.  The screen is drawn again four times a second and after everything that happens; no
widget takes the keys, so all of them reach ``press``.
"""

import time
from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.timer import Timer

from stretchcoach.core.commands import TABLE, command_for_key
from stretchcoach.core.key_presses import ONCE, TOGETHER, KeyPresses
from stretchcoach.core.messages import Answer, Asked, Beep, Command, Hush, Notice, Question, Scene, Stray
from stretchcoach.program.runner import Runner
from stretchcoach.tui.session_keys import LEAVE_AT_ONCE, fits, keys_for
from stretchcoach.tui.widgets.base import Bar, KeyButton, Line
from stretchcoach.tui.widgets.frame import Captions, SessionHeader
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.question import QuestionView
from stretchcoach.tui.widgets.result import ResultView
from stretchcoach.tui.widgets.session_body import Body, shows_outcome
from stretchcoach.tui.widgets.stage import AnswerRow
from stretchcoach.words import screens

BOUND = frozenset(key for entry in TABLE.values() for key in entry.keys)
MUTE = "m"
LEAVING = ("q", "escape", "enter")
REPAINT = 0.25
FOR_A_SHELL, WORD = 60.0, 1.5
"""Seconds after Ctrl+Z for which somebody may believe to be in a shell, and from one letter of ``fg`` to the next."""
ASIDE = "ctrl+z"
GONE = TABLE[Command.GONE].keys
FLASH = 0.2
"""Seconds for which a beep is seen."""


PAGES = {"pagedown": 1, "pageup": -1}
"""Keys that turn the pages of a list, on a screen that is too small for all of it."""


class SessionScreen(Screen[None]):
    """A routine or a cramp under way."""

    def __init__(
        self,
        runner: Runner,
        leave: Callable[[], None],
        mute: Callable[[], None],
        routine: Callable[[str], None] | None = None,
        sources: Callable[[], Mapping[str, str]] = dict,
        again: Callable[[], None] | None = None,
    ) -> None:
        """``mute`` turns the microphone off, or on; ``routine`` starts one; ``sources`` tells what each key is.

        ``again`` starts the same once more, where that makes sense.
        """
        super().__init__(classes="cramp" if runner.scene().relief else "routine")
        self.runner = runner
        self.leave = leave
        self.mute = mute
        self.routine = routine
        self.sources = sources
        self.again = again
        self.clock: Callable[[], float] = time.monotonic
        self.flashes = False
        """Whether each beep is shown."""
        self._flashes: list[Timer] = []
        self._keys = KeyPresses()
        self._characters: dict[str, str | None] = {}
        self._hushed = False
        self._for_a_shell = 0.0
        """Until when what is typed may be meant for a shell."""
        self._latest = ("", 0.0)
        """The key before, and when."""

    def compose(self) -> ComposeResult:
        """What is around the body, and the body."""
        scene = self.runner.scene()
        yield SessionHeader(id="head")
        yield Line(screens.TOO_SMALL, id="small")
        yield Line(id="aside", optional=True)
        yield Body(scene)
        yield Line(id="notice", optional=True)
        yield Captions(id="captions")
        if scene.relief:
            yield AnswerRow(id="answers")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.runner.on_change = self._changed
        self.runner.on_beep = self._beeped if self.flashes else None
        self.runner.start()
        self.set_interval(REPAINT, self.repaint)
        self.repaint()

    def on_unmount(self) -> None:
        self.end()

    def end(self) -> None:
        """End the session; what is being said is cut off, unless it is the farewell."""
        if self._hushed:
            return
        self._hushed = True
        self.runner.on_change = None
        if not self.runner.scene().done:
            self.runner.perform(Hush())
        self.runner.close()

    def _changed(self) -> None:
        if self.is_mounted:
            self.call_later(self.repaint)

    def _beeped(self, beep: Beep | None) -> None:
        """The same as ``flash`` in the screen's own turn: timers that are set while the voice tells know no app."""
        if self.is_mounted:
            self.call_later(self.flash, beep)

    def flash(self, beep: Beep | None) -> None:
        """Light the line at the top up when the beep sounds; None: those to come are hushed.

        Beeps are a second apart, a third of the three flashes a second that WCAG 2.3.1 allows.
        """
        for timer in self._flashes if beep is None else ():
            timer.stop()
        self._flashes = [] if beep is None else self._flashes[-8:]
        if beep is None:
            return
        wait = self.runner.clock.until(beep.at)
        self._flashes += [
            self.set_timer(max(0.001, wait), lambda: self.query_one(Bar).light(True)),
            self.set_timer(wait + FLASH, lambda: self.query_one(Bar).light(False)),
        ]

    # --- drawing -------------------------------------------------------------------------------------------

    def repaint(self) -> None:
        """Draw the Scene of this moment; what looks the same is left alone."""
        if not self.app.is_running:  # widgets close from the innermost on, even while a session begins
            return
        scene = self.runner.scene()
        self.set_class(scene.paused, "paused")
        self.set_class(scene.question is not None, "asking")
        self.set_class(scene.done, "over")
        self.query_one(SessionHeader).show(scene)
        self.query_one("#aside", Line).show(scene.aside)
        self.query_one(Body).show(scene)
        self.query_one("#notice", Line).show(scene.notice)
        self.query_one(Captions).show(scene)
        for answers in self.query(AnswerRow):
            answers.display = scene.question is None and not shows_outcome(scene) and not scene.talk
            answers.show(scene)
        self.query_one(KeyBar).show(*keys_for(scene, self.again is not None))

    # --- keys ----------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        character = event.character if event.is_printable else None
        scene = self.runner.scene()
        if self._in_a_word(event.key):
            pass
        elif scene.relief and not scene.done and self._means(event.key, character):
            self.settle_keys()
            self._characters[event.key] = character
            self._keys.press(event.key, self.clock())
            self.set_timer(TOGETHER, self.settle_keys)
        elif not self.press(event.key, character):
            return
        event.stop()
        event.prevent_default()

    def holds_on(self) -> bool:
        """Whether the session will not be put aside, which it says then: while it cramps."""
        scene = self.runner.scene()
        if not scene.relief or Command.GONE not in scene.allowed:
            return False
        self._for_a_shell = self.clock() + FOR_A_SHELL
        self._latest = ASIDE, self.clock()
        self.runner.send(Notice(screens.NOT_PUT_ASIDE))
        return True

    def _in_a_word(self, key: str) -> bool:
        """Whether a ``g`` ends the ``fg`` or ``bg`` of somebody who believes to be in a shell, and is not *gone*."""
        now, (before, at) = self.clock(), self._latest
        self._latest = key, now
        return key in GONE and now < self._for_a_shell and before not in GONE and now - at < WORD

    def settle_keys(self) -> None:
        """Do what the key means that was pressed last, once it is certain that it stood alone."""
        scene = self.runner.scene()
        key = self._keys.taken(self.clock(), ONCE if scene.relief and scene.question is None else 0.0)
        if key is not None:
            self.press(key, self._characters.get(key))

    def on_key_button_pressed(self, message: KeyButton.Pressed) -> None:
        self.press(message.key)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click is a decision of its own here, and no key that is held or brushed."""
        message.stop()
        if message.key == LEAVE_AT_ONCE[0]:
            self.app.simulate_key(message.key)
        self.press(message.key)

    @staticmethod
    def _means(key: str, character: str | None) -> bool:
        """Whether this is a key of a person that the session has to look at."""
        return character is not None or key in BOUND or key in ("enter", "space", *PAGES)

    def press(self, key: str, character: str | None = None) -> bool:
        """Do what ``key`` means now; whether it meant anything."""
        scene = self.runner.scene()
        if scene.done:
            return self._left(key) or self._after(key, scene)
        if scene.talk and scene.outcome is not None and self._after(key, scene):
            return True
        if scene.question is not None and self._answered(scene.question, key, character):
            return True
        if key == MUTE:
            self.mute()
            return True
        return self._commanded(scene, key, character)

    def _commanded(self, scene: Scene, key: str, character: str | None) -> bool:
        """Whether the key was a command, or one that means nothing in a cramp."""
        if key == "q" and (scene.talk or not scene.relief):
            key = "escape"
        command = command_for_key(key, scene.allowed, scene.relief, scene.question is not None)
        if command is Command.HOW:
            self._explain()
        if command is not None:
            self.runner.send(command)
        elif scene.relief and scene.question is None and (character is not None or key in ("enter", "space")):
            self.runner.send(Stray(letter=character is not None and character.isalpha()))
        else:
            return self._left(key) if key == "escape" else key in BOUND
        return True

    def _answered(self, question: Question, key: str, character: str | None) -> bool:
        """Whether the key answered the open question, or ticked a row of it."""
        if question.kind is Asked.LIST and self._paged(key):
            return True
        pressed = ("0", "n") if key in ("0", "n") and question.kind is Asked.LIST else (key, character)
        for choice in question.choices:
            if choice.key in pressed:
                self.runner.send(Answer(choice.value))
                return True
        if question.kind is Asked.LIST:
            for ask in self.query(QuestionView):
                if (ticks := ask.tick(key)) is not None:
                    self.runner.send(ticks)
                    return True
                return key == "enter" or (key.isdecimal() and int(key) <= len(question.rows))
        return False

    def _paged(self, key: str) -> bool:
        """Whether the key brought other rows of a list in sight; none of them is denied by whoever has not seen it."""
        for ask in self.query(QuestionView):
            if key in PAGES or (key in ("0", "n", "enter") and ask.unseen()):
                ask.turn_page(PAGES.get(key, 1))
                return True
        return False

    def _explain(self) -> None:
        """Why a question is asked is shown even where it makes the question smaller."""
        for ask in self.query(QuestionView):
            ask.explain()

    def _taken_up(self, key: str, scene: Scene) -> bool:
        """After the end: a cramp that is there again, a routine to carry on, a result to go back from."""
        if key == "c" and scene.relief and scene.done:
            self.app.call_later(self.app.run_action, "cramp")
        elif key == "g" and scene.stopped:
            self.runner.send(Command.RESUME)
        elif key == "a" and scene.done and self.again:
            self.again()
        elif key == "left" and Command.BACK in scene.allowed:
            self.runner.send(Command.BACK)
        else:
            return False
        return True

    def _after(self, key: str, scene: Scene) -> bool:
        """On the page with the result: going on or back, the routine that fits, the sources, and moving about."""
        if self._taken_up(key, scene):
            return True
        fitting = fits(scene)
        if key == "r" and fitting and self.routine:
            self.end()
            self.routine(fitting)
            return True
        for verdict in self.query(ResultView):
            if key == "s":
                verdict.tell(self.sources())
                self.repaint()
                return True
            if verdict.scrolled(key):
                return True
        return False

    def _left(self, key: str) -> bool:
        if key in LEAVING:
            self.end()
            self.leave()
        return key in LEAVING
