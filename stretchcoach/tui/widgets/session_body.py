"""The middle of a session: the stage, the open question, or the outcome; each is made when it is first wanted."""

from textual.app import ComposeResult
from textual.containers import Vertical

from stretchcoach.core.messages import Kind, Level, Scene
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.question import QuestionView
from stretchcoach.tui.widgets.result import ResultView, level_line
from stretchcoach.tui.widgets.stage import ReliefStage, RoutineStage

STAGES: dict[str, type[RoutineStage | ReliefStage | QuestionView | ResultView]] = {
    "routine": RoutineStage,
    "relief": ReliefStage,
    "ask": QuestionView,
    "verdict": ResultView,
}


def shows_outcome(scene: Scene) -> bool:
    """Whether the outcome, or the end, takes the whole body."""
    return scene.done or (scene.outcome is not None and scene.kind is Kind.TALK)


def stage_for(scene: Scene) -> str:
    """Which stage the scene is played on."""
    if scene.question is not None:
        return "ask"
    if shows_outcome(scene):
        return "verdict"
    return "relief" if scene.relief else "routine"


class Body(Vertical):
    """One stage at a time, and above it the level, while stretch or after-care goes on."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(id="body")
        self.current = stage_for(scene)
        self._stages = {self.current: STAGES[self.current](id=self.current)}

    def compose(self) -> ComposeResult:
        """The first stage alone."""
        yield Line(id="band", optional=True)
        yield self._stages[self.current]

    def show(self, scene: Scene) -> None:
        self._band(scene)
        self._turn_to(stage_for(scene))
        stage = self._stages[self.current]
        if stage.is_mounted:
            stage.show(scene)
        else:
            self.call_after_refresh(self.show, scene)

    def _turn_to(self, name: str) -> None:
        if name == self.current:
            return
        self._stages[self.current].display = False
        self.current = name
        if name in self._stages:
            self._stages[name].display = True
        else:
            self._stages[name] = STAGES[name](id=name)
            self.mount(self._stages[name])

    def _band(self, scene: Scene) -> None:
        band = self.query_one("#band", Line)
        if scene.outcome is None or shows_outcome(scene) or scene.question is not None:
            band.show("")
            return
        urgent = scene.outcome.level >= Level.SAME_DAY
        told = urgent and not scene.aside
        band.show(level_line(scene.outcome) + (f"\n{scene.outcome.line}" if told else ""))
        band.set_class(urgent, "urgent")
