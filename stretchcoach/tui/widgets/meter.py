"""How loud the microphone is, as long as somebody looks."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from stretchcoach.core.messages import Event, Notice
from stretchcoach.tui.widgets.base import Line

WIDTH = 24
LOWEST = -60.0


class Metered(Protocol):
    """Ears with a meter."""

    def listen(self, post: Callable[[Event], None]) -> None:
        """Events go there, from a thread."""

    def meter(self, tell: Callable[[float, bool], None] | None) -> None:
        """Levels go there, from a thread."""

    def close(self) -> None:
        """Stop listening."""


def bar_of(dbfs: float, speech: bool) -> str:
    """A bar, the figure, and whether something stands out."""
    full = max(0, min(WIDTH, round(WIDTH * (1 - dbfs / LOWEST))))
    level = f"{'█' * full}{'·' * (WIDTH - full)} {max(LOWEST, dbfs):4.0f} dB"
    return f"Microphone  {level}  {'a voice or a noise' if speech else 'quiet'}"


class Meter(Line):
    """A line that is a bar while it is turned on."""

    _ears: Metered | None = None

    def turn(self, start: Callable[[], Metered] | None) -> None:
        """Watch the ears that ``start`` makes, or none."""
        ears, self._ears = self._ears, None
        if ears:
            ears.close()
        self.show("Microphone  opening ..." if start else "")
        if start is None:
            return
        loop = asyncio.get_running_loop()
        self._ears = start()
        mine = self._ears

        def tell(dbfs: float, speech: bool) -> None:
            loop.call_soon_threadsafe(self._draw, mine, bar_of(dbfs, speech))

        def post(event: Event) -> None:
            if isinstance(event, Notice):
                loop.call_soon_threadsafe(self._draw, mine, event.text)

        mine.listen(post)
        mine.meter(tell)

    def _draw(self, ears: Metered, text: str) -> None:
        if ears is self._ears:
            self.show(text)

    def on_unmount(self) -> None:
        self.turn(None)
