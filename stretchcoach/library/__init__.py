"""Content: routines, knowledge and sources, read from TOML, checked, and handed out as plain values.

``tables`` says what a routine file may hold, ``check`` compares, ``rules`` looks at what types cannot say,
``toml_lines`` finds the line of a key, ``reading`` puts them together, and ``shelf`` is all the files at once.
"""

from stretchcoach.library.questions import knowledge
from stretchcoach.library.reading import Problem, parse, read
from stretchcoach.library.shelf import Shelf, shelf, shipped_folder, suits
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
