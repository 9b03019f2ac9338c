"""The fields of one step, or of the routine itself, as a form; what cannot be is said at its field and not taken."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input

from stretchcoach.core.messages import Kind, Scene
from stretchcoach.program.jobs import for_routine
from stretchcoach.program.program import Program
from stretchcoach.tui.forms.writing import Row, WritingRow, form_rows, label_of, pose_of, read_out
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.figure import Figure
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.setting_rows import SettingRow, TextInput, text_row
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens
from stretchcoach.words import writing_screens as words
from stretchcoach.words.wording import clock
from stretchcoach.writing.desk import Desk
from stretchcoach.writing.draft import Place
from stretchcoach.writing.toml_values import RefusedError

WIDE = 110
"""Columns of a screen that has room for the figure beside the form."""


class FieldError(Line):
    """What is wrong with the field above."""


class StepScreen(PageScreen[Place]):
    """Rows to choose from or to type into; each is taken as soon as it is left."""

    DEFAULT_CLASSES = "broad"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "hear", words.HEAR_IT),
        Binding("ctrl+s", "back", pages.DONE),
        Binding("escape", "back", screens.BACK),
    ]

    def __init__(self, program: Program, desk: Desk, place: Place, hear: Callable[[str], None]) -> None:
        super().__init__()
        self.program = program
        self.desk = desk
        self.place = place
        self._hear = hear
        self._warned: Widget | None = None
        """A rejected value was already reported when its field was left."""
        self._rows: tuple[Row, ...] = ()

    def compose(self) -> ComposeResult:
        """The rows, the figure, and what the chosen row means."""
        yield Line(classes="page-title", id="writing-title")
        with Horizontal(id="writing", classes="fields"):
            with VerticalScroll(classes="page", id="form", can_focus=False):
                yield from self._widgets()
            yield Figure(id="writing-figure")
        yield Line(id="meaning")
        yield Line(id="told", optional=True)
        yield Line(classes="foot")
        yield KeyBar(
            ("up", screens.UP, True),
            ("down", screens.DOWN, True),
            ("left", screens.LESS, True),
            ("right", screens.MORE, True),
            ("f3", words.HEAR_IT, True),
            ("escape", screens.BACK, True),
        )

    def _widgets(self) -> list[Widget]:
        self._rows = tuple(form_rows(self.desk.draft, self.place))
        return [_widget(row, row.get(self.desk.draft, self.place)) for row in self._rows]

    def on_mount(self) -> None:
        self._draw()
        self.query("#form SettingRow, #form TextInput").first().focus(scroll_visible=False)

    def _draw(self) -> None:
        """What does not stand in the rows; it is another once something was taken."""
        draft = self.desk.draft
        seconds = self.program.plan(for_routine(draft.routine, self.program.settings.coach)).seconds
        name = label_of(draft, self.place)[0].strip()
        self.query_one("#writing-title", Line).show(words.step_in_all(name, clock(seconds)))
        self._show_figure()

    def _show_figure(self) -> None:
        pose = pose_of(self.desk.draft, self.place) if self._room else ""
        self.query_one(Figure).show(Scene("", kind=Kind.PREPARE, pose=pose))

    @property
    def _room(self) -> bool:
        """Whether there is room for the figure; where there is little, only for whoever chooses one."""
        row = getattr(self.focused, "field", None)
        return self.size.width >= WIDE or (isinstance(row, WritingRow) and row.field.key == "pose")

    def on_resize(self) -> None:
        self._show_figure()

    # --- taking --------------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        row = getattr(event.widget, "field", None)
        if row in self._rows:
            self.query_one("#meaning", Line).show(row.description)
        if event.widget is not self._warned:
            self._warned = None
            self.query_one("#told", Line).show("")
        self._show_figure()

    async def on_setting_row_changed(self, message: SettingRow.Changed) -> None:
        message.stop()
        for row in self._rows:
            if row == message.field:
                await self._take(row, str(message.value))

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if await self._typed(message.input):
            self.focus_next()

    async def on_input_blurred(self, message: Input.Blurred) -> None:
        message.stop()
        await self._typed(message.input)

    async def _typed(self, widget: Input) -> bool:
        row = widget.field if isinstance(widget, TextInput) and widget.is_mounted else None
        if not isinstance(row, WritingRow) or row not in self._rows:
            return False
        return await self._take(row, widget.value)

    async def _take(self, row: Row, typed: str) -> bool:
        """Take what was chosen or typed, or say at the row why not."""
        before = self.desk.draft
        try:
            draft = row.put(before, self.place, typed)
        except RefusedError as error:
            self._fault(row, str(error))
            return False
        self._fault(row, "")
        if draft is before:
            return True
        self.desk.take(draft, self.place)
        if tuple(form_rows(draft, self.place)) != self._rows:
            await self._anew()
        elif not isinstance(row, WritingRow) or row.values:
            self.query_one(f"#{row.id}", SettingRow).draw(row.get(draft, self.place))
        self._draw()
        return True

    async def _anew(self) -> None:
        """Other rows than before; the keys stay where they were."""
        focused = self.focused.id if self.focused else None
        waiting = {box.id: box.value for box in self.query(TextInput) if box.id != focused and self._untaken(box)}
        form = self.query_one("#form", VerticalScroll)
        at = form.scroll_y
        await form.remove_children()
        await form.mount_all(self._widgets())
        for box in self.query(TextInput):
            box.value = waiting.get(box.id, box.value)
        there = self.query(f"#{focused}") if focused else None
        if there:
            self.set_focus(there.first(), scroll_visible=False)
        form.scroll_to(y=at, animate=False)

    def _untaken(self, box: TextInput) -> bool:
        row = box.field
        return isinstance(row, WritingRow) and box.value != row.get(self.desk.draft, self.place)

    def _fault(self, row: Row, text: str) -> None:
        found = self.query(f"#{row.id}-fault")
        if found:
            found.first(FieldError).show(text)
        elif text:
            self.query_one("#told", Line).show(text)

    # --- keys ----------------------------------------------------------------------------------------------

    async def action_hear(self) -> None:
        """The line of the row, as it is typed now."""
        widget = self.focused
        if isinstance(widget, Input):
            await self._typed(widget)
        row = getattr(widget, "field", None)
        self._hear(read_out(self.desk.draft, self.place, row if row in self._rows else None))

    async def action_back(self) -> None:
        """Back to the list; a value that cannot be accepted is reported first."""
        wrong = [box for box in self.query(TextInput) if not await self._typed(box) and self._untaken(box)]
        if wrong and self._warned not in wrong:
            self._warned = wrong[0]
            wrong[0].focus()
            self.query_one("#told", Line).show(words.NOT_TAKEN_YET)
            return
        self.dismiss(self.place)


def _widget(row: Row, value: str) -> Widget:
    fault = FieldError(id=f"{row.id}-fault", classes="field-fault", optional=True)
    if row.values:
        return Vertical(SettingRow(row, value), fault, classes="field")
    return Vertical(text_row(TextInput(row, value)), fault, classes="field")
