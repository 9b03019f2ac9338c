"""Tables: what the head of a column says is said in each of its cells, so that a row reads like a line."""

import re

_HEAD = re.compile(
    r"\b(?:exercises?|stretch(?:es)?|movements?|drills?|names?|activity|frequency|reps?|repetitions?|sets?|rounds?|times?|durations?|holds?|rests?|secs?|seconds|notes?|comments?|sides?|tempo|load|weight|how|focus|muscles?|area|target|level|equipment)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(\d{1,3}(?:\s*(?:-|\u2013|to)\s*\d{1,3})?)(?=$|\s*(?:x\s*$|/|\(|(?:each|per|every|ea|e/s|both|left|right)\b))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\d\s*(?:s|secs?|seconds?|mins?|minutes?)\b", re.IGNORECASE)
_ORDINAL = ("#", "no", "no.", "nr")
"""Heads of a column that counts the rows."""
_FIELD = re.compile(
    r"(?:target )?(?:sets?|reps?|repetitions?|holds?|hold time|rest|duration|time|frequency|tempo|how often|how long)",
    re.IGNORECASE,
)
"""A cell that says what stands beside it."""
_AMOUNT = re.compile(r"\b(?:time|duration)\W+(?:or )?rep|\brep\w*\W+(?:or )?(?:time|duration)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE)
_MARKED = re.compile(r"^\W?$|^[^\W_]{1,2}[.):]?$|^[([]?[^\W_]{1,2}[)\]]$")
"""What stands before a tab and is the mark of a list, no cell."""
_NO_ROW = "|--|"
"""Stands for a head, which is no row itself."""
_PAIR = 2
"""Cells of a row that says what and how much."""
FEWEST = 2
"""Rows with tabs, one below the other, that make a table."""
_NOTHING = re.compile(r"^(?:[-\u2013\u2014./]|n/?a|none)?$", re.IGNORECASE)


def rows(text: str) -> str:
    """The same text; lines with tabs, one below the other, as rows of a table: so a browser copies one."""
    whole, run = text.split("\n"), list[int]()
    for place, line in enumerate([*whole, ""]):
        if _is_row(line):
            run.append(place)
            continue
        cells = [[cell.strip() for cell in whole[each].split("\t")] for each in run]
        labelled = all(len(each) == _PAIR and _FIELD.fullmatch(each[0]) for each in cells)
        for each, row in zip(run, cells, strict=True):
            if labelled:
                whole[each] = ": ".join(row)
            elif len(run) >= FEWEST:
                whole[each] = f"| {' | '.join(row)} |"
        run = []
    return "\n".join(whole)


def _is_row(line: str) -> bool:
    """Whether a line has two cells or more with a tab between; a mark of a list and a tab set in what follows."""
    first, *others = [cell.strip() for cell in line.rstrip().split("\t")]
    numbered = first.isdigit() and len(others) > 1
    return "|" not in line and any(others) and bool(first) and (numbered or first == "#" or not _MARKED.match(first))


def tabled(raws: list[str]) -> list[str]:
    """The same lines; in the rows of a table with a head, each number has the word of its column."""
    columns: list[str] = []
    whole = list(raws)
    for place, raw in enumerate(raws):
        if raw.count("|") < 2:
            columns = columns if not raw.strip() else []
        elif _is_head(_cells(raw)):
            columns = _columns(_cells(raw))
            whole[place] = _NO_ROW
        elif columns and not re.fullmatch(r"[\s|:+-]*", raw):
            cells = _cells(raw)
            if len(cells) == len(columns):
                said = [_said(cell, kind) for cell, kind in zip(cells, columns, strict=True)]
                whole[place] = f"| {' | '.join(cell for cell in said if cell)} |"
        else:
            whole[place] = _without_day(raw)
    return whole


def _without_day(raw: str) -> str:
    """A row without its first cell where that is a day of the week."""
    first, *others = _cells(raw)
    return f"| {' | '.join(others)} |" if others and _DAY.fullmatch(first) else raw


def _columns(heads: list[str]) -> list[str]:
    """What the columns hold; beside one of *time or repetitions*, one of repetitions says how often that is done."""
    kinds = [_kind(head) for head in heads]
    amount = next((place for place, head in enumerate(heads) if _AMOUNT.search(head)), len(heads))
    return [
        "sets" if kind == "reps" and place > amount and "sets" not in kinds else kind
        for place, kind in enumerate(kinds)
    ]


def _cells(raw: str) -> list[str]:
    return [cell.strip() for cell in raw.strip().strip("|").split("|")]


def _is_head(cells: list[str]) -> bool:
    if any(re.search(r"\d", cell) for cell in cells):
        return False
    if cells[0].lower() in _ORDINAL and len(cells) > _PAIR:
        return True
    return all(_HEAD.search(cell) for cell in cells if cell.strip("#")) and any(map(_kind, cells))


def _kind(head: str) -> str:
    """What a column holds: ``sets``, ``reps``, ``hold``, ``rest``, or nothing that its cells have to say."""
    low = head.lower().strip()
    if low in _ORDINAL:
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
