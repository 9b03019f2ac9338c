"""The keys that mean something now, at the foot of the screen; each can be clicked."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
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
            self.items = items
            self.refresh()

    def rows(self) -> list[list[Item]]:
        """The items, flowed into the rows there are."""
        width, height = self.size
        rows: list[list[Item]] = [[]]
        used = 0
        for item in self.items:
            need = _width(item) + (_GAP if rows[-1] else 0)
            if used + need > width:
                if len(rows) == height:
                    break
                rows.append([])
                used, need = 0, _width(item)
            rows[-1].append(item)
            used += need
        return rows

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


def _width(item: Item) -> int:
    return len(words.key_cap(item[0])) + 3 + len(item[1])
