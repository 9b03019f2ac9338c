"""The settings: each change takes effect at once and is kept."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input

from stretchcoach.machine.folders import folders
from stretchcoach.program import sound_devices
from stretchcoach.program.program import Program
from stretchcoach.program.sound_devices import DeviceChoice
from stretchcoach.tui.forms.settings import FIELDS, Field, Value
from stretchcoach.tui.screens.chooser import ChooserScreen
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.about_you import AboutYou
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.meter import Meter
from stretchcoach.tui.widgets.setting_rows import PickRow, SettingRow, TextInput, TwicePressed, text_row
from stretchcoach.words import screens

PICKED = frozenset({"voice-voice", "voice-device", "listen-device"})
"""Settings whose values this machine knows."""


class SettingsScreen(PageScreen[None]):
    """All settings in one list."""

    AUTO_FOCUS = ""  # it would scroll the first heading away
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f2", "app.pop_screen", screens.BACK),
    ]

    def __init__(self, program: Program, themed: Callable[[], None]) -> None:
        super().__init__()
        self.program = program
        self._themed = themed
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """The list, what the chosen one does, and where all of it is kept."""
        yield Line(screens.SETTINGS, classes="page-title")
        with VerticalScroll(classes="page", can_focus=False):
            for title, fields in FIELDS.items():
                yield Line(title, classes="page-heading")
                for field in fields:
                    yield _widget(field, field.get(self.program.settings))
            yield AboutYou(self.program.profile, self.program.save_profile, self.program.forget_profile)
        yield Meter(id="meter", optional=True)
        yield Line(id="meaning")
        yield Line(f"Kept in {folders().settings}", id="kept")
        yield KeyBar(
            ("up", "Up", True), ("down", "Down", True), ("left", "Less", True), ("right", "More", True),
            ("escape", "Back", True),
        )  # fmt: skip

    def on_mount(self) -> None:
        self.query(SettingRow).first().focus(scroll_visible=False)
        self._watch_level()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, PickRow | SettingRow | TextInput):
            self.query_one("#meaning", Line).show(event.widget.field.description)
        elif isinstance(event.widget, TwicePressed):
            self.query_one("#meaning", Line).show(screens.FORGET_NOTE)
        self._tell(self._trouble)

    def on_setting_row_changed(self, message: SettingRow.Changed) -> None:
        if isinstance(message.field, Field):
            self._keep(message.field, message.value)
            self.query_one(f"#{message.field.id}", SettingRow).draw(message.value)

    def on_pick_row_opened(self, message: PickRow.Opened) -> None:
        """Show the voices, loudspeakers or microphones there are; space tries one."""
        field, settings = message.field, self.program.settings
        assert isinstance(field, Field)
        look: Callable[[], Sequence[DeviceChoice]] = sound_devices.microphones
        attempt: Callable[[str], str] | None = None
        if field.section == "voice":

            def look_at_sounds() -> Sequence[DeviceChoice]:
                found = sound_devices.sound_devices(settings)
                return found.voices if field.key == "voice" else found.loudspeakers

            def say(value: str) -> str:
                return sound_devices.say(field.put(settings, value).voice)

            look, attempt = look_at_sounds, say

        def keep(value: str | None) -> None:
            if value is not None:
                self._keep(field, value)
                self.query_one(f"#{field.id}", PickRow).draw(value)

        self.app.push_screen(ChooserScreen(field.label, message.value, look, attempt), keep)

    def on_about_you_told(self, message: AboutYou.Told) -> None:
        self._tell(message.trouble, screens.FORGOTTEN if message.forgotten else "")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self._typed(message.input)

    def on_input_blurred(self, message: Input.Blurred) -> None:
        self._typed(message.input)

    def _typed(self, widget: Input) -> None:
        if not (isinstance(widget, TextInput) and isinstance(widget.field, Field)):
            return
        if widget.value != widget.field.get(self.program.settings):
            self._keep(widget.field, widget.value.strip())

    def _keep(self, field: Field, value: Value) -> None:
        """Take it, keep it, and say so if it could not be kept."""
        self._tell(self.program.save(field.put(self.program.settings, value)))
        if field.key == "theme":
            self._themed()
        if field.section == "listen":
            self._watch_level()

    def _tell(self, trouble: str, done: str = "") -> None:
        """Where it is kept, or why it is not."""
        self._trouble = trouble
        mine = self.query_one(AboutYou).has_focus_within
        kept = self.query_one("#kept", Line)
        kept.show(trouble or done or f"Kept in {folders().profile if mine else folders().settings}")
        kept.set_class(bool(trouble), "trouble")

    def _watch_level(self) -> None:
        """Show how loud it is while listening is on."""
        self.query_one(Meter).turn(self.program.spare_ears if self.program.settings.listen.on else None)


def _widget(field: Field, value: Value) -> Widget:
    if field.values:
        return SettingRow(field, value)
    if field.id in PICKED:
        return PickRow(field, str(value))
    return text_row(TextInput(field, str(value)))
