"""TOML that people write by hand: parsed, or refused with the line and what to write instead."""

import re
import tomllib
from typing import Any

from stretchcoach.core.visible import visible
from stretchcoach.machine.files import DEEPEST, UnreadableError
from stretchcoach.words import library_faults

_KEY = r"""[\w.'"-]+"""
_BENT = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2033"
_HELP: tuple[tuple[str, str], ...] = (
    (rf"^\s*{_KEY}\s*=\s*\[?\s*[{_BENT}]", library_faults.WORD_PROCESSOR),
    (rf"^\s*[{_BENT}]", library_faults.QUOTED_KEY),
    (rf"^\s*-\s+({_KEY}\s*:|\S)", library_faults.YAML),
    (rf"^\s*{_KEY}\s*:", library_faults.colon(library_faults.AS_IN)),
    (r"^\s*[{<]", library_faults.no_toml(library_faults.AS_IN)),
    (r"^\s*(//|;|/\*|--)", library_faults.REMARK),
    (rf"^\s*{_KEY}\s*=\s*(True|False|yes|no|Yes|No|on|off|TRUE|FALSE)\b", library_faults.WRITE_TRUE_OR_FALSE),
    (rf"^\s*{_KEY}\s*=\s*-?\d+,\d+\s*(#.*)?$", library_faults.POINT),
    (rf"^\s*{_KEY}\s*=\s*-?[\d.]+\s*[a-zA-Z]", library_faults.UNIT),
    (rf"^\s*{_KEY}\s*=\s*-?0\d", library_faults.LEADING_ZERO),
    (rf"^\s*{_KEY}\s*=\s*[^\s\"'\[{{\d+-]", library_faults.unquoted(library_faults.AS_IN)),
    (rf"^\s*{_KEY}\s*=\s*(#.*)?$", library_faults.NO_VALUE),
    (rf"^\s*{_KEY}\s*=\s*\"[^\"]*\\", library_faults.BACKSLASH),
    (rf"^\s*{_KEY}\s*=\s*\"[^\"]*$", library_faults.NO_END_QUOTE),
    (rf"^\s*{_KEY}\s*=\s*'[^']*$", library_faults.NO_END_QUOTE),
    (rf"^\s*{_KEY}\s*=\s*\"[^\"]*\"\s*[^\s#,]", library_faults.QUOTE_IN_A_TEXT),
    (rf"^\s*{_KEY}\s*=\s*'[^']*'\s*[^\s#,]", library_faults.SINGLE_QUOTES),
    (rf"^\s*{_KEY}(\s+[^\s=]|\s*$)", library_faults.no_equals(library_faults.AS_IN)),
)  # fmt: skip
"""What a line that cannot be read looks like, and what to write instead."""
_NO_KEY = re.compile(r"Expected '='|Invalid (initial|statement)")
"""What is said of a line that is something else altogether."""
_DEEP = re.compile(rf"(?:[\[{{][^\[\]{{}}]*){{{DEEPEST + 1}}}")

_DOTTED = re.compile(
    rf"""(?:^|[\[{{,])[ \t]*(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{DEEPEST + 1}}}""", re.MULTILINE
)
"""A key of many parts is a nest, too, and ``tomllib`` takes hours over one of thousands."""


def parsed(text: str) -> dict[str, Any]:
    """The tables of a TOML text; raises an ``UnreadableError`` with key ``toml``."""
    if deep := _DEEP.search(text) or _DOTTED.search(text):
        raise UnreadableError(library_faults.NESTED_TOO_DEEPLY, text.count("\n", 0, deep.start()) + 1, "toml")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnreadableError(library_faults.NESTED_TOO_DEEPLY, 1, "toml") from None
    except tomllib.TOMLDecodeError as error:
        message, line = _place(str(error), text)
        raise UnreadableError(*_helped(message, line, text), "toml") from None
    except ValueError:  # https://github.com/python/cpython/issues/95778: integers of thousands of digits
        raise UnreadableError(library_faults.NUMBER_TOO_LONG, _longest(text), "toml") from None


def _place(message: str, text: str) -> tuple[str, int]:
    """What ``tomllib`` complains of, and the line that it names at the end of its message."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if place is None:
        return visible(message), 1
    return visible(message[: place.start()]), int(place[1]) if place[1] else text.count("\n") + 1


def _helped(message: str, number: int, text: str) -> tuple[str, int]:
    """The complaint in words that help, and its line."""
    if twice := re.match(r"Cannot declare \('(.*)',?\) twice", message):
        name = twice[1].replace("', '", ".")
        return library_faults.table_twice(name), number
    if message.startswith("Cannot overwrite"):
        number = min(number, text.rstrip().count("\n") + 1)
        key = re.match(rf"\s*\[*\s*({_KEY})", _line(text, number))
        return library_faults.key_twice(visible(key[1]) if key else "a key"), number
    line = _line(text, min(number, text.rstrip().count("\n") + 1) if message == "Invalid value" else number)
    other = library_faults.no_toml(library_faults.AS_IN) if _NO_KEY.match(message) else ""
    hint = next((help_ for shape, help_ in _HELP if re.search(shape, line)), other)
    return (f"{message}: {hint}" if hint else message), number


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1][:500] if number <= len(lines) else ""


def _longest(text: str) -> int:
    """The line of the first number of thousands of digits."""
    found = re.search(r"[\d_]{1000,}", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
