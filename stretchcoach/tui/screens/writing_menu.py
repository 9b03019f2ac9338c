"""How a routine of one's own begins: from nothing, from a sheet, or from one that is there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.program.jobs import CRAMP_ID
from stretchcoach.program.own_routines import Manuscript
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from stretchcoach.tui.app import StretchCoach

NEW, SHEET, THIS, LEFT = "new", "sheet", "this", "left "
YOURS = "It is your own."
COPY = "It comes with the program and stays; yours takes its place once saved."
UNFINISHED = "It was not saved when the program ended."
NOTES = {
    NEW: "You fill in one step after the other.",
    SHEET: "Paste what your physiotherapist or a page gives you, in plain lines.",
}


class WritingMenu(Screen[None]):
    """Three ways, in a list: Enter takes one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "app.pop_screen", "Back")]

    def __init__(self, routine: Routine | None, own: frozenset[str], left: Mapping[str, Manuscript]) -> None:
        """``routine``: the one that was chosen; ``own``: ids of the person's own; ``left``: what was not finished."""
        super().__init__()
        self.routine = None if routine is None or routine.id == CRAMP_ID else routine
        self._left = left
        self._mine = routine is not None and routine.id in own

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line("Write a routine", classes="page-title")
        choices = [Option("A new routine", id=NEW), Option("Paste an exercise sheet", id=SHEET)]
        if self.routine:
            what = "Change" if self._mine else "A copy of"
            choices.append(Option(Content(visible(f"{what}: {self.routine.title}")), id=THIS))
        choices[:0] = [
            Option(Content(visible(f"Go on with: {each.draft.routine.title}")), id=f"{LEFT}{name}")
            for name, each in self._left.items()
        ]
        yield OptionList(*choices, id="choices", markup=False)
        yield Line(id="meaning")
        yield KeyBar(("enter", "Take it", True), ("up", "Up", True), ("down", "Down", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        this = YOURS if self._mine else COPY
        chosen = message.option_id or ""
        self.query_one("#meaning", Line).show(UNFINISHED if chosen.startswith(LEFT) else NOTES.get(chosen, this))

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
