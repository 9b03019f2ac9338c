"""One line to type: the name of a file, a day, a name; what is wrong with it is told, and nothing typed is lost."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from stretchcoach.program.browser import DiaryBrowser, DiaryError
from stretchcoach.program.paperwork import ThereError
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

T = TypeVar("T")
BUSY = "A moment ..."
REPLACE = " Replace it?"
TYPING = ("enter", "Go on", True), ("escape", "Back", True)
ASKING = ("y", "Replace it", True), ("n", "Another name", True), ("escape", "Back", True)


class PromptScreen(DiaryPage, Generic[T]):
    """Enter hands on what was typed; a file that is there already is replaced only after a *yes*."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "replace", "Replace it"),
        Binding("n", "rename", "Another name"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    def __init__(
        self,
        browser: DiaryBrowser,
        title: str,
        meaning: str,
        value: str,
        take: Callable[[str, bool], T],
        done: Callable[[T], None],
    ) -> None:
        """``take`` is called in a thread, with what was typed and whether a file may be replaced."""
        super().__init__(browser)
        self._heading, self._meaning, self._value = title, meaning, value
        self._take, self._done = take, done
        self._asking = self._busy = False

    def compose(self) -> ComposeResult:
        """What is wanted, and the line."""
        yield Line(self._heading, classes="page-title")
        yield Line(self._meaning, id="meaning")
        typed = Input(self._value, id="typed", compact=True, select_on_focus=False)
        typed.cursor_blink = False
        yield typed
        yield Line(id="told", optional=True)
        yield Line(classes="filler")
        yield KeyBar(*TYPING)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self._go_on(False)

    def _go_on(self, over: bool) -> None:
        if self._busy:
            return
        self._busy = True
        typed, take = self.query_one(Input).value, self._take
        self.tell(BUSY)

        def done(found: T) -> None:
            self.app.pop_screen()
            self._done(found)

        self.write(lambda: take(typed, over), done)

    def fail(self, error: DiaryError) -> None:
        self._busy = False
        self._ask(isinstance(error, ThereError))
        self.tell(f"{error}{REPLACE if self._asking else ''}")

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        typed = self.query_one(Input)
        typed.disabled = asking
        self.query_one(KeyBar).show(*(ASKING if asking else TYPING))
        if not asking:
            typed.focus()

    def action_replace(self) -> None:
        if self._asking:
            self._ask(False)
            self._go_on(True)

    def action_rename(self) -> None:
        if self._asking:
            self._ask(False)
            self.tell("")
