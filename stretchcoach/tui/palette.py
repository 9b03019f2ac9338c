"""The palette's commands, and the last look at what is drawn: a person's text is never markup, and steers nothing."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import cast

from rich.segment import Segment
from textual import on
from textual.app import SystemCommand
from textual.color import Color
from textual.command import Command, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Input

from stretchcoach.core.commands import TABLE
from stretchcoach.core.visible import hidden, visible
from stretchcoach.program.runner import Runner
from stretchcoach.words import screens


class Commands(Provider):
    """What ``App.get_system_commands`` offers; Textual's own provider would read titles as markup."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for name, note, callback, shown in sorted(self.app.get_system_commands(self.screen), key=lambda each: each[0]):
            if shown:
                yield DiscoveryHit(Content(visible(name)), callback, text=visible(name), help=_plain(note))

    async def search(self, query: str) -> Hits:
        """What is like the words that were typed."""
        matcher = self.matcher(query)
        for name, note, callback, _ in self.app.get_system_commands(self.screen):
            score, places = matcher.fuzzy_search.match(query, visible(name))
            if score > 0:
                yield Hit(score, self._lit(visible(name), places), callback, text=visible(name), help=_plain(note))

    def _lit(self, name: str, places: Sequence[int]) -> Content:
        """The name with the letters that were typed."""
        found = Content(name)
        for place in places:
            if self.match_style and not name[place].isspace():
                found = found.stylize(self.match_style, place, place + 1)
        return found


class Palette(CommandPalette):
    """Enter starts what was searched for, and never what stood there before the search."""

    def __init__(self) -> None:
        super().__init__(id="--command-palette")
        self._listed, self._entered = True, False

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False

    @on(Input.Changed)
    def _search_begins(self) -> None:
        self._listed, self._entered = False, False

    @on(Input.Submitted)
    def _entered_early(self, event: Input.Submitted) -> None:
        if not self._listed:
            self._entered = True
            event.stop()
            event.prevent_default()

    def _refresh_command_list(self, command_list: CommandList, commands: list[Command], clear_current: bool) -> None:
        super()._refresh_command_list(command_list, commands, clear_current)
        self._listed = True
        if self._entered and commands:
            self._select_or_command()
        self._entered = False


def session_commands(runner: Runner) -> Iterator[SystemCommand]:
    """Every command of the coach; those that mean something now come first."""
    allowed = runner.scene().allowed
    for command, entry in sorted(TABLE.items(), key=lambda item: item[0] not in allowed):
        note = entry.help if command in allowed else screens.not_now(entry.help)
        yield SystemCommand(entry.label, note, partial(runner.send, command))


def _plain(note: str) -> str:
    """The palette reads a note as markup, unless it is content already; its type says text."""
    return cast("str", Content(visible(note)))


class Harmless(LineFilter):
    """Drops from every line that is drawn what a widget should have made a sign of."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if not any(hidden(segment.text) for segment in segments if not segment.control):
            return segments
        return [
            segment
            if segment.control
            else Segment("".join(each for each in segment.text if not hidden(each)), segment.style)
            for segment in segments
        ]
