"""What each key of a routine file means, and what a new file begins with."""

SKELETON = """\
# A routine of your own. `stretchcoach validate {name}.toml` names every mistake, `stretchcoach run {name}` plays it.
# A line that begins with # is a remark; take the # away from what you want.
format = 1
title = {title}
# relief, warm-up, cool-down, prevention or break
purpose = "prevention"
# bed, floor, chair or standing
position = "standing"
# props = ["wall", "towel"]
# sports = ["run", "desk", "night"]
# cautions = ["Stop if it hurts."]

# One exercise. What is said comes first; then one of hold, move, reps and until says how long it takes.
[[steps]]
name = "Wall calf stretch"
say = "Hands on the wall. Heel down. Lean in."
# Said the other times, and said once in full:
# short = "Heel down. Lean in."
# how = "Your back knee stays straight, and your toes point at the wall."
# The figure that shows it; `python -m stretchcoach.poses poses.html` draws them all:
# pose = "wall-lunge"
# none, left, right, each (all sets on one side, then the other) or alternate
side = "each"
# Seconds; "1m30s" will do as well
hold = 30
sets = 2
rest = 15
# cues = [{{ at = 15, say = "Breathe out." }}]

# Ten times, at three seconds each:
# [[steps]]
# name = "Heel raises"
# say = "Rise onto your toes, and lower slowly."
# reps = 10
# tempo = 3
# And held at the top for five seconds each time:
# hold = 5

# Three rounds of what stands in it:
# [[steps]]
# repeat = 3
# rest = 60
#
# [[steps.stretches]]
# name = "March"
# say = "March on the spot."
# move = 60

# What comes more than once has a name, and further down nothing else:
# [[steps]]
# group = "Calves"
#
# [[steps.stretches]]
# name = "Heel raises"
# say = "Rise onto your toes, and lower slowly."
# reps = 10
#
# [[steps]]
# group = "Calves"
"""
MY_ROUTINE = "My routine"
NAME_WANTED = "a text of 1 to 80 letters"
TEXT_WANTED = "a text of 1 to 600 letters"
SECONDS_WANTED = 'seconds above 0 and up to 3600, as 30 or "1m30s"'
PAUSE_WANTED = 'seconds from 0 to 3600, as 30 or "1m30s"'
MOMENT_WANTED = "seconds, below 0 from the end of the step"
COUNT_WANTED = "a whole number from 1 to 200"
ROUNDS_WANTED = "a whole number from 1 to 20"
MINUTES_WANTED = "a number of minutes above 0 and up to 240"
TRUE_OR_FALSE = "true or false"
CUE_AT = "Seconds from the start of the step; negative: before its end."
CUE_SAY = "The line to speak."
CUE_SOUND = "The beep to sound."
STRETCH_NAME = "A few words, spoken and shown: Wall calf stretch."
SAY = "The instruction, spoken in full the first time; action first."
SHORT = "Spoken instead of `say` later on."
HOW = "The longer explanation, one or two sentences."
POSE = "The name of the figure that shows it: wall-lunge."
SIDE = (
    "none (the default), left, right, each (all sets on one side, then on the other), "
    "alternate (one leg rests while the other works) or cramping (the sore leg)."
)
HOLD = "Seconds of a static hold; beside `reps` of the hold in each of them."
MOVE = "Seconds of moving."
REPS = "Repetitions, counted at `tempo`."
UNTIL = "ready: goes on when the person is; released: counts up until the cramp lets go."
TEMPO = "Seconds a repetition, its hold left out; 2 if not said."
LIMIT = 'Seconds after which until = "ready" goes on by itself; 60 if left out.'
SETS = "How often on each side; 1 if left out."
REST = "Seconds of rest between sets; 0 if left out."
PREPARE = "Seconds to get into position; the usual time if left out."
MUSCLE = "What a static hold stretches; holds of one muscle are summed up."
EFFORT = "A hold of strength or balance, not a stretch: a plank."
OPTIONAL = "Left out first when there are few minutes."
MASSAGE = "Rubbing and the like: only after the safety questions, so left out of a plain run."
CUES = "What is said or sounded inside the step."
CARE = "What to look out for; shown, not spoken."
STOP_IF = "Signs to stop at; shown, not spoken."
STRETCH_SOURCES = "Keys of the source list, or web addresses, for this stretch."
GROUP = "Its name; a [[steps]] with this name alone is the same group once more."
REPEAT = "How many rounds. With a name it may be left out: 1, and for one that comes again as before."
STRETCHES = "The stretches of one round, as [[steps.stretches]]."
REST_BETWEEN_ROUNDS = "Seconds of rest between rounds; 0 if left out."
TITLE = "A few words, spoken and shown."
PURPOSE = "What it is for; before exercise (warm-up) static holds are kept short."
STEPS = "Stretches, or groups of them, in order, as [[steps]]."
FORMAT = "The format of the file: 1."
POSITION = "Where most of it is done; standing if left out."
PROPS = "Things needed: wall, towel, chair, step."
SPORTS = "What `--for` finds it by: run, cycle, desk, night, ..."
AUDIENCE = "Whom it suits, in a few words."
MINUTES = "How long it takes; reckoned from the steps if left out."
CAUTIONS = "What to know before; shown, not spoken."
EVIDENCE = "How sure it is that this helps."
SOURCES = "Keys of the source list, or web addresses."
