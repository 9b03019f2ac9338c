"""A line of a routine that is being written, heard at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from stretchcoach.core.messages import Event, Hush, Notice, Priority, Say
from stretchcoach.program.sound_options import tried
from stretchcoach.settings.values import VoiceSettings

if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice


class Aloud:
    """A voice that is started with the first line and says one line at a time, the newest."""

    def __init__(self, voice: VoiceSettings, volume: int, cache: str, told: Callable[[str], None]) -> None:
        """``told``: what went wrong with the sound, from any thread."""
        self._options = tried(voice, volume, cache)
        self._told = told
        self._voice: Voice | None = None
        self._number = 1

    def say(self, text: str) -> None:
        """This line now, whatever is being said."""
        from stretchcoach.audio.client import Voice

        if self._voice is None:
            self._voice = Voice.start(self._options, text)
            self._voice.listen(self._heard)
            return
        self._number += 1
        self._voice.perform(Hush())
        self._voice.perform(Say(text, self._number, Priority.ACTION))

    def close(self) -> None:
        """Silence."""
        if self._voice is not None:
            self._voice.close(0)
            self._voice = None

    def _heard(self, event: Event) -> None:
        if isinstance(event, Notice):
            self._told(event.text)
