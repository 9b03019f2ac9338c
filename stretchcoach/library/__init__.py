"""Content: routines, knowledge and sources, read from TOML, checked, and handed out as plain values.

``tables`` says what a routine file may hold, ``check`` compares, ``rules`` looks at what types cannot say,
``toml_lines`` finds the line of a key, ``reading`` puts them together, and ``found_routines`` is all the files at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stretchcoach.library.found_routines import Shelf, shelf, shipped_folder, suits
    from stretchcoach.library.problem import Problem
    from stretchcoach.library.questions import knowledge
    from stretchcoach.library.reading import parse, read
    from stretchcoach.library.source_list import Source, sources
    from stretchcoach.library.tables import schema

__all__ = [
    "Problem",
    "Shelf",
    "Source",
    "knowledge",
    "parse",
    "read",
    "schema",
    "shelf",
    "shipped_folder",
    "sources",
    "suits",
]
_HOMES = {
    "knowledge": "questions",
    "Problem": "problem",
    **dict.fromkeys(("parse", "read"), "reading"),
    **dict.fromkeys(("Shelf", "shelf", "shipped_folder", "suits"), "found_routines"),
    **dict.fromkeys(("Source", "sources"), "source_list"),
    "schema": "tables",
}


def __getattr__(name: str) -> Any:
    """The module of something is loaded when that is wanted: a cramp needs no routines."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
