"""A program and a runner for the screens' tests: fixed scenes, no clock, no sound."""

import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from stretchcoach import library
from stretchcoach.core.fitting import fit
from stretchcoach.core.messages import (
    Beep,
    Choice,
    Command,
    Effect,
    Event,
    Kind,
    Level,
    Likely,
    Outcome,
    Question,
    Scene,
    Side,
)
from stretchcoach.core.plan import CueLevel, Plan, Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.core.unfold import build
from stretchcoach.diary import Diary, DiaryError, Entry, Episode, RoutineRun
from stretchcoach.library import Shelf, Source
from stretchcoach.machine.clock import SessionClock
from stretchcoach.profile import Profile
from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.program.cut_short import CutShort
from stretchcoach.program.evening import Evening
from stretchcoach.program.jobs import CrampJob, Job, RoutineJob
from stretchcoach.program.own_routines import KeptSheet, OwnRoutines
from stretchcoach.program.paperwork import Paperwork
from stretchcoach.program.program import Program
from stretchcoach.program.runner import Runner
from stretchcoach.settings import ScreenSettings, Settings
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens.session import SessionScreen

T = TypeVar("T")
C = Command
PLAYING = frozenset(
    {C.PAUSE, C.NEXT, C.BACK, C.REPEAT, C.AGAIN, C.HOW, C.LONGER, C.SHORTER, C.SLOWER, C.FASTER}
    | {C.LOUDER, C.QUIETER, C.TIME, C.STOP, C.HELP}
)
CRAMPING = frozenset({C.PAUSE, C.NEXT, C.AGAIN, C.HOW, C.LOUDER, C.QUIETER, C.GONE, C.SAME, C.WORSE, C.STOP, C.HELP})
HOLD = Scene(
    title="Warm-up for running", kind=Kind.HOLD, name="Wall calf stretch", side=Side.LEFT,
    instruction="Hands on the wall. Left heel down, knee straight. Lean in.",
    step=3, steps=10, set=1, sets=2, left=26.4, seconds=30, total_left=421, progress=0.32, clock=131,
    next="the right leg", caption="Hold for thirty seconds. Heel down.",
    captions=("Wall calf stretch, left leg.", "Hands on the wall. Left heel down, knee straight. Lean in.",
              "Hold for thirty seconds. Heel down."),
    speaking=True, allowed=PLAYING,
)  # fmt: skip
PAUSED = replace(HOLD, paused=True, speaking=False, allowed=PLAYING - {C.PAUSE} | {C.RESUME}, side=Side.RIGHT)
REPS = replace(
    HOLD, kind=Kind.REPS, name="Calf raises", instruction="Up on your toes for two, down for two.", side=Side.BOTH,
    rep=4, reps=10, left=13.2, seconds=20, step=5,
)  # fmt: skip
WAIT = replace(
    HOLD, kind=Kind.WAIT, side=Side.NONE, left=None, seconds=0, instruction="Stand in front of a wall.",
    allowed=PLAYING - {C.PAUSE} | {C.READY},
)  # fmt: skip
OPEN = replace(HOLD, kind=Kind.OPEN, side=Side.NONE, left=None, up=73.8, seconds=0)
MARCH = replace(HOLD, kind=Kind.MOVE, side=Side.NONE, name="March on the spot", left=98.0, seconds=180)
RELIEF = Scene(
    title="Cramp relief", relief=True, kind=Kind.HOLD, name="Hold", instruction="Pull your toes up toward your shin.",
    step=1, steps=3, left=24.2, seconds=30, clock=42, progress=0.07,
    caption="Hold. Firm, not forced.", captions=("Straighten the sore leg. Knee flat.", "Hold. Firm, not forced."),
    speaking=True, allowed=CRAMPING,
)  # fmt: skip
ASKING = replace(
    RELIEF, kind=Kind.ASK, name="Safety questions", left=None, clock=171,
    caption="Is one leg more swollen than the other?",
    question=Question(
        "swelling", "Is one leg or calf more swollen than the other?",
        (Choice("yes", "Yes", "y"), Choice("no", "No", "n"), Choice("not sure", "Not sure", "u")),
        "A swollen leg should be looked at before it is rubbed.",
    ),
)  # fmt: skip
WHERE = replace(
    ASKING,
    question=Question(
        "where", "Where are you now?",
        tuple(Choice(v, v.capitalize(), k) for v, k in
              (("lying in bed", "1"), ("sitting", "2"), ("standing", "3"), ("on the floor", "4"), ("in water", "5"))),
    ),
)  # fmt: skip
TODAY = replace(
    RELIEF, kind=Kind.DONE, left=None, done=True, clock=260, allowed=frozenset(),
    caption="All right. We end here. Rest the leg.",
    outcome=Outcome(
        Level.SAME_DAY, ("R3",),
        "Stop stretching and don't rub that leg. Please be seen today: a doctor or an urgent care service.",
        ("If you get chest pain or trouble breathing, call 112, 911 or 999.",
         "Keep the leg still and supported on the way.",
         "Take someone with you if you can."),
        False, False, ("NHS-DVT", "NICE-NG158"),
    ),
)  # fmt: skip
HOME_CARE = replace(
    TODAY,
    outcome=Outcome(
        Level.SELF_CARE, (), "This sounds like an ordinary cramp. Here is what helps, and what to watch for.",
        ("Warmth for five to ten minutes.", "It may stay tender for a day. Go easy on it."), True, True, ("NHS-LC",),
    ),
)  # fmt: skip
RESULT = replace(
    HOME_CARE, title="What may have caused it", talk=True, caption="That is all for today. Take care.",
    outcome=replace(
        HOME_CARE.outcome or Outcome(Level.SELF_CARE),
        causes=(
            Likely("exercise_fatigue", "Hard exercise, a tired muscle", ("activity",), (), "A",
                   "A tired muscle and its nerve can fire on their own.",
                   ("Please don't exercise today.", "Build stamina in small steps."), "warmup_run", ("RAMP", "NHS-LC")),
            Likely("low_minerals", "Little calcium, potassium or magnesium", ("poor_intake",), (), "C",
                   "Possible, not proven, in ordinary cramps.", ("Varied meals.",), "", ("NHS-LC",)),
        ),
    ),
)  # fmt: skip
"""The end of the follow-up talk."""
ENDED = replace(HOLD, kind=Kind.DONE, done=True, allowed=frozenset(), caption="That was the last one. Well done.")

CALF = Stretch(
    "Wall calf stretch", "Hands on the wall. Heel down. Lean in.", side=Sides.EACH, hold=15, sets=2, rest=5,
    sources=("NHS-LC",),
)  # fmt: skip
ROUTINES = (
    Routine("cramp_now", "Toes-up stretch for a cramp now", "relief",
            (Stretch("Hold", "Toes up.", side=Sides.CRAMPING, hold=30),), "bed", minutes=3, sports=("night",)),
    Routine("warmup_run", "Warm-up for running", "warm-up",
            (Stretch("Brisk walk", "Walk fast.", move=60), CALF,
             Stretch("Calf raises", "Up and down.", reps=10, tempo=4, optional=True),
             Group(2, (Stretch("Strides", "Build up smoothly.", move=15),), 30)),
            "standing", ("wall",), ("run",), "runners of every level", 6,
            ("After a calf strain leave the strides out.",),
            "Moderate: short holds do no harm before a run when movement follows.", ("RAMP", "BEHM16")),
    Routine("desk_break", "Desk break", "break",
            (Stretch("Toes up, heels down", "Lift your toes.", reps=10),
             Stretch("Get set", "Sit tall.", until=Until.READY)),
            "chair", ("chair",), ("desk",), minutes=2, sources=("NHS-LC",)),
    Routine("bedtime", "Calf and hamstring before bed [nightly]", "prevention", (CALF,), "standing", ("wall",),
            ("night",), minutes=4, sources=("HALL12",)),
)  # fmt: skip


@dataclass
class FakeRunner:
    """Shows one scene and remembers what was sent."""

    shown: Scene
    on_change: Callable[[], None] | None = None
    on_beep: Callable[[Beep | None], None] | None = None
    started: bool = False
    closed: bool = False

    def __post_init__(self) -> None:
        self.sent: list[Event] = []
        self.performed: list[Effect] = []
        self.clock = SessionClock(machine=lambda: 100.0)

    def start(self) -> None:
        self.started = True

    def send(self, event: Event) -> None:
        self.sent.append(event)
        self.changed()

    def perform(self, effect: Effect) -> None:
        self.performed.append(effect)

    def post(self, event: Event) -> None:
        self.send(event)

    def scene(self) -> Scene:
        return self.shown

    def close(self) -> None:
        self.closed = True

    def changed(self, scene: Scene | None = None) -> None:
        """Something happened; perhaps there is another scene now."""
        self.shown = scene or self.shown
        if self.on_change is not None:
            self.on_change()


NOW = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=1)))
FULL = Episode(
    id="full", began="2026-11-24T03:12:05+01:00", minutes=4.3, side="left", place="calf", severity=7, pain_after=2,
    sleep=6, woke="yes", doing="lying", posture="toes_down", relieved_by="toes_up", relieved_after=95.0,
    answers={
        "rf_chest": "no", "swelling": "one_leg", "clot_risk.recent": "no", "urine": "not_sure", "tight_hard": None,
    },
    level="SAME_DAY", rules=("R3",), causes=("prolonged_posture", "exercise_fatigue"), pending=True,
    note="After [the] long walk.",
)  # fmt: skip
"""A cramp of which everything is known."""


def entries() -> list[Entry]:
    """Ten weeks of a diary, the same on every day."""
    made: list[Entry] = [FULL, Episode(id="bare", began="2026-11-22T23:40:00+01:00", closed="interrupted")]
    for number in range(24):
        began = datetime(2026, 11, 21, (1, 3, 4, 14, 23)[number % 5], 7, tzinfo=NOW.tzinfo) - timedelta(3 * number)
        made.append(
            Episode(
                id=f"cramp{number}", began=began.isoformat(), minutes=1.5 + number % 4,
                side=("left", "left", "right", "both")[number % 4], place="calf", severity=3 + number % 6,
                doing=("lying", "lying", "just_after_exercise", "walking")[number % 4], sleep=number % 7,
                relieved_by="toes_up", relieved_after=40.0 + 20 * (number % 7), level="SELF_CARE",
                causes=("exercise_fatigue", "prolonged_posture", "dehydration")[: 1 + number % 3],
            )
        )  # fmt: skip
    for number in range(30):
        day = datetime(2026, 11, 23, 21, 45, tzinfo=NOW.tzinfo) - timedelta(2 * number)
        made.append(RoutineRun(id=f"run{number}", began=day.isoformat(), routine="bedtime", seconds=250.0 + number,
                               finished=number % 5 != 4, steps=6))  # fmt: skip
    return made


class FakeBrowser(DiaryBrowser):
    """A real diary in a folder of its own, at a fixed hour, that can be told to fail."""

    trouble = ""

    def __init__(self, held: list[Entry] | None = None) -> None:
        folder = mkdtemp()
        weakref.finalize(self, rmtree, folder, ignore_errors=True)
        titles = {each.id: each.title for each in ROUTINES}
        super().__init__(Path(folder) / "diary.db", titles, library.knowledge(), lambda: NOW)
        self.do(lambda diary: diary.add_all(entries() if held is None else held))

    def do(self, work: Callable[[Diary], T]) -> T:
        if self.trouble:
            raise DiaryError(self.trouble)
        return super().do(work)

    def __del__(self) -> None:
        self.close()


class FakeEars:
    """Ears of which only the level is looked at."""

    tell: Callable[[float, bool], None] | None = None
    closed = False

    def listen(self, post: Callable[[Event], None]) -> None:
        self.post = post

    def meter(self, tell: Callable[[float, bool], None] | None) -> None:
        self.tell = tell

    def close(self) -> None:
        self.closed = True


class FakeAloud:
    """A voice that remembers what it was to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.closed = False

    def say(self, text: str) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.closed = True


class FakeProgram:
    """Hands out fixed routines and one runner a job."""

    def warm_up(self) -> None:
        """There is no voice to load."""

    def __init__(self, scene: Scene = HOLD, theme: str = "day", notices: tuple[str, ...] = ()) -> None:
        self.settings = Settings(screen=ScreenSettings(theme=theme))  # type: ignore[arg-type]
        self.profile = Profile()
        self.night = theme == "night"
        self.notices = list(notices)
        self.problems: tuple[object, ...] = ()
        self.scene = scene
        self.jobs: list[Job] = []
        self.runner = FakeRunner(scene)
        self.trouble = ""
        self.closed: list[float] = []
        self.abandoned = 0
        self.muted = 0
        self.ears: list[FakeEars] = []
        self.held_browser: FakeBrowser | None = None
        self.cut: CutShort | None = None
        self.done: list[str] = []
        self.nights: list[tuple[date, int]] = []

    waiting = False

    def browser(self) -> FakeBrowser:
        self.held_browser = self.held_browser or FakeBrowser()
        return self.held_browser

    def paperwork(self) -> Paperwork:
        return Paperwork(self.browser(), self.shelf, self.browser()._path.parent)

    own_folder = "/home/you/.local/share/stretchcoach/routines"
    first_start = False
    begun = False

    def started(self) -> None:
        self.begun = True

    favourites: frozenset[str] = frozenset()
    last: tuple[RoutineJob, ...] = ()

    def last_routines(self) -> list[RoutineJob]:
        return list(self.last)

    def favour(self, routine: str) -> None:
        self.favourites = self.favourites ^ {routine}

    on_tonight: Evening = Evening()

    def evening(self) -> Evening:
        return self.on_tonight

    def answer_night(self, of: date, cramps: int) -> str:
        self.nights.append((of, cramps))
        self.on_tonight = self.on_tonight._replace(asks=None)  # as the program: what is answered is not asked again
        return f"Noted for last night: {cramps}."

    def cut_short(self) -> CutShort | None:
        return self.cut

    def go_on(self) -> None:
        self.done.append("go on")

    def close_cut_short(self) -> str:
        self.done.append("close")
        self.cut = None
        return self.trouble

    def toggle_microphone(self) -> None:
        self.muted += 1

    def spare_ears(self) -> FakeEars:
        self.ears.append(FakeEars())
        return self.ears[-1]

    def save(self, settings: Settings) -> str:
        self.settings = settings
        return self.trouble

    def save_profile(self, profile: Profile) -> str:
        self.profile = profile
        return self.trouble

    def forget_profile(self) -> str:
        return self.save_profile(Profile())

    def shelf(self) -> Shelf:
        return Shelf(MappingProxyType({each.id: each for each in ROUTINES}), self.problems)  # type: ignore[arg-type]

    @property
    def shelf_so_far(self) -> Shelf:
        return self.shelf()

    def plan(self, job: RoutineJob) -> Plan:
        style = Style(
            pace=job.pace, cues=CueLevel(job.cues), first=job.side if job.side is not Side.NONE else Side.LEFT
        )
        return build(job.routine, style) if job.minutes is None else fit(job.routine, style, job.minutes)

    def start(self, job: Job) -> FakeRunner:
        self.jobs.append(job)
        self.runner = FakeRunner(self.scene)
        return self.runner

    folder: Path | None = None

    def own_routines(self) -> OwnRoutines:
        """Real files, in a folder of their own."""
        if self.folder is None:
            self.folder = Path(mkdtemp())
            weakref.finalize(self, rmtree, self.folder, ignore_errors=True)
        return OwnRoutines(self.folder, lambda: None)

    def kept_sheet(self) -> KeptSheet:
        self.own_routines()
        assert self.folder is not None
        return KeptSheet(self.folder / "sheet.pasted")

    def aloud(self, told: Callable[[str], None]) -> FakeAloud:
        self.heard = FakeAloud()
        return self.heard

    def sources(self) -> Mapping[str, Source]:
        texts = {
            "NHS-LC": ("NHS: Leg cramps", "https://www.nhs.uk/conditions/leg-cramps/", "seen"),
            "BEHM16": ("Behm 2016, review of stretching", "https://doi.org/10.1139/apnm-2015-0235", "seen"),
            "RAMP": ("RAMP warm-up", "", "memory"),
        }
        return {k: Source(key=k, title=t, address=a, mark=m) for k, (t, a, m) in texts.items()}  # type: ignore[arg-type]

    def close(self, patience: float = 5.0, cut_short: bool = False) -> None:
        self.closed.append(patience)
        self.abandoned += cut_short


def app(program: FakeProgram | None = None, opening: Job | None = None) -> StretchCoach:
    """The app with a fake program."""
    return StretchCoach(cast(Program, program or FakeProgram()), opening)


def session(scene: Scene, theme: str = "day") -> StretchCoach:
    """The app, begun in a session that shows ``scene``."""
    return app(FakeProgram(scene, theme), CrampJob() if scene.relief else RoutineJob(ROUTINES[1]))


def as_runner(fake: FakeRunner) -> Runner:
    """For the type checker."""
    return cast(Runner, fake)


async def worked(it: App[None]) -> None:
    """Once all that was begun in a thread is done; a screen that goes takes its own back."""
    for worker in list(it.workers):
        with suppress(WorkerCancelled):
            await worker.wait()


async def press(pilot: Pilot[None], *keys: str, apart: float = 2.0) -> None:
    """Press the keys one by one, ``apart`` seconds of a clock of the test's own."""
    screen = pilot.app.screen
    assert isinstance(screen, SessionScreen)
    now = 0.0
    screen.clock = lambda: now
    for key in keys:
        now += apart
        await pilot.press(key)
    now += 1.0
    screen.settle_keys()
    await pilot.pause()
