"""Deleting the whole diary, for good: the same for the command line and both front ends."""

from contextlib import suppress

from stretchcoach.diary import Diary
from stretchcoach.machine.folders import folders
from stretchcoach.words import program_lines


def clear_diary(diary: Diary) -> str:
    """Delete every entry, and what sessions kept beside the diary; what was deleted."""
    gone = diary.purge_all()
    for file in folders().of_sessions():
        with suppress(OSError):
            file.unlink()
    entries = program_lines.ONE_ENTRY_IS if gone == 1 else program_lines.entries_are(gone)
    return program_lines.all_gone(entries)


def told_of_you() -> bool:
    """Whether there is still a profile, which is not part of the diary."""
    return folders().profile.exists()
