"""How much help is needed: the level first, in a word and a shape; then what may have played a part."""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from stretchcoach.core import wording
from stretchcoach.core.messages import Level, Likely, Outcome, Scene
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Big, Line


def level_line(outcome: Outcome) -> str:
    """``▲ GET HELP TODAY``."""
    shape, name = words.headline(outcome)
    return f"{shape} {wording.headline(outcome).replace(name, name.upper(), 1)}"


class Verdict(Vertical):
    """The level, its line, the advice and the sources; or a plain end, where nothing was judged."""

    told: Mapping[str, str] = {}
    """What each source is, by its key; empty until somebody asks."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(id="level", optional=True)
        yield Big(id="end", spare=True)
        with VerticalScroll(id="advice-box", can_focus=False):
            yield Line(id="verdict-line", optional=True)
            yield Line(id="advice", optional=True)
            yield Line(id="causes", optional=True)
            yield Line(id="sources", optional=True)

    def show(self, scene: Scene) -> None:
        """Draw it."""
        outcome = scene.outcome
        level = self.query_one("#level", Line)
        end = self.query_one("#end", Big)
        if outcome is None:
            level.show("")
            end.show("STOPPED" if scene.stopped else "DONE")
            end.display = True
            told = "" if scene.relief else wording.ended(scene)
            self._texts(told, ("Press g to carry on.",) if scene.stopped else (), (), scene.sources)
        else:
            level.show(level_line(outcome))
            level.set_class(outcome.level >= Level.SAME_DAY, "urgent")
            end.show(words.headline(outcome)[1])
            end.display = not outcome.causes
            self._texts(outcome.line, outcome.advice, outcome.causes, outcome.sources)
        self.set_class(outcome is not None, "judged")

    def tell(self, told: Mapping[str, str]) -> None:
        """Show what the sources are, at the end of the page, or their keys alone again."""
        self.told = {} if self.told else told
        box = self.query_one("#advice-box", VerticalScroll)
        self.call_after_refresh(box.scroll_end if self.told else box.scroll_home, animate=False)

    def scrolled(self, key: str) -> bool:
        """Move the advice by an arrow, if it is longer than its box; whether the key was one."""
        box = self.query_one("#advice-box", VerticalScroll)
        moves = {"up": -1, "down": 1, "pageup": -box.size.height, "pagedown": box.size.height}
        if key in moves:
            box.scroll_relative(y=moves[key], animate=False)
        return key in moves

    def _texts(self, line: str, advice: tuple[str, ...], causes: tuple[Likely, ...], sources: tuple[str, ...]) -> None:
        self.query_one("#verdict-line", Line).show(line)
        self.query_one("#advice", Line).show("\n".join(f"• {each}" for each in advice))
        self.query_one("#causes", Line).show("\n".join(_causes(causes)))
        keys = list(dict.fromkeys([*sources, *(key for cause in causes for key in cause.sources)]))
        text = "\n".join(f"{key}: {self.told[key]}" for key in keys if key in self.told)
        self.query_one("#sources", Line).show(text or (f"Sources: {', '.join(keys)}" if keys else ""))


def _causes(causes: tuple[Likely, ...]) -> Iterator[str]:
    if causes:
        yield "\nMAY HAVE PLAYED A PART"
    for number, cause in enumerate(causes, 1):
        yield f"{number}. {cause.name} ({words.EVIDENCE[cause.evidence]})"
        yield f"   {cause.why}"
        yield from (f"   → {line}" for line in cause.helps)
