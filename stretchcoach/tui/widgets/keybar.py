"""The keys that mean something now, at the foot of the screen; each can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from stretchcoach.tui import words

Item = tuple[str, str, bool]
"""Key, label, and whether it means something now."""
_GAP = 2


class KeyBar(Widget, can_focus=False):
    """Keys and labels, as many as there is room for, the first ones first."""

    COMPONENT_CLASSES = {"keybar--key", "keybar--label", "keybar--off"}

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        key: str

    def __init__(self, *items: Item, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: tuple[Item, ...] = items

    def show(self, *items: Item) -> None:
        """Let it offer these."""
        if items != self.items:
            width = self.size.width
            before, self.items = len(_packed(self.items, width)), items
            self.refresh(layout=len(_packed(items, width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as the items need, where the style sheet leaves it to the bar."""
        return len(_packed(self.items, width))

    def rows(self) -> list[list[Item]]:
        """The items, flowed into the rows there are."""
        return flowed(self.items, *self.size)

    def render_line(self, y: int) -> Strip:
        """One row of keys."""
        rows = self.rows()
        segments: list[Segment] = []
        for key, label, live in rows[y] if y < len(rows) else []:
            cap, text = self._styles(live)
            segments += [Segment(" " * _GAP, self.rich_style)] if segments else []
            segments += [Segment(f" {words.key_cap(key)} ", cap), Segment(f" {label}", text)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _styles(self, live: bool) -> tuple[Style, Style]:
        if live:
            return self.get_component_rich_style("keybar--key"), self.get_component_rich_style("keybar--label")
        off = self.get_component_rich_style("keybar--off")
        return off, off

    def on_click(self, event: Click) -> None:
        event.stop()
        rows = self.rows()
        x = 0
        for item in rows[event.y] if 0 <= event.y < len(rows) else []:
            if x <= event.x < x + _width(item):
                self.post_message(self.Pressed(item[0]))
                return
            x += _width(item) + _GAP


@lru_cache(maxsize=16)
def flowed(items: tuple[Item, ...], width: int, height: int) -> list[list[Item]]:
    """The items in as few rows as they need, no few of them left over; what has no room is left out at the end."""
    rows = _packed(items, width)
    if len(rows) > height:
        return rows[:height]
    while 2 * _length(rows[-1]) < (longest := max(map(_length, rows))) and len(rows) > 1:
        closer = _packed(items, longest - 1)
        if len(closer) > len(rows) or max(map(_length, closer)) >= longest:
            break
        rows = closer
    return rows


def _packed(items: tuple[Item, ...], width: int) -> list[list[Item]]:
    rows: list[list[Item]] = [[]]
    for item in items:
        if rows[-1] and _length([*rows[-1], item]) > width:
            rows.append([])
        rows[-1].append(item)
    return rows


def _length(row: Sequence[Item]) -> int:
    return sum(map(_width, row)) + _GAP * (len(row) - 1)


def _width(item: Item) -> int:
    return len(words.key_cap(item[0])) + 3 + len(item[1])
