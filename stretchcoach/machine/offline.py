"""What keeps the libraries from the network, beside the environment that the package sets (``__init__``)."""

import sys
from typing import Any

BEYOND = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"})


class OnlineError(OSError):
    """A library wanted to reach another machine."""


def onnxruntime() -> Any:
    """The library, with its telemetry off: by the environment before it is loaded, and by its own call afterwards."""
    import onnxruntime as library

    disable = getattr(library, "disable_telemetry_events", None)
    if disable is not None:
        disable()
    return library


def stay() -> None:
    """From now on this process gets an ``OnlineError`` where it would look beyond the machine.

    For recognisers that others have made, which would load their models from the network by themselves.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event not in BEYOND:
        return
    import socket

    if event == "socket.getaddrinfo" or args[0].family in (socket.AF_INET, socket.AF_INET6):
        raise OnlineError("it would need the network, and this program stays off it")
