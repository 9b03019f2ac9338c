"""The sentences that lie spoken in the package, in the natural voice: those that no one may wait for.

``python -m training.lines`` makes them; ``program/fixed_lines`` says which they are.  They are Ogg Vorbis, decoded by
the same library that plays them, and have one rate for the day and one, softer, for the night.
"""

import os

from stretchcoach.audio import cache
from stretchcoach.audio.dials import HEART, NATURAL, RATE, night_rate
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

FOLDER = os.path.join(os.path.dirname(__file__), "lines")  # noqa: PTH118, PTH120 - pathlib costs 10 ms before the first word
ENDING = ".ogg"


def usual_rate(soft: bool) -> int:
    """Words a minute of the lines in that tone."""
    return night_rate(RATE) if soft else RATE


def file_of(text: str, rate: int, soft: bool) -> str:
    """Where a sentence lies, if it is in the package; named by all that its sound depends on."""
    return os.path.join(FOLDER, cache.key(NATURAL, HEART, rate, text, soft) + ENDING)  # noqa: PTH118


def sound_of(text: str, rate: int, soft: bool) -> "array[int] | None":
    """The sound of a sentence; None where it is not in the package."""
    try:
        with open(file_of(text, rate, soft), "rb") as file:  # noqa: PTH123
            return from_ogg(file.read())
    except OSError:
        return None


def from_ogg(data: bytes) -> "array[int] | None":
    """The sound in an Ogg file of one channel at our rate; None for anything else."""
    from array import array

    from _miniaudio import ffi, lib

    channels, frequency, room = ffi.new("int *"), ffi.new("int *"), ffi.new("short **")
    count = lib.stb_vorbis_decode_memory(ffi.from_buffer(data), len(data), channels, frequency, room)
    if count <= 0:
        return None
    try:
        if channels[0] != 1 or frequency[0] != pcm.RATE:
            return None
        sound = array("h")
        sound.frombytes(ffi.buffer(room[0], 2 * count))
        return sound
    finally:
        lib.free(room[0])
