"""An app that draws no more than its terminal takes: on a slow line a picture is left out, and never shown late."""

from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

SOON = 0.05
"""Seconds until a picture is tried again while several changes are made at once."""


class SparingApp(App[None]):
    """Whatever was left out, the whole picture follows as soon as the line is free."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver: Any = self._driver
        if renderable is not None and getattr(driver, "behind", False):
            driver.owe(self._draw_whole)
        else:
            super()._display(screen, renderable)

    def _draw_whole(self) -> None:
        if self._batch_count:
            self.set_timer(SOON, self._draw_whole)
        elif self._running and self.screen_stack:
            whole = self.screen._compositor.render_update(full=True, screen_stack=self._background_screens)
            self._display(self.screen, whole)
