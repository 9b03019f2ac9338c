"""What each setting means."""

THE_SETTINGS = "The settings"
LETTERS_WANTED = "a text of at most 200 letters"
SPEECH = "Speak the instructions aloud."
BEEPS = "Beep the last seconds and the changes."
VOLUME = "Daytime volume."
NIGHT_VOLUME = "Volume at night."
RATE = "Words a minute."
VOICE = "Name or id of the voice; leave empty for the default."
ENGINE = (
    "Who speaks: auto is the natural voice where it is installed; or espeak-ng, which can be "
    "very fast, or the system's own voices."
)
LOUDSPEAKER = "Part of the loudspeaker's name; empty: the default one."
CUES = "How much is said."
PACE = "2 makes every hold twice as long."
ENCOURAGEMENT = "Say a kind word now and then."
COUNTRY = "Where you are. This sets the emergency number and who to contact for same-day help."
EMERGENCY_NUMBER = "Said instead of the country's own number."
SIDE = "The side that begins."
STREAK = "Show how many weeks in a row you've kept up a routine. One missed week is allowed."
THEME = "Colours. Auto uses night colours from 10pm to 6am."
CAPTIONS = "How large the spoken lines are written in a session."
FLASHES = "Show each beep: the line at the top lights up for a moment."
AWAKE = "Keep the screen from going dark during a session."
LISTEN = "Listen for spoken answers during a session. Nothing is recorded or sent."
RECOGNISER = "The program's own recogniser, or one that you have installed."
MICROPHONE = "Part of the microphone's name; empty: the default one."
HEADPHONES = "The voice is in your headphones, so the microphone cannot hear it."


def setting_of(name: str) -> str:
    return f"setting of [{name}]"


def is_no(what: str, hint: str) -> str:
    return f"is no {what}{hint}"


def number_wanted(least: float, most: float) -> str:
    return f"a number from {least} to {most}"


def whole_wanted(least: int, most: int) -> str:
    return f"a whole number from {least} to {most}"
