"""The settings: each change takes effect at once and is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from stretchcoach.desk import Desk
from stretchcoach.folders import folders
from stretchcoach.tui.fields import FIELDS, Field, Value
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.meter import Meter

MOVES: list[BindingType] = [
    Binding("up", "app.focus_previous", "Up"),
    Binding("down", "app.focus_next", "Down"),
]
"""On each line of the list, or the scrolling box around them would take the arrows."""


class Row(Static, can_focus=True):
    """A setting that is chosen with left and right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("left,minus", "change(-1)", "Less"),
        Binding("right,plus,enter,space", "change(1)", "More"),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        field: Field
        value: Value

    def __init__(self, field: Field, value: Value) -> None:
        super().__init__(id=field.id, classes="row")
        self.field = field
        self.value = value

    def on_mount(self) -> None:
        self.draw(self.value)

    def draw(self, value: Value) -> None:
        """Show ``value``."""
        self.value = value
        self.update(Content.assemble((f"{self.field.label:<24}", ""), (f"‹ {self.field.called(value)} ›", "bold")))

    def action_change(self, step: int) -> None:
        self.post_message(self.Changed(self.field, self.field.after(self.value, step)))

    def on_click(self) -> None:
        self.action_change(1)


class TextInput(Input):
    """A setting that is typed; Enter, or going on, keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(value, placeholder="not set", id=field.id, compact=True, select_on_focus=False)
        self.field = field
        self.cursor_blink = False


class SettingsScreen(Screen[None]):
    """All settings in one list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f2", "app.pop_screen", "Back"),
    ]

    def __init__(self, desk: Desk, themed: Callable[[], None]) -> None:
        super().__init__()
        self.desk = desk
        self._themed = themed

    def compose(self) -> ComposeResult:
        """The list, what the chosen one does, and where all of it is kept."""
        yield Line("Settings", classes="page-title")
        with VerticalScroll(classes="page", can_focus=False):
            for title, fields in FIELDS.items():
                yield Line(title, classes="page-heading")
                for field in fields:
                    yield _widget(field, field.get(self.desk.settings))
        yield Meter(id="meter", optional=True)
        yield Line(id="meaning")
        yield Line(f"Kept in {folders().settings}", id="kept")
        yield KeyBar(
            ("up", "Up", True), ("down", "Down", True), ("left", "Less", True), ("right", "More", True),
            ("escape", "Back", True),
        )  # fmt: skip

    def on_mount(self) -> None:
        self.query(Row).first().focus()
        self._watch_level()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, Row | TextInput):
            self.query_one("#meaning", Line).show(event.widget.field.description)

    def on_row_changed(self, message: Row.Changed) -> None:
        self._keep(message.field, message.value)
        self.query_one(f"#{message.field.id}", Row).draw(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self._typed(message.input)

    def on_input_blurred(self, message: Input.Blurred) -> None:
        self._typed(message.input)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        self.app.simulate_key(message.key)

    def _typed(self, widget: Input) -> None:
        if isinstance(widget, TextInput) and widget.value != widget.field.get(self.desk.settings):
            self._keep(widget.field, widget.value.strip())

    def _keep(self, field: Field, value: Value) -> None:
        """Take it, keep it, and say so if it could not be kept."""
        trouble = self.desk.save(field.put(self.desk.settings, value))
        kept = self.query_one("#kept", Line)
        kept.show(trouble or f"Kept in {folders().settings}")
        kept.set_class(bool(trouble), "trouble")
        if field.key == "theme":
            self._themed()
        if field.section == "listen":
            self._watch_level()

    def _watch_level(self) -> None:
        """Show how loud it is while listening is on."""
        self.query_one(Meter).turn(self.desk.spare_ears if self.desk.settings.listen.on else None)


def _widget(field: Field, value: Value) -> Widget:
    if field.values:
        return Row(field, value)
    return Horizontal(
        Line(f"{field.label:<24}", classes="row-label"), TextInput(field, str(value)), classes="row text-row"
    )
