"""The diary: what happened, kept in one file on this machine; it knows the core and nothing else of the house."""

from stretchcoach.diary.entries import Entry, Episode, ProfileChange, RoutineRun
from stretchcoach.diary.faults import DiaryError
from stretchcoach.diary.keeper import Keeper, Unfinished
from stretchcoach.diary.store import Diary

__all__ = ["Diary", "DiaryError", "Entry", "Episode", "Keeper", "ProfileChange", "RoutineRun", "Unfinished"]
