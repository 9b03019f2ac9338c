"""How long it takes to say something."""

import re
from functools import lru_cache


@lru_cache(4096)
def speech_seconds(text: str, rate: int = 160) -> float:
    """About how long ``text`` takes at ``rate`` words a minute, pauses included."""
    if not text:
        return 0.0
    words = len(re.findall(r"[\w']+", text))
    stops = len(re.findall(r"[.?!](?=\s)", text))
    return 0.2 + words * 60 / rate + 0.35 * stops
