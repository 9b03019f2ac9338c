"""What all pages share: their classes in the style sheet, how wide their column is, and which keys scroll."""

from typing import ClassVar, TypeVar

from textual.containers import VerticalScroll
from textual.screen import Screen

from stretchcoach.tui.widgets.keybar import KeyBar

T = TypeVar("T")
MEASURE = 92
"""Columns of a page on a wide screen, as in the style sheet; lines that are longer are hard to read."""

SAFE_WITHIN = 2.0
"""Seconds after which a text that is being written lies on the disk, saved or not."""


class PageScreen(Screen[T]):
    """A title, a body and keys; on a wide screen a column in the middle, unless it has use for the whole width."""

    DEFAULT_CLASSES: ClassVar[str] = "column"

    @property
    def measure(self) -> int:
        """Letters that a line of the page has room for at most."""
        return min(self.size.width - 4, MEASURE)

    def reads(self, page: VerticalScroll) -> None:
        """Give ``page`` the keys, and dim those that would scroll while all of it is in sight."""
        bar = self.query_one(KeyBar)

        def told(more: bool) -> None:
            bar.show(*((key, label, more if key in ("up", "down") else live) for key, label, live in bar.items))

        page.focus()
        self.watch(page, "show_vertical_scrollbar", told)
