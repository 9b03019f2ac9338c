"""The questions that are the program's own, how asking begins and ends, and what a result says."""

from stretchcoach.core.messages import Level

ANYWHERE = "112, 911 or 999"
"""Where the country is not known."""
LEAVE = "Stop stretching, and don't rub that leg."
"""Said before the line of ``SAME_DAY`` where the leg must be left alone."""
MIDWIFE = "This isn't urgent. Please tell your midwife about the cramps."
"""Said instead of the line of ``ROUTINE`` where pregnancy is the only reason."""
LINES = {
    Level.EMERGENCY: "Stop stretching. This needs emergency help. Call {emergency_number} now, or ask someone to. "
    "Don't drive yourself.",
    Level.SAME_DAY: "Please speak to {same_day_service} today. If you get chest pain or trouble breathing, call "
    "{emergency_number}.",
    Level.ROUTINE: "This isn't urgent, but please book an appointment with your {gp_word} soon.",
    Level.SELF_CARE: "Nothing you've told me needs urgent care. Here's what helps, and what to look out for.",
}
OPEN_LINE = "Some questions weren't answered, so please don't rub the leg for now."
UNKNOWN = "I can't say more until those questions are answered. Here's what helps, and what to look out for."
"""Said instead of the line of ``SELF_CARE`` where something was left open."""
UNKNOWN_BOOK = (
    "Some questions weren't answered, so I can't say how urgent this is. "
    "Please book an appointment with your {gp_word} soon."
)
"""Said instead of the line of ``ROUTINE`` where something was left open."""
WATCH = "If either leg swells, feels hot or changes colour later, see a doctor that day."
NO_TRIGGER = "There's no clear trigger. With most cramps there isn't."
HELPS = (
    "What helps most people: stretch the calf when it cramps, keep it warm, walk about, and sip some water.",
    "A short calf stretch at bedtime is worth trying too.",
)
"""Told where no cause was found.  Sources: NHS-LC, MAYO, HALL12, COPPIN05."""
SAID = "Because you said: {}."
UNSURE = "Because you were not sure about: {}."
OPENING = "Now a few short questions about possible causes."
LATER = "All right. We'll come to it another day."
FAREWELL = "That's all for today. Take care."
ENDED = "All right, we'll finish there. Take care."
TITLE = "What may have caused it"
PART = "One thing that may have played a part: {name}."
MEANING = "What it may mean"
WHICH_LEG = "Which leg was it?"
WHICH_LEG_WHY = "So that you can see later whether it is always the same."
WORST_PAIN = "What was the worst pain, nought to nine?"
WORST_PAIN_WHY = "Nought is no pain, nine is the worst you know."
ASLEEP = "Were you asleep when it began?"
ASLEEP_WHY = "Cramps that wake people have causes of their own."
LEFT = "Left"
RIGHT = "Right"
BOTH = "Both"
YES = "Yes"
NO = "No"
NONE_OF_THESE = "None of these"
NOT_SURE = "Not sure"
YES_SOME = "Yes, some"
ANOTHER_DAY = "Tomorrow"


def question_of(number: int, about: int) -> str:
    return f"Question {number} of about {about}"
