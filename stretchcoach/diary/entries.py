"""What the diary holds: cramps, routines that were run, changes of the profile."""

import msgspec

Answer = str | float | bool | list[str] | None


class Episode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cramp; times are ISO 8601 with offset, None is not asked or not known."""

    id: str
    began: str
    minutes: float | None = None
    side: str | None = None
    place: str | None = None
    severity: int | None = None
    pain_after: int | None = None
    sleep: int | None = None
    woke: str | None = None
    doing: str | None = None
    posture: str | None = None
    relieved_by: str | None = None
    relieved_after: float | None = None
    answers: dict[str, Answer] = {}
    level: str | None = None
    rules: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    pending: bool = False
    closed: str = "finished"
    note: str = ""
    removed: str | None = None


class RoutineRun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A routine that was run."""

    id: str
    began: str
    routine: str
    seconds: float
    finished: bool
    steps: int = 0
    removed: str | None = None


class ProfileChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change of what is known about the person."""

    id: str
    at: str
    key: str
    value: str | float | list[str] | None


Entry = Episode | RoutineRun | ProfileChange
