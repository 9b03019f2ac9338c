"""Keeps a device open: opens it, opens it again when it has gone away, and never lets anybody wait for it.

A sound server that hangs can block any call on the device for ever, so all of them are made on a thread of their
own.  From there ``tell(state)`` is called with ``open``, ``none`` (there is no device) or ``gone``, and ``fresh()``
before sound begins anew.
"""

from _queue import SimpleQueue
from _thread import start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stretchcoach.audio.device import Device


class Output:
    """The device, from a safe distance."""

    def __init__(
        self, pull: "Callable[[int], bytes]", tell: "Callable[[str], None]", fresh: "Callable[[], None]"
    ) -> None:
        self._pull = pull
        self._tell = tell
        self._fresh = fresh
        self._jobs: SimpleQueue[tuple[Callable[[str], None], str]] = SimpleQueue()
        self._device: Device | None = None
        self.fault = ""
        """Why there is no device."""
        start_new_thread(self._work, ())

    @property
    def backend(self) -> str:
        """The sound system in use; empty while there is none."""
        device = self._device
        return device.backend if device else ""

    @property
    def running(self) -> bool:
        """Whether sound is being asked for."""
        device = self._device
        return device is not None and device.running

    def open(self, name: str) -> None:
        """Open the device of that name, the default one if it is empty, letting go of the one before."""
        self._jobs.put((self._open, name))

    def start(self) -> None:
        """Begin to play, if that has not begun."""
        self._jobs.put((self._start, ""))

    def restart(self) -> None:
        """Drop what the device has been given and has not played yet."""
        self._jobs.put((self._restart, ""))

    def rest(self) -> None:
        """Stop until the next ``start``."""
        self._jobs.put((self._rest, ""))

    def _work(self) -> None:
        while True:
            job, name = self._jobs.get()
            try:
                job(name)
            except Exception as error:
                self.fault = str(error)
                self._tell("gone")

    def _open(self, name: str) -> None:
        old, self._device = self._device, None
        if old:
            old.close()
        try:
            from stretchcoach.audio.device import Device

            self._device = Device(name, self._pull, self._gone)
            self.fault = ""
        except Exception as error:
            self.fault = str(error)
            self._tell("none")
            return
        self._tell("open")

    def _start(self, _name: str) -> None:
        if self._device and not self._device.running:
            self._fresh()
            self._device.start()

    def _restart(self, _name: str) -> None:
        if self._device:
            if self._device.running:
                self._device.stop()
            self._fresh()
            self._device.start()

    def _rest(self, _name: str) -> None:
        if self._device and self._device.running:
            self._device.stop()

    def _gone(self) -> None:
        self._tell("gone")
