"""Dates, counts and lengths of time in words."""

from collections.abc import Sequence
from datetime import datetime


def day(when: datetime) -> str:
    """A date in words that mean the same everywhere."""
    return f"{when.day} {when:%B}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def seconds(number: float) -> str:
    """A length of time in words."""
    return f"{number:.0f} s" if number < 120 else f"{number / 60:.0f} min"


def capital(text: str) -> str:
    """The same, with a capital letter first."""
    return text[:1].upper() + text[1:]


def few(things: Sequence[str], most: int, between: str = ", ") -> str:
    """A list that does not grow without end."""
    more = f" and {len(things) - most} more" if len(things) > most else ""
    return between.join(things[:most]) + more
