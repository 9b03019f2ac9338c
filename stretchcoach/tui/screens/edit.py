"""A cramp filled in by hand: a new one, or an entry that is mended; nothing is written before it is saved."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Key
from textual.widget import Widget
from textual.widgets import Input, Static

from stretchcoach.diary.entries import Episode
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.tui.forms.cramp import BLANKS, SCORES, Blank
from stretchcoach.tui.forms.settings import Listed
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.setting_rows import MOVES, SettingRow, TextInput, text_row
from stretchcoach.tui.words import ASKING
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens
from stretchcoach.words.screens import UNSAVED

NEW, OLD = pages.ADD_A_CRAMP, pages.EDIT_THE_ENTRY

USUAL = (
    ("up", "Up", True), ("down", "Down", True), ("left", "Less", True), ("right", "More", True),
    ("ctrl+s", "Save", True), ("escape", "Back", True),
)  # fmt: skip


class SaveRow(Static, can_focus=True):
    """A button after the last row: Enter keeps all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, Binding("enter,space", "screen.keep", pages.KEEP)]

    def on_mount(self) -> None:
        self.update(Content.assemble(("  Save it  ", "reverse bold"), "  Enter"))

    async def on_click(self) -> None:
        await self.run_action("screen.keep")


class ScoreRow(SettingRow):
    """A number from 0 to 10: typed, or changed with the arrows; Backspace takes it away."""

    _typed = False

    def on_key(self, event: Key) -> None:
        """One digit is the number; a 0 after a 1 makes 10."""
        digit = event.character or ""
        if digit.isascii() and digit.isdigit():
            whole = f"{self.value}{digit}" if self._typed else digit
            self._typed = True
            event.stop()
            self.post_message(self.Changed(self.field, whole if whole in SCORES else digit))
        elif event.key in ("backspace", "delete"):
            event.stop()
            self.post_message(self.Changed(self.field, ""))
        else:
            self._typed = False

    def on_blur(self) -> None:
        self._typed = False


class WordRow(SettingRow):
    """One of a few words: its first letter chooses it, or the arrows do; Backspace takes it away."""

    def on_key(self, event: Key) -> None:
        """The next word that begins with the letter."""
        letter = (event.character or "").lower()
        at = self.field.values.index(self.value)
        around = [*self.field.values[at + 1 :], *self.field.values[: at + 1]]
        found = next((each for each in around if each and self.field.called(each).lower().startswith(letter)), None)
        if event.key in ("backspace", "delete"):
            found = ""
        elif not letter.isalpha():
            found = None
        if found is not None:
            event.stop()
            self.post_message(self.Changed(self.field, found))


class BlankInput(TextInput):
    """A text of the entry."""

    def __init__(self, field: Blank, value: str) -> None:
        super().__init__(field, value)
        self.field: Blank = field


class EditScreen(DiaryPage):
    """All that is known of a cramp, one thing a row; nothing that was changed is lost without a question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", pages.SAVE, priority=True),
        Binding("escape", "leave", screens.BACK),
        Binding("s", "settle('keep')", pages.SAVE),
        Binding("d", "settle('discard')", pages.DISCARD),
        Binding("g", "settle('go_on')", screens.GO_ON),
    ]

    def __init__(
        self, browser: DiaryBrowser, entry: Episode, kept: Callable[[Episode], None], fresh: bool = False
    ) -> None:
        """``kept`` is called with what was written."""
        super().__init__(browser)
        self.entry = entry
        self._kept = kept
        self._fresh = fresh
        self._before = entry
        self._asking: Widget | None = None
        """What had the keys before the question; None while none is asked."""

    def compose(self) -> ComposeResult:
        """The rows, what the chosen one means, and what is wrong."""
        yield Line(NEW if self._fresh else OLD, classes="page-title")
        with VerticalScroll(classes="page fields", can_focus=False):
            for blank in BLANKS:
                yield _widget(blank, blank.get(self.entry))
            yield SaveRow(id="keep", classes="row")
        yield Line(id="meaning")
        yield Line(id="told", optional=True)
        yield Line(classes="foot")
        yield KeyBar(*USUAL)

    def on_mount(self) -> None:
        self.query_one("#blank-side", Widget).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        field = getattr(event.widget, "field", None)
        text = field.description if isinstance(field, Listed) else pages.SAVE_NOTE
        self.query_one("#meaning", Line).show(text)

        self._asked(None)

    def on_setting_row_changed(self, message: SettingRow.Changed) -> None:
        if isinstance(message.field, Blank):
            self.entry = message.field.put(self.entry, str(message.value), self.browser.now())
            self.query_one(f"#{message.field.id}", SettingRow).draw(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        if self._typed(message.input):
            self.focus_next()

    def on_input_blurred(self, message: Input.Blurred) -> None:
        if self._asking is None:
            self._typed(message.input)

    def _typed(self, widget: Input) -> bool:
        """Take what was typed; if it cannot be, say why."""
        if not isinstance(widget, BlankInput):
            return False
        try:
            self.entry = widget.field.put(self.entry, widget.value.strip(), self.browser.now())
        except ValueError as error:
            self.tell(str(error))
            return False
        self.tell("")
        return True

    @property
    def changed(self) -> bool:
        """Whether anything differs from what is written, also a text that was just typed."""
        typed = any(box.value.strip() != box.field.get(self._before) for box in self._boxes())
        return typed or self.entry != self._before

    def _boxes(self) -> list[BlankInput]:
        return list(self.query(BlankInput))

    def action_leave(self) -> None:
        """Out, if there is nothing to lose; else ask, and a second Escape goes on with it."""
        if self._asking is not None:
            self.action_settle("go_on")
        elif self.changed:
            self._asked(self.focused or self.query_one("#keep"))
            self.set_focus(None)
        else:
            self.app.pop_screen()

    def _asked(self, before: Widget | None) -> None:
        if before is not None or self._asking is not None:
            self._asking = before
            self.query_one(KeyBar).show(*(ASKING if before is not None else USUAL))
            self.tell(UNSAVED if before is not None else "")

    def action_settle(self, how: str) -> None:
        """Answer the question; without one the letter means nothing."""
        before = self._asking
        if before is None:
            return
        self._asked(None)
        before.focus()
        if how == "keep":
            self.action_keep()
        elif how == "discard":
            self.app.pop_screen()

    def action_keep(self) -> None:
        """Write it, unless a text cannot be taken; one that was not changed is left alone."""
        wrong = next((widget for widget in self._boxes() if not self._typed(widget)), None)
        if wrong is not None:
            wrong.focus()
            return
        entry = self.entry

        def done(_: None) -> None:
            self.app.pop_screen()
            self._kept(entry)

        if entry == self._before and not self._fresh:
            done(None)
        else:
            self.write(lambda: self.browser.save(entry), done)


def _widget(blank: Blank, value: str) -> Widget:
    if blank.values:
        return ScoreRow(blank, value) if blank.scored else WordRow(blank, value)
    return text_row(BlankInput(blank, value))
