"""What the ears are told when they start."""

from typing import Literal, NamedTuple, get_args

Engine = Literal["closed-set", "sphinx", "vosk", "whisper", "faster_whisper"]
"""The program's own recogniser, and engines of SpeechRecognition: all that work without a network."""
ENGINES: tuple[str, ...] = get_args(Engine)


class EarOptions(NamedTuple):
    """How to listen."""

    device: str = ""
    """Name of the microphone, or part of it; empty: the system's own choice."""
    engine: str = "closed-set"
    """One of ``ENGINES``."""
    headphones: bool = False
    """The coach's voice cannot reach the microphone: nothing is cancelled, no word is held back."""
    played: str = ""
    """Path of the ring in which the audio process leaves what it plays; empty: there is none."""
    learnt: str = ""
    """Path of what was learnt of the user's voice; empty: nothing was."""
