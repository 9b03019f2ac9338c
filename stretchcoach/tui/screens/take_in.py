"""A file that is to come into the diary: a look at it first, then one key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from stretchcoach.program.paperwork import ImportPreview, Paperwork
from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.tui.widgets.keybar import Item
from stretchcoach.words import diary_pages as pages

ORDERS = {"": "as it seems", "day": "day first", "month": "month first"}


class TakeInScreen(TextPage):
    """What would come in; nothing does before ``y``."""

    TITLE_OF_PAGE = pages.IMPORT_A_FILE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "take", pages.TAKE_IT_IN),
        Binding("r", "turn('over')", pages.REPLACE),
        Binding("b", "turn('skip')", pages.LEAVE_OUT_MISTAKES),
        Binding("o", "order", pages.DAY_OR_MONTH_FIRST),
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
        return pages.choices(theirs, bad, ORDERS[self.order])

    def keys(self) -> tuple[Item, ...]:
        usable = self.found is not None and self.found.usable and not self.taken
        return (
            ("y", pages.TAKE_IT_IN, usable), ("r", "Replace", not self.taken),
            ("b", pages.LEAVE_OUT_MISTAKES, not self.taken),
            ("o", pages.DAY_OR_MONTH_FIRST, not self.taken), ("escape", "Back", True),
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
