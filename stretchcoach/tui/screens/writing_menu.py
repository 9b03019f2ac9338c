"""How a routine of the user's own begins: from nothing, from a sheet, or from an existing one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.program.jobs import CRAMP_ID
from stretchcoach.program.own_routines import Manuscript
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import screens
from stretchcoach.words import writing_screens as words

if TYPE_CHECKING:
    from stretchcoach.tui.app import StretchCoach

NEW, SHEET, THIS, LEFT = "new", "sheet", "this", "left "
NOTES = {
    NEW: words.STEP_AFTER_STEP,
    SHEET: words.PASTE_LINES,
}


class WritingMenu(PageScreen[None]):
    """Three ways, in a list: Enter takes one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "app.pop_screen", screens.BACK)]

    def __init__(self, routine: Routine | None, own: frozenset[str], left: Mapping[str, Manuscript]) -> None:
        """``routine``: the one that was chosen; ``own``: ids of the person's own; ``left``: what was not finished."""
        super().__init__()
        self.routine = None if routine is None or routine.id == CRAMP_ID else routine
        self._left = left
        self._mine = routine is not None and routine.id in own

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(screens.WRITE_A_ROUTINE, classes="page-title")
        choices = [Option(words.A_NEW_ROUTINE, id=NEW), Option(screens.PASTE_AN_EXERCISE_SHEET, id=SHEET)]
        if self.routine:
            what = words.CHANGE if self._mine else words.A_COPY_OF
            choices.append(Option(Content(visible(f"{what}: {self.routine.title}")), id=THIS))
        choices[:0] = [
            Option(Content(visible(words.go_on_with(each.draft.routine.title))), id=f"{LEFT}{name}")
            for name, each in self._left.items()
        ]
        yield OptionList(*choices, id="choices", classes="few", markup=False)
        yield Line(id="meaning")
        yield Line(classes="foot")
        yield KeyBar(
            ("enter", words.TAKE_IT, True),
            ("up", screens.UP, True),
            ("down", screens.DOWN, True),
            ("escape", screens.BACK, True),
        )

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        this = words.YOUR_OWN if self._mine else words.COMES_WITH_THE_PROGRAM
        chosen = message.option_id or ""
        self.query_one("#meaning", Line).show(words.NOT_SAVED if chosen.startswith(LEFT) else NOTES.get(chosen, this))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        app = cast("StretchCoach", self.app)
        app.pop_screen()
        chosen = message.option_id or ""
        if chosen == NEW:
            app.action_write()
        elif chosen == SHEET:
            app.action_paste_sheet()
        elif chosen.startswith(LEFT):
            app.write_on(self._left[chosen.removeprefix(LEFT)])
        elif self.routine:
            app.edit_routine(self.routine)
