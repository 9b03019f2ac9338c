"""What is being done now: the routine's stage, and the cramp's."""

from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Command, Kind, Scene, Side
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Big, KeyButton, Line
from stretchcoach.tui.widgets.blocks import Size, text_lines
from stretchcoach.tui.widgets.figure import Figure
from stretchcoach.words.screens import SIDES

PICTURE = 8
"""Rows in which the figure can be told apart."""
ANSWERS = (Command.GONE, Command.SAME, Command.WORSE, Command.STOP)


class SidePane(Vertical):
    """One half of the body: lit, with its letter, word and arrow, when that leg is working; else empty."""

    def __init__(self, side: Side) -> None:
        super().__init__(id=f"side-{side.value}", classes="side")
        self.side = side
        self.lit = False

    def compose(self) -> ComposeResult:
        yield Big(self.side.value[0].upper(), classes="letter")
        yield Line(SIDES[self.side], classes="word")

    def show(self, side: Side) -> None:
        """Light up if it is this side's turn."""
        self.lit = side in (self.side, Side.BOTH)
        self.set_class(self.lit, "lit")
        self.set_class(side is Side.NONE, "gone")


class RoutineStage(Vertical):
    """Name, instruction, the countdown between the two sides, and what comes next."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Big(id="large-name")
        with Horizontal(id="naming"):
            yield Line(id="name")
            yield Line(id="counts")
        yield Line(id="instruction")
        with Horizontal(id="arena"):
            yield SidePane(Side.LEFT)
            yield Figure(id="figure")
            with Vertical(id="middle"):
                yield Big(id="phase")
                yield Big(id="count")
                yield Line(id="side-word", optional=True)
            yield SidePane(Side.RIGHT)
        yield Line(id="next", optional=True)

    def show(self, scene: Scene) -> None:
        self.query_one("#large-name", Big).show(scene.name)
        self.query_one("#name", Line).show(scene.name)
        self.query_one("#counts", Line).show(words.turn_counts(scene))
        self.query_one("#instruction", Line).show("" if scene.instruction == scene.name else scene.instruction)
        pictured = self.query_one(Figure).show(scene)
        arena = self.query_one("#arena")
        for side in (Side.LEFT, Side.RIGHT):
            arena.set_class(pictured and scene.side is side, f"{side.value}-alone")
        for pane in self.query(SidePane):
            pane.show(scene.side)
        phase = self.query_one("#phase", Big)
        phase.show(words.phase(scene))
        phase.set_class(scene.paused or scene.kind is Kind.WAIT, "told")
        self.query_one("#count", Big).show(words.figure(scene) or scene.name)
        self.query_one("#side-word", Line).show(SIDES[scene.side])
        self.query_one("#next", Line).show(words.upcoming(scene))


class ReliefStage(Vertical):
    """One instruction, how long it lasts, and the answers."""

    _pictured = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Big(id="do")
        with Horizontal(id="lasting"):
            yield Figure(id="relief-figure")
            with Vertical(id="relief-middle"):
                yield Big(id="relief-phase")
                yield Big(id="relief-count")
        yield Line(id="relief-side", optional=True)

    def show(self, scene: Scene) -> None:
        self.query_one("#do", Big).show(scene.instruction or scene.name)
        phase = self.query_one("#relief-phase", Big)
        phase.show(" · ".join(filter(None, (words.phase(scene), "" if scene.paused else words.lasts(scene)))))
        phase.set_class(scene.paused or scene.kind is Kind.WAIT, "told")
        self.query_one("#relief-count", Big).show(words.figure(scene))
        self.query_one("#relief-side", Line).show(SIDES[scene.side])
        self._pictured = self.query_one(Figure).show(scene)
        self._divide()

    def on_resize(self) -> None:
        self._divide()

    def _divide(self) -> None:
        """Give the instruction the rows it needs to be large, and the countdown the others."""
        width, height = self.size
        if not width:
            return
        do, count = self.query_one("#do", Big), self.query_one("#relief-count", Big)
        lasting = self.query_one("#lasting")
        least = PICTURE if self._pictured else 4 if count.text else 1
        shares = [rows for rows in (height // 2, height * 2 // 3) if height - rows > least] + [height - least]
        plain = max(3 if self._pictured else shares[0], min(len(wrap(do.text, width)), height - 1 - bool(count.text)))
        tried = ((size, rows) for size in (Size.SMALL, Size.NARROW) for rows in shares)
        rows = next((rows for size, rows in tried if text_lines(do.text, width, rows, Size.HUGE, size)), plain)
        lasting.styles.height = max(1, height - rows)


class AnswerRow(Horizontal):
    """Gone, same, worse and stop, always in the same place."""

    def compose(self) -> ComposeResult:
        for command in ANSWERS:
            entry = TABLE[command]
            yield KeyButton(entry.keys[0], entry.label, id=f"answer-{command.value}", classes="answer")

    def show(self, scene: Scene) -> None:
        """Dim those that mean nothing now."""
        for command in ANSWERS:
            entry = TABLE[command]
            button = self.query_one(f"#answer-{command.value}", KeyButton)
            button.show(entry.keys[0], entry.label, command in scene.allowed)
