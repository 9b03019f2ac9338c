"""A file that is to come into the diary: a look at it first, then one key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.program.paperwork import ImportPreview, Paperwork
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item

ORDERS = {"": "as it seems", "day": "day first", "month": "month first"}


class TakeInScreen(TextPage):
    """What would come in; nothing does before ``y``."""

    TITLE_OF_PAGE = "Import a file"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "take", "Take it in"),
        Binding("r", "turn('over')", "Replace"),
        Binding("b", "turn('skip')", "Leave out mistakes"),
        Binding("o", "order", "Day or month first"),
    ]

    def __init__(self, paperwork: Paperwork, file: str) -> None:
        super().__init__(paperwork)
        self.file = file
        self.over = self.skip = self.taken = False
        self.order = ""
        self.found: ImportPreview | None = None

    def choices(self) -> str:
        theirs = "take those of the file" if self.over else "keep those of the diary"
        bad = "leave them out" if self.skip else "take in nothing"
        return f"Where both differ: {theirs}   Rows with mistakes: {bad}   Dates like 03/04: {ORDERS[self.order]}"

    def keys(self) -> tuple[Item, ...]:
        usable = self.found is not None and self.found.usable and not self.taken
        return (
            ("y", "Take it in", usable), ("r", "Replace", not self.taken), ("b", "Leave out mistakes", not self.taken),
            ("o", "Day or month first", not self.taken), ("escape", "Back", True),
        )  # fmt: skip

    def lines(self) -> Sequence[str]:
        self.found = self.paperwork.look(self.file, self.over, self.skip, self.order)
        return (self.file, "", *self.found.lines)

    def action_turn(self, which: str) -> None:
        if not self.taken:
            setattr(self, which, not getattr(self, which))
            self.refill()

    def action_order(self) -> None:
        if not self.taken:
            orders = list(ORDERS)
            self.order = orders[(orders.index(self.order) + 1) % len(orders)]
            self.refill()

    def action_take(self) -> None:
        found, over = self.found, self.over
        if found is None or not found.usable or self.taken:
            return
        self.taken = True

        def done(told: str) -> None:
            self.show((self.file, "", told))

        self.write(lambda: self.paperwork.take(found, over), done)
