"""Answer sheets as they come from outside: what is wrong with them, and what they say."""

from collections.abc import Iterator, Mapping

from stretchcoach.core.knowledge import NO, NOT_SURE, YES, YES_NO, Item, Knowledge, Value
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import library_faults

MOST = 1_000_000
"""No count or number of years or minutes is larger."""


def problems(knowledge: Knowledge, raw: Mapping[str, object]) -> list[str]:
    """One line for each answer that cannot be read."""
    return [problem for key, value in raw.items() for problem in _problem(knowledge.by_key, key, value)]


def sheet(raw: Mapping[str, object]) -> dict[str, Value]:
    """The answers of a sheet without problems; null is left out."""
    return {key: _value(value) for key, value in raw.items() if value is not None}


def wanted(knowledge: Knowledge, item: Item) -> dict[str, object]:
    """A question as a sheet is asked it: its key, its kind, and what may be answered; of a list, its items."""
    kind = item.kind if item.kind != "multi" else "choice"
    asked: dict[str, object] = {"key": item.key, "kind": kind, "choices": [one.value for one in item.choices]}
    if item.kind == "list":
        keys = dict.fromkeys((*(mark.key for mark in item.marks), *item.also))
        asked["items"] = [{"key": key, "choices": _choices(knowledge.by_key[key])} for key in keys]
    return asked


def _choices(item: Item) -> list[str]:
    """What may be answered; not sure always."""
    offered = [choice.value for choice in item.choices]
    return list(dict.fromkeys([*offered, *(item.options if item.kind == "choice" else ()), NOT_SURE]))


def _value(value: object) -> Value:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, list):
        return frozenset(map(str, value))
    return str(value)


def _problem(known: Mapping[str, Item], key: str, value: object) -> Iterator[str]:
    item = known.get(key)
    if item is None:
        yield library_faults.no_question(key, did_you_mean(key, known))
    elif value is not None and value != NOT_SURE:
        yield from _misfit(item, key, value)


def _misfit(item: Item, key: str, value: object) -> Iterator[str]:
    """What is wrong with an answer to a question that exists."""
    options = [choice.value for choice in item.choices if choice.value != NOT_SURE] + list(item.options)
    if item.kind == "number":
        number = float(value) if isinstance(value, str) and (value in options or value.isdecimal()) else value
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= MOST:
            yield library_faults.needs_number(key, value)
    elif item.kind == "multi":
        if not isinstance(value, list) and (item.choices is YES_NO or value not in options):
            yield library_faults.needs_list(key, value)
        elif isinstance(value, list):
            for one in value:
                if one not in item.options:
                    yield library_faults.no_option(key, one, did_you_mean(str(one), item.options))
    elif isinstance(value, bool):
        if not {YES, NO} <= set(options):
            yield library_faults.needs_one_of(key, ", ".join(dict.fromkeys(options)), str(value).lower())
    elif not isinstance(value, str):
        yield f"'{key}' needs {'true or false' if item.kind == 'yesno' else 'text'}, not {value!r}."
    elif value not in options:
        yield library_faults.no_option(key, value, did_you_mean(value, options))
