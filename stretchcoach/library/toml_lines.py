"""Where in a TOML text each key stands: ``tomllib`` tells no lines, and an error without a line is half an error.

The text has already been parsed by ``tomllib``, so this walk may trust it: it splits the text into tokens and
follows headers, keys, arrays and inline tables, remembering the line on which each begins.
"""

import re
import tomllib
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Where a value lies in the document: keys, and indexes into arrays, from the root."""

TOKEN = re.compile(
    r'''(?P<blank>[ \t\r]+|\#[^\n]*)
    |(?P<newline>\n)
    |(?P<string>"""(?:\\[\s\S]|[^\\])*?"""(?:"{0,2})|\'\'\'[\s\S]*?\'\'\'(?:'{0,2})|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<mark>[\[\]{}=,.])
    |(?P<bare>[^\s\[\]{}=,.#"']+)''',
    re.VERBOSE,
)
_END = {"\n", ",", "]", "}", ""}


class _Token(NamedTuple):
    text: str
    line: int


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of every table, key and array element of a valid TOML text."""
    return _Walk(text).document()


def nearest_line(lines: dict[Path, int], path: Path) -> int:
    """The line of ``path``, or of the innermost table around it that is written down."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Walk:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def document(self) -> dict[Path, int]:
        table: Path = ()
        while self.peek() != "":
            if self.peek() == "\n":
                self.take()
            elif self.peek() == "[":
                table = self.header()
            else:
                self.pair(table)
        return self.lines

    def peek(self) -> str:
        return self.tokens[self.at].text

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def header(self) -> Path:
        """A line ``[a.b]`` or ``[[a.b]]``; each ``[[a.b]]`` begins one more element of the array."""
        line = self.take().line
        several = self.peek() == "["
        if several:
            self.take()
        *outer, last = self.key()
        path: Path = ()
        for name in outer:
            path = self.element((*path, name), line)
        path = (*path, last)
        self.lines.setdefault(path, line)
        if several:
            self.counts[path] = self.counts.get(path, 0) + 1
            path = self.element(path, line)
        while self.peek() == "]":
            self.take()
        return path

    def element(self, path: Path, line: int) -> Path:
        """The table that ``path`` means in a header: of an array of tables it is the newest one."""
        self.lines.setdefault(path, line)
        if path in self.counts:
            path = (*path, self.counts[path] - 1)
            self.lines.setdefault(path, line)
        return path

    def key(self) -> list[str]:
        names = [key_spelled(self.take().text)]
        while self.peek() == ".":
            self.take()
            names.append(key_spelled(self.take().text))
        return names

    def pair(self, table: Path) -> None:
        line = self.tokens[self.at].line
        path = table
        for name in self.key():
            path = (*path, name)
            self.lines.setdefault(path, line)
        self.take()
        self.value(path)

    def value(self, path: Path) -> None:
        if self.peek() not in ("[", "{"):
            while self.peek() not in _END:
                self.take()
            return
        array = self.take().text == "["
        index = 0
        while self.peek() not in ("]", "}"):
            if self.peek() in ("\n", ","):
                self.take()
            elif array:
                self.lines[(*path, index)] = self.tokens[self.at].line
                self.value((*path, index))
                index += 1
            else:
                self.pair(path)
        self.take()


def _tokens(text: str) -> list[_Token]:
    tokens, line = [], 1
    for match in TOKEN.finditer(text):
        if match.lastgroup != "blank":
            tokens.append(_Token(match.group(), line))
        line += match.group().count("\n")
    return [*tokens, _Token("", line)]


def key_spelled(token: str) -> str:
    """A key as the parser spells it: quotes off, escapes read."""
    return next(iter(tomllib.loads(f"{token} = 0"))) if token[0] in "\"'" else token
