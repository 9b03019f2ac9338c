"""What this is, what it is not, and what it rests on."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from stretchcoach import __version__
from stretchcoach.tui.routine_card import ShownSource
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

WHAT = (
    "A calm voice that guides you through a calf cramp, and through stretches and warm-ups on better days. "
    "It works offline and keeps everything on this machine."
)
NOT = (
    "It is not a medical device. It makes no diagnosis and does not replace a doctor. "
    "Its content has not been reviewed by a clinician yet. "
    "If you are worried about your leg, or feel ill, get medical advice now."
)
OWN = "One TOML file each. The README tells how to write one."


class AboutScreen(Screen[None]):
    """Read it, scroll it, leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,a,enter", "app.pop_screen", "Back")]

    def __init__(self, sources: Mapping[str, ShownSource], folder: str) -> None:
        """``folder``: where own routines lie."""
        super().__init__()
        self.sources = sources
        self.folder = folder

    def compose(self) -> ComposeResult:
        """The plain truth first, the sources below."""
        yield Line(f"stretchcoach {__version__}", classes="page-title")
        with VerticalScroll(classes="page"):
            yield Line(WHAT, classes="page-lead")
            yield Line("What it is not", classes="page-heading")
            yield Line(NOT, id="not-medical")
            yield Line("Your own routines", classes="page-heading")
            yield Line(self.folder, id="own-folder")
            yield Line(OWN, classes="soft")
            yield Line("Licence", classes="page-heading")
            yield Line("GPL-3.0-or-later. Free software: use it, share it, change it.")
            yield Line("Sources", classes="page-heading")
            yield Line("Sources marked * have not been checked at the address given.", classes="soft")
            for key, source in self.sources.items():
                mark = "" if source.mark == "seen" else " *"
                yield Line(f"{key}{mark}  {source.title}", classes="source")
                yield Line(source.address, classes="address soft")
        yield KeyBar(("escape", "Back", True), ("up", "Up", True), ("down", "Down", True))

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        self.app.simulate_key(message.key)
