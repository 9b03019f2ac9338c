"""On which line of a JSON text a value stands; ``json`` tells lines of what it cannot read, and of nothing else."""

import json
import re

Path = tuple[str | int, ...]
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of what lies at ``path`` in a valid JSON text, or of the innermost that is there."""
    tokens = list(_TOKEN.finditer(text))
    at = 0
    for step in path:
        place = _child(tokens, at, step)
        if place is None:
            break
        at = place
    return text.count("\n", 0, tokens[at].start()) + 1 if tokens else 1


def _child(tokens: list[re.Match[str]], at: int, step: str | int) -> int | None:
    """The token at which the element ``step`` of the list or table at ``at`` begins."""
    opened = tokens[at][0] if at < len(tokens) else ""
    if opened not in ("{", "["):
        return None
    at, number = at + 1, 0
    while tokens[at][0] not in ("}", "]"):
        key: str | int = number
        if opened == "{":
            key, at = json.loads(tokens[at][0], strict=False), at + 2
        if key == step:
            return at
        at, number = _behind(tokens, at), number + 1
        at += tokens[at][0] == ","
    return None


def _behind(tokens: list[re.Match[str]], at: int) -> int:
    """The token behind the value at ``at``."""
    depth = 0
    while True:
        depth += (tokens[at][0] in "{[") - (tokens[at][0] in "}]")
        at += 1
        if depth == 0:
            return at
