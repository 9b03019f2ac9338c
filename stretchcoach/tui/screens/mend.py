"""A cramp filled in by hand: a new one, or an entry that is mended; nothing is written before it is kept."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from stretchcoach.book import Book
from stretchcoach.diary.entries import Episode
from stretchcoach.tui.blanks import BLANKS, Blank
from stretchcoach.tui.fields import Listed
from stretchcoach.tui.screens.page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.rows import MOVES, Row, TextInput, drawn

NEW, OLD = "Add a cramp", "Edit the entry"


class Keep(Static, can_focus=True):
    """The last row: Enter keeps all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, Binding("enter,space", "screen.keep", "Keep")]

    def on_mount(self) -> None:
        self.update(drawn("Save", "Enter"))

    async def on_click(self) -> None:
        await self.run_action("screen.keep")


class MendScreen(DiaryPage):
    """The plain fields, one a row; Escape forgets what was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    def __init__(self, book: Book, entry: Episode, kept: Callable[[Episode], None], fresh: bool = False) -> None:
        """``kept`` is called with what was written."""
        super().__init__(book)
        self.entry = entry
        self._kept = kept
        self._fresh = fresh
        self._before = entry

    def compose(self) -> ComposeResult:
        """The rows, what the chosen one means, and what is wrong."""
        yield Line(NEW if self._fresh else OLD, classes="page-title")
        with VerticalScroll(classes="page", can_focus=False):
            for blank in BLANKS:
                yield _widget(blank, blank.get(self.entry))
            yield Keep(id="keep", classes="row")
        yield Line(id="meaning")
        yield Line(id="told", optional=True)
        yield KeyBar(
            ("up", "Up", True), ("down", "Down", True), ("left", "Less", True), ("right", "More", True),
            ("ctrl+s", "Save", True), ("escape", "Back without saving", True),
        )  # fmt: skip

    def on_mount(self) -> None:
        self.query_one("#blank-minutes" if self._fresh else "#blank-side", Widget).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        field = getattr(event.widget, "field", None)
        text = field.description if isinstance(field, Listed) else "Saves it in the diary."
        self.query_one("#meaning", Line).show(text)

    def on_row_changed(self, message: Row.Changed) -> None:
        if isinstance(message.field, Blank):
            self.entry = message.field.put(self.entry, str(message.value), self.book.now())
            self.query_one(f"#{message.field.id}", Row).draw(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        if self._typed(message.input):
            self.focus_next()

    def on_input_blurred(self, message: Input.Blurred) -> None:
        self._typed(message.input)

    def _typed(self, widget: Input) -> bool:
        """Take what was typed; if it cannot be, say why."""
        if not (isinstance(widget, TextInput) and isinstance(widget.field, Blank)):
            return False
        try:
            self.entry = widget.field.put(self.entry, widget.value.strip(), self.book.now())
        except ValueError as error:
            self.tell(str(error))
            return False
        self.tell("")
        return True

    def action_keep(self) -> None:
        """Write it, unless a text cannot be taken; one that was not changed is left alone."""
        wrong = next((widget for widget in self.query(TextInput) if not self._typed(widget)), None)
        if wrong is not None:
            wrong.focus()
            return
        entry = self.entry

        def done(_: None) -> None:
            self.app.pop_screen()
            self._kept(entry)

        if entry == self._before and not self._fresh:
            done(None)
        else:
            self.write(lambda: self.book.keep(entry), done)


def _widget(blank: Blank, value: str) -> Widget:
    if blank.values:
        return Row(blank, value)
    label = Line(f"{blank.label:<24}", classes="row-label")
    return Horizontal(label, TextInput(blank, value), classes="row text-row")
