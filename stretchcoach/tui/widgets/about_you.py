"""What the user tells of themselves: a part of the settings screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from stretchcoach.profile.values import Profile
from stretchcoach.tui.forms.profile import FACTS, ProfileField
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.setting_rows import SettingRow, TwicePressed
from stretchcoach.words import screens


class AboutYou(Vertical):
    """The facts of the profile, each told or not, and a way to forget them all."""

    @dataclass
    class Told(Message):
        """Something was told or forgotten; ``trouble`` says why it could not be kept so."""

        trouble: str
        forgotten: bool = False

    def __init__(self, profile: Profile, save: Callable[[Profile], str], forget: Callable[[], str]) -> None:
        super().__init__(id="about-you")
        self.profile = profile
        self._save = save
        self._forget = forget

    def compose(self) -> ComposeResult:
        """A row for every fact; those that are options come to be seen when their fact is told."""
        yield Line(screens.ABOUT_YOU, classes="page-heading")
        for fact in FACTS:
            yield SettingRow(fact, fact.get(self.profile))
        yield TwicePressed(screens.FORGET_ALL_OF_THIS, id="forget")

    def on_mount(self) -> None:
        self._draw()

    def on_setting_row_changed(self, message: SettingRow.Changed) -> None:
        message.stop()
        if isinstance(message.field, ProfileField):
            self.profile = message.field.put(self.profile, message.value, date.today())
            self._draw()
            self.post_message(self.Told(self._save(self.profile)))

    def on_twice_pressed_done(self) -> None:
        self.profile = Profile()
        self._draw()
        self.post_message(self.Told(self._forget(), forgotten=True))

    def _draw(self) -> None:
        for row in self.query(SettingRow):
            if isinstance(row.field, ProfileField):
                row.draw(row.field.get(self.profile))
                row.display = row.field.shown(self.profile)
