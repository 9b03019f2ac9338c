"""What doctor found, and how to mend it."""

THIS_IS_YOUR_COACH = "This is your coach. If you can hear me, the voice works."
VALIDATE = "See: stretchcoach config validate."
SOUND_SILENT = "the part that makes the sound does not answer."
CAPTIONS_AND_KEYS = "Captions and keys still work."
NO_VOICE = "it has no voice"
SET_ENGINE = "Set voice.engine in the settings, or install stretchcoach again."
SET_VOICE = "Set voice.voice, or leave it empty."
NO_DEVICE_OPENS = "no sound device opens"
PLUG_IN_A_LOUDSPEAKER = "Plug in a loudspeaker or start the sound service; sessions go on with captions."
LISTENING_IS_ON = "listening is on"
LISTENING_IS_OFF = "listening is off"
PLUG_IN_A_MICROPHONE = "Keys still work; plug one in to answer by voice."
SET_DEVICE = "Set listen.device."
KEYS_WORK = "The keys still work."
SPHINX_CHOSEN = "sphinx was chosen; the recogniser of this program understands far better."
INSTALL_LISTEN = "Install stretchcoach[listen], and set listen.engine."
THE_PROGRAMS_OWN = "the program's own"
COME_NEARER = "Come nearer, or turn the microphone up; the key x always stops."
NONE_FOUND = "none found."
INSTALL_AGAIN = "Install stretchcoach again."
FIX_THE_FILE = "Fix or remove that file."
SET_HOME = "Set STRETCHCOACH_HOME to a folder that stays."
MAKE_ROOM = "Free some space, give yourself permission to write there, or set STRETCHCOACH_HOME to another folder."
TURNED_OFF = "turned off in the settings"
SCREEN_STAYS_ON = "the screen stays on during a session"
MAY_GO_DARK = "the screen may go dark during a session."
LONGER_TIME_OUT = "The voice goes on; or set a longer time-out in the system settings."
NOT_A_TERMINAL = "not a terminal: sessions are lines of text"
NOT_SET = "not set"
WINDOW_SIZE = "Make the window at least 60x20, or use --plain."
NO_COLOURS = "no colours (NO_COLOR)"
MILLIONS = "16 million colours"
COLOURS_256 = "256 colours"
COLOURS_16 = "16 colours"
TOO_QUIET = "too quiet"
TOO_LOUD = "too loud"
MICROPHONE_SILENT = "the microphone does not answer."


def python_on(python: str, system: str, machine: str, versions: str) -> str:
    return f"{python} on {system} {machine}; {versions}"


def cannot_speak(engine: object, reason: str) -> str:
    return f"{engine} cannot speak: {reason}."


def engine_missing(engine: str, speaks: object, why: str) -> str:
    return f"{engine} is not installed, so {speaks} speaks{why}."


def engine_lacks_voice(engine: object, name: str) -> str:
    return f"{engine} has no voice '{name}'."


def voice_of(engine: object, name: str, number: int) -> str:
    return f"{engine}, {name} ({number} to choose from)"


def sound_through(backend: object, device: object) -> str:
    return f"{backend}, device {device}"


def none_found(use: str) -> str:
    return f"none found; {use}."


def none_like(wished: str, there: str) -> str:
    return f"none like '{wished}'; there are: {there}."


def works_offline(name: str) -> str:
    return f"{name}, works without a network"


def stops_understood(right: int, tries: int, each: str) -> str:
    return f"understood {right} of {tries}: {each}"


def ready_but(number: int, fault: object) -> str:
    return f"{number} ready, but {fault}"


def ready(number: int, folder: object) -> str:
    return f"{number} ready; your own go into {folder}"


def lines_of_text(detail: str) -> str:
    return f"{detail}: sessions are lines of text"


def after_its_end(milliseconds: float) -> str:
    return f", understood {milliseconds:.0f} ms after its end"


def say_stop(number: int, tries: int) -> str:
    return f"{number} of {tries}: say stop."
