"""One device, from a safe distance: nobody ever waits for it.

A sound server that hangs, or has died, can block any call on its device for ever.  So all of them are made on a
thread of their own, and an output that no longer answers is abandoned, thread and all, for a new one.
"""

from _queue import SimpleQueue
from _thread import start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stretchcoach.audio.device import Device


class DeviceOutput:
    """Opens a device at once.

    From other threads ``tell(state)`` is called with ``open``, ``none`` (there is no such device) or ``gone``, and
    ``fresh(asleep)`` before sound begins anew; ``asleep``: a wireless device that has rested.
    """

    def __init__(
        self,
        name: str,
        pull: "Callable[[int], bytes]",
        tell: "Callable[[str], None]",
        fresh: "Callable[[bool], None]",
    ) -> None:
        self._name = name
        self._pull = pull
        self._tell = tell
        self._fresh = fresh
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._device: Device | None = None
        self._abandoned = False
        self._rested = True
        self.fault = ""
        """Why there is no device."""
        self._jobs.put(self._open)
        start_new_thread(self._work, ())

    @property
    def backend(self) -> str:
        """The sound system in use; empty while there is none."""
        device = self._device
        return device.backend if device else ""

    @property
    def wireless(self) -> bool:
        """Whether it is reached by Bluetooth."""
        device = self._device
        return device is not None and device.wireless

    @property
    def running(self) -> bool:
        """Whether sound is being asked for."""
        device = self._device
        return device is not None and device.running

    def start(self) -> None:
        """Begin to play, if that has not begun."""
        self._jobs.put(self._start)

    def restart(self) -> None:
        """Drop what the device has been given and has not played yet."""
        self._jobs.put(self._restart)

    def rest(self) -> None:
        """Stop until the next ``start``."""
        self._jobs.put(self._rest)

    def abandon(self) -> None:
        """Have nothing more to do with it; it is closed if it lets itself be closed."""
        self._abandoned = True
        self._jobs.put(self._close)

    def _work(self) -> None:
        while not self._abandoned or self._device:
            job = self._jobs.get()
            try:
                job()
            except Exception as error:
                self.fault = str(error)
                self._tell("gone")

    def _open(self) -> None:
        try:
            from stretchcoach.audio.device import Device

            self._device = Device(self._name, self._next, self._gone)
        except Exception as error:
            self.fault = str(error)
            self._tell("none")
            return
        self._tell("open")

    def _next(self, frames: int) -> bytes:
        return bytes(2 * frames) if self._abandoned else self._pull(frames)

    def _start(self) -> None:
        if self._device and not self._device.running:
            self._fresh(self._rested and self._device.wireless)
            self._rested = False
            self._device.start()

    def _restart(self) -> None:
        self._stop()
        self._start()

    def _rest(self) -> None:
        self._stop()
        self._rested = True

    def _stop(self) -> None:
        if self._device and self._device.running:
            self._device.stop()

    def _close(self) -> None:
        device, self._device = self._device, None
        if device:
            device.close()

    def _gone(self) -> None:
        self._tell("gone")
