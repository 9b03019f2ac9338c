"""Dates and lengths of time in words."""

from collections.abc import Sequence
from datetime import datetime


def day(when: datetime) -> str:
    """A date in words that mean the same everywhere."""
    return f"{when.day} {when:%B}"


def lasting(number: float) -> str:
    """A length of time in minutes and seconds."""
    minutes, rest = divmod(round(number), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return " ".join(filter(None, (f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else "")))


def capital(text: str) -> str:
    """The same, with a capital letter first."""
    return text[:1].upper() + text[1:]


def few(things: Sequence[str], most: int, between: str = ", ") -> str:
    """A list that does not grow without end."""
    more = f" and {len(things) - most} more" if len(things) > most else ""
    return between.join(things[:most]) + more


def spaced(word: str | None) -> str:
    """``toes_up`` as people write it."""
    return (word or "").replace("_", " ")
