"""Where the parts are put together: the front ends are handed a Program, and start sessions with it."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stretchcoach import library, profile
from stretchcoach.audio.options import SoundOptions, by_night
from stretchcoach.core import script
from stretchcoach.core.fitting import fit
from stretchcoach.core.knowledge import Value
from stretchcoach.core.messages import Effect, Fact, Notice, Tune
from stretchcoach.core.plan import Plan
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.core.unfold import build
from stretchcoach.core.visible import visible
from stretchcoach.machine import clock, put_aside
from stretchcoach.machine.clock import SessionClock
from stretchcoach.machine.folders import folders, misplaced, night_hour
from stretchcoach.program import put_off, state
from stretchcoach.program.begun import begun_lately
from stretchcoach.program.cut_short import CutShort, cut_short
from stretchcoach.program.edges import Edges
from stretchcoach.program.jobs import AskJob, CrampJob, Job, RoutineJob, as_facts
from stretchcoach.program.memory import Memory, drop_profile, keep_profile
from stretchcoach.program.night import is_night
from stretchcoach.program.recorder import Recorder
from stretchcoach.program.runner import Runner
from stretchcoach.program.session_setup import setup_of, style_of, tuned
from stretchcoach.program.sound_options import sound_options
from stretchcoach.settings import Settings, load, save
from stretchcoach.words.questions import OPENING

if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice
    from stretchcoach.ears.client import Ears
    from stretchcoach.ears.options import EarOptions
    from stretchcoach.program.aloud import Aloud
    from stretchcoach.program.browser import DiaryBrowser
    from stretchcoach.program.evening import Evening
    from stretchcoach.program.own_routines import KeptSheet, OwnRoutines
    from stretchcoach.program.paperwork import Paperwork


SOON = 3
"""Lines that are rendered from the first moment on; the voice may have to be loaded for them."""
FIRST_START = "first start"
EMPTY = library.Shelf({})


class Program:
    """Settings, routines, voice and clock for one run of the program."""

    def __init__(
        self,
        speech: bool = True,
        beeps: bool = True,
        night: bool | None = None,
        speed: float = 1.0,
        listen: bool | None = None,
        voice: "Voice | None" = None,
        ears: "Ears | None" = None,
    ) -> None:
        """``night`` and ``listen``: None lets the settings (and the hour) decide.

        ``voice`` and ``ears``: such as are at work already.
        """
        self.places = folders()
        self.settings, problems = load(self.places.settings)
        self.profile, doubts = profile.load(self.places.profile)
        faults = [*state.faults(self.places.state), state.programme_fault(self.places.data)]
        lost = map(visible, filter(None, faults))
        first = filter(None, (self.places.notice, visible(misplaced(self.places))))
        self.notices = [*first, *map(str, [*problems, *doubts]), *lost]
        self.night = is_night(self.settings.screen.theme) if night is None else night
        self.clock = SessionClock(speed)
        self._wanted = (speech, beeps)
        self._listen_override = listen
        self.edges = Edges(self.places, self.clock, voice, ears, self._sound, self._hearing)
        self._shelf: library.Shelf | None = None
        self._browser: DiaryBrowser | None = None
        self._recorder = Recorder(self.places.diary, self.edges.post_notice)
        self._memory = Memory(self.places)

    # --- what there is -------------------------------------------------------------------------------------

    def shelf(self) -> library.Shelf:
        """All routines, read once."""
        if self._shelf is None:
            self._shelf = library.shelf([self.places.routines, library.shipped_folder()])
        return self._shelf

    def reread(self) -> None:
        """Routines may have changed: they are read anew where they are wanted next."""
        self._shelf = None

    @property
    def shelf_so_far(self) -> library.Shelf:
        """The routines, if they have been read already; else none."""
        return self._shelf or EMPTY

    @property
    def own_folder(self) -> str:
        """Where the user's own routines lie, or would."""
        return str(self.places.routines)

    def own_routines(self) -> "OwnRoutines":
        """The user's own routines, to be written and changed; the shelf is read anew once one has changed."""
        from stretchcoach.program.own_routines import OwnRoutines

        return OwnRoutines(self.places.routines, self.reread)

    def kept_sheet(self) -> "KeptSheet":
        """What was in the paste box when the program ended."""
        from stretchcoach.program.own_routines import KeptSheet

        return KeptSheet(self.places.pasted)

    def aloud(self, told: Callable[[str], None]) -> "Aloud":
        """A voice for single lines, beside any session."""
        from stretchcoach.program.aloud import Aloud

        voice = self.settings.voice
        return Aloud(voice, voice.night_volume if self.night else voice.volume, str(self.places.phrases), told)

    def sources(self) -> Mapping[str, library.Source]:
        """The texts that the content rests on, by key."""
        return library.sources()

    def plan(self, job: RoutineJob) -> Plan:
        """What would happen, without playing it."""
        style = style_of(job, self.settings, job.routine.id not in state.finished_routines(self.places.state))
        return build(job.routine, style) if job.minutes is None else fit(job.routine, style, job.minutes)

    def browser(self) -> "DiaryBrowser":
        """The diary, to be read and mended."""
        if self._browser is None:
            from stretchcoach.program.browser import DiaryBrowser

            titles = {key: routine.title for key, routine in self.shelf().routines.items()}
            self._browser = DiaryBrowser(self.places.diary, titles, library.knowledge())
        return self._browser

    def paperwork(self) -> "Paperwork":
        """What is made of the diary: the doctor's page, exports, the six weeks at bedtime."""
        from stretchcoach.program.paperwork import Paperwork

        return Paperwork(self.browser(), self.shelf, self.places.data, self._recorder.forget)

    def diary_lines(self) -> list[str]:
        """The latest entries of the diary, or why it cannot be read."""
        from stretchcoach.program.browser import latest_lines

        return latest_lines(self.browser())

    def last_routines(self) -> list[RoutineJob]:
        """The routines that were begun, as they were the last time, the latest first; those still there."""
        return begun_lately(self.places.state, self.shelf().routines)

    @property
    def first_start(self) -> bool:
        """Whether nothing was ever set or hidden here, and no session was begun."""
        return not self.places.settings.exists() and not state.was_told(self.places.state, FIRST_START)

    def started(self) -> None:
        """The lines of the first start are not shown any more."""
        state.first_time(self.places.state, FIRST_START)

    @property
    def favourites(self) -> frozenset[str]:
        """Ids of the routines that are shown first."""
        return state.favourites(self.places.state)

    def favour(self, routine: str) -> None:
        """Make a routine a favourite, or no favourite any more."""
        state.toggle_favourite(self.places.state, routine)

    def evening(self) -> "Evening":
        """What a programme or a trial has for the home screen."""
        from stretchcoach.program.evening import evening

        return evening(self.places.data, self.browser)

    def answer_night(self, of: date, cramps: int) -> str:
        """Keep how many cramps a night of a trial had; what was kept, in words."""
        from stretchcoach.program.evening import note_night

        return note_night(self.places.data, of, cramps)

    def cut_short(self) -> CutShort | None:
        """The session that an earlier run could not finish, until it is gone on with or closed."""
        found = self._recorder.unfinished()
        return (
            cut_short(found, self.shelf().routines, self.last_routines(), self.settings, self.plan) if found else None
        )

    def go_on(self) -> None:
        """The session that is started next goes on with the one that was cut short, in the same entry."""
        self._recorder.go_on()

    def close_cut_short(self) -> str:
        """Leave it as it was when the program died; what could not be done, or nothing."""
        return self._recorder.close_unfinished()

    def save(self, settings: Settings) -> str:
        """Take new settings, at once and for later; why they could not be kept, or nothing."""
        before, self.settings = self.settings, settings
        self.edges.configure()
        if before.listen != settings.listen:
            self._listen_override = None
            self.edges.listen_anew(self.listens)
        return save(self.places.settings, settings)

    def save_profile(self, facts: profile.Profile) -> str:
        """Take what the user told, at once and for later; why it could not be kept, or nothing."""
        before, self.profile = self.profile, facts
        return keep_profile(self.places, before, facts)

    def forget_profile(self) -> str:
        """Forget what the user told; why it is still on the disk, or nothing."""
        self.profile = profile.Profile()
        return drop_profile(self.places)

    def warm_up(self) -> None:
        """Have the voice loaded before there is something to say; a cramp needs none of it, for its lines lie ready."""
        self.edges.warm_up()

    # --- sessions ------------------------------------------------------------------------------------------

    def start(self, job: Job) -> Runner:
        """A session, ready for ``Runner.start``; call it inside the running loop."""
        setup = setup_of(self.settings, self._sound(), self.clock.speed, self.listens)
        plan = None
        if isinstance(job, RoutineJob):
            plan = self.plan(job)
            setup, lines = replace(setup, begin=job.begin), list(plan.lines())
        elif isinstance(job, CrampJob):
            setup, lines = self._cramp(job, setup)
        else:
            setup, lines = self._questions(job, setup)
        made = coach(setup, plan=plan) if plan else coach(setup, library.knowledge())
        runner = Runner(made, self._perform, self.clock, clock.slept, put_aside.returns)
        if trace := self.edges.trace:
            trace.begin(setup, plan, self.clock())
            runner.on_step = trace.step
        if plan and plan.note:
            runner.post(Notice(plan.note))
        runner.on_close = self._closed
        soon = [] if isinstance(job, CrampJob) else lines[:SOON]  # a cramp's lines lie in the package
        self.edges.join(runner, self.listens, soon, lambda: self._settle(lines))
        if isinstance(job, RoutineJob) and self.clock.real:
            state.note_begun(self.places.state, as_facts(job))
            self.edges.look_back(runner, self.browser, job.routine.id)
        return runner

    def _cramp(self, job: CrampJob, setup: Setup) -> tuple[Setup, list[str]]:
        """What the coach of a cramp is made from, and the lines that it is going to say."""
        earlier = () if job.rehearse else tuple(state.releases(self.places.state))
        known = self.answers_from_profile() | ({"night": "yes"} if night_hour(time.localtime().tm_hour) else {})
        self._memory.begin(known)
        setup = replace(setup, played=Played.CRAMP, side=job.side, rehearse=job.rehearse, earlier=earlier, known=known)
        wisdom = library.knowledge()
        return setup, [*script.lines_ahead(job.rehearse), *wisdom.asks(wisdom.safety_check)]

    def _questions(self, job: AskJob, setup: Setup) -> tuple[Setup, list[str]]:
        """The same for the questions alone."""
        if job.waiting:
            self._recorder.follow_up()
        wisdom = library.knowledge()
        known = self.answers_from_profile() | (self._memory.still_true() if job.waiting else {})
        self._memory.begin(known)
        return replace(setup, played=Played.QUESTIONS, known=known), [OPENING, *wisdom.asks(wisdom.interview)]

    def answers_from_profile(self) -> dict[str, Value]:
        """Answers that need not be asked for: what the profile tells."""
        return {**profile.answers(self.profile, date.today())}

    @property
    def waiting(self) -> bool:
        """Whether questions were put off and are still to be asked."""
        return put_off.waiting(self.places) is not None

    def close(self, patience: float = 5.0, cut_short: bool = False) -> None:
        """Let the farewell be heard, at most ``patience`` seconds, and end the voice; 0 is silence at once.

        ``cut_short``: nobody wanted it to end, so the session can be gone on with.
        """
        if cut_short:
            self._recorder.abandon()
        self._recorder.close(self.clock())
        if self._browser:
            self._browser.close()
        self.edges.close(patience)

    # --- ears ----------------------------------------------------------------------------------------------

    @property
    def listens(self) -> bool:
        """Whether sessions are listened to."""
        return self.settings.listen.on if self._listen_override is None else self._listen_override

    def toggle_microphone(self) -> None:
        """Turn the microphone of this run off, or on."""
        self._listen_override = not self.listens
        self.edges.listen_anew(self.listens)

    def spare_ears(self) -> "Ears":
        """Ears for a look at the level, beside any session."""
        from stretchcoach.ears.client import Ears

        return Ears.start(self._hearing())

    def _hearing(self) -> "EarOptions":
        from stretchcoach.program.sound_options import ear_options

        return ear_options(self.settings)

    def _closed(self) -> None:
        """The session is over."""
        self._recorder.leave(self.clock())
        self.edges.part()

    def _settle(self, lines: list[str]) -> None:
        self._recorder.write()
        self.edges.settle(lines, self.settings.screen.keep_awake)

    def _sound(self) -> SoundOptions:
        voice, cache = self.settings.voice, str(self.places.phrases)
        by_day = sound_options(voice, voice.volume, cache, *self._wanted)
        return by_night(by_day, voice.night_volume) if self.night else by_day

    def _perform(self, effect: Effect) -> None:
        if isinstance(effect, Fact):
            if self.clock.real:
                self._memory.take(effect)
                self._recorder.take(effect)
        elif isinstance(effect, Tune):
            self._tune(effect)
        else:
            self.edges.perform(effect)

    def _tune(self, effect: Tune) -> None:
        """Louder, quieter, slower, faster: for this run, and in the settings screen, but not on disk."""
        new = tuned(self.settings.voice, effect, self.night)
        self.settings = replace(self.settings, voice=new)
        self.edges.configure()
