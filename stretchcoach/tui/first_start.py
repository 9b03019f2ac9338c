"""What is asked once, on the first start: is the voice heard, may it listen, which number is rung.

A few lines on the home screen, never in the way of a key: ``c`` is a cramp from the first second on.
"""

from dataclasses import dataclass, replace

import msgspec

from stretchcoach.program import sound_devices
from stretchcoach.settings import Settings, help_words

COUNTRIES = {"UK": "the UK", "EU": "Europe", "US": "the US", "AU": "Australia", "NZ": "New Zealand"}


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What was answered so far; each key gives the settings as they are from then on."""

    guess: str
    """The country this machine seems to be in; empty: no idea."""
    heard: int = -1
    """Which of the voices was played last."""

    def lines(self, settings: Settings) -> str:
        """What is shown."""
        voice = f"{'natural' if settings.voice.engine == 'natural' else 'plain'} voice"
        played = f"{voice}, {settings.voice.rate} words a minute" if self.heard >= 0 else "hear me"
        listen = "on: say gone, same, worse or stop" if settings.listen.on else "off: each answer is one key"
        number = f"emergency: call {help_words(settings).emergency_number}" if settings.coach.country else self._asked()
        return "\n".join(
            (
                "c in a cramp: I talk you through it. r rehearses it.",
                "Enter starts the stretches that are marked below.",
                f"l microphone {listen}.",
                f"v {played}   o {number}   z hide this",
            )
        )

    def _asked(self) -> str:
        return f"are you in {COUNTRIES[self.guess]}?" if self.guess else "which country?"

    def next_voice(self, settings: Settings) -> tuple["FirstStart", Settings]:
        """The same line in the next voice and speed."""
        offered = sound_devices.kinds(settings.voice)
        at = (self.heard + 1) % len(offered)
        return replace(self, heard=at), msgspec.structs.replace(settings, voice=offered[at])

    def listening(self, settings: Settings) -> Settings:
        """The microphone on, or off."""
        listen = msgspec.structs.replace(settings.listen, on=not settings.listen.on)
        return msgspec.structs.replace(settings, listen=listen)

    def next_country(self, settings: Settings) -> Settings:
        """The guess first, then the others."""
        order = [*filter(None, [self.guess]), *(each for each in COUNTRIES if each != self.guess)]
        now = settings.coach.country
        country = order[(order.index(now) + 1) % len(order)] if now in order else order[0]
        coach = msgspec.structs.replace(settings.coach, country=country)
        return msgspec.structs.replace(settings, coach=coach)
