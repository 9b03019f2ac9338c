"""The exercises that Feeel and wger have numbers for, and their English names.

The numbers are wger's, and Feeel's are the same; read from both programs' own lists.
"""

from functools import cache
from pathlib import Path

from stretchcoach.core.messages import Side
from stretchcoach.neighbours import labels

FEEEL, WGER = "f", "w"
_FILE = Path(__file__).with_name("exercise_names.tsv")


@cache
def _rows() -> tuple[tuple[int, str, str], ...]:
    rows = (line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines())
    return tuple((int(number), marks, name) for number, marks, name in rows)


@cache
def names() -> dict[int, str]:
    """Every name by its number."""
    return {number: name for number, _, name in _rows()}


@cache
def _numbers(of: str) -> dict[tuple[str, Side], int]:
    found: dict[tuple[str, Side], int] = {}
    for number, marks, name in _rows():
        label = labels.parsed(name)
        if of in marks:
            found.setdefault((_plain(name), Side.NONE), number)
            found.setdefault((_plain(label.name), label.side), number)
    return found


def number_of(name: str, side: Side, of: str) -> int | None:
    """The number of an exercise in Feeel or wger; one that has no sides there stands for both."""
    known = _numbers(of)
    return known.get((_plain(name), side)) or known.get((_plain(name), Side.NONE))


def _plain(name: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return " ".join(word.removesuffix("s") for word in letters)
