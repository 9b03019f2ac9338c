"""The session: a picture of the Scene, and the keys that are sent to the coach.

Nothing is decided here.  The screen is drawn again four times a second and after everything that happens; no
widget takes the keys, so all of them reach ``press``.
"""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from stretchcoach.core.commands import TABLE, command_for_key
from stretchcoach.core.messages import Answer, Command, Hush, Kind, Level, Scene
from stretchcoach.runner import Runner
from stretchcoach.tui import words
from stretchcoach.tui.widgets.ask import Ask
from stretchcoach.tui.widgets.base import Bar, KeyButton, Line
from stretchcoach.tui.widgets.keybar import Item, KeyBar
from stretchcoach.tui.widgets.stage import AnswerRow, ReliefStage, RoutineStage
from stretchcoach.tui.widgets.verdict import Verdict, level_line

C = Command
ROUTINE_KEYS = (
    C.NEXT, C.BACK, C.REPEAT, C.HOW, C.AGAIN, C.TIME, C.LONGER, C.SHORTER, C.STOP, C.HELP, C.LOUDER, C.QUIETER,
    C.SLOWER, C.FASTER,
)  # fmt: skip
RELIEF_KEYS = (C.NEXT, C.AGAIN, C.HOW, C.HELP, C.LOUDER, C.QUIETER, C.LEFT, C.RIGHT)
del C
BOUND = frozenset(key for entry in TABLE.values() for key in entry.keys)
LEAVING = ("q", "escape", "enter")
REPAINT = 0.25


class SessionScreen(Screen[None]):
    """A routine or a cramp under way."""

    def __init__(self, runner: Runner, leave: Callable[[], None]) -> None:
        super().__init__()
        self.runner = runner
        self.leave = leave
        self._hushed = False

    def compose(self) -> ComposeResult:
        """Everything there may be; what is not wanted now is hidden."""
        with Horizontal(id="head"):
            yield Line(id="title")
            yield Line(id="steps")
            yield Line(id="clock")
        yield Bar(id="bar")
        yield Line(words.TOO_SMALL, id="small")
        yield Line(id="band", optional=True)
        with ContentSwitcher(initial="routine", id="body"):
            yield RoutineStage(id="routine")
            yield ReliefStage(id="relief")
            yield Ask(id="ask")
            yield Verdict(id="verdict")
        yield Line(id="notice", optional=True)
        with Vertical(id="captions"):
            yield Line(id="before")
            with Horizontal(id="now"):
                yield Line(id="ears", optional=True)
                yield Line(id="caption")
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
        self.set_class(scene.relief, "cramp")
        self.set_class(scene.paused, "paused")
        self.set_class(scene.question is not None, "asking")
        self.set_class(scene.done, "over")
        self._head(scene)
        self._body(scene)
        self._captions(scene)
        self.query_one("#notice", Line).show(scene.notice)
        answers = self.query_one("#answers", AnswerRow)
        answers.display = scene.relief and scene.question is None and not self._judged(scene)
        answers.show(scene)
        self.query_one(KeyBar).show(*_keys(scene))

    def _head(self, scene: Scene) -> None:
        self.query_one("#title", Line).show(scene.title)
        if scene.relief:
            self.query_one("#steps", Line).show(words.rounds(scene))
            self.query_one("#clock", Line).show(f"{words.clock(scene.clock)} of {words.clock(words.LIMIT)}")
            self.query_one("#bar", Bar).show_fraction(scene.clock / words.LIMIT)
        else:
            self.query_one("#steps", Line).show(words.steps(scene))
            self.query_one("#clock", Line).show(f"{words.clock(scene.total_left)} left")
            self.query_one("#bar", Bar).show_fraction(scene.progress)

    def _body(self, scene: Scene) -> None:
        body = self.query_one("#body", ContentSwitcher)
        self._band(scene)
        if scene.question is not None:
            self.query_one(Ask).show(scene.question, scene.name)
            current = "ask"
        elif self._judged(scene):
            self.query_one(Verdict).show(scene)
            current = "verdict"
        elif scene.relief:
            self.query_one(ReliefStage).show(scene)
            current = "relief"
        else:
            self.query_one(RoutineStage).show(scene)
            current = "routine"
        if body.current != current:
            body.current = current

    def _band(self, scene: Scene) -> None:
        """While the stretch or the after-care goes on, the level stands above it."""
        band = self.query_one("#band", Line)
        if scene.outcome is None or self._judged(scene):
            band.show("")
            return
        urgent = scene.outcome.level >= Level.SAME_DAY
        band.show(level_line(scene.outcome.level) + (f"\n{scene.outcome.line}" if urgent else ""))
        band.set_class(urgent, "urgent")

    @staticmethod
    def _judged(scene: Scene) -> bool:
        """Whether the outcome, or the end, takes the whole body."""
        return scene.done or (scene.outcome is not None and scene.kind is Kind.TALK)

    def _captions(self, scene: Scene) -> None:
        older = scene.captions[:-1][-3:] if scene.captions else ()
        self.query_one("#before", Line).show("\n".join(older))
        self.query_one("#caption", Line).show(
            f"{'»' if scene.speaking else '·'} {scene.caption}" if scene.caption else ""
        )

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
            return self._left(key) or self._scrolled(key)
        if scene.question is not None:
            for choice in scene.question.choices:
                if choice.key in (key, character):
                    self.runner.send(Answer(choice.value))
                    return True
        if key == "q":
            key = "escape"
        command = command_for_key(key, scene.allowed)
        if command is None and self._any(scene, key, character):
            command = Command.NEXT
        if command is not None:
            self.runner.send(command)
            return True
        return self._left(key) if key == "escape" else key in BOUND

    def _left(self, key: str) -> bool:
        if key in LEAVING:
            self.end()
            self.leave()
        return key in LEAVING

    def _scrolled(self, key: str) -> bool:
        """Move the advice, if it is longer than its box."""
        box = self.query_one("#advice-box", VerticalScroll)
        moves = {"up": -1, "down": 1, "pageup": -box.size.height, "pagedown": box.size.height}
        if key in moves:
            box.scroll_relative(y=moves[key], animate=False)
        return key in moves

    @staticmethod
    def _any(scene: Scene, key: str, character: str | None) -> bool:
        """In the dark and in pain any key goes on."""
        free = scene.relief and scene.question is None and key not in BOUND
        return free and character is not None and Command.NEXT in scene.allowed


def _keys(scene: Scene) -> tuple[Item, ...]:
    if scene.done:
        return (("enter", "Leave", True), ("up", "Up", True), ("down", "Down", True))
    pause = Command.RESUME if scene.paused else Command.PAUSE
    if Command.READY in scene.allowed:
        pause = Command.READY
    commands = (pause, *(RELIEF_KEYS if scene.relief else ROUTINE_KEYS))
    return tuple((TABLE[each].keys[0], TABLE[each].label, each in scene.allowed) for each in commands)
