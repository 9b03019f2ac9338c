"""Numbers, sides and durations as words."""

from collections.abc import Sequence

from stretchcoach.core.messages import Level, Outcome, Scene, Side

LEVELS = {
    Level.EMERGENCY: "Emergency now",
    Level.SAME_DAY: "Get help today",
    Level.ROUTINE: "Book an appointment",
    Level.SELF_CARE: "Look after it at home",
}
"""How much help is needed, for a person; the same words everywhere."""
UNFINISHED, STILL_OPEN = "Not finished", "some safety questions are open"
"""Instead of the lowest level, where a safety question is open."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def unfinished(outcome: Outcome) -> bool:
    """Whether nothing but what was never answered speaks for the lowest level."""
    return outcome.unfinished and outcome.level is Level.SELF_CARE


def headline(outcome: Outcome) -> str:
    """What stands above a result; an open question never reassures."""
    return f"{UNFINISHED}: {STILL_OPEN}" if unfinished(outcome) else LEVELS[outcome.level]


def ended(scene: Scene) -> str:
    """How a routine came to its end: ``Stopped after 0:42, step 2 of 11.``"""
    if scene.stopped:
        told = f"Stopped after {clock(scene.clock)}, step {max(1, scene.step)} of {scene.steps}."
    else:
        told = f"Done in {clock(scene.clock)}, {scene.steps} stretch{'' if scene.steps == 1 else 'es'}."
        if scene.earlier:
            told += f" That was the {ordinal(scene.earlier + 1)} time this week."
    return told if scene.earlier is None else f"{told} It is in your diary."


def ordinal(value: int) -> str:
    """``third``; from the thirteenth on in figures."""
    if value <= len(_ORDINALS):
        return _ORDINALS[value - 1]
    tail = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{tail}"


def number(value: int) -> str:
    """A whole number from 0 to 999 in words; larger ones stay digits."""
    if value < 0 or value > 999:
        return str(value)
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(value, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {number(rest)}" if rest else "")


def count(value: int, noun: str) -> str:
    """``one second``, ``two seconds``."""
    return f"{number(value)} {noun}" + ("" if value == 1 else "s")


def counted(value: int, noun: str) -> str:
    """``1 second``, ``2 seconds``: to be read, not said."""
    return f"{value} {noun}" + ("" if value == 1 else "s")


def duration(seconds: float) -> str:
    """Seconds in words; from two minutes on in whole and half minutes."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if whole < 60:
        return count(whole, "second")
    if whole < 120:
        return count(minutes, "minute") + (f" {count(rest, 'second')}" if rest else "")
    halves = round(whole / 30)
    if halves % 2:
        return f"{number(halves // 2)} and a half minutes"
    return count(halves // 2, "minute")


def about(seconds: float) -> str:
    """Seconds in words as one says them of a plan: in tens below a minute and a half, else in half minutes."""
    return duration(max(10, round(seconds / 10) * 10) if seconds < 75 else max(90, round(seconds / 30) * 30))


def minutes(seconds: float) -> str:
    """Seconds in whole and half minutes, as ``about`` says them: ``13½``."""
    whole, half = divmod(max(1, round(seconds / 30)), 2)
    return f"{whole or ''}{'½' if half else ''}"


def clock(seconds: float) -> str:
    """Seconds as ``m:ss`` for the screen."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d}"


def leg(side: Side) -> str:
    """``left leg``, ``right leg``, ``both legs`` or nothing."""
    return {Side.LEFT: "left leg", Side.RIGHT: "right leg", Side.BOTH: "both legs"}.get(side, "")


def sentence(text: str) -> str:
    """Begins with a capital and ends with a stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")


def join(*sentences: str) -> str:
    """Sentences side by side, empty ones left out."""
    return " ".join(filter(None, map(sentence, sentences)))


def listed(parts: Sequence[str], joiner: str = "and") -> str:
    """``bed, chair and floor``."""
    *others, last = parts
    return f"{', '.join(others)} {joiner} {last}" if others else last
