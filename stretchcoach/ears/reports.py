"""What a listener reports."""

from typing import NamedTuple


class HeardUtterance(NamedTuple):
    """An utterance; ``label`` is empty where it is none of ours."""

    label: str
    phrase: str
    began: float
    """Clock time of its first sound, seconds."""
    ended: float
    clear: bool
    """It cannot have come out of our own loudspeaker."""
    candidates: tuple[tuple[str, float], ...] = ()
    """The labels that the head found likeliest, armed or not, each with its highest probability."""


class TalkingOver(NamedTuple):
    """Somebody speaks over the coach, or does so no more."""

    on: bool


class Loudness(NamedTuple):
    """How loud it is."""

    dbfs: float
    speech: bool
    """Something stands out of the background."""


class EngineTrouble(NamedTuple):
    """The engine does not work, or works again."""

    text: str
    """A sentence for the person; empty: it works again."""


Report = HeardUtterance | TalkingOver | Loudness | EngineTrouble
