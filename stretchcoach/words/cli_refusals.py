"""What the command line says where it cannot do what was asked, and what to type instead."""

ONE_ENTRY_OR_ALL = "Give the ID of one entry, or --all."
TRIAL_RUNS = "A trial is running; 'stretchcoach programme trial stop' ends it."
SIX_WEEKS_RUN = (
    "The six weeks at bedtime are running, with the stretch every evening; "
    "'stretchcoach programme bedtime stop' ends them."
)
NOT_RUNNING = "It is not running."
NOBODY_TO_ASK = "That deletes the whole diary, and nobody can be asked here; --yes does it without asking."
ONE_FORM = "Choose one of --csv, --json and --fhir."
NO_ZONE = "TZ names no time zone that can be told, so times are in UTC."
ONE_REMINDER = "Choose one of --ics, --systemd and --cron."
JSON_SHOWS_PROFILE = "--json is for showing the profile."
THE_FILE = "The file"
THE_OUTPUT = "The output"
JSON_NEEDS_SHEET = "--json needs a sheet: --answers FILE."
STANDARD_INPUT = "The standard input"
NO_OBJECT = "an object of answers is needed."
THE_LINE = "The line"
STDIN = "Stdin"
TOO_LARGE_A_SHEET = "is too large for a sheet of exercises"
NOT_THERE = "is not there any more"
SHIPPED_ROUTINE = "A routine that comes with the program"
OWN_ROUTINE = "A routine of yours"
OWN_EARS_ONLY = "Only the program's own ears can learn, and they need onnxruntime."
NO_SHEET = "; copy its text into a plain text file, and import that"
LINE_OR_FILE = "--line and --as are two ways to hand it on; take one of them."
THE_TEXT = "The text"
LIST_SHOWS = "'stretchcoach list' shows them all."
EVERY_ROUTINE = "Every routine for it"
NO_ROUTINE = "No routine"
ONE_OF_THESE = "Give just one of these: a routine's name, --for WORD, or --last. 'stretchcoach list' shows all."
NONE_DONE = "You haven't done a routine yet. 'stretchcoach list' shows them all."
NO_VOICE = "There is no voice here."


def went_wrong(kind: str, error: object) -> str:
    return (
        f"Something went wrong ({kind}: {error}). Please report it, and include what"
        " the command prints with STRETCHCOACH_DEBUG=1 in front."
    )


def known_are(known: str) -> str:
    return f" Known are {known}."


def word_not_known(value: object, hint: str) -> str:
    return f"'{value}' is not known.{hint}"


def no_date(value: object) -> str:
    return f"'{value}' is not a date; write it like 2026-11-24 or 2026-11-24T03:12."


def two_days(value: object) -> str:
    return f"'{value}' can be two different days; write the year first, like 2026-11-24."


def in_the_future(day: object) -> str:
    return f"{day} is in the future."


def no_entry(beginning: str) -> str:
    return f"There is no entry '{beginning}'. 'stretchcoach diary list' shows them."


def several_entries(number: int, beginning: str) -> str:
    return f"{number} entries begin with '{beginning}'; give more of the ID."


def not_run_yet(routine: str) -> str:
    return f"'{routine}' was not run yet; --since DATE tells when it was taken up elsewhere."


def nothing_taken_in(errors: str) -> str:
    return f"Nothing was imported: {errors}."


def skip_bad_takes(others: int) -> str:
    return f"--skip-bad imports the other {others}."


def no_trial(command: str) -> str:
    return f"There is no trial. To start one: '{command}'."


def no_such_night(night: object, first: object, last: object) -> str:
    return f"{night} is not a morning of the trial; the first is {first}, the last {last}."


def night_not_over(night: object) -> str:
    return f"The night to {night} is not over yet."


def night_before(night: object) -> str:
    return f"For the one before it, add --date {night}."


def not_comparable(arm: str, hint: str) -> str:
    return f"'{arm}' cannot be compared.{hint}"


def no_trial_running(command: str) -> str:
    return f"No trial is running. To start one: '{command}'."


def no_time_of_day(value: object) -> str:
    return f"'{value}' is not a time of day; write it like 21:30."


def running_since(day: str) -> str:
    return f"It has been running since {day}; 'stretchcoach programme bedtime stop' ends it."


def too_large(megabytes: int) -> str:
    return f"is too large: more than {megabytes} MB"


def no_such_file(file: object, what: str) -> str:
    return f"{file} {what}."


def cannot_be_read(file: str, why: str) -> str:
    return f"{file} cannot be read: {why}."


def in_sheet(number: int, fault: str) -> str:
    return f"Sheet {number}: {fault}"


def too_many_lines(most: int) -> str:
    return f"has more than {most:,} lines, so it is no exercise sheet"


def name_taken(what: str, name: str) -> str:
    return f"{what} is called {name}. Use --name for another name, or --replace."


def no_such_word(word: str) -> str:
    return f"'{word}' is not a word that can be said; 'stretchcoach hear --commands' lists them."


def nothing_learnt(fault: object) -> str:
    return f"Nothing was learnt: {fault}"


def no_such_workout(number: int, name: str, titles: str, hint: str) -> str:
    return f"The file holds {number} workouts, and none is called '{name}': {titles}.{hint}"


def no_option(name: str, hint: str) -> str:
    return f"No such option '{name}'.{hint}"


def ships_already(name: str) -> str:
    return (
        f"A routine that comes with the program is called {name}. 'stretchcoach edit {name}' makes a copy of your own;"
        " for an empty one, take another name."
    )


def no_routine_file(path: str, quoted: str) -> str:
    return (
        f"{path} is no routine file. If it is an exercise sheet, 'stretchcoach import {quoted}' makes a routine of it."
    )


def routine_there(path: object, name: str) -> str:
    return f"{path} is there already; 'stretchcoach edit {name}' opens it."


def unreadable(path: object) -> str:
    return f"{path} cannot be read."


def there_already(path: object) -> str:
    return f"{path} is there already."


def left_empty(name: str) -> str:
    return f"It is empty, so {name} stays as it was."


def not_right(mistakes: str, name: str, draft: object) -> str:
    return f"{mistakes}, so {name} stays as it was. Your text is in {draft}."


def text_kept(draft: object) -> str:
    return f" Your text is in {draft}."


def editor_failed(fault: str, kept: str) -> str:
    return f"The editor could not be used: {fault}.{kept} Set $EDITOR to the one you want."


def no_sound_ending(path: object) -> str:
    return f"{path} needs an ending that tells the format: .mp3, .ogg or .wav."


def no_page_ending(path: object) -> str:
    return f"{path} needs the ending .html."


def say_replace(path: object) -> str:
    return f"{path} is there already; use --replace to overwrite it."


def sound_is_whole(fault: object) -> str:
    return f"{fault} The sound itself is whole."


def did_you_mean_routine(name: str) -> str:
    return f"Did you mean '{name}'?"


def has_mistakes(file: str) -> str:
    return f"has mistakes, which 'stretchcoach validate {file}' lists"


def gone_so_earlier(name: str, why: str, title: str) -> str:
    return f"Your last routine '{name}' {why}. This is the one before it: {title}."


def no_such_routine(name: str, hint: str) -> str:
    return f"There is no routine '{name}'. {hint}"


def file_not_usable(path: str) -> str:
    return f"{path} cannot be used as it is."


def takes_longer(minutes: str) -> str:
    return f"takes longer than {minutes}"


def is_for(use: str) -> str:
    return f"is for '{use}'"


def none_for(use: str, hint: str) -> str:
    return f"No routine is for '{use}'.{hint}"


def uses_are(uses: str) -> str:
    return f" Known are {uses}."


def no_position(position: str, positions: str) -> str:
    return f"'{position}' is not a position: {positions}."


def trace_there(file: str) -> str:
    return f"{file} is there already; a trace takes a new file."


def trace_cut_short(file: str, why: str) -> str:
    return f"{file} is not whole: {why}. The session itself was not affected."


def cannot_be_written(file: str, why: object) -> str:
    return f"{file} cannot be written: {why}."


def not_a_number_from(value: object, least: float, most: float) -> str:
    return f"'{value}' is not a number from {least:g} to {most:g}."


def not_whole(value: object, least: int | None, most: int | None) -> str:
    return f"'{value}' is not a whole number from {least}{'' if most is None else f' to {most}'}."


def help_lists_them(command: str) -> str:
    return f" '{command} --help' lists them."


def no_command(name: str, hint: str) -> str:
    return f"There is no command '{name}'.{hint}"


def there_are_routines(calls: str) -> str:
    return f" There are routines: {calls}."


def no_voice_called(word: str, hint: str) -> str:
    return f"No voice is called '{word}'.{hint}"


def voices_left(number: int) -> str:
    return f"{number} voices match; give more of the name."
