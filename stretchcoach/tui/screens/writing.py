"""Writing a routine: its steps in a list, to be added, ordered, doubled and taken out; nothing invalid can be saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stretchcoach.core.messages import Kind, Scene
from stretchcoach.core.routine import Group
from stretchcoach.core.stretch_words import stretches
from stretchcoach.core.visible import visible
from stretchcoach.program.aloud import Aloud
from stretchcoach.program.jobs import for_routine
from stretchcoach.program.own_routines import Manuscript
from stretchcoach.program.program import Program
from stretchcoach.tui.forms.writing import label_of, pose_of, read_out
from stretchcoach.tui.screens import page_screen
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.screens.writing_step import StepScreen
from stretchcoach.tui.widgets.base import Line, still_there
from stretchcoach.tui.widgets.figure import Figure
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.words import ASKING, shortened
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens
from stretchcoach.words import writing_screens as words
from stretchcoach.words.screens import UNSAVED
from stretchcoach.words.wording import clock, counted
from stretchcoach.writing.desk import Desk
from stretchcoach.writing.draft import Draft, Place
from stretchcoach.writing.toml_values import RefusedError


class StepList(OptionList):
    """The steps; other room for them, as beside a figure, is told, for their rows are cut to it."""

    class Resized(Message):
        """It is wider now, or narrower."""

    def on_resize(self) -> None:
        self.post_message(self.Resized())


class WritingScreen(PageScreen[None]):
    """The list, how long all of it takes, and the figure of the step."""

    @dataclass
    class SoundTold(Message):
        """Something does not work with the sound."""

        text: str

    DEFAULT_CLASSES = "broad"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "step('add')", pages.ADD),
        Binding("d", "double", words.DOUBLE),
        Binding("x,delete", "step('remove')", words.TAKE_OUT),
        Binding("minus,shift+up", "move(-1)", words.EARLIER),
        Binding("plus,equals_sign,shift+down", "move(1)", words.LATER_IN_THE_ROUTINE),
        Binding("g", "group", words.GROUP),
        Binding("h,f3", "hear", words.HEAR),
        Binding("z", "undo", pages.UNDO),
        Binding("ctrl+s", "keep", pages.SAVE),
        Binding("s", "settle", pages.SAVE, show=False),
        Binding("escape", "leave", screens.BACK),
    ]

    def __init__(self, program: Program, manuscript: Manuscript) -> None:
        super().__init__()
        self.program = program
        self.manuscript = manuscript
        self.desk = Desk(manuscript.draft, manuscript.kept)
        self.aloud: Aloud | None = None
        self._asking = self._discarded = False
        self._safe = manuscript.draft if manuscript.left else None
        """What lies beside the file."""
        self._places: list[Place] = []

    @property
    def draft(self) -> Draft:
        """The routine as it is now."""
        return self.desk.draft

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(classes="page-title", id="writing-title")
        yield Line(id="meaning")
        with Horizontal(id="writing"):
            yield StepList(id="choices", markup=False)
            yield Figure(id="writing-figure")
        yield Line(id="told", optional=True)
        yield KeyBar(id="writing-keys")

    def on_mount(self) -> None:
        self.show((0,))
        self.query_one(OptionList).focus()
        self.set_interval(page_screen.SAFE_WITHIN, self._make_safe)
        if self.manuscript.left:
            self.tell(words.NOT_SAVED_LAST_TIME)

    def on_unmount(self) -> None:
        if self.aloud:
            self.aloud.close()
        self._make_safe()

    def _make_safe(self) -> None:
        """What is not saved lies on the disk, should the program or the machine die; what need not lie there goes."""
        wanted = self.draft if self.desk.changed and not self._discarded else None
        if wanted is self._safe:
            return
        own, self._safe = self.program.own_routines(), wanted
        self.manuscript = own.set_aside(self.manuscript, wanted) if wanted else own.discard(self.manuscript)

    def on_step_list_resized(self) -> None:
        self._set_rows()

    # --- drawing -------------------------------------------------------------------------------------------

    def show(self, place: Place) -> None:
        """Draw all of it, with the bar on ``place``."""
        self._places = [(), *self.draft.places()]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option("", id=f"at{number}") for number in range(len(self._places)))
        self._set_rows()
        options.highlighted = self._places.index(place) if place in self._places else 0
        self._tell_total()
        self._show_keys()

    def _set_rows(self) -> None:
        options = self.query_one(OptionList)
        width = (options.scrollable_content_region.width or self.measure) - 2
        for number, place in enumerate(self._places):
            name, amount = map(visible, label_of(self.draft, place))
            name = shortened(name, width)
            amount = _as_much(amount, width - len(name) - 2)
            gap = " " * max(2, width - len(name) - len(amount))
            text = Content.assemble(name, gap, amount) if len(amount) > 1 else Content(name)
            options.replace_option_prompt_at_index(number, text)

    def _tell_total(self) -> None:
        coach = self.program.settings.coach
        seconds = self.program.plan(for_routine(self.draft.routine, coach)).seconds
        steps = counted(sum(1 for _ in stretches(self.draft.routine)), "step")
        state = words.NOT_SAVED_YET if self.desk.changed else words.saved_as(self.manuscript.path)
        self.query_one("#writing-title", Line).show(words.writing_title(self.draft.routine.title))
        self.query_one("#meaning", Line).show(words.in_all(clock(seconds), steps, state))

    def _show_keys(self) -> None:
        bar = self.query_one(KeyBar)
        if self._asking:
            bar.show(*ASKING)
            return
        place = self.place
        step = bool(place)
        grouped = len(place) == 2
        group = len(place) == 1 and isinstance(self.draft.step(place), Group)
        bar.show(
            ("enter", words.FILL_IN, True),
            ("a", pages.ADD, True),
            ("d", words.DOUBLE, step),
            ("x", words.TAKE_OUT, step),
            ("minus", words.EARLIER, step),
            ("plus", words.LATER_IN_THE_ROUTINE, step),
            ("g", words.OUT_OF_THE_GROUP if grouped else words.REPEAT, step and not group),
            ("h", words.HEAR, True),
            ("z", pages.UNDO, self.desk.undoable),
            ("ctrl+s", pages.SAVE, self.desk.changed),
            ("escape", screens.BACK, True),
        )

    @property
    def place(self) -> Place:
        """Where the bar stands."""
        at = self.query_one(OptionList).highlighted
        return self._places[at] if at is not None and at < len(self._places) else ()

    def on_option_list_option_highlighted(self) -> None:
        self.query_one(Figure).show(Scene("", kind=Kind.PREPARE, pose=pose_of(self.draft, self.place)))
        self._show_keys()

    def tell(self, text: str) -> None:
        """Say it below the list."""
        if still_there(self):
            self.query_one("#told", Line).show(text)

    # --- steps ---------------------------------------------------------------------------------------------

    def _change(self, how: Callable[[Draft, Place], tuple[Draft, Place]], told: str = "") -> None:
        """Do it, or say why not."""
        if self._asking:
            return
        place = self.place
        try:
            draft, new = how(self.draft, place)
        except RefusedError as error:
            self.tell(str(error))
            return
        self.desk.take(draft, place)
        self.show(new)
        self.tell(told)

    def action_step(self, what: str) -> None:
        """A step more, or one less."""
        if what == "add":
            self._change(lambda draft, place: draft.add(place if place else ()))
        elif self.place:
            name = label_of(self.draft, self.place)[0].strip()
            self._change(lambda draft, place: draft.remove(place), words.step_taken_out(name))

    def action_double(self) -> None:
        if self._asking:
            self._discarded = True
            self._make_safe()
            self.app.pop_screen()
        elif self.place:
            self._change(lambda draft, place: draft.double(place))

    def action_move(self, by: int) -> None:
        if self.place:
            self._change(lambda draft, place: draft.move(place, by))

    def action_group(self) -> None:
        if self._asking:
            self._ask(False)
        elif self.place:
            self._change(lambda draft, place: draft.leave(place) if len(place) == 2 else draft.group(place))

    def action_undo(self) -> None:
        if not self._asking and self.desk.undoable:
            self.show(self.desk.undo())
            self.tell("")

    def action_hear(self) -> None:
        self.hear(read_out(self.draft, self.place))

    def hear(self, text: str) -> None:
        """Let the voice say it."""
        if self.aloud is None:
            self.aloud = self.program.aloud(self._sound)
        self.tell("")
        self.aloud.say(text)

    def _sound(self, told: str) -> None:
        """What the sound tells, from a thread of its own."""
        self.post_message(self.SoundTold(told))

    def on_writing_screen_sound_told(self, message: SoundTold) -> None:
        self.tell(message.text)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        if not self._asking:
            self.tell("")
            self.app.push_screen(StepScreen(self.program, self.desk, self.place, self.hear), self._filled)

    def _filled(self, place: Place | None) -> None:
        self.show(place or ())

    # --- leaving -------------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        try:
            self.manuscript = self.program.own_routines().keep(self.manuscript, self.draft)
        except RefusedError as error:
            self._ask(False)
            self.tell(str(error))
            return
        self.desk.kept, self._safe = self.draft.text, None
        self._ask(False)
        self._tell_total()
        self.tell(words.saved_in(self.manuscript.path))

    def action_leave(self) -> None:
        """Out, if there is nothing to lose; else ask, and a second Escape goes on with it."""
        if self._asking:
            self._ask(False)
        elif self.desk.changed:
            self._ask(True)
        else:
            self.app.pop_screen()

    def action_settle(self) -> None:
        """Save, if that was asked."""
        if self._asking:
            self.action_keep()
            if not self.desk.changed:
                self.app.pop_screen()

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        self.tell(UNSAVED if asking else "")
        self._show_keys()


def _as_much(amount: str, width: int) -> str:
    """As many parts of it as there is room for, the first ones first; half a part tells nothing."""
    parts = amount.split(" · ")
    heads = (" · ".join(parts[:many]) + (" …" if many < len(parts) else "") for many in range(len(parts), 0, -1))
    return next((each for each in heads if len(each) <= width), "")
