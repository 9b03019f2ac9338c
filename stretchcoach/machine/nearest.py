"""The name that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from stretchcoach.words import machine_notices


def near_names(word: str, known: Iterable[str], most: int, least: float) -> list[str]:
    """Those of the known names that are like ``word`` by ``least``, capitals apart, the nearest first."""
    names = {name.lower(): name for name in known}
    return [names[name] for name in get_close_matches(word.lower(), names, most, least)]


def closest(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """The nearest of them; empty where none is like it."""
    return next(iter(near_names(word, known, 1, least)), "")


def did_you_mean(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """A sentence with it, or nothing."""
    near = closest(word, known, least)
    return machine_notices.meant_perhaps(near) if near else ""


def guess(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """The same in brackets, after a word of a file."""
    near = closest(word, known, least)
    return machine_notices.guessed_name(near) if near else ""
