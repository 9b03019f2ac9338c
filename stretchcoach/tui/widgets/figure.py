"""The figure beside the countdown: drawn when its picture changes, and gone where there is no room for it."""

import os
from time import monotonic
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from stretchcoach.core.messages import Scene

if TYPE_CHECKING:
    from textual.timer import Timer

    from stretchcoach.figure.dots import Row
    from stretchcoach.figure.drawing import Ink
    from stretchcoach.figure.pose import Pose

LEAST = (70, 20)
"""Columns and rows of a screen that has room for it."""
PICTURES = 1 / 8
"""Seconds between two pictures of something that moves."""
BLOCKS_ONLY = ("linux", "vt220")
"""Terminals whose letters hold no braille."""


class Figure(Widget):
    """Shows how it is done.

    The poses are read once the screen stands: nothing that is said or counted waits for them.
    """

    COMPONENT_CLASSES = {f"figure--{ink}" for ink in ("prop", "far", "body", "held", "arrow", "muscle")}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="figure")
        self.display = False
        self.moment = 0.0
        self._pose: Pose | None = None
        self._scene = Scene("")
        self._seen = 0.0
        self._timer: Timer | None = None
        self._styles: dict[Ink, Style] = {}
        self._blocks = os.environ.get("TERM", "") in BLOCKS_ONLY

    def on_mount(self) -> None:
        self._timer = self.set_interval(PICTURES, self._turn, pause=True)

    def show(self, scene: Scene) -> bool:
        """Draw the pose of the scene; whether there is one, and room for it."""
        room = all(have >= least for have, least in zip(self.app.size, LEAST, strict=True))
        other = (scene.pose, scene.side) != (self._scene.pose, self._scene.side)
        self.display = bool(scene.pose) and room
        self._scene, self._seen = scene, monotonic()
        if not self.display:
            self._run(False)
        elif other:
            self._pose = None
            self._run(False)
            self.call_after_refresh(self.call_after_refresh, self._take)  # the first of them comes before the picture
        else:
            self._drawn()
        return self.display

    def _take(self) -> None:
        """Take up the pose that is shown from now on."""
        from stretchcoach.figure.pose import poses

        self._pose = poses().get(self._scene.pose)
        self.refresh()
        self._drawn()

    def _drawn(self) -> None:
        from stretchcoach.figure.rhythm import moves

        self._turn()
        self._run(self._pose is not None and self._animated and moves(self._pose, self._scene))

    @property
    def _animated(self) -> bool:
        return self.app.animation_level != "none"

    def _run(self, on: bool) -> None:
        if self._timer is not None:
            (self._timer.resume if on else self._timer.pause)()

    def _turn(self) -> None:
        """On to the picture of now, if that is another one."""
        from stretchcoach.figure.rhythm import moment_of

        if self._pose is None:
            return
        later = monotonic() - self._seen
        now = moment_of(self._pose, self._scene, later) if self._animated else self._pose.still
        if now == self.moment:
            return
        before, self.moment = self.lines(), now
        rows = zip(before, self.lines(), strict=True)
        if changed := [y for y, (old, new) in enumerate(rows) if old != new]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def lines(self) -> "tuple[Row, ...]":
        """What is drawn, a row of runs a line."""
        if self._pose is None:
            return ()
        from stretchcoach.figure.dots import rows

        return rows(self._pose, self.moment, self._scene.side, *self.size, self._blocks)

    def render_line(self, y: int) -> Strip:
        lines = self.lines()
        if y >= len(lines):
            return Strip.blank(self.size.width, self.rich_style)
        return Strip([Segment(run.text, self._style(run.ink)) for run in lines[y]], self.size.width)

    def _style(self, ink: "Ink") -> Style:
        """What an ink looks like in the theme that is worn."""
        if ink not in self._styles:
            name = f"figure--{ink.name.lower()}"
            self._styles[ink] = self.get_component_rich_style(name) if ink else self.rich_style
        return self._styles[ink]

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()
