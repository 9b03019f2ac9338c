"""How much help is needed: the level first, in a word and a shape; then what may have played a part."""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import Center, Vertical, VerticalScroll

from stretchcoach.core.messages import Level, Likely, Outcome, Scene
from stretchcoach.tui import words
from stretchcoach.tui.widgets.base import Big, Hanging, Line
from stretchcoach.tui.widgets.blocks import Size, text_lines
from stretchcoach.words import screens, wording

TALL, LARGE = 30, Size.LARGE
"""Rows from which on the large words are larger than the smallest, and by how much at most."""


def _same(outcome: Outcome) -> bool:
    """Whether the large words alone tell all of it."""
    return wording.headline(outcome) == words.result_headline(outcome)[1]


def level_line(outcome: Outcome) -> str:
    """``▲ GET HELP TODAY``."""
    shape, name = words.result_headline(outcome)
    return f"{shape} {wording.headline(outcome).replace(name, name.upper(), 1)}"


class Causes(Vertical):
    """What may have played a part: a line that is too long goes on below its own beginning."""

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shown: tuple[Likely, ...] = ()
        self.display = False

    def show(self, causes: tuple[Likely, ...]) -> None:
        """Draw them, if they are others than before."""
        if causes != self._shown:
            self._shown, self.display = causes, bool(causes)
            self.remove_children()
            self.mount_all(_causes(causes))


class ResultView(Vertical):
    """The level, its line, the advice and the sources; or a plain end, where nothing was judged."""

    told: Mapping[str, str] = {}
    """What each source is, by its key; empty until somebody asks."""
    _causes = _all_large = False
    """Whether causes stand where the large words would, and whether those say all that the line of the level does."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Line(id="level", optional=True)
        yield Big(id="end", spare=True)
        with VerticalScroll(id="advice-box", can_focus=False):
            yield Big(id="verdict-large", spare=True)
            with Center(), Vertical(id="advice-column"):
                yield Line(id="verdict-line", optional=True)
                yield Hanging(id="advice", optional=True)
                yield Causes(id="causes")
                yield Line(id="sources", optional=True)

    def show(self, scene: Scene) -> None:
        outcome = scene.outcome
        level = self.query_one("#level", Line)
        end = self.query_one("#end", Big)
        if outcome is None:
            level.show("")
            end.show("STOPPED" if scene.stopped else "DONE")
            told = "" if scene.relief else wording.ended(scene)
            self._texts(told, (screens.PRESS_G_TO_CARRY_ON,) if scene.stopped else (), (), scene.sources)
        else:
            level.show(level_line(outcome))
            for each in (level, end):
                each.set_class(outcome.level >= Level.SAME_DAY, "urgent")
            end.show(words.result_headline(outcome)[1])
            self._causes = bool(outcome.causes)
            self._all_large = _same(outcome)
            self._texts(outcome.line, outcome.advice, outcome.causes, outcome.sources)
        self.set_class(outcome is not None, "judged")
        self._divide()

    def on_resize(self) -> None:
        self._divide()

    def _divide(self) -> None:
        """As many rows for the large words as they need; on a large screen what is urgent is all large."""
        end, line, large = (
            self.query_one("#end", Big), self.query_one("#verdict-line", Line), self.query_one("#verdict-large", Big),
        )  # fmt: skip
        width, height = self.size
        judged, tall = self.has_class("judged"), height >= TALL
        urgent = judged and self.query_one("#level").has_class("urgent")
        end.largest = LARGE if judged else Size.HUGE
        drawn = text_lines(end.text, width, height // 3 if tall else height // 2, LARGE if tall else Size.SMALL)
        end.styles.height = len(drawn or ()) if judged else "1fr"
        end.display = not judged or (bool(drawn) and not self._causes)
        self.set_class(judged and end.display and self._all_large, "told-large")
        large.show(line.text)
        read = text_lines(line.text, width - 2, height // 3, Size.SMALL) if urgent and tall else None
        large.styles.height = len(read or ())
        large.display, line.display = bool(read), not read

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
        self.query_one(Causes).show(causes)
        keys = list(dict.fromkeys([*sources, *(key for cause in causes for key in cause.sources)]))
        text = "\n".join(f"{key}: {self.told[key]}" for key in keys if key in self.told)
        self.query_one("#sources", Line).show(text or (f"Sources: {', '.join(keys)}" if keys else ""))


def _causes(causes: tuple[Likely, ...]) -> Iterator[Line]:
    if causes:
        yield Line(screens.MAY_HAVE_PLAYED_A_PART, classes="page-heading")
    for number, cause in enumerate(causes, 1):
        yield Hanging(f"{number}. {cause.name} ({screens.EVIDENCE[cause.evidence]})", classes="cause")
        yield Line(cause.why, classes="cause-why")
        yield from (Hanging(f"→ {line}", classes="cause-why") for line in cause.helps)
