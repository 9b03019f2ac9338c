"""The settings that can be changed on the screen."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import get_args, get_type_hints

from msgspec.structs import replace

from stretchcoach.settings import Settings
from stretchcoach.words import screens

Value = str | int | float | bool


class Listed(ABC):
    """A choice from a list of values."""

    __slots__ = ()
    label: str
    values: tuple[Value, ...]
    names: tuple[str, ...]
    """What the values are called, in their order; empty: as they are."""

    @property
    @abstractmethod
    def id(self) -> str:
        """A name for its widget."""

    @property
    @abstractmethod
    def description(self) -> str:
        """Its one sentence."""

    def called(self, value: Value) -> str:
        """The value in words."""
        if value in self.values and self.names:
            return self.names[self.values.index(value)]
        return f"{value:g}" if isinstance(value, float) else str(value)

    def after(self, value: Value, step: int) -> Value:
        """The next value, or the one before; numbers stop at their ends, words go round."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            numbers = [each for each in self.values if isinstance(each, int | float)]
            beyond = [each for each in numbers if (each - value) * step > 0]
            return min(beyond, key=lambda each: abs(each - value), default=value)
        place = self.values.index(value) + step if value in self.values else 0
        return self.values[place % len(self.values)]


@dataclass(frozen=True, slots=True)
class Field(Listed):
    """One setting: where it is kept, its name, and what it may be; ``values`` empty: any text."""

    section: str
    key: str
    label: str
    values: tuple[Value, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A name for its widget."""
        return f"{self.section}-{self.key}"

    def get(self, settings: Settings) -> Value:
        value: Value = getattr(getattr(settings, self.section), self.key)
        return value

    def put(self, settings: Settings, value: Value) -> Settings:
        """The settings with another value of it."""
        section = replace(getattr(settings, self.section), **{self.key: value})
        return replace(settings, **{self.section: section})

    @property
    def description(self) -> str:
        """Its one sentence, as the settings themselves give it."""
        section = get_type_hints(Settings)[self.section]
        (meta,) = get_type_hints(section, include_extras=True)[self.key].__metadata__
        return str(meta.description)


_SWITCH: tuple[tuple[Value, ...], tuple[str, ...]] = ((True, False), ("on", "off"))
_VOLUMES = tuple(range(0, 101, 5))
_RATES = (*range(120, 201, 10), *range(225, 451, 25))


def _words(section: str, key: str, label: str, **names: str) -> Field:
    """A setting that is one of a few words, in the order of its type; ``names``: what they are called, where not so."""
    kind = get_type_hints(get_type_hints(Settings)[section])[key]
    words: tuple[str, ...] = get_args(kind) or tuple(kind)
    return Field(section, key, label, words, tuple(names.get(word.replace("-", "_"), word) for word in words))


FIELDS: dict[str, tuple[Field, ...]] = {
    "Voice": (
        Field("voice", "speech", screens.VOICE, *_SWITCH),
        Field("voice", "beeps", screens.BEEPS, *_SWITCH),
        Field("voice", "volume", screens.VOLUME_BY_DAY, _VOLUMES),
        Field("voice", "night_volume", screens.VOLUME_BY_NIGHT, _VOLUMES),
        Field("voice", "rate", screens.WORDS_A_MINUTE, _RATES),
        _words(
            "voice",
            "engine",
            screens.KIND_OF_VOICE,
            auto="natural, if it is here",
            espeak="plain (espeak)",
            system="the system's own",
        ),
        Field("voice", "voice", screens.NAME_OF_THE_VOICE),
        Field("voice", "device", screens.LOUDSPEAKER),
    ),
    "Microphone": (
        Field("listen", "on", screens.LISTEN, *_SWITCH),
        Field("listen", "headphones", screens.HEADPHONES, *_SWITCH),
        _words(
            "listen",
            "engine",
            screens.SPEECH_RECOGNISER,
            closed_set="the program's own",
            faster_whisper="faster whisper",
        ),
        Field("listen", "device", screens.THE_MICROPHONE),
    ),
    "Coach": (
        _words(
            "coach",
            "cues",
            screens.HOW_MUCH_IS_SAID,
            full="everything",
            short="short lines",
            names="names only",
            beeps="beeps only",
        ),
        Field("coach", "pace", screens.PACE, (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0)),
        Field("coach", "encouragement", screens.KIND_WORDS, *_SWITCH),
        _words("coach", "first_side", screens.STARTING_SIDE),
        Field("coach", "streaks", screens.WEEKLY_STREAK, *_SWITCH),
        _words("coach", "country", screens.COUNTRY, **{"": "not set"}),
        Field("coach", "emergency_number", screens.EMERGENCY_NUMBER),
    ),
    "Screen": (
        _words("screen", "theme", screens.THEME),
        _words("screen", "captions", screens.CAPTIONS),
        Field("screen", "flash", screens.BEEPS_TO_BE_SEEN, *_SWITCH),
        Field("screen", "keep_awake", screens.KEEP_THE_SCREEN_AWAKE, *_SWITCH),
    ),
}
"""In the order of the screen."""
