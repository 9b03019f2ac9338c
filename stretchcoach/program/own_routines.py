"""The person's own routine files, as the app opens and keeps them: never over what somebody else wrote meanwhile."""

from codecs import BOM_UTF8
from collections.abc import Callable
from contextlib import suppress
from os.path import lexists
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach import library
from stretchcoach.core.routine import Routine
from stretchcoach.library.own import BAD, draft_of, file_of
from stretchcoach.machine import files, private
from stretchcoach.machine.files import UnreadableError
from stretchcoach.program.saving import write
from stretchcoach.words import program_lines
from stretchcoach.writing.draft import Draft, draft_from, new
from stretchcoach.writing.pasted_sheet import MOST_LETTERS, file_name
from stretchcoach.writing.toml_values import RefusedError

MOST_NAMES = 1000


class Manuscript(Struct, frozen=True):
    """A draft and its file."""

    draft: Draft
    path: Path | None = None
    """Where it is kept; None: nowhere yet."""
    data: bytes = b""
    """What the file held when it was read or written last."""
    left: bool = False
    """It was not finished the last time, and lies beside the file."""
    aside: Path | None = None
    """Where what is not saved yet lies meanwhile."""

    @property
    def kept(self) -> str:
        """The text that is safe on the disk."""
        with suppress(UnreadableError):
            return files.decoded(self.data)
        return ""


class OwnRoutines:
    """Begins, opens and keeps them."""

    def __init__(self, folder: Path, reread: Callable[[], None]) -> None:
        """``reread`` is called once a file has changed."""
        self._folder = folder
        self._reread = reread

    def begin(self) -> Manuscript:
        return Manuscript(new())

    def made(self, text: str) -> Manuscript:
        """A new one with this text."""
        return Manuscript(draft_from(text, ""))

    def open(self, routine: Routine) -> Manuscript:
        """Their own file, or what is unfinished of it; of a shipped routine a copy that is kept once it is saved."""
        path = file_of(self._folder, routine.id)
        if unfinished := self.left().get(routine.id):
            return unfinished
        try:
            data = files.read_bytes(path, library.reading.MOST_BYTES)
            return Manuscript(draft_from(files.decoded(data), routine.id), path, data)
        except FileNotFoundError:
            shipped = (library.shipped_folder() / path.name).read_text(encoding="utf-8")
            return Manuscript(draft_from(shipped, routine.id), path)
        except UnreadableError as error:
            raise RefusedError(error.about(path)) from error

    def left(self) -> dict[str, Manuscript]:
        """What was being written when the program ended, by the name of the file; it is not saved yet."""
        found: dict[str, Manuscript] = {}
        for draft in sorted(self._folder.glob(f"*.toml{BAD}")) if self._folder.is_dir() else ():
            path = draft.with_name(draft.name.removesuffix(BAD))
            with suppress(UnreadableError, RefusedError):
                text = files.read_text(draft, library.reading.MOST_BYTES)
                found[path.stem] = Manuscript(draft_from(text, path.stem), path, _now(path), True, draft)
        return found

    def set_aside(self, manuscript: Manuscript, draft: Draft) -> Manuscript:
        """Keep what is not saved beside the file; if that fails, there is always the next time."""
        aside = manuscript.aside
        if aside is None:
            path = manuscript.path or self._free(file_name(draft.routine.title))
            aside = draft_of(self._free(path.stem) if draft_of(path).exists() else path)
        with suppress(OSError):
            private.replace(aside, draft.text.encode())
            return replace(manuscript, aside=aside)
        return manuscript

    def discard(self, manuscript: Manuscript) -> Manuscript:
        """Throw away what had been set aside."""
        if manuscript.aside:
            with suppress(OSError):
                manuscript.aside.unlink(missing_ok=True)
        return replace(manuscript, aside=None, left=False)

    def keep(self, manuscript: Manuscript, draft: Draft) -> Manuscript:
        """Save it; a file that was changed by somebody else stays, and this one gets a name beside it."""
        data = draft.text.encode()
        if manuscript.data.startswith(BOM_UTF8):
            data = BOM_UTF8 + data
        path = manuscript.path or self._free(file_name(draft.routine.title))
        try:
            if _now(path) != manuscript.data:
                path = self._free(path.stem)
            private.folder(path.parent)
            if _now(path) != data:
                write(path, data)
        except (OSError, UnreadableError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise RefusedError(program_lines.not_saved(path, (why or str(error)).lower())) from error
        self.discard(manuscript)
        self._reread()
        return Manuscript(draft_from(draft.text, path.stem), path, data)

    def _free(self, stem: str) -> Path:
        """A file of that name, or with a number behind it, that is not there yet."""
        for number in range(1, MOST_NAMES):
            path = file_of(self._folder, stem if number == 1 else f"{stem}_{number}")
            if not (lexists(path) or draft_of(path).exists()) and not (library.shipped_folder() / path.name).exists():
                return path
        raise RefusedError(program_lines.too_many_called(stem))


class KeptSheet(Struct, frozen=True):
    """The sheet that was in the paste box when the program ended; it may hold a name, so it is its owner's alone."""

    path: Path

    def read(self) -> str:
        """Its text; empty if there is none."""
        with suppress(OSError, UnreadableError):
            return files.read_text(self.path, MOST_LETTERS)
        return ""

    def set_aside(self, text: str) -> None:
        """Keep it; there is nobody left to tell if that fails."""
        if not text.strip():
            self.discard()
            return
        with suppress(OSError):
            private.folder(self.path.parent)
            private.replace(self.path, text.encode())

    def discard(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _now(path: Path) -> bytes:
    try:
        return files.read_bytes(path, library.reading.MOST_BYTES)
    except FileNotFoundError:
        return b""
