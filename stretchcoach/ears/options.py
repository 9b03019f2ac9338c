"""What the ears are told when they start."""

from typing import NamedTuple


class EarOptions(NamedTuple):
    """How to listen."""

    device: str = ""
    """Name of the microphone, or part of it; empty: the system's own choice."""
    engine: str = "closed-set"
    """``closed-set`` is the recogniser that comes with the program; others are engines of SpeechRecognition."""
    headphones: bool = False
    """The coach's voice cannot reach the microphone: nothing is cancelled, no word is held back."""
    played: str = ""
    """Path of the ring in which the audio process leaves what it plays; empty: there is none."""
    learnt: str = ""
    """Path of what was learnt of the user's voice; empty: nothing was."""
