"""What the user may set, as typed values, and what follows from them."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from stretchcoach.audio.dials import RATE, SLOWEST
from stretchcoach.audio.options import FASTEST, NIGHT_VOLUME
from stretchcoach.core.plan import CueLevel
from stretchcoach.core.triage import HelpWords
from stretchcoach.ears import options as ears
from stretchcoach.library.tables import Table
from stretchcoach.words import countries, routine_fields, setting_fields


def _flag(description: str) -> Meta:
    return Meta(description=description, extra={"want": routine_fields.TRUE_OR_FALSE})


def _text(description: str) -> Meta:
    return Meta(max_length=200, description=description, extra={"want": setting_fields.LETTERS_WANTED})


def _number(least: float, most: float, description: str) -> Meta:
    return Meta(ge=least, le=most, description=description, extra={"want": setting_fields.number_wanted(least, most)})


def _whole(least: int, most: int, description: str) -> Meta:
    want = setting_fields.whole_wanted(least, most)
    return Meta(ge=least, le=most, description=description, extra={"want": want})


class VoiceSettings(Table, frozen=True):
    """What is heard."""

    speech: Annotated[bool, _flag(setting_fields.SPEECH)] = True
    beeps: Annotated[bool, _flag(setting_fields.BEEPS)] = True
    volume: Annotated[int, _whole(0, 100, setting_fields.VOLUME)] = 80
    night_volume: Annotated[int, _whole(0, 100, setting_fields.NIGHT_VOLUME)] = NIGHT_VOLUME
    rate: Annotated[int, _whole(SLOWEST, FASTEST, setting_fields.RATE)] = RATE
    voice: Annotated[str, _text(setting_fields.VOICE)] = ""
    engine: Annotated[Literal["auto", "natural", "espeak", "system"], Meta(description=setting_fields.ENGINE)] = "auto"
    device: Annotated[str, _text(setting_fields.LOUDSPEAKER)] = ""


class CoachSettings(Table, frozen=True):
    """How the coach behaves."""

    cues: Annotated[CueLevel, Meta(description=setting_fields.CUES)] = CueLevel.FULL
    pace: Annotated[float, _number(0.5, 10, setting_fields.PACE)] = 1.0
    encouragement: Annotated[bool, _flag(setting_fields.ENCOURAGEMENT)] = True
    country: Annotated[Literal["", "UK", "EU", "US", "AU", "NZ"], Meta(description=setting_fields.COUNTRY)] = ""
    emergency_number: Annotated[str, _text(setting_fields.EMERGENCY_NUMBER)] = ""
    first_side: Annotated[Literal["left", "right"], Meta(description=setting_fields.SIDE)] = "left"
    streaks: Annotated[bool, _flag(setting_fields.STREAK)] = True


class ScreenSettings(Table, frozen=True):
    """What is seen."""

    theme: Annotated[Literal["auto", "day", "night", "contrast"], Meta(description=setting_fields.THEME)] = "auto"
    captions: Annotated[Literal["normal", "large"], Meta(description=setting_fields.CAPTIONS)] = "normal"
    flash: Annotated[bool, _flag(setting_fields.FLASHES)] = True
    keep_awake: Annotated[bool, _flag(setting_fields.AWAKE)] = True


class ListenSettings(Table, frozen=True):
    """What is listened to."""

    on: Annotated[bool, _flag(setting_fields.LISTEN)] = False
    engine: Annotated[ears.Engine, Meta(description=setting_fields.RECOGNISER)] = "closed-set"
    device: Annotated[str, _text(setting_fields.MICROPHONE)] = ""
    headphones: Annotated[bool, _flag(setting_fields.HEADPHONES)] = False


class Settings(Table, frozen=True):
    """Everything the user may set."""

    voice: VoiceSettings = VoiceSettings()
    listen: ListenSettings = ListenSettings()
    coach: CoachSettings = CoachSettings()
    screen: ScreenSettings = ScreenSettings()


def schema() -> dict[str, Any]:
    """The JSON Schema of the settings file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "stretchcoach settings",
        **msgspec.json.schema(Settings),
    }


COUNTRIES = {
    "": HelpWords(),
    "UK": HelpWords("999", countries.GP_OR_111, "GP", countries.NHS_111),
    "EU": HelpWords("112"),
    "US": HelpWords("911", countries.DOCTOR_OR_URGENT_CARE),
    "AU": HelpWords("000", countries.GP_OR_CLINIC, "GP", countries.YOUR_GP),
    "NZ": HelpWords("111", countries.GP_OR_HEALTHLINE, "GP", countries.YOUR_GP),
}


def help_words(settings: Settings) -> HelpWords:
    """The words for the user's country; a number of the user's own comes first."""
    words = COUNTRIES[settings.coach.country]
    number = settings.coach.emergency_number.strip() or words.emergency_number
    return replace(words, emergency_number=number)
