"""The cells of a table, out and in.

What goes out comes back as it was, whatever it is: a text that a spreadsheet or this reader would take for something
else has an apostrophe before it, and one with letters that steer a terminal stands as JSON.  What comes in may have
been written by somebody else: ``TRUE``, ``7.0``, ``4,5``, ``Left ``.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import msgspec

from stretchcoach.core.visible import hidden, json_visible
from stretchcoach.diary import entries
from stretchcoach.diary.exchange.activities import activity_named
from stretchcoach.diary.exchange.legs import leg_named
from stretchcoach.words import diary_imports

FORMULA = "=+-@\t\r'\""
"""A text that begins with one of these is a formula to a spreadsheet, or begins with a mark of ours."""
OPTIONS: dict[str, tuple[str, ...]] = {
    "side": entries.SIDES,
    "place": entries.PLACES,
    "woke": entries.WOKE,
    "doing": entries.ACTIVITIES,
    "posture": entries.POSTURES,
    "relieved_by": entries.RELIEVERS,
    "closed": entries.CLOSED,
    "level": ("EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE"),
}
SCALES = frozenset({"severity", "pain_after", "sleep"})
LENGTHS = {"minutes": 60.0, "relieved_after": 1.0, "seconds": 1.0}
"""Seconds in the unit of the field."""
NUMBERS = frozenset({*SCALES, *LENGTHS, "steps"})
LEGS = ("side", "place")
BOOLS = frozenset({"pending", "finished"})
UNIQUE = frozenset({"id", "began", "at", "removed"})
MIXED = frozenset({"rules", "causes", "value"})
TRUE = frozenset("true yes y 1 wahr ja x vrai oui vero verdadero waar".split())
FALSE = frozenset("false no n 0 falsch nein faux non falso onwaar".split())
SHOUTED = {"TRUE": True, "WAHR": True, "VRAI": True, "FALSE": False, "FALSCH": False, "FAUX": False}
"""As spreadsheets write them, where a text could stand as well."""
UNSURE = frozenset({"?", "unsure", "unknown", "don't_know", "unklar", "unbekannt"})
UNITS = {"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "sek": 1, "sekunde": 1, "sekunden": 1,
         "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "minuten": 60, "mn": 60,
         "h": 3600, "hr": 3600, "hour": 3600, "hrs": 3600, "hours": 3600,
         "std": 3600, "stunde": 3600, "stunden": 3600}  # fmt: skip
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
MOST = 2048
"""Cells of a column that are kept."""
LONG = 64
"""A text longer than that is no word of ours."""


def constant(text: str) -> NoReturn:
    """JSON as Python writes it knows numbers that are none."""
    raise ValueError(diary_imports.no_number_at_all(text))


DECODER = json.JSONDecoder(parse_constant=constant)

# --- out -------------------------------------------------------------------------------------------------------


def cell(name: str, value: object) -> str:
    """A value of the column ``name``; an answer's has no name."""
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return repr(value)
    return json_visible(msgspec.json.encode(value).decode())


def writer_of(name: str) -> Callable[[Any], str]:
    """The same for the values of one column, quickly."""
    if name in UNIQUE:
        return _name
    if name == "value":
        return partial(cell, name)
    return CellCache(name).__getitem__ if name else CellCache(name).answer


class CellCache(dict[Any, str]):
    """The cells of a column whose values are few, each written once; they are texts, truths or lists of texts."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, value: Any) -> str:
        found = cell(self._name, value)
        if len(found) <= LONG and len(self) < MOST:
            self[value] = found
        return found

    def answer(self, value: Any) -> str:
        """The cell of an answer, which may be of any kind; of 1, 1.0 and True, which are one key, none is kept."""
        return self[value] if type(value) is str else cell("", value)


def _name(text: str) -> str:
    """An id, or a time, of which no two are alike: letters, digits and the signs of a time."""
    return text if text[:1].isalnum() and text.isascii() and text.isprintable() else _text("id", text)


def _text(name: str, text: str) -> str:
    if hidden(text, lines=True):
        return json_visible(json.dumps(text, ensure_ascii=False))
    marked = not text.strip() or text[0] in FORMULA or inward(name, text) != text or mixed(text) != text
    return f"'{text}" if marked else text


# --- in --------------------------------------------------------------------------------------------------------


def inward(name: str, raw: str) -> Any:
    """What a cell of the column ``name`` says, in the type of its field where it can be read as that."""
    if raw.startswith("'"):
        return raw[1:]
    if raw.startswith('"') and isinstance(text := _json(raw), str):
        return text
    if name in OPTIONS:
        return word(name, raw)
    if name in NUMBERS:
        return number_in(name, raw)
    if name in BOOLS:
        said = raw.strip().casefold()
        return True if said in TRUE else False if said in FALSE else raw
    return mixed(raw) if name in MIXED or not name else raw


def word(name: str, raw: str) -> str:
    """A word that the field knows, whatever its capitals and spaces; any other text as it stands."""
    said = "_".join(raw.casefold().replace("-", " ").replace("_", " ").split())
    known = {each.casefold(): each for each in OPTIONS[name]}
    if said in UNSURE and "not_sure" in known:
        return "not_sure"
    if name in LEGS and said not in known and (found := leg_named(raw)):
        return found[LEGS.index(name)] or raw
    if name == "doing" and said not in known and (activity := activity_named(raw)):
        return activity
    if name == "woke" and said in TRUE | FALSE:
        return "yes" if said in TRUE else "no"
    return known.get(said, raw)


def number_in(name: str, raw: str) -> Any:
    """``7``, ``7.0``, ``4,5``, ``7/10``, ``4 min``; any other text as it stands."""
    text = raw.strip()
    if name in SCALES:
        text = re.sub(r"\s*/\s*10$", "", text)
    found = NUMBER.match(text)
    if not found:
        return raw
    value = float(found[0].replace(",", "."))
    if unit := text[found.end() :].strip().casefold().rstrip("."):
        if name not in LENGTHS or unit not in UNITS:
            return raw
        value *= UNITS[unit] / LENGTHS[name]
    return int(value) if value == value // 1 and abs(value) < 1e15 and name not in LENGTHS else value


def mixed(raw: str) -> Any:
    """A cell of a column that takes several kinds: JSON, or a word."""
    text = raw.strip()
    if text in SHOUTED:
        return SHOUTED[text]
    if re.fullmatch(r"-?\d+,\d+", text):
        return float(text.replace(",", "."))
    found = _json(text)
    return raw if found is None and text != "null" else found


def _json(text: str) -> Any:
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
