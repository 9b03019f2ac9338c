"""A moment that somebody typed, for the command line and both front ends."""

from datetime import datetime

from stretchcoach.diary.exchange.dates import DateError, when
from stretchcoach.diary.exchange.lately import lately

__all__ = ["DateError", "moment"]


def moment(text: str, now: datetime) -> str:
    """Its ISO 8601 text, a date alone where no hour is said; ``DateError`` tells what it is not."""
    return lately(text, now) or when(text.strip())
