"""Lines of a list of settings: chosen with the arrows, typed, or pressed."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from stretchcoach.core.visible import visible
from stretchcoach.tui.forms.settings import Listed, Value
from stretchcoach.tui.widgets.base import Line
from stretchcoach.words import screens

MOVES: list[BindingType] = [
    Binding("up", "app.focus_previous", screens.UP),
    Binding("down", "app.focus_next", screens.DOWN),
]
"""On each line of the list, or the scrolling box around them would take the arrows."""


def row_text(label: str, value: str) -> Content:
    """A line of the list."""
    return Content.assemble((f"{label:<24}", ""), (f"‹ {visible(value)} ›", "bold"))


class SettingRow(Static, can_focus=True):
    """A setting that is chosen with left and right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("left,minus", "change(-1)", screens.LESS),
        Binding("right,plus,enter,space", "change(1)", screens.MORE),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        field: Listed
        value: Value

    def __init__(self, field: Listed, value: Value) -> None:
        super().__init__(id=field.id, classes="row")
        self.field = field
        self.value = value

    def on_mount(self) -> None:
        self.draw(self.value)

    def draw(self, value: Value) -> None:
        self.value = value
        self.update(row_text(self.field.label, self.field.called(value)))

    def action_change(self, step: int) -> None:
        self.post_message(self.Changed(self.field, self.field.after(self.value, step)))

    def on_click(self) -> None:
        self.action_change(1)


class PickRow(Static, can_focus=True):
    """A setting that is chosen from a list of its own, which Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, Binding("enter,right,space", "open", screens.LIST)]

    @dataclass
    class Opened(Message):
        """The list is wanted."""

        field: Listed
        value: str

    def __init__(self, field: Listed, value: str) -> None:
        super().__init__(id=field.id, classes="row")
        self.field = field
        self.value = value

    def on_mount(self) -> None:
        self.draw(self.value)

    def draw(self, value: str) -> None:
        self.value = value
        self.update(row_text(self.field.label, value or "the usual one"))

    def action_open(self) -> None:
        self.post_message(self.Opened(self.field, self.value))

    def on_click(self) -> None:
        self.action_open()


class TextInput(Input):
    """A setting that is typed; Enter, or going on, keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, field: Listed, value: str) -> None:
        super().__init__(value, placeholder=screens.NOT_SET, id=field.id, compact=True, select_on_focus=False)
        self.field = field
        self.cursor_blink = False


class TwicePressed(Static, can_focus=True):
    """Something that cannot be undone, done at the second Enter; going away takes the first one back."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, Binding("enter,space", "press", screens.DO)]
    armed = False

    @dataclass
    class Done(Message):
        """It was pressed twice."""

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="row")
        self.label = label

    def on_mount(self) -> None:
        self.arm(False)

    def arm(self, armed: bool) -> None:
        """Wait for the second Enter, or for the first."""
        self.armed = armed
        self.update(row_text(self.label, screens.ENTER_DELETES if armed else "Enter twice"))

    def action_press(self) -> None:
        self.arm(not self.armed)
        if not self.armed:
            self.post_message(self.Done())

    def on_click(self) -> None:
        self.action_press()

    def on_blur(self) -> None:
        self.arm(False)


def text_row(box: TextInput) -> Horizontal:
    """A line of the list that is typed into."""
    return Horizontal(Line(f"{box.field.label:<24}", classes="row-label"), box, classes="row text-row")
