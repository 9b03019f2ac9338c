"""Sessions that could not be written are kept in files beside the diary, and taken in when it can be written again.

A session that came to its end has the form of an export, so a person can also import it; one that goes on is its
journal, so it can be gone on with.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.diary.entries import Episode, RoutineRun
from stretchcoach.diary.file.faults import DiaryError
from stretchcoach.diary.session.lock import SessionLock
from stretchcoach.words import diary_notices

if TYPE_CHECKING:
    from stretchcoach.diary.file.store import Diary


def keep(diary: Path, entry: Episode | RoutineRun) -> bool:
    """Keep an entry beside the diary; whether that could be done."""
    from stretchcoach.diary.exchange.exporting import Entries, to_json

    return jot(diary, entry.id, to_json(Entries((entry,)) if isinstance(entry, Episode) else Entries(runs=(entry,))))


def jot(diary: Path, key: str, text: str) -> bool:
    """Keep a text of this session, for its owner alone to read; whether that could be done."""
    file = _file(diary, key)
    draft = file.with_suffix(".new")
    try:
        with suppress(FileNotFoundError):
            draft.unlink()
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as target:
            target.write(text)
            target.flush()
            os.fsync(target.fileno())
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def drop(diary: Path, key: str) -> None:
    """The entry is in the diary: its file has done its work."""
    with suppress(OSError):
        _file(diary, key).unlink()


def files(diary: Path) -> list[Path]:
    """What is kept beside the diary."""
    return sorted(diary.parent.glob(f"{diary.stem}.kept-*.json"))


def take_in(diary: "Diary") -> list[str]:
    """Write what is kept beside the diary into it; what is to be told."""
    told: list[str] = []
    for file in files(diary.path):
        key = file.stem.partition(".kept-")[2]
        presence = SessionLock(diary.path, key)
        if not presence.claim():
            continue
        try:
            told.append(_taken(diary, file, key))
        except (OSError, DiaryError):
            continue
        finally:
            presence.leave()
    return list(dict.fromkeys(filter(None, told)))


def _taken(diary: "Diary", file: Path, key: str) -> str:
    from stretchcoach.diary.exchange.importing import entries_of_text
    from stretchcoach.diary.session.journal_text import is_journal

    text = file.read_text(encoding="utf-8", errors="replace")
    if is_journal(text):
        if diary.get(key) is None:
            diary.jot(key, text)
        file.unlink()
        return ""
    entries, problems = entries_of_text(text, file.name)
    if problems:
        return diary_notices.beside_unreadable(file.name, problems[0].message)
    every: list[Episode | RoutineRun] = [*entries.episodes, *entries.runs]
    for entry in every:
        diary.finish(entry)
    file.unlink()
    return diary_notices.IS_WRITTEN_NOW


def _file(diary: Path, key: str) -> Path:
    return diary.with_name(f"{diary.stem}.kept-{key}.json")
