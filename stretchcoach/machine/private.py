"""Folders and files for their owner alone, from their first moment on and whatever the umask is."""

import os
from contextlib import contextmanager, suppress
from errno import ENOTDIR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE, FOLDER = 0o600, 0o700


def folder(path: "Path | str") -> None:
    """Make a folder and those above it that are missing; those that are there stay as they are."""
    above = os.path.dirname(path)  # noqa: PTH120 - pathlib costs 10 ms before the first word
    if above and not os.path.isdir(above):  # noqa: PTH112
        folder(above)
    try:
        os.mkdir(path, FOLDER)  # noqa: PTH102
    except FileExistsError:
        if not os.path.isdir(path):  # noqa: PTH112
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(path)) from None


def make_empty(path: "Path | str") -> None:
    """Make an empty file, unless there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, FILE))


@contextmanager
def named(file: "Path") -> "Iterator[None]":
    """What the system says about a draft of the file is said of the file: nobody asked for a draft."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(file)) from error


def replace(path: "Path", data: bytes, mode: int = FILE, sync: bool = False) -> None:
    """Put ``data`` in the place of the file at once, or leave the file as it was; the folder is made.

    ``sync``: it is on the disk when this returns.
    """
    folder(path.parent)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with named(path):
        try:
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb") as file:
                file.write(data)
                if sync:
                    file.flush()
                    os.fsync(file.fileno())
            if mode != FILE:
                draft.chmod(mode)
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise
