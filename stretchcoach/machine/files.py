"""Files that somebody hands over, or keeps for us: read whole and at once, or refused in one sentence.

A path may lead to a folder, a pipe that nobody writes into, a device, a link to itself, or to a file of gigabytes;
what is in it may be no text, no TOML, no JSON.  All of that is an ``UnreadableError`` that says so in words.
"""

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

MOST = 1024 * 1024
"""Bytes; what people write by hand is far smaller."""
MOSTLY_PLAIN = 0.75
"""The share of letters that are Latin in what is taken for UTF-16 without its mark."""
MOST_NAMES = 5000
"""Files of a folder among which a misspelt name is looked for."""
LIKE = 0.75
DEEPEST = 32
"""Lists in lists; nothing that is read here needs more than four."""
_OTHERS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


class UnreadableError(ValueError):
    """Why a file cannot be read: what it is, or does, said after its name."""

    def __init__(self, message: str, line: int = 0, key: str = "file") -> None:
        super().__init__(message)
        self.message, self.line, self.key = message, line, key
        """``line``: from 1; 0 where it is about the whole."""

    def about(self, name: object) -> str:
        """One sentence with the file and the line."""
        from stretchcoach.core.visible import visible

        return visible(f"{name}:{self.line}: {self.message}." if self.line else f"{name} {self.message}.")


class _TwiceError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_bytes(path: "Path | str", most: int = MOST) -> bytes:
    """All of a plain file of at most ``most`` bytes; a missing one is a ``FileNotFoundError``."""
    try:
        check_plain(path, most)
        descriptor = _opened(path)
        try:
            _plain(os.fstat(descriptor), most)
            with os.fdopen(os.dup(descriptor), "rb") as file:
                data = file.read(most + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        if os.path.islink(path):  # noqa: PTH114
            raise UnreadableError("is a link to a file that is not there") from None
        raise
    except OSError as error:
        raise UnreadableError(f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(data) > most:
        raise UnreadableError(_too_large(most))
    return data


def read_text(path: "Path | str", most: int = MOST) -> str:
    """The same as text."""
    return decoded(read_bytes(path, most))


def decoded(data: bytes) -> str:
    """Text in UTF-8, or in UTF-16 where a mark at its beginning says so, or its zeros do."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    wide = "utf-16" if marked else _by_its_zeros(data)
    try:
        text = data.decode(wide or "utf-8-sig")
    except UnicodeDecodeError as error:
        if wide:
            raise UnreadableError("is damaged text in UTF-16; save it as UTF-8") from None
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError("is not UTF-8 text; save it as UTF-8", line) from None
    if (null := text.find("\0")) >= 0:
        raise UnreadableError("holds null bytes, so it is no text; save it as UTF-8", text.count("\n", 0, null) + 1)
    return text


def _by_its_zeros(data: bytes) -> str:
    """The form of UTF-16 in which most letters have a zero byte on one side, and none on the other; else nothing."""
    first, second = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and min(first, second) == 0 and max(first, second) > len(data) * MOSTLY_PLAIN / 2:
        return "utf-16-le" if second else "utf-16-be"
    return ""


def missing(path: "Path | str") -> str:
    """What is said of a file that is not there, after its name: with the nearest name beside it."""
    from stretchcoach.core.visible import visible
    from stretchcoach.machine.nearest import guess
    from stretchcoach.words.machine_notices import NOT_THERE

    folder, name = os.path.split(path)
    try:
        names = sorted(os.listdir(folder or "."))[:MOST_NAMES]  # noqa: PTH208
    except (OSError, ValueError):
        names = []
    return NOT_THERE + visible(guess(name, names, LIKE))


def check_plain(path: "Path | str", most: int) -> None:
    """Refuse what a library that opens files by itself must not be handed; a missing file is an ``OSError``."""
    try:
        _plain(os.stat(path), most)  # noqa: PTH116
    except ValueError as error:  # a null byte in the name
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("is no name that a file can have") from None


def json_value(text: str, finite: bool = True) -> object:
    """The value of a JSON text; keys that stand there twice and deep nests are refused, endless numbers if ``finite``.

    Without ``finite`` whoever reads the value must look at its numbers, and can say which one it is.
    """
    import json

    try:
        value = json.loads(text, object_pairs_hook=_pairs, **(_FINITE if finite else {}))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not JSON: {error.msg}, column {error.colno}", error.lineno) from None
    except _TwiceError as twice:
        raise UnreadableError(f"has the key '{twice.key[:80]}' twice", _second(text, twice.key)) from None
    except UnreadableError:
        raise
    except RecursionError:
        raise UnreadableError(_NESTED) from None
    except ValueError:  # https://github.com/python/cpython/issues/95778: integers of thousands of digits
        raise UnreadableError("holds a number that is far too long") from None
    if _deep(value):
        raise UnreadableError(_NESTED)
    return value


def _opened(path: "Path | str") -> int:
    """A descriptor; a pipe that took the file's place just now does not hold us up."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))


def _plain(what: os.stat_result, most: int) -> None:
    for is_that, name in _OTHERS:
        if is_that(what.st_mode):
            raise UnreadableError(f"is {name}, not a file")
    if what.st_size > most:
        raise UnreadableError(_too_large(most))


def _too_large(most: int) -> str:
    size = f"{most // 1024} KB" if most < 1024 * 1024 else f"{most // 1024 // 1024} MB"
    return f"is too large: more than {size}"


def _pairs(pairs: "list[tuple[str, Any]]") -> "dict[str, Any]":
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _second(text: str, key: str) -> int:
    """The line on which a key stands for the second time; 0 where that cannot be told."""
    import json
    import re

    places = [found.start() for found in re.finditer(rf"{re.escape(json.dumps(key))}\s*:", text)]
    return text.count("\n", 0, places[1]) + 1 if len(places) == 2 else 0


def _finite(number: str) -> float:
    value = float(number)
    if value in (float("inf"), float("-inf")):
        raise UnreadableError("holds a number that is far too large")
    return value


def _constant(name: str) -> object:
    raise UnreadableError(f"holds {name}, which is no number of JSON")


_NESTED = "is not JSON that can be read: it is nested too deeply"
_FINITE: "dict[str, Any]" = {"parse_constant": _constant, "parse_float": _finite}


def _deep(value: object) -> bool:
    level: Iterable[object] = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, list | dict)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True
