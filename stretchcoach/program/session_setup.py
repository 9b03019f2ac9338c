"""What a session is made from, out of the settings."""

from msgspec.structs import replace

from stretchcoach.audio.options import SoundOptions
from stretchcoach.core.asleep import GAP
from stretchcoach.core.messages import Side, Tune
from stretchcoach.core.plan import Style
from stretchcoach.core.setup import Played, Setup
from stretchcoach.program.jobs import RoutineJob
from stretchcoach.settings import Settings, help_words
from stretchcoach.settings.values import VoiceSettings


def style_of(job: RoutineJob, settings: Settings, explain: bool) -> Style:
    """How a routine is told; ``explain``: it was never done to its end."""
    coach = settings.coach
    return Style(
        pace=job.pace,
        cues=job.cues,
        first=job.side if job.side in (Side.LEFT, Side.RIGHT) else Side(coach.first_side),
        sore=job.side,
        encourage=coach.encouragement,
        explain=explain,
        rate=settings.voice.rate,
    )


def setup_of(settings: Settings, sound: SoundOptions, speed: float, listens: bool) -> Setup:
    """What every coach is made from."""
    return Setup(
        Played.ROUTINE,
        settings.voice.rate,
        sound.speech,
        sound.volume,
        GAP * max(1.0, speed),
        listens,
        help_words(settings),
    )


def tuned(voice: VoiceSettings, effect: Tune, night: bool) -> VoiceSettings:
    """The voice after louder, quieter, slower or faster; what is turned up by night is not softer by day."""
    if effect.what == "rate":
        change = {"rate": effect.figure}
    elif night:
        change = {"night_volume": effect.figure, "volume": max(voice.volume, effect.figure)}
    else:
        change = {"volume": effect.figure}
    return replace(voice, **change)
