"""The small widgets: a line of text, a large word or number, a bar, a button."""

import re
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from stretchcoach.core.visible import visible
from stretchcoach.tui import words
from stretchcoach.tui.widgets.blocks import Size, number_lines, text_lines


def still_there(screen: Screen[Any]) -> bool:
    """Whether a screen can be written on; what it began in a thread may end after it was left, or with the program.

    ``is_mounted`` stays true while its widgets are taken away one by one.
    """
    return screen.is_mounted and screen.app.is_running and screen in screen.app.screen_stack


def _shape(text: str) -> list[int]:
    """How wide its rows are, in cells."""
    return [cell_len(row) for row in text.split("\n")]


class Line(Static):
    """Text, never markup; drawn again only when it changed, and gone while empty if it is ``optional``."""

    set_in = False
    """Whether what goes on below is set in."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "", optional: bool = False) -> None:  # noqa: A002
        shown = visible(text, lines=True)
        super().__init__(shown, id=id, classes=classes, markup=False)
        self.text = text
        self._shape = _shape(shown)
        self._optional = optional
        self.set_class(optional and not text, "empty")

    def show(self, text: str) -> None:
        """Let it say ``text``."""
        if text == self.text:
            return
        self.text = text
        if self._optional:
            self.set_class(not text, "empty")
        self._redraw()

    def on_resize(self) -> None:
        if self.text and (self.set_in or self._most):
            self._redraw()

    def _redraw(self) -> None:
        """Draw it, and let the screen be laid out anew only if it needs other room: a clock that goes on does not."""
        fitted = self.fitted()
        shape = _shape(fitted)
        self.update(fitted, layout=shape != self._shape or max(shape) > self.size.width)
        self._shape = shape

    @property
    def _most(self) -> int:
        """Rows that its box may grow to; 0: as many as there are."""
        most = self.styles.max_height
        return int(most.value) if most is not None and most.is_cells else 0

    def fitted(self) -> str:
        """The text; where its box may not grow to hold it, the last row that is shown ends with a mark."""
        text, most = visible(self.text, lines=True), self._most
        if not self.size.width or not (most or self.set_in):
            return text
        rows = self.rows(text)
        return "\n".join(cut(rows, most, self.size.width) if most else rows)

    def rows(self, text: str) -> list[str]:
        """The text, wrapped at words."""
        return [row for line in text.split("\n") for row in wrap(line, self.size.width) or [""]]


class Hanging(Line):
    """Lines that go on below their own first word, not below their mark."""

    set_in = True

    def rows(self, text: str) -> list[str]:
        """The text, wrapped at words and set in."""
        return hung(text, self.size.width)


_MARK = re.compile(r" *(?:[•→·»–]|\d+ \[.\]|\d+\.) +")


def cut(rows: list[str], most: int, width: int) -> list[str]:
    """As many of them as there is room for, with a mark where something is missing."""
    if len(rows) <= most:
        return rows
    last = rows[most - 1][: max(0, width - 2)] if len(rows[most - 1]) > width - 2 else rows[most - 1]
    return [*rows[: most - 1], f"{last.rstrip()} …"]


def hung(text: str, width: int) -> list[str]:
    """``text`` wrapped at words; what goes on is set in as far as the mark before it is wide."""
    rows: list[str] = []
    for line in text.split("\n"):
        found = _MARK.match(line)
        mark = found.group() if found else ""
        parts = wrap(line[len(mark) :], max(8, width - len(mark))) or [""]
        rows += [(mark if number == 0 else " " * len(mark)) + part for number, part in enumerate(parts)]
    return rows


class Big(Widget):
    """A word or a number as large as its box, in the middle of it.

    Where blocks do not fit it is plain text, or, if it is ``spare``, nothing.
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "", spare: bool = False) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.text = text
        self._spare = spare
        self.largest = Size.HUGE
        """How large it may be at most."""

    def show(self, text: str) -> None:
        """Let it say ``text``."""
        text = visible(text)
        if text != self.text:
            self.text = text
            self.refresh()

    def lines(self) -> tuple[str, ...]:
        """What is drawn, a string a row."""
        width, height = self.size
        if not self.text or width <= 0 or height <= 0:
            return ()
        if all(letter in "0123456789:" for letter in self.text):
            return number_lines(self.text, width, height)
        return text_lines(self.text, width, height, self.largest) or (
            () if self._spare else tuple(cut(wrap(self.text, width), height, width))
        )

    def render_line(self, y: int) -> Strip:
        """One row, in the middle both ways."""
        width, height = self.size
        lines = self.lines()
        row = y - max(0, (height - len(lines)) // 2)
        text = lines[row].center(width) if 0 <= row < len(lines) else " " * width
        return Strip([Segment(text[:width], self.rich_style)], min(width, len(text)))


class Bar(Line):
    """How much of it is done, over the whole width."""

    fraction = 0.0

    def show_fraction(self, fraction: float) -> None:
        """Draw it so far."""
        self.fraction = fraction
        self.show(words.progress_bar(fraction, self.size.width))

    def light(self, lit: bool) -> None:
        """Light it up, or no longer; a class of its own, for one of the screen has every widget styled anew."""
        self.set_class(lit, "beep")

    def on_resize(self) -> None:
        self.show_fraction(self.fraction)


class KeyButton(Static, can_focus=False):
    """A large button that tells its key; it never takes the keys from the screen."""

    @dataclass
    class Pressed(Message):
        """The button was clicked; ``key`` is as good as pressed."""

        key: str

    def __init__(self, key: str = "", label: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._shown: tuple[str, str, bool] | None = None
        self.key = key
        self.label = label
        self.show(key, label)

    def show(self, key: str, label: str, live: bool = True) -> None:
        """Let it stand for ``key``; it is dim unless ``live``."""
        if self._shown == (key, label, live):
            return
        self._shown = (key, label, live)
        self.key, self.label, self.live = key, label, live
        self.set_class(not live, "off")
        style = "reverse bold" if live else "not bold"
        self.update(Content.assemble((f" {words.key_cap(key)} ", style), f" {visible(label)}" if label else ""))

    def on_click(self, event: Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self.key))
