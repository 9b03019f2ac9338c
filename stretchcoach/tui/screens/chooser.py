"""A list to choose one thing from, each of which can be tried: voices, loudspeakers, microphones."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import Worker

from stretchcoach.core.visible import visible
from stretchcoach.program.sound_devices import DeviceChoice
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line, still_there
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import screens

DEFAULT = DeviceChoice("", "the usual one")


class ChooserScreen(PageScreen[str | None]):
    """Arrows choose, space tries, Enter keeps; letters narrow the list.  Gives the value, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "try", screens.TRY_IT),
        Binding("slash", "search", screens.SEARCH),
        Binding("escape", "leave", screens.BACK),
    ]

    def __init__(
        self,
        title: str,
        now: str,
        look: Callable[[], Sequence[DeviceChoice]],
        attempt: Callable[[str], str] | None = None,
    ) -> None:
        """``look`` finds what there is, ``attempt`` tries one and says what went wrong; each in a thread."""
        super().__init__()
        self._heading, self._now, self._look, self._attempt = title, now, look, attempt
        self._there: Sequence[DeviceChoice] = ()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(self._heading, classes="page-title")
        search = Input(placeholder=screens.PART_OF_A_NAME, id="search")
        search.cursor_blink = False
        yield search
        yield OptionList(id="choices", markup=False)
        yield Line(screens.LOOKING, id="told", optional=True)
        tries = [("space", "Try it", True)] if self._attempt else []
        yield KeyBar(("enter", "Choose", True), *tries, ("slash", "Search", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        _: Worker[None] = self.run_worker(self._find, group="find")

    async def _find(self) -> None:
        self._there = (DEFAULT, *await asyncio.to_thread(self._look))
        if still_there(self):
            self.query_one("#told", Line).show("" if len(self._there) > 1 else screens.NOTHING_WAS_FOUND)
            self._fill("")

    def _fill(self, searched: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        shown = [each for each in self._there if searched.casefold() in f"{each.value} {each.name}".casefold()]
        options.add_options(Option(Content(visible(each.name)), id=f"at{self._there.index(each)}") for each in shown)
        at = next((place for place, each in enumerate(shown) if each.value == self._now), 0)
        options.highlighted = at if shown else None

    @property
    def chosen(self) -> DeviceChoice | None:
        """What the bar stands on."""
        option = self.query_one(OptionList).highlighted_option
        return self._there[int((option.id or "at0")[2:])] if option else None

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self._fill(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        box = self.query_one("#search", Input)
        box.add_class("open")
        box.focus()

    def action_try(self) -> None:
        if self._attempt and self.chosen:
            attempt, choice = self._attempt, self.chosen

            async def run() -> None:
                await self._try(attempt, choice)

            _: Worker[None] = self.run_worker(run, group="try", exclusive=True)

    async def _try(self, attempt: Callable[[str], str], choice: DeviceChoice) -> None:
        self.query_one("#told", Line).show(f"{choice.name} ...")
        trouble = await asyncio.to_thread(attempt, choice.value)
        if still_there(self):
            self.query_one("#told", Line).show(trouble)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        self.dismiss(self.chosen.value if self.chosen else None)

    def action_leave(self) -> None:
        self.dismiss(None)
