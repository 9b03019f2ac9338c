"""What is said of the diary's file: what cannot be read, was damaged, or waits to be written."""

BOOK = "book an appointment"
TODAY = "get help today"
CUT_SHORT = "cut short"
SIDE_NOT_SURE = "side not sure"
QUESTIONS_OPEN = "questions open"
NOT_FINISHED = "not finished"
NOTHING_MORE = "nothing more is known"
NOTHING_IS_WRITTEN = "Nothing is written into the diary this time."
READ_ONLY = "It can be read, but nothing is written this time."
A_FOLDER = "a folder"
A_PIPE = "a pipe"
NO_FILE = "no file"
DISK_FULL = "The disk is full, so this could not be written into the diary."
ANOTHER_WRITES = "Another program is writing into the diary just now."
DISK_READ_ONLY = "cannot be written: the disk that it is on is read-only"
FILE_READ_ONLY = "cannot be written: the file is read-only for you"
FOLDER_READ_ONLY = "cannot be written: its folder is read-only for you"
NO_PERMISSION = "cannot be opened: you have no permission"
IS_DAMAGED = "is damaged"
NEWER = "The diary was written by a newer stretchcoach, so this one leaves it alone."
MORE_UNREADABLE = "More entries cannot be read."
ANOTHER_READS = "All entries are deleted, but another program is reading the file; do it again later."
KEPT_BESIDE = "It is kept beside the diary, and taken in as soon as that can be written."
WRITTEN_AGAIN = "The diary can be written again, and nothing is missing."
IS_WRITTEN_NOW = "A session that could not be written before is in the diary now."


def session_unreadable(key: str) -> str:
    return f"What is left of an earlier session cannot be read; 'stretchcoach diary delete {key}' takes it out."


def pain_of(score: int) -> str:
    return f"pain {score}"


def relieved_by(what: str) -> str:
    return f"by {what}"


def routine_on(day: str, told: str) -> str:
    return f"{day}, routine: {told}."


def brought_up_to_date(copy: str) -> str:
    return f"The diary was brought up to date; the old one is kept as {copy}."


def was_damaged(copy: str) -> str:
    return f"The diary was damaged; it is kept as {copy}, and a new one was begun."


def where_it_should_be(path: object, what: object) -> str:
    return f"{path} is {what}, where the diary should be."


def not_usable(why: str) -> str:
    return f"cannot be used: {why}"


def the_diary(path: object, what: str) -> str:
    return f"The diary {path} {what}."


def entry_unreadable(key: str, field: str, value: str) -> str:
    return f"Entry {key} cannot be read and is left out: {field} is {value}."


def something_odd(key: str, odd: str) -> str:
    return f"In entry {key} something cannot be right and is left out: {odd}."


def beside_unreadable(name: str, why: str) -> str:
    return f"{name}, beside the diary, cannot be read: {why}."
