"""What became known of the person, noted with its time; what the person wants forgotten leaves no trace."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

from stretchcoach.diary.entries import Entry, ProfileChange, stamp
from stretchcoach.diary.file.faults import DiaryError
from stretchcoach.diary.file.store import Diary

Fact = str | float | tuple[str, ...] | None
Facts = Mapping[str, Fact]


def note(path: Path, before: Facts, after: Facts, now: datetime) -> str:
    """Note every fact that is new or another one; why that could not be done, or nothing."""
    told = {key: value for key, value in after.items() if value is not None and value != before.get(key)}
    changes: list[Entry] = [ProfileChange(at=stamp(now), key=key, value=_kept(value)) for key, value in told.items()]
    return _with(path, lambda diary: diary.add_all(changes)) if changes else ""


def take_out(path: Path, keys: Iterable[str]) -> str:
    """Take out all that was noted of these facts; why that could not be done, or nothing."""
    gone = frozenset(keys)

    def work(diary: Diary) -> None:
        for change in diary.changes():
            if change.key in gone:
                diary.purge(change.id)

    return _with(path, work) if gone and path.is_file() else ""


def _kept(value: Fact) -> str | float | list[str] | None:
    return list(value) if isinstance(value, tuple) else value


def _with(path: Path, work: Callable[[Diary], object]) -> str:
    try:
        diary = Diary.open(path)
        try:
            work(diary)
        finally:
            diary.close()
    except DiaryError as error:
        return str(error)
    return ""
