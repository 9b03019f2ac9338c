"""Keeps the machine and its screen awake during a session."""

import threading
from collections.abc import Callable
from types import TracebackType

from stretchcoach.words.machine_notices import MAY_GO_DARK


class Awake:
    """Keeps awake from entering to leaving; the slow part runs in a thread of its own."""

    def __init__(self, wanted: bool = True, refused: Callable[[str], None] = lambda _: None) -> None:
        """``refused`` is told, from that thread, that it cannot be done."""
        self.active = False
        self.settled = threading.Event()
        """Set as soon as it is known whether it works."""
        self._wanted = wanted
        self._refused = refused
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._stay_awake, name="awake", daemon=True)

    def __enter__(self) -> "Awake":
        if self._wanted:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the screen go dark again; never waits longer than half a second."""
        self._over.set()
        if self._wanted:
            self._thread.join(0.5)

    def _stay_awake(self) -> None:
        try:
            from wakepy import keep

            with keep.presenting(on_fail="pass") as mode:
                self._settle(mode.active)
                self._over.wait()
        except Exception:  # whatever the desktop answers, the session goes on without it
            self._settle(False)

    def _settle(self, active: bool) -> None:
        if self.settled.is_set():
            return
        self.active = active
        self.settled.set()
        if not active and not self._over.is_set():
            self._refused(MAY_GO_DARK)


def can_stay_awake(patience: float = 5.0) -> bool:
    """Try it for a moment."""
    with Awake() as awake:
        awake.settled.wait(patience)
        return awake.active
