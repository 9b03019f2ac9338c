"""How much help is needed: the level first, in a word and a shape."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from stretchcoach.core.messages import Level, Scene
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Big, Line


def level_line(level: Level) -> str:
    """``▲ GET HELP TODAY``."""
    shape, name = words.LEVELS[level]
    return f"{shape} {name.upper()}"


class Verdict(Vertical):
    """The level, its line, the advice and the sources; or a plain end, where nothing was judged."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(id="level", optional=True)
        yield Big(id="end", spare=True)
        with VerticalScroll(id="advice-box", can_focus=False):
            yield Line(id="verdict-line", optional=True)
            yield Line(id="advice", optional=True)
            yield Line(id="sources", optional=True)

    def show(self, scene: Scene) -> None:
        """Draw it."""
        outcome = scene.outcome
        level = self.query_one("#level", Line)
        end = self.query_one("#end", Big)
        if outcome is None:
            level.show("")
            end.show("DONE")
            self._texts("", (), scene.sources)
        else:
            level.show(level_line(outcome.level))
            level.set_class(outcome.level >= Level.SAME_DAY, "urgent")
            end.show(words.LEVELS[outcome.level][1])
            self._texts(outcome.line, outcome.advice, outcome.sources)
        self.set_class(outcome is not None, "judged")

    def scrolled(self, key: str) -> bool:
        """Move the advice by an arrow, if it is longer than its box; whether the key was one."""
        box = self.query_one("#advice-box", VerticalScroll)
        moves = {"up": -1, "down": 1, "pageup": -box.size.height, "pagedown": box.size.height}
        if key in moves:
            box.scroll_relative(y=moves[key], animate=False)
        return key in moves

    def _texts(self, line: str, advice: tuple[str, ...], sources: tuple[str, ...]) -> None:
        self.query_one("#verdict-line", Line).show(line)
        self.query_one("#advice", Line).show("\n".join(f"• {each}" for each in advice))
        self.query_one("#sources", Line).show(f"Sources: {', '.join(sources)}" if sources else "")
