"""The voices, loudspeakers and microphones there are, and a line to try them with.

Everything here may take a second or two: call it in a thread.
"""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.audio.dials import NATURAL
from stretchcoach.audio.options import AUTO, engine_for, natural_is_here
from stretchcoach.program.sound_options import tried
from stretchcoach.settings import Settings
from stretchcoach.settings.values import VoiceSettings
from stretchcoach.words import program_lines

RATES = (160, 140)
"""Words a minute of the line where voices are compared."""
PATIENCE = 8.0
"""Seconds to wait for the part that makes the sound."""


class DeviceChoice(Struct, frozen=True):
    """One thing that can be chosen."""

    value: str
    """As the settings keep it."""
    name: str
    """As it is shown."""


class SoundDevices(Struct, frozen=True):
    """What this machine can speak with and be heard through."""

    voices: tuple[DeviceChoice, ...] = ()
    loudspeakers: tuple[DeviceChoice, ...] = ()
    fault: str = ""


def sound_devices(settings: Settings) -> SoundDevices:
    """The voices that can be chosen and the loudspeakers, or why there are none."""
    from stretchcoach.audio.client import Voice

    asked = [Voice.start(tried(voice, 0)) for voice in _engines(settings.voice)]
    answers = [voice.ask("status", PATIENCE) for voice in asked]
    for voice in asked:
        voice.close(0)
    facts = [each for each in answers if each is not None]
    if not facts:
        return SoundDevices(fault=program_lines.SOUND_DOES_NOT_ANSWER)
    split = (each.partition("  ") for each in dict.fromkeys(name for each in facts for name in each["voices"]))
    return SoundDevices(
        tuple(DeviceChoice(known, name or known) for known, _, name in split),
        tuple(DeviceChoice(name, name) for name in facts[0]["devices"]),
        "; ".join(dict.fromkeys(error for each in facts for error in each["errors"])),
    )


def _engines(voice: VoiceSettings) -> tuple[VoiceSettings, ...]:
    """The settings with each engine that a voice may be chosen of: the choice decides on the engine, unless one is set.

    The natural one comes first.
    """
    if voice.engine != AUTO or not natural_is_here():
        return (voice,)
    change = partial(replace, voice, voice="")
    return change(engine=NATURAL), change(engine=engine_for(AUTO, program_lines.NONE_NATURAL))


def microphones() -> tuple[DeviceChoice, ...]:
    """The microphones; none is opened."""
    from stretchcoach.ears.capture import devices

    return tuple(DeviceChoice(name, name) for name in devices()[1])


def say(voice: VoiceSettings) -> str:
    """Speak one line with these settings and wait for its end; why it could not be heard, or nothing."""
    from stretchcoach.audio.client import Voice

    speaker = Voice.start(tried(voice, voice.volume), program_lines.TRY_LINE)
    facts = speaker.ask("status", PATIENCE)
    speaker.close(PATIENCE if facts else 0)
    if facts is None:
        return program_lines.SOUND_DOES_NOT_ANSWER
    return (
        ""
        if facts["backend"]
        else program_lines.NO_SOUND + ("; ".join(facts["errors"]) or program_lines.NO_DEVICE_OPENS) + "."
    )


def kinds(voice: VoiceSettings) -> tuple[VoiceSettings, ...]:
    """The same line in each engine that is here, at two speeds: what one can choose from by ear."""
    plain = engine_for(AUTO, program_lines.NONE_NATURAL)
    engines = (NATURAL, plain) if natural_is_here() else (plain,)
    change = partial(replace, voice, voice="")
    return tuple(change(engine=engine, rate=rate) for engine in engines for rate in RATES)
