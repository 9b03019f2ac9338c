"""What the screens of the app say: home, a session, settings, help."""

from stretchcoach.core.messages import Kind, MicState, Side

UNSAVED = "Save your changes? s saves them, d discards them, g keeps editing."
EVIDENCE = {"A": "well supported", "B": "reported by reliable sources", "C": "possible, not proven"}
"""How sure medicine is that it can bring a cramp about at all."""
SIDES = {Side.NONE: "", Side.LEFT: "◀ LEFT", Side.RIGHT: "RIGHT ▶", Side.BOTH: "◀ BOTH ▶"}
PHASES = {
    Kind.PREPARE: "Get ready",
    Kind.HOLD: "Hold",
    Kind.MOVE: "Keep moving",
    Kind.REPS: "Repetitions",
    Kind.REST: "Rest",
    Kind.SWITCH: "Change sides",
    Kind.WAIT: "Waiting for you",
    Kind.OPEN: "Hold until it lets go",
    Kind.TALK: "",
    Kind.ASK: "A question",
    Kind.DONE: "Done",
}
MICROPHONE = {
    MicState.OFF: "m ○ mic off",
    MicState.STARTING: "m ◌ mic starting",
    MicState.LISTENING: "m ● listening",
    MicState.TROUBLE: "m ! mic trouble",
}
"""The key that turns it on and off, a shape, a word."""
READY = "Press Enter when you're ready"
PAUSED = "PAUSED"
TOO_SMALL = "Window needs to be 60x20."
AS_LONG_AS_YOU_NEED = "as long as you need"
LEAVE_AT_ONCE = "Leave at once"
PUT_ASIDE = "Put the program aside; fg takes it up again"
NO_SHELL = "There is no shell that could take the program up again. q leaves."
NOT_PUT_ASIDE = "A cramp is not put aside with Ctrl+Z. Press X to stop."
SETTINGS = "Settings"
WRITE_A_ROUTINE = "Write a routine"
WRITE_NOTE = "A new one, step by step."
PASTE_AN_EXERCISE_SHEET = "Paste an exercise sheet"
PASTE_NOTE = "A routine from plain lines."
YOURS_NOTE = "A routine of yours."
COPY_NOTE = "As a copy of your own."
MICROPHONE_ON_OR_OFF = "Microphone on or off"
MICROPHONE_NOTE = "For this session only; the settings make it last."
DIARY = "Diary"
DIARY_NOTE = "Cramps and routines, calendar and charts."
A_CRAMP_NOW = "A cramp now"
CRAMP_NOTE = "Coaches you through a cramp at once."
REHEARSE_A_CRAMP = "Rehearse a cramp"
REHEARSE_NOTE = "Lets you practise before you need it."
QUESTIONS_NOTE = "Short questions after a cramp."
KEYS_AND_WORDS = "Keys and words"
KEYS_NOTE = "All keys, and what may be said."
SETTINGS_NOTE = "Voice, coach and screen."
ABOUT = "About"
ABOUT_NOTE = "What this is, and what it is not."
QUIT = "Quit"
ONCE_MORE = "Press Esc once more, or q, to leave."
NOT_TAKEN_AS_KEYS = "Those letters came all at once, like a paste, so nothing was done with them."
QUIT_NOTE = "Leaves the program."
FIRST_KEYS = "c in a cramp: I talk you through it. r rehearses it."
FIRST_ENTER = "Enter starts the stretches that are marked below."
FIRST_HIDE = "z hide this"
TRIAL_ASKS = "Your trial: how many cramps last night? Press 0 to 9."
NO_ROUTINES_MATCH = "No routines match. Press f, p or m to see more."
NOTHING_FOUND = "No routines match. Press Esc to end the search."
QUESTIONS_WAIT = "Questions about the last cramp are waiting: press w."
CUT_SHORT_SAVED = "What was recorded has been saved in the diary."
SPORT = "Sport"
POSITION = "Position"
MINUTES = "Minutes"
A_MINUTE_LESS = "A minute less"
A_MINUTE_MORE = "A minute more"
SLOWER = "Slower"
FASTER = "Faster"
STARTING_SIDE = "Starting side"
HOW_MUCH_IS_SAID = "How much is said"
KEEP_ON_TOP = "Keep on top"
SEARCH = "Search"
THE_MICROPHONE = "Microphone"
COUNTRY = "Country"
HIDE_THE_FIRST_LINES = "Hide the first lines"
GO_ON = "Go on"
END_IT = "End it"
TONIGHTS_STRETCH = "Tonight's stretch"
VOICE_OR_COUNT = "A voice, or cramps last night"
HELP = "Help"
PART_OF_A_NAME = "Part of a name"
WHAT_IT_IS = (
    "A calm voice that guides you through a calf cramp, and through stretches and warm-ups on better days. "
    "It works offline and keeps everything on this machine."
)
NO_DEVICE = (
    "It is not a medical device. It makes no diagnosis and does not replace a doctor. "
    "Its content has not been reviewed by a clinician yet. "
    "If you are worried about your leg, or feel ill, get medical advice now."
)
ONE_FILE_EACH = "Each is a text file. Press n on the home screen to write one."
BACK = "Back"
WHAT_IT_IS_NOT = "What it is not"
YOUR_OWN_ROUTINES = "Your own routines"
LICENCE = "Licence"
GPL = "GPL-3.0-or-later. Free software: use it, share it, change it."
SOURCES = "Sources"
UNCHECKED_SOURCES = "Sources marked * have not been checked at the address given."
ALWAYS = "Always"
IN_A_CRAMP = "In a cramp"
GOING_ON = "Carrying on"
THE_STRETCH = "The stretch"
THE_VOICE = "The voice"
HOME_F2_EVERYWHERE = "home; F2 everywhere"
NOTHING_NEEDED = "In a cramp you need none of this: it goes on by itself. Esc always stops it."
THE_SCREENS = "The screens"
START_THE_SUGGESTED_STRETCHES = "Start the suggested stretches"
A_CRAMP_AGAIN = "A cramp again"
FORGET_NOTE = "Delete everything you've told us about yourself. It is stored on this computer only."
FORGOTTEN = "Everything has been deleted."
ABOUT_YOU = "About you (all optional)"
FORGET_ALL_OF_THIS = "Forget all of this"
HOW_TO_TICK = "Press a number: [x] yes, again [?] not sure. Enter when done, 0 if none."
HOW_TO_TICK_SHORT = "Number: yes, twice: not sure. Enter: done. 0: none."


def rows_in_sight(first: int, last: int, count: int, all_seen: bool) -> str:
    """Where not all rows of a list have room."""
    keys = "0: none. u: not sure. Enter: done." if all_seen else "Page Down, or 0: the next ones."
    rows = f"{first} to {last}" if first < last else f"{last}"
    return f"{rows} of {count}. {keys}"


PRESS_G_TO_CARRY_ON = "Press g to carry on."
MAY_HAVE_PLAYED_A_PART = "May have played a part"
UP = "Up"
DOWN = "Down"
LESS = "Less"
MORE = "More"
LIST = "List"
NOT_SET = "not set"
DO = "Do"
ENTER_DELETES = "Press Enter again to delete it"
LOOKING = "Looking ..."
TRY_IT = "Try it"
NOTHING_WAS_FOUND = "Nothing was found."
ONLY_YOU = "Only you can read the file. Enter saves it; change the name first if you like."
VOICE = "Voice"
BEEPS = "Beeps"
VOLUME_BY_DAY = "Volume by day"
VOLUME_BY_NIGHT = "Volume by night"
WORDS_A_MINUTE = "Words a minute"
KIND_OF_VOICE = "Kind of voice"
NAME_OF_THE_VOICE = "Name of the voice"
LOUDSPEAKER = "Loudspeaker"
LISTEN = "Listen"
HEADPHONES = "Headphones"
SPEECH_RECOGNISER = "Speech recogniser"
PACE = "Pace"
KIND_WORDS = "Kind words"
WEEKLY_STREAK = "Weekly streak"
EMERGENCY_NUMBER = "Emergency number"
THEME = "Theme"
CAPTIONS = "Captions"
BEEPS_TO_BE_SEEN = "Visible beeps"
KEEP_THE_SCREEN_AWAKE = "Keep the screen awake"


def why_asked(why: str) -> str:
    return f"Why: {why}"


def get_help(clock: str) -> str:
    return f"{clock}, get help"


def lasted(clock: str) -> str:
    return f"lasted {clock}"


def hold_left(seconds: int) -> str:
    return f"Hold {seconds}"


def round_of(number: int, rounds: int) -> str:
    return f"round {number} of {rounds}"


def set_of(number: int, sets: int) -> str:
    return f"set {number} of {sets}"


def repetition_of(number: int, reps: int) -> str:
    return f"repetition {number} of {reps}"


def repetition(number: int) -> str:
    return f"repetition {number}"


def repetitions(reps: int) -> str:
    return f"{reps} repetitions"


def hold_each(seconds: int) -> str:
    return f"hold {seconds} s each"


def coming_next(name: str) -> str:
    return f"Next: {name}"


def cramp_round(number: int, rounds: int) -> str:
    return f"Round {number} of {rounds}"


def step_of(number: int, steps: int) -> str:
    return f"Step {number} of {steps}"


def of_about(number: int, about: int) -> str:
    return f"{number} of about {about}"


def edit(title: str) -> str:
    return f"Edit: {title}"


def not_now(what: str) -> str:
    return f"Not now. {what}"


def start(title: str) -> str:
    return f"Start: {title}"


def press_t(line: str) -> str:
    return f"{line} Press t to begin."


def for_sport(sport: str) -> str:
    return f"For: {sport or 'anything'}"


def where(position: str) -> str:
    return f"Where: {position or 'anywhere'}"


def minutes_at_most(most: float | None) -> str:
    return "Time: any" if most is None else f"Time: {most:g} min"


def as_the_last_time(pace: float, cues: str) -> str:
    return f"As last time: pace {pace:g}, cues {cues}."
