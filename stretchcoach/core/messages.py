"""Everything that crosses the border of the core: events in, effects out, and the Scene to look at.

The core is one object, the coach, with three calls::

    effects = coach.send(event, now)   # something happened; perform what comes back, in order
    coach.deadline                     # send a Tick no later than this; None: only an event can move it
    coach.view(now)                    # a frozen Scene; look as often as you like, nothing changes

``now`` is seconds on a monotonic clock, always handed in.  Nothing in ``core/`` asks for the time, waits,
touches a file or a device, so an hour's session runs in a test in a fraction of a second and every effect
can be compared with ``==``.  There is no effect for the screen: what is visible is a function of the state,
and that function is ``view``.

The first ``Tick`` begins the session.  A front end turns keys, buttons, palette entries and typed words into
``Command``, ``Answer`` or ``Ticks``; the ears send ``Heard``, ``Barge`` and ``Microphone``; the audio process sends
``SpeechEnded`` and ``Notice``.
"""

from enum import Enum, IntEnum

from msgspec import Struct

# --- events: what happened -------------------------------------------------------------------------------


class Command(Enum):
    """What a person can ask of the coach at any time; keys, words and help are in ``commands.TABLE``."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    REPEAT = "repeat"
    AGAIN = "again"
    HOW = "how"
    LONGER = "longer"
    SHORTER = "shorter"
    SLOWER = "slower"
    FASTER = "faster"
    LOUDER = "louder"
    QUIETER = "quieter"
    TIME = "time"
    READY = "ready"
    GONE = "gone"
    SAME = "same"
    WORSE = "worse"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    YES = "yes"
    ALARM = "alarm"
    UNWELL = "unwell"
    LATER = "later"
    STOP = "stop"
    HELP = "help"


class Answer(Struct, frozen=True):
    """The answer to the question that is open now."""

    value: str
    """One of the open question's ``Choice.value``; ``yes``, ``no`` and ``not sure`` for most.

    To a list, *none* means none of its rows; *yes* and *not sure* have its rows asked one by one; a ``Row.id`` is a
    row that was named, and says nothing of the others.
    """


class Ticks(Struct, frozen=True):
    """The open list is answered: these of its rows are so, of those one is not sure, and the others are not."""

    rows: tuple[str, ...] = ()
    """``Row.id`` of each that was ticked; none ticked is an honest *none of these*."""
    unsure: tuple[str, ...] = ()


class Stray(Struct, frozen=True):
    """A key was pressed that means nothing now."""

    letter: bool = False
    """It may have been meant for one: the key of a letter on a keyboard of another script."""


class Heard(Struct, frozen=True):
    """Words from the microphone."""

    text: str
    began: float
    """When the first sound of the words reached the microphone, in the clock of ``now``."""
    ended: float
    clear: bool = False
    """The ears know that these words did not come out of our own loudspeaker."""


class Barge(Struct, frozen=True):
    """Somebody has been speaking for a fifth of a second (on), or has stopped (off)."""

    on: bool


class MicState(Enum):
    """What the microphone is doing; always to be seen."""

    OFF = "off"
    STARTING = "starting"
    LISTENING = "listening"
    TROUBLE = "trouble"


class Microphone(Struct, frozen=True):
    """The microphone was turned on or off, or works, or does not."""

    state: MicState


class SpeechEnded(Struct, frozen=True):
    """The loudspeaker has finished, or given up on, an utterance."""

    utterance: int


class Notice(Struct, frozen=True):
    """Something at the edges went wrong, or is right again; the session goes on and the Scene shows the text."""

    text: str
    voiced: bool | None = None
    """False: no speech can be heard from now on; True: it can again; None: says nothing about it."""


class Earlier(Struct, frozen=True):
    """How often this routine was done before, this week: the diary's word, which no session waits for."""

    times: int


class Slept(Struct, frozen=True):
    """Nothing could be done until now: the machine was asleep, its clocks say so, or the program was put aside."""

    seconds: float
    """In the clock of ``now``."""
    aside: bool = False
    """It was not the machine: the shell had put the program aside (Ctrl-Z)."""


class Tick(Struct, frozen=True):
    """Time has passed."""


Event = Command | Answer | Ticks | Stray | Heard | Barge | Microphone | SpeechEnded | Notice | Earlier | Slept | Tick

# --- effects: what to do ---------------------------------------------------------------------------------


class Priority(IntEnum):
    """What may interrupt what: a higher line cuts a lower one, a late low line is dropped."""

    ENCOURAGEMENT = 0
    COUNT = 1
    """Half-way, next-up and counts."""
    NAME = 2
    """Name, side, set."""
    ACTION = 3
    SAFETY = 4
    FAREWELL = 5
    """Heard out before the program ends."""


class Say(Struct, frozen=True):
    """Speak a line; it is also the caption."""

    text: str
    utterance: int
    """Rises by one with every line; comes back in ``SpeechEnded``."""
    priority: Priority


class Hush(Struct, frozen=True):
    """Be silent at once: drop the speech, and the beeps that have not sounded yet."""


class Duck(Struct, frozen=True):
    """Speak 12 dB softer (on) while somebody speaks over the coach, or as before (off)."""

    on: bool


class Sound(Enum):
    """The beeps; shapes and pitches belong to the audio process."""

    COUNT = "count"
    """One of the last seconds before a change."""
    GO = "go"
    """A hold, a set of reps or a movement begins."""
    END = "end"
    """It is over."""
    SWITCH = "switch"
    """Change sides."""
    HALF = "half"
    DONE = "done"
    """The whole routine is finished."""


class Beep(Struct, frozen=True):
    """Sound a beep at an exact moment, placed by the audio device's own frames."""

    sound: Sound
    at: float
    """When, in the clock of ``now``; up to two seconds ahead, so that a busy program cannot make it late."""


class Tune(Struct, frozen=True):
    """Turn the voice up or down, or make it speak faster or slower, by one step."""

    what: str
    """``volume`` or ``rate``."""
    step: int
    """+1 or -1."""
    figure: int = 0
    """What it is from now on."""


class Fact(Struct, frozen=True):
    """Something worth keeping: what was done, answered or decided.  What there is of it stands in ``record``."""

    at: float
    """When, in the clock of ``now``."""


Effect = Say | Hush | Duck | Beep | Tune | Fact

# --- the scene: what to look at --------------------------------------------------------------------------


class Side(Enum):
    """Which leg, as spoken and shown; ``NONE`` where a step has no side."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Kind(Enum):
    """What kind of step is going on."""

    PREPARE = "prepare"
    """Getting into position, after the instruction was spoken."""
    HOLD = "hold"
    """A timed hold."""
    MOVE = "move"
    """Moving for a time."""
    REPS = "reps"
    """Counted repetitions at a tempo."""
    REST = "rest"
    SWITCH = "switch"
    """Changing sides."""
    WAIT = "wait"
    """Waiting for the person to be ready."""
    OPEN = "open"
    """A hold without an end, counting up until it lets go."""
    TALK = "talk"
    """A spoken line or advice."""
    ASK = "ask"
    """A question is open."""
    DONE = "done"


class Level(IntEnum):
    """How much help is needed; the four words are the same everywhere.  Source: SEM15, NHS-CARD."""

    SELF_CARE = 0
    ROUTINE = 1
    SAME_DAY = 2
    EMERGENCY = 3


class Choice(Struct, frozen=True):
    """One possible answer to the open question."""

    value: str
    """What ``Answer.value`` carries."""
    label: str
    """What is shown on the button."""
    key: str
    """The one key that chooses it; as good as any command key while the question is open."""


class Asked(Enum):
    """How a question wants to be answered."""

    YESNO = "yesno"
    CHOICE = "choice"
    NUMBER = "number"
    """A range of numbers for each choice."""
    LIST = "list"
    """Several rows to tick; ``Ticks`` answers it, and so does one of its choices: none of these, yes, not sure."""


class Row(Struct, frozen=True):
    """One line of a list to tick: a sign, named in words."""

    id: str
    """What ``Ticks`` carries."""
    label: str
    """The same words on the screen and for the ear."""
    group: str = ""
    """Rows of one group rule each other out, as one leg and both legs do; empty: it stands alone."""
    ticked: bool = False
    """It was ticked before: the list was gone back to."""
    unsure: bool = False


class Question(Struct, frozen=True):
    """The question that is open now."""

    key: str
    text: str
    choices: tuple[Choice, ...]
    why: str = ""
    """Why it is asked, in one plain sentence."""
    kind: Asked = Asked.CHOICE
    rows: tuple[Row, ...] = ()
    """Of a list, nine at most, in the order of the keys 1 to 9."""
    number: int = 0
    """It is the third one, say; 0 where questions are not counted."""
    about: int = 0
    """Of about how many, as far as can be told now."""


class Likely(Struct, frozen=True):
    """What may have played a part, and which answers speak for it and against it."""

    id: str
    name: str
    because: tuple[str, ...]
    against: tuple[str, ...]
    evidence: str
    why: str
    helps: tuple[str, ...]
    routine: str = ""
    sources: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """What the answers came to."""

    level: Level
    rules: tuple[str, ...] = ()
    """Ids of the rows of the red-flag table that fired."""
    line: str = ""
    """The fixed line that is spoken for the level."""
    advice: tuple[str, ...] = ()
    stretch_allowed: bool = True
    massage_allowed: bool = False
    sources: tuple[str, ...] = ()
    causes: tuple[Likely, ...] = ()
    """At most three, the likeliest first; none from ``SAME_DAY`` on."""
    unfinished: bool = False
    """A safety question is open: the level is the least it can be, and reassures nobody."""
    because: tuple[str, ...] = ()
    """Which answers led to an urgent result, in the person's words; stands at the head of ``advice`` as well."""


class Scene(Struct, frozen=True):
    """All that a front end shows, at one moment."""

    title: str
    """Routine or protocol."""
    relief: bool = False
    """A cramp is being coached, not a routine."""
    talk: bool = False
    """Questions are asked and nothing is stretched."""
    kind: Kind = Kind.PREPARE
    name: str = ""
    """The step, in few words: ``Wall calf stretch``."""
    instruction: str = ""
    """What to do now, one line."""
    pose: str = ""
    """The name of what is drawn beside it, in ``figure/poses.toml``; empty: nothing is."""
    how: str = ""
    """The longer explanation, for whoever asks."""
    side: Side = Side.NONE
    step: int = 0
    """Number of the stretch (routine) or round (relief), from 1."""
    steps: int = 0
    set: int = 0
    sets: int = 0
    round: int = 0
    """Which time a group of stretches is done, from 1; 0 where none repeats."""
    rounds: int = 0
    rep: int = 0
    """Repetition being done, from 1; 0 where none is counted."""
    reps: int = 0
    rep_hold: float = 0.0
    """Seconds of the hold in each repetition; 0 if there is none."""
    rep_hold_left: float | None = None
    """Seconds left of it; None where nothing is held just now."""
    left: float | None = None
    """Seconds left of this step; None where it has no end or waits for its intro to be spoken."""
    up: float | None = None
    """Seconds gone of an open-ended hold; None in every other step."""
    seconds: float = 0.0
    """Length of this step; 0 where it has no end."""
    total_left: float = 0.0
    """Estimate for the whole routine, seconds."""
    progress: float = 0.0
    """0 to 1 over the whole routine."""
    clock: float = 0.0
    """Seconds since the session (relief: the cramp) began; in relief this is the ten-minute safety clock."""
    next: str = ""
    """What comes after this, in few words."""
    caption: str = ""
    """The line being spoken, or spoken last."""
    captions: tuple[str, ...] = ()
    """The last few lines, oldest first; the last one is ``caption``."""
    speaking: bool = False
    aside: str = ""
    """What stands on the screen as long as it holds, whatever is being done: the safety line, a number to call, or when
    to leave a stretch out or break it off."""
    question: Question | None = None
    allowed: frozenset[Command] = frozenset()
    """The commands that mean something now."""
    paused: bool = False
    notice: str = ""
    """One plain sentence about something that does not work, or the clock gap that was found; may be empty."""
    outcome: Outcome | None = None
    microphone: MicState = MicState.OFF
    done: bool = False
    stopped: bool = False
    """It is over because the person ended it before the end; ``RESUME`` carries on."""
    earlier: int | None = None
    """How often this routine was done before, this week; None: the diary does not keep it, or has not answered."""
    sources: tuple[str, ...] = ()
