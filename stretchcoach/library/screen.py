"""The questions of the safety screen, read from ``knowledge/screen.toml``."""

import functools
import re
import tomllib

import msgspec

from stretchcoach.core.messages import Choice
from stretchcoach.core.triage import YES_NO, Item
from stretchcoach.library.knowledge import KNOWLEDGE


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question as the file has it."""

    key: str
    ask: str
    why: str
    sources: tuple[str, ...]
    choices: dict[str, str] = {}
    only_if: dict[str, tuple[str, ...]] = {}


@functools.cache
def screen() -> tuple[Item, ...]:
    """The questions in the order in which they are asked."""
    raw = tomllib.loads((KNOWLEDGE / "screen.toml").read_text(encoding="utf-8"))
    return tuple(map(_item, msgspec.convert(raw["question"], list[Entry])))


def _item(entry: Entry) -> Item:
    choices = tuple(_choice(value, label) for value, label in entry.choices.items()) or YES_NO
    return Item(entry.key, entry.ask, entry.why, choices, tuple(entry.only_if.items()), entry.sources)


def _choice(value: str, label: str) -> Choice:
    marked = re.search(r"\[(.)\]", label)
    return Choice(value, label.replace("[", "").replace("]", ""), marked[1].lower() if marked else label[0].lower())
