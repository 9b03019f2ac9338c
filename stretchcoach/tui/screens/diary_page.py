"""What the screens of the diary share: they look into it without standing still, and what fails is one plain line."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual.worker import Worker

from stretchcoach.program.browser import DiaryBrowser, DiaryError
from stretchcoach.tui.screens.page_screen import PageScreen
from stretchcoach.tui.widgets.base import Line, still_there

T = TypeVar("T")


class DiaryPage(PageScreen[None]):
    """A screen with a line ``#told`` for what is to be said."""

    def __init__(self, browser: DiaryBrowser) -> None:
        super().__init__()
        self.browser = browser

    def look(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do ``work`` in a thread and hand its result to ``then``; a newer look takes its place."""
        self._begin(work, then, "look", True)

    def write(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """The same for what changes the diary; nothing takes its place."""
        self._begin(work, then, "write", False)

    def _begin(self, work: Callable[[], T], then: Callable[[T], None], group: str, exclusive: bool) -> None:
        """Pass the function, not a coroutine: a worker replaced before it starts would leave one un-awaited."""

        async def run() -> None:
            await self._looked(work, then)

        _: Worker[None] = self.run_worker(run, group=group, exclusive=exclusive)

    async def _looked(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        try:
            found = await asyncio.to_thread(work)
            notice = await asyncio.to_thread(self.browser.notice)
        except DiaryError as error:
            if still_there(self):
                self.fail(error)
            return
        if notice:
            self.tell(notice)
        if still_there(self):
            then(found)

    def fail(self, error: DiaryError) -> None:
        """Say what could not be done."""
        self.tell(str(error))

    def tell(self, text: str) -> None:
        """Say it below the page."""
        if still_there(self):
            self.query_one("#told", Line).show(text)
