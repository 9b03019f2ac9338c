"""Tables: what the head of a column says is said in each of its cells, so that a row reads like a line."""

import re

_HEAD = re.compile(
    r"\b(?:exercises?|stretch(?:es)?|movements?|drills?|names?|activity|reps?|repetitions?|sets?|rounds?|times?|durations?|holds?|rests?|secs?|seconds|notes?|comments?|sides?|tempo|load|weight|how|focus|muscles?|area|target|level|equipment)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(\d{1,3}(?:\s*(?:-|\u2013|to)\s*\d{1,3})?)(?=$|\s*(?:x\s*$|/|\(|(?:each|per|every|ea|e/s|both|left|right)\b))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\d\s*(?:s|secs?|seconds?|mins?|minutes?)\b", re.IGNORECASE)
_NOTHING = re.compile(r"^(?:[-\u2013\u2014./]|n/?a|none)?$", re.IGNORECASE)


def tabled(raws: list[str]) -> list[str]:
    """The same lines; in the rows of a table with a head, each number has the word of its column."""
    columns: list[str] = []
    whole = list(raws)
    for place, raw in enumerate(raws):
        if raw.count("|") < 2:
            columns = columns if not raw.strip() else []
        elif _is_head(_cells(raw)):
            columns = [_kind(cell) for cell in _cells(raw)]
        elif columns and not re.fullmatch(r"[\s|:+-]*", raw):
            cells = _cells(raw)
            if len(cells) == len(columns):
                said = [_said(cell, kind) for cell, kind in zip(cells, columns, strict=True)]
                whole[place] = f"| {' | '.join(cell for cell in said if cell)} |"
    return whole


def _cells(raw: str) -> list[str]:
    return [cell.strip() for cell in raw.strip().strip("|").split("|")]


def _is_head(cells: list[str]) -> bool:
    return all(_HEAD.search(cell) and not re.search(r"\d", cell) for cell in cells if cell.strip("#")) and any(
        map(_kind, cells)
    )


def _kind(head: str) -> str:
    """What a column holds: ``sets``, ``reps``, ``hold``, ``rest``, or nothing that its cells have to say."""
    low = head.lower().strip()
    if low in ("#", "no", "no.", "nr"):
        return "number"
    sets, reps = bool(re.search(r"\bsets?\b", low)), bool(re.search(r"\brep", low))
    if sets or reps:
        return "" if sets and reps else "sets" if sets else "reps"
    kind = "hold" if "hold" in low else "rest" if "rest" in low else ""
    return f"{kind} in seconds" if kind and "sec" in low else kind


def _said(cell: str, kind: str) -> str:
    """A cell with the word of its column; one that needs none stays as it is."""
    if kind == "number":
        return ""
    if not kind or _NOTHING.match(cell):
        return "" if kind else cell
    if kind in ("sets", "reps"):
        return cell if _UNIT.search(cell) else _BARE.sub(rf"\1 {kind} ", cell).strip()
    word, _, unit = kind.partition(" ")
    if unit:
        cell = _BARE.sub(r"\1 s ", cell).strip()
    return f"{word} {cell}" if _UNIT.search(cell) and word not in cell.lower() else cell
