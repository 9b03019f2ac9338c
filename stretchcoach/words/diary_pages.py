"""What the screens around the diary say: entries, charts, handing over, six weeks."""

TYPE_THE_FILE = "Type where it is: a file of Export, or a list kept elsewhere (CSV with a date). You see it first."
IMPORT_A_FILE = "Import a file"
DELETE_THE_WHOLE_DIARY = "Delete the whole diary"
DOCTORS_PAGE = "Doctor's page"
DOCTORS_PAGE_NOTE = "View it, or save it as PDF or HTML."
EXPORT_FOR_A_SPREADSHEET = "Export for a spreadsheet"
SPREADSHEET_NOTE = "The whole diary, as CSV."
FOR_A_SPREADSHEET = "for a spreadsheet (CSV)"
EXPORT_EVERYTHING = "Export everything"
EVERYTHING_NOTE = "The whole diary, as JSON."
EVERYTHING_JSON = "everything (JSON)"
EXPORT_FOR_A_DOCTORS_SOFTWARE = "Export for a doctor's software"
SOFTWARE_NOTE = "A FHIR bundle, without notes."
AS_FHIR = "as FHIR"
IMPORT_NOTE = "An export, or a list kept elsewhere."
BEFORE_AND_AFTER_A_ROUTINE = "Before and after a routine"
EFFECT_NOTE = "Whether the cramps became fewer."
YOUR_TRIAL = "Your trial"
SIX_WEEKS_AT_BEDTIME = "Six weeks at bedtime"
SIX_WEEKS_NOTE = "A stretch every evening."
REMINDER = "Reminder"
REMINDER_NOTE = "A file for your calendar, every evening."
DELETE_NOTE = "For good. You are asked first."
WRITE_THE_TIME = "Write the time like 2026-11-24 03:12, or 2026-11-24 if you don't know the hour."
IN_THE_FUTURE = "That time is in the future."
NOT_SAID = "not said"
TYPE_A_SCORE = "Type a number from 0 to 10"
IN_MINUTES = "In minutes, like 4, 2.5 or 4:30."
WHEN_IT_BEGAN = "When it began"
DAY_AND_TIME = "Day and time, like 2026-11-24 03:12, yesterday 3:12 or 3am."
SIDE = "Side"
WHICH_LEG = "Which leg."
PAIN_AT_ITS_WORST = "Pain at its worst"
HOW_LONG_IT_LASTED = "How long it lasted"
WHERE = "Where"
WHERE_IT_CRAMPED = "Where it cramped."
WOKE_YOU = "Woke you"
WOKE_NOTE = "Whether you were asleep, and it woke you."
WHILE = "While"
DOING_NOTE = "What you were doing just before."
POSITION = "Position"
POSTURE_NOTE = "How you had been sitting, standing or lying."
RELIEVED_BY = "Relieved by"
WHAT_EASED_IT = "What eased it."
LET_GO_AFTER = "Eased after"
PAIN_AFTER = "Pain after"
SLEEP_DISTURBED = "Sleep disturbed"
NOTE = "Note"
OWN_WORDS = "Anything else, in your own words."
NOT_ENOUGH_YET = "Not enough yet."
TIME_OF_DAY = "Time of day"
TIME_TO_RELIEF = "Time to relief"
DAYS_WITH_A_ROUTINE = "Days with a routine"
A_DAY_EARLIER = "A day earlier"
A_DAY_LATER = "A day later"
A_WEEK_EARLIER = "A week earlier"
A_WEEK_LATER = "A week later"
OPEN_THE_DAY = "Open the day"
THE_MONTH_BEFORE = "The month before"
THE_MONTH_AFTER = "The month after"
A_YEAR_EARLIER = "A year earlier"
TODAY = "Today"
NOTHING_YET = "Nothing here yet. Sessions are saved automatically."
ADD_ONE = "Press n to add a cramp yourself."
NOTHING_THAT_DAY = "Nothing was saved on that day."
NO_ENTRIES_MATCH = "No entries match. Press s, k or / to see more."
ADD = "Add"
DELETE = "Delete"
UNDO = "Undo"
KIND = "Kind"
FIND = "Find"
CALENDAR = "Calendar"
CHARTS = "Charts"
EXPORT_AND_MORE = "Export and more"
A_WORD = "a word"
DELETED = "Deleted. Press u to undo."
NOTHING_TO_UNDO = "There's nothing to undo."
IT_IS_BACK = "It is back."
OPEN_WITH_CALENDAR = (
    "Save it, then open the file with your calendar: it reminds you every evening. stretchcoach need not keep running."
)
REMINDER_TITLE = "A reminder of the bedtime stretch"
SAVE_IT = "Save it"
HOUR = "Hour"
DAYS = "Days"
FORM = "Form"
TIME_LIKE = "The time of day, like 21:30."
AT_WHAT_TIME = "At what time?"
DAYS_LIKE = "A whole number from 1 to 366; the six weeks are 42 days."
FOR_HOW_MANY_DAYS = "For how many days?"
TAKE_IT_IN = "Import it"
REPLACE = "Replace"
LEAVE_OUT_MISTAKES = "Leave out mistakes"
DAY_OR_MONTH_FIRST = "Day or month first"
FOR_SIX_WEEKS = "A stretch every evening for six weeks."
LOOKS_BACK = "The diary looks back after two weeks and after six."
PRESS_S_TO_START = "Press s to start."
END_ASKED = "End the six weeks? y ends them, n carries on. What is in the diary stays."
ANOTHER_ROUTINE = "Another routine"
START_TODAY = "Start today"
END_THEM = "End them"
A_REMINDER = "A reminder"
YES_END_THEM = "Yes, end them"
NO_GO_ON = "No, carry on"
THE_SESSION_WAS_FINISHED = "the session was finished"
THE_SESSION_WAS_LEFT_EARLY = "the session was left early"
THE_PROGRAM_WAS_CUT_SHORT = "the program was cut short"
WRITTEN_DOWN_BY_HAND = "written down by hand"
HOW_LONG = "How long"
LASTED = "Lasted"
STRETCHES = "Stretches"
DONE = "Done"
TO_THE_END = "to the end"
NOT_FINISHED = "not finished"
QUESTIONS_PUT_OFF = "Some questions were put off: press w on the home screen to answer them."
WHAT_HAPPENED = "What happened"
WHAT_WAS_ASKED = "What was asked"
HOW_URGENT_IT_IS = "How urgent it is"
AS_PDF = "PDF, to print or to hand over"
THE_DOCTORS_PAGE = "The doctor's page"
SAVE_PDF = "Save PDF"
SAVE_HTML = "Save HTML"
SAVE_TEXT = "Save text"
DATES = "Dates"
NOTES = "Notes"
EXERCISES = "Exercises"
WEEKS = "Weeks"
NAME = "Name"
NAME_NOTE = "It is printed on the page and not stored. Leave it empty for none."
A_NAME_FOR_THE_PAGE = "A name for the page"
ADD_A_CRAMP = "Add a cramp"
EDIT_THE_ENTRY = "Edit the entry"
KEEP = "Keep"
SAVE = "Save"
DISCARD = "Discard"
SAVE_NOTE = "Saves it in the diary."
SINCE = "Since"
NO_DAILY_ROUTINE = "There is no routine for every day."
SINCE_NOTE = "The day on which you took it up, like 2026-11-01. Leave it empty for its first time in the diary."
EDIT = "Edit"
NOT_EDITED = "Routines can't be edited, only deleted."
HAND_OVER = "Export, import, look back"


def deleting(sure: str) -> str:
    return f"All entries, for good: nothing brings them back. Type {sure} and Enter."


def export(what: str) -> str:
    return f"Export {what}"


def saved(path: object) -> str:
    return f"Saved: {path}"


def nothing_deleted(sure: str) -> str:
    return f"Nothing was deleted. Type {sure} and Enter, or leave with Esc."


def write_minutes(most: int) -> str:
    return f"Write minutes from 0 to {most}, like 4, 2.5 or 4:30."


def worst(typed: str) -> str:
    return f"{typed}: 10 is the worst you can think of."


def not_at_all(typed: str) -> str:
    return f"{typed}: 0 is not at all."


def of_side(side: str) -> str:
    return f"Side: {side or 'any'}"


def of_kind(kind: str) -> str:
    return f"Kind: {kind or 'all'}"


def with_word(word: str) -> str:
    return f"Word: {word or 'any'}"


def full_line(figure: str) -> str:
    return f"a full line is {figure}"


def in_a_row(weeks: str) -> str:
    return f"{weeks} in a row. One missed week doesn't break it."


def every_day(at: str, days: int, form: str) -> str:
    return f"Every day at: {at}   Days: {days}   As: {form}"


def reminder_as(what: str) -> str:
    return f"The reminder as {what}"


def choices(theirs: str, bad: str, order: str) -> str:
    return f"Where both differ: {theirs}   Rows with mistakes: {bad}   Dates like 03/04: {order}"


def weeks_dates_notes(weeks: object, dates: str, notes: str) -> str:
    return f"Weeks: {weeks}   Each date: {dates}   Notes: {notes}"


def doctors_page_as(form: str) -> str:
    return f"The doctor's page as {form}"
