"""What is said between the program and its audio process: one line a message, fields split by a control character.

Commands: ``set name value ...``, ``begin``, ``warm``, ``say utterance text``, ``again utterance``, ``hush``,
``duck 0|1``, ``beep sound at``, ``prepare text``, ``played path``, ``ask ticket``, ``alive``, ``bye``.  Events:
``ended utterance``, ``notice voiced text``, ``answer ticket json``, ``alive``.
The ears speak the same way (``ears/process.py``).
"""

_SPLIT = "\x1f"
_PLAIN = str.maketrans("\x1f\n\r", "   ")


def pack(*fields: object) -> bytes:
    """One message; control characters inside a field become spaces."""
    return (_SPLIT.join(str(field).translate(_PLAIN) for field in fields) + "\n").encode("utf-8", "replace")


class Feed:
    """Cuts a stream of bytes into messages."""

    def __init__(self) -> None:
        self._rest = b""

    def messages(self, piece: bytes) -> list[list[str]]:
        """The messages that are complete with this piece."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        return [line.decode("utf-8", "replace").split(_SPLIT) for line in lines if line]
