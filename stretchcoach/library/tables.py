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

DURATION = r"^-?(?=\d)(\d+(\.\d+)?h)?(\d+(\.\d+)?m)?(\d+(\.\d+)?s)?$"
_SPELT = Annotated[str, Meta(pattern=DURATION)]

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S", extra={"want": "a text of 1 to 80 letters"})]
Text = Annotated[
    str,
    Meta(min_length=1, max_length=600, pattern=r"\S", extra={"want": "a text of 1 to 600 letters", "lines": True}),
]
Seconds = (
    Annotated[
        float,
        Meta(gt=0, le=3600, extra={"want": 'seconds above 0 and up to 3600, as 30 or "1m30s"', "duration": True}),
    ]
    | _SPELT
)
Pause = (
    Annotated[
        float,
        Meta(ge=0, le=3600, extra={"want": 'seconds from 0 to 3600, as 30 or "1m30s"', "duration": True}),
    ]
    | _SPELT
)
Moment = (
    Annotated[
        float,
        Meta(ge=-3600, le=3600, extra={"want": "seconds, below 0 from the end of the step", "duration": True}),
    ]
    | _SPELT
)
Count = Annotated[int, Meta(ge=1, le=200, extra={"want": "a whole number from 1 to 200"})]
Rounds = Annotated[int, Meta(ge=1, le=20, extra={"want": "a whole number from 1 to 20"})]
Minutes = Annotated[float, Meta(gt=0, le=240, extra={"want": "a number of minutes above 0 and up to 240"})]
Flag = Annotated[bool, Meta(extra={"want": "true or false"})]
Names = tuple[Name, ...]
Texts = tuple[Text, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table with these keys and no others."""


class Cue(Table, frozen=True):
    """Something said, or sounded, at a moment inside a step: `say` or `sound`, not both."""

    at: Annotated[Moment, Meta(description="Seconds from the start of the step; negative: before its end.")]
    say: Annotated[Text | UnsetType, Meta(description="The line to speak.")] = UNSET
    sound: Annotated[Sound | UnsetType, Meta(description="The beep to sound.")] = UNSET


class Stretch(Table, frozen=True):
    """One exercise. Exactly one of `hold`, `move`, `reps` and `until` says how it is measured.

    `hold` may stand beside `reps`: the hold in each repetition.
    """

    name: Annotated[Name, Meta(description="A few words, spoken and shown: Wall calf stretch.")]
    say: Annotated[Text, Meta(description="The instruction, spoken in full the first time; action first.")]
    short: Annotated[Text | UnsetType, Meta(description="Spoken instead of `say` later on.")] = UNSET
    how: Annotated[Text | UnsetType, Meta(description="The longer explanation, one or two sentences.")] = UNSET
    pose: Annotated[Name | UnsetType, Meta(description="The name of the figure that shows it: wall-lunge.")] = UNSET
    side: Annotated[
        Sides | UnsetType,
        Meta(
            description="none (the default), left, right, each (all sets on one side, then on the other), "
            "alternate (one leg rests while the other works) or cramping (the sore leg)."
        ),
    ] = UNSET
    hold: Annotated[
        Seconds | UnsetType, Meta(description="Seconds of a static hold; beside `reps` of the hold in each of them.")
    ] = UNSET
    move: Annotated[Seconds | UnsetType, Meta(description="Seconds of moving.")] = UNSET
    reps: Annotated[Count | UnsetType, Meta(description="Repetitions, counted at `tempo`.")] = UNSET
    until: Annotated[
        Until | UnsetType,
        Meta(description="ready: goes on when the person is; released: counts up until the cramp lets go."),
    ] = UNSET
    tempo: Annotated[
        Seconds | UnsetType, Meta(description="Seconds a repetition, its hold left out; 2 if not said.")
    ] = UNSET
    wait: Annotated[
        Seconds | UnsetType,
        Meta(description='Seconds after which until = "ready" goes on by itself; 60 if left out.'),
    ] = UNSET
    sets: Annotated[Rounds | UnsetType, Meta(description="How often on each side; 1 if left out.")] = UNSET
    rest: Annotated[Pause | UnsetType, Meta(description="Seconds of rest between sets; 0 if left out.")] = UNSET
    setup: Annotated[
        Pause | UnsetType,
        Meta(description="Seconds to get into position; the usual time if left out."),
    ] = UNSET
    muscle: Annotated[
        Name | UnsetType, Meta(description="What a static hold stretches; holds of one muscle are summed up.")
    ] = UNSET
    strength: Annotated[
        Flag | UnsetType, Meta(description="A hold of strength or balance, not a stretch: a plank.")
    ] = UNSET
    optional: Annotated[Flag | UnsetType, Meta(description="Left out first when there are few minutes.")] = UNSET
    after_screen: Annotated[
        Flag | UnsetType,
        Meta(description="Rubbing and the like: only after the safety questions, so left out of a plain run."),
    ] = UNSET
    cues: Annotated[tuple[Cue, ...] | UnsetType, Meta(description="What is said or sounded inside the step.")] = UNSET
    caution: Annotated[Text | UnsetType, Meta(description="What to look out for; shown, not spoken.")] = UNSET
    stop_if: Annotated[Texts | UnsetType, Meta(description="Signs to stop at; shown, not spoken.")] = UNSET
    sources: Annotated[
        Names | UnsetType, Meta(description="Keys of the source list, or web addresses, for this stretch.")
    ] = UNSET


class Group(Table, frozen=True):
    """Stretches done in order, `repeat` times over.

    One that has a name can come again: a step with that name and without stretches.
    """

    group: Annotated[
        Name | UnsetType,
        Meta(description="Its name; a [[steps]] with this name alone is the same group once more."),
    ] = UNSET
    repeat: Annotated[
        Rounds | UnsetType,
        Meta(description="How many rounds. With a name it may be left out: 1, and for one that comes again as before."),
    ] = UNSET
    stretches: Annotated[
        Annotated[tuple[Stretch, ...], Meta(min_length=1)] | UnsetType,
        Meta(description="The stretches of one round, as [[steps.stretches]]."),
    ] = UNSET
    rest: Annotated[Pause | UnsetType, Meta(description="Seconds of rest between rounds; 0 if left out.")] = UNSET


class Routine(Table, frozen=True):
    """A stretchcoach routine. Its id is the name of the file without .toml."""

    title: Annotated[Name, Meta(description="A few words, spoken and shown.")]
    purpose: Annotated[
        Literal["relief", "warm-up", "cool-down", "prevention", "break"],
        Meta(description="What it is for; before exercise (warm-up) static holds are kept short."),
    ]
    steps: Annotated[
        tuple[Any, ...],
        Meta(
            min_length=1,
            description="Stretches, or groups of them, in order, as [[steps]].",
            extra={"tables": (Stretch, Group)},
            extra_json_schema={"items": {"anyOf": [{"$ref": "#/$defs/Stretch"}, {"$ref": "#/$defs/Group"}]}},
        ),
    ]
    format: Annotated[Literal[1] | UnsetType, Meta(description="The format of the file: 1.")] = UNSET
    position: Annotated[
        Position | UnsetType,
        Meta(description="Where most of it is done; standing if left out."),
    ] = UNSET
    props: Annotated[Names | UnsetType, Meta(description="Things needed: wall, towel, chair, step.")] = UNSET
    sports: Annotated[Names | UnsetType, Meta(description="What `--for` finds it by: run, cycle, desk, night, ...")] = (
        UNSET
    )
    audience: Annotated[Text | UnsetType, Meta(description="Whom it suits, in a few words.")] = UNSET
    minutes: Annotated[
        Minutes | UnsetType, Meta(description="How long it takes; reckoned from the steps if left out.")
    ] = UNSET
    cautions: Annotated[Texts | UnsetType, Meta(description="What to know before; shown, not spoken.")] = UNSET
    evidence: Annotated[Text | UnsetType, Meta(description="How sure it is that this helps.")] = UNSET
    sources: Annotated[Names | UnsetType, Meta(description="Keys of the source list, or web addresses.")] = UNSET


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
