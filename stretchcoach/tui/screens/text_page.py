"""A page of plain lines that are worked out from the diary, with its keys; they are made in a thread."""

from collections.abc import Callable, Iterable, Sequence
from textwrap import wrap
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from stretchcoach.program.paperwork import Paperwork, suggested
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.screens.prompt import PromptScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import Item, KeyBar
from stretchcoach.words import screens

T = TypeVar("T")
WIDEST = 80
BUSY = "A moment ..."


class TextPage(DiaryPage):
    """A title, one line of choices, the text, and keys."""

    TITLE_OF_PAGE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", screens.UP),
        Binding("down", "scroll(1)", screens.DOWN),
        Binding("escape,q", "app.pop_screen", screens.BACK),
    ]

    def __init__(self, paperwork: Paperwork) -> None:
        super().__init__(paperwork.browser)
        self.paperwork = paperwork
        self._laid = 0
        self._turn = 0
        """Rises with every text that is set or begun to be worked out; what was begun before is out of date."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(self.TITLE_OF_PAGE, classes="page-title")
        yield Line(self.choices(), id="meaning", optional=True)
        with VerticalScroll(classes="page", id="text", can_focus=True):
            yield Line(BUSY, id="lines")
        yield Line(id="told", optional=True)
        yield KeyBar(*self.keys())

    def on_mount(self) -> None:
        self.query_one("#text").focus()
        self.call_after_refresh(self.refill)

    def on_resize(self) -> None:
        """Wrap the text again."""
        if self._laid and self.width != self._laid:
            self.refill()

    def choices(self) -> str:
        """What is chosen now, above the text."""
        return ""

    def keys(self) -> tuple[Item, ...]:
        """What can be done now."""
        return (("escape", "Back", True),)

    def lines(self) -> Sequence[str]:
        """The text; called in a thread."""
        raise NotImplementedError

    @property
    def width(self) -> int:
        """Letters that fit into a line, beside a scroll bar that may come with them."""
        text = self.query_one("#text", VerticalScroll)
        bar = 0 if text.show_vertical_scrollbar else text.styles.scrollbar_size_vertical
        return min(WIDEST, self.query_one("#lines").size.width - bar if text.size.width else WIDEST)

    def wrapped(self, lines: Iterable[str]) -> list[str]:
        """The lines, those that are too long broken between words."""
        return [part for line in lines for part in (wrap(line, self.width) if len(line) > self.width else [line])]

    def refill(self) -> None:
        """Compute the text again."""
        self.query_one("#meaning", Line).show(self.choices())
        self._laid = self.width
        self._turn = turn = self._turn + 1
        self.look(self.lines, lambda lines: self.show(lines) if turn == self._turn else None)

    def show(self, lines: Sequence[str]) -> None:
        """Let it say these lines."""
        self._turn += 1
        self.query_one("#lines", Line).show("\n".join(lines))
        self.query_one("#meaning", Line).show(self.choices())
        self.query_one(KeyBar).show(*self.keys())

    def action_scroll(self, by: int) -> None:
        self.query_one("#text", VerticalScroll).scroll_relative(y=by, animate=False)

    def prompt(
        self, title: str, meaning: str, value: str, take: Callable[[str, bool], T], done: Callable[[T], None]
    ) -> None:
        """Ask for one line."""
        self.app.push_screen(PromptScreen(self.browser, title, meaning, value, take, done))

    def save_as(self, title: str, name: str, take: Callable[[str, bool], str]) -> None:
        """Ask where a file goes, write it, and tell where it is."""
        self.prompt(title, screens.ONLY_YOU, str(suggested(name)), take, lambda path: self.tell(f"Saved: {path}"))
