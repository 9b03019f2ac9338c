"""The Textual app: which screen is open, and what all screens share."""

import asyncio
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import constants
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.machine import leaving
from stretchcoach.program.jobs import CRAMP_ID, AskJob, CrampJob, Job, RoutineJob, for_routine, job_for
from stretchcoach.program.night import is_night
from stretchcoach.program.program import Program
from stretchcoach.tui import themes
from stretchcoach.tui.palette import Commands, Harmless, Palette, session_commands
from stretchcoach.tui.screens.session import SessionScreen
from stretchcoach.tui.sparing import SparingApp
from stretchcoach.tui.style_sheet import ReadOnce
from stretchcoach.tui.terminal.keys import small_key
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.tui.words import HIGH, LOW
from stretchcoach.words import questions, screens

if TYPE_CHECKING:
    from stretchcoach.program.own_routines import Manuscript
    from stretchcoach.tui.offers import At


class StretchCoach(SparingApp):
    """The app; with an ``opening`` it begins in the session, and home comes after it."""

    TITLE = "stretchcoach"
    CSS_PATH = "stretchcoach.tcss"
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny-wide"), (60, "-narrow"), (80, "-normal"), (120, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [
        (0, "-tiny-high"), (20, "-low"), (LOW, "-middle"), (HIGH, "-high"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "interrupt", screens.LEAVE_AT_ONCE, show=False, priority=True, system=True),
        Binding("ctrl+z", "put_aside", screens.PUT_ASIDE, show=False),
        Binding("f2", "settings", screens.SETTINGS, show=False),
    ]
    COMMAND_PALETTE_DISPLAY = "ctrl+p"
    COMMANDS = {Commands}

    def __init__(self, program: Program, opening: Job | None = None) -> None:
        super().__init__()
        self.program = program
        self.opening = opening
        self._harmless = Harmless()
        for theme in themes.themes():
            self.register_theme(theme)
        setting = self.program.settings.screen.theme
        self.theme = "contrast" if setting == "contrast" else themes.theme_for("auto", program.night)
        self.stylesheet = ReadOnce(variables=self.get_css_variables())

    def on_key(self, event: Key) -> None:
        """A letter that was struck while a box was still opening belongs into the box, and is no key of the screen."""
        if isinstance(self.focused, Input) and event.is_printable:
            self.focused.insert_text_at_cursor(event.character or "")
            event.prevent_default()

    def on_paste(self, _: Paste) -> None:
        """No box took it: letters that come all at once are no keys.  Nothing is laid over a session for that."""
        if not isinstance(self.screen, SessionScreen):
            self.notify(screens.NOT_TAKEN_AS_KEYS)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on a key at the foot of any screen is that key; a session takes its own."""
        self.simulate_key(message.key)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever is drawn, by whichever widget, steers no terminal."""
        return (*super().get_line_filters(), self._harmless)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """As Textual does it, but a text is no markup unless it is said so."""
        super().notify(visible(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The names our style sheet uses, so that any theme of Textual's can be worn, too."""
        return themes.themes()[0].variables

    def wear_theme(self) -> None:
        """Put on the theme that was chosen in the settings."""
        settings = self.program.settings
        self.theme = themes.theme_for(settings.screen.theme, is_night(settings.screen.theme))

    def on_mount(self) -> None:
        if self.opening is None:
            self.go_home()
        else:
            self.begin(self.opening)

    # --- screens -------------------------------------------------------------------------------------------

    def begin(self, job: Job) -> None:
        """Start a session; a running one is left first."""
        for screen in [each for each in self.screen_stack if isinstance(each, SessionScreen)]:
            screen.end()
        while isinstance(self.screen, SessionScreen):
            self.pop_screen()
        self.program.started()
        again = partial(self.begin, replace(job, begin=0)) if isinstance(job, RoutineJob) else None
        runner = self.program.start(job)
        session = SessionScreen(
            runner, self.end, self.program.toggle_microphone, self._begin_named, self._sources, again
        )
        session.set_class(self.program.settings.screen.captions == "large", "large-captions")
        session.flashes = self.program.settings.screen.flash
        self.push_screen(session)

    def _begin_named(self, name: str) -> None:
        """Start the routine of that id, in the place of the session that is over."""
        self._begin_routine(self.program.shelf().routines[name])

    def _sources(self) -> dict[str, str]:
        """What each source key stands for."""
        return {
            key: ", ".join(filter(None, (each.title, each.address))) for key, each in self.program.sources().items()
        }

    def routine_job(self, routine: Routine) -> RoutineJob:
        """A routine at the pace and the cues of the settings."""
        return for_routine(routine, self.program.settings.coach)

    def _begin_routine(self, routine: Routine) -> None:
        self.begin(job_for(routine, self.program.settings.coach))

    def end(self) -> None:
        """Leave the session for home."""
        self.pop_screen()
        from stretchcoach.tui.screens.home import HomeScreen

        if len(self.screen_stack) == 1:
            self.go_home()
        elif isinstance(self.screen, HomeScreen):
            self.screen.look_back()

    def go_home(self) -> None:
        """Open the home screen."""
        from stretchcoach.tui.screens.home import HomeScreen

        self.push_screen(HomeScreen(self.program, self.begin))

    def action_cramp(self) -> None:
        self.begin(CrampJob())

    def action_rehearse(self) -> None:
        self.begin(CrampJob(rehearse=True))

    def action_ask(self) -> None:
        self.begin(AskJob(waiting=self.program.waiting))

    def action_diary(self) -> None:
        from stretchcoach.tui.screens.diary import DiaryScreen

        if not any(isinstance(each, DiaryScreen | SessionScreen) for each in self.screen_stack):
            self.push_screen(DiaryScreen(self._papers, lambda: self.program.settings.coach.streaks))

    def _papers(self) -> "At":
        """Opens what is made of the diary; the result is a notice, unless a screen shows it."""
        from stretchcoach.tui.offers import At

        return At(self, self.program.paperwork(), self._begin_routine, self.notify)

    def action_write(self) -> None:
        """Begin a routine of the user's own."""
        self.write_on(self.program.own_routines().begin())

    def write_on(self, manuscript: "Manuscript") -> None:
        """Go on with a routine that is not finished."""
        self.push_screen(self._writer(manuscript))

    def action_paste_sheet(self) -> None:
        from stretchcoach.tui.screens.paste import PasteScreen

        def made(text: str) -> Screen[None]:
            return self._writer(self.program.own_routines().made(text))

        self.push_screen(PasteScreen(made, self.program.kept_sheet()))

    def edit_routine(self, routine: Routine) -> None:
        """Change a routine; of one that comes with the program a copy is kept, once it is saved."""
        from stretchcoach.writing.toml_values import RefusedError

        try:
            self.push_screen(self._writer(self.program.own_routines().open(routine)))
        except RefusedError as error:
            self.notify(str(error), severity="warning")

    def _writer(self, manuscript: "Manuscript") -> Screen[None]:
        from stretchcoach.tui.screens.writing import WritingScreen

        return WritingScreen(self.program, manuscript)

    def action_keys(self) -> None:
        from stretchcoach.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_settings(self) -> None:
        from stretchcoach.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.program, self.wear_theme))

    def action_about(self) -> None:
        from stretchcoach.tui.screens.about import AboutScreen

        self.push_screen(AboutScreen(self.program.sources(), self.program.own_folder))

    # --- leaving -------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        self.exit()

    def action_interrupt(self, code: int = leaving.INTERRUPTED) -> None:
        """Silence first, then out; without the person's doing the session can be gone on with."""
        self.program.close(0, cut_short=code != leaving.INTERRUPTED)
        self.exit(return_code=code)

    def action_put_aside(self) -> None:
        """To the shell and back, as in any program of a terminal; a cramp is not put aside."""
        if any(each.holds_on() for each in self.screen_stack if isinstance(each, SessionScreen)):
            return
        put_aside = getattr(self._driver, "put_aside", None)
        if put_aside is None or not put_aside():
            self.notify(screens.NO_SHELL)

    async def run_async(self, **how: Any) -> Any:
        """Run to the end; signals, and what goes astray in the loop, lead to the way out."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._astray(context))

        def told(code: int) -> None:
            if self.is_running:
                loop.call_soon_threadsafe(self.action_interrupt, code)
            else:
                leaving.leave_at_once(code)

        with leaving.through(told):
            return await super().run_async(**how)

    def _astray(self, context: dict[str, Any]) -> None:
        """A timer of ours has failed; nothing would tick any more."""
        error = context.get("exception")
        if isinstance(error, Exception) and "handle" in context:
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End, without showing what the program had in hand; the session counts as cut short."""
        if self._exit:  # somebody has left already, and widgets that were still being mounted miss one another
            self._close_messages_no_wait()
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        with suppress(Exception):
            self.program.close(0, cut_short=True)
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """What went wrong inside the screen, if anything did."""
        return self._exception

    def get_driver_class(self) -> type[Driver]:
        if constants.DRIVER is not None or sys.platform == "win32":
            return super().get_driver_class()
        from stretchcoach.tui.terminal.driver import TerminalDriver

        return TerminalDriver

    async def on_event(self, event: Event) -> None:
        """A key is what stands on it: Caps Lock, Shift and the width of letters make no difference."""
        if isinstance(event, Key):
            event.key = small_key(event.key, event.character)
        await super().on_event(event)

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    # --- the palette ---------------------------------------------------------------------------------------

    def _writing(self) -> Iterable[SystemCommand]:
        """The user's own routines: begun, taken from a sheet, changed."""
        yield SystemCommand(screens.WRITE_A_ROUTINE, screens.WRITE_NOTE, self.action_write)
        yield SystemCommand(screens.PASTE_AN_EXERCISE_SHEET, screens.PASTE_NOTE, self.action_paste_sheet)
        shelf = self.program.shelf()
        for routine in (each for each in shelf.routines.values() if each.id != CRAMP_ID):
            note = screens.YOURS_NOTE if routine.id in shelf.own else screens.COPY_NOTE
            yield SystemCommand(screens.edit(routine.title), note, partial(self.edit_routine, routine))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command of the coach while a session is open, every routine, and the screens."""
        from stretchcoach.tui.offers import commands

        if isinstance(screen, SessionScreen):
            yield from session_commands(screen.runner)
            yield SystemCommand(screens.MICROPHONE_ON_OR_OFF, screens.MICROPHONE_NOTE, self.program.toggle_microphone)
        else:
            yield SystemCommand(screens.DIARY, screens.DIARY_NOTE, self.action_diary)
            yield from commands(self._papers)
        yield SystemCommand(screens.A_CRAMP_NOW, screens.CRAMP_NOTE, self.action_cramp)
        yield SystemCommand(screens.REHEARSE_A_CRAMP, screens.REHEARSE_NOTE, self.action_rehearse)
        yield SystemCommand(questions.TITLE, screens.QUESTIONS_NOTE, self.action_ask)
        for routine in self.program.shelf().routines.values():
            start = partial(self._begin_routine, routine)
            yield SystemCommand(screens.start(routine.title), f"{routine.purpose}, {routine.position}", start)
        if not isinstance(screen, SessionScreen):
            yield from self._writing()
        yield SystemCommand(screens.KEYS_AND_WORDS, screens.KEYS_NOTE, self.action_keys)
        yield SystemCommand(screens.SETTINGS, screens.SETTINGS_NOTE, self.action_settings)
        yield SystemCommand(screens.ABOUT, screens.ABOUT_NOTE, self.action_about)
        yield SystemCommand(screens.QUIT, screens.QUIT_NOTE, self.action_leave)
