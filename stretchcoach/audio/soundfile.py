"""Reads what the stock drivers write: WAV, and the AIFF of macOS, to the one format of this process."""

import struct
from array import array

from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def mono(data: bytes) -> "array[int]":
    """The sound in a WAV or AIFF file of 16-bit samples; ValueError for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        rate, channels, frames = _wav(data)
    elif data[:4] == b"FORM" and data[8:12] in (b"AIFF", b"AIFC"):
        rate, channels, frames = _aiff(data)
    else:
        raise ValueError("neither WAV nor AIFF")
    sound = pcm.samples(frames)
    if channels > 1:
        sound = sound[::channels]
    return sound if rate == pcm.RATE else resampled(sound, rate)


def resampled(sound: "array[int]", rate: int) -> "array[int]":
    """The same sound at the rate of this process, by miniaudio's converter."""
    from _miniaudio import ffi, lib

    if not sound:
        return sound
    count = len(sound) * pcm.RATE // rate + 16
    room = ffi.new("int16_t[]", count)
    given = ffi.from_buffer(sound)
    s16 = lib.ma_format_s16
    made = lib.ma_convert_frames(room, count, s16, 1, pcm.RATE, given, len(sound), s16, 1, rate)
    return pcm.samples(bytes(ffi.buffer(room, 2 * made)))


def _chunks(data: bytes, order: str) -> "Iterator[tuple[bytes, bytes]]":
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from(order + "4sI", data, at)
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _wav(data: bytes) -> tuple[int, int, bytes]:
    found = dict(_chunks(data, "<"))
    if len(found.get(b"fmt ", b"")) < 16 or b"data" not in found:
        raise ValueError("a WAV file without a format or data")
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", found[b"fmt "])
    if kind not in (1, 0xFFFE) or bits != 16 or not channels or not rate:
        raise ValueError(f"a WAV file of kind {kind} with {bits} bits")
    return rate, channels, found[b"data"]


def _aiff(data: bytes) -> tuple[int, int, bytes]:
    found = dict(_chunks(data, ">"))
    common, sound = found.get(b"COMM", b""), found.get(b"SSND", b"")
    if len(common) < 18:
        raise ValueError("an AIFF file without a format")
    channels, _, bits, exponent, mantissa = struct.unpack_from(">hIhHQ", common)
    rate = round(mantissa * 2.0 ** ((exponent & 0x7FFF) - 16383 - 63))
    form = common[18:22] or b"NONE"
    if bits != 16 or form not in (b"NONE", b"twos", b"sowt") or channels < 1 or not rate:
        raise ValueError(f"an AIFF file of kind {form!r} with {bits} bits")
    frames = sound[8:]
    if form != b"sowt":
        turned = array("h", frames[: len(frames) // 2 * 2])
        turned.byteswap()
        frames = turned.tobytes()
    return rate, channels, frames
