"""What is measured in a sentence: sets, repetitions, holds, rests, sides, and how often a day.

Each pattern takes its words out of the sentence, so that a later one cannot read them again; digits that are left over
are for a person to look at.
"""

import re
from collections.abc import Iterator

from stretchcoach.handout.atoms import GAP, Atom, DoseKind, Maker
from stretchcoach.handout.dose_patterns import PATTERNS
from stretchcoach.handout.numbers import NUMBER
from stretchcoach.handout.other_numbers import HARMLESS, MANY

__all__ = ["GAP", "Atom", "DoseKind", "measured", "strange"]
_LOTS = re.compile(rf"(?<=[\d ])lots of(?=\s+{NUMBER})")
"""As long as what takes its place, so that places stay places."""
_CLOCK = re.compile(r"(?<![\w:.]):(\d\d)(?![\w:])")
"""``:30``, seconds."""
_MINUTES = re.compile(
    r"(?<![\w:.])(\d{1,2}):([0-5]\d)(?=\s*(?:/\s*|on |for )?(?:each|per|both|either|ea|sides?|legs?|arms?)\b)"
)
"""``1:30 each side``, minutes and seconds."""
_SILENT = re.compile(r"\b90\s?[/-]\s?90s?\b")
"""A name of numbers alone: the 90/90."""
_MANNER = re.compile(
    r"(?<=\d )(?:slow|controlled|full|good|clean|gentle|complete|steady|smooth|easy|strict)"
    r"(?= (?:reps?|repetitions?)\b)"
)
"""Between a number and what it counts."""


def measured(sentence: str) -> tuple[tuple[Atom, ...], str]:
    """The measures of a sentence in lower case, in order, and the sentence with a gap where each was."""
    found: list[tuple[int, Atom]] = []
    left = _LOTS.sub("sets of", sentence.replace(GAP, " "))
    left = _CLOCK.sub(r"\1s", _SILENT.sub(lambda match: "~" * len(match[0]), left))
    left = _MINUTES.sub(lambda match: f"{int(match[1]) * 60 + int(match[2])}s".rjust(len(match[0])), left)
    left = _MANNER.sub(lambda match: " " * len(match[0]), left)
    for pattern, maker in PATTERNS:
        left = pattern.sub(lambda match, maker=maker: _taken(match, maker, found), left)  # type: ignore[misc]
    found.sort(key=lambda entry: entry[0])
    return tuple(atom for _, atom in found), left


def _taken(match: re.Match[str], maker: Maker, found: list[tuple[int, Atom]]) -> str:
    """Keeps what a match measures; its place becomes a gap as long as it was, so that places stay places."""
    if not match[0].strip():
        return match[0]
    atoms = maker(match)
    if atoms is None:
        return match[0]
    found.extend((match.start(), atom) for atom in atoms)
    return GAP * len(match[0])


def strange(left: str) -> Iterator[str]:
    """The numbers that are left over and are no distance, angle or weight."""
    rest = HARMLESS.sub(" ", left)
    yield from (
        number[0].replace(GAP, "").strip(".,;:()/") for number in re.finditer(rf"\S*\d\S*|\b(?:{MANY})\b", rest)
    )
