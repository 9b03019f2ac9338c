"""A file that is handed out: whole or not at all, and never over another by accident.

What tells of the person is for its owner alone; a routine is a file like any other of theirs, as their umask says.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import ENXIO
from pathlib import Path

from stretchcoach.diary import DiaryError
from stretchcoach.machine import private
from stretchcoach.machine.private import named
from stretchcoach.words import program_lines

SHARED = 0o666
"""The rights of a file that tells nothing of anybody, before the umask."""


class ThereError(DiaryError):
    """A file of that name is there already, and nobody said that it may be replaced."""


def write(file: Path, data: bytes | Iterable[bytes], rights: int = private.FILE) -> None:
    """Write it; what cannot be written whole leaves what was there, and a file that was there keeps its rights."""
    pieces = [data] if isinstance(data, bytes) else data
    if file.exists() and not file.is_file():
        with os.fdopen(_end_of(file), "wb") as target:
            target.writelines(pieces)
        return
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    mode = file.stat().st_mode & 0o777 if file.exists() else rights
    with named(file):
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as target:
                target.writelines(pieces)
            draft.replace(file.resolve())
        finally:
            with suppress(OSError):
                draft.unlink()


def _end_of(file: Path) -> int:
    """A descriptor of what is no plain file; a pipe that nobody reads does not hold us up."""
    try:
        descriptor = os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == ENXIO:
            raise OSError(ENXIO, program_lines.NOBODY_READS, str(file)) from None
        raise
    os.set_blocking(descriptor, True)
    return descriptor


def told(error: OSError) -> str:
    """What the system says about a file, as a sentence; empty where it names none."""
    if not error.filename:
        return ""
    file = Path(os.fsdecode(error.filename))
    if isinstance(error, FileNotFoundError) and not file.parent.exists():
        return program_lines.no_folder(file.parent)
    return program_lines.file_said(file, (error.strerror or str(error)).lower())


def suggested(name: str) -> Path:
    """Where a new file of that name goes if nobody says otherwise: the current folder, or home."""
    with suppress(OSError):
        here = Path.cwd()
        if os.access(here, os.W_OK) and here != Path(here.anchor):
            return here / name
    with suppress(RuntimeError):
        return Path.home() / name
    return Path(name)


def save(file: str, made: Callable[[], Iterable[bytes]], over: bool) -> str:
    """Write what ``made`` gives into the file that somebody typed; where it is."""
    path = typed_path(file)
    with system_says():
        if path.is_dir():
            raise DiaryError(program_lines.is_a_folder(path))
        if os.path.lexists(path) and not over:
            raise ThereError(program_lines.is_there(path))
        write(path, made())
    return str(path)


def typed_path(text: str) -> Path:
    """The path that somebody typed."""
    if not text.strip():
        raise DiaryError(program_lines.TYPE_A_NAME)
    try:
        return Path(text.strip()).expanduser().absolute()
    except RuntimeError:
        raise DiaryError(program_lines.no_user(text.strip())) from None


@contextmanager
def system_says() -> Iterator[None]:
    """What the system says about a file, as a sentence."""
    try:
        yield
    except OSError as error:
        raise DiaryError(told(error) or f"{(error.strerror or str(error)).lower()}.") from error
    except ValueError as error:
        raise DiaryError(program_lines.NO_FILE_NAME) from error
