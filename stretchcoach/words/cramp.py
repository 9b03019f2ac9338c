"""What is said and shown during a cramp: one action a line, eight words at most.

The seconds and the order are in ``core/script.py``, with their sources.
"""

from stretchcoach.words.first_lines import SAFETY, SAFETY_HEARD

CHECK_FIRST = "Gone, same or worse? Press G, S, W."
EASE_AND_CHECK = "Ease off slightly. Gone, same or worse?"
WORDS = "Press G for gone, S same, W worse."
ALWAYS = "Press X at any point to end it."
HEARD = {
    SAFETY: SAFETY_HEARD,
    CHECK_FIRST: "Say gone, same, or worse.",
    WORDS: "You can say gone, same or worse.",
    ALWAYS: "Say stop at any point to end.",
}
TEACHING = (CHECK_FIRST, EASE_AND_CHECK, WORDS, *HEARD.values())
ALARM_LINE = "If it is chest pain or you can't breathe, call {emergency_number} now."
"""Said and shown at once where the safety line was answered."""
ALARM_LARGE = "Chest pain? Call {emergency_number} now."
ALARM_SHOWN = "Chest pain, or can't breathe? Call {emergency_number} now."
"""Stands from then on until its things have been denied."""
STILL_OPEN = "Otherwise, please speak to {same_day_service} today."
TEN_LINES = ("That's ten minutes. Rest your leg now.", "Call {same_day_service} now.")
TEN_SHOWN = "Rest your leg. Call {call_today} now."
TEN_ASIDE = "Chest pain or trouble breathing? Call {emergency_number}."
LOCAL = "your local emergency number: {emergency_number}"
"""Where the country is not known."""
LET_BE = "Let the leg rest. Don't pull at all."
ASKING = "Toes up. I'll ask a few short questions."
ASKING_STOPPED = "Now a few short safety questions."
ASKING_CALM = "A few questions now, or in the morning?"
SEEN_TODAY = "Please call {same_day_service}. Rest your leg."
PUT_OFF = "All right, in the morning. Don't rub it."
OFFER = "Shall we look at what may have caused it?"
OFFER_WHY = "It takes about sixteen short questions. The answers may point to ways to get fewer cramps."
FAREWELL = "Well done. Rest now."
STOPPED = "All right, we'll finish there. Rest the leg."
STILL = "I will be quiet for a minute."
PRACTICE_DONE = "That's everything. Now you know it."
HOW_TOES = (
    "Keep your knee straight. Use the muscle at the front of your shin to lift your foot. "
    "Pull firmly, without forcing or bouncing."
)
AFTERCARE_WARM = "Ten minutes of gentle warmth may soothe it."
AFTERCARE = (
    "Sip some water if you're thirsty.",
    "Your calf may feel tender tomorrow.",
    "Go easy on it tomorrow.",
)
"""Sources: NHS-LC, AAOS-S, UTD-PT."""
PLACE_QUESTION = "Are you in bed, sitting or standing?"
WHY_PLACE = "A different position may work where this one didn't."
ASK_ME_TOMORROW = "Ask me tomorrow"
TWENTY_TO_GO = "Twenty seconds to go."
TEN_TO_GO = "Ten seconds to go."
FIVE_TO_GO = "Five seconds to go."
HOLD_1 = "Hold it there. Firm, but not forced."
HOLD_1_LATER = "Breathe out slowly. Toes up."
HOLD_2 = "Toes up. Push your heel away."
HOLD_2_LATER = "Take a long, slow breath."
HOLD_3 = "One more. Push your heel, toes up."
HOLD_3_LATER = "You're doing well."
HOLD_SHOWN = "Hold: toes up, knee straight"
EASE_FIRST = "Ease off slightly. Don't point your toes."
EASE_SHOWN = "Ease off. How is it?"
OPENING_SHOWN = "Leg straight, toes up"
TEACH_SHOWN = "Learn the words before you need them"
SILENCE_IS_FINE = "Saying nothing is fine too."
EASED_SHOWN = "Pull less, bend the knee"
EASED = "All right. Pull less. Bend your knee slightly."
SUPPORT_SHOWN = "Let the leg rest"
SUPPORT = "Let the leg rest on something soft."
BREATHE_SHOWN = "Toes up, breathe slowly"
BREATHE = "Breathe in, count four. Out, count six."
BREATHE_OUT = "And slowly out."
SHOULDERS = "Let your shoulders drop."
LONG_BREATH = "Now a long breath out."
LIGHT_SHOWN = "Toes up, gently"
LIGHT = "Toes up, gently, for fifteen more seconds."
LIGHT_WHY = "A cramp can return if you let go too soon."
WIGGLE_SHOWN = "Foot up and down, ten times"
WIGGLE = "Move your foot up and down, ten times."
WIGGLE_WHY = "Don't point your toes down hard. That can bring the cramp on."
RUB_SHOWN = "Rub upwards, gently"
RUB = "Gently rub upwards, from ankle to knee."
RUB_PREGNANT = "If you're pregnant, only stroke it lightly."
WALK_SHOWN = "Walk about, gently"
WALK = "If you feel steady, walk about gently."
WALK_UNSTEADY = "If you're unsteady, sit and tap your toes."
HEELS_SHOWN = "Walk on your heels"
HEELS = "Holding the wall, walk on your heels."
HEELS_SITTING = "If you are sitting, tap your toes twenty times."
AFTERCARE_SHOWN = "Rest the leg and look after it"
BREATHE_IN = "Breathe in."
TOWEL = "Loop a towel round your foot. Pull gently."
TOWEL_SHOWN = "Towel round your foot. Pull."
TOWEL_HOW = (
    "Put a towel, belt or trouser leg round the ball of your foot. Keep your knee straight and pull slowly towards you."
)
WALL = "Press your foot flat against the wall."
WALL_SHOWN = "Foot flat on the wall. Press."
WALL_HOW = "Rest the ball of your foot on the wall or the end of the bed. Straighten your knee slowly."
CHAIR = "Heel out in front. Knee straight. Toes up."
CHAIR_SHOWN = "Heel out, knee straight, toes up"
CHAIR_HOW = "Slide your heel forward on the floor and lean forward gently from the hips."
FLAT = "Stand, holding something firm. Heel down, knee straight."
FLAT_SHOWN = "Stand: heel down, knee straight"
FLAT_HOW = (
    "Put your weight on that foot, knee straight, heel down. Only do this with the light on and something firm to hold."
)
LUNGE = "Sore leg behind you. Heel down. Lean in."
LUNGE_SHOWN = "Leg back, heel down, lean in"
LUNGE_HOW = (
    "Put your hands on the wall and your sore leg behind you, knee straight and heel down. Bend your front knee."
)
IN_BED = "In bed or on the floor"
ON_A_CHAIR = "On a chair"
STANDING = "Standing steadily, with the light on"
PHASE_OPENING = "Here with you"
PHASE_EASE = "Ease and check"
PHASE_ALARM = "Is it more than a cramp?"
PHASE_SUPPORT = "Let it rest"
PHASE_VARIANT = "Hold, new position"
PHASE_VARIANT_EASE = "Ease and check, new position"
PHASE_KEEP = "Ten minutes: get help"
PHASE_HEELS = "On your heels"
PHASE_ADVICE = "What to do now"
PHASE_TAP = "For your diary"
PHASE_TEACH = "Practice"
PHASE_HOLD = "Hold"
PHASE_EASED = "Pull less"
PHASE_SAFETY_CHECK = "Safety questions"
PHASE_PLACE = "Another position"
PHASE_BREATHE = "Slow breathing"
PHASE_LIGHT = "Gentle hold"
PHASE_WIGGLE = "Ankle wiggles"
PHASE_RUB = "Gentle rub"
PHASE_WALK = "Easy walk"
PHASE_OFFER = "One question"
TITLE_PRACTICE = "Calf cramp practice"
TITLE = "Calf cramp"
THREE_MINUTES = "That's three minutes so far."
FIVE_MINUTES = "That's five minutes so far."
EIGHT_MINUTES = "That's eight minutes so far."


def clock_ran(notice: str) -> str:
    return f"{notice} The clock kept running."
