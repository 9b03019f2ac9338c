"""The diary: what happened, kept in one file on this machine; it knows the core and nothing else of the house."""

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, RoutineRun
from stretchcoach.diary.file.faults import DiaryError
from stretchcoach.diary.file.store import Diary
from stretchcoach.diary.session.journal import Journal, Unfinished

__all__ = ["Diary", "DiaryError", "Entry", "Episode", "Journal", "ProfileChange", "RoutineRun", "Unfinished"]
