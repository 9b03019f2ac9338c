"""All keys and words, from the one table."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Command
from stretchcoach.tui import words
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line
from stretchcoach.tui.widgets.keybar import KeyBar
from stretchcoach.words import screens

C = Command
GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (screens.ALWAYS, (C.STOP, C.HELP)),
    (screens.IN_A_CRAMP, (C.GONE, C.SAME, C.WORSE, C.LEFT, C.RIGHT, C.BOTH, C.YES, C.ALARM, C.LATER)),
    (screens.GOING_ON, (C.PAUSE, C.RESUME, C.READY, C.NEXT, C.BACK, C.REPEAT, C.UNWELL)),
    (screens.THE_STRETCH, (C.HOW, C.LONGER, C.SHORTER, C.TIME)),
    (screens.THE_VOICE, (C.AGAIN, C.LOUDER, C.QUIETER, C.SLOWER, C.FASTER)),
)
del C
SCREENS = (
    ("c", "a cramp now", "home"), ("r", "rehearse a cramp", "home"), ("f p m", "filter the routines", "home"),
    ("d", "the diary; in it c is a calendar, g charts", "home"),
    ("n", "write a routine, or paste a sheet", "home"),
    ("tab", "from the list to the card and back", "home"), (", or F2", "settings", screens.HOME_F2_EVERYWHERE),
    ("m", "the microphone on or off", "in a session"),
    ("→ ← ? space", "skip, back, why, pause", "at a question"),
    ("1 to 9, Enter, 0", "tick, done, none of these", "at a list"),
    ("ctrl+p", "everything by name", "everywhere"), ("q", "leave", "everywhere"),
    ("ctrl+c", "leave at once, in silence", "everywhere"),
    ("ctrl+z", "put aside in a shell, fg takes it up", "not while it cramps"),
)  # fmt: skip


class HelpScreen(PageScreen[None]):
    """Read it, scroll it, leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "app.pop_screen", screens.BACK)]

    def compose(self) -> ComposeResult:
        """A group after the other."""
        yield Line(screens.KEYS_AND_WORDS, classes="page-title")
        with VerticalScroll(classes="page"):
            yield Line(
                screens.NOTHING_NEEDED,
                classes="page-lead",
            )
            for title, commands in GROUPS:
                yield Line(title, classes="page-heading")
                for command in commands:
                    yield from _entry(command)
            yield Line(screens.THE_SCREENS, classes="page-heading")
            for key, does, where in SCREENS:
                yield _row(key, does, where)
        yield KeyBar(("up", "Up", True), ("down", "Down", True), ("escape", "Back", True))

    def on_mount(self) -> None:
        self.reads(self.query_one(VerticalScroll))


def _entry(command: Command) -> Iterator[Widget]:
    entry = TABLE[command]
    yield _row(
        " ".join(words.key_cap(key) for key in entry.keys), entry.label, entry.help, f"say: {', '.join(entry.phrases)}"
    )


def _row(key: str, label: str, text: str, said: str = "") -> Widget:
    """The key beside its meaning, which wraps in a column of its own."""
    meaning = Content.assemble((f"{label}  ", "bold"), (text, ""))
    if said:
        meaning += Content.styled(f"\n{said}", "$muted")
    cap = Static(Content.styled(key, "bold $mark"), classes="page-key")
    return Horizontal(cap, Static(meaning, classes="page-meaning"), classes="page-entry")
