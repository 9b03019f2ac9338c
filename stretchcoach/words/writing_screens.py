"""What the screens say on which a routine is written, or an exercise sheet pasted."""

UNTIL = "until ready or released"
MEASURED_BY = "Measured by"
HOW_IT_IS_KNOWN = "How it is known that the step is over."
ABOUT_THE_ROUTINE = "About the routine"
ONCE_MORE = "once more"
WHAT_TO_ANSWER = "30 s hold, 10 reps each leg, ...; n: it is a note; empty: leave it out"
NO_ANSWER = "That does not answer it. "
FROM_LAST_TIME = "This was here when the program ended."
LEAVE_THE_SHEET = "Leave the sheet? y leaves it, g keeps editing."
TO_THE_LINES = "To the lines"
MAKE_THE_ROUTINE = "Make the routine"
LEAVE = "Leave"
LEAVE_IT = "Leave it"
ANSWER = "Answer"
LATER = "Later"
MAKE_IT = "Make it"
LINES = "Lines"
LEFT_OUT = "left out"
NOT_SAVED_LAST_TIME = "This was not saved the last time."
GROUP = "Group"
NOT_SAVED_YET = "not saved yet"
FILL_IN = "Fill in"
DOUBLE = "Double"
TAKE_OUT = "Take out"
EARLIER = "Earlier"
LATER_IN_THE_ROUTINE = "Later"
OUT_OF_THE_GROUP = "Out of the group"
REPEAT = "Repeat"
HEAR = "Hear"
YOUR_OWN = "It is your own."
COMES_WITH_THE_PROGRAM = "It comes with the program and stays; yours takes its place once saved."
NOT_SAVED = "It was not saved when the program ended."
STEP_AFTER_STEP = "You fill in one step after the other."
PASTE_LINES = "Paste what your physiotherapist or a page gives you, in plain lines, or the file of another timer."
A_SHARED_ROUTINE = "A shared routine, whole. Nothing has to be asked."
A_ROUTINE_FILE = "A routine file, whole. Nothing has to be asked."
WHAT_WAS_PASTED = "What was pasted"
A_NEW_ROUTINE = "A new routine"
CHANGE = "Change"
A_COPY_OF = "A copy of"
TAKE_IT = "Take it"
NOT_TAKEN_YET = "This is not taken yet. Escape again leaves it as it was."
HEAR_IT = "Hear it"
A_MISTAKE = "It has a mistake: {}"
NOT_CHANGEABLE = "This file is written in a way that cannot be changed here. 'stretchcoach edit' opens it."
A_NEW_STEP = "A new step"
LAST_OF_ITS_GROUP = "It is the last of its group. Take out the group."
NEEDS_A_STEP = "A routine needs a step."
ITS_GROUP = "its group"
THE_ROUTINE = "the routine"
IN_A_GROUP = "It is in a group already."
THE_GROUP = "The group"
IN_NO_GROUP = "It is in no group."
THE_STEP = "The step"
CANNOT_BE_READ = "cannot be read"
A_CUE = "A cue"
WORDS = "Words"
WORDS_LATER_ON = "Words later on"
EXPLANATION = "Explanation"
FIGURE = "Figure"
HOLD_SECONDS = "Hold (seconds)"
MOVE_SECONDS = "Move (seconds)"
REPETITIONS = "Repetitions"
SECONDS_EACH = "Seconds each"
GOES_ON_AFTER = "Goes on after (s)"
SET_UP = "Set-up (seconds)"
REST_SECONDS = "Rest (seconds)"
CUE = "Cue"
STOP_IF = "Stop if"
AFTER_THE_QUESTIONS = "After the questions"
ROUNDS = "Rounds"
NAME_OF_THE_GROUP = "Name of the group"
MINUTES_IF_KNOWN = "Minutes (if known)"
FOR = "For"
TAKE_CARE = "Take care"
NO_EXERCISE_YET = "There is no exercise in it yet. Write one a line, as in Calf stretch 3 x 30 sec each leg."
HOW_A_CUE_IS_WRITTEN = "A cue is a second and its words, as in 15 Breathe out. Below 0 counts from the end."


def rest_between(length: str) -> str:
    return f" · rest {length} between"


def answer_of(number: int) -> str:
    return f"Answer ({number})"


def line_to_answer(told: str, number: int, line: str, question: str) -> str:
    return f"{told}Line {number}: {line}\n{question}"


def saved_as(path: object) -> str:
    return f"saved as {path}"


def writing_title(title: str) -> str:
    return f"Write: {title}"


def in_all(length: str, steps: str, state: str) -> str:
    return f"{length} in all · {steps} · {state}"


def step_taken_out(name: str) -> str:
    return f"Taken out: {name}. z brings it back."


def saved_in(path: object) -> str:
    return f"Saved in {path}."


def go_on_with(title: str) -> str:
    return f"Go on with: {title}"


def step_in_all(name: str, length: str) -> str:
    return f"{name} · {length} in all"


def not_empty(subject: str) -> str:
    return f"{subject} cannot be empty."


def is_first(where: str) -> str:
    return f"It is the first of {where} already."


def is_last(where: str) -> str:
    return f"It is the last of {where} already."


def first_of(workouts: int) -> str:
    return f"The file has {workouts} workouts. This is the first; 'stretchcoach import FILE' takes them all."


def most_lines(most: int) -> str:
    return f"A sheet has at most {most:,} lines. Paste the part with the exercises."


def so_many_understood(number: int, lines: str, open_: int) -> str:
    return f"{number} of {lines} understood, {open_} to ask about."


def holds_invisible(letter: str) -> str:
    return f"It holds a letter that cannot be seen, {letter}. Take it out."
