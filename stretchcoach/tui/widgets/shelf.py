"""The list of routines on the first screen, and the card of the one that is chosen."""

from collections.abc import Iterable
from contextlib import suppress
from textwrap import wrap

from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import OptionDoesNotExist

from stretchcoach.core.routine import Routine
from stretchcoach.core.visible import visible
from stretchcoach.tui.routine_card import CardLine, LineStyle
from stretchcoach.tui.routine_list import row_label

STYLES = {
    LineStyle.TITLE: "bold $figure",
    LineStyle.HEADING: "bold $mark",
    LineStyle.MUTED: "$muted",
    LineStyle.PLAIN: "$ink",
}


class RoutineRows(OptionList):
    """A row for each routine; none is cut inside a word."""

    def __init__(self) -> None:
        super().__init__(id="routines", markup=False)
        self.routines: tuple[Routine, ...] = ()
        self.own: frozenset[str] = frozenset()

    def on_resize(self) -> None:
        self.call_after_refresh(self.cut)

    def cut(self) -> None:
        """Fit every title to the current width."""
        width = self.scrollable_content_region.width - 2
        for routine in self.routines if width > 0 else ():
            with suppress(OptionDoesNotExist):
                self.replace_option_prompt(routine.id, Content(row_label(routine, self.own, width)))


class RoutineCard(Static):
    """What a routine holds."""

    def __init__(self) -> None:
        super().__init__(id="card", markup=False)

        self._lines: tuple[CardLine, ...] = ()

    def show(self, lines: Iterable[CardLine]) -> None:
        """These lines, and no others."""
        self._lines = tuple(lines)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """A line that is too long goes on below its own text."""
        parts = [
            Content.styled(
                "\n" * (line.look is LineStyle.HEADING) + _wrapped(line, self.size.width) + "\n", STYLES[line.look]
            )
            for line in self._lines
        ]
        self.update(Content("").join(parts))


def _wrapped(line: CardLine, width: int) -> str:
    text = visible(line.text)
    return "\n".join(wrap(text, width, subsequent_indent=" " * line.indent)) if width > 2 * line.indent else text
