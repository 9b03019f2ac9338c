"""Which voices a head is never told, so that it can be judged by them."""

import zlib


def fold_of(voice: str, folds: int) -> int:
    """The fold in which a voice is left out; the same for all recordings of that voice."""
    return zlib.crc32(voice.encode()) % folds
