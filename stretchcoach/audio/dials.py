"""The options inside the audio process, where importing dataclasses would cost 15 ms before the first word."""

RATE = 160
"""Words a minute, unless somebody wants another rate."""
SLOWEST = 120
NATURAL, PLAIN = "natural", "espeak"
HEART = "heart"
"""The natural voice whose model lies in its wheel, and in which the lines of the package are spoken."""
_NIGHT_PACE = 0.9


def night_rate(rate: int) -> int:
    """Words a minute by night."""
    return max(SLOWEST, round(_NIGHT_PACE * rate))


class Dials:
    """``options.SoundOptions``, turned one by one as messages arrive."""

    def __init__(self) -> None:
        self.speech = True
        self.beeps = True
        self.volume = 80
        self.rate = RATE
        self.voice = ""
        self.engine = PLAIN
        self.device = ""
        self.cache = ""
        self.soft = False
        self.trial = False

    def turn(self, name: str, value: str) -> bool:
        """Set one option from its text; tells whether that changed anything."""
        before = getattr(self, name)
        after = type(before)(value) if isinstance(before, str) else int(value)
        setattr(self, name, bool(after) if isinstance(before, bool) else after)
        return bool(before != after)
