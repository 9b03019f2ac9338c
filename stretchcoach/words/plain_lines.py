"""What plain mode says: the list to choose from, a session told in lines, the papers of the diary."""

from stretchcoach.core.messages import Kind, MicState
from stretchcoach.words.cramp import ALWAYS, CHECK_FIRST, WORDS
from stretchcoach.words.first_lines import SAFETY
from stretchcoach.words.routine import SLEPT

PHASES = {
    Kind.PREPARE: "Get ready",
    Kind.HOLD: "Hold",
    Kind.MOVE: "Move",
    Kind.REPS: "Repetitions",
    Kind.REST: "Rest",
    Kind.SWITCH: "Change sides",
    Kind.WAIT: "Waiting until you are ready",
    Kind.OPEN: "Hold until it eases",
}
EARS = {
    MicState.OFF: "The microphone is off.",
    MicState.STARTING: "Turning the microphone on.",
    MicState.LISTENING: "The microphone is open: you can speak your answers.",
    MicState.TROUBLE: "The microphone isn't working. You can still type.",
}
TO_TYPE = {
    SAFETY: SAFETY.replace("Press X", "Type x and Enter"),
    CHECK_FIRST: "Gone, same or worse? Type g, s or w, and Enter.",
    WORDS: "Type g for gone, s same, w worse, and Enter.",
    ALWAYS: "Type x and Enter at any point to end it.",
    SLEPT: "We were interrupted, so I've paused. Type resume and Enter to pick up from here.",
}
"""Lines that name a key, as they are true where a line is typed."""
PROMPT = "What next? Type a name or a number, again, menu or quit, and Enter."
MENU_LINES = (
    "What would you like? Type a number or a name, and Enter.",
    "1. cramp: a calf cramp now. Say the side if you like: cramp left.",
    "2. rehearse: practise it before you need it.",
    "3. ask: what may have caused a cramp.",
    "4. diary: the latest entries.",
)
MORE = (
    "routines: all of them, with their numbers.",
    "again: the last routine, in the same way.",
    "show NAME, run NAME --minutes 6: a routine to read, or fitted into six minutes.",
    "papers: the doctor's page, export and import, before and after, the six weeks, a reminder.",
    "stats, add, settings, settings path, profile, voices, doctor: as on the command line.",
    "menu: the short list. quit: leave.",
)
HELP = (
    "report: the doctor's page, read out here. report FILE.pdf saves it; .html and .txt as well.",
    "export FILE.csv or export FILE.json: the whole diary. export fhir FILE.json: for a doctor's software.",
    "import FILE: shows what a file would add. import FILE yes imports it.",
    "effect, or effect NAME: the cramps before and after a routine.",
    "bedtime: how the six weeks stand. bedtime start, bedtime start NAME, bedtime stop.",
    "remind FILE.ics, or remind FILE.ics 21:30: a reminder for your calendar.",
    "delete all: the whole diary, for good. You are asked first.",
)
TAKE_UP = "Type g and Enter to carry on from there, or just Enter to leave it."
TYPE_AN_ANSWER = (
    "Type an answer, or back, skip, why, tomorrow or stop, and Enter. "
    "If you type nothing, the question stays unanswered."
)
IN_A_CRAMP = "gone, same, worse, stop or help"
IN_A_ROUTINE = "pause, next, back, stop or help"
PAUSED = "Paused. Type resume and Enter to carry on."
CARRYING_ON = "Carrying on."
SESSION_OVER = "The session is over."
TYPE_NUMBERS = "Type the number of each that applies, like 1 3. Put ? after one you're not sure of. 0: none of these."
DIARY_EMPTY = "The diary is empty."
NONE_DONE = "You haven't done a routine yet."
MORE_LINE = "more: the doctor's page, settings and everything else. quit: leave."
ENDINGS = "The name of the file ends in .pdf, .html or .txt."
DELETE_ONE = "diary list shows an ID for every entry, and diary delete ID takes that one out."
NO_MORE_INPUT = "There is no more input, so this session ends here."
TWO_THINGS = "That can mean two things. Which one is it?"
QUIT_LINE = "quit (q): Closes the program straight away."


def type_one_of(words: str) -> str:
    return f"Type {words}, and Enter. Typing nothing is fine too."


def notice(text: str) -> str:
    return f"Notice: {text}"


def coach_says(line: str) -> str:
    return f"Coach: {line}"


def position_is(pose: str) -> str:
    return f"Position: {pose}"


def so_many_times(reps: int) -> str:
    return f"{reps} times"


def holding_each(length: str) -> str:
    return f"holding {length} each time"


def set_is(number: int, sets: int) -> str:
    return f"set {number} of {sets}"


def question_is(text: str) -> str:
    return f"Question: {text}"


def answer_one_of(others: str, last: str) -> str:
    return f"Answer {others} or {last}."


def answer_with(last: str) -> str:
    return f"Answer {last}."


def advice_is(advice: str) -> str:
    return f"Advice: {advice}"


def played_a_part(name: str, why: str) -> str:
    return f"May have played a part: {name}. {why}"


def helps(line: str) -> str:
    return f"Helps: {line}"


def sources_are(keys: str) -> str:
    return f"Sources: {keys}."


def not_known(typed: str, near: str) -> str:
    return f"I don't know '{typed}'.{near} Type menu for everything."


def routines_line(numbers: str) -> str:
    return f"{numbers}. routines: warm-ups and stretches, each by its number or name."


def meant_word(near: str) -> str:
    return f" Did you mean {near}?"


def type_to_replace(fault: object, word: str) -> str:
    return f"{fault} Type the same with {word} after it to replace it."


def import_takes(file: str, word: str) -> str:
    return f"import {file} {word} imports it."


def deletes_all(word: str) -> str:
    return f"This deletes the whole diary, for good. Type delete all {word} and Enter to do it."


def no_routine(name: str) -> str:
    return f"There is no routine '{name}'."


def not_now(sayable: str) -> str:
    return f"That doesn't do anything just now. {sayable}"


def meant(near: str) -> str:
    return f"Did you mean {near}?"


def unknown(line: str, more: str) -> str:
    return f"I don't know '{line}'. {more}"


def you_can_type(words: str) -> str:
    return f"You can type: {words}."


def not_written(fault: str) -> str:
    return f"The lines could not be written: {fault}.\n"
