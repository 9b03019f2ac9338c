"""What is asked about an exercise sheet, and what is said to have been understood of its lines."""

NOT_AN_EXERCISE = "not an exercise"
FOR_EVERY_EXERCISE = "for every exercise that says nothing else"
ALL_ONE_ROUTINE = "All of it becomes one routine. Is that meant?"
THE_TITLE = "the title"
A_HEADING = "a heading"
PART_OF_THE_HEADING = "part of the heading"
ONE_ROUND = "one round"
WHICH_REPEATED = "Which exercises are repeated?"
THOSE_ABOVE = "those above"
HOW_OFTEN = "how often"
HEADING_WITH_MEASURE = "a heading; whether its measure is for the lines below is asked there"
A_NOTE = "a note"
A_REST_BETWEEN = "a rest between exercises or sets"
WHICH_EXERCISE = "Which exercise is this for?"
NO_WORDS = "left out: it holds no words"
GOES_ON = "goes on with the line above"
TOO_LONG_A_LINE = "The line is too long. Break it where an exercise begins."
WHAT_IS_THIS = "What is this?"
HOW_MUCH = "How long is it held, or how many times is it done?"
HOLD_OR_MOVE = "Is it held still, or is it a movement?"
EACH_SIDE = "each side"
SIDES_IN_TURN = "sides in turn"
HOW_MANY_TIMES_REPEATED = "How many times is it repeated?"
NOT_COUNTED = "not counted"
FOR_LATER = "for later"
LENGTH_OF_TIME = "length of time"
COUNT_AS_SECOND = "a count is taken as a second"
ONE_EACH_WAY = "twice as many sets, one each way"
CHANGE_DIRECTION = "Change direction after each set."
MADE_OF_A_SHEET = (
    "# Made of an exercise sheet by `stretchcoach import`. Above each step is the line that it comes from."
)
ASK_MARKS = "# ASK marks a line that was not understood; nothing was made of it."
MY_EXERCISES = "My exercises"
FROM_A_SHEET = "From an exercise sheet"
GROUP = "Group"
EXERCISE = "Exercise"
GO_ON = "Go on."
EXERCISE_OR_NOT = "Is this an exercise? If it is, how long is it held, or how many times is it done?"
REST = "Rest"
REST_FOR_A_MOMENT = "Rest for a moment."
FOLLOW_THE_COUNT = "Follow the count."
HOLD_IT_STEADY = "Hold it steady."
KEEP_MOVING = "Keep moving."
SEVERAL_EXERCISES = "These are several exercises. How much is each of them? Write a line for each."
WHICH_ONE = "Which one counts?"
HOW_MANY_TIMES = "How many times is it done?"
HELD_ON_EACH_SIDE = "How long is it held on each side, and how many times?"
MORE_COUNTS = "There is more than one count. Which one counts?"
MORE_LENGTHS = "There is more than one length of time. Which one counts?"
LEFT_OUT = "left out"
TOO_LONG = "too long"
LINE_ABOVE = "the line above, going on"


def an_instruction_of(name: str) -> str:
    return f"an instruction of {name}"


def how_much_of(name: str) -> str:
    return f"how much of {name}"


def no_number(question: str) -> str:
    return f"The sheet gives no number. {question}"


def a_note_on(name: str) -> str:
    return f"a note on {name}"


def a_rest_of(seconds: float) -> str:
    return f"a rest of {seconds:g} seconds"


def rounds_not_right(rounds: float) -> str:
    return f"{rounds:g} rounds cannot be right. How many are meant?"


def rounds_of(rounds: int, exercises: str) -> str:
    return f"{rounds} rounds of {exercises}"


def rest_not_right(seconds: float) -> str:
    return f"{seconds:g} seconds cannot be right. How long is the rest?"


def each_held(seconds: float) -> str:
    return f", each held {seconds:g} s"


def hold_of(seconds: float) -> str:
    return f"{seconds:g} s hold"


def as_far_as(far: str) -> str:
    return f"{far}, until you are ready"


def go_as_far_as(far: str) -> str:
    return f"Go {far}, and say ready."


def moving_for(seconds: float) -> str:
    return f"{seconds:g} s moving"


def so_many_of(times: str) -> str:
    return f"{times} of "


def one_side(side: str) -> str:
    return f"{side} side"


def rest_for(seconds: float) -> str:
    return f"rest {seconds:g} s"


def rest_after(seconds: float) -> str:
    return f"{seconds:g} s of rest after it"


def what_means(words: str) -> str:
    return f"It is not clear what '{words}' means. How much is this exercise in all?"


def so_many_or(words: str) -> str:
    return f"Is it so many, or '{words}'?"


def one_side_or_both(words: str) -> str:
    return f"Is '{words}' for one side, or for both?"


def on_each_side(words: str) -> str:
    return f"'{words}': is it done on each side?"


def lower_taken(words: str) -> str:
    return f"'{words}': the lower one is taken"


def two_lengths(first: float, second: float) -> str:
    return f"There are two lengths of time, {first:g} and {second:g} seconds. Which one counts?"


def how_often_is(words: str) -> str:
    return f"How often is '{words}'?"


def two_counts(first: float, second: float) -> str:
    return f"There are two counts, {first:g} and {second:g}. Which one counts?"


def said_in(line: int) -> str:
    return f", as line {line} says"


def seconds_or_as_long(seconds: float) -> str:
    return f"Is each time {seconds:g} seconds, or as long as it goes?"


def seconds_or_times(seconds: float, times: float) -> str:
    return f"Is it {seconds:g} seconds, or {times:g} times?"


def seconds_of(words: str) -> str:
    return f"How many seconds is '{words}', and how many times is it done?"


def so_long(seconds: float) -> str:
    return f"Is it really {seconds / 60:g} minutes in all?"


def sets_of_which(first: float, second: float) -> str:
    return f"Is it {first:g} sets of {second:g}, or {second:g} sets of {first:g}?"


def seconds_each(seconds: float) -> str:
    return f"{seconds:g} s each"


def slowly(seconds: float) -> str:
    return f"slowly: {seconds:g} s each"


def way_to_move(seconds: float) -> str:
    return f"{seconds:g} s to move for each"


def rest_after_each(seconds: float) -> str:
    return f"{seconds:g} s of rest after each"


def more_than_one(what: str, listed: str) -> str:
    return f"There is more than one {what}: {listed}. Which one counts?"


def no_number_of(number: float, what: str) -> str:
    return f"{number:g} is no number of {what}. How many are meant?"


def more_than_most(number: float, what: str, most: float) -> str:
    return f"{number:g} {what} are more than {most:g}. How many are meant?"


def sets_more_than_most(sets: int, most: float) -> str:
    return f"{sets} sets are more than {most:g}. How many are meant?"


def length_not_right(seconds: float) -> str:
    return f"{seconds:g} seconds cannot be right. How long is it?"


def how_often_line(text: str) -> str:
    return f"How often: {text}"


def exercise_number(number: int) -> str:
    return f"Exercise {number}"


def how_often_sentence(text: str) -> str:
    return f"How often: {text}."


def what_means_in(words: str, line: int) -> str:
    return f"It is not clear what '{words}' in line {line} counts. How much is this exercise in all?"


def words_not_understood(words: str, line: int) -> str:
    return f"Line {line} also says '{words}', and that may change it. How much is it in all?"


def belong_together(line: int) -> str:
    return f"Do this line and line {line} belong to one exercise?"


def more_counts_in(line: int) -> str:
    return f"There is more than one count in line {line}. Which one counts?"


def more_than_one_in(what: str, line: int) -> str:
    return f"There is more than one {what} in line {line}. Which one counts?"
