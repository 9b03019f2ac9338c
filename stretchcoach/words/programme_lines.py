"""What is said of the six weeks, of before and after, of a reminder and of a trial."""

COMES_AND_GOES = (
    "Cramps come and go, and vary with the season. People often start something when cramps are at their worst, and "
    "they often ease afterwards anyway. So even a clear difference doesn't show that the routine caused it."
)
TRIALS = (
    "One trial with 80 people found fewer cramps with a nightly stretch (HALL12); another, of the calf alone, with "
    "191, found no difference (COPPIN05). In a third, with 98, cramps grew milder with stretching and with meditation "
    "alike, and nobody went without either (RELAX24)."
)
TOO_FEW = "there are too few cramps to tell fewer from more"
NO_UPPER_LIMIT = "no upper limit"
NO_RATIO_AS_NONE_BEFORE = "there was none before, so there is no ratio"
FEWER_THAN_BEFORE = "fewer than before, and by more than chance would usually explain"
MORE_THAN_BEFORE = "more than before, and by more than chance would usually explain"
CHANCE_ALONE = "no clear difference: chance alone could explain it"
BEDTIME_STRETCH = "Bedtime stretch"
TIME_FOR_IT = "Time for it"
TONIGHTS_IS_DONE = "Tonight's is done."
TOLD_IN_THE_MORNING = (
    "These cramps were told as a number each morning; the figures above count only those with an entry."
)
BY_LOT = "The order of the blocks was drawn by lot; the person knew what was on each night."
AS_YOU_WOULD_ANYWAY = (
    "Whatever happens, do what you would do anyway about a cramp: the trial is only about the evenings."
)
TOLD_AT_THE_END = "The result is told at the end, so that what you hope for cannot change it."
NOT_THE_ORDER = "The order of the weeks is not the one that was drawn, so this trial cannot tell you anything."
TRIAL_OVER = "The trial is over."
TRIAL_HAS_AN_ANSWER = "Your trial is over: t tells what it says."
WHY_IT_RESTS = "Your trial rests: t tells why."
TRIAL_RESTS = (
    "The trial is paused: it neither offers nor asks anything. 'stretchcoach programme trial resume' resumes it."
)
LAST_NIGHT_LEFT = "The last night is over. One answer is left: last night."
ITS_DONE = " It's done."
EACH_MORNING = "Each morning: 'stretchcoach programme trial night 0', or the number of cramps."
THE_STRETCH = "the stretch"
SLOW_BREATHING = "slow breathing"
AT_LEAST_TWO = "A trial compares at least two of: stretch, breathing, neither."
TRIAL_DECIDES = "A trial decides what is on in the evening; 'stretchcoach programme trial stop' ends it."
FOR_YOU_ALONE = (
    "This holds for these weeks and for you alone. You knew what you were doing each night, and that alone can change "
    "how cramps feel and how many are noticed."
)
NOT_THE_DRAWN_ORDER = "the order of the weeks is not the one that was drawn"
ENDED_EARLY = "it was ended early"
NO_RATIO = "no ratio"
IN_BUNCHES = ", wide because the cramps came in bunches"
WITH_THE_STRETCH = "with the stretch"
WITH_THE_BREATHING = "with the breathing"
WITH_NEITHER = "with neither"


def every_evening(title: str) -> str:
    return f"{title}, every evening"


def covers_only(days: str, side: str) -> str:
    return f"the diary covers only {days} {side} that; it needs at least two weeks"


def only_both_sides(cramps: str) -> str:
    return f"there are only {cramps} on both sides together"


def too_early_to_tell(title: str, day: str, why: str) -> str:
    return f"{title}, since {day}: too early to tell, for {why}."


def rates(before: float, since: float) -> str:
    return f"{before:.1f} cramps a week before, {since:.1f} since"


def ratio_between(ratio: float, low: float, high: str) -> str:
    return f"ratio {ratio:.2f}, 95 % interval {low:.2f} to {high}"


def before_and_since(title: str, day: str, rates: str, bounds: str, told: str) -> str:
    return f"{title}, since {day}: {rates} ({bounds}): {told}."


def chart_title(title: str, day: str) -> str:
    return f"-- {title}, from {day} on --"


def six_weeks_day(title: str, day: int, days: int, done: str) -> str:
    return f"{title}: day {day} of {days}, done on {done} so far."


def tonight_if_you_like(command: str) -> str:
    return f"Tonight, if you like: {command}"


def six_weeks_over(title: str, done: str) -> str:
    return f"{title}: the six weeks are over; it was done on {done}."


def six_weeks_stopped(title: str, day: int, done: str) -> str:
    return f"{title}: stopped on day {day}; it was done on {done}."


def will_review(due: str, evidence: str) -> str:
    return f"The diary will review this in {due}. {evidence} It doesn't work for everyone."


def trial_of(weeks: str, names: str, seal: str) -> str:
    return f"A trial of {weeks}: {names}. The order is drawn by lot and sealed ({seal})."


def few_cramps(weeks: int, cramps: str, few: float) -> str:
    return (
        f"In the last {weeks} weeks your diary has {cramps}. With fewer than about "
        f"{few:g} a week, a trial of this length usually cannot tell, even where something helps a lot."
    )


def stopped_on(day: str) -> str:
    return f"Stopped on {day}."


def sealed_as(seal: str) -> str:
    return f"The order was sealed as {seal}."


def week_and_tonight(week: str, arm: str, done: str, how: str) -> str:
    return f"{week}. Tonight: {arm}.{done}{how}"


def your_trial(week: str, arm: str) -> str:
    return f"Your trial, {week}: {arm} tonight."


def in_each_block(arm: str, cramps: str) -> str:
    return f"Cramps in each block {arm}: {cramps}."


def week_of(week: int, weeks: int) -> str:
    return f"week {week} of {weeks}"


def known_so_far(known: int, nights: str) -> str:
    return f"{known} of {nights} known so far."


def told_when_over(day: str) -> str:
    return f"The result is told when it is over, on {day}."


def unequal_blocks(number: int, blocks: int) -> str:
    return f"Each of the {number} needs as many blocks as the others: {blocks} cannot be shared out equally."


def called_for_help(day: str) -> str:
    return f"On {day} the safety questions called for help. That comes first."


def twice_as_many(cramps: int) -> str:
    return f"There were {cramps} cramps in the last week, about twice as many as before or more."


def only_known(known: int, nights: str, arm: object) -> str:
    return f"only {known} of {nights} with {arm} are known"


def only_in_those_weeks(cramps: str) -> str:
    return f"there were only {cramps} in those weeks"


def cannot_tell(arm: str, other: str, why: str) -> str:
    return f"{arm} against {other}: this trial can't tell, because {why}."


def rates_with(rate: float, arm: str, other_rate: float, other: str) -> str:
    return f"{rate:.1f} cramps a week {arm}, {other_rate:.1f} {other}"


def ratio(figure: float) -> str:
    return f"ratio {figure:.2f}"


def with_interval(ratio: str, level: float, low: float, high: str) -> str:
    return f"{ratio}, {level:g} % interval {low:.2f} to {high}"


def fewer_by_chance(part: str) -> str:
    return f"fewer, and chance alone would do that in only {part} orders of the weeks"


def more_by_chance(part: str) -> str:
    return f"more, and chance alone would do that in only {part} orders of the weeks"


def nights_not_known(nights: str, arms: str) -> str:
    return f"{nights} not known: {arms}."


def was_done(arm: str, done: int, nights: str) -> str:
    return f"{arm} was done on {done} of {nights}."


def so_many_not_known(number: int) -> str:
    return f" ({number} not known)"
