"""The options of voice and ears, from the settings."""

from msgspec.structs import replace

from stretchcoach.audio.options import SoundOptions, engine_for
from stretchcoach.ears.options import EarOptions
from stretchcoach.machine.folders import folders
from stretchcoach.settings.values import Settings, VoiceSettings


def sound_options(
    voice: VoiceSettings, volume: int, cache: str = "", speech: bool = True, beeps: bool = True
) -> SoundOptions:
    """As the settings have it; ``speech`` and ``beeps``: whether they are wanted in this run of the program."""
    return SoundOptions(
        speech=speech and voice.speech,
        beeps=beeps and voice.beeps,
        volume=volume,
        rate=voice.rate,
        voice=voice.voice,
        engine=engine_for(voice.engine, voice.voice),
        device=voice.device,
        cache=cache,
    )


def tried(voice: VoiceSettings, volume: int, cache: str = "") -> SoundOptions:
    """The same where the voice itself is looked at: it sounds although it may be turned off."""
    return sound_options(replace(voice, speech=True, beeps=True), volume, cache)._replace(trial=True)


def ear_options(settings: Settings) -> EarOptions:
    """How the settings want it."""
    wished, learnt = settings.listen, folders().learnt
    return EarOptions(wished.device, wished.engine, wished.headphones, learnt=str(learnt) if learnt.exists() else "")
