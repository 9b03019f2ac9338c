"""Keys as a person presses them in pain: which answer has which, and which presses are decisions at all."""

from msgspec.structs import replace

from stretchcoach.core.knowledge import NO, NONE, NOT_SURE, YES
from stretchcoach.core.messages import Choice, Question

TOGETHER = 0.05
"""Seconds within which two keys are a hand on the keyboard, or a terminal talking, and no decision."""
HELD = 0.7
"""Seconds within which a key that comes again is still held down."""
ONCE = 1.5
"""Seconds within which the same key counts once, while a cramp is held."""
FREE = frozenset({"up", "down", "pageup", "pagedown", "comma", "full_stop", "plus", "minus"})
"""Keys that are meant again when they are pressed again."""
OWN = {YES: "y", NO: "n", NOT_SURE: "u", NONE: "0", "tomorrow": "t"}
"""The keys of answers that many questions have; the others are numbered."""
SIDES = {"left": "l", "right": "r", "both": "b"}


def keyed(question: Question | None) -> Question | None:
    """The question with a key for each choice that no command has while a question is open."""
    if question is None:
        return None
    values = [choice.value for choice in question.choices]
    numbers = iter("123456789")
    sides, digits = set(values) <= set(SIDES), all(value.isdecimal() for value in values)
    keys = [
        (value if len(value) == 1 else "+")
        if digits
        else SIDES[value]
        if sides
        else OWN[value]
        if value in OWN
        else next(numbers, "")
        for value in values
    ]
    pairs = zip(question.choices, keys, strict=True)
    return replace(question, choices=tuple(Choice(each.value, each.label, key) for each, key in pairs))


class KeyPresses:
    """Tells decisions from a hammered, held or brushed keyboard; time is an argument."""

    def __init__(self) -> None:
        self._waiting: tuple[str, float] | None = None
        self._last = float("-inf")
        self._counted: dict[str, float] = {}
        self._seen: dict[str, float] = {}

    def press(self, key: str, now: float) -> None:
        """A key came; whether it counts is known ``TOGETHER`` later."""
        crowded, self._last = now - self._last < TOGETHER, now
        if not crowded:
            self._waiting = key, now
        elif self._waiting and self._waiting[0] != key:
            self._waiting = None

    def taken(self, now: float, apart: float = 0.0) -> str | None:
        """The key that stood alone, once that is certain; None: none did, or not yet.

        ``apart``: seconds within which the same key counts once.
        """
        if self._waiting is None or now - self._waiting[1] < TOGETHER:
            return None
        (key, at), self._waiting = self._waiting, None
        if key in FREE:
            return key
        seen, self._seen[key] = self._seen.get(key, float("-inf")), at
        if at - seen < HELD or at - self._counted.get(key, float("-inf")) < apart:
            return None
        self._counted[key] = at
        return key
