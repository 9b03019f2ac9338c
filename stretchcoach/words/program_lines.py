"""What every front end tells alike: papers, saving, sound, and what could not be kept."""

NOBODY_READS = "is a pipe that nobody reads"
LEFT_OPEN = "left open"
UNREADABLE_DIARY = "The diary holds something that this program cannot read."
ONE_ENTRY_IS = "1 entry is"
THE_CRAMP = "The cramp"
A_ROUTINE = "A routine"
WOULD_BE_TAKEN_IN = "Would be imported"
TAKEN_IN = "Imported"
MAY_GO_DARK = "screen may go dark"
TWO_DAYS = "can be two days; o tells which comes first"
KEPT_IN_THE_SETTINGS = "What you have told us about yourself is in the settings."
NOTHING_IN = "Nothing can be imported."
WRITE_THE_DAY = "Write the day like 2026-11-24."
DAY_IN_THE_FUTURE = "That day is in the future."
SIX_WEEKS_NOT_STARTED = "The six weeks haven't been started."
SIX_WEEKS_RUN = "The six weeks are already running."
SIX_WEEKS_NOT_RUNNING = "The six weeks are not running."
WRITE_THE_TIME_OF_DAY = "Write the time like 21:30."
WRITE_DAYS = "Write a whole number from 1 to 366."
WAS_CUT_SHORT = "An earlier session was cut short. What was recorded has been saved in the diary."
TYPE_A_NAME = "Type the name of a file."
NO_FILE_NAME = "A file cannot have that name."
TRY_LINE = "This is your coach. Straighten your leg. Pull your toes up."
NONE_NATURAL = "none of the natural ones"
SOUND_DOES_NOT_ANSWER = "The part that makes the sound does not answer."
NO_SOUND = "There is no sound: "
NO_DEVICE_OPENS = "no device opens"
NOT_OURS = "holds something that this program did not write"
LEFT_ALONE = "it is left alone and not read"


def day_of(title: str, day: int, days: int, looked: str) -> str:
    return f"{title}, day {day} of {days}.{looked}"


def entries_are(number: int) -> str:
    return f"{number} entries are"


def all_gone(entries: str) -> str:
    return f"{entries} gone for good, with the journal, old copies, and what was remembered beside the diary."


def more_differ(number: int) -> str:
    return f"And {number} more that differ."


def from_day_to_day(first: str, last: str) -> str:
    return f"From {first} to {last}."


def so_many_new(number: int) -> str:
    return f"{number} new"


def so_many_there(number: int) -> str:
    return f"{number} already there"


def replaced(number: int) -> str:
    return f"{number} of them replaced"


def left_as_they_are(number: int, skipped: str) -> str:
    return f"{number} of them left as the diary has them{skipped}"


def not_kept(why: str) -> str:
    return f"That could not be saved: {why}."


def last_night(cramps: str) -> str:
    return f"Noted for last night: {cramps}."


def not_saved(path: object, why: str) -> str:
    return f"It could not be saved in {path}: {why}."


def too_many_called(name: str) -> str:
    return f"There are too many routines called {name}. Give it another title."


def no_file(path: object) -> str:
    return f"There is no file {path}."


def and_more_mistakes(mistakes: str) -> str:
    return f"And {mistakes}."


def nothing_in_for(mistakes: str) -> str:
    return f"Nothing can be imported: {mistakes}."


def not_done_yet(title: str) -> str:
    return f"{title} has not been done yet. You can give the day on which you took it up instead."


def done_in_the_last(times: str, weeks: str) -> str:
    return f"Done {times} in the last {weeks}."


def diary_not_written(why: str) -> str:
    return f"The diary cannot be written: {why}."


def is_a_folder(path: object) -> str:
    return f"{path} is a folder; add a name."


def is_there(path: object) -> str:
    return f"{path} is there already."


def no_user(name: str) -> str:
    return f"There is no such user: {name}."


def file_said(file: object, said: str) -> str:
    return f"{file}: {said}."


def no_folder(folder: object) -> str:
    return f"There is no folder {folder}."


def left_out_of_cramp(word: str) -> str:
    return f"'{word}' is ignored; the coaching starts."


def kept_as(name: str) -> str:
    return f"it is kept as {name}"
