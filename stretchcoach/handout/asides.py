"""Lines that are none by themselves: the bullets below ``Common mistakes:`` and the like, and a name said once more."""

import re
from collections import Counter

from msgspec.structs import replace

from stretchcoach.handout.keywords import LABELS
from stretchcoach.handout.lexicon import words
from stretchcoach.handout.lines import HandoutLine, Role

_LABEL = re.compile(
    r"^(?:contraindications?|precautions?|common (?:mistakes|errors|faults)|benefits?|warnings?|cautions?|goals?"
    r"|equipment|modifications?|variations?|regressions?|progressions?|purpose|why|avoid|when to stop|stop if|tips?"
    r"|notes?|safety|hints?(?: and tips?)?|(?:target )?muscles?(?: worked)?)\b[^.:]{0,40}:$",
    re.IGNORECASE,
)
MOST_CAPTION = 8
"""Words of a caption."""
_KEPT = (Role.BLANK, Role.SKIPPED, Role.JOINED)


def asides(lines: list[HandoutLine]) -> list[HandoutLine]:
    """The same lines, those below such a label as notes; a measure in one of them is still asked about.

    A name that stands once more below itself, as under a picture, goes with the line above; one in a list of contents
    is found again where the exercise stands.
    """
    label: HandoutLine | None = None
    found: list[HandoutLine] = []
    name: list[str] = []
    told = False  # right below a label such as ``Instructions``
    later = Counter(tuple(words(line.body)) for line in lines if line.role is Role.HEAD and line.mark != "bullet")
    for line in lines:
        if line.role is Role.HEAD and line.mark == "bullet" and later[tuple(words(line.body))]:
            found.append(replace(line, role=Role.NOTE))
            continue
        told = (told and (line.role in _KEPT or bool(line.mark))) or _tells_how(line)
        again = bool(name) and not line.mark and _says_again(line, name)
        if again or _is_caption(line, found[-1:]):
            found.append(replace(line, role=Role.JOINED))
            continue
        if line.role is not Role.BLANK:
            name = words(line.body) if line.role is Role.HEAD else []
        if line.role in _KEPT:
            found.append(line)
            continue
        heads = bool(_LABEL.match(line.body))
        below = label and line.mark == "bullet" and (not label.mark or line.indent > label.indent)
        label = line if heads else label if below else None
        found.append(replace(line, role=Role.NOTE) if heads or below else replace(line, under=told))
    return found


def _says_again(line: HandoutLine, name: list[str]) -> bool:
    """Whether it is the name right above once more, alone or with what it is for: ``Heel raises for ankle sprain``."""
    said = words(line.body)
    if line.role is Role.HEAD and said == name:
        return True
    plain = (
        line.role in (Role.HEAD, Role.TEXT, Role.NOTE) and not line.atoms and not re.search(r"[.,:;!?\d]", line.body)
    )
    return plain and 1 < len(name) < len(said) <= MOST_CAPTION and set(name) <= set(said) and not line.directs


def _is_caption(line: HandoutLine, above: list[HandoutLine]) -> bool:
    """Whether it is the name of the bullet right above, set in as under a picture: ``Pendulum Swing``."""
    if line.role is not Role.HEAD or line.mark or not above or above[0].mark != "bullet" or line.kinds:
        return False
    called = {word.rstrip("s") for word in words(above[0].body.partition(":")[0])}
    said = {word.rstrip("s") for word in words(line.body)}
    return ":" in above[0].body and line.indent > above[0].indent and (called <= said or said <= called)


def _tells_how(line: HandoutLine) -> bool:
    return line.role is Role.SKIPPED and line.body.lower().strip(" :") in LABELS
