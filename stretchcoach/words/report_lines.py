"""What the doctor's page says."""

OWN_RECORD = (
    "This is the person's own record, put together by a program from their answers. "
    "It is not a diagnosis, and no clinician has reviewed the program's content."
)
LONGER_THAN_TEN_MINUTES = "Longer than ten minutes"
POSSIBLE_TRIGGERS = "Possible triggers"
WHAT_HELPED = "What helped"
TRIAL = "Trial of what helps this person"
AS_REPORTED = "Medicines and conditions, as reported"
SAFETY_ANSWERS = "Safety answers"
NOT_ASKED = "Not asked"
EACH_CRAMP = "Each cramp"
CALF_CRAMP_DIARY = "Calf cramp diary"
LAST_WEEK = "Last week"
CRAMPS = "Cramps"
WORST_PAIN_0_TO_10 = "Worst pain, 0 to 10"
NOT_RECORDED = "not recorded"
MEAN_PAIN_0_TO_10 = "Mean pain, 0 to 10"
CRAMPING_ALL_TOGETHER = "Cramping, all together"
LONGEST_CRAMP = "Longest cramp"
NIGHTS_WITH_DISTURBED_SLEEP = "Nights with disturbed sleep"
NIGHTS_WITH_STRETCHING_DONE = "Nights with stretching done"
CRAMPS_A_WEEK = "Cramps a week"
NOTHING_WAS_RECORDED = "Nothing was recorded."
NO_CRAMPS_IN_THIS_PERIOD = "No cramps in this period."
NO_SAFETY_ANSWER = "No safety question was answered."
NEVER_ASKED = "Never asked: names and doses of medicines. This page includes no examination and no blood tests."
STEADY_OVER_THESE_WEEKS = "Steady over these weeks."
NO_CRAMPS_RECORDED = "No cramps were recorded in this period."
MOSTLY_NIGHTS_AND_DAYS = "Mostly nights and days"
BY_NIGHT_AND_BY_DAY = "By night and by day"
WHICH_LEG = "Which leg?"
WHERE = "Where?"
PAIN_AT_WORST = "Pain at its worst, from 0 to 10?"
PAIN_AFTERWARDS = "Pain afterwards, from 0 to 10?"
SLEEP_DISTURBED = "How much did it disturb your sleep, from 0 to 10?"
DID_IT_WAKE_YOU = "Did it wake you?"
DOING = "What were you doing just before?"
IN_WHICH_POSITION = "In which position had you been?"
WHAT_RELIEVED_IT = "What relieved it?"


def last_weeks(weeks: int) -> str:
    return f"Last {weeks} weeks"


def prepared(day: str, year: int) -> str:
    return f"Prepared on {day} {year}."


def empty(made: str) -> str:
    return f"{made} The diary is empty."


def begins(made: str, day: str, year: int, short: str) -> str:
    return f"{made} The diary begins on {day} {year}{short}."


def and_more(cramps: str) -> str:
    return f"And {cramps} with such answers; the export has them."


def based_on(sources: str) -> str:
    return f"These rules are based on {sources}."


def no_problem(asked: str) -> str:
    return f"No problem reported when asked about: {asked}."


def not_answered(questions: str) -> str:
    return f"Sometimes not answered: {questions}. "


def from_to(trend: str, before: str, now: str) -> str:
    return f"{trend}: {before} to {now} a week."


def and_earlier(more: int) -> str:
    return f"And {more} earlier; the export has them."


def too_few(cramps: str) -> str:
    return f"Only {cramps} written down: too few for a pattern."


def cramps_a_week(course: str) -> str:
    return f"Cramps a week. {course}."
