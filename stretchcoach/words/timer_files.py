"""What the files of other timers cannot say or hold, told as one is taken in or handed out."""

NAMES_ONLY = "Its instructions and pictures are not in the file, so only names are spoken."
NO_FEEEL_EXERCISE = "holds no exercise that Feeel has; it knows its own by number, and no other"
NO_SIDES = "Some exercises have no sides there."
REPETITIONS_AS_LONG = "Repetitions are as long as here, and not counted."
A_WHOLE_NUMBER = "a whole number"
A_NUMBER = "a number"
A_TEXT = "a text"
A_LIST = "a list"
A_TABLE = "a table in { }"
TRUE_OR_FALSE = "true or false"
AT_LEAST = "at least"
AT_MOST = "at most"
IS_EMPTY = "is empty"
A_HUGE_NUMBER = "a huge number"
NAMES_SPOKEN_THERE = "Only names are spoken there: the instructions stay behind."
JAWT = "Just Another Workout Timer"
WHOLE_SECONDS = "It counts whole seconds, so fractions are rounded."
NO_WAITING = "It does not wait for anybody: those steps go on by themselves."
NO_SORE_SIDE = "The sore side has no name there: those steps have no side."
HELD_STILL = "held still"
GO_ON_WHEN_READY = "Go on when you are ready."
WORKOUT = "Workout"
NO_LIST_OF_NAMES = "is no list of names in JSON"
WORK = "Work"
COOL_DOWN = "Cool-down"
COLOUR_AND_SOUNDS = "Not taken: its colour and sounds."
WARM_UP = "Warm-up"
HALF_WAY_SIGNALS = "half-way signals"
HALTS = "A step that halts goes on when you say so, or by itself after its time."
ROUNDS = "Rounds"
AS_IT_BEGINS = "What changes from week to week is taken as it begins."
WEIGHTS = "Not taken: weights and repetitions in reserve."
WITHOUT_A_NUMBER = "without a number"
NO_WGER_EXERCISE = "holds no exercise that wger has under the same name"
FOR_A_SCRIPT = "wger takes no files: this is what its API gives, for a script that sends it."
HOLDS_NOT_SAID = "The holds in repetitions are not said."
SHORT_NAMES = "A name has 25 letters there at most."


def too_many_files(most: int) -> str:
    return f"holds more than {most} files"


def damaged_archive(why: str) -> str:
    return f"is a damaged ZIP file: {why}"


def too_large_inside(name: str) -> str:
    return f"holds a file that is too large: {name}"


def exercise_by_number(number: int) -> str:
    return f"Exercise {number}"


def no_names(exercises: str) -> str:
    return f"No name is known for the exercises {exercises}."


def feeel_lacks(names: str) -> str:
    return f"Left out, as Feeel does not have them: {names}."


def is_meant(name: str) -> str:
    return f" (is '{name}' meant?)"


def lacks(key: object, meant: str) -> str:
    return f"has no '{key}'{meant}"


def other_kind(wanted: str, kind: str) -> str:
    return f"must be {wanted}, and is {kind}"


def outside_limits(side: str, limit: float, value: str) -> str:
    return f"must be {side} {limit:,g}, and is {value}"


def no_timed_exercise(app: str) -> str:
    return f"is a file of {app} and holds no exercise with a time"


def too_many_workouts(number: int, most: int) -> str:
    return f"holds {number:,} workouts, more than {most}"


def too_many_steps(most: int) -> str:
    return f"comes to more than {most:,} steps"


def it_says(word: str, meant: str) -> str:
    return f" (it says '{word}'; is '{meant}' meant?)"


def no_file_of(apps: str, hint: str) -> str:
    return f"is JSON, but no file of {apps}{hint}"


def no_place_for(names: str) -> str:
    return f"It has no place for {names}."


def open_gets(seconds: float) -> str:
    return f"What lasts until it lets go gets {seconds:g} seconds."


def needs_questions(names: str) -> str:
    return f"Left out, as it needs the safety questions first: {names}."


def lasting_no_time(names: str) -> str:
    return f"Left out, as they last no time: {names}."


def by_their_names(told: str) -> str:
    return f"The file does not say what is held and what moves; by their names, {told}."


def names_left(exercises: int, left: int) -> str:
    return f"It has {exercises} exercises, so {left} more names are not used."


def several_timers(number: int) -> str:
    return f"It has one length of work and one of rest, so there are {number} timers, to be done in order."


def not_taken(names: str) -> str:
    return f"Not taken: {names}."


def no_type(name: str, near: str) -> str:
    return f"there is no '{name}'{near}"


def type_unknown(name: str) -> str:
    return f"'{name}', which is not known here"


def day_small(number: int) -> str:
    return f"day {number}"


def day_named(number: int) -> str:
    return f"Day {number}"


def no_exercise_name(exercise: int) -> str:
    return f"No name is known for exercise {exercise}."


def has_no_time(name: str, why: str) -> str:
    return f"Left out, as it has no time: {name} ({why})."


def amount_not_right(amount: float, name: str) -> str:
    return f"{amount:,g} cannot be right for {name}"


def timer_rest_not_right(seconds: float) -> str:
    return f"a rest of {seconds:,g} seconds cannot be right"


def no_speed(seconds: float) -> str:
    return f"wger gives no speed: a repetition takes {seconds:g} seconds."


def must_be_number(value: str) -> str:
    return f"must be a number, and is '{value}'"


def sets_not_right(sets: float) -> str:
    return f"{sets:,g} sets cannot be right"


def wger_lacks(names: str) -> str:
    return f"Left out, as wger does not have them by that name: {names}."
