"""What a recording or a page for the phone says."""

INSTALL_EXPORT = 'For that, install: pip install "stretchcoach[export]".'
NO_DEVICE = (
    "Not a medical device. Stop if something hurts in a new way. Made by stretchcoach; it works without a network."
)
DONE = "Done."
NOT_WRITTEN_WHOLE = "it cannot be written whole"
PRESS_START = "Press Start."
CALL_NOW = "Chest pain, breathless or injured? Call {number} now."
HAPPENING_NOW_CALL = "Is any of this happening now? Call {number}."
EASE_OFF = "Ease off slightly. If it's gone, stop here."
NOT_GONE_YET = "Not gone yet. Try another position."
HAPPENING_NOW = "Is any of this happening now?"
TOES_UP = "Toes up. Some signs need help at once."


def by_soundfile(form: str, extra: str) -> str:
    return f"{form} files are made by soundfile, which is not here. {extra}"


def by_mutagen(extra: str) -> str:
    return f"Chapters are written by mutagen, which is not here. {extra}"


def not_said(text: str, seconds: float) -> str:
    return f"The voice has not said '{text}' within {seconds:g} seconds; nothing was written."


def doctor_tells(why: str) -> str:
    return f"{why} 'stretchcoach doctor' tells more."


def side(name: object) -> str:
    return f"{name} side"


def named_round_of(name: str, number: int, most: int) -> str:
    return f"{name} {number} of {most}"
