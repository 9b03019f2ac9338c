"""What is said of the voice and the loudspeaker: what does not work, and what goes on without it."""

RESTARTED = "The sound stopped and has been started again."
GONE = "The sound has stopped working. Captions go on; start the program again to get the voice back."
NOT_STARTED = "The sound could not be started. Captions go on."
NO_DEVICE = "No sound device was found, so please read along. The voice comes in once there is one."
LOST = "The speaker has been disconnected. Captions carry on; the voice returns when it does."
BACK = "The sound is back."
NATURAL_MISSING = (
    'The natural voice is not installed, so the plain one speaks. To get it: pip install "stretchcoach[natural]".'
)
TOO_SLOW = "The natural voice is too slow just now, so the plain one speaks for this session."
NO_ENGINE = 'The voice could not be loaded. Captions and beeps go on; "stretchcoach doctor" tells more.'


def not_spoken(fault: object) -> str:
    return f'A line could not be spoken ({fault}). It is shown; "stretchcoach doctor" tells more.'


def no_such_voice(voice: str) -> str:
    return f'There is no voice "{voice}", so the default one speaks.'


def voice_does_not_work(voice: str) -> str:
    return f"The {voice} voice does not work, so the plain one speaks."


def voice_misunderstood(message: str) -> str:
    return f"The voice did not understand: {message}"


def ears_do_not_know(why: object) -> str:
    return f"The ears cannot know what is being said: {why}"
