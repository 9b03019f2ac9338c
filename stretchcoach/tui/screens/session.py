"""The session: a picture of the Scene, and the keys that are sent to the coach.

Nothing is decided here.  The screen is drawn again four times a second and after everything that happens; no
widget takes the keys, so all of them reach ``press``.
"""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from stretchcoach.core.commands import TABLE, command_for_key, keys_of
from stretchcoach.core.messages import Answer, Command, Hush, Scene
from stretchcoach.runner import Runner
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import KeyButton, Line
from stretchcoach.tui.widgets.body import Body, judged
from stretchcoach.tui.widgets.frame import Captions, Head
from stretchcoach.tui.widgets.keybar import Item, KeyBar
from stretchcoach.tui.widgets.stage import AnswerRow
from stretchcoach.tui.widgets.verdict import Verdict

C = Command
ROUTINE_KEYS = (
    C.NEXT, C.BACK, C.REPEAT, C.HOW, C.AGAIN, C.TIME, C.LONGER, C.SHORTER, C.STOP, C.HELP, C.LOUDER, C.QUIETER,
    C.SLOWER, C.FASTER,
)  # fmt: skip
RELIEF_KEYS = (C.NEXT, C.AGAIN, C.HOW, C.HELP, C.LOUDER, C.QUIETER, C.LEFT, C.RIGHT)
TALK_KEYS = (C.NEXT, C.BACK, C.AGAIN, C.HOW, C.STOP, C.HELP, C.LOUDER, C.QUIETER)
del C
ASKING_LABELS = {Command.NEXT: "Skip", Command.HOW: "Why?"}
"""What these are called while a question is open."""
BOUND = frozenset(key for entry in TABLE.values() for key in entry.keys)
MUTE = "m"
LEAVING = ("q", "escape", "enter")
REPAINT = 0.25


class SessionScreen(Screen[None]):
    """A routine or a cramp under way."""

    def __init__(
        self,
        runner: Runner,
        leave: Callable[[], None],
        mute: Callable[[], None],
        routine: Callable[[str], None] | None = None,
        sources: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """``mute`` turns the microphone off, or on; ``routine`` starts one; ``sources`` tells what each key is."""
        super().__init__(classes="cramp" if runner.scene().relief else "routine")
        self.runner = runner
        self.leave = leave
        self.mute = mute
        self.routine = routine
        self.sources = sources
        self._hushed = False

    def compose(self) -> ComposeResult:
        """What is around the body, and the body."""
        scene = self.runner.scene()
        yield Head(id="head")
        yield Line(words.TOO_SMALL, id="small")
        yield Body(scene)
        yield Line(id="notice", optional=True)
        yield Captions(id="captions")
        if scene.relief:
            yield AnswerRow(id="answers")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.runner.on_change = self._changed
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

    # --- drawing -------------------------------------------------------------------------------------------

    def repaint(self) -> None:
        """Draw the Scene of this moment; what looks the same is left alone."""
        scene = self.runner.scene()
        self.set_class(scene.paused, "paused")
        self.set_class(scene.question is not None, "asking")
        self.set_class(scene.done, "over")
        self.query_one(Head).show(scene)
        self.query_one(Body).show(scene)
        self.query_one("#notice", Line).show(scene.notice)
        self.query_one(Captions).show(scene)
        for answers in self.query(AnswerRow):
            answers.display = scene.question is None and not judged(scene) and not scene.talk
            answers.show(scene)
        self.query_one(KeyBar).show(*_keys(scene))

    # --- keys ----------------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        if self.press(event.key, event.character if event.is_printable else None):
            event.stop()
            event.prevent_default()

    def on_key_button_pressed(self, message: KeyButton.Pressed) -> None:
        self.press(message.key)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        self.press(message.key)

    def press(self, key: str, character: str | None = None) -> bool:
        """Do what ``key`` means now; whether it meant anything."""
        scene = self.runner.scene()
        if scene.done:
            return self._left(key) or self._after(key, scene)
        if scene.talk and scene.outcome is not None and self._after(key, scene):
            return True
        if scene.question is not None:
            for choice in scene.question.choices:
                if choice.key in (key, character):
                    self.runner.send(Answer(choice.value))
                    return True
        if key == MUTE:
            self.mute()
            return True
        if key == "q":
            key = "escape"
        command = command_for_key(key, scene.allowed, scene.relief)
        if command is None and self._any(scene, key, character):
            command = Command.NEXT
        if command is not None:
            self.runner.send(command)
            return True
        return self._left(key) if key == "escape" else key in BOUND

    def _after(self, key: str, scene: Scene) -> bool:
        """On the page with the result: the routine that fits, the sources, and moving about."""
        fitting = fits(scene)
        if key == "r" and fitting and self.routine:
            self.end()
            self.routine(fitting)
            return True
        for verdict in self.query(Verdict):
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

    @staticmethod
    def _any(scene: Scene, key: str, character: str | None) -> bool:
        """In the dark and in pain any key goes on."""
        free = scene.relief and scene.question is None and (key not in BOUND or key == "space")
        return free and character is not None and Command.NEXT in scene.allowed


def fits(scene: Scene) -> str:
    """The routine that fits the likeliest cause that has one; empty where nothing may be stretched."""
    outcome = scene.outcome
    if outcome is None or not outcome.stretch_allowed:
        return ""
    return next((cause.routine for cause in outcome.causes if cause.routine), "")


def _keys(scene: Scene) -> tuple[Item, ...]:
    if scene.done:
        more: list[Item] = [("r", "Start what fits", True)] if fits(scene) else []
        more += [("s", "Sources", True)] if scene.outcome else []
        return (("enter", "Leave", True), *more, ("up", "Up", True), ("down", "Down", True))
    pause = Command.RESUME if scene.paused else Command.PAUSE
    if Command.READY in scene.allowed:
        pause = Command.READY
    commands = (pause, *(TALK_KEYS if scene.talk else RELIEF_KEYS if scene.relief else ROUTINE_KEYS))
    labels = ASKING_LABELS if scene.talk and scene.question else {}
    return tuple(
        (keys_of(each, scene.relief)[0], labels.get(each, TABLE[each].label), each in scene.allowed)
        for each in commands
    )
