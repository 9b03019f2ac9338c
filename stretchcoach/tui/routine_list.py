"""The rows of the list of routines: what was done last, the favourites, and the rest under their purposes."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.program.jobs import RoutineJob
from stretchcoach.tui.words import shortened
from stretchcoach.words.wording import minutes

AGAIN = "again "
"""Id of the row that starts what was done last; no file name ends in a space."""


def matches(routine: Routine, searched: str) -> bool:
    """Whether every word that was typed begins a word of its name, or of what it is for."""
    there = f"{routine.title} {routine.id} {' '.join(routine.sports)}".casefold().replace("_", " ").split()
    return all(any(word.startswith(part) for word in there) for part in searched.casefold().split())


def options_of(
    routines: Sequence[Routine],
    favourites: frozenset[str],
    again: RoutineJob | None,
    own: frozenset[str] = frozenset(),
    roomy: bool = False,
) -> list[Option]:
    """The rows, with a heading over each kind, which a ``roomy`` list sets off; the person's ``own`` are marked."""
    options: list[Option] = []
    if again:
        options = [_heading("Again"), Option(Content(visible(again.routine.title)), id=AGAIN)]
    heading = ""
    for routine in sorted(routines, key=lambda each: each.id not in favourites):
        kind = "favourites" if routine.id in favourites else routine.purpose
        if kind != heading:
            heading = kind
            options.append(_heading("\n" * bool(roomy and options) + kind.capitalize()))
        options.append(Option(Content(row_label(routine, own)), id=routine.id))
    return options


def row_label(routine: Routine, own: frozenset[str], width: int = 0) -> str:
    """A row, cut between words where it is longer than ``width``; 0: whole."""
    text = f"{minutes(routine.minutes * 60):>3} min  {visible(routine.title)}"
    whole = text + (" (yours)" if routine.id in own else "")
    return shortened(whole, width) if width else whole


def _heading(text: str) -> Option:
    return Option(Content.styled(text, "bold $mark"), disabled=True)
