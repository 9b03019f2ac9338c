"""Feeel hands out several workouts as one ZIP; what is in it is read with limits: a small one can hold gigabytes."""

import io
import zipfile
import zlib

from stretchcoach.machine.files import MOST, UnreadableError, decoded
from stretchcoach.words import timer_files

MARK = b"PK\x03\x04"
MOST_MEMBERS = 100


def members(data: bytes) -> list[str]:
    """The text of every file in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > MOST_MEMBERS:
                raise UnreadableError(timer_files.too_many_files(MOST_MEMBERS))
            return [decoded(_read(archive, info)) for info in infos]
    except UnreadableError:
        raise
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(timer_files.damaged_archive(str(error)[:80].lower())) from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as file:
        data = file.read(MOST // 10 + 1)
    if len(data) > MOST // 10:
        raise UnreadableError(timer_files.too_large_inside(info.filename[:60]))
    return data
