"""What can be made of the diary, in a list: Enter opens it."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stretchcoach.tui.offers import OFFERS, At
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens


class HandOverScreen(DiaryPage):
    """The list, and the result of the last choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,o", "app.pop_screen", screens.BACK)]

    def __init__(self, at: Callable[[], At]) -> None:
        """``at``: where things are opened."""
        self._at = replace(at(), tell=self.tell)
        self._beside = True
        super().__init__(self._at.paperwork.browser)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(pages.HAND_OVER, classes="page-title")
        yield OptionList(*(Option(each.name, id=f"offer{at}") for at, each in enumerate(OFFERS)), id="choices")
        yield Line(id="meaning", optional=True)
        yield Line(id="told", optional=True)
        yield KeyBar(("enter", "Open", True), ("up", "Up", True), ("down", "Down", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """What each is for stands beside it, or, where that has no room, below the list for the one that is chosen."""
        width = max(len(each.name) for each in OFFERS) + 2
        self._beside = self.measure >= width + max(len(each.note) for each in OFFERS)
        options = self.query_one(OptionList)
        for place, each in enumerate(OFFERS):
            text = Content.assemble((f"{each.name:<{width}}", "bold"), each.note if self._beside else "")
            options.replace_option_prompt_at_index(place, text)
        self._explain(options.highlighted or 0)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        self._explain(message.option_index)

    def _explain(self, place: int) -> None:
        self.query_one("#meaning", Line).show("" if self._beside else OFFERS[place].note)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        self.tell("")
        OFFERS[message.option_index].open(self._at)
