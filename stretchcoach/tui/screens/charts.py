"""The charts of the diary, two beside each other where there is room."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from stretchcoach.program.browser import DiaryBrowser
from stretchcoach.tui.bar_charts import Chart, charts
from stretchcoach.tui.screens.diary_page import DiaryPage
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar

WIDEST = 72


class ChartBox(Vertical):
    """One chart, drawn as wide as it is."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(classes="chart")
        self.chart = chart

    def compose(self) -> ComposeResult:
        """What is counted, and the bars."""
        yield Line(self.chart.heading, classes="page-heading")
        yield Line(classes="bars")

    def on_mount(self) -> None:
        self.styles.height = 2 + len(list(self.chart.lines(WIDEST)))

    def on_resize(self) -> None:
        width = min(WIDEST, self.size.width - 2)
        self.query_one(".bars", Line).show("\n".join(self.chart.lines(width)))


class ChartsScreen(DiaryPage):
    """Look at it, scroll it, leave it."""

    DEFAULT_CLASSES = "broad"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,g,enter", "app.pop_screen", "Back")]

    def __init__(self, browser: DiaryBrowser, streaks: bool) -> None:
        super().__init__(browser)
        self.streaks = streaks

    def compose(self) -> ComposeResult:
        """The charts come when they are counted."""
        yield Line("Summary", id="sum-title", classes="page-title")
        yield VerticalScroll(id="charts", classes="page")
        yield Line(id="told", optional=True)
        yield KeyBar(("up", "Up", True), ("down", "Down", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.reads(self.query_one("#charts", VerticalScroll))
        self.look(self.browser.figures, self._draw)

    def _draw(self, figures: Mapping[str, object]) -> None:
        self.query_one("#sum-title", Line).show(f"Summary: {figures['cramps']} cramps")
        boxes = [ChartBox(each) for each in charts(figures, self.browser.cause, self.streaks)]
        self.query_one("#charts", VerticalScroll).mount_all(boxes)
