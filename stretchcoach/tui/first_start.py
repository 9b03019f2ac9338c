"""What is asked once, on the first start: is the voice heard, may it listen, which number is rung.

A few lines on the home screen, never in the way of a key: ``c`` is a cramp from the first second on.
"""

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.program import sound_devices
from stretchcoach.settings import Settings, help_words
from stretchcoach.words import screens

COUNTRIES = {"UK": "the UK", "EU": "Europe", "US": "the US", "AU": "Australia", "NZ": "New Zealand"}

APART = "   "
"""Between two keys of a line."""


class FirstStart(Struct, frozen=True):
    """What was answered so far; each key gives the settings as they are from then on."""

    guess: str
    """The country this machine seems to be in; empty: no idea."""
    heard: int = -1
    """Which of the voices was played last; -1: none."""

    def lines(self, settings: Settings) -> str:
        """What is shown."""
        listen = "on: say gone, same, worse or stop" if settings.listen.on else "off: each answer is one key"
        number = f"emergency: call {help_words(settings).emergency_number}" if settings.coach.country else self._asked()
        return "\n".join(
            (
                screens.FIRST_KEYS,
                screens.FIRST_ENTER,
                f"l microphone {listen}.{APART}o {number}{APART}{screens.FIRST_HIDE}",
                self._voices(settings),
            )
        )

    def _voices(self, settings: Settings) -> str:
        offered = sound_devices.kinds(settings.voice)
        fastest = max(each.rate for each in offered)
        several = len({each.engine for each in offered}) > 1
        named = []
        for each in offered:
            parts = ["natural" if each.engine == "natural" else "plain"] if several else []
            named.append([*parts, "slower"] if each.rate < fastest else parts)
        keys = APART.join(f"{key} {', '.join(parts) or 'as usual'}" for key, parts in enumerate(named, 1))
        return f"Hear me: {keys}" if self.heard < 0 else f"Voice {self.heard + 1}: {keys}"

    def _asked(self) -> str:
        return f"are you in {COUNTRIES[self.guess]}?" if self.guess else "which country?"

    def voice(self, key: int, settings: Settings) -> tuple["FirstStart", Settings]:
        """The same line in the voice and at the speed with this number; as they were where there is none."""
        offered = sound_devices.kinds(settings.voice)
        if not 0 < key <= len(offered):
            return self, settings
        return replace(self, heard=key - 1), replace(settings, voice=offered[key - 1])

    def listening(self, settings: Settings) -> Settings:
        """The microphone on, or off."""
        listen = replace(settings.listen, on=not settings.listen.on)
        return replace(settings, listen=listen)

    def next_country(self, settings: Settings) -> Settings:
        """The guess first, then the others."""
        order = [*filter(None, [self.guess]), *(each for each in COUNTRIES if each != self.guess)]
        now = settings.coach.country
        country = order[(order.index(now) + 1) % len(order)] if now in order else order[0]
        coach = replace(settings.coach, country=country)
        return replace(settings, coach=coach)
