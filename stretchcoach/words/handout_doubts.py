"""Why the reading of an exercise sheet is not certain: the questions that are asked before a step is taken."""

ONE_WITH_THE_LINES_BELOW = "Is this one exercise, and are the lines below it a part of it?"
EACH_SIDE = "Is it done on each side?"
OF_SEVERAL = "It is said of more than one. How much is this in all?"
BOTH_AT_ONCE = "Both at once, or each side by itself?"
HOW_MUCH_OF_MORE_LINES = "More than one line says how much all exercises are. How much is this one?"
ONE_OR_ALL = "Is this one exercise, or is it said of all of them? How much is it?"
PART_OF_IT = "part of it"
ENTER_TAKES_IT = "Enter takes what is filled in."
ANOTHER_NAME = "'Heel slide: 10 reps' gives it another name."
WHAT_TO_ANSWER = (
    "Enter: yes, as in the brackets. Or type how much it is, like 10 reps each leg. n: it is a note. -: leave it out."
)


def is_an_exercise(name: str) -> str:
    return f"Is '{name}' an exercise, and is this how much of it is done?"


def as_many_on_each(words: str) -> str:
    return f"Does '{words}' mean so many on each side?"


def asked_of_more(lines: str, several: bool) -> str:
    all_ = "all of them" if several else "both"
    return f"The same is asked of {lines}, and the answer is for {all_}. 'this: 10 reps' is for this one only."


def lines_named(listed: str) -> str:
    return f"lines {listed}"


def line_named(number: int) -> str:
    return f"line {number}"


def line_offered(number: int, guess: str) -> str:
    return f"line {number} ({guess})"


def of_its_own(line: int) -> str:
    return f"Is this an exercise of its own, or one with line {line}?"


def changes_it(words: str, line: int) -> str:
    return f"Does '{words}' in line {line} change it?"


def said_of_all(line: int) -> str:
    return f"Line {line} says something of all exercises. How much is this one in all?"


def for_this_too(line: int, said: str) -> str:
    return f"Line {line} says '{said}'. Is that for this exercise, too?"


def times_in_line(line: int) -> str:
    return f"Does line {line} say how many times this is done?"


def measure_in_line(line: int) -> str:
    return f"Does line {line} say how much this is?"


def sides_in_line(line: int) -> str:
    return f"Line {line} tells of sides. {EACH_SIDE}"


def how_line_is_done(line: int) -> str:
    return f"Is this how line {line} is done, or an exercise of its own?"


def line_belongs(line: int) -> str:
    return f"Does line {line} belong to it?"


def as_far_as(name: str, line: int) -> str:
    return f"{name}, as far as line {line} belongs to it"


def part_or_own(name: str) -> str:
    return f"Does this line belong to '{name}', or is it an exercise of its own? How much is it, if it is?"
