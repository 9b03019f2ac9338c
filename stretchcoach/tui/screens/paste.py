"""A sheet of exercises is pasted; below it stands what was understood of each line, and what is asked is answered."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Paste
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea
from textual.widgets.option_list import Option
from textual.worker import Worker

from stretchcoach.core.visible import visible
from stretchcoach.handout import Read
from stretchcoach.handout.together import put
from stretchcoach.program.own_routines import KeptSheet
from stretchcoach.tui.screens import page_screen
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line, still_there
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.words import shortened
from stretchcoach.words import handout_doubts, screens
from stretchcoach.words import writing_screens as words
from stretchcoach.writing.pasted_sheet import Sheet, cleaned, sheet_of
from stretchcoach.writing.toml_values import RefusedError

PAUSE = 0.4
"""Seconds after the last letter when the sheet is read."""
MOST_QUOTED = 60
"""Letters of a line above its question, for which there is room then."""


class SheetBox(TextArea):
    """Where the sheet goes; what is pasted holds only what can be seen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "screen.focus_next", words.TO_THE_LINES, show=False)]

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        if result := self._replace_via_keyboard(cleaned(event.text), *self.selection):
            self.move_cursor(result.end_location)


class PasteScreen(PageScreen[None]):
    """The sheet above, the lines as they were understood below, and a line to answer in."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "go_on", words.MAKE_THE_ROUTINE, priority=True),
        Binding("f4", "ask", words.ANSWER),
        Binding("escape", "leave", screens.BACK),
        Binding("y", "settle(True)", words.LEAVE, show=False),
        Binding("g", "settle(False)", screens.GO_ON, show=False),
    ]

    def __init__(self, made: Callable[[str], Screen[None]], kept: KeptSheet) -> None:
        """``made``: the screen that goes on with the text of the routine; a ``RefusedError`` says why there is none.

        ``kept``: where the sheet lies until it is one.
        """
        super().__init__()
        self._made = made
        self._kept = kept
        self._done = False
        self._safe = kept.read()
        self._text = ""
        self.sheet = Sheet()
        self._of: Read | None = None
        self._asking = False
        self._going = False
        self._turn = 0

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(screens.PASTE_AN_EXERCISE_SHEET, classes="page-title")
        box = SheetBox(id="sheet", soft_wrap=True, tab_behavior="focus")
        box.cursor_blink = False
        yield box
        yield Line(words.NO_EXERCISE_YET, id="meaning")
        yield OptionList(id="choices", markup=False)
        answer = Input(placeholder=words.WHAT_TO_ANSWER, id="typed", compact=True, select_on_focus=True)
        answer.cursor_blink = False
        yield Line(id="told", optional=True)
        yield answer
        yield KeyBar(id="paste-keys")

    def on_mount(self) -> None:
        self.query_one("#typed", Input).display = False
        box = self.query_one(SheetBox)
        if text := cleaned(self._safe):
            box.load_text(text)
            self.tell(words.FROM_LAST_TIME)
        box.focus()
        self._show_keys()
        self.set_interval(page_screen.SAFE_WITHIN, self._make_safe)

    def on_unmount(self) -> None:
        """The program ends, also by Ctrl-C or a closed window: what nobody was done with is there the next time."""
        self._make_safe()

    def _make_safe(self) -> None:
        """What nobody was done with lies on the disk, should the program or the machine die."""
        if not self._done and self._text != self._safe:
            self._safe = self._text
            self._kept.set_aside(self._text)

    # --- reading -------------------------------------------------------------------------------------------

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        self._text = message.text_area.text
        self._turn += 1
        turn = self._turn
        self.set_timer(PAUSE, lambda: self._begin(turn))

    def _begin(self, turn: int) -> None:
        """Read it, unless it has changed again; what was answered holds for lines that are still the same."""
        if turn != self._turn:
            return
        text = cleaned(self.query_one(SheetBox).text)
        answers = _kept(self.sheet, text)
        self._look(lambda: sheet_of(text, answers))

    def _look(self, work: Callable[[], Sheet]) -> None:
        async def run() -> None:
            sheet = await asyncio.to_thread(work)
            if still_there(self):
                self._show(sheet)

        _: Worker[None] = self.run_worker(run, group="read", exclusive=True)

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.query_one("#meaning", Line).show(sheet.counts if sheet.text.strip() else words.NO_EXERCISE_YET)
        options = self.query_one("#choices", OptionList)
        at = options.highlighted
        options.clear_options()
        waiting = {each.number for each in sheet.asked}
        options.add_options(
            Option(_told(each, each.number in waiting), id=f"at{each.number}") for each in sheet.handout.reads
        )
        options.highlighted = min(at, options.option_count - 1) if at is not None and options.option_count else None
        self._show_keys()

    def _show_keys(self) -> None:
        bar = self.query_one(KeyBar)
        if self._asking:
            bar.show(("y", words.LEAVE_IT, True), ("g", screens.GO_ON, True))
        elif self._of is not None:
            bar.show(("enter", words.ANSWER, True), ("escape", words.LATER, True))
        else:
            bar.show(
                ("f4", words.answer_of(len(self.sheet.asked)), bool(self.sheet.asked)),
                ("ctrl+s", words.MAKE_IT, self.sheet.makes),
                ("tab", words.LINES, True),
                ("escape", screens.BACK, True),
            )

    # --- answering -----------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        number = int((message.option_id or "at0")[2:])
        found = next((each for each in self.sheet.handout.asked if each.number == number), None)
        if found:
            self._ask(found)

    def action_ask(self) -> None:
        """The next line that is not clear."""
        if self.sheet.asked:
            self._ask(self.sheet.asked[0])

    def _ask(self, read: Read | None, told: str = "") -> None:
        self._of = read
        self._going = self._going and read is not None
        box = self.query_one("#typed", Input)
        box.display = read is not None
        box.value = read.guess if read else ""
        filled = f" {handout_doubts.ENTER_TAKES_IT}" if read and read.guess else ""
        question = f"{put(self.sheet.asked_with(read))}{filled}" if read else ""
        line = shortened(read.text, MOST_QUOTED) if read else ""
        self.tell(words.line_to_answer(told, read.number, line, question) if read else told)
        (box if read else self.query_one(SheetBox)).focus()
        box.action_select_all()
        if read:
            options = self.query_one("#choices", OptionList)
            options.highlighted = options.get_option_index(f"at{read.number}")
        self._show_keys()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        read, said = self._of, message.value.strip()
        if read is None:
            return
        sheet = self.sheet.answered(read.number, said)
        self._show(sheet)
        if read.number not in sheet.answers:
            again = next((each for each in sheet.asked if each.number == read.number), read)
            self._ask(again, words.NO_ANSWER)
        elif sheet.asked:
            self._ask(sheet.asked[0])
        else:
            going = self._going
            self._ask(None)
            if going:
                self.action_go_on()

    # --- leaving -------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Hand it to the writing screen; what is still asked stays in the file as a remark, and that is said."""
        text = self.sheet.routine()
        if cleaned(self.query_one(SheetBox).text) != self.sheet.text or not text:
            self.tell(self.sheet.trouble or words.NO_EXERCISE_YET)
            return
        if self._of is not None:
            self._going = True  # once this is answered: its Enter may still be on the way
            return
        if self.sheet.asked:
            self.action_ask()
            return
        try:
            self.app.switch_screen(self._made(text))
            self._settled()
        except RefusedError as error:
            self.tell(str(error))

    def action_leave(self) -> None:
        """Out of the answer, then out of the screen; a sheet is not thrown away without asking."""
        if self._of is not None:
            self._ask(None)
        elif self._asking:
            self.action_settle(False)
        elif self.query_one(SheetBox).text.strip():
            self._asking = True
            self.set_focus(None)
            self.tell(words.LEAVE_THE_SHEET)
            self._show_keys()
        else:
            self._settled()
            self.app.pop_screen()

    def _settled(self) -> None:
        self._done = True
        self._kept.discard()

    def action_settle(self, leave: bool) -> None:
        """Answer the question; without one the letter means nothing."""
        if not self._asking:
            return
        self._asking = False
        if leave:
            self._settled()
            self.app.pop_screen()
        else:
            self._ask(None)

    def tell(self, text: str) -> None:
        """Say it below the lines."""
        self.query_one("#told", Line).show(text)


def _told(read: Read, waiting: bool) -> Content:
    """A line of the sheet and what became of it; a question has a mark as well as a colour."""
    if read.question:
        said = read.question if waiting else words.LEFT_OUT
        return Content.assemble((f"{read.number:>3} ? ", "bold"), visible(f"{read.text}: {said}"))
    return Content.assemble((f"{read.number:>3}   ", ""), visible(read.told))


def _kept(sheet: Sheet, text: str) -> dict[int, str]:
    """The answers to lines that are in the new text as they were."""
    old, new = sheet.text.split("\n"), text.split("\n")
    return {
        number: said
        for number, said in sheet.answers.items()
        if number <= min(len(old), len(new)) and old[number - 1] == new[number - 1]
    }
