"""The tables of a routine file, key by key: types, bounds and the words that explain them.

One list serves the checker, its error messages and the JSON Schema.  Keys and their defaults mean what the
fields of the same names mean in ``core.routine``; a key left out gets the default from there.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from stretchcoach.core.messages import Sound
from stretchcoach.core.routine import Position, Sides, Until
from stretchcoach.figure.names import names
from stretchcoach.words import routine_fields

DURATION = r"^-?(?=\d)(\d+(\.\d+)?h)?(\d+(\.\d+)?m)?(\d+(\.\d+)?s)?$"
_SPELT = Annotated[str, Meta(pattern=DURATION)]

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S", extra={"want": routine_fields.NAME_WANTED})]
Text = Annotated[
    str, Meta(min_length=1, max_length=600, pattern=r"\S", extra={"want": routine_fields.TEXT_WANTED, "lines": True})
]
Seconds = (
    Annotated[float, Meta(gt=0, le=3600, extra={"want": routine_fields.SECONDS_WANTED, "duration": True})] | _SPELT
)
Pause = Annotated[float, Meta(ge=0, le=3600, extra={"want": routine_fields.PAUSE_WANTED, "duration": True})] | _SPELT
Moment = (
    Annotated[float, Meta(ge=-3600, le=3600, extra={"want": routine_fields.MOMENT_WANTED, "duration": True})] | _SPELT
)
Count = Annotated[int, Meta(ge=1, le=200, extra={"want": routine_fields.COUNT_WANTED})]
Rounds = Annotated[int, Meta(ge=1, le=20, extra={"want": routine_fields.ROUNDS_WANTED})]
Minutes = Annotated[float, Meta(gt=0, le=240, extra={"want": routine_fields.MINUTES_WANTED})]
Flag = Annotated[bool, Meta(extra={"want": routine_fields.TRUE_OR_FALSE})]
Names = tuple[Name, ...]
Texts = tuple[Text, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table with these keys and no others."""


class Cue(Table, frozen=True):
    """Something said, or sounded, at a moment inside a step: `say` or `sound`, not both."""

    at: Annotated[Moment, Meta(description=routine_fields.CUE_AT)]
    say: Annotated[Text | UnsetType, Meta(description=routine_fields.CUE_SAY)] = UNSET
    sound: Annotated[Sound | UnsetType, Meta(description=routine_fields.CUE_SOUND)] = UNSET


class Stretch(Table, frozen=True):
    """One exercise. Exactly one of `hold`, `move`, `reps` and `until` says how it is measured.

    `hold` may stand beside `reps`: the hold in each repetition.
    """

    name: Annotated[Name, Meta(description=routine_fields.STRETCH_NAME)]
    say: Annotated[Text, Meta(description=routine_fields.SAY)]
    short: Annotated[Text | UnsetType, Meta(description=routine_fields.SHORT)] = UNSET
    how: Annotated[Text | UnsetType, Meta(description=routine_fields.HOW)] = UNSET
    pose: Annotated[Name | UnsetType, Meta(description=routine_fields.POSE)] = UNSET
    side: Annotated[Sides | UnsetType, Meta(description=routine_fields.SIDE)] = UNSET
    hold: Annotated[Seconds | UnsetType, Meta(description=routine_fields.HOLD)] = UNSET
    move: Annotated[Seconds | UnsetType, Meta(description=routine_fields.MOVE)] = UNSET
    reps: Annotated[Count | UnsetType, Meta(description=routine_fields.REPS)] = UNSET
    until: Annotated[Until | UnsetType, Meta(description=routine_fields.UNTIL)] = UNSET
    tempo: Annotated[Seconds | UnsetType, Meta(description=routine_fields.TEMPO)] = UNSET
    wait: Annotated[Seconds | UnsetType, Meta(description=routine_fields.LIMIT)] = UNSET
    sets: Annotated[Rounds | UnsetType, Meta(description=routine_fields.SETS)] = UNSET
    rest: Annotated[Pause | UnsetType, Meta(description=routine_fields.REST)] = UNSET
    setup: Annotated[Pause | UnsetType, Meta(description=routine_fields.PREPARE)] = UNSET
    muscle: Annotated[Name | UnsetType, Meta(description=routine_fields.MUSCLE)] = UNSET
    strength: Annotated[Flag | UnsetType, Meta(description=routine_fields.EFFORT)] = UNSET
    optional: Annotated[Flag | UnsetType, Meta(description=routine_fields.OPTIONAL)] = UNSET
    after_screen: Annotated[Flag | UnsetType, Meta(description=routine_fields.MASSAGE)] = UNSET
    cues: Annotated[tuple[Cue, ...] | UnsetType, Meta(description=routine_fields.CUES)] = UNSET
    caution: Annotated[Text | UnsetType, Meta(description=routine_fields.CARE)] = UNSET
    stop_if: Annotated[Texts | UnsetType, Meta(description=routine_fields.STOP_IF)] = UNSET
    sources: Annotated[Names | UnsetType, Meta(description=routine_fields.STRETCH_SOURCES)] = UNSET


class Group(Table, frozen=True):
    """Stretches done in order, `repeat` times over.

    One that has a name can come again: a step with that name and without stretches.
    """

    group: Annotated[Name | UnsetType, Meta(description=routine_fields.GROUP)] = UNSET
    repeat: Annotated[Rounds | UnsetType, Meta(description=routine_fields.REPEAT)] = UNSET
    stretches: Annotated[
        Annotated[tuple[Stretch, ...], Meta(min_length=1)] | UnsetType, Meta(description=routine_fields.STRETCHES)
    ] = UNSET
    rest: Annotated[Pause | UnsetType, Meta(description=routine_fields.REST_BETWEEN_ROUNDS)] = UNSET


class Routine(Table, frozen=True):
    """A stretchcoach routine. Its id is the name of the file without .toml."""

    title: Annotated[Name, Meta(description=routine_fields.TITLE)]
    purpose: Annotated[
        Literal["relief", "warm-up", "cool-down", "prevention", "break"], Meta(description=routine_fields.PURPOSE)
    ]
    steps: Annotated[
        tuple[Any, ...],
        Meta(
            min_length=1,
            description=routine_fields.STEPS,
            extra={"tables": (Stretch, Group)},
            extra_json_schema={"items": {"anyOf": [{"$ref": "#/$defs/Stretch"}, {"$ref": "#/$defs/Group"}]}},
        ),
    ]
    format: Annotated[Literal[1] | UnsetType, Meta(description=routine_fields.FORMAT)] = UNSET
    position: Annotated[Position | UnsetType, Meta(description=routine_fields.POSITION)] = UNSET
    props: Annotated[Names | UnsetType, Meta(description=routine_fields.PROPS)] = UNSET
    sports: Annotated[Names | UnsetType, Meta(description=routine_fields.SPORTS)] = UNSET
    audience: Annotated[Text | UnsetType, Meta(description=routine_fields.AUDIENCE)] = UNSET
    minutes: Annotated[Minutes | UnsetType, Meta(description=routine_fields.MINUTES)] = UNSET
    cautions: Annotated[Texts | UnsetType, Meta(description=routine_fields.CAUTIONS)] = UNSET
    evidence: Annotated[Text | UnsetType, Meta(description=routine_fields.EVIDENCE)] = UNSET
    sources: Annotated[Names | UnsetType, Meta(description=routine_fields.SOURCES)] = UNSET


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a routine file."""
    _, defs = msgspec.json.schema_components((Routine, Stretch, Group), ref_template="#/$defs/{name}")
    defs["Stretch"]["oneOf"] = [{"required": [key], "not": {"required": ["reps"]}} for key in MEASURES if key != "reps"]
    defs["Stretch"]["oneOf"] += [
        {"required": ["reps"], "not": {"anyOf": [{"required": [key]} for key in ("move", "until")]}}
    ]
    defs["Stretch"]["properties"]["pose"] |= {"enum": list(names())}
    unless, keys = UNLESS[Group]
    defs["Group"]["anyOf"] = [{"required": [unless]}, {"required": [*keys]}]
    defs["Cue"]["oneOf"] = [{"required": [key]} for key in ("say", "sound")]
    top = defs.pop("Routine") | {"title": "stretchcoach routine"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": defs}


MEASURES = ("hold", "move", "reps", "until")
"""The four ways to say how long a stretch lasts."""
UNLESS: dict[type[Table], tuple[str, tuple[str, ...]]] = {Group: ("group", ("repeat", "stretches"))}
"""Keys that must be there where the first one is not."""
