"""The open question, drawn where the stage was, so that every key still works."""

from textual.app import ComposeResult
from textual.containers import Grid, Vertical

from stretchcoach.core.messages import Question, Scene
from stretchcoach.tui.widgets.base import Big, KeyButton, Line


class Ask(Vertical):
    """A question, why it is asked, and its answers as large buttons."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.question: Question | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(id="ask-mark", optional=True)
        yield Big(id="question")
        yield Line(id="why", optional=True)
        yield Grid(id="choices")

    def show(self, scene: Scene) -> None:
        """Draw it; the buttons are used again for the next question."""
        question = scene.question
        self.query_one("#ask-mark", Line).show(scene.name)
        if question is None or question == self.question:
            return
        self.question = question
        self.query_one("#question", Big).show(" · ".join([question.text, *(row.label for row in question.rows)]))
        self.query_one("#why", Line).show(f"Why: {question.why}" if question.why else "")
        grid = self.query_one("#choices", Grid)
        buttons = list(grid.query(KeyButton))
        for choice in question.choices[len(buttons) :]:
            buttons.append(KeyButton(choice.key, choice.label, classes="choice"))
            grid.mount(buttons[-1])
        for index, button in enumerate(buttons):
            button.display = index < len(question.choices)
            if button.display:
                button.show(question.choices[index].key, question.choices[index].label)
        grid.set_class(len(question.choices) > 4, "many")
        grid.styles.grid_size_columns = _columns(len(question.choices))


def _columns(count: int) -> int:
    """Three answers stand in a row; four and more in two or three columns."""
    return count if count <= 3 else 2 if count == 4 else 3
