"""A routine that is being written.  It is valid at every moment: what the format refuses is not done, and says why."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from msgspec import Struct

from stretchcoach.core.routine import Group, Routine, Stretch
from stretchcoach.library import Problem, parse, tables, toml
from stretchcoach.words import writing_screens
from stretchcoach.writing import edits
from stretchcoach.writing.cue_tables import tables_of, with_cue
from stretchcoach.writing.fields import BESIDE, FormField, Shape, fields_of, shown_of
from stretchcoach.writing.layout import INNER, STEPS, Span, Statement, blocks
from stretchcoach.writing.toml_values import RefusedError, literal, one_line, quoted, shown

Place = tuple[int, ...]
"""``()`` is the routine itself, ``(2,)`` its third step, ``(2, 0)`` the first stretch of the group there."""
NEW = """\
format = 1
title = "My routine"
purpose = "prevention"
position = "standing"

[[steps]]
name = "New step"
say = "Say what to do."
hold = 30
"""
STEP = '[[{}]]\nname = "New step"\nsay = "Say what to do."\nhold = 30\n'
STARTS = {"hold": "30", "move": "60", "reps": "10", "until": '"ready"'}
"""What a step begins with when it is measured in another way."""
TWICE = 2
"""Rounds of a new group."""


class Draft(Struct, frozen=True):
    """The text of a routine file, and what it means."""

    text: str
    routine: Routine
    raw: dict[str, Any]
    """The tables of the text."""

    # --- looking -------------------------------------------------------------------------------------------

    def places(self) -> Iterator[Place]:
        """Every step, in order, with the stretches of a group behind it."""
        for at, step in enumerate(self.routine.steps):
            yield (at,)
            if isinstance(step, Group) and not step.again:
                yield from ((at, inner) for inner in range(len(step.stretches)))

    def step(self, place: Place) -> Stretch | Group:
        """The step, or the stretch of a group."""
        step = self.routine.steps[place[0]]
        return step.stretches[place[1]] if isinstance(step, Group) and len(place) > 1 else step

    def table(self, place: Place) -> dict[str, Any]:
        """What the file says at a place."""
        return _table(self.raw, place)

    def kind(self, place: Place) -> type[tables.Table]:
        """Which keys may stand there."""
        if not place:
            return tables.Routine
        return tables.Group if isinstance(self.step(place), Group) else tables.Stretch

    def fields(self, place: Place) -> tuple[FormField, ...]:
        """The fields of a place that mean something now."""
        return shown_of(self.kind(place), self.table(place))

    def values(self, place: Place, field: FormField) -> tuple[str, ...]:
        """What stands in a field: one text, or of a list one for each value."""
        value = self.table(place).get(field.key)
        if field.several:
            return tuple(shown(field, each) for each in value or ())
        return (shown(field, value),)

    # --- one field -----------------------------------------------------------------------------------------

    def set(self, place: Place, field: FormField, typed: str) -> "Draft":
        """Another value; nothing typed takes the key out, and what is there already changes nothing."""
        if one_line(typed) == self.values(place, field)[0]:
            return self
        table = self._keys(place)
        found = edits.key_in(table, field.key)
        wanted = deepcopy(self.raw)
        if not one_line(typed):
            if field.required:
                raise RefusedError(writing_screens.not_empty(field.subject))
            text = edits.without_key(self.text, found) if found else self.text
            _table(wanted, place).pop(field.key, None)
        else:
            if not found and field.default and one_line(typed) == field.default:
                return self
            value = literal(field, typed)
            text = edits.with_key(self.text, table, field.key, value, self._order(place))
            _table(wanted, place)[field.key] = _valued(value)
        return self._become(text, wanted, field.subject)

    def set_item(self, place: Place, field: FormField, index: int, typed: str) -> "Draft":
        """Another value in a list; one behind its end is new, and nothing typed takes it out."""
        there = self.values(place, field)
        if one_line(typed) == (there[index] if index < len(there) else ""):
            return self
        table, wanted = self._keys(place), deepcopy(self.raw)
        found = edits.key_in(table, field.key)
        head = (*(STEPS if len(place) == 1 else INNER), field.key)
        cues = tables_of(self.text, self._span(place), head) if there and not found and field.shape is Shape.CUE else ()
        if there and len(cues or (found.elements if found else ())) != len(there):
            raise RefusedError(writing_screens.NOT_CHANGEABLE)
        values: list[Any] = _table(wanted, place).setdefault(field.key, [])
        if not one_line(typed):
            del values[index]
            if not values:
                del _table(wanted, place)[field.key]
        else:
            values[index : index + 1] = [_valued(literal(field, typed))]
        if cues:
            text = with_cue(self.text, cues, index, literal(field, typed) if one_line(typed) else "", head)
        else:
            text = self._with_item(place, field, index, typed, table, found)
        return self._become(text, wanted, field.subject)

    def _with_item(
        self, place: Place, field: FormField, index: int, typed: str, table: edits.TableKeys, found: Statement | None
    ) -> str:
        if not one_line(typed):
            assert found is not None
            if len(found.elements) > 1:
                return edits.without_element(self.text, found, index)
            return edits.without_key(self.text, found)
        value = literal(field, typed)
        if found is None:
            return edits.with_key(self.text, table, field.key, f"[{value}]", self._order(place))
        if index < len(found.elements):
            span = found.elements[index]
            return self.text[: span.start] + value + self.text[span.end :]
        return edits.with_element(self.text, found, value)

    def measured(self, place: Place) -> str:
        """Which of hold, move, reps and until the step has; a hold beside repetitions belongs to them."""
        given = [key for key in tables.MEASURES if key in self.table(place)]
        return BESIDE.get(given[0], given[0]) if len(given) > 1 else "".join(given)

    def measure(self, place: Place, key: str) -> "Draft":
        """Measure a step in another way, from an ordinary value on."""
        now = self.measured(place)
        if key == now or now not in self.table(place):
            return self
        text, wanted = self.text, deepcopy(self.raw)
        table = _table(wanted, place)
        for other in tables.MEASURES:
            if other in table and other not in (now, key):
                text = edits.without_key(text, _found(edits.key_in(self._keys(place), other)))
                del table[other]
        span = self._span(place)
        found = _found(edits.key_in(edits.table_at(text, span), now))
        del table[now]
        if key in table:
            text = edits.without_key(text, found)
        else:
            text = edits.with_other_value(text, found, key, STARTS[key])
            table[key] = _valued(STARTS[key])
        return self._become(text, wanted, key.capitalize())

    # --- steps ---------------------------------------------------------------------------------------------

    def add(self, place: Place) -> tuple["Draft", Place]:
        """A new step behind this one; behind ``()`` it is the first."""
        if len(place) > 1:
            return self._put(place, STEP.format(".".join(INNER)))
        return self._put(place, STEP.format("steps"))

    def double(self, place: Place) -> tuple["Draft", Place]:
        """The same step once more, behind it; of a group with a name its name is enough."""
        step, span = self.step(place), self._span(place)
        if isinstance(step, Group) and step.name:
            return self._put(place, f"[[steps]]\ngroup = {quoted(step.name)}\n")
        return self._put(place, self.text[span.start : span.end])

    def _put(self, place: Place, core: str) -> tuple["Draft", Place]:
        at = self._span(place).end if place else self._span((0,)).start
        core = core.replace("\n", "\r\n") if "\r\n" in self.text and "\r\n" not in core else core
        new = (*place[:-1], place[-1] + 1) if place else (0,)
        made = toml.parsed(edits.reheaded(core, INNER, STEPS) if len(new) > 1 else core)["steps"][0]
        wanted = deepcopy(self.raw)
        _beside(wanted, new).insert(new[-1], made)
        return self._become(edits.inserted(self.text, at, core), wanted, writing_screens.A_NEW_STEP), new

    def remove(self, place: Place) -> tuple["Draft", Place]:
        """The routine without a step; the place of the one that is there then."""
        wanted = deepcopy(self.raw)
        row = _beside(wanted, place)
        if len(row) == 1:
            raise RefusedError(writing_screens.LAST_OF_ITS_GROUP if len(place) > 1 else writing_screens.NEEDS_A_STEP)
        del row[place[-1]]
        text = edits.taken_out(self.text, self._span(place))
        return self._become(text, wanted, writing_screens.THE_STEP), (*place[:-1], min(place[-1], len(row) - 1))

    def move(self, place: Place, by: int) -> tuple["Draft", Place]:
        """A step one place earlier (-1) or later (1)."""
        other = (*place[:-1], place[-1] + by)
        wanted = deepcopy(self.raw)
        row = _beside(wanted, place)
        if not 0 <= other[-1] < len(row):
            where = writing_screens.ITS_GROUP if len(place) > 1 else writing_screens.THE_ROUTINE
            raise RefusedError(writing_screens.is_first(where) if by < 0 else writing_screens.is_last(where))
        row[place[-1]], row[other[-1]] = row[other[-1]], row[place[-1]]
        first, second = sorted((self._span(place), self._span(other)))
        return self._become(edits.swapped(self.text, first, second), wanted, writing_screens.THE_STEP), other

    def group(self, place: Place) -> tuple["Draft", Place]:
        """Do a step twice over, in a group; a group above takes it in, as its last."""
        if len(place) != 1 or isinstance(self.step(place), Group):
            raise RefusedError(writing_screens.IN_A_GROUP)
        span, at = self._span(place), place[0]
        core = edits.reheaded(self.text[span.start : span.end], STEPS, INNER)
        wanted = deepcopy(self.raw)
        step = wanted["steps"].pop(at)
        before = self.routine.steps[at - 1] if at else None
        if isinstance(before, Group) and not before.again:
            text = edits.taken_out(self.text, span)
            above = blocks(text, STEPS)[at - 1]
            wanted["steps"][at - 1]["stretches"].append(step)
            new = (at - 1, len(wanted["steps"][at - 1]["stretches"]) - 1)
            return self._become(edits.inserted(text, above.end, core), wanted, writing_screens.THE_GROUP), new
        end = edits.line_break(self.text)
        head = f"[[steps]]{end}repeat = {TWICE}{end}{end}"
        wanted["steps"].insert(at, {"repeat": TWICE, "stretches": [step]})
        text = self.text[: span.start] + head + core + self.text[span.end :]
        return self._become(text, wanted, writing_screens.THE_GROUP), (at, 0)

    def leave(self, place: Place) -> tuple["Draft", Place]:
        """Take a step out of its group, behind it; the last one takes the group with it."""
        if len(place) != 2:
            raise RefusedError(writing_screens.IN_NO_GROUP)
        span, at = self._span(place), place[0]
        core = edits.reheaded(self.text[span.start : span.end], INNER, STEPS)
        wanted = deepcopy(self.raw)
        row = wanted["steps"][at]["stretches"]
        step = row.pop(place[1])
        if not row:
            whole = self._span((at,))
            wanted["steps"][at] = step
            text = self.text[: whole.start] + _remarks(self.text[whole.start : span.start]) + core
            return self._become(text + self.text[max(span.end, whole.end) :], wanted, writing_screens.THE_STEP), (at,)
        text = edits.taken_out(self.text, span)
        wanted["steps"].insert(at + 1, step)
        return self._become(
            edits.inserted(text, blocks(text, STEPS)[at].end, core), wanted, writing_screens.THE_STEP
        ), (at + 1,)

    # --- the text ------------------------------------------------------------------------------------------

    def _span(self, place: Place) -> Span:
        """The piece of the text that is a step."""
        whole = blocks(self.text, STEPS)[place[0]]
        if len(place) == 1:
            return whole
        inner = blocks(self.text[whole.start : whole.end], INNER)[place[1]]
        return Span(whole.start + inner.start, whole.start + inner.end)

    def _keys(self, place: Place) -> edits.TableKeys:
        return edits.table_at(self.text, self._span(place) if place else Span(0, len(self.text)))

    def _order(self, place: Place) -> list[str]:
        return [field.key for field in fields_of(self.kind(place))]

    def _become(self, text: str, wanted: dict[str, Any], what: str) -> "Draft":
        """The draft with this text, if the format takes it and it says what is wanted and nothing else."""
        fresh = _drafted(text, self.routine.id, what)
        if fresh.raw != wanted:
            raise RefusedError(writing_screens.NOT_CHANGEABLE)
        return fresh


def draft_from(text: str, name: str) -> Draft:
    """A routine file as a draft; the name is that of the file."""
    draft = _drafted(text, name, writing_screens.A_MISTAKE)
    spans = blocks(text, STEPS)
    whole = len(spans) == len(draft.routine.steps)
    for span, step in zip(spans, draft.routine.steps, strict=False):
        inner = blocks(text[span.start : span.end], INNER)
        whole = whole and len(inner) == (len(step.stretches) if isinstance(step, Group) and not step.again else 0)
    if not whole:
        raise RefusedError(writing_screens.NOT_CHANGEABLE)
    return draft


def new() -> Draft:
    """A new routine of one step."""
    return draft_from(NEW, "")


def _drafted(text: str, name: str, what: str) -> Draft:
    """``what`` has the mistake, or says it with a gap for its key."""
    routine, problems = parse(text, name or "new")
    error = next((each for each in problems if not each.warning), None)
    if routine is None or error:
        raise RefusedError(f"{_subject(error, what)} {error.message if error else writing_screens.CANNOT_BE_READ}.")
    return Draft(text, routine, toml.parsed(text))


def _subject(error: Problem | None, what: str) -> str:
    """What the message is about: what was changed, or a cue that does not fit any more."""
    key = error.key if error else "it"
    return what.format(key) if "{}" in what or key not in ("at", "cues") else writing_screens.A_CUE


def _found(statement: Statement | None) -> Statement:
    """A key that must be there, or the file is written in an unusual way."""
    if statement is None:
        raise RefusedError(writing_screens.NOT_CHANGEABLE)
    return statement


def _table(raw: dict[str, Any], place: Place) -> dict[str, Any]:
    table = raw
    for key, index in zip(("steps", "stretches"), place, strict=False):
        table = table[key][index]
    return table


def _beside(raw: dict[str, Any], place: Place) -> list[dict[str, Any]]:
    """The steps, or the stretches of a group, among which a place is."""
    row: list[dict[str, Any]] = _table(raw, place[:-1])["stretches" if len(place) > 1 else "steps"]
    return row


def _valued(value: str) -> Any:
    return toml.parsed(f"value = {value}")["value"]


def _remarks(text: str) -> str:
    """The remarks that stand on lines of their own."""
    return "".join(line for line in text.splitlines(keepends=True) if line.lstrip().startswith("#"))
