"""What does not change from cramp to cramp, told once if the user likes, and kept on this machine alone."""

from stretchcoach.profile.file import clear_fact, delete, load, save
from stretchcoach.profile.values import KEYS, Profile, answers, facts_of, with_fact, without_fact

__all__ = [
    "KEYS",
    "Profile",
    "answers",
    "clear_fact",
    "delete",
    "facts_of",
    "load",
    "save",
    "with_fact",
    "without_fact",
]
