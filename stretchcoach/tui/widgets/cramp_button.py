"""The button for a cramp, over the whole width: what it begins, and its key in letters of the same size."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from stretchcoach.tui.widgets.base import Big
from stretchcoach.words import screens


class CrampButton(Horizontal):
    """The words, and beside them the key, with as many rows above and below."""

    def compose(self) -> ComposeResult:
        yield CrampWords(screens.A_CRAMP_NOW, id="cramp-words")
        yield Big("C", id="cramp")


class CrampWords(Big):
    """How large they are depends on the width of the screen; the key follows."""

    def on_resize(self) -> None:
        key = self.screen.query_one("#cramp", Big)
        spare = max(0, self.outer_size.height - len(self.lines()))
        sides = key.styles.padding.left
        key.styles.padding = (spare // 2, sides, spare - spare // 2, sides)
