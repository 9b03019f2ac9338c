"""What is wrong with a routine file, an answer sheet or another TOML file, and how to write it instead."""

EACH_OR_NONE = "write each for one leg after the other, none for both together"
IS_MISSING = "is missing"
TOP_OF_THE_FILE = "belongs at the top of the file, above the first [[steps]]"
IS_EMPTY = "is empty"
A_TABLE = "a table"
A_LIST = "a list"
A_HUGE_NUMBER = "a huge number"
NO_WHOLE_LINE = "is not complete; copy all of what 'stretchcoach share --line' printed"
HOLDS_NO_ROUTINE = "is damaged: it holds no routine"
FAR_TOO_LARGE = "is damaged, or far too large"
NOT_UNPACKED = "is damaged: it cannot be unpacked"
LETTERS_CHANGED = "is damaged: some letters of the line are missing or changed"
NO_MEASURE = "is missing: a stretch needs one of hold, move, reps and until"
SAY_OR_SOUND = "a cue needs either say or sound"
NO_END_TO_COUNT_FROM = "counts from the end, but this step has no length"
REPETITIONS_AND_CUES = "repetitions and cues"
AS_IN = 'as in title = "Physio, Tuesday"'
WORD_PROCESSOR = 'these are the quotes of a word processor; write straight ones: "'
QUOTED_KEY = "these are the quotes of a word processor; a key takes none"
YAML = "this is the style of YAML; write [[steps]], and below it key = value"
REMARK = "a remark begins with #"
WRITE_TRUE_OR_FALSE = "write true or false"
POINT = "a number takes a point, as in 2.5"
UNIT = 'a number with a unit takes quotes, as in "1m30s"'
LEADING_ZERO = "a number does not begin with 0"
NO_VALUE = "the value is missing"
BACKSLASH = r"a backslash is written twice: \\"
NO_END_QUOTE = "the text has no quote at its end"
QUOTE_IN_A_TEXT = r"a quote in a text is written \", and each key has its own line"
SINGLE_QUOTES = "a text with ' in it takes double quotes, and each key has its own line"
NESTED_TOO_DEEPLY = "is nested too deeply"
NUMBER_TOO_LONG = "holds a number that is far too long"
NOT_VALID_TOML = "not valid TOML: "


def no_routine_name(name: str) -> str:
    return f"'{name}' is no name for a routine: letters, digits and underscores will do."


def no_question(key: str, hint: str) -> str:
    return f"there is no question '{key}'.{hint}"


def needs_number(key: str, value: object) -> str:
    return f"'{key}' needs a number, not {value!r}."


def needs_list(key: str, value: object) -> str:
    return f"'{key}' needs a list, not {value!r}."


def needs_one_of(key: str, options: str, value: str) -> str:
    return f"'{key}' needs one of {options}, not {value}."


def no_option(key: str, value: str, hint: str) -> str:
    return f"'{key}' has no option {value!r}.{hint}"


def not_a_table(shown: str) -> str:
    return f"must be a table with keys of its own, not {shown}"


def other_key(table: str, key: str) -> str:
    return f"is no key of a {table}: write {key}"


def no_key(table: str, hint: str) -> str:
    return f"is no key of a {table}{hint}"


def invisible_letter(letter: str) -> str:
    return f"holds a letter that cannot be seen, {letter}; take it out"


def two_brackets(name: str) -> str:
    return f"takes two brackets: write {name} above each of them"


def not_a_list(shown: str) -> str:
    return f"must be a list in [ ], not {shown}"


def must_be(want: str, shown: str) -> str:
    return f"must be {want}, not {shown}"


def must_be_one_of(choices: str, shown: str, hint: str) -> str:
    return f"must be {choices}, not {shown}{hint}"


def newer_form(form: object) -> str:
    return f"was shared by a newer version of this program (form {form})"


def second_measure(key: str) -> str:
    return f"cannot stand beside {key}: a stretch is measured in one way"


def group_name_taken(name: object, step: int) -> str:
    return f'"{name}" is the name of step {step} already; again it has no stretches'


def no_group_above(name: object, hint: str) -> str:
    return f'no group above is called "{name}"{hint}'


def outside_the_step(length: float) -> str:
    return f"lies outside the step, which lasts {length:g} seconds"


def hours_long(hours: float) -> str:
    return f"come to {hours:.0f} hours: look at seconds, sets and repeats"


def minutes_long(minutes: float, most: float) -> str:
    return f"come to {minutes:g} minutes, more than {most:g}"


def other_minutes(written: float, minutes: float) -> str:
    return f"is {written:g}, but the steps come to {minutes:g}"


def too_many_steps_or_sounds(number: int, what: str, most: int) -> str:
    return f"come to {number:,} {what}, more than {most:,}: look at sets and repeats"


def says_a_command(said: str) -> str:
    return f"says {said}, which the microphone listens for: the coach may obey itself"


def no_source(key: str, hint: str) -> str:
    return f'"{key}" is not in the source list{hint}'


def no_figure(pose: str, hint: str) -> str:
    return f'there is no figure "{pose}"{hint}, so none is shown'


def not_speakable(sign: str) -> str:
    return f'holds "{sign}", which no voice can say'


def long_stretch(muscle: str, seconds: float, limit: float) -> str:
    return (
        f"brings the static stretch of the {muscle} to {seconds:g} seconds; "
        f"before exercise it should stay at {limit:g} or less"
    )


def file_not_read(why: object) -> str:
    return f"cannot be read: {why}"


def colon(example: str) -> str:
    return f"write = between a key and its value, not a colon, {example}"


def no_toml(example: str) -> str:
    return f"this is no TOML; write a key and its value on each line, {example}"


def unquoted(example: str) -> str:
    return f"a text takes quotes, {example}"


def no_equals(example: str) -> str:
    return f"write = between a key and its value, {example}"


def table_twice(name: object) -> str:
    return f"[{name}] is there twice; where there are several, each begins with [[{name}]]"


def key_twice(key: str) -> str:
    return f"{key} is there twice; take one of them out"


def not_kept_in(what: str, path: object, why: str) -> str:
    return f"{what} could not be saved in {path}: {why}."


def not_kept_in_it(what: str, path: object, why: str) -> str:
    return f"{what} could not be saved in {path}: it {why}."


def not_kept_for_mistake(what: str, path: object, command: str) -> str:
    return f"{what} could not be saved: {path} has a mistake; see stretchcoach {command}."
