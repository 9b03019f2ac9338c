"""What is said of a file that the diary is to take in: how its columns are taken, and what is wrong in it."""

THE_NOTE = "the note"
THE_TIME = "the time of day"
THE_HALF = "whether the time is am or pm"
WHEN_IT_BEGAN = "when it began"
SLEEP = "how much sleep was disturbed, 0 to 10"
THE_ROW = "the number of the row"
IN_HOURS = ", in hours and minutes"
WITH_ITS_HEADING = ", with its heading"
NO_DATE_COLUMN = "no column is a date; name one 'date' or 'began'"
ONE_LINE_ABOVE = "1 line above the headings is"
NO_DIARY = "this is no diary; one has a column of that name"
HAS_NO_NAME = "has no name"
TWO_DAYS = "can be two days; --date-order day or --date-order month tells which comes first"
YEAR_FIRST_OR_LAST = "may begin or end with the year; write the year with four digits"
NO_SUCH_TIME = "is not a date or time that exists"
NO_SUCH_TIME_OR_FAR = "is not a date or time that exists, or is too far from today"
ANOTHER_TIME = "has a time, and another column has one too"
NO_DATE = "is not a date or a time such as 2026-11-24 or 2026-11-24 03:12"
NOT_AN_ENTRY = "holds something that is not an entry"
PAIN_FROM_0 = " (pain from 0 to 10)"
NOTHING_IN_IT = "there is nothing in it"
A_TEXT = "a text"
A_WHOLE_NUMBER = "a whole number"
A_NUMBER = "a number"
TRUE_OR_FALSE = "true or false"
A_LIST_OF_TEXTS = "a list of texts"
A_ZONE = "cannot be taken in beside the time; write the times with their offset, like 2026-11-24 03:12+01:00"
A_COPY = "is a database; a copy of the diary goes where 'stretchcoach diary path' tells; save another list as CSV"
FHIR = "is FHIR, which cannot be read back; export the diary as CSV or JSON, and take that in"
WINDOWS_LETTERS = "Its letters are taken for those of Windows (cp1252), for it is not UTF-8."
NOT_UTF_8 = "is not UTF-8; save it as that"
IS_MISSING = "is missing"
ANY_VALUE = "a text, a number, true, false or a list of texts"
NO_ID = "is no id: letters and digits, 64 at most"
NOT_FROM_0_TO_10 = "is not from 0 to 10"
LESS_THAN_NOTHING = "is less than nothing"
NOT_A_LIST = "is not a list"


def year_not_right(year: int) -> str:
    return f"the year {year} cannot be right"


def no_number_at_all(text: str) -> str:
    return f"{text} is no number"


def taken_for(head: str, field: str) -> str:
    return f"'{head}' is taken for {field}"


def lines_above(number: int) -> str:
    return f"{number} lines above the headings are"


def lines_left_out(lines: str, shown: str) -> str:
    return f"{lines} left out: {shown}"


def unknown_column(head: str, hint: str) -> str:
    return f"'{head}' is unknown{hint}"


def twice(name: str) -> str:
    return f"'{name}' is there twice"


def not_that_order(order: str) -> str:
    return f"cannot be read with the {order} first, as --date-order has it"


def doubtful_comma(text: str) -> str:
    return f"'{text}' can be thousands or a decimal; write it without the comma"


def comes_first(order: str, example: str) -> str:
    return f"The {order} comes first in the dates, as in {example}"


def column(number: int) -> str:
    return f"column {number}"


def none_of_kinds(said: str, kinds: str, hint: str) -> str:
    return f"'{said}' is none of {kinds}{hint}"


def no_month(name: str) -> str:
    return f"names no month that is known here: {name}"


def no_time_of_day_in(clock: str) -> str:
    return f"has a time that is not understood: {clock}"


def not_json(why: object) -> str:
    return f"not JSON: {why}"


def means(raw: str, meaning: str) -> str:
    return f"'{raw}' is {meaning}"


def and_so_many_more(number: int) -> str:
    return f" and {number} more"


def not_from_0(said: str, most: int) -> str:
    return f"{said} is not from 0 to {most}"


def not_csv(why: object) -> str:
    return f"not CSV: {why}"


def save_as_csv(kind: str) -> str:
    return f"is {kind}; save it as CSV in the program that made it, and take that in"


def same_as_line(line: int) -> str:
    return f"is the same as in line {line}"


def half_a_letter(value: str) -> str:
    return f"{value} holds half a letter, or a number without end"


def not_wanted(value: str, wanted: str) -> str:
    return f"{value} is not {wanted}"


def none_of(value: str, options: str, hint: str) -> str:
    return f"{value} is none of {options}{hint}"


def is_more_than(most: object) -> str:
    return f"is more than {most}"


def not_a_time(value: str) -> str:
    return f"{value} is not a time such as 2026-11-24T03:12:05+01:00"


def value_in_the_future(value: str) -> str:
    return f"{value} is in the future"


def is_it(name: str) -> str:
    return f"; did you mean {name}?"


def key_there_twice(key: str) -> str:
    return f"the key {key!r} is there twice"


def no_diary_format(name: str) -> str:
    return f'this is no diary; one says "format": "{name}"'


def unknown_version(version: object, known: int) -> str:
    return f"version {version} is not known here; {known} is"


def another_kind(head: str) -> str:
    return f"{head}: the file has another kind of entry by that id."


def differs(field: str, here: str, there: str) -> str:
    return f"{field} {here}, in the file {there}"
