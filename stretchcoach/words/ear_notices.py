"""What is said of the microphone and the recogniser: what does not work, and what still does."""

KEYS = "Keys still work."
RESTARTED = "Listening had stopped, and is being started again. Keys still work."
GONE = "Listening has stopped. Keys still work."
NOT_STARTED = "Listening could not be started. Keys still work."
MUTE = f"The microphone is silent; perhaps it is muted. {KEYS}"
FULL = f"The microphone is turned up too far to understand a word. {KEYS}"
SPEED = f"The microphone runs at the wrong speed, so words cannot be understood. {KEYS}"
BUSY = f"The computer is too busy to listen well: words may be missed. {KEYS}"
MISSING = f"No microphone was found. {KEYS}"
LOST = f"The microphone has been disconnected. {KEYS}"
BACK = "The microphone is back."
OPEN = "The microphone is open."
OFFER = "Words that are not understood can be taught: stretchcoach listen learn."
LAPSED = "The recogniser has changed; please teach it your words once more: stretchcoach listen learn."
NOTHING_HEARD = "Nothing was heard for a while."
DISCONNECTED = "The microphone has been disconnected."
SPHINX_LISTENS = "onnxruntime is not installed: sphinx with a grammar listens instead, far less well."
NOT_READABLE = "cannot be read"


def trouble(fault: object) -> str:
    return f"{fault}. {KEYS}"


def failed(fault: object) -> str:
    return f"Listening has failed ({fault}). {KEYS}"


def not_loaded(fault: object) -> str:
    return f"The recogniser could not be loaded ({fault}). {KEYS}"


def does_not_work(engine: str, fault: str) -> str:
    return f"The recogniser {engine} does not work ({fault}). The keys do."


def needs(package: str, how: str) -> str:
    return f"Listening needs {package}: {how}"


def no_engine(engine: str, engines: str) -> str:
    return f"There is no engine {engine}; there are {engines}"


def say_word(word: str, number: int, times: int) -> str:
    return f"Say: {word} ({number} of {times})"


def no_sound(path: object) -> str:
    return f"{path}: no sound in it that can be read (wav, flac, ogg and mp3 can)."


def no_speech(rate: int) -> str:
    return f"says it has {rate:,} samples a second, which is no recording of speech"


def too_long(minutes: float) -> str:
    return f"is longer than {minutes:.0f} minutes; cut it into shorter ones"
