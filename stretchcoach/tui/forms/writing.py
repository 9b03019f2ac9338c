"""The fields of a routine and of its steps as rows of a form: what the format knows can be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from stretchcoach.core.routine import Group, Stretch
from stretchcoach.tui.forms.settings import Listed, Value
from stretchcoach.tui.routine_card import dose
from stretchcoach.words import screens
from stretchcoach.words import writing_screens as words
from stretchcoach.words.wording import clock, counted
from stretchcoach.writing.draft import Draft, Place
from stretchcoach.writing.fields import MEASURES, FormField, Shape

_MEASURES = ("hold", "move", "repetitions", words.UNTIL)


@dataclass(frozen=True, slots=True)
class WritingRow(Listed):
    """A field, or one value of a field that is a list."""

    field: FormField
    index: int = 0

    @property
    def id(self) -> str:
        """A name for its widget."""
        return f"write-{self.field.key}-{self.index}"

    @property
    def label(self) -> str:  # type: ignore[override]
        return self.field.label

    @property
    def description(self) -> str:
        return self.field.description

    @property
    def values(self) -> tuple[Value, ...]:  # type: ignore[override]
        return ("false", "true") if self.field.shape is Shape.FLAG else self.field.choices

    @property
    def names(self) -> tuple[str, ...]:  # type: ignore[override]
        if self.field.shape is Shape.FLAG:
            return ("no", "yes")
        return tuple(each or screens.NOT_SET for each in self.field.choices)

    def get(self, draft: Draft, place: Place) -> str:
        values = draft.values(place, self.field)
        text = values[self.index] if self.index < len(values) else ""
        if self.field.shape is Shape.FLAG:
            return text or "false"
        return text or self.field.default

    def put(self, draft: Draft, place: Place, typed: str) -> Draft:
        """The draft with another value; a ``RefusedError`` says what is wrong with it."""
        if typed == self.get(draft, place):
            return draft
        if self.field.several:
            return draft.set_item(place, self.field, self.index, typed)
        return draft.set(place, self.field, typed)


@dataclass(frozen=True, slots=True)
class MeasureRow(Listed):
    """Which of the measures a step has."""

    label: str = words.MEASURED_BY
    values: tuple[Value, ...] = MEASURES
    names: tuple[str, ...] = _MEASURES

    @property
    def id(self) -> str:
        """A name for its widget."""
        return "write-measure"

    @property
    def description(self) -> str:
        return words.HOW_IT_IS_KNOWN

    def get(self, draft: Draft, place: Place) -> str:
        """What the step has."""
        return draft.measured(place)

    def put(self, draft: Draft, place: Place, typed: str) -> Draft:
        """The draft with the step measured so."""
        return draft.measure(place, typed)


Row = WritingRow | MeasureRow


def form_rows(draft: Draft, place: Place) -> Iterator[Row]:
    """The rows of the form for a place; a list has one more than there are values."""
    measured = False
    for field in draft.fields(place):
        if field.key in MEASURES and not measured:
            measured = True
            yield MeasureRow()
        if field.several:
            yield from (WritingRow(field, at) for at in range(len(draft.values(place, field)) + 1))
        else:
            yield WritingRow(field)


def read_out(draft: Draft, place: Place, row: Row | None = None) -> str:
    """What the voice says of a place: the line of the row, if one is spoken there, else name and words."""
    if not place:
        return draft.routine.title
    step = draft.step(place)
    if isinstance(step, Group):
        return read_out(draft, (*place, 0))
    if isinstance(row, WritingRow) and row.field.key in ("name", "say", "short", "how"):
        return row.get(draft, place) or step.say
    if isinstance(row, WritingRow) and row.field.shape is Shape.CUE and row.index < len(step.cues):
        return step.cues[row.index].say or step.say
    return f"{step.name}. {step.say}"


def pose_of(draft: Draft, place: Place) -> str:
    """The figure of a step; empty where none is shown."""
    step = draft.step(place) if place else None
    return step.pose if isinstance(step, Stretch) else ""


def label_of(draft: Draft, place: Place) -> tuple[str, str]:
    """A row of the list of steps: what it is, and how much of it."""
    if not place:
        return words.ABOUT_THE_ROUTINE, f"{draft.routine.purpose} · {draft.routine.position}"
    step = draft.step(place)
    if isinstance(step, Group):
        rest = words.rest_between(clock(step.rest)) if step.rest else ""
        name = f"{step.name}, " if step.name else ""
        amount = words.ONCE_MORE if step.again else counted(len(step.stretches), "step")
        return f"{place[0] + 1:>2}  {name}{step.repeat} times over:", f"{amount}{rest}"
    return (f"{place[0] + 1:>2}  " if len(place) == 1 else "      ") + step.name, dose(step)
