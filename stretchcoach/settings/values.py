"""What the user may set, as typed values, and what follows from them."""

from dataclasses import replace
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from stretchcoach.audio.dials import RATE, SLOWEST
from stretchcoach.audio.options import FASTEST, NIGHT_VOLUME
from stretchcoach.core.triage import HelpWords
from stretchcoach.ears import options as ears
from stretchcoach.library.tables import Table

Cues = Literal["full", "short", "names", "beeps"]


def _flag(description: str) -> Meta:
    return Meta(description=description, extra={"want": "true or false"})


def _text(description: str) -> Meta:
    return Meta(max_length=200, description=description, extra={"want": "a text of at most 200 letters"})


def _number(least: float, most: float, description: str) -> Meta:
    return Meta(ge=least, le=most, description=description, extra={"want": f"a number from {least} to {most}"})


def _whole(least: int, most: int, description: str) -> Meta:
    want = f"a whole number from {least} to {most}"
    return Meta(ge=least, le=most, description=description, extra={"want": want})


class VoiceSettings(Table, frozen=True):
    """What is heard."""

    speech: Annotated[bool, _flag("Speak the instructions aloud.")] = True
    beeps: Annotated[bool, _flag("Beep the last seconds and the changes.")] = True
    volume: Annotated[int, _whole(0, 100, "Daytime volume.")] = 80
    night_volume: Annotated[int, _whole(0, 100, "Volume at night.")] = NIGHT_VOLUME
    rate: Annotated[int, _whole(SLOWEST, FASTEST, "Words a minute.")] = RATE
    voice: Annotated[str, _text("Name or id of the voice; leave empty for the default.")] = ""
    engine: Annotated[
        Literal["auto", "natural", "espeak", "system"],
        Meta(
            description="Who speaks: auto is the natural voice where it is installed; or espeak-ng, which can be "
            "very fast, or the system's own voices."
        ),
    ] = "auto"
    device: Annotated[str, _text("Part of the loudspeaker's name; empty: the default one.")] = ""


class CoachSettings(Table, frozen=True):
    """How the coach behaves."""

    cues: Annotated[Cues, Meta(description="How much is said.")] = "full"
    pace: Annotated[float, _number(0.5, 10, "2 makes every hold twice as long.")] = 1.0
    encouragement: Annotated[bool, _flag("Say a kind word now and then.")] = True
    country: Annotated[
        Literal["", "UK", "EU", "US", "AU", "NZ"],
        Meta(description="Where you are. This sets the emergency number and who to contact for same-day help."),
    ] = ""
    emergency_number: Annotated[str, _text("Said instead of the country's own number.")] = ""
    first_side: Annotated[Literal["left", "right"], Meta(description="The side that begins.")] = "left"
    streaks: Annotated[
        bool, _flag("Show how many weeks in a row you've kept up a routine. One missed week is allowed.")
    ] = True


class ScreenSettings(Table, frozen=True):
    """What is seen."""

    theme: Annotated[
        Literal["auto", "day", "night", "contrast"],
        Meta(description="Colours. Auto uses night colours from 10pm to 6am."),
    ] = "auto"
    captions: Annotated[
        Literal["normal", "large"], Meta(description="How large the spoken lines are written in a session.")
    ] = "normal"
    flash: Annotated[bool, _flag("Show each beep: the line at the top lights up for a moment.")] = True
    keep_awake: Annotated[bool, _flag("Keep the screen from going dark during a session.")] = True


class ListenSettings(Table, frozen=True):
    """What is listened to."""

    on: Annotated[bool, _flag("Listen for spoken answers during a session. Nothing is recorded or sent.")] = False
    engine: Annotated[
        ears.Engine,
        Meta(description="The program's own recogniser, or one that you have installed."),
    ] = "closed-set"
    device: Annotated[str, _text("Part of the microphone's name; empty: the default one.")] = ""
    headphones: Annotated[bool, _flag("The voice is in your headphones, so the microphone cannot hear it.")] = False


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
    "UK": HelpWords("999", "your GP, or NHS 111", "GP", "NHS 111"),
    "EU": HelpWords("112"),
    "US": HelpWords("911", "your doctor, or urgent care"),
    "AU": HelpWords("000", "your GP, or an urgent care clinic", "GP", "your GP"),
    "NZ": HelpWords("111", "your GP, or Healthline", "GP", "your GP"),
}


def help_words(settings: Settings) -> HelpWords:
    """The words for the user's country; a number of the user's own comes first."""
    words = COUNTRIES[settings.coach.country]
    number = settings.coach.emergency_number.strip() or words.emergency_number
    return replace(words, emergency_number=number)
