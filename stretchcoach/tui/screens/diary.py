"""The diary: cramps and routines, newest first; only the visible part is read."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from stretchcoach.core.visible import visible
from stretchcoach.diary.entries import SIDES, Episode, RoutineRun, stamp
from stretchcoach.diary.entry_text import long_date, spaced
from stretchcoach.program.browser import EntryFilter, Page
from stretchcoach.tui import entry_lines
from stretchcoach.tui.offers import At, doctors_page
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import diary_pages as pages
from stretchcoach.words import screens

LEAF = 100
"""Entries that are read at once; the next ones when the end comes near."""
NEAR = 20
MARGINS = 1
"""Columns that the list leaves free, its scroll bar counted."""
CHOICES = {"side": ("", *SIDES), "kind": ("", "cramps", "routines")}
NOTHING = (pages.NOTHING_YET, pages.ADD_ONE)


class DiaryScreen(DiaryPage):
    """The list, its filters, and what can be done with an entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,plus", "write", pages.ADD),
        Binding("x,delete", "remove", pages.DELETE),
        Binding("u", "restore", pages.UNDO),
        Binding("s", "turn('side')", pages.SIDE),
        Binding("k", "turn('kind')", pages.KIND),
        Binding("slash", "search", pages.FIND),
        Binding("c", "month", pages.CALENDAR),
        Binding("g", "charts", pages.CHARTS),
        Binding("r", "doctors_page", pages.DOCTORS_PAGE),
        Binding("o", "hand", pages.EXPORT_AND_MORE),
        Binding("escape,q", "back", screens.BACK),
    ]

    def __init__(self, at: Callable[[], At], streaks: Callable[[], bool] = lambda: True, day: str = "") -> None:
        """``streaks``: whether weeks kept are told; ``day``: ``2026-11-24``, whose entries alone are shown."""
        self._at = at
        super().__init__(at().paperwork.browser)
        self.wanted = EntryFilter(day=day)
        self.held: Page = []
        self.removed: list[str] = []
        self._streaks = streaks
        self._whole = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(f"Diary, {long_date(self.wanted.day)}" if self.wanted.day else "Diary", classes="page-title")
        yield KeyBar(id="filters")
        finder = Input(placeholder=pages.A_WORD, id="finder", compact=True)
        finder.cursor_blink = False
        finder.display = False
        yield finder
        yield OptionList(id="entries", markup=False)
        yield Line(id="told", optional=True)
        yield KeyBar(id="diary-keys")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self._show_keys()
        self.fill()

    def _show_keys(self) -> None:
        there = bool(self.held)
        self.query_one("#diary-keys", KeyBar).show(
            ("enter", "Open", there), ("n", "Add", True), ("x", "Delete", there), ("u", "Undo", bool(self.removed)),
            ("r", "Doctor's page", True), ("o", "Export, more", True), ("c", "Calendar", True), ("g", "Charts", True),
            ("escape", "Back", True),
        )  # fmt: skip

    def on_screen_resume(self) -> None:
        """A session may have been played meanwhile."""
        if self.held:
            self.fill(self.chosen or 0)

    # --- the list ------------------------------------------------------------------------------------------

    def fill(self, at: int = 0) -> None:
        """Read the list again, as far as it was, and select entry ``at``."""
        wanted, count = self.wanted, max(LEAF, at + NEAR)
        self.query_one("#filters", KeyBar).show(
            ("s", pages.of_side(spaced(wanted.side)), True),
            ("k", pages.of_kind(wanted.kind), True),
            ("slash", pages.with_word(wanted.text), True),
        )

        def drawn(found: Page) -> None:
            self.held, self._whole = [], False
            self.query_one(OptionList).clear_options()
            self._append(found, count)
            self._stand(at)
            self._show_keys()

        self.look(lambda: self.browser.page(wanted, 0, count), drawn)

    def _append(self, found: Page, asked: int) -> None:
        self._whole = len(found) < asked
        here = {entry.id for entry in self.held}
        options: list[Option] = []
        month = entry_lines.heading(self.held[-1].began) if self.held else ""
        for entry in found:
            if entry.id in here:
                continue
            if entry_lines.heading(entry.began) != month:
                month = entry_lines.heading(entry.began)
                options.append(Option(Content.styled(month, "bold $mark"), disabled=True))
            options.append(Option(self._told(entry), id=entry.id))
            self.held.append(entry)
        if not self.held:
            told = NOTHING if self.wanted == EntryFilter() else (pages.NO_ENTRIES_MATCH,)
            told = (pages.NOTHING_THAT_DAY,) if self.wanted == EntryFilter(day=self.wanted.day or "-") else told
            options += [Option(Content(line), disabled=True) for line in told]
        self.query_one(OptionList).add_options(options)

    def _told(self, entry: Episode | RoutineRun) -> Content:
        return Content(visible(entry_lines.line(entry, self.browser, self._width())))

    def _width(self) -> int:
        return max(20, self.measure - MARGINS)

    def on_resize(self) -> None:
        options = self.query_one(OptionList)
        for entry in self.held:
            options.replace_option_prompt(entry.id, self._told(entry))

    def _stand(self, at: int) -> None:
        if self.held:
            options = self.query_one(OptionList)
            options.highlighted = options.get_option_index(self.held[min(at, len(self.held) - 1)].id)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        if not self._whole and message.option_index > self.query_one(OptionList).option_count - NEAR:
            self._whole = True
            wanted, start = self.wanted, len(self.held)
            self.look(lambda: self.browser.page(wanted, start, LEAF), lambda found: self._append(found, LEAF))

    @property
    def chosen(self) -> int | None:
        """Which entry the bar stands on."""
        option = self.query_one(OptionList).highlighted_option
        keys = [entry.id for entry in self.held]
        return keys.index(option.id) if option and option.id in keys else None

    # --- filters -------------------------------------------------------------------------------------------

    def action_turn(self, which: str) -> None:
        values = CHOICES[which]
        after = values[(values.index(getattr(self.wanted, which)) + 1) % len(values)]
        self.wanted = replace(self.wanted, **{which: after})
        self.tell("")
        self.fill()

    def action_search(self) -> None:
        finder = self.query_one("#finder", Input)
        finder.display = True
        finder.value = self.wanted.text
        self.set_focus(finder)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Every letter narrows the list."""
        message.stop()
        text = message.value.strip()
        if text != self.wanted.text:
            self.wanted = replace(self.wanted, text=text)
            self.fill()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Back to the list, which stays as narrow as it is."""
        message.stop()
        self._found()

    def _found(self) -> None:
        self.query_one("#finder", Input).display = False
        self.query_one(OptionList).focus()

    def action_back(self) -> None:
        if self.query_one("#finder", Input).has_focus:
            self._found()
        else:
            self.app.pop_screen()

    # --- entries -------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self) -> None:
        from stretchcoach.tui.screens.entry import EntryScreen

        if (at := self.chosen) is not None:
            self.app.push_screen(EntryScreen(self.browser, self.held[at], lambda: self.fill(at), self.take_out))

    def action_write(self) -> None:
        from stretchcoach.tui.screens.edit import EditScreen

        entry = Episode(began=stamp(self.browser.now()), closed="added")
        self.app.push_screen(EditScreen(self.browser, entry, lambda _: self.fill(), fresh=True))

    def action_remove(self) -> None:
        if (at := self.chosen) is not None:
            self.take_out(self.held[at].id)

    def take_out(self, key: str) -> None:
        """Delete an entry, so that ``u`` brings it back."""
        at = next((place for place, entry in enumerate(self.held) if entry.id == key), 0)

        def done(_: None) -> None:
            self.removed.append(key)
            self.tell(pages.DELETED)
            self.fill(at)

        self.write(lambda: self.browser.remove(key), done)

    def action_restore(self) -> None:
        if not self.removed:
            self.tell(pages.NOTHING_TO_UNDO)
            return
        key = self.removed[-1]

        def done(_: None) -> None:
            self.removed.remove(key)
            self.tell(pages.IT_IS_BACK)
            self.fill(self.chosen or 0)

        self.write(lambda: self.browser.restore(key), done)

    # --- other views ---------------------------------------------------------------------------------------

    def action_month(self) -> None:
        from stretchcoach.tui.screens.month import MonthScreen

        if self.wanted.day:
            self.app.pop_screen()
        else:
            self.app.push_screen(MonthScreen(self.browser, self._open_day))

    def _open_day(self, day: str) -> None:
        self.app.push_screen(DiaryScreen(self._at, self._streaks, day))

    def action_charts(self) -> None:
        from stretchcoach.tui.screens.charts import ChartsScreen

        self.app.push_screen(ChartsScreen(self.browser, self._streaks()))

    def action_doctors_page(self) -> None:
        doctors_page(self._at())

    def action_hand(self) -> None:
        from stretchcoach.tui.screens.hand_over import HandOverScreen

        self.app.push_screen(HandOverScreen(self._at))
