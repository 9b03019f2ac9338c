"""``--trace FILE``: all that went into the coach and came out of it, as JSON lines, for a report of something wrong.

A session begins with the setup of its coach; then comes a line for every event and every effect, with its second, and
for every utterance what else it may have been.  No sound is in it, and of what was said only the words that were
recognised; but the answers are, so it is written only where it is asked for, for its owner alone.
``python -m stretchcoach.replay FILE`` plays it again.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

import msgspec
from msgspec.structs import replace

from stretchcoach import __version__
from stretchcoach.core.messages import Command, Effect, Event
from stretchcoach.core.plan import Plan
from stretchcoach.core.setup import Setup
from stretchcoach.machine.private import FILE

FORMAT = 2
PATIENCE = 2.0
"""Seconds that the end of the program waits for the disk."""


class Trace:
    """Writes in a thread of its own, so that a slow disk keeps no session waiting; a full one ends the trace alone."""

    def __init__(self, path: Path) -> None:
        """Raises an ``OSError`` where there is such a file already, or none can be made."""
        self.fault = ""
        """Why it is not whole, if it is not."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
        self._lines: SimpleQueue[list[dict[str, Any]] | None] = SimpleQueue()
        self._writer = Thread(target=self._write, name="trace", daemon=True)
        self._writer.start()

    def begin(self, setup: Setup, plan: Plan | None, at: float) -> None:
        """A session, from here on; the steps of a routine stay out, for its plan holds them unfolded."""
        plain = msgspec.to_builtins(plan and replace(plan, routine=replace(plan.routine, steps=())))
        told = {"setup": msgspec.to_builtins(setup, order="sorted"), "plan": plain}
        self._lines.put([{"trace": FORMAT, "version": __version__, "now": at, **told}])

    def step(self, event: Event, at: float, effects: Sequence[Effect]) -> None:
        """An event and its effects."""
        self._lines.put(
            [
                {"now": at, "event": type(event).__name__, **_fields(event)},
                *({"now": at, "effect": type(effect).__name__, **_fields(effect)} for effect in effects),
            ]
        )

    def candidates(self, at: float, heard: str, likely: Sequence[tuple[str, float]]) -> None:
        """What an utterance was taken for, empty for nothing, and what else it may have been, with the scores."""
        scores = [[label, round(score, 3)] for label, score in likely]
        self._lines.put([{"now": at, "heard": heard, "candidates": scores}])

    def close(self) -> None:
        """All of it is on the disk, or the disk is too slow."""
        self._lines.put(None)
        self._writer.join(PATIENCE)

    def _write(self) -> None:
        try:
            with os.fdopen(self._file, "wb", buffering=0) as file:
                while (lines := self._lines.get()) is not None:
                    file.write(msgspec.json.Encoder().encode_lines(lines))
        except OSError as error:
            self.fault = (error.strerror or str(error)).lower()
            while self._lines.get() is not None:
                pass


def _fields(message: Event | Effect) -> dict[str, Any]:
    return {"command": message.value} if isinstance(message, Command) else msgspec.to_builtins(message)
