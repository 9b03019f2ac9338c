"""What stays around the body of a session: where we are above it, what was said below it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from stretchcoach.core.messages import MicState, Scene
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Bar, Big, Hanging, Line
from stretchcoach.tui.widgets.session_body import shows_outcome
from stretchcoach.words.screens import MICROPHONE
from stretchcoach.words.wording import clock


class SessionHeader(Vertical):
    """Title, step or round, the microphone, time left or the ten-minute clock, and a bar."""

    def compose(self) -> ComposeResult:
        """A line and the bar."""
        with Horizontal(id="head-line"):
            yield Line(id="title")
            yield Line(id="steps")
            yield Line(id="ears")
            yield Line(id="clock")
        yield Bar(id="bar")

    def show(self, scene: Scene) -> None:
        if scene.relief:
            steps, fraction = words.rounds(scene), 0.0 if scene.talk else scene.clock / words.LIMIT
            lasted = "" if scene.talk else words.how_long(scene)
        else:
            steps, fraction = words.steps(scene), scene.progress
            lasted = f"{clock(scene.total_left)} left"
        if scene.question is not None and self.app.size.height < words.LOW:
            steps = words.question_number(scene.question)
        self.query_one("#title", Line).show(scene.title)
        self.query_one("#steps", Line).show(steps)
        self.query_one("#clock", Line).show(lasted)
        ears = self.query_one("#ears", Line)
        ears.show(MICROPHONE[scene.microphone])
        ears.set_class(scene.microphone is MicState.LISTENING, "open")
        ears.set_class(scene.microphone is MicState.TROUBLE, "trouble")
        self.query_one("#bar", Bar).show_fraction(fraction)


class Captions(Vertical):
    """The line that is spoken, and the lines before it where there is room."""

    def compose(self) -> ComposeResult:
        """Earlier lines above the present one."""
        yield Line(id="before")
        with Horizontal(id="now"):
            yield Hanging(id="caption")
        yield Big(id="large-caption")

    def show(self, scene: Scene) -> None:
        """Draw it; the mark before the line tells whether it is being spoken."""
        self.query_one("#before", Line).show("\n".join(scene.captions[:-1][-3:]))
        mark = "»" if scene.speaking else "·"
        self.set_class(_repeated(scene), "gone")
        self.query_one("#caption", Line).show(f"{mark} {scene.caption}" if scene.caption else "")
        self.query_one("#large-caption", Big).show(scene.caption)


def _repeated(scene: Scene) -> bool:
    """Whether the spoken line stands in the outcome above already."""
    outcome = scene.outcome
    return outcome is not None and shows_outcome(scene) and scene.caption in " ".join((outcome.line, *outcome.advice))
