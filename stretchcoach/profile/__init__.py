"""What does not change from cramp to cramp, told once if the user likes, and kept on this machine alone."""

from stretchcoach.profile.file import clear, delete, load, save
from stretchcoach.profile.values import KEYS, Profile, answers, cleared, known, told

__all__ = ["KEYS", "Profile", "answers", "clear", "cleared", "delete", "known", "load", "save", "told"]
