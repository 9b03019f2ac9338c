"""What this is, what it is not, and what it rests on."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from stretchcoach import __version__
from stretchcoach.tui.routine_card import ShownSource
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import screens


class AboutScreen(PageScreen[None]):
    """Read it, scroll it, leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,a,enter", "app.pop_screen", screens.BACK)]

    def __init__(self, sources: Mapping[str, ShownSource], folder: str) -> None:
        """``folder``: where own routines lie."""
        super().__init__()
        self.sources = sources
        self.folder = folder

    def compose(self) -> ComposeResult:
        """The plain truth first, the sources below."""
        yield Line(f"stretchcoach {__version__}", classes="page-title")
        with VerticalScroll(classes="page"):
            yield Line(screens.WHAT_IT_IS, classes="page-lead")
            yield Line(screens.WHAT_IT_IS_NOT, classes="page-heading")
            yield Line(screens.NO_DEVICE, id="not-medical")
            yield Line(screens.YOUR_OWN_ROUTINES, classes="page-heading")
            yield Line(self.folder, id="own-folder")
            yield Line(screens.ONE_FILE_EACH, classes="soft")
            yield Line(screens.LICENCE, classes="page-heading")
            yield Line(screens.GPL)
            yield Line(screens.SOURCES, classes="page-heading")
            yield Line(screens.UNCHECKED_SOURCES, classes="soft")
            for key, source in self.sources.items():
                mark = "" if source.mark == "seen" else " *"
                yield Line(f"{key}{mark}  {source.title}", classes="source")
                if source.address:
                    yield Line(source.address, classes="address soft")
        yield KeyBar(("up", "Up", True), ("down", "Down", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.reads(self.query_one(VerticalScroll))
