"""The natural voice speaks sentence by sentence: each is made and kept by itself, and lines are put together of them.

So *left leg* is made once for all lines that hold it, and what lies in the package serves many lines.
"""

from array import array

from stretchcoach.pipes.pcm import RATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE = 0.35
"""Seconds between two sentences; softer speech, by night, takes its time."""
_SOFT_PAUSE = 0.5


def sentences(text: str) -> list[str]:
    """The sentences of a line, where it is sure that one ends; by hand, for ``re`` would load before the first word."""
    words, found = text.split(), [""]
    for word, after in zip(words, [*words[1:], ""], strict=False):
        found[-1] += f" {word}" if found[-1] else word
        if word[-1] in ".!?;" and after[:1].isupper():
            found.append("")
    return found


def joined(parts: "Sequence[array[int]]", soft: bool) -> "array[int]":
    """Their sounds as one."""
    if len(parts) == 1:
        return parts[0]
    pause = bytes(2 * int((_SOFT_PAUSE if soft else _PAUSE) * RATE))
    whole = array("h")
    for part in parts:
        if whole:
            whole.frombytes(pause)
        whole.extend(part)
    return whole
