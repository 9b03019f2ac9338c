"""Answer sheets as they come from outside: what is wrong with them, and what they say."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from stretchcoach.core.knowledge import NO, NOT_SURE, YES, YES_NO, Item, Knowledge, Value

MOST = 1_000_000
"""No count or number of years or minutes is larger."""


def problems(knowledge: Knowledge, raw: Mapping[str, object]) -> list[str]:
    """One line for each answer that cannot be read."""
    known = _known(knowledge)
    return [problem for key, value in raw.items() for problem in _problem(known, key, value)]


def sheet(raw: Mapping[str, object]) -> dict[str, Value]:
    """The answers of a sheet without problems; null is left out."""
    return {key: _value(value) for key, value in raw.items() if value is not None}


def _known(knowledge: Knowledge) -> dict[str, Item]:
    """All that may be answered, parts of questions too."""
    parts = {f"{item.key}.{part.name}": Item(item.key, part.ask) for item in knowledge.items for part in item.parts}
    return dict(knowledge.by_key) | parts


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
        yield f"there is no question '{key}'.{_nearest(key, list(known))}"
    elif value is not None and value != NOT_SURE:
        yield from _misfit(item, key, value)


def _misfit(item: Item, key: str, value: object) -> Iterator[str]:
    """What is wrong with an answer to a question that exists."""
    options = [choice.value for choice in item.choices if choice.value != NOT_SURE] + list(item.options)
    if item.kind == "number":
        number = float(value) if isinstance(value, str) and (value in options or value.isdecimal()) else value
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= MOST:
            yield f"'{key}' needs a number, not {value!r}."
    elif item.kind == "multi":
        if not isinstance(value, list) and (item.choices is YES_NO or value not in options):
            yield f"'{key}' needs a list, not {value!r}."
        elif isinstance(value, list):
            for one in value:
                if one not in item.options:
                    yield f"'{key}' has no option {one!r}.{_nearest(str(one), list(item.options))}"
    elif isinstance(value, bool):
        if not {YES, NO} <= set(options):
            yield f"'{key}' needs one of {', '.join(dict.fromkeys(options))}, not {str(value).lower()}."
    elif not isinstance(value, str):
        yield f"'{key}' needs {'true or false' if item.kind == 'yesno' else 'text'}, not {value!r}."
    elif value not in options:
        yield f"'{key}' has no option {value!r}.{_nearest(value, options)}"


def _nearest(word: str, known: list[str]) -> str:
    close = get_close_matches(word.lower(), known, 1, 0.5)
    return f" Did you mean '{close[0]}'?" if close else ""
