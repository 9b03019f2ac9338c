"""What the audio process is told about a voice of the settings."""

import msgspec

from stretchcoach.audio.options import SoundOptions
from stretchcoach.settings.values import VoiceSettings


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
        engine=voice.engine,
        device=voice.device,
        cache=cache,
    )


def tried(voice: VoiceSettings, volume: int, cache: str = "") -> SoundOptions:
    """The same where the voice itself is looked at: it sounds although it may be turned off."""
    return sound_options(msgspec.structs.replace(voice, speech=True, beeps=True), volume, cache)
