"""The open question, drawn where the stage was, so that every key still works."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from msgspec import Struct
from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.events import Click

from stretchcoach.core.messages import Asked, Question, Row, Scene, Ticks
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Big, Hanging, KeyButton, Line, hung
from stretchcoach.tui.widgets.blocks import Size, text_lines
from stretchcoach.words import screens

BOXES = {(False, False): "[ ]", (True, False): "[x]", (False, True): "[?]"}
"""Not so, so, not sure: told apart without colour."""
UNDER_A_PAGE = 2
"""Lines that tell which rows are in sight, where not all have room."""
ROOMY = 3
"""Lines of a button if there is room; on a high screen two more."""
LARGE, WIDE = (80, 120)
"""Columns from which a question has large letters, and letters of twice that size; below, narrow ones.

The same for each question, so that none looks less important.
"""


class Layout(Struct, frozen=True):
    """How the space is divided."""

    size: Size
    why: bool
    columns: int
    lines: int
    """Of a button."""
    gutter: int


class TickRow(Hanging):
    """One row of a list; a click is as good as its key."""

    def on_click(self, event: Click) -> None:
        event.stop()
        self.post_message(KeyButton.Pressed((self.id or "").removeprefix("tick-")))


class QuestionView(Vertical):
    """A question, why it is asked, and its answers as large buttons; or its rows, to be ticked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.question: Question | None = None
        self._rows: tuple[Row, ...] = ()
        self._explained = False
        self._page = range(0)
        """The rows in sight: all of them, but on a screen that is too small."""
        self._seen = 0

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(id="ask-mark", optional=True)
        yield Big(id="question")
        for number in range(1, 10):
            yield TickRow(id=f"tick-{number}", classes="tick", optional=True)
        yield Line(id="why", optional=True)
        yield Grid(id="choices")

    def show(self, scene: Scene) -> None:
        """Draw it; the buttons are used again for the next question."""
        question = scene.question
        if question is None:
            return
        counted = words.question_number(question)
        counted = "" if counted in scene.name else counted
        self.query_one("#ask-mark", Line).show(" · ".join(filter(None, (scene.name, counted))))
        if question == self.question:
            return
        self.question, self._rows, self._explained = question, question.rows, False
        self._page, self._seen = range(len(question.rows)), 0
        self.remove_class("explained")
        self.query_one("#question", Big).show(question.text)
        grid = self.query_one("#choices", Grid)
        buttons = list(grid.query(KeyButton))
        for choice in question.choices[len(buttons) :]:
            buttons.append(KeyButton(choice.key, choice.label, classes="choice"))
            grid.mount(buttons[-1])
        for index, button in enumerate(buttons):
            button.display = index < len(question.choices)
            if button.display:
                button.show(question.choices[index].key, question.choices[index].label)
        self._draw_rows()
        self._arrange()

    def explain(self) -> None:
        """Show why it is asked, at the cost of size, or hide it again."""
        self._explained = not self._explained
        self.set_class(self._explained, "explained")
        self._arrange()

    # --- ticking -------------------------------------------------------------------------------------------

    def tick(self, key: str) -> Ticks | None:
        """Tick the row with that number; Enter is the answer, if anything was ticked."""
        if key.isdecimal() and 0 < int(key) <= len(self._rows):
            self._turn(int(key) - 1)
            self._turn_to(int(key) - 1)
        ticks = Ticks(
            tuple(row.id for row in self._rows if row.ticked), tuple(row.id for row in self._rows if row.unsure)
        )
        return ticks if key == "enter" and (ticks.rows or ticks.unsure) else None

    def unseen(self) -> bool:
        """Whether there are rows that nobody has had in sight yet."""
        return self.has_class("paged") and self._seen < len(self._rows)

    def turn_page(self, by: int) -> None:
        """On to the rows below, or back to the first ones."""
        if by < 0:
            self._turn_to(0)
        elif self._page.stop < len(self._rows):
            self._turn_to(self._page.stop, top=True)

    def _turn_to(self, index: int, top: bool = False) -> None:
        """Bring a row in sight, as the first one if it is to stand on ``top``."""
        if top or index not in self._page:
            self._page = range(index, len(self._rows))
        self._draw_rows()
        self._arrange()

    def _turn(self, index: int) -> None:
        """Not so, so, not sure, not so; of a group only one is so."""
        old = self._rows[index]
        new = replace(old, ticked=not (old.ticked or old.unsure), unsure=old.ticked)
        apart = [
            replace(row, ticked=False, unsure=False) if new.group and row.group == new.group else row
            for row in self._rows
        ]
        self._rows = (*apart[:index], new, *apart[index + 1 :])

    def _draw_rows(self) -> None:
        for number, line in enumerate(self.query(TickRow), 1):
            row = self._rows[number - 1] if number - 1 in self._page else None
            line.show(_row(number, row) if row else "")
            line.set_class(row is not None and (row.ticked or row.unsure), "ticked")

    # --- room ----------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        question = self.question
        if question is None or not self.size.width:
            return
        plans = list(self._plans(question))
        plan = next((each for each in plans if self._spare(question, each) >= 0), None)
        self._cut_page(question, whole=plan is not None)
        plan = plan or plans[-1]
        big, why, grid = (
            self.query_one("#question", Big),
            self.query_one("#why", Line),
            self.query_one("#choices", Grid),
        )
        big.largest = plan.size
        plain = plan.size is Size.PLAIN and question.rows
        big.styles.height = len(wrap(question.text, self.size.width)) if plain else "1fr"
        big.refresh()
        self._centre_rows()
        paged = self.has_class("paged") and not self._explained
        why.show(self._told_of_page() if paged else self._below(question) if plan.why else "")
        why.styles.margin = (0, 0, int(not paged and self._spare(question, plan) > 0), 0)
        grid.styles.grid_size_columns = plan.columns
        grid.styles.grid_rows = str(plan.lines)
        grid.styles.grid_gutter_horizontal, grid.styles.grid_gutter_vertical = plan.gutter, 2
        for button in grid.query(KeyButton):
            button.styles.height = plan.lines

    def _cut_page(self, question: Question, whole: bool) -> None:
        """Where not all rows have room, as many as have, and below them that there are more."""
        count = len(self._rows)
        self.set_class(bool(count) and not whole, "paged")
        start = 0 if whole else self._page.start
        heights = _heights(self._rows, self.size.width)
        above = self.query_one("#ask-mark").display + len(wrap(question.text, self.size.width))
        room = self.size.height - above - UNDER_A_PAGE
        most = count if whole else max(1, sum(sum(heights[start:end]) <= room for end in range(start + 1, count + 1)))
        page = range(start, min(count, start + most))
        self._seen = page.stop if page.start <= self._seen <= page.stop else self._seen
        if page != self._page:
            self._page = page
            self._draw_rows()

    def _told_of_page(self) -> str:
        return screens.rows_in_sight(self._page.start + 1, self._page.stop, len(self._rows), not self.unseen())

    def _centre_rows(self) -> None:
        """Put the list, whose rows begin below each other, in the middle under its question, where none is broken."""
        widest = max((len(_row(number, row)) for number, row in enumerate(self._rows, 1)), default=0)
        left = max(0, (self.size.width - widest) // 2)
        for line in self.query(TickRow):
            line.styles.padding = (0, 0, 0, left)

    def _plans(self, question: Question) -> Iterator[Layout]:
        """From the best down; being large comes before saying why, unless that was asked for."""
        width, high = self.app.size.width, self.app.size.height >= words.HIGH
        roomy = ROOMY + 2 if high else ROOMY
        columns, lines = _columns(question, self.size.width)
        spacious = (columns, max(roomy, lines), 1)
        close = (columns, max(ROOMY, lines), 0)
        tight = (*_fewest_rows(question, self.size.width), 0)
        sizes = ((Size.MEDIUM,) if high and width >= WIDE else ()) + ((Size.SMALL,) if width >= LARGE else ())
        for size in (*sizes, Size.NARROW):
            if question.rows:  # how to tick them is told before the question is large
                yield Layout(size, True, *spacious)
                yield Layout(size, True, *tight)
            elif not self._explained:
                yield Layout(size, True, *spacious)
                yield Layout(size, False, *spacious)
                yield Layout(size, False, *close)
                yield Layout(size, False, *tight)
        yield Layout(Size.PLAIN, True, *spacious)
        yield Layout(Size.PLAIN, True, *close)
        yield Layout(Size.PLAIN, True, *tight)
        yield Layout(Size.PLAIN, False, *tight)

    def _below(self, question: Question) -> str:
        """How a list is ticked, until somebody asks why it is asked; why any other question is."""
        if question.kind is Asked.LIST and not self._explained:
            return screens.HOW_TO_TICK if len(screens.HOW_TO_TICK) <= self.size.width else screens.HOW_TO_TICK_SHORT
        return screens.why_asked(question.why) if question.why else ""

    def _spare(self, question: Question, plan: Layout) -> int:
        """Rows that are left over; below 0 it does not fit."""
        width, height = self.size
        plain = plan.size is Size.PLAIN
        drawn = wrap(question.text, width) if plain else text_lines(question.text, width, height, plan.size, plan.size)
        if drawn is None:
            return -1
        rows = sum(_heights(question.rows, width))
        why = min(3, len(wrap(self._below(question), width))) if plan.why else 0
        down = -(-len(question.choices) // plan.columns)
        mark = self.query_one("#ask-mark").display
        return height - (mark + len(drawn) + rows + why + down * plan.lines + (down - 1) * plan.gutter)


def _row(number: int, row: Row) -> str:
    return f" {number} {BOXES[row.ticked, row.unsure]} {row.label}"


def _heights(rows: Sequence[Row], width: int) -> list[int]:
    """How many lines each row of a list takes."""
    return [len(hung(_row(number, row), width)) for number, row in enumerate(rows, 1)]


def _columns(question: Question, width: int) -> tuple[int, int]:
    """How many answers stand side by side, and how many lines the longest label then takes: none is cut."""
    found = list(_divisions(question, width, 4))
    good = (each for each in found if each[1] == 1 or (each[1] == 2 and each[0] <= 3))
    return next(good, found[-1])


def _fewest_rows(question: Question, width: int) -> tuple[int, int]:
    """The same where each row counts."""
    count = len(question.choices)
    return min(_divisions(question, width, 1), key=lambda each: (-(-count // each[0]) * each[1], each[1]))


def _divisions(question: Question, width: int, spare: int) -> Iterator[tuple[int, int]]:
    """Columns of answers, from the most down, with the lines that the longest label takes beside ``spare`` cells."""
    labels = [f"{words.key_cap(choice.key)}  {choice.label}" for choice in question.choices]
    for columns in range(min(len(labels), 5), 0, -1):
        room = (width - 2 * (columns - 1)) // columns - spare
        if columns == 1 or room >= max(len(word) for label in labels for word in label.split()):
            yield columns, max(len(wrap(label, max(1, room))) for label in labels)
