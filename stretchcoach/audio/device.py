"""The output device, through miniaudio's C library.

``_miniaudio``, the compiled half of the package, is used directly: importing its Python half costs 50 ms of
``urllib`` and, where numpy is installed, 100 ms, all of it before the first word.
"""

import sys

from _miniaudio import ffi, lib

from stretchcoach.machine.priority import in_time
from stretchcoach.pipes.pcm import RATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

PERIOD = 60
"""Milliseconds a block; with half of it, four programs that want the processor made beeps come 40 ms off and more."""
PERIODS = 3
_BACKENDS = {"linux": ("pulseaudio", "alsa"), "darwin": ("coreaudio",), "win32": ("wasapi", "dsound", "winmm")}
"""Tried one by one; never ``null``, which plays into nothing and says nothing."""
_OTHER = ("pulseaudio", "alsa", "oss", "sndio", "audio4")

_WIRELESS = ("bluetooth", "airpods", "buds", "hands-free")
"""In the names that macOS and Windows give."""

lib.init_miniaudio()


class DeviceError(Exception):
    """No device could be opened; says what was tried."""


class Device:
    """An open output device; ``pull(frames)`` is called on its own thread, ``gone()`` when it stops by itself."""

    def __init__(self, name: str, pull: "Callable[[int], bytes]", gone: "Callable[[], None]") -> None:
        self.pull = pull
        self.gone = gone
        self.name = name
        self.backend = ""
        self.running = False
        self.in_time = False
        """Its thread comes before others."""
        self.wireless = False
        """It is reached by Bluetooth, and swallows the first syllable after it has slept."""
        self._me = ffi.new_handle(self)
        self._device = ffi.new("ma_device*")
        self._context: Any = None
        self._open()

    def start(self) -> None:
        """Begin to ask for sound; the first block is asked for at once."""
        if lib.ma_device_start(self._device) != lib.MA_SUCCESS:
            raise DeviceError(f"{self.backend} did not start")
        self.running = True

    def stop(self) -> None:
        """Silence at once: what the device had been given is dropped."""
        self.running = False
        lib.ma_device_stop(self._device)

    def close(self) -> None:
        """Let go of the device."""
        self.running = False
        lib.ma_device_uninit(self._device)
        lib.ma_context_uninit(self._context)

    def _open(self) -> None:
        tried = []
        for backend in _BACKENDS.get(sys.platform, _OTHER):
            fault = self._try(backend)
            if not fault:
                self.backend = backend
                self.wireless = _is_wireless(self._context, self.name)
                return
            tried.append(f"{backend}: {fault}")
        raise DeviceError("; ".join(tried))

    def _try(self, backend: str) -> str:
        context = ffi.new("ma_context*")
        settings = lib.ma_context_config_init()
        settings.threadPriority = lib.ma_thread_priority_highest
        number = getattr(lib, f"ma_backend_{backend}")
        if lib.ma_context_init(ffi.new("ma_backend[]", [number]), 1, ffi.addressof(settings), context):
            return "not there"
        self._context = context
        fault = self._init()
        if fault:
            lib.ma_context_uninit(context)
        return fault

    def _init(self) -> str:
        config = lib.ma_device_config_init(lib.ma_device_type_playback)
        config.sampleRate = RATE
        config.playback.channels = 1
        config.playback.format = lib.ma_format_s16
        config.periodSizeInMilliseconds = PERIOD
        config.periods = PERIODS
        config.dataCallback = lib._internal_data_callback
        config.stopCallback = lib._internal_stop_callback
        config.pUserData = self._me
        if self.name:
            found = _find(self._context, self.name)
            if found is None:
                return f"no device like {self.name!r}"
            config.playback.pDeviceID = found
        if lib.ma_device_init(self._context, ffi.addressof(config), self._device):
            return "no device"
        if self._device.pContext.backend == lib.ma_backend_null:
            lib.ma_device_uninit(self._device)
            return "no device"
        return ""


def _infos(context: "Any") -> "list[Any]":
    devices, count = ffi.new("ma_device_info**"), ffi.new("ma_uint32*")
    if lib.ma_context_get_devices(context, devices, count, ffi.NULL, ffi.NULL):
        return []
    return [devices[0][at] for at in range(count[0])]


def loudspeakers() -> list[str]:
    """The loudspeakers of the first sound system that has any; nothing is opened."""
    for backend in _BACKENDS.get(sys.platform, _OTHER):
        context = ffi.new("ma_context*")
        settings = lib.ma_context_config_init()
        number = getattr(lib, f"ma_backend_{backend}")
        if lib.ma_context_init(ffi.new("ma_backend[]", [number]), 1, ffi.addressof(settings), context):
            continue
        found = [ffi.string(info.name).decode("utf-8", "replace") for info in _infos(context)]
        lib.ma_context_uninit(context)
        if found:
            return found
    return []


def _is_wireless(context: "Any", name: str) -> bool:
    """Whether the device of that name, or the default one, is reached by Bluetooth: sound servers call it so."""
    for info in _infos(context):
        called = ffi.string(info.name).decode("utf-8", "replace").casefold()
        if name.casefold() in called if name else info.isDefault:
            known = bytes(ffi.buffer(ffi.addressof(info, "id")))
            return known.startswith(b"bluez") or any(word in called for word in _WIRELESS)
    return False


def _find(context: "Any", name: str) -> "Any":
    for info in _infos(context):
        if name.casefold() in ffi.string(info.name).decode("utf-8", "replace").casefold():
            return ffi.new("ma_device_id*", info.id)
    return None


# The library has one callback of this name for a process, and ``ears/capture`` defines it too, for the microphone: the
# module that is imported last has it.  So loudspeaker and microphone are never open in the same process.
@ffi.def_extern()  # type: ignore[untyped-decorator]
def _internal_data_callback(device: "Any", output: "Any", _input: "Any", frames: int) -> None:
    mine = ffi.from_handle(device.pUserData)
    if not mine.in_time:
        mine.in_time = True
        in_time()
    block = mine.pull(frames)
    ffi.memmove(output, block, len(block))


@ffi.def_extern()  # type: ignore[untyped-decorator]
def _internal_stop_callback(device: "Any") -> None:
    mine = ffi.from_handle(device.pUserData)
    if mine.running:
        mine.running = False
        mine.gone()
