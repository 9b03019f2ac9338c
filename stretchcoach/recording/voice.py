"""The lines of a recording: those that are kept already, and the others made once and kept."""

from array import array
from collections.abc import Callable
from queue import Empty, SimpleQueue

from stretchcoach.audio.cache import Cache
from stretchcoach.audio.dials import Dials
from stretchcoach.audio.options import SoundOptions
from stretchcoach.audio.renderer import Renderer
from stretchcoach.core.visible import visible
from stretchcoach.words import recording_lines

PATIENCE = 60.0
"""Seconds for a line, the loading of the engine included."""


class SilentVoiceError(Exception):
    """The voice does not answer; the message is for the person."""


def speaker(
    options: SoundOptions, told: Callable[[str], None], patience: float = PATIENCE
) -> Callable[[str], "array[int] | None"]:
    """What gives a line its sound, by the configured voice; ``told`` hears what does not work."""
    dials = Dials()
    for name, value in options._asdict().items():
        dials.turn(name, str(int(value)) if isinstance(value, bool) else str(value))
    renderer = Renderer(dials, Cache(options.cache), lambda text, _voiced: told(text))

    def sound(text: str) -> "array[int] | None":
        if not options.speech:
            return None
        if (kept := renderer.find(text)) is not None:
            return kept
        made: SimpleQueue[array[int] | None] = SimpleQueue()
        renderer.live(text, made.put)
        try:
            return made.get(timeout=patience)
        except Empty:
            why = recording_lines.not_said(visible(text), patience)
            raise SilentVoiceError(recording_lines.doctor_tells(why)) from None

    return sound
