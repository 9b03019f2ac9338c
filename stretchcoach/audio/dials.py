"""The options inside the audio process, where importing dataclasses would cost 15 ms before the first word."""


class Dials:
    """``options.SoundOptions``, turned one by one as messages arrive."""

    def __init__(self) -> None:
        self.speech = True
        self.beeps = True
        self.volume = 80
        self.rate = 160
        self.voice = ""
        self.engine = "espeak"
        self.device = ""
        self.cache = ""

    def turn(self, name: str, value: str) -> bool:
        """Set one option from its text; tells whether that changed anything."""
        before = getattr(self, name)
        after = type(before)(value) if isinstance(before, str) else int(value)
        setattr(self, name, bool(after) if isinstance(before, bool) else after)
        return bool(before != after)
