"""The first screen: a cramp now, or a routine of one's choice."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Click
from textual.screen import Screen
from textual.widgets import Input, OptionList

from stretchcoach.core.routine import POSITIONS, Routine
from stretchcoach.program.cut_short import CutShort
from stretchcoach.program.evening import Evening
from stretchcoach.program.jobs import CrampJob, Job, RoutineJob, job_for
from stretchcoach.program.program import Program
from stretchcoach.tui import words
from stretchcoach.tui.routine_card import CardLine, LineStyle, card
from stretchcoach.tui.routine_list import AGAIN, matches, options_of
from stretchcoach.tui.second_wish import FORGOTTEN, SecondWish
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.cramp_button import CrampButton
from stretchcoach.tui.widgets.first_start_lines import FirstLines
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.widgets.shelf import RoutineCard, RoutineRows
from stretchcoach.tui.wish import Wish
from stretchcoach.words import questions, screens

MINUTES: tuple[float | None, ...] = (None, 3, 6, 10, 15, 20)
IDLE = 1.0
"""Seconds after which the voice is loaded, if nobody has begun anything."""
LATER = 0.1
"""Seconds in which the first picture is drawn; then routines and diary are read."""
ANYWHERE = ("", *POSITIONS)
ROOMY = 46
"""Rows of a screen on which all that is shipped has room with its kinds set apart."""


class HomeScreen(Screen[None]):
    """CRAMP first, then the routines."""

    AUTO_FOCUS = "RoutineRows"  # not the search box, which is hidden a moment later and would take the first c
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "app.cramp", screens.A_CRAMP_NOW),
        Binding("f", "turn('sport')", screens.SPORT),
        Binding("p", "turn('position')", screens.POSITION),
        Binding("m", "turn('minutes')", screens.MINUTES),
        Binding("r", "app.rehearse", screens.REHEARSE_A_CRAMP),
        Binding("w", "app.ask", questions.TITLE),
        Binding("d", "app.diary", screens.DIARY),
        Binding("left", "fit(-1)", screens.A_MINUTE_LESS),
        Binding("right", "fit(1)", screens.A_MINUTE_MORE),
        Binding("plus,equals_sign", "pace(0.25)", screens.SLOWER),
        Binding("minus", "pace(-0.25)", screens.FASTER),
        Binding("s", "side", screens.STARTING_SIDE),
        Binding("u", "cues", screens.HOW_MUCH_IS_SAID),
        Binding("k", "favour", screens.KEEP_ON_TOP),
        Binding("slash", "search", screens.SEARCH),
        Binding("l", "first('listen')", screens.THE_MICROPHONE, show=False),
        Binding("o", "first('country')", screens.COUNTRY, show=False),
        Binding("z", "first('hide')", screens.HIDE_THE_FIRST_LINES, show=False),
        Binding("g", "go_on", screens.GO_ON),
        Binding("e", "close_cut_short", screens.END_IT),
        Binding("t", "tonight", screens.TONIGHTS_STRETCH, show=False),
        *(Binding(str(key), f"digit({key})", screens.VOICE_OR_COUNT, show=False) for key in range(10)),
        Binding("question_mark,f1", "app.keys", screens.HELP),
        Binding("comma,f2", "app.settings", screens.SETTINGS),
        Binding("n", "write", screens.WRITE_A_ROUTINE),
        Binding("a", "app.about", screens.ABOUT),
        Binding("escape", "back", screens.QUIT),
        Binding("q", "app.leave", screens.QUIT),
    ]

    def __init__(self, program: Program, begin: Callable[[Job], None]) -> None:
        """``begin``: starts a session."""
        super().__init__()
        self.program = program
        self.begin = begin
        self.shelf = program.shelf_so_far
        self.sports: tuple[str, ...] = ("",)
        self.sport = self.position = self.minutes = 0
        self.wish = Wish()
        self.cut_short: CutShort | None = None
        self._shown_again: list[RoutineJob] = []
        self._waiting = ""
        self._leaving = SecondWish()
        self.evening = Evening()

    def compose(self) -> ComposeResult:
        """The button, the filters, the list and the card."""
        yield CrampButton(id="cramp-box")
        yield Line(screens.TOO_SMALL, id="small")
        yield FirstLines(self.program)
        yield Line(self._troubles(), id="troubles", optional=True)
        yield KeyBar(id="filters")
        yield Input(placeholder=screens.PART_OF_A_NAME, id="search")
        with Horizontal(id="shelf"):
            yield RoutineRows()
            with VerticalScroll(id="card-box"):
                yield RoutineCard()
        yield KeyBar(
            ("c", "Cramp", True), ("enter", "Start", True), ("q", "Quit", True), ("question_mark", "Help", True),
            ("d", "Diary", True), ("slash", "Search", True), ("comma", "Settings", True), ("w", "Causes", True),
            ("r", "Rehearse", True), ("n", "Write", True), ("a", "About", True), ("k", "Favourite", True),
            id="home-keys",
        )  # fmt: skip

    def on_mount(self) -> None:
        self._show_filters()
        self.query_one(OptionList).focus()
        if self.shelf.routines:
            self._restock()
        self.set_timer(LATER, self.look_back)
        self.set_timer(IDLE, self.program.warm_up)

    def look_back(self) -> None:
        """The routines, and what an earlier day left open; the first picture does not wait for them."""
        if not self.shelf.routines:
            self._restock()
        self.cut_short = self.program.cut_short()
        self._waiting = screens.QUESTIONS_WAIT if self.program.waiting else ""
        self.evening = self.program.evening()
        self._show_troubles()

    def on_screen_resume(self) -> None:
        """What was left open may have been dealt with meanwhile, or deleted."""
        if self.cut_short or self._waiting:
            self.look_back()
        if self.program.shelf_so_far is not self.shelf:
            self._restock()
        elif self.shelf.routines and self._shown_again != self.program.last_routines()[:1]:
            self._fill()
        self.query_one(FirstLines).over()

    def _show_troubles(self, told: str = "") -> None:
        offer = words.offered(self.cut_short, datetime.now().astimezone()) if self.cut_short else ""
        begin = screens.press_t(self.evening.line) if self.evening.routine else self.evening.line
        lines = (offer, told, self._waiting, screens.TRIAL_ASKS if self.evening.asks else "", begin, self._troubles())
        self.query_one("#troubles", Line).show("\n".join(filter(None, lines)))
        self.query_one(FirstLines).give_way(self.evening.asks is not None)

    def action_first(self, what: str, key: int = 0) -> None:
        """One of the questions of the first start; none of them is there later."""
        if told := self.query_one(FirstLines).answer(what, key):
            self._show_troubles(told)

    def action_tonight(self) -> None:
        if self.evening.news:
            from stretchcoach.tui.screens.trial import TrialPage

            self.app.push_screen(TrialPage(self.program.paperwork()))
        elif routine := self.shelf.routines.get(self.evening.routine):
            self.begin(job_for(routine, self.program.settings.coach))

    def action_digit(self, key: int) -> None:
        """A voice on the first start; later, the answer to the question of the morning."""
        if not self.evening.asks:
            self.action_first("voice", key)
        else:
            told = self.program.answer_night(self.evening.asks, key)
            self.evening = self.evening._replace(asks=None)
            self._show_troubles(told)

    def action_go_on(self) -> None:
        if self.cut_short and self.cut_short.job:
            self.program.go_on()
            self.begin(self.cut_short.job)

    def action_close_cut_short(self) -> None:
        if self.cut_short:
            self.cut_short = None
            self._show_troubles(self.program.close_cut_short() or screens.CUT_SHORT_SAVED)

    def _troubles(self) -> str:
        problems = [str(problem) for problem in self.shelf.problems if not problem.warning]
        more = [f"and {len(problems) - 2} more: stretchcoach validate"] if len(problems) > 2 else []
        return "\n".join([*self.program.notices, *problems[:2], *more])

    # --- the list ------------------------------------------------------------------------------------------

    def action_turn(self, which: str) -> None:
        """Move one filter on to its next value."""
        sizes = {"sport": len(self.sports), "position": len(ANYWHERE), "minutes": len(MINUTES)}
        setattr(self, which, (getattr(self, which) + 1) % sizes[which])
        self._fill()

    def _show_filters(self) -> None:
        position, most = ANYWHERE[self.position], MINUTES[self.minutes]
        self.query_one("#filters", KeyBar).show(
            ("f", screens.for_sport(self.sports[self.sport]), True),
            ("p", screens.where(position), True),
            ("m", screens.minutes_at_most(most), True),
        )

    def _fill(self) -> None:
        self._show_filters()
        sport, position, most = self.sports[self.sport], ANYWHERE[self.position], MINUTES[self.minutes]
        searched = self.query_one("#search", Input).value
        chosen = [routine for routine in self.shelf.pick(sport, position, most) if matches(routine, searched)]
        options = self.query_one(RoutineRows)
        options.clear_options()
        self._shown_again = self.program.last_routines()[:1]
        loose = [] if sport or position or most else [job.routine for job in self._shown_again if job.file]
        fitting = [*chosen, *(routine for routine in loose if matches(routine, searched))]
        again = next((job for job in self._shown_again if job.routine in fitting), None)
        roomy = self.app.size.height >= ROOMY
        options.add_options(options_of(chosen, self.program.favourites, again, self.shelf.own, roomy))
        first = next((i for i in range(options.option_count) if not options.get_option_at_index(i).disabled), None)
        options.cut()
        options.highlighted = first
        if first is None:
            told = screens.NOTHING_FOUND if searched.strip() else screens.NO_ROUTINES_MATCH
            self.query_one(RoutineCard).show((CardLine(told, LineStyle.MUTED),))

    def _restock(self) -> None:
        """Read the routines, anew once one was written or changed."""
        self.shelf = self.program.shelf()
        sport = self.sports[self.sport]
        self.sports = ("", *sorted({sport for r in self.shelf.routines.values() for sport in r.sports}))
        self.sport = self.sports.index(sport) if sport in self.sports else 0
        rows = self.query_one(RoutineRows)
        rows.routines, rows.own = tuple(self.shelf.routines.values()), self.shelf.own
        self._fill()
        self._show_troubles()

    def action_write(self) -> None:
        """What can be written: a new routine, one from a sheet, or the one that is chosen."""
        from stretchcoach.tui.screens.writing_menu import WritingMenu

        self.app.push_screen(WritingMenu(self._chosen(), self.shelf.own, self.program.own_routines().left()))

    def action_search(self) -> None:
        """Look for a routine by its name; every letter narrows the list."""
        box = self.query_one("#search", Input)
        box.add_class("open")
        self.set_focus(box)

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self._fill()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Back to the list, which stays as narrow as it is."""
        message.stop()
        self.query_one(OptionList).focus()

    def action_back(self) -> None:
        """Out of the search first; out of the program on the second wish only, as Esc is also what stops a cramp."""
        box = self.query_one("#search", Input)
        if not box.has_class("open"):
            wished = self._leaving.comes(monotonic())
            if wished:
                self.app.exit()
            elif wished is False:
                self.app.notify(screens.ONCE_MORE, timeout=FORGOTTEN)
            return
        box.value = ""
        box.remove_class("open")
        self.query_one(OptionList).focus()

    def action_favour(self) -> None:
        """Show the routine first from now on, or no longer."""
        if routine := self._chosen():
            self.program.favour(routine.id)
            self._fill()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        if message.option_id == AGAIN:
            self._show_again(self._shown_again[0])
        if routine := self.shelf.routines.get(message.option_id or ""):
            self._tell(routine)
            self.query_one("#card-box", VerticalScroll).scroll_home(animate=False)

    def _show_again(self, job: RoutineJob) -> None:
        plan = self.program.plan(job)
        told = (screens.as_the_last_time(job.pace, job.cues), plan.note)
        self.query_one(RoutineCard).show(
            card(job.routine, plan.seconds, self.program.sources(), told, plan.stretches if plan.note else 0)
        )

    def _tell(self, routine: Routine) -> None:
        usual = self.program.settings.coach
        fitted: tuple[str, ...] = ()
        job = self._wished(routine)
        seconds, stretches = routine.minutes * 60, 0
        if isinstance(job, RoutineJob):
            plan = self.program.plan(job)
            seconds, stretches = plan.seconds, plan.stretches if plan.note else 0
            fitted = (*self.wish.told(usual, plan.seconds), plan.note)
        self.query_one(RoutineCard).show(card(routine, seconds, self.program.sources(), fitted, stretches))

    def _wished(self, routine: Routine) -> Job:
        """What Enter starts: as set on the card, and within the minutes of the filter."""
        most = MINUTES[self.minutes]
        wish = self.wish
        if wish.minutes is None and most is not None and routine.minutes > most:
            wish = replace(wish, minutes=int(most))
        return wish.job(routine, self.program.settings.coach)

    def _chosen(self) -> Routine | None:
        option = self.query_one(OptionList).highlighted_option
        return self.shelf.routines.get(option.id or "") if option else None

    def _wish_for(self, wish: Callable[[Routine], Wish]) -> None:
        if routine := self._chosen():
            self.wish = wish(routine)
            self._tell(routine)

    def action_fit(self, by: int) -> None:
        """A minute more or less than it takes now."""

        def fit(routine: Routine) -> Wish:
            job = self._wished(routine)
            seconds = self.program.plan(job).seconds if isinstance(job, RoutineJob) else 0.0
            return self.wish.longer(routine, seconds, by)

        self._wish_for(fit)

    def action_pace(self, by: float) -> None:
        self._wish_for(lambda _: self.wish.faster(self.program.settings.coach, by))

    def action_side(self) -> None:
        self._wish_for(lambda _: self.wish.other_side())

    def action_cues(self) -> None:
        self._wish_for(lambda _: self.wish.other_cues(self.program.settings.coach))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        if message.option_id == AGAIN:
            self.begin(self._shown_again[0])
            return
        if routine := self.shelf.routines.get(message.option_id or ""):
            self.begin(self._wished(routine))

    def on_click(self, event: Click) -> None:
        if event.widget is not None and event.widget.id in ("cramp-box", "cramp-words", "cramp"):
            self.begin(CrampJob())
