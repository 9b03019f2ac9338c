"""Where the parts are put together: the front ends are handed a Program, and start sessions with it."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Thread
from typing import TYPE_CHECKING

import msgspec

from stretchcoach import library, profile
from stretchcoach.audio.options import SoundOptions, by_night
from stretchcoach.core import interview, script, vocabulary
from stretchcoach.core.asleep import GAP
from stretchcoach.core.fitting import fit
from stretchcoach.core.knowledge import Knowledge, Value
from stretchcoach.core.messages import (
    Beep,
    Duck,
    Earlier,
    Effect,
    Event,
    Fact,
    Heard,
    Hush,
    Microphone,
    MicState,
    Notice,
    Say,
    Side,
    Tune,
)
from stretchcoach.core.plan import CueLevel, Plan, Style, resumed
from stretchcoach.core.record import Answered, BoutDone, Judged, PutOff, Released, RoutineBegan, RoutineDone
from stretchcoach.core.relief import Relief
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.core.unfold import build
from stretchcoach.core.visible import visible
from stretchcoach.machine import clock
from stretchcoach.machine.awake import Awake
from stretchcoach.machine.folders import folders, misplaced, night_hour
from stretchcoach.program import put_off, state
from stretchcoach.program.jobs import AskJob, CrampJob, Job, RoutineJob, as_facts, from_facts
from stretchcoach.program.recorder import Recorder
from stretchcoach.program.runner import Runner
from stretchcoach.program.sound_options import sound_options
from stretchcoach.settings import Settings, help_words, load, save

if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice
    from stretchcoach.ears.client import Ears
    from stretchcoach.program.browser import DiaryBrowser
    from stretchcoach.program.paperwork import Paperwork
    from stretchcoach.program.trace import Trace


SETTLED = 1.0
"""Seconds after the start of a session when work that is not urgent begins."""
FIRST_START = "first start"
LATEST = 10
"""Entries that plain mode tells."""
CRAMP_GOES_ON, ROUTINE_GOES_ON = 1800.0, 12 * 3600.0
"""Seconds after which an interrupted cramp, or routine, is not taken up again."""


@dataclass(frozen=True, slots=True)
class CutShort:
    """A session whose program died."""

    name: str
    when: str
    """ISO 8601: the last that is known of it."""
    job: Job | None
    """What goes on with it; None where that makes no sense any more."""


STILL_TRUE = frozenset({"injury", "duration_min", "stretch_effect", "lasted", "returned"})
"""Answers about safety that were about the cramp itself; the others are asked anew after a night."""


def _still_true(wisdom: Knowledge, key: str) -> bool:
    """Whether an answer that was given before the rest was put off still holds."""
    item = wisdom.by_key.get(key.partition(".")[0])
    return item is not None and (item.topic != "safety" or item.key in STILL_TRUE)


def is_night(settings: Settings) -> bool:
    """Whether the night's colours and voice are due, by the setting or the hour."""
    if settings.screen.theme != "auto":
        return settings.screen.theme == "night"
    return night_hour(time.localtime().tm_hour)


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
        self.night = is_night(self.settings) if night is None else night
        self.speed = speed
        self._began = clock.now()
        self._clock = clock.now if speed == 1.0 else clock.faster(speed, self._began)
        self._wanted = (speech, beeps)
        self._voice = voice
        self._ears = ears
        self._listen_override = listen
        self.drawn = True
        """Whether a screen is looked at, which may go dark; plain mode is not."""
        self._shelf: library.Shelf | None = None
        self._awake: Awake | None = None
        self._current: Runner | None = None
        self._notices_given: set[str] = set()
        self._browser: DiaryBrowser | None = None
        self._recorder = Recorder(self.places.diary, self._post_notice)
        self._answers: dict[str, Value] = {}
        """What was answered in this session."""
        self._later = False
        self.trace: Trace | None = None
        """Where all that happens in a session is written; for whoever asked for it."""

    # --- what there is -------------------------------------------------------------------------------------

    def shelf(self) -> library.Shelf:
        """All routines, read once."""
        if self._shelf is None:
            self._shelf = library.shelf([self.places.routines, library.shipped_folder()])
        return self._shelf

    @property
    def own_folder(self) -> str:
        """Where the user's own routines lie, or would."""
        return str(self.places.routines)

    def sources(self) -> Mapping[str, library.Source]:
        """The texts that the content rests on, by key."""
        return library.sources()

    def plan(self, job: RoutineJob) -> Plan:
        """What would happen, without playing it."""
        coach = self.settings.coach
        style = Style(
            pace=job.pace,
            cues=CueLevel(job.cues),
            first=job.side if job.side in (Side.LEFT, Side.RIGHT) else Side(coach.first_side),
            sore=job.side,
            encourage=coach.encouragement,
            explain=job.routine.id not in state.finished_routines(self.places.state),
            rate=self.settings.voice.rate,
        )
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
        from stretchcoach.program.browser import DiaryError

        try:
            lines = self.browser().lines(LATEST)
            notice = self.browser().notice()
        except DiaryError as error:
            return [str(error)]
        return [*([f"Notice: {notice}"] if notice else []), *lines]

    def last_routines(self) -> list[RoutineJob]:
        """The routines that were begun, as they were the last time, the latest first; those still there."""
        shelf = self.shelf()
        jobs = (
            from_facts(facts, shelf.routines.get(facts["routine"])) for facts in state.last_begun(self.places.state)
        )
        return [job for job in jobs if job is not None]

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

    def tonight(self) -> tuple[str, str] | None:
        """The routine that a programme has for this evening, and a line about it; None where there is none."""
        from stretchcoach.programme import six_weeks, trial

        if not any((self.places.data / each.FILE).is_file() for each in (six_weeks, trial)):
            return None
        from stretchcoach.program.browser import DiaryError

        try:
            return self.browser().tonight(self.places.data)
        except (DiaryError, OSError):
            return None

    def cut_short(self) -> CutShort | None:
        """The session that an earlier run could not finish, until it is gone on with or closed."""
        found = self._recorder.unfinished()
        if found is None:
            return None
        age = time.time() - datetime.fromisoformat(found.last).timestamp()
        first = found.tale[0].fact
        if not isinstance(first, RoutineBegan):
            sides = {each.value: each for each in Side}
            side = sides.get(getattr(found.entry, "side", None) or "", Side.NONE)
            return CutShort("The cramp", found.last, CrampJob(side) if 0 <= age <= CRAMP_GOES_ON else None)
        routine = self.shelf().routines.get(first.routine)
        name = routine.title if routine else "A routine"
        if routine is None or not 0 <= age <= ROUTINE_GOES_ON:
            return CutShort(name, found.last, None)
        coach = self.settings.coach
        pace = first.pace if first.pace is not None and 0.5 <= first.pace <= 10 else coach.pace
        again = RoutineJob(routine, pace=pace, cues=coach.cues)
        done = [(told.fact.name, told.fact.side.value) for told in found.tale if isinstance(told.fact, BoutDone)]
        return CutShort(name, found.last, replace(again, begin=resumed(self.plan(again), done)))

    def go_on(self) -> None:
        """The session that is started next goes on with the one that was cut short, in the same entry."""
        self._recorder.go_on()

    def close_cut_short(self) -> str:
        """Leave it as it was when the program died; what could not be done, or nothing."""
        return self._recorder.close_unfinished()

    def save(self, settings: Settings) -> str:
        """Take new settings, at once and for later; why they could not be kept, or nothing."""
        before, self.settings = self.settings, settings
        if self._voice:
            self._voice.configure(self._sound())
        if before.listen != settings.listen:
            self._listen_override = None
            self._listen_anew()
        return save(self.places.settings, settings)

    def save_profile(self, facts: profile.Profile) -> str:
        """Take what the user told, at once and for later; why it could not be kept, or nothing."""
        from stretchcoach.diary import profile_changes

        before, self.profile = self.profile, facts
        kept, fresh = profile.facts_of(before), profile.facts_of(facts)
        lost = [key for key, value in kept.items() if value is not None and fresh[key] is None]
        diary, now = self.places.diary, datetime.now().astimezone()
        troubles = (
            profile.save(self.places.profile, facts),
            profile_changes.forget(diary, lost),
            profile_changes.note(diary, kept, fresh, now),
        )
        return next(filter(None, troubles), "")

    def forget_profile(self) -> str:
        """Forget what the user told; why it is still on the disk, or nothing."""
        from stretchcoach.diary import profile_changes

        self.profile = profile.Profile()
        return profile.delete(self.places.profile) or profile_changes.forget(self.places.diary, profile.KEYS)

    # --- sessions ------------------------------------------------------------------------------------------

    def start(self, job: Job) -> Runner:
        """A session, ready for ``Runner.start``; call it inside the running loop."""
        sound = self._sound()
        setup = Setup(
            Played.ROUTINE,
            self.settings.voice.rate,
            sound.speech,
            sound.volume,
            GAP * max(1.0, self.speed),
            self.listens,
            help_words(self.settings),
        )
        plan = None
        if isinstance(job, RoutineJob):
            plan = self.plan(job)
            setup, lines = replace(setup, begin=job.begin), list(plan.lines())
        elif isinstance(job, CrampJob):
            setup, lines = self._cramp(job, setup)
        else:
            setup, lines = self._questions(job, setup)
        made = coach(setup, plan=plan) if plan else coach(setup, library.knowledge())
        runner = Runner(made, self._perform, self._clock, self.speed, clock.slept)
        if self.trace:
            self.trace.begin(setup, plan, self._clock())
            runner.on_step = self.trace.step
        if plan and plan.note:
            runner.post(Notice(plan.note))
        self._wire(runner, lines)
        if isinstance(job, RoutineJob) and self.speed == 1.0:
            state.note_begun(self.places.state, as_facts(job))
            asyncio.get_running_loop().call_later(SETTLED, self._look_back, runner, job.routine.id)
        return runner

    def _cramp(self, job: CrampJob, setup: Setup) -> tuple[Setup, list[str]]:
        """What the coach of a cramp is made from, and the lines that it is going to say."""
        earlier = () if job.rehearse else tuple(state.releases(self.places.state))
        known = self.answers_from_profile() | ({"night": "yes"} if night_hour(time.localtime().tm_hour) else {})
        self._answers, self._later = dict(known), False
        setup = replace(setup, played=Played.CRAMP, side=job.side, rehearse=job.rehearse, earlier=earlier, known=known)
        wisdom = library.knowledge()
        return setup, [*script.spoken(job.rehearse), *wisdom.asks(wisdom.safety_check)]

    def _questions(self, job: AskJob, setup: Setup) -> tuple[Setup, list[str]]:
        """The same for the questions alone."""
        if job.waiting:
            self._recorder.follow_up()
        wisdom = library.knowledge()
        kept = (put_off.waiting(self.places) or {}) if job.waiting else {}
        known = self.answers_from_profile() | {key: value for key, value in kept.items() if _still_true(wisdom, key)}
        self._answers, self._later = dict(known), False
        lines = [interview.OPENING, *wisdom.asks(wisdom.interview)]
        return replace(setup, played=Played.QUESTIONS, known=known), lines

    def _look_back(self, runner: Runner, routine: str) -> None:
        """Ask the diary how often this was done this week; whoever ends first does not wait for it."""
        loop, book = asyncio.get_running_loop(), self.browser()

        def look() -> None:
            with suppress(Exception):  # a diary that cannot be read is told of elsewhere
                event = Earlier(book.this_week(routine))
                loop.call_soon_threadsafe(runner.post, event)

        Thread(target=look, name="diary", daemon=True).start()

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
        self._recorder.close(self._clock())
        if self._browser:
            self._browser.close()
        self._let_sleep()
        self._deafen()
        voice, self._voice = self._voice, None
        if voice:
            voice.close(patience)
        if self.trace:
            self.trace.close()

    def _wire(self, runner: Runner, lines: list[str]) -> None:
        sound = self._sound()
        if self._voice is None and (sound.speech or sound.beeps):
            from stretchcoach.audio.client import Voice

            self._voice = Voice.start(sound)
        if self._voice:
            self._voice.begin()
            self._voice.listen(runner.post)
        self._current = runner
        runner.on_close = self._closed
        if self.listens:
            self._listen(runner)
        else:
            self._deafen()
        asyncio.get_running_loop().call_later(SETTLED, self._settle, runner, lines)

    # --- ears ----------------------------------------------------------------------------------------------

    @property
    def listens(self) -> bool:
        """Whether sessions are listened to."""
        return self.settings.listen.on if self._listen_override is None else self._listen_override

    def toggle_microphone(self) -> None:
        """Turn the microphone of this run off, or on."""
        self._listen_override = not self.listens
        self._listen_anew()

    def spare_ears(self) -> "Ears":
        """Ears for a look at the level, beside any session."""
        from stretchcoach.ears.client import Ears
        from stretchcoach.program.sound_options import ear_options

        return Ears.start(ear_options(self.settings))

    def _listen_anew(self) -> None:
        """Begin or end listening, in the middle of a session as well."""
        self._deafen()
        runner = self._current
        if runner and self.listens:
            self._listen(runner)
            runner.post(Microphone(MicState.STARTING))
        elif runner:
            runner.post(Microphone(MicState.OFF))

    def _listen(self, runner: Runner) -> None:
        if self._ears is None:
            from stretchcoach.ears import client
            from stretchcoach.program.sound_options import ear_options

            self._ears = client.begin(ear_options(self.settings), self._voice, str(self.places.cache))
        ears = self._ears
        armed: list[object] = []

        def arm() -> None:
            scene = runner.scene()
            state = (scene.allowed, scene.question)
            if armed != [state]:
                armed[:] = [state]
                ears.arm(vocabulary.armed(*state))

        runner.on_event = arm
        if self.trace:
            ears.score(self.trace.candidates)
        ears.listen(lambda event: runner.post(self._timed(event)))

    def _timed(self, event: Event) -> Event:
        """What was heard, in the clock of the session."""
        if not isinstance(event, Heard) or self.speed == 1.0:
            return event
        began, ended = (self._began + (when - self._began) * self.speed for when in (event.began, event.ended))
        return replace(event, began=began, ended=ended)

    def _deafen(self) -> None:
        ears, self._ears = self._ears, None
        if ears:
            ears.close()
        if self._current:
            self._current.on_event = None

    def _closed(self) -> None:
        """The session is over, and with it the listening."""
        self._recorder.leave(self._clock())
        self._deafen()
        self._let_sleep()

    def _settle(self, runner: Runner, lines: list[str]) -> None:
        """What can wait until the first picture is there: rendering ahead, and keeping the machine awake."""
        if self._current is not runner:
            return
        self._recorder.write()
        if self._voice and self._sound().speech:
            self._voice.prepare(lines)
        self._awake = Awake(self.settings.screen.keep_awake, lambda text: self._may_go_dark(runner, text))
        self._awake.__enter__()

    def _may_go_dark(self, runner: Runner, text: str) -> None:
        """Told once on a machine, and never over a cramp."""
        if (
            self.drawn
            and not isinstance(runner.coach.play, Relief)
            and state.first_time(self.places.state, "screen may go dark")
        ):
            self._tell_once(runner, text)

    def _post_notice(self, text: str) -> None:
        if self._current:
            self._tell_once(self._current, text)

    def _tell_once(self, runner: Runner, text: str) -> None:
        if text not in self._notices_given:
            self._notices_given.add(text)
            runner.post(Notice(text))

    def _let_sleep(self) -> None:
        awake, self._awake, self._current = self._awake, None, None
        if awake:
            awake.__exit__(None, None, None)

    def _sound(self) -> SoundOptions:
        voice, cache = self.settings.voice, str(self.places.phrases)
        by_day = sound_options(voice, voice.volume, cache, *self._wanted)
        return by_night(by_day, voice.night_volume) if self.night else by_day

    def _perform(self, effect: Effect) -> None:
        if isinstance(effect, Fact):
            self._remember(effect)
        elif isinstance(effect, Tune):
            self._tune(effect)
        elif self._voice and (isinstance(effect, Hush | Beep | Duck) or self._speaks(effect)):
            if isinstance(effect, Beep):
                effect = replace(effect, at=self._began + (effect.at - self._began) / self.speed)
            self._voice.perform(effect)

    def _remember(self, fact: Fact) -> None:
        match fact:
            case Released():
                state.note_release(self.places.state)
            case Answered(key=key, value=value) if value:
                self._answers[key] = str(value)
            case PutOff():
                self._later = True
                state.put_off(self.places.state, self._answered())
            case Judged(causes=causes) if causes is not None and not self._later:
                state.clear_put_off(self.places.state)
            case RoutineDone(routine=routine):
                state.note_finished(self.places.state, routine)
            case _:
                pass
        if self.speed == 1.0:
            self._recorder.take(fact)

    def _answered(self) -> dict[str, Value]:
        """The answers to questions of the knowledge, their parts included."""
        known = library.knowledge().by_key
        return {key: value for key, value in self._answers.items() if key.partition(".")[0] in known}

    def _speaks(self, effect: Event | Effect) -> bool:
        """A line goes to the voice only where it can be heard; the mouth paces the captions otherwise."""
        return isinstance(effect, Say) and self._sound().speech

    def _tune(self, effect: Tune) -> None:
        """Louder, quieter, slower, faster: for this run, and in the settings screen, but not on disk."""
        voice = self.settings.voice
        if effect.what == "rate":
            change = {"rate": effect.figure}
        elif self.night:
            change = {"night_volume": effect.figure, "volume": max(voice.volume, effect.figure)}
        else:
            change = {"volume": effect.figure}
        new = msgspec.structs.replace(voice, **change)
        self.settings = msgspec.structs.replace(self.settings, voice=new)
        if self._voice:
            self._voice.configure(self._sound())
