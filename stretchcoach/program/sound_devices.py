"""The voices, loudspeakers and microphones there are, and a line to try them with.

Everything here may take a second or two: call it in a thread.
"""

from dataclasses import dataclass
from functools import partial

import msgspec

from stretchcoach.audio.dials import NATURAL
from stretchcoach.audio.options import AUTO, engine_for, natural_is_here
from stretchcoach.program.sound_options import tried
from stretchcoach.settings import Settings
from stretchcoach.settings.values import VoiceSettings

LINE = "This is your coach. Straighten your leg. Pull your toes up."
RATES = (160, 140)
"""Words a minute of the line where voices are compared."""
PATIENCE = 8.0
"""Seconds to wait for the part that makes the sound."""


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """One thing that can be chosen."""

    value: str
    """As the settings keep it."""
    name: str
    """As it is shown."""


@dataclass(frozen=True, slots=True)
class SoundDevices:
    """What this machine can speak with and be heard through."""

    voices: tuple[DeviceChoice, ...] = ()
    loudspeakers: tuple[DeviceChoice, ...] = ()
    fault: str = ""


def sound_devices(settings: Settings) -> SoundDevices:
    """The voices of the chosen engine and the loudspeakers, or why there are none."""
    from stretchcoach.audio.client import Voice

    voice = Voice.start(tried(settings.voice, 0))
    facts = voice.ask("status", PATIENCE)
    voice.close(0)
    if facts is None:
        return SoundDevices(fault="The part that makes the sound does not answer.")
    split = (each.partition("  ") for each in facts["voices"])
    return SoundDevices(
        tuple(DeviceChoice(known, name or known) for known, _, name in split),
        tuple(DeviceChoice(name, name) for name in facts["devices"]),
        "; ".join(facts["errors"]),
    )


def microphones() -> tuple[DeviceChoice, ...]:
    """The microphones; none is opened."""
    from stretchcoach.ears.capture import devices

    return tuple(DeviceChoice(name, name) for name in devices()[1])


def say(voice: VoiceSettings) -> str:
    """Speak one line with these settings and wait for its end; why it could not be heard, or nothing."""
    from stretchcoach.audio.client import Voice

    speaker = Voice.start(tried(voice, voice.volume), LINE)
    facts = speaker.ask("status", PATIENCE)
    speaker.close(PATIENCE if facts else 0)
    if facts is None:
        return "The part that makes the sound does not answer."
    return "" if facts["backend"] else "There is no sound: " + ("; ".join(facts["errors"]) or "no device opens") + "."


def kinds(voice: VoiceSettings) -> tuple[VoiceSettings, ...]:
    """The same line in each engine that is here, at two speeds: what one can choose from by ear."""
    plain = engine_for(AUTO, "none of the natural ones")
    engines = (NATURAL, plain) if natural_is_here() else (plain,)
    change = partial(msgspec.structs.replace, voice, voice="")
    return tuple(change(engine=engine, rate=rate) for engine in engines for rate in RATES)
