"""One entry of the diary, with all that was said."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from stretchcoach.diary.entries import Episode, RoutineRun
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.tui import entry_lines
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens


class EntryScreen(DiaryPage):
    """Read, scroll, edit or delete it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "mend", pages.EDIT),
        Binding("x,delete", "remove", pages.DELETE),
        Binding("escape,q,enter", "app.pop_screen", screens.BACK),
    ]

    def __init__(
        self,
        browser: DiaryBrowser,
        entry: Episode | RoutineRun,
        changed: Callable[[], None],
        remove: Callable[[str], None],
    ) -> None:
        """``changed`` is called when it was mended; ``remove`` deletes it."""
        super().__init__(browser)
        self.entry = entry
        self._changed = changed
        self._remove = remove

    def compose(self) -> ComposeResult:
        """The page, and what can be done."""
        yield VerticalScroll(id="entry", classes="page")
        yield Line(id="told", optional=True)
        yield KeyBar(
            ("e", "Edit", isinstance(self.entry, Episode)), ("x", "Delete", True), ("up", "Up", True),
            ("down", "Down", True), ("escape", "Back", True),
        )  # fmt: skip

    async def on_mount(self) -> None:
        await self._draw()
        self.reads(self.query_one("#entry", VerticalScroll))

    async def _draw(self) -> None:
        box = self.query_one("#entry", VerticalScroll)
        await box.remove_children()
        lines = entry_lines.entry_page(self.entry, self.browser)
        await box.mount_all(
            [Line(each.text, classes=f"entry-{each.look.value} indent-{each.indent}") for each in lines]
        )

    def action_mend(self) -> None:
        from stretchcoach.tui.screens.edit import EditScreen

        if isinstance(self.entry, Episode):
            self.app.push_screen(EditScreen(self.browser, self.entry, self._mended))
        else:
            self.tell(pages.NOT_EDITED)

    def _mended(self, entry: Episode) -> None:
        self.entry = entry
        self._changed()
        self.call_later(self._draw)

    def action_remove(self) -> None:
        self.app.pop_screen()
        self._remove(self.entry.id)
