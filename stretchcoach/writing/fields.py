"""What a form can hold, made from the tables of the format: a key that is new there is a field here."""

import functools
from enum import Enum
from typing import Any, get_type_hints

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields as values_of

from stretchcoach.core import routine as core
from stretchcoach.figure.names import names
from stretchcoach.library import tables
from stretchcoach.library.check import Expected, kinds_of
from stretchcoach.words import writing_screens

MEASURES = tables.MEASURES
"""The ways to say how long a step lasts."""
FIRST = (
    "group", "repeat", "name", "say", "pose", "side", *MEASURES, "tempo", "wait", "sets", "rest", "setup", "cues",
    "caution",
)  # fmt: skip
"""The fields that are wanted most, in the order of the form; the others follow as the format has them."""
_LABELS = {
    "say": writing_screens.WORDS,
    "short": writing_screens.WORDS_LATER_ON,
    "how": writing_screens.EXPLANATION,
    "pose": writing_screens.FIGURE,
    "hold": writing_screens.HOLD_SECONDS,
    "move": writing_screens.MOVE_SECONDS,
    "reps": writing_screens.REPETITIONS,
    "tempo": writing_screens.SECONDS_EACH,
    "wait": writing_screens.GOES_ON_AFTER,
    "setup": writing_screens.SET_UP,
    "rest": writing_screens.REST_SECONDS,
    "cues": writing_screens.CUE,
    "stop_if": writing_screens.STOP_IF,
    "after_screen": writing_screens.AFTER_THE_QUESTIONS,
    "repeat": writing_screens.ROUNDS,
    "group": writing_screens.NAME_OF_THE_GROUP,
    "minutes": writing_screens.MINUTES_IF_KNOWN,
    "sports": writing_screens.FOR,
    "cautions": writing_screens.TAKE_CARE,
}
_BELONGS = {"tempo": "reps", "wait": "until"}
"""Fields that mean something only beside another one."""
BESIDE = {"hold": "reps"}
"""Measures that may stand beside another one, and mean something else there."""
_LEFT_OUT = frozenset({"steps", "stretches", "format"})
"""What is no field: the steps have rows of their own."""


class Shape(Enum):
    """How a value is typed."""

    TEXT = "text"
    SECONDS = "seconds"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"
    CUE = "cue"


class FormField(Struct, frozen=True):
    """One key of a table."""

    key: str
    label: str
    description: str
    shape: Shape
    required: bool = False
    several: bool = False
    """A list: a row for each value, and one more."""
    choices: tuple[str, ...] = ()
    default: str = ""
    """Of a choice: what holds where the key is left out."""

    @property
    def subject(self) -> str:
        """What a sentence about it begins with."""
        return self.label.partition(" (")[0]


@functools.cache
def fields_of(table: type[tables.Table]) -> tuple[FormField, ...]:
    """The fields of a table in the order of the form."""
    kinds, required = kinds_of(table)
    hints = get_type_hints(table, include_extras=True)
    made = [
        _field(table, key, kind, key in required, _description(hints[key]))
        for key, kind in kinds.items()
        if key not in _LEFT_OUT
    ]
    return tuple(sorted(made, key=lambda field: FIRST.index(field.key) if field.key in FIRST else len(FIRST)))


def shown_of(table: type[tables.Table], raw: dict[str, Any]) -> tuple[FormField, ...]:
    """The fields that mean something for these values: of the measures only those that are there."""
    return tuple(
        field
        for field in fields_of(table)
        if field.key in raw
        or BESIDE.get(field.key) in raw
        or (field.key not in MEASURES and _BELONGS.get(field.key, field.key) in (field.key, *raw))
    )


def _field(table: type[tables.Table], key: str, kind: Expected, required: bool, description: str) -> FormField:
    item = kind.item or kind
    several = kind.item is not None or bool(kind.tables)
    choices = ("", *names()) if key == "pose" else kind.choices
    default = _default(table, key) if choices else ""
    if choices and not default and not required and key not in MEASURES and "" not in choices:
        choices = ("", *choices)
    shape = Shape.CHOICE if choices else _shape(item, bool(kind.tables))
    return FormField(
        key,
        _LABELS.get(key, key.replace("_", " ").capitalize()),
        writing_screens.HOW_A_CUE_IS_WRITTEN if shape is Shape.CUE else description,
        shape,
        required,
        several,
        choices,
        default,
    )


def _shape(kind: Expected, of_tables: bool) -> Shape:
    if of_tables:
        return Shape.CUE
    if kind.duration:
        return Shape.SECONDS
    asked = str(kind.of)
    if "bool" in asked:
        return Shape.FLAG
    return Shape.NUMBER if "int" in asked or "float" in asked else Shape.TEXT


def _default(table: type[tables.Table], key: str) -> str:
    """What a choice is where the file does not say; as the core's own value has it."""
    for field in values_of(getattr(core, table.__name__)):
        if field.name == key and field.default is not NODEFAULT:
            value = field.default.value if isinstance(field.default, Enum) else field.default
            return value if isinstance(value, str) else ""
    return ""


def _description(hint: Any) -> str:
    return next((str(note.description).replace("`", "") for note in hint.__metadata__ if note.description), "")
